package lineage

import (
	"fmt"
	"strings"
)

// A DateError reports a malformed date.
type DateError struct {
	Input  string // the text that was parsed
	Offset int    // byte offset of the problem in Input
	Msg    string
}

func (e *DateError) Error() string { return fmt.Sprintf("date %q: %s", shorten(e.Input), e.Msg) }

// ParseDate parses a date as [Date] describes it. The error is a *[DateError].
func ParseDate(s string) (Date, error) {
	p := dateParser{in: s}
	d := p.date()
	if p.err != nil {
		return Date{}, p.err
	}
	return d, nil
}

// MustDate is [ParseDate] for dates that stand in the source of a program; it
// panics if s is not a date.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// A dateParser reads a date from left to right until the first error.
type dateParser struct {
	in  string
	pos int
	err error
}

func (p *dateParser) fail(offset int, format string, args ...any) {
	if p.err == nil {
		p.err = &DateError{Input: p.in, Offset: offset, Msg: fmt.Sprintf(format, args...)}
	}
}

// accept moves past token if it comes next.
func (p *dateParser) accept(token string) bool {
	if p.err != nil || !strings.HasPrefix(p.in[p.pos:], token) {
		return false
	}
	p.pos += len(token)
	return true
}

func (p *dateParser) date() Date {
	var d Date
	switch {
	case p.in == "":
		p.fail(0, "is empty")
	case p.accept("["):
		d = p.dateRange()
	default:
		c := p.civil()
		switch {
		case p.accept("~"):
			d = single(c, Approximate)
		case p.accept("?"):
			d = single(c, Uncertain)
		case p.accept("%"):
			d = single(c, Approximate|Uncertain)
		default:
			d = single(c, 0)
		}
	}
	if p.pos < len(p.in) {
		p.fail(p.pos, "unexpected %q after the date", shorten(p.in[p.pos:]))
	}
	return d
}

func (p *dateParser) dateRange() Date {
	var lo, hi civil
	if !p.accept("..") {
		lo = p.civil()
		if !p.accept("..") {
			p.fail(p.pos, `want ".." between the ends of a range`)
		}
	}
	end := p.pos
	if p.accept("]") {
		return ranged(lo, 0)
	}
	hi = p.civil()
	if !p.accept("]") {
		p.fail(p.pos, `want "]" at the end of a range`)
	}
	if p.err == nil && lo != 0 && lo.first(0) > hi.last(0) {
		p.fail(end, "the range ends before it begins")
	}
	return ranged(lo, hi)
}

func (p *dateParser) civil() civil {
	var month, day int
	year := p.number("year", 4)
	if p.err == nil && year == 0 {
		p.fail(p.pos-4, "year 0000 is not in 0001–9999")
	}
	if p.accept("-") {
		month = p.number("month", 2)
		if p.err == nil && (month < 1 || month > 12) {
			p.fail(p.pos-2, "month %02d is not in 01–12", month)
		}
		if p.accept("-") {
			day = p.number("day", 2)
			if p.err == nil && (day < 1 || day > daysIn(year, month)) {
				p.fail(p.pos-2, "day %02d is not in 01–%d of %04d-%02d", day, daysIn(year, month), year, month)
			}
		}
	}
	return packCivil(year, month, day)
}

func (p *dateParser) number(what string, digits int) int {
	if p.err != nil {
		return 0
	}
	rest := p.in[p.pos:]
	n := 0
	for i := range digits {
		if i >= len(rest) || rest[i] < '0' || rest[i] > '9' {
			p.fail(p.pos+min(i, len(rest)), "want a %s of %d digits, have %q", what, digits, shorten(rest))
			return 0
		}
		n = n*10 + int(rest[i]-'0')
	}
	p.pos += digits
	return n
}

func daysIn(year, month int) int { return int(DayOf(year, month+1, 1) - DayOf(year, month, 1)) }

// shorten keeps error messages readable when the input is long.
func shorten(s string) string {
	const limit = 40 // characters
	n := 0
	for i := range s {
		if n == limit {
			return strings.ToValidUTF8(s[:i], "") + "…"
		}
		n++
	}
	return s
}
