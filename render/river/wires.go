package river

import (
	"cmp"
	"slices"

	"github.com/orglineage/orglineage/lineage"
)

// A vertical is a part of the drawing that leads from one lane to another: a
// tie, or a line that changes its lane.
type vertical struct {
	day      lineage.Day
	x        float64
	from, to float64
	tie      int // index of the ties, or -1
	strand   int // that moves, or is tied
	piece    int // of the strand, to which it moves
	direct   bool
}

const (
	bendReach   = 12.0 // what bends may span
	sharpCorner = 3.0  // of lines that move beside others
	dotClear    = 5.0  // between a vertical beside a dot and the middle of the dot
)

// verticals finds them all and sets them beside each other: those of one day
// within the reach of a bend before it, so that those to farther lanes do not
// cross the others.
func (p *planner) verticals() []vertical {
	var all []vertical
	for i, t := range p.ties {
		v := vertical{day: p.layers[t.layer].from, from: p.y[p.pieceAt(t.parent, t.parentLayer).node], to: p.y[p.pieceAt(t.child, t.layer).node], tie: i, strand: t.child}
		all = append(all, v)
	}
	for n := range p.ghosts {
		for i := 1; i < len(p.pieces[n]); i++ {
			a, b := p.pieces[n][i-1], p.pieces[n][i]
			v := vertical{day: p.layers[b.from].from, from: p.y[a.node], to: p.y[b.node], tie: -1, strand: n, piece: i}
			if v.from != v.to {
				all = append(all, v)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b vertical) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.rank(), b.rank()), cmp.Compare(b.reach(), a.reach()))
	})
	for i := 0; i < len(all); {
		j := i + 1
		for j < len(all) && all[j].day == all[i].day {
			j++
		}
		p.spread(all[i:j])
		i = j
	}
	return all
}

// rank puts those that lead down before those that lead up.
func (v *vertical) rank() int {
	if v.to > v.from {
		return 0
	}
	return 1
}

// reach is larger for those that must stand further left: the lower ends of
// those that lead down, the upper ends of those that lead up.
func (v *vertical) reach() float64 {
	if v.to > v.from {
		return v.to
	}
	return -v.to
}

// spread gives the verticals of one day their x.
func (p *planner) spread(day []vertical) {
	x := p.x(day[0].day)
	if len(day) == 1 && day[0].tie < 0 {
		day[0].x, day[0].direct = x, true
		return
	}
	apart := 4.0
	if n := len(day); n > 1 {
		apart = min(apart, (bendReach-1-dotClear)/float64(n-1))
	}
	for i := range day {
		day[i].x = x - dotClear - apart*float64(len(day)-1-i)
		if day[i].tie < 0 {
			day[i].x = max(day[i].x, x-bendReach+sharpCorner)
		}
	}
}
