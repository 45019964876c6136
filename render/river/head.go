package river

import (
	"strings"

	"github.com/orglineage/orglineage/render/internal/ink"
)

// A head is the names of a body above its band.
type head struct {
	body  int
	box   int
	short string
	lines []string // the name in full
	years string
	lean  float64 // where its body begins, if that is not where it stands
}

const (
	shortSize  = 17.0
	nameSize   = 11.5
	yearsSize  = 11.5
	leastHead  = 92.0  // the width that the name of a body may have, however short it lived
	lastHead   = 150.0 // likewise, if no other one follows
	widestHead = 210.0
	headInset  = 6.0 // from the beginning of the band
	headApart  = 10.0
)

// placeHeads sets the names of the bodies, at the beginning of each, and in
// storeys where they would meet: the earlier ones above, so that their leaders
// run down beside the later ones.
func (p *planner) placeHeads() {
	for c := range p.courses {
		first := len(p.heads)
		for i := range p.courses[c].bodies {
			p.placeHead(c, i)
		}
		for n := len(p.heads) - 1; n >= first; n-- {
			b := &p.boxes[p.heads[n].box]
			for _, h := range p.heads[n+1:] {
				if later := &p.boxes[h.box]; later.x0 < b.x1+headApart {
					b.level = max(b.level, later.level+1)
				}
			}
			p.levels = max(p.levels, b.level+1)
		}
	}
}

// placeHead sets the name of the ith body of a course.
func (p *planner) placeHead(c, i int) {
	bodies, lives := p.courses[c].bodies, p.courses[c].lives
	x := max(p.x(lives[i].since), p.x0) + headInset
	if i == 0 && p.x(lives[i].since) <= p.x0 {
		x = p.x0
	}
	room := widestHead
	switch end := lives[i].until; {
	case i+1 < len(bodies):
		room = min(max(p.x(lives[i+1].since)+headInset-headApart-x, leastHead), widestHead)
	case end < p.end:
		room = min(max(p.x(end)-x, lastHead), widestHead)
	}
	h, width := p.head(bodies[i], room), 0.0
	for range 4 {
		width = h.width()
		m, crossed := p.crossing(c, x, x+width)
		if !crossed {
			break
		}
		// Narrower, or else behind the line that moves.
		if room = m - x - headInset; room < leastHead {
			x, room = m+headInset+2, widestHead
		}
		h = p.head(bodies[i], room)
	}
	h.lean = x
	x = max(p.x0, min(x, p.x1-width))
	h.box = len(p.boxes)
	p.boxes = append(p.boxes, box{
		course: c, x0: x, x1: x + width, at: h.lean, head: true,
		height: h.height(), node: p.newNode(),
	})
	p.heads = append(p.heads, h)
}

// width returns the width of the widest line.
func (h *head) width() float64 {
	width := max(ink.Width(h.short, shortSize, true), ink.Width(h.years, yearsSize, false))
	for _, l := range h.lines {
		width = max(width, ink.Width(l, nameSize, false))
	}
	return width
}

// crossing returns where, between two x, a line moves to a course or from it, or
// a ribbon leads there.
func (p *planner) crossing(c int, x0, x1 float64) (x float64, crossed bool) {
	for i := range p.scene.Flows {
		f := &p.scene.Flows[i]
		if p.courses[c].has(f.From) || !p.courses[c].has(f.To) {
			continue
		}
		// One near the beginning is hidden behind the name.
		if m := p.x(min(max(f.First, p.first), p.end)); m > x0+lastHead && m-ribbonWidth < x1 && (!crossed || m < x) {
			x, crossed = m, true
		}
	}
	for n := range p.ghosts {
		spans := p.strands[n].spans
		for i := 1; i < len(spans); i++ {
			if spans[i-1].course == spans[i].course || spans[i-1].course != c && spans[i].course != c {
				continue
			}
			if m := p.x(spans[i].since); m > x0-2 && m-bendReach < x1 && (!crossed || m < x) {
				x, crossed = m, true
			}
		}
	}
	return x, crossed
}

// head sets the names of a body in lines.
func (p *planner) head(b int, room float64) head {
	body := &p.scene.Bodies[b]
	h := head{body: b, short: body.Short, years: p.say.Years(body.Life.Interval)}
	h.short = ink.Clip(h.short, shortSize, true, widestHead)
	if full := p.say.Organization(body.Organization); full != body.Short {
		// No narrower than what stands above it, or than a word.
		room = max(room, ink.Width(h.short, shortSize, true))
		for _, word := range strings.Fields(full) {
			room = max(room, min(ink.Width(word, nameSize, false), widestHead))
		}
		h.lines = ink.Wrap(full, nameSize, false, room)
	}
	return h
}

func (h *head) height() float64 { return shortSize + 14*float64(len(h.lines)) + 15 }
