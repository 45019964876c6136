package storyline

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// canonical orders every layer by number: bands, and in them actors. A strand
// in no band comes last.
func (pl *plot) canonical() [][]int {
	wish := make([]float64, len(pl.actors))
	for i, s := range pl.byActor() {
		wish[s] = float64(i)
	}
	return pl.arranged(wish, func(b int) float64 { return float64(b) })
}

// byActor returns the strands in the order of their actors, then numbers.
func (pl *plot) byActor() []int {
	all := make([]int, len(pl.actors))
	for s := range all {
		all[s] = s
	}
	slices.SortStableFunc(all, func(x, y int) int { return cmp.Compare(pl.actors[x], pl.actors[y]) })
	return all
}

// shuffled is canonical after bands and strands have changed their numbers by
// chance.
func (pl *plot) shuffled(r *rand.Rand) [][]int {
	wish := make([]float64, len(pl.actors))
	for s := range wish {
		wish[s] = r.Float64()
	}
	seed := r.Uint64()
	return pl.arranged(wish, func(b int) float64 {
		return rand.New(rand.NewPCG(seed, uint64(b))).Float64()
	})
}

// arranged orders bands by a number of theirs and strands by their wishes.
func (pl *plot) arranged(wish []float64, ofBand func(int) float64) [][]int {
	orders := make([][]int, len(pl.scenes))
	for t := range pl.scenes {
		sc := &pl.scenes[t]
		order := slices.Clone(sc.strands)
		rank := map[int]float64{}
		for _, s := range order {
			if b := sc.band[s]; b != NoBand {
				rank[b] = ofBand(b)
			}
		}
		last := 0.0
		for _, v := range rank {
			last = max(last, v+1)
		}
		rank[NoBand] = last
		slices.SortStableFunc(order, func(x, y int) int {
			bx, by := sc.band[x], sc.band[y]
			return cmp.Or(cmp.Compare(rank[bx], rank[by]), cmp.Compare(bx, by), cmp.Compare(wish[x], wish[y]))
		})
		orders[t] = order
	}
	return orders
}

// A sweeper reorders layer after layer by the barycentres of their neighbours.
type sweeper struct {
	*plot
	wish  []float64 // by strand: where in the layer it would like to be, 0 above to 1 below
	block []float64 // by strand: the same for its band
	at    []int     // by strand: its place so far
}

func (pl *plot) newSweeper() *sweeper {
	n := len(pl.actors)
	return &sweeper{plot: pl, wish: make([]float64, n), block: make([]float64, n), at: make([]int, n)}
}

// forward lets every layer follow the one before.
func (sw *sweeper) forward(orders [][]int) {
	for t := 1; t < len(orders); t++ {
		sw.stay(orders[t])
		sw.follow(orders[t], orders[t-1])
		for i := range sw.scenes[t].births {
			b := &sw.scenes[t].births[i]
			for k, s := range orders[t-1] {
				if slices.Contains(b.parents, s) {
					sw.wish[b.strand] = place(k, len(orders[t-1]))
					break
				}
			}
		}
		sw.settle(t, orders[t])
	}
}

// backward lets every layer prepare the one after.
func (sw *sweeper) backward(orders [][]int) {
	for t := len(orders) - 2; t >= 0; t-- {
		sw.stay(orders[t])
		next := orders[t+1]
		for i := range sw.scenes[t+1].births {
			if b := &sw.scenes[t+1].births[i]; b.orphan {
				for _, p := range b.parents {
					sw.wish[p] = place(slices.Index(next, b.strand), len(next))
				}
			}
		}
		sw.follow(orders[t], next)
		sw.settle(t, orders[t])
	}
}

func place(i, n int) float64 { return (float64(i) + 0.5) / float64(n) }

func (sw *sweeper) stay(order []int) {
	for i, s := range order {
		sw.wish[s] = place(i, len(order))
		sw.at[s] = -i - 1
	}
}

// follow has the strands of order wish to be where they are in near.
func (sw *sweeper) follow(order, near []int) {
	for i, s := range near {
		if sw.at[s] < 0 {
			sw.wish[s] = place(i, len(near))
		}
	}
	for i, s := range order {
		sw.at[s] = i
	}
}

// settle orders a layer by the wishes of its bands and strands.
func (sw *sweeper) settle(t int, order []int) {
	sc := &sw.scenes[t]
	for i := 0; i < len(order); {
		j, sum := i, 0.0
		for ; j < len(order) && (j == i || sc.together(order[i], order[j])); j++ {
			sum += sw.wish[order[j]]
		}
		for k := i; k < j; k++ {
			sw.block[order[k]] = sum / float64(j-i)
		}
		i = j
	}
	slices.SortStableFunc(order, func(x, y int) int {
		if sc.together(x, y) {
			return cmp.Compare(sw.wish[x], sw.wish[y])
		}
		return cmp.Or(cmp.Compare(sw.block[x], sw.block[y]), cmp.Compare(sc.band[x], sc.band[y]))
	})
	for _, s := range order {
		sw.at[s] = 0
	}
}

// together reports whether two strands are in one band.
func (sc *scene) together(x, y int) bool { return sc.band[x] == sc.band[y] && sc.band[x] != NoBand }
