package audit

import (
	"cmp"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
)

// Options say what is compared, and how. Without Crosswalks and ByName, nothing
// of a table is known.
type Options struct {
	File string // the name of the table, for problems
	// Crosswalks lead from the names of the table to the atlas. The first that
	// has a name, or explains a difference, counts.
	Crosswalks []*data.Crosswalk
	// ByName looks up in the atlas what no crosswalk has. The acronyms of the
	// published tables must not be looked up: their CAEC is the Central American
	// Energy Commission.
	ByName        bool
	Organizations []string          // only these, by any name; all if there is none
	States        []lineage.StateID // only these; all if there is none
	First, Last   int               // only these years; 0 leaves an end open
	Basis         lineage.Basis
	Strict        bool // do not take granularity for an explanation
}

// ErrNothing says that there was nothing to compare: a table that has none of
// the organizations, states and years must not pass for one that agrees.
var ErrNothing = errors.New("nothing to compare: the table has none of the organizations, states and years that are asked for and known")

// Compare reads a table and compares it with the atlas, in the years that the
// table covers: those for which it has a row; in a list, all from the first to
// the last that it names, or to Options.Last where its dates go on. Where it has
// no row for an organization but the atlas knows a member, that is a disagreement,
// too. The error is one of [cow.Problems], [ErrNothing],
// [*lineage.NotFoundError] or [*lineage.AmbiguousError].
func Compare(atlas *lineage.Atlas, table io.Reader, o Options) (*Report, error) {
	n := newNames(atlas, &o)
	chosen, err := n.chosen(o.Organizations)
	if err != nil {
		return nil, err
	}
	g := &gatherer{
		names: n, file: cmp.Or(o.File, "table"),
		claims: map[*Body]map[lineage.StateID]*claim{}, rows: map[*Body]map[int]bool{}, years: map[int]bool{},
		other: map[string]bool{},
	}
	t, err := cow.Read(table, cow.Options{File: o.File, Columns: g.column}, g.record)
	if g.tooMany != nil { // before what is wrong with the rest
		return nil, cow.Problems{g.tooMany}
	}
	if err != nil {
		return nil, err
	}
	c := &comparison{
		gatherer: g, o: &o, table: t, chosen: chosen,
		report: &Report{Table: t, Basis: o.Basis, OtherOrganizations: g.otherBodies, OtherStates: g.otherStates},
		used:   map[*data.Explanation]bool{}, tried: map[*data.Explanation]bool{},
	}
	if err := c.run(); err != nil {
		return nil, err
	}
	return c.report, nil
}

// A comparison is one run of Compare.
type comparison struct {
	*gatherer
	o      *Options
	table  *cow.Table
	chosen func(*Body) bool
	report *Report

	used, tried map[*data.Explanation]bool
}

func (c *comparison) run() error {
	years := c.span()
	bodies := slices.SortedFunc(maps.Keys(c.claims), func(x, y *Body) int {
		return cmp.Or(strings.Compare(strings.ToLower(x.Theirs), strings.ToLower(y.Theirs)), strings.Compare(x.Theirs, y.Theirs))
	})
	rep := c.report
	for _, b := range bodies {
		if !c.chosen(b) {
			continue
		}
		c.compare(b, years)
		if b.Counts != (Counts{}) {
			rep.Bodies = append(rep.Bodies, b)
			rep.Counts.add(b.Counts)
		}
	}
	if rep.Compared == 0 {
		return ErrNothing
	}
	slices.SortStableFunc(rep.Disagreements, func(x, y Disagreement) int {
		return cmp.Compare(min(x.Verdict, ByEntry), min(y.Verdict, ByEntry))
	})
	slices.Sort(rep.NoColumn)
	rep.NoColumn = slices.Compact(rep.NoColumn)
	for _, w := range c.walks {
		for i := range w.Explanations {
			if e := &w.Explanations[i]; c.tried[e] && !c.used[e] && c.whole(e) {
				rep.Unused = append(rep.Unused, e)
			}
		}
	}
	return nil
}

// whole reports whether all that the table has of what an explanation is about was
// compared, as far as it could be.
func (c *comparison) whole(e *data.Explanation) bool {
	if e.State == "" && len(c.o.States) > 0 {
		return false
	}
	within := c.within()
	return !slices.ContainsFunc(c.covered(), func(y int) bool { return e.Years.Has(y) && !within.Has(y) })
}

// list reports whether the table lists memberships alone, so that what it does
// not say is not so.
func (c *comparison) list() bool { return c.table.Layout >= cow.ByYear }

// within are the years that are asked for.
func (c *comparison) within() data.Years { return data.Years{First: c.o.First, Last: c.o.Last} }

// span returns the years to compare, in order.
func (c *comparison) span() []int {
	within := c.within()
	return slices.DeleteFunc(c.covered(), func(y int) bool { return !within.Has(y) })
}

// covered returns the years that the table covers, in order.
func (c *comparison) covered() []int {
	var years []int
	switch {
	case !c.list():
		years = slices.Sorted(maps.Keys(c.years))
	case c.table.First != 0:
		last := c.table.Last
		if c.table.Layout == cow.ByDate {
			last = max(last, c.o.Last)
		}
		for y := c.table.First; y <= last; y++ {
			years = append(years, y)
		}
	}
	return years
}

// compare compares all cells of a body.
func (c *comparison) compare(b *Body, years []int) {
	ours := c.ask(b, years)
	explanations := c.explanationsOf(b)
	claims := maps.Clone(c.claims[b])
	covered := map[lineage.StateID]bool{}
	for _, claim := range claims {
		for _, s := range claim.states {
			covered[s.ID] = true
		}
	}
	for _, id := range ours.states {
		switch {
		case covered[id] || !c.wanted(id):
		case c.list():
			claims[id] = &claim{states: []*lineage.State{c.byID[id]}}
		default:
			c.report.NoColumn = append(c.report.NoColumn, id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(claims)) {
		if !slices.ContainsFunc(claims[id].states, func(s *lineage.State) bool { return c.wanted(s.ID) }) {
			continue
		}
		r := run{comparison: c, body: b, claim: claims[id], ours: ours, explanations: explanations}
		for _, y := range years {
			r.year(y)
		}
	}
}

func (c *comparison) wanted(id lineage.StateID) bool {
	return len(c.o.States) == 0 || slices.Contains(c.o.States, id)
}

// explanationsOf returns the explanations for a body.
func (c *comparison) explanationsOf(b *Body) []*data.Explanation {
	var all []*data.Explanation
	for _, w := range c.walks {
		for i := range w.Explanations {
			if e := &w.Explanations[i]; c.means(e.Organization, b) {
				all = append(all, e)
			}
		}
	}
	return all
}
