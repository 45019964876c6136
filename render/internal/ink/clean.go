package ink

import (
	"strings"
	"unicode/utf8"
)

// Escape writes s as text or as the value of an attribute of XML. It leaves
// characters alone that XML cannot hold; see [Clean].
func Escape(s string) string { return escaper.Replace(s) }

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// Clean makes s one line of characters that XML can hold.
func Clean(s string) string {
	ok := utf8.ValidString(s)
	for _, r := range s {
		ok = ok && writable(r)
	}
	if ok {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case !writable(r):
			return utf8.RuneError
		}
		return r
	}, s)
}

// writable reports whether XML 1.0 and a single line can hold r.
func writable(r rune) bool {
	return r >= 0x20 && r != 0x7f && r != '\u2028' && r != '\u2029' && r != 0xfffe && r != 0xffff &&
		(r < 0x80 || r > 0x9f)
}
