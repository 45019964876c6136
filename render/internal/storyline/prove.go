package storyline

import "slices"

// A prover bounds the crossings of a drawing from below.
type prover struct {
	*drafter
	states    int // orders that a search may hold
	work      int // orders that all searches together may still hold
	packSteps int // of packing
	bound     int
	best      [][]int // the best drawing in every respect, if the search has found it
}

// solve returns good orders and a bound of their crossings, for a share of the
// effort.
func (pl *plot) solve(l Limits, share float64) (orders [][]int, bound int) {
	part := func(of int) int { return int(float64(of) * share) }
	pr := &prover{
		drafter:   pl.newDrafter(part(draftSteps)),
		states:    l.States,
		work:      part(2 * l.States),
		packSteps: part(packSteps),
	}
	pr.start(l.Restarts)
	pr.prove()
	if pr.best != nil {
		return pr.best, pr.bound
	}
	return pr.orders, pr.bound
}

// search searches a plot within a budget of crossings.
func (pr *prover) search(pl *plot, budget, room int, ahead []*pattern) (*search, verdict) {
	stages := pl.stages()
	each := pl.widest()/usualWidth + 1 // what an order costs
	room = min(room, pr.work) / each
	if stages == nil || room <= 0 {
		return nil, gaveUp
	}
	se := &search{stages: stages, ahead: ahead, budget: budget, room: room}
	v := se.run()
	pr.work -= (se.held + se.tried/triesPerOrder) * each
	return se, v
}

// usualWidth is how many strands an order may have to cost no more than another.
const usualWidth = 24

// widest returns the number of strands of the fullest layer.
func (pl *plot) widest() int {
	n := 0
	for t := range pl.scenes {
		n = max(n, len(pl.scenes[t].strands))
	}
	return n
}

// whole searches the whole plot and reports whether that found the optimum.
func (pr *prover) whole(room int, ahead []*pattern) bool {
	se, v := pr.search(pr.plot, pr.crossed, room, ahead)
	if v != found {
		return false
	}
	pr.best, pr.bound = se.best()
	return true
}

// stepsPerOrder is how many steps cost about as much as to hold an order.
const stepsPerOrder = 500

// kernel raises the bound by parts of the plot that are small enough to be
// searched. The first is of the strands that cross others in the best drawing so
// far. If a part can do with fewer crossings, its drawing is completed: either
// that makes a better drawing of the whole, or a strand is found that costs a
// crossing, and joins the part.
func (pr *prover) kernel(room int, ahead []*pattern) {
	in := pr.crossers(pr.orders)
	for pr.bound < pr.crossed {
		var within []*pattern
		for _, pt := range ahead {
			if !slices.ContainsFunc(pt.strands, func(s int) bool { return !in[s] }) {
				within = append(within, pt)
			}
		}
		part := pr.part(in)
		for i, pt := range within {
			within[i] = pt.in(part)
		}
		se, v := pr.search(part, pr.crossed-1, room, within)
		if v == gaveUp {
			return
		}
		if v == none {
			pr.bound = pr.crossed
			return
		}
		orders, n := se.best()
		pr.bound = max(pr.bound, n)
		pr.work -= len(pr.actors) * len(pr.actors) * len(pr.scenes) / stepsPerOrder // for what follows
		all := slices.Clone(in)
		for _, s := range pr.byActor() {
			if in[s] {
				continue
			}
			pr.complete(orders, all, []int{s})
			if pr.part(all).crossings(orders) > n {
				in[s] = true
				break
			}
		}
		var others []int
		for _, s := range pr.byActor() {
			if !all[s] {
				others = append(others, s)
			}
		}
		pr.complete(orders, all, others)
		pr.try(orders)
	}
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

// prove searches for the optimum and, if it is out of reach, for a bound. Even
// an optimum that is known is searched for: the search knows which of many best
// drawings is the one to take.
func (pr *prover) prove() {
	if pr.whole(pr.states/16, nil) {
		return
	}
	var ahead []*pattern
	ahead, pr.bound = pr.packing(pr.orders, pr.packSteps)
	if len(pr.actors) > 4*maxStrands {
		return // the patterns would take too much room, and the search, too
	}
	for i, pt := range ahead {
		ahead[i] = pr.newPattern(pt.strands, pt.counts, true)
	}
	if pr.bound == pr.crossed {
		pr.whole(pr.states/4, ahead)
		return
	}
	if pr.whole(pr.states/2, ahead) {
		return
	}
	pr.retry(defaultRetries)
	before := pr.crossed
	pr.kernel(pr.states/4, ahead)
	if pr.bound < pr.crossed || pr.crossed < before {
		if pr.whole(pr.states, ahead) {
			return
		}
	}
	for pr.bound < pr.crossed {
		se, v := pr.search(pr.plot, pr.bound, pr.states, ahead)
		switch v {
		case found:
			pr.best, pr.bound = se.best()
			return
		case gaveUp:
			return
		}
		pr.bound++
	}
}
