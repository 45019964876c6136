package chart

import "github.com/orglineage/orglineage/render/internal/ink"

// bar draws a bar without its name.
func (p *pen) bar(b *bar) {
	edge := ink.Edge(b.Hue)
	if b.Form == tick {
		p.path.Reset()
		x := (b.SinceFirst + b.UntilLast) / 2
		p.path.Move(x, b.Top)
		p.path.Vertical(b.Bottom)
		p.stroke("tick " + edge)
	} else {
		p.fill(b)
		for i := range b.Pauses {
			p.pause(b, &b.Pauses[i])
		}
		p.outline(b)
	}
	p.disputes(b)
}

// fill draws the area of a bar: full where it is certain, fading where it is
// only possible and beyond the window, and faint where no day is certain.
func (p *pen) fill(b *bar) {
	area := func(from, to float64, fill ...ink.Attr) {
		if to-from > slight {
			p.Empty("rect", append([]ink.Attr{ink.N("x", from), ink.N("y", b.Top), ink.N("width", to-from), ink.N("height", b.Bottom-b.Top)}, fill...)...)
		}
	}
	in, out := ink.A("fill", url(fade("in", b.Hue))), ink.A("fill", url(fade("out", b.Hue)))
	beyond := "beyond"
	if !b.certain() {
		beyond = "beyond faint"
	}
	if b.Before {
		area(b.SinceFirst-tail, b.SinceFirst, ink.A("class", beyond), in)
	}
	if b.certain() {
		area(b.SinceFirst, b.SinceLast, ink.A("class", "possible-area"), in)
		area(b.SinceLast, b.UntilFirst, ink.A("class", p.formClass(b)+" "+ink.Tint(b.Hue)))
		area(b.UntilFirst, b.UntilLast, ink.A("class", "possible-area"), out)
	} else {
		area(b.SinceFirst, b.UntilLast, ink.A("class", p.formClass(b)+" faint "+ink.Tint(b.Hue)))
	}
	if b.After {
		area(b.UntilLast, b.UntilLast+tail, ink.A("class", beyond), out)
	}
}

func (p *pen) formClass(b *bar) string {
	if b.Form == thin {
		return "thin"
	}
	return "bar"
}

// outline draws the edges of a bar, dotted where it is only possible, and a
// bracket below the days between which it began or ended. An end that is known
// is closed, the beginning by a heavier line; one that lies beyond the window is
// open.
func (p *pen) outline(b *bar) {
	edge := ink.Edge(b.Hue)
	from, to := b.SinceLast, b.UntilFirst
	began, ended := visible(b.SinceFirst, b.SinceLast), visible(b.UntilFirst, b.UntilLast)
	level := func(from, to float64) {
		if to-from > slight {
			for _, y := range []float64{b.Top, b.Bottom} {
				p.path.Move(from, y)
				p.path.Horizontal(to)
			}
		}
	}
	if b.certain() {
		p.path.Reset()
		level(from, to)
		if !b.After && !ended {
			p.path.Move(to, b.Top)
			p.path.Vertical(b.Bottom)
		}
		p.stroke("outline " + edge)
		p.path.Reset()
		if !b.Before && !began {
			// Within the bar, so that what ends there is not hidden.
			p.path.Move(from+1.2, b.Top-0.5)
			p.path.Vertical(b.Bottom + 0.5)
		}
		p.stroke("beginning " + edge)
	} else {
		from, to = b.UntilLast, b.UntilLast
	}
	p.path.Reset()
	level(b.SinceFirst, min(from, to))
	level(max(from, to), b.UntilLast)
	p.stroke("possible " + edge)
	p.path.Reset()
	if began {
		p.bracket(b.SinceFirst, b.SinceLast, b.Bottom+1.2)
	}
	if ended {
		p.bracket(b.UntilFirst, b.UntilLast, b.Bottom+1.2)
	}
	p.stroke("bracket " + edge)
}

func (p *pen) bracket(from, to, y float64) {
	p.path.Move(from, y-3)
	p.path.Vertical(y)
	p.path.Horizontal(to)
	p.path.Vertical(y - 3)
}

// pause hatches a suspension.
func (p *pen) pause(b *bar, s *pause) {
	area := func(from, to float64, class string) {
		if to-from > slight {
			p.Empty("rect", ink.A("class", class), ink.N("x", from), ink.N("y", b.Top), ink.N("width", to-from), ink.N("height", b.Bottom-b.Top), ink.A("fill", url(hatch(b.Hue))))
		}
	}
	if s.SinceLast >= s.UntilFirst-slight {
		area(s.SinceFirst, s.UntilLast, "suspended suspended-perhaps")
		return
	}
	area(s.SinceFirst, s.SinceLast, "suspended suspended-perhaps")
	area(s.SinceLast, s.UntilFirst, "suspended")
	area(s.UntilFirst, s.UntilLast, "suspended suspended-perhaps")
}

// disputes draws a notch at each date that other sources contradict: half a
// disc, whose straight side stands at the date.
func (p *pen) disputes(b *bar) {
	class := "disputed dot " + ink.Edge(b.Hue)
	middle := (b.Top + b.Bottom) / 2
	if b.Form == tick {
		if b.DisputedSince || b.DisputedUntil {
			p.Empty("circle", ink.A("class", class), ink.N("cx", (b.SinceFirst+b.UntilLast)/2), ink.N("cy", middle), ink.N("r", notchRadius))
		}
		return
	}
	r := min(notchRadius, (b.Bottom-b.Top)/2-0.3)
	p.path.Reset()
	notch := func(is bool, x float64, opensRight bool) {
		if is {
			p.path.Move(x, middle-r)
			p.path.Arc(r, opensRight, x, middle+r)
			p.path.Close()
		}
	}
	if b.certain() {
		notch(b.DisputedSince, b.SinceLast, true)
		notch(b.DisputedUntil, b.UntilFirst, false)
	} else {
		notch(b.DisputedSince, b.SinceFirst, true)
		notch(b.DisputedUntil, b.UntilLast, false)
	}
	for _, s := range b.Pauses {
		notch(s.DisputedSince, s.SinceLast, true)
		notch(s.DisputedUntil, s.UntilFirst, false)
	}
	p.stroke(class)
}

const notchRadius = 3.2
