package cow

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// long reads a row of a list.
func (r *reader) long() {
	h, rec := &r.head, &r.rec
	var ok [4]bool
	rec.Organization, ok[0] = r.name(h.org, rec.Organization)
	rec.State, ok[1] = r.name(h.state, rec.State)
	ok[2] = r.role()
	if h.layout == ByYear {
		rec.Year, ok[3] = r.year(h.year)
	} else {
		rec.Interval, ok[3] = r.interval()
	}
	if ok != [4]bool{true, true, true, true} {
		return
	}
	if h.label >= 0 { // so it was asked for
		rec.StateName = r.label(h.label, rec.State)
	}
	if h.full >= 0 && r.life {
		rec.Name, _ = r.text(h.full, rec.Name)
	}
	f := &r.scan.fields[h.org]
	rec.Layout, rec.Line, rec.Col = h.layout, f.line, f.col
	r.visit(rec)
}

// role reads the role of a row. It is mostly that of the row before.
func (r *reader) role() bool {
	h, rec := &r.head, &r.rec
	if h.role < 0 {
		rec.Role, rec.Code = lineage.Member, Full
		return true
	}
	b := bytes.TrimSpace(r.scan.bytes(h.role))
	if rec.Role != 0 && string(b) == r.lastRole {
		return true
	}
	text := string(b)
	role, code, ok := parseRole(text)
	if !ok {
		r.at(h.role, BadRole, "%q is not a role; want %s, or a code", shorten(text), roles())
		return false
	}
	rec.Role, rec.Code, r.lastRole = role, code, text
	return true
}

// label reads the name in words that stands beside a state: mostly the one that
// stood there before.
func (r *reader) label(i int, state string) string {
	before := r.labels[state]
	text, ok := r.text(i, before)
	if ok && text != before && len(r.labels) < maxKept {
		r.labels[state] = text
	}
	return text
}

func roles() string {
	var words []string
	for _, role := range lineage.AllRoles() {
		words = append(words, role.String())
	}
	return strings.Join(words, ", ")
}

// A bounded is a date of a list with the days that it may be. A list has few of
// them and each many times, so that they are read once.
type bounded struct {
	lineage.Date
	first, last lineage.Day
}

// interval reads the first and the last day of a membership.
func (r *reader) interval() (lineage.Interval, bool) {
	h := &r.head
	since, ok := r.begin(h.from)
	if !ok || h.to < 0 {
		return lineage.Interval{Since: since.Date}, ok
	}
	until, ok := r.end(h.to)
	if ok && !until.IsZero() && until.last <= since.first {
		r.at(h.to, EndBefore, "the membership ends (%s) before it begins (%s)", bytes.TrimSpace(r.scan.bytes(h.to)), since)
		return lineage.Interval{}, false
	}
	return lineage.Interval{Since: since.Date, Until: until.Date}, ok
}

// begin reads the beginning of a membership.
func (r *reader) begin(i int) (bounded, bool) {
	if d, known := r.begins[string(r.scan.bytes(i))]; known {
		return d, true
	}
	date, ok := r.date(i)
	if ok && date.IsZero() {
		r.at(i, BadDate, `the beginning is empty; write "[..]" where it is not known`)
		ok = false
	}
	if !ok {
		return bounded{}, false
	}
	d := bound(date)
	r.seenDate(&d, 0)
	r.remember(r.begins, i, d)
	return d, true
}

// end reads the first day after a membership; the zero Date where it goes on.
func (r *reader) end(i int) (bounded, bool) {
	b := r.scan.bytes(i)
	if len(b) == 0 {
		return bounded{}, true
	}
	if d, known := r.ends[string(b)]; known {
		return d, true
	}
	date, ok := r.date(i)
	if !ok || date.IsZero() {
		return bounded{}, ok
	}
	if !r.head.toIsAfter {
		date = dayAfter(date)
	}
	d := bound(date)
	r.seenDate(&d, -1)
	r.remember(r.ends, i, d)
	return d, true
}

func bound(d lineage.Date) bounded {
	first, last := d.Bounds()
	return bounded{d, first, last}
}

func (r *reader) remember(dates map[string]bounded, i int, d bounded) {
	if len(dates) < maxKept {
		dates[string(r.scan.bytes(i))] = d
	}
}

// seenDate widens the years of the table by those of a date, moved by days.
func (r *reader) seenDate(d *bounded, by lineage.Day) {
	for _, day := range []lineage.Day{d.first, d.last} {
		if day != lineage.MinDay && day != lineage.MaxDay {
			year, _, _ := (day + by).Civil()
			r.seen(year)
		}
	}
}

// date reads a date; the zero Date where the field is empty.
func (r *reader) date(i int) (lineage.Date, bool) {
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
	}
	return d, err == nil
}

// maxKept is how many dates, or names, are kept: the days of three centuries.
const maxKept = 100_000

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
