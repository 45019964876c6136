package storyline

import "slices"

// stay is a strand's stay in a band over layers from through until-1.
type stay struct{ strand, band, from, until int }

// told builds a problem from stays.
func told(actors []int, layers int, stays []stay) *Problem {
	p := &Problem{Actors: actors, Layers: make([]Layer, layers)}
	slices.SortStableFunc(stays, func(x, y stay) int { return x.strand - y.strand })
	for _, s := range stays {
		for t := s.from; t < s.until; t++ {
			p.Layers[t].Strands = append(p.Layers[t].Strands, s.strand)
			p.Layers[t].Bands = append(p.Layers[t].Bands, s.band)
		}
	}
	return p
}

// The states of the core lineage and their strands; the primed ones are those
// in the Eurasian band of states that were in the Central Asian one, too.
const (
	kz = iota
	kg
	uz
	tj
	ru
	by
	am
	states
)

const (
	kzCentral = iota
	kgCentral
	uzStrand
	tjCentral
	ruCentral
	byStrand
	kzEurasian
	kgEurasian
	ruEurasian
	tjEurasian
	amStrand
)

// The layers of the core lineage, each from an event to the next.
const (
	in1994 = iota
	in1998
	in2001
	in2004
	in2006
	on1Jan2015
	on2Jan2015
	onAug2015
	coreLayers
)

// core is the lineage of CAEU, CAEC and CACO (band 0), EurAsEC (band 1) and
// EAEU (band eaeu), full members only.
func core(eaeu int) *Problem {
	actors := []int{kz, kg, uz, tj, ru, by, kz, kg, ru, tj, am}
	stays := []stay{
		{kzCentral, 0, in1994, in2006},
		{kgCentral, 0, in1994, in2006},
		{uzStrand, 0, in1994, in2006},
		{tjCentral, 0, in1998, in2006},
		{ruCentral, 0, in2004, in2006},
		{uzStrand, 1, in2006, on1Jan2015},
		{tjEurasian, 1, in2001, on1Jan2015},
		{kgEurasian, 1, in2001, on1Jan2015},
		{kgEurasian, NoBand, on1Jan2015, onAug2015},
		{kgEurasian, eaeu, onAug2015, coreLayers},
		{amStrand, eaeu, on2Jan2015, coreLayers},
	}
	for _, s := range []int{byStrand, kzEurasian, ruEurasian} {
		stays = append(stays, stay{s, 1, in2001, on1Jan2015}, stay{s, eaeu, on1Jan2015, coreLayers})
	}
	return told(actors, coreLayers, stays)
}
