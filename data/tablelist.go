package data

import (
	"cmp"
	"slices"

	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
)

// sortEntries finds the states of the entries of an organization, and sorts them
// by state, then by the given order, then by line.
func (m *tableMaker) sortEntries(b *body, order func(x, y *entry) int) ([]*entry, []lineage.StateID) {
	all := make([]*entry, len(b.entries))
	for i, n := range b.entries {
		all[i] = &m.entries[n]
	}
	state := func(e *entry) lineage.StateID { return m.state(m.names[e.state], m.label[e.state], e.line, 1) }
	slices.SortFunc(all, func(x, y *entry) int {
		return cmp.Or(cmp.Compare(state(x), state(y)), order(x, y), cmp.Compare(x.line, y.line))
	})
	ids := make([]lineage.StateID, len(all))
	for i, e := range all {
		ids[i] = state(e)
	}
	return all, ids
}

// byYear makes the records of a list with a row for each membership and year.
// Years that are not listed are without a role.
func (m *tableMaker) byYear() {
	for _, b := range m.bodies {
		entries, ids := m.sortEntries(b, func(x, y *entry) int { return cmp.Compare(x.year, y.year) })
		var courses []course
		first := 0
		for i, e := range entries {
			if first == 0 || e.year < first {
				first = e.year
			}
			if i == 0 || ids[i] != ids[i-1] {
				courses = append(courses, course{state: ids[i]})
			}
			c := &courses[len(courses)-1]
			m.extend(c, e)
		}
		if first != 0 {
			m.finish(b, courses, 0, 0, first, m.table.Last)
		}
	}
}

// extend adds a year to the course of a state.
func (m *tableMaker) extend(c *course, e *entry) {
	if n := len(c.stretches); n > 0 {
		switch last := &c.stretches[n-1]; {
		case last.to == e.year && last.role == e.role:
			return // said twice
		case last.to == e.year && e.role == missing:
			return
		case last.to == e.year && last.role == missing && last.from == last.to:
			*last = stretch{e.role, e.year, e.year, e.line}
			return
		case last.to == e.year:
			m.problem(e.line, 1, cow.DuplicateRow, "%s is %s in %d, but %s in another row; keep one of them", c.state, e.role, e.year, last.role)
			return
		case last.to+1 == e.year && last.role == e.role:
			last.to = e.year
			return
		}
	}
	c.stretches = append(c.stretches, stretch{e.role, e.year, e.year, e.line})
}

// byDate makes the records of a list with a row for each membership, as precise
// as its dates.
func (m *tableMaker) byDate() {
	if m.o.Assume != 0 {
		m.problem(1, 1, ruleValue, "nothing is assumed of a list with dates: write them as they are meant")
		return
	}
	for _, b := range m.bodies {
		entries, ids := m.sortEntries(b, func(x, y *entry) int { return x.Since.Compare(y.Since) })
		if len(entries) == 0 {
			continue
		}
		founded := earliest(entries)
		began, _ := founded.Bounds()
		spells := make([]spell, len(entries))
		for i, e := range entries {
			x := &spells[i]
			*x = spell{lineage.Membership{State: ids[i], Role: e.role}, e.line}
			changed := i > 0 && ids[i-1] == ids[i] && entries[i-1].Until == e.Since && entries[i-1].role != e.role
			switch {
			case changed:
				x.Joined = lineage.Accession{How: lineage.RoleTaken, Steps: m.one(e.Since, "")}
				spells[i-1].Left.How = lineage.RoleLeft
			case e.Since == founded && began != lineage.MinDay:
				x.Joined = lineage.Accession{How: lineage.Founded, Sources: m.source}
			default:
				x.Joined = lineage.Accession{How: lineage.Acceded, Steps: m.one(e.Since, "")}
			}
			if !e.Until.IsZero() {
				x.Left = lineage.Departure{How: lineage.Lapsed, Steps: m.one(e.Until, "")}
			}
		}
		m.organization(b, &tableLife{steps: m.one(founded, "")}, spells)
	}
}

// earliest returns the date by which an organization was there: that of its first
// member, or where several may have been the first, the range in which they
// joined.
func earliest(entries []*entry) lineage.Date {
	first := entries[0].Since
	lo, hi := first.Bounds()
	for _, e := range entries[1:] {
		l, h := e.Since.Bounds()
		if l <= lo && h <= hi && (l < lo || h < hi) {
			first = e.Since
		}
		lo, hi = min(lo, l), min(hi, h)
	}
	if l, h := first.Bounds(); l == lo && h == hi {
		return first
	}
	return between(lo, hi)
}
