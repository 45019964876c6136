package lineage

import "slices"

// A Point is an organization on a day.
type Point struct {
	Organization OrgID
	On           Date
}

// Changes says who stayed, left and joined from one point to another: the same
// organization on two days, or two organizations.
type Changes struct {
	From, To Presence
	Stayed   []Change
	Left     []Change
	Joined   []Change
	// DisputedFrom and DisputedTo are the standings, in the roles asked for, that
	// answer No at the two points but that a rival claim would place there.
	DisputedFrom, DisputedTo []Standing
}

// A Change is what became of one state from one point to another.
type Change struct {
	State *State
	// Before and After are its standings at the two points in the roles asked
	// for. One is empty for states that joined or left.
	Before, After []Standing
	// OtherBefore and OtherAfter are its standings there in other roles.
	OtherBefore, OtherAfter []Standing
	// Later are its memberships in the second organization, in any role, that
	// began after the second day.
	Later []Standing
	// Certain is Yes where both answers are certain.
	Certain Answer
}

// Changes compares the members at two points. The states stand in the order
// of their IDs. The error is a [*NotFoundError].
func (a *Atlas) Changes(from, to Point, q Query) (*Changes, error) {
	x, err := a.org(from.Organization)
	if err != nil {
		return nil, err
	}
	y, err := a.org(to.Organization)
	if err != nil {
		return nil, err
	}
	changes := &Changes{From: x.presenceOn(from.On, q.Basis), To: y.presenceOn(to.On, q.Basis)}
	_, last := to.On.Bounds()
	before, disputedBefore := a.at(x, from.On, q)
	after, disputedAfter := a.at(y, to.On, q)
	changes.DisputedFrom, changes.DisputedTo = disputedBefore, disputedAfter
	for _, s := range a.actors() {
		id := s.ID
		c := Change{State: s.State, Certain: Yes}
		c.Before, c.OtherBefore = split(before[id], q.Roles)
		c.After, c.OtherAfter = split(after[id], q.Roles)
		for _, st := range slices.Concat(c.Before, c.After) {
			c.Certain = min(c.Certain, st.Answer)
		}
		if len(c.After) == 0 {
			c.Later = a.laterIn(y, id, last, q)
		}
		switch {
		case len(c.Before) > 0 && len(c.After) > 0:
			changes.Stayed = append(changes.Stayed, c)
		case len(c.Before) > 0:
			changes.Left = append(changes.Left, c)
		case len(c.After) > 0:
			changes.Joined = append(changes.Joined, c)
		}
	}
	return changes, nil
}

// at returns the standings on a day in any role, by state, and those in the
// roles asked for that are only disputed.
func (a *Atlas) at(o *org, on Date, q Query) (held map[StateID][]Standing, disputed []Standing) {
	roles := q.Roles
	q.Roles, q.Disputed = EveryRole, true
	held = map[StateID][]Standing{}
	for _, st := range collect(a.lists(o, q), q, asOf(on)) {
		switch id := st.Membership.State; {
		case st.Answer > No:
			held[id] = append(held[id], st)
		case roles.Has(st.Membership.Role):
			disputed = append(disputed, st)
		}
	}
	return held, disputed
}

func split(all []Standing, roles Roles) (asked, other []Standing) {
	for _, st := range all {
		if roles.Has(st.Membership.Role) {
			asked = append(asked, st)
		} else {
			other = append(other, st)
		}
	}
	return asked, other
}

func (a *Atlas) laterIn(o *org, id StateID, day Day, q Query) []Standing {
	var found []Standing
	for _, same := range a.group(o, q.Identity) {
		for _, m := range same.members() {
			if t := m.at(q.Basis); m.State == id && t.sinceLo > day && t.span != never {
				found = append(found, m.ever(q.Basis))
			}
		}
	}
	return found
}
