package river

import (
	"fmt"
	"slices"
	"testing"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
)

func builtIn(tb testing.TB) *lineage.Atlas {
	tb.Helper()
	a, err := data.BuiltIn()
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

func atlasOf(tb testing.TB, d lineage.Dataset) *lineage.Atlas {
	tb.Helper()
	a, err := lineage.New(d)
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

// dated makes the steps of an event that took effect on a date.
func dated(on string, rivals ...string) lineage.Steps {
	d := lineage.Dating{Step: lineage.Effective, On: lineage.MustDate(on), Sources: []lineage.SourceID{"s"}}
	for _, r := range rivals {
		d.Rivals = append(d.Rivals, lineage.Claim{On: lineage.MustDate(r), Sources: []lineage.SourceID{"s"}})
	}
	return lineage.Steps{d}
}

func member(state string, how lineage.AccessionKind, on ...string) lineage.Membership {
	m := lineage.Membership{State: lineage.StateID(state), Role: lineage.Member}
	m.Joined.How, m.Joined.Sources = how, []lineage.SourceID{"s"}
	if len(on) > 0 {
		m.Joined.Steps = dated(on[0], on[1:]...)
	}
	return m
}

func as(role lineage.Role, m lineage.Membership) lineage.Membership {
	m.Role = role
	return m
}

func left(how lineage.DepartureKind, m lineage.Membership, on ...string) lineage.Membership {
	m.Left = lineage.Departure{How: how, Steps: dated(on[0], on[1:]...)}
	return m
}

func from(id string, how lineage.SuccessionKind, on string) lineage.Succession {
	return lineage.Succession{From: lineage.OrgID(id), How: how, Steps: dated(on)}
}

// sample is a small region with everything that a river can show.
func sample() lineage.Dataset {
	suspended := member("CC", lineage.Acceded, "1985")
	suspended.Suspensions = []lineage.Suspension{{Began: dated("1988-03-01", "1988-05-01"), Ended: dated("1989-06")}}
	return lineage.Dataset{
		Sources: []lineage.Source{{ID: "s", Kind: lineage.Treaty, Title: "A treaty"}},
		States: []lineage.State{
			{ID: "AA", Name: "Alba"},
			{ID: "BB", Name: "Beta & Sons"},
			{ID: "CC", Name: "Кирия"},
			{ID: "DD", Name: "دلتا"},
			{ID: "EE", Name: "Epsilon"},
		},
		Organizations: []lineage.Organization{
			{ID: "club", Name: "Club of the North", Short: "CN", Kind: "treaty", Founded: dated("1980-05-06", "1980-07"), Ended: dated("1990-01-01"), Members: []lineage.Membership{
				member("AA", lineage.Founded), member("BB", lineage.Founded), suspended,
				left(lineage.RoleLeft, as(lineage.Observer, member("DD", lineage.Acceded, "1982-01-01")), "1984-02-03"),
				as(lineage.Observer, member("EE", lineage.Acceded)),
			}},
			{ID: "league", Name: "League of the North", Short: "LN", Kind: "union", Founded: dated("1990-01-01"), Predecessors: []lineage.Succession{from("club", lineage.Renamed, "1990-01-01")}, Members: []lineage.Membership{
				member("AA", lineage.Continued), member("BB", lineage.Continued), as(lineage.Observer, member("EE", lineage.Acceded, "[1994..1996-05]")),
				left(lineage.Lapsed, as(lineage.Guest, member("DD", lineage.Acceded, "1995-03-03")), "1995-03-04"),
			}},
			{ID: "zone", Name: "Trade Zone of the League", Short: "TZ", Kind: "customs union", Founded: dated("1995~"), Within: &lineage.Within{Organization: "league", Sources: []lineage.SourceID{"s"}}, Members: []lineage.Membership{
				member("AA", lineage.Founded), member("BB", lineage.Founded),
			}},
			{ID: "pact", Name: "Pact", Short: "Pact", Kind: "treaty", Founded: dated("1983-01-01"), Ended: dated("1998-01-01"), Members: []lineage.Membership{
				left(lineage.Withdrew, member("DD", lineage.Acceded, "1984-02-03"), "1992-12-31", "1993-06-01"),
			}},
			{ID: "union", Name: "Union", Short: "U", Kind: "union", Founded: dated("1997-01-01"), Predecessors: []lineage.Succession{from("pact", lineage.Absorbed, "1998-01-01"), from("league", lineage.Split, "1997-01-01")}, Members: []lineage.Membership{
				member("AA", lineage.Founded), member("CC", lineage.Acceded, "2001-02-28"),
			}},
		},
	}
}

// hostileName has what must not break a drawing.
const hostileName = "\"><script>&amp;]]>'\x00\x1b\xff\n\u202eدلتا\u202c {country} 𒐫𒐫 漢字 aVeryLongWordThatNobodyWouldEverBreakAnywhere-aVeryLongWordThatNobodyWouldEverBreakAnywhere"

// hostile is the sample under names that nobody would wish for.
func hostile() lineage.Dataset {
	d := sample()
	for i := range d.States {
		d.States[i].Name = fmt.Sprint(hostileName, " ", i)
	}
	for i := range d.Organizations {
		o := &d.Organizations[i]
		o.Name, o.Short = fmt.Sprint(i, " ", hostileName), fmt.Sprint("<", i, "&\">")
		if i == 0 {
			o.Short = hostileName
		}
		for j := range o.Members {
			if !o.Members[j].Role.Full() {
				o.Members[j].As = "<" + hostileName
			}
		}
	}
	return d
}

// shuffled returns the records of an atlas in another order.
func shuffled(a *lineage.Atlas) lineage.Dataset {
	d := a.Dataset()
	slices.Reverse(d.Organizations)
	slices.Reverse(d.States)
	slices.Reverse(d.Sources)
	for i := range d.Organizations {
		o := &d.Organizations[i]
		o.Members = slices.Clone(o.Members)
		slices.Reverse(o.Members)
	}
	return d
}
