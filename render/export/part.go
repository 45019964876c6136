package export

import (
	"github.com/orglineage/orglineage/lineage"
)

// Atlas returns an atlas of the selection alone, with all that it needs, as
// [lineage.Atlas.Extract] does; the atlas itself if the selection is all of it.
// Memberships that are only claimed are in it where a claim places them in the
// period.
func (s Selection) Atlas(atlas *lineage.Atlas) (*lineage.Atlas, error) {
	orgs, err := s.organizations(atlas)
	if err != nil {
		return nil, err
	}
	roles := s.Roles
	if roles == 0 {
		roles = lineage.EveryRole
	}
	if len(s.Organizations) == 0 && !s.bounded() && roles == lineage.EveryRole {
		return atlas, nil
	}
	ids := make([]lineage.OrgID, len(orgs))
	for i, o := range orgs {
		ids[i] = o.ID
	}
	if !s.bounded() {
		return atlas.Extract(ids, func(_ *lineage.Organization, m *lineage.Membership) bool { return roles.Has(m.Role) })
	}
	period, err := s.period()
	if err != nil {
		return nil, err
	}
	there := map[*lineage.Membership]bool{}
	for _, o := range atlas.Organizations() { // the extract may take in others
		sts, err := atlas.MembersDuring(o.ID, period, lineage.Query{Roles: roles, Basis: s.Basis, Disputed: true})
		if err != nil {
			return nil, err
		}
		for _, st := range sts {
			there[st.Membership] = true
		}
	}
	return atlas.Extract(ids, func(_ *lineage.Organization, m *lineage.Membership) bool { return there[m] })
}
