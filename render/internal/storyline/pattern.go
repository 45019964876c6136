package storyline

import (
	"math/bits"
	"slices"
	"sync"
)

// A pattern is a handful of strands by themselves, with the fewest crossings
// that are still to come from each of their orders. It counts the crossings of
// some pairs of its strands only. Patterns that count no pair twice together
// bound the crossings of the whole from below.
//
// An order is written as a number with a bit for every pair that stands the
// other way round, so that the crossings from an order to another are the bits
// in which they differ.
type pattern struct {
	strands []int // ascending
	counts  int   // the pairs whose crossings it counts, by their bits
	least   int   // of these crossings, in the best drawing of the strands
	scenes  []patternScene
	work    int // steps that it took to work out
}

type patternScene struct {
	pairs []patternPair // of strands that are there
	full  []uint8       // by order: crossings still to come after the layer
	kept  int           // the pairs of survivors that are counted
	node  []uint8       // by order of survivors, valid or not: crossings to the layer and after it
}

// A patternPair is a bit and the places of its strands in the layer. The bit is
// set if the former is below the latter.
type patternPair struct {
	bit     int
	x, y    byte
	strands [2]int
}

const (
	maxPattern = 5
	impossible = 255
)

// pairBit returns the bit of the i-th and j-th strand of a pattern, i < j.
func pairBit(i, j int) int { return 1 << (j*(j-1)/2 + i) }

// permutations()[n] are the orders of n things.
var permutations = sync.OnceValue(func() (of [maxPattern + 1][][]int) {
	of[0] = [][]int{{}}
	for n := 1; n <= maxPattern; n++ {
		for _, p := range of[n-1] {
			for i := range n {
				of[n] = append(of[n], slices.Insert(slices.Clone(p), i, n-1))
			}
		}
	}
	return of
})

// A patternOrder is an order of the strands of a pattern in a layer.
type patternOrder struct {
	code  int
	order []int // indices of the pattern's strands, from top to bottom
	cost  int   // crossings of connectors from parents that survive, and those still to come
}

// everyPair counts the crossings of all pairs.
const everyPair = 1<<(maxPattern*(maxPattern-1)/2) - 1

// newPattern works out a pattern of up to maxPattern strands. Without tables
// only least is known afterwards.
func (pl *plot) newPattern(strands []int, counts int, tables bool) *pattern {
	pt := &pattern{strands: strands, counts: counts}
	if tables {
		pt.scenes = make([]patternScene, len(pl.scenes))
	}
	size := 1 << (len(strands) * (len(strands) - 1) / 2)
	var next []patternOrder // the orders of the layer after
	for t := len(pl.scenes) - 1; t >= 0; t-- {
		pt.work += 20
		if !tables && t+1 < len(pl.scenes) && pl.unchanged(t+1, strands) {
			// The orders are the same, but births may have led to them.
			for i := range next {
				next[i].cost += pl.patternConnectors(t, pt, next[i].order)
			}
			continue
		}
		orders := pl.patternOrders(t, strands)
		pt.work += 200 + len(orders)*(len(next)+40) + 10*len(pl.scenes[t].births)
		if t+1 < len(pl.scenes) {
			pl.comeTo(t+1, pt, orders, next)
		}
		if tables {
			ps := &pt.scenes[t]
			ps.full = slices.Repeat([]uint8{impossible}, size)
			for _, o := range orders {
				ps.full[o.code] = uint8(min(o.cost, impossible-1))
			}
		}
		for i := range orders {
			orders[i].cost += pl.patternConnectors(t, pt, orders[i].order)
		}
		if tables {
			pl.fillNodes(t, pt, orders, &pt.scenes[t], size)
		}
		next = orders
	}
	pt.least = impossible
	for _, o := range next {
		pt.least = min(pt.least, o.cost)
	}
	return pt
}

// unchanged reports whether the strands are the same in layer t as in the one
// before, in the same bands.
func (pl *plot) unchanged(t int, strands []int) bool {
	for _, s := range strands {
		if pl.scenes[t].band[s] != pl.scenes[t-1].band[s] {
			return false
		}
	}
	return true
}

// patternOrders lists the valid orders of a layer.
func (pl *plot) patternOrders(t int, strands []int) []patternOrder {
	sc := &pl.scenes[t]
	var here []int
	for i, s := range strands {
		if sc.band[s] != absent {
			here = append(here, i)
		}
	}
	all := permutations()[len(here)]
	orders := make([]patternOrder, 0, len(all))
	places := make([]int, 0, len(all)*len(here))
	for _, p := range all {
		from := len(places)
		for _, k := range p {
			places = append(places, here[k])
		}
		order := places[from:]
		torn := false
		for i, x := range order {
			for j := i + 2; j < len(order); j++ {
				torn = torn || sc.together(strands[x], strands[order[j]]) && !sc.together(strands[x], strands[order[j-1]])
			}
		}
		if torn {
			places = places[:from]
			continue
		}
		orders = append(orders, patternOrder{code: codeOf(order), order: order})
	}
	return orders
}

func codeOf(order []int) int {
	code := 0
	for i, x := range order {
		for _, y := range order[:i] {
			if y > x {
				code |= pairBit(x, y)
			}
		}
	}
	return code
}

// keptPairs returns the pairs that survive to layer t and are counted.
func (pl *plot) keptPairs(t int, pt *pattern) int {
	strands, kept := pt.strands, 0
	for j, y := range strands {
		for i, x := range strands[:j] {
			if pl.scenes[t].stays[x] && pl.scenes[t].stays[y] {
				kept |= pairBit(i, j)
			}
		}
	}
	return kept & pt.counts
}

