package export

import (
	"strings"
	"unicode/utf8"
)

// oneLine makes s one line of characters that every format can hold.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case r < 0x20 || r >= 0x7f && r <= 0x9f || r == 0xfffe || r == 0xffff:
			return utf8.RuneError
		}
		return r // RuneError for a byte that is not UTF-8
	}, s)
}
