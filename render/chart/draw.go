package chart

import (
	"io"
	"slices"

	"github.com/orglineage/orglineage/render/internal/ink"
	"github.com/orglineage/orglineage/render/internal/scene"
)

// A pen writes a layout as SVG.
type pen struct {
	*ink.Writer
	*layout
	s     *scene.Scene
	words text
	path  ink.Path
}

func draw(w io.Writer, s *scene.Scene, l *layout, opts Options) error {
	words, err := textFor(opts.Language)
	if err != nil {
		return err
	}
	p := &pen{Writer: ink.NewWriter(w), layout: l, s: s, words: words}
	p.Open("svg",
		ink.A("xmlns", "http://www.w3.org/2000/svg"), ink.A("class", "drawing chart"),
		ink.A("viewBox", "0 0 "+ink.Number(l.Width)+" "+ink.Number(l.Height)),
		ink.N("width", l.Width), ink.N("height", l.Height),
		ink.A("role", "graphics-document"), ink.A("aria-labelledby", "lineage-title lineage-desc"), ink.A("lang", words.Tag()))
	p.Text("title", l.Says, ink.A("id", "lineage-title"))
	p.Text("desc", words.description(s, opts.Sort), ink.A("id", "lineage-desc"))
	p.Open("style")
	p.Raw(ink.Style())
	p.Raw(style)
	p.Close()
	p.defs()
	p.Empty("rect", ink.A("class", "paper"), ink.N("width", l.Width), ink.N("height", l.Height))
	p.labels(l.Title, "title ink strong")
	p.labels(l.Caption, "caption soft")
	p.labels(l.Nothing, "ink")
	if len(l.Rows) > 0 {
		p.Open("g", ink.A("class", "plot"),
			ink.A("data-first", s.First.String()), ink.A("data-end", s.End.String()),
			ink.N("data-x0", l.Scale.Left), ink.N("data-x1", l.Scale.Right))
		p.scale()
		p.rows()
		p.instant()
		p.Close()
	}
	p.snapshot()
	p.legends()
	p.Close()
	return p.Flush()
}

// style is what the chart adds to the style sheet of all drawings. It holds for
// charts alone, because a page may hold other drawings.
const style = `.chart .outline,.chart .possible,.chart .bracket,.chart .tick,.chart .beginning{fill:none}
.chart .beginning{stroke-width:2.4}
.chart .tick{stroke-width:2}
.chart .possible{stroke-dasharray:1.5 2.5}
.chart .bracket{stroke-width:1.1}
.chart .disputed{stroke-width:1.4}
.chart .suspended-perhaps{opacity:.5}
.chart .faint{fill-opacity:.45}
.chart .halo{stroke-width:3}
.chart .asked-line{stroke-width:1.5}
.chart .asked-strip{fill-opacity:.1}
.chart .membership:hover .outline,.chart .membership:focus .outline{stroke-width:2}`

// defs writes the gradients and the hatching of the colours that occur. Their
// names begin with "chart-", so that other drawings can stand on the same page.
func (p *pen) defs() {
	var used [ink.Colours]bool
	for i := range p.Bars {
		used[p.Bars[i].Hue] = true
	}
	if !slices.Contains(used[:], true) {
		return
	}
	p.Open("defs")
	for n, u := range used {
		if !u {
			continue
		}
		for _, way := range []string{"in", "out"} {
			from, to := "0", "1"
			if way == "out" {
				from, to = to, from
			}
			p.Open("linearGradient", ink.A("id", fade(way, n)))
			p.Empty("stop", ink.A("offset", "0"), ink.A("class", ink.Stop(n)), ink.A("stop-opacity", from))
			p.Empty("stop", ink.A("offset", "1"), ink.A("class", ink.Stop(n)), ink.A("stop-opacity", to))
			p.Close()
		}
		p.Open("pattern", ink.A("id", hatch(n)), ink.A("patternUnits", "userSpaceOnUse"), ink.A("width", "5"), ink.A("height", "5"), ink.A("patternTransform", "rotate(-45)"))
		p.Empty("rect", ink.A("class", "paper"), ink.A("width", "5"), ink.A("height", "5"))
		p.Empty("path", ink.A("class", ink.Edge(n)), ink.A("d", "M0 2.5H5"), ink.A("stroke-width", "1.4"))
		p.Close()
	}
	p.Close()
}

func fade(way string, hue int) string { return "chart-" + way + "-" + ink.Number(float64(hue)) }
func hatch(hue int) string            { return "chart-hatch-" + ink.Number(float64(hue)) }
func url(id string) string            { return "url(#" + id + ")" }

func (p *pen) labels(all []label, class string) {
	for i := range all {
		p.label(&all[i], class)
	}
}

func (p *pen) label(l *label, class string) {
	if l.Bold && class != "title ink strong" {
		class += " strong"
	}
	attrs := []ink.Attr{ink.A("class", class), ink.N("x", l.X), ink.N("y", l.Y), ink.N("font-size", l.Size)}
	switch l.Anchor {
	case middle:
		attrs = append(attrs, ink.A("text-anchor", "middle"))
	case end:
		attrs = append(attrs, ink.A("text-anchor", "end"))
	}
	p.Text("text", l.Text, attrs...)
}

