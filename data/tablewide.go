package data

import (
	"cmp"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
)

// A track follows the cells of one state in one organization through the years.
type track struct {
	code     cow.Code
	from, to int
	line     int
	done     []stretch
}

// put adds what a year says. Years that were left out are not known.
func (t *track) put(code cow.Code, year, line int) {
	if t.to != 0 && year == t.to+1 && code == t.code {
		t.to = year // the usual case
		return
	}
	if t.to != 0 && year > t.to+1 && t.code != cow.Missing {
		t.end()
		t.code, t.from = cow.Missing, t.to+1
	}
	if t.to != 0 && year > t.to+1 {
		t.to = year - 1
	}
	if t.to != 0 && code == t.code {
		t.to = year
		return
	}
	t.end()
	t.code, t.from, t.to, t.line = code, year, year, line
}

// end closes a stretch.
func (t *track) end() {
	if role := roleOf(t.code); t.to != 0 && role != 0 {
		t.done = append(t.done, stretch{role, t.from, t.to, t.line})
	}
}

// reset makes the track ready for another one.
func (t *track) reset() { t.to, t.done = 0, t.done[:0] }

// A seat is a state with its columns in a table by organizations, or a state
// with its rows in one by states.
type seat struct {
	id      lineage.StateID
	columns []int
	rows    []int
}

// stronger returns what two cells about one state say. A second column is mostly
// about a predecessor, and says nothing in the years of the first.
func stronger(a, b cow.Code) (cow.Code, bool) {
	rank := func(c cow.Code) int {
		switch c {
		case cow.Outside:
			return 0
		case cow.Absent:
			return 1
		case cow.Missing:
			return 2
		}
		return 3
	}
	switch x, y := rank(a), rank(b); {
	case x == 3 && y == 3:
		return a, a == b
	case x >= y:
		return a, true
	}
	return b, true
}

// byOrganization makes the records of a table with a row for each organization
// and year.
func (m *tableMaker) byOrganization() {
	seats := m.columnSeats()
	tracks := make([]track, len(seats))
	for _, b := range m.bodies {
		slices.SortFunc(b.rows, func(x, y int) int { return cmp.Compare(m.rows[x].year, m.rows[y].year) })
		for i := range tracks {
			tracks[i].reset()
		}
		for _, n := range b.rows {
			row := &m.rows[n]
			for i := range seats {
				code := m.cells[row.from+seats[i].columns[0]]
				for _, column := range seats[i].columns[1:] {
					code = m.both(code, m.cells[row.from+column], row, column)
				}
				tracks[i].put(code, row.year, row.line)
			}
		}
		first, last := m.rows[b.rows[0]].year, m.rows[b.rows[len(b.rows)-1]].year
		courses := make([]course, 0, len(seats))
		for i := range tracks {
			tracks[i].end()
			if len(tracks[i].done) > 0 {
				courses = append(courses, course{state: seats[i].id, stretches: tracks[i].done, first: first})
			}
		}
		m.finish(b, courses, b.began, b.ended, first, last)
	}
}

// both is what two columns say of one state.
func (m *tableMaker) both(a, b cow.Code, row *tableRow, column int) cow.Code {
	code, ok := stronger(a, b)
	if !ok {
		m.problem(row.line, 1, cow.DuplicateRow, "column %q and another one are about the same state, and say “%s” and “%s” of %d; take one of them out", shorten(m.table.Columns[column]), b, a, row.year)
	}
	return code
}

// columnSeats finds the states that the columns mean.
func (m *tableMaker) columnSeats() []seat {
	var seats []seat
	at := map[lineage.StateID]int{}
	for column, name := range m.table.Columns {
		id := m.state(name, "", 1, 1)
		i, known := at[id]
		if !known {
			i = len(seats)
			at[id] = i
			seats = append(seats, seat{id: id})
		}
		seats[i].columns = append(seats[i].columns, column)
	}
	slices.SortFunc(seats, func(x, y seat) int { return cmp.Compare(x.id, y.id) })
	return seats
}

