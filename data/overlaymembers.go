package data

import (
	"cmp"
	"slices"

	"github.com/orglineage/orglineage/lineage"
)

// A tenure is when a membership was, by the dates of effect, as far as they go.
type tenure struct {
	since, until lineage.Date // no until where it goes on
	sinceLo      lineage.Day
	sinceHi      lineage.Day
	untilLo      lineage.Day
	untilHi      lineage.Day
	claimed      bool // it is not held to have been
}

func tenureOf(o *lineage.Organization, m *lineage.Membership) tenure {
	t := tenure{untilLo: lineage.MaxDay, untilHi: lineage.MaxDay}
	var began *lineage.Dating
	began, t.since = joinedSteps(o, m).For(lineage.ByEffect)
	t.claimed = began == nil && len(m.Joined.Steps) > 0 && !withOrganization(m)
	t.sinceLo, t.sinceHi = t.since.Bounds()
	if _, t.until = m.Left.Steps.For(lineage.ByEffect); t.until.IsZero() {
		_, t.until = o.Ended.For(lineage.ByEffect)
	}
	if !t.until.IsZero() {
		t.untilLo, t.untilHi = t.until.Bounds()
	}
	return t
}

// withOrganization reports whether a membership begins with its organization: no
// step of its own says when.
func withOrganization(m *lineage.Membership) bool {
	if m.Joined.How != lineage.Founded && m.Joined.How != lineage.Continued {
		return false
	}
	for _, step := range []lineage.Step{lineage.Decided, lineage.Signed, lineage.Effective} {
		if m.Joined.Steps.At(step) != nil {
			return false
		}
	}
	return true
}

// joinedSteps returns the steps of an accession, with that of the founding for
// those who began with their organization.
func joinedSteps(o *lineage.Organization, m *lineage.Membership) lineage.Steps {
	if !withOrganization(m) {
		return m.Joined.Steps
	}
	founding, on := o.Founded.For(lineage.ByEffect)
	if founding == nil {
		return m.Joined.Steps
	}
	d := lineage.Dating{Step: lineage.Effective, On: on, Sources: m.Joined.Sources, Rivals: founding.Rivals}
	if len(d.Sources) == 0 {
		d.Sources = founding.Sources
	}
	return append(slices.Clip(m.Joined.Steps), d)
}

// overlap returns how many days both may have lasted.
func (t tenure) overlap(u tenure) int64 {
	return int64(min(t.untilHi, u.untilHi)) - int64(max(t.sinceLo, u.sinceLo))
}

// certain reports whether both lasted on some day for certain.
func (t tenure) certain(u tenure) bool {
	return !t.claimed && !u.claimed && max(t.sinceHi, u.sinceHi) < min(t.untilLo, u.untilLo)
}

// mergedMembers returns the memberships of both organizations, which are now one.
func mergedMembers(now, x, y *lineage.Organization) []lineage.Membership {
	if len(y.Members) == 0 {
		return x.Members
	}
	all := slices.Clone(x.Members)
	of := make(map[lineage.StateID][]int, len(all)) // places in all
	for i := range all {
		of[all[i].State] = append(of[all[i].State], i)
	}
	taken := make([]bool, len(all))
	order := make([]int, len(y.Members))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return tenureOf(y, &y.Members[a]).since.Compare(tenureOf(y, &y.Members[b]).since)
	})
	var rest []int
	for _, i := range order {
		m := &y.Members[i]
		best, most := -1, int64(0)
		for _, j := range of[m.State] {
			days := tenureOf(x, &x.Members[j]).overlap(tenureOf(y, m))
			if !taken[j] && all[j].Role == m.Role && days > most {
				best, most = j, days
			}
		}
		if best < 0 {
			rest = append(rest, i)
			continue
		}
		taken[best] = true
		all[best] = mergedMembership(now, x, y, &x.Members[best], m)
	}
	slices.Sort(rest) // as they are written
	life := lifeOf(now)
	for _, i := range rest {
		m := independent(now, y, &y.Members[i])
		t := tenureOf(y, &y.Members[i])
		if life.excludes(t) || slices.ContainsFunc(of[m.State], func(j int) bool { return tenureOf(now, &all[j]).certain(t) }) {
			m = onlyClaimed(now, y, &y.Members[i])
		}
		of[m.State] = append(of[m.State], len(all))
		all = append(all, m)
	}
	return all
}

