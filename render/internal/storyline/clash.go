package storyline

import "slices"

// A clash is a crossing in a drawing: two survivors, or a survivor, a newborn
// and its parents.
type clash struct {
	layer   int // the later of the two layers
	strands []int
}

// clashes lists the crossings of a drawing.
func (pl *plot) clashes(orders [][]int) []clash {
	var cs []clash
	c := newCounter(len(pl.actors))
	for t := 1; t < len(orders); t++ {
		sc := &pl.scenes[t]
		c.between(sc, orders[t-1], orders[t])
		for i, y := range sc.kept {
			for _, x := range sc.kept[:i] {
				if (c.was[x] < c.was[y]) != (c.is[x] < c.is[y]) {
					cs = append(cs, clash{t, []int{x, y}})
				}
			}
		}
		for i := range sc.births {
			b := &sc.births[i]
			p := c.nearest(sc, b)
			for _, x := range sc.kept {
				if x != p && c.apart(b, p, x) {
					set := append(slices.Clone(b.parents), b.strand, x)
					slices.Sort(set)
					cs = append(cs, clash{t, slices.Compact(set)})
				}
			}
		}
	}
	return cs
}
