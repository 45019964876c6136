package storyline

import (
	"fmt"
	"slices"
)

// absent is the band of a strand that is not in a layer.
const absent = -2

// A ProblemError reports what is wrong with a problem or with its orders.
type ProblemError struct {
	Layer int // counted from 0
	Msg   string
}

func (e *ProblemError) Error() string { return fmt.Sprintf("storyline layer %d: %s", e.Layer, e.Msg) }

// A plot is a problem made ready for counting: it knows who survives from a
// layer to the next, and who is born of whom.
type plot struct {
	actors     []int
	scenes     []scene
	bandsFirst bool
}

// A scene is a layer and how it came from the one before.
type scene struct {
	strands []int   // ascending
	band    []int   // by strand, absent for those of other layers
	kept    []int   // the survivors: strands that are in the layer before, too; ascending
	stays   []bool  // by strand: whether it is a survivor
	births  []birth // newborn strands with a parent in the layer before, ascending
}

// A birth is a newborn strand and the strands of its actor in the layer before.
type birth struct {
	strand  int
	parents []int // those that survive, or all if none does; never empty
	orphan  bool  // no parent survives
}

func newPlot(p *Problem) (*plot, error) {
	pl := &plot{actors: p.Actors, scenes: make([]scene, len(p.Layers)), bandsFirst: p.BandsFirst}
	for t := range p.Layers {
		l := &p.Layers[t]
		if err := l.check(t, len(p.Actors)); err != nil {
			return nil, err
		}
		sc := &pl.scenes[t]
		sc.strands = l.Strands
		sc.band = slices.Repeat([]int{absent}, len(p.Actors))
		for i, s := range l.Strands {
			sc.band[s] = l.Bands[i]
		}
		sc.stays = make([]bool, len(p.Actors))
		if t > 0 {
			sc.follow(&pl.scenes[t-1], p.Actors)
		}
	}
	return pl, nil
}

func (l *Layer) check(t, strands int) error {
	if len(l.Bands) != len(l.Strands) {
		return &ProblemError{t, fmt.Sprintf("%d bands for %d strands", len(l.Bands), len(l.Strands))}
	}
	for i, s := range l.Strands {
		switch {
		case s < 0 || s >= strands:
			return &ProblemError{t, fmt.Sprintf("strand %d has no actor", s)}
		case i > 0 && s == l.Strands[i-1]:
			return &ProblemError{t, fmt.Sprintf("strand %d stands twice", s)}
		case i > 0 && s < l.Strands[i-1]:
			return &ProblemError{t, fmt.Sprintf("strand %d stands after %d", s, l.Strands[i-1])}
		case l.Bands[i] < NoBand:
			return &ProblemError{t, fmt.Sprintf("strand %d is in band %d", s, l.Bands[i])}
		}
	}
	return nil
}

// follow notes who survives from the scene before and who is born.
func (sc *scene) follow(before *scene, actors []int) {
	strandsOf := map[int][]int{}
	for _, s := range before.strands {
		strandsOf[actors[s]] = append(strandsOf[actors[s]], s)
	}
	for _, s := range sc.strands {
		if before.band[s] != absent {
			sc.kept = append(sc.kept, s)
			sc.stays[s] = true
			continue
		}
		kin := strandsOf[actors[s]]
		if len(kin) == 0 {
			continue
		}
		b := birth{strand: s}
		for _, k := range kin {
			if sc.band[k] != absent {
				b.parents = append(b.parents, k)
			}
		}
		if len(b.parents) == 0 {
			b.parents, b.orphan = kin, true
		}
		sc.births = append(sc.births, b)
	}
}

// check reports orders that are not orders of the strands of the layers, and
// torn bands.
func (pl *plot) check(orders [][]int) error {
	if len(orders) != len(pl.scenes) {
		return &ProblemError{0, fmt.Sprintf("%d orders for %d layers", len(orders), len(pl.scenes))}
	}
	for t, order := range orders {
		if err := pl.scenes[t].check(t, order); err != nil {
			return err
		}
	}
	return nil
}

func (sc *scene) check(t int, order []int) error {
	if sorted := slices.Sorted(slices.Values(order)); !slices.Equal(sorted, sc.strands) {
		return &ProblemError{t, fmt.Sprintf("the order %v is not of the strands %v", order, sc.strands)}
	}
	closed := map[int]bool{}
	last := NoBand
	for _, s := range order {
		b := sc.band[s]
		if b == last {
			continue
		}
		closed[last] = true
		if b != NoBand && closed[b] {
			return &ProblemError{t, fmt.Sprintf("band %d is torn", b)}
		}
		last = b
	}
	return nil
}
