package lineage

import "slices"

// A Standing says how a state stood in an organization: the membership, when it
// counts on the basis asked for, and the answer to the question.
type Standing struct {
	Organization *Organization
	Membership   *Membership
	// Interval is when the membership counts; where several organizations count
	// as one, from the first of them to the last. A range open at its end as
	// Until says that it ended on a day not known.
	Interval

	Answer    Answer // whether it was a member then
	Suspended Answer // whether it was a suspended member then
	// Joined and Left say whether its first and its last day as a member fall
	// within the period asked for. They are No for a question about one day.
	Joined, Left Answer

	// What it answers. Answers are small, as there are many: what they seldom need
	// is worked out from this.
	basis       Basis
	asked       asking
	first, last Day
	of          *stint
}

// An asking says which question a Standing answers.
type asking uint8

const (
	forEver asking = iota
	onDay
	inPeriod
)

// A Contest is a claim against a date, and the answer if the claim were right.
type Contest struct {
	About Subject
	// Organization is the one whose founding or end the claim is about; nil where
	// it is about the membership itself.
	Organization *Organization
	Claim        Claim
	Answer       Answer // to the question that About concerns
}

// set makes st, which is zero, that of a membership, before any question. The
// reading is that of the basis.
func (st *Standing) set(m *stint, r *reading, b Basis) {
	st.Organization, st.Membership, st.Interval, st.of, st.basis = m.org.Organization, m.Membership, r.iv, m, b
}

func (m *stint) standing(b Basis) Standing {
	var st Standing
	st.set(m, m.at(b), b)
	return st
}

// ever answers for all time.
func (m *stint) ever(b Basis) Standing {
	st := m.standing(b)
	st.answerEver(m.at(b))
	return st
}

// answerEver answers for all time; the reading is that of its basis.
func (st *Standing) answerEver(r *reading) Answer {
	if r.span != never {
		st.Answer = Yes
		if st.of.plain {
			return Yes
		}
		for i := range st.of.suspended {
			if st.of.suspended[i].span != never {
				st.Suspended = Yes
			}
		}
	}
	return st.Answer
}

// A question is about one of the days from first to last, or about the period
// that they make.
type question struct {
	first, last Day
	asked       asking
}

// asOf is the question about the day that d names.
func asOf(d Date) question {
	first, last := d.Bounds()
	return question{first, last, onDay}
}

// during is the question about the period that d spans.
func during(d Date) question {
	first, last := d.Bounds()
	return question{first, last, inPeriod}
}

func (q *question) answer(s span) Answer {
	if q.asked == inPeriod {
		return s.overlaps(q.first, q.last)
	}
	return s.contains(q.first, q.last)
}

// answer answers q; the reading is that of its basis.
func (st *Standing) answer(t *reading, q *question) {
	st.Answer, st.asked, st.first, st.last = q.answer(t.span), q.asked, q.first, q.last
	if st.Answer > No && !st.of.plain {
		for i := range st.of.suspended {
			// One of several suspensions is enough.
			st.Suspended = max(st.Suspended, min(st.Answer, q.answer(st.of.suspended[i].span)))
		}
	}
	if q.asked == inPeriod && st.Answer > No {
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

// Contested returns the claims that would change Answer or Suspended. There are
// none of what was asked for all time; see [Standing.Disputes].
func (st *Standing) Contested() []Contest {
	if st.asked == forEver || st.of.plain && st.basis == ByEffect {
		return nil // nearly always
	}
	var cs []Contest
	contest := func(r *rival, answer, other Answer) {
		if other != answer {
			cs = append(cs, Contest{r.about, r.of, *r.claim, other})
		}
	}
	q := question{st.first, st.last, st.asked}
	rivals := st.of.at(st.basis).rivals
	for i := range rivals {
		contest(&rivals[i], st.Answer, q.answer(rivals[i].span))
	}
	if st.Answer == No {
		return cs
	}
	// A claim against one of several suspensions changes nothing if another one is
	// enough.
	all := st.of.suspended
	for i := range all {
		rest := No
		for j := range all {
			if j != i {
				rest = max(rest, min(st.Answer, q.answer(all[j].span)))
			}
		}
		for j := range all[i].rivals {
			r := &all[i].rivals[j]
			contest(r, st.Suspended, max(rest, min(st.Answer, q.answer(r.span))))
		}
	}
	return cs
}

// disputed reports whether a rival claim would make a membership of it.
func (st *Standing) disputed() bool {
	return slices.ContainsFunc(st.Contested(), func(c Contest) bool { return c.Answer > st.Answer })
}

// Began returns the step that counts as the beginning, with its sources and
// rivals: the accession, or the founding of the organization for those who
// began with it. It is nil where nothing is recorded.
func (st *Standing) Began() *Dating { return st.of.at(st.basis).began }

// Ended returns the step that counts as the end, of the membership or of its
// organization. It is nil where nothing is recorded.
func (st *Standing) Ended() *Dating { return st.of.at(st.basis).left }

// EndedWithOrganization reports whether the membership ended because its
// organization did.
func (st *Standing) EndedWithOrganization() bool {
	parts := st.parts()
	_, left := parts[len(parts)-1].Left.Steps.For(ByEffect)
	return left.IsZero() && !st.Until.IsZero()
}

// Disputes returns all claims against the dates of the membership, whether or
// not they change the answer. Their Answer is No.
func (st *Standing) Disputes() []Contest {
	var cs []Contest
	for _, r := range st.of.at(st.basis).rivals {
		cs = append(cs, Contest{About: r.about, Organization: r.of, Claim: *r.claim})
	}
	for _, s := range st.of.suspended {
		for _, r := range s.rivals {
			cs = append(cs, Contest{About: r.about, Organization: r.of, Claim: *r.claim})
		}
	}
	return cs
}

// A Suspended is a time in which a membership was suspended, and the record
// that says so.
type Suspended struct {
	Interval
	Record *Suspension

	in span
}

// Suspensions returns the times in which the membership was suspended, in the
// order of the records.
func (st *Standing) Suspensions() []Suspended {
	var all []Suspended
	for _, m := range st.parts() {
		for i := range m.Suspensions {
			all = append(all, Suspended{m.suspended[i].iv, &m.Suspensions[i], m.suspended[i].span})
		}
	}
	return all
}

// parts returns the memberships that make the standing: one, or several where
// several organizations count as one.
func (st *Standing) parts() []*stint {
	if st.of.parts == nil {
		return []*stint{st.of}
	}
	return st.of.parts
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
	parts := st.parts()
	for _, m := range parts {
		add(m.Joined.Sources)
		steps(m.Joined.Steps)
	}
	for _, d := range []*Dating{st.Began(), st.Ended()} {
		if d != nil {
			add(d.Sources)
		}
	}
	for _, m := range parts {
		steps(m.Left.Steps)
		for i := range m.Suspensions {
			steps(m.Suspensions[i].Began)
			steps(m.Suspensions[i].Ended)
		}
	}
	return ids
}
