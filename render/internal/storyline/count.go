package storyline

// crossings counts the crossings of valid orders.
func (pl *plot) crossings(orders [][]int) int {
	c := newCounter(len(pl.actors))
	n := 0
	for t := 1; t < len(orders); t++ {
		n += c.between(&pl.scenes[t], orders[t-1], orders[t])
	}
	return n
}

// A counter counts crossings between two layers. It holds what would otherwise
// be allocated again and again.
type counter struct {
	was  []int // by strand of the earlier order: the survivors above it
	is   []int // by strand of the later order: the survivors above it
	tree []int // a Fenwick tree over was
}

func newCounter(strands int) *counter {
	return &counter{was: make([]int, strands), is: make([]int, strands), tree: make([]int, strands+1)}
}

// between counts the crossings from the order of the layer before sc to that
// of sc.
func (c *counter) between(sc *scene, before, after []int) int {
	above := 0
	for _, s := range before {
		c.was[s] = above
		if sc.stays[s] {
			above++
		}
	}
	n := c.inversions(sc, after)
	for i := range sc.births {
		n += c.connector(sc, &sc.births[i])
	}
	return n
}

// inversions counts the pairs of survivors that change their order, and notes
// the places in the later order.
func (c *counter) inversions(sc *scene, after []int) int {
	size := len(sc.kept)
	tree := c.tree[:size+1]
	clear(tree)
	n, above := 0, 0
	for _, s := range after {
		c.is[s] = above
		if !sc.stays[s] {
			continue
		}
		n += above
		for i := c.was[s] + 1; i > 0; i &= i - 1 {
			n -= tree[i]
		}
		for i := c.was[s] + 1; i <= size; i += i & -i {
			tree[i]++
		}
		above++
	}
	return n
}

// connector counts the survivors between a newborn and the nearest of its
// parents.
func (c *counter) connector(sc *scene, b *birth) int { return c.length(sc, b, c.nearest(sc, b)) }

// nearest returns the parent to which the fewest survivors are in the way.
func (c *counter) nearest(sc *scene, b *birth) int {
	best, least := -1, 0
	for _, p := range b.parents {
		if n := c.length(sc, b, p); best < 0 || n < least {
			best, least = p, n
		}
	}
	return best
}

// length counts the survivors between a newborn and a parent.
func (c *counter) length(sc *scene, b *birth, p int) int {
	switch {
	case !b.orphan && c.is[p] < c.is[b.strand]:
		return c.is[b.strand] - c.is[p] - 1
	case !b.orphan:
		return c.is[p] - c.is[b.strand]
	}
	n := 0
	for _, s := range sc.kept {
		if c.apart(b, p, s) {
			n++
		}
	}
	return n
}

// apart reports whether a survivor is between a newborn and a parent. For one
// that survives itself it is meaningless whether it is.
func (c *counter) apart(b *birth, p, s int) bool {
	above := c.is[s] < c.is[p]
	if b.orphan {
		above = c.was[s] < c.was[p]
	}
	return above != (c.is[s] < c.is[b.strand])
}
