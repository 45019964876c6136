package storyline

import "slices"

// A block is what must stand together in a layer: the strands of a band, or a
// strand in no band.
type block struct{ from, until int } // places

func (sc *scene) blocks(order []int) []block {
	var bs []block
	for i := 0; i < len(order); {
		j := i + 1
		for j < len(order) && sc.together(order[i], order[j]) {
			j++
		}
		bs = append(bs, block{i, j})
		i = j
	}
	return bs
}

// A shifter moves whole bands.
type shifter struct {
	*mover
	count *counter
	reach int     // how many other blocks a band may pass in a layer at once
	block [][]int // block[t][s]: in layer t the place of the block of s among those other than the band
}

func newShifter(m *mover, reach int) *shifter {
	sh := &shifter{mover: m, count: newCounter(len(m.actors)), reach: reach, block: make([][]int, len(m.scenes))}
	for t := range sh.block {
		sh.block[t] = make([]int, len(m.actors))
	}
	return sh
}

// shift moves a band to its best places among the other blocks, in all its
// layers at once, and returns what that saved.
func (sh *shifter) shift(band int) int {
	saved := 0
	for t := 0; t < len(sh.scenes); t++ {
		if sh.find(band, t) < 0 {
			continue
		}
		last, wide := t, false
		for ; last < len(sh.scenes) && sh.find(band, last) >= 0; last++ {
			i := sh.find(band, last)
			wide = wide || i+1 < len(sh.orders[last]) && sh.scenes[last].band[sh.orders[last][i+1]] == band
		}
		if wide { // else it is but a strand
			saved += sh.reroute(band, t, last-1)
		}
		t = last - 1
	}
	return saved
}

// find returns the place of the first strand of a band in layer t, or -1.
func (sh *shifter) find(band, t int) int {
	return slices.IndexFunc(sh.orders[t], func(s int) bool { return sh.scenes[t].band[s] == band })
}

// A variant is a layer with the band at another place.
type variant struct {
	order []int
	slot  int // how many other blocks are above it
	key   int // what the canonical order has against it
	cost  int
	from  int
}

func (sh *shifter) reroute(band, first, last int) int {
	layers := make([][]variant, last-first+1)
	now := make([]int, len(layers))
	for i := range layers {
		layers[i], now[i] = sh.variants(band, first+i)
	}
	held := 0
	var edge []int
	for i := range layers {
		t := first + i
		for q := range layers[i] {
			v := &layers[i][q]
			switch {
			case i > 0:
				if q == 0 {
					edge = sh.edges(band, t, layers[i-1], layers[i])
				}
				least := -1
				for p := range layers[i-1] {
					u := &layers[i-1][p]
					c := edge[p*len(layers[i])+q]
					if p == now[i-1] && q == now[i] {
						held += c
					}
					if c += u.cost; least < 0 || c < least || c == least && p == now[i-1] {
						least, v.from = c, p
					}
				}
				v.cost = least
			case t > 0:
				v.cost = sh.between(t, sh.orders[t-1], v.order)
			}
			v.cost += v.key
			if t == last && t+1 < len(sh.orders) {
				v.cost += sh.between(t+1, v.order, sh.orders[t+1])
			}
		}
	}
	// The cost of the places that the band has now.
	for i := range layers {
		held += layers[i][now[i]].key
	}
	if first > 0 {
		held += sh.between(first, sh.orders[first-1], sh.orders[first])
	}
	if last+1 < len(sh.orders) {
		held += sh.between(last+1, sh.orders[last], sh.orders[last+1])
	}
	end := now[len(now)-1]
	ends := layers[len(layers)-1]
	for q := range ends {
		if ends[q].cost < ends[end].cost {
			end = q
		}
	}
	saved := held - ends[end].cost
	if saved == 0 {
		return 0
	}
	for i := len(layers) - 1; i >= 0; i-- {
		v := &layers[i][end]
		sh.orders[first+i] = v.order
		sh.note(first + i)
		end = v.from
	}
	return saved
}

