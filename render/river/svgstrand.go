package river

import (
	"github.com/orglineage/orglineage/render/internal/ink"
)

func (w *pen) strand(l *line) {
	class := "membership role-" + l.Role.String()
	paused := false
	for _, r := range l.Runs {
		paused = paused || r.Paused
	}
	if paused {
		class += " suspended-some"
	}
	w.Open("g", append([]ink.Attr{
		ink.A("class", class), ink.A("role", "graphics-symbol"), ink.A("aria-roledescription", "membership"),
		ink.A("tabindex", "0"), ink.A("aria-label", l.Sentence),
	}, l.facts()...)...)
	w.Text("title", l.Sentence)
	hue := ink.Hue(l.Hue)
	width := ink.N("stroke-width", l.Width)
	sure := false
	w.path.Reset()
	for _, r := range l.Runs {
		if !r.Paused && !r.Perhaps {
			w.path.Move(r.X0, r.Y)
			w.path.Horizontal(r.X1)
		}
		sure = sure || !r.Perhaps
	}
	for _, m := range l.Moves {
		w.bend(&m)
	}
	if !w.path.Empty() {
		w.Empty("path", ink.A("class", hue), width, ink.A("d", w.path.String()))
		if l.Fine && l.Width > lightWidth {
			w.Empty("path", ink.A("class", "core"), ink.A("d", w.path.String()))
		}
	}
	for _, r := range l.Runs {
		switch {
		case r.Perhaps:
			w.perhaps(l, r, sure)
		case r.Paused:
			w.Empty("path", ink.A("class", "paused "+hue), width, ink.A("d", "M"+ink.Number(r.X0)+" "+ink.Number(r.Y)+"H"+ink.Number(r.X1)))
		}
	}
	w.Close()
}

// facts are the attributes that say which membership a line is.
func (l *line) facts() []ink.Attr {
	if l.State == "" {
		return nil // it is a sign of the legend
	}
	attrs := []ink.Attr{ink.A("data-state", string(l.State)), ink.A("data-organization", string(l.Organization)), ink.A("data-since", l.Since)}
	if l.Until != "" {
		attrs = append(attrs, ink.A("data-until", l.Until))
	}
	return attrs
}

// bend adds the way of a line that changes its lane to the path.
func (w *pen) bend(m *move) {
	r := m.X - m.Begin
	down := 1.0
	if m.To < m.From {
		down = -1
	}
	w.path.Move(m.Begin, m.From)
	w.path.Quad(m.X, m.From, m.X, m.From+down*r)
	if m.End <= m.X {
		w.path.Vertical(m.To)
		return
	}
	r = m.End - m.X
	w.path.Vertical(m.To - down*min(r, abs64(m.To-m.From)/2))
	w.path.Quad(m.X, m.To, m.End, m.To)
}

// perhaps draws a time in which the membership is only possible: a wedge that
// grows to the certain part or dwindles from it, or a thin line if no part is
// certain.
func (w *pen) perhaps(l *line, r run, sure bool) {
	thin := max(l.Width/6, 0.5)
	a, b := thin, thin
	if sure {
		a, b = l.Width/2, l.Width/2
		if w.before(l, r) {
			a = thin
		} else {
			b = thin
		}
	}
	w.path.Reset()
	w.path.Move(r.X0, r.Y-a)
	w.path.Line(r.X1, r.Y-b)
	w.path.Vertical(r.Y + b)
	w.path.Line(r.X0, r.Y+a)
	w.path.Close()
	// The class of the area; that of paths in a membership is without one.
	w.Empty("polygon", ink.A("class", "wedge "+ink.Fill(l.Hue)), ink.A("points",
		ink.Number(r.X0)+","+ink.Number(r.Y-a)+" "+ink.Number(r.X1)+","+ink.Number(r.Y-b)+" "+
			ink.Number(r.X1)+","+ink.Number(r.Y+b)+" "+ink.Number(r.X0)+","+ink.Number(r.Y+a)))
}

// before reports whether an uncertain part lies before the certain ones.
func (w *pen) before(l *line, r run) bool {
	for _, s := range l.Runs {
		if !s.Perhaps {
			return r.X0 < s.X0
		}
	}
	return true
}

// marks draws what stands on the lines: above all of them.
func (w *pen) marks(l *line) {
	if l.Dot == nil && l.Bar == nil && len(l.Brackets) == 0 && len(l.Disputed) == 0 {
		return
	}
	hue := ink.Hue(l.Hue)
	w.Open("g", append([]ink.Attr{ink.A("class", "marks"), ink.A("aria-hidden", "true")}, l.facts()...)...)
	for _, b := range l.Brackets {
		in := 2.5
		if b.Last {
			in = -2.5
		}
		w.Empty("path", ink.A("class", "bracket "+hue), ink.A("fill", "none"),
			ink.A("d", "M"+ink.Number(b.X+in)+" "+ink.Number(b.Y-5)+"H"+ink.Number(b.X)+"V"+ink.Number(b.Y+5)+"H"+ink.Number(b.X+in)))
	}
	if l.Bar != nil {
		w.Empty("path", ink.A("class", "bar "+hue), ink.N("stroke-width", 2.6), ink.A("d", "M"+ink.Number(l.Bar.X)+" "+ink.Number(l.Bar.Y-6.5)+"V"+ink.Number(l.Bar.Y+6.5)))
	}
	if l.Dot != nil {
		r := dotRadius
		if l.Light {
			r = 2.8
		}
		w.Empty("circle", ink.A("class", "dot "+hue), ink.N("cx", l.Dot.X), ink.N("cy", l.Dot.Y), ink.N("r", r))
	}
	for _, m := range l.Disputed {
		w.Empty("polygon", ink.A("class", "disputed soft"), ink.A("points",
			ink.Number(m.X-2.6)+","+ink.Number(m.Y-9.5)+" "+ink.Number(m.X+2.6)+","+ink.Number(m.Y-9.5)+" "+ink.Number(m.X)+","+ink.Number(m.Y-5.5)))
	}
	w.Close()
}

