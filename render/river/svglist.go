package river

import (
	"github.com/orglineage/orglineage/render/internal/ink"
)

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
