package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// A pathView writes where a state was along a lineage.
type pathView struct {
	remarker
	org   *lineage.Organization
	query lineage.Query
	path  *lineage.Continuity
}

// A leg is one line of a path.
type leg struct {
	lineage.Interval
	rank int // among legs that begin on the same day
	what string
	text string
}

func (v *pathView) listing() *listing {
	l := &listing{
		title:   v.path.State.Name + " along the lineage of " + v.org.Short,
		head:    []string{"When", "Where", "Remarks"},
		records: [][]string{{"since", "until", "what", "organization", "role", "joined", "days_least", "days_most", "sources"}},
		value:   v.record(),
	}
	legs := v.legs()
	for _, g := range legs {
		l.rows = append(l.rows, []string{saySpan(g.Interval), g.what, g.text})
	}
	v.csv(l)
	l.notes = v.closing()
	if !v.on && len(v.path.Stints) > 0 {
		l.notes = append(l.notes, "Sources: --cite.")
	}
	l.sources = v.bibliography()
	return l
}

// legs returns memberships, suspensions, other roles and gaps by time.
func (v *pathView) legs() []leg {
	var legs []leg
	for i := range v.path.Stints {
		st := &v.path.Stints[i]
		legs = append(legs, leg{st.Interval, 0, st.Organization.Short, v.stint(st)})
		for _, s := range st.Suspensions() {
			if text := v.suspended(st, s.Record); text != "" {
				legs = append(legs, leg{s.Interval, 1, st.Organization.Short, text})
			}
		}
	}
	for i := range v.path.Others {
		st := &v.path.Others[i]
		text := "only " + how(st)
		if st.Membership.Role.Full() {
			text = how(st)
		}
		text = strings.Join(append([]string{text + v.cite(st.Sources()...)}, v.remarks(st)...), "; ")
		legs = append(legs, leg{st.Interval, 2, st.Organization.Short, text})
	}
	for _, g := range v.path.Gaps {
		legs = append(legs, leg{g.Interval, 3, "gap", v.gap(g)})
	}
	slices.SortStableFunc(legs, func(x, y leg) int {
		return cmp.Or(cmp.Compare(begins(x.Since), begins(y.Since)), x.Since.Compare(y.Since), cmp.Compare(x.rank, y.rank))
	})
	return legs
}

// begins returns the first day that is known of a date.
func begins(d lineage.Date) lineage.Day {
	first, last := d.Bounds()
	if first == lineage.MinDay {
		return last
	}
	return first
}

// stint says how a membership began and what it had to do with those before.
func (v *pathView) stint(st *lineage.Standing) string {
	parts := []string{how(st) + v.cite(st.Sources()...)}
	if d := signedBefore(st); d != nil && v.query.Basis == lineage.ByEffect {
		parts = append(parts, "signed "+say(d.On)+v.citeDating(d))
	}
	founder := st.Membership.Joined.How == lineage.Founded || st.Membership.Joined.How == lineage.Continued
	in, _ := v.atlas.Predecessors(st.Organization.ID)
	for _, s := range in {
		before := slices.IndexFunc(v.path.Stints, func(x lineage.Standing) bool { return x.Organization.ID == s.From })
		if before < 0 {
			continue
		}
		from := v.path.Stints[before].Organization.Short
		switch {
		case s.How == lineage.Renamed:
			parts[0] = "the same body as " + from + ", renamed" + v.cite(st.Sources()...)
		case s.How != lineage.Absorbed && !founder:
			// It joined on its own account.
		case s.How == lineage.Transformed:
			parts = append(parts, from+" transformed by a new founding act")
		case s.How == lineage.Absorbed && older(st.Interval, s.Date()):
			parts = append(parts, "in it before "+from+" was absorbed")
		case s.How == lineage.Absorbed:
			parts = append(parts, from+" was absorbed "+say(s.Date()))
		default:
			parts = append(parts, came(s.How)+" "+from)
		}
	}
	for _, r := range v.remarks(st) {
		if !strings.HasPrefix(r, "suspended ") { // it has a line of its own
			parts = append(parts, r)
		}
	}
	return strings.Join(parts, "; ")
}

// signedBefore returns the signature by which a membership came about, if it was
// on another day than the one from which the membership counts.
func signedBefore(st *lineage.Standing) *lineage.Dating {
	began := st.Began()
	if began == nil || began.Step != lineage.Effective {
		return nil
	}
	steps := st.Membership.Joined.Steps
	if founding(st.Organization, began) {
		steps = st.Organization.Founded
	}
	d := steps.At(lineage.Signed)
	if d == nil || d.On.IsZero() || d.On == st.Since {
		return nil
	}
	return d
}