// edges returns what it costs to go from each variant of layer t-1 to each of
// layer t, the latter running faster, but for something that is the same for
// all.
func (sh *shifter) edges(band, t int, before, after []variant) []int {
	edge := make([]int, len(before)*len(after))
	if len(before) <= maxVariants && len(after) <= maxVariants && len(sh.scenes[t].births) == 0 {
		sh.passed(band, t, before, after, edge)
		return edge
	}
	for p := range before {
		for q := range after {
			edge[p*len(after)+q] = sh.between(t, before[p].order, after[q].order)
		}
	}
	return edge
}

// maxVariants are few enough for a set of them to be an index.
const maxVariants = 3

// passed adds the crossings of pairs of which one strand is in the band before
// or after: the others cross the same whatever the variant.
func (sh *shifter) passed(band, t int, before, after []variant, edge []int) {
	sc := &sh.scenes[t]
	// count[u][v]: pairs of which the first strand is above in the variants u
	// before and in the variants v after.
	var count [1 << maxVariants][1 << maxVariants]int
	in := func(s int) bool { return sh.scenes[t-1].band[s] == band || sc.band[s] == band }
	for _, x := range sc.kept {
		if !in(x) {
			continue
		}
		for _, y := range sc.kept {
			if x != y && (x < y || !in(y)) {
				count[sh.aboveIn(band, t-1, x, y, before)][sh.aboveIn(band, t, x, y, after)]++
			}
		}
		sh.steps += 8 * len(sc.kept)
	}
	for u := range count {
		for v, n := range count[u] {
			if n == 0 {
				continue
			}
			for p := range before {
				for q := range after {
					if u>>p&1 != v>>q&1 {
						edge[p*len(after)+q] += n * one
					}
				}
			}
		}
	}
}

// aboveIn returns the set of variants of layer t in which x is above y.
func (sh *shifter) aboveIn(band, t, x, y int, vs []variant) int {
	all := 1<<len(vs) - 1
	// upTo is the set of variants in which the band is at or above a slot.
	upTo := func(slot int) int { return 1<<min(max(slot-vs[0].slot+1, 0), len(vs)) - 1 }
	mine, yours := sh.scenes[t].band[x] == band, sh.scenes[t].band[y] == band
	switch {
	case mine && !yours:
		return upTo(sh.block[t][y])
	case yours && !mine:
		return all &^ upTo(sh.block[t][x])
	case sh.at[t][x] < sh.at[t][y]:
		return all
	}
	return 0
}

func (sh *shifter) between(t int, before, after []int) int {
	sh.steps += 8 * (len(before) + len(after))
	return sh.count.between(&sh.scenes[t], before, after) * one
}

// variants lists the layer with the band at each of its places, and which of
// them is the layer as it is.
func (sh *shifter) variants(band, t int) (vs []variant, now int) {
	sc, order := &sh.scenes[t], sh.orders[t]
	bs := sc.blocks(order)
	own := slices.IndexFunc(bs, func(b block) bool { return sc.band[order[b.from]] == band })
	mine := order[bs[own].from:bs[own].until]
	rest := slices.Delete(slices.Clone(bs), own, own+1)
	for i, b := range rest {
		for _, s := range order[b.from:b.until] {
			sh.block[t][s] = i
		}
	}
	above := len(rest)
	for k := 0; k <= len(rest); k++ {
		if k >= own-sh.reach && k <= own+sh.reach {
			if k == own {
				now = len(vs)
			}
			v := variant{order: make([]int, 0, len(order)), slot: k, key: above}
			for i, b := range rest {
				if i == k {
					v.order = append(v.order, mine...)
				}
				v.order = append(v.order, order[b.from:b.until]...)
			}
			if k == len(rest) {
				v.order = append(v.order, mine...)
			}
			vs = append(vs, v)
		}
		if k < len(rest) {
			switch b := sc.band[order[rest[k].from]]; {
			case b == NoBand:
			case b > band:
				above++
			default:
				above--
			}
		}
	}
	return vs, now
}
