package river

import (
	"slices"

	"github.com/orglineage/orglineage/render/internal/storyline"
)

// manyLines is from how many lines on the drawing is not tidied: one line among
// so many is not noticed.
const manyLines = 60

// rounds is how often each line is tried.
const rounds = 3

// tidy moves lines to the upper or lower edge of their band where that costs no
// crossing and lets others run straight and near to each other.
func (p *planner) tidy() error {
	if p.ghosts >= manyLines {
		return nil
	}
	problem := p.problem()
	for range rounds {
		before := p.travel
		for n := p.ghosts - 1; n >= 0; n-- {
			for _, top := range [...]bool{true, false} {
				orders, changed := p.toEdge(n, top)
				if !changed {
					continue
				}
				if c, err := problem.Crossings(orders); err != nil || c > p.proof.Crossings {
					continue
				}
				q, err := p.reordered(orders)
				if err != nil {
					return err
				}
				if q.travel < p.travel {
					*p = *q
				}
			}
		}
		if p.travel == before {
			break
		}
	}
	return nil
}

// reordered returns the plan with the lines in other orders; p stays as it is.
func (p *planner) reordered(orders [][]int) (*planner, error) {
	q, s := *p, *p.stream
	s.orders = orders
	q.stream = &s
	q.bandOf = make([]int, len(p.strands))
	q.ties = nil
	q.findTies()
	return &q, q.settle()
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
