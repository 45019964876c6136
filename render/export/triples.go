package export

import (
	"slices"
	"strings"
)

// A thing is a subject of linked data: its IRI, its classes and what is said of
// it.
type thing struct {
	iri   string
	types []string // names with prefixes
	facts []fact
}

// A fact is one property of a thing with one value.
type fact struct {
	of    *property
	value string // the IRI of a resource, else the text
	lang  string
}

// say adds a fact. What is empty is not known, and not said.
func (t *thing) say(of *property, value string) { t.sayIn("", of, value) }

// sayIn adds a text in a language.
func (t *thing) sayIn(lang string, of *property, value string) {
	f := fact{of, value, lang}
	if of.kind != resource {
		f.value = multiLine(value)
	}
	if value != "" && !slices.Contains(t.facts, f) {
		t.facts = append(t.facts, f)
	}
}

// by returns the facts with those of one property together, in the order in
// which each property was first used.
func (t *thing) by() [][]fact {
	var groups [][]fact
	for _, f := range t.facts {
		i := slices.IndexFunc(groups, func(g []fact) bool { return g[0].of == f.of })
		if i < 0 {
			groups = append(groups, []fact{f})
		} else {
			groups[i] = append(groups[i], f)
		}
	}
	return groups
}

// A description is all that is said of a selection.
type description struct {
	base   string
	things []*thing
}

// thing adds a thing of our own, by the parts of its name. Parts are joined by
// what stands in no ID, so that no two things get the same name.
func (d *description) thing(types []string, parts ...string) *thing {
	t := &thing{iri: d.iri(parts...), types: types}
	d.things = append(d.things, t)
	return t
}

func (d *description) iri(parts ...string) string {
	return d.base + iriEscaped(strings.Join(parts, "_"))
}

// short returns an IRI with the prefix of its namespace, if it has one and if
// the rest may follow a prefix in all formats.
func (d *description) short(iri string) (string, bool) {
	if rest, ok := strings.CutPrefix(iri, d.base); ok && simple(rest) {
		return "id:" + rest, true
	}
	for _, ns := range namespaces {
		if rest, ok := strings.CutPrefix(iri, ns.iri); ok && simple(rest) {
			return ns.prefix + ":" + rest, true
		}
	}
	return "", false
}

// expand returns the IRI of a name with a prefix.
func expand(name string) string {
	prefix, rest, _ := strings.Cut(name, ":")
	for _, ns := range namespaces {
		if ns.prefix == prefix {
			return ns.iri + rest
		}
	}
	return name
}

func simple(local string) bool {
	for i, r := range local {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || (r < '0' || r > '9') && r != '_' && r != '-') {
			return false
		}
	}
	return local != ""
}

// multiLine makes s a text that every format can hold, with its line ends.
func multiLine(s string) string {
	if !strings.Contains(s, "\n") {
		return oneLine(s)
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = oneLine(strings.TrimSuffix(l, "\r"))
	}
	return strings.Join(lines, "\n")
}
