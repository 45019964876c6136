package lineage

import "slices"

// A Fact is an event in the life of an organization that is held to have
// happened, and how it is known. One event is one fact: a founding, an end, a
// succession, an accession, a departure, the beginning or the end of a
// suspension.
//
// Of the dated steps of the event, the one that counts by effect ([ByEffect])
// is the fact: the entry into force or the taking part in fact. Where only
// earlier steps are recorded, the fact is dated to some day since the last of
// them. Its sources are those of that step, which say its date, and not those
// of the other steps; to an accession come those that name the state a member
// ([Accession.Sources]).
//
// A member that began with its organization and has no date of its own joined
// on the day of the founding: the fact has the date and the disputes of the
// founding, and the sources of both. A membership that ends with its
// organization has no end of its own, so that the end of an organization is
// one fact and not one for each member. What is only claimed, and what was
// only proposed, is no fact.
type Fact struct {
	What         EventKind
	Organization *Organization
	State        *State      // of memberships and suspensions, else nil
	Membership   *Membership // likewise
	Succession   *Succession // of successions, else nil
	Dating       *Dating     // the step that counts; nil where nothing is dated
	Evidence

	actElsewhere bool // another step of the event names the act
}

// counts reports whether the fact is one of those that the goals are about: a
// part of a membership, or a succession.
func (f *Fact) counts() bool { return f.Membership != nil || f.Succession != nil }

// facts returns the facts of the organization: its founding, the successions
// to it, its memberships by state and beginning, and its end.
func (a *Atlas) facts(o *org) []Fact {
	w := weigher{books: a.sources(), of: Fact{Organization: o.Organization}}
	if !o.Proposed {
		w.event(FoundingEvent, o.Founded)
	}
	for _, s := range o.in {
		w.of.Succession = s
		w.event(SuccessionEvent, s.Steps)
	}
	w.of.Succession = nil
	for _, m := range o.members() {
		if m.time.span == never {
			continue // only claimed
		}
		w.of.State, w.of.Membership = a.states[m.State].State, m.Membership
		w.accession(m)
		for i := range m.Suspensions {
			w.event(SuspensionEvent, m.Suspensions[i].Began)
			w.event(ResumptionEvent, m.Suspensions[i].Ended)
		}
		w.event(DepartureEvent, m.Left.Steps)
	}
	w.of.State, w.of.Membership = nil, nil
	w.event(EndEvent, o.Ended)
	return w.facts
}

// A weigher collects the facts of an organization.
type weigher struct {
	books *bibliography
	of    Fact // what the next ones belong to
	facts []Fact
}

// event adds the event that the steps make, if it is held to have happened.
func (w *weigher) event(what EventKind, steps Steps) {
	if m := steps.moment(ByEffect); !m.on.IsZero() {
		w.add(what, m, m.dating.Sources, steps)
	}
}

// accession adds the beginning of a membership.
func (w *weigher) accession(m *stint) {
	began, steps := m.Joined.Steps.moment(ByEffect), m.Joined.Steps
	if m.Joined.How.withOrganization() {
		steps = slices.Concat(steps, m.org.Founded) // whose act it signed
		if began.dating == nil {
			began = m.org.Founded.moment(ByEffect)
		}
	}
	sources := slices.Clone(m.Joined.Sources)
	if began.dating != nil {
		sources = append(sources, began.dating.Sources...)
	}
	w.add(AccessionEvent, began, sources, steps)
}

func (w *weigher) add(what EventKind, m moment, sources []SourceID, steps Steps) {
	f := w.of
	f.What, f.Dating = what, m.dating
	f.Evidence = w.books.weigh(m.on, sources)
	f.Disputed = len(m.claims) > 0
	for i := range steps {
		f.actElsewhere = f.actElsewhere || steps[i].held() && w.books.weigh(Date{}, steps[i].Sources).Act
	}
	w.facts = append(w.facts, f)
}
