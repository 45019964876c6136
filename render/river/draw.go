package river

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
)

const (
	titleSize   = 26.0
	captionSize = 14.5
	axisSize    = 12.5
	plotPad     = 12.0 // between the axis and what is drawn
)

// draw computes the numbers of the drawing.
func (p *planner) draw() *drawing {
	d := &drawing{Language: p.say.Tag(), Width: p.width, First: p.first, End: p.end, Left: p.x0, Right: p.x1}
	y := p.drawTitle(d)
	d.PlotTop = y + 46
	p.shift(d.PlotTop + plotPad)
	d.PlotBottom = p.bottom() + plotPad
	p.drawAxis(d)
	p.drawBands(d)
	p.drawRibbons(d)
	p.drawStrands(d)
	p.drawHeads(d)
	p.drawNames(d)
	p.drawMargin(d)
	p.drawBadges(d)
	p.drawPauses(d)
	d.breakWires()
	p.drawList(d)
	return d
}

// line makes a line of text with its width.
func textAt(s string, x, y, size float64, bold bool, class string) text {
	return text{Text: s, X: x, Y: y, Size: size, Width: ink.Width(s, size, bold), Bold: bold, Class: class}
}

func (p *planner) drawTitle(d *drawing) (y float64) {
	y = 50
	d.Says = p.title()
	for i, l := range ink.Wrap(d.Says, titleSize, true, p.width-2*margin) {
		if i == 0 {
			d.Title = textAt(l, margin, y, titleSize, true, "title ink")
			continue
		}
		y += titleSize + 5
		d.Caption = append(d.Caption, textAt(l, margin, y, titleSize, true, "title ink"))
	}
	caption := p.scene.View.Caption
	if caption == "" {
		caption = p.say.Organizations(len(p.scene.Bodies)) + ", " + p.say.States(p.states) + ". " + p.say.Inside()
	}
	for _, l := range ink.Wrap(caption, captionSize, false, p.width-2*margin) {
		y += captionSize + 9
		d.Caption = append(d.Caption, textAt(l, margin, y, captionSize, false, "caption soft"))
	}
	var told []string
	for _, b := range p.badges {
		told = append(told, p.say.Dates(b.first, b.last)+": "+strings.Join(b.texts, " "))
	}
	d.Desc = strings.Join(told, " ")
	if d.Desc == "" {
		d.Desc = p.say.Nothing()
	}
	return y
}

func (p *planner) title() string {
	bodies := p.scene.Bodies
	if p.scene.View.Title != "" {
		return p.scene.View.Title
	}
	var title string
	switch {
	case len(bodies) == 0:
		return p.say.NoOrganization()
	case len(bodies) == 1:
		title = p.say.Organization(bodies[0].Organization)
	case len(p.scene.View.Organizations) == 0:
		title = p.say.Organizations(len(bodies))
	default:
		title = p.say.FromTo(p.say.Organization(bodies[0].Organization), p.say.Organization(bodies[len(bodies)-1].Organization))
	}
	first, _, _ := p.first.Civil()
	last, _, _ := (p.end - 1).Civil()
	if first == last {
		return title + ", " + lineage.YearDate(first).String()
	}
	return title + ", " + lineage.YearDate(first).String() + "–" + lineage.YearDate(last).String()
}

// shift moves everything to its place on the page.
func (p *planner) shift(dy float64) {
	if len(p.y) == 0 {
		return
	}
	dy -= p.y[p.top]
	for i := range p.y {
		p.y[i] = math.Round((p.y[i]+dy)*2) / 2
	}
}

// bottom returns the y below which nothing stands.
func (p *planner) bottom() float64 {
	low := 0.0
	if len(p.y) > 0 {
		low = p.y[p.top]
	}
	for n := range p.pieces {
		for _, pc := range p.pieces[n] {
			low = max(low, p.y[pc.node]+bandPad)
		}
	}
	for _, b := range p.boxes {
		low = max(low, p.y[b.node]+badgeRadius)
	}
	return low
}

// drawAxis marks the years: as many as there is room for.
func (p *planner) drawAxis(d *drawing) {
	every, label := 1, 5
	for _, c := range [][2]int{{1, 1}, {1, 5}, {5, 10}, {10, 20}, {10, 50}, {50, 100}, {100, 500}, {500, 1000}} {
		every, label = c[0], c[1]
		if p.year()*float64(every) >= 7 && p.year()*float64(label) >= 64 {
			break
		}
	}
	first, _, _ := p.first.Civil()
	last, _, _ := p.end.Civil()
	for y := first; y <= last; y++ {
		day := lineage.DayOf(y, 1, 1)
		if y%every != 0 || day < p.first || day > p.end {
			continue
		}
		t := tick{X: p.x(day), Major: y%label == 0}
		if t.Major {
			t.Label = lineage.YearDate(y).String()
		}
		d.Ticks = append(d.Ticks, t)
	}
}

// breakWires interrupts ties and leaders where they would cross a label.
func (d *drawing) breakWires() {
	var labels []block
	for i := range d.Names {
		labels = append(labels, d.Names[i].block())
	}
	for i := range d.Heads {
		labels = append(labels, d.Heads[i].block())
	}
	for i := range d.Badges {
		labels = append(labels, d.Badges[i].block())
	}
	for i := range d.Ties {
		d.Ties[i].breakAt(labels)
	}
	for i := range d.Heads {
		d.Heads[i].Lead.breakAt(labels)
	}
	for i := range d.Badges {
		d.Badges[i].Tick.breakAt(labels)
	}
}

// breakAt interrupts the wire where it would cross a label.
func (w *wire) breakAt(labels []block) {
	low, high := min(w.From, w.To), max(w.From, w.To)
	for _, b := range labels {
		if b.x0-2 < w.X && w.X < b.x1+2 && low < b.y0 && b.y1 < high {
			w.Breaks = append(w.Breaks, [2]float64{b.y0 - 1, b.y1 + 1})
		}
	}
	slices.SortFunc(w.Breaks, func(a, b [2]float64) int { return cmp.Compare(a[0], b[0]) })
}

// A block is the rectangle that a label takes.
type block struct {
	x0, y0, x1, y1 float64
	what           string
}

func (t *text) block() block {
	return block{t.X, t.Y - t.Size*0.74, t.X + t.Width, t.Y + t.Size*0.22, t.Text}
}

func (b *disc) block() block {
	return block{b.X - badgeRadius, b.Y - badgeRadius, b.X + badgeRadius, b.Y + badgeRadius, number(b.Number)}
}

func (b block) meets(c block) bool { return b.x0 < c.x1 && c.x0 < b.x1 && b.y0 < c.y1 && c.y0 < b.y1 }
