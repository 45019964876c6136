package lineage

import (
	"cmp"
	"slices"
)

// lists returns the memberships that count for o as q sees it.
func (a *Atlas) lists(o *org, q Query) [][]*stint {
	if group := a.group(o, q.Identity); len(group) > 1 {
		return [][]*stint{joinedUp(group, q.Basis)}
	}
	return o.alone()
}

// joinedUp returns the memberships of a body under all its names, by state and
// beginning. Those that went on from one name to the next are one.
func joinedUp(group []*org, b Basis) []*stint {
	var runs [][]*stint
	for i, o := range group {
		for _, m := range o.members() {
			last := -1
			if i > 0 {
				last = slices.IndexFunc(runs, func(run []*stint) bool {
					end := run[len(run)-1]
					return end.org == group[i-1] && goesOn(end, m, b)
				})
			}
			if last < 0 {
				runs = append(runs, []*stint{m})
			} else {
				runs[last] = append(runs[last], m)
			}
		}
	}
	all := make([]*stint, len(runs))
	for i, run := range runs {
		all[i] = joint(run, b)
	}
	slices.SortStableFunc(all, func(x, y *stint) int {
		return cmp.Or(cmp.Compare(x.State, y.State), x.at(b).iv.Since.Compare(y.at(b).iv.Since))
	})
	return all
}

// goesOn reports whether a membership of one name of a body goes on in the
// next: x ended with its organization on the day on which y began with its own.
func goesOn(x, y *stint, b Basis) bool {
	_, left := x.Left.Steps.For(ByEffect)
	return x.State == y.State && x.Role == y.Role && left.IsZero() && y.Joined.How.withOrganization() &&
		x.at(b).iv.Until == y.at(b).iv.Since && !y.at(b).iv.Since.IsZero()
}

// joint makes one membership of several that went on in each other. What is
// claimed of the days on which the body changed its name does not matter.
func joint(run []*stint, b Basis) *stint {
	if len(run) == 1 {
		return run[0]
	}
	first, last := run[0].at(b), run[len(run)-1].at(b)
	times := reading{
		iv:    Interval{first.iv.Since, last.iv.Until},
		began: first.began, left: last.left,
		span: span{first.sinceLo, first.sinceHi, last.untilLo, last.untilHi},
	}
	for _, r := range first.rivals {
		if r.about == ItsBeginning {
			r.untilLo, r.untilHi = last.untilLo, last.untilHi
			times.rivals = append(times.rivals, r)
		}
	}
	for _, r := range last.rivals {
		if r.about == ItsEnd {
			r.sinceLo, r.sinceHi = first.sinceLo, first.sinceHi
			times.rivals = append(times.rivals, r)
		}
	}
	m := &stint{Membership: run[0].Membership, role: run[0].role, org: run[0].org, time: times, window: times.window(), parts: run}
	for _, part := range run {
		m.suspended = append(m.suspended, part.suspended...)
	}
	m.plain = len(m.suspended) == 0 && len(times.rivals) == 0
	return m
}

// part returns the membership of the name that the body bore then; of several
// the first.
func (m *stint) part(b Basis, ask *question) *stint {
	best := m.parts[0]
	for _, p := range m.parts[1:] {
		if ask.answer(p.at(b).span) > ask.answer(best.at(b).span) {
			best = p
		}
	}
	return best
}
