package data

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// Overlay lays data sets over each other, from left to right: what a later one
// has is added to the earlier ones. Records are the same if they have the same ID;
// places, if they have the same name. What is said differs as little as it can:
//
//   - What only one set has, it has in the result: organizations, states, sources,
//     memberships, successions, suspensions, notes, and steps of an event. An
//     event that a set does not have, such as the end of a membership, is one of
//     which it says nothing.
//   - What both say the same, such as the date of a step, has the sources of both.
//   - Where they give different dates to a step, that of the earlier set is held
//     right and the other is a rival claim with the sources of the later set. If
//     the later date only says the same more precisely, such as a day of the year
//     that the earlier set gives, it is held right and the earlier one is the rival,
//     which then contradicts nothing.
//   - Memberships are the same if they are of one state in one role and may
//     overlap. One in another role at the same time becomes a claim: a membership
//     that is not held to have been, with rivals that say that it was.
//   - Of all else, such as kinds and notes, the earlier set has the say. Other
//     names of the later one become aliases; a name that now means several
//     organizations becomes ambiguous for each of them.
//   - A state that stands in the later set under another ID, but whose name is one
//     of a state in the earlier, is that state.
//
// The records may still break rules, such as by suspending who was no member;
// [lineage.New] says so. Neither the sets nor what they refer to is changed.
//
// The error joins a [*ConflictError] for each ID that means different things.
func Overlay(sets ...lineage.Dataset) (lineage.Dataset, error) {
	if len(sets) == 0 {
		return lineage.Dataset{}, nil
	}
	o := layers{set: sets[0]}
	for _, later := range sets[1:] {
		o.lay(later)
	}
	if len(sets) > 1 {
		o.set.Organizations = slices.Clone(o.set.Organizations)
		disambiguate(&o.set)
	}
	if len(o.errs) > 0 {
		return lineage.Dataset{}, errors.Join(o.errs...)
	}
	return o.set, nil
}

// A ConflictError reports an ID that means different things in two data sets.
type ConflictError struct {
	What    string // "organization", "state", "source" or "collection"
	ID      string
	Earlier string // its name, or the title, in the earlier set
	Later   string
}

func (e *ConflictError) Error() string {
	remedy := "give one of them another id"
	if e.What == "organization" {
		remedy += " (id: and the name of its file; of a table: lineage import --rename NAME=ID)"
	}
	return fmt.Sprintf("%s %q is “%s” in one data set and “%s” in a later one; %s", e.What, e.ID, shorten(e.Earlier), shorten(e.Later), remedy)
}

// Layers are the sets that were laid over each other so far. What it shares
// with them is replaced, never changed.
type layers struct {
	set  lineage.Dataset
	errs []error
}

func (o *layers) conflict(what, id, earlier, later string) {
	o.errs = append(o.errs, &ConflictError{what, id, earlier, later})
}

func (o *layers) lay(later lineage.Dataset) {
	later = o.sameStates(later)
	s := &o.set
	s.Sources = unite(s.Sources, later.Sources, func(x *lineage.Source) lineage.SourceID { return x.ID }, o.source)
	s.States = unite(s.States, later.States, func(x *lineage.State) lineage.StateID { return x.ID }, o.state)
	s.Collections = unite(s.Collections, later.Collections, func(x *lineage.Collection) lineage.CollectionID { return x.ID }, o.collection)
	s.Places = unite(s.Places, later.Places, func(x *lineage.Place) string { return x.Name }, o.place)
	s.Lookalikes = unite(s.Lookalikes, later.Lookalikes, func(x *lineage.Lookalike) lineage.Lookalike { return *x }, func(x, _ *lineage.Lookalike) lineage.Lookalike { return *x })
	s.Organizations = unite(s.Organizations, later.Organizations, func(x *lineage.Organization) lineage.OrgID { return x.ID }, o.organization)
}

// unite returns the earlier records, merged with those of the later ones that
// have the same key, and then the others.
func unite[V any, K comparable](earlier, later []V, key func(*V) K, merge func(x, y *V) V) []V {
	if len(later) == 0 {
		return earlier
	}
	all := slices.Clone(earlier)
	at := make(map[K]int, len(all))
	for i := range all {
		if _, twice := at[key(&all[i])]; !twice {
			at[key(&all[i])] = i
		}
	}
	for i := range later {
		y := &later[i]
		j, known := at[key(y)]
		if !known {
			at[key(y)] = len(all)
			all = append(all, *y)
			continue
		}
		all[j] = merge(&all[j], y)
	}
	return all
}

// sameStates gives the states of the later set the IDs under which they stand
// in the earlier ones.
func (o *layers) sameStates(later lineage.Dataset) lineage.Dataset {
	here := map[lineage.StateID]bool{}
	bearers := map[string]lineage.StateID{} // "" where there are several
	for i := range o.set.States {
		s := &o.set.States[i]
		here[s.ID] = true
		for _, name := range stateNamesOf(s) {
			f := lineage.Fold(name)
			if other, known := bearers[f]; known && other != s.ID {
				bearers[f] = ""
			} else {
				bearers[f] = s.ID
			}
		}
	}
	ours := map[lineage.StateID]lineage.StateID{}
	for i := range later.States {
		s := &later.States[i]
		if id := bearers[lineage.Fold(s.Name)]; !here[s.ID] && id != "" {
			ours[s.ID] = id
		}
	}
	if len(ours) == 0 {
		return later
	}
	become := func(id *lineage.StateID) {
		*id = cmp.Or(ours[*id], *id)
	}
	later.States = slices.Clone(later.States)
	for i := range later.States {
		s := &later.States[i]
		become(&s.ID)
		if s.Continues != nil {
			c := *s.Continues
			become(&c.State)
			s.Continues = &c
		}
	}
	later.Organizations = slices.Clone(later.Organizations)
	for i := range later.Organizations {
		x := &later.Organizations[i]
		x.Members = slices.Clone(x.Members)
		for j := range x.Members {
			become(&x.Members[j].State)
		}
	}
	return later
}

// oneOf reports whether the name is one of the others.
func oneOf(name string, others []string) bool {
	f := lineage.Fold(name)
	return f != "" && slices.ContainsFunc(others, func(s string) bool { return lineage.Fold(s) == f }) || slices.Contains(others, name)
}

// or returns the first text, or the second where there is none.
func or(x, y string) string { return cmp.Or(x, y) }

// added returns the first list with what is new in the second.
func added[V comparable](x, y []V) []V {
	all := slices.Clip(x)
	for _, v := range y {
		if !slices.Contains(all, v) {
			all = append(all, v)
		}
	}
	return all
}

// sameWords reports whether two texts say the same, but for case and blanks.
func sameWords(x, y string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(x), " "), strings.Join(strings.Fields(y), " "))
}
