package lineage

import (
	"testing"

	"pgregory.net/rapid"
)

// interval parses "since/until"; either may be empty.
func interval(since, until string) Interval {
	var iv Interval
	_ = iv.Since.UnmarshalText([]byte(since))
	_ = iv.Until.UnmarshalText([]byte(until))
	return iv
}

func TestContains(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		since, until, on string
		want             Answer
		reason           string
	}{
		{"1994-04-30", "1998-07-17", "1994-04-29", No, "the day before"},
		{"1994-04-30", "1998-07-17", "1994-04-30", Yes, "the first day is in it"},
		{"1994-04-30", "1998-07-17", "1998-07-16", Yes, "the last day"},
		{"1994-04-30", "1998-07-17", "1998-07-17", No, "Until is the first day after"},
		{"1994-04-30", "1998-07-17", "1994-04", Maybe, "30 April is in it, 29 April is not"},
		{"1994-04-30", "1998-07-17", "1994", Maybe, "some day of 1994"},
		{"1994-04-30", "1998-07-17", "1995", Yes, "every day of 1995"},
		{"1994-04-30", "1998-07-17", "1993", No, "no day of 1993"},
		{"1994-04-30", "1998-07-17", "1998-07", Maybe, "it ends in that month"},
		{"1994-04-30", "1998-07-17", "", Maybe, "some day nobody knows"},
		{"1994-04", "1998", "1994-04-15", Maybe, "it may begin later in April"},
		{"1994-04", "1998", "1994-04-30", Yes, "April is over on its last day"},
		{"1994-04", "1998", "1994-03-31", No, "before April"},
		{"1994-04", "1998", "1998-01-01", Maybe, "if it ended on New Year's Day, it was over"},
		{"1994-04", "1998", "1997-12-31", Yes, "it ends in 1998 at the earliest"},
		{"1994-04", "1998", "1998-12-31", No, "it ends on that day at the latest, and Until is the first day after"},
		{"1994~", "", "1995-12-31", Yes, "1994~ is over with 1995"},
		{"1994~", "", "1995-12-30", Maybe, "1994~ may be as late as 1995"},
		{"1994~", "", "1992-12-31", No, "1994~ is not before 1993"},
		{"", "1998", "1900", Maybe, "nobody knows when it began"},
		{"", "1998", "1999", No, "it had ended"},
		{"1994", "", "9999-12-31", Yes, "it goes on"},
		{"1994", "[..]", "1999", Maybe, "it ended, nobody knows when"},
		{"1994", "[..]", "1993", No, "it had not begun"},
		{"1994", "[1998..]", "1997", Yes, "it ended in 1998 or later"},
		{"1994", "[1998..]", "2020", Maybe, "it may have ended since"},
		{"[..1994]", "1998", "1994-12-31", Yes, "it began before"},
		{"", "", "1998", Maybe, "nothing is known"},
		{"1998-07-17", "1998-07-17", "1998-07-17", No, "no day at all"},
		{"1998-07-17", "1997", "1997", No, "it would end before it begins"},
		{"1998-07-17", "1997", "", No, "it would end before it begins"},
		{"1998", "1998", "1998-06", Maybe, "both ends are in that year"},
	} {
		if got := interval(test.since, test.until).Contains(optional(test.on)); got != test.want {
			t.Errorf("%s/%s contains %q: %s, want %s (%s)", test.since, test.until, test.on, got, test.want, test.reason)
		}
	}
}

