package jsontree

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/orglineage/orglineage/data/internal/yamltree"
)

// Parse reads the text of a file. The node is nil if the file cannot be read at
// all; else the faults are keys that stand twice, of which the first counts.
// Numbers, true and false are scalars without quotes; null is nothing.
func Parse(src []byte) (*yamltree.Node, []yamltree.Fault) {
	p := &parser{src: bytes.TrimPrefix(src, []byte("\ufeff")), line: 1, col: 1}
	if f := p.unreadable(); f != nil {
		return nil, []yamltree.Fault{*f}
	}
	n := p.document()
	if p.fatal != nil {
		return nil, []yamltree.Fault{*p.fatal}
	}
	return n, p.faults
}

// A parser reads one text from its beginning to its end. Each of its methods
// returns early, with anything, once there is a fatal fault.
type parser struct {
	src    []byte
	at     int // the next byte
	values int
	faults []yamltree.Fault
	fatal  *yamltree.Fault

	// The position of the byte at known, which only moves on.
	known, line, col int
}

// pos returns where the byte at the offset stands. Offsets do not decrease from
// call to call, or else long lines would take time in the square of their
// length.
func (p *parser) pos(offset int) yamltree.Pos {
	for p.known < offset {
		r, n := utf8.DecodeRune(p.src[p.known:])
		p.known += n
		p.col++
		if r == '\n' {
			p.line, p.col = p.line+1, 1
		}
	}
	return yamltree.Pos{Line: p.line, Col: p.col}
}

func (p *parser) fail(offset int, rule, format string, args ...any) {
	if p.fatal == nil {
		p.fatal = &yamltree.Fault{Pos: p.pos(offset), Rule: rule, Msg: fmt.Sprintf(format, args...)}
		p.at = len(p.src)
	}
}

// unreadable returns what keeps the text from being JSON in UTF-8 at all.
func (p *parser) unreadable() *yamltree.Fault {
	switch i := firstInvalid(p.src); {
	case bytes.HasPrefix(p.src, []byte("\xff\xfe")), bytes.HasPrefix(p.src, []byte("\xfe\xff")):
		return &yamltree.Fault{Pos: yamltree.Pos{Line: 1, Col: 1}, Rule: yamltree.BadEncoding, Msg: "the file is in UTF-16; save it as UTF-8"}
	case i >= 0:
		p.fail(i, yamltree.BadEncoding, "byte 0x%02x is not UTF-8", p.src[i])
		return p.fatal
	}
	return nil
}

