package data

import (
	"github.com/orglineage/orglineage/lineage"
)

// lend adds the states that are named but not described, and the sources these
// need, from the built-in atlas. They come first, so that the user's own are
// blamed where the two collide.
func (l *loader) lend() {
	if l.unread[statesFile] {
		return
	}
	missing := l.missingStates()
	if len(missing) == 0 {
		return
	}
	here := map[lineage.OrgID]bool{}
	for i := range l.set.Organizations {
		here[l.set.Organizations[i].ID] = true
	}
	needed := map[lineage.SourceID]bool{}
	builtIn := builtInDataset()
	var states []lineage.State
	for _, s := range builtIn.States {
		if missing[s.ID] {
			if !here[s.Is] {
				s.Is = "" // an organization of the built-in atlas
			}
			states = append(states, s)
			citedBy(&s, needed)
		}
	}
	for i := range l.set.Sources {
		delete(needed, l.set.Sources[i].ID)
	}
	var sources []lineage.Source
	for _, s := range builtIn.Sources {
		if needed[s.ID] {
			sources = append(sources, s)
		}
	}
	l.lentStates, l.lentSources = len(states), len(sources)
	l.set.States = append(states, l.set.States...)
	l.set.Sources = append(sources, l.set.Sources...)
}

// lend returns the records with the states that they name but do not describe,
// and the sources that these need, from the built-in atlas.
func lend(set lineage.Dataset) lineage.Dataset {
	l := newLoader()
	l.set = set
	l.lend()
	return l.set
}

// missingStates returns the states that are named but not described, and with
// them those of the built-in atlas whose memberships they go on with.
func (l *loader) missingStates() map[lineage.StateID]bool {
	described, missing := map[lineage.StateID]bool{}, map[lineage.StateID]bool{}
	for i := range l.set.States {
		described[l.set.States[i].ID] = true
	}
	known := map[lineage.StateID]*lineage.State{} // made when it is first needed
	name := func(id lineage.StateID) {
		if described[id] || missing[id] {
			return
		}
		if len(known) == 0 {
			builtIn := builtInDataset().States
			for i := range builtIn {
				known[builtIn[i].ID] = &builtIn[i]
			}
		}
		for !described[id] && !missing[id] {
			missing[id] = true
			if s := known[id]; s != nil && s.Continues != nil {
				id = s.Continues.State
			}
		}
	}
	for i := range l.set.Organizations {
		for _, m := range l.set.Organizations[i].Members {
			name(m.State)
		}
	}
	for i := range l.set.States {
		if x := l.set.States[i].Continues; x != nil {
			name(x.State)
		}
	}
	return missing
}

// citedBy notes the sources that a state cites.
func citedBy(s *lineage.State, cited map[lineage.SourceID]bool) {
	note := func(ids []lineage.SourceID) {
		for _, id := range ids {
			cited[id] = true
		}
	}
	note(s.Sources)
	for _, f := range s.Former {
		note(f.Sources)
		for _, r := range f.Rivals {
			note(r.Sources)
		}
	}
	if s.Continues != nil {
		note(s.Continues.Sources)
	}
	if s.Gone != nil {
		note(s.Gone.Sources)
	}
}
