package data

import (
	"slices"

	"github.com/orglineage/orglineage/lineage"
)

func (o *layers) organization(x, y *lineage.Organization) lineage.Organization {
	if !sameBody(x, y) {
		o.conflict("organization", string(x.ID), x.Name, y.Name)
		return *x
	}
	s := *x
	s.Kind = or(x.Kind, y.Kind)
	s.Names = otherNames(x.Names, y.Names)
	s.Ambiguous = added(x.Ambiguous, y.Ambiguous)
	s.Aliases = slices.Clip(x.Aliases)
	for _, name := range bornNames(y) {
		if !oneOf(name, append(bornNames(&s), s.Ambiguous...)) && lineage.Fold(name) != lineage.Fold(string(s.ID)) {
			s.Aliases = append(s.Aliases, name)
		}
	}
	s.Proposed = x.Proposed && y.Proposed
	s.Collections = added(x.Collections, y.Collections)
	switch {
	case x.Within == nil:
		s.Within = y.Within
	case y.Within != nil && x.Within.Organization == y.Within.Organization:
		w := *x.Within
		w.Note, w.Sources = or(w.Note, y.Within.Note), added(w.Sources, y.Within.Sources)
		s.Within = &w
	}
	s.Founded = mergedSteps(x.Founded, y.Founded)
	s.Ended = mergedEnd(x.Ended, y.Ended, toldOf(x))
	s.Predecessors = mergedSuccessions(x.Predecessors, y.Predecessors)
	s.Members = mergedMembers(&s, x, y)
	s.Notes = mergedNotes(x.Notes, y.Notes)
	return s
}

// toldOf returns the last day of which the records of an organization tell, but
// for its end.
func toldOf(o *lineage.Organization) lineage.Day {
	last := latest(lineage.MinDay, o.Founded)
	for i := range o.Members {
		last = max(last, latestOf(&o.Members[i]))
		last = latest(last, o.Members[i].Left.Steps)
	}
	for _, n := range o.Notes {
		if first, _ := n.On.Bounds(); !n.On.IsZero() {
			last = max(last, first)
		}
	}
	return last
}

// sameBody reports whether two organizations with one ID may be the same: the
// full name of one is a name of the other. One that has only its acronym is the
// one that bears it.
func sameBody(x, y *lineage.Organization) bool {
	full := func(o *lineage.Organization) (string, []string) {
		names := bornNames(o)
		return o.Name, append([]string{o.Name}, names[2:]...)
	}
	xName, xNames := full(x)
	yName, yNames := full(y)
	if oneOf(xName, yNames) || oneOf(yName, xNames) {
		return true
	}
	brief := func(o *lineage.Organization) bool { return lineage.Fold(o.Name) == lineage.Fold(o.Short) }
	return (brief(x) || brief(y)) && lineage.Fold(x.Short) == lineage.Fold(y.Short)
}

func mergedSuccessions(x, y []lineage.Succession) []lineage.Succession {
	if len(y) == 0 {
		return x
	}
	all := slices.Clone(x)
	taken := make([]bool, len(x))
	for i := range y {
		s := &y[i]
		match := func(same func(t *lineage.Succession) bool) int {
			for j := range x {
				if !taken[j] && x[j].From == s.From && same(&x[j]) {
					return j
				}
			}
			return -1
		}
		j := match(func(t *lineage.Succession) bool { return t.How == s.How && t.Date() == s.Date() })
		if j < 0 {
			j = match(func(t *lineage.Succession) bool { return t.How == s.How })
		}
		steps := s.Steps
		if j < 0 {
			// Another kind for the same event: only its dates can be kept.
			j = match(func(t *lineage.Succession) bool { return mayMeet(t.Date(), s.Date()) })
			steps = annotated(steps, "as "+s.How.String())
		}
		if j < 0 {
			all = append(all, *s)
			continue
		}
		taken[j] = true
		all[j].Steps = mergedSteps(x[j].Steps, steps)
	}
	return all
}

// mayMeet reports whether two dates may be the same day.
func mayMeet(d, e lineage.Date) bool {
	first, last := d.Bounds()
	lo, hi := e.Bounds()
	return first <= hi && lo <= last
}

// annotated returns steps with a note where they have none.
func annotated(steps lineage.Steps, note string) lineage.Steps {
	all := slices.Clone(steps)
	for i := range all {
		all[i].Note = or(all[i].Note, note)
	}
	return all
}

func mergedNotes(x, y []lineage.Note) []lineage.Note {
	all := slices.Clip(x)
	for _, n := range y {
		i := slices.IndexFunc(all, func(t lineage.Note) bool { return t.Text == n.Text && t.On == n.On })
		if i < 0 {
			all = append(all, n)
			continue
		}
		all = slices.Clone(all)
		all[i].Place, all[i].Sources = or(all[i].Place, n.Place), added(all[i].Sources, n.Sources)
	}
	return all
}
