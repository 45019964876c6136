package words

import (
	"slices"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// Standing tells a membership in a sentence without a full stop, for names and
// tooltips: "Kazakhstan: member of CACO, founding member, 28 Feb 2002 to 25 Jan
// 2006; suspended …; end disputed: …". The state has the name of its last day there.
func (l Language) Standing(state *lineage.State, st *lineage.Standing) string {
	p, m := l.phrases(), st.Membership
	role := l.titleIn(m, st.Organization, l.Title(m, 1))
	if m.Joined.How == lineage.Founded && m.Role.Full() {
		founder := p.founder
		if m.Role == lineage.Party {
			founder = p.founderOfTreaty
		}
		role += ", " + founder
	}
	period := p.onlyClaim
	if st.Bounds().Possible() {
		period = l.Period(st.Interval)
	}
	said := []string{fill(p.membership, "state", l.State(state, lastDay(st.Interval)), "role", role, "period", period)}
	for _, s := range st.Suspensions() {
		if began, _ := s.Record.Began.For(lineage.ByEffect); began == nil {
			continue // only claimed
		}
		pause := s.Interval
		if pause.Until.IsZero() {
			pause.Until = st.Until // it lasts as long as the membership
		}
		said = append(said, fill(p.suspended, "period", l.Period(pause)))
	}
	if text := p.left[m.Left.How]; text != "" && !st.Until.IsZero() && !st.EndedWithOrganization() {
		said = append(said, text)
	}
	return strings.Join(append(said, l.claims(st.Disputes())...), "; ")
}

// lastDay returns a day for the name of the state: the last one of a membership.
// A zero date, for one that goes on, asks for the name of today.
func lastDay(iv lineage.Interval) lineage.Date {
	if first, _ := iv.Until.Bounds(); iv.Until.IsDay() {
		return (first - 1).Date()
	}
	return iv.Until
}

// claims tells what other sources say, one text for each thing they are about.
func (l Language) claims(contests []lineage.Contest) []string {
	p := l.phrases()
	var said []string
	for about := lineage.ItsBeginning; about <= lineage.ItsResumption; about++ {
		var dates []string
		for _, c := range contests {
			date := p.noDay
			if !Unknown(c.Claim.On) {
				date = l.Date(c.Claim.On)
			}
			if c.About == about && !slices.Contains(dates, date) {
				dates = append(dates, date)
			}
		}
		if len(dates) > 0 {
			said = append(said, fill(p.subjects[about], "dates", strings.Join(dates, ", ")))
		}
	}
	return said
}
