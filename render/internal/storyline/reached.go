package storyline

import (
	"bytes"
	"cmp"
	"slices"
)

// reached are the orders of a layer that have been reached. After rank they
// stand from the best to the worst as far as the canonical order goes.
type reached struct {
	*orderSet        // of the names
	orders    []byte // of the places
	label     []label
	// disorder is what the canonical order has against an order. It decides
	// between ways that are as good otherwise, or nothing if it is nil.
	disorder func(order []byte) int
}

// A label is the best way to an order so far.
type label struct {
	cost  int32 // crossings
	bands int32 // rank of the way by the bands that met in the wrong order
	from  int32 // the order in the layer before
}

func (a label) compare(b label) int {
	return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.bands, b.bands), cmp.Compare(a.from, b.from))
}

func newReached(width int, disorder func([]byte) int) *reached {
	return &reached{orderSet: newOrderSet(width), disorder: disorder}
}

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
	c := l.compare(old)
	if c == 0 && r.disorder != nil {
		c = cmp.Or(cmp.Compare(r.disorder(order), r.disorder(r.order(i))), bytes.Compare(order, r.order(i)))
	}
	if c < 0 {
		r.label[i] = l
		copy(r.order(i), order)
	}
	return i, l.cost < old.cost
}

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
	disorder := make([]int, r.n)
	for _, i := range keep {
		disorder[i] = r.disorder(r.order(i))
	}
	slices.SortFunc(keep, func(i, j int) int {
		a, b := r.label[i], r.label[j]
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(disorder[i], disorder[j]), cmp.Compare(a.cost, b.cost),
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
