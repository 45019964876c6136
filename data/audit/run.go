package audit

import (
	"slices"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
)

// A run compares a state in a body year by year, and joins disagreements of years
// that follow each other.
type run struct {
	*comparison
	body         *Body
	claim        *claim
	ours         *answers
	explanations []*data.Explanation
	open         bool // the last disagreement of the report is of this state and the year before
}

// year compares a year.
func (r *run) year(y int) {
	theirs, at, ok := r.theirs(y)
	open := r.open
	r.open = false
	if !ok {
		return
	}
	ours := r.ours.of(r.claim.states, y)
	noRow := !r.list() && !r.rows[r.body][y]
	if noRow && ours.never() {
		return
	}
	r.body.Compared++
	if r.report.First == 0 || y < r.report.First {
		r.report.First = y
	}
	r.report.Last = max(r.report.Last, y)
	all := alike(&theirs, &ours)
	d := Disagreement{
		Body: r.body, State: r.claim.states[0], Years: data.Years{First: y, Last: y}, Cells: 1, NoRow: noRow,
		Theirs: said(&theirs), Ours: said(&ours), Line: at.line, Col: at.col,
	}
	e := r.explain(&d, all)
	switch {
	case all:
		r.body.Agreed++
		return
	case e != nil:
		d.Verdict, d.Explanation = ByEntry, e
		r.body.Explained++
	case at.codes&ours.sometime() != 0 && !r.o.Strict:
		d.Verdict = ByRule
		r.body.Granularity++
	default:
		r.body.Unexplained++
	}
	r.open = true
	if found := r.report.Disagreements; open && found[len(found)-1].joins(&d) {
		last := &found[len(found)-1]
		last.Years.Last, last.Cells = y, last.Cells+1
		return
	}
	d.Standings, d.Rivals = r.standings(), r.rivals(&d)
	r.report.Disagreements = append(r.report.Disagreements, d)
}

// explain returns the first entry that fits a disagreement, and notes all that
// were about its cell.
func (r *run) explain(d *Disagreement, agreed bool) *data.Explanation {
	var found *data.Explanation
	for _, e := range r.explanations {
		if e.State != "" && !slices.ContainsFunc(r.claim.states, func(s *lineage.State) bool { return s.ID == e.State }) || !e.Years.Has(d.Years.First) {
			continue
		}
		r.tried[e] = true
		if found == nil && !agreed && d.Theirs.has(e.Theirs) && d.Ours.has(e.Ours) {
			found = e
			r.used[e] = true
		}
	}
	return found
}

// theirs returns what the table says of a year, and the cell, which has codes
// only in a table by years. It reports false where there is nothing to compare.
func (r *run) theirs(y int) (year, cell, bool) {
	if r.table.Layout == cow.ByDate {
		t, at := r.claim.during(y)
		return t, at, true
	}
	x := r.claim.byYear[y]
	switch {
	case x == nil && r.table.Layout == cow.ByState:
		return year{}, cell{}, false // a state without a row was not in the state system
	case !r.list() && !r.rows[r.body][y], x == nil && r.list():
		return always(data.NoMember), cell{codes: setOf(data.NoMember)}, true
	case x != nil && x.codes != 0:
		return x.year(), *x, true
	case x != nil && x.missing:
		r.body.Missing++
	default:
		r.body.Outside++
	}
	return year{}, cell{}, false
}

// standings returns all memberships of the state in the body.
func (r *run) standings() []lineage.Standing {
	var all []lineage.Standing
	for _, s := range r.claim.states {
		sts, err := r.atlas.Memberships(s.ID, lineage.Query{Roles: lineage.EveryRole, Basis: r.o.Basis})
		if err != nil {
			continue // the state is one of the atlas
		}
		for _, st := range sts {
			if slices.ContainsFunc(r.body.Ours, func(o *lineage.Organization) bool { return o.ID == st.Organization.ID }) {
				all = append(all, st)
			}
		}
	}
	return all
}
