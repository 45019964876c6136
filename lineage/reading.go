package lineage

const numBases = 3

// A reading is the interval that a record gives on one basis, together with
// what it would be if a rival claim were right.
type reading struct {
	iv Interval
	span
	rivals      []rival
	began, left *Dating // where the two ends are recorded, or nil
}

// A rival is one claim against a reading, and the span if it were right.
type rival struct {
	about Subject
	of    *Organization // whose founding or end it is about, or nil
	claim *Claim
	span
}

// A window is the time from the first day on which something may have been there
// to the first day on which it certainly was not any more.
type window struct{ first, until Day }

// window returns the window of a reading, whichever of the claims is right.
func (r *reading) window() window {
	w := window{r.sinceLo, r.untilHi}
	for i := range r.rivals {
		w.first, w.until = min(w.first, r.rivals[i].sinceLo), max(w.until, r.rivals[i].untilHi)
	}
	return w
}

// A Subject says which date of a membership or organization is contested.
type Subject uint8

// The subjects of claims.
const (
	ItsBeginning  Subject = 1 + iota // the accession, or the founding where members began with it
	ItsEnd                           // the departure, or the end of the organization
	ItsSuspension                    // the beginning of a suspension
	ItsResumption                    // the end of a suspension
)

var subjectNames = names[Subject]{"subject", []string{"", "beginning", "end", "suspension", "resumption"}}

// String returns "beginning", "end", "suspension" or "resumption".
func (s Subject) String() string { return subjectNames.text(s) }

// MarshalText returns the subject's text.
func (s Subject) MarshalText() ([]byte, error) { return subjectNames.marshal(s) }

// UnmarshalText parses the subject's text.
func (s *Subject) UnmarshalText(b []byte) error { return subjectNames.unmarshal(s, b) }

// A moment is one end of an interval as records give it: the date that is held
// right and the claims against it.
type moment struct {
	dating *Dating // nil where nothing is recorded
	on     Date    // zero where nothing is held to have happened
	claims []claimed
}

// claimed is the date that would count if a claim were right.
type claimed struct {
	*Claim
	of *Organization // whose founding or end it is about, or nil
	on Date
}

// moment reads the steps on the basis. Claims count against the step that
// counts, and against those not held to have happened that would count instead.
func (s Steps) moment(b Basis) moment {
	var m moment
	m.dating, m.on = s.For(b)
	counts := m.dating
	for i := range s {
		d := &s[i]
		if len(d.Rivals) == 0 || !isBasisStep(d.Step) || d != counts && (d.held() || counts != nil && b.prefers(counts.Step, d.Step)) {
			continue
		}
		if counts == nil && (m.dating == nil || b.prefers(d.Step, m.dating.Step)) {
			m.dating = d
		}
		for j := range d.Rivals {
			on := d.Rivals[j].On
			if on.IsZero() {
				on = someDay
			}
			if !d.held() || !on.covers(d.date()) {
				m.claims = append(m.claims, claimed{&d.Rivals[j], nil, b.since(d.Step, on)})
			}
		}
	}
	return m
}

// of says that the moment is the founding or the end of an organization.
func (m moment) of(o *Organization) moment {
	for i := range m.claims {
		m.claims[i].of = o
	}
	return m
}

// covers reports whether d says the same as e or the same less precisely: a
// year does not contradict a day in it.
func (d Date) covers(e Date) bool {
	first, last := d.Bounds()
	lo, hi := e.Bounds()
	return first <= lo && hi <= last
}

// bounds are the span in which another one lies.
type bounds struct {
	span
	// late says that what is bounded may have come before its time, such as the
	// decision to admit a state to an organization that is still to be founded,
	// and then counts from the beginning of the bounds. Otherwise its own date
	// stays as precise as it is: to have joined on a day says that there was
	// something to join.
	late bool
}

// clip returns what s can be within b. Where s has no end it ends with b.
func (b *bounds) clip(s span) span {
	c := span{
		sinceLo: max(s.sinceLo, b.sinceLo), sinceHi: max(s.sinceHi, b.sinceLo),
		untilLo: min(s.untilLo, b.untilHi), untilHi: min(s.untilHi, b.untilHi),
	}
	if b.late {
		c.sinceHi = max(s.sinceHi, b.sinceHi)
	}
	if s.goesOn() {
		c.untilLo = b.untilLo
	}
	return c
}

