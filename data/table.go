package data

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/data/internal/yamltree"
	"github.com/orglineage/orglineage/lineage"
)

// TableOptions say how records are made of a table. The zero TableOptions will
// do.
type TableOptions struct {
	// Source is what the records cite. What is left out of it is made up from the
	// name of the file; its kind is dataset.
	Source lineage.Source
	// Rename gives organizations another ID, by the names that they have in the
	// table, in any case. Otherwise the ID is the name in lower case.
	Rename map[string]lineage.OrgID
	// States say what the table means by names that no state bears here; only the
	// first of several states counts.
	States []TheirState
	// Assume says on which day happened what the table tells by the year.
	Assume Assumption
	// Wide refuses lists: only tables with a column for each state or each
	// organization are read.
	Wide bool
}

// LoadTable reads a table of memberships, such as those of the Correlates of War
// project, and makes an atlas of it, as [ReadTable] says.
func LoadTable(file string, r io.Reader, o TableOptions) (*lineage.Atlas, error) {
	_, atlas, err := loadTable(file, r, o)
	return atlas, err
}

// ReadTable reads a table of memberships and makes records of it, which are
// right. They must not be changed. Package cow describes the tables. The error is
// of type [Problems] and holds everything that is wrong, by line and column of
// the table; the name of the file stands in it.
//
// An organization has the acronym as its ID, in lower case, and its full name
// where the table gives one. It is founded in the year that the table says
// (sdate), or else in the first year with a member. It ends in the last year that
// the table says (deaddate) or shows. One whose rows end before those of others,
// and of which the table says no more, ends on a day not known, in that year or
// later.
//
// A state is the one of the built-in atlas that has the number, the code or the
// name, as package cow finds them in tables by years. Others become records of
// their own.
//
// A membership is a stretch of years with the same code. A year is a year: it
// begins on some day of the first, and its last day is some day of the last, so
// that answers within these are maybe, unless [TableOptions] assume a day. Who
// changes the role does so in the first year with the new code. What the last
// year of the table shows goes on.
//
// Years with the code for missing, and years without a row between others, are
// not known: beside a membership it may have lasted, or begun, in these; between
// two in the same role it may have ended and begun again; and a stretch of them
// alone may have been a membership of some days in it, or none. There the answer
// is maybe. What was outside of the table is no membership.
//
// If the table contradicts itself on when an organization began or ended, the
// codes stand, with what the other column says as a rival.
func ReadTable(file string, r io.Reader, o TableOptions) (lineage.Dataset, error) {
	set, _, err := loadTable(file, r, o)
	return set, err
}

func loadTable(file string, r io.Reader, o TableOptions) (lineage.Dataset, *lineage.Atlas, error) {
	m := newTableMaker(file, o)
	if err := m.readAll(r); err != nil {
		return lineage.Dataset{}, nil, err
	}
	set := lend(m.set, slices.Collect(maps.Values(m.states.found)))
	if m.sure() {
		return set, lineage.Checked(set), nil
	}
	atlas, err := lineage.New(set)
	m.translate(err, len(set.States)-len(m.set.States))
	if err := m.err(); err != nil {
		return lineage.Dataset{}, nil, err
	}
	return set, atlas, nil
}

// readAll reads a table and makes records of it.
func (m *tableMaker) readAll(r io.Reader) error {
	m.text = r
	table, err := cow.Read(m, cow.Options{File: m.file, Life: true}, m.visit)
	if m.full {
		return m.err()
	}
	if problems := cow.Problems(nil); errors.As(err, &problems) {
		for _, p := range problems {
			m.add(&Problem{File: p.File, Line: p.Line, Col: p.Col, Rule: p.Rule, Msg: p.Msg, Err: p})
		}
		return m.err()
	} else if err != nil {
		return err
	}
	m.table = table
	if m.o.Wide && table.Layout >= cow.ByYear {
		m.problem(1, 1, cow.BadHeader, "this is a list of memberships (%s), and not a table with a column for each state or each organization", table.Layout)
	} else {
		m.make()
	}
	return m.err()
}

// lend returns the records with the states that they name but do not describe,
// and the sources that these need, from the built-in atlas.
func lend(set lineage.Dataset, named []lineage.StateID) lineage.Dataset {
	l := newLoader()
	l.set = set
	l.lend(named)
	return l.set
}

// A tableMaker makes records of a table: it gathers what the table says, and then
// makes one organization after the other.
type tableMaker struct {
	collector
	file   string
	o      TableOptions
	table  *cow.Table
	dates  *calendar
	states *tableStates

	gathered

	source []lineage.SourceID // what all records cite
	set    lineage.Dataset
	lines  []bodyLines // of the organizations, in the order of the set
	steps  []lineage.Dating
	plain  map[lineage.Date]lineage.Steps // without a note
	ids    ids[lineage.OrgID]
	count  int // memberships

	doubtful bool // see sure
}

// bodyLines says where an organization and its memberships stand in the table.
type bodyLines struct {
	line    int
	members []int
}

// maxMemberships keeps a table of any kind from taking all memory.
const maxMemberships = 1 << 20

