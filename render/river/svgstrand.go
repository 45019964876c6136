package river

import (
	"github.com/orglineage/orglineage/render/internal/ink"
)

func (w *pen) strand(l *line) {
	class := "membership role-" + l.Role.String()
	if l.Suspended {
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
	attrs := []ink.Attr{ink.A("data-state", string(l.State)), ink.A("data-organization", string(l.Organization))}
	if l.Since != "" {
		attrs = append(attrs, ink.A("data-since", l.Since))
	}
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
