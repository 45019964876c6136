package data

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/data/internal/yamltree"
	"github.com/orglineage/orglineage/lineage"
)

// tableStates finds the states that a table means, and makes records of those
// that are not in the built-in atlas.
type tableStates struct {
	given   map[string]lineage.StateID  // by plain name
	inWars  map[string]*lineage.State   // likewise, as tables of the Correlates of War call them
	inAtlas map[string][]*lineage.State // by folded name
	byYears bool                        // these come before the names of the atlas
	found   map[string]lineage.StateID  // by the name in the table
	new     map[string]lineage.StateID  // by plain name
	taken   ids[lineage.StateID]
	made    []lineage.State
	at      []yamltree.Pos // of those made
}

func newTableStates(l cow.Layout, given []TheirState) *tableStates {
	s := &tableStates{
		given: map[string]lineage.StateID{}, byYears: l < cow.ByYear,
		found: map[string]lineage.StateID{}, new: map[string]lineage.StateID{}, taken: ids[lineage.StateID]{},
	}
	for _, t := range given {
		if len(t.Ours) > 0 {
			s.given[cow.Plain(t.Theirs)] = t.Ours[0]
		}
	}
	builtIn := builtInDataset().States
	all := make([]*lineage.State, len(builtIn))
	for i := range builtIn {
		all[i] = &builtIn[i]
		s.taken[builtIn[i].ID] = 1
	}
	s.inWars, s.inAtlas = cow.StateNames(all), atlasNames(all)
	return s
}

// atlasNames returns the states by all of their folded names. An atlas would
// look for near misses of those that are not there, which takes too long here.
func atlasNames(states []*lineage.State) map[string][]*lineage.State {
	names := make(map[string][]*lineage.State, 16*len(states))
	bear := func(name string, s *lineage.State) {
		if f := lineage.Fold(name); f != "" && !slices.Contains(names[f], s) {
			names[f] = append(names[f], s)
		}
	}
	for _, s := range states {
		bear(s.Name, s)
		bear(s.Alpha3, s)
		for _, name := range s.Aliases {
			bear(name, s)
		}
		for _, name := range s.Names {
			bear(name, s)
		}
		for _, f := range s.Former {
			bear(f.Name, s)
		}
	}
	for _, s := range states {
		names[lineage.Fold(string(s.ID))] = []*lineage.State{s} // an ID means itself
	}
	return names
}

// state returns the state that a name of the table means; the label is its name
// in words, where the table has one beside a number. What is ambiguous is
// reported.
func (m *tableMaker) state(theirs, label string, line, col int) lineage.StateID {
	s := m.states
	if id, known := s.found[theirs]; known {
		return id
	}
	id, err := s.find(theirs)
	if err != nil {
		m.problem(line, col, "ambiguous-state", "%s; write which one", err)
	}
	if id == "" && err == nil {
		id = s.make(theirs, label, yamltree.Pos{Line: line, Col: col})
	}
	s.found[theirs] = id
	return id
}

func (s *tableStates) find(theirs string) (lineage.StateID, error) {
	key := cow.Plain(theirs)
	if id, known := s.given[key]; known {
		return id, nil
	}
	if x := s.inWars[key]; s.byYears && x != nil {
		return x.ID, nil
	}
	switch ours := s.inAtlas[lineage.Fold(theirs)]; len(ours) {
	case 0:
	case 1:
		return ours[0].ID, nil
	default:
		err := &lineage.AmbiguousError{What: "state", Name: theirs}
		for _, x := range ours {
			err.Senses = append(err.Senses, lineage.Sense{ID: string(x.ID), Name: x.Name})
		}
		return "", err
	}
	if x := s.inWars[key]; x != nil {
		return x.ID, nil
	}
	return s.new[key], nil
}

// make makes a record of a state that is not known.
func (s *tableStates) make(theirs, label string, at yamltree.Pos) lineage.StateID {
	base := strings.ToUpper(slug(theirs, "state"))
	name := oneLine(label, oneLine(theirs, base))
	var aliases []string
	if _, err := strconv.Atoi(theirs); err == nil {
		// A number of the state system, by which it can still be found.
		base, aliases = "COW-"+base, []string{theirs}
		if label == "" {
			name = "State " + theirs
		}
	} else if !strings.ContainsFunc(name, unicode.IsUpper) {
		// The published tables have all in small letters.
		r := []rune(name)
		name = string(unicode.ToUpper(r[0])) + string(r[1:])
	}
	id := s.taken.free(lineage.StateID(base))
	if key := cow.Plain(theirs); key != "" {
		s.new[key] = id
	}
	s.made = append(s.made, lineage.State{ID: id, Name: name, Aliases: aliases})
	s.at = append(s.at, at)
	return id
}
