package yamltree

import (
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/token"
)

// refused says what is not read, by type of token.
var refused = map[token.Type]string{
	token.AnchorType:      "anchors (&name) are not read",
	token.AliasType:       "aliases (*name) are not read; write the value out, or put the text in quotes",
	token.TagType:         "tags (!name) are not read; put the text in quotes",
	token.MergeKeyType:    "merge keys (<<) are not read",
	token.MappingKeyType:  `explicit keys ("? ") are not read`,
	token.DocumentEndType: "document ends (...) are not read",
	token.DirectiveType:   "directives (%NAME) are not read; put the text in quotes",
}

// A block is a block collection around a token.
type block struct{ col, keys int }

// checkTokens refuses what the parser should not see: what is not read, and
// what would take it too deep. The parser calls itself for each collection
// inside another and for each further key of a mapping.
func checkTokens(tokens token.Tokens, lines []string) *Fault {
	var blocks []block
	var flowKeys map[int]int // by column: it takes keys below each other for one mapping
	var flow []token.Type    // the brackets that are open
	missed, keys := 0, 0
	begun := false
	for i, t := range tokens {
		if t.Type == token.InvalidType {
			return fault(position(t, lines), BadSyntax, "%s", t.Error)
		}
		if why, ok := refused[t.Type]; ok {
			return fault(position(t, lines), BadSyntax, "%s", why)
		}
		isKey := t.Next != nil && t.Next.Type == token.MappingValueType
		col := t.Position.Column
		switch t.Type {
		case token.DocumentHeaderType:
			if begun {
				return fault(position(t, lines), BadSyntax, "a second document; a data file has one")
			}
		case token.MappingStartType, token.SequenceStartType:
			if len(flow) == 0 {
				flowKeys = map[int]int{}
			}
			flow = append(flow, t.Type)
		case token.MappingEndType, token.SequenceEndType:
			flow = flow[:max(0, len(flow)-1)]
		}
		if valueMissing(tokens, i, len(flow) > 0 && flow[len(flow)-1] == token.MappingStartType) {
			missed++
		}
		begun = begun || t.Type != token.CommentType
		switch {
		case len(flow) > 0 && isKey:
			flowKeys[col]++
			keys = flowKeys[col]
		case isKey || t.Type == token.SequenceEntryType:
			for len(blocks) > 0 && blocks[len(blocks)-1].col > col {
				blocks = blocks[:len(blocks)-1]
			}
			if len(blocks) == 0 || blocks[len(blocks)-1].col < col {
				blocks = append(blocks, block{col: col})
			}
			if isKey {
				blocks[len(blocks)-1].keys++
				keys = blocks[len(blocks)-1].keys
			}
		}
		switch {
		case len(blocks)+len(flow) > maxDepth:
			return fault(position(t, lines), TooLarge, "more than %d lists and mappings inside each other", maxDepth)
		case isKey && utf8.RuneCountInString(t.Value) > maxKey:
			return fault(position(t, lines), TooLarge, "the key is longer than %d characters", maxKey)
		case keys > maxKeys:
			return fault(position(t, lines), TooLarge, "more than %d keys below each other", maxKeys)
		case missed > maxMissed:
			return fault(position(t, lines), TooLarge, "more than %d keys and items without a value", maxMissed)
		}
	}
	return nil
}

// valueMissing reports whether the parser will put an empty value after the
// token, which takes it time in proportion to the size of the file.
func valueMissing(tokens token.Tokens, i int, inFlowMap bool) bool {
	t := tokens[i]
	switch t.Type {
	case token.MappingValueType, token.SequenceEntryType:
	case token.CollectEntryType, token.MappingStartType:
		if !inFlowMap {
			return false
		}
	default:
		return false
	}
	for i++; i < len(tokens) && tokens[i].Type == token.CommentType; i++ {
	}
	if i == len(tokens) {
		return true
	}
	next := tokens[i]
	switch t.Type {
	case token.MappingValueType:
		switch next.Type {
		case token.CollectEntryType, token.MappingEndType, token.SequenceEndType, token.MappingValueType:
			return true
		case token.SequenceEntryType, token.MappingStartType, token.SequenceStartType:
			return false
		}
		return next.Position.Line > t.Position.Line && next.Position.Column <= keyColumn(t)
	case token.SequenceEntryType:
		return next.Position.Line > t.Position.Line && next.Position.Column <= t.Position.Column
	default: // a key of a flow mapping without a colon, such as b in {a: x, b}
		return next.Type != token.MappingEndType && (next.Next == nil || next.Next.Type != token.MappingValueType)
	}
}

// keyColumn returns the column of the key before a colon.
func keyColumn(colon *token.Token) int {
	if colon.Prev == nil {
		return colon.Position.Column
	}
	return colon.Prev.Position.Column
}

// position returns where a token stands. The scanner misplaces a plain scalar
// that is followed by spaces: it counts them as part of it.
func position(t *token.Token, lines []string) Pos {
	p := Pos{max(1, t.Position.Line), max(1, t.Position.Column)}
	p.Line = min(p.Line, len(lines))
	line := lines[p.Line-1]
	word, _, _ := strings.Cut(t.Value, " ")
	word, _, _ = strings.Cut(word, "\n")
	if t.Indicator == token.QuotedScalarIndicator || word == "" {
		return p
	}
	rest := line
	for range p.Col - 1 {
		_, n := utf8.DecodeRuneInString(rest)
		rest = rest[n:]
	}
	if strings.HasPrefix(rest, word) {
		return p
	}
	before := line[:len(line)-len(rest)]
	if i := strings.LastIndex(before+word, word); i < len(before) {
		p.Col = 1 + utf8.RuneCountInString(before[:i])
	}
	return p
}
