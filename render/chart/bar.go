package chart

import (
	"cmp"
	"slices"

	"github.com/orglineage/orglineage/render/internal/ink"
	"github.com/orglineage/orglineage/render/internal/scene"
)

// A form is how a membership looks.
type form uint8

const (
	full form = 1 + iota // member or party
	thin                 // any other role
	tick                 // too short to be seen to scale, and over
)

// A bar is a membership. It is there for certain from SinceLast to UntilFirst,
// and perhaps from SinceFirst to UntilLast; if SinceLast is not before
// UntilFirst, it is nowhere there for certain.
type bar struct {
	Spell         int // of the scene
	Row, SubRow   int
	Form          form
	Hue           int
	Top, Bottom   float64
	SinceFirst    float64
	SinceLast     float64
	UntilFirst    float64
	UntilLast     float64
	Before, After bool // goes on beyond the window
	DisputedSince bool
	DisputedUntil bool
	Pauses        []pause
	Name          *label // of the organization, where there is room
	Inside        bool   // the name stands on the bar, not beside it
}

// A pause is a suspension, with dates like those of a bar.
type pause struct {
	SinceFirst, SinceLast, UntilFirst, UntilLast float64
	DisputedSince, DisputedUntil                 bool
}

func (b *bar) certain() bool { return b.SinceLast < b.UntilFirst-slight || b.Form == tick }

const (
	briefest  = 1.0 // px from which on a time is drawn to scale
	tickWidth = 2.0

	nameInside = 4.0 // between a name and the ends of its bar
	nameAside  = 5.0 // between a bar and the name behind it
	nameApart  = 6.0 // between a name and what comes next
)

func brief(from, to float64) bool { return to-from <= briefest }

// bars lays out the bars of a row from y on, and their names.
func (d *draft) bars(row int, y float64) {
	first := len(d.Bars)
	for i, at := range d.rows[row].spells {
		d.Bars = append(d.Bars, d.bar(row, d.lanes[row][i], at, y))
	}
	all := d.Bars[first:]
	for sub := range d.counts[row] {
		var there []*bar
		for i := range all {
			if all[i].SubRow == sub {
				there = append(there, &all[i])
			}
		}
		d.names(there)
	}
}

func (d *draft) bar(row, sub, spell int, y float64) bar {
	sp := &d.s.Spells[spell]
	m, x := d.Measures, d.Scale.x
	b := bar{
		Spell: spell, Row: row, SubRow: sub, Form: full, Hue: d.hues[sp.Body],
		SinceFirst: x(sp.SinceFirst), SinceLast: x(sp.SinceLast),
		UntilFirst: x(sp.UntilFirst), UntilLast: x(sp.UntilLast),
		Before: sp.BeganBefore, After: sp.GoesOn,
		DisputedSince: sp.DisputedSince && !sp.BeganBefore,
		DisputedUntil: sp.DisputedUntil && !sp.GoesOn,
	}
	y += float64(sub) * m.Pitch
	b.Top = y + (m.Pitch-m.Bar)/2
	b.Bottom = b.Top + m.Bar
	if !sp.Standing.Membership.Role.Full() {
		b.Form = thin
		b.Top = b.Bottom - m.Thin
	}
	if brief(b.SinceFirst, b.UntilLast) && !b.Before && !b.After {
		if b.Form == thin {
			b.Top = b.Bottom - m.Bar/2
		}
		b.Form = tick
	}
	for i := range sp.Pauses {
		b.Pauses = append(b.Pauses, d.pause(&sp.Pauses[i]))
	}
	return b
}

func (d *draft) pause(p *scene.Pause) pause {
	x := d.Scale.x
	return pause{
		SinceFirst: x(p.SinceFirst), SinceLast: x(p.SinceLast), UntilFirst: x(p.UntilFirst), UntilLast: x(p.UntilLast),
		DisputedSince: p.DisputedSince, DisputedUntil: p.DisputedUntil,
	}
}

