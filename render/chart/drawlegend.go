package chart

import "github.com/orglineage/orglineage/render/internal/ink"

func (p *pen) legends() {
	if len(p.Rows) == 0 {
		return
	}
	p.Open("g", ink.A("class", "legend organizations"))
	p.label(&p.Organizations.Heading, "ink")
	for i := range p.Organizations.Entries {
		p.organization(&p.Organizations.Entries[i])
	}
	p.Close()
	p.Open("g", ink.A("class", "legend signs"))
	p.label(&p.Signs.Heading, "ink")
	for i := range p.Signs.Entries {
		p.sign(&p.Signs.Entries[i])
	}
	p.Close()
}

func (p *pen) organization(e *entry) {
	body := &p.s.Bodies[e.Body]
	says := p.words.Organization(body.Organization) + ", " + p.words.Period(body.Life.Interval)
	p.Open("g",
		ink.A("class", "organization"), ink.A("role", "graphics-symbol"), ink.A("aria-roledescription", "organization"), ink.A("tabindex", "0"),
		ink.A("aria-label", says), ink.A("data-organization", string(body.ID)))
	p.Text("title", says)
	p.bar(&bar{
		Form: full, Hue: e.Hue, Top: e.Y - 5.5, Bottom: e.Y + 5.5,
		SinceFirst: e.X, SinceLast: e.X, UntilFirst: e.X + swatchWidth, UntilLast: e.X + swatchWidth,
	})
	for i := range e.Name {
		class := "soft"
		if i == 0 {
			class = ink.TintText(e.Hue)
		}
		p.label(&e.Name[i], class)
	}
	p.labels(e.Text, "soft")
	p.Close()
}

// sign draws a sample of a mark with its meaning.
func (p *pen) sign(e *entry) {
	p.Open("g", ink.A("class", "sign"))
	left, right := e.X, e.X+sampleWidth
	b := bar{Form: full, Hue: e.Hue, Top: e.Y - 6.5, Bottom: e.Y + 6.5, SinceFirst: left, SinceLast: left, UntilFirst: right, UntilLast: right}
	switch e.Sign {
	case thinSign:
		b.Form, b.Top, b.Bottom = thin, e.Y-2.5, e.Y+2.5
	case tickSign:
		b.Form = tick
		b.Top, b.Bottom = e.Y-4, e.Y+4
	case suspendedSign:
		b.Pauses = []pause{{SinceFirst: left + 14, SinceLast: left + 14, UntilFirst: right, UntilLast: right}}
	case vagueSign:
		b.SinceLast = left + 16
	case unknownSign:
		b.SinceLast, b.UntilFirst = right, left
	case disputedSign:
		b.DisputedSince = true
	case goesSign:
		b.UntilFirst, b.UntilLast = right-tail, right-tail
		b.After = true
	case askedSign:
		p.asked(left, right, e.Y)
	}
	if e.Sign != askedSign {
		p.bar(&b)
	}
	p.labels(e.Text, "ink")
	p.Close()
}

func (p *pen) asked(left, right, y float64) {
	if p.On.Day {
		p.path.Reset()
		p.path.Move((left+right)/2, y-8)
		p.path.Vertical(y + 8)
		p.stroke("rule asked-line")
		return
	}
	p.Empty("rect", ink.A("class", "ink asked-strip"), ink.N("x", left+10), ink.N("y", y-8), ink.N("width", right-left-20), ink.N("height", 16))
}
