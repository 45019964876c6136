package lineage

import (
	"cmp"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
)

// An Atlas is a checked [Dataset], ready for questions. It is immutable, sorted,
// and safe for concurrent use. What its methods return belongs to the Atlas
// where it is a pointer, and must not be changed.
type Atlas struct {
	byID   map[OrgID]*org
	states map[StateID]*actor

	// What follows is made at the latest when a question first needs it.
	orgs     func() []*org // older before younger, ancestors before descendants
	actors   func() []*actor
	sources  func() *bibliography
	orgNames func() *nameIndex
	actNames func() *nameIndex

	collections func() []*Collection
	places      []Place
	set         *Dataset // what it was made of
}

// An org is an organization with what questions need of it.
type org struct {
	*Organization
	rank    int  // among all; [Atlas.orgs] gives it
	founded Date // likewise
	in, out []*Succession
	self    [1]*org // the organization alone, as groups are lists

	ready atomic.Bool
	once  sync.Once
	lives [numBases]reading
	list  [1][]*stint // its members, by state and beginning, as questions take lists of lists

	// What the members are on the other bases, which few ask for.
	others [numBases]struct {
		once     sync.Once
		readings []reading // in the order of the records
	}
}

// An actor is a state with its memberships, by beginning; [Atlas.actors] gives
// them.
type actor struct {
	*State
	stints []*stint
}

// A stint is a membership with what questions need of it; what nearly all need
// comes first.
type stint struct {
	*Membership
	org       *org
	place     int32   // among the members as they are written
	role      Role    // that of the Membership, which stands elsewhere in memory
	plain     bool    // nothing was suspended, and nothing by effect is contested
	window    window  // in which it may have counted by effect, whoever is right
	time      reading // by effect; see at
	suspended []reading
	parts     []*stint // of one that went on under several names of a body, else nil
}

// A bibliography holds sources by their ID, and in the order of the IDs.
type bibliography struct {
	byID   map[SourceID]*Source
	sorted []*Source
}

// New checks d and makes an Atlas of it. The error is of type [Problems] and
// holds all faults. New takes ownership: d and what it refers to must not be
// changed afterwards.
func New(d Dataset) (*Atlas, error) {
	c, err := check(&d)
	if err != nil {
		return nil, err
	}
	a := newAtlas(&d, c.built)
	a.orgNames, a.actNames = known(c.orgNames), known(c.actNames)
	orgs, err := order(c.built, a.byID)
	if err != nil {
		return nil, err
	}
	a.orgs = known(orgs)
	a.actors = known(a.link())
	return a, nil
}

// Checked makes an Atlas of records that [New] has accepted before, without
// checking them again, and reads each of them when a question first needs it:
// a program that carries its facts with it starts at once, however many they
// are. What is answered if New would not accept d is not defined. Like New,
// Checked takes ownership.
func Checked(d Dataset) *Atlas {
	orgs := make([]*org, len(d.Organizations))
	for i := range d.Organizations {
		orgs[i] = newOrg(&d.Organizations[i])
	}
	return newAtlas(&d, orgs)
}

func known[V any](v V) func() V { return func() V { return v } }

func newAtlas(d *Dataset, orgs []*org) *Atlas {
	a := &Atlas{
		byID:   make(map[OrgID]*org, len(orgs)),
		states: make(map[StateID]*actor, len(d.States)),
		places: d.Places,
		set:    d,
	}
	for _, o := range orgs {
		a.byID[o.ID] = o
	}
	actors := make([]actor, len(d.States))
	for i := range d.States {
		actors[i].State = &d.States[i]
		a.states[actors[i].ID] = &actors[i]
	}
	a.join(orgs)
	a.orgs = sync.OnceValue(func() []*org {
		ordered, err := order(orgs, a.byID)
		if err != nil {
			return orgs // not for records that New has accepted
		}
		return ordered
	})
	a.actors = sync.OnceValue(a.link)
	a.sources = sync.OnceValue(func() *bibliography { return newBibliography(d.Sources) })
	a.orgNames = sync.OnceValue(func() *nameIndex { return organizationNames(d.Organizations, d.Lookalikes) })
	a.actNames = sync.OnceValue(func() *nameIndex { return stateNames(d.States) })
	a.collections = sync.OnceValue(func() []*Collection { return collectionsOf(d) })
	return a
}

func newOrg(o *Organization) *org {
	c := &org{Organization: o}
	c.self[0] = c
	return c
}

// life returns when the organization was there.
func (o *org) life(b Basis) *reading {
	o.prepare()
	return &o.lives[b]
}

// members returns the memberships of the organization, by state, then by
// beginning.
func (o *org) members() []*stint { return o.alone()[0] }

// alone returns the memberships as the one list that they are.
func (o *org) alone() [][]*stint {
	o.prepare()
	return o.list[:]
}

// prepare reads the records of the organization, once.
func (o *org) prepare() {
	if !o.ready.Load() {
		o.once.Do(o.read)
	}
}

func (o *org) read() {
	for b := range numBases {
		o.lives[b] = readLife(o.Organization, Basis(b))
	}
	stints := make([]stint, len(o.Members)) // beside each other, as questions walk over them
	members := make([]*stint, len(stints))
	for i := range stints {
		stints[i].read(o, i)
		members[i] = &stints[i]
	}
	slices.SortFunc(members, func(x, y *stint) int {
		if c := cmp.Compare(x.State, y.State); c != 0 {
			return c
		}
		return compareStints(x, y)
	})
	o.list[0] = members
	o.ready.Store(true)
}

