package lineage

import (
	"cmp"
	"slices"
)

// Collections returns the collections in the order of their IDs: those that are
// described, and those that organizations name without a description.
func (a *Atlas) Collections() []*Collection { return slices.Clone(a.collections()) }

// Collection returns the collection with the ID or the name, in any case, and
// its organizations, older before younger and ancestors before descendants. The
// error is a [*NotFoundError] with near misses, or an [*AmbiguousError].
func (a *Atlas) Collection(name string) (*Collection, []*Organization, error) {
	all := a.collections()
	x := newNameIndex(len(all))
	for _, c := range all {
		s := Sense{string(c.ID), cmp.Or(c.Name, string(c.ID))}
		x.add(s.ID, s)
		x.add(s.Name, s)
	}
	id, err := x.find("collection", name)
	if err != nil {
		return nil, nil, err
	}
	i := slices.IndexFunc(all, func(c *Collection) bool { return string(c.ID) == id })
	return all[i], a.collected(all[i].ID), nil
}

// Places returns the places whose names are known, in the order of their names.
func (a *Atlas) Places() []*Place {
	ps := make([]*Place, len(a.places))
	for i := range a.places {
		ps[i] = &a.places[i]
	}
	slices.SortFunc(ps, func(x, y *Place) int { return cmp.Compare(x.Name, y.Name) })
	return ps
}

func (a *Atlas) collected(id CollectionID) []*Organization {
	var os []*Organization
	for _, o := range a.orgs() {
		if slices.Contains(o.Collections, id) {
			os = append(os, o.Organization)
		}
	}
	return os
}

// collectionsOf returns the collections of d, sorted.
func collectionsOf(d *Dataset) []*Collection {
	var all []*Collection
	known := map[CollectionID]bool{}
	for i := range d.Collections {
		known[d.Collections[i].ID] = true
		all = append(all, &d.Collections[i])
	}
	for i := range d.Organizations {
		for _, id := range d.Organizations[i].Collections {
			if !known[id] {
				known[id] = true
				all = append(all, &Collection{ID: id})
			}
		}
	}
	slices.SortFunc(all, func(x, y *Collection) int { return cmp.Compare(x.ID, y.ID) })
	return all
}
