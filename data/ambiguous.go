package data

import (
	"maps"
	"slices"

	"github.com/orglineage/orglineage/lineage"
)

// disambiguate has organizations say of the names that they share that these are
// ambiguous, as the format wants it. An organization that shares its ID with the
// name of another one need not say so.
func disambiguate(set *lineage.Dataset) {
	bearers := map[string]int{} // by folded name; -1 where several things bear it
	bear := func(name string, i int) {
		f := lineage.Fold(name)
		if other, known := bearers[f]; known && other != i {
			i = -1
		}
		bearers[f] = i
	}
	for i := range set.Organizations {
		o := &set.Organizations[i]
		bear(string(o.ID), i)
		for _, name := range bornNames(o) {
			bear(name, i)
		}
		for _, name := range o.Ambiguous {
			bear(name, i)
		}
	}
	for _, l := range set.Lookalikes {
		bear(l.Name, -1)
	}
	for i := range set.Organizations {
		o := &set.Organizations[i]
		said := map[string]bool{"": true, lineage.Fold(string(o.ID)): true}
		for _, name := range o.Ambiguous {
			said[lineage.Fold(name)] = true
		}
		ambiguous := o.Ambiguous
		for _, name := range bornNames(o) {
			if f := lineage.Fold(name); bearers[f] == -1 && !said[f] {
				said[f] = true
				ambiguous = append(slices.Clip(ambiguous), name)
			}
		}
		if len(ambiguous) > len(o.Ambiguous) {
			o.Ambiguous = ambiguous
			o.Aliases = slices.DeleteFunc(slices.Clone(o.Aliases), func(name string) bool { return bearers[lineage.Fold(name)] == -1 })
		}
	}
}

// bornNames returns the names of an organization that are to mean it alone.
func bornNames(o *lineage.Organization) []string {
	names := append([]string{o.Name, o.Short}, o.Aliases...)
	for _, tag := range slices.Sorted(maps.Keys(o.Names)) {
		names = append(names, o.Names[tag])
	}
	return names
}
