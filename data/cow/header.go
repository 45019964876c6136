package cow

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// A Layout says what the rows and columns of a table stand for.
type Layout uint8

// The layouts.
const (
	ByOrganization Layout = 1 + iota // a row an organization and year, a column a state
	ByState                          // a row a state and year, a column an organization
	ByYear                           // a row a membership and year
	ByDate                           // a row a membership, with its first and last day
)

var layoutNames = []string{"", "by organization and year", "by state and year", "list by years", "list by dates"}

// String returns a name such as "by state and year".
func (l Layout) String() string {
	if int(l) < len(layoutNames) {
		return layoutNames[l]
	}
	return fmt.Sprintf("layout %d", uint8(l))
}

// MarshalText returns the layout's name.
func (l Layout) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// metadata are the columns of the published tables that say something about the
// row as a whole.
var metadata = []string{
	"", "orgname", "longorgname", "label", "ionum", "sdate", "deaddate", "dead", "integrated", "replaced", "igocode", "version",
	"accuracyofpre1965membershipdates", "sourcesandnotes", "imputed", "political", "social", "economic",
	"ccode", "cowcode", "stateabb", "state", "statenme", "styear", "endyear", "name",
}

// A header says where things stand in a row.
type header struct {
	layout               Layout
	names                []string // of all columns, as they stand there
	org, state, full     int      // -1 where there is none
	year, role, from, to int
	began, ended, label  int   // read if Options.Life asks for them
	toIsAfter            bool  // the column to is called until
	cells                []int // the columns of a wide table that are read
	columns, skipped     []string
}

// separators are what may stand between fields.
var separators = []byte{',', '\t', ';'}

// header reads the first row and says what the table is.
func (r *reader) header(opts Options) bool {
	first, err := r.scan.r.Peek(4)
	switch {
	case len(first) == 0 && err != nil:
		r.report(1, 1, BadHeader, "the table is empty; it begins with a row of column names")
		return false
	case bytes.HasPrefix(first, []byte{0xFF, 0xFE}), bytes.HasPrefix(first, []byte{0xFE, 0xFF}), bytes.IndexByte(first, 0) >= 0:
		r.report(1, 1, BadEncoding, "the table is not in UTF-8 but looks like UTF-16; save it as CSV in UTF-8")
		return false
	case bytes.HasPrefix(first, []byte{0xEF, 0xBB, 0xBF}):
		_, _ = r.scan.r.Discard(3)
	}
	// The separator is the one that makes the most columns of the first line.
	line, _ := r.scan.r.Peek(r.scan.r.Size())
	line, _, _ = bytes.Cut(line, []byte{'\n'})
	if i := bytes.IndexByte(line, '\r'); i >= 0 && i < len(line)-1 {
		r.report(1, i+1, BadEncoding, "the lines end with CR alone; save the table with LF or CR LF")
		return false
	}
	most := 0
	for _, c := range separators {
		if n := bytes.Count(line, []byte{c}); n > most {
			most, r.scan.comma = n, c
		}
	}
	if !r.scan.next() {
		r.fault()
		return false
	}
	if r.fault() {
		return false
	}
	h := &r.head
	for i := range r.scan.fields {
		name, ok := r.scan.text(i)
		if !ok {
			r.at(i, BadEncoding, "the name of this column is not text in UTF-8; save the table as CSV in UTF-8")
			return false
		}
		h.names = append(h.names, name)
	}
	h.began, h.ended, h.label = -1, -1, -1
	if !r.layout() {
		return false
	}
	if opts.Life {
		h.life()
	}
	return r.choose(opts)
}

// find returns the column with one of the names, in the order of the names.
func (h *header) find(names ...string) int {
	for _, name := range names {
		for i, have := range h.names {
			if strings.EqualFold(have, name) {
				return i
			}
		}
	}
	return -1
}

// layout tells the layout from the names of the columns.
func (r *reader) layout() bool {
	h := &r.head
	h.org = h.find("ioname", "organization", "organisation", "igo")
	// A number is the surer name, but people read the words.
	h.state = h.find("ccode", "cowcode", "stateabb", "state", "country")
	if h.org >= 0 {
		h.state = h.find("state", "country", "stateabb", "ccode", "cowcode")
	}
	h.full = h.find("orgname", "name")
	h.year, h.from = h.find("year"), h.find("from", "since")
	h.role, h.to = h.find("role", "status", "code"), h.find("to")
	if h.to < 0 {
		h.to = h.find("until")
		h.toIsAfter = h.to >= 0
	}
	switch {
	case h.org >= 0 && h.state >= 0 && h.from >= 0:
		h.layout = ByDate
		if h.year >= 0 {
			r.at(h.year, BadHeader, "a list has a column year, or the columns from and to, not both; take one of them out")
			return false
		}
		if after := h.find("until"); h.to >= 0 && !h.toIsAfter && after >= 0 {
			r.at(after, BadHeader, "a list has a column to (the last day) or until (the day after), not both; take one of them out")
			return false
		}
	case h.org >= 0 && h.state >= 0 && h.year >= 0:
		h.layout = ByYear
	case h.org >= 0 && h.year >= 0:
		h.layout = ByOrganization
	case h.state >= 0 && h.year >= 0:
		h.layout = ByState
	default:
		r.report(1, 1, BadHeader, "the first row does not say what the table is; want ioname and year and a column a state, or state (or ccode) and year and a column an organization, or organization, state, and year or from and to; have %s", some(h.names))
		return false
	}
	return true
}

// life finds what says more about the organization or the state of a row.
func (h *header) life() {
	switch h.layout {
	case ByOrganization:
		h.began, h.ended = h.find("sdate"), h.find("deaddate")
	case ByState:
		if i := h.find("statenme", "state", "country", "name"); i != h.state {
			h.label = i
		}
	default:
		h.full, h.label = h.find("orgname", "organization_name"), h.find("statenme", "state_name")
	}
}

// some lists the first of many names.
func some(names []string) string {
	const most = 8
	var texts []string
	for i, name := range names {
		if i == most {
			texts = append(texts, "…")
			break
		}
		texts = append(texts, fmt.Sprintf("%q", shorten(name)))
	}
	return strings.Join(texts, ", ")
}

// choose says which columns of a wide table are read.
func (r *reader) choose(opts Options) bool {
	h := &r.head
	ok := true
	seen := map[string]int{}
	for i, name := range h.names {
		key := strings.ToLower(name)
		if first, twice := seen[key]; twice && key != "" {
			r.at(i, BadHeader, "a second column %q; the first is column %d; rename one of them", shorten(name), first+1)
			ok = false
			continue
		}
		seen[key] = i
		own := i == h.org || i == h.state || i == h.year || i == h.role && h.layout >= ByYear || i == h.from || i == h.to
		switch {
		case own && h.layout >= ByYear, i == h.year, i == h.org && h.layout == ByOrganization, i == h.state && h.layout == ByState:
		case h.layout >= ByYear, slices.Contains(metadata, key), opts.Columns != nil && !opts.Columns(h.layout, name):
			h.skipped = append(h.skipped, name)
		default:
			h.cells = append(h.cells, i)
			h.columns = append(h.columns, name)
		}
	}
	return ok
}
