package scene

import (
	"cmp"
	"slices"

	"github.com/orglineage/orglineage/lineage"
)

// A Kind says what happened. Kinds are in the order in which events of one day
// are told.
type Kind uint8

// The kinds of event.
const (
	Ended     Kind = 1 + iota // an organization, into none that is shown
	Followed                  // a succession
	Founded                   // an organization; the spells are those of its founders
	Joined                    // states, in a role
	Took                      // another role, states that held one before
	Left                      // states
	Suspended                 // states
	Resumed                   // states
)

// An Event is something that happened on one date in one organization, to all
// the states that it happened to.
type Event struct {
	Kind        Kind
	On          lineage.Date
	First, Last lineage.Day // of the date
	Body        int         // the organization; of a succession the one that follows
	Flow        int         // of a succession, else -1
	Spells      []int       // the memberships that it is about
	Disputed    bool
}

func (g *gatherer) events() {
	s := g.s
	founders := map[int][]int{}
	for i := range s.Spells {
		sp := &s.Spells[i]
		role := sp.Standing.Membership.Role
		switch {
		case sp.BeganWithBody && role.Full():
			founders[sp.Body] = append(founders[sp.Body], i)
		case sp.BeganWithBody && sp.Standing.Membership.Joined.How == lineage.Continued:
			// It only goes on.
		case s.follows(i):
			g.event(Event{Kind: Took, On: sp.Standing.Since, Body: sp.Body, Flow: -1, Spells: []int{i}, Disputed: sp.DisputedSince})
		default:
			g.event(Event{Kind: Joined, On: sp.Standing.Since, Body: sp.Body, Flow: -1, Spells: []int{i}, Disputed: sp.DisputedSince})
		}
		for _, p := range sp.Pauses {
			g.event(Event{Kind: Suspended, On: p.Suspended.Since, Body: sp.Body, Flow: -1, Spells: []int{i}, Disputed: p.DisputedSince})
			if _, resumed := p.Suspended.Record.Ended.For(lineage.ByEffect); !resumed.IsZero() {
				g.event(Event{Kind: Resumed, On: resumed, Body: sp.Body, Flow: -1, Spells: []int{i}, Disputed: p.DisputedUntil})
			}
		}
		if !sp.Standing.Until.IsZero() && !sp.EndedWithBody && !s.followed(i) && !sp.Brief() {
			g.event(Event{Kind: Left, On: sp.Standing.Until, Body: sp.Body, Flow: -1, Spells: []int{i}, Disputed: sp.DisputedUntil})
		}
	}
	endsInFlow := map[int]bool{}
	for i, f := range s.Flows {
		g.event(Event{Kind: Followed, On: f.Date(), Body: f.To, Flow: i, Disputed: f.Disputed})
		if f.How != lineage.Upgraded && f.Date() == s.Bodies[f.From].Life.Until {
			endsInFlow[f.From] = true
		}
	}
	for i := range s.Bodies {
		b := &s.Bodies[i]
		// One that only goes on under a new name is not founded again.
		renamed := slices.ContainsFunc(s.Flows, func(f Flow) bool {
			return f.To == i && f.How == lineage.Renamed && f.Date() == b.Life.Since
		})
		if !renamed {
			g.event(Event{Kind: Founded, On: b.Life.Since, Body: i, Flow: -1, Spells: founders[i], Disputed: b.DisputedSince})
		}
		if !b.Life.Until.IsZero() && !endsInFlow[i] {
			g.event(Event{Kind: Ended, On: b.Life.Until, Body: i, Flow: -1, Disputed: b.DisputedUntil})
		}
	}
	g.join()
}

// event keeps an event whose date lies in the window.
func (g *gatherer) event(e Event) {
	e.First, e.Last = e.On.Bounds()
	if e.Last < g.s.First || e.First >= g.s.End || e.First == lineage.MinDay && e.Last == lineage.MaxDay {
		return
	}
	g.s.Events = append(g.s.Events, e)
}

// join sorts the events and makes one of those that differ by their states
// alone.
func (g *gatherer) join() {
	s := g.s
	slices.SortStableFunc(s.Events, func(x, y Event) int {
		return cmp.Or(x.On.Compare(y.On), cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.Body, y.Body), cmp.Compare(x.Flow, y.Flow), s.compareTitles(x, y))
	})
	var joined []Event
	for _, e := range s.Events {
		if n := len(joined); n > 0 && e.Flow < 0 {
			last := &joined[n-1]
			if last.Kind == e.Kind && last.On == e.On && last.Body == e.Body && last.Flow < 0 && s.compareTitles(*last, e) == 0 {
				last.Spells = append(last.Spells, e.Spells...)
				last.Disputed = last.Disputed || e.Disputed
				continue
			}
		}
		joined = append(joined, e)
	}
	s.Events = joined
}

// compareTitles orders events by what the states became.
func (s *Scene) compareTitles(x, y Event) int {
	if len(x.Spells) == 0 || len(y.Spells) == 0 {
		return cmp.Compare(len(x.Spells), len(y.Spells))
	}
	a, b := s.Spells[x.Spells[0]].Standing.Membership, s.Spells[y.Spells[0]].Standing.Membership
	by := cmp.Or(cmp.Compare(a.Role, b.Role), cmp.Compare(a.As, b.As))
	if x.Kind == Left {
		return cmp.Or(by, cmp.Compare(a.Left.How, b.Left.How))
	}
	return by
}

// follows reports whether a spell took over from another one of the state in
// the same organization.
func (s *Scene) follows(i int) bool {
	sp := &s.Spells[i]
	for j := i - 1; j >= 0 && s.Spells[j].Body == sp.Body && s.Spells[j].State == sp.State; j-- {
		if s.Spells[j].Standing.Until == sp.Standing.Since && !sp.Standing.Since.IsZero() {
			return true
		}
	}
	return false
}

// followed reports whether another spell of the state took over from this one.
func (s *Scene) followed(i int) bool {
	sp := &s.Spells[i]
	for j := i + 1; j < len(s.Spells) && s.Spells[j].Body == sp.Body && s.Spells[j].State == sp.State; j++ {
		if s.Spells[j].Standing.Since == sp.Standing.Until {
			return true
		}
	}
	return false
}

// Brief reports whether it lasted a day, as that of a guest does. A full member
// joins, however soon it leaves.
func (sp *Spell) Brief() bool {
	b := sp.Standing.Bounds() // the window makes others shorter than they are
	return !sp.Standing.Membership.Role.Full() && b.SinceFirst == b.SinceLast && b.UntilFirst == b.UntilLast && b.UntilFirst == b.SinceFirst+1
}
