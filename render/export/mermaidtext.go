package export

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/orglineage/orglineage/lineage"
)

// mermaidID writes an ID as the name of a node. Bare IDs will not do: "end"
// closes a box, "graph" begins a diagram, and a node named "o" behind an arrow
// gives the arrow another head. Only single hyphens stand in an ID, so no two
// become the same.
func mermaidID(id lineage.OrgID) string { return "org_" + strings.ReplaceAll(string(id), "-", "_") }

// mermaidText writes s as quoted text of a flowchart that shows as s. Mermaid
// replaces directives, comments and class names before it looks for quotation
// marks, and takes what is left for Markdown and HTML; so all that may mean
// something becomes a character reference, of the form #N;.
func mermaidText(s string) string {
	s = mermaidApart.Replace(strings.TrimSpace(oneLine(s)))
	var b strings.Builder
	var last rune
	number := true // all so far are digits: a dot behind them would begin a list
	for _, r := range s {
		if plainInMermaid(r) || strings.ContainsRune("-/", r) && alphanumeric(last) || strings.ContainsRune(".)", r) && !number {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "#%d;", r)
		}
		last, number = r, number && unicode.IsDigit(r)
	}
	if b.Len() == 0 {
		return "#160;" // Mermaid shows the name of a node without text
	}
	return b.String()
}

func plainInMermaid(r rune) bool {
	return alphanumeric(r) || unicode.IsMark(r) || strings.ContainsRune(" ,(–—«»’", r)
}

func alphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// mermaidApart puts a space of no width into what Mermaid replaces even where
// it is written in references: line ends, icons, formulas, and the characters
// that it keeps references in.
var mermaidApart = strings.NewReplacer(`\`, "\\\u200b", ":fa-", ":\u200bfa-", "$$", "$\u200b$", "ﬂ°", "ﬂ\u200b°", "¶ß", "¶\u200bß")
