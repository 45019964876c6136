package render

import (
	"testing"

	"github.com/orglineage/orglineage/lineage"
)

// dated makes the steps of an event that took effect on a date.
func dated(on string, rivals ...string) lineage.Steps {
	d := lineage.Dating{Step: lineage.Effective, On: lineage.MustDate(on), Sources: []lineage.SourceID{"s"}}
	for _, r := range rivals {
		d.Rivals = append(d.Rivals, lineage.Claim{On: lineage.MustDate(r), Sources: []lineage.SourceID{"s"}})
	}
	return lineage.Steps{d}
}

func member(state, how string, on ...string) lineage.Membership {
	m := lineage.Membership{State: lineage.StateID(state), Role: lineage.Member}
	m.Joined.Sources = []lineage.SourceID{"s"}
	if err := m.Joined.How.UnmarshalText([]byte(how)); err != nil {
		panic(err)
	}
	if len(on) > 0 {
		m.Joined.Steps = dated(on[0], on[1:]...)
	}
	return m
}

func as(role lineage.Role, m lineage.Membership) lineage.Membership {
	m.Role = role
	return m
}

func from(id, how, on string, rivals ...string) lineage.Succession {
	s := lineage.Succession{From: lineage.OrgID(id), Steps: dated(on, rivals...)}
	if err := s.How.UnmarshalText([]byte(how)); err != nil {
		panic(err)
	}
	return s
}

// sample is a small region with everything that a diagram can show.
func sample() lineage.Dataset {
	suspended := member("CC", "accession", "1985")
	suspended.Suspensions = []lineage.Suspension{{Began: dated("1988-03-01", "1988-05-01"), Ended: dated("1989-06")}}
	gone := member("DD", "accession", "1984-02-03")
	gone.Left = lineage.Departure{How: lineage.Withdrew, Steps: dated("1992-12-31")}
	watcher := as(lineage.Observer, member("DD", "accession", "1982-01-01"))
	watcher.Left = lineage.Departure{How: lineage.RoleLeft, Steps: dated("1984-02-03")}
	unknown := as(lineage.Observer, member("EE", "accession"))
	plan := lineage.Steps{{Step: lineage.Announced, On: lineage.MustDate("1999-09"), Sources: []lineage.SourceID{"s"}}}
	return lineage.Dataset{
		Sources: []lineage.Source{{ID: "s", Kind: lineage.Treaty, Title: "A treaty"}},
		States: []lineage.State{
			{ID: "AA", Name: "Alba"},
			{ID: "BB", Name: "Beta & Sons"},
			{ID: "CC", Name: "Кирия"},
			{ID: "DD", Name: "دلتا"},
			{ID: "EE", Name: "Epsilon", Former: []lineage.FormerName{{Name: "Old Epsilon", Until: lineage.MustDate("1990-01-01"), Sources: []lineage.SourceID{"s"}}}},
		},
		Organizations: []lineage.Organization{
			{ID: "club", Name: "Club of the North", Short: "CN", Kind: "treaty", Founded: dated("1980-05-06", "1980-07"), Ended: dated("1990-01-01"), Members: []lineage.Membership{
				member("AA", "founding"), member("BB", "founding"), suspended, watcher, unknown,
			}},
			{ID: "league", Name: "League of the North", Short: "LN", Kind: "union", Founded: dated("1990-01-01"), Predecessors: []lineage.Succession{from("club", "renamed", "1990-01-01")}, Members: []lineage.Membership{
				member("AA", "continuation"), member("BB", "continuation"), as(lineage.Observer, member("EE", "accession", "[1994..1996-05]")),
			}},
			{ID: "zone", Name: "Trade Zone of the League", Short: "TZ", Kind: "customs union", Founded: dated("1995~"), Within: &lineage.Within{Organization: "league", Sources: []lineage.SourceID{"s"}}, Members: []lineage.Membership{
				member("AA", "founding"), member("BB", "founding"),
			}},
			{ID: "pact", Name: "Pact", Short: "Pact", Kind: "treaty", Founded: dated("1983-01-01"), Ended: dated("1998-01-01"), Members: []lineage.Membership{gone}},
			{ID: "union", Name: "Union", Short: "U", Kind: "union", Founded: dated("1997-01-01"), Predecessors: []lineage.Succession{from("pact", "absorbed", "1998-01-01", "1997-12-01"), from("league", "split", "1997-01-01")}, Members: []lineage.Membership{
				member("AA", "founding"), member("CC", "accession", "2001-02-28"),
			}},
			{ID: "dream", Name: "Dream", Short: "Dream", Kind: "proposed union", Proposed: true, Founded: plan},
		},
	}
}

func atlas(t testing.TB, d lineage.Dataset) *lineage.Atlas {
	t.Helper()
	a, err := lineage.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return a
}
