package storyline

import "math/rand/v2"

// A kind of random storyline.
type kind struct {
	actors, bands, layers int
	concurrent            int     // at most so many strands in a layer
	change                float64 // how likely a strand changes from a layer to the next
}

// random tells a storyline of that kind. Strands join, leave and change bands;
// some fall out of all bands for a time, some actors have several strands.
func random(k kind, seed uint64) *Problem {
	r := rand.New(rand.NewPCG(seed, 11))
	p := &Problem{}
	type live struct{ strand, band int }
	var now []live
	add := func() {
		actor := r.IntN(k.actors)
		band := r.IntN(k.bands)
		if r.IntN(12) == 0 {
			band = NoBand
		}
		p.Actors = append(p.Actors, actor)
		now = append(now, live{len(p.Actors) - 1, band})
	}
	for range k.concurrent * 2 / 3 {
		add()
	}
	for range k.layers {
		var l Layer
		for _, x := range now { // ascending, because strands are added at the end
			l.Strands = append(l.Strands, x.strand)
			l.Bands = append(l.Bands, x.band)
		}
		p.Layers = append(p.Layers, l)
		var next []live
		for _, x := range now {
			switch {
			case r.Float64() >= k.change:
			case r.IntN(3) == 0:
				continue
			case r.IntN(6) == 0:
				x.band = NoBand
			default:
				x.band = r.IntN(k.bands)
			}
			next = append(next, x)
		}
		now = next
		for len(now) < k.concurrent && r.Float64() < k.change*2 {
			add()
		}
	}
	return p
}
