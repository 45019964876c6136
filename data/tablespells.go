package data

import (
	"fmt"

	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
)

// A stretch is a run of years with the same role, or in which it is missing.
type stretch struct {
	role     lineage.Role
	from, to int
	line     int
}

// A course is what a table says of a state in an organization, in order. Years
// between the stretches are without a role.
type course struct {
	state     lineage.StateID
	stretches []stretch
	first     int // the first year of which the table says something
	last      int // what this year shows goes on, or ends with the organization
}

// follows returns the stretch that comes at once after the one at i, or nil.
func (c *course) follows(i int) *stretch {
	if i+1 < len(c.stretches) && c.stretches[i+1].from == c.stretches[i].to+1 {
		return &c.stretches[i+1]
	}
	return nil
}

// precedes returns the stretch that comes at once before the one at i, or nil.
func (c *course) precedes(i int) *stretch {
	if i > 0 && c.stretches[i-1].to+1 == c.stretches[i].from {
		return &c.stretches[i-1]
	}
	return nil
}

// spells are memberships with their lines in the table.
type spells struct {
	members []lineage.Membership
	lines   []int
}

// newSpells returns no spells, with room for some.
func newSpells(room int) *spells {
	return &spells{make([]lineage.Membership, 0, room), make([]int, 0, room)}
}

// add adds a membership, for which there is room, and returns it to be filled in.
func (s *spells) add(state lineage.StateID, role lineage.Role, line int) *lineage.Membership {
	n := len(s.members)
	s.members, s.lines = s.members[:n+1], append(s.lines, line)
	m := &s.members[n]
	m.State, m.Role = state, role
	return m
}

// course adds the memberships of a course.
func (m *tableMaker) course(all *spells, c *course, life *tableLife) {
	for i, s := range c.stretches {
		if s.role == missing && (known(c.precedes(i)) || known(c.follows(i))) {
			continue // it is told by the dates of its neighbours
		}
		x := all.add(c.state, s.role, s.line)
		switch {
		case s.role != missing:
			x.Joined = m.joined(c, i, life)
			x.Left = m.left(c, i)
		default:
			m.perhaps(x, c, &s)
		}
	}
}

func known(s *stretch) bool { return s != nil && s.role != missing }

// joined says how the role at i began.
func (m *tableMaker) joined(c *course, i int, life *tableLife) lineage.Accession {
	s, before := &c.stretches[i], c.precedes(i)
	joined := lineage.Accession{How: lineage.Acceded}
	years, note := Years{s.from, s.from}, ""
	switch {
	case known(before):
		joined.How = lineage.RoleTaken
	case before != nil:
		years.First, note = before.from, notKnown(before)
		if earlier := c.precedes(i - 1); known(earlier) && earlier.role != s.role {
			joined.How = lineage.RoleTaken
		}
	case s.from == life.founded:
		return lineage.Accession{How: lineage.Founded, Sources: m.source}
	case s.from == c.first && life.began != 0 && life.began < s.from:
		years.First, note = life.began, fmt.Sprintf("a member when the rows begin, in %d", s.from)
	}
	joined.Steps = m.on(m.dates.event(years))
	if note != "" {
		joined.Steps = m.one(m.dates.event(years), note)
	}
	return joined
}

// left says how the role at i ended; nothing if it goes on, or ended with the
// organization.
func (m *tableMaker) left(c *course, i int) lineage.Departure {
	s, after := &c.stretches[i], c.follows(i)
	if after == nil {
		if s.to >= c.last {
			return lineage.Departure{}
		}
		return lineage.Departure{How: lineage.Lapsed, Steps: m.on(m.dates.end(Years{s.to, s.to}))}
	}
	if known(after) {
		return lineage.Departure{How: lineage.RoleLeft, Steps: m.on(m.dates.event(Years{after.from, after.from}))}
	}
	next := c.follows(i + 1)
	switch {
	case next != nil && next.role != s.role:
		return lineage.Departure{How: lineage.RoleLeft, Steps: m.one(m.dates.event(Years{after.from, next.from}), notKnown(after))}
	case next == nil && after.to >= c.last:
		return lineage.Departure{How: lineage.Lapsed, Steps: m.one(m.dates.end(Years{s.to, 0}), fmt.Sprintf("not known from %d on", after.from))}
	}
	return lineage.Departure{How: lineage.Lapsed, Steps: m.one(m.dates.end(Years{s.to, after.to}), notKnown(after))}
}