// read makes the reading of an interval from its two ends. Nothing recorded as
// until means that the interval ends with its bounds.
func read(since, until moment, happened bool, within *bounds, about, ended Subject) reading {
	r := reading{iv: Interval{since.on, until.on}, began: since.dating, left: until.dating, span: never}
	if happened {
		r.span = within.clip(r.iv.span())
	}
	for _, c := range since.claims {
		alt := Interval{c.on, r.iv.Until}
		r.rivals = append(r.rivals, rival{about, c.of, c.Claim, within.clip(alt.span())})
	}
	r.endClaimed(until.claims, within, ended)
	return r
}

// endClaimed adds the claims that the interval ended on other days. What never
// began did not end on those either.
func (r *reading) endClaimed(claims []claimed, within *bounds, about Subject) {
	for _, c := range claims {
		s := never
		if r.span != never {
			alt := Interval{r.iv.Since, c.on}
			s = within.clip(alt.span())
		}
		r.rivals = append(r.rivals, rival{about, c.of, c.Claim, s})
	}
}

// readLife reads when the organization was there.
func readLife(o *Organization, b Basis) reading {
	since := o.Founded.moment(b).of(o)
	began := !o.Proposed && !since.on.IsZero()
	return read(since, o.Ended.moment(ByEffect).of(o), began, &bounds{span: always}, ItsBeginning, ItsEnd)
}

// readMembership reads when m counts, within the life of its organization.
func readMembership(o *org, m *Membership, b Basis) reading {
	life := &o.lives[b] // not o.life, which asks for this reading
	within := bounds{span: life.span, late: b != ByEffect}
	since := m.Joined.Steps.moment(b)
	founder := since.dating == nil && m.Joined.How.withOrganization()
	if founder {
		since = o.Founded.moment(b).of(o.Organization)
		within.sinceLo, within.sinceHi = MinDay, MinDay // a rival founding moves both
	}
	// A membership begins on a day not known where nothing is recorded, and not
	// at all where there are only claims that it did.
	began := since.dating == nil || !since.on.IsZero()

	left := m.Left.Steps.moment(ByEffect)
	if !left.on.IsZero() {
		r := read(since, left, began, &within, ItsBeginning, ItsEnd)
		r.lifeClaimed(life, within, !founder, true)
		return r
	}
	// It ends with the organization, unless those are right who say that it
	// ended before.
	free := within
	free.untilLo, free.untilHi = MaxDay, MaxDay // a rival end moves both
	r := read(since, o.Ended.moment(ByEffect).of(o.Organization), began, &free, ItsBeginning, ItsEnd)
	r.endClaimed(left.claims, &within, ItsEnd)
	r.lifeClaimed(life, free, !founder, false)
	return r
}

// lifeClaimed adds the claims against the life of the organization that would
// bound a membership with a beginning or an end of its own in another way.
func (r *reading) lifeClaimed(life *reading, within bounds, ownSince, ownUntil bool) {
	if r.span == never {
		return
	}
	for _, c := range life.rivals {
		alt := within
		switch {
		case c.about == ItsBeginning && ownSince:
			alt.sinceLo, alt.sinceHi = c.sinceLo, c.sinceHi
		case c.about == ItsEnd && ownUntil:
			alt.untilLo, alt.untilHi = c.untilLo, c.untilHi
		default:
			continue
		}
		if s := alt.clip(r.iv.span()); s != r.span {
			r.rivals = append(r.rivals, rival{c.about, c.of, c.claim, s})
		}
	}
}

// readSuspension reads when s held, within its membership.
func readSuspension(within *reading, s *Suspension) reading {
	since, until := s.Began.moment(ByEffect), s.Ended.moment(ByEffect)
	began := since.dating == nil || !since.on.IsZero()
	r := read(since, until, began, &bounds{span: within.span}, ItsSuspension, ItsResumption)
	if until.on.IsZero() {
		r.iv.Until = within.iv.Until
	}
	return r
}
