package render

import "github.com/orglineage/orglineage/lineage"

// A body is a box around nodes: organizations that are one legal person under
// several names, or one organization with those that work inside it.
type body struct {
	ID     string
	Label  string
	Class  string
	Tint   int
	Nodes  []string
	Bodies []body
}

// bodies returns the boxes around the nodes: renamed chains first, then
// containment around them.
func (b *builder) bodies(orgs []*lineage.Organization) ([]body, error) {
	// Units are what a box may hold: an organization, or a renamed chain.
	var units []*unit
	unitOf := map[lineage.OrgID]*unit{}
	for _, o := range orgs {
		if unitOf[o.ID] != nil {
			continue
		}
		chain, err := b.atlas.Identity(o.ID, lineage.SameBody)
		if err != nil {
			return nil, err
		}
		u := &unit{}
		for _, same := range chain {
			if b.drawn[same.ID] {
				u.orgs = append(u.orgs, same)
				unitOf[same.ID] = u
			}
		}
		units = append(units, u)
	}
	for _, u := range units {
		for _, o := range u.orgs {
			if o.Within == nil {
				continue
			}
			if parent := unitOf[o.Within.Organization]; parent != nil && u.parent == nil && !parent.isIn(u) {
				u.parent = parent
				parent.inside = append(parent.inside, u)
			}
		}
	}
	var boxes []body
	for _, u := range units {
		if u.parent == nil {
			if box, ok := b.box(u); ok {
				boxes = append(boxes, box)
			}
		}
	}
	return boxes, nil
}

type unit struct {
	orgs   []*lineage.Organization
	parent *unit
	inside []*unit
}

// isIn reports whether u is v or stands somewhere inside it.
func (u *unit) isIn(v *unit) bool {
	for ; u != nil; u = u.parent {
		if u == v {
			return true
		}
	}
	return false
}

// box returns the box of a unit, if it needs one.
func (b *builder) box(u *unit) (body, bool) {
	first := u.orgs[0]
	own := body{ID: "body-" + string(first.ID), Class: "body renamed", Tint: b.tints[first.ID], Label: "one legal person, renamed"}
	for _, o := range u.orgs {
		own.Nodes = append(own.Nodes, string(o.ID))
	}
	if len(u.inside) == 0 {
		return own, len(u.orgs) > 1
	}
	around := body{ID: "within-" + string(first.ID), Class: "body within", Tint: b.tints[first.ID]}
	around.Label = "within " + u.orgs[len(u.orgs)-1].Short
	if len(u.orgs) > 1 {
		around.Bodies = append(around.Bodies, own)
	} else {
		around.Nodes = own.Nodes
	}
	for _, in := range u.inside {
		if box, ok := b.box(in); ok {
			around.Bodies = append(around.Bodies, box)
		} else {
			around.Nodes = append(around.Nodes, box.Nodes...)
		}
	}
	return around, true
}
