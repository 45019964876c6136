package storyline

import (
	"math/rand/v2"
	"slices"
)

// rebuild takes some strands out of the orders and puts them back one by one,
// each to its best places. The orders may be worse then.
func (pl *plot) rebuild(orders [][]int, r *rand.Rand) {
	strands := slices.Clone(orders[r.IntN(len(orders))])
	r.Shuffle(len(strands), func(i, j int) { strands[i], strands[j] = strands[j], strands[i] })
	strands = strands[:min(len(strands), 2+r.IntN(4))]
	in := slices.Repeat([]bool{true}, len(pl.actors))
	for _, s := range strands {
		in[s] = false
	}
	for t := range orders {
		orders[t] = slices.DeleteFunc(orders[t], func(s int) bool { return !in[s] })
	}
	pl.complete(orders, in, strands)
}

// complete puts strands into orders that lack them, one by one, each to its
// best places, and notes them in the set of those that are there.
func (pl *plot) complete(orders [][]int, in []bool, strands []int) {
	for _, s := range strands {
		in[s] = true
		p := pl.part(in)
		p.admit(s, orders)
		p.newMover(orders).reinsert(s)
	}
}