// independent returns a membership of y with the dates that it has from its
// organization, if those are others now.
func independent(now, y *lineage.Organization, of *lineage.Membership) lineage.Membership {
	m := *of
	if withOrganization(&m) && !sameFounding(now, y) {
		m.Joined.Steps = joinedSteps(y, &m)
	}
	if end, on := y.Ended.For(lineage.ByEffect); len(m.Left.Steps) == 0 && end != nil {
		if _, now := now.Ended.For(lineage.ByEffect); now != on {
			m.Left = lineage.Departure{How: lineage.Lapsed, Steps: lineage.Steps{{Step: lineage.Effective, On: on, Note: "the end of the organization", Sources: end.Sources}}}
		}
	}
	return m
}

// lifeOf returns when an organization was there, as far as its dates go.
func lifeOf(o *lineage.Organization) tenure {
	t := tenure{untilLo: lineage.MaxDay, untilHi: lineage.MaxDay}
	_, t.since = o.Founded.For(lineage.ByEffect)
	t.sinceLo, t.sinceHi = t.since.Bounds()
	if _, t.until = o.Ended.For(lineage.ByEffect); !t.until.IsZero() {
		t.untilLo, t.untilHi = t.until.Bounds()
	}
	return t
}

// excludes reports whether something that began or ended then did not lie within
// the life for certain.
func (t tenure) excludes(u tenure) bool {
	return u.sinceHi < t.sinceLo || t.untilHi < lineage.MaxDay && (u.sinceLo >= t.untilHi || u.untilLo < lineage.MaxDay && u.untilLo > t.untilHi)
}

// sameFounding reports whether who begins with the one organization begins when
// those of the other do.
func sameFounding(x, y *lineage.Organization) bool {
	_, a := x.Founded.For(lineage.ByEffect)
	_, b := y.Founded.For(lineage.ByEffect)
	return a == b || morePrecise(a, b)
}

func mergedMembership(now, xo, yo *lineage.Organization, x, y *lineage.Membership) lineage.Membership {
	m := *x
	m.As = or(x.As, y.As)
	m.Joined = mergedAccession(now, xo, yo, x, y)
	_, ends := now.Ended.For(lineage.ByEffect)
	_, left := y.Left.Steps.For(lineage.ByEffect)
	if len(x.Left.Steps) > 0 || ends.IsZero() || left.IsZero() || !mayMeet(ends, left) {
		m.Left.Steps = mergedEnd(x.Left.Steps, y.Left.Steps, latestOf(x))
		m.Left.How = cmp.Or(x.Left.How, y.Left.How)
	}
	m.Suspensions = mergedSuspensions(x.Suspensions, y.Suspensions)
	return m
}

// latestOf returns the last day of which a membership tells, but for its end.
func latestOf(m *lineage.Membership) lineage.Day {
	last := latest(lineage.MinDay, m.Joined.Steps)
	for _, s := range m.Suspensions {
		last = latest(latest(last, s.Began), s.Ended)
	}
	return last
}

