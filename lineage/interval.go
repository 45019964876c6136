package lineage

// An Interval is a stretch of time. Until is the first day after it; an
// interval with a zero Until goes on. A zero Since means that the beginning is
// not known.
type Interval struct {
	Since Date
	Until Date
}

// Contains reports whether the day that d names falls into the interval. It
// answers [Maybe] where the precision of the three dates leaves both possible.
func (iv Interval) Contains(d Date) Answer {
	first, last := d.Bounds()
	return iv.span().contains(first, last)
}

// Overlaps reports whether some day of the period that d spans falls into the
// interval, given that the interval lasts at least one day.
func (iv Interval) Overlaps(d Date) Answer {
	first, last := d.Bounds()
	return iv.span().overlaps(first, last)
}

// compare orders intervals by their beginning, then by their end.
func (iv Interval) compare(other Interval) int {
	if c := iv.Since.Compare(other.Since); c != 0 {
		return c
	}
	return iv.Until.Compare(other.Until)
}

func (iv Interval) span() span {
	s := span{untilLo: MaxDay, untilHi: MaxDay}
	s.sinceLo, s.sinceHi = iv.Since.Bounds()
	if !iv.Until.IsZero() {
		s.untilLo, s.untilHi = iv.Until.Bounds()
	}
	return s
}

// A span is an interval reduced to what questions need: the first and last day
// on which it may have begun and ended. MaxDay as untilLo means that it goes on.
type span struct {
	sinceLo, sinceHi Day
	untilLo, untilHi Day
}

// always is the span of what has neither beginning nor end.
var always = span{MinDay, MinDay, MaxDay, MaxDay}

// never is the span of what did not happen.
var never = span{MaxDay, MaxDay, MinDay, MinDay}

// contains answers for a day that is one of first to last.
func (s span) contains(first, last Day) Answer {
	switch {
	case !s.possible() || last < s.sinceLo || s.untilHi <= first:
		return No
	case s.sinceHi <= first && (last < s.untilLo || s.goesOn()):
		return Yes
	}
	return Maybe
}

func (s span) goesOn() bool { return s.untilLo == MaxDay }

// possible reports whether s may hold at least one day.
func (s span) possible() bool { return s.sinceLo < s.untilHi }

// overlaps answers for the whole of first to last: is some day of it in s, if s
// holds any day at all? Since the beginning then comes before the end, what
// bounds the one bounds the other.
func (s span) overlaps(first, last Day) Answer {
	if !s.possible() || s.sinceLo > last || s.untilHi <= first {
		return No
	}
	begun := s.sinceHi <= last || s.untilHi-1 <= last
	lasting := s.untilLo > first || s.sinceLo >= first
	if begun && lasting {
		return Yes
	}
	return Maybe
}

// intersect returns the span of the days that are in both.
func (s span) intersect(t span) span {
	return span{
		max(s.sinceLo, t.sinceLo), max(s.sinceHi, t.sinceHi),
		min(s.untilLo, t.untilLo), min(s.untilHi, t.untilHi),
	}
}