// comeTo works out what is still to come after the orders of the layer before t.
func (pl *plot) comeTo(t int, pt *pattern, orders, next []patternOrder) {
	kept := pl.keptPairs(t, pt)
	orphans := pl.patternBirths(t, pt.strands, true)
	for i := range orders {
		o := &orders[i]
		o.cost = impossible
		for k := range next {
			n := &next[k]
			c := n.cost + bits.OnesCount(uint((o.code^n.code)&kept))
			if c < o.cost && len(orphans) > 0 {
				c += pl.patternOrphans(t, pt, orphans, o.order, n.order)
			}
			o.cost = min(o.cost, c)
		}
	}
}

// patternBirths lists the births of layer t among the strands of a pattern,
// all the parents being among them.
func (pl *plot) patternBirths(t int, strands []int, orphan bool) []*birth {
	var bs []*birth
	for i := range pl.scenes[t].births {
		b := &pl.scenes[t].births[i]
		out := func(s int) bool { return !slices.Contains(strands, s) }
		if b.orphan == orphan && !out(b.strand) && !slices.ContainsFunc(b.parents, out) {
			bs = append(bs, b)
		}
	}
	return bs
}

// watched returns the survivors to layer t, as a set of indices, whose crossings
// with a connector to the child are counted.
func (pl *plot) watched(t int, pt *pattern, child int) (set int) {
	c, _ := slices.BinarySearch(pt.strands, child)
	for i, s := range pt.strands {
		if i != c && pl.scenes[t].stays[s] && pt.counts&pairBit(min(i, c), max(i, c)) != 0 {
			set |= 1 << i
		}
	}
	return set
}

// above returns the strands above s in an order, as a set of indices.
func (pt *pattern) above(order []int, s int) (set int) {
	for _, i := range order {
		if pt.strands[i] == s {
			break
		}
		set |= 1 << i
	}
	return set
}

// patternConnectors counts the crossings of connectors from parents that
// survive.
func (pl *plot) patternConnectors(t int, pt *pattern, order []int) int {
	n := 0
	for _, b := range pl.patternBirths(t, pt.strands, false) {
		counted := pl.watched(t, pt, b.strand)
		least := len(order)
		for _, p := range b.parents {
			between := (pt.above(order, p) ^ pt.above(order, b.strand)) & counted
			i, _ := slices.BinarySearch(pt.strands, p)
			least = min(least, bits.OnesCount(uint(between&^(1<<i))))
		}
		n += least
	}
	return n
}

// patternOrphans counts the crossings of connectors from parents that end.
func (pl *plot) patternOrphans(t int, pt *pattern, births []*birth, before, after []int) int {
	n := 0
	for _, b := range births {
		counted := pl.watched(t, pt, b.strand)
		least := len(pt.strands)
		for _, p := range b.parents {
			apart := (pt.above(before, p) ^ pt.above(after, b.strand)) & counted
			least = min(least, bits.OnesCount(uint(apart)))
		}
		n += least
	}
	return n
}

// fillNodes works out what is still to come from the orders of the survivors
// to layer t, whose valid orders are given with all their costs.
func (pl *plot) fillNodes(t int, pt *pattern, orders []patternOrder, ps *patternScene, size int) {
	sc, strands := &pl.scenes[t], pt.strands
	ps.kept = pl.keptPairs(t, pt)
	ps.node = slices.Repeat([]uint8{impossible}, size)
	var kept []int
	for i, s := range strands {
		if sc.stays[s] {
			kept = append(kept, i)
		}
	}
	order := make([]int, len(kept))
	for _, p := range permutations()[len(kept)] {
		for k, i := range p {
			order[k] = kept[i]
		}
		code := codeOf(order)
		least := impossible - 1
		for k := range orders {
			least = min(least, orders[k].cost+bits.OnesCount(uint((code^orders[k].code)&ps.kept)))
		}
		ps.node[code&ps.kept] = uint8(least)
	}
	for j, y := range strands {
		for i, x := range strands[:j] {
			if sc.band[x] != absent && sc.band[y] != absent {
				a, _ := slices.BinarySearch(sc.strands, x)
				b, _ := slices.BinarySearch(sc.strands, y)
				ps.pairs = append(ps.pairs, patternPair{pairBit(i, j), byte(a), byte(b), [2]int{x, y}})
			}
		}
	}
}

// in returns the pattern with the places that its strands have in a part of the
// plot which it was made for.
func (pt *pattern) in(part *plot) *pattern {
	placed := *pt
	placed.scenes = slices.Clone(pt.scenes)
	for t := range placed.scenes {
		ps, strands := &placed.scenes[t], part.scenes[t].strands
		ps.pairs = slices.Clone(ps.pairs)
		for i := range ps.pairs {
			pair := &ps.pairs[i]
			a, _ := slices.BinarySearch(strands, pair.strands[0])
			b, _ := slices.BinarySearch(strands, pair.strands[1])
			pair.x, pair.y = byte(a), byte(b)
		}
	}
	return &placed
}

// togo bounds what is still to come after an order of layer t, given by the
// place of each strand in it.
func (ps *patternScene) togo(at *[maxStrands]int8) int {
	code := 0
	for _, p := range ps.pairs {
		if at[p.x] > at[p.y] {
			code |= p.bit
		}
	}
	return int(ps.full[code])
}

// through is togo for an order of the survivors to the layer, on its way to it.
func (ps *patternScene) through(at *[maxStrands]int8) int {
	code := 0
	for _, p := range ps.pairs {
		if ps.kept&p.bit != 0 && at[p.x] > at[p.y] {
			code |= p.bit
		}
	}
	return int(ps.node[code])
}
