package river

import (
	"io"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
)

// svg writes the drawing.
func (d *drawing) svg(out io.Writer) error {
	w := &pen{Writer: ink.NewWriter(out)}
	w.Open("svg", ink.A("xmlns", "http://www.w3.org/2000/svg"), ink.A("class", "drawing river"),
		ink.A("viewBox", "0 0 "+ink.Number(d.Width)+" "+ink.Number(d.Height)),
		ink.N("width", d.Width), ink.N("height", d.Height),
		ink.A("role", "graphics-document"), ink.A("aria-labelledby", "lineage-title lineage-desc"), ink.A("lang", d.Language))
	w.Text("title", d.Title.Text, ink.A("id", "lineage-title"))
	w.Text("desc", d.Desc, ink.A("id", "lineage-desc"))
	w.Open("style")
	w.Raw(ink.Style() + ownStyle)
	w.Close()
	w.Empty("rect", ink.A("class", "paper"), ink.N("width", d.Width), ink.N("height", d.Height))
	w.text(&d.Title)
	w.texts(d.Caption)
	w.Open("g", ink.A("class", "plot"),
		ink.A("data-first", d.First.String()), ink.A("data-end", d.End.String()), ink.N("data-x0", d.Left), ink.N("data-x1", d.Right))
	w.axis(d)
	for i := range d.Bands {
		w.band(&d.Bands[i], i)
	}
	for i := range d.Ribbons {
		w.ribbon(&d.Ribbons[i], i)
	}
	w.Open("g", ink.A("aria-hidden", "true"))
	for i := range d.Rules {
		r := &d.Rules[i]
		w.Empty("path", ink.A("class", "rename "+ink.Edge(r.Tint)), ink.A("d", "M"+ink.Number(r.X)+" "+ink.Number(r.Top)+"V"+ink.Number(r.Bottom)))
	}
	for i := range d.Ties {
		w.tie(&d.Ties[i])
	}
	for i := range d.Gaps {
		g := &d.Gaps[i]
		w.path.Reset()
		w.path.Move(g.Points[0].X, g.Points[0].Y)
		for _, p := range g.Points[1:] {
			w.path.Line(p.X, p.Y)
		}
		w.Empty("path", ink.A("class", "gap "+ink.Hue(g.Hue)), ink.A("d", w.path.String()))
	}
	w.Close()
	for i := range d.Strands {
		w.strand(&d.Strands[i])
	}
	for i := range d.Strands {
		w.marks(&d.Strands[i])
	}
	w.Open("g", ink.A("aria-hidden", "true"))
	w.texts(d.Names)
	for i := range d.Heads {
		h := &d.Heads[i]
		w.leader(&h.Lead)
	}
	for i := range d.Heads {
		h := &d.Heads[i]
		b := h.block()
		w.Empty("rect", ink.A("class", "paper"), ink.N("x", b.x0-3), ink.N("y", b.y0-2), ink.N("width", b.x1-b.x0+6), ink.N("height", b.y1-b.y0+3))
		w.texts(h.Lines)
	}
	w.Close()
	w.texts(d.Margin)
	for i := range d.Badges {
		w.badge(&d.Badges[i])
	}
	w.Close()
	w.list(d)
	w.Close()
	return w.Flush()
}

// ownStyle adds to the style sheet of all drawings what a river needs.
const ownStyle = `
.membership path,.tie,.gap,.rename{fill:none}
.membership .wedge,.membership .dagger{stroke:none}
.rename{stroke-width:1.2;stroke-dasharray:2 3}
.gap{stroke-width:2.2;stroke-dasharray:.1 4.6;stroke-linecap:round}
.tie{stroke-width:1.6}
.paused{stroke-dasharray:9 6}
.dot{stroke-width:2.2}
.ribbon.upgraded,.ribbon.revived{fill:none;stroke-width:1.4;stroke-dasharray:4 3}
.membership:focus,.organization:focus,.succession:focus{outline:2px solid #1f6feb;outline-offset:1px}
`

// A pen writes the parts of a river.
type pen struct {
	*ink.Writer
	path ink.Path
}

func (w *pen) text(t *text) {
	class := t.Class
	if t.Bold {
		class += " strong"
	}
	if t.Plate != "" {
		w.plate(t)
	}
	w.Text("text", t.Text, ink.N("x", t.X), ink.N("y", t.Y), ink.N("font-size", t.Size), ink.A("class", class))
}

// plate hides what a text stands on, in the colour that the band has there.
func (w *pen) plate(t *text) {
	height := max(t.Size*1.12, t.Tall)
	attrs := []ink.Attr{ink.A("class", "paper"), ink.N("x", t.X-3), ink.N("y", t.Y-t.Size*0.28-height/2), ink.N("width", t.Width+6), ink.N("height", height)}
	if t.Thin > 0 {
		w.Empty("rect", attrs...)
		attrs = append(attrs, ink.N("fill-opacity", 1-t.Thin))
	}
	attrs[0] = ink.A("class", t.Plate)
	w.Empty("rect", attrs...)
}

