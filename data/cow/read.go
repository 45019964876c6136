package cow

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// Options say how a table is read. The zero Options read all of it.
type Options struct {
	// File is the name of the table in problems; "table" if it is empty.
	File string
	// Columns reports whether a column of a wide table is read: that of a state
	// in a table [ByOrganization], of an organization in one [ByState]. If it is
	// nil, all are but for the metadata of the published tables. What is not read
	// may hold anything.
	Columns func(l Layout, name string) bool
	// Life asks for the columns sdate and deaddate of a table by organizations,
	// for the names of the states in a table by states, and for those of both in a
	// list (organization_name, state_name).
	Life bool
}

// A Record is what a table says of one organization and one state.
type Record struct {
	Layout       Layout // of the table
	Organization string // as the table names it
	State        string // as the table names it
	Name         string // of the organization in full, where the table gives it
	StateName    string // where the table gives it beside a code; see [Options]
	// Began and Ended are the years in which the organization began and ended, as
	// a table by organizations has it, or 0; see [Options].
	Began, Ended int
	Role         lineage.Role
	Code         Code
	// Year is the year of a table by years, and 0 in a list by dates.
	Year int
	// Interval is the time of the membership in a list by dates.
	lineage.Interval
	// Column is the place of the cell among those read, from 0; see [Table].
	Column    int
	Line, Col int // from 1, in characters
}

// A Table tells what was read.
type Table struct {
	Layout  Layout
	Columns []string // read, of a wide table: its states or organizations
	Skipped []string // columns not read
	// Roles says that the table can tell other roles than that of a member: it is
	// false for a list without a column role.
	Roles bool
	Rows  int
	// First and Last are the first and the last year that the table names; 0 if
	// it names none.
	First, Last int
}

// Read reads a table and calls visit for each cell of a wide table, or each row
// of a list, in the order of the text. The record is used again for the next
// one. Cells that say that there was no membership are visited, too.
//
// The error is of type [Problems] and holds everything that is wrong, as far as
// the limits let Read read on; visit has then been called for what is right.
func Read(r io.Reader, opts Options, visit func(*Record)) (*Table, error) {
	file := opts.File
	if file == "" {
		file = "table"
	}
	rd := &reader{scan: newScanner(r), file: file, visit: visit, life: opts.Life, rows: map[rowKey]int{}, years: map[string]int{}, begins: map[string]bounded{}, ends: map[string]bounded{}, texts: map[string]string{}, labels: map[string]string{}}
	if rd.header(opts) {
		rd.head.read(rd)
	}
	if len(rd.problems) > 0 {
		return nil, rd.problems
	}
	t := rd.table
	t.Layout, t.Columns, t.Skipped = rd.head.layout, rd.head.columns, rd.head.skipped
	t.Roles = t.Layout < ByYear || rd.head.role >= 0
	return &t, nil
}

// A reader reads one table.
type reader struct {
	scan     *scanner
	file     string
	head     header
	visit    func(*Record)
	life     bool // of the options
	problems Problems
	table    Table
	rows     map[rowKey]int // by what a row of a wide table is about, its line
	years    map[string]int // by their text
	begins   map[string]bounded
	ends     map[string]bounded
	texts    map[string]string
	labels   map[string]string // of states
	lastRole string
	rec      Record
}

type rowKey struct {
	name string
	year int
}

// read reads the rows below the header.
func (h *header) read(r *reader) {
	for len(r.problems) < maxProblems && r.scan.next() {
		switch {
		case r.fault(), r.scan.blank():
			continue
		case len(r.scan.fields) != len(h.names):
			r.ragged()
			continue
		}
		if r.table.Rows++; r.table.Rows > maxRows {
			r.report(r.scan.line, 1, TooLarge, "more than %d rows; take out those that are not needed", maxRows)
			return
		}
		switch h.layout {
		case ByOrganization, ByState:
			r.wide()
		default:
			r.long()
		}
	}
	if len(r.problems) >= maxProblems {
		last := r.problems[maxProblems-1]
		last.Rule, last.Msg, last.Err = TooManyProblems, "more problems from here on", nil
		r.problems = r.problems[:maxProblems]
		return
	}
	r.fault()
}

func (r *reader) ragged() {
	have, want := len(r.scan.fields), len(r.head.names)
	last := &r.scan.fields[min(have, want)-1]
	r.report(last.line, last.col, RaggedRow, "the row has %d fields and the header %d; every row has a field for each column, and quotes around a field that has a separator in it", have, want)
}

// fault reports what the scanner found.
func (r *reader) fault() bool {
	p := r.scan.fault
	if p == nil {
		return false
	}
	p.File = r.file
	r.problems = append(r.problems, p)
	r.scan.fault = nil
	return true
}

func (r *reader) report(line, col int, rule, format string, args ...any) *Problem {
	p := &Problem{File: r.file, Line: line, Col: col, Rule: rule, Msg: fmt.Sprintf(format, args...)}
	r.problems = append(r.problems, p)
	return p
}

