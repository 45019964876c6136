package lineage

const numBases = 3

// A reading is the interval that a record gives on one basis, together with
// what it would be if a rival claim were right.
type reading struct {
	iv          Interval
	began, left *Dating // where the two ends are recorded, or nil
	span
	rivals []rival
}

// A rival is one claim against a reading, and the span if it were right.
type rival struct {
	about Subject
	claim *Claim
	span
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
	on     Date
}

func (s Steps) moment(b Basis) moment {
	d, on := s.For(b)
	if d == nil {
		d = s.At(basisSteps[b]) // it may hold claims of what is not held right
	}
	return moment{d, on}
}

func (m moment) claims() []Claim {
	if m.dating == nil {
		return nil
	}
	return m.dating.Rivals
}

// agrees reports whether a claim says the same as the date held right, or the
// same less precisely: a year does not contradict a day in it.
func (m moment) agrees(claim Date) bool {
	if m.on.IsZero() {
		return false
	}
	lo, hi := m.on.Bounds()
	first, last := claim.Bounds()
	return first <= lo && hi <= last
}

// read makes the reading of an interval from its two ends. Nothing recorded as
// until means that the interval goes on.
func read(since, until moment, happened bool, bounds span, about, ended Subject) reading {
	r := reading{iv: Interval{since.on, until.on}, began: since.dating, left: until.dating}
	r.span = r.iv.span().intersect(bounds)
	if !happened {
		r.span = never
	}
	for _, side := range []struct {
		moment
		about Subject
	}{{since, about}, {until, ended}} {
		claims := side.claims()
		for i := range claims {
			on := claims[i].On
			if on.IsZero() {
				on = someDay
			}
			if side.agrees(on) {
				continue
			}
			alt := r.iv
			if side.about == about {
				alt.Since = on
			} else {
				alt.Until = on
			}
			s := alt.span().intersect(bounds)
			if !happened && side.about != about {
				s = never
			}
			r.rivals = append(r.rivals, rival{side.about, &claims[i], s})
		}
	}
	return r
}

// readLife reads when the organization was there.
func readLife(o *Organization, b Basis) reading {
	since := o.Founded.moment(b)
	began := !o.Proposed && !since.on.IsZero()
	return read(since, o.Ended.moment(ByEffect), began, always, ItsBeginning, ItsEnd)
}

// readMembership reads when m counts, within the life of its organization.
func readMembership(o *org, m *Membership, b Basis) reading {
	life := &o.life[b]
	bounds := span{life.sinceLo, life.sinceHi, MaxDay, MaxDay}
	since := m.Joined.Steps.moment(b)
	if since.dating == nil && m.Joined.How.withOrganization() {
		since = o.Founded.moment(b)
		bounds.sinceLo, bounds.sinceHi = MinDay, MinDay // a rival founding moves both
	}
	// A membership begins on a day not known where nothing is recorded, and not
	// at all where there are only claims that it did.
	began := since.dating == nil || !since.on.IsZero()

	until := m.Left.Steps.moment(ByEffect)
	if until.on.IsZero() {
		// It ends with the organization, unless those are right who say that it
		// ended before.
		claims := until.claims()
		until = o.Ended.moment(ByEffect)
		if len(claims) > 0 {
			merged := Dating{Step: Effective, Rivals: append(append([]Claim(nil), claims...), until.claims()...)}
			until.dating = &merged
		}
	} else {
		bounds.untilLo, bounds.untilHi = life.untilLo, life.untilHi
	}
	return read(since, until, began, bounds, ItsBeginning, ItsEnd)
}

// readSuspension reads when s held, within its membership.
func readSuspension(within *reading, s *Suspension) reading {
	since, until := s.Began.moment(ByEffect), s.Ended.moment(ByEffect)
	began := since.dating == nil || !since.on.IsZero()
	r := read(since, until, began, within.span, ItsSuspension, ItsResumption)
	if until.on.IsZero() {
		r.iv.Until = within.iv.Until
	}
	return r
}