func notKnown(s *stretch) string {
	if s.from == s.to {
		return fmt.Sprintf("not known in %d", s.from)
	}
	return fmt.Sprintf("not known from %d to %d", s.from, s.to)
}

// perhaps makes a membership of years of which nothing is known. It may have
// begun on any day of them, or the first day after, so that it may as well not
// have been: no answer about these years is more than maybe.
func (m *tableMaker) perhaps(x *lineage.Membership, c *course, s *stretch) {
	note := "whether it took part is " + notKnown(s)
	x.Role = lineage.Member
	x.Joined.How = lineage.Acceded
	if s.to >= c.last {
		x.Joined.Steps = m.one(between(lineage.DayOf(s.from, 1, 1), lineage.MaxDay), note)
		return
	}
	first, after := lineage.DayOf(s.from, 1, 1), lineage.DayOf(s.to+1, 1, 1)
	x.Joined.Steps = m.one(between(first, after), note)
	x.Left = lineage.Departure{How: lineage.Lapsed, Steps: m.one(between(first+1, after+1), note)}
}

// A tableLife is when an organization was there, as the table tells it.
type tableLife struct {
	began   int // the year that the table names, or 0
	founded int // the year of the founding, if it is one
	first   int // the first year in which it may have been there
	steps   lineage.Steps
	ended   lineage.Steps
}

// founding says when an organization began: in the first year with a member, if
// the table does not say otherwise. Years of which nothing is known leave it open.
func (m *tableMaker) founding(began, firstMember, firstMissing, firstRow int) tableLife {
	life := tableLife{began: began}
	year := firstMember
	if year == 0 {
		year = firstRow
	}
	first := year
	if firstMissing != 0 && firstMissing < first {
		first = firstMissing
	}
	switch {
	case began != 0 && began <= first:
		life.founded, life.first = began, began
		life.steps = m.one(m.dates.event(Years{began, began}), "")
		return life
	case began != 0 && began < year:
		year = began
	}
	if life.first = first; first == year {
		life.founded = year
	}
	life.steps = m.one(m.dates.event(Years{first, year}), "")
	if began > year {
		life.steps[0].Rivals = []lineage.Claim{{On: m.dates.event(Years{began, began}), Note: "the beginning as another column has it", Sources: m.source}}
	}
	return life
}

// ending says when an organization ended, and returns the last year of which
// the table tells something of it. The last year in which somebody took part, or
// may have, and the last row of it tell when the column does not.
func (m *tableMaker) ending(life *tableLife, ended, lastPart, lastRow int) int {
	switch {
	case ended > lastRow:
		life.ended = m.one(m.dates.event(Years{min(lastRow+1, ended), ended}), "")
	case ended != 0:
		last := max(ended, lastPart, life.first)
		life.ended = m.one(m.dates.end(Years{last, last}), "")
		if ended < last {
			life.ended[0].Rivals = []lineage.Claim{{On: m.dates.end(Years{ended, ended}), Note: "the end as another column has it", Sources: m.source}}
		}
		return last
	case lastRow == m.table.Last:
	case m.table.Layout == cow.ByState || m.o.Assume != 0:
		life.ended = m.one(m.dates.end(Years{lastRow, lastRow}), "")
	default:
		life.ended = m.one(m.dates.end(Years{lastRow, 0}), "the last row of the table")
	}
	return lastRow
}
