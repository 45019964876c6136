package lineage

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestParseDate(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		in          string
		first, last string // of Bounds
		reason      string
	}{
		{"1998-07-17", "1998-07-17", "1998-07-17", "a day is itself"},
		{"1998-07", "1998-07-01", "1998-07-31", "a month is all its days"},
		{"1998-02", "1998-02-01", "1998-02-28", "a February of 28 days"},
		{"2000-02", "2000-02-01", "2000-02-29", "2000 was a leap year"},
		{"2000-02-29", "2000-02-29", "2000-02-29", "2000 was a leap year"},
		{"1998", "1998-01-01", "1998-12-31", "a year is all its days"},
		{"0001", "0001-01-01", "0001-12-31", "the first year"},
		{"9999-12-31", "9999-12-31", "9999-12-31", "the last day"},
		{"1998-07-17~", "1998-07-16", "1998-07-18", "~ widens a day by a day on both sides"},
		{"1998-01-01~", "1997-12-31", "1998-01-02", "~ crosses the turn of the year"},
		{"2000-03-01~", "2000-02-29", "2000-03-02", "~ knows leap years"},
		{"1998-07~", "1998-06-01", "1998-08-31", "~ widens a month by a month"},
		{"1998-12~", "1998-11-01", "1999-01-31", "~ crosses December"},
		{"1998-01~", "1997-12-01", "1998-02-28", "~ crosses January"},
		{"1998~", "1997-01-01", "1999-12-31", "~ widens a year by a year"},
		{"1998?", "1998-01-01", "1998-12-31", "? leaves the span as it is"},
		{"1998-07-17?", "1998-07-17", "1998-07-17", "? leaves the span as it is"},
		{"1998%", "1997-01-01", "1999-12-31", "% is both ~ and ?"},
		{"[1994-04-30..1994-07-08]", "1994-04-30", "1994-07-08", "a range has its ends in it"},
		{"[1994..1996-02]", "1994-01-01", "1996-02-29", "ends are as wide as they are written"},
		{"[1994-06..1994]", "1994-06-01", "1994-12-31", "the year of the end lasts longer than the month"},
		{"[1994..1994]", "1994-01-01", "1994-12-31", "a range of one year"},
		{"[..1998]", "..", "1998-12-31", "open beginning"},
		{"[1999-02..]", "1999-02-01", "..", "open end"},
		{"[..]", "..", "..", "nothing is known but that it happened"},
	} {
		d, err := ParseDate(test.in)
		if err != nil {
			t.Errorf("ParseDate(%q) fails: %v (%s)", test.in, err, test.reason)
			continue
		}
		first, last := d.Bounds()
		if first.String() != test.first || last.String() != test.last {
			t.Errorf("%s spans %s to %s, want %s to %s (%s)", test.in, first, last, test.first, test.last, test.reason)
		}
		if d.String() != test.in {
			t.Errorf("%q became %q (%s)", test.in, d, test.reason)
		}
	}
}

func TestParseDateErrors(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		in     string
		offset int
		reason string
	}{
		{"", 0, "the empty text is no date"},
		{"19x8", 2, "a letter in the year"},
		{"199", 3, "the year is too short"},
		{"0000", 0, "there is no year 0"},
		{"1998-", 5, "nothing after the hyphen"},
		{"1998-7", 6, "a month has two digits"},
		{"1998-13", 5, "there are twelve months"},
		{"1998-00", 5, "months begin at 1"},
		{"1998-07-", 8, "nothing after the hyphen"},
		{"1998-07-00", 8, "days begin at 1"},
		{"1998-07-32", 8, "July has 31 days"},
		{"1998-06-31", 8, "June has 30 days"},
		{"1900-02-29", 8, "1900 was no leap year"},
		{"1998-07-17x", 10, "something follows"},
		{"1998~?", 5, "two qualifiers; both are written %"},
		{" 1998", 0, "a space before"},
		{"1998 ", 4, "a space behind"},
		{"１９９８", 0, "digits of another script"},
		{"-1998", 0, "a year before the first"},
		{"19980717", 4, "the basic format of ISO 8601 is not EDTF"},
		{"[1998", 5, "the range has no dots"},
		{"[1998..", 7, "the range has no end"},
		{"[1998..1999", 11, "the range is not closed"},
		{"[1998..1999]x", 12, "something follows"},
		{"[1998..1999]~", 12, "a range is vague enough"},
		{"[1998~..1999]", 5, "ends have no qualifiers"},
		{"[1999..1998]", 7, "the range ends before it begins"},
		{"[1998..13-01]", 9, "the end is no date"},
		{"[1998..1999-13]", 12, "there are twelve months"},
		{"..1998]", 0, "the range is not opened"},
	} {
		d, err := ParseDate(test.in)
		var e *DateError
		if !errors.As(err, &e) {
			t.Errorf("ParseDate(%q) = %v, %v, want a *DateError (%s)", test.in, d, err, test.reason)
			continue
		}
		if e.Offset != test.offset || e.Input != test.in {
			t.Errorf("ParseDate(%q): error at %d of %q, want %d (%s): %v", test.in, e.Offset, e.Input, test.offset, test.reason, e)
		}
		if !d.IsZero() {
			t.Errorf("ParseDate(%q) fails and returns %v", test.in, d)
		}
	}
}