// read reads a membership of o.
func (s *stint) read(o *org, place int) {
	m := &o.Members[place]
	s.Membership, s.role, s.org, s.place = m, m.Role, o, int32(place)
	s.time = readMembership(o, m, ByEffect)
	s.window = s.time.window()
	for i := range m.Suspensions {
		s.suspended = append(s.suspended, readSuspension(&s.time, &m.Suspensions[i]))
	}
	s.plain = len(s.suspended) == 0 && len(s.time.rivals) == 0
}

// at returns when the membership counts on a basis. What went on under several
// names of a body was put together on the basis that is asked for.
func (s *stint) at(b Basis) *reading {
	if b == ByEffect || s.parts != nil {
		return &s.time
	}
	return s.other(b)
}

func (s *stint) other(b Basis) *reading {
	o := s.org
	other := &o.others[b]
	other.once.Do(func() {
		other.readings = make([]reading, len(o.Members))
		for i := range o.Members {
			other.readings[i] = readMembership(o, &o.Members[i], b)
		}
	})
	return &other.readings[s.place]
}

// join joins successions to both of their ends.
func (a *Atlas) join(orgs []*org) {
	for _, o := range orgs {
		for i := range o.Predecessors {
			s := &o.Predecessors[i]
			if s.To == "" {
				s.To = o.ID
			}
			o.in = append(o.in, s)
			from := a.byID[s.From]
			from.out = append(from.out, s)
		}
	}
	for _, o := range orgs {
		slices.SortFunc(o.in, func(x, y *Succession) int {
			return cmp.Or(x.Date().Compare(y.Date()), cmp.Compare(x.From, y.From), cmp.Compare(x.How, y.How))
		})
		slices.SortFunc(o.out, func(x, y *Succession) int {
			return cmp.Or(x.Date().Compare(y.Date()), cmp.Compare(x.To, y.To), cmp.Compare(x.How, y.How))
		})
	}
}

// link gives the states their memberships and returns them in the order of
// their IDs.
func (a *Atlas) link() []*actor {
	for _, o := range a.orgs() {
		for _, m := range o.members() {
			act := a.states[m.State]
			act.stints = append(act.stints, m)
		}
	}
	actors := slices.SortedFunc(maps.Values(a.states), func(x, y *actor) int { return cmp.Compare(x.ID, y.ID) })
	each(len(actors), func(i int) { actors[i].sort() })
	return actors
}

// sort sorts the memberships, which stand in the order of the organizations, by
// their beginning. They are spread over the memory, so what tells them apart is
// copied to stand side by side: of a million, that takes a third of the time.
func (s *actor) sort() {
	type entry struct {
		Interval
		*stint
		place int
	}
	entries := make([]entry, len(s.stints))
	for i, m := range s.stints {
		entries[i] = entry{m.time.iv, m, i}
	}
	slices.SortFunc(entries, func(x, y entry) int {
		if c := x.Interval.compare(y.Interval); c != 0 {
			return c
		}
		return cmp.Compare(x.place, y.place)
	})
	for i := range entries {
		s.stints[i] = entries[i].stint
	}
}

func newBibliography(sources []Source) *bibliography {
	b := &bibliography{byID: make(map[SourceID]*Source, len(sources)), sorted: make([]*Source, len(sources))}
	for i := range sources {
		b.byID[sources[i].ID], b.sorted[i] = &sources[i], &sources[i]
	}
	slices.SortFunc(b.sorted, func(x, y *Source) int { return cmp.Compare(x.ID, y.ID) })
	return b
}

// compareStints orders memberships by their beginning, then by end and role.
func compareStints(x, y *stint) int {
	a, b := &x.time, &y.time
	// It tells most of them apart, and what comes then takes longer.
	if c := a.iv.compare(b.iv); c != 0 {
		return c
	}
	if c := cmp.Or(cmp.Compare(a.untilLo, b.untilLo), cmp.Compare(x.role, y.role)); c != 0 {
		return c
	}
	return cmp.Or(
		x.at(BySignature).iv.Since.Compare(y.at(BySignature).iv.Since),
		x.at(ByDecision).iv.Since.Compare(y.at(ByDecision).iv.Since),
		cmp.Compare(x.Joined.How, y.Joined.How), cmp.Compare(x.Left.How, y.Left.How),
	)
}

// Organizations returns all organizations, older before younger and ancestors
// before descendants.
func (a *Atlas) Organizations() []*Organization {
	orgs := a.orgs()
	os := make([]*Organization, len(orgs))
	for i, o := range orgs {
		os[i] = o.Organization
	}
	return os
}

// States returns all actors in the order of their IDs.
func (a *Atlas) States() []*State {
	actors := a.actors()
	ss := make([]*State, len(actors))
	for i, s := range actors {
		ss[i] = s.State
	}
	return ss
}

// Sources returns the bibliography in the order of the IDs.
func (a *Atlas) Sources() []*Source { return slices.Clone(a.sources().sorted) }

// Source returns a source by its ID; the error is a [*NotFoundError].
func (a *Atlas) Source(id SourceID) (*Source, error) {
	if s, ok := a.sources().byID[id]; ok {
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
	return nil, a.orgNames().notFound("organization", string(id))
}

// actor returns the state with the ID, with its memberships.
func (a *Atlas) actor(id StateID) (*actor, error) {
	if s, ok := a.states[id]; ok {
		a.actors()
		return s, nil
	}
	return nil, a.actNames().notFound("state", string(id))
}
