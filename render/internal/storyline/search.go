package storyline

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
)

// A search finds the best orders of all, layer by layer: it keeps the orders
// of a layer that can be reached with few enough crossings.
//
// From a layer to the next it goes breadth first over exchanges of neighbours,
// from all orders at once; the number of exchanges is the number of crossings.
// Of two ways to an order with equally many it keeps the one that has been
// better since further left.
type search struct {
	stages []stage
	ahead  []*pattern // they bound the crossings still to come
	budget int        // no solution may have more crossings
	room   int        // orders that may be held
	held   int        // orders that have been held
	tried  int        // places that have been tried for newborns

	outlooks []*outlook // by layer, as they are needed

	reached []*reached // by layer
}

// reached are the orders of a layer that have been reached. After rank they
// stand from the best to the worst as far as the canonical order goes.
type reached struct {
	*orderSet        // of the names
	orders    []byte // of the places
	label     []label
}

// triesPerOrder is how many places may be tried for each order that may be held.
const triesPerOrder = 16

// A label is the best way to an order so far.
type label struct {
	cost  int32 // crossings
	bands int32 // rank of the way by the bands that met in the wrong order
	from  int32 // the order in the layer before
	key   int32 // what the canonical order has against this one
}

func (a label) compare(b label) int {
	return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.bands, b.bands), cmp.Compare(a.from, b.from), cmp.Compare(a.key, b.key))
}

func newReached(width int) *reached { return &reached{orderSet: newOrderSet(width)} }

func (r *reached) order(i int) []byte { return r.orders[i*r.width : (i+1)*r.width] }

// offer keeps the order if it is new or comes by a better way, and returns its
// number, and whether its cost is news.
func (r *reached) offer(name, order []byte, l label) (i int, news bool) {
	i, fresh := r.add(name)
	if fresh {
		r.orders = append(r.orders, order...)
		r.label = append(r.label, l)
		return i, true
	}
	old := r.label[i]
	if c := l.compare(old); c < 0 || c == 0 && bytes.Compare(order, r.order(i)) < 0 {
		r.label[i] = l
		copy(r.order(i), order)
	}
	return i, l.cost < old.cost
}

// A verdict is how a search ended.
type verdict int

const (
	found  verdict = iota
	none           // there is no solution within the budget
	gaveUp         // the room was not enough
)

// run searches for the best solution within the budget.
func (se *search) run() verdict {
	se.outlooks = make([]*outlook, len(se.stages))
	for t := range se.stages {
		r := newReached(len(se.stages[t].strands))
		ok := true
		if t == 0 {
			ok = se.give(t, nil, label{}, r)
		} else {
			ok = se.step(t, r)
		}
		if !ok {
			return gaveUp
		}
		if r.n == 0 {
			return none
		}
		se.reached = append(se.reached, se.rank(t, r))
	}
	return found
}

// best returns the best orders after a search that found some.
func (se *search) best() (orders [][]int, crossings int) {
	orders = make([][]int, len(se.stages))
	if len(orders) == 0 {
		return orders, 0
	}
	last := se.reached[len(orders)-1]
	i := int32(0)
	for k, l := range last.label {
		if best := last.label[i]; l.cost < best.cost || l.cost == best.cost && l.bands < best.bands {
			i = int32(k)
		}
	}
	crossings = int(last.label[i].cost)
	for t := len(orders) - 1; t >= 0; t-- {
		r := se.reached[t]
		orders[t] = make([]int, 0, r.width)
		for _, x := range r.order(int(i)) {
			orders[t] = append(orders[t], se.stages[t].strands[x])
		}
		i = r.label[i].from
	}
	return orders, crossings
}

// step reaches the orders of layer t from those of the layer before.
func (se *search) step(t int, r *reached) bool {
	st, before := &se.stages[t], se.reached[t-1]
	kept := len(st.kept)
	nodes := newReached(kept + 8*len(st.ghosts))
	limit := se.budget
	buckets := make([][]int32, limit+1)
	push := func(name, node []byte, l label) {
		if int(l.cost)+se.through(t, node[:kept]) <= limit {
			before := nodes.n
			i, news := nodes.offer(name, node, l)
			se.held += nodes.n - before
			if news {
				buckets[l.cost] = append(buckets[l.cost], int32(i))
			}
		}
	}
	name := make([]byte, nodes.width)
	node := make([]byte, nodes.width)
	for i := range before.n {
		st.project(before.order(i), node)
		st.naming(node, name, kept)
		push(name, node, label{cost: before.label[i].cost, bands: before.label[i].bands, from: int32(i)})
	}
	for cost := range buckets {
		for k := 0; k < len(buckets[cost]); k++ {
			if se.held > se.room {
				return false
			}
			i := int(buckets[cost][k])
			l := nodes.label[i]
			if int(l.cost) != cost {
				continue
			}
			copy(node, nodes.order(i))
			valid := st.whole(node[:kept])
			if valid && !se.give(t, node, l, r) {
				return false
			}
			if valid && st.waiting && st.steady {
				continue // what else could be exchanged can be later
			}
			l.cost++
			copy(name, nodes.key(i))
			for j := 1; j < kept; j++ {
				if name[j-1] == name[j] {
					continue
				}
				node[j-1], node[j] = node[j], node[j-1]
				name[j-1], name[j] = name[j], name[j-1]
				push(name, node, l)
				node[j-1], node[j] = node[j], node[j-1]
				name[j-1], name[j] = name[j], name[j-1]
			}
		}
	}
	return true
}

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

