package jsontree

import (
	"strconv"
	"unicode/utf16"

	"github.com/orglineage/orglineage/data/internal/yamltree"
)

// text reads the string that stands next.
func (p *parser) text() string {
	p.at++ // the quotation mark
	start := p.at
	for p.at < len(p.src) {
		switch c := p.src[p.at]; {
		case c == '"':
			p.at++
			return string(p.src[start : p.at-1])
		case c == '\\':
			return p.escaped(start)
		case c < 0x20:
			p.control()
			return ""
		default:
			p.at++
		}
	}
	p.open(start)
	return ""
}

func (p *parser) control() {
	p.fail(p.at, yamltree.BadSyntax, `%s inside a text; write \n, \t or \u and four digits`, controls[p.src[p.at]])
}

func (p *parser) open(start int) {
	p.fail(start-1, yamltree.BadSyntax, "the quotation mark is not closed")
}

// controls names the control characters that people come across.
var controls = func() (names [0x20]string) {
	for c := range names {
		names[c] = "control character " + strconv.QuoteRuneToASCII(rune(c))
	}
	names['\n'], names['\t'] = "a line break", "a tab"
	return names
}()

// plainEscapes are the escapes of one character.
var plainEscapes = map[byte]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// escaped goes on reading a string that has an escape in it.
func (p *parser) escaped(start int) string {
	b := append([]byte(nil), p.src[start:p.at]...)
	for p.at < len(p.src) {
		c := p.src[p.at]
		switch {
		case c == '"':
			p.at++
			return string(b)
		case c < 0x20:
			p.control()
			return ""
		case c != '\\':
			b = append(b, c)
			p.at++
			continue
		}
		at := p.at
		p.at++
		if p.at == len(p.src) {
			break
		}
		if plain, ok := plainEscapes[p.src[p.at]]; ok {
			b = append(b, plain)
			p.at++
			continue
		}
		r, ok := p.unit()
		if ok && utf16.IsSurrogate(r) {
			second := rune(0)
			if p.at < len(p.src) && p.src[p.at] == '\\' {
				p.at++
				second, _ = p.unit()
			}
			if r = utf16.DecodeRune(r, second); r == '\uFFFD' {
				p.fail(at, yamltree.BadEncoding, "half of a surrogate pair, which is no character")
				return ""
			}
		}
		if !ok {
			p.fail(at, yamltree.BadSyntax, `a backslash begins \", \\, \/, \b, \f, \n, \r, \t or \u and four digits`)
			return ""
		}
		b = append(b, string(r)...)
	}
	p.open(start)
	return ""
}

// unit reads the rest of an escape such as \u00e9.
func (p *parser) unit() (rune, bool) {
	if p.at+5 > len(p.src) || p.src[p.at] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(p.src[p.at+1:p.at+5]), 16, 16)
	if err != nil {
		return 0, false
	}
	p.at += 5
	return rune(n), true
}
