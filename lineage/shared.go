package lineage

import (
	"cmp"
	"iter"
	"slices"
)

// A Shared is a stretch of time in which several states were members of one
// organization together.
type Shared struct {
	Organization *Organization
	Interval
	// Certain is Yes if they certainly were members together on some day.
	Certain Answer
	// Standings are their memberships, in the order in which the states were
	// named. They tell the sources, the rival dates and the suspensions.
	Standings []Standing
}

// together is a stretch of time and the memberships that make it.
type together struct {
	span
	stints []*stint
}

// Shared returns the organizations of which all the states were members at the
// same time, and when, by beginning. Suspended members count. The Identity and
// Disputed of q do not matter. The error is a [*NotFoundError].
func (a *Atlas) Shared(states []StateID, q Query) ([]Shared, error) {
	if len(states) == 0 {
		return nil, nil
	}
	var fewest *actor
	for _, id := range states {
		s, err := a.actor(id)
		if err != nil {
			return nil, err
		}
		if fewest == nil || len(s.stints) < len(fewest.stints) {
			fewest = s
		}
	}
	var found []Shared
	for _, o := range a.organizationsOf(fewest) {
		all := []together{{span: always}}
		for _, id := range states {
			var next []together
			for _, m := range o.of(id) {
				if !q.Roles.Has(m.role) {
					continue
				}
				for _, t := range all {
					if both := t.intersect(m.at(q.Basis).span); both.possible() {
						next = append(next, together{both, append(slices.Clip(t.stints), m)})
					}
				}
			}
			all = next
		}
		for _, t := range all {
			sh := Shared{Organization: o.Organization, Interval: t.interval(), Certain: Maybe}
			if t.goesOn() || t.sinceHi < t.untilLo {
				sh.Certain = Yes
			}
			for _, m := range t.stints {
				sh.Standings = append(sh.Standings, m.ever(q.Basis))
			}
			found = append(found, sh)
		}
	}
	slices.SortStableFunc(found, func(x, y Shared) int {
		return cmp.Or(x.Since.Compare(y.Since), x.Until.Compare(y.Until))
	})
	return found, nil
}

// organizationsOf returns the organizations of which the actor ever was a member
// in some role, each once, in order.
func (a *Atlas) organizationsOf(s *actor) []*org {
	orgs := make([]*org, len(s.stints))
	for i, m := range s.stints {
		orgs[i] = m.org
	}
	return slices.Compact(a.inOrder(orgs))
}

// of returns the memberships of a state, by beginning.
func (o *org) of(id StateID) []*stint {
	all := o.members() // by state
	i, _ := slices.BinarySearchFunc(all, id, func(m *stint, id StateID) int { return cmp.Compare(m.State, id) })
	n := i
	for n < len(all) && all[n].State == id {
		n++
	}
	return all[i:n]
}

// interval returns s as dates.
func (s span) interval() Interval {
	iv := Interval{Since: dateRange(s.sinceLo, s.sinceHi)}
	if !s.goesOn() {
		iv.Until = dateRange(s.untilLo, s.untilHi)
	}
	return iv
}

// A Cell of a panel says how a state stood in an organization in a year.
type Cell struct {
	Organization *Organization
	Year         int
	Standing            // during the year
	AtEnd        Answer // whether it was a member on 31 December
}

// Panel walks over organization, year and state: a cell for each membership on
// some day of each year from first to last. The organizations stand in the
// order given; all of them, in the order of [Atlas.Organizations], if none is
// given. The Identity of q does not matter. The error is a [*NotFoundError].
func (a *Atlas) Panel(ids []OrgID, first, last int, q Query) (iter.Seq[Cell], error) {
	orgs := a.orgs()
	if len(ids) > 0 {
		orgs = make([]*org, len(ids))
		for i, id := range ids {
			o, err := a.org(id)
			if err != nil {
				return nil, err
			}
			orgs[i] = o
		}
	}
	return func(yield func(Cell) bool) {
		for _, o := range orgs {
			for year := first; year <= last; year++ {
				end := DayOf(year, 12, 31)
				all := question{first: DayOf(year, 1, 1), last: end, asked: inPeriod}
				for _, st := range collect(o.alone(), q, all) {
					c := Cell{Organization: o.Organization, Year: year, Standing: st}
					c.AtEnd = st.of.at(q.Basis).contains(end, end)
					if !yield(c) {
						return
					}
				}
			}
		}
	}, nil
}
