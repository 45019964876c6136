package storyline

import "slices"

// A prover bounds the crossings of a drawing from below.
type prover struct {
	*drafter
	states int // orders that a search may hold
	work   int // orders that all searches together may still hold
	bound  int
	best   [][]int // a drawing that the search has found, the best in every respect
}

// search searches a plot within a budget of crossings.
func (pr *prover) search(pl *plot, budget, room int, ahead []*pattern) (*search, verdict) {
	stages := pl.stages()
	room = min(room, pr.work)
	if stages == nil || room <= 0 {
		return nil, gaveUp
	}
	se := &search{stages: stages, ahead: ahead, budget: budget, room: room}
	v := se.run()
	pr.work -= se.held
	return se, v
}

// whole searches the whole plot and reports whether that found the optimum.
func (pr *prover) whole(room int, ahead []*pattern) bool {
	se, v := pr.search(pr.plot, pr.cost/one, room, ahead)
	if v != found {
		return false
	}
	pr.best, pr.bound = se.best()
	return true
}

// kernel raises the bound by parts of the plot. The first is of the strands
// that cross others in the best drawing so far; as long as there is a drawing of
// the part that can do with fewer crossings, it is completed, and strands that
// cost crossings then join the part. It returns the last part that could be
// searched.
func (pr *prover) kernel(room int) *plot {
	var last *plot
	in := pr.crossers(pr.orders)
	for pr.bound < pr.cost/one {
		part := pr.part(in)
		se, v := pr.search(part, pr.cost/one, room, nil)
		if v != found {
			break
		}
		last = part
		orders, n := se.best()
		pr.bound = max(pr.bound, n)
		if n == pr.cost/one {
			break
		}
		rest := slices.DeleteFunc(pr.byActor(), func(s int) bool { return in[s] })
		all := slices.Clone(in)
		before := n
		grown := false
		for _, s := range rest {
			pr.complete(orders, all, []int{s})
			if c := pr.part(all).crossings(orders); c > before {
				before = c
				if !grown {
				in[s] = true
				}
				grown = true
			}
		}
		pr.try(orders)
		if !grown {
			break // the completed drawing is as good as its part
		}
	}
	return last
}

// crossers tells the strands that have part in crossings.
func (pl *plot) crossers(orders [][]int) []bool {
	in := make([]bool, len(pl.actors))
	for _, c := range pl.clashes(orders) {
		for _, s := range c.strands {
			in[s] = true
		}
	}
	return in
}

// prove searches for the optimum and, if it is out of reach, for a bound.
func (pr *prover) prove() {
	if pr.whole(pr.states/4, nil) {
		return
	}
	pr.retry(200)
	var ahead []*pattern
	ahead, pr.bound = pr.packing(pr.orders)
	if pr.bound == pr.cost/one {
		return
	}
	for i, pt := range ahead {
		ahead[i] = pr.newPattern(pt.strands, pt.counts, true)
	}
	if pr.whole(pr.states, ahead) {
		return
	}
	for ; pr.bound < pr.cost/one; pr.bound++ {
		_, v := pr.search(pr.plot, pr.bound, pr.states, ahead)
		if v != none { // found it cannot, for then the bound would be the optimum
			return
		}
	}
}