func newTableMaker(file string, o TableOptions) *tableMaker {
	m := &tableMaker{file: file, o: o, dates: newCalendar(o.Assume), ids: ids[lineage.OrgID]{}, plain: map[lineage.Date]lineage.Steps{}}
	for _, id := range o.Rename {
		m.ids[id] = 1
	}
	m.byName, m.byState = map[string]*body{}, map[string]int32{}
	return m
}

func (m *tableMaker) problem(line, col int, rule, format string, args ...any) {
	m.report(m.file, yamltree.Pos{Line: max(line, 1), Col: max(col, 1)}, rule, format, args...)
}

// make makes all records.
func (m *tableMaker) make() {
	m.states = newTableStates(m.table.Layout, m.o.States)
	m.cite()
	m.settle()
	m.set.Organizations, m.lines = make([]lineage.Organization, 0, len(m.bodies)), make([]bodyLines, 0, len(m.bodies))
	switch m.table.Layout {
	case cow.ByOrganization:
		m.byOrganization()
	case cow.ByState:
		m.byStates()
	case cow.ByYear:
		m.byYear()
	default:
		m.byDate()
	}
	if len(m.set.Organizations) == 0 && m.err() == nil {
		m.problem(1, 1, ruleMissing, "the table has no memberships: no rows, no columns for members, or no organization that was there")
	}
	m.set.States = m.states.made
	m.nameAll()
}

// cite makes the source record.
func (m *tableMaker) cite() {
	s := m.o.Source
	name := path.Base(strings.ReplaceAll(m.file, `\`, "/"))
	if s.ID == "" {
		s.ID = lineage.SourceID(slug(strings.TrimSuffix(name, path.Ext(name)), "table"))
	}
	s.Kind = lineage.DataCollection
	if s.Title == "" {
		s.Title = "Table " + oneLine(name, "of memberships")
	}
	if s.Note == "" {
		note := ""
		if m.table.First != 0 {
			note = fmt.Sprintf(", %d–%d", m.table.First, m.table.Last)
		}
		s.Note = "Read as a table, " + m.table.Layout.String() + note + "."
		if m.table.Layout != cow.ByDate {
			s.Note += " What it shows in its last year goes on."
		}
		if m.o.Assume != 0 {
			s.Note += " Assumed: " + m.o.Assume.String() + "."
		}
	}
	m.set.Sources = []lineage.Source{s}
	m.source = []lineage.SourceID{s.ID}
}

// one is the one step of an event that the table tells.
func (m *tableMaker) one(on lineage.Date, note string) lineage.Steps {
	if len(m.steps) == cap(m.steps) {
		m.steps = make([]lineage.Dating, 0, 1024)
	}
	n := len(m.steps)
	m.steps = append(m.steps, lineage.Dating{Step: lineage.Effective, On: on, Note: note, Sources: m.source})
	return m.steps[n : n+1 : n+1]
}

// on is the one step of an event of which the table tells the date alone. There
// are few dates and many events, which share it: nobody changes records.
func (m *tableMaker) on(date lineage.Date) lineage.Steps {
	steps := m.plain[date]
	if steps == nil {
		steps = m.one(date, "")
		m.plain[date] = steps
	}
	return steps
}

// nameAll says of names that several organizations bear that they are
// ambiguous, and reports the IDs of [TableOptions.Rename] that were not used.
func (m *tableMaker) nameAll() {
	disambiguate(&m.set)
	known := map[string]bool{}
	for _, b := range m.bodies {
		known[strings.ToLower(b.theirs)] = true
	}
	for _, name := range slices.Sorted(maps.Keys(m.o.Rename)) {
		if !known[strings.ToLower(name)] {
			m.problem(1, 1, "unknown-organization", "the table has no organization %q to be renamed", shorten(name))
		}
	}
}

// translate gives the problems of package lineage their lines in the table. The
// states that were lent stand before those of the table.
func (m *tableMaker) translate(err error, lent int) {
	if err == nil {
		return
	}
	problems := lineage.Problems(nil)
	if !errors.As(err, &problems) {
		m.problem(1, 1, ruleValue, "%v", err)
		return
	}
	for _, p := range problems {
		at := m.locate(p.Path, lent)
		m.add(&Problem{File: m.file, Line: at.Line, Col: at.Col, Rule: p.Rule, Msg: p.Subject + ": " + p.Msg, Err: p})
	}
}

// locate returns where the table says what a path of a [lineage.Problem] means.
func (m *tableMaker) locate(path string, lent int) yamltree.Pos {
	parts := strings.Split(path, ".")
	index := func(i int) int {
		n := -1
		if i < len(parts) {
			if _, err := fmt.Sscan(parts[i], &n); err != nil {
				return -1
			}
		}
		return n
	}
	i := index(1)
	switch {
	case parts[0] == "states" && i >= lent && i-lent < len(m.states.at):
		return m.states.at[i-lent]
	case parts[0] == "organizations" && i >= 0 && i < len(m.lines):
		lines := m.lines[i]
		if j := index(3); len(parts) > 3 && parts[2] == "members" && j >= 0 && j < len(lines.members) {
			return yamltree.Pos{Line: lines.members[j], Col: 1}
		}
		return yamltree.Pos{Line: lines.line, Col: 1}
	}
	return top
}
