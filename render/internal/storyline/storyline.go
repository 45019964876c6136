// Package storyline orders the strands of a drawing in which time runs in
// layers, strands run through them, and some strands of a layer form bands, so
// that the strands cross as rarely as can be.
//
// It is the combinatorial part of a storyline drawing with groups. In every
// layer the strands of a band stand together, with no other strand between
// them. Between two layers the strands that are in both cross once for every
// pair that changes its order, and a newborn strand whose actor has another
// strand already is tied to that one by a connector, which crosses the strands
// between the two.
//
// Finding the fewest crossings is hard in general. [Solve] first looks for a
// good drawing: barycentre sweeps, then the best move of one strand or band
// until none helps. Then it proves or betters that by an exact search over the
// orders of a layer, as far as its [Limits] reach. Where all strands are too many
// for the search, those that cross may be few enough to prove that it cannot be
// done with fewer crossings, and handfuls of strands, each by itself, give at
// least a bound.
package storyline

// A Problem is a drawing to be ordered: time runs in layers.
type Problem struct {
	Actors []int   // Actors[s] is the actor of strand s; several strands may be of one actor
	Layers []Layer // in the order of time

	// BandsFirst prefers, among orders of equally few crossings, those in which
	// bands stand in the order of their numbers when they meet, even if strands
	// further left are not in the order of their actors for it. That is easier
	// to read, but a new band at the right end may then change the left.
	BandsFirst bool
}

// A Layer says which strands there are during one stretch of time, and in
// which band each is.
type Layer struct {
	Strands []int // in ascending order
	Bands   []int // Bands[i] is the band of Strands[i], or NoBand
}

// NoBand is the band of a strand that is in none: it may stand anywhere but
// between strands of one band.
const NoBand = -1

// Limits bound the effort. They count steps, never time, so that the same
// problem has the same solution on every machine. The zero Limits are those of
// the drawings.
type Limits struct {
	Restarts int // seeded starts of the heuristic; 20 if 0
	States   int // orders of layers that the exact search may hold; 200,000 if 0
}

const (
	defaultRestarts = 20
	defaultRetries  = 200
	defaultStates   = 200_000
)

// A Solution is an order of the strands of every layer.
type Solution struct {
	Orders    [][]int // Orders[t]: the strands of layer t from top to bottom
	Crossings int     // as counted by [Problem.Crossings]
	Bound     int     // no order has fewer crossings
	Optimal   bool    // Bound == Crossings
}

// Solve orders the strands of p. Among orders of equally few crossings it
// prefers those in which bands keep the order of their numbers and the strands
// of a band that of their actors, the earlier layers before the later ones, so
// that a change in the last layers leaves the earlier ones as they were unless
// it takes crossings to do so. Where the search could not hold all orders that
// is so only by and large.
//
// The error is a [*ProblemError].
func Solve(p *Problem, l Limits) (*Solution, error) {
	pl, err := newPlot(p)
	if err != nil {
		return nil, err
	}
	if l.Restarts <= 0 {
		l.Restarts = defaultRestarts
	}
	if l.States <= 0 {
		l.States = defaultStates
	}
	if len(p.Layers) == 0 {
		return &Solution{Optimal: true}, nil
	}
	s := &Solution{Orders: make([][]int, len(p.Layers))}
	for _, strands := range pl.components() {
		// Small components leave something over of a tenth.
		share := max(float64(len(strands))/float64(len(p.Actors)), 0.1)
		orders, bound := pl.component(strands).solve(l, share)
		for t := range orders {
			for _, i := range orders[t] {
				s.Orders[t] = append(s.Orders[t], strands[i])
			}
		}
		s.Bound += bound
	}
	s.Crossings = pl.crossings(s.Orders)
	s.Optimal = s.Bound == s.Crossings
	return s, nil
}

// Crossings counts the crossings of a drawing of p with the given orders. It
// is the sum, over every two layers that follow each other, of
//
//   - the pairs of survivors, strands that are in both, that change their order;
//   - for every newborn strand whose actor has other strands in the earlier
//     layer, the survivors between it and its parent. That is one of these
//     others: one that survives if any does, and then the survivors are those
//     between the two in the later layer; else one that ends, and then they are
//     those that are above one and below the other. Of several the one with the
//     fewest counts.
//
// The error is a [*ProblemError]: a malformed problem, orders that are not of
// the strands of the layers, or a band that is torn.
func (p *Problem) Crossings(orders [][]int) (int, error) {
	pl, err := newPlot(p)
	if err != nil {
		return 0, err
	}
	if err := pl.check(orders); err != nil {
		return 0, err
	}
	return pl.crossings(orders), nil
}
