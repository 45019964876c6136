package data

import (
	"cmp"
	"maps"
	"slices"

	"github.com/orglineage/orglineage/lineage"
)

func (o *layers) source(x, y *lineage.Source) lineage.Source {
	if !sameWords(x.Title, y.Title) {
		o.conflict("source", string(x.ID), x.Title, y.Title)
	}
	s := *x
	s.Author, s.Body, s.Publisher = or(x.Author, y.Author), or(x.Body, y.Body), or(x.Publisher, y.Publisher)
	s.Date, s.URL = cmp.Or(x.Date, y.Date), or(x.URL, y.URL)
	s.Language, s.Note = or(x.Language, y.Language), or(x.Note, y.Note)
	return s
}

func (o *layers) collection(x, y *lineage.Collection) lineage.Collection {
	if lineage.Fold(x.Name) != lineage.Fold(y.Name) {
		o.conflict("collection", string(x.ID), x.Name, y.Name)
	}
	c := *x
	c.Note, c.Sources = or(x.Note, y.Note), added(x.Sources, y.Sources)
	return c
}

func (o *layers) place(x, y *lineage.Place) lineage.Place {
	p := *x
	p.Names = otherNames(x.Names, y.Names)
	p.Aliases = added(x.Aliases, y.Aliases)
	p.Former = formerNames(x.Former, y.Former)
	p.Note, p.Sources = or(x.Note, y.Note), added(x.Sources, y.Sources)
	return p
}

func (o *layers) state(x, y *lineage.State) lineage.State {
	if !oneOf(x.Name, stateNamesOf(y)) && !oneOf(y.Name, stateNamesOf(x)) {
		o.conflict("state", string(x.ID), x.Name, y.Name)
		return *x
	}
	s := *x
	s.Alpha3 = or(x.Alpha3, y.Alpha3)
	if x.COWNumber == 0 {
		s.COWNumber, s.COWCode = y.COWNumber, or(x.COWCode, y.COWCode)
	}
	s.Names = otherNames(x.Names, y.Names)
	s.Former = formerNames(x.Former, y.Former)
	s.Aliases = x.Aliases
	for _, name := range append([]string{y.Name}, y.Aliases...) {
		if !oneOf(name, stateNamesOf(&s)) {
			s.Aliases = append(slices.Clip(s.Aliases), name)
		}
	}
	s.Continues, s.Gone, s.Is = cmp.Or(x.Continues, y.Continues), cmp.Or(x.Gone, y.Gone), cmp.Or(x.Is, y.Is)
	s.Sources = added(x.Sources, y.Sources)
	return s
}

// stateNamesOf returns the names that mean a state, but for its codes.
func stateNamesOf(s *lineage.State) []string {
	names := append([]string{s.Name}, s.Aliases...)
	for _, tag := range slices.Sorted(maps.Keys(s.Names)) {
		names = append(names, s.Names[tag])
	}
	for _, f := range s.Former {
		names = append(names, f.Name)
	}
	return names
}

// otherNames returns the names by language of both; the first has the say.
func otherNames(x, y map[string]string) map[string]string {
	if len(y) == 0 {
		return x
	}
	names := maps.Clone(y)
	maps.Copy(names, x)
	return names
}

// formerNames returns the names of former times of both. The order of those of
// the second among those of the first is that of time.
func formerNames(x, y []lineage.FormerName) []lineage.FormerName {
	if len(y) == 0 {
		return x
	}
	all := slices.Clone(x)
	for _, n := range y {
		i := slices.IndexFunc(all, func(f lineage.FormerName) bool { return f.Name == n.Name && f.Until == n.Until })
		if i < 0 {
			i = slices.IndexFunc(all, func(f lineage.FormerName) bool { return f.Name == n.Name })
		}
		if i < 0 {
			all = append(all, n)
			continue
		}
		f := &all[i]
		d := merged(
			&lineage.Dating{On: f.Until, Note: f.Note, Sources: f.Sources, Rivals: f.Rivals},
			&lineage.Dating{On: n.Until, Note: n.Note, Sources: n.Sources, Rivals: n.Rivals},
		)
		f.Until, f.Note, f.Sources, f.Rivals = d.On, d.Note, d.Sources, d.Rivals
	}
	if len(all) > len(x) {
		slices.SortStableFunc(all, func(a, b lineage.FormerName) int { return a.Until.Compare(b.Until) })
	}
	return all
}
