package export

import (
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// lifeYears writes when an organization was there, such as "1998–2002", or
// "since 2015".
func lifeYears(life lineage.Presence) string {
	if life.Until.IsZero() {
		return "since " + years(life.Since)
	}
	since, until := years(life.Since), years(life.Until)
	if since == until {
		return since
	}
	return since + "–" + until
}

// years writes the year of a date for readers: "1998", "1998/1999" for one of
// the two, "c. 1998", or "?" where the day may be any.
func years(d lineage.Date) string {
	if d.Qualifier()&lineage.Approximate != 0 {
		return "c. " + d.String()[:len("2006")]
	}
	first, last := d.Bounds()
	since, _, _ := first.Civil()
	until, _, _ := last.Civil()
	switch {
	case first == lineage.MinDay && last == lineage.MaxDay:
		return "?"
	case first == lineage.MinDay:
		return strconv.Itoa(until) + " or before"
	case last == lineage.MaxDay:
		return strconv.Itoa(since) + " or later"
	case since == until:
		return strconv.Itoa(since)
	}
	return strconv.Itoa(since) + "/" + strconv.Itoa(until)
}

// spell writes a date for readers who do not know EDTF.
func spell(d lineage.Date) string {
	if !d.IsRange() {
		text := strings.TrimRight(d.String(), "~?%")
		switch {
		case d.IsZero():
			return "date unknown"
		case d.Qualifier()&lineage.Approximate != 0:
			text = "about " + text
		}
		if d.Qualifier()&lineage.Uncertain != 0 {
			text += " (?)"
		}
		return text
	}
	since, until, _ := strings.Cut(strings.Trim(d.String(), "[]"), "..")
	switch {
	case since == "" && until == "":
		return "date unknown"
	case since == "":
		return "by " + until
	case until == "":
		return since + " or later"
	}
	return "between " + since + " and " + until
}

// known writes a date in EDTF, and nothing where nothing is known of it.
func known(d lineage.Date) string {
	if first, last := d.Bounds(); first == lineage.MinDay && last == lineage.MaxDay {
		return ""
	}
	return d.String()
}
