package chart

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/scene"
)

// A Sort says in which order the states stand.
type Sort uint8

// The orders.
const (
	ByName       Sort = iota // of the states, in the language of the drawing
	ByAccession              // who joined first stands first
	BySimilarity             // states with much the same history stand together
)

var sorts = [...]string{"name", "accession", "similarity"}

// AllSorts returns every order.
func AllSorts() []Sort { return []Sort{ByName, ByAccession, BySimilarity} }

// String returns "name", "accession" or "similarity".
func (s Sort) String() string {
	if int(s) >= len(sorts) {
		return fmt.Sprintf("sort(%d)", uint8(s))
	}
	return sorts[s]
}

// MarshalText returns the order's text.
func (s Sort) MarshalText() ([]byte, error) {
	if int(s) >= len(sorts) {
		return nil, fmt.Errorf("%v has no text", s)
	}
	return []byte(sorts[s]), nil
}

// UnmarshalText parses the order's text.
func (s *Sort) UnmarshalText(b []byte) error {
	i := slices.Index(sorts[:], string(b))
	if i < 0 {
		return fmt.Errorf("unknown sort %q: want name, accession or similarity", b)
	}
	*s = Sort(i)
	return nil
}

// A history is all that one state has in the scene.
type history struct {
	state  *lineage.State
	name   string
	spells []int // by beginning
}

// histories returns the states that have a spell, in the order asked for.
func histories(s *scene.Scene, by Sort, name func(*lineage.State) string) []history {
	at := map[lineage.StateID]int{}
	var all []history
	for i := range s.Spells {
		state := s.Spells[i].State
		j, known := at[state.ID]
		if !known {
			j = len(all)
			at[state.ID] = j
			all = append(all, history{state: state, name: name(state)})
		}
		all[j].spells = append(all[j].spells, i)
	}
	for i := range all {
		slices.SortStableFunc(all[i].spells, func(a, b int) int {
			x, y := &s.Spells[a], &s.Spells[b]
			return cmp.Or(cmp.Compare(x.SinceFirst, y.SinceFirst), cmp.Compare(x.UntilLast, y.UntilLast), cmp.Compare(a, b))
		})
	}
	slices.SortFunc(all, func(x, y history) int {
		return cmp.Or(cmp.Compare(lineage.Fold(x.name), lineage.Fold(y.name)), cmp.Compare(x.name, y.name), cmp.Compare(x.state.ID, y.state.ID))
	})
	switch by {
	case ByAccession:
		// The order of dates puts those that are not known last.
		slices.SortStableFunc(all, func(x, y history) int { return x.earliest(s).Compare(y.earliest(s)) })
	case BySimilarity:
		all = similar(s, all)
	}
	return all
}

// earliest returns when the first of the memberships shown began, which may be
// before the window.
func (h *history) earliest(s *scene.Scene) lineage.Date {
	var first lineage.Date
	for _, i := range h.spells {
		if since := s.Spells[i].Standing.Since; since.Compare(first) < 0 {
			first = since
		}
	}
	return first
}
