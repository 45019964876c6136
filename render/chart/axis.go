package chart

import (
	"math"
	"slices"
	"strconv"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
)

// An axis is the scale of time, with its names above and below the rows.
type axis struct {
	Top, Bottom float64 // of the lines, which are those of the rows
	Lines       []gridline
	Above       []label
	Below       []label
}

// A gridline stands at the beginning of a unit of time.
type gridline struct {
	X     float64
	Named bool
}

// A unit is a stretch of the calendar: so many years, months or days.
type unit struct{ years, months, days int }

// units are what an axis may count in, the finest first.
var units = [...]unit{
	{days: 1},
	{days: 2},
	{days: 7},
	{months: 1},
	{months: 3},
	{months: 6},
	{years: 1},
	{years: 2},
	{years: 5},
	{years: 10},
	{years: 20},
	{years: 50},
	{years: 100},
	{years: 200},
	{years: 500},
	{years: 1000},
	{years: 2000},
	{years: 5000},
}

const (
	linesApart = 9.0 // px between its lines
	axisSize   = 13.0
	newestYear = 9999
	leastApart = 60.0 // px between its names
)

// apart returns how many px the names on an axis need, which are years, months
// with years, or days.
func (u unit) apart(t text) float64 {
	if u.years > 0 {
		return 80
	}
	widest := 0.0
	for month := 1; month <= 12; month++ {
		name := t.month(9999, month)
		if u.months == 0 {
			name = t.Label(lineage.DayOf(9999, month, 30).Date())
		}
		widest = max(widest, ink.Width(name, axisSize, false))
	}
	return widest + 16
}

// shortest returns how many days a unit has at least.
func (u unit) shortest() float64 {
	return float64(u.years)*365 + float64(u.months)*28 + float64(u.days)
}

// divides reports whether u is a fit part of v: every v begins with a u, and
// several years have no months between them.
func (u unit) divides(v unit) bool {
	switch {
	case v.years > 0 && u.years > 0:
		return v.years%u.years == 0
	case v.years > 0:
		return v.years == 1 && u.months > 0
	case v.months > 0 && u.months > 0:
		return v.months%u.months == 0
	case v.months > 0:
		return u.days == 1
	}
	return v.days%u.days == 0
}

// ticks returns the days in the window at which the units begin.
func (u unit) ticks(first, end lineage.Day) []lineage.Day {
	var days []lineage.Day
	add := func(d lineage.Day) bool {
		if d >= first && d <= end {
			days = append(days, d)
		}
		return d < end
	}
	year, month, _ := first.Civil()
	switch {
	case u.years > 0:
		for y := year - year%u.years; y <= newestYear+1 && add(lineage.DayOf(y, 1, 1)); y += u.years {
		}
	case u.months > 0:
		for m := (month - 1) / u.months * u.months; add(lineage.DayOf(year, m+1, 1)); m += u.months {
		}
	default:
		for d := first; add(d); d += lineage.Day(u.days) {
		}
	}
	return days
}

// scaleUnits returns the finest units whose names, and whose lines, are far
// enough apart.
func scaleUnits(s scale, t text) (named, fine unit) {
	at := slices.IndexFunc(units[:], func(u unit) bool {
		px := u.shortest() * s.perDay()
		return px >= leastApart && px >= u.apart(t)
	})
	if at < 0 {
		at = len(units) - 1
	}
	named = units[at]
	for _, u := range units[:at] {
		if u.divides(named) && u.shortest()*s.perDay() >= linesApart {
			return named, u
		}
	}
	return named, named
}

// axisAbove lays out the lines and the names above the rows, and returns where
// the rows begin.
func (d *draft) axisAbove(y float64) float64 {
	named, fine := scaleUnits(d.Scale, d.words)
	at := map[lineage.Day]bool{}
	base := y + axisSize
	if d.On != nil {
		d.On.Label.Y, d.On.Top = base, base+4
	}
	for _, day := range named.ticks(d.Scale.First, d.Scale.End) {
		at[day] = true
		name := label{Text: d.tickName(named, day), X: d.Scale.x(day), Y: base, Size: axisSize, Anchor: middle}
		if b := name.box(); b.Left < margin/2 || b.Right > d.rightmost() {
			continue
		}
		d.Axis.Below = append(d.Axis.Below, name)
		if d.On == nil || !name.box().wider(8).overlaps(d.On.Label.box()) {
			d.Axis.Above = append(d.Axis.Above, name)
		}
	}
	for _, day := range fine.ticks(d.Scale.First, d.Scale.End) {
		d.Axis.Lines = append(d.Axis.Lines, gridline{d.Scale.x(day), at[day]})
	}
	d.Axis.Top = y + axisSize + 8
	return d.Axis.Top
}

func (d *draft) tickName(u unit, day lineage.Day) string {
	year, month, _ := day.Civil()
	switch {
	case u.years > 0:
		return strconv.Itoa(year)
	case u.months > 0:
		return d.words.month(year, month)
	}
	return d.words.Label(day.Date())
}

// axisBelow lays out the names below the rows, which end at y, and returns where
// they end.
func (d *draft) axisBelow(y float64) float64 {
	d.Axis.Bottom = y
	base := math.Round(y + 8 + axisSize*ascent)
	for i := range d.Axis.Below {
		d.Axis.Below[i].Y = base
	}
	return base + 4
}