// list writes the events and the legend.
func (w *pen) list(d *drawing) {
	w.Open("g", ink.A("class", "events"))
	for i := range d.Events {
		e := &d.Events[i]
		w.Open("g", ink.A("class", "event"), ink.A("data-event", number(e.Number)))
		w.number(e.X, e.Y, e.Number)
		w.texts(e.Lines)
		w.Close()
	}
	w.Close()
	w.Open("g", ink.A("class", "legend"))
	if d.LegendHeading.Text != "" {
		w.text(&d.LegendHeading)
	}
	for i := range d.Legend {
		k := &d.Legend[i]
		w.sign(k)
		w.texts(k.Text)
	}
	w.Close()
	w.texts(d.Notes)
}

// sign draws what an entry of the legend explains.
func (w *pen) sign(k *key) {
	x, y, end := k.X, k.Y, k.X+keyWidth
	straight := func(class string, width float64) {
		w.Empty("path", ink.A("class", class), ink.A("fill", "none"), ink.N("stroke-width", width), ink.A("d", "M"+ink.Number(x)+" "+ink.Number(y)+"H"+ink.Number(end)))
	}
	area := func(x0, x1 float64, tint int) {
		w.Empty("rect", ink.A("class", ink.Tint(tint)), ink.N("x", x0), ink.N("y", y-8), ink.N("width", x1-x0), ink.N("height", 16))
	}
	l := line{Width: fullWidth}
	switch k.Kind {
	case "member":
		straight(ink.Hue(0), fullWidth)
		w.Empty("circle", ink.A("class", "dot "+ink.Hue(0)), ink.N("cx", x+6), ink.N("cy", y), ink.N("r", dotRadius))
	case "light":
		straight(ink.Hue(0), lightWidth)
	case "paused":
		straight("paused "+ink.Hue(2), fullWidth)
	case "bar":
		straight(ink.Hue(3), fullWidth)
		w.marks(&line{Hue: 3, Bar: &mark{end, y}})
	case "gap":
		w.Empty("path", ink.A("class", "gap "+ink.Hue(1)), ink.A("d", "M"+ink.Number(x+2)+" "+ink.Number(y)+"H"+ink.Number(end-2)))
	case "tie":
		w.tie(&wire{X: x + keyWidth/2, From: y - 6, To: y + 6, End: end, Hue: 4})
		w.Empty("path", ink.A("class", "tie "+ink.Hue(4)), ink.A("d", "M"+ink.Number(x)+" "+ink.Number(y-6)+"H"+ink.Number(end)))
	case "several":
		straight(ink.Hue(2), fullWidth+3*moreWidth)
	case "vague":
		w.perhaps(&l, run{X0: x, X1: x + 24, Y: y, Perhaps: true}, true)
		w.Empty("path", ink.A("class", ink.Hue(0)), ink.N("stroke-width", fullWidth), ink.A("d", "M"+ink.Number(x+24)+" "+ink.Number(y)+"H"+ink.Number(end)))
		w.marks(&line{Brackets: []bracket{{mark{x, y}, false}, {mark{x + 24, y}, true}}})
	case "disputed":
		straight(ink.Hue(0), fullWidth)
		w.marks(&line{Disputed: []mark{{x + keyWidth/2, y}}})
	case "renamed":
		area(x, end, 0)
		w.Empty("path", ink.A("class", "rename "+ink.Edge(0)), ink.A("d", "M"+ink.Number(x+keyWidth/2)+" "+ink.Number(y-8)+"V"+ink.Number(y+8)))
	case "cut":
		area(x, x+keyWidth/2-0.5, 1)
		area(x+keyWidth/2+0.5, end, 2)
	case "upgraded", "revived":
		w.Empty("path", ink.A("class", "ribbon "+k.Kind+" "+ink.Edge(1)), ink.A("d", "M"+ink.Number(x+keyWidth/2)+" "+ink.Number(y-8)+"V"+ink.Number(y+8)))
	case "merged", "split":
		first, second := 0, 1
		w.Empty("rect", ink.A("class", ink.Tint(first)), ink.N("x", x), ink.N("y", y-8), ink.N("width", keyWidth/2+6), ink.N("height", 7))
		w.Empty("rect", ink.A("class", ink.Tint(second)), ink.N("x", x+keyWidth/2-6), ink.N("y", y+1), ink.N("width", keyWidth/2+6), ink.N("height", 7))
		w.Empty("rect", ink.A("class", ink.Tint(second)), ink.N("x", x+keyWidth/2-6), ink.N("y", y-1), ink.N("width", 12), ink.N("height", 2))
	}
}
