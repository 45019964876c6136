package lineage

import (
	"maps"
	"slices"

	"github.com/agext/levenshtein"
)

// organization checks what can be seen from one organization alone.
func (c *checker) organization(at *spot, own *org) {
	o, id := own.Organization, string(own.ID)
	founded, ended := at.at("founded"), at.at("ended")
	c.steps(&founded, id, o.Founded)
	c.steps(&ended, id, o.Ended)
	if len(o.Founded) == 0 {
		c.report(at, id, "missing-field", "has no founding")
	}
	if _, since := o.Founded.For(ByEffect); !o.Proposed && len(o.Founded) > 0 && since.IsZero() {
		c.report(&founded, id, "missing-field", "was never decided, signed or in force; if it was only proposed, say proposed: true")
	}
	if w := o.Within; w != nil {
		within := at.at("within")
		c.sourced(&within, id, w.Sources)
		c.exists(&within, id, "organization", w.Organization)
	}
	for i := range o.Notes {
		notes := at.at("notes")
		one := notes.item(i)
		c.sourced(&one, id, o.Notes[i].Sources)
		c.need(&one, id, "text", o.Notes[i].Text)
		c.calledThen(&one, id, o.Notes[i].Place, o.Notes[i].On)
	}
	for i, collection := range o.Collections {
		list := at.at("collections")
		one := list.item(i)
		if len(c.Collections) > 0 && !c.described[collection] {
			c.report(&one, id, "unknown-collection", "collection %q is not in collections.yaml%s", shorten(string(collection)), nearest(c, string(collection), c.described))
		}
	}
	life := own.life(ByEffect)
	if life.endsFirst() {
		c.report(&ended, id, "end-before-beginning", "ended on %s, before it began on %s", life.iv.Until, life.iv.Since)
	}
	if o.Proposed {
		c.proposal(at, o)
	}
	members := at.at("members")
	for _, m := range own.members() {
		one := members.item(int(m.place))
		c.membership(&one, own, m)
	}
	c.overlaps(&members, own)
}

// endsFirst reports whether the interval ends before it begins, for certain.
func (r *reading) endsFirst() bool {
	s := r.iv.span()
	return !s.goesOn() && s.untilHi < s.sinceLo
}

// exists checks that the organization named at the key is in the Dataset.
func (c *checker) exists(at *spot, subject, key string, id OrgID) bool {
	if _, ok := c.orgs[id]; ok {
		return true
	}
	field := at.at(key)
	c.report(&field, subject, "unknown-organization", "organization %q does not exist%s", shorten(string(id)), nearest(c, string(id), c.orgs))
	return false
}

func (c *checker) proposal(at *spot, o *Organization) {
	if len(o.Members) > 0 {
		members := at.at("members")
		c.report(&members, string(o.ID), "proposed-with-members", "was only proposed, but has members")
	}
	if d := o.Founded.At(Effective); d != nil && d.held() {
		founded := at.at("founded")
		c.report(&founded, string(o.ID), "proposed-with-members", "was only proposed, but has a founding in force")
	}
	if len(o.Predecessors) > 0 {
		from := at.at("succeeds")
		c.report(&from, string(o.ID), "proposed-with-members", "was only proposed, but succeeds others")
	}
}

