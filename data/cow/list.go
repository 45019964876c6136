package cow

import (
	"errors"
	"fmt"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// long reads a row of a list.
func (r *reader) long() {
	h := &r.head
	rec := Record{Layout: h.layout}
	var ok [4]bool
	rec.Organization, ok[0] = r.name(h.org)
	rec.State, ok[1] = r.name(h.state)
	rec.Role, rec.Code, ok[2] = lineage.Member, Full, true
	if h.role >= 0 {
		text := strings.TrimSpace(string(r.scan.bytes(h.role)))
		if rec.Role, rec.Code, ok[2] = parseRole(text); !ok[2] {
			r.at(h.role, BadRole, "%q is not a role; want %s, or a code", shorten(text), roles())
		}
	}
	if h.layout == ByYear {
		rec.Year, ok[3] = r.year(h.year)
	} else {
		rec.Interval, ok[3] = r.interval()
	}
	if ok != [4]bool{true, true, true, true} {
		return
	}
	if h.label >= 0 { // so it was asked for
		rec.StateName, _ = r.scan.text(h.label)
	}
	if h.full >= 0 && r.life {
		rec.Name, _ = r.scan.text(h.full)
	}
	f := &r.scan.fields[h.org]
	rec.Line, rec.Col = f.line, f.col
	r.rec = rec
	r.visit(&r.rec)
}

func roles() string {
	var words []string
	for _, role := range lineage.AllRoles() {
		words = append(words, role.String())
	}
	return strings.Join(words, ", ")
}

// interval reads the first and the last day of a membership.
func (r *reader) interval() (lineage.Interval, bool) {
	var iv lineage.Interval
	var ok bool
	h := &r.head
	if iv.Since, ok = r.date(h.from); !ok {
		return iv, false
	}
	if iv.Since.IsZero() {
		r.at(h.from, BadDate, `the beginning is empty; write "[..]" where it is not known`)
		return iv, false
	}
	r.seenDate(iv.Since, 0)
	if h.to < 0 {
		return iv, true
	}
	end, ok := r.date(h.to)
	if !ok || end.IsZero() {
		return iv, ok
	}
	iv.Until = end
	if !h.toIsAfter {
		iv.Until = dayAfter(end)
	}
	lo, _ := iv.Since.Bounds()
	_, hi := iv.Until.Bounds()
	if hi <= lo {
		r.at(h.to, EndBefore, "the membership ends (%s) before it begins (%s)", end, iv.Since)
		return iv, false
	}
	r.seenDate(iv.Until, -1)
	return iv, true
}

// seenDate widens the years of the table by those of a date, moved by days.
func (r *reader) seenDate(d lineage.Date, by lineage.Day) {
	lo, hi := d.Bounds()
	for _, day := range []lineage.Day{lo, hi} {
		if day != lineage.MinDay && day != lineage.MaxDay {
			year, _, _ := (day + by).Civil()
			r.seen(year)
		}
	}
}

// date reads a date; the zero Date where the field is empty. A list has few dates
// and each of them many times.
func (r *reader) date(i int) (lineage.Date, bool) {
	if d, known := r.dates[string(r.scan.bytes(i))]; known {
		return d, true
	}
	text := strings.TrimSpace(string(r.scan.bytes(i)))
	if text == "" {
		return lineage.Date{}, true
	}
	d, err := lineage.ParseDate(text)
	if err != nil {
		p := r.at(i, BadDate, "%v", err)
		if malformed := new(lineage.DateError); errors.As(err, &malformed) {
			p.Msg = fmt.Sprintf("date %q: %s", shorten(text), malformed.Msg)
		}
		p.Err = err
		return d, false
	}
	if len(r.dates) < maxDates {
		r.dates[text] = d
	}
	return d, true
}

// maxDates is how many dates are remembered: those of three centuries.
const maxDates = 100_000

// dayAfter returns the first day after a last day that may not be known to the
// day.
func dayAfter(last lineage.Date) lineage.Date {
	lo, hi := last.Bounds()
	if lo == hi {
		return (lo + 1).Date()
	}
	from, to := "", ""
	if lo != lineage.MinDay {
		from = (lo + 1).String()
	}
	if hi != lineage.MaxDay {
		to = (hi + 1).String()
	}
	d, err := lineage.ParseDate("[" + from + ".." + to + "]")
	if err != nil {
		return last // only at the end of the calendar
	}
	return d
}
