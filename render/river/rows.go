package river

import (
	"slices"

	"github.com/orglineage/orglineage/render/internal/storyline"
)

// rows puts everything that stands in the layers in order: the lines in that of
// the drawing, the heads above and the badges below their bands. What reaches
// beyond the life of its band or line keeps its place among its neighbours.
func (p *planner) rows() [][]row {
	all := make([][]row, len(p.layers))
	for t, order := range p.orders {
		all[t] = p.base(t, order)
	}
	for t := 1; t < len(all); t++ {
		all[t] = p.carry(all[t-1], all[t], t-1, t)
	}
	for t := len(all) - 2; t >= 0; t-- {
		all[t] = p.carry(all[t+1], all[t], t+1, t)
	}
	for t := range all {
		all[t] = p.exiles(all[t], t)
	}
	return all
}

// exiles adds to the rows of a layer the heads above everything and the badges
// below everything that found no place at their bands.
func (p *planner) exiles(rows []row, t int) []row {
	var above []row
	for b := range p.boxes {
		if !p.exiled[b] || !p.stands(b, t) {
			continue
		}
		r := row{strand: -1, box: b, course: p.boxes[b].course}
		if p.boxes[b].head {
			above = append(above, r)
		} else {
			rows = append(rows, r)
		}
	}
	return append(above, rows...)
}

// absent reports whether a box does not stand at its band in a layer: it is
// exiled, or barred from all layers but the one of its date.
func (p *planner) absent(b, t int) bool {
	x := &p.boxes[b]
	return p.exiled[b] || p.barred[barredRow{-1, b}] && t != x.home
}

// settleBoxes finds the layer in which each box is at home: where its date is, of
// those into which it and its band reach. A box without one is exiled.
func (p *planner) settleBoxes() {
	p.exiled = map[int]bool{}
	for b := range p.boxes {
		x := &p.boxes[b]
		x.home = -1
		least := 0.0
		for t := range p.layers {
			far := max(p.x(p.layers[t].from)-x.at, x.at-p.x(p.layers[t].to))
			if p.stands(b, t) && slices.Contains(p.layers[t].bands, x.course) && (x.home < 0 || far < least) {
				x.home, least = t, far
			}
		}
		p.exiled[b] = x.home < 0
	}
}

// base returns the rows of what lives in a layer.
func (p *planner) base(t int, order []int) []row {
	course := map[int]int{}
	for i, n := range p.layers[t].strands {
		course[n] = p.layers[t].bands[i]
	}
	var rows []row
	for i, n := range order {
		c := course[n]
		in := c != storyline.NoBand
		if in && (i == 0 || course[order[i-1]] != c) {
			// Lines that are about to join, or have just left, stand below the head.
			at := len(rows)
			for at > 0 && p.loose(rows[at-1], c) {
				at--
			}
			rows = slices.Insert(rows, at, p.boxesAt(c, t, true)...)
		}
		rows = append(rows, row{strand: n, box: -1, course: c})
		if in && (i == len(order)-1 || course[order[i+1]] != c) {
			rows = append(rows, p.boxesAt(c, t, false)...)
		}
	}
	// Likewise they stand above the badges.
	for i := 1; i < len(rows); i++ {
		for j := i; j > 0 && rows[j-1].box >= 0 && !p.boxes[rows[j-1].box].head && p.loose(rows[j], rows[j-1].course); j-- {
			rows[j-1], rows[j] = rows[j], rows[j-1]
		}
	}
	return rows
}

// boxesAt returns the heads of a course in a layer, the highest first, or its
// badges.
func (p *planner) boxesAt(c, t int, heads bool) []row {
	var rows []row
	for level := p.levels - 1; level >= 0; level-- {
		for b := range p.boxes {
			if x := &p.boxes[b]; x.head == heads && x.course == c && x.level == level && p.stands(b, t) && !p.absent(b, t) {
				rows = append(rows, row{strand: -1, box: b, course: c})
			}
		}
	}
	return rows
}

// loose reports whether a row is a line in a gap between its times in a course.
func (p *planner) loose(r row, c int) bool {
	return r.strand >= 0 && r.course == storyline.NoBand && !r.name &&
		slices.ContainsFunc(p.strands[r.strand].spans, func(x span) bool { return x.course == c })
}

// stands reports whether a box reaches into a layer.
func (p *planner) stands(b, t int) bool {
	x := &p.boxes[b]
	return p.reaches(min(x.x0, x.at), max(x.x1, x.at+1), t)
}

// named reports whether the name of a strand beyond its ends reaches into a
// layer.
func (p *planner) named(n, t int) bool {
	spans := p.strands[n].spans
	return p.names[n].outside &&
		p.reaches(min(p.names[n].x0, p.x(spans[len(spans)-1].until)), max(p.names[n].x1, p.x(spans[0].since)), t)
}

