package storyline

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// A drafter looks for orders with few crossings and keeps the best.
type drafter struct {
	*plot
	*rand.Rand
	orders  [][]int
	crossed int // crossings of the orders
	untidy  int // disorder of the orders; the less the better, among equally few crossings
	steps   int // work so far
	limit   int // of it
}

// draftSteps bounds the work of a drafter, in steps of a nanosecond or two.
const draftSteps = 100_000_000

func (pl *plot) newDrafter(limit int) *drafter {
	return &drafter{plot: pl, Rand: rand.New(rand.NewPCG(1, 2)), limit: limit}
}

// start tries starts of barycentre sweeps, the first from the canonical order,
// the others from any. It leaves half of the work to others.
func (d *drafter) start(starts int) {
	sw := d.newSweeper()
	for i := 0; i < starts && (i == 0 || d.steps < d.limit/2 && d.crossed+d.untidy > 0); i++ {
		orders := d.canonical()
		if i > 0 {
			orders = d.shuffled(d.Rand)
		}
		d.try(sw.sweep(orders))
	}
}

// retry rebuilds parts of the best orders.
func (d *drafter) retry(times int) {
	for i := 0; i < times && d.steps < d.limit && d.crossed > 0; i++ {
		orders := clone(d.orders)
		d.rebuild(orders, d.Rand)
		d.try(orders)
	}
}

// try improves the orders and keeps them if they are as good as the best.
func (d *drafter) try(orders [][]int) {
	d.steps += d.improve(orders, d.limit-d.steps)
	crossed, disorder := d.crossings(orders), d.disorder(orders)
	if d.orders == nil || crossed < d.crossed || crossed == d.crossed && disorder <= d.untidy {
		d.orders, d.crossed, d.untidy = orders, crossed, disorder
	}
}

// sweep returns the best of some sweeps to and fro.
func (sw *sweeper) sweep(orders [][]int) [][]int {
	best, least := clone(orders), sw.crossings(orders)
	for range 4 {
		before := least
		for _, f := range []func([][]int){sw.forward, sw.backward} {
			f(orders)
			if n := sw.crossings(orders); n < least {
				best, least = clone(orders), n
			}
		}
		if least == before {
			break
		}
	}
	return best
}

// improve moves strands and bands until no move of one helps, or until it has
// made as many steps as it may. It returns their number.
func (pl *plot) improve(orders [][]int, limit int) (steps int) {
	m := pl.newMover(orders)
	bands := pl.bands()
	reach := len(pl.actors)
	if len(bands) > 8 {
		reach = 1
	}
	sh := newShifter(m, reach)
	strands := pl.byActor()
	for {
		saved := 0
		for _, s := range strands {
			if m.steps < limit {
				saved += m.reinsert(s)
			}
		}
		for _, b := range bands {
			if m.steps < limit {
				saved += sh.shift(b)
			}
		}
		if saved == 0 || m.steps >= limit {
			break
		}
	}
	return m.steps
}

// bands returns the numbers of the bands, in order.
func (pl *plot) bands() []int {
	var bs []int
	seen := map[int]bool{NoBand: true, absent: true}
	for t := range pl.scenes {
		for _, s := range pl.scenes[t].strands {
			if b := pl.scenes[t].band[s]; !seen[b] {
				seen[b] = true
				bs = append(bs, b)
			}
		}
	}
	slices.Sort(bs)
	return bs
}

// disorder counts, over all layers, the pairs of bands that do not stand in the
// order of their numbers and the pairs in a band not in that of their actors.
func (pl *plot) disorder(orders [][]int) int {
	n := 0
	for t := range orders {
		n += pl.disorderOf(t, orders[t])
	}
	return n
}

func (pl *plot) disorderOf(t int, order []int) int {
	sc := &pl.scenes[t]
	n := 0
	bs := sc.blocks(order)
	for i, x := range bs {
		if sc.band[order[x.from]] == NoBand {
			continue
		}
		for _, y := range bs[i+1:] {
			if b := sc.band[order[y.from]]; b != NoBand && b < sc.band[order[x.from]] {
				n++
			}
		}
		for k := x.from; k < x.until; k++ {
			for j := k + 1; j < x.until; j++ {
				if pl.later(order[k], order[j]) {
					n++
				}
			}
		}
	}
	return n
}

// later reports whether strand x comes after y in the canonical order of a band.
func (pl *plot) later(x, y int) bool {
	return cmp.Or(cmp.Compare(pl.actors[x], pl.actors[y]), cmp.Compare(x, y)) > 0
}

func clone(orders [][]int) [][]int {
	c := make([][]int, len(orders))
	for t := range orders {
		c[t] = slices.Clone(orders[t])
	}
	return c
}
