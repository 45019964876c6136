package lineage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// entangled has everything that an extract has to cut or to complete.
func entangled() Dataset {
	a := body("a", "1990", "2000-01-01", founder("AA"))
	b := body("b", "1991", "2000-01-01", founder("BB"))
	c := body("c", "2000-01-01", "2010-01-01", founder("AA"), founder("BB")).after("a", Merged, "2000-01-01").after("b", Merged, "2000-01-01")
	d := body("d", "2010-01-01", "", founder("AA")).after("c", Split, "2010-01-01")
	e := body("e", "2010-01-01", "", founder("BB"), joined("XE", "2011-05-01").as(Observer)).after("c", Split, "2010-01-01")
	f := body("f", "2012", "", founder("AA")).after("d", Split, "2012") // d lives on
	d.Within = &Within{Organization: "e", Sources: []SourceID{"within"}}
	a.Ambiguous, e.Ambiguous = []string{"The Body"}, []string{"the body"}
	a.Collections = []CollectionID{"old"}
	f.Collections = []CollectionID{"new"}
	f.Founded[0].Place, a.Founded[0].Place = "Newtown", "Hamlet"
	f.Notes = []Note{{Text: "a note", Sources: []SourceID{"note"}}}
	f.Founded[0].Rivals = []Claim{{On: MustDate("2013"), Sources: []SourceID{"rival"}}}

	set := dataset(a, b, c, d, e, f)
	for i := range set.States {
		switch s := &set.States[i]; s.ID {
		case "XE":
			s.Kind, s.Is = Body, "e"
		case "AA":
			s.Continues = &Continuation{State: "OLD", Sources: []SourceID{"state"}}
		}
	}
	set.States = append(set.States, State{ID: "OLD", Name: "Old State"}, State{ID: "ZZ", Name: "Unused"})
	for _, id := range []SourceID{"within", "note", "rival", "state", "place", "collection", "unused"} {
		set.Sources = append(set.Sources, Source{ID: id, Kind: Press, Title: string(id)})
	}
	set.Collections = []Collection{{ID: "old", Name: "Old"}, {ID: "new", Name: "New", Sources: []SourceID{"collection"}}}
	set.Places = []Place{
		{Name: "Newtown", Former: []FormerName{{Name: "Oldtown", Until: MustDate("2005"), Sources: []SourceID{"place"}}}},
		{Name: "Hamlet"},
	}
	set.Lookalikes = []Lookalike{{"Other", "something else"}}
	return set
}

// outline tells what an atlas holds.
func outline(a *Atlas) string {
	var b strings.Builder
	d := a.Dataset()
	for _, o := range d.Organizations {
		fmt.Fprintf(&b, "%s[%d]", o.ID, len(o.Members))
		for _, s := range o.Predecessors {
			fmt.Fprintf(&b, "<%s", s.From)
		}
		if o.Within != nil {
			fmt.Fprintf(&b, "@%s", o.Within.Organization)
		}
		b.WriteByte(' ')
	}
	b.WriteString("| ")
	for _, s := range d.States {
		fmt.Fprintf(&b, "%s%s ", s.ID, s.Is)
	}
	b.WriteString("| ")
	for _, s := range d.Sources {
		fmt.Fprintf(&b, "%s ", s.ID)
	}
	b.WriteString("| ")
	for _, l := range d.Lookalikes {
		fmt.Fprintf(&b, "%s=%s ", l.Name, l.Means)
	}
	b.WriteString("| ")
	for _, c := range d.Collections {
		fmt.Fprintf(&b, "%s ", c.ID)
	}
	b.WriteString("| ")
	for _, p := range d.Places {
		fmt.Fprintf(&b, "%s ", p.Name)
	}
	return strings.TrimSpace(b.String())
}

func TestExtract(t *testing.T) {
	t.Parallel()
	a := mustNew(t, entangled())
	for _, c := range []struct {
		ids          string
		keep         func(*Organization, *Membership) bool
		want, reason string
	}{
		{"a", nil, "a[1] | AA OLD | s state | Other=something else The Body=Organization E | old | Hamlet", "alone; its name stays ambiguous, its state brings the one it continues"},
		{"a c", nil, "a[1] b[1] c[2]<a<b | AA BB OLD | s state | Other=something else The Body=Organization E | old | Hamlet", "a merger needs the other one"},
		{"c", nil, "c[2] | AA BB OLD | s state | Other=something else | |", "a merger of which neither is named is left out"},
		{"c d", nil, "c[2] d[1]<c@e e[2]<c | AA BB OLD XEe | s state within | Other=something else the body=Organization A | |", "a split needs the other part, which brings back what d is within"},
		{"d f", nil, "d[1] f[1]<d | AA OLD | collection note place rival s state | Other=something else | new | Newtown", "who lives on may let go one alone; rivals, notes, places and collections bring their sources"},
		{"e", func(o *Organization, m *Membership) bool { return o.ID == "e" && m.Role == Member }, "e[1] | BB | s | Other=something else the body=Organization A | |", "memberships that are not kept bring no states"},
		{"f a", nil, "a[1] f[1] | AA OLD | collection note place rival s state | Other=something else The Body=Organization E | new old | Hamlet Newtown", "what lies between them is left out"},
		{"", nil, "| | | Other=something else | |", "nothing is an atlas, too"},
	} {
		var ids []OrgID
		for _, id := range strings.Fields(c.ids) {
			ids = append(ids, OrgID(id))
		}
		x, err := a.Extract(ids, c.keep)
		if err != nil {
			t.Errorf("%s: %v (%s)", c.ids, err, c.reason)
			continue
		}
		if diff := cmp.Diff(c.want, outline(x)); diff != "" {
			t.Errorf("%s (-want +got):\n%s(%s)", c.ids, diff, c.reason)
		}
	}
	if _, err := a.Extract([]OrgID{"q"}, nil); err == nil {
		t.Error("an unknown organization is extracted")
	}
	if got, want := outline(a), outline(mustNew(t, a.Dataset())); got != want {
		t.Errorf("the records of an atlas make %s, want %s", want, got)
	}
}

// TestExtractLaws: any choice loads, keeps what it was asked for and answers as
// the whole, and is its own extract.
func TestExtractLaws(t *testing.T) {
	t.Parallel()
	whole := []*Atlas{mustNew(t, entangled()), mustNew(t, southern())}
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.SampledFrom(whole).Draw(t, "atlas")
		var ids []OrgID
		for _, o := range a.Organizations() {
			if rapid.Bool().Draw(t, string(o.ID)) {
				ids = append(ids, o.ID)
			}
		}
		x, err := a.Extract(ids, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range ids {
			on := rapid.SampledFrom([]string{"1985", "1992-08-17", "2000-01-01", "2009-12-31", "2013"}).Draw(t, "on")
			want, err := a.MembersOn(id, MustDate(on), Query{Roles: EveryRole, Disputed: true})
			if err != nil {
				t.Fatal(err)
			}
			got, err := x.MembersOn(id, MustDate(on), Query{Roles: EveryRole, Disputed: true})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(text(got), text(want)) {
				t.Fatalf("%s on %s: %v, want %v", id, on, text(got), text(want))
			}
		}
		var all []OrgID
		for _, o := range x.Organizations() {
			all = append(all, o.ID)
		}
		again, err := x.Extract(all, nil)
		if err != nil {
			t.Fatal(err)
		}
		if outline(again) != outline(x) {
			t.Fatalf("the extract of an extract is %s, want %s", outline(again), outline(x))
		}
	})
}
