package render

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

var months = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// formatDate writes a date for readers, such as "17 Jul 1998". It says how much
// is known: "in Jul 1998", "about 1998", "between Apr 1994 and 8 Jul 1994".
func formatDate(d lineage.Date) string {
	text := d.String()
	switch {
	case unknown(d):
		return "date unknown"
	case d.IsRange():
		since, until, _ := strings.Cut(strings.Trim(text, "[]"), "..")
		switch {
		case since == "":
			return "by " + formatCivil(until)
		case until == "":
			return formatCivil(since) + " or later"
		}
		return "between " + formatCivil(since) + " and " + formatCivil(until)
	}
	civil := strings.TrimRight(text, "~?%")
	out := formatCivil(civil)
	switch {
	case d.Qualifier()&lineage.Approximate != 0:
		out = "about " + out
	case len(civil) < len("2006-01-02"):
		out = "in " + out
	}
	if d.Qualifier()&lineage.Uncertain != 0 {
		out += " (?)"
	}
	return out
}

// vague reports whether a date is not known to the day.
func vague(d lineage.Date) bool { return !d.IsDay() }

// unknown reports whether nothing is known of a date.
func unknown(d lineage.Date) bool {
	first, last := d.Bounds()
	return first == lineage.MinDay && last == lineage.MaxDay
}

// formatCivil writes YYYY-MM-DD, YYYY-MM or YYYY for readers.
func formatCivil(s string) string {
	parts := strings.Split(s, "-")
	out := parts[0]
	if len(parts) > 1 {
		m, err := strconv.Atoi(parts[1])
		if err != nil || m < 1 || m > len(months) {
			return s
		}
		out = months[m-1] + " " + out
	}
	if len(parts) > 2 {
		out = strings.TrimPrefix(parts[2], "0") + " " + out
	}
	return out
}

// formatYear writes the year or years in which a date lies.
func formatYear(d lineage.Date) string {
	first, last := d.Bounds()
	since, _, _ := first.Civil()
	until, _, _ := last.Civil()
	switch {
	case first == lineage.MinDay && last == lineage.MaxDay:
		return formatDate(d)
	case first == lineage.MinDay:
		return strconv.Itoa(until) + " or earlier"
	case last == lineage.MaxDay:
		return strconv.Itoa(since) + " or later"
	case since == until:
		return strconv.Itoa(since)
	case d.Qualifier()&lineage.Approximate != 0:
		return formatDate(d)
	case until == since+1:
		return strconv.Itoa(since) + " or " + strconv.Itoa(until)
	}
	return fmt.Sprintf("some year from %d to %d", since, until)
}

// years writes when an organization was there, such as "1998–2002".
func years(life lineage.Presence) string {
	since := formatYear(life.Since)
	if life.Until.IsZero() {
		return "since " + since
	}
	if until := formatYear(life.Until); until != since {
		return since + "–" + until
	}
	return since
}

// list joins names as in "A, B and C".
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

func plural(r lineage.Role, n int) string {
	switch {
	case n == 1:
		return r.String()
	case r == lineage.Party:
		return "parties"
	}
	return r.String() + "s"
}

// inRole writes the role of one state, and of several: "an observer" and
// "observers", or the organization's own word without an article.
func inRole(m *lineage.Membership) (one, many string) {
	switch {
	case m.As != "":
		return m.As, severalOf(m.As)
	case m.Role == lineage.Observer || m.Role == lineage.Associate:
		one = "an "
	default:
		one = "a "
	}
	return one + m.Role.String(), plural(m.Role, 2)
}

// severalOf writes an organization's own word for a role of several: dialogue
// partners, signatories, guests of honour.
func severalOf(word string) string {
	rest := ""
	for _, between := range []string{" of ", " outside ", " in ", " to ", " with "} {
		if i := strings.Index(word, between); i > 0 {
			word, rest = word[:i], word[i:]+rest
		}
	}
	if y, ok := strings.CutSuffix(word, "y"); ok && !strings.ContainsAny(y[max(0, len(y)-1):], "aeiou") {
		return y + "ies" + rest
	}
	return word + "s" + rest
}

// takesRole returns how to say that one state, and that several states, take a
// role; verb and verbs are "becomes" and "become", or the like.
func takesRole(m *lineage.Membership, verb, verbs string) (one, many string) {
	role, roles := inRole(m)
	return "%s " + verb + " " + role, "%s " + verbs + " " + roles
}

// joins returns the same for one that was not there before.
func joins(m *lineage.Membership) (one, many string) {
	if m.Role == lineage.Member && m.As == "" {
		return "%s joins", "%s join"
	}
	return takesRole(m, "becomes", "become")
}

// leaves returns how to say that one state, and that several states, leave.
func leaves(k lineage.DepartureKind) (one, many string) {
	switch k {
	case lineage.Withdrew:
		return "%s withdraws", "%s withdraw"
	case lineage.Expelled:
		return "%s is expelled", "%s are expelled"
	case lineage.NotRenewed:
		return "%s does not renew", "%s do not renew"
	}
	return "%s ceases to take part", "%s cease to take part"
}

// becomes returns how to say that an organization ends in another one.
func becomes(k lineage.SuccessionKind) string {
	switch k {
	case lineage.Renamed:
		return "renamed"
	case lineage.Transformed, lineage.Merged, lineage.Split:
		return k.String() + " into"
	case lineage.Revived:
		return "revived as"
	case lineage.Upgraded:
		return "upgraded by"
	}
	return k.String() + " by"
}

// period writes a stretch of time, of which one end may be open.
func period(from, to lineage.Date) string {
	since, until := strings.TrimPrefix(formatDate(from), "in "), strings.TrimPrefix(formatDate(to), "in ")
	switch {
	case from.IsZero():
		return "until " + until
	case to.IsZero():
		return "from " + since + " on"
	}
	return since + " to " + until
}

// dayOrPeriod writes when a question is about: "on" a day, or "in" a period.
func dayOrPeriod(d lineage.Date) string {
	if vague(d) {
		return formatDate(d)
	}
	return "on " + formatDate(d)
}
