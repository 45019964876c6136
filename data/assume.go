package data

import (
	"fmt"

	"github.com/orglineage/orglineage/lineage"
)

// An Assumption says on which day happened what a table tells by the year. The
// zero Assumption makes none: the days stay open within the year.
type Assumption uint8

// The assumptions.
const (
	// YearStart has every change on 1 January: a code holds for all of its year.
	YearStart Assumption = 1 + iota
	// YearEnd has every change on 31 December: a code says how things stood on
	// the last day of its year.
	YearEnd
)

var assumptionNames = []string{"", "year-start", "year-end"}

// AllAssumptions returns every assumption.
func AllAssumptions() []Assumption { return []Assumption{YearStart, YearEnd} }

// String returns "year-start" or "year-end"; "" for none.
func (a Assumption) String() string {
	if int(a) < len(assumptionNames) {
		return assumptionNames[a]
	}
	return fmt.Sprintf("assumption %d", uint8(a))
}

// MarshalText returns the assumption's text.
func (a Assumption) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText parses the assumption's text.
func (a *Assumption) UnmarshalText(b []byte) error {
	for i, name := range assumptionNames[1:] {
		if string(b) == name {
			*a = Assumption(i + 1)
			return nil
		}
	}
	return fmt.Errorf("no assumption %q: want %s or %s", b, assumptionNames[1], assumptionNames[2])
}

// A calendar makes dates of years. It keeps those that it has made: the same few
// come again and again.
type calendar struct {
	assume Assumption
	events map[Years]lineage.Date
	ends   map[Years]lineage.Date
}

func newCalendar(a Assumption) *calendar {
	return &calendar{a, map[Years]lineage.Date{}, map[Years]lineage.Date{}}
}

// event is the day of what happened in one of the years.
func (c *calendar) event(years Years) lineage.Date {
	d, known := c.events[years]
	if known {
		return d
	}
	switch {
	case c.assume == YearStart:
		d = between(lineage.DayOf(years.First, 1, 1), lineage.DayOf(years.Last, 1, 1))
	case c.assume == YearEnd:
		d = between(lineage.DayOf(years.First, 12, 31), lineage.DayOf(years.Last, 12, 31))
	case years.First == years.Last:
		d = lineage.YearDate(years.First)
	default:
		d = mustRange(fmt.Sprintf("%04d", years.First), fmt.Sprintf("%04d", years.Last))
	}
	c.events[years] = d
	return d
}

// end is the first day after what had its last day in one of the years, or the
// last year that shows it. The last year may be open.
func (c *calendar) end(years Years) lineage.Date {
	d, known := c.ends[years]
	if known {
		return d
	}
	switch c.assume {
	case YearStart:
		d = span(lineage.DayOf(years.First+1, 1, 1), years.Last, 1, 1)
	case YearEnd:
		d = span(lineage.DayOf(years.First+1, 12, 31), years.Last, 12, 31)
	default:
		// The last day may have been any of the year.
		d = span(lineage.DayOf(years.First, 1, 2), years.Last, 1, 1)
	}
	c.ends[years] = d
	return d
}

// span is the range from a day to one of the year after the last, if there is a
// last.
func span(first lineage.Day, lastYear, month, day int) lineage.Date {
	if lastYear == 0 {
		return between(first, lineage.MaxDay)
	}
	return between(first, lineage.DayOf(lastYear+1, month, day))
}

// between is some day of a range, or the only one.
func between(first, last lineage.Day) lineage.Date {
	first = min(first, endOfTime)
	if first == last {
		return first.Date()
	}
	from, to := "", ""
	if first > lineage.MinDay {
		from = first.String()
	}
	if last < endOfTime {
		to = last.String()
	}
	return mustRange(from, to)
}

// endOfTime is the last day that can be written.
var endOfTime = lineage.DayOf(9999, 12, 31)

// mustRange is the range, which is open where a text is empty or lies outside
// of the calendar.
func mustRange(from, to string) lineage.Date {
	d, err := lineage.ParseDate("[" + from + ".." + to + "]")
	if err != nil {
		d, _ = lineage.ParseDate("[" + from + "..]")
	}
	return d
}
