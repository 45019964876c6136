package words

import (
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// Unknown reports whether nothing is known of a date.
func Unknown(d lineage.Date) bool {
	first, last := d.Bounds()
	return first == lineage.MinDay && last == lineage.MaxDay
}

// Date writes a date as part of a sentence, such as "17 Jul 1998". It says how
// much is known: "in Jul 1998", "about 1998", "between Apr 1994 and 8 Jul 1994",
// "by 1999", "Feb 1999 or later", "date unknown".
func (l Language) Date(d lineage.Date) string { return l.date(d, true) }

// Label is Date as it stands alone: "Jul 1998" and not "in Jul 1998".
func (l Language) Label(d lineage.Date) string { return l.date(d, false) }

func (l Language) date(d lineage.Date, sentence bool) string {
	p := l.phrases()
	since, until, civil := parts(d)
	switch {
	case Unknown(d):
		return p.unknown
	case d.IsRange() && since == "":
		return fill(p.notAfter, "date", p.civil(until, genitive))
	case d.IsRange() && until == "":
		return fill(p.notBefore, "date", p.civil(since, genitive))
	case d.IsRange():
		return fill(p.between, "first", p.civil(since, genitive), "last", p.civil(until, genitive))
	}
	var out string
	switch {
	case d.Qualifier()&lineage.Approximate != 0:
		out = fill(p.about, "date", p.civil(civil, genitive))
	case sentence && !wholeDay(civil):
		out = fill(p.in, "date", p.civil(civil, prepositional))
	default:
		out = p.civil(civil, nominative)
	}
	return out + doubt(d)
}

// doubt marks a date that its sources are not sure of.
func doubt(d lineage.Date) string {
	if !d.IsRange() && d.Qualifier()&lineage.Uncertain != 0 {
		return " (?)"
	}
	return ""
}

// parts returns the ends of a range, or the date without its qualifier, as
// YYYY-MM-DD, YYYY-MM or YYYY.
func parts(d lineage.Date) (since, until, civil string) {
	text := d.String()
	if d.IsRange() {
		since, until, _ = strings.Cut(strings.Trim(text, "[]"), "..")
		return since, until, ""
	}
	return "", "", strings.TrimRight(text, "~?%")
}

func wholeDay(civil string) bool { return len(civil) >= len("2006-01-02") }

// civil writes YYYY-MM-DD, YYYY-MM or YYYY with the month in a case.
func (p *phrases) civil(s string, c grammaticalCase) string {
	parts := strings.Split(s, "-")
	out := parts[0] + p.yearMark
	if len(parts) > 1 {
		m, err := strconv.Atoi(parts[1])
		if err != nil || m < 1 || m > 12 {
			return s
		}
		if len(parts) > 2 {
			c = genitive // 17 июля
		}
		out = p.months[c][m-1] + " " + out
	}
	if len(parts) > 2 {
		out = strings.TrimPrefix(parts[2], "0") + " " + out
	}
	return out
}

// On writes a day or a period that a question is about: "on 17 Jul 1998", or "in
// 1998".
func (l Language) On(d lineage.Date) string {
	if d.IsDay() {
		return fill(l.phrases().on, "date", l.Date(d))
	}
	return l.Date(d)
}

// Since writes that something goes on: "since 1 Jan 2015", "since about 1998".
func (l Language) Since(d lineage.Date) string { return l.end(d, &l.phrases().since) }

// Until writes when something ended, given the first day after it.
func (l Language) Until(d lineage.Date) string { return l.end(d, &l.phrases().until) }

// Period writes when something was: "28 Feb 2002 to 25 Jan 2006", or "since 1
// Jan 2015" if it goes on. Its end is the first day after it.
func (l Language) Period(iv lineage.Interval) string {
	p := l.phrases()
	switch {
	case iv.Until.IsZero():
		return l.Since(iv.Since)
	case Unknown(iv.Since):
		return l.end(iv.Since, &p.from) + " " + l.Until(iv.Until)
	case iv.Since.IsRange():
		return l.end(iv.Since, &p.from) + " " + l.end(iv.Until, &p.to)
	}
	return l.end(iv.Since, &p.first) + " " + l.end(iv.Until, &p.to)
}

// end writes one end of a period.
func (l Language) end(d lineage.Date, e *end) string {
	p := l.phrases()
	since, until, civil := parts(d)
	switch {
	case Unknown(d):
		return e.unknown
	case d.IsRange() && since == "":
		return fill(e.plain, "date", fill(p.dayBefore, "date", p.civil(until, genitive)))
	case d.IsRange() && until == "":
		return fill(e.plain, "date", fill(p.dayAfter, "date", p.civil(since, genitive)))
	case d.IsRange():
		return fill(e.plain, "date", fill(p.dayBetween, "first", p.civil(since, genitive), "last", p.civil(until, genitive)))
	case d.Qualifier()&lineage.Approximate != 0:
		return fill(e.about, "date", p.civil(civil, genitive)) + doubt(d)
	}
	return fill(e.plain, "date", p.civil(civil, genitive)) + doubt(d)
}

// Shown writes the period that a picture shows, of which one end may be open:
// "1994 to 2006", "from 1994 on", "until 2006".
func (l Language) Shown(from, to lineage.Date) string {
	p := l.phrases()
	since, until := l.inPeriod(from), l.inPeriod(to)
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case from.IsZero():
		return fill(p.shownUntil, "date", until)
	case to.IsZero():
		return fill(p.shownFrom, "date", since)
	}
	return fill(p.shown, "first", since, "last", until)
}

