package river

import (
	"cmp"
	"slices"
)

// mended draws, and mends what has no room: heads that meet something go to the
// top of the drawing and badges to its bottom, with a leader to where they
// belong, and names of lines stand behind instead of before them, then shrink to
// the code of the state, then go.
func (p *planner) mended() (*drawing, error) {
	for {
		d := p.draw()
		if p.ghosts > muchToMend || !p.mend(d) {
			return d, nil
		}
		if err := p.settle(); err != nil {
			return nil, err
		}
	}
}

// muchToMend is from how many lines on labels stay where they are: among so many
// nobody looks for one.
const muchToMend = 4000

// A tag is a label of a drawing with what it belongs to: a box or a strand.
type tag struct {
	block
	box    int // or -1
	strand int // or -1
}

// tags returns the labels that stand on their own account, from left to right.
func (p *planner) tags(d *drawing) []tag {
	var all []tag
	for i, h := range p.heads {
		all = append(all, tag{d.Heads[i].block(), h.box, -1})
	}
	for i, b := range p.badges {
		all = append(all, tag{d.Badges[i].block(), b.box, -1})
	}
	for i := range d.Names {
		all = append(all, tag{d.Names[i].block(), -1, d.named[i]})
	}
	for i := range d.Margin {
		all = append(all, tag{d.Margin[i].block(), -1, -1})
	}
	slices.SortStableFunc(all, func(a, b tag) int { return cmp.Compare(a.x0, b.x0) })
	return all
}

// mend takes labels out of the way of others and of lines that are not theirs,
// and reports whether there were any.
func (p *planner) mend(d *drawing) bool {
	tags := p.tags(d)
	moved := map[tag]bool{}
	for i, a := range tags {
		for _, b := range tags[i+1:] {
			if b.x0 >= a.x1 {
				break
			}
			if moved[a] || moved[b] || !a.meets(b.block) {
				continue
			}
			if p.yields(b) > p.yields(a) {
				a, b = b, a
			}
			switch {
			case p.yield(a):
				moved[a] = true
			case p.yield(b):
				moved[b] = true
			}
		}
	}
	for _, a := range tags {
		if !moved[a] && (a.box >= 0 || a.strand >= 0) && p.overrun(d, a) && p.yield(a) {
			moved[a] = true
		}
	}
	return len(moved) > 0
}

// yields ranks labels by how readily they make room for another one.
func (p *planner) yields(a tag) int {
	switch {
	case a.box >= 0 && p.exiled[a.box]:
		return 0
	case a.box >= 0 && !p.boxes[a.box].head:
		return 3
	case a.box >= 0:
		return 2
	case a.strand >= 0:
		return 1
	}
	return 0
}

// yield finds another place for a label, or none, and reports whether it did.
func (p *planner) yield(a tag) bool {
	switch {
	case a.box >= 0:
		if p.exiled[a.box] {
			return false
		}
		p.exiled[a.box] = true
		return true
	case a.strand >= 0:
		return p.names[a.strand].yield(p, a.strand)
	}
	return false
}

// overrun reports whether a line crosses a label that is not its own, or the
// label leaves the drawing.
func (p *planner) overrun(d *drawing, a tag) bool {
	if a.x0 < 0 || a.x1 > d.Width {
		return true
	}
	mid := (a.y0 + a.y1) / 2
	for i := range p.upright {
		v := &p.upright[i]
		// A tie stops for a label.
		half := (p.surplus(v.strand) + fullWidth) / 2
		if v.tie < 0 && v.x > a.x0 && v.x < a.x1 && min(v.from, v.to)-half < a.y0 && max(v.from, v.to)+half > a.y1 {
			return true
		}
	}
	for i := range d.Strands {
		for _, r := range d.Strands[i].Runs {
			if r.Y > a.y0 && r.Y < a.y1 && r.X0 < a.x1 && r.X1 > a.x0 && (a.box >= 0 || abs64(r.Y-mid) >= 8) {
				return true
			}
		}
	}
	return false
}

// block is the rectangle of all lines of a head.
func (h *headText) block() block {
	b := h.Lines[0].block()
	for i := range h.Lines[1:] {
		c := h.Lines[i+1].block()
		b = block{min(b.x0, c.x0), min(b.y0, c.y0), max(b.x1, c.x1), max(b.y1, c.y1), b.what}
	}
	return b
}

// yield sets the name of a line in the next best way.
func (nm *name) yield(p *planner, n int) bool {
	x := &p.strands[n]
	begin, end := p.x(x.spans[0].since), p.x(x.spans[len(x.spans)-1].until)
	for nm.way < nameless {
		nm.way++
		if nm.way == byCode {
			states := p.actors[x.actor].states
			if len(states) > 1 {
				continue
			}
			nm.text = string(states[0].ID)
		}
		width := nm.width()
		switch {
		case nm.way == nameless:
			nm.text, nm.outside = "", false
			nm.x0, nm.x1 = begin, begin
			return true
		case nm.way == behind || nm.way == behindByCode:
			nm.x0 = end + namePad + dotRadius
			if nm.x0+width > p.x1-2 {
				continue
			}
		default:
			nm.x0 = begin - nm.before - width
			if nm.x0 < margin/2 {
				continue
			}
		}
		nm.outside, nm.x1 = true, nm.x0+width
		return true
	}
	return false
}
