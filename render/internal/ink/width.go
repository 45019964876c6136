package ink

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// slack is what a width is more than the sum of the advances: for fonts that
// are not quite like Arial, and for rounding to whole pixels.
const slack = 1.03

// A span holds the advances of the characters from first to last.
type span struct {
	first, last   rune
	regular, bold []uint16
}

// Width returns how wide a line of text is, in px at a type size in px, when it
// is set in Arial or a font of its metrics, plus a slack of 3 %. Characters that
// such fonts do not have get a width that fonts rarely go beyond. The text is
// measured as [Writer.Text] shows it.
func Width(text string, size float64, bold bool) float64 {
	sum := 0
	for _, r := range text {
		sum += advance(r, bold)
	}
	return float64(sum) * size * slack / emSize
}

// advance returns the width of a character in units of 1/emSize.
func advance(r rune, bold bool) int {
	if latin := &advances[0]; r > ' ' && r < 0x7f {
		if bold {
			return int(latin.bold[r-latin.first])
		}
		return int(latin.regular[r-latin.first])
	}
	switch {
	case r == '\t' || r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
		r = ' ' // as Clean does
	case !writable(r):
		r = utf8.RuneError
	case unicode.In(r, unicode.Mn, unicode.Me) || r != '\u00ad' && unicode.Is(unicode.Cf, r):
		return 0
	}
	i, found := slices.BinarySearchFunc(advances[:], r, func(s span, r rune) int {
		switch {
		case s.last < r:
			return -1
		case s.first > r:
			return 1
		}
		return 0
	})
	if found {
		s := &advances[i]
		table := s.regular
		if bold {
			table = s.bold
		}
		if w := table[r-s.first]; w != 0 {
			return int(w)
		}
	}
	return guess(r)
}

// guess returns a width for a character that Arial does not have.
func guess(r rune) int {
	switch {
	case r >= 0xff61 && r <= 0xffdc: // half-width forms
		return emSize / 2
	case unicode.In(r, unicode.Hebrew, unicode.Arabic):
		return emSize * 4 / 5
	case r >= 0x1f000 && r <= 0x1ffff: // emoji
		return emSize * 5 / 4
	case r == utf8.RuneError || unicode.In(r, unicode.Myanmar, unicode.Malayalam, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Sinhala, unicode.Cuneiform, unicode.Egyptian_Hieroglyphs):
		return emSize * 9 / 8
	}
	return emSize // Chinese, Japanese and Korean by design; most others are narrower
}

// Wrap breaks text at its spaces into lines of at most width px. A word that is
// longer is broken after a hyphen or a slash if it has one, else between any two
// characters. Each line holds at least one character, however narrow the
// column. There is no line for a text of spaces.
func Wrap(text string, size float64, bold bool, width float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(Clean(text), func(r rune) bool { return r == ' ' }) {
		joined := word
		if line != "" {
			joined = line + " " + word
		}
		if Width(joined, size, bold) <= width {
			line = joined
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for Width(word, size, bold) > width {
			n := breakAt(word, size, bold, width)
			if n == len(word) {
				break
			}
			lines = append(lines, word[:n])
			word = word[n:]
		}
		line = word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// breakAt returns how many bytes of a word that is too long go into a line.
func breakAt(word string, size float64, bold bool, width float64) int {
	n := fit(word, size, bold, width)
	if n == 0 {
		return cluster(word)
	}
	if i := strings.LastIndexAny(word[:n], "-/‐–—"); i > 0 {
		_, hyphen := utf8.DecodeRuneInString(word[i:])
		return i + hyphen
	}
	return n
}

// Clip returns text if it is at most width px wide, else as much of it as fits
// with an ellipsis behind, and nothing where not even the ellipsis fits.
func Clip(text string, size float64, bold bool, width float64) string {
	if Width(text, size, bold) <= width {
		return text
	}
	const ellipsis = "…"
	room := width - Width(ellipsis, size, bold)
	if room < 0 {
		return ""
	}
	return strings.TrimRightFunc(text[:fit(text, size, bold, room)], unicode.IsSpace) + ellipsis
}

// fit returns how many bytes of text are at most width px wide. It keeps
// accents with their letters.
func fit(text string, size float64, bold bool, width float64) int {
	n, limit, sum := 0, width*emSize/(size*slack), 0.0
	for n < len(text) {
		next := cluster(text[n:])
		for _, r := range text[n : n+next] {
			sum += float64(advance(r, bold))
		}
		if sum > limit {
			break
		}
		n += next
	}
	return n
}

// cluster returns the number of bytes of the first character of text with the
// marks that stand over it, and of what is joined to it without a width.
func cluster(text string) int {
	_, n := utf8.DecodeRuneInString(text)
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if r == utf8.RuneError || !unicode.In(r, unicode.M, unicode.Cf) {
			break
		}
		n += size
	}
	return n
}
