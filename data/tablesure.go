package data

import (
	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
)

// sure reports whether the records are right for certain, so that [lineage.New]
// need not say so: to check a large table takes as long as to read it. Where
// there is any doubt New is asked, which knows what is wrong and says it well.
//
// That is so of a list by dates from which nothing was renamed. By construction,
// its records have all their fields, with IDs that were given out once; each
// organization begins with the first of its members and has no end; a membership
// ends after it begins, which package cow has checked; names that organizations
// share are said to be ambiguous; all cite the one source. The states that are
// lent are right among themselves. It remains that a state may have two roles at a
// time, which is noticed where the entries are sorted, and that the name of a
// state that was made may be that of another.
func (m *tableMaker) sure() bool {
	return m.table.Layout == cow.ByDate && !m.doubtful && m.o.Source.ID == "" && len(m.o.Rename) == 0 && m.states.distinct()
}

// distinct reports whether the names of the states that were made are those of no
// other.
func (s *tableStates) distinct() bool {
	bearers := map[string]lineage.StateID{}
	for i := range s.made {
		x := &s.made[i]
		for _, name := range append([]string{string(x.ID), x.Name}, x.Aliases...) {
			f := lineage.Fold(name)
			other, borne := bearers[f]
			if borne && other != x.ID || s.inAtlas[f] != nil || s.inWars[cow.Plain(name)] != nil {
				return false
			}
			bearers[f] = x.ID
		}
	}
	return true
}
