package yamltree

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// isPlain reports whether a text can stand without quotes, for this reader and
// for others. In flow style it stands in braces or brackets.
func isPlain(s string, flow bool) bool {
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case s == "" || isReserved(strings.ToLower(s)):
		return false
	case '0' <= first && first <= '9':
		if mayBeNumber(s) && !isPlainDate(s) {
			return false
		}
	case !unicode.IsLetter(first):
		return false
	}
	last := ' '
	for i, r := range s {
		switch {
		case r == ' ':
			if last == ' ' || i == len(s)-1 {
				return false
			}
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
		case strings.ContainsRune("-–—./()'’‘ʼʻ«»„“”+&?!%~;=_…·№°", r):
		case r == ',' && !flow:
		case r == ':' && !flow && i < len(s)-1 && s[i+1] != ' ':
		case r == '#' && !flow && last != ' ':
		default:
			return false
		}
		last = r
	}
	return true
}

// isReserved reports whether some reader of YAML takes the word for something
// else than text.
func isReserved(s string) bool {
	switch s {
	case "true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf":
		return true
	}
	return false
}

// mayBeNumber reports whether some reader of YAML may take the text for a number
// or a date.
func mayBeNumber(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) && !strings.ContainsRune("abcdefABCDEFxXoOtTzZ", r) })
}

var plainDate = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9]{4}-[0-9]{2}(-[0-9]{2})?[~?%]?$`) })

func isPlainDate(s string) bool {
	return len(s) <= len("2002-02-28~") && plainDate().MatchString(s)
}

// isFoldable reports whether a text can be written over several lines without
// quotes: single blanks, nothing to escape, and no word that is too long.
func isFoldable(s string) bool {
	word := 0
	for i, r := range s {
		switch word++; {
		case r == ' ':
			if i == 0 || i == len(s)-1 || s[i-1] == ' ' {
				return false
			}
			word = 0
		case mustEscape(r) || unicode.IsSpace(r) || word > width:
			return false
		}
	}
	return s != ""
}

// mustEscape reports whether a character cannot stand in a file as it is, or
// would not be seen there.
func mustEscape(r rune) bool { return !unicode.IsPrint(r) && r != '\u200c' && r != '\u200d' }

func appendKey(b []byte, key string) []byte {
	for i := range len(key) {
		if c := key[i]; (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (i == 0 || (c < '0' || c > '9') && c != '-') {
			return appendQuoted(b, key)
		}
	}
	if key == "" || isReserved(strings.ToLower(key)) && key != "on" { // the key of every date
		return appendQuoted(b, key)
	}
	return append(b, key...)
}

func appendQuoted(b []byte, s string) []byte {
	b = append(b, '"')
	for _, r := range s {
		b = appendEscaped(b, r)
	}
	return append(b, '"')
}

func appendEscaped(b []byte, r rune) []byte {
	switch {
	case r == '"' || r == '\\':
		return append(b, '\\', byte(r))
	case mustEscape(r) && r < 0x10000:
		return fmt.Appendf(b, `\u%04x`, r)
	case mustEscape(r):
		return fmt.Appendf(b, `\U%08x`, r)
	}
	return utf8.AppendRune(b, r)
}
