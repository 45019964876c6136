package lineage

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// citedAtlas is one in which each fact has a source of its own, named after it.
func citedAtlas(t *testing.T) *Atlas {
	t.Helper()
	from := func(ids ...SourceID) []SourceID { return ids }
	dated := func(on string, held, rival SourceID) Steps {
		return Steps{{
			Step: Effective, On: MustDate(on), Sources: from(held),
			Rivals: []Claim{{On: MustDate("1900"), Sources: from(rival)}},
		}}
	}
	one := Organization{
		ID: "one", Name: "Organization One", Short: "ONE", Kind: "community", Collections: []CollectionID{"all"},
		Founded: dated("1990", "one-founded", "one-founded-rival"), Ended: dated("2000", "one-ended", "one-ended-rival"),
		Within: &Within{Organization: "out", Sources: from("one-within")},
		Members: []Membership{{
			State: "AA", Role: Member,
			Joined: Accession{How: Acceded, Sources: from("one-joined-as"), Steps: dated("1991", "one-joined", "one-joined-rival")},
			Left:   Departure{How: Withdrew, Steps: dated("1999", "one-left", "one-left-rival")},
			Suspensions: []Suspension{{
				Began: dated("1992", "one-suspended", "one-suspended-rival"), Ended: dated("1993", "one-resumed", "one-resumed-rival"),
			}},
		}, {
			State: "BB", Role: Observer,
			Joined: Accession{How: Acceded, Steps: Steps{{Step: Effective, Rivals: []Claim{{Sources: from("one-only-claimed")}}}}},
		}},
		Notes: []Note{{Text: "A remark.", Sources: from("one-note", "one-founded")}},
	}
	two := Organization{
		ID: "two", Name: "Organization Two", Short: "TWO", Kind: "community", Founded: dated("2000", "two-founded", "one-founded"),
		Predecessors: []Succession{{From: "one", How: Transformed, Steps: dated("2000", "one-two", "one-two-rival")}},
		Members:      []Membership{{State: "CC", Role: Member, Joined: Accession{How: Founded, Sources: from("two-founders")}}},
	}
	out := Organization{ID: "out", Name: "Organization Out", Short: "OUT", Kind: "community", Founded: dated("1980", "out-founded", "out-founded-rival")}
	d := Dataset{
		Organizations: []Organization{two, one, out},
		States: []State{
			{
				ID: "AA", Name: "A-land", Sources: from("aa"),
				Former:    []FormerName{{Name: "Old A", Until: MustDate("1995"), Sources: from("aa-name"), Rivals: []Claim{{Sources: from("aa-name-rival")}}}},
				Continues: &Continuation{State: "XX", Since: MustDate("1970"), Sources: from("aa-continues")},
			},
			{ID: "BB", Name: "B-land", Sources: from("bb")},
			{ID: "CC", Name: "C-land", Sources: from("cc")},
			{ID: "XX", Name: "X-land", Gone: &Gone{On: MustDate("1970"), Sources: from("xx-gone")}},
		},
		Collections: []Collection{{ID: "all", Name: "Everything", Sources: from("all")}},
		Places: []Place{{
			Name: "Port", Sources: from("port"),
			Former: []FormerName{{Name: "Harbour", Until: MustDate("1950"), Sources: from("port-name"), Rivals: []Claim{{On: MustDate("1951"), Sources: from("port-name-rival")}}}},
		}},
	}
	for _, id := range strings.Fields(`one-founded one-founded-rival one-ended one-ended-rival one-within one-joined-as one-joined
		one-joined-rival one-left one-left-rival one-suspended one-suspended-rival one-resumed one-resumed-rival one-only-claimed
		one-note two-founded two-founders one-two one-two-rival out-founded out-founded-rival aa aa-name aa-name-rival aa-continues
		bb cc xx-gone all port port-name port-name-rival uncited`) {
		d.Sources = append(d.Sources, Source{ID: SourceID(id), Kind: Press, Title: "On " + id})
	}
	a, err := New(d)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// told writes citations as "source: who (use, use), who (use)".
func told(cs []Citation) []string {
	var lines []string
	for _, c := range cs {
		var by []string
		var all Uses
		for _, x := range c.By {
			name := ""
			switch {
			case x.Organization != nil:
				name = string(x.Organization.ID)
			case x.State != nil:
				name = string(x.State.ID)
			case x.Collection != nil:
				name = "collection " + string(x.Collection.ID)
			case x.Place != nil:
				name = x.Place.Name
			}
			var uses []string
			for _, u := range x.Uses.All() {
				uses = append(uses, u.String())
			}
			by = append(by, name+" "+strings.Join(uses, "+"))
			all |= x.Uses
		}
		line := string(c.Source.ID) + ": " + strings.Join(by, ", ")
		if all != c.Uses {
			line += " BUT TOGETHER OTHERWISE"
		}
		lines = append(lines, line)
	}
	return lines
}

func TestCited(t *testing.T) {
	t.Parallel()
	a := citedAtlas(t)
	common := []string{
		"one-ended: one held", "one-ended-rival: one rival", "one-founded-rival: one rival", "one-joined: one held", "one-joined-as: one held",
		"one-joined-rival: one rival", "one-left: one held", "one-left-rival: one rival", "one-note: one remark", "one-only-claimed: one rival",
		"one-resumed: one held", "one-resumed-rival: one rival", "one-suspended: one held", "one-suspended-rival: one rival", "one-within: one held",
	}
	states := []string{"aa: AA held", "aa-continues: AA held", "aa-name: AA held", "aa-name-rival: AA rival", "bb: BB held"}
	for _, c := range []struct {
		ids    []OrgID
		want   [][]string
		reason string
	}{
		{
			[]OrgID{"one"},
			[][]string{common, states, {"one-founded: one held+remark", "one-two: one held", "one-two-rival: one rival"}},
			"all facts of one organization, the succession to the next, and the states that took part in it",
		},
		{
			[]OrgID{"two"},
			[][]string{{
				"cc: CC held", "one-founded: two rival", "one-two: two held", "one-two-rival: two rival", "two-founded: two held", "two-founders: two held",
			}},
			"the succession is a fact of its other end too, and what one source is held right for is a rival elsewhere",
		},
		{
			[]OrgID{"two", "one", "two"},
			[][]string{common, states, {
				"cc: CC held", "one-founded: one held+remark, two rival", "one-two: one held, two held", "one-two-rival: one rival, two rival",
				"two-founded: two held", "two-founders: two held",
			}},
			"older before younger, each once, however they are named",
		},
		{
			[]OrgID{"out"},
			[][]string{{"out-founded: out held", "out-founded-rival: out rival"}},
			"what works inside an organization is not its own fact",
		},
		{
			nil,
			[][]string{common, states, {
				"all: collection all remark", "cc: CC held", "one-founded: one held+remark, two rival", "one-two: one held, two held",
				"one-two-rival: one rival, two rival", "out-founded: out held", "out-founded-rival: out rival", "port: Port held", "port-name: Port held",
				"port-name-rival: Port rival", "two-founded: two held", "two-founders: two held", "xx-gone: XX held",
			}},
			"the whole atlas, with states that took part in nothing, but without what nothing cites",
		},
	} {
		got, err := a.Cited(c.ids...)
		if err != nil {
			t.Errorf("Cited(%v): %v", c.ids, err)
			continue
		}
		want := slices.Concat(c.want...)
		byID := func(x, y string) int {
			x, _, _ = strings.Cut(x, ":")
			y, _, _ = strings.Cut(y, ":")
			return strings.Compare(x, y)
		}
		slices.SortFunc(want, byID)
		if diff := cmp.Diff(want, told(got)); diff != "" {
			t.Errorf("Cited(%v) (%s) (-want +got):\n%s", c.ids, c.reason, diff)
		}
	}
	if _, err := a.Cited("one", "none"); !errors.As(err, new(*NotFoundError)) {
		t.Errorf("Cited of an organization that is not there: %v, want a NotFoundError", err)
	}
}

func TestUses(t *testing.T) {
	t.Parallel()
	us := Uses(1<<Remark | 1<<Held)
	if got := us.All(); !slices.Equal(got, []Use{Held, Remark}) || us.Has(Rival) || !us.Has(Held) {
		t.Errorf("the uses are %v", got)
	}
	if all := Uses(0).All(); all != nil {
		t.Errorf("the empty set holds %v", all)
	}
}