func TestOverlaps(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		since, until, period string
		want                 Answer
		reason               string
	}{
		{"1994-04-30", "1998-07-17", "1994", Yes, "some days of 1994"},
		{"1994-04-30", "1998-07-17", "1998", Yes, "some days of 1998"},
		{"1994-04-30", "1998-07-17", "1993", No, "before"},
		{"1994-04-30", "1999-01-01", "1999", No, "the last day was in 1998"},
		{"1994-04-30", "1999-01-02", "1999", Yes, "one day in 1999"},
		{"1994", "1998", "1994", Yes, "it began in that year"},
		{"1994", "1998", "1998", Maybe, "if it ended on New Year's Day, its last day was in 1997"},
		{"1994", "1998-01", "1997", Yes, "in force all the year"},
		{"1994-12", "1994", "1994-12", Yes, "it began and ended in 1994, so in December"},
		{"1994", "", "1994-06", Maybe, "it may have begun later"},
		{"[1990..1995]", "[1994..1999]", "[1993..1996]", Yes, "it has begun by 1995 and lasts till 1994 at least"},
		{"[1993..]", "1996", "[1992..1997]", Yes, "it ends in 1996, so it began before"},
		{"1998-07-17", "1998-07-17", "1998", No, "no day at all"},
		{"1998-07-17", "1997", "1997", No, "it would end before it begins"},
		{"1994", "", "[1999..]", Yes, "it goes on"},
		{"", "", "1999", Maybe, "nothing is known"},
		{"", "1994", "[..1999]", Yes, "it ended in 1994 after some day at least"},
	} {
		if got := interval(test.since, test.until).Overlaps(optional(test.period)); got != test.want {
			t.Errorf("%s/%s overlaps %q: %s, want %s (%s)", test.since, test.until, test.period, got, test.want, test.reason)
		}
	}
}

func optional(s string) Date {
	var d Date
	if err := d.UnmarshalText([]byte(s)); err != nil {
		panic(err)
	}
	return d
}

// TestSpanAgainstEnumeration compares the answers with those of all concrete
// intervals and days that a small vague interval and question can mean.
func TestSpanAgainstEnumeration(t *testing.T) {
	t.Parallel()
	const days = 6
	each := func(yield func(lo, hi Day)) {
		for lo := range Day(days) {
			for hi := lo; hi < days; hi++ {
				yield(lo, hi)
			}
		}
	}
	each(func(sinceLo, sinceHi Day) {
		each(func(untilLo, untilHi Day) {
			s := span{sinceLo, sinceHi, untilLo, untilHi}
			each(func(first, last Day) {
				if got, want := s.contains(first, last), containsByEnumeration(s, first, last); got != want {
					t.Errorf("%v contains %d–%d: %s, want %s", s, first, last, got, want)
				}
				if got, want := s.overlaps(first, last), overlapsByEnumeration(s, first, last); got != want {
					t.Errorf("%v overlaps %d–%d: %s, want %s", s, first, last, got, want)
				}
			})
		})
		endless := span{sinceLo, sinceHi, MaxDay, MaxDay}
		farEnd := span{sinceLo, sinceHi, 2 * days, 2 * days}
		each(func(first, last Day) {
			if got, want := endless.contains(first, last), farEnd.contains(first, last); got != want {
				t.Errorf("%v contains %d–%d: %s, want %s", endless, first, last, got, want)
			}
			if got, want := endless.overlaps(first, last), farEnd.overlaps(first, last); got != want {
				t.Errorf("%v overlaps %d–%d: %s, want %s", endless, first, last, got, want)
			}
		})
	})
}

// containsByEnumeration is Yes if all intervals hold all the days, No if none
// holds any.
func containsByEnumeration(s span, first, last Day) Answer {
	var c count
	for since := s.sinceLo; since <= s.sinceHi; since++ {
		for until := s.untilLo; until <= s.untilHi; until++ {
			for d := first; d <= last; d++ {
				c.add(since <= d && d < until)
			}
		}
	}
	return c.answer()
}

// overlapsByEnumeration is like it for the intervals that last a day at least,
// and the period as a whole.
func overlapsByEnumeration(s span, first, last Day) Answer {
	var c count
	for since := s.sinceLo; since <= s.sinceHi; since++ {
		for until := max(s.untilLo, since+1); until <= s.untilHi; until++ {
			c.add(since <= last && until > first)
		}
	}
	return c.answer()
}

type count struct{ all, true int }

func (c *count) add(holds bool) {
	c.all++
	if holds {
		c.true++
	}
}

func (c *count) answer() Answer {
	switch c.true {
	case 0:
		return No
	case c.all:
		return Yes
	}
	return Maybe
}

