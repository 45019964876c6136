package river

import (
	"cmp"
	"slices"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/storyline"
	"github.com/orglineage/orglineage/render/internal/words"
)

// A planner gives everything of a stream its place.
type planner struct {
	*stream
	scale
	say    words.Language
	width  float64
	tints  []int // of the lines of bodies
	states int

	stays              []stay
	nameColumn, column float64 // widths of the right margin
	top                int     // the node above all

	boxes  []box
	levels int    // of heads above one band
	names  []name // of the strands
	heads  []head
	badges []badge
	ties   []tie
	pieces [][]piece // of each strand, by time
	bandOf []int     // while pieces are cut: the band of the last one

	boxNodes int // nodes of boxes
	ownNodes int // with those of pieces
	nodes    int // with those that hold two others near each other
	y        []float64
	travel   int // what the distances between them cost
	upright  []vertical
	barred   map[barredRow]bool
	exiled   map[int]bool // boxes that stand above or below everything
}

// A tie leads from the line of a state to a new one of it.
type tie struct {
	parent, parentLayer int
	child, layer        int
}

// spanAt returns the span of a strand on a day, or nil.
func (p *planner) spanAt(n int, d lineage.Day) *span {
	spans := p.strands[n].spans
	i, _ := slices.BinarySearchFunc(spans, d, func(x span, d lineage.Day) int { return cmp.Compare(x.since, d+1) })
	if i == 0 || d >= spans[i-1].until {
		return nil
	}
	return &spans[i-1]
}

// courseAt returns the course of a strand in a layer.
func (p *planner) courseAt(n, t int) int {
	c, _ := p.place(n, p.layers[t].from)
	return c
}

// findTies finds for each new line the one of the same state, among organizations
// of the same family, to which the tie crosses the fewest lines; of several the
// nearest.
func (p *planner) findTies() {
	actor := p.problem().Actors
	for t := 1; t < len(p.layers); t++ {
		before, now := p.orders[t-1], p.orders[t]
		for i, n := range now {
			if n >= p.ghosts || slices.Contains(before, n) {
				continue
			}
			best, least := -1, 0
			for j, m := range before {
				if m == n || actor[m] != actor[n] {
					continue
				}
				var far int
				if stays := slices.Index(now, m); stays >= 0 {
					far = among(now, before, stays, i)*farther + abs(stays-i)
				} else {
					// One that ended is taken if there is no other.
					far = (len(now)+apart(before, now, j, i))*farther + abs(j-i)
				}
				if best < 0 || far < least {
					best, least = m, far
				}
			}
			if best >= 0 {
				from := t
				if !slices.Contains(now, best) {
					from = t - 1
				}
				p.ties = append(p.ties, tie{best, from, n, t})
			}
		}
	}
}

// farther is what a line in between counts for against one place of distance.
const farther = 1000

// among counts the strands between two places of an order that are also in the
// earlier one.
func among(now, before []int, i, j int) int {
	n := 0
	for _, s := range now[min(i, j)+1 : max(i, j)] {
		if slices.Contains(before, s) {
			n++
		}
	}
	return n
}

// apart counts the strands in both orders that are above the ith of the earlier
// one and below the jth of the later one, or the other way round.
func apart(before, now []int, i, j int) int {
	n := 0
	for k, s := range before {
		if l := slices.Index(now, s); l >= 0 && (k < i) != (l < j) {
			n++
		}
	}
	return n
}

func abs(n int) int { return max(n, -n) }

// top and bottom are the edges of a course in a layer.
func (p *planner) edgesOf(c, t int) (top, bottom float64, ok bool) {
	for i, n := range p.layers[t].strands {
		if p.layers[t].bands[i] != c {
			continue
		}
		y, extra := p.y[p.pieceAt(n, t).node], 0.0
		if n < p.ghosts {
			extra = p.surplus(n) / 2
		}
		if !ok {
			top, bottom, ok = y-extra, y+extra, true
		}
		top, bottom = min(top, y-extra), max(bottom, y+extra)
	}
	return top - bandPad, bottom + bandPad, ok
}

// layerAt returns the layer of a day.
func (p *planner) layerAt(d lineage.Day) int {
	i, _ := slices.BinarySearchFunc(p.layers, d, func(l layer, d lineage.Day) int { return cmp.Compare(l.from, d+1) })
	return max(0, i-1)
}

// inBand reports whether a strand is in a band in the layer.
func (p *planner) inBand(n, t int) bool { return p.courseAt(n, t) != storyline.NoBand }

// proven says how good the order of the lines is.
func (p *planner) proven() Proof {
	widest := 0
	for _, o := range p.orders {
		widest = max(widest, len(o))
	}
	return Proof{
		Crossings: p.proof.Crossings, Bound: p.proof.Bound, Optimal: p.proof.Optimal,
		Lines: p.ghosts, Bands: len(p.courses), Layers: len(p.layers), Widest: widest,
	}
}