func (w *pen) texts(all []text) {
	for i := range all {
		w.text(&all[i])
	}
}

func (w *pen) axis(d *drawing) {
	w.Open("g", ink.A("class", "scale"), ink.A("aria-hidden", "true"))
	for _, t := range d.Ticks {
		class := "grid"
		if t.Major {
			class = "major"
		}
		w.Empty("path", ink.A("class", class), ink.A("d", "M"+ink.Number(t.X)+" "+ink.Number(d.PlotTop)+"V"+ink.Number(d.PlotBottom)))
	}
	for _, t := range d.Ticks {
		if t.Label != "" {
			for _, y := range [...]float64{d.PlotTop - 8, d.PlotBottom + 19} {
				w.Text("text", t.Label, ink.N("x", t.X), ink.N("y", y), ink.N("font-size", axisSize), ink.A("text-anchor", "middle"), ink.A("class", "soft"))
			}
		}
	}
	w.Close()
}

// corner is the largest radius of the corners of a band; two of them span a bend.
const corner = bendReach / 2

func (w *pen) band(b *band, i int) {
	w.Open("g", ink.A("class", "organization"), ink.A("role", "graphics-symbol"), ink.A("aria-roledescription", "organization"),
		ink.A("tabindex", "0"), ink.A("aria-label", b.Sentence), ink.A("data-organization", string(b.Organization)))
	w.Text("title", b.Sentence)
	first, last := b.Steps[0], b.Steps[len(b.Steps)-1]
	class := ink.A("class", "band "+ink.Tint(b.Tint))
	fill := ink.A("data-fade", "none")
	if b.Fade[0] > first.X0+0.5 || b.Fade[1] < last.X1-0.5 {
		id := "river-fade-" + number(i)
		w.gradient(id, b, first.X0, last.X1)
		class, fill = ink.A("class", "band"), ink.A("fill", "url(#"+id+")")
	}
	w.Empty("path", class, fill, ink.A("d", w.outline(b)))
	w.Close()
}

// faintest is how much of a band is there where it may just have begun.
const faintest = 0.15

// thin returns how much of the paper shows through the band at x.
func (b *band) thin(x float64) float64 {
	x0, x1 := b.Steps[0].X0, b.Steps[len(b.Steps)-1].X1
	switch {
	case x < b.Fade[0]:
		return (1 - faintest) * (b.Fade[0] - x) / (b.Fade[0] - x0)
	case x > b.Fade[1]:
		return (1 - faintest) * (x - b.Fade[1]) / (x1 - b.Fade[1])
	}
	return 0
}

// gradient fades a band in and out where it is not certain that it was there.
func (w *pen) gradient(id string, b *band, x0, x1 float64) {
	w.Open("linearGradient", ink.A("id", id), ink.A("gradientUnits", "userSpaceOnUse"), ink.N("x1", x0), ink.N("x2", x1), ink.N("y1", 0), ink.N("y2", 0))
	at := func(x float64) float64 { return min(max((x-x0)/max(x1-x0, 0.01), 0), 1) }
	stop := func(offset, opacity float64) {
		w.Empty("stop", ink.N("offset", offset), ink.A("class", ink.Stop(b.Tint)), ink.N("stop-opacity", opacity))
	}
	if b.Fade[0] > x0+0.5 {
		stop(0, faintest)
	}
	stop(at(b.Fade[0]), 1)
	stop(max(at(b.Fade[0]), at(b.Fade[1])), 1)
	if b.Fade[1] < x1-0.5 {
		stop(1, faintest)
	}
	w.Close()
}

type point struct{ x, y float64 }

// outline is the edge of a band, with small round corners.
func (w *pen) outline(b *band) string {
	var points []point
	for _, s := range b.Steps {
		points = append(points, point{s.X0, s.Top}, point{s.X1, s.Top})
	}
	last := b.Steps[len(b.Steps)-1]
	if b.Open {
		points = append(points, point{last.X1 + 9, (last.Top + last.Bottom) / 2})
	}
	for i := len(b.Steps) - 1; i >= 0; i-- {
		s := b.Steps[i]
		points = append(points, point{s.X1, s.Bottom}, point{s.X0, s.Bottom})
	}
	points = slim(points)
	w.path.Reset()
	for i, c := range points {
		a, e := points[(i+len(points)-1)%len(points)], points[(i+1)%len(points)]
		r := min(corner, dist(a, c)/2, dist(c, e)/2)
		if c.x == last.X1 && b.Open || c.x == b.Steps[0].X0 && b.Cut {
			r = 0
		}
		p, q := toward(c, a, r), toward(c, e, r)
		if i == 0 {
			w.path.Move(p.x, p.y)
		} else {
			w.path.Line(p.x, p.y)
		}
		if r > 0 {
			w.path.Quad(c.x, c.y, q.x, q.y)
		}
	}
	w.path.Close()
	return w.path.String()
}

