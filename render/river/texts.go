package river

import (
	"slices"
	"strconv"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
	"github.com/orglineage/orglineage/render/internal/storyline"
)

// drawHeads sets the names of the bodies.
func (p *planner) drawHeads(d *drawing) {
	for _, h := range p.heads {
		b := &p.boxes[h.box]
		body := &p.scene.Bodies[h.body]
		class := ink.TintText(p.tints[body.Line])
		bottom := p.y[b.node]
		out := headText{Organization: body.ID}
		y := bottom - b.height + shortSize - 3
		out.Lines = append(out.Lines, textAt(h.short, b.x0, y, shortSize, true, class))
		for _, l := range h.lines {
			y += 14
			out.Lines = append(out.Lines, textAt(l, b.x0, y, nameSize, false, class))
		}
		y += 14
		out.Lines = append(out.Lines, textAt(h.years, b.x0, y, yearsSize, false, "soft"))
		if b.level > 0 || abs64(h.lean-b.x0) > headInset || p.exiled[h.box] {
			if top, _, ok := p.edgesOf(b.course, p.layerAt(p.dayAt(h.lean))); ok {
				out.Lead = wire{X: h.lean - headInset + 1, From: bottom - 2, To: top}
			}
		}
		d.Heads = append(d.Heads, out)
	}
}

// dayAt returns the day that stands at x.
func (p *planner) dayAt(x float64) lineage.Day {
	day := p.first + lineage.Day((x-p.x0)/(p.x1-p.x0)*float64(p.end-p.first))
	return min(max(day, p.first), p.end-1)
}

// drawNames sets the names of the states at their lines, clear of what crosses
// those.
func (p *planner) drawNames(d *drawing) {
	for n := range p.ghosts {
		nm := &p.names[n]
		if nm.text == "" {
			continue
		}
		x := &p.strands[n]
		class := ink.HueText(x.actor)
		y := p.y[p.pieceAt(n, p.layerAt(x.spans[0].since)).node]
		if nm.outside {
			if nm.x0 > p.x(x.spans[0].since) {
				y = p.y[p.pieceAt(n, p.layerAt(x.spans[len(x.spans)-1].until-1)).node]
			}
			p.name(d, n, textAt(nm.text, nm.x0, y+nm.size*0.36, nm.size, !nm.light, class))
			continue
		}
		for k := range p.pieces[n] {
			p.nameOn(d, n, k, class)
		}
	}
}

// name sets the name of a strand.
func (p *planner) name(d *drawing, n int, t text) {
	t.State = p.ids(p.strands[n].actor)
	d.name(n, t)
}

// name keeps a name, and of which strand it is; -1 if that does not matter.
func (d *drawing) name(n int, t text) {
	d.Names = append(d.Names, t)
	d.named = append(d.named, n)
}

// drawPauses says on the lines of suspended members that they are, where there
// is room.
func (p *planner) drawPauses(d *drawing) {
	for i := range d.Strands {
		l := &d.Strands[i]
		word := p.say.Legend().Suspended
		width := ink.Width(word, lightSize, false)
		for _, r := range l.Runs {
			if !r.Paused || r.X1-r.X0 < width+40 {
				continue
			}
			x := (r.X0 + r.X1 - width) / 2
			t := textAt(word, x, r.Y+lightSize*0.36, lightSize, false, ink.HueText(l.Hue))
			t.Plate = ink.Tint(p.tints[p.lineOf(l.Organization)])
			t.Thin = d.thin(l.Organization, x+width/2)
			if !d.meets(t.block()) && p.crossed(x-namePad, x+width+namePad, r.Y, -1) == 0 {
				t.State = string(l.State)
				d.name(-1, t)
			}
		}
	}
}

// meets reports whether a block meets a label.
func (d *drawing) meets(b block) bool {
	return slices.ContainsFunc(d.Names, func(t text) bool { return t.block().meets(b) }) ||
		slices.ContainsFunc(d.Heads, func(h headText) bool { return h.block().meets(b) }) ||
		slices.ContainsFunc(d.Badges, func(x disc) bool { return x.block().meets(b) })
}

// lineOf returns the line of a body.
func (p *planner) lineOf(id lineage.OrgID) int {
	for i := range p.scene.Bodies {
		if p.scene.Bodies[i].ID == id {
			return p.scene.Bodies[i].Line
		}
	}
	return 0
}

