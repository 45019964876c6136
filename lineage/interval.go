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

func (s span) contains(first, last Day) Answer {
	began, going := Maybe, Maybe
	switch {
	case first >= s.sinceHi:
		began = Yes
	case last < s.sinceLo:
		began = No
	}
	switch {
	case s.goesOn() || last < s.untilLo:
		going = Yes
	case first >= s.untilHi:
		going = No
	}
	return min(began, going)
}

func (s span) goesOn() bool { return s.untilLo == MaxDay }

// overlaps reports whether some day from first to last is in s.
func (s span) overlaps(first, last Day) Answer {
	if s == never || s.sinceLo > last || !s.goesOn() && s.untilHi <= first {
		return No
	}
	switch {
	case max(s.sinceHi, first) <= last && (s.goesOn() || max(s.sinceHi, first) < s.untilLo):
		return Yes // a day that is in s for certain
	case first <= s.sinceLo && s.sinceHi <= last:
		return Yes // it began then
	case !s.goesOn() && first < s.untilLo && s.untilHi-1 <= last:
		return Yes // it ended then
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
