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
	budget int   // no solution may have more crossings
	room   int   // orders that may be held
	held   int   // orders that have been held

	reached []*reached // by layer
}

// reached are the orders of a layer that have been reached. After rank they
// stand from the best to the worst as far as the canonical order goes.
type reached struct {
	*orderSet        // of the names
	orders    []byte // of the places
	label     []label
}

// A label is the best way to an order so far.
type label struct {
	cost int32 // crossings
	from int32 // the order in the layer before
	key  int32 // what the canonical order has against this one
}

func (a label) compare(b label) int {
	return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.from, b.from), cmp.Compare(a.key, b.key))
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
	se.reached = se.reached[:0]
	for t := range se.stages {
		r := newReached(len(se.stages[t].strands))
		ok := true
		if t == 0 {
			ok = se.give(t, nil, label{}, r, newReached(0))
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
		if l.cost < last.label[i].cost {
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
		push(name, node, label{before.label[i].cost, int32(i), 0})
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
			if valid && !se.give(t, node, l, r, nodes) {
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

// togo bounds the crossings after layer t, given its order.
func (se *search) togo(t int, order []byte) int {
	if len(se.ahead) == 0 {
		return 0
	}
	var at [maxStrands]int8
	for i, x := range order {
		at[x] = int8(i)
	}
	n := 0
	for _, pt := range se.ahead {
		n += pt.scenes[t].togo(&at)
	}
	return n
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
		name[i] = st.name[x]
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
func (se *search) give(t int, node []byte, l label, r, nodes *reached) bool {
	st := &se.stages[t]
	kept := len(st.kept)
	order := make([]byte, kept, r.width)
	copy(order, node)
	name := make([]byte, r.width)
	var put func(i int) bool
	put = func(i int) bool {
		if i == len(st.born) {
			full := l
			full.cost += int32(st.connectors(order, node[kept:]))
			if int(full.cost)+se.togo(t, order) > se.budget {
				return true
			}
			for j, x := range order {
				name[j] = st.name[x]
			}
			full.key = int32(st.disorder(order))
			before := r.n
			r.offer(name, order, full)
			se.held += r.n - before
			return se.held <= se.room
		}
		x := st.born[i]
		first := 0
		if st.free[x] { // of newborns alike one order is enough
			for _, y := range st.born[:i] {
				if st.free[y] && st.name[y] == st.name[x] {
					first = bytes.IndexByte(order, y) + 1
				}
			}
		}
		order = append(order, 0)
		for j := first; j < len(order); j++ {
			copy(order[j+1:], order[j:])
			order[j] = x
			if st.fits(order, j) && !put(i+1) {
				return false
			}
			copy(order[j:], order[j+1:])
		}
		order = order[:len(order)-1]
		return true
	}
	return put(0)
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

// connectors counts what the connectors of the newborns cross.
func (st *stage) connectors(order, ghosts []byte) int {
	n := 0
	for i := range st.links {
		l := &st.links[i]
		child := bytes.IndexByte(order, l.child)
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
		n += least
	}
	return n
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
	return ranked
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
