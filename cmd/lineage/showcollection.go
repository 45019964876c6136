package main

import (
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// A jsonCollection is a collection of the command show; its organizations stand
// beside it.
type jsonCollection struct {
	ID            lineage.CollectionID `json:"id"`
	Name          string               `json:"name"`
	Note          string               `json:"note"`
	Sources       []lineage.SourceID   `json:"sources"`
	Organizations []lineage.OrgID      `json:"organizations"`
}

// collection tells what holds a collection together, and of each of its
// organizations how it came about, from what, and who is in it.
func (v *showView) collection(c *lineage.Collection, orgs []*lineage.Organization) (*sheet, error) {
	s := &sheet{id: string(c.ID), heading: c.Name + " · " + string(c.ID)}
	if c.Name == "" {
		s.heading = "Collection " + string(c.ID)
	}
	if c.Note != "" {
		s.add("", c.Note+v.cite(c.Sources...))
	}
	for _, o := range orgs {
		all, err := v.everyone(o.ID)
		if err != nil {
			return nil, err
		}
		facts := []string{strings.TrimSpace(v.years(o) + "  " + o.Name + ", " + o.Kind)}
		in, _ := v.atlas.Predecessors(o.ID)
		for _, x := range in {
			facts = append(facts, x.How.String()+" from "+shortOf(v.atlas, x.From)+": "+strings.Join(v.steps(x.Steps, ""), "; "))
		}
		if steps := v.steps(o.Founded, ""); len(steps) > 0 {
			facts = append(facts, "founded: "+strings.Join(steps, "; "))
		}
		if steps := v.steps(o.Ended, ""); len(steps) > 0 {
			facts = append(facts, "ended: "+strings.Join(steps, "; "))
		}
		for _, role := range lineage.AllRoles() {
			if who := inRole(all, role); who != "" {
				facts = append(facts, plural(role.String())+": "+who)
			}
		}
		s.add(o.Short, facts...)
	}
	return s, nil
}

// everyone returns all who ever took part in an organization.
func (v *showView) everyone(id lineage.OrgID) ([]lineage.Standing, error) {
	return v.atlas.MembersDuring(id, unknownDay, lineage.Query{Roles: lineage.EveryRole, Disputed: true})
}

// inRole lists the states that ever had a role, each once.
func inRole(all []lineage.Standing, role lineage.Role) string {
	var ids []string
	seen := map[lineage.StateID]bool{}
	for i := range all {
		m := all[i].Membership
		if m.Role == role && all[i].Answer > lineage.No && !seen[m.State] {
			seen[m.State] = true
			ids = append(ids, string(m.State))
		}
	}
	return strings.Join(ids, " ")
}
