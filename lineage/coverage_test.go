package lineage

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// library has a source of each sort that evidence tells apart.
var library = []Source{
	{ID: "s", Kind: Treaty, Title: "A treaty"},
	{ID: "act", Kind: OfficialAct, Title: "A law", Body: "North"},
	{ID: "named", Kind: Treaty, Title: "[A protocol]", Body: "South", Note: "Known but not read; named in the press."},
	{ID: "press", Kind: Press, Title: "News", Publisher: "Gazette"},
	{ID: "copy", Kind: Press, Title: "Other news", Publisher: "Echo, after Gazette"},
	{ID: "wiki", Kind: Encyclopedia, Title: "An article", Publisher: "Wiki"},
}

// by gives the first step of an event other sources.
func (s Steps) by(ids ...SourceID) Steps {
	s = s.clone()
	s[0].Sources = ids
	return s
}

// evidenceText shows a fact as a line to compare.
func evidenceText(f *Fact) string {
	who := ""
	switch {
	case f.State != nil:
		who = " " + string(f.State.ID)
	case f.Succession != nil:
		who = " " + string(f.Succession.From)
	}
	ids := make([]string, len(f.Sources))
	for i, id := range f.Sources {
		ids[i] = string(id)
	}
	line := fmt.Sprintf("%s%s %s [%s]", f.What, who, f.On, strings.Join(ids, " "))
	for _, x := range []struct {
		yes  bool
		text string
	}{
		{f.ToTheDay, "day"}, {f.Act, "act"}, {f.ActRead, "read"}, {f.Independent, "independent"}, {f.Disputed, "disputed"},
	} {
		if x.yes {
			line += " " + x.text
		}
	}
	if lacks := f.Lacks(); len(lacks) > 0 {
		line += fmt.Sprintf(", lacks %v", lacks)
	}
	return line
}

