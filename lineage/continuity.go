package lineage

import "slices"

// A Continuity is the path of a state along a lineage: where it was while the
// organization changed its name, its treaty and its shape.
type Continuity struct {
	State         *State
	Organizations []*Organization // the lineage, ancestors first
	Life          Interval        // from its first founding to its last end
	Stints        []Standing      // in the roles asked for, by beginning; they may overlap
	Others        []Standing      // in other roles, by beginning
	Gaps          []Gap           // the rest of Life, by beginning
}

// A Gap is a stretch of a lineage's life in which the state had no membership
// in the roles asked for.
type Gap struct {
	Interval
	Kind GapKind
	// Certain is Yes if the gap lasts at least a day for certain, and Maybe if
	// the dates on both sides leave it open.
	Certain Answer
}

// A GapKind says where a gap lies.
type GapKind uint8

// The kinds of gap.
const (
	BeforeFirst GapKind = 1 + iota // before the first membership
	Between                        // between two memberships
	AfterLast                      // after the last membership
	Throughout                     // all the time: there was no membership
)

var gapNames = names[GapKind]{"kind of gap", []string{"", "before", "between", "after", "throughout"}}

// String returns "before", "between", "after" or "throughout".
func (k GapKind) String() string { return gapNames.text(k) }

// MarshalText returns the kind's text.
func (k GapKind) MarshalText() ([]byte, error) { return gapNames.marshal(k) }

// UnmarshalText parses the kind's text.
func (k *GapKind) UnmarshalText(b []byte) error { return gapNames.unmarshal(k, b) }

// Days returns the least and the greatest length of the gap in days. The
// greatest is -1 if the gap has no end or its ends are not bounded.
func (g Gap) Days() (least, most int) {
	s := g.span()
	if s.goesOn() || s.untilHi == MaxDay || s.sinceLo == MinDay {
		most = -1
	} else {
		most = max(0, int(s.untilHi-s.sinceLo))
	}
	if s.sinceHi != MaxDay && !s.goesOn() && s.untilLo > s.sinceHi {
		least = int(s.untilLo - s.sinceHi)
	}
	return least, most
}

// Continuity returns the path of a state along the lineage of an organization.
// Its Stints and Gaps together are the Life of the lineage. The Identity and
// Disputed of q do not matter. The error is a [*NotFoundError].
func (a *Atlas) Continuity(state StateID, id OrgID, q Query) (*Continuity, error) {
	s, err := a.actor(state)
	if err != nil {
		return nil, err
	}
	line, err := a.line(id)
	if err != nil {
		return nil, err
	}
	c := &Continuity{State: s.State, Organizations: organizations(line), Life: lifeOf(line, q.Basis)}
	for _, m := range s.stints {
		st := m.ever(q.Basis)
		switch {
		case !slices.Contains(line, m.org) || st.Answer == No:
		case q.Roles.Has(m.Role):
			c.Stints = append(c.Stints, st)
		default:
			c.Others = append(c.Others, st)
		}
	}
	byBeginning := func(x, y Standing) int { return x.Since.Compare(y.Since) }
	slices.SortStableFunc(c.Stints, byBeginning)
	slices.SortStableFunc(c.Others, byBeginning)
	c.Gaps = gaps(c.Life, c.Stints)
	return c, nil
}

// lifeOf returns when any of the organizations was there.
func lifeOf(os []*org, b Basis) Interval {
	var life Interval
	on := false
	for _, o := range os {
		r := o.life(b)
		if r.span == never {
			continue
		}
		life.Since = earlier(life.Since, r.iv.Since)
		if r.iv.Until.IsZero() {
			on = true
		} else {
			life.Until = later(life.Until, r.iv.Until)
		}
	}
	if on {
		life.Until = Date{}
	}
	return life
}

// gaps returns the parts of life that no stint covers.
func gaps(life Interval, stints []Standing) []Gap {
	var found []Gap
	add := func(kind GapKind, since, until Date) {
		g := Gap{Interval: Interval{since, until}, Kind: kind, Certain: Maybe}
		s := g.span()
		if !s.goesOn() && s.untilHi <= s.sinceLo {
			return // nothing between, for certain
		}
		if s.goesOn() || s.untilLo > s.sinceHi {
			g.Certain = Yes
		}
		found = append(found, g)
	}
	if life.Since.IsZero() {
		return nil
	}
	stints = slices.Clone(stints)
	for i := range stints {
		stints[i].Interval = stints[i].bounded()
	}
	slices.SortStableFunc(stints, func(x, y Standing) int { return x.Since.Compare(y.Since) })

	kind, covered, toTheEnd := BeforeFirst, life.Since, false
	for i := range stints {
		st := &stints[i]
		// Between a vague founding and the memberships that began with it there is
		// nothing, and so at the end.
		if kind != BeforeFirst || st.Since != life.Since || !st.beganWithOrganization() {
			add(kind, covered, st.Since)
		}
		if st.Until.IsZero() {
			return found
		}
		if kind == BeforeFirst {
			kind, covered = Between, st.Until
		} else {
			covered = later(covered, st.Until)
		}
		toTheEnd = toTheEnd || st.Until == life.Until && st.EndedWithOrganization()
	}
	switch {
	case len(stints) == 0:
		add(Throughout, life.Since, life.Until)
	case !toTheEnd:
		// A covered that goes beyond the life leaves nothing: add drops it.
		add(AfterLast, covered, life.Until)
	}
	return found
}

// bounded returns the interval of st with ends that are not known replaced by
// what the life of the organization leaves.
func (st *Standing) bounded() Interval {
	iv, t := st.Interval, st.of.at(st.basis)
	if lo, _ := iv.Since.Bounds(); lo == MinDay {
		iv.Since = dateRange(t.sinceLo, t.sinceHi)
	}
	if _, hi := iv.Until.Bounds(); hi == MaxDay && !iv.Until.IsZero() {
		iv.Until = dateRange(t.untilLo, t.untilHi)
	}
	return iv
}

func (st *Standing) beganWithOrganization() bool {
	began := st.Began()
	return began != nil && began == st.of.org.life(st.basis).began
}

// later returns the later of two dates; where that is not certain, the range
// in which it lies. A zero date counts as none.
func later(x, y Date) Date { return pick(x, y, func(a, b Day) Day { return max(a, b) }) }

// earlier is to later as the minimum is to the maximum.
func earlier(x, y Date) Date { return pick(x, y, func(a, b Day) Day { return min(a, b) }) }

func pick(x, y Date, choose func(a, b Day) Day) Date {
	if x.IsZero() {
		return y
	}
	if y.IsZero() {
		return x
	}
	xLo, xHi := x.Bounds()
	yLo, yHi := y.Bounds()
	lo, hi := choose(xLo, yLo), choose(xHi, yHi)
	switch {
	case lo == xLo && hi == xHi:
		return x
	case lo == yLo && hi == yHi:
		return y
	}
	return dateRange(lo, hi)
}

// dateRange returns the date "some day from lo to hi", which may be open: as a
// month or a year where it is one.
func dateRange(lo, hi Day) Date {
	if lo == hi {
		return lo.Date()
	}
	if y, m, _ := lo.Civil(); y >= 1 && y <= 9999 {
		for _, c := range []civil{packCivil(y, m, 0), packCivil(y, 0, 0)} {
			if c.first(0) == lo && c.last(0) == hi {
				return single(c, 0)
			}
		}
	}
	var from, to civil
	if lo != MinDay {
		from = lo.Date().lo
	}
	if hi != MaxDay {
		to = hi.Date().lo
	}
	return ranged(from, to)
}
