package data

import (
	"cmp"
	"slices"

	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
)

// sortEntries sorts the entries of an organization by state, then by the given
// order, then by line, and finds the states.
func (m *tableMaker) sortEntries(b *body, order func(x, y entry) int) []entry {
	if m.ours == nil {
		m.ours = make([]lineage.StateID, len(m.names))
	}
	for i := range b.entries {
		if e := &b.entries[i]; m.ours[e.state] == "" {
			m.ours[e.state] = m.state(m.names[e.state], m.label[e.state], int(e.line), 1)
		}
	}
	slices.SortFunc(b.entries, func(x, y entry) int {
		if x.state != y.state { // two names may mean one state
			if c := cmp.Compare(m.ours[x.state], m.ours[y.state]); c != 0 {
				return c
			}
		}
		if c := order(x, y); c != 0 {
			return c
		}
		return cmp.Compare(x.line, y.line)
	})
	return b.entries
}

// byYear makes the records of a list with a row for each membership and year.
// Years that are not listed are without a role.
func (m *tableMaker) byYear() {
	for _, b := range m.bodies {
		var courses []course
		first := 0
		for _, e := range m.sortEntries(b, func(x, y entry) int { return cmp.Compare(x.year, y.year) }) {
			if first == 0 || int(e.year) < first {
				first = int(e.year)
			}
			if n := len(courses); n == 0 || courses[n-1].state != m.ours[e.state] {
				courses = append(courses, course{state: m.ours[e.state]})
			}
			m.extend(&courses[len(courses)-1], &e)
		}
		if first != 0 {
			m.finish(b, courses, 0, 0, first, m.table.Last)
		}
	}
}

// extend adds a year to the course of a state.
func (m *tableMaker) extend(c *course, e *entry) {
	year, line := int(e.year), int(e.line)
	if n := len(c.stretches); n > 0 {
		switch last := &c.stretches[n-1]; {
		case last.to == year && last.role == e.role:
			return // said twice
		case last.to == year && e.role == missing:
			return
		case last.to == year && last.role == missing && last.from == last.to:
			*last = stretch{e.role, year, year, line}
			return
		case last.to == year:
			m.problem(line, 1, cow.DuplicateRow, "%s is %s in %d, but %s in another row; keep one of them", c.state, e.role, year, last.role)
			return
		case last.to+1 == year && last.role == e.role:
			last.to = year
			return
		}
	}
	c.stretches = append(c.stretches, stretch{e.role, year, year, line})
}

// byDate makes the records of a list with a row for each membership, as precise
// as its dates.
func (m *tableMaker) byDate() {
	if m.o.Assume != 0 {
		m.problem(1, 1, ruleValue, "nothing is assumed of a list with dates: write them as they are meant")
		return
	}
	for _, b := range m.bodies {
		if entries := m.sortEntries(b, func(x, y entry) int { return x.Since.Compare(y.Since) }); len(entries) > 0 {
			m.bodyByDate(b, entries)
		}
	}
}

// bodyByDate makes the records of an organization of its sorted entries.
func (m *tableMaker) bodyByDate(b *body, entries []entry) {
	founded, first := earliest(entries)
	if lo, _ := founded.Bounds(); lo != first || founded.IsZero() {
		m.doubtful = true
	}
	s := newSpells(len(entries))
	over := lineage.MinDay // the first day on which all before of the same state may be over
	for i := range entries {
		e := &entries[i]
		x := s.add(m.ours[e.state], e.role, int(e.line))
		again := i > 0 && s.members[i-1].State == x.State
		switch {
		case again && entries[i-1].Until == e.Since && entries[i-1].role != e.role:
			x.Joined.How, x.Joined.Steps = lineage.RoleTaken, m.on(e.Since)
			s.members[i-1].Left.How = lineage.RoleLeft
		case e.Since == founded && first != lineage.MinDay:
			x.Joined.How, x.Joined.Sources = lineage.Founded, m.source
		default:
			x.Joined.How, x.Joined.Steps = lineage.Acceded, m.on(e.Since)
		}
		if !e.Until.IsZero() {
			x.Left.How, x.Left.Steps = lineage.Lapsed, m.on(e.Until)
		}
		if !again {
			over = lineage.MinDay
		} else if _, begun := e.Since.Bounds(); over > begun {
			m.doubtful = true // it may have two roles at a time
		}
		over = max(over, overBy(e))
	}
	m.organization(b, &tableLife{steps: m.on(founded)}, s)
}

// earliest returns the date by which an organization was there: that of its first
// member, or where several may have been the first, the range in which they
// joined. The day is the first of it.
func earliest(entries []entry) (lineage.Date, lineage.Day) {
	first := entries[0].Since
	lo, hi := first.Bounds()
	for i := range entries[1:] {
		e := &entries[1+i]
		if e.Since == entries[i].Since {
			continue
		}
		l, h := e.Since.Bounds()
		if l <= lo && h <= hi && (l < lo || h < hi) {
			first = e.Since
		}
		lo, hi = min(lo, l), min(hi, h)
	}
	if l, h := first.Bounds(); l == lo && h == hi {
		return first, lo
	}
	return between(lo, hi), lo
}

// overBy returns the first day on which a membership may be over.
func overBy(e *entry) lineage.Day {
	if e.Until.IsZero() {
		return lineage.MaxDay
	}
	day, _ := e.Until.Bounds()
	return day
}
