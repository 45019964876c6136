package lineage

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/agext/levenshtein"
)

// A nameIndex finds records by any of their names.
type nameIndex struct {
	byName map[string][]Sense // by folded name; those with an ID first
	senses []spelling         // for near misses, sorted
}

// A spelling is one name of a record.
type spelling struct {
	folded string
	Sense
}

// fold brings a name into the form in which names are compared: lower case,
// words joined by single spaces, without punctuation and quotation marks.
func fold(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
		return name
	}
	var b strings.Builder
	b.Grow(len(name))
	space := false
	for _, r := range name {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r == 'ё' || r == 'Ё':
			r = 'е'
		case r == '\'' || r == '`' || r == '.' || r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ':
			continue // as in "Côte d'Ivoire", "Oʻzbekiston" and "U.S."
		case r < 0x80 || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
			space = b.Len() > 0
			continue
		default:
			r = unicode.ToLower(r)
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

func (x *nameIndex) add(name string, s Sense) {
	f := fold(name)
	if f == "" || slices.Contains(x.byName[f], s) {
		return
	}
	x.byName[f] = append(x.byName[f], s)
	x.senses = append(x.senses, spelling{f, s})
}

func (x *nameIndex) sort() {
	for _, senses := range x.byName {
		if len(senses) > 1 {
			slices.SortFunc(senses, func(a, b Sense) int {
				return cmp.Or(-cmp.Compare(min(len(a.ID), 1), min(len(b.ID), 1)), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Name, b.Name))
			})
		}
	}
}

// organizationNames indexes IDs, names, acronyms, aliases and lookalikes.
func organizationNames(orgs []Organization, lookalikes []Lookalike) nameIndex {
	x := nameIndex{byName: make(map[string][]Sense, 8*len(orgs)), senses: make([]spelling, 0, 12*len(orgs))}
	for i := range orgs {
		o := &orgs[i]
		for _, name := range o.allNames() {
			x.add(name, Sense{string(o.ID), o.Name})
		}
	}
	for _, l := range lookalikes {
		x.add(l.Name, Sense{Name: l.Means})
	}
	x.sort()
	return x
}

// stateNames indexes codes and names.
func stateNames(states []State) nameIndex {
	x := nameIndex{byName: make(map[string][]Sense, 8*len(states)), senses: make([]spelling, 0, 12*len(states))}
	for i := range states {
		s := &states[i]
		for _, name := range s.allNames() {
			x.add(name, Sense{string(s.ID), s.Name})
		}
	}
	x.sort()
	return x
}

// allNames returns every name by which o may be asked for.
func (o *Organization) allNames() []string {
	all := append([]string{string(o.ID), o.Name, o.Short}, o.Aliases...)
	all = append(all, o.Ambiguous...)
	for _, tag := range slices.Sorted(maps.Keys(o.Names)) {
		all = append(all, o.Names[tag])
	}
	return all
}

func (s *State) allNames() []string {
	all := append([]string{string(s.ID), s.Name, s.Alpha3, s.COWCode}, s.Aliases...)
	if s.COWNumber > 0 {
		all = append(all, strconv.Itoa(s.COWNumber))
	}
	for _, tag := range slices.Sorted(maps.Keys(s.Names)) {
		all = append(all, s.Names[tag])
	}
	for _, f := range s.Former {
		all = append(all, f.Name)
	}
	return all
}

// find returns the ID that name means.
func (x *nameIndex) find(what, name string) (string, error) {
	senses := x.byName[fold(name)]
	for _, s := range senses {
		if s.ID != "" && fold(s.ID) == fold(name) {
			return s.ID, nil // an ID means itself, whatever else bears it
		}
	}
	switch {
	case len(senses) == 0:
		return "", x.notFound(what, name)
	case len(senses) > 1:
		return "", &AmbiguousError{What: what, Name: name, Senses: slices.Clone(senses)}
	case senses[0].ID == "":
		return "", &NotFoundError{What: what, Name: name, Senses: slices.Clone(senses)}
	}
	return senses[0].ID, nil
}

// notFound makes the error for a name that means nothing, with the records
// whose names are most like it.
func (x *nameIndex) notFound(what, name string) error {
	const most, longest = 3, 64
	err := &NotFoundError{What: what, Name: name}
	f := fold(name)
	if len(f) > longest {
		return err
	}
	type miss struct {
		Sense
		distance int
	}
	best := map[string]miss{} // by ID
	allowed := 1 + len([]rune(f))/5
	for _, s := range x.senses {
		if s.ID == "" {
			continue
		}
		d := levenshtein.Distance(f, s.folded, nil)
		if strings.HasPrefix(s.folded, f) && len([]rune(f)) >= 3 {
			d = min(d, 1) // the beginning of a name is as good as a slip of the pen
		}
		if m, seen := best[s.ID]; d <= allowed && (!seen || d < m.distance) {
			best[s.ID] = miss{s.Sense, d}
		}
	}
	var misses []miss
	for _, m := range best {
		misses = append(misses, m)
	}
	slices.SortFunc(misses, func(a, b miss) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.ID, b.ID))
	})
	for _, m := range misses[:min(most, len(misses))] {
		err.Senses = append(err.Senses, m.Sense)
	}
	return err
}

// Organization returns the organization that name means: an ID, a name or an
// acronym in any language, or an alias, in any case. The error is a
// [*NotFoundError] with near misses, or an [*AmbiguousError].
func (a *Atlas) Organization(name string) (*Organization, error) {
	if o, ok := a.byID[OrgID(name)]; ok {
		return o.Organization, nil
	}
	id, err := a.orgNames.find("organization", name)
	if err != nil {
		return nil, err
	}
	return a.byID[OrgID(id)].Organization, nil
}

// State returns the state that name means: an ISO or Correlates of War code, a
// name of today or of former times in any language, in any case. The error is
// a [*NotFoundError] with near misses, or an [*AmbiguousError].
func (a *Atlas) State(name string) (*State, error) {
	if s, ok := a.states[StateID(name)]; ok {
		return s.State, nil
	}
	id, err := a.actNames.find("state", name)
	if err != nil {
		return nil, err
	}
	return a.states[StateID(id)].State, nil
}

// NameOn returns the name that the state bore on a day: the first of its former
// names that had not certainly gone out of use, else the name of today. A
// former name of which nobody knows when it ended is not one of any day.
func (s *State) NameOn(on Date) string {
	first, _ := on.Bounds()
	for _, f := range s.Former {
		if _, last := f.Until.Bounds(); first < last && last != MaxDay {
			return f.Name
		}
	}
	return s.Name
}
