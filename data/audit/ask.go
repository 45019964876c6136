package audit

import (
	"maps"
	"slices"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
)

// answers are what the atlas says of a body, year by year.
type answers struct {
	byYear map[int]map[lineage.StateID]*year
	states []lineage.StateID // that were in it in one of the years, in order
}

// ask asks the atlas about all states in a body. Several organizations that are
// one in the table count as one.
func (c *comparison) ask(b *Body, years []int) *answers {
	a := &answers{byYear: map[int]map[lineage.StateID]*year{}}
	states := map[lineage.StateID]bool{}
	q := lineage.Query{Roles: lineage.EveryRole, Basis: c.o.Basis}
	for _, y := range years {
		byState := map[lineage.StateID]*year{}
		put := func(sts []lineage.Standing, err error, at func(*year) *view) {
			if err != nil {
				return // the organization is one of the atlas
			}
			for i := range sts {
				m := sts[i].Membership
				status := statusOf(m.Role)
				if status == 0 || status != data.FullMember && !c.table.Roles {
					continue
				}
				x := byState[m.State]
				if x == nil {
					x = new(year)
					byState[m.State] = x
				}
				at(x).add(status, sts[i].Answer)
				states[m.State] = true
			}
		}
		first, last := lineage.DayOf(y, 1, 1).Date(), lineage.DayOf(y, 12, 31).Date()
		for _, o := range b.Ours {
			sts, err := c.atlas.MembersOn(o.ID, first, q)
			put(sts, err, func(x *year) *view { return &x.first })
			sts, err = c.atlas.MembersOn(o.ID, last, q)
			put(sts, err, func(x *year) *view { return &x.last })
			sts, err = c.atlas.MembersDuring(o.ID, lineage.YearDate(y), q)
			put(sts, err, func(x *year) *view { return &x.during })
		}
		a.byYear[y] = byState
	}
	a.states = slices.Sorted(maps.Keys(states))
	return a
}

// of returns the answer for states that share a name in the table.
func (a *answers) of(states []*lineage.State, y int) year {
	var out year
	for _, s := range states {
		if x := a.byYear[y][s.ID]; x != nil {
			for i := range out.last {
				out.first[i] = max(out.first[i], x.first[i])
				out.last[i] = max(out.last[i], x.last[i])
				out.during[i] = max(out.during[i], x.during[i])
			}
		}
	}
	return out
}
