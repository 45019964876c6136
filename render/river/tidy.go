package river

import (
	"cmp"
	"slices"

	"github.com/orglineage/orglineage/render/internal/storyline"
)

// manyLines is from how many lines on the drawing is not tidied: one line among
// so many is not noticed.
const manyLines = 60

// worth is what a move must save: three pixels between lines that are neighbours
// as long as the window. Else lines keep the order of their names.
const worth = 3 * unitsByPixel * (costInBand + costLong)

// rounds is how often each line is tried.
const rounds = 3

// recent is how many days before the end of the window lines are new. The others
// find their places without them, and each of them without those that are newer,
// so that a fact that is added does not reshuffle what was there.
const recent = 2 * 366

// tidy moves lines to the upper or lower edge of their band where that costs no
// crossing and lets others run straight and near to each other.
func (p *planner) tidy() error {
	if p.ghosts >= manyLines {
		return nil
	}
	var old, young []int
	for n := range p.ghosts {
		if p.strands[n].spans[0].since < p.end-recent {
			old = append(old, n)
		} else {
			young = append(young, n)
		}
	}
	if err := p.tidyAmong(old, young); err != nil {
		return err
	}
	slices.SortStableFunc(young, func(n, m int) int {
		return cmp.Compare(p.strands[n].spans[0].since, p.strands[m].spans[0].since)
	})
	for i := range young {
		if err := p.tidyAmong(young[i:i+1], young[i+1:]); err != nil {
			return err
		}
	}
	return nil
}

// tidyAmong moves the lines as if others were not there.
func (p *planner) tidyAmong(lines, others []int) error {
	problem := p.problem()
	best, err := p.reordered(p.orders, others)
	if err != nil {
		return err
	}
	for range rounds {
		before := best.travel
		for _, n := range slices.Backward(lines) {
			for _, top := range [...]bool{true, false} {
				orders, changed := p.toEdge(n, top)
				if !changed {
					continue
				}
				if c, err := problem.Crossings(orders); err != nil || c > p.proof.Crossings {
					continue
				}
				q, err := p.reordered(orders, others)
				if err != nil {
					return err
				}
				if q.travel+worth <= best.travel {
					best, p.orders = q, orders
				}
			}
		}
		if best.travel == before {
			break
		}
	}
	best, err = p.reordered(p.orders, nil)
	if err != nil {
		return err
	}
	*p = *best
	return nil
}

// reordered returns the plan with the lines in other orders, and without some of
// them; p stays as it is.
func (p *planner) reordered(orders [][]int, without []int) (*planner, error) {
	q, s := *p, *p.stream
	q.stream = &s
	s.orders = orders
	if len(without) > 0 {
		s.leave(without)
	}
	q.bandOf = make([]int, len(p.strands))
	q.ties = nil
	q.findTies()
	return &q, q.settle()
}

// leave takes strands out of the layers.
func (t *stream) leave(out []int) {
	gone := func(n int) bool { return slices.Contains(out, n) }
	t.layers, t.orders = slices.Clone(t.layers), slices.Clone(t.orders)
	for i := range t.layers {
		l := &t.layers[i]
		var strands, bands []int
		for k, n := range l.strands {
			if !gone(n) {
				strands, bands = append(strands, n), append(bands, l.bands[k])
			}
		}
		l.strands, l.bands = strands, bands
		t.orders[i] = slices.DeleteFunc(slices.Clone(t.orders[i]), gone)
	}
}

// toEdge returns the orders with a strand at an edge of its band in every layer.
func (p *planner) toEdge(n int, top bool) (orders [][]int, changed bool) {
	orders = slices.Clone(p.orders)
	for t, order := range p.orders {
		at := slices.Index(order, n)
		if at < 0 {
			continue
		}
		c := p.courseAt(n, t)
		if c == storyline.NoBand {
			continue
		}
		edge := at
		step := 1
		if top {
			step = -1
		}
		for k := at + step; k >= 0 && k < len(order) && p.courseAt(order[k], t) == c; k += step {
			edge = k
		}
		if edge == at {
			continue
		}
		moved := slices.Delete(slices.Clone(order), at, at+1)
		orders[t] = slices.Insert(moved, edge, n)
		changed = true
	}
	return orders, changed
}
