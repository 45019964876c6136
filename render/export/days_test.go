package export

import (
	"testing"

	"github.com/orglineage/orglineage/lineage"
)

func TestDays(t *testing.T) {
	t.Parallel()
	all := days{lineage.DayOf(1990, 1, 1), lineage.DayOf(2000, 1, 1)}
	const long = 3652 // days of it
	for _, test := range []struct {
		ivs         []string // since and until by turns
		least, most int
		reason      string
	}{
		{[]string{"1995-01-01", "1996-01-01"}, 365, 365, "the first day after is not counted"},
		{[]string{"1995", "1997"}, 1 + 366, 365 + 366 + 364, "it began on the last day of 1995 and ended on the first of 1997, or the other way round"},
		{[]string{"1995", "1995"}, 0, 364, "it may have ended on the day on which it began"},
		{[]string{"1980", "[1995-02-01..]"}, 1857, long, "it had not ended before 1995"},
		{[]string{"", "[..]"}, 0, long, "nothing is known"},
		{[]string{"", ""}, 0, long, "it goes on, but began on any day"},
		{[]string{"1999-12-31", ""}, 1, 1, "it goes on after the window"},
		{[]string{"2000-01-01", ""}, 0, 0, "it began after the window"},
		{[]string{"1980", "1990-01-01"}, 0, 0, "it ended before the window"},
		{[]string{"1991-01-01", "1991-01-11", "1991-01-05", "1991-01-21"}, 20, 20, "a day counts once"},
		{[]string{"1991-01-01", "1991-01-31", "1991-01-05", "1991-01-21"}, 30, 30, "one holds the other"},
		{[]string{"1992-01-01", "1992-01-11", "1991-01-01", "1991-01-11"}, 20, 20, "the order does not matter"},
		{[]string{"1991-01-01", "1995", "1995", "1996-01-01"}, 4*365 + 1 + 1, 5*365 + 1, "a day of 1995 may be of either, but counts once"},
	} {
		var got tally
		for i := 0; i < len(test.ivs); i += 2 {
			var iv lineage.Interval
			for j, at := range []*lineage.Date{&iv.Since, &iv.Until} {
				if text := test.ivs[i+j]; text != "" {
					*at = lineage.MustDate(text)
				}
			}
			got.add(stretchOf(iv))
		}
		if least, most := got.within(all); least != test.least || most != test.most {
			t.Errorf("%q: %d to %d days, want %d to %d: %s", test.ivs, least, most, test.least, test.most, test.reason)
		}
	}
}

func TestWindow(t *testing.T) {
	t.Parallel()
	a := atlas(t, region())
	for _, test := range []struct {
		from, to    string
		first, last string
		reason      string
	}{
		{"", "", "1998-07-17", "2015-01-01", "the founding of CAEC and the end of EurAsEC are the first and last events"},
		{"2001", "2004-02", "2001-01-01", "2004-02-29", "the period is given"},
		{"", "2020", "1998-07-17", "2020-12-31", "what goes on does so until the end of the period"},
		{"[2003..]", "[..2003]", "2003-01-01", "2003-12-31", "an end of a range is an end of the period"},
	} {
		var sel Selection
		if test.from != "" {
			sel.From = lineage.MustDate(test.from)
		}
		if test.to != "" {
			sel.To = lineage.MustDate(test.to)
		}
		got := sel.window(a)
		if got.first.String() != test.first || (got.end-1).String() != test.last {
			t.Errorf("from %q to %q: %s to %s, want %s to %s: %s", test.from, test.to, got.first, got.end-1, test.first, test.last, test.reason)
		}
	}
	if got := (Selection{}).window(atlas(t, lineage.Dataset{})); got.count() != 0 {
		t.Errorf("an empty atlas has %d days", got.count())
	}
}
