package storyline

import (
	"math/rand/v2"
	"slices"
)

// heuristic returns orders with few crossings: the best of many seeded starts.
func (pl *plot) heuristic(starts int) [][]int {
	var best [][]int
	least := 0
	r := rand.New(rand.NewPCG(1, 2))
	sw := pl.newSweeper()
	for i := range starts {
		orders := pl.canonical()
		if i > 0 {
			orders = pl.shuffled(r)
		}
		keep := func() bool {
			n := pl.crossings(orders)
			if best == nil || n < least {
				best, least = clone(orders), n
				return true
			}
			return false
		}
		keep()
		for range 4 {
			sw.forward(orders)
			a := keep()
			sw.backward(orders)
			if b := keep(); !a && !b {
				break
			}
		}
	}
	return best
}

func clone(orders [][]int) [][]int {
	c := make([][]int, len(orders))
	for t := range orders {
		c[t] = slices.Clone(orders[t])
	}
	return c
}