// at reports a problem of a field.
func (r *reader) at(i int, rule, format string, args ...any) *Problem {
	return r.report(r.scan.fields[i].line, r.scan.fields[i].col, rule, format, args...)
}

// wide reads a row of a wide table.
func (r *reader) wide() {
	h, rec := &r.head, &r.rec
	key, before := h.org, rec.Organization
	if h.layout == ByState {
		key, before = h.state, rec.State
	}
	name, ok := r.name(key, before)
	year, okYear := r.year(h.year)
	if !ok || !okYear {
		return
	}
	if first, twice := r.rows[rowKey{name, year}]; twice {
		r.at(key, DuplicateRow, "a second row for %s in %d; the first is line %d; keep one of them", shorten(name), year, first)
		return
	}
	r.rows[rowKey{name, year}] = r.scan.line
	*rec = Record{Layout: h.layout, Name: rec.Name, Year: year}
	if h.layout == ByOrganization {
		rec.Organization = name
		var ok [2]bool
		rec.Began, ok[0] = r.otherYear(h.began)
		rec.Ended, ok[1] = r.otherYear(h.ended)
		if ok != [2]bool{true, true} {
			return
		}
		if h.full >= 0 {
			// Published tables have odd bytes in names, which nobody needs.
			if full := r.scan.bytes(h.full); string(full) != rec.Name {
				rec.Name = strings.ToValidUTF8(string(full), "")
			}
		}
	} else {
		rec.State = name
		if h.label >= 0 {
			if label, ok := r.scan.text(h.label); ok {
				rec.StateName = label
			}
		}
	}
	for n, i := range h.cells {
		f := &r.scan.fields[i]
		code, ok := Absent, true
		if c := r.scan.row[f.from:f.to]; len(c) == 1 && '0' <= c[0] && c[0] <= '3' {
			code = Code(c[0] - '0') // nearly all of millions
		} else {
			code, ok = parseCode(r.scan.bytes(i))
		}
		if !ok {
			r.at(i, UnknownCode, "column %s holds %q, want 0, 1, 2, 3, -9 or -1; a column of something else is to be left out", shorten(h.names[i]), shorten(r.scan.bytes(i)))
			if len(r.problems) >= maxProblems {
				return
			}
			continue
		}
		if h.layout == ByOrganization {
			rec.State = h.columns[n]
		} else {
			rec.Organization = h.columns[n]
		}
		rec.Code, rec.Role, rec.Column = code, code.Role(), n
		rec.Line, rec.Col = f.line, f.col
		r.visit(rec)
	}
}

// text returns a field as [scanner.text] does. It is mostly the one of the row
// before, as the rows of an organization stand together; and a table has few texts
// and each many times, so they are kept.
func (r *reader) text(i int, before string) (string, bool) {
	b := r.scan.bytes(i)
	if string(b) == before {
		return before, true
	}
	if text, known := r.texts[string(b)]; known {
		return text, true
	}
	text, ok := r.scan.text(i)
	if ok && len(r.texts) < maxKept {
		r.texts[string(b)] = text
	}
	return text, ok
}

// name reads the name of an organization or state.
func (r *reader) name(i int, before string) (string, bool) {
	name, ok := r.text(i, before)
	switch {
	case !ok:
		r.at(i, BadEncoding, "the name is not text in UTF-8; save the table as CSV in UTF-8")
	case name == "":
		r.at(i, NoName, "the name in column %s is empty; fill it in, or take the row out", shorten(r.head.names[i]))
		ok = false
	}
	return name, ok
}

// year reads a year.
func (r *reader) year(i int) (int, bool) {
	b := bytes.TrimSpace(r.scan.bytes(i))
	year, ok := r.years[string(b)]
	if !ok {
		var err error
		year, err = strconv.Atoi(strings.TrimSuffix(string(b), ".0"))
		if err != nil || year < 1 || year > 9999 {
			r.at(i, BadYear, "want a year from 1 to 9999, have %q", shorten(b))
			return 0, false
		}
		r.years[string(b)] = year
	}
	r.seen(year)
	return year, true
}

// otherYear reads a year that may be missing, and is none of the years that the
// table covers.
func (r *reader) otherYear(i int) (int, bool) {
	if i < 0 {
		return 0, true
	}
	b := bytes.TrimSpace(r.scan.bytes(i))
	switch string(b) {
	case "", "NA", ".", "-9", "-1", "0":
		return 0, true
	}
	year, err := strconv.Atoi(strings.TrimSuffix(string(b), ".0"))
	if err != nil || year < 1 || year > 9999 {
		r.at(i, BadYear, "want a year from 1 to 9999, or nothing, have %q", shorten(b))
		return 0, false
	}
	return year, true
}

// seen widens the years of the table.
func (r *reader) seen(year int) {
	if r.table.First == 0 || year < r.table.First {
		r.table.First = year
	}
	r.table.Last = max(r.table.Last, year)
}
