package words

import (
	"testing"

	"github.com/orglineage/orglineage/lineage"
)

func TestDate(t *testing.T) {
	for _, tt := range []struct{ in, want, reason string }{
		{"1998-07-17", "17 Jul 1998", "a day"},
		{"1998-07-07", "7 Jul 1998", "no leading zero"},
		{"1998-07", "in Jul 1998", "a month is not a day"},
		{"1998", "in 1998", "nor is a year"},
		{"1998~", "about 1998", "approximate"},
		{"1998-07-17?", "17 Jul 1998 (?)", "uncertain"},
		{"1998%", "about 1998 (?)", "both"},
		{"[1994-04..1994-07-08]", "between Apr 1994 and 8 Jul 1994", "a range"},
		{"[1999-02..]", "Feb 1999 or later", "no end known"},
		{"[..1999]", "by 1999", "no beginning known"},
		{"[..]", "date unknown", "happened, nobody knows when"},
		{"", "date unknown", "not known at all"},
	} {
		var d lineage.Date
		if err := d.UnmarshalText([]byte(tt.in)); err != nil {
			t.Fatal(err)
		}
		if got := English.Date(d); got != tt.want {
			t.Errorf("English.Date(%q) = %q, want %q (%s)", tt.in, got, tt.want, tt.reason)
		}
	}
}

func TestYear(t *testing.T) {
	for in, want := range map[string]string{
		"1998-07-17": "1998", "1998": "1998", "1995~": "about 1995", "[1994..1996-05]": "some year from 1994 to 1996", "[1999..]": "1999 or later",
	} {
		if got := English.Year(lineage.MustDate(in)); got != want {
			t.Errorf("English.Year(%s) = %q, want %q", in, got, want)
		}
	}
}

func TestSeveralOf(t *testing.T) {
	for one, want := range map[string]string{
		"dialogue partner": "dialogue partners", "guest of honour": "guests of honour", "signatory": "signatories",
		"founding state outside the Charter": "founding states outside the Charter", "envoy": "envoys",
	} {
		if got := severalOf(one); got != want {
			t.Errorf("severalOf(%q) = %q, want %q", one, got, want)
		}
	}
}
