package jsontree

import (
	"strings"

	"github.com/orglineage/orglineage/data/internal/yamltree"
)

// Append appends a tree as JSON, indented by two spaces and with a line break at
// its end. A scalar without quotes is written as it is; no node is null.
func Append(b []byte, n *yamltree.Node) []byte {
	return append(appendNode(b, n, "\n"), '\n')
}

// appendNode appends a node. The margin is a line break and what indents the
// line that the node stands in.
func appendNode(b []byte, n *yamltree.Node, margin string) []byte {
	if n == nil {
		return append(b, "null"...)
	}
	inner := margin + "  "
	switch n.Kind {
	case yamltree.Scalar:
		if n.Quoted {
			return appendText(b, n.Text)
		}
		return append(b, n.Text...)
	case yamltree.List:
		if len(n.Items) == 0 {
			return append(b, "[]"...)
		}
		for i, x := range n.Items {
			b = append(b, "[,"[min(i, 1)])
			b = appendNode(append(b, inner...), x, inner)
		}
		return append(append(b, margin...), ']')
	case yamltree.Map:
		if len(n.Entries) == 0 {
			return append(b, "{}"...)
		}
		for i, e := range n.Entries {
			b = append(b, "{,"[min(i, 1)])
			b = appendText(append(b, inner...), e.Key)
			b = appendNode(append(b, ": "...), e.Value, inner)
		}
		return append(append(b, margin...), '}')
	}
	return append(b, "null"...)
}

// appendText appends a string. Only what must be escaped is, so that names stay
// readable in every script.
func appendText(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r < 0x20 || r == 0x7f:
			b = append(b, `\u00`...)
			b = append(b, hex[r>>4], hex[r&15])
		default:
			b = append(b, string(r)...)
		}
	}
	return append(b, '"')
}
