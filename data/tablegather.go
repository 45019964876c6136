package data

import (
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
)

// missing is the role of a state of which the table does not know it; 0 is that
// of one that is in none.
const missing lineage.Role = 0xFF

// gathered is what a table says, as it says it.
type gathered struct {
	text io.Reader
	full bool // no more is read of the text

	bodies []*body // in the order of the table
	byName map[string]*body

	// Of a wide table: the cells row by row, and the rows.
	cells []cow.Code
	rows  []tableRow
	names []string // of the states of a table by states
	label []string // their names in words, where the table has them

	// Of a list.
	kept    int     // rows
	run     []entry // those of the organization that is being read
	runOf   *body
	byState map[string]int32  // the place in names
	ours    []lineage.StateID // the states that the names mean, as far as they are found
	last    struct {
		org, state string
		body       *body
		index      int32
	}
}

// A body is an organization of the table.
type body struct {
	theirs string // its name in the table
	name   string // in full
	line   int    // where it is first named
	col    int
	rows   []int // of a table by organizations
	began  int   // as the table says, or 0
	ended  int

	entries []entry // of a list
}

// A tableRow is a row of a wide table: a year of an organization or state.
type tableRow struct {
	year, line int
	from       int // in the cells
	about      int // the state, of a table by states
}

// An entry is a row of a list. It is small, as there are many.
type entry struct {
	lineage.Interval
	state, line int32 // the state in names
	year        int16
	role        lineage.Role
}

// visit keeps a cell or a row.
func (m *tableMaker) visit(r *cow.Record) {
	switch {
	case m.full:
	case r.Column > 0:
		m.cells = append(m.cells, r.Code)
	case r.Layout < cow.ByYear:
		m.row(r)
	default:
		m.entry(r)
	}
}

// stop says that the table is too large. What is left of it is not read.
func (m *tableMaker) stop(line, col int, format string, args ...any) {
	m.full = true
	m.problem(line, col, cow.TooLarge, format, args...)
}

// Read reads the table until it proves too large.
func (m *tableMaker) Read(b []byte) (int, error) {
	if m.full {
		return 0, io.EOF
	}
	return m.text.Read(b)
}

// row begins a row of a wide table.
func (m *tableMaker) row(r *cow.Record) {
	row := tableRow{year: r.Year, line: r.Line, from: len(m.cells)}
	if r.Layout == cow.ByOrganization {
		b := m.body(r.Organization, r.Line, r.Col)
		if len(b.rows) == 0 {
			b.name, b.began, b.ended = r.Name, r.Began, r.Ended
		}
		// The rows of one repeat what they say of it; at times only one says it.
		if b.began == 0 || r.Began != 0 && r.Began < b.began {
			b.began = r.Began
		}
		b.ended = max(b.ended, r.Ended)
		b.rows = append(b.rows, len(m.rows))
	} else {
		row.about = int(m.stateIndex(r.State))
		if m.label[row.about] == "" {
			m.label[row.about] = r.StateName
		}
	}
	m.rows = append(m.rows, row)
	m.cells = append(m.cells, r.Code)
}

// entry keeps a row of a list.
func (m *tableMaker) entry(r *cow.Record) {
	e := entry{state: m.stateIndex(r.State), role: r.Role, year: int16(r.Year), Interval: r.Interval, line: int32(r.Line)}
	b := m.body(r.Organization, r.Line, r.Col)
	if b.name == "" {
		b.name = r.Name
	}
	if m.label[e.state] == "" {
		m.label[e.state] = r.StateName
	}
	switch r.Code {
	case cow.Missing:
		e.role = missing
		if r.Year == 0 {
			m.problem(r.Line, r.Col, cow.BadRole, "a membership with dates has a role; leave the row out where nothing is known")
			return
		}
	case cow.Absent, cow.Outside:
		if r.Role == 0 {
			return
		}
	}
	if m.kept++; m.kept > 2*maxMemberships {
		m.stop(r.Line, 1, "more than %d rows; take the rows apart that are needed", 2*maxMemberships)
		return
	}
	if b != m.runOf {
		m.settle()
		m.runOf = b
	}
	m.run = append(m.run, e)
}

// settle gives an organization the rows that were read of it. They mostly stand
// together, and then take no more room than they need.
func (m *tableMaker) settle() {
	if m.runOf != nil {
		m.runOf.entries = append(m.runOf.entries, m.run...)
		m.run = m.run[:0]
	}
}

// body returns the organization with a name.
func (m *tableMaker) body(theirs string, line, col int) *body {
	if theirs == m.last.org && m.last.body != nil {
		return m.last.body
	}
	b := m.byName[theirs]
	if b == nil {
		b = &body{theirs: theirs, line: line, col: col}
		m.byName[theirs] = b
		m.bodies = append(m.bodies, b)
		if len(m.bodies) == maxFiles+1 {
			m.stop(line, col, "more than %d organizations", maxFiles)
		}
	}
	m.last.org, m.last.body = theirs, b
	return b
}

// stateIndex returns the place of a state in names.
func (m *tableMaker) stateIndex(theirs string) int32 {
	if theirs == m.last.state && theirs != "" {
		return m.last.index
	}
	i, known := m.byState[theirs]
	if !known {
		i = int32(len(m.names))
		m.byState[theirs] = i
		m.names, m.label = append(m.names, theirs), append(m.label, "")
	}
	m.last.state, m.last.index = theirs, i
	return i
}

// roleOf returns what a code says.
func roleOf(c cow.Code) lineage.Role {
	switch c {
	case cow.Full:
		return lineage.Member
	case cow.Associate:
		return lineage.Associate
	case cow.Observer:
		return lineage.Observer
	case cow.Missing:
		return missing
	}
	return 0
}

// oneLine makes one line of a text, without what cannot be seen, or returns the
// other if nothing is left.
func oneLine(s, other string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > maxText/8 {
		s = string(r[:maxText/8]) + "…"
	}
	if s == "" {
		return other
	}
	return s
}

// slug makes an ID of a name, or returns the other if there is nothing to make
// it of.
func slug(name, other string) string {
	const most = 60
	var b []byte
	for _, r := range strings.ToLower(name) {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			b = append(b, byte(r))
		case len(b) > 0 && b[len(b)-1] != '-':
			b = append(b, '-')
		}
		if len(b) == most {
			break // enough for the name of a file
		}
	}
	if s := strings.Trim(string(b), "-"); s != "" {
		return s
	}
	return other
}

// ids gives out IDs, each once.
type ids[K ~string] map[K]int

// free returns the ID, or the first of those with a number that is not taken.
func (taken ids[K]) free(id K) K {
	n, known := taken[id]
	for next := id; known; {
		n++
		if next = id + K("-"+strconv.Itoa(n)); taken[next] == 0 {
			taken[id], id, known = n, next, false
		}
	}
	taken[id] = 1
	return id
}
