package words

import (
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// State returns the name of a state: in English that which it bore on a day, in
// other languages that of today, or the English one where there is no other.
func (l Language) State(s *lineage.State, on lineage.Date) string {
	if name := s.Names[l.Tag()]; name != "" && l.Tag() != string(English) {
		return name
	}
	if Unknown(on) {
		return s.Name
	}
	return s.NameOn(on)
}

// Organization returns the name of an organization in full.
func (l Language) Organization(o *lineage.Organization) string {
	if name := o.Names[l.Tag()]; name != "" && l.Tag() != string(English) {
		return name
	}
	return o.Name
}

// List joins names as in "A, B and C".
func (l Language) List(names []string) string { return join(names, l.phrases().and) }

func join(names []string, and string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + and + names[last]
}

// Role returns the name of a role, of one state or of several.
func (l Language) Role(r lineage.Role, n int) string {
	f, ok := l.phrases().roles[r]
	if !ok {
		return r.String()
	}
	return f.of(n)
}

// Title returns the organization's own word for a role, or else the role's name,
// of one state or of several.
func (l Language) Title(m *lineage.Membership, n int) string {
	if m.As == "" {
		return l.Role(m.Role, n)
	}
	if f, ok := russianTitles[m.As]; ok && l == Russian {
		return f.of(n)
	}
	if n == 1 || l == Russian {
		return m.As
	}
	return severalOf(m.As)
}

// titleIn adds the organization: "observer of EAEU".
func (l Language) titleIn(m *lineage.Membership, o *lineage.Organization, title string) string {
	if strings.Contains(m.As, o.Short) {
		return title // SCO partner
	}
	template := l.phrases().ofRole
	if m.Role == lineage.Party && m.As == "" {
		template = l.phrases().ofTreaty
	}
	return fill(template, "role", title, "org", o.Short)
}

// InRole writes the role of one state, and of several, as what they become: "an
// observer" and "observers", or the organization's own word without an article.
func (l Language) InRole(m *lineage.Membership) (one, many string) {
	one, many = l.Title(m, 1), l.Title(m, 2)
	switch {
	case l == Russian || m.As != "":
	case m.Role == lineage.Observer || m.Role == lineage.Associate:
		one = "an " + one
	default:
		one = "a " + one
	}
	return one, many
}

// severalOf writes an organization's own word for a role of several: dialogue
// partners, signatories, guests of honour.
func severalOf(word string) string {
	rest := ""
	for _, between := range []string{" of ", " outside ", " in ", " to ", " with "} {
		if i := strings.Index(word, between); i > 0 {
			word, rest = word[:i], word[i:]+rest
		}
	}
	if y, ok := strings.CutSuffix(word, "y"); ok && !strings.ContainsAny(y[max(0, len(y)-1):], "aeiou") {
		return y + "ies" + rest
	}
	return word + "s" + rest
}
