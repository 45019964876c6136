package bibliography

import (
	"slices"
	"strings"
	"unicode"

	"github.com/orglineage/orglineage/lineage"
)

// A name is that of an author: in two parts where it is certain which is
// which, else literal.
type name struct {
	family, given string
	literal       string
}

// namesOf returns the authors of a source: its persons, then the body that
// issued it.
func namesOf(s *lineage.Source) []name {
	names := persons(clean(s.Author), s.Language)
	if body := clean(s.Body); body != "" {
		names = append(names, name{literal: body})
	}
	return names
}

// persons takes text apart at its commas. If one of the parts is a single
// word, the comma may stand between family and given name, or before a title;
// then all of it is one literal name.
func persons(text, language string) []name {
	if text == "" {
		return nil
	}
	parts := strings.Split(text, ", ")
	for _, part := range parts {
		if len(strings.Fields(part)) < 2 {
			return []name{{literal: text}}
		}
	}
	names := make([]name, len(parts))
	for i, part := range parts {
		names[i] = person(part, language)
	}
	return names
}

// familyFirst are languages in which the family name comes first. A text in
// one of them may be by a person who writes it so.
var familyFirst = []string{"hu", "ja", "km", "ko", "vi", "zh"}

// person takes a name apart that consists of a given name, any number of
// initials and a family name. Other names are literal: more than one full word
// may belong to either part, and a particle to the family name or not.
func person(text, language string) name {
	words := strings.Fields(text)
	last := len(words) - 1
	primary, _, _ := strings.Cut(language, "-")
	certain := last > 0 && !slices.Contains(familyFirst, strings.ToLower(primary)) && isWord(words[last])
	for i, w := range words[:max(last, 0)] {
		certain = certain && (isInitial(w) || i == 0 && isWord(w))
	}
	if !certain {
		return name{literal: text}
	}
	return name{family: words[last], given: strings.Join(words[:last], " ")}
}

// isWord reports whether w is a capital letter with letters behind it; parts
// may be joined by hyphens and apostrophes.
func isWord(w string) bool {
	letters := 0
	for i, r := range w {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			letters++
		case i == 0 || !strings.ContainsRune("-'’ʻʼ", r):
			return false
		}
		if i == 0 && !unicode.IsUpper(r) {
			return false
		}
	}
	return letters > 1
}

// isInitial reports whether w is a capital letter with a full stop, or several
// of them, such as "D." and "J.-P.".
func isInitial(w string) bool {
	if !strings.HasSuffix(w, ".") {
		return false
	}
	for part := range strings.SplitSeq(strings.TrimSuffix(w, "."), ".") {
		letter := []rune(strings.TrimPrefix(part, "-"))
		if len(letter) != 1 || !unicode.IsUpper(letter[0]) {
			return false
		}
	}
	return true
}
