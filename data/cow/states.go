package cow

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/orglineage/orglineage/lineage"
)

// Plain reduces a name to its letters and digits in lower case, as the published
// tables write those of states.
func Plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// StateNames returns the states by the [Plain] names that they have in tables:
// numbers and abbreviations in the state system, then names, then aliases and
// names of former times. What comes first stands; a name that two states bear in
// the same way means neither.
func StateNames(states []*lineage.State) map[string]*lineage.State {
	kinds := []func(*lineage.State) []string{
		func(s *lineage.State) []string {
			if s.COWNumber == 0 {
				return nil
			}
			return []string{strconv.Itoa(s.COWNumber)}
		},
		func(s *lineage.State) []string { return []string{s.COWCode} },
		func(s *lineage.State) []string { return []string{s.Name} },
		func(s *lineage.State) []string {
			names := slices.Clone(s.Aliases)
			for _, f := range s.Former {
				names = append(names, f.Name)
			}
			return names
		},
	}
	all := map[string]*lineage.State{}
	for _, kind := range kinds {
		found := map[string]*lineage.State{}
		for _, s := range states {
			for _, name := range kind(s) {
				key, bearer := Plain(name), s
				if other, twice := found[key]; twice && other != s {
					bearer = nil
				}
				found[key] = bearer
			}
		}
		for key, s := range found {
			if _, known := all[key]; !known && s != nil && key != "" {
				all[key] = s
			}
		}
	}
	return all
}
