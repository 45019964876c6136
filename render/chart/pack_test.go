package chart

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
)

// lanesOf tells what stands in each sub-row of a state.
func lanesOf(t *testing.T, a *lineage.Atlas, v render.View, state lineage.StateID) []string {
	t.Helper()
	s, l := laidOut(t, a, Options{View: v})
	var lanes []string
	for i := range l.Rows {
		if l.Rows[i].State != state {
			continue
		}
		lanes = make([]string, l.Rows[i].SubRows)
		for _, b := range l.Bars {
			if b.Row == i {
				lanes[b.SubRow] = strings.TrimSpace(lanes[b.SubRow] + " " + string(s.Bodies[s.Spells[b.Spell].Body].ID))
			}
		}
	}
	return lanes
}

func TestSubRows(t *testing.T) {
	a := builtIn(t)
	for _, c := range []struct {
		state  lineage.StateID
		orgs   []lineage.OrgID
		want   string
		reason string
	}{
		{"KZ", core, "caeu caec caco | eurasec eaeu", "a line reads as one row, and so does what replaced it"},
		{"UZ", core, "caeu caec caco | eurasec eurasec eaeu", "candidate, member and observer later"},
		{"TJ", core, "caeu caeu caec caco | eurasec", "an observer that becomes a member stays in its row"},
		{"RU", core, "caeu caec caco | eurasec eaeu", "gaps do not part a line"},
		{"AM", core, "eurasec eaeu", "no more sub-rows than needed"},
		{"AZ", []lineage.OrgID{"guam-1997", "guuam", "guam-2005", "oded-guam", "cst"}, "cst | guam-1997 guuam guam-2005 oded-guam", "four names of one body"},
	} {
		if got := strings.Join(lanesOf(t, a, render.View{Organizations: c.orgs}, c.state), " | "); got != c.want {
			t.Errorf("%s: %s, want %s (%s)", c.state, got, c.want, c.reason)
		}
	}
}

// No state has more sub-rows than bars stand above each other.
func TestFewestSubRows(t *testing.T) {
	check := func(t interface{ Errorf(string, ...any) }, l *layout) {
		for i, r := range l.Rows {
			var extents []extent
			for j := range l.Bars {
				if l.Bars[j].Row == i {
					extents = append(extents, l.Bars[j].extent())
				}
			}
			most := 0
			for _, e := range extents {
				n := 0
				for _, f := range extents {
					if f.from <= e.from && e.from < f.to-slight {
						n++
					}
				}
				most = max(most, n)
			}
			if r.SubRows > most {
				t.Errorf("%s has %d sub-rows, want at most %d: %v", r.State, r.SubRows, most, extents)
			}
		}
	}
	for _, c := range chartCases(t) {
		_, l := laidOut(t, c.atlas, c.opts)
		check(t, l)
	}
	rapid.Check(t, func(r *rapid.T) {
		a, opts := anyAtlas.Draw(r, "atlas"), anyOptions(r)
		_, l := laidOut(t, a, opts)
		check(r, l)
	})
}

// Organizations that follow each other never have the same colour.
func TestColours(t *testing.T) {
	for _, c := range chartCases(t) {
		s, l := laidOut(t, c.atlas, c.opts)
		hues := map[int]int{}
		for _, b := range l.Bars {
			hues[s.Spells[b.Spell].Body] = b.Hue
		}
		for _, f := range s.Flows {
			from, drawn := hues[f.From]
			to, also := hues[f.To]
			if drawn && also && from == to {
				t.Errorf("%s: %s and %s have the same colour", c.name, s.Bodies[f.From].ID, s.Bodies[f.To].ID)
			}
		}
	}
}

