package chart

import (
	"math"

	"github.com/orglineage/orglineage/render/internal/scene"
)

// An extent is where a bar is drawn, in px.
type extent struct{ from, to float64 }

// overlaps leaves room for the rounding of floats.
func (e extent) overlaps(f extent) bool { return e.from < f.to-slight && f.from < e.to-slight }

const slight = 1e-6

// kin says which organizations follow each other.
type kin struct {
	s     *scene.Scene
	flows map[[2]int]bool
}

func kinOf(s *scene.Scene) *kin {
	k := &kin{s: s, flows: map[[2]int]bool{}}
	for _, f := range s.Flows {
		k.flows[[2]int{f.From, f.To}] = true
	}
	return k
}

// The nearness of organizations, the nearest first.
const (
	sameBody  = iota
	sameLine  // renamed or transformed
	successor // in any other way
	stranger
)

// nearness returns how near an organization is to an earlier one.
func (k *kin) nearness(earlier, later int) int {
	switch {
	case earlier == later:
		return sameBody
	case k.s.Bodies[earlier].Line == k.s.Bodies[later].Line:
		return sameLine
	case k.flows[[2]int{earlier, later}]:
		return successor
	}
	return stranger
}

// A lane is a sub-row while it is filled.
type lane struct {
	to     float64 // up to where it is taken
	before float64 // up to where it is by others than the last of its spells
	spells []int
}

// pack gives each spell of one state a sub-row, from 0, such that none overlap
// in one, and returns how many there are. There are no more of them than bars
// stand above each other at some place. Where there is a choice, a spell goes
// where the organization, its line or its predecessors were before, and not
// where another organization's successors are still to come.
//
// The spells come by their beginning. Of two in related organizations that take
// turns on one vague day, the one fades out while the other fades in, so that
// they may share a sub-row.
func (k *kin) pack(spells []int, extents []extent) (rows []int, count int) {
	var lanes []lane
	rows = make([]int, len(spells))
	for i, at := range spells {
		best, rank := -1, 0
		for j := range lanes {
			l := &lanes[j]
			if l.to > extents[i].from+slight && (l.before > extents[i].from+slight || !k.turns(l.spells[len(l.spells)-1], at)) {
				continue
			}
			if r := k.rank(l, k.s.Spells[at].Body, spells[i+1:]); best < 0 || r < rank {
				best, rank = j, r
			}
		}
		if best < 0 {
			best = len(lanes)
			lanes = append(lanes, lane{})
		}
		l := &lanes[best]
		if len(l.spells) > 0 {
			l.before = l.to
		} else {
			l.before = math.Inf(-1)
		}
		l.to = max(l.before, extents[i].to)
		l.spells = append(l.spells, at)
		rows[i] = best
	}
	return rows, len(lanes)
}

// turns reports whether two spells in related organizations take turns.
func (k *kin) turns(first, then int) bool {
	x, y := &k.s.Spells[first], &k.s.Spells[then]
	return !x.Standing.Until.IsZero() && x.Standing.Until == y.Standing.Since && k.nearness(x.Body, y.Body) < stranger
}

// rank returns how well an organization fits into a lane; lower is better.
func (k *kin) rank(l *lane, body int, later []int) int {
	last := k.s.Spells[l.spells[len(l.spells)-1]].Body
	if n := k.nearness(last, body); n < stranger {
		return n
	}
	for _, i := range l.spells {
		if k.nearness(k.s.Spells[i].Body, body) < stranger {
			return stranger
		}
	}
	for _, i := range later {
		if k.nearness(last, k.s.Spells[i].Body) < stranger {
			return stranger + 2
		}
	}
	return stranger + 1
}
