package lineage

import (
	"cmp"
	"slices"
)

// MembersOn returns the members of an organization on a day, in the order of
// their IDs: those that answer [Yes] or [Maybe], and with q.Disputed also those
// that answer [No] but that a rival claim would place there. A date that spans
// several days means one of them. The error is a [*NotFoundError].
func (a *Atlas) MembersOn(id OrgID, on Date, q Query) ([]Standing, error) {
	o, err := a.org(id)
	if err != nil {
		return nil, err
	}
	return collect(a.lists(o, q), q, asOf(on)), nil
}

// MembersDuring returns those that were members on some day of the period that
// the date spans, such as a year, with who joined and left in it. Otherwise it
// is like [Atlas.MembersOn].
func (a *Atlas) MembersDuring(id OrgID, period Date, q Query) ([]Standing, error) {
	o, err := a.org(id)
	if err != nil {
		return nil, err
	}
	return collect(a.lists(o, q), q, during(period)), nil
}

// LineageMembersOn returns the members, on a day, of the organizations of the
// lineage of one of them, whatever it was called then, organization by
// organization. The Identity of q does not matter.
func (a *Atlas) LineageMembersOn(id OrgID, on Date, q Query) ([]Standing, error) {
	line, err := a.line(id)
	if err != nil {
		return nil, err
	}
	return collect(memberships(line), q, asOf(on)), nil
}

// LineageMembersDuring is to [Atlas.LineageMembersOn] as
// [Atlas.MembersDuring] is to [Atlas.MembersOn].
func (a *Atlas) LineageMembersDuring(id OrgID, period Date, q Query) ([]Standing, error) {
	line, err := a.line(id)
	if err != nil {
		return nil, err
	}
	return collect(memberships(line), q, during(period)), nil
}

// collect answers for the memberships of the lists.
func collect(lists [][]*stint, q Query, ask question) []Standing {
	n := 0
	for _, list := range lists {
		for _, m := range list {
			if m.concerns(&q, &ask) {
				n++
			}
		}
	}
	found := make([]Standing, 0, n)
	for _, list := range lists {
		for _, m := range list {
			if !m.concerns(&q, &ask) {
				continue
			}
			// Filled in place, which costs less than to copy.
			st := &found[:len(found)+1][len(found)]
			r := m.at(q.Basis)
			st.set(m, r, q.Basis)
			if m.parts != nil {
				part := m.part(q.Basis, &ask)
				st.Organization, st.Membership = part.org.Organization, part.Membership
			}
			if st.answer(r, &ask); st.Answer > No || q.Disputed && st.disputed() {
				found = found[:len(found)+1]
			} else {
				*st = Standing{} // or the next one would take over its answers
			}
		}
	}
	return found
}

// concerns reports whether the membership has a role that is asked for, and may
// have counted at the time, whoever is right. Few ask for another basis than that
// of effect; there it may be anything.
func (m *stint) concerns(q *Query, ask *question) bool {
	w := &m.window
	return q.Roles.Has(m.role) && (w.first <= ask.last && ask.first < w.until || q.Basis != ByEffect)
}

// memberships returns the memberships of the organizations, list by list.
func memberships(os []*org) [][]*stint {
	lists := make([][]*stint, len(os))
	for i, o := range os {
		lists[i] = o.members()
	}
	return lists
}

// Memberships returns all memberships of a state in the roles asked for, by
// their beginning. Their Answer is Yes, or No for those that are only claimed,
// which are returned with q.Disputed alone; Suspended says whether they were
// ever suspended. The Identity of q does not matter. The error is a
// [*NotFoundError].
func (a *Atlas) Memberships(id StateID, q Query) ([]Standing, error) {
	s, err := a.actor(id)
	if err != nil {
		return nil, err
	}
	n := 0
	for _, m := range s.stints {
		if q.Roles.Has(m.role) {
			n++
		}
	}
	found := make([]Standing, 0, n)
	for _, m := range s.stints {
		if !q.Roles.Has(m.role) {
			continue
		}
		st := &found[:len(found)+1][len(found)]
		r := m.at(q.Basis)
		if st.set(m, r, q.Basis); st.answerEver(r) > No || q.Disputed {
			found = found[:len(found)+1]
		}
	}
	if q.Basis != ByEffect {
		sortByBeginning(found)
	}
	return found, nil
}

// MembershipsDuring returns the memberships of a state on some day of the period
// that the date spans, such as a year, by their beginning. It is to a state what
// [Atlas.MembersDuring] is to an organization. The Identity of q does not matter.
func (a *Atlas) MembershipsDuring(id StateID, period Date, q Query) ([]Standing, error) {
	s, err := a.actor(id)
	if err != nil {
		return nil, err
	}
	found := collect([][]*stint{s.stints}, q, during(period))
	if q.Basis != ByEffect {
		sortByBeginning(found)
	}
	return found, nil
}

// sortByBeginning sorts what stands in the order of beginnings by effect by those
// on another basis.
func sortByBeginning(sts []Standing) {
	slices.SortStableFunc(sts, func(x, y Standing) int { return x.Since.Compare(y.Since) })
}

// A Presence says when an organization was there, and the answer to the
// question.
type Presence struct {
	Organization *Organization
	Interval
	Answer    Answer
	Contested []Contest
}

// Life returns when the organization was there, on the basis: from its
// founding to its end. For one that was only proposed the Answer is No, else
// it is Yes. Contested holds all claims against its two dates. The error is a
// [*NotFoundError].
func (a *Atlas) Life(id OrgID, b Basis) (Presence, error) {
	o, err := a.org(id)
	if err != nil {
		return Presence{}, err
	}
	p := o.presence(b)
	if o.life(b).span != never {
		p.Answer = Yes
	}
	for _, r := range o.life(b).rivals {
		p.Contested = append(p.Contested, Contest{About: r.about, Organization: r.of, Claim: *r.claim})
	}
	return p, nil
}

func (o *org) presence(b Basis) Presence {
	return Presence{Organization: o.Organization, Interval: o.life(b).iv}
}

func (o *org) presenceOn(on Date, b Basis) Presence {
	p, ask := o.presence(b), asOf(on)
	p.Answer = ask.answer(o.life(b).span)
	for _, r := range o.life(b).rivals {
		if other := ask.answer(r.span); other != p.Answer {
			p.Contested = append(p.Contested, Contest{r.about, r.of, *r.claim, other})
		}
	}
	return p
}

// OrganizationsOn returns the organizations that were there on a day, older
// before younger: those that answer [Yes] or [Maybe], and with q.Disputed also
// those that answer [No] but that a rival claim would place there. The Roles
// and the Identity of q do not matter.
func (a *Atlas) OrganizationsOn(on Date, q Query) []Presence {
	var found []Presence
	for _, o := range a.orgs() {
		p := o.presenceOn(on, q.Basis)
		disputed := slices.ContainsFunc(p.Contested, func(c Contest) bool { return c.Answer > p.Answer })
		if p.Answer > No || q.Disputed && disputed {
			found = append(found, p)
		}
	}
	slices.SortStableFunc(found, func(x, y Presence) int {
		return cmp.Or(x.Since.Compare(y.Since), cmp.Compare(x.Organization.ID, y.Organization.ID))
	})
	return found
}
