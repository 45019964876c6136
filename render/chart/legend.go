package chart

import (
	"math"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
)

// A legend is a list of samples with what they mean.
type legend struct {
	Heading label
	Entries []entry
}

// An entry of a legend has a sample of a bar at its left.
type entry struct {
	Sign sign
	Body int // of an organization, else -1
	Hue  int
	X, Y float64 // left end of the sample, and its middle
	Name []label
	Text []label
}

// A sign is a mark that a chart may have.
type sign uint8

const (
	organization  sign = iota // only its colour
	memberSign                // a bar
	thinSign                  // a thin bar
	tickSign                  // a mark of a day
	suspendedSign             // hatching
	vagueSign                 // fading and a bracket
	unknownSign               // faded all over
	disputedSign              // a notch
	goesSign                  // open end
	askedSign                 // the line or the strip of the date asked for
)

const (
	signsWidth  = 300.0
	columnWidth = 330.0 // of organizations, at least
	columnGap   = 24.0
	legendSize  = 12.5
	smallSize   = 11.0
	sampleWidth = 42.0
	swatchWidth = 20.0
	signPitch   = 21.0
)

// legends lays out the organizations below the plot, which ends at y, and the
// signs at their right, where the list of the date asked for may reach down
// farther. It returns where all of it ends.
func (d *draft) legends(y, list float64) float64 {
	if len(d.Rows) == 0 {
		return max(y, list)
	}
	const gap = 30
	return max(d.organizations(y+gap), d.signs(max(y, list)+gap))
}

// signs lists the marks that occur, at the lower right.
func (d *draft) signs(y float64) float64 {
	left := d.Width - margin - signsWidth
	d.Signs.Heading = label{Text: d.words.Legend().Heading, X: left, Y: y, Size: headSize, Bold: true}
	y += 8
	hue := d.Bars[0].Hue
	for _, s := range d.occurring() {
		y += signPitch
		e := entry{Sign: s, Body: -1, Hue: hue, X: left, Y: y - 6}
		e.Text = d.lines(d.meaning(s), legendSize, false, signsWidth-sampleWidth-14)
		for i := range e.Text {
			e.Text[i].X, e.Text[i].Y = left+sampleWidth+14, y-6+legendSize*0.36
			if i > 0 {
				y += 15
				e.Text[i].Y = e.Text[i-1].Y + 15
			}
		}
		d.Signs.Entries = append(d.Signs.Entries, e)
	}
	return y
}

// occurring returns the marks that the chart has.
func (d *draft) occurring() []sign {
	var has [askedSign + 1]bool
	for i := range d.Bars {
		b := &d.Bars[i]
		switch b.Form {
		case full:
			has[memberSign] = true
		case thin:
			has[thinSign] = true
		default:
			has[tickSign] = true
		}
		if b.Form != tick {
			has[unknownSign] = has[unknownSign] || !b.certain()
			has[vagueSign] = has[vagueSign] || b.certain() && (visible(b.SinceFirst, b.SinceLast) || visible(b.UntilFirst, b.UntilLast))
		}
		has[suspendedSign] = has[suspendedSign] || len(b.Pauses) > 0
		has[disputedSign] = has[disputedSign] || b.DisputedSince || b.DisputedUntil
		has[goesSign] = has[goesSign] || b.Before || b.After
		for _, p := range b.Pauses {
			has[disputedSign] = has[disputedSign] || p.DisputedSince || p.DisputedUntil
		}
	}
	has[askedSign] = d.On != nil
	var signs []sign
	for s, there := range has {
		if there {
			signs = append(signs, sign(s))
		}
	}
	return signs
}

func (d *draft) meaning(s sign) string {
	t := d.words
	switch s {
	case memberSign:
		return t.member
	case thinSign:
		return strings.Join(d.thinRoles(), ", ")
	case tickSign:
		return t.tick
	case suspendedSign:
		return t.Legend().Suspended
	case vagueSign:
		return t.vague
	case unknownSign:
		return t.unknown
	case disputedSign:
		return t.disputed
	case goesSign:
		return t.goes
	}
	if d.On.Day {
		return t.asked
	}
	return t.askedPeriod
}