func TestDateErrorIsShort(t *testing.T) {
	t.Parallel()
	_, err := ParseDate("1998-07-17" + strings.Repeat("ы", 1000))
	var e *DateError
	if !errors.As(err, &e) || len(e.Msg) > 150 {
		t.Errorf("message of %d bytes for a long input", len(e.Msg))
	}
}

func TestMustDatePanics(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("MustDate does not panic")
		}
	}()
	MustDate("1998-13")
}

func TestZeroDate(t *testing.T) {
	t.Parallel()
	var d Date
	if first, last := d.Bounds(); first != MinDay || last != MaxDay {
		t.Errorf("Bounds() = %s, %s", first, last)
	}
	if !d.IsZero() || d.IsDay() || d.IsRange() || d.String() != "" || d.Qualifier() != 0 {
		t.Errorf("the zero Date is %#v", d)
	}
	if text, err := d.MarshalText(); err != nil || len(text) != 0 {
		t.Errorf("MarshalText() = %q, %v", text, err)
	}
	set := MustDate("1998")
	if err := set.UnmarshalText(nil); err != nil || !set.IsZero() {
		t.Errorf("empty text unmarshals to %v, %v", set, err)
	}
	if MustDate("[..]").IsZero() {
		t.Error("a day not known is not the same as no date")
	}
	for _, year := range []int{0, -1, 10000} {
		if d := YearDate(year); !d.IsZero() {
			t.Errorf("YearDate(%d) = %v", year, d)
		}
	}
	if YearDate(1998) != MustDate("1998") {
		t.Error("YearDate(1998) is not 1998")
	}
}

func TestDateKinds(t *testing.T) {
	t.Parallel()
	for in, want := range map[string][2]bool{ // IsDay, IsRange
		"1998-07-17":               {true, false},
		"1998-07-17~":              {false, false},
		"1998-07-17?":              {false, false},
		"1998-07":                  {false, false},
		"1998":                     {false, false},
		"[1998-07-17..1998-07-17]": {false, true},
	} {
		d := MustDate(in)
		if got := [2]bool{d.IsDay(), d.IsRange()}; got != want {
			t.Errorf("%s: IsDay, IsRange = %v, want %v", in, got, want)
		}
	}
}

func TestDateCompare(t *testing.T) {
	t.Parallel()
	want := []string{ // 1997 and 1998~ begin on the same day; the first to end is first
		"1997", "1998~", "1998%", "1998-01", "1998", "1998?", "[1998..1998]",
		"[1998..]", "1998-07", "1998-07-16", "1998-07-17~", "1998-07-17", "[..1998]", "1999", "[..]", "",
	}
	var dates []Date
	for _, s := range want {
		if s == "" {
			dates = append(dates, Date{})
		} else {
			dates = append(dates, MustDate(s))
		}
	}
	slices.Reverse(dates)
	slices.SortFunc(dates, Date.Compare)
	var got []string
	for _, d := range dates {
		got = append(got, d.String())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func TestDateCompareIsAnOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		x, y, z := anyDate.Draw(t, "x"), anyDate.Draw(t, "y"), anyDate.Draw(t, "z")
		if x.Compare(y) != -y.Compare(x) {
			t.Errorf("%q against %q: %d and %d", x, y, x.Compare(y), y.Compare(x))
		}
		if (x.Compare(y) == 0) != (x == y) {
			t.Errorf("%q against %q is %d", x, y, x.Compare(y))
		}
		if x.Compare(y) <= 0 && y.Compare(z) <= 0 && x.Compare(z) > 0 {
			t.Errorf("%q ≤ %q ≤ %q, but not the ends", x, y, z)
		}
	})
}

