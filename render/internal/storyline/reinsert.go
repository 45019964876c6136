package storyline

import "slices"

// one is the cost of a crossing where costs hold the canonical order in their
// lower part, too.
const one = 1 << 24

// A mover takes a strand out of orders and puts it back where it costs least,
// in all its layers at once: given the others, the best places of one strand
// are a shortest path.
type mover struct {
	*plot
	orders [][]int
	at     [][]int // at[t][s]: the place of strand s in layer t, where it is there

	// For the strand being moved, by layer: the places to choose from, among
	// the other strands from top to bottom, the cost of the best path to each,
	// the step before on that path, and the place that the strand has now.
	slots [][]int
	cost  [][]int
	from  [][]int
	now   []int

	steps            int   // what the work so far cost
	was, is          []int // places of the others in two layers, by strand
	upto, uptoBefore []int // by place among the others: the slots at or above it
	grid             []int
	survivors        []int // by place among the others: the survivors above it
}

func (pl *plot) newMover(orders [][]int) *mover {
	n, layers := len(pl.actors), len(pl.scenes)
	m := &mover{
		plot: pl, orders: orders, at: make([][]int, layers),
		slots: make([][]int, layers), cost: make([][]int, layers), from: make([][]int, layers), now: make([]int, layers),
		was: make([]int, n), is: make([]int, n),
	}
	for t := range orders {
		m.at[t] = make([]int, n)
		m.note(t)
	}
	return m
}

func (m *mover) note(t int) {
	for i, s := range m.orders[t] {
		m.at[t][s] = i
	}
}

// reinsert moves strand s to its best places and returns what that saved.
func (m *mover) reinsert(s int) int {
	saved := 0
	for t := 0; t < len(m.scenes); t++ {
		if m.scenes[t].band[s] == absent {
			continue
		}
		last := t
		for last+1 < len(m.scenes) && m.scenes[last+1].band[s] != absent {
			last++
		}
		saved += m.reroute(s, t, last)
		t = last
	}
	return saved
}

// reroute moves strand s in the layers from first to last, between which it
// lives without a break, and returns what that saved.
func (m *mover) reroute(s, first, last int) int {
	held := 0 // the cost of the places that s has now
	for t := first; t <= last; t++ {
		m.offer(s, t)
		cost := resize(&m.cost[t], len(m.slots[t]))
		from := resize(&m.from[t], len(m.slots[t]))
		m.charge(s, t, cost)
		m.birthsOf(s, t, t == first, cost)
		if t == last && t+1 < len(m.scenes) {
			m.orphansOf(s, t, cost)
		}
		held += cost[m.now[t]]
		if t == first {
			continue
		}
		edge := m.edges(s, t)
		wide := len(cost)
		held += edge[m.now[t-1]*wide+m.now[t]]
		for q := range cost {
			least, at := -1, 0
			for p, c := range m.cost[t-1] {
				if c += edge[p*wide+q]; least < 0 || c < least || c == least && p == m.now[t-1] {
					least, at = c, p
				}
			}
			cost[q] += least
			from[q] = at
		}
	}
	end := m.now[last]
	for q, c := range m.cost[last] {
		if c < m.cost[last][end] {
			end = q
		}
	}
	saved := held - m.cost[last][end]
	if saved == 0 {
		return 0
	}
	for t := last; t >= first; t-- {
		m.put(s, t, m.slots[t][end])
		end = m.from[t][end]
	}
	return saved
}

// resize makes the slice as long as asked for, and zero.
func resize(s *[]int, n int) []int {
	*s = slices.Grow((*s)[:0], n)[:n]
	clear(*s)
	return *s
}

// put moves strand s of layer t to a place among the others.
func (m *mover) put(s, t, place int) {
	order := m.orders[t]
	i := m.at[t][s]
	if i == place {
		return
	}
	copy(order[i:], order[i+1:])
	copy(order[place+1:], order[place:len(order)-1])
	order[place] = s
	m.note(t)
}

// offer lists the places at which strand s may stand in layer t.
func (m *mover) offer(s, t int) {
	sc, order := &m.scenes[t], m.orders[t]
	i := m.at[t][s]
	slots := m.slots[t][:0]
	lo, hi := i, i
	for lo > 0 && sc.together(order[lo-1], s) {
		lo--
	}
	for hi+1 < len(order) && sc.together(order[hi+1], s) {
		hi++
	}
	if lo < hi {
		for k := lo; k <= hi; k++ {
			slots = append(slots, k)
		}
		m.now[t] = i - lo
	} else {
		for k := range order {
			above, below := m.other(t, i, k-1), m.other(t, i, k)
			if k > 0 && k < len(order)-1 && sc.together(above, below) {
				continue
			}
			if k == i {
				m.now[t] = len(slots)
			}
			slots = append(slots, k)
		}
	}
	m.slots[t] = slots
	m.steps += len(order)
}

// other returns the strand at place k of layer t when that at place i is taken
// out, or -1.
func (m *mover) other(t, i, k int) int {
	if k >= i {
		k++
	}
	if k < 0 || k >= len(m.orders[t]) {
		return -1
	}
	return m.orders[t][k]
}

// among returns the place of strand c of layer t among those other than s.
func (m *mover) among(s, t, c int) int {
	k := m.at[t][c]
	if k > m.at[t][s] && m.scenes[t].band[s] != absent {
		k--
	}
	return k
}

// edges returns the crossings of s on the way from each slot of layer t-1 to
// each of layer t, the latter running faster.
func (m *mover) edges(s, t int) []int {
	sc := &m.scenes[t]
	before, slots := m.slots[t-1], m.slots[t]
	wide := len(slots)
	// passed[k]: how many slots are at or above the other strand at place k. A
	// strand is above the slots that come after those.
	m.uptoBefore = counted(m.uptoBefore, before, len(m.orders[t-1]))
	m.upto = counted(m.upto, slots, len(m.orders[t]))
	grid := resize(&m.grid, len(before)*wide)
	// grid[p*wide+q] first counts the survivors that come to be above slots from
	// p on and q on, then those above p and q; a[p] and b[q] those above one.
	a, b := make([]int, len(before)), make([]int, wide)
	for _, c := range sc.kept {
		if c == s {
			continue
		}
		u, v := m.uptoBefore[m.among(s, t-1, c)], m.upto[m.among(s, t, c)]
		if u < len(before) {
			a[u]++
		}
		if v < wide {
			b[v]++
		}
		if u < len(before) && v < wide {
			grid[u*wide+v]++
		}
	}
	accumulate(a)
	accumulate(b)
	for p := range before {
		row := grid[p*wide : (p+1)*wide]
		accumulate(row)
		if p > 0 {
			for q := range row {
				row[q] += grid[(p-1)*wide+q]
			}
		}
	}
	for p := range before {
		row := grid[p*wide : (p+1)*wide]
		for q := range row {
			row[q] = (a[p] + b[q] - 2*row[q]) * one
		}
	}
	m.steps += len(sc.kept) + 2*len(grid)
	m.inTheWay(s, t, grid)
	return grid
}

// counted returns, for every place among the others, how many slots are at or
// above it.
func counted(into, slots []int, places int) []int {
	into = into[:0]
	q := 0
	for k := range places {
		for q < len(slots) && slots[q] <= k {
			q++
		}
		into = append(into, q)
	}
	return into
}

func accumulate(a []int) {
	for i := 1; i < len(a); i++ {
		a[i] += a[i-1]
	}
}