func (l Language) inPeriod(d lineage.Date) string {
	if _, _, civil := parts(d); !d.IsRange() && !d.IsZero() && d.Qualifier()&lineage.Approximate == 0 {
		return l.phrases().civil(civil, genitive) + doubt(d)
	}
	return l.Label(d)
}

// Year writes the year or years in which a date lies: "1998", "about 1998", "1998
// or 1999", "some year from 1994 to 1996", "1999 or later".
func (l Language) Year(d lineage.Date) string {
	p := l.phrases()
	first, last := d.Bounds()
	since, _, _ := first.Civil()
	until, _, _ := last.Civil()
	from, to := strconv.Itoa(since), strconv.Itoa(until)
	switch {
	case first == lineage.MinDay && last == lineage.MaxDay:
		return p.unknown
	case first == lineage.MinDay:
		return fill(p.yearOrEarlier, "year", to)
	case last == lineage.MaxDay:
		return fill(p.yearOrLater, "year", from)
	case since == until:
		return from
	case d.Qualifier()&lineage.Approximate != 0:
		return l.Date(d)
	case until == since+1:
		return fill(p.eitherYear, "first", from, "last", to)
	}
	return fill(p.someYear, "first", from, "last", to)
}

// Years writes when something was, in years: "1998–2002", "since 2015".
func (l Language) Years(iv lineage.Interval) string {
	since := l.Year(iv.Since)
	if iv.Until.IsZero() {
		return fill(l.phrases().sinceYear, "year", since)
	}
	if until := l.Year(iv.Until); until != since {
		return since + "–" + until
	}
	return since
}

// Dates writes the stretch from one event to another, for the head of an entry:
// "1–2 Jan 2015", "6 Oct 2005 – 25 Jan 2006", or one date as [Language.Label].
func (l Language) Dates(first, last lineage.Date) string {
	from, to := l.Label(first), l.Label(last)
	switch a, b := first.String(), last.String(); {
	case from == to:
		return from
	case first.IsDay() && last.IsDay() && a[:len(a)-3] == b[:len(b)-3]: // the same month
		day, _, _ := strings.Cut(from, " ")
		return day + "–" + to
	}
	return from + " – " + to
}
