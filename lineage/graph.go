package lineage

import (
	"cmp"
	"container/heap"
	"errors"
	"maps"
	"slices"

	"github.com/dominikbraun/graph"
)

// A relation says which organizations lead to which. The library that holds it
// finds cycles and tells neighbours; its listings come in no particular order.
type relation = graph.Graph[OrgID, OrgID]

// newRelation returns an empty relation. It does not prevent cycles: that costs
// a walk through the graph for each edge, and the check finds them all at once.
func newRelation() relation {
	return graph.New(func(id OrgID) OrgID { return id }, graph.Directed())
}

// lead adds that from leads to to. Two successions between the same two
// organizations are one edge; the records keep both.
func lead(g relation, from, to OrgID) {
	if from == "" || to == "" {
		return
	}
	_ = g.AddVertex(from) // it, and the edge, may be there already
	_ = g.AddVertex(to)
	_ = g.AddEdge(from, to)
}

// order sorts the organizations so that ancestors come before descendants, and
// older before younger where succession leaves the choice, and gives them their
// ranks. They are joined to each other by their successions.
func order(orgs []*org, byID map[OrgID]*org) ([]*org, error) {
	// The sorts of the graph package go layer by layer, so that an old heir would
	// stand behind every young organization without ancestors.
	ready := &byAge{}
	waitsFor := map[*org]int{} // successions to it from those that are not in order yet
	for _, o := range orgs {
		if o.founded = foundingDate(o.Organization); len(o.in) == 0 {
			*ready = append(*ready, o)
		} else {
			waitsFor[o] = len(o.in)
		}
	}
	heap.Init(ready)
	ordered := make([]*org, len(orgs))
	for i := range ordered {
		if ready.Len() == 0 {
			return nil, errors.New("ordering the successions: they lead back to where they began")
		}
		o := heap.Pop(ready).(*org)
		ordered[i], o.rank = o, i
		for _, s := range o.out {
			heir := byID[s.To]
			if waitsFor[heir]--; waitsFor[heir] == 0 {
				heap.Push(ready, heir)
			}
		}
	}
	return ordered, nil
}

// byAge is a heap of organizations, the oldest first.
type byAge []*org

func (h byAge) Len() int           { return len(h) }
func (h byAge) Less(i, j int) bool { return compareAge(h[i], h[j]) < 0 }
func (h byAge) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *byAge) Push(o any)        { *h = append(*h, o.(*org)) }

func (h *byAge) Pop() any {
	last := len(*h) - 1
	o := (*h)[last]
	*h = (*h)[:last]
	return o
}

func compareAge(x, y *org) int {
	if c := x.founded.Compare(y.founded); c != 0 {
		return c
	}
	return cmp.Compare(x.ID, y.ID)
}

// foundingDate is when o began, or was proposed if it never did.
func foundingDate(o *Organization) Date {
	_, d := o.Founded.For(ByEffect)
	if announced := o.Founded.At(Announced); d.IsZero() && announced != nil {
		d = announced.On
	}
	return d
}

// cycles returns, for each knot of organizations that lead to each other, the
// shortest way from the one with the first ID back to itself. It does not
// depend on the order in which the relation was filled.
func cycles(g relation) [][]OrgID {
	leadsTo, err := g.AdjacencyMap()
	if err != nil {
		return nil // the store in memory does not fail
	}
	if acyclic(leadsTo) {
		return nil // mostly, and told more quickly than where a cycle is
	}
	knots, err := graph.StronglyConnectedComponents(g)
	if err != nil {
		return nil // it fails for undirected graphs alone
	}
	var found [][]OrgID
	for _, knot := range knots {
		start := slices.Min(knot)
		if _, itself := leadsTo[start][start]; itself || len(knot) > 1 {
			found = append(found, wayBack(leadsTo, start))
		}
	}
	slices.SortFunc(found, slices.Compare[[]OrgID])
	return found
}

// acyclic reports whether nothing leads back to itself: then all can be taken
// away, one after the other, to which nothing leads any more.
func acyclic(leadsTo map[OrgID]map[OrgID]graph.Edge[OrgID]) bool {
	before := make(map[OrgID]int, len(leadsTo)) // how many lead to it
	for _, heirs := range leadsTo {
		for heir := range heirs {
			before[heir]++
		}
	}
	var free []OrgID
	for id := range leadsTo {
		if before[id] == 0 {
			free = append(free, id)
		}
	}
	taken := 0
	for ; taken < len(free); taken++ {
		for heir := range leadsTo[free[taken]] {
			if before[heir]--; before[heir] == 0 {
				free = append(free, heir)
			}
		}
	}
	return taken == len(leadsTo)
}

// wayBack returns the shortest way from start to start; of
// several the one with the first IDs. There must be one.
func wayBack(leadsTo map[OrgID]map[OrgID]graph.Edge[OrgID], start OrgID) []OrgID {
	from := map[OrgID]OrgID{}
	for todo := []OrgID{start}; ; todo = todo[1:] {
		for _, to := range slices.Sorted(maps.Keys(leadsTo[todo[0]])) {
			if _, seen := from[to]; !seen {
				from[to] = todo[0]
				todo = append(todo, to)
			}
			if to == start {
				way := []OrgID{start}
				for at := from[start]; at != start; at = from[at] {
					way = append(way, at)
				}
				way = append(way, start)
				slices.Reverse(way)
				return way
			}
		}
	}
}
