package lineage

import (
	"testing"

	"pgregory.net/rapid"
)

func TestBoundsDays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		since, until string
		least, most  int
		reason       string
	}{
		{"1999-03-01", "1999-03-11", 10, 10, "the day of leaving does not count"},
		{"1998", "", 365, 365, "all of the year, and after it"},
		{"1999", "", 1, 365, "from some day of the year on: the last at the latest"},
		{"1999-03", "1999-04-10", 10, 40, "from some day of March on"},
		{"1999-03-01", "1999", 0, 305, "it may have ended at once, or on the last day of the year"},
		{"1999", "1999", 0, 364, "some days of the year, and no more is known"},
		{"2000-01-01", "", 0, 0, "after the year"},
		{"1990", "1999-01-01", 0, 0, "before the year"},
		{"", "1999-01-03", 0, 2, "it may have begun at any time"},
	} {
		b := Interval{optional(c.since), optional(c.until)}.span().bounds()
		if least, most := b.Days(DayOf(1999, 1, 1), DayOf(1999, 12, 31)); least != c.least || most != c.most {
			t.Errorf("%s – %s: %d to %d days, want %d to %d (%s)", c.since, c.until, least, most, c.least, c.most, c.reason)
		}
	}
	if least, most := never.bounds().Days(DayOf(1999, 1, 1), DayOf(1999, 12, 31)); least != 0 || most != 0 || never.bounds().Possible() {
		t.Error("what never was has days")
	}
}

// TestBoundsLaws: the bounds say of a day what the atlas does, and a year has at
// least the days that are sure and at most those that are possible.
func TestBoundsLaws(t *testing.T) {
	t.Parallel()
	a := mustNew(t, southern())
	rapid.Check(t, func(t *rapid.T) {
		o := rapid.SampledFrom(a.Organizations()).Draw(t, "organization")
		q := Query{Roles: EveryRole, Basis: rapid.SampledFrom(AllBases()).Draw(t, "basis"), Disputed: true}
		year := rapid.IntRange(1974, 2016).Draw(t, "year")
		all, err := a.MembersDuring(o.ID, someDay, q)
		if err != nil {
			t.Fatal(err)
		}
		for _, st := range all {
			b, sure, possible := st.Bounds(), 0, 0
			for day := DayOf(year, 1, 1); day <= DayOf(year, 12, 31); day++ {
				want := No
				on, err := a.MembersOn(o.ID, day.Date(), q)
				if err != nil {
					t.Fatal(err)
				}
				for _, x := range on {
					if x.Membership == st.Membership {
						want = x.Answer
					}
				}
				if have := b.Contains(day); have != want {
					t.Fatalf("%s in %s on %v: %v by the bounds, want %v", st.Membership.State, o.ID, day, have, want)
				}
				if want == Yes {
					sure++
				}
				if want > No {
					possible++
				}
			}
			if least, most := b.Days(DayOf(year, 1, 1), DayOf(year, 12, 31)); least != sure || most != possible {
				t.Fatalf("%s in %s in %d: %d to %d days, want %d to %d", st.Membership.State, o.ID, year, least, most, sure, possible)
			}
		}
	})
}

func TestSuspendedBounds(t *testing.T) {
	t.Parallel()
	a := mustNew(t, southern())
	sts := must[[]Standing](t)(a.MembersOn("sadc", MustDate("2010-01-01"), Query{}))
	for _, st := range sts {
		if st.Membership.State != "MG" {
			continue
		}
		b := st.Suspensions()[0].Bounds()
		want := Bounds{DayOf(2009, 3, 1), DayOf(2009, 3, 31), DayOf(2014, 1, 30), DayOf(2014, 1, 30)}
		if b != want {
			t.Errorf("suspended %v, want %v", b, want)
		}
		return
	}
	t.Error("no suspended member")
}