func (c *checker) membership(at *spot, o *org, m *stint) {
	id := string(o.ID)
	if c.states[m.State] == nil {
		field := at.at("state")
		c.report(&field, id, "unknown-state", "state %q is not in states.yaml%s", shorten(string(m.State)), nearest(c, string(m.State), c.states))
	}
	if !roleNames.valid(m.Role) {
		c.report(at, id, "missing-field", "the membership of %s has no role: want %s", m.State, roleNames.list())
	}
	joined, left := at.at("joined"), at.at("left")
	if !accessionNames.valid(m.Joined.How) {
		c.report(&joined, id, "missing-field", "the accession of %s does not say how: want %s", m.State, accessionNames.list())
	}
	c.steps(&joined, id, m.Joined.Steps)
	c.steps(&left, id, m.Left.Steps)
	c.known(&joined, id, m.Joined.Sources)
	if len(m.Joined.Steps) == 0 && len(m.Joined.Sources) == 0 {
		c.report(&joined, id, "no-source", "the membership of %s names no source; add sources: [...]", m.State)
	}
	if _, gone := m.Left.Steps.For(ByEffect); !gone.IsZero() && !departureNames.valid(m.Left.How) {
		c.report(&left, id, "missing-field", "the departure of %s does not say how: want %s", m.State, departureNames.list())
	}

	times, life := &m.time, o.life(ByEffect)
	if life.span == never {
		return // a founding that is missing is reported once
	}
	if times.endsFirst() {
		c.report(&left, id, "end-before-beginning", "the membership of %s ended on %s, before it began on %s", m.State, times.iv.Until, times.iv.Since)
	}
	own := times.iv.span()
	if own.sinceHi < life.sinceLo || !life.goesOn() && own.sinceLo >= life.untilHi {
		c.report(&joined, id, "membership-outside-life", "%s joined on %s, but the organization was there %s", m.State, times.iv.Since, life.iv)
	}
	if !life.goesOn() && !own.goesOn() && own.untilLo > life.untilHi {
		c.report(&left, id, "membership-outside-life", "%s left on %s, but the organization ended on %s", m.State, times.iv.Until, life.iv.Until)
	}
	for i := range m.Suspensions {
		list := at.at("suspended")
		one := list.item(i)
		c.suspension(&one, id, m, &m.Suspensions[i], &m.suspended[i])
	}
}

func (c *checker) suspension(at *spot, id string, m *stint, s *Suspension, r *reading) {
	began, ended := at.at("began"), at.at("ended")
	c.steps(&began, id, s.Began)
	c.steps(&ended, id, s.Ended)
	if len(s.Began) == 0 {
		c.report(&began, id, "no-source", "the suspension of %s does not say when it began", m.State)
	}
	own, within := r.iv.span(), m.time.span
	if r.endsFirst() {
		c.report(&ended, id, "end-before-beginning", "the suspension of %s ended on %s, before it began on %s", m.State, r.iv.Until, r.iv.Since)
	}
	if own.sinceHi < within.sinceLo || !within.goesOn() && own.sinceLo >= within.untilHi ||
		!within.goesOn() && !own.goesOn() && own.untilLo > within.untilHi {
		c.report(&began, id, "suspension-outside-membership", "%s was suspended %s, but was a member %s", m.State, r.iv, m.time.iv)
	}
}

// overlaps checks that no state has two roles in o on the same day for certain.
func (c *checker) overlaps(members *spot, o *org) {
	first := 0 // of the memberships of the same state: they are sorted by state
	for i, y := range o.members() {
		if y.State != o.members()[first].State {
			first = i
		}
		for _, x := range o.members()[first:i] {
			both := x.time.intersect(y.time.span)
			if both.sinceHi < both.untilLo {
				at := members.item(int(y.place))
				c.report(&at, string(o.ID), "overlapping-membership", "%s is %s %s and %s %s",
					x.State, x.Role, x.time.iv, y.Role, y.time.iv)
				break // else n of them make n² problems
			}
		}
	}
}

// String returns the interval as text, such as "1994-04-30 – 1998-07-17"; an
// end that is not known or not reached is left out.
func (iv Interval) String() string {
	since := iv.Since.String()
	if since == "" {
		since = "?"
	}
	if iv.Until.IsZero() {
		return since + " –"
	}
	return since + " – " + iv.Until.String()
}

// nearest returns a suggestion such as `; did you mean "KZ"?`, or "". It takes
// a look at every ID, so it gives up on hostile data: on long IDs, and after
// many suggestions.
func nearest[K ~string, V any](c *checker, id string, known map[K]V) string {
	const longest, most = 64, 100
	if c.suggested++; len(id) > longest || c.suggested > most {
		return ""
	}
	best, least := "", 1+len(id)/3
	for _, k := range slices.Sorted(maps.Keys(known)) {
		if len(k) > longest || k == "" {
			continue
		}
		if d := levenshtein.Distance(id, string(k), nil); d <= least {
			if d < least || best == "" {
				best, least = string(k), d
			}
		}
	}
	if best == "" {
		return ""
	}
	return `; did you mean "` + best + `"?`
}
