package lineage

import (
	"cmp"
	"strconv"
)

// A Date says on which day something happened, as precisely as that is known.
// It is written in a small part of the Extended Date/Time Format (EDTF):
//
//	1998-07-17          that day
//	1998-07             some day of that month
//	1998                some day of that year
//	1998~ 1998? 1998%   approximate, uncertain, or both
//	[1994-04..1994-07-08]  some day of that range, ends included
//	[..1998] [1999-02..]   the same with an end open
//	[..]                some day; nothing more is known
//
// Years run from 0001 to 9999. "~" widens the span of days by one unit of the
// date's precision on both sides; "?" marks doubt and leaves the span as it is.
//
// The zero Date means that no date is known. Dates are values: they compare
// with == and work as map keys. Sort with [Date.Compare], reason with
// [Interval.Contains].
type Date struct {
	lo   civil  // of a single date it alone; of a range 0 for an open end
	rest uint32 // of a range the other end, likewise; above it, form and qualifier
}

// Where the parts of Date.rest stand. It keeps a Date as small as a number, of
// which records and answers have millions.
const (
	formBit      = 24 // a civil has 23 bits
	qualifierBit = 28
)

func single(c civil, q Qualifier) Date {
	return Date{c, uint32(formSingle)<<formBit | uint32(q)<<qualifierBit}
}

func ranged(lo, hi civil) Date { return Date{lo, uint32(hi) | uint32(formRange)<<formBit} }

func (d Date) hi() civil       { return civil(d.rest & (1<<formBit - 1)) }
func (d Date) form() form      { return form(d.rest >> formBit & 3) }
func (d Date) qual() Qualifier { return Qualifier(d.rest >> qualifierBit) }

// A Qualifier says how sure a date is.
type Qualifier uint8

// The qualifiers of EDTF.
const (
	Approximate Qualifier = 1 << iota // ~
	Uncertain                         // ?
)

type form uint8

const (
	formNone form = iota
	formSingle
	formRange
)

// A civil is a calendar date packed into bits so that the order of numbers is
// the order of dates: year<<9 | month<<5 | day, with 0 for an unknown part.
type civil uint32

func packCivil(year, month, day int) civil { return civil(year<<9 | month<<5 | day) }

func (c civil) parts() (year, month, day int) {
	return int(c >> 9), int(c >> 5 & 15), int(c & 31)
}

// first returns the first day of c, moved by n units of its precision.
func (c civil) first(n int) Day {
	switch y, m, d := c.parts(); {
	case m == 0:
		return DayOf(y+n, 1, 1)
	case d == 0:
		return DayOf(y, m+n, 1)
	default:
		return DayOf(y, m, d+n)
	}
}

func (c civil) last(n int) Day { return c.first(n+1) - 1 }

func (c civil) append(b []byte) []byte {
	y, m, d := c.parts()
	b = appendPadded(b, y, 4)
	if m > 0 {
		b = appendPadded(append(b, '-'), m, 2)
	}
	if d > 0 {
		b = appendPadded(append(b, '-'), d, 2)
	}
	return b
}

func appendPadded(b []byte, n, width int) []byte {
	for limit := 10; width > 1; width, limit = width-1, limit*10 {
		if n < limit {
			b = append(b, '0')
		}
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// EncodedDate returns the date with an [Date.Encoding]. Other numbers make dates
// that mean nothing. It is so plain that the compiler works it out: dates of
// generated variables cost nothing when a program starts.
func EncodedDate(first, second uint32) Date { return Date{civil(first), second} }

// Encoding returns the numbers from which [EncodedDate] makes d again.
func (d Date) Encoding() (first, second uint32) { return uint32(d.lo), d.rest }

// YearDate returns the date "some day of year", for a year from 1 to 9999, and
// the zero Date otherwise.
func YearDate(year int) Date {
	if year < 1 || year > 9999 {
		return Date{}
	}
	return single(packCivil(year, 0, 0), 0)
}

// IsZero reports whether no date is known.
func (d Date) IsZero() bool { return d == Date{} }

// IsDay reports whether d is known to the day, without qualifier.
func (d Date) IsDay() bool {
	return d.rest == uint32(formSingle)<<formBit && d.lo&31 != 0
}

// IsRange reports whether d is written as a range.
func (d Date) IsRange() bool { return d.form() == formRange }

// Qualifier returns how sure d is; 0 means that nothing limits it.
func (d Date) Qualifier() Qualifier { return d.qual() }

// Bounds returns the first and the last day that d may be. An open end, and
// the zero Date, give [MinDay] or [MaxDay].
func (d Date) Bounds() (first, last Day) {
	switch d.form() {
	case formSingle:
		widen := int(d.qual() & Approximate)
		if d.lo&31 != 0 {
			day := d.lo.first(0)
			return day - Day(widen), day + Day(widen)
		}
		return d.lo.first(-widen), d.lo.last(widen)
	case formRange:
		first, last = MinDay, MaxDay
		if d.lo != 0 {
			first = d.lo.first(0)
		}
		if d.hi() != 0 {
			last = d.hi().last(0)
		}
		return first, last
	}
	return MinDay, MaxDay
}

// Compare orders dates by their first possible day, or the last where there is
// no first, then by the last, then by how they are written; unknown dates come
// last. It returns -1, 0 or +1, and 0 only for equal dates.
func (d Date) Compare(e Date) int {
	switch {
	case d == e:
		return 0
	case d.IsDay() && e.IsDay(): // most are, and need no bounds
		return cmp.Compare(d.lo, e.lo)
	}
	if d.IsZero() != e.IsZero() {
		if d.IsZero() {
			return 1
		}
		return -1
	}
	dLo, dHi := d.Bounds()
	eLo, eHi := e.Bounds()
	dAt, eAt := dLo, eLo
	if dLo == MinDay {
		dAt = dHi
	}
	if eLo == MinDay {
		eAt = eHi
	}
	return cmp.Or(
		cmp.Compare(dAt, eAt), cmp.Compare(dLo, eLo), cmp.Compare(dHi, eHi),
		cmp.Compare(d.form(), e.form()), cmp.Compare(d.qual(), e.qual()),
		cmp.Compare(d.lo, e.lo), cmp.Compare(d.hi(), e.hi()),
	)
}

// String returns d as it is written; "" for the zero Date.
func (d Date) String() string { return string(d.append(nil)) }

func (d Date) append(b []byte) []byte {
	switch d.form() {
	case formSingle:
		b = d.lo.append(b)
		switch d.qual() {
		case Approximate:
			b = append(b, '~')
		case Uncertain:
			b = append(b, '?')
		case Approximate | Uncertain:
			b = append(b, '%')
		}
	case formRange:
		b = append(b, '[')
		if d.lo != 0 {
			b = d.lo.append(b)
		}
		b = append(b, '.', '.')
		if d.hi() != 0 {
			b = d.hi().append(b)
		}
		b = append(b, ']')
	}
	return b
}

// MarshalText returns d as it is written; it never fails.
func (d Date) MarshalText() ([]byte, error) { return d.append(nil), nil }

// UnmarshalText parses d as [ParseDate] does; empty text is the zero Date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := ParseDate(string(text))
	if err == nil {
		*d = parsed
	}
	return err
}
