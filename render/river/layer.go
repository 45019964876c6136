package river

import (
	"cmp"
	"slices"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/scene"
	"github.com/orglineage/orglineage/render/internal/storyline"
)

// A layer is a time in which nothing begins or ends.
type layer struct {
	from, to lineage.Day // to is the first day after it
	strands  []int       // those that are drawn, ascending
	bands    []int       // the course of each; storyline.NoBand in a gap
}

// A stream is all that is drawn, before it has a place: the courses, the lines
// through them, and the layers of time.
type stream struct {
	scene   *scene.Scene
	courses []course
	actors  []actor
	strands []strand
	// The last strands are ghosts: they hold the place of bands that have no
	// member, and are not drawn. ghosts is the number of the first.
	ghosts int
	layers []layer
	orders [][]int // of the strands of each layer, from top to bottom
	proof  *storyline.Solution
}

// newStream finds out what is drawn, and orders it.
func newStream(s *scene.Scene, bundle bool) (*stream, error) {
	t := &stream{scene: s, courses: courses(s), actors: actors(s, bundle)}
	t.strands = strands(s, t.courses, t.actors)
	t.ghosts = len(t.strands)
	for c := range t.courses {
		g := strand{actor: -1}
		for _, l := range t.courses[c].lives {
			g.spans = append(g.spans, span{-1, c, l})
		}
		t.strands = append(t.strands, g)
	}
	t.cut()
	var err error
	if t.proof, err = storyline.Solve(t.problem(), storyline.Limits{}); err != nil {
		return nil, err
	}
	t.orders = t.proof.Orders
	t.turn()
	return t, nil
}

// turn turns the drawing upside down if that puts more of the older bands above
// the younger ones. It changes no crossing.
func (t *stream) turn() {
	above, below := 0, 0
	for i, order := range t.orders {
		var bands []int
		for _, n := range order {
			c, _ := t.place(n, t.layers[i].from)
			if c == storyline.NoBand {
				continue
			}
			if k := len(bands); k == 0 || bands[k-1] != c {
				bands = append(bands, c)
			}
		}
		for j, b := range bands {
			for _, a := range bands[:j] {
				if a < b {
					above++
				} else {
					below++
				}
			}
		}
	}
	if below > above {
		for _, order := range t.orders {
			slices.Reverse(order)
		}
	}
}

// cut divides the window at every day on which something begins or ends. Layers
// in which there is nothing have room for labels.
func (t *stream) cut() {
	days := []lineage.Day{t.scene.First, t.scene.End}
	for _, x := range t.strands {
		for _, sp := range x.spans {
			days = append(days, sp.since, sp.until)
		}
	}
	slices.Sort(days)
	days = slices.Compact(days)
	for i := 1; i < len(days); i++ {
		l := layer{from: days[i-1], to: days[i]}
		crowded := map[int]bool{}
		for n := range t.strands {
			c, drawn := t.place(n, l.from)
			ghost := n >= t.ghosts
			if !drawn || ghost && (c == storyline.NoBand || crowded[c]) {
				continue
			}
			crowded[c] = true
			l.strands = append(l.strands, n)
			l.bands = append(l.bands, c)
		}
		t.layers = append(t.layers, l)
	}
}

// place returns the course in which a strand is on the day, or NoBand in a gap.
func (t *stream) place(n int, d lineage.Day) (course int, drawn bool) {
	spans := t.strands[n].spans
	i, _ := slices.BinarySearchFunc(spans, d, func(x span, d lineage.Day) int { return cmp.Compare(x.since, d+1) })
	switch {
	case i == 0:
		return 0, false
	case d < spans[i-1].until:
		return spans[i-1].course, true
	}
	return storyline.NoBand, i < len(spans)
}

// problem states the order of the layers as a problem of its own. Lines of one
// state are tied to each other among organizations that successions join.
func (t *stream) problem() *storyline.Problem {
	p := &storyline.Problem{}
	family := t.families()
	for n, x := range t.strands {
		if n >= t.ghosts {
			p.Actors = append(p.Actors, len(t.courses)*len(t.actors)+n)
			continue
		}
		p.Actors = append(p.Actors, family[x.spans[0].course]*len(t.actors)+x.actor)
	}
	for _, l := range t.layers {
		p.Layers = append(p.Layers, storyline.Layer{Strands: l.strands, Bands: l.bands})
	}
	return p
}

// families numbers the courses so that those which successions join, in any
// direction, have the same number.
func (t *stream) families() []int {
	of := make([]int, len(t.scene.Bodies))
	family := make([]int, len(t.courses))
	for c := range t.courses {
		family[c] = c
		for _, b := range t.courses[c].bodies {
			of[b] = c
		}
	}
	for changed := true; changed; {
		changed = false
		for _, f := range t.scene.Flows {
			a, b := &family[of[f.From]], &family[of[f.To]]
			if *a != *b {
				*a = min(*a, *b)
				*b = *a
				changed = true
			}
		}
	}
	return family
}
