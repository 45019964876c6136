package yamltree

import (
	"strings"
	"unicode/utf8"
)

// width is how long lines become, where words allow it.
const width = 120

// Append appends a tree as YAML that [Parse] reads as the same tree, in the
// style of the files that people write: what is short stands on one line in
// braces and brackets, the rest below its key; long texts are folded.
//
// A scalar that is not Quoted is written as it stands, so it must be a number or
// a word. Texts have no line breaks and no control characters.
func Append(b []byte, n *Node) []byte {
	w := writer{b: b}
	switch n.Kind {
	case List:
		w.list(n, 0)
	case Map:
		w.mapping(n, 0)
	default:
		w.text(n, 0)
		w.newline(0)
	}
	return w.b
}

// A writer appends lines. Nodes end with their line.
type writer struct {
	b []byte
}

// newline ends the line; the next one is indented.
func (w *writer) newline(indent int) {
	w.b = append(w.b, '\n')
	w.indent(indent)
}

func (w *writer) indent(n int) {
	for range n {
		w.b = append(w.b, ' ')
	}
}

// column returns how long the line is by now.
func (w *writer) column() int {
	begin := len(w.b)
	for begin > 0 && w.b[begin-1] != '\n' {
		begin--
	}
	return utf8.RuneCount(w.b[begin:])
}

// mapping writes the entries of a mapping, each on lines of its own. The first
// one begins where the line is by now.
func (w *writer) mapping(n *Node, indent int) {
	for i, e := range n.Entries {
		if i > 0 {
			w.indent(indent)
		}
		w.b = append(appendKey(w.b, e.Key), ':')
		w.value(e.Value, indent)
	}
}

// nothing is the node of what is not there.
var nothing = &Node{Kind: Empty}

// value writes what belongs to a key.
func (w *writer) value(n *Node, indent int) {
	if n == nil {
		n = nothing
	}
	open := n.Kind == List && holdsMapping(n) || n.Kind == Map && indent == 0 && holdsMapping(n)
	if !open && (n.Kind == List || n.Kind == Map) && w.inline(n, " ") {
		return
	}
	switch n.Kind {
	case List:
		w.newline(indent + 2)
		w.list(n, indent+2)
	case Map:
		w.newline(indent + 2)
		w.mapping(n, indent+2)
	default:
		w.b = append(w.b, ' ')
		w.text(n, indent)
		w.newline(0)
	}
}

// list writes the items of a list, each on lines of its own.
func (w *writer) list(n *Node, indent int) {
	for i, x := range n.Items {
		if i > 0 {
			w.indent(indent)
		}
		if x == nil {
			x = nothing
		}
		w.b = append(w.b, "- "...)
		// The records of a file stand one key a line, but for pairs.
		open := holdsMapping(x) || indent == 0 && x.Kind == Map && len(x.Entries) > 2
		if !open && (x.Kind == List || x.Kind == Map) && w.inline(x, "") {
			continue
		}
		switch x.Kind {
		case List:
			w.list(x, indent+2)
		case Map:
			w.mapping(x, indent+2)
		default:
			w.text(x, indent)
			w.newline(0)
		}
	}
}

// holdsMapping reports whether a mapping, or a list of them, is part of n.
func holdsMapping(n *Node) bool {
	is := func(x *Node) bool { return x != nil && (x.Kind == Map || x.Kind == List && holdsMapping(x)) }
	for _, x := range n.Items {
		if is(x) {
			return true
		}
	}
	for _, e := range n.Entries {
		if is(e.Value) {
			return true
		}
	}
	return false
}

// inline writes a list or mapping on this line, if it fits.
func (w *writer) inline(n *Node, before string) bool {
	begin, col := len(w.b), w.column()
	w.b = append(w.b, before...)
	if w.flow(n, begin+4*width) && col+utf8.RuneCount(w.b[begin:]) <= width || len(n.Items)+len(n.Entries) == 0 {
		w.newline(0)
		return true
	}
	w.b = w.b[:begin]
	return false
}

// flow writes a node in braces and brackets. It gives up when more than limit
// bytes are written: a line has no more.
func (w *writer) flow(n *Node, limit int) bool {
	if len(w.b) > limit {
		return false
	}
	if n == nil {
		n = nothing
	}
	switch n.Kind {
	case List:
		w.b = append(w.b, '[')
		for i, x := range n.Items {
			if i > 0 {
				w.b = append(w.b, ", "...)
			}
			if !w.flow(x, limit) {
				return false
			}
		}
		w.b = append(w.b, ']')
	case Map:
		w.b = append(w.b, '{')
		for i, e := range n.Entries {
			if i > 0 {
				w.b = append(w.b, ", "...)
			}
			w.b = append(appendKey(w.b, e.Key), ": "...)
			if !w.flow(e.Value, limit) {
				return false
			}
		}
		w.b = append(w.b, '}')
	case Scalar:
		if !n.Quoted || isPlain(n.Text, true) {
			w.b = append(w.b, n.Text...)
		} else {
			w.b = appendQuoted(w.b, n.Text)
		}
	default:
		w.b = append(w.b, "null"...)
	}
	return true
}

// text writes a scalar after a key or a dash: on this line, or folded where it
// is too long for one.
func (w *writer) text(n *Node, indent int) {
	s := n.Text
	switch {
	case n.Kind == Empty:
		w.b = append(w.b, "null"...)
	case !n.Quoted:
		w.b = append(w.b, s...)
	case w.column()+utf8.RuneCountInString(s) <= width && isPlain(s, false):
		w.b = append(w.b, s...)
	case w.column()+utf8.RuneCountInString(s)+2 > width && isFoldable(s):
		w.b = append(w.b, ">-"...)
		w.fold(s, indent+2)
	default:
		w.quoted(s, indent+2)
	}
}

// fold writes a text below, with line breaks for some of its blanks.
func (w *writer) fold(s string, indent int) {
	col := width + 1
	for word := range strings.SplitSeq(s, " ") {
		n := utf8.RuneCountInString(word)
		if col+1+n > width {
			w.newline(indent)
			col = indent
		} else {
			w.b = append(w.b, ' ')
			col++
		}
		w.b = append(w.b, word...)
		col += n
	}
}

// quoted writes a text in quotes, which may go on over several lines: a
// backslash at the end of one joins it to the next.
func (w *writer) quoted(s string, indent int) {
	const most = maxLine / 16 // an escape has up to ten characters
	w.b = append(w.b, '"')
	col := 0
	for i, r := range s {
		// Blanks at the beginning of a line do not count.
		if col >= most && r != ' ' && i > 0 {
			w.b = append(w.b, '\\')
			w.newline(indent)
			col = 0
		}
		w.b = appendEscaped(w.b, r)
		col++
	}
	w.b = append(w.b, '"')
}
