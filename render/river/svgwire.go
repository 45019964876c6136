package river

import (
	"github.com/orglineage/orglineage/render/internal/ink"
)

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
	attrs := []ink.Attr{ink.A("class", "tie "+ink.Hue(t.Hue)), ink.A("d", w.path.String())}
	if t.State != "" {
		attrs = append(attrs, ink.A("data-state", t.State))
	}
	w.Empty("path", attrs...)
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
