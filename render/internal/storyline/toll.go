package storyline

import "slices"

// charge adds what the canonical order has against each slot of s in layer t.
func (m *mover) charge(s, t int, cost []int) {
	sc, slots := &m.scenes[t], m.slots[t]
	band := sc.band[s]
	if band == NoBand {
		return
	}
	i := m.at[t][s]
	mates := len(m.orders[t]) > 1 && len(slots) > 1 && sc.together(m.other(t, i, slots[0]), s)
	// above counts, from the first slot on, what is passed and should be below,
	// less what should be above. The least is a matter of differences.
	above, q := 0, 0
	for k := slots[0]; q < len(slots); k++ {
		if k == slots[q] {
			cost[q] += above + len(m.orders[t])
			q++
		}
		if q == len(slots) {
			break
		}
		c := m.other(t, i, k)
		d := 0
		if mates {
			d = m.actors[c] - m.actors[s]
			if d == 0 {
				d = c - s
			}
		} else if cb := sc.band[c]; cb != NoBand && (k == 0 || !sc.together(m.other(t, i, k-1), c)) {
			d = cb - band
		}
		switch {
		case d > 0:
			above++
		case d < 0:
			above--
		}
	}
}

// birthsOf adds what the connectors of layer t cost for each slot of s: that
// of s itself if it is newborn, those of its children and, if s survives, those
// that it may stand in the way of. Only newborns with a surviving parent are
// meant where s is not the newborn.
func (m *mover) birthsOf(s, t int, newborn bool, cost []int) {
	sc := &m.scenes[t]
	if len(sc.births) == 0 {
		return
	}
	// survivors[k]: how many survivors other than s stand above place k.
	above := resize(&m.survivors, len(m.orders[t])+1)
	n := 0
	i := m.at[t][s]
	for k := range len(m.orders[t]) - 1 {
		above[k] = n
		if sc.stays[m.other(t, i, k)] {
			n++
		}
	}
	above[len(m.orders[t])-1] = n
	for b := range sc.births {
		bi := &sc.births[b]
		m.steps += len(cost)
		switch {
		case bi.strand == s && bi.orphan:
			m.orphan(s, t, bi, above, cost)
		case bi.strand == s:
			for q, k := range m.slots[t] {
				least := -1
				for _, p := range bi.parents {
					c := between(above, m.among(s, t, p), k)
					if least < 0 || c < least {
						least = c
					}
				}
				cost[q] += least * one
			}
		case newborn || bi.orphan:
			// A newborn is in no one's way, and an orphan's connector depends on
			// two layers: see edges.
		default:
			child := m.among(s, t, bi.strand)
			for q, k := range m.slots[t] {
				least := -1
				for _, p := range bi.parents {
					c := 0
					if p == s {
						c = between(above, child, k)
					} else {
						x := m.among(s, t, p)
						lo, hi := min(x, child), max(x, child)
						c = above[hi] - above[lo+1]
						if lo < k && k <= hi {
							c++
						}
					}
					if least < 0 || c < least {
						least = c
					}
				}
				cost[q] += least * one
			}
		}
	}
}

// between counts the survivors between the strand at place x and the slot k.
func between(above []int, x, k int) int {
	if x < k {
		return above[k] - above[x+1]
	}
	return above[x] - above[k]
}

// orphan adds, for each slot of a newborn none of whose parents survives, the
// survivors that are above one and below the other.
func (m *mover) orphan(s, t int, b *birth, above []int, cost []int) {
	sc := &m.scenes[t]
	least := slices.Repeat([]int{len(m.orders[t])}, len(cost))
	for _, p := range b.parents {
		x := m.at[t-1][p]
		// Survivors above the parent cross unless they are above the slot, the
		// others only if they are.
		n := 0
		for _, c := range sc.kept {
			if m.at[t-1][c] < x {
				n++
			}
		}
		k := 0
		for q, slot := range m.slots[t] {
			for ; k < slot; k++ {
				switch c := m.other(t, m.at[t][s], k); {
				case !sc.stays[c]:
				case m.at[t-1][c] < x:
					n--
				default:
					n++
				}
			}
			least[q] = min(least[q], n)
		}
	}
	for q := range cost {
		cost[q] += least[q] * one
	}
}

// orphansOf adds, for each slot of strand s that ends with layer t, what the
// connectors to its children cost.
func (m *mover) orphansOf(s, t int, cost []int) {
	sc := &m.scenes[t+1]
	for i := range sc.births {
		b := &sc.births[i]
		if !b.orphan || !slices.Contains(b.parents, s) {
			continue
		}
		child := m.at[t+1][b.strand]
		others := len(sc.kept)
		for _, p := range b.parents {
			if p != s {
				others = min(others, m.apart(t+1, p, child))
			}
		}
		for q, slot := range m.slots[t] {
			n := 0
			for _, c := range sc.kept {
				if (m.among(s, t, c) < slot) != (m.at[t+1][c] < child) {
					n++
				}
			}
			cost[q] += min(n, others) * one
		}
		m.steps += len(cost) * len(sc.kept)
	}
}

// apart counts the survivors to layer t that are above parent p in the layer
// before and not above the child at that place of layer t, or the reverse.
func (m *mover) apart(t, p, child int) int {
	n := 0
	for _, c := range m.scenes[t].kept {
		if (m.at[t-1][c] < m.at[t-1][p]) != (m.at[t][c] < child) {
			n++
		}
	}
	return n
}

// inTheWay adds to grid what s costs the connectors of newborns of layer t none
// of whose parents survives.
func (m *mover) inTheWay(s, t int, grid []int) {
	sc := &m.scenes[t]
	before, slots := m.slots[t-1], m.slots[t]
	for i := range sc.births {
		b := &sc.births[i]
		if !b.orphan {
			continue
		}
		child := m.at[t][b.strand]
		below := m.among(s, t, b.strand)
		rest := make([]int, len(b.parents)) // without s
		for j, p := range b.parents {
			rest[j] = m.apart(t, p, child)
			if (m.at[t-1][s] < m.at[t-1][p]) != (m.at[t][s] < child) {
				rest[j]--
			}
		}
		for p, from := range before {
			for q, to := range slots {
				least := -1
				for j, parent := range b.parents {
					n := rest[j]
					if (from <= m.among(s, t-1, parent)) != (to <= below) {
						n++
					}
					if least < 0 || n < least {
						least = n
					}
				}
				grid[p*len(slots)+q] += least * one
			}
		}
		m.steps += len(grid)
	}
}
