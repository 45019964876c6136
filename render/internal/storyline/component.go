package storyline

import (
	"cmp"
	"slices"
)

// components divides the strands into those that have to do with each other:
// they are in a band together, or one is born of the other. What is between
// strands of two components need not cost anything, because one component can
// stand above the other all the time. They come in the order of their lowest
// bands; those of no band at all come last.
func (pl *plot) components() [][]int {
	root := make([]int, len(pl.actors))
	for s := range root {
		root[s] = s
	}
	find := func(s int) int {
		for root[s] != s {
			root[s] = root[root[s]]
			s = root[s]
		}
		return s
	}
	lowest := slices.Repeat([]int{absent}, len(pl.actors))
	for t := range pl.scenes {
		sc := &pl.scenes[t]
		inBand := map[int]int{}
		for _, s := range sc.strands {
			b := sc.band[s]
			if lowest[s] < 0 || b >= 0 && b < lowest[s] {
				lowest[s] = b
			}
			if b == NoBand {
				continue
			}
			if mate, ok := inBand[b]; ok {
				root[find(s)] = find(mate)
			}
			inBand[b] = s
		}
		for i := range sc.births {
			for _, p := range sc.births[i].parents {
				root[find(sc.births[i].strand)] = find(p)
			}
		}
	}
	number := map[int]int{}
	var of [][]int
	for _, s := range pl.byActor() {
		if lowest[s] == absent {
			continue // it is never drawn
		}
		r := find(s)
		i, ok := number[r]
		if !ok {
			i = len(of)
			number[r] = i
			of = append(of, nil)
		}
		of[i] = append(of[i], s)
	}
	place := func(strands []int) uint {
		least := ^uint(0)
		for _, s := range strands {
			least = min(least, uint(lowest[s])) // NoBand is the greatest
		}
		return least
	}
	slices.SortStableFunc(of, func(x, y []int) int { return cmp.Compare(place(x), place(y)) })
	return of
}

// component returns the plot of a component, whose strands it numbers anew in
// their order.
func (pl *plot) component(strands []int) *plot {
	p := &Problem{Actors: make([]int, len(strands)), Layers: make([]Layer, len(pl.scenes)), BandsFirst: pl.bandsFirst}
	for i, s := range strands {
		p.Actors[i] = pl.actors[s]
	}
	for t := range pl.scenes {
		l := &p.Layers[t]
		for i, s := range strands {
			if b := pl.scenes[t].band[s]; b != absent {
				l.Strands = append(l.Strands, i)
				l.Bands = append(l.Bands, b)
			}
		}
	}
	c, err := newPlot(p)
	if err != nil {
		panic(err) // a part of a checked problem is one
	}
	return c
}
