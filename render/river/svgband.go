package river

import (
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
)

// corner is the largest radius of the corners of a band; two of them span a bend.
const corner = bendReach / 2

func (w *pen) band(b *band, i int) {
	w.Open("g", ink.A("class", "organization"), ink.A("role", "graphics-symbol"), ink.A("aria-roledescription", "organization"),
		ink.A("tabindex", "0"), ink.A("aria-label", b.Sentence), ink.A("data-organization", string(b.Organization)))
	w.Text("title", b.Sentence)
	first, last := b.Steps[0], b.Steps[len(b.Steps)-1]
	attrs := []ink.Attr{ink.A("class", "band "+ink.Tint(b.Tint)), ink.A("d", w.outline(b))}
	if b.Fade[0] > first.X0+0.5 || b.Fade[1] < last.X1-0.5 {
		id := "river-fade-" + number(i)
		w.gradient(id, b, first.X0, last.X1)
		attrs[0] = ink.A("class", "band")
		attrs = append(attrs, ink.A("fill", "url(#"+id+")"))
	}
	w.Empty("path", attrs...)
	if b.Cut {
		// The change of colour alone is not seen in print and by everybody.
		w.Empty("path", ink.A("class", "hatch"), ink.A("d", "M"+ink.Number(first.X0)+" "+ink.Number(first.Top)+"V"+ink.Number(first.Bottom)))
	}
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
		w.Empty("stop", ink.A("offset", ink.Number(100*offset)+"%"), ink.A("class", ink.Stop(b.Tint)), ink.N("stop-opacity", opacity))
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
