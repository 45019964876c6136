package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/orglineage/orglineage/render/internal/ink"
)

// quote writes s as a quoted DOT string that shows as s. Go's %q will not do:
// DOT does not know \u00a0, a lone backslash starts an escape such as \N, and
// "&lt;" is shown as "<".
func quote(s string) string { return `"` + dotEscaper.Replace(ink.Clean(s)) + `"` }

var dotEscaper = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "&", "&amp;")

// label writes s as text of an HTML-like label. Graphviz drops a label that is
// not well-formed, so nothing of s may look like markup.
func label(s string) string {
	s = ink.Clean(s)
	if strings.TrimFunc(s, unicode.IsSpace) == "" {
		return "&#160;" // an empty element is a syntax error to Graphviz
	}
	return labelEscaper.Replace(s)
}

// Inside the text of a label Graphviz replaces \N by the name of the node and
// the like, knows no way to escape that, and in old versions reads beyond a
// backslash at the end. A space of no width behind the backslash prevents both;
// [Dress] takes it away again.
const keptApart = "\\\u200b"

var labelEscaper = strings.NewReplacer(`\`, keptApart, "&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// wrapped breaks s at spaces into lines of at most width characters, as text
// of an HTML-like label. A word longer than that stays whole up to twice the
// width.
func wrapped(s string, width int) string {
	var b strings.Builder
	used := 0 // characters in the line
	for _, word := range strings.FieldsFunc(ink.Clean(s), func(r rune) bool { return r == ' ' }) {
		for _, part := range chunks(word, 2*width) {
			n := utf8.RuneCountInString(part)
			switch {
			case used == 0:
			case used+1+n <= width:
				b.WriteByte(' ')
				used++
			default:
				b.WriteString("<BR/>")
				used = 0
			}
			b.WriteString(label(part))
			used += n
		}
	}
	if used == 0 {
		return label("")
	}
	return b.String()
}

// chunks cuts s into parts of at most size characters.
func chunks(s string, size int) []string {
	var parts []string
	start, n := 0, 0
	for i := range s {
		if n == size {
			parts = append(parts, s[start:i])
			start, n = i, 0
		}
		n++
	}
	return append(parts, s[start:])
}
