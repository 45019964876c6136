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
	// Joined and Left say whether its first and its last day as a member fall
	// within the period asked for. They are No for a question about one day.
	Joined, Left Answer
	basis        Basis // it stands here to keep a Standing small
	// Contested holds the claims that would change Answer or Suspended.
	Contested []Contest

	of *stint
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

// A question is about one of the days from first to last, or about the period
// that they make.
type question struct {
	first, last Day
	during      bool
}

// asOf is the question about the day that d names.
func asOf(d Date) question {
	first, last := d.Bounds()
	return question{first: first, last: last}
}

// during is the question about the period that d spans.
func during(d Date) question {
	first, last := d.Bounds()
	return question{first: first, last: last, during: true}
}

func (q *question) answer(s span) Answer {
	if q.during {
		return s.overlaps(q.first, q.last)
	}
	return s.contains(q.first, q.last)
}

// answer answers q on the basis of st.
func (st *Standing) answer(q *question) {
	t := &st.of.times[st.basis]
	st.Answer = q.answer(t.span)
	for i := range t.rivals {
		st.contest(&t.rivals[i], st.Answer, q.answer(t.rivals[i].span))
	}
	if st.Answer > No {
		st.suspended(q)
	}
	if q.during && st.Answer > No {
		st.Joined = within(t.sinceLo, t.sinceHi, q.first, q.last)
		if !t.goesOn() {
			st.Left = within(dayBefore(t.untilLo), dayBefore(t.untilHi), q.first, q.last)
		}
	}
}

// dayBefore is the last day of what ends with d excluded.
func dayBefore(d Day) Day {
	if d == MinDay || d == MaxDay {
		return d
	}
	return d - 1
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

// suspended answers whether it was suspended then. One of several suspensions
// is enough, so a claim against another one changes nothing.
func (st *Standing) suspended(q *question) {
	all := st.of.suspended
	for i := range all {
		st.Suspended = max(st.Suspended, min(st.Answer, q.answer(all[i].span)))
	}
	for i := range all {
		rest := No
		for j := range all {
			if j != i {
				rest = max(rest, min(st.Answer, q.answer(all[j].span)))
			}
		}
		for j := range all[i].rivals {
			r := &all[i].rivals[j]
			st.contest(r, st.Suspended, max(rest, min(st.Answer, q.answer(r.span))))
		}
	}
}

func (st *Standing) contest(r *rival, answer, other Answer) {
	if other != answer {
		st.Contested = append(st.Contested, Contest{r.about, *r.claim, other})
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