func TestFacts(t *testing.T) {
	t.Parallel()
	tests := []struct {
		reason string
		change func(o *Organization)
		want   []string // without the founding, which all of them have
	}{
		{
			"a founder has the day, the dispute and the sources of the founding, and its own",
			func(o *Organization) {
				o.Founded = effect("2000-01-01", "2000-02-01").by("press")
				o.Members = []Membership{{State: "XN", Role: Member, Joined: Accession{How: Founded, Sources: []SourceID{"act", "press"}}}}
			},
			[]string{"accession XN 2000-01-01 [act press] day act read independent disputed"},
		},
		{
			"a founder with a day of its own does not",
			func(o *Organization) {
				o.Founded = effect("2000-01-01", "2000-02-01").by("act")
				o.Members = []Membership{{State: "XN", Role: Member, Joined: Accession{How: Founded, Steps: effect("2000-03-01").by("press")}}}
			},
			[]string{"accession XN 2000-03-01 [press] day, lacks [act-for-the-day second-source]"},
		},
		{
			"of several steps the one that counts is the fact, with its sources alone",
			func(o *Organization) {
				m := joined("XN", "2001-01-01")
				m.Joined.Steps = Steps{
					{Step: Signed, On: MustDate("2000-06-01"), Sources: []SourceID{"act"}},
					{Step: Effective, On: MustDate("2001-01"), Sources: []SourceID{"press", "wiki"}},
				}
				o.Members = []Membership{m}
			},
			[]string{"accession XN 2001-01 [press wiki] independent, lacks [day act-for-the-day]"},
		},
		{
			"signed, and no entry into force: no day, for it may be any day since",
			func(o *Organization) {
				m := joined("XN", "2001-01-01")
				m.Joined.Steps = Steps{{Step: Signed, On: MustDate("2000-06-01"), Sources: []SourceID{"act", "press"}}}
				o.Members = []Membership{m}
			},
			[]string{"accession XN [2000-06-01..] [act press] act read independent, lacks [entry-into-force day]"},
		},
		{
			"a doubtful day is no day, and a less precise rival no dispute",
			func(o *Organization) { o.Members = []Membership{joined("XN", "2001-01-01?", "2001")} },
			[]string{"accession XN 2001-01-01? [s] act read, lacks [day second-source]"},
		},
		{
			"an act that is only named is an act, but tells nothing by itself",
			func(o *Organization) {
				m := joined("XN", "2001-01-01")
				m.Joined.Steps = m.Joined.Steps.by("named", "wiki")
				o.Members = []Membership{m}
			},
			[]string{"accession XN 2001-01-01 [named wiki] day act, lacks [act-read other-than-encyclopedia independent-source]"},
		},
		{
			"what is only claimed is no fact, nor is what came of it",
			func(o *Organization) {
				m := joined("XN", "", "2001").left("2002-01-01")
				o.Members = []Membership{m}
			},
			nil,
		},
		{
			"departures and both ends of a suspension are facts; what ends with the organization is one",
			func(o *Organization) {
				o.Ended = effect("2010-01-01")
				o.Members = []Membership{joined("XN", "2001-01-01").left("2005-01-01").suspendedFor("2002-01-01", "2003-01-01"), joined("XS", "2001-01-01").suspendedFor("2002-01-01", "")}
			},
			[]string{
				"accession XN 2001-01-01 [s] day act read, lacks [second-source]",
				"suspension XN 2002-01-01 [s] day act read, lacks [second-source]",
				"resumption XN 2003-01-01 [s] day act read, lacks [second-source]",
				"departure XN 2005-01-01 [s] day act read, lacks [second-source]",
				"accession XS 2001-01-01 [s] day act read, lacks [second-source]",
				"suspension XS 2002-01-01 [s] day act read, lacks [second-source]",
				"end 2010-01-01 [s] day act read, lacks [second-source]",
			},
		},
		{
			"a member of whom no date is known is a fact without a day",
			func(o *Organization) {
				o.Members = []Membership{joined("XN", "").sourcedOnly()}
			},
			[]string{"accession XN  [s] act read, lacks [day second-source]"},
		},
		{
			"a proposal is none",
			func(o *Organization) {
				o.Proposed, o.Founded = true, Steps{{Step: Announced, On: MustDate("2000-01-01"), Sources: []SourceID{"s"}}}
			},
			nil,
		},
	}
	for _, tt := range tests {
		o := body("x", "2000-01-01", "")
		tt.change(&o)
		d := dataset(o)
		d.Sources = library
		all := must[[]Coverage](t)(mustNew(t, d).Coverage("x"))
		var got []string
		for i := range all[0].Facts {
			if f := &all[0].Facts[i]; f.What != FoundingEvent {
				got = append(got, evidenceText(f))
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

func TestIndependent(t *testing.T) {
	t.Parallel()
	paper := Source{ID: "a", Kind: Press, Title: "News", Publisher: "Gazette", URL: "https://www.gazette.org/1"}
	tests := []struct {
		a, b   Source
		want   bool
		reason string
	}{
		{paper, Source{ID: "b", Kind: Press, Title: "Views", Publisher: "Mirror"}, true, "two papers"},
		{paper, paper, false, "the same entry"},
		{paper, Source{ID: "b", Kind: Treaty, Title: "A treaty", Body: "North, South"}, true, "the act and the press"},
		{paper, Source{ID: "b", Kind: Press, Title: "Views", Publisher: "GAZETTE"}, false, "one publisher, in another case"},
		{paper, Source{ID: "b", Kind: Press, Title: "Views", Publisher: "Echo, after Gazette"}, false, "taken over from the other"},
		{paper, Source{ID: "b", Kind: Press, Title: "Views", Publisher: "Gazette, copy on echo.org"}, false, "a copy"},
		{paper, Source{ID: "b", Kind: Press, Title: "Views", Publisher: "Echo (archive of the Gazette)"}, false, "in brackets"},
		{paper, Source{ID: "b", Kind: Press, Title: "Views", Publisher: "Gazette of Commerce"}, true, "another name that begins alike"},
		{paper, Source{ID: "b", Kind: OfficialPage, Title: "Views", Body: "Gazette"}, false, "a publisher that is a body elsewhere"},
		{paper, Source{ID: "b", Kind: Press, Title: "Views", Publisher: "Mirror", URL: "https://en.gazette.org/2"}, false, "one site"},
		{paper, Source{ID: "b", Kind: Press, Title: "Views", Publisher: "Mirror", URL: "https://mygazette.org/2"}, true, "an address that ends alike"},
		{paper, Source{ID: "b", Kind: Press, Title: "Views", URL: "https://mirror.org"}, true, "the address says who"},
		{paper, Source{ID: "b", Kind: Press, Title: "NEWS", Publisher: "Mirror"}, false, "the same title"},
		{Source{ID: "a", Kind: Press, Title: "[Report]", Publisher: "Gazette"}, Source{ID: "b", Kind: Press, Title: "[Report]", Publisher: "Mirror"}, true, "descriptions are no titles"},
		{paper, Source{ID: "b", Kind: Press, Title: "Views"}, false, "nobody knows whose"},
		{paper, Source{ID: "b", Kind: Press, Title: "Views", Note: "Found in the attic."}, false, "a note names nobody"},
		{paper, Source{ID: "b", Kind: Treaty, Title: "A treaty", Body: "North", Note: "Known but not read; named in the Gazette."}, false, "known from others"},
		{Source{ID: "a", Kind: Encyclopedia, Title: "A", Publisher: "Books"}, Source{ID: "b", Kind: Encyclopedia, Title: "B", Publisher: "Wiki"}, false, "two encyclopedias"},
		{Source{ID: "e", Kind: Encyclopedia, Title: "A", Publisher: "Books"}, paper, true, "an encyclopedia and a paper"},
		{Source{ID: "a", Kind: Treaty, Title: "A", Body: "Governments of North, South and West"}, Source{ID: "b", Kind: OfficialAct, Title: "B", Body: "West"}, false, "one body of several"},
		{Source{ID: "a", Kind: Scholarship, Title: "A", Author: "Ann Lee, Bo Poe", Publisher: "X"}, Source{ID: "b", Kind: Scholarship, Title: "B", Author: "Bo Poe", Publisher: "Y"}, false, "one author of two"},
		{Source{ID: "e", Kind: Press, Title: "A", URL: "::"}, paper, false, "an address that is none"},
	}
	for _, tt := range tests {
		if got, back := Independent(&tt.a, &tt.b), Independent(&tt.b, &tt.a); got != tt.want || back != tt.want {
			t.Errorf("Independent(%+v, %+v) = %v, the other way %v, want %v (%s)", tt.a, tt.b, got, back, tt.want, tt.reason)
		}
	}
}

func TestCoverage(t *testing.T) {
	t.Parallel()
	a := mustNew(t, southern())
	all := must[[]Coverage](t)(a.Coverage())
	var ids []OrgID
	for _, c := range all {
		ids = append(ids, c.Organization.ID)
		if n := len(c.Facts); n != c.All.Number || c.Counted.Number > n {
			t.Errorf("%s: %d facts, counted %d, of memberships and successions %d", c.Organization.ID, n, c.All.Number, c.Counted.Number)
		}
	}
	var want []OrgID
	for _, o := range a.Organizations() {
		want = append(want, o.ID)
	}
	if !slices.Equal(ids, want) {
		t.Errorf("the order is %v, want that of the atlas, %v", ids, want)
	}

	// By hand: 4 foundings, 2 ends, 2 successions, 24 accessions (that of MG in
	// SADCC is only claimed), 5 departures, and a suspension with its end.
	sum := AddCoverage(all...)
	if got := sum.All.Number; got != 39 {
		t.Errorf("%d facts, want 39", got)
	}
	if got := sum.Counted.Number; got != 39-4-2 {
		t.Errorf("%d parts of memberships and successions, want %d", got, 39-4-2)
	}
	if got, want := sum.Claims, 4; got != want {
		t.Errorf("%d rival claims, want %d", got, want)
	}
	if sum.Organization != nil {
		t.Error("a sum is of no one organization")
	}

	some := must[[]Coverage](t)(a.Coverage("sadc", "fls", "sadc"))
	if len(some) != 2 || some[0].Organization.ID != "fls" {
		t.Errorf("asked for two organizations, one of them twice, it answers for %d, the first %s", len(some), some[0].Organization.ID)
	}
	if _, err := a.Coverage("nowhere"); !errors.Is(err, ErrNotFound) {
		t.Errorf("Coverage of an unknown organization: %v", err)
	}
}

func TestGoals(t *testing.T) {
	t.Parallel()
	tests := []struct {
		t      Tally
		want   string
		reason string
	}{
		{Tally{Number: 10, Sourced: 10, ToTheDay: 9, Act: 5}, "sourced true day true act true", "just enough"},
		{Tally{Number: 1000, Sourced: 999, ToTheDay: 899, Act: 499}, "sourced false day false act false", "one short is short"},
		{Tally{}, "sourced true day true act true", "nothing is missing of nothing"},
	}
	for _, tt := range tests {
		var got []string
		for _, g := range tt.t.Goals() {
			got = append(got, g.Name, fmt.Sprint(g.Reached()))
		}
		if text := strings.Join(got, " "); text != tt.want {
			t.Errorf("goals of %+v: %s, want %s (%s)", tt.t, text, tt.want, tt.reason)
		}
	}
}

func BenchmarkCoverage(b *testing.B) {
	a := mustNew(b, chain(100))
	b.ReportAllocs()
	for b.Loop() {
		if all, err := a.Coverage(); err != nil || len(all) != 100 {
			b.Fatal(len(all), err)
		}
	}
}