// reaches reports whether a stretch of the drawing reaches into a layer.
func (p *planner) reaches(x0, x1 float64, t int) bool {
	return x0 < p.x(p.layers[t].to) && x1 > p.x(p.layers[t].from)
}

// A barredRow is one that has no place in the layers beyond the life of its band
// or line, because there it would contradict others.
type barredRow struct{ strand, box int }

// carry adds to the rows of layer t what reaches into it from the layer near and
// does not live in it.
func (p *planner) carry(from, to []row, near, t int) []row {
	for i, r := range from {
		switch {
		case slices.ContainsFunc(to, r.same) || p.barred[barredRow{r.strand, r.box}] || r.box >= 0 && p.absent(r.box, t):
			continue
		case r.box >= 0 && !p.stands(r.box, t):
			continue
		case r.strand >= 0:
			if !p.named(r.strand, t) {
				continue
			}
			r.name = true
		}
		at, step := p.among(from, to, i, near, t)
		own := p.owner(r)
		if r.name {
			r.course = storyline.NoBand
		}
		// Inside another band, or between it and what belongs to it, there is no place.
		for at > 0 && at < len(to) && p.owner(to[at-1]) == p.owner(to[at]) && p.owner(to[at]) != own {
			at += step
		}
		to = slices.Insert(to, at, r)
	}
	return to
}

// among returns where the row i of from belongs in to: below the nearest one above
// it that is in both, else above the nearest one below it, else at the end. What
// moved away is no neighbour any more. Step says where to look on if there is no
// place.
func (p *planner) among(from, to []row, i, near, t int) (at, step int) {
	find := func(r row) int {
		k := slices.IndexFunc(to, r.same)
		if k >= 0 && p.node(r, near) != p.node(to[k], t) {
			return -1
		}
		return k
	}
	for j := i - 1; j >= 0; j-- {
		if k := find(from[j]); k >= 0 {
			return k + 1, 1
		}
	}
	for j := i + 1; j < len(from); j++ {
		if k := find(from[j]); k >= 0 {
			return k, -1
		}
	}
	return len(to), 1
}

// owner returns the course that a row belongs to.
func (p *planner) owner(r row) int {
	if r.box < 0 && (r.name || r.course == storyline.NoBand) {
		return p.home(r.strand)
	}
	return r.course
}

// home returns the course in which a strand has its name.
func (p *planner) home(n int) int {
	spans := p.strands[n].spans
	if p.names[n].x0 < p.x(spans[0].since) {
		return spans[0].course
	}
	return spans[len(spans)-1].course
}

// below returns how much room a row takes from its y down towards the next one.
func (p *planner) below(r, next row, t int) float64 {
	switch {
	case r.box >= 0 && p.boxes[r.box].head:
		switch {
		case next.course == r.course && next.strand >= 0 && !next.name:
			return headGap
		case next.box >= 0 && next.course == r.course:
			return 4
		}
		return bandGap / 2
	case r.box >= 0:
		return badgeRadius + 4
	case r.name || r.course == storyline.NoBand:
		return loosePad
	}
	return p.lane(r, next, t)
}

// above returns how much room a row takes from its y up towards the one before.
func (p *planner) above(r, before row, t int) float64 {
	switch {
	case r.box >= 0 && p.boxes[r.box].head:
		if before.box >= 0 && before.course == r.course {
			return p.boxes[r.box].height
		}
		return p.boxes[r.box].height + bandGap/2
	case r.box >= 0:
		if before.strand >= 0 && before.course == r.course {
			return badgeDrop
		}
		return badgeRadius + 4
	case r.name || r.course == storyline.NoBand:
		return loosePad
	}
	return p.lane(r, before, t)
}

// lane returns the room between a line in a band and its neighbour.
func (p *planner) lane(r, neighbour row, t int) float64 {
	switch {
	case neighbour.strand >= 0 && neighbour.course == r.course,
		neighbour.name && p.home(neighbour.strand) == r.course:
		return p.thickness(r.strand, t) / 2
	case neighbour.box >= 0 && neighbour.course == r.course:
		return bandPad + p.extra(r)
	}
	return bandPad + p.extra(r) + bandGap/2
}

// extra is by how much the edge of a band keeps off a thick line.
func (p *planner) extra(r row) float64 {
	if r.strand < 0 || r.strand >= p.ghosts {
		return 0
	}
	return p.surplus(r.strand) / 2
}

// thickness returns the height of the lane of a strand in a layer.
func (p *planner) thickness(n, t int) float64 {
	if n >= p.ghosts {
		return laneHeight
	}
	height := laneHeight
	if sp := p.spanAt(n, p.layers[t].from); sp != nil && !p.scene.Spells[sp.spell].Standing.Membership.Role.Full() {
		height = lightHeight
	}
	return height + p.surplus(n)
}

// surplus returns how much thicker the line of several states is than that of
// one.
func (p *planner) surplus(n int) float64 {
	return min(moreWidth*float64(len(p.actors[p.strands[n].actor].states)-1), mostMore)
}