// TestSnapshot: the list agrees with the atlas, for every organization.
func TestSnapshot(t *testing.T) {
	check := func(t interface{ Errorf(string, ...any) }, a *lineage.Atlas, opts Options, l *layout) {
		var got, want []string
		for _, g := range l.Snapshot.Groups {
			for _, m := range g.Members {
				got = append(got, fmt.Sprint(g.Organization, " ", m.State, " ", m.Role, " ", m.Answer, " ", m.Suspended))
			}
		}
		roles := opts.Roles
		if roles == 0 {
			roles = lineage.EveryRole
		}
		for _, o := range a.Organizations() {
			if len(opts.Organizations) > 0 && !slices.Contains(opts.Organizations, o.ID) {
				continue
			}
			there, err := a.MembersOn(o.ID, opts.On, lineage.Query{Roles: roles, Basis: opts.Basis})
			if err != nil {
				t.Errorf("%v", err)
			}
			for _, st := range there {
				want = append(want, fmt.Sprint(o.ID, " ", st.Membership.State, " ", st.Membership.Role, " ", st.Answer, " ", st.Suspended))
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("on %s:\n%s\nwant\n%s", opts.On, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	a := builtIn(t)
	for _, on := range []string{"1994-05-01", "2002", "2004-12-31", "2008-11", "2014-12-31", "2020-01-01", "[2005..2007]", "1900", "2100-01-01"} {
		for _, v := range []render.View{{}, {Organizations: core, Roles: lineage.RolesOf(lineage.Observer)}, {Organizations: core, Basis: lineage.BySignature}} {
			opts := Options{View: v, On: lineage.MustDate(on)}
			_, l := laidOut(t, a, opts)
			check(t, a, opts, l)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		a, opts := anyAtlas.Draw(r, "atlas"), anyOptions(r)
		if opts.On.IsZero() {
			opts.On = lineage.MustDate("1988")
		}
		_, l := laidOut(t, a, opts)
		check(r, a, opts, l)
	})
}

// TestSnapshotWords: how the list says it.
func TestSnapshotWords(t *testing.T) {
	for _, c := range []struct{ on, language, want, reason string }{
		{"2009-01-01", "", "members: Belarus, Kazakhstan, Kyrgyzstan, Russia, Tajikistan, Uzbekistan (suspended)", "suspended all day"},
		{"2008-10", "", "Uzbekistan (perhaps suspended)", "suspended from the 20th"},
		{"2004-12-31", "", "observers: Georgia (perhaps), Türkiye (perhaps), Ukraine (perhaps)", "nobody knows when"},
		{"2009-01-01", "ru", "Узбекистан (участие приостановлено)", "in Russian"},
		{"1990-01-01", "", "Nobody was in any of the organizations.", "before all"},
	} {
		_, l := laidOut(t, builtIn(t), Options{View: render.View{Organizations: core, Language: c.language}, On: lineage.MustDate(c.on)})
		var lines []string
		for _, n := range l.Snapshot.Nobody {
			lines = append(lines, n.Text)
		}
		for _, g := range l.Snapshot.Groups {
			for _, line := range g.Lines {
				lines = append(lines, line.Text)
			}
		}
		if got := strings.Join(lines, " "); !strings.Contains(got, c.want) {
			t.Errorf("on %s: %q does not say %q (%s)", c.on, got, c.want, c.reason)
		}
	}
}

// A stranger does not take the sub-row in which a successor is still to come.
func TestSubRowKept(t *testing.T) {
	in := func(id string, since, until string, after ...lineage.Succession) lineage.Organization {
		o := lineage.Organization{ID: lineage.OrgID(id), Name: "Organization " + id, Short: id, Kind: "union", Founded: dated(since), Predecessors: after, Members: []lineage.Membership{member("AA", lineage.Founded)}}
		if until != "" {
			o.Ended = dated(until)
		}
		return o
	}
	undated := lineage.Succession{From: "a", How: lineage.Replaced, Steps: lineage.Steps{{Step: lineage.Effective, Sources: []lineage.SourceID{"s"}}}}
	d := lineage.Dataset{
		Sources: []lineage.Source{{ID: "s", Kind: lineage.Treaty, Title: "A treaty"}},
		States:  []lineage.State{{ID: "AA", Name: "Alba"}},
		Organizations: []lineage.Organization{
			in("a", "1980-01-01", "1990-01-01"), in("b", "1981-01-01", "1990-01-01"),
			in("stranger", "1990-01-01", ""), in("heir", "1991-01-01", "", undated),
		},
	}
	if got := strings.Join(lanesOf(t, sampleAtlas(t, d), render.View{}, "AA"), " | "); got != "a heir | b stranger" {
		t.Errorf("the sub-rows are %s", got)
	}
}
