package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// closing says in a sentence what the path comes to.
func (v *pathView) closing() []string {
	who := capital(a("member"))
	if v.query.Roles != 0 {
		names := rolesText(v.query.Roles)
		if v.query.Roles == lineage.EveryRole {
			who = "In it"
		} else {
			who = "Among " + names
		}
	}
	if len(v.path.Stints) == 0 {
		what := "a member"
		if v.query.Roles != 0 {
			what = "among " + rolesText(v.query.Roles)
		}
		text := "Never " + what + " along this lineage."
		if n := len(v.path.Others); n > 0 && v.query.Roles == 0 {
			text = "Never a member along this lineage, but " + othersText(v.path.Others) + "."
		}
		return []string{text}
	}

	var between []lineage.Gap
	var after, perhaps bool
	for _, g := range v.path.Gaps {
		switch g.Kind {
		case lineage.Between:
			between = append(between, g)
			perhaps = perhaps || g.Certain == lineage.Maybe
		case lineage.AfterLast:
			after = true
		}
	}
	end, ended := v.lastEnd()
	leaving := ended && v.leaves(end)
	if leaving {
		ended, after = false, false // perhaps still to come
	}
	var text string
	switch {
	case len(between) == 0 && !ended:
		text = who + " without interruption since " + say(v.path.Stints[0].Since)
	case len(between) == 0:
		text = who + " without interruption from " + say(v.path.Stints[0].Since) + " until " + lastDay(end)
	default:
		text = who + " without interruption until " + lastDay(between[0].Since)
		for i, g := range between {
			word := ", and again "
			if i < len(between)-1 {
				text += word + "from " + say(g.Until) + " until " + lastDay(between[i+1].Since)
				continue
			}
			if ended {
				text += word + "from " + say(g.Until) + " until " + lastDay(end)
			} else {
				text += word + "since " + say(g.Until)
			}
		}
	}
	switch {
	case leaving:
		text += "; it is leaving, " + say(end)
	case after:
		text += "; not since"
	}
	text += "."
	if perhaps {
		text += " The dates leave open whether every gap was one."
	}
	notes := []string{text}
	if s := v.suspensions(); s != "" {
		notes = append(notes, s)
	}
	return notes
}

// lastEnd returns when the last membership ended, if it did.
func (v *pathView) lastEnd() (lineage.Date, bool) {
	var end lineage.Date
	for i := range v.path.Stints {
		until := v.path.Stints[i].Until
		if until.IsZero() {
			return until, false
		}
		if end.IsZero() || until.Compare(end) > 0 {
			end = until
		}
	}
	return end, true
}

// leaves reports whether the last membership ends by a departure under way.
func (v *pathView) leaves(end lineage.Date) bool {
	return slices.ContainsFunc(v.path.Stints, func(st lineage.Standing) bool {
		return st.Until == end && underWay(st.Membership)
	})
}

func othersText(others []lineage.Standing) string {
	var texts []string
	for i := range others {
		st := &others[i]
		texts = append(texts, st.Membership.Title()+" of "+st.Organization.Short+" "+since(st.Since))
	}
	return list(texts)
}

// suspensions says when memberships were suspended.
func (v *pathView) suspensions() string {
	var texts []string
	for i := range v.path.Stints {
		st := &v.path.Stints[i]
		for _, iv := range st.Suspensions() {
			if v.suspended(st, iv.Record) == "" {
				continue
			}
			text := "in " + st.Organization.Short + " from " + say(iv.Since)
			switch {
			case iv.Until.IsZero():
			case iv.Until == st.Until && st.EndedWithOrganization():
				text += " to its end"
			default:
				text += " until " + lastDay(iv.Until)
			}
			texts = append(texts, text)
		}
	}
	if len(texts) == 0 {
		return ""
	}
	return "Suspended " + strings.Join(texts, ", and ") + "; a member all the while."
}

// A jsonPath is the answer of the command trace with a state.
type jsonPath struct {
	Organization lineage.OrgID   `json:"organization"`
	State        lineage.StateID `json:"state"`
	Name         string          `json:"name"`
	Lineage      []lineage.OrgID `json:"lineage"` // ancestors first
	Life         jsonInterval    `json:"life"`
	Stints       []jsonStanding  `json:"stints"`
	Others       []jsonStanding  `json:"others"` // in roles not asked for
	Gaps         []jsonGap       `json:"gaps"`
	Basis        lineage.Basis   `json:"basis"`
	Sources      jsonSources     `json:"sources,omitempty"`
}

type jsonGap struct {
	jsonInterval
	Kind    lineage.GapKind `json:"kind"`
	Certain lineage.Answer  `json:"certain"`
	Days    jsonDays        `json:"days"`
}

// jsonDays is the length of a gap; most is null where it has no end.
type jsonDays struct {
	Least int  `json:"least"`
	Most  *int `json:"most"`
}

func (v *pathView) record() jsonPath {
	rec := jsonPath{
		Organization: v.org.ID, State: v.path.State.ID, Name: v.path.State.Name,
		Lineage: []lineage.OrgID{}, Life: interval(v.path.Life),
		Stints: v.recordsOf(v.path.Stints), Others: v.recordsOf(v.path.Others), Gaps: []jsonGap{},
		Basis: v.query.Basis, Sources: v.sourcesOf(v.path.Stints, v.path.Others),
	}
	for _, o := range v.path.Organizations {
		rec.Lineage = append(rec.Lineage, o.ID)
	}
	for _, g := range v.path.Gaps {
		rec.Gaps = append(rec.Gaps, jsonGap{interval(g.Interval), g.Kind, g.Certain, days(g)})
	}
	return rec
}

func days(g lineage.Gap) jsonDays {
	least, most := g.Days()
	if most < 0 {
		return jsonDays{Least: least}
	}
	return jsonDays{least, &most}
}

func (v *pathView) csv(l *listing) {
	for i := range v.path.Stints {
		l.records = append(l.records, stintRecord(&v.path.Stints[i], "membership"))
		for _, iv := range v.path.Stints[i].Suspensions() {
			rec := stintRecord(&v.path.Stints[i], "suspension")
			rec[0], rec[1] = known(iv.Since), iv.Until.String()
			l.records = append(l.records, rec)
		}
	}
	for i := range v.path.Others {
		l.records = append(l.records, stintRecord(&v.path.Others[i], "other role"))
	}
	for _, g := range v.path.Gaps {
		least, most := g.Days()
		rec := []string{known(g.Since), g.Until.String(), "gap", "", "", "", fmt.Sprint(least), "", ""}
		if most >= 0 {
			rec[7] = fmt.Sprint(most)
		}
		l.records = append(l.records, rec)
	}
}

func stintRecord(st *lineage.Standing, what string) []string {
	m := st.Membership
	return []string{
		known(st.Since), st.Until.String(), what, string(st.Organization.ID), m.Role.String(), m.Joined.How.String(),
		"", "", joinIDs(st.Sources()),
	}
}
