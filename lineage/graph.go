package lineage

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/dominikbraun/graph"
)

// order sorts the organizations so that ancestors come before descendants, and
// older before younger where succession leaves the choice.
func (a *Atlas) order() error {
	g := graph.New(func(o *org) OrgID { return o.ID }, graph.Directed(), graph.PreventCycles())
	for _, o := range a.orgs {
		if err := g.AddVertex(o); err != nil {
			return fmt.Errorf("organization %s: %w", o.ID, err)
		}
	}
	for _, o := range a.orgs {
		for _, s := range o.Predecessors {
			// Two successions between the same two organizations are one edge here;
			// the records keep both.
			if err := g.AddEdge(s.From, o.ID); err != nil && !errors.Is(err, graph.ErrEdgeAlreadyExists) {
				return fmt.Errorf("succession %s → %s: %w", s.From, o.ID, err)
			}
		}
	}
	ids, err := graph.StableTopologicalSort(g, func(x, y OrgID) bool {
		return compareAge(a.byID[x], a.byID[y]) < 0
	})
	if err != nil {
		return fmt.Errorf("ordering the successions: %w", err)
	}
	for i, id := range ids {
		a.orgs[i] = a.byID[id]
		a.orgs[i].rank = i
	}
	return nil
}

func compareAge(x, y *org) int {
	return cmp.Or(foundingDate(x.Organization).Compare(foundingDate(y.Organization)), cmp.Compare(x.ID, y.ID))
}

// foundingDate is when o began, or was proposed if it never did.
func foundingDate(o *Organization) Date {
	_, d := o.Founded.For(ByEffect)
	if announced := o.Founded.At(Announced); d.IsZero() && announced != nil {
		d = announced.On
	}
	return d
}

// cycle returns a cycle among the arrows from each organization to others, as
// a path that ends where it begins, or nil. It reports the same cycle whatever
// the order of the arrows.
func cycle(arrows map[OrgID][]OrgID, ids []OrgID) []OrgID {
	g := graph.New(func(id OrgID) OrgID { return id }, graph.Directed(), graph.PreventCycles())
	for _, id := range ids {
		_ = g.AddVertex(id) // duplicates are another rule's business
	}
	for _, from := range ids {
		for _, to := range slices.Sorted(slices.Values(arrows[from])) {
			if from == to {
				return []OrgID{from, from}
			}
			if err := g.AddEdge(from, to); errors.Is(err, graph.ErrEdgeCreatesCycle) {
				path, err := graph.ShortestPath(g, to, from)
				if err != nil {
					return []OrgID{from, to, from}
				}
				return append(path, to)
			}
		}
	}
	return nil
}
