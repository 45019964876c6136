package lineage

import (
	"cmp"
	"slices"
)

// An Event is one dated step in the history of an organization or of a state
// in it.
type Event struct {
	What         EventKind
	Dating       *Dating // which step, when, where, and how we know
	Organization *Organization
	State        *State      // of memberships and suspensions, else nil
	Membership   *Membership // likewise
	Succession   *Succession // of successions, else nil
}

// An EventKind says what happened.
type EventKind uint8

// The kinds of event.
const (
	FoundingEvent EventKind = 1 + iota
	SuccessionEvent
	AccessionEvent
	SuspensionEvent
	ResumptionEvent
	DepartureEvent
	EndEvent
)

var eventNames = names[EventKind]{"kind of event", []string{
	"", "founding", "succession", "accession", "suspension", "resumption", "departure", "end",
}}

// String returns the kind's text, such as "accession".
func (k EventKind) String() string { return eventNames.text(k) }

// MarshalText returns the kind's text.
func (k EventKind) MarshalText() ([]byte, error) { return eventNames.marshal(k) }

// UnmarshalText parses the kind's text.
func (k *EventKind) UnmarshalText(b []byte) error { return eventNames.unmarshal(k, b) }

// Events returns every dated step in the history of the organizations, or of
// all if none is named, in the order of time. Steps that are only claimed are
// left out, and so are the beginnings of memberships that have no date of
// their own because they began with the organization. The error is a
// [*NotFoundError].
func (a *Atlas) Events(ids ...OrgID) ([]Event, error) {
	orgs, err := a.named(ids)
	if err != nil {
		return nil, err
	}
	var events []Event
	for _, o := range orgs {
		events = a.appendEvents(events, o)
	}
	slices.SortStableFunc(events, func(x, y Event) int {
		return cmp.Or(x.Dating.On.Compare(y.Dating.On), cmp.Compare(x.What, y.What))
	})
	return events, nil
}

// named returns the organizations with the IDs, each once and in order, or all
// of them where there are no IDs.
func (a *Atlas) named(ids []OrgID) ([]*org, error) {
	if len(ids) == 0 {
		return a.orgs(), nil
	}
	var orgs []*org
	for _, id := range ids {
		o, err := a.org(id)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(orgs, o) {
			orgs = append(orgs, o)
		}
	}
	return a.inOrder(orgs), nil
}

func (a *Atlas) appendEvents(events []Event, o *org) []Event {
	add := func(e Event, steps Steps) {
		for step := Announced; step <= Effective; step++ {
			if d := steps.At(step); d != nil && d.held() {
				e.Dating = d
				events = append(events, e)
			}
		}
	}
	e := Event{What: FoundingEvent, Organization: o.Organization}
	add(e, o.Founded)
	for _, s := range o.in {
		e.What, e.Succession = SuccessionEvent, s
		add(e, s.Steps)
	}
	e.Succession = nil
	for _, m := range o.members() {
		e.State, e.Membership = a.states[m.State].State, m.Membership
		e.What = AccessionEvent
		add(e, m.Joined.Steps)
		for i := range m.Suspensions {
			e.What = SuspensionEvent
			add(e, m.Suspensions[i].Began)
			e.What = ResumptionEvent
			add(e, m.Suspensions[i].Ended)
		}
		e.What = DepartureEvent
		add(e, m.Left.Steps)
	}
	e = Event{What: EndEvent, Organization: o.Organization}
	add(e, o.Ended)
	return events
}
