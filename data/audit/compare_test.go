package audit

import (
	"errors"
	"fmt"
	"go/build"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
)

// leagues is an atlas of two organizations that a table may take for one: Old,
// from 2000, of which A and B are members from then on, C from some day of 2001 or
// 2002, and D an observer, a member from July 2002; and New, which follows on
// 1 April 2003 without B.
func leagues(t *testing.T) *lineage.Atlas {
	t.Helper()
	on := func(step lineage.Step, date string) lineage.Steps {
		return lineage.Steps{{Step: step, On: lineage.MustDate(date), Sources: []lineage.SourceID{"s"}}}
	}
	joined := func(how lineage.AccessionKind, date string) lineage.Accession {
		a := lineage.Accession{How: how, Sources: []lineage.SourceID{"s"}}
		if date != "" {
			a.Steps = on(lineage.Effective, date)
		}
		return a
	}
	set := lineage.Dataset{
		Sources: []lineage.Source{{ID: "s", Kind: lineage.Press, Title: "T", Publisher: "P", Date: lineage.MustDate("2000"), URL: "https://example.org/"}},
		States: []lineage.State{
			{ID: "AA", Name: "Arcadia", COWNumber: 1, COWCode: "ARC", Sources: []lineage.SourceID{"s"}},
			{ID: "BB", Name: "Old Bohemia", COWNumber: 2, COWCode: "BOH", Sources: []lineage.SourceID{"s"}},
			{ID: "CC", Name: "Cockaigne", COWNumber: 3, COWCode: "COC", Sources: []lineage.SourceID{"s"}},
			{ID: "DD", Name: "Dystopia", COWNumber: 4, COWCode: "DYS", Sources: []lineage.SourceID{"s"}},
			{ID: "EE", Name: "Erewhon", COWNumber: 5, COWCode: "ERE", Sources: []lineage.SourceID{"s"}},
		},
		Organizations: []lineage.Organization{
			{
				ID: "old", Name: "Old League", Short: "OL", Kind: "league", Founded: on(lineage.Effective, "2000-03-01"), Ended: on(lineage.Effective, "2003-04-01"),
				Members: []lineage.Membership{
					{State: "AA", Role: lineage.Member, Joined: joined(lineage.Founded, "")},
					{State: "BB", Role: lineage.Member, Joined: joined(lineage.Founded, "")},
					{State: "CC", Role: lineage.Member, Joined: joined(lineage.Acceded, "[2001-02..2002-02]")},
					{
						State: "DD", Role: lineage.Observer, Joined: joined(lineage.Acceded, "2000-06-01"),
						Left: lineage.Departure{How: lineage.RoleLeft, Steps: on(lineage.Effective, "2002-07-01")},
					},
					{State: "DD", Role: lineage.Member, Joined: joined(lineage.RoleTaken, "2002-07-01")},
				},
			},
			{
				ID: "new", Name: "New League", Short: "NL", Kind: "league", Founded: on(lineage.Effective, "2003-04-01"),
				Predecessors: []lineage.Succession{{From: "old", To: "new", How: lineage.Transformed, Steps: on(lineage.Effective, "2003-04-01")}},
				Members: []lineage.Membership{
					{State: "AA", Role: lineage.Member, Joined: joined(lineage.Founded, "")},
					{State: "CC", Role: lineage.Member, Joined: joined(lineage.Founded, "")},
				},
			},
		},
	}
	atlas, err := lineage.New(set)
	if err != nil {
		t.Fatal(err)
	}
	return atlas
}

