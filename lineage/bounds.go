package lineage

// Bounds are the days between which something began and ended, as far as the
// dates tell: those of a membership lie within the life of its organization,
// those of a suspension within its membership.
type Bounds struct {
	SinceFirst, SinceLast Day // it began on one of these
	// Until is the first day after it, and one of these. MaxDay as UntilFirst
	// means that it goes on.
	UntilFirst, UntilLast Day
}

// Bounds returns the days between which the membership began and ended. They
// hold no day at all if it is only claimed.
func (st *Standing) Bounds() Bounds { return st.of.at(st.basis).bounds() }

// Bounds returns the days between which the suspension began and ended. They
// hold no day at all if it is only claimed.
func (s *Suspended) Bounds() Bounds { return s.in.bounds() }

func (s span) bounds() Bounds { return Bounds{s.sinceLo, s.sinceHi, s.untilLo, s.untilHi} }

// Possible reports whether there may have been any day of it.
func (b Bounds) Possible() bool { return b.SinceFirst < b.UntilLast }

// Contains reports whether it was there on the day.
func (b Bounds) Contains(day Day) Answer {
	return span{b.SinceFirst, b.SinceLast, b.UntilFirst, b.UntilLast}.contains(day, day)
}

// Days returns how many of the days from first to last it held at least and at
// most.
func (b Bounds) Days(first, last Day) (least, most int) {
	if !b.Possible() || last < first {
		return 0, 0
	}
	count := func(since, until Day) int {
		return max(0, int(min(until, last+1))-int(max(since, first)))
	}
	return count(b.SinceLast, b.UntilFirst), count(b.SinceFirst, b.UntilLast)
}
