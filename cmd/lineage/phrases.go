package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// unknownDay is the date of what happened on a day not known.
var unknownDay = lineage.MustDate("[..]")

func isUnknown(d lineage.Date) bool { return d.IsZero() || d == unknownDay }

// say writes a date for people: days, months and years as they are, the rest
// of EDTF in words.
func say(d lineage.Date) string {
	text := d.String()
	switch {
	case isUnknown(d):
		return "a day not known"
	case d.IsRange():
		from, to, _ := strings.Cut(strings.Trim(text, "[]"), "..")
		switch {
		case from == "":
			return to + " or earlier"
		case to == "":
			return from + " or later"
		}
		return "between " + from + " and " + to
	}
	switch d.Qualifier() {
	case lineage.Approximate:
		return "about " + strings.TrimSuffix(text, "~")
	case lineage.Uncertain:
		return strings.TrimSuffix(text, "?") + " (uncertain)"
	case lineage.Approximate | lineage.Uncertain:
		return "about " + strings.TrimSuffix(text, "%") + " (uncertain)"
	}
	return text
}

// sayLong is say with days and months in full, for titles.
func sayLong(d lineage.Date) string {
	if d.IsRange() || d.Qualifier() != 0 || d.IsZero() {
		return say(d)
	}
	var year, month, day int
	switch n, _ := fmt.Sscanf(d.String(), "%d-%d-%d", &year, &month, &day); n {
	case 3:
		return fmt.Sprintf("%d %s %d", day, months[month], year)
	case 2:
		return fmt.Sprintf("%s %d", months[month], year)
	}
	return d.String()
}

var months = [...]string{
	"", "January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

// onDay writes a date, with the preposition, as that of something that was on
// one day; write is say or sayLong.
func onDay(d lineage.Date, write func(lineage.Date) string) string {
	if isUnknown(d) {
		return "on a day not known"
	}
	text := during(d, write)
	if rest, ok := strings.CutPrefix(text, "in "); ok && !d.IsRange() {
		return "on some day of " + rest
	}
	return text
}

// during writes a date, with the preposition, as a period.
func during(d lineage.Date, write func(lineage.Date) string) string {
	text := write(d)
	switch {
	case isUnknown(d):
		return "at any time"
	case strings.HasPrefix(text, "between "), strings.HasPrefix(text, "about "):
		return text
	case precise(d):
		return "on " + text
	}
	return "in " + text
}

// precise reports whether d, or the end that it has, is named to the day.
func precise(d lineage.Date) bool {
	return strings.Count(strings.TrimLeft(d.String(), "[."), "-") == 2
}

// imprecise reports whether d leaves the day open.
func imprecise(d lineage.Date) bool { return !d.IsDay() }

// saySpan writes an interval; its end is the first day after it.
func saySpan(iv lineage.Interval) string {
	since, until := "?", ""
	if !isUnknown(iv.Since) {
		since = say(iv.Since)
	}
	if !iv.Until.IsZero() {
		until = " ?"
		if iv.Until != unknownDay {
			until = " " + say(iv.Until)
		}
	}
	return since + " –" + until
}

// years writes the years of an interval, such as 1994–1998.
func years(iv lineage.Interval) string {
	since, until := yearOf(iv.Since), ""
	if !iv.Until.IsZero() {
		until = yearOf(iv.Until)
	}
	switch {
	case until == since:
		return since
	case until == "":
		return "since " + since
	}
	return since + "–" + until
}

// yearOf writes the year or the years in which a date lies, and no year between
// them: that would be made up.
func yearOf(d lineage.Date) string {
	first, last := d.Bounds()
	lo, _, _ := first.Civil()
	hi, _, _ := last.Civil()
	switch {
	case first == lineage.MinDay && last == lineage.MaxDay:
		return "?"
	case first == lineage.MinDay:
		return fmt.Sprintf("%d or earlier", hi)
	case last == lineage.MaxDay:
		return fmt.Sprintf("%d or later", lo)
	case lo == hi:
		return strconv.Itoa(lo)
	case d.Qualifier()&lineage.Approximate != 0:
		return "about " + d.String()[:4]
	case hi == lo+1:
		return fmt.Sprintf("%d or %d", lo, hi)
	}
	return fmt.Sprintf("some year from %d to %d", lo, hi)
}

// lastDay returns the last day of an interval as text, given the first day
// after it.
func lastDay(until lineage.Date) string {
	if until.IsDay() {
		first, _ := until.Bounds()
		return (first - 1).String()
	}
	return say(until)
}

// fullName is the name of an organization with its short one behind it, if that
// is another.
func fullName(o *lineage.Organization) string {
	if o.Short == o.Name {
		return o.Name
	}
	return o.Name + " (" + o.Short + ")"
}

// shortName is the short name with the name behind it, likewise.
func shortName(o *lineage.Organization) string {
	if o.Short == o.Name {
		return o.Name
	}
	return o.Short + " (" + o.Name + ")"
}

// joined writes IDs one after the other.
func joined[S ~string](ids []S) string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = string(id)
	}
	return strings.Join(texts, " ")
}

// count writes a number and a noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// list joins words: "a, b and c".
func list(words []string) string { return joinWords(words, " and ") }

// choice joins words: "a, b or c".
func choice(words []string) string { return joinWords(words, " or ") }

func joinWords(words []string, last string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + last + words[n-1]
	}
}

// a puts the indefinite article before a noun.
func a(noun string) string {
	if noun != "" && strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// plural returns the plural of a role.
func plural(role string) string {
	if p, ok := strings.CutSuffix(role, "y"); ok {
		return p + "ies"
	}
	return role + "s"
}

// capital makes the first letter of an English sentence a capital.
func capital(s string) string {
	if s != "" && 'a' <= s[0] && s[0] <= 'z' {
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}