// names puts the names of organizations on the bars of a sub-row, which come by
// their beginning; where a bar is too short, behind or before it, unless the next
// bar says the same; and where there is no room, nowhere.
func (d *draft) names(bars []*bar) {
	taken := d.marks()
	for _, b := range bars {
		taken = append(taken, b.extent())
	}
	var aside []int
	for i, b := range bars {
		name := d.nameOf(b)
		w := ink.Width(name.Text, name.Size, name.Bold)
		x, ok := d.onBar(b, w, slices.Concat(bars[:i], bars[i+1:]))
		if w == 0 || !ok {
			aside = append(aside, i)
			continue
		}
		name.X = x
		if b.Form == thin { // above it
			name.Y = b.Top - 2
		}
		b.Name, b.Inside = &name, true
	}
	slices.SortStableFunc(aside, func(i, j int) int { return cmp.Compare(bars[i].Form, bars[j].Form) })
	for _, i := range aside {
		b := bars[i]
		name := d.nameOf(b)
		w := ink.Width(name.Text, name.Size, name.Bold)
		if w == 0 || i > 0 && d.sayTheSame(b, bars[i-1]) || i+1 < len(bars) && d.sayTheSame(b, bars[i+1]) {
			continue
		}
		left, right := b.extent().from, b.extent().to
		if b.After {
			right += tail
		}
		if b.Before {
			left -= tail
		}
		behind := extent{right + nameAside, right + nameAside + w}
		before := extent{left - nameAside - w, left - nameAside}
		switch {
		case d.free(behind, taken):
			name.X = behind.from
		case d.free(before, taken):
			name.X = before.from
		default:
			continue
		}
		b.Name = &name
		taken = append(taken, extent{name.X - nameAside, name.X + w + nameAside})
	}
}

// sayTheSame reports whether the name of a bar stands already on the next one.
func (d *draft) sayTheSame(b, next *bar) bool {
	x, y := b.extent(), next.extent()
	return next.Name != nil && d.s.Spells[b.Spell].Body == d.s.Spells[next.Spell].Body &&
		min(x.to, y.to)-max(x.from, y.from) > -tickWidth
}

// nameOf returns the name of a bar where it stands beside it, but for its place.
func (d *draft) nameOf(b *bar) label {
	short := ink.Clean(d.s.Bodies[d.s.Spells[b.Spell].Body].Short)
	if b.Form == full {
		return label{Text: short, Size: d.Measures.Name, Bold: true, Y: b.Bottom - (d.Measures.Bar-d.Measures.Name*0.72)/2}
	}
	size := d.Measures.ThinName
	return label{Text: short, Size: size, Y: min(b.Bottom-d.Measures.Thin/2+size*0.36, b.Bottom)}
}

// onBar returns where a name of a width can stand on a bar: as far left as the
// bar is certain, not suspended, and nothing else is there.
func (d *draft) onBar(b *bar, w float64, others []*bar) (float64, bool) {
	if b.Form == tick {
		return 0, false
	}
	from, to := b.SinceLast, b.UntilFirst
	if !b.certain() || b.Form == thin {
		from, to = b.SinceFirst, b.UntilLast
	}
	if b.Form == full {
		if b.DisputedSince {
			from += notchRadius - 1
		}
		if b.DisputedUntil {
			to -= notchRadius - 1
		}
	}
	taken := d.marks()
	for _, o := range others {
		taken = append(taken, o.extent())
	}
	if b.Form == full {
		for _, p := range b.Pauses {
			taken = append(taken, extent{p.SinceFirst, p.UntilLast})
		}
	}
	slices.SortFunc(taken, func(x, y extent) int { return cmp.Compare(x.from, y.from) })
	for _, t := range append(taken, extent{to, to}) {
		if min(t.from, to)-from >= w+2*nameInside {
			return from + nameInside, true
		}
		from = max(from, t.to)
	}
	return 0, false
}

// visible reports whether a date is so vague that it shows.
func visible(first, last float64) bool { return last-first > briefest }

// free reports whether nothing stands where a name is to stand.
func (d *draft) free(at extent, taken []extent) bool {
	if at.from < d.Scale.Left-tail || at.to > d.rightmost() {
		return false
	}
	for _, t := range taken {
		if at.from < t.to+1 && t.from < at.to+nameApart-nameAside+1 {
			return false
		}
	}
	return true
}

// rightmost is how far to the right a name may reach.
func (d *draft) rightmost() float64 {
	if d.Snapshot != nil {
		return d.Snapshot.Left - snapshotAside/2
	}
	return d.Width - margin + tail
}

// marks are the lines of the date asked for, which no name may stand on.
func (d *draft) marks() []extent {
	if d.On == nil {
		return nil
	}
	return []extent{{d.On.From - 2, d.On.From + 2}, {d.On.To - 2, d.On.To + 2}}
}

// extent returns where a bar is drawn.
func (b *bar) extent() extent {
	if b.Form == tick {
		at := (b.SinceFirst + b.UntilLast) / 2
		return extent{at - tickWidth/2, at + tickWidth/2}
	}
	return extent{b.SinceFirst, b.UntilLast}
}
