package words

import (
	"slices"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// Standing tells a membership in a sentence without a full stop, for names and
// tooltips: "Kazakhstan: member of CACO, founding member, 28 Feb 2002 to 25 Jan
// 2006; suspended …; other sources: …".
func (l Language) Standing(state *lineage.State, st *lineage.Standing) string {
	p, m := l.phrases(), st.Membership
	role := l.titleIn(m, st.Organization, l.Title(m, 1))
	if m.Joined.How == lineage.Founded && m.Role.Full() {
		role += ", " + p.founder
	}
	period := p.onlyClaim
	if st.Bounds().Possible() {
		period = l.Period(st.Interval)
	}
	said := []string{fill(p.membership, "state", l.State(state, st.Since), "role", role, "period", period)}
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
	if text := p.left[m.Left.How]; text != "" && !st.EndedWithOrganization() {
		said = append(said, text)
	}
	if claims := l.claims(st.Disputes()); claims != "" {
		said = append(said, fill(p.disputed, "claims", claims))
	}
	return strings.Join(said, "; ")
}

// claims lists what other sources say, each claim once.
func (l Language) claims(contests []lineage.Contest) string {
	p := l.phrases()
	var said []string
	for _, c := range contests {
		date := p.noDay
		if !Unknown(c.Claim.On) {
			date = l.Date(c.Claim.On)
		}
		if text := fill(p.subjects[c.About], "date", date); !slices.Contains(said, text) {
			said = append(said, text)
		}
	}
	return strings.Join(said, ", ")
}