func mergedAccession(now, xo, yo *lineage.Organization, x, y *lineage.Membership) lineage.Accession {
	a := x.Joined
	a.Sources = added(x.Joined.Sources, y.Joined.Sources)
	if withOrganization(x) && withOrganization(y) {
		a.Steps = mergedSteps(x.Joined.Steps, y.Joined.Steps)
		return a
	}
	xs, ys := joinedSteps(xo, x), joinedSteps(yo, y)
	_, on := xs.For(lineage.ByEffect)
	d, also := ys.For(lineage.ByEffect)
	switch {
	case d == nil || on.IsZero():
		a.Steps = mergedSteps(x.Joined.Steps, y.Joined.Steps)
		return a
	case withOrganization(x) && len(d.Rivals) == 0 && (also == on || morePrecise(on, also)):
		// It began with its organization, and the other set says nothing else.
		a.Sources = added(a.Sources, d.Sources)
		a.Steps = mergedSteps(x.Joined.Steps, without(y.Joined.Steps, d.Step))
		return a
	}
	a.Steps = mergedSteps(xs, ys)
	if _, since := a.Steps.For(lineage.ByEffect); since != on {
		// A step that x does not have may count now. It must lie within the life.
		first, last := since.Bounds()
		if lifeOf(now).excludes(tenure{sinceLo: first, sinceHi: last, untilLo: lineage.MaxDay, untilHi: lineage.MaxDay}) {
			a.Steps = contradicted(xs, ys)
		}
	}
	return a
}

// without returns the steps but one.
func without(steps lineage.Steps, step lineage.Step) lineage.Steps {
	return slices.DeleteFunc(slices.Clone(steps), func(d lineage.Dating) bool { return d.Step == step })
}

func mergedSuspensions(x, y []lineage.Suspension) []lineage.Suspension {
	all := slices.Clone(x)
	taken := make([]bool, len(x))
	for _, s := range y {
		_, began := s.Began.For(lineage.ByEffect)
		_, ended := s.Ended.For(lineage.ByEffect)
		i := -1
		for j := range x {
			_, since := x[j].Began.For(lineage.ByEffect)
			_, until := x[j].Ended.For(lineage.ByEffect)
			// One that is only claimed is not one that was.
			if !taken[j] && began.IsZero() == since.IsZero() && before(began, until) && before(since, ended) {
				i = j
				break
			}
		}
		if i < 0 {
			all = append(all, s)
			continue
		}
		taken[i] = true
		all[i] = lineage.Suspension{Began: mergedSteps(x[i].Began, s.Began), Ended: mergedSteps(x[i].Ended, s.Ended)}
	}
	return all
}

// before reports whether something may have begun before something ended, which
// it did not if there is no date.
func before(since, until lineage.Date) bool {
	if until.IsZero() {
		return true
	}
	lo, _ := since.Bounds()
	_, hi := until.Bounds()
	return lo < hi
}

// onlyClaimed returns a membership that is not held to have been, and the claim
// that it was.
func onlyClaimed(now, y *lineage.Organization, m *lineage.Membership) lineage.Membership {
	c := *m
	c.Joined.Steps = nil
	for _, d := range joinedSteps(y, m) {
		rivals := slices.Clip(d.Rivals)
		if held(&d) {
			sources := d.Sources
			if len(sources) == 0 {
				sources = m.Joined.Sources
			}
			rivals = append([]lineage.Claim{{On: d.On, Note: or(d.Note, "as "+m.Title()), Sources: sources}}, rivals...)
		}
		c.Joined.Steps = append(c.Joined.Steps, lineage.Dating{Step: d.Step, Place: d.Place, Rivals: rivals})
	}
	if len(c.Joined.Steps) == 0 {
		c.Joined.Steps = lineage.Steps{{Step: lineage.Effective, Rivals: []lineage.Claim{{Note: "as " + m.Title(), Sources: m.Joined.Sources}}}}
	}
	c.Joined.Sources = nil
	c.Suspensions = nil
	// An end outside of the life of the organization says no more than its end.
	if _, left := c.Left.Steps.For(lineage.ByEffect); !left.IsZero() {
		lo, _ := left.Bounds()
		if _, ended := now.Ended.For(lineage.ByEffect); !ended.IsZero() {
			if _, hi := ended.Bounds(); lo > hi {
				c.Left = lineage.Departure{}
			}
		}
	}
	return c
}