// firstInvalid returns the offset of the first byte that is not UTF-8, or -1.
func firstInvalid(src []byte) int {
	if utf8.Valid(src) {
		return -1
	}
	i := 0
	for {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
}

func (p *parser) document() *yamltree.Node {
	p.space()
	if p.at == len(p.src) {
		p.fail(p.at, yamltree.BadSyntax, "the file is empty")
		return nil
	}
	n := p.value(0)
	p.space()
	if p.at < len(p.src) {
		p.fail(p.at, yamltree.BadSyntax, "%s after the end of the document; a file has one", p.have())
	}
	return n
}

// space skips blanks between tokens.
func (p *parser) space() {
	for p.at < len(p.src) {
		switch p.src[p.at] {
		case ' ', '\t', '\n', '\r':
			p.at++
		default:
			return
		}
	}
}

// have says what stands next, for messages.
func (p *parser) have() string {
	if p.at >= len(p.src) {
		return "the end of the file"
	}
	r, _ := utf8.DecodeRune(p.src[p.at:])
	return fmt.Sprintf("%q", r)
}

// next reports whether the byte stands next, and skips it.
func (p *parser) next(c byte) bool {
	if p.at < len(p.src) && p.src[p.at] == c {
		p.at++
		return true
	}
	return false
}

// value reads the value that stands next, inside depth lists and objects.
func (p *parser) value(depth int) *yamltree.Node {
	n := &yamltree.Node{}
	if p.at >= len(p.src) {
		p.fail(p.at, yamltree.BadSyntax, "the file ends where a value was expected")
		return n
	}
	n.Pos = p.pos(p.at)
	if p.values++; p.values > maxValues {
		p.fail(p.at, yamltree.TooLarge, "more than %d values", maxValues)
		return n
	}
	switch c := p.src[p.at]; {
	case (c == '{' || c == '[') && depth >= maxDepth:
		p.fail(p.at, yamltree.TooLarge, "more than %d lists and objects inside each other", maxDepth)
	case c == '{':
		p.object(n, depth)
	case c == '[':
		p.list(n, depth)
	case c == '"':
		n.Kind, n.Quoted = yamltree.Scalar, true
		n.Text = p.text()
	case c == '-' || '0' <= c && c <= '9':
		n.Kind = yamltree.Scalar
		n.Text = p.number()
	default:
		p.word(n)
	}
	return n
}

// word reads true, false or null.
func (p *parser) word(n *yamltree.Node) {
	end := p.at
	for end < len(p.src) && ('a' <= p.src[end]|0x20 && p.src[end]|0x20 <= 'z' || p.src[end] == '_') {
		end++
	}
	switch w := string(p.src[p.at:end]); w {
	case "true", "false":
		n.Kind, n.Text = yamltree.Scalar, w
	case "null":
	case "":
		p.fail(p.at, yamltree.BadSyntax, "want a value, have %s", p.have())
	default:
		p.fail(p.at, yamltree.BadSyntax, "%q is not a value; put text in double quotes", shorten(w))
	}
	if p.fatal == nil {
		p.at = end
	}
}

// number reads a number and returns it as it stands there.
func (p *parser) number() string {
	start := p.at
	digits := func() {
		first := p.at
		for p.at < len(p.src) && '0' <= p.src[p.at] && p.src[p.at] <= '9' {
			p.at++
		}
		if p.at == first {
			p.fail(p.at, yamltree.BadSyntax, "want a digit, have %s", p.have())
		}
	}
	p.next('-')
	if !p.next('0') {
		digits()
	}
	if p.next('.') {
		digits()
	}
	if p.next('e') || p.next('E') {
		if !p.next('-') {
			p.next('+')
		}
		digits()
	}
	if p.fatal == nil && p.at < len(p.src) && '0' <= p.src[p.at] && p.src[p.at] <= '9' {
		p.fail(p.at, yamltree.BadSyntax, "a number does not begin with 0; put text in double quotes")
	}
	if p.fatal != nil {
		return ""
	}
	return string(p.src[start:p.at])
}

func (p *parser) list(n *yamltree.Node, depth int) {
	n.Kind = yamltree.List
	p.at++
	p.space()
	if p.next(']') {
		return
	}
	for p.fatal == nil {
		n.Items = append(n.Items, p.value(depth+1))
		if !p.more(']', "list") {
			return
		}
	}
}

// more reports whether a comma stands next, and not the end.
func (p *parser) more(end byte, what string) bool {
	p.space()
	switch {
	case p.fatal != nil || p.next(end):
		return false
	case !p.next(','):
		p.fail(p.at, yamltree.BadSyntax, "want a comma or the end of the %s, have %s", what, p.have())
		return false
	}
	p.space()
	if p.at < len(p.src) && p.src[p.at] == end {
		p.fail(p.at, yamltree.BadSyntax, "a comma before the end of the %s; take it out", what)
		return false
	}
	return true
}

func (p *parser) object(n *yamltree.Node, depth int) {
	n.Kind = yamltree.Map
	p.at++
	p.space()
	if p.next('}') {
		return
	}
	var known keys
	for p.fatal == nil {
		if p.at >= len(p.src) || p.src[p.at] != '"' {
			p.fail(p.at, yamltree.BadSyntax, "want a key in double quotes, have %s", p.have())
			return
		}
		start := p.at
		at := p.pos(start)
		key := p.text()
		if p.fatal == nil && utf8.RuneCountInString(key) > maxKey {
			p.fatal = &yamltree.Fault{Pos: at, Rule: yamltree.TooLarge, Msg: fmt.Sprintf("the key is longer than %d characters", maxKey)}
		}
		p.space()
		if p.fatal == nil && !p.next(':') {
			p.fail(p.at, yamltree.BadSyntax, "want a colon after the key, have %s", p.have())
		}
		p.space()
		value := p.value(depth + 1)
		if first := known.find(n, key); first >= 0 && len(p.faults) == maxTwice {
			p.fail(p.at, yamltree.TooLarge, "more than %d keys that stand twice", maxTwice)
		} else if first >= 0 {
			p.faults = append(p.faults, yamltree.Fault{Pos: at, Rule: yamltree.DuplicateKey, Msg: fmt.Sprintf("key %q stands twice; the first is in line %d", shorten(key), n.Entries[first].Line)})
		} else {
			n.Entries = append(n.Entries, yamltree.Entry{Key: key, Pos: at, Value: value})
		}
		if !p.more('}', "object") {
			return
		}
	}
}

// keys finds the keys of an object, by a map once there are many.
type keys map[string]int

func (k *keys) find(n *yamltree.Node, key string) int {
	const many = 32
	if len(n.Entries) < many {
		return slices.IndexFunc(n.Entries, func(e yamltree.Entry) bool { return e.Key == key })
	}
	if *k == nil {
		*k = keys{}
	}
	for i := len(*k); i < len(n.Entries); i++ {
		(*k)[n.Entries[i].Key] = i
	}
	if i, ok := (*k)[key]; ok {
		return i
	}
	return -1
}

// shorten keeps messages readable when the text is long.
func shorten(s string) string {
	const limit = 40
	if len(s) <= limit {
		return s
	}
	return fmt.Sprintf("%s…", strings.ToValidUTF8(s[:limit], ""))
}
