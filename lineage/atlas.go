package lineage

import (
	"cmp"
	"maps"
	"slices"
)

// An Atlas is a checked [Dataset], ready for questions. It is immutable, sorted,
// and safe for concurrent use. What its methods return belongs to the Atlas
// where it is a pointer, and must not be changed.
type Atlas struct {
	orgs    []*org // older before younger, ancestors before descendants
	byID    map[OrgID]*org
	states  map[StateID]*actor
	sources map[SourceID]*Source

	stateIDs  []StateID
	sourceIDs []SourceID
	orgNames  nameIndex
	actNames  nameIndex
}

// An org is an organization with what questions need of it.
type org struct {
	*Organization
	rank    int
	life    [numBases]reading
	members []*stint // by state, then by beginning
	in, out []*Succession
	self    [1]*org     // the organization alone, as groups are lists
	list    [1][]*stint // its members alone, as questions take lists of lists
}

// An actor is a state with its memberships, by beginning.
type actor struct {
	*State
	stints []*stint
}

// A stint is a membership with what questions need of it.
type stint struct {
	*Membership
	org       *org
	place     int // among the members as they are written
	times     [numBases]reading
	suspended []reading
	parts     []*stint // of one that went on under several names of a body, else nil
}

// New checks d and makes an Atlas of it. The error is of type [Problems] and
// holds all faults. New takes ownership: d and what it refers to must not be
// changed afterwards.
func New(d Dataset) (*Atlas, error) {
	c, err := check(&d)
	if err != nil {
		return nil, err
	}
	a := &Atlas{
		orgs: c.built, byID: c.orgs, states: c.states, sources: c.sources,
		orgNames: c.orgNames, actNames: c.actNames,
	}
	a.stateIDs = slices.Sorted(maps.Keys(a.states))
	a.sourceIDs = slices.Sorted(maps.Keys(a.sources))
	if err := a.order(c.follows); err != nil {
		return nil, err
	}
	a.link()
	return a, nil
}

func newOrg(o *Organization) *org {
	c := &org{Organization: o}
	c.self[0] = c
	for b := range numBases {
		c.life[b] = readLife(o, Basis(b))
	}
	c.members = make([]*stint, len(o.Members))
	for i := range o.Members {
		c.members[i] = newStint(c, i)
	}
	slices.SortFunc(c.members, func(x, y *stint) int {
		return cmp.Or(cmp.Compare(x.State, y.State), compareStints(x, y))
	})
	c.list[0] = c.members
	return c
}

func newStint(o *org, place int) *stint {
	m := &o.Members[place]
	s := &stint{Membership: m, org: o, place: place}
	for b := range numBases {
		s.times[b] = readMembership(o, m, Basis(b))
	}
	for i := range m.Suspensions {
		s.suspended = append(s.suspended, readSuspension(&s.times[ByEffect], &m.Suspensions[i]))
	}
	return s
}

// link joins successions and memberships to both of their ends.
func (a *Atlas) link() {
	for _, o := range a.orgs {
		for i := range o.Predecessors {
			s := &o.Predecessors[i]
			s.To = o.ID
			o.in = append(o.in, s)
			a.byID[s.From].out = append(a.byID[s.From].out, s)
		}
		for _, m := range o.members {
			act := a.states[m.State]
			act.stints = append(act.stints, m)
		}
	}
	for _, o := range a.orgs {
		slices.SortFunc(o.in, func(x, y *Succession) int {
			return cmp.Or(x.Date().Compare(y.Date()), cmp.Compare(x.From, y.From), cmp.Compare(x.How, y.How))
		})
		slices.SortFunc(o.out, func(x, y *Succession) int {
			return cmp.Or(x.Date().Compare(y.Date()), cmp.Compare(x.To, y.To), cmp.Compare(x.How, y.How))
		})
	}
	for _, id := range a.stateIDs {
		slices.SortFunc(a.states[id].stints, func(x, y *stint) int {
			return cmp.Or(compareStints(x, y), cmp.Compare(x.org.rank, y.org.rank))
		})
	}
}

// compareStints orders memberships by their beginning, then by end and role.
func compareStints(x, y *stint) int {
	a, b := &x.times[ByEffect], &y.times[ByEffect]
	return cmp.Or(
		a.iv.Since.Compare(b.iv.Since), a.iv.Until.Compare(b.iv.Until),
		cmp.Compare(a.untilLo, b.untilLo), cmp.Compare(x.Role, y.Role),
		x.times[BySignature].iv.Since.Compare(y.times[BySignature].iv.Since),
		x.times[ByDecision].iv.Since.Compare(y.times[ByDecision].iv.Since),
		cmp.Compare(x.Joined.How, y.Joined.How), cmp.Compare(x.Left.How, y.Left.How),
	)
}

// Organizations returns all organizations, older before younger and ancestors
// before descendants.
func (a *Atlas) Organizations() []*Organization {
	os := make([]*Organization, len(a.orgs))
	for i, o := range a.orgs {
		os[i] = o.Organization
	}
	return os
}

// States returns all actors in the order of their IDs.
func (a *Atlas) States() []*State {
	ss := make([]*State, len(a.stateIDs))
	for i, id := range a.stateIDs {
		ss[i] = a.states[id].State
	}
	return ss
}

// Sources returns the bibliography in the order of the IDs.
func (a *Atlas) Sources() []*Source {
	ss := make([]*Source, len(a.sourceIDs))
	for i, id := range a.sourceIDs {
		ss[i] = a.sources[id]
	}
	return ss
}

// Source returns a source by its ID; the error is a [*NotFoundError].
func (a *Atlas) Source(id SourceID) (*Source, error) {
	if s, ok := a.sources[id]; ok {
		return s, nil
	}
	return nil, &NotFoundError{What: "source", Name: string(id)}
}

// Date returns when the succession took effect, or the zero Date.
func (s *Succession) Date() Date {
	_, d := s.Steps.For(ByEffect)
	return d
}

// org returns the organization with the ID.
func (a *Atlas) org(id OrgID) (*org, error) {
	if o, ok := a.byID[id]; ok {
		return o, nil
	}
	return nil, a.orgNames.notFound("organization", string(id))
}

func (a *Atlas) actor(id StateID) (*actor, error) {
	if s, ok := a.states[id]; ok {
		return s, nil
	}
	return nil, a.actNames.notFound("state", string(id))
}
