// Package words says what pictures say, in English and in Russian: dates,
// roles, memberships, events, and the legend.
//
// Russian texts are built so that names of states and organizations need no
// case endings.
package words

import (
	"fmt"
	"strings"
)

// A Language is one in which pictures speak, as a BCP 47 tag. The zero Language
// is English.
type Language string

// The languages.
const (
	English Language = "en"
	Russian Language = "ru"
)

// Languages returns every language.
func Languages() []Language { return []Language{English, Russian} }

// ParseLanguage reads a tag, such as "ru" or "ru-KZ".
func ParseLanguage(tag string) (Language, error) {
	primary, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	for _, l := range Languages() {
		if primary == string(l) {
			return l, nil
		}
	}
	return "", fmt.Errorf("language %q: want one of %s", tag, choices())
}

func choices() string {
	var names []string
	for _, x := range Languages() {
		names = append(names, string(x))
	}
	return strings.Join(names, ", ")
}

// Tag returns the tag for the attribute lang.
func (l Language) Tag() string {
	if l == Russian {
		return string(Russian)
	}
	return string(English)
}

// phrases returns the texts of the language.
func (l Language) phrases() *phrases {
	if l == Russian {
		return &russian
	}
	return &english
}

// fill puts values in the place of {names}; it takes name, value, name, value …
// Values are never searched for names.
func fill(template string, pairs ...string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(template, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				b.WriteString(pairs[i+1])
			}
		}
		template = after
	}
}

// capital makes the first letter of a text a capital.
func capital(s string) string {
	for i, r := range s {
		if i == 0 {
			return strings.ToUpper(string(r)) + s[len(string(r)):]
		}
	}
	return s
}
