package audit

import (
	"slices"
	"strings"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
)

// names finds what the names of a table mean.
type names struct {
	atlas  *lineage.Atlas
	walks  []*data.Crosswalk
	byName bool // ask the atlas for what no crosswalk has

	orgs   map[lineage.OrgID]*lineage.Organization
	byID   map[lineage.StateID]*lineage.State
	states map[string][]*lineage.State // by plain name
	bodies map[string]*Body            // by name in small letters; nil where it is none of ours
	same   map[string]*Body            // by the IDs of ours
}

func newNames(atlas *lineage.Atlas, o *Options) *names {
	n := &names{
		atlas: atlas, walks: o.Crosswalks, byName: o.ByName,
		orgs: map[lineage.OrgID]*lineage.Organization{}, byID: map[lineage.StateID]*lineage.State{}, states: map[string][]*lineage.State{}, bodies: map[string]*Body{}, same: map[string]*Body{},
	}
	for _, x := range atlas.Organizations() {
		n.orgs[x.ID] = x
	}
	n.nameStates()
	return n
}

// nameStates gathers the names that states have in tables: those that the
// crosswalks say, numbers and abbreviations in the state system, and names. What
// comes first stands; a name that two states bear means neither.
func (n *names) nameStates() {
	all := n.atlas.States()
	for _, s := range all {
		n.byID[s.ID] = s
	}
	for _, w := range n.walks {
		for _, t := range w.States {
			var ours []*lineage.State
			for _, id := range t.Ours {
				if s := n.byID[id]; s != nil {
					ours = append(ours, s)
				}
			}
			if _, known := n.states[cow.Plain(t.Theirs)]; !known && len(ours) > 0 {
				n.states[cow.Plain(t.Theirs)] = ours
			}
		}
	}
	for key, s := range cow.StateNames(all) {
		if _, known := n.states[key]; !known {
			n.states[key] = []*lineage.State{s}
		}
	}
}

// state returns the states that a name of the table means.
func (n *names) state(theirs string) []*lineage.State {
	key := cow.Plain(theirs)
	if ours, known := n.states[key]; known {
		return ours
	}
	var ours []*lineage.State
	if n.byName {
		if s, err := n.atlas.State(theirs); err == nil {
			ours = []*lineage.State{s}
		}
	}
	n.states[key] = ours
	return ours
}

// body returns the organizations that a name of the table means, or nil.
func (n *names) body(theirs string) *Body {
	key := strings.ToLower(theirs)
	if b, known := n.bodies[key]; known {
		return b
	}
	b := &Body{Theirs: theirs}
	if o := n.entry(theirs); o != nil {
		b.Theirs, b.Note = o.Theirs, o.Note
		for _, id := range o.Ours {
			if x := n.orgs[id]; x != nil {
				b.Ours = append(b.Ours, x)
			}
		}
	} else if n.byName {
		if x, err := n.atlas.Organization(theirs); err == nil {
			b.Ours = []*lineage.Organization{x}
		}
	}
	if len(b.Ours) == 0 {
		n.bodies[key] = nil
		return nil
	}
	// A list may call an organization now this, now that.
	var ids strings.Builder
	for _, o := range b.Ours {
		ids.WriteString(string(o.ID) + " ")
	}
	if known := n.same[ids.String()]; known != nil {
		b = known
	}
	n.same[ids.String()], n.bodies[key] = b, b
	return b
}

// entry finds a name in the crosswalks. Tables by states write all in small
// letters, so case counts only between names that differ in nothing else.
func (n *names) entry(theirs string) *data.TheirOrganization {
	for _, w := range n.walks {
		for i := range w.Organizations {
			if w.Organizations[i].Theirs == theirs {
				return &w.Organizations[i]
			}
		}
		for i := range w.Organizations {
			if strings.EqualFold(w.Organizations[i].Theirs, theirs) {
				return &w.Organizations[i]
			}
		}
	}
	return nil
}

// chosen returns a test for the bodies that are asked for by any of their names,
// of the table or of the atlas. The error is a [*lineage.NotFoundError] or a
// [*lineage.AmbiguousError].
func (n *names) chosen(asked []string) (func(*Body) bool, error) {
	if len(asked) == 0 {
		return func(*Body) bool { return true }, nil
	}
	theirs, ours := map[string]bool{}, map[lineage.OrgID]bool{}
	for _, name := range asked {
		if o := n.entry(name); o != nil && len(o.Ours) > 0 {
			theirs[o.Theirs] = true
			continue
		}
		x, err := n.atlas.Organization(name)
		if err != nil {
			return nil, err
		}
		ours[x.ID] = true
	}
	return func(b *Body) bool {
		return theirs[b.Theirs] || slices.ContainsFunc(b.Ours, func(x *lineage.Organization) bool { return ours[x.ID] })
	}, nil
}

// means reports whether a name in an explanation is that of the body.
func (n *names) means(name string, b *Body) bool {
	if strings.EqualFold(name, b.Theirs) {
		return true
	}
	x, err := n.atlas.Organization(name)
	return err == nil && slices.ContainsFunc(b.Ours, func(o *lineage.Organization) bool { return o.ID == x.ID })
}
