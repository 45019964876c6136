package lineage

import "slices"

// A Standing says how a state stood in an organization: the membership, when it
// counts on the basis asked for, and the answer to the question.
type Standing struct {
	Organization *Organization
	Membership   *Membership
	// Interval is when the membership counts. A range open at its end as Until
	// says that it ended on a day not known.
	Interval

	Answer    Answer // whether it was a member then
	Suspended Answer // whether it was a suspended member then
	// Joined and Left say whether it began or ended to be a member within the
	// period asked for. They are No for a question about one day.
	Joined, Left Answer
	// Contested holds the claims that would change Answer or Suspended.
	Contested []Contest

	of    *stint
	basis Basis
}

// A Contest is a claim against a date, and the answer if the claim were right.
type Contest struct {
	About  Subject
	Claim  Claim
	Answer Answer // to the question that About concerns
}

func (m *stint) standing(b Basis) Standing {
	return Standing{Organization: m.org.Organization, Membership: m.Membership, Interval: m.times[b].iv, of: m, basis: b}
}

// on answers for the days from first to last, one of which is meant.
func (m *stint) on(b Basis, first, last Day) Standing {
	st := m.standing(b)
	st.answer(func(s span) Answer { return s.contains(first, last) })
	return st
}

// during answers for some day of the period from first to last.
func (m *stint) during(b Basis, first, last Day) Standing {
	st := m.standing(b)
	st.answer(func(s span) Answer { return s.overlaps(first, last) })
	if t := &m.times[b]; st.Answer > No {
		st.Joined = within(t.sinceLo, t.sinceHi, first, last)
		if !t.goesOn() {
			st.Left = within(t.untilLo, t.untilHi, first, last)
		}
	}
	return st
}

// within reports whether a day that is one of lo to hi is one of first to last.
func within(lo, hi, first, last Day) Answer {
	switch {
	case hi < first || lo > last:
		return No
	case lo >= first && hi <= last:
		return Yes
	}
	return Maybe
}

func (st *Standing) answer(ask func(span) Answer) {
	times := &st.of.times[st.basis]
	st.Answer = ask(times.span)
	st.contest(times.rivals, st.Answer, ask)
	for i := range st.of.suspended {
		s := &st.of.suspended[i]
		suspended := min(st.Answer, ask(s.span))
		if st.Answer > No {
			st.contest(s.rivals, suspended, ask)
		}
		st.Suspended = max(st.Suspended, suspended)
	}
}

func (st *Standing) contest(rivals []rival, answer Answer, ask func(span) Answer) {
	for i := range rivals {
		if other := ask(rivals[i].span); other != answer {
			st.Contested = append(st.Contested, Contest{rivals[i].about, *rivals[i].claim, other})
		}
	}
}

// disputed reports whether a rival claim would make a membership of it.
func (st *Standing) disputed() bool {
	return slices.ContainsFunc(st.Contested, func(c Contest) bool { return c.Answer > st.Answer })
}

// Began returns the step that counts as the beginning, with its sources and
// rivals: the accession, or the founding of the organization for those who
// began with it. It is nil where nothing is recorded.
func (st *Standing) Began() *Dating { return st.of.times[st.basis].began }

// Ended returns the step that counts as the end, of the membership or of its
// organization. It is nil where nothing is recorded.
func (st *Standing) Ended() *Dating { return st.of.times[st.basis].left }

// EndedWithOrganization reports whether the membership ended because its
// organization did.
func (st *Standing) EndedWithOrganization() bool {
	_, left := st.Membership.Left.Steps.For(ByEffect)
	return left.IsZero() && !st.Until.IsZero()
}

// Disputes returns all claims against the dates of the membership, whether or
// not they change the answer. Their Answer is No.
func (st *Standing) Disputes() []Contest {
	var cs []Contest
	for _, r := range st.of.times[st.basis].rivals {
		cs = append(cs, Contest{About: r.about, Claim: *r.claim})
	}
	for _, s := range st.of.suspended {
		for _, r := range s.rivals {
			cs = append(cs, Contest{About: r.about, Claim: *r.claim})
		}
	}
	return cs
}

// Suspensions returns the intervals in which the membership was suspended, in
// the order of the records.
func (st *Standing) Suspensions() []Interval {
	ivs := make([]Interval, len(st.of.suspended))
	for i := range st.of.suspended {
		ivs[i] = st.of.suspended[i].iv
	}
	return ivs
}

// Sources returns the sources of the membership, of its dates and of its
// suspensions, each once, in the order of the records.
func (st *Standing) Sources() []SourceID {
	var ids []SourceID
	add := func(more []SourceID) {
		for _, id := range more {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	steps := func(s Steps) {
		for i := range s {
			add(s[i].Sources)
		}
	}
	m := st.Membership
	add(m.Joined.Sources)
	steps(m.Joined.Steps)
	for _, d := range []*Dating{st.Began(), st.Ended()} {
		if d != nil {
			add(d.Sources)
		}
	}
	steps(m.Left.Steps)
	for i := range m.Suspensions {
		steps(m.Suspensions[i].Began)
		steps(m.Suspensions[i].Ended)
	}
	return ids
}
