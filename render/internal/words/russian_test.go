package words

import (
	"strings"
	"testing"

	"github.com/orglineage/orglineage/lineage"
)

func date(t *testing.T, text string) lineage.Date {
	t.Helper()
	var d lineage.Date
	if err := d.UnmarshalText([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return d
}

// plain puts common spaces in the place of those that do not break.
func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func TestRussianDate(t *testing.T) {
	for _, tt := range []struct{ in, want, label, reason string }{
		{"1998-07-17", "17 июля 1998 г.", "17 июля 1998 г.", "a day"},
		{"1998-07-07", "7 июля 1998 г.", "7 июля 1998 г.", "no leading zero"},
		{"1998-07", "в июле 1998 г.", "июль 1998 г.", "a month"},
		{"1998", "в 1998 г.", "1998 г.", "a year"},
		{"1998~", "около 1998 г.", "около 1998 г.", "approximate"},
		{"1998-05~", "около мая 1998 г.", "около мая 1998 г.", "an approximate month"},
		{"1998-07-17?", "17 июля 1998 г. (?)", "17 июля 1998 г. (?)", "uncertain"},
		{"[1994-04..1994-07-08]", "не ранее апреля 1994 г. и не позднее 8 июля 1994 г.", "не ранее апреля 1994 г. и не позднее 8 июля 1994 г.", "a range"},
		{"[1999-02..]", "не ранее февраля 1999 г.", "не ранее февраля 1999 г.", "no end known"},
		{"[..1999]", "не позднее 1999 г.", "не позднее 1999 г.", "no beginning known"},
		{"", "дата неизвестна", "дата неизвестна", "not known at all"},
	} {
		d := date(t, tt.in)
		if got := plain(Russian.Date(d)); got != tt.want {
			t.Errorf("Date(%q) = %q, want %q (%s)", tt.in, got, tt.want, tt.reason)
		}
		if got := plain(Russian.Label(d)); got != tt.label {
			t.Errorf("Label(%q) = %q, want %q (%s)", tt.in, got, tt.label, tt.reason)
		}
	}
}

func TestPeriod(t *testing.T) {
	for _, tt := range []struct{ since, until, en, ru string }{
		{"2002-02-28", "2006-01-25", "28 Feb 2002 to 25 Jan 2006", "с 28 февраля 2002 г. до 25 января 2006 г."},
		{"2015-01-01", "", "since 1 Jan 2015", "с 1 января 2015 г."},
		{"1998-07", "2002", "Jul 1998 to 2002", "с июля 1998 г. до 2002 г."},
		{"1998~", "1999%", "about 1998 to about 1999 (?)", "примерно с 1998 г. примерно до 1999 г. (?)"},
		{"", "2006-01-25", "from an unknown date until 25 Jan 2006", "с неизвестной даты до 25 января 2006 г."},
		{"", "", "since an unknown date", "с неизвестной даты"},
		{"2002", "[..]", "2002 to an unknown date", "с 2002 г. до неизвестной даты"},
		{"[2002..2003-05]", "2006", "from a day between 2002 and May 2003 to 2006", "с даты не ранее 2002 г. и не позднее мая 2003 г. до 2006 г."},
		{"1991", "[2027-03-30..]", "1991 to 30 Mar 2027 or later", "с 1991 г. до даты не ранее 30 марта 2027 г."},
		{"[..1991]", "", "since 1991 or earlier", "с даты не позднее 1991 г."},
	} {
		iv := lineage.Interval{Since: date(t, tt.since), Until: date(t, tt.until)}
		if got := English.Period(iv); got != tt.en {
			t.Errorf("Period(%s) = %q, want %q", iv, got, tt.en)
		}
		if got := plain(Russian.Period(iv)); got != tt.ru {
			t.Errorf("Period(%s) = %q, want %q", iv, got, tt.ru)
		}
	}
}

func TestYears(t *testing.T) {
	for _, tt := range []struct{ since, until, en, ru string }{
		{"1994-04-30", "1998-07-17", "1994–1998", "1994–1998"},
		{"2015-01-01", "", "since 2015", "с 2015"},
		{"2015-01-01", "2015-12-01", "2015", "2015"},
		{"[1994-05..1995-03]", "", "since 1994 or 1995", "с 1994 или 1995"},
		{"[1999..]", "", "since 1999 or later", "с 1999 или позже"},
	} {
		iv := lineage.Interval{Since: date(t, tt.since), Until: date(t, tt.until)}
		if got := English.Years(iv); got != tt.en {
			t.Errorf("Years(%s) = %q, want %q", iv, got, tt.en)
		}
		if got := Russian.Years(iv); got != tt.ru {
			t.Errorf("Years(%s) = %q, want %q", iv, got, tt.ru)
		}
	}
}

func TestDates(t *testing.T) {
	for _, tt := range []struct{ first, last, en, ru string }{
		{"2015-01-01", "2015-01-02", "1–2 Jan 2015", "1–2 января 2015 г."},
		{"2015-01-01", "2015-01-01", "1 Jan 2015", "1 января 2015 г."},
		{"2005-10-06", "2006-01-25", "6 Oct 2005 – 25 Jan 2006", "6 октября 2005 г. – 25 января 2006 г."},
		{"2005", "2006", "2005 – 2006", "2005 г. – 2006 г."},
	} {
		if got := English.Dates(date(t, tt.first), date(t, tt.last)); got != tt.en {
			t.Errorf("Dates(%s, %s) = %q, want %q", tt.first, tt.last, got, tt.en)
		}
		if got := plain(Russian.Dates(date(t, tt.first), date(t, tt.last))); got != tt.ru {
			t.Errorf("Dates(%s, %s) = %q, want %q", tt.first, tt.last, got, tt.ru)
		}
	}
}

func TestShown(t *testing.T) {
	for _, tt := range []struct{ from, to, en, ru string }{
		{"1994", "2006-01", "1994 to Jan 2006", "с 1994 г. до января 2006 г."},
		{"1994-05-01", "", "from 1 May 1994 on", "с 1 мая 1994 г."},
		{"", "2006", "until 2006", "до 2006 г."},
		{"", "", "", ""},
	} {
		if got := English.Shown(date(t, tt.from), date(t, tt.to)); got != tt.en {
			t.Errorf("Shown(%s, %s) = %q, want %q", tt.from, tt.to, got, tt.en)
		}
		if got := plain(Russian.Shown(date(t, tt.from), date(t, tt.to))); got != tt.ru {
			t.Errorf("Shown(%s, %s) = %q, want %q", tt.from, tt.to, got, tt.ru)
		}
	}
}
