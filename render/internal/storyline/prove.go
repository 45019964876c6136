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
func (pr *prover) search(pl *plot, budget, room int, rest []int) (*search, verdict) {
	stages := pl.stages()
	room = min(room, pr.work)
	if stages == nil || room <= 0 {
		return nil, gaveUp
	}
	if rest == nil {
		rest = make([]int, len(stages))
	}
	se := &search{stages: stages, rest: rest, budget: budget, room: room}
	v := se.run()
	pr.work -= se.held
	return se, v
}

// whole searches the whole plot and reports whether that found the optimum.
func (pr *prover) whole(room int, rest []int) bool {
	se, v := pr.search(pr.plot, pr.cost/one, room, rest)
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

// crossers tells the strands that cross others, and the kin of those whose
// connectors do.
func (pl *plot) crossers(orders [][]int) []bool {
	in := make([]bool, len(pl.actors))
	c := newCounter(len(pl.actors))
	for t := 1; t < len(orders); t++ {
		sc := &pl.scenes[t]
		c.between(sc, orders[t-1], orders[t])
		for i, x := range sc.kept {
			for _, y := range sc.kept[:i] {
				if (c.was[x] < c.was[y]) != (c.is[x] < c.is[y]) {
					in[x], in[y] = true, true
				}
			}
		}
		for i := range sc.births {
			b := &sc.births[i]
			if c.connector(sc, b) == 0 {
				continue
			}
			in[b.strand] = true
			for _, p := range b.parents {
				in[p] = true
			}
			for _, x := range sc.kept {
				p := b.parents[0]
				if (c.is[x] < c.is[b.strand]) != (b.orphan && c.was[x] < c.was[p] || !b.orphan && c.is[x] < c.is[p]) {
					in[x] = true
				}
			}
		}
	}
	return in
}

// rests bounds from below, for every layer, the crossings after it, by those
// of a part.
func (pr *prover) rests(part *plot, room int) []int {
	rest := make([]int, len(pr.scenes))
	if part == nil {
		return rest
	}
	for t := len(rest) - 2; t >= 0; t-- {
		tail := part.from(t)
		budget := rest[t+1] + len(part.actors)
		se, v := pr.search(tail, budget, room, slices.Clone(rest[t:]))
		if v != found {
			for ; t >= 0; t-- {
				rest[t] = rest[t+1]
			}
			break
		}
		_, rest[t] = se.best()
	}
	return rest
}

// from returns the plot from layer t on.
func (pl *plot) from(t int) *plot {
	p := &plot{actors: pl.actors, scenes: slices.Clone(pl.scenes[t:])}
	p.scenes[0].kept, p.scenes[0].births = nil, nil
	p.scenes[0].stays = make([]bool, len(pl.actors))
	return p
}

// prove searches for the optimum and, if it is out of reach, for a bound.
func (pr *prover) prove() {
	if pr.whole(pr.states/4, nil) {
		return
	}
	pr.retry(200)
	part := pr.kernel(pr.states / 8)
	if pr.bound == pr.cost/one {
		return
	}
	rest := pr.rests(part, pr.states/16)
	if pr.whole(pr.states, rest) {
		return
	}
	for pr.bound = max(pr.bound, rest[0]); pr.bound < pr.cost/one; pr.bound++ {
		_, v := pr.search(pr.plot, pr.bound, pr.states, rest)
		if v != none { // found it cannot, for then the bound would be the optimum
			return
		}
	}
}