func crosswalk(t *testing.T, text string) []*data.Crosswalk {
	t.Helper()
	w, err := data.ReadCrosswalk("w.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return []*data.Crosswalk{w}
}

const both = "organizations: [{theirs: LEAGUE, ours: [old, new]}, {theirs: OL, note: another one}]\nstates: [{theirs: bohemia, ours: [BB]}]\n"

// tell writes a disagreement as a test says it.
func tell(d *Disagreement) string {
	said := func(s *Said) string { return fmt.Sprint(s.InYear, s.OnLastDay) }
	s := fmt.Sprintf("%s %s %s: %s / %s %v", d.Body.Theirs, d.State.ID, d.Years, said(&d.Theirs), said(&d.Ours), d.Verdict)
	if d.NoRow {
		s += ", no row"
	}
	switch d.Verdict {
	case ByEntry:
		s += ": " + d.Explanation.Note
	case ByRule:
		s += " as granularity"
	}
	return s
}

func TestCompare(t *testing.T) {
	t.Parallel()
	const head = "ioname,year,arcadia,bohemia,cockaigne,dystopia,angola,version\n"
	for _, tt := range []struct {
		reason, table, walk string
		opts                Options
		want                []string
		compared, agreed    int
	}{
		{
			reason: "as the atlas has it: one body for two organizations, and either answer where it says maybe",
			table:  head + "LEAGUE,2001,1,1,0,3,9,3\nLEAGUE,2002,1,1,1,1,9,3\nLEAGUE,2004,1,0,1,0,9,3\n",
			walk:   both, compared: 12, agreed: 12,
		},
		{
			reason: "years in which something changes: any value that was right on some day is granularity",
			table:  head + "LEAGUE,2000,0,1,0,3,9,3\nLEAGUE,2002,1,1,1,3,9,3\nLEAGUE,2003,1,0,1,0,9,3\n",
			walk:   both, compared: 12, agreed: 8,
			want: []string{
				"LEAGUE AA 2000: [no] [no] / [member] [member] explained as granularity",
				"LEAGUE BB 2003: [no] [no] / [member] [no] explained as granularity",
				"LEAGUE DD 2002: [observer] [observer] / [member] [member] explained as granularity",
				"LEAGUE DD 2003: [no] [no] / [member] [no] explained as granularity",
			},
		},
		{
			reason: "which is no explanation if it is refused",
			table:  head + "LEAGUE,2000,0,1,0,3,9,3\n",
			walk:   both, opts: Options{Strict: true}, compared: 4, agreed: 3,
			want: []string{"LEAGUE AA 2000: [no] [no] / [member] [member] unexplained"},
		},
		{
			reason: "years that follow each other are one disagreement, also where the table has a year in five",
			table:  head + "LEAGUE,2005,0,0,1,0,9,3\nLEAGUE,2010,0,0,1,0,9,3\nLEAGUE,2015,1,0,1,0,9,3\nLEAGUE,2020,0,0,1,0,9,3\n",
			walk:   both, compared: 16, agreed: 13,
			want: []string{
				"LEAGUE AA 2005..2010: [no] [no] / [member] [member] unexplained",
				"LEAGUE AA 2020: [no] [no] / [member] [member] unexplained",
			},
		},
		{
			reason: "no row where the atlas knows members, and what is missing or outside is not compared",
			table:  head + "LEAGUE,2001,-9,,0,-1,9,3\nOTHER,2002,1,1,1,1,9,3\n",
			walk:   both, compared: 5, agreed: 1,
			want: []string{
				"LEAGUE AA 2002: [no] [no] / [member] [member] unexplained, no row",
				"LEAGUE BB 2002: [no] [no] / [member] [member] unexplained, no row",
				"LEAGUE DD 2002: [no] [no] / [member] [member] unexplained, no row",
				"LEAGUE CC 2002: [no] [no] / [member] [member] explained, no row as granularity",
			},
		},
		{
			reason: "the first explanation that fits is taken; it may leave out what it does not mind",
			table:  head + "LEAGUE,2004,1,1,0,3,9,3\nLEAGUE,2005,1,1,0,3,9,3\n",
			walk: both + `explanations:
  - {organization: league, state: BB, years: 2004, theirs: observer, why: error, note: not this one, sources: [s]}
  - {organization: NL, state: BB, years: ..2004, theirs: 1, ours: no, why: error, note: stays on the list, sources: [s]}
  - {organization: OL, years: 2004.., ours: member, why: definition, note: half a member, sources: [s]}
  - {organization: NL, state: DD, years: 2004.., theirs: no, why: error, note: never, sources: [s]}
`,
			compared: 8, agreed: 2,
			want: []string{
				"LEAGUE BB 2005: [member] [member] / [no] [no] unexplained",
				"LEAGUE DD 2004..2005: [observer] [observer] / [no] [no] unexplained",
				"LEAGUE BB 2004: [member] [member] / [no] [no] explained: stays on the list",
				"LEAGUE CC 2004..2005: [no] [no] / [member] [member] explained: half a member",
			},
		},
		{
			reason: "two columns for one state: the stronger counts, and the weaker explains nothing",
			table:  "ioname,year,boh,bohemia\nLEAGUE,2001,0,1\nLEAGUE,2003,-1,2\nLEAGUE,2004,0,1\n",
			walk:   both, compared: 3, agreed: 1,
			want: []string{
				"LEAGUE BB 2003: [associate] [associate] / [member] [no] unexplained",
				"LEAGUE BB 2004: [member] [member] / [no] [no] unexplained",
			},
		},
		{
			reason: "a table by states: -1 says that there was no organization, a state without a row was none",
			table:  "ccode,year,state,league\n1,1999,arcadia,-1\n1,2001,arcadia,1\n2,2001,bohemia,1\n1,2002,arcadia,-1\n3,2001,cockaigne,NA\n",
			walk:   both, compared: 3, agreed: 2,
			want: []string{"LEAGUE AA 2002: [no] [no] / [member] [member] unexplained, no row"},
		},
		{
			reason: "a list by years; two roles in a year are as good as the stronger, and each right on some day",
			table:  "organization,state,role,year\nOld League,Dystopia,observer,2002\nOld League,DD,member,2002\nOL,AA,,2002\nOL,BB,,2002\nOL,CC,,2002\n",
			opts:   Options{ByName: true}, compared: 4, agreed: 4,
		},
		{
			reason: "a list without roles tells full members only",
			table:  "organization,state,year\nOL,AA,2001\nOL,BB,2001\nOL,CC,2001\n",
			opts:   Options{ByName: true}, compared: 3, agreed: 3,
		},
		{
			reason: "a list by dates is exact, so nothing in it is granularity",
			table:  "organization,state,role,from,to\nOL,AA,,2000-03-01,2003-03-31\nOL,BB,,2000-03,2002\nOL,CC,,2001-06-01,2003-03-31\nOL,DD,,2002-07-01,2003-03-31\nOL,DD,observer,2000-06-01,2001\n",
			opts:   Options{ByName: true}, compared: 16, agreed: 15,
			want: []string{"OL BB 2003: [no] [no] / [member] [no] unexplained"},
		},
		{
			reason: "only some organizations, states and years, and another basis",
			table:  head + "LEAGUE,2005,0,0,0,0,9,3\nLEAGUE,2006,0,0,0,0,9,3\n",
			walk:   both, opts: Options{Organizations: []string{"New League"}, States: []lineage.StateID{"CC"}, First: 2006, Basis: lineage.BySignature},
			compared: 1,
			want:     []string{"LEAGUE CC 2006: [no] [no] / [member] [member] unexplained"},
		},
	} {
		o := tt.opts
		if tt.walk != "" {
			o.Crosswalks = crosswalk(t, tt.walk)
		}
		r, err := Compare(leagues(t), strings.NewReader(tt.table), o)
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		var got []string
		unexplained := 0
		for i := range r.Disagreements {
			got = append(got, tell(&r.Disagreements[i]))
			if r.Disagreements[i].Verdict == Unexplained {
				unexplained += r.Disagreements[i].Cells
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
		if r.Compared != tt.compared || r.Agreed != tt.agreed || r.Unexplained != unexplained ||
			r.Agreed+r.Explained+r.Granularity+r.Unexplained != r.Compared {
			t.Errorf("%s: %+v, want %d compared, %d agreed, %d unexplained", tt.reason, r.Counts, tt.compared, tt.agreed, unexplained)
		}
	}
}

// What is not known, has no column or explains nothing is told.
func TestReport(t *testing.T) {
	t.Parallel()
	table := "ioname,year,arcadia,angola,erewhon\nLEAGUE,2001,1,0,0\nCAEC,2001,1,0,0\n"
	walk := both + `explanations:
  - {organization: LEAGUE, state: EE, years: 2001, why: error, note: never was so, sources: [s]}
  - {organization: LEAGUE, state: AA, years: 2002, why: error, note: a year that the table has not, sources: [s]}
  - {organization: CAEC, state: AA, years: 2001, why: error, note: a body that is not ours, sources: [s]}
`
	r, err := Compare(leagues(t), strings.NewReader(table), Options{Crosswalks: crosswalk(t, walk)})
	if err != nil {
		t.Fatal(err)
	}
	if cmp.Diff([]string{"CAEC"}, r.OtherOrganizations) != "" || cmp.Diff([]string{"angola"}, r.OtherStates) != "" {
		t.Errorf("not known: %q, %q", r.OtherOrganizations, r.OtherStates)
	}
	if diff := cmp.Diff([]lineage.StateID{"BB", "CC", "DD"}, r.NoColumn); diff != "" {
		t.Errorf("no column: %s", diff)
	}
	if len(r.Unused) != 1 || r.Unused[0].Line != 4 {
		t.Errorf("unused: %v", r.Unused)
	}
	// Whoever leaves something out leaves open whether an explanation is needed.
	for _, o := range []Options{{First: 2001, Last: 2001}, {States: []lineage.StateID{"AA"}}} {
		o.Crosswalks = crosswalk(t, both+"explanations: [{organization: LEAGUE, years: 2001.., why: error, note: n, sources: [s]}]")
		r, err := Compare(leagues(t), strings.NewReader(table+"LEAGUE,2002,1,0,0\n"), o)
		if err != nil || len(r.Unused) != 0 {
			t.Errorf("%+v: unused %v, %v", o, r.Unused, err)
		}
	}
}

func TestCompareErrors(t *testing.T) {
	t.Parallel()
	atlas := leagues(t)
	table := "ioname,year,arcadia\nLEAGUE,2001,1\n"
	for _, tt := range []struct {
		reason, table string
		opts          Options
		want          error
	}{
		{"no crosswalk, and names are not looked up", table, Options{}, ErrNothing},
		{"years that the table has not", table, Options{Crosswalks: crosswalk(t, both), First: 2010}, ErrNothing},
		{"a name that means none of ours", "ioname,year,arcadia\nOL,2001,1\n", Options{Crosswalks: crosswalk(t, both), ByName: true}, ErrNothing},
		{"an organization that nobody knows", table, Options{Crosswalks: crosswalk(t, both), Organizations: []string{"Atlantis"}}, lineage.ErrNotFound},
	} {
		if _, err := Compare(atlas, strings.NewReader(tt.table), tt.opts); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", tt.reason, err)
		}
	}
	var problems cow.Problems
	if _, err := Compare(atlas, strings.NewReader("nothing"), Options{File: "f"}); !errors.As(err, &problems) {
		t.Errorf("a table that is none: %v", err)
	}
}

// Nearest tells the memberships that say most about the years.
func TestNearest(t *testing.T) {
	t.Parallel()
	atlas := leagues(t)
	all, err := atlas.Memberships("DD", lineage.Query{Roles: lineage.EveryRole})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		reason string
		years  data.Years
		want   string
	}{
		{"before both, the first", data.Years{First: 1998, Last: 1999}, "observer"},
		{"in both", data.Years{First: 2002, Last: 2002}, "observer member"},
		{"in one", data.Years{First: 2001, Last: 2001}, "observer"},
		{"after both, the last", data.Years{First: 2005, Last: 2006}, "member"},
	} {
		d := Disagreement{Years: tt.years, Standings: all}
		var roles []string
		for _, st := range d.Nearest() {
			roles = append(roles, st.Membership.Role.String())
		}
		if got := strings.Join(roles, " "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.reason, got, tt.want)
		}
	}
	if n := (&Disagreement{}).Nearest(); n != nil {
		t.Errorf("of none: %v", n)
	}
	if s := Unexplained.String() + ByEntry.String() + ByRule.String() + Verdict(7).String(); s != "unexplainedexplainedexplainedverdict 7" {
		t.Error(s)
	}
}

// TestImports keeps the packages where they belong: a comparison is a question
// to the atlas, and the reader of tables knows no files of facts.
func TestImports(t *testing.T) {
	t.Parallel()
	const module = "github.com/orglineage/orglineage/"
	for dir, want := range map[string][]string{
		".":      {module + "data", module + "data/cow", module + "lineage"},
		"../cow": {module + "lineage"},
	} {
		p, err := build.ImportDir(dir, 0)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, path := range p.Imports {
			if strings.Contains(path, ".") {
				got = append(got, path)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", dir, diff)
		}
	}
}
