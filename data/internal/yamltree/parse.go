package yamltree

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Parse reads the text of a file. The node is nil if the file cannot be read at
// all; else the faults are keys that stand twice, of which the first counts.
func Parse(src []byte) (*Node, []Fault) {
	lines, f := clean(src)
	if f != nil {
		return nil, []Fault{*f}
	}
	root, f := parse(lines)
	if f != nil {
		return nil, []Fault{*f}
	}
	r := reader{lines: lines}
	n := r.node(root)
	if r.fatal != nil {
		return nil, []Fault{*r.fatal}
	}
	return n, r.faults
}

// parse returns the root of the only document.
func parse(lines []string) (root ast.Node, f *Fault) {
	// The YAML library has panicked on malformed input before.
	defer func() {
		if r := recover(); r != nil {
			root, f = nil, fault(Pos{1, 1}, BadSyntax, "the YAML parser gave up: %.200v", r)
		}
	}()
	tokens := lexer.Tokenize(strings.Join(lines, "\n"))
	if f := checkTokens(tokens, lines); f != nil {
		return nil, f
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, syntaxFault(err, lines)
	}
	for _, doc := range file.Docs {
		if doc.Body == nil {
			continue
		}
		if root != nil {
			return nil, fault(position(doc.Body.GetToken(), lines), BadSyntax, "a second document; a data file has one")
		}
		root = doc.Body
	}
	if root == nil {
		return nil, fault(Pos{1, 1}, BadSyntax, "the file is empty")
	}
	return root, nil
}

// syntaxFault takes an error of the parser apart. Its Error method draws the
// source, in time that grows with the square of the size.
func syntaxFault(err error, lines []string) *Fault {
	var syntax interface {
		GetMessage() string
		GetToken() *token.Token
	}
	if !errors.As(err, &syntax) {
		return fault(Pos{1, 1}, BadSyntax, "the YAML parser gave up")
	}
	p := Pos{1, 1}
	if t := syntax.GetToken(); t != nil && t.Position != nil {
		p = position(t, lines)
	}
	return fault(p, BadSyntax, "%s", syntax.GetMessage())
}

// A reader turns the parser's nodes into ours.
type reader struct {
	lines  []string
	faults []Fault
	fatal  *Fault
}

func (r *reader) pos(n ast.Node) Pos {
	if t := n.GetToken(); t != nil && t.Position != nil {
		return position(t, r.lines)
	}
	return Pos{1, 1}
}

func (r *reader) node(n ast.Node) *Node {
	switch n := n.(type) {
	case *ast.MappingNode:
		return r.mapping(n, n.Values)
	case *ast.MappingValueNode:
		return r.mapping(n, []*ast.MappingValueNode{n})
	case *ast.SequenceNode:
		l := &Node{Kind: List, Pos: r.pos(n), Items: make([]*Node, len(n.Values))}
		for i, v := range n.Values {
			l.Items[i] = r.node(v)
		}
		return l
	case *ast.LiteralNode:
		return &Node{Kind: Scalar, Text: strings.TrimSpace(n.Value.Value), Quoted: true, Pos: r.pos(n)}
	case *ast.NullNode:
		return &Node{Kind: Empty, Pos: r.pos(n)}
	case *ast.StringNode:
		quoted := n.Token.Type == token.SingleQuoteType || n.Token.Type == token.DoubleQuoteType
		return &Node{Kind: Scalar, Text: n.Value, Quoted: quoted, Pos: r.pos(n)}
	case ast.ScalarNode:
		// Numbers and booleans are the text that stands there: 1998, 007, true.
		return &Node{Kind: Scalar, Text: n.GetToken().Value, Pos: r.pos(n)}
	default:
		if n == nil {
			return &Node{Kind: Empty, Pos: Pos{1, 1}}
		}
		if r.fatal == nil {
			r.fatal = fault(r.pos(n), BadSyntax, "a %s is not read here", strings.ToLower(n.Type().YAMLName()))
		}
		return &Node{Kind: Empty, Pos: r.pos(n)}
	}
}

func (r *reader) mapping(n ast.Node, values []*ast.MappingValueNode) *Node {
	m := &Node{Kind: Map, Pos: r.pos(n), Entries: make([]Entry, 0, len(values))}
	first := make(map[string]int, len(values)) // line by key
	for i, v := range values {
		key := r.node(v.Key)
		if key.Kind != Scalar {
			if r.fatal == nil {
				r.fatal = fault(key.Pos, BadSyntax, "%s cannot be a key", key.Kind)
			}
			continue
		}
		if i == 0 && m.Line == key.Line && m.Col > key.Col {
			m.Pos = key.Pos // a block mapping stands where its first key does
		}
		value := r.node(v.Value)
		if line, twice := first[key.Text]; twice {
			r.faults = append(r.faults, *fault(key.Pos, DuplicateKey, "key %q stands twice; the first is in line %d", shorten(key.Text), line))
			continue
		}
		first[key.Text] = key.Line
		m.Entries = append(m.Entries, Entry{Key: key.Text, Pos: key.Pos, Value: value})
	}
	return m
}

// shorten keeps messages readable when the text is long.
func shorten(s string) string {
	const limit = 40
	if len(s) <= limit {
		return s
	}
	return fmt.Sprintf("%s…", strings.ToValidUTF8(s[:limit], ""))
}