// suspended writes the line of a suspension, "" if it is only claimed.
func (v *pathView) suspended(st *lineage.Standing, rec *lineage.Suspension) string {
	for _, r := range v.remarks(st) {
		if strings.HasPrefix(r, "suspended ") {
			began, _ := rec.Began.For(lineage.ByEffect)
			text := "suspended" + v.citeDating(began)
			if began == nil {
				return ""
			}
			if cs := ofDating(began, about(lineage.ItsSuspension, st.Disputes())); len(cs) > 0 {
				text += " (disputed: " + v.claims(cs) + ")"
			}
			return text
		}
	}
	return ""
}

// gap says how long a gap is and why there is one.
func (v *pathView) gap(g lineage.Gap) string {
	role := "member"
	if v.query.Roles != 0 {
		role = strings.TrimSuffix(rolesText(v.query.Roles), "s")
	}
	var parts []string
	switch least, most := g.Days(); {
	case g.Kind != lineage.Between:
	case most < 0:
		parts = append(parts, "at least "+count(least, "day", "days"))
	case least == most:
		parts = append(parts, count(least, "day", "days"))
	case g.Certain == lineage.Maybe:
		parts = append(parts, "perhaps none, at most "+count(most, "day", "days"))
	default:
		parts = append(parts, fmt.Sprintf("%d to %d days", least, most))
	}
	var why []string
	if g.Kind == lineage.Between || g.Kind == lineage.AfterLast {
		why = append(why, v.ended(g)...)
	}
	switch g.Kind {
	case lineage.Between, lineage.BeforeFirst:
		why = append(why, v.ahead(g)...)
	case lineage.AfterLast:
		why = append(why, v.missing(g)...)
	case lineage.Throughout:
		why = append(why, "never "+a(role))
	}
	if len(parts) == 0 {
		return list(why)
	}
	return parts[0] + ": " + list(why)
}

// ended says how the memberships before a gap ended.
func (v *pathView) ended(g lineage.Gap) []string {
	var why []string
	for i := range v.path.Stints {
		st := &v.path.Stints[i]
		if st.Until != g.Since {
			continue
		}
		switch {
		case st.EndedWithOrganization():
			why = append(why, st.Organization.Short+" had ended")
		case underWay(st.Membership):
			why = append(why, "when it has left "+st.Organization.Short) // perhaps still to come
		default:
			why = append(why, "it "+leftWhat(st.Membership, st.Organization.Short))
		}
	}
	return why
}

// ahead says why the memberships after a gap had not begun.
func (v *pathView) ahead(g lineage.Gap) []string {
	var why []string
	for i := range v.path.Stints {
		st := &v.path.Stints[i]
		if st.Since != g.Until {
			continue
		}
		switch {
		case founding(st.Organization, st.Began()) || st.Membership.Joined.How == lineage.Founded:
			why = append(why, st.Organization.Short+" was not there yet")
		case g.Kind == lineage.Between && st.Began() != nil && st.Membership.Joined.Steps.At(lineage.Signed) != nil && v.query.Basis == lineage.ByEffect &&
			before(st.Membership.Joined.Steps.At(lineage.Signed).On, g.Until):
			why = append(why, "its accession to "+st.Organization.Short+", signed "+
				say(st.Membership.Joined.Steps.At(lineage.Signed).On)+", was not yet in force")
		default:
			why = append(why, "it had not yet joined "+st.Organization.Short)
		}
	}
	return why
}

func before(x, y lineage.Date) bool {
	_, last := x.Bounds()
	first, _ := y.Bounds()
	return !x.IsZero() && last < first
}

// missing names the organizations of the lineage that went on without it.
func (v *pathView) missing(g lineage.Gap) []string {
	var without []string
	for _, o := range v.path.Organizations {
		p, err := v.atlas.Life(o.ID, v.query.Basis)
		if err != nil || p.Answer == lineage.No {
			continue
		}
		first, _ := g.Since.Bounds()
		gone := false
		if !p.Until.IsZero() {
			_, hi := p.Until.Bounds()
			gone = hi <= first
		}
		was := slices.ContainsFunc(v.path.Stints, func(st lineage.Standing) bool { return st.Organization == o })
		if !gone && !was {
			without = append(without, o.Short)
		}
	}
	if len(without) == 0 {
		return nil
	}
	return []string{"it did not become a member of " + choice(without)}
}
