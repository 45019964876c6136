package lineage

import (
	"errors"
	"testing"
)

func TestCollections(t *testing.T) {
	t.Parallel()
	d := dataset(body("a", "1990", ""), body("b", "1980", ""), body("c", "1970", ""))
	d.Collections = []Collection{{ID: "north", Name: "The North"}, {ID: "empty", Name: "Nothing"}}
	d.Organizations[0].Collections = []CollectionID{"north"}
	d.Organizations[1].Collections = []CollectionID{"north"}
	a := mustNew(t, d)
	for _, name := range []string{"north", "NORTH", "the north"} {
		c, orgs, err := a.Collection(name)
		if err != nil || c.ID != "north" || len(orgs) != 2 || orgs[0].ID != "b" {
			t.Errorf("%q: %v, %d organizations (%v), want north with b and a", name, c, len(orgs), err)
		}
	}
	if _, orgs, err := a.Collection("empty"); err != nil || len(orgs) != 0 {
		t.Errorf("empty: %d organizations (%v)", len(orgs), err)
	}
	_, _, err := a.Collection("nort")
	missing := new(NotFoundError)
	if !errors.As(err, &missing) || len(missing.Senses) != 1 || missing.Senses[0].ID != "north" {
		t.Errorf("nort: %v, want a hint at north", err)
	}
	var ids []CollectionID
	for _, c := range a.Collections() {
		ids = append(ids, c.ID)
	}
	if len(ids) != 2 || ids[0] != "empty" {
		t.Errorf("collections %v", ids)
	}
}

// TestCollectionsWithoutDescription are known by the organizations alone.
func TestCollectionsWithoutDescription(t *testing.T) {
	t.Parallel()
	d := dataset(body("a", "1990", ""))
	d.Organizations[0].Collections = []CollectionID{"south"}
	a := mustNew(t, d)
	if c, orgs, err := a.Collection("south"); err != nil || c.Name != "" || len(orgs) != 1 {
		t.Errorf("south: %v, %d (%v)", c, len(orgs), err)
	}
	// Its name is empty, and so is what is left of these.
	for _, name := range []string{"", "...", "!"} {
		if c, _, err := a.Collection(name); !errors.Is(err, ErrNotFound) {
			t.Errorf("%q: %v (%v), want nothing", name, c, err)
		}
	}
}

// TestCollectionsOfOneName are told apart by their IDs.
func TestCollectionsOfOneName(t *testing.T) {
	t.Parallel()
	d := dataset(body("a", "1990", ""))
	d.Collections = []Collection{{ID: "east", Name: "West"}, {ID: "far-west", Name: "West"}}
	a := mustNew(t, d)
	_, _, err := a.Collection("west")
	if ambiguous := new(AmbiguousError); !errors.As(err, &ambiguous) || len(ambiguous.Senses) != 2 {
		t.Errorf("west: %v, want both", err)
	}
	if c, _, err := a.Collection("East"); err != nil || c.ID != "east" {
		t.Errorf("East: %v (%v)", c, err)
	}
}

func TestPlaceNames(t *testing.T) {
	t.Parallel()
	p := Place{Name: "Astana", Former: []FormerName{
		{Name: "Tselinograd", Until: MustDate("1992-07-06")},
		{Name: "Akmola", Until: MustDate("1998-05-06")},
		{Name: "Astana", Until: MustDate("2019-03-23")},
		{Name: "Nur-Sultan", Until: MustDate("2022-09-19")},
	}}
	for _, tt := range []struct{ on, want, reason string }{
		{"1990", "Tselinograd", "before all changes"},
		{"1998-05-05", "Akmola", "the last day of a name"},
		{"1998-05-06", "Astana", "the first day without it"},
		{"2020-01-01", "Nur-Sultan", "in between"},
		{"2022-09-19", "Astana", "the name that came back"},
		{"[..2021-01-01]", "Nur-Sultan", "by a day: the name of that day"},
		{"[..]", "Astana", "a day not known: the name of today"},
	} {
		if got := p.NameOn(MustDate(tt.on)); got != tt.want {
			t.Errorf("%s: %s, want %s (%s)", tt.on, got, tt.want, tt.reason)
		}
	}
}
