package data

import (
	"slices"
	"strings"

	"github.com/orglineage/orglineage/data/internal/yamltree"
	"github.com/orglineage/orglineage/lineage"
)

// A field is a key of a mapping that becomes part of a T.
type field[T any] struct {
	key    string
	says   string // for editors
	must   bool   // the format wants it
	decode func(*decoder, *yamltree.Node, *T)
	schema func(*schemas) object
	encode func(*T) []yamltree.Entry // of this key, or of all keys of its kind
}

// key is a field that is kept where at says.
func key[T, V any](name, says string, v value[V], at func(*T) *V) field[T] {
	return field[T]{
		key: name, says: says, schema: v.schema,
		decode: func(d *decoder, n *yamltree.Node, t *T) { v.decode(d, n, at(t)) },
		encode: func(t *T) []yamltree.Entry {
			if n := v.encode(at(t)); n != nil {
				return []yamltree.Entry{{Key: name, Value: n}}
			}
			return nil
		},
	}
}

// must is a field that the format wants.
func must[T any](f field[T]) field[T] {
	f.must = true
	return f
}

// mapping is a mapping with the fields. Those that the format wants are asked
// for here if the mapping is strict, else by package lineage.
func mapping[T any](name, says string, strict bool, fields ...field[T]) value[T] {
	decode := func(d *decoder, n *yamltree.Node, t *T) {
		if !d.is(n, yamltree.Map, "a mapping ("+name+")") {
			return
		}
		for _, e := range n.Entries {
			i := slices.IndexFunc(fields, func(f field[T]) bool { return f.key == e.Key })
			if i < 0 {
				hint := didYouMean(e.Key, keysOf(fields))
				if e.Value.Kind == yamltree.Empty && strings.Contains(e.Key, " ") {
					hint = "; inside {…} a comma ends a text that is not in quotes"
				}
				d.report(d.file, e.Pos, ruleUnknownKey, "%s has no key %q%s", name, shorten(e.Key), hint)
				d.holds[n] = true
				continue
			}
			if e.Value.Kind == yamltree.Empty {
				d.report(d.file, e.Pos, ruleShape, "%s has no value; leave the key out where there is nothing to say", e.Key)
				d.wrong[e.Value] = true
			} else {
				fields[i].decode(d, e.Value, t)
			}
			if d.wrong[e.Value] || d.holds[e.Value] && e.Key == "sources" {
				d.holds[n] = true
			}
		}
		for i := range fields {
			if f := &fields[i]; strict && f.must && n.Get(f.key) == nil {
				d.bad(n, ruleField, "%s has no %s", name, f.key)
			}
		}
	}
	encode := func(t *T) *yamltree.Node {
		n := &yamltree.Node{Kind: yamltree.Map}
		for i := range fields {
			n.Entries = append(n.Entries, fields[i].encode(t)...)
		}
		if len(n.Entries) == 0 {
			return nil
		}
		return n
	}
	return value[T]{decode, func(s *schemas) object {
		return s.define(name, mappingSchema(s, says, fields))
	}, encode}
}

func keysOf[T any](fields []field[T]) []string {
	keys := make([]string, len(fields))
	for i := range fields {
		keys[i] = fields[i].key
	}
	return keys
}

// steps are the fields of the steps of an event.
func steps[T any](at func(*T) *lineage.Steps) []field[T] {
	var fields []field[T]
	for i, step := range lineage.AllSteps() {
		fields = append(fields, field[T]{
			key: step.String(), says: stepSays[step], schema: dating().schema,
			decode: func(d *decoder, n *yamltree.Node, t *T) {
				one := lineage.Dating{Step: step}
				dating().decode(d, n, &one)
				*at(t) = append(*at(t), one)
			},
			encode: func(t *T) []yamltree.Entry {
				if i > 0 {
					return nil // the first key writes all steps, in the order of the record
				}
				return entries(*at(t))
			},
		})
	}
	return fields
}

func entries(all lineage.Steps) []yamltree.Entry {
	var es []yamltree.Entry
	for i := range all {
		es = append(es, yamltree.Entry{Key: all[i].Step.String(), Value: dating().encode(&all[i])})
	}
	return es
}

var stepSays = map[lineage.Step]string{
	lineage.Announced: "When it was made public or proposed.",
	lineage.Applied:   "When it was asked for.",
	lineage.Decided:   "When those who decide it agreed.",
	lineage.Signed:    "When the act was signed.",
	lineage.Notified:  "When the depositary or the other members were told.",
	lineage.Ratified:  "When it was approved at home.",
	lineage.Effective: "When it took effect. Of a departure: the first day on which the state is no longer a member.",
}