// nameOn sets the name of a strand on one of its pieces: on the first, and on
// those in other bands that are long enough.
func (p *planner) nameOn(d *drawing, n, k int, class string) {
	nm := &p.names[n]
	pc := &p.pieces[n][k]
	if k > 0 && (!p.inBand(n, pc.from) || p.courseAt(n, pc.from) == p.lastCourse(n, pc.from)) {
		return
	}
	spans := p.strands[n].spans
	from, to := max(p.layers[pc.from].from, spans[0].since), p.layers[pc.to-1].to
	width := nm.x1 - nm.x0
	y := p.y[pc.node]
	x, end := p.x(from)+nameInset, p.x(to)-namePad
	if k > 0 && x+width+40 > end {
		return
	}
	best, least := x, 1<<30
	for at := x; at+width <= end && at < x+400; at += 4 {
		c := p.crossed(at-namePad, at+width+namePad, y, n)
		if c < least {
			best, least = at, c
		}
		if c == 0 {
			break
		}
	}
	t := textAt(nm.text, best, y+nm.size*0.36, nm.size, !nm.light, class)
	t.Plate = "paper"
	if course := p.courseAt(n, max(pc.from, p.layerAt(p.dayAt(best)))); course >= 0 {
		body := p.bodyAt(course, p.dayAt(best))
		t.Plate = ink.Tint(p.tints[p.scene.Bodies[body].Line])
		t.Thin = d.thin(p.scene.Bodies[body].ID, best+width/2)
		t.Tall = p.surplus(n) + fullWidth + 3
	}
	if k > 0 && (least > 0 || d.meets(t.block())) {
		return
	}
	p.name(d, n, t)
}

// lastCourse returns the band in which a strand was last before a layer.
func (p *planner) lastCourse(n, t int) int {
	c := storyline.NoBand
	for _, sp := range p.strands[n].spans {
		if sp.since < p.layers[t].from {
			c = sp.course
		}
	}
	return c
}

// bodyAt returns the body that a course is on a day.
func (p *planner) bodyAt(c int, day lineage.Day) int {
	course := &p.courses[c]
	body := course.bodies[0]
	for i, b := range course.bodies {
		if course.lives[i].since <= day {
			body = b
		}
	}
	return body
}

// thin returns how much of the paper shows through the band of a body at x.
func (d *drawing) thin(id lineage.OrgID, x float64) float64 {
	for i := range d.Bands {
		if d.Bands[i].Organization == id {
			return d.Bands[i].thin(x)
		}
	}
	return 0
}

// crossed counts what crosses a stretch of a lane: what leads from lane to lane,
// and, on the line of a strand, what is marked there.
func (p *planner) crossed(x0, x1, y float64, n int) int {
	count := 0
	for i := range p.upright {
		v := &p.upright[i]
		if v.x > x0 && v.x < x1 && min(v.from, v.to) < y+6 && max(v.from, v.to) > y-6 {
			count++
		}
	}
	if n < 0 {
		return count
	}
	for c := range p.courses {
		for _, l := range p.courses[c].lives[1:] {
			if x := p.x(l.since); x > x0 && x < x1 && c == p.courseAt(n, p.layerAt(l.since)) {
				count++
			}
		}
	}
	for _, sp := range p.strands[n].spans {
		spell := &p.scene.Spells[sp.spell]
		for _, day := range [...]lineage.Day{sp.since, sp.until, sp.sureSince, sp.sureUntil} {
			if x := p.x(day); x > x0 && x < x1 {
				count++
			}
		}
		for _, ps := range spell.Pauses {
			if x := p.x(ps.SinceFirst); x > x0-6 && x < x1+6 {
				count++
			}
		}
	}
	return count
}

// drawMargin names the lines that go on, at their ends.
func (p *planner) drawMargin(d *drawing) {
	for _, st := range p.stays {
		y := p.y[p.pieceAt(st.strand, len(p.layers)-1).node] + marginSize*0.36
		x := p.x1 + marginGap
		name := textAt(st.name, x, y, marginSize, !st.light, ink.HueText(p.strands[st.strand].actor))
		name.State = p.ids(p.strands[st.strand].actor)
		d.Margin = append(d.Margin, name, textAt(st.since, x+p.nameColumn+marginGap, y, marginSize, false, "soft"))
	}
}

// drawBadges sets the numbered discs.
func (p *planner) drawBadges(d *drawing) {
	for _, b := range p.badges {
		y := p.y[p.boxes[b.box].node]
		disc := disc{X: b.lean, Y: y, Number: b.number}
		if t := p.near(b.course, p.dayAt(b.x)); t >= 0 {
			_, bottom, _ := p.edgesOf(b.course, t)
			disc.Tick = wire{X: b.x, From: bottom, To: y - badgeRadius}
		}
		d.Badges = append(d.Badges, disc)
	}
}

func number(n int) string { return strconv.Itoa(n) }