// slim drops points that lie on the line between their neighbours.
func slim(points []point) []point {
	var out []point
	for _, p := range points {
		if n := len(out); n > 0 && out[n-1] == p {
			continue
		}
		if n := len(out); n > 1 && (out[n-1].x == p.x && out[n-2].x == p.x || out[n-1].y == p.y && out[n-2].y == p.y) {
			out[n-1] = p
			continue
		}
		out = append(out, p)
	}
	return out
}

func dist(a, b point) float64 { return max(abs64(a.x-b.x), abs64(a.y-b.y)) }

func toward(a, b point, r float64) point {
	d := dist(a, b)
	if d == 0 {
		return a
	}
	return point{a.x + (b.x-a.x)*r/d, a.y + (b.y-a.y)*r/d}
}

// ribbonWidth is half of that of a ribbon.
const ribbonWidth = bendReach / 2

func (w *pen) ribbon(r *ribbon, i int) {
	w.Open("g", ink.A("class", "succession "+r.Kind.String()), ink.A("role", "graphics-symbol"), ink.A("aria-roledescription", "succession"),
		ink.A("tabindex", "0"), ink.A("aria-label", r.Sentence), ink.A("data-from", string(r.FromID)), ink.A("data-to", string(r.ToID)))
	w.Text("title", r.Sentence)
	w.path.Reset()
	switch r.Kind {
	case lineage.Upgraded, lineage.Revived:
		w.path.Move(r.X, r.From)
		w.path.Vertical(r.To)
		w.Empty("path", ink.A("class", "ribbon "+r.Kind.String()+" "+ink.Edge(r.FromTint)), ink.A("d", w.path.String()))
	default:
		id := "river-ribbon-" + number(i)
		w.Open("linearGradient", ink.A("id", id), ink.A("gradientUnits", "userSpaceOnUse"), ink.N("x1", 0), ink.N("x2", 0), ink.N("y1", r.From), ink.N("y2", r.To))
		w.Empty("stop", ink.N("offset", 0), ink.A("class", ink.Stop(r.FromTint)))
		w.Empty("stop", ink.N("offset", 1), ink.A("class", ink.Stop(r.ToTint)))
		w.Close()
		w.path.Move(r.X-ribbonWidth, r.From)
		w.path.Horizontal(r.X + ribbonWidth)
		w.path.Vertical(r.To)
		w.path.Horizontal(r.X - ribbonWidth)
		w.path.Close()
		w.Empty("path", ink.A("class", "ribbon"), ink.A("fill", "url(#"+id+")"), ink.A("d", w.path.String()))
	}
	if r.Lead < r.X {
		w.Empty("path", ink.A("class", "gap "+ink.Edge(r.FromTint)), ink.A("d", "M"+ink.Number(r.Lead)+" "+ink.Number(r.From)+"H"+ink.Number(r.X)))
	}
	w.Close()
}

// leader leads from a label to what it is about.
func (w *pen) leader(t *wire) {
	if t.From == t.To {
		return
	}
	w.path.Reset()
	w.upright(t, t.To)
	w.Empty("path", ink.A("class", "axis"), ink.A("d", w.path.String()))
}

// upright adds the upright part of a wire to the path, up to the y at which it
// ends, but for the breaks.
func (w *pen) upright(t *wire, end float64) {
	w.path.Move(t.X, t.From)
	down := 1.0
	if t.To < t.From {
		down = -1
	}
	for i := range t.Breaks {
		b := t.Breaks[i]
		if down < 0 {
			b = t.Breaks[len(t.Breaks)-1-i]
			b[0], b[1] = b[1], b[0]
		}
		if (b[0]-t.From)*down > 0 && (end-b[1])*down > 0 {
			w.path.Vertical(b[0])
			w.path.Move(t.X, b[1])
		}
	}
	w.path.Vertical(end)
}

func (w *pen) tie(t *wire) {
	r := min(corner, abs64(t.To-t.From)/2, t.End-t.X)
	down := 1.0
	if t.To < t.From {
		down = -1
	}
	w.path.Reset()
	w.upright(t, t.To-down*r)
	w.path.Quad(t.X, t.To, t.X+r, t.To)
	w.path.Horizontal(t.End)
	w.Empty("path", ink.A("class", "tie "+ink.Hue(t.Hue)), ink.A("d", w.path.String()))
}

func (w *pen) badge(b *disc) {
	w.Open("g", ink.A("class", "event"), ink.A("data-event", number(b.Number)))
	w.leader(&b.Tick)
	w.number(b.X, b.Y, b.Number)
	w.Close()
}

func (w *pen) number(x, y float64, n int) {
	w.Empty("circle", ink.A("class", "badge"), ink.N("cx", x), ink.N("cy", y), ink.N("r", badgeRadius))
	size := 11.5
	if n > 99 {
		size = 9
	}
	w.Text("text", number(n), ink.N("x", x), ink.N("y", y+size*0.36), ink.N("font-size", size), ink.A("text-anchor", "middle"), ink.A("class", "badge-number"))
}
