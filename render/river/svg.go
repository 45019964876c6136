package river

import (
	"io"

	"github.com/orglineage/orglineage/render/internal/ink"
)

// svg writes the drawing.
func (d *drawing) svg(out io.Writer) error {
	w := &pen{Writer: ink.NewWriter(out)}
	w.Open("svg", ink.A("xmlns", "http://www.w3.org/2000/svg"), ink.A("class", "drawing river"),
		ink.A("viewBox", "0 0 "+ink.Number(d.Width)+" "+ink.Number(d.Height)),
		ink.N("width", d.Width), ink.N("height", d.Height),
		ink.A("role", "graphics-document"), ink.A("aria-labelledby", "lineage-title lineage-desc"), ink.A("lang", d.Language))
	w.Text("title", d.Says, ink.A("id", "lineage-title"))
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
		w.Empty("path", ink.A("class", "gap "+ink.Hue(g.Hue)), ink.A("data-state", g.State), ink.A("d", w.path.String()))
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

// ownStyle adds to the style sheet of all drawings what a river needs, and
// touches nothing else on the page that a river may stand on.
const ownStyle = `
.river .membership path,.river .tie,.river .gap,.river .rename{fill:none}
.river .wedge{stroke:none}
.river .rename{stroke-width:1.2;stroke-dasharray:2 3}
.river .gap{stroke-width:2.2;stroke-dasharray:.1 4.6;stroke-linecap:round}
.river .tie{stroke-width:1.6}
.river .paused{stroke-dasharray:9 6}
.river .dot{stroke-width:2.2}
.river .ribbon.upgraded,.river .ribbon.revived{fill:none;stroke-width:1.4;stroke-dasharray:4 3}
.river .membership:focus,.river .organization:focus,.river .succession:focus{outline:2px solid #1f6feb;outline-offset:1px}
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
	attrs := []ink.Attr{ink.N("x", t.X), ink.N("y", t.Y), ink.N("font-size", t.Size), ink.A("class", class)}
	if t.State != "" {
		attrs = append(attrs, ink.A("data-state", t.State))
	}
	w.Text("text", t.Text, attrs...)
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