func TestDateText(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate.Draw(t, "d")
		text, err := d.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var back Date
		if err := back.UnmarshalText(text); err != nil || back != d {
			t.Errorf("%q came back as %q, %v", d, back, err)
		}
	})
	d := MustDate("1998")
	if err := d.UnmarshalText([]byte("199")); err == nil || d != MustDate("1998") {
		t.Errorf("a failed UnmarshalText leaves %v, %v", d, err)
	}
}

func TestDay(t *testing.T) {
	t.Parallel()
	if d := DayOf(1970, 1, 1); d != 0 {
		t.Errorf("1970-01-01 is day %d", d)
	}
	if d := DayOf(1969, 12, 31); d != -1 {
		t.Errorf("1969-12-31 is day %d", d)
	}
	if DayOf(1999, 13, 1) != DayOf(2000, 1, 1) {
		t.Error("a thirteenth month does not carry over")
	}
	rapid.Check(t, func(t *rapid.T) {
		d := Day(rapid.Int32Range(int32(DayOf(1, 1, 1)), int32(DayOf(9999, 12, 31))).Draw(t, "day"))
		if back := DayOf(d.Civil()); back != d {
			t.Errorf("day %d came back as %d", d, back)
		}
		first, last := d.Date().Bounds()
		if first != d || last != d || d.Date().String() != d.String() {
			t.Errorf("day %d is %s, %s to %s", d, d, first, last)
		}
	})
	for _, d := range []Day{MinDay, MaxDay, DayOf(0, 12, 31), DayOf(10000, 1, 1)} {
		if !d.Date().IsZero() {
			t.Errorf("day %d has the date %s", d, d.Date())
		}
	}
}

func TestDateRange(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ lo, hi, want, reason string }{
		{"1998-07-17", "1998-07-17", "1998-07-17", "one day is no range"},
		{"1998-07-01", "1998-07-31", "1998-07", "all of a month"},
		{"1998-01-01", "1998-12-31", "1998", "all of a year"},
		{"1998-01-01", "1999-12-31", "[1998-01-01..1999-12-31]", "two years are a range"},
		{"1998-07-01", "", "[1998-07-01..]", "open end"},
		{"", "1998-07-01", "[..1998-07-01]", "open beginning"},
		{"", "", "[..]", "open"},
	} {
		lo, hi := MinDay, MaxDay
		if test.lo != "" {
			lo, _ = MustDate(test.lo).Bounds()
		}
		if test.hi != "" {
			_, hi = MustDate(test.hi).Bounds()
		}
		if got := dateRange(lo, hi).String(); got != test.want {
			t.Errorf("from %q to %q is %s, want %s (%s)", test.lo, test.hi, got, test.want, test.reason)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{
		"1975-05-28", "1992-08~", "1963%", "", "0001", "0001~", "9999-12-31?", "9999~", "[..]",
		"[1994-04..1994-07-08]", "[..1998]", "[1999-02..]", "[1999..1998]", "1900-02-29", "1998-07-17\x00", "\xff",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			var e *DateError
			if !errors.As(err, &e) || e.Input != s || e.Offset < 0 || e.Offset > len(s) {
				t.Errorf("%q: error %#v", s, err)
			}
			return
		}
		if d.String() != s {
			t.Errorf("%q became %q", s, d)
		}
		if lo, hi := d.Bounds(); lo > hi {
			t.Errorf("%q: bounds %d > %d", s, lo, hi)
		}
		if d.IsZero() {
			t.Errorf("%q is the zero Date", s)
		}
	})
}