// thinRoles names the roles that have thin bars.
func (d *draft) thinRoles() []string {
	var names []string
	for _, r := range lineage.AllRoles() {
		if slices.ContainsFunc(d.Bars, func(b bar) bool {
			return b.Form == thin && d.s.Spells[b.Spell].Standing.Membership.Role == r
		}) {
			names = append(names, d.words.Role(r, 1))
		}
	}
	return names
}

// organizations lists those that have a bar, in columns at the lower left.
func (d *draft) organizations(y float64) float64 {
	d.Organizations.Heading = label{Text: d.words.Legend().Organizations, X: margin, Y: y, Size: headSize, Bold: true}
	room := d.Width - 2*margin - signsWidth - columnGap
	columns := max(1, int(room/columnWidth))
	width := room/float64(columns) - columnGap
	text := width - swatchWidth - 10
	var entries []entry
	var heights []float64
	for i := range d.s.Bodies {
		if !slices.ContainsFunc(d.Bars, func(b bar) bool { return d.s.Spells[b.Spell].Body == i }) {
			continue
		}
		body := &d.s.Bodies[i]
		years := d.words.Years(body.Life.Interval)
		e := entry{Body: i, Hue: d.hues[i]}
		short := label{Text: ink.Clip(ink.Clean(body.Short), legendSize, true, text), Size: legendSize, Bold: true}
		e.Name = []label{short}
		if at := ink.Width(short.Text, legendSize, true) + 8; ink.Width(years, smallSize, false) < text-at {
			e.Name = append(e.Name, label{Text: years, X: at, Size: smallSize})
		}
		if full := ink.Clean(d.words.Organization(body.Organization)); full != body.Short {
			e.Text = d.lines(full, smallSize, false, text)
			if len(e.Text) > 2 {
				e.Text = e.Text[:2]
				e.Text[1].Text = ink.Clip(e.Text[1].Text+"…", smallSize, false, text)
			}
		}
		entries = append(entries, e)
		heights = append(heights, 20+14*float64(len(e.Text)))
	}
	most := columnHeight(heights, columns)
	top, x, bottom := y+10, margin, y
	y = top
	for i, e := range entries {
		if y > top && y+heights[i] > top+most+slight {
			y, x = top, x+width+columnGap
		}
		e.X, e.Y = x, y+9
		for j := range e.Name {
			e.Name[j].X += x + swatchWidth + 10
			e.Name[j].Y = e.Y + legendSize*0.36
		}
		for j := range e.Text {
			e.Text[j].X, e.Text[j].Y = x+swatchWidth+10, e.Y+legendSize*0.36+14*float64(j+1)
		}
		d.Organizations.Entries = append(d.Organizations.Entries, e)
		y += heights[i]
		bottom = max(bottom, y)
	}
	return bottom
}

// columnHeight returns the least height, in steps of a few px, of columns that
// hold entries of these heights in their order.
func columnHeight(heights []float64, columns int) float64 {
	all, highest := 0.0, 0.0
	for _, h := range heights {
		all += h
		highest = max(highest, h)
	}
	for most := max(highest, math.Ceil(all/float64(columns))); ; most += 2 {
		n, y := 1, 0.0
		for _, h := range heights {
			if y+h > most {
				n, y = n+1, 0
			}
			y += h
		}
		if n <= columns {
			return most
		}
	}
}

const titleSize, captionSize = 26.0, 15.0

// heading lays out the title and the caption, and returns where the plot begins.
func (d *draft) heading() float64 {
	width := d.Width - 2*margin
	y := 50.0
	d.Says = d.words.title(d.atlas, d.s)
	d.Title = d.lines(d.Says, titleSize, true, width)
	for i := range d.Title {
		d.Title[i].X, d.Title[i].Y = margin, y
		y += titleSize + 6
	}
	d.Caption = d.lines(d.words.captionOf(d.s, d.Says, d.opts.Sort), captionSize, false, width)
	for i := range d.Caption {
		d.Caption[i].X, d.Caption[i].Y = margin, y-4
		y += captionSize + 5
	}
	return math.Round(y + 4)
}

// nothing says that there is nothing to show.
func (d *draft) nothing(y float64) float64 {
	d.top = y
	d.Nothing = d.lines(d.words.Nothing(), headSize, false, d.Width/2)
	for i := range d.Nothing {
		d.Nothing[i].X, d.Nothing[i].Y = margin, y+headSize
		y += headSize + 5
	}
	return y + 20
}
