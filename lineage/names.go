package lineage

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agext/levenshtein"
)

// A nameIndex finds records by any of their names.
type nameIndex struct {
	first     map[string]int // by folded name: where the first spelling of it stands
	spellings []spelling
}

// A spelling is one name of a record.
type spelling struct {
	folded string
	Sense
	next int // where the next one with the same folded name stands, or 0
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
		case 'а' <= r && r <= 'я': // tables of Unicode are slow
		case 'А' <= r && r <= 'Я':
			r += 'а' - 'А'
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

func newNameIndex(records int) *nameIndex {
	const each = 12 // names, more or less
	return &nameIndex{make(map[string]int, each*records), make([]spelling, 0, each*records)}
}

func (x *nameIndex) add(name string, s Sense) {
	f := fold(name)
	if f == "" {
		return
	}
	last, known := x.first[f]
	if !known {
		x.first[f] = len(x.spellings)
		x.spellings = append(x.spellings, spelling{f, s, 0})
		return
	}
	for {
		at := &x.spellings[last]
		if at.Sense == s {
			return
		}
		if at.next == 0 {
			at.next = len(x.spellings)
			x.spellings = append(x.spellings, spelling{f, s, 0})
			return
		}
		last = at.next
	}
}

// senses returns what a folded name means: records first, by their IDs.
func (x *nameIndex) senses(f string) []Sense {
	at, known := x.first[f]
	if !known {
		return nil
	}
	all := []Sense{x.spellings[at].Sense}
	for at = x.spellings[at].next; at != 0; at = x.spellings[at].next {
		all = append(all, x.spellings[at].Sense)
	}
	slices.SortFunc(all, func(a, b Sense) int {
		return cmp.Or(-cmp.Compare(min(len(a.ID), 1), min(len(b.ID), 1)), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Name, b.Name))
	})
	return all
}

// organizationNames indexes IDs, names, acronyms, aliases and lookalikes.
func organizationNames(orgs []Organization, lookalikes []Lookalike) *nameIndex {
	x := newNameIndex(len(orgs))
	for i := range orgs {
		o := &orgs[i]
		s := Sense{string(o.ID), o.Name}
		x.add(s.ID, s)
		x.add(o.Name, s)
		x.add(o.Short, s)
		x.addAll(o.Aliases, s)
		x.addAll(o.Ambiguous, s)
		for _, name := range o.Names {
			x.add(name, s)
		}
	}
	for _, l := range lookalikes {
		x.add(l.Name, Sense{Name: l.Means})
	}
	return x
}

// stateNames indexes codes and names.
func stateNames(states []State) *nameIndex {
	x := newNameIndex(len(states))
	for i := range states {
		st := &states[i]
		s := Sense{string(st.ID), st.Name}
		x.add(s.ID, s)
		x.add(st.Name, s)
		x.add(st.Alpha3, s)
		if st.COWNumber > 0 {
			x.add(strconv.Itoa(st.COWNumber), s)
		}
		x.addAll(st.Aliases, s)
		for _, name := range st.Names {
			x.add(name, s)
		}
		for _, f := range st.Former {
			x.add(f.Name, s)
		}
	}
	// Some codes of the Correlates of War are ISO codes of other states: AUS is
	// Austria there, and Australia everywhere else.
	for i := range states {
		st := &states[i]
		if _, taken := x.first[fold(st.COWCode)]; !taken {
			x.add(st.COWCode, Sense{string(st.ID), st.Name})
		}
	}
	return x
}

func (x *nameIndex) addAll(names []string, s Sense) {
	for _, name := range names {
		x.add(name, s)
	}
}

// find returns the ID that name means.
func (x *nameIndex) find(what, name string) (string, error) {
	senses := x.senses(fold(name))
	for _, s := range senses {
		if s.ID != "" && fold(s.ID) == fold(name) {
			return s.ID, nil // an ID means itself, whatever else bears it
		}
	}
	switch {
	case len(senses) == 0:
		return "", x.notFound(what, name)
	case len(senses) > 1:
		return "", &AmbiguousError{What: what, Name: name, Senses: senses}
	case senses[0].ID == "":
		return "", &NotFoundError{What: what, Name: name, Senses: senses}
	}
	return senses[0].ID, nil
}

// notFound makes the error for a name that means nothing, with the records
// whose names are most like it.
func (x *nameIndex) notFound(what, name string) error {
	const most, longest = 3, 64
	err := &NotFoundError{What: what, Name: name}
	f := fold(name)
	if f == "" || len(f) > longest {
		return err
	}
	type miss struct {
		Sense
		distance int
	}
	best := map[string]miss{} // by ID
	length := utf8.RuneCountInString(f)
	allowed := 1 + length/5
	for _, s := range x.spellings {
		if s.ID == "" {
			continue
		}
		// Names are at least as far apart as their lengths: most are not measured.
		// (The limit that the library can be given finds names that are further.)
		d := utf8.RuneCountInString(s.folded) - length
		if d = max(d, -d); d <= allowed {
			d = levenshtein.Distance(f, s.folded, nil)
		}
		if strings.HasPrefix(s.folded, f) && length >= 3 {
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
	// An ID means itself, and needs no index of all names.
	if o, ok := a.byID[OrgID(strings.ToLower(name))]; ok {
		return o.Organization, nil
	}
	id, err := a.orgNames().find("organization", name)
	if err != nil {
		return nil, err
	}
	return a.byID[OrgID(id)].Organization, nil
}

// State returns the state that name means: an ISO or Correlates of War code, a
// name of today or of former times in any language, in any case. The error is
// a [*NotFoundError] with near misses, or an [*AmbiguousError].
func (a *Atlas) State(name string) (*State, error) {
	if s, ok := a.states[StateID(strings.ToUpper(name))]; ok {
		return s.State, nil
	}
	id, err := a.actNames().find("state", name)
	if err != nil {
		return nil, err
	}
	return a.states[StateID(id)].State, nil
}

// NameOn returns the name that the state bore on a day: the first of its former
// names that had not certainly gone out of use, else the name of today. A
// former name of which nobody knows when it ended is not one of any day.
func (s *State) NameOn(on Date) string { return nameOn(s.Name, s.Former, on) }
