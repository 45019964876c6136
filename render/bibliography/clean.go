package bibliography

import (
	"strings"
	"unicode"
)

// clean returns text as one line of UTF-8, without what could steer a terminal
// or turn the direction of a line. Joiners stay: some scripts need them.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\u200c' || r == '\u200d':
			return r
		case unicode.IsControl(r) || unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f':
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' }), " ")
}

// cleanURL returns an address without what would end a field or a link. What
// is encoded stays as it is.
func cleanURL(text string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(text) {
		switch c := text[i]; {
		case c <= ' ' || c == 0x7f || strings.IndexByte("{}\\\"<>^`|", c) >= 0:
			b.WriteString("%" + hex[c>>4:c>>4+1] + hex[c&15:c&15+1])
		default:
			b.WriteByte(c)
		}
	}
	return clean(b.String())
}
