package storyline

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"slices"
)

// An outlook is what patterns say about a layer: which are settled as soon as so
// many newborns have their places, and how much the others ask for at least.
type outlook struct {
	settled [][]*patternScene
	floor   []int
}

// outlook returns the outlook of layer t.
func (se *search) outlook(t int) *outlook {
	if o := se.outlooks[t]; o != nil {
		return o
	}
	st := &se.stages[t]
	o := &outlook{make([][]*patternScene, len(st.born)+1), make([]int, len(st.born)+1)}
	for _, pt := range se.ahead {
		ps := &pt.scenes[t]
		last := 0
		for i, x := range st.born {
			if slices.Contains(pt.strands, st.strands[x]) {
				last = i + 1
			}
		}
		o.settled[last] = append(o.settled[last], ps)
		for i := range last {
			o.floor[i] += int(slices.Min(ps.full))
		}
	}
	se.outlooks[t] = o
	return o
}

// give puts the newborns of layer t into an order of its survivors in every
// way, and offers the orders. It returns false if there is no more room.
func (se *search) give(t int, node []byte, l label, r *reached) bool {
	g := giver{search: se, stage: &se.stages[t], into: r, label: l, ahead: se.outlook(t)}
	kept := len(g.kept)
	g.order = append(make([]byte, 0, r.width), node[:kept]...)
	g.ghosts = node[kept:]
	g.name = make([]byte, r.width)
	return g.put(0, 0)
}

// A giver puts newborns into an order, one after the other.
type giver struct {
	*search
	*stage
	into          *reached
	label         label
	ahead         *outlook
	order, ghosts []byte
	name          []byte
}

// put puts the i-th newborn and all after it into the order. The crossings
// still to come after the layer are at least togo for those patterns that have
// no more newborns to come.
func (g *giver) put(i, togo int) bool {
	if g.into.width > 0 && len(g.ahead.settled[i]) > 0 {
		var at [maxStrands]int8
		for k, x := range g.order {
			at[x] = int8(k)
		}
		for _, ps := range g.ahead.settled[i] {
			togo += ps.togo(&at)
		}
	}
	if int(g.label.cost)+togo+g.ahead.floor[i] > g.budget {
		return true
	}
	if i == len(g.born) {
		for k, x := range g.order {
			g.name[k] = g.stage.name[x]
		}
		l := g.label
		l.bands = l.bands*int32(len(g.meet)+1) + int32(g.upsideDown(g.order))
		before := g.into.n
		g.into.offer(g.name, g.order, l)
		g.held += g.into.n - before
		return g.held <= g.room
	}
	x := g.born[i]
	first := 0
	if g.free[x] { // of newborns alike one order is enough
		for _, y := range g.born[:i] {
			if g.free[y] && g.stage.name[y] == g.stage.name[x] {
				first = bytes.IndexByte(g.order, y) + 1
			}
		}
	}
	cost := g.label.cost
	g.order = append(g.order, 0)
	for j := first; j < len(g.order); j++ {
		copy(g.order[j+1:], g.order[j:])
		g.order[j] = x
		if g.fits(g.order, j) {
			g.tried++
			g.label.cost = cost + int32(g.connector(x, g.order, g.ghosts))
			if g.tried > triesPerOrder*g.room || !g.put(i+1, togo) {
				return false
			}
		}
		copy(g.order[j:], g.order[j+1:])
	}
	g.label.cost = cost
	g.order = g.order[:len(g.order)-1]
	return true
}

// fits reports whether the strand at place j tears no band, nor stands apart
// from its own.
func (st *stage) fits(order []byte, j int) bool {
	b := st.band[order[j]]
	above, below := NoBand, NoBand
	if j > 0 {
		above = st.band[order[j-1]]
	}
	if j+1 < len(order) {
		below = st.band[order[j+1]]
	}
	if b != NoBand && (above == b || below == b) {
		return true
	}
	if above != NoBand && above == below {
		return false
	}
	if b != NoBand {
		for k, y := range order {
			if k != j && st.band[y] == b {
				return false
			}
		}
	}
	return true
}

// connector counts what the connector of a newborn crosses, if it has one.
func (st *stage) connector(newborn byte, order, ghosts []byte) int {
	l := st.link[newborn]
	if l == nil {
		return 0
	}
	child := bytes.IndexByte(order, newborn)
	least := len(order)
	for _, p := range l.parents {
		c := 0
		if l.orphan {
			was := binary.LittleEndian.Uint64(ghosts[8*int(p):])
			is := uint64(0)
			for _, x := range order[:child] {
				if !st.newborn(x) {
					is |= 1 << x
				}
			}
			c = bits.OnesCount64(was ^ is)
		} else {
			at := bytes.IndexByte(order, p)
			for _, x := range order[min(at, child)+1 : max(at, child)] {
				if !st.newborn(x) {
					c++
				}
			}
		}
		least = min(least, c)
	}
	return least
}

func (st *stage) newborn(x byte) bool { return !st.stays[st.strands[x]] }
