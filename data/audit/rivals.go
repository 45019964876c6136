package audit

import (
	"slices"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
)

// rivals returns the claims against the dates held right that would make the
// atlas say of the first year what the table says.
func (r *run) rivals(d *Disagreement) []lineage.Contest {
	var found []lineage.Contest
	q := lineage.Query{Roles: lineage.EveryRole, Basis: r.o.Basis, Disputed: true}
	year := d.Years.First
	var all []lineage.Standing
	held := map[lineage.OrgID]bool{}
	for _, o := range r.body.Ours {
		on, err := r.atlas.MembersOn(o.ID, lineage.DayOf(year, 12, 31).Date(), q)
		in, err2 := r.atlas.MembersDuring(o.ID, lineage.YearDate(year), q)
		if err != nil || err2 != nil {
			continue // the organization is one of the atlas
		}
		for _, st := range slices.Concat(on, in) {
			if slices.ContainsFunc(r.claim.states, func(s *lineage.State) bool { return s.ID == st.Membership.State }) && statusOf(st.Membership.Role) != 0 {
				all = append(all, st)
				if st.Answer > lineage.No {
					held[o.ID] = true
				}
			}
		}
	}
	for _, st := range all {
		for _, c := range st.Contested() {
			if c.About != lineage.ItsBeginning && c.About != lineage.ItsEnd {
				continue // a suspended member is a member
			}
			gains := c.Answer > st.Answer && d.Theirs.has(statusOf(st.Membership.Role))
			// In another of the organizations it would still be something.
			loses := c.Answer < st.Answer && d.Theirs.has(data.NoMember) && len(held) == 1
			known := slices.ContainsFunc(found, func(x lineage.Contest) bool { return x.About == c.About && x.Claim.On == c.Claim.On })
			if (gains || loses) && !known {
				found = append(found, c)
			}
		}
	}
	return found
}
