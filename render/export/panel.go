package export

import (
	"cmp"
	"io"
	"slices"
	"strconv"

	"github.com/orglineage/orglineage/lineage"
)

// panelHead are the columns of [Panel].
var panelHead = []string{
	"organization", "state", "year", "role", "days_least", "days_most", "suspended", "certainty", "at_year_end",
}

// Panel writes a row for each organization, state, role and year of the selection
// as CSV, for those who held the role on some day of the year.
//
// The days are how many of the year they held it at least and at most; days out
// of the period of the selection do not count. Suspended is whether they were
// suspended on one of them, certainty whether they held the role at all, and
// at_year_end whether they did on 31 December: no, maybe or yes. Where the period
// is open, the years are those of the organization, and for one that goes on end
// with the newest year of which the atlas knows anything: there is no clock.
func Panel(w io.Writer, atlas *lineage.Atlas, sel Selection) error {
	records := [][]string{panelHead}
	err := sel.panel(atlas, func(r *panelRow) {
		records = append(records, []string{
			string(r.organization.ID), string(r.state), strconv.Itoa(r.year), r.role.String(),
			strconv.Itoa(r.least), strconv.Itoa(r.most), r.suspended.String(), r.certainty.String(), r.atEnd.String(),
		})
	})
	if err != nil {
		return err
	}
	return WriteRecords(w, records)
}

// A panelRow says how a state stood in an organization in a year, in one role.
type panelRow struct {
	organization *lineage.Organization
	state        lineage.StateID
	role         lineage.Role
	year         int
	least, most  int // days
	suspended    lineage.Answer
	certainty    lineage.Answer
	atEnd        lineage.Answer
}

// panel calls do for each row, by organization, year, state and role. The row is
// used again for the next one.
func (s Selection) panel(atlas *lineage.Atlas, do func(*panelRow)) error {
	orgs, err := s.organizations(atlas)
	if err != nil {
		return err
	}
	q := lineage.Query{Roles: s.Roles, Basis: s.Basis}
	if q.Roles == 0 {
		q.Roles = lineage.EveryRole
	}
	_, newest := datedDays(atlas)
	for _, o := range orgs {
		first, last, err := s.yearsOf(atlas, o.ID, newest)
		if err != nil {
			return err
		}
		for year := first; year <= last; year++ {
			rows, err := s.rows(atlas, o, year, q)
			if err != nil {
				return err
			}
			for i := range rows {
				do(&rows[i])
			}
		}
	}
	return nil
}

// rows returns the rows of an organization and a year.
func (s Selection) rows(atlas *lineage.Atlas, o *lineage.Organization, year int, q lineage.Query) ([]panelRow, error) {
	first, last := lineage.DayOf(year, 1, 1), lineage.DayOf(year, 12, 31)
	if from, _ := s.From.Bounds(); from > first {
		first = from
	}
	if _, to := s.To.Bounds(); to < last {
		last = to
	}
	part, err := lineage.ParseDate("[" + first.String() + ".." + last.String() + "]")
	if err != nil {
		return nil, err
	}
	sts, err := atlas.MembersDuring(o.ID, part, q)
	if err != nil {
		return nil, err
	}
	var rows []panelRow
	for i := range sts {
		st := &sts[i]
		m, b := st.Membership, st.Bounds()
		// A state may leave and come back.
		at := slices.IndexFunc(rows, func(r panelRow) bool { return r.state == m.State && r.role == m.Role })
		if at < 0 {
			at = len(rows)
			rows = append(rows, panelRow{organization: o, state: m.State, role: m.Role, year: year})
		}
		r := &rows[at]
		least, most := b.Days(first, last)
		if st.Answer == lineage.Yes {
			least = max(least, 1) // it is not known which
		}
		r.least, r.most = r.least+least, min(r.most+most, int(last-first)+1)
		r.suspended, r.certainty = max(r.suspended, st.Suspended), max(r.certainty, st.Answer)
		r.atEnd = max(r.atEnd, b.Contains(lineage.DayOf(year, 12, 31)))
	}
	slices.SortStableFunc(rows, func(x, y panelRow) int {
		return cmp.Or(cmp.Compare(x.state, y.state), cmp.Compare(x.role, y.role))
	})
	return rows, nil
}

// yearsOf returns the first and the last year of an organization that its rows are
// about: those of the period in which it may have been there. There are none if
// the last is before the first.
func (s Selection) yearsOf(atlas *lineage.Atlas, id lineage.OrgID, newest lineage.Day) (first, last int, err error) {
	const none = -1
	life, err := atlas.Life(id, s.Basis)
	if err != nil || life.Answer == lineage.No {
		return 0, none, err
	}
	from, _ := s.From.Bounds()
	_, to := s.To.Bounds()
	began, beganLast := life.Since.Bounds()
	if began == lineage.MinDay {
		began = beganLast // by that day: no earlier year is known of
	}
	if began == lineage.MaxDay {
		return 0, none, nil
	}
	first, last = yearOf(max(from, began)), yearOf(newest)
	if to != lineage.MaxDay {
		last = yearOf(to)
	}
	if !life.Until.IsZero() {
		if _, ended := life.Until.Bounds(); ended != lineage.MaxDay {
			last = min(last, yearOf(ended-1))
		}
	}
	return first, last, nil
}

func yearOf(d lineage.Day) int {
	year, _, _ := d.Civil()
	return year
}
