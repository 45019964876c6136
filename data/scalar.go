package data

import (
	"encoding"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/orglineage/orglineage/data/internal/yamltree"
	"github.com/orglineage/orglineage/lineage"
)

const idPattern = "^[a-z0-9]+(-[a-z0-9]+)*$"

// id is the ID of an organization or source. Package lineage checks its form.
func id[V ~string]() value[V] { return textOf[V]("an ID", object{"pattern": idPattern}) }

var idForm = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(idPattern) })

func isID(s string) bool { return idForm().MatchString(s) }

func stateID() value[lineage.StateID] {
	return textOf[lineage.StateID]("the ID of a state", object{"pattern": "^[A-Z0-9]+(-[A-Z0-9]+)*$"})
}

const languagePattern = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"

var languageForm = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(languagePattern) })

func isLanguage(s string) bool { return languageForm().MatchString(s) }

func language() value[string] {
	return checked(`a language tag such as "en" or "zh-Hant"`, object{"pattern": languagePattern}, isLanguage)
}

func webAddress() value[string] {
	return checked("an address that begins with http:// or https://", object{"pattern": "^https?://"}, func(s string) bool {
		u, err := url.Parse(s)
		return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
	})
}

const datePattern = `^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?|\[([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?\.\.([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?\])$`

func date() value[lineage.Date] {
	return value[lineage.Date]{
		func(d *decoder, n *yamltree.Node, v *lineage.Date) {
			want := "a date"
			if n.Kind == yamltree.List {
				want += `, of a range in quotes ("[1994-04..1994-07]")`
			}
			s, ok := d.text(n, want)
			if !ok {
				return
			}
			var err error
			if *v, err = lineage.ParseDate(s); err == nil {
				return
			}
			p := &Problem{File: d.file, Line: n.Line, Col: n.Col, Rule: ruleDate, Msg: err.Error(), Err: err}
			var malformed *lineage.DateError
			if errors.As(err, &malformed) {
				p.Col += utf8.RuneCountInString(s[:malformed.Offset])
				p.Msg = fmt.Sprintf("date %q: %s", shorten(s), malformed.Msg)
				if n.Quoted {
					p.Col++
				}
			}
			d.add(p)
			d.wrong[n] = true
		},
		func(s *schemas) object {
			return s.define("date", object{
				"description": `A date: YYYY-MM-DD, YYYY-MM or "YYYY", each optionally with ~ (approximate), ? (uncertain) or % (both); or "[FROM..TO]", some day of that range, either end may be open.`,
				"anyOf":       []any{object{"type": "string", "pattern": datePattern}, object{"type": "integer", "minimum": 1000, "maximum": 9999}},
			})
		},
		func(v *lineage.Date) *yamltree.Node { return word(v.String()) },
	}
}

// enum is one of a list of words.
func enum[E interface {
	comparable
	fmt.Stringer
}, P interface {
	*E
	encoding.TextUnmarshaler
}](what string, all []E) value[E] {
	words := make([]string, len(all))
	for i, e := range all {
		words[i] = e.String()
	}
	return value[E]{
		func(d *decoder, n *yamltree.Node, v *E) {
			s, ok := d.text(n, what)
			if ok && P(v).UnmarshalText([]byte(s)) != nil {
				d.bad(n, ruleValue, "%q is not %s: want %s%s", shorten(s), what, strings.Join(words, ", "), didYouMean(s, words))
			}
		},
		func(*schemas) object { return object{"enum": words} },
		func(v *E) *yamltree.Node {
			if !slices.Contains(all, *v) {
				return nil // the zero value of most
			}
			return word((*v).String())
		},
	}
}

func truth() value[bool] {
	return value[bool]{
		func(d *decoder, n *yamltree.Node, v *bool) {
			switch s, ok := d.text(n, "true or false"); {
			case s == "true":
				*v = true
			case ok && s != "false":
				d.bad(n, ruleValue, "want true or false, have %q", shorten(s))
			}
		},
		func(*schemas) object { return object{"type": "boolean"} },
		func(v *bool) *yamltree.Node {
			if !*v {
				return nil
			}
			return literal("true")
		},
	}
}

func number(most int) value[int] {
	want := fmt.Sprintf("a number from 1 to %d", most)
	return value[int]{
		func(d *decoder, n *yamltree.Node, v *int) {
			s, ok := d.text(n, want)
			if !ok {
				return
			}
			i, err := strconv.Atoi(s)
			if err != nil || i < 1 || i > most {
				d.bad(n, ruleValue, "want %s, have %q", want, shorten(s))
				return
			}
			*v = i
		},
		func(*schemas) object { return object{"type": "integer", "minimum": 1, "maximum": most} },
		func(v *int) *yamltree.Node {
			if *v == 0 {
				return nil
			}
			return literal(strconv.Itoa(*v))
		},
	}
}
