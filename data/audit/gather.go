package audit

import (
	"fmt"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
)

// A gatherer keeps of a table what can be compared.
type gatherer struct {
	*names
	file        string                               // for problems
	claims      map[*Body]map[lineage.StateID]*claim // by the first of the states that share a name
	rows        map[*Body]map[int]bool
	years       map[int]bool // that the table has a row for
	otherBodies []string
	otherStates []string
	other       map[string]bool
	tooMany     *cow.Problem // where there are more other names than a table of memberships has
	last        string       // the organization of the record before
	lastBody    *Body
}

// A claim is what the table says of a state in a body.
type claim struct {
	states []*lineage.State
	byYear map[int]*cell
	spells []spell
}

// A cell is what a table says of a year. A list may say several things.
type cell struct {
	codes     statuses
	missing   bool
	outside   bool
	line, col int
}

// A spell is a membership in a list by dates.
type spell struct {
	lineage.Interval
	status    data.Status
	line, col int
}

// column says which columns of a wide table can be compared.
func (g *gatherer) column(l cow.Layout, name string) bool {
	if l == cow.ByOrganization {
		if g.state(name) == nil {
			g.noState(name)
			return false
		}
		return true
	}
	if g.body(name) == nil {
		g.noBody(name)
		return false
	}
	return true
}

func (g *gatherer) noBody(name string)  { g.note(&g.otherBodies, "o\x00"+name, name) }
func (g *gatherer) noState(name string) { g.note(&g.otherStates, "s\x00"+name, name) }

func (g *gatherer) note(list *[]string, key, name string) {
	if !g.other[key] {
		g.other[key] = true
		*list = append(*list, name)
	}
}

// maxOther is how many names the atlas need not have: more than the columns of a
// table. Each is looked for among all names, and kept for the report.
const maxOther = 25_000

// record keeps a cell.
func (g *gatherer) record(r *cow.Record) {
	if g.tooMany != nil {
		return
	}
	if len(g.other) > maxOther {
		g.tooMany = &cow.Problem{
			File: g.file, Line: r.Line, Col: r.Col, Rule: cow.TooLarge,
			Msg: fmt.Sprintf("more than %d names that the atlas does not have; take out the rows that are not to be compared", maxOther),
		}
		return
	}
	if r.Year != 0 {
		g.years[r.Year] = true
	}
	if r.Organization != g.last {
		g.last, g.lastBody = r.Organization, g.body(r.Organization)
		if g.lastBody == nil {
			g.noBody(r.Organization)
		}
	}
	b := g.lastBody
	states := g.state(r.State)
	if states == nil {
		g.noState(r.State)
	}
	if b == nil || states == nil {
		return
	}
	if g.claims[b] == nil {
		g.claims[b], g.rows[b] = map[lineage.StateID]*claim{}, map[int]bool{}
	}
	c := g.claims[b][states[0].ID]
	if c == nil {
		c = &claim{states: states, byYear: map[int]*cell{}}
		g.claims[b][states[0].ID] = c
	}
	status := statusOf(r.Role)
	if r.Year == 0 {
		if status != 0 {
			c.spells = append(c.spells, spell{r.Interval, status, r.Line, r.Col})
		}
		return
	}
	if status == 0 {
		status = data.NoMember
	}
	x := c.byYear[r.Year]
	if x == nil {
		x = &cell{line: r.Line, col: r.Col}
		c.byYear[r.Year] = x
	}
	switch r.Code {
	case cow.Missing:
		x.missing = true
	case cow.Outside:
		x.outside = true
	default:
		x.codes |= setOf(status)
		if x.codes != setOf(data.NoMember) {
			// Two columns may be about one state, such as one for its predecessor.
			x.codes &^= setOf(data.NoMember)
		}
	}
	if r.Code != cow.Outside {
		g.rows[b][r.Year] = true
	}
}

// year returns what the codes of a year say. Of several, it is not known when in
// the year each was right.
func (x *cell) year() year {
	all := x.codes.list()
	if len(all) == 1 {
		return always(all[0])
	}
	var y year
	for _, s := range all {
		y.first.add(s, lineage.Maybe)
		y.last.add(s, lineage.Maybe)
		y.during.add(s, lineage.Yes)
	}
	return y
}

// during returns what a list by dates says of a year, and where it says that the
// state was something in it.
func (c *claim) during(n int) (year, cell) {
	var y year
	var at cell
	first, last := lineage.DayOf(n, 1, 1).Date(), lineage.DayOf(n, 12, 31).Date()
	for _, s := range c.spells {
		y.first.add(s.status, s.Contains(first))
		y.last.add(s.status, s.Contains(last))
		a := s.Overlaps(lineage.YearDate(n))
		y.during.add(s.status, a)
		if a > lineage.No && at.line == 0 {
			at.line, at.col = s.line, s.col
		}
	}
	return y, at
}