// scale writes the axis and the lines between the rows, all below the bars.
func (p *pen) scale() {
	p.Open("g", ink.A("class", "scale"), ink.A("aria-hidden", "true"))
	for _, named := range []bool{false, true} {
		p.path.Reset()
		for _, l := range p.Axis.Lines {
			if l.Named == named {
				p.path.Move(l.X, p.Axis.Top)
				p.path.Vertical(p.Axis.Bottom)
			}
		}
		p.stroke(map[bool]string{false: "grid", true: "major"}[named])
	}
	p.path.Reset()
	for i := range p.Rows {
		if i > 0 {
			p.path.Move(margin, p.Rows[i].Top)
			p.path.Horizontal(p.Scale.Right + tail)
		}
	}
	p.stroke("grid")
	p.path.Reset()
	for _, y := range []float64{p.Axis.Top, p.Axis.Bottom} {
		p.path.Move(margin, y)
		p.path.Horizontal(p.Scale.Right + tail)
	}
	p.stroke("axis")
	p.labels(p.Axis.Above, "soft")
	p.labels(p.Axis.Below, "soft")
	p.Close()
}

// stroke writes the path if there is one.
func (p *pen) stroke(class string, more ...ink.Attr) {
	if !p.path.Empty() {
		p.Empty("path", append([]ink.Attr{ink.A("class", class), ink.A("d", p.path.String())}, more...)...)
	}
}

func (p *pen) rows() {
	next := 0
	for i := range p.Rows {
		r := &p.Rows[i]
		p.Open("g", ink.A("class", "row"), ink.A("data-state", string(r.State)))
		p.state(r)
		for ; next < len(p.Bars) && p.Bars[next].Row == i; next++ {
			p.membership(&p.Bars[next])
		}
		p.Close()
	}
}

// state writes the name of a row; one that was cut short says itself in full
// under the pointer.
func (p *pen) state(r *row) {
	if r.FullName == r.Name.Text {
		p.label(&r.Name, "state ink")
		return
	}
	p.OpenInline("text", ink.A("class", "state ink"), ink.N("x", r.Name.X), ink.N("y", r.Name.Y), ink.N("font-size", r.Name.Size))
	p.Text("title", r.FullName)
	p.Chars(r.Name.Text)
	p.Close()
}

func (p *pen) membership(b *bar) {
	sp := &p.s.Spells[b.Spell]
	m := sp.Standing.Membership
	class := "membership role-" + m.Role.String()
	if len(sp.Pauses) > 0 {
		class += " suspended-some"
	}
	says := p.words.Standing(sp.State, &sp.Standing)
	attrs := []ink.Attr{
		ink.A("class", class), ink.A("role", "graphics-symbol"), ink.A("aria-roledescription", "membership"), ink.A("tabindex", "0"),
		ink.A("aria-label", says), ink.A("data-state", string(sp.State.ID)), ink.A("data-organization", string(p.s.Bodies[sp.Body].ID)),
	}
	if !sp.Standing.Since.IsZero() {
		attrs = append(attrs, ink.A("data-since", sp.Standing.Since.String()))
	}
	if !sp.Standing.Until.IsZero() {
		attrs = append(attrs, ink.A("data-until", sp.Standing.Until.String()))
	}
	p.Open("g", attrs...)
	p.Text("title", says)
	p.bar(b)
	if b.Name != nil {
		class := "name " + ink.TintText(b.Hue)
		if !b.Inside || b.Form != full {
			class += " halo"
		}
		p.label(b.Name, class)
	}
	p.Close()
}

// instant writes the mark of the date asked for, over the bars.
func (p *pen) instant() {
	on := p.On
	if on == nil {
		return
	}
	p.Open("g", ink.A("class", "asked"))
	p.path.Reset()
	if on.Day {
		p.path.Move(on.From, on.Top)
		p.path.Vertical(on.Bottom)
		p.stroke("rule asked-line")
	} else {
		p.Empty("rect", ink.A("class", "ink asked-strip"), ink.N("x", on.From), ink.N("y", on.Top), ink.N("width", on.To-on.From), ink.N("height", on.Bottom-on.Top))
	}
	p.label(&on.Label, "ink")
	p.Close()
}

func (p *pen) snapshot() {
	sn := p.Snapshot
	if sn == nil {
		return
	}
	p.Open("g", ink.A("class", "snapshot"))
	p.labels(sn.Heading, "ink")
	p.labels(sn.Nobody, "soft")
	for i := range sn.Groups {
		g := &sn.Groups[i]
		class := "ink"
		if g.Hue >= 0 {
			class = ink.TintText(g.Hue)
		}
		p.Open("g", ink.A("class", "attendance"), ink.A("data-organization", string(g.Organization)))
		p.label(&g.Name, class)
		p.labels(g.Lines, "ink")
		p.Close()
	}
	p.Close()
}