// byStates makes the records of a table with a row for each state and year. The
// years of a state are those in which it was in the state system; there, an
// organization that does not exist has a code of its own.
func (m *tableMaker) byStates() {
	seats := m.rowSeats()
	tracks := make([]track, len(seats))
	for column, theirs := range m.table.Columns {
		b := m.body(theirs, 1, 1)
		first, last, outside := 0, 0, 0
		var courses []course
		for i := range seats {
			t := &tracks[i]
			t.reset()
			for k := 0; k < len(seats[i].rows); k++ {
				row := &m.rows[seats[i].rows[k]]
				code := m.cells[row.from+column]
				for ; k+1 < len(seats[i].rows) && m.rows[seats[i].rows[k+1]].year == row.year; k++ {
					other := &m.rows[seats[i].rows[k+1]]
					code = m.bothRows(code, m.cells[other.from+column], other, theirs)
				}
				switch {
				case code != cow.Outside:
					if first == 0 || row.year < first {
						first = row.year
					}
					last = max(last, row.year)
				case outside == 0 || row.year < outside:
					outside = row.year
				}
				t.put(code, row.year, row.line)
			}
			t.end()
			if len(t.done) > 0 {
				courses = append(courses, course{state: seats[i].id, stretches: t.done})
			}
		}
		if first == 0 {
			m.problem(1, 1, ruleMissing, "the column %q says of no year that the organization existed; take it out", shorten(theirs))
			continue
		}
		began := 0
		if outside != 0 && outside < first {
			began = first
		}
		m.finish(b, courses, began, 0, first, last)
	}
}

// bothRows is what two rows say of one state.
func (m *tableMaker) bothRows(a, b cow.Code, row *tableRow, theirs string) cow.Code {
	code, ok := stronger(a, b)
	if !ok {
		m.problem(row.line, 1, cow.DuplicateRow, "another row is about the same state in %d, and says “%s” of %q where this one says “%s”; take one of them out", row.year, a, shorten(theirs), b)
	}
	return code
}

// rowSeats finds the states that the rows are about.
func (m *tableMaker) rowSeats() []seat {
	var seats []seat
	at := map[lineage.StateID]int{}
	of := make([]int, len(m.names)) // places in seats
	for i := range of {
		of[i] = -1
	}
	for n := range m.rows {
		about := m.rows[n].about
		if of[about] < 0 {
			id := m.state(m.names[about], m.label[about], m.rows[n].line, 1)
			i, known := at[id]
			if !known {
				i = len(seats)
				at[id] = i
				seats = append(seats, seat{id: id})
			}
			of[about] = i
		}
		s := &seats[of[about]]
		s.rows = append(s.rows, n)
	}
	for _, s := range seats {
		slices.SortStableFunc(s.rows, func(x, y int) int { return cmp.Compare(m.rows[x].year, m.rows[y].year) })
	}
	slices.SortFunc(seats, func(x, y seat) int { return cmp.Compare(x.id, y.id) })
	return seats
}

// finish makes an organization with its memberships.
func (m *tableMaker) finish(b *body, courses []course, began, ended, first, last int) {
	firstMember, firstMissing, lastPart := 0, 0, 0
	for i := range courses {
		for _, s := range courses[i].stretches {
			at := &firstMember
			if s.role == missing {
				at = &firstMissing
			}
			if *at == 0 || s.from < *at {
				*at = s.from
			}
			lastPart = max(lastPart, s.to)
		}
	}
	life := m.founding(began, firstMember, firstMissing, first)
	end := m.ending(&life, ended, lastPart, last)
	stretches := 0
	for i := range courses {
		stretches += len(courses[i].stretches)
	}
	s := newSpells(stretches)
	for i := range courses {
		c := &courses[i]
		c.last = end
		m.course(s, c, &life)
	}
	m.organization(b, &life, s)
}

// organization adds an organization to the records.
func (m *tableMaker) organization(b *body, life *tableLife, s *spells) {
	if m.count += len(s.members); m.count > maxMemberships {
		m.problem(b.line, b.col, cow.TooLarge, "more than %d memberships; take the rows apart that are needed", maxMemberships)
		return
	}
	o := lineage.Organization{
		Short: oneLine(b.theirs, "?"), Kind: "organization",
		Founded: life.steps, Ended: life.ended, Members: s.members,
	}
	o.Name = oneLine(b.name, o.Short)
	o.ID = m.id(b)
	m.set.Organizations = append(m.set.Organizations, o)
	m.lines = append(m.lines, bodyLines{b.line, s.lines})
}

// id returns the ID of an organization.
func (m *tableMaker) id(b *body) lineage.OrgID {
	for name, id := range m.o.Rename {
		if strings.EqualFold(name, b.theirs) {
			return id
		}
	}
	return m.ids.free(lineage.OrgID(slug(b.theirs, "organization")))
}
