package storyline

import "slices"

// part returns the plot as if only some strands were there, under the same
// numbers. No drawing of the whole has fewer crossings than the best of a part:
// a connector stays only if all the parents do that it could come from.
func (pl *plot) part(in []bool) *plot {
	out := func(s int) bool { return !in[s] }
	p := &plot{actors: pl.actors, scenes: make([]scene, len(pl.scenes)), bandsFirst: pl.bandsFirst}
	for t := range pl.scenes {
		sc, of := &p.scenes[t], &pl.scenes[t]
		sc.strands = slices.DeleteFunc(slices.Clone(of.strands), out)
		sc.kept = slices.DeleteFunc(slices.Clone(of.kept), out)
		sc.band = slices.Repeat([]int{absent}, len(pl.actors))
		for _, s := range sc.strands {
			sc.band[s] = of.band[s]
		}
		sc.stays = make([]bool, len(pl.actors))
		for _, s := range sc.kept {
			sc.stays[s] = true
		}
		for _, b := range of.births {
			if in[b.strand] && !slices.ContainsFunc(b.parents, out) {
				sc.births = append(sc.births, b)
			}
		}
	}
	return p
}

// admit puts a strand into orders without it, wherever it may be.
func (pl *plot) admit(s int, orders [][]int) {
	for t := range pl.scenes {
		sc := &pl.scenes[t]
		if sc.band[s] == absent {
			continue
		}
		i := slices.IndexFunc(orders[t], func(x int) bool { return sc.together(x, s) })
		orders[t] = slices.Insert(orders[t], max(i, 0), s)
	}
}
