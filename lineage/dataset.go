package lineage

import (
	"cmp"
	"slices"
)

// Dataset returns the records of which the atlas was made, in the order of their
// IDs and names. What they refer to belongs to the atlas and must not be
// changed. [New] makes the same atlas of them.
func (a *Atlas) Dataset() Dataset {
	d := Dataset{
		Organizations: slices.Clone(a.set.Organizations),
		States:        slices.Clone(a.set.States),
		Sources:       slices.Clone(a.set.Sources),
		Lookalikes:    slices.Clone(a.set.Lookalikes),
		Collections:   slices.Clone(a.set.Collections),
		Places:        slices.Clone(a.set.Places),
	}
	slices.SortFunc(d.Organizations, func(x, y Organization) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(d.States, func(x, y State) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(d.Sources, func(x, y Source) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(d.Lookalikes, func(x, y Lookalike) int {
		return cmp.Or(cmp.Compare(x.Name, y.Name), cmp.Compare(x.Means, y.Means))
	})
	slices.SortFunc(d.Collections, func(x, y Collection) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(d.Places, func(x, y Place) int { return cmp.Compare(x.Name, y.Name) })
	return d
}
