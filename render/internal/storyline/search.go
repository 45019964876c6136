package storyline

import (
	"bytes"
	"encoding/binary"
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

// triesPerOrder is how many places may be tried for each order that may be held.
const triesPerOrder = 16

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
		r := newReached(len(se.stages[t].strands), se.stages[t].disorder)
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
	nodes := newReached(kept+8*len(st.ghosts), nil)
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