// TestClip compares what a span can be within another one with enumeration.
func TestClip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s, outer := smallSpan.Draw(t, "s"), smallSpan.Draw(t, "outer")
		within := bounds{span: outer}
		clipped := within.clip(s)
		for d := range Day(12) {
			var c count
			for since := s.sinceLo; since <= s.sinceHi; since++ {
				for until := s.untilLo; until <= s.untilHi; until++ {
					// There is an outer interval around it, if there can be one.
					if since >= outer.sinceLo && until <= outer.untilHi && since < until {
						c.add(since <= d && d < until)
					}
				}
			}
			got := clipped.contains(d, d)
			if c.all > 0 && got != Maybe && got != c.answer() {
				t.Errorf("%v in %v contains %d: %s, want %s", s, outer, d, got, c.answer())
			}
			if sure := s.contains(d, d); sure == No && got != No {
				t.Errorf("%v in %v contains %d: %s, outside of it no", s, outer, d, got)
			}
		}
	})
}

var smallSpan = rapid.Custom(func(t *rapid.T) span {
	draw := func(name string) (lo, hi Day) {
		x := rapid.Int32Range(0, 11).Draw(t, name+"Lo")
		return Day(x), Day(rapid.Int32Range(x, 11).Draw(t, name+"Hi"))
	}
	var s span
	s.sinceLo, s.sinceHi = draw("since")
	s.untilLo, s.untilHi = draw("until")
	return s
})

// TestVaguerDates: to know less may turn a sure answer into Maybe, but never
// into its opposite, and never makes a sure answer of Maybe.
func TestVaguerDates(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		iv := Interval{anyDate.Draw(t, "since"), anyDate.Draw(t, "until")}
		on := anyDate.Draw(t, "on")
		vague, vagueOn := iv, on
		switch rapid.IntRange(0, 2).Draw(t, "which") {
		case 0:
			vague.Since = vaguer(t, iv.Since)
		case 1:
			vague.Until = vaguer(t, iv.Until)
		case 2:
			vagueOn = vaguer(t, on)
		}
		sharp, blurred := iv.Contains(on), vague.Contains(vagueOn)
		if blurred != sharp && blurred != Maybe {
			t.Errorf("%s contains %s: %s; but %s contains %s: %s", iv, on, sharp, vague, vagueOn, blurred)
		}
		// A wider period is another question, not a vaguer one. An interval that
		// cannot last a day does not overlap, whatever it may become.
		if vagueOn == on && iv.span().possible() {
			sharp, blurred = iv.Overlaps(on), vague.Overlaps(on)
			if blurred != sharp && blurred != Maybe {
				t.Errorf("%s overlaps %s: %s; but %s: %s", iv, on, sharp, vague, blurred)
			}
		}
	})
}

func TestIntervalLaws(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		iv := Interval{anyDate.Draw(t, "since"), anyDate.Draw(t, "until")}
		x, y := anyDay.Draw(t, "x"), anyDay.Draw(t, "y")
		if x > y {
			x, y = y, x
		}
		if iv.Until.IsZero() && iv.Contains(x.Date()) > iv.Contains(y.Date()) {
			t.Errorf("%s goes on, but is less sure to contain %s than %s", iv, y, x)
		}
		begun := Interval{Until: iv.Until}
		begun.Since = dateRange(MinDay, x)
		if begun.Contains(x.Date()) < begun.Contains(y.Date()) {
			t.Errorf("%s had begun, but is surer to contain %s than %s", begun, y, x)
		}
		// A period is overlapped if a day of it is contained.
		period := dateRange(x, y)
		for _, d := range []Day{x, y, x + (y-x)/2} {
			if got, least := iv.Overlaps(period), iv.Contains(d.Date()); got < least {
				t.Errorf("%s overlaps %s: %s, but contains %s: %s", iv, period, got, d, least)
			}
		}
		// A day is a period of one day, but for intervals that may hold none.
		if got, least := iv.Overlaps(x.Date()), iv.Contains(x.Date()); got < least || got == Yes && least == No {
			t.Errorf("%s overlaps %s: %s, contains it: %s", iv, x, got, least)
		}
	})
}

func TestAnswer(t *testing.T) {
	t.Parallel()
	for a, want := range map[Answer]Answer{No: Yes, Maybe: Maybe, Yes: No} {
		if got := a.Not(); got != want {
			t.Errorf("%s.Not() = %s", a, got)
		}
	}
}

func TestIntervalString(t *testing.T) {
	t.Parallel()
	for want, iv := range map[string]Interval{
		"1994-04-30 – 1998-07-17": interval("1994-04-30", "1998-07-17"),
		"1994 –":                  interval("1994", ""),
		"? – 1998":                interval("", "1998"),
		"? –":                     {},
	} {
		if got := iv.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