// through bounds the crossings on the way to layer t and after it, given an
// order of the survivors.
func (se *search) through(t int, order []byte) int {
	if len(se.ahead) == 0 {
		return 0
	}
	var at [maxStrands]int8
	for i, x := range order {
		at[x] = int8(i)
	}
	n := 0
	for _, pt := range se.ahead {
		n += pt.scenes[t].through(&at)
	}
	return n
}

// project writes the survivors of an order of the layer before, and for each
// ghost the set of survivors above it.
func (st *stage) project(order, node []byte) {
	n := 0
	above := uint64(0)
	for _, x := range order {
		if g := bytes.IndexByte(st.ghosts, x); g >= 0 {
			binary.LittleEndian.PutUint64(node[len(st.kept)+8*g:], above)
		}
		if y := st.now[x]; y != gone {
			node[n] = y
			n++
			above |= 1 << y
		}
	}
}

// naming writes the names of the places of a node. With ghosts about, strands
// of one name are told apart as long as those are.
func (st *stage) naming(node, name []byte, places int) {
	copy(name, node)
	if len(st.ghosts) > 0 && len(node) > places {
		return
	}
	for i, x := range node[:places] {
		name[i] = st.alike[x]
	}
}

// whole reports whether no band is torn among the strands given.
func (st *stage) whole(order []byte) bool {
	for i := 1; i < len(order); i++ {
		b := st.band[order[i]]
		if b == NoBand || b == st.band[order[i-1]] {
			continue
		}
		for _, y := range order[:i-1] {
			if st.band[y] == b {
				return false
			}
		}
	}
	return true
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
		l.key = int32(g.disorder(g.order))
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

// disorder is as that of a plot, for one layer.
func (st *stage) disorder(order []byte) int {
	n := 0
	for i, x := range order {
		b := st.band[x]
		if b == NoBand {
			continue
		}
		first := i == 0 || st.band[order[i-1]] != b
		for j := i + 1; j < len(order); j++ {
			y := order[j]
			switch c := st.band[y]; {
			case c == b:
				if st.order[y] < st.order[x] {
					n++
				}
			case first && c != NoBand && c < b && st.band[order[j-1]] != c:
				n++
			}
		}
	}
	return n
}

// rank drops orders that need not be pursued and sorts the others by the
// canonical order of the way to them.
func (se *search) rank(t int, r *reached) *reached {
	st := &se.stages[t]
	var keep []int
	for i := range r.n {
		if t == 0 || !st.steady || !st.overtaken(r, i) {
			keep = append(keep, i)
		}
	}
	slices.SortFunc(keep, func(i, j int) int {
		a, b := r.label[i], r.label[j]
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.key, b.key), cmp.Compare(a.cost, b.cost),
			bytes.Compare(r.order(i), r.order(j)))
	})
	ranked := &reached{orderSet: &orderSet{width: r.width, n: len(keep)}}
	for _, i := range keep {
		ranked.orders = append(ranked.orders, r.order(i)...)
		ranked.label = append(ranked.label, r.label[i])
	}
	ranked.rankBands()
	return ranked
}

// rankBands keeps the numbers of the ways by bands small.
func (r *reached) rankBands() {
	var values []int32
	for _, l := range r.label {
		values = append(values, l.bands)
	}
	slices.Sort(values)
	values = slices.Compact(values)
	for i, l := range r.label {
		k, _ := slices.BinarySearch(values, l.bands)
		r.label[i].bands = int32(k)
	}
}

// overtaken reports whether another order that has been reached is so much
// cheaper than order i that to exchange two strands, or two bands, later is no
// dearer than to have them exchanged by now.
func (st *stage) overtaken(r *reached, i int) bool {
	order, cost := r.order(i), r.label[i].cost
	name := slices.Clone(r.key(i))
	cheaper := func(by int) bool {
		j, _ := r.find(name)
		return j >= 0 && r.label[j].cost+int32(by) <= cost
	}
	for k := 1; k < len(order); k++ {
		if b := st.band[order[k]]; b == NoBand || b != st.band[order[k-1]] {
			continue
		}
		name[k-1], name[k] = name[k], name[k-1]
		if name[k-1] != name[k] && cheaper(1) {
			return true
		}
		name[k-1], name[k] = name[k], name[k-1]
	}
	from, at := 0, 0 // of the two last blocks
	for k := 1; k <= len(order); k++ {
		if k < len(order) && st.band[order[k]] != NoBand && st.band[order[k]] == st.band[order[k-1]] {
			continue
		}
		if at > 0 {
			rotate(name[from:k], at-from)
			if cheaper((at - from) * (k - at)) {
				return true
			}
			rotate(name[from:k], k-at)
		}
		from, at = at, k
	}
	return false
}

// rotate moves the first n bytes behind the others.
func rotate(b []byte, n int) {
	slices.Reverse(b[:n])
	slices.Reverse(b[n:])
	slices.Reverse(b)
}
