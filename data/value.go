package data

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agext/levenshtein"

	"github.com/orglineage/orglineage/data/internal/yamltree"
)

// A value is a kind of value in the files: it knows how to read one, how to
// describe one in JSON Schema and how to write one, so that the three cannot
// drift apart. What there is nothing to say about is written as nil.
type value[V any] struct {
	decode func(*decoder, *yamltree.Node, *V)
	schema func(*schemas) object
	encode func(*V) *yamltree.Node
}

// word is a scalar in quotes; nil for no text.
func word(s string) *yamltree.Node {
	if s == "" {
		return nil
	}
	return &yamltree.Node{Kind: yamltree.Scalar, Text: s, Quoted: true}
}

// literal is a scalar without quotes: a number, true or false.
func literal(s string) *yamltree.Node { return &yamltree.Node{Kind: yamltree.Scalar, Text: s} }

// A decoder turns nodes of one file into records. It never fails: what is wrong
// is reported, and left at its zero value.
type decoder struct {
	file string
	*collector
	wrong map[*yamltree.Node]bool // reported themselves
	holds map[*yamltree.Node]bool // hold an entry that was reported
}

func (d *decoder) bad(n *yamltree.Node, rule, format string, args ...any) {
	d.report(d.file, n.Pos, rule, format, args...)
	d.wrong[n] = true
}

// is reports whether n is of the kind, and complains if it is not.
func (d *decoder) is(n *yamltree.Node, kind yamltree.Kind, want string) bool {
	if n.Kind != kind {
		d.bad(n, ruleShape, "want %s, have %s", want, n.Kind)
	}
	return n.Kind == kind
}

const maxText = 4096 // characters; longer ones break tables and drawings

// text reads a scalar as one line.
func (d *decoder) text(n *yamltree.Node, want string) (string, bool) {
	if !d.is(n, yamltree.Scalar, want) {
		return "", false
	}
	// A folded text may have paragraphs; here they are one.
	s := strings.Join(strings.FieldsFunc(n.Text, func(r rune) bool { return r == '\n' }), " ")
	i := strings.IndexFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || r == utf8.RuneError || r == '\u2028' || r == '\u2029'
	})
	switch {
	case strings.TrimSpace(s) == "":
		d.bad(n, ruleValue, "is empty; leave the key out where there is nothing to say")
	case i >= 0:
		r, _ := utf8.DecodeRuneInString(s[i:])
		d.bad(n, ruleValue, "holds the character %U, which is not text", r)
	case utf8.RuneCountInString(s) > maxText:
		d.bad(n, ruleTooLarge, "the text is longer than %d characters", maxText)
	default:
		return s, true
	}
	return "", false
}

// text is a value of any text.
func text[V ~string]() value[V] { return textOf[V]("a text", nil) }

// textOf is a value of text; the schema has more about it.
func textOf[V ~string](want string, more object) value[V] {
	return value[V]{
		func(d *decoder, n *yamltree.Node, v *V) {
			if s, ok := d.text(n, want); ok {
				*v = V(s)
			}
		},
		func(*schemas) object {
			o := object{"type": "string", "minLength": 1}
			for k, x := range more {
				o[k] = x
			}
			return o
		},
		func(v *V) *yamltree.Node { return word(string(*v)) },
	}
}

// checked is a value of text that must satisfy the test.
func checked(want string, more object, ok func(string) bool) value[string] {
	v := textOf[string](want, more)
	plain := v.decode
	v.decode = func(d *decoder, n *yamltree.Node, s *string) {
		plain(d, n, s)
		if *s != "" && !ok(*s) {
			d.bad(n, ruleValue, "want %s, have %q", want, shorten(*s))
			*s = ""
		}
	}
	return v
}

// list is a list of values. Items that are wrong stay as zero values, so that
// the indices are those of the file.
func list[V any](item value[V]) value[[]V] {
	return value[[]V]{
		func(d *decoder, n *yamltree.Node, v *[]V) {
			if !d.is(n, yamltree.List, "a list") {
				return
			}
			*v = make([]V, len(n.Items))
			for i, x := range n.Items {
				item.decode(d, x, &(*v)[i])
				if d.wrong[x] {
					d.holds[n] = true
				}
			}
		},
		func(s *schemas) object { return object{"type": "array", "items": item.schema(s)} },
		func(v *[]V) *yamltree.Node {
			if len(*v) == 0 {
				return nil
			}
			n := &yamltree.Node{Kind: yamltree.List, Items: make([]*yamltree.Node, len(*v))}
			for i := range *v {
				n.Items[i] = item.encode(&(*v)[i])
			}
			return n
		},
	}
}

// names are the names of a thing by language.
func names() value[map[string]string] {
	return value[map[string]string]{
		func(d *decoder, n *yamltree.Node, v *map[string]string) {
			if !d.is(n, yamltree.Map, "names by language, such as {ru: …}") {
				return
			}
			*v = make(map[string]string, len(n.Entries))
			for _, e := range n.Entries {
				if !isLanguage(e.Key) {
					d.report(d.file, e.Pos, ruleValue, `%q is not a language tag such as "ru" or "zh-Hant"`, shorten(e.Key))
				}
				if s, ok := d.text(e.Value, "a name"); ok {
					(*v)[e.Key] = s
				}
			}
		},
		func(s *schemas) object {
			return object{
				"type":                 "object",
				"propertyNames":        object{"pattern": languagePattern},
				"additionalProperties": object{"type": "string", "minLength": 1},
			}
		},
		func(v *map[string]string) *yamltree.Node {
			if len(*v) == 0 {
				return nil
			}
			n := &yamltree.Node{Kind: yamltree.Map}
			for _, tag := range slices.Sorted(maps.Keys(*v)) {
				n.Entries = append(n.Entries, yamltree.Entry{Key: tag, Value: word((*v)[tag])})
			}
			return n
		},
	}
}

// optional is a value that may be absent altogether.
func optional[V any](v value[V]) value[*V] {
	return value[*V]{
		func(d *decoder, n *yamltree.Node, p **V) {
			*p = new(V)
			v.decode(d, n, *p)
		},
		v.schema,
		func(p **V) *yamltree.Node {
			if *p == nil {
				return nil
			}
			return v.encode(*p)
		},
	}
}

// didYouMean returns a suggestion such as `; did you mean "since"?`, or "".
func didYouMean(word string, words []string) string {
	best, least := "", 2+len(word)/4
	for _, w := range slices.Sorted(slices.Values(words)) {
		if d := levenshtein.Distance(word, w, nil); d < least {
			best, least = w, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}

// shorten keeps messages readable when the input is long.
func shorten(s string) string {
	const limit = 40
	if len(s) <= limit {
		return s
	}
	return strings.ToValidUTF8(s[:limit], "") + "…"
}
