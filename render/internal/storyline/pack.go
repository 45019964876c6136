package storyline

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// A packer chooses patterns that count no pair of strands twice, so that their
// crossings add up to a bound on those of the whole.
type packer struct {
	*plot
	meet   [][]bool // of every two strands: whether they are in a layer together
	free   [][]bool // free[y][x], x < y: the pairs that are not yet counted
	chosen []*pattern
	bound  int
	work   int // steps that are left
}

// packSteps bounds the work of packing, in steps of a nanosecond or two.
const packSteps = 20_000_000

// packing returns patterns for the bound of a search, without their tables,
// and the bound of them all. The orders are those of a good drawing.
func (pl *plot) packing(orders [][]int, steps int) (chosen []*pattern, bound int) {
	pk := &packer{plot: pl, meet: pl.meetings(), work: steps}
	candidates := pk.candidates(orders)
	slices.SortStableFunc(candidates, func(x, y *pattern) int {
		// Most crossings for the pairs that they take, larger ones first.
		return cmp.Or(cmp.Compare(y.least*pk.pairsOf(x), x.least*pk.pairsOf(y)), cmp.Compare(len(y.strands), len(x.strands)))
	})
	r := rand.New(rand.NewPCG(3, 4))
	for i := 0; i < packings && pk.work > 0; i++ {
		pk.free, pk.chosen, pk.bound = make([][]bool, len(pk.meet)), nil, 0
		for y := range pk.meet {
			pk.free[y] = slices.Clone(pk.meet[y])
		}
		if i > 0 {
			for range 1 + len(candidates)/4 {
				a, b := r.IntN(len(candidates)), r.IntN(len(candidates))
				candidates[a], candidates[b] = candidates[b], candidates[a]
			}
		}
		for _, pt := range candidates {
			pk.take(pt.strands)
		}
		for pk.grow() {
		}
		if pk.bound > bound {
			chosen, bound = pk.chosen, pk.bound
		}
		if len(candidates) == 0 {
			break
		}
	}
	return chosen, bound
}

const packings = 4

// pattern works out a pattern.
func (pk *packer) pattern(strands []int, counts int) *pattern {
	pt := pk.newPattern(strands, counts, false)
	pk.work -= pt.work
	return pt
}

// take chooses the strands if there are crossings in the pairs of theirs that
// are free, and counts no more pairs than it needs.
func (pk *packer) take(strands []int) bool {
	counts := 0
	for j, y := range strands {
		for i, x := range strands[:j] {
			if pk.free[y][x] {
				counts |= pairBit(i, j)
			}
		}
	}
	if counts == 0 || pk.work <= 0 {
		return false
	}
	pt := pk.pattern(strands, counts)
	if pt.least == 0 {
		return false
	}
	for bit := 1; bit <= counts; bit <<= 1 {
		if counts&bit == 0 {
			continue
		}
		if less := pk.pattern(strands, pt.counts&^bit); less.least == pt.least {
			pt = less
		}
	}
	pk.chosen = append(pk.chosen, pt)
	pk.bound += pt.least
	pk.mark(pt, false)
	return true
}

// mark sets whether the pairs that a pattern counts are free.
func (pk *packer) mark(pt *pattern, free bool) {
	for j, y := range pt.strands {
		for i, x := range pt.strands[:j] {
			if pt.counts&pairBit(i, j) != 0 {
				pk.free[y][x] = free
			}
		}
	}
}

// grow adds strands to patterns where that adds crossings, and reports whether
// it could.
func (pk *packer) grow() bool {
	grown := false
	for k := 0; k < len(pk.chosen); k++ {
		pt := pk.chosen[k]
		if len(pt.strands) == maxPattern {
			continue
		}
		for s := range pk.actors {
			if slices.Contains(pt.strands, s) {
				continue
			}
			i, _ := slices.BinarySearch(pt.strands, s)
			pk.mark(pt, true)
			pk.bound -= pt.least
			before := pk.bound
			if pk.take(slices.Insert(slices.Clone(pt.strands), i, s)) && pk.bound > before+pt.least {
				pk.chosen[k] = pk.chosen[len(pk.chosen)-1]
				pk.chosen = pk.chosen[:len(pk.chosen)-1]
				grown = true
				break
			}
			if pk.bound > before {
				last := pk.chosen[len(pk.chosen)-1]
				pk.mark(last, true)
				pk.chosen = pk.chosen[:len(pk.chosen)-1]
			}
			pk.bound = before + pt.least
			pk.mark(pt, false)
		}
	}
	return grown
}

// meetings tells of every two strands whether they are in a layer together.
func (pl *plot) meetings() [][]bool {
	n := len(pl.actors)
	meet := make([][]bool, n)
	for s := range meet {
		meet[s] = make([]bool, n)
	}
	for t := range pl.scenes {
		for _, x := range pl.scenes[t].strands {
			for _, y := range pl.scenes[t].strands {
				meet[x][y] = true
			}
		}
	}
	return meet
}

// manyStrands are too many to try every four of them.
const manyStrands = 24

// enoughCandidates are enough for one crossing.
const enoughCandidates = 4

// candidates returns patterns that cannot do without crossings: of all small
// ones, or in a large plot of those about the crossings of a good drawing.
func (pk *packer) candidates(orders [][]int) []*pattern {
	var of []*pattern
	reserve := pk.work / 2 // for what comes after
	try := func(strands ...int) bool {
		if pk.work < reserve || len(strands) > maxPattern {
			return false
		}
		pt := pk.pattern(strands, everyPair)
		if pt.least > 0 {
			of = append(of, pt)
		}
		return pt.least > 0
	}
	n, meet := len(pk.actors), pk.meet
	if n > manyStrands {
		for _, c := range pk.clashes(orders) {
			if len(c.strands) > 2 && try(c.strands...) {
				continue
			}
			found := 0
			for _, s := range pk.company(c) {
				i, in := slices.BinarySearch(c.strands, s)
				if !in && try(slices.Insert(slices.Clone(c.strands), i, s)...) {
					if found++; found == enoughCandidates {
						break
					}
				}
			}
		}
		return of
	}
	for a := range n {
		for b := range a {
			for c := range b {
				if !(meet[a][b] && meet[b][c] || meet[a][b] && meet[a][c] || meet[a][c] && meet[b][c]) {
					continue
				}
				try(c, b, a)
				for d := range c {
					try(d, c, b, a)
				}
			}
		}
	}
	return of
}

// company returns the strands that are of one actor with a strand of a clash,
// and then those that are in a band with one, in the layers of the clash.
func (pl *plot) company(c clash) []int {
	var kin, mates []int
	for t := max(c.layer-1, 0); t <= c.layer; t++ {
		sc := &pl.scenes[t]
		for _, s := range sc.strands {
			switch {
			case slices.ContainsFunc(c.strands, func(x int) bool { return pl.actors[s] == pl.actors[x] }):
				kin = append(kin, s)
			case slices.ContainsFunc(c.strands, func(x int) bool { return sc.together(s, x) }):
				mates = append(mates, s)
			}
		}
	}
	slices.Sort(kin)
	slices.Sort(mates)
	return slices.Concat(slices.Compact(kin), slices.Compact(mates))
}

func (pk *packer) pairsOf(pt *pattern) int {
	n := 0
	for j, y := range pt.strands {
		for _, x := range pt.strands[:j] {
			if pk.meet[x][y] {
				n++
			}
		}
	}
	return n
}
