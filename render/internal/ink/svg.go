package ink

import (
	"errors"
	"io"
	"unicode/utf8"
)

// An Attr is an attribute of an element. Make one by [A] or [N].
type Attr struct {
	name, value string
	number      float64
	numeric     bool
}

// A returns an attribute with a text as its value, which may hold anything.
func A(name, value string) Attr { return Attr{name: name, value: value} }

// N returns an attribute with a number as its value, which is written with at
// most two decimals.
func N(name string, value float64) Attr { return Attr{name: name, number: value, numeric: true} }

// A Writer writes well-formed XML, an element a line, indented by depth. The
// names of elements and attributes are the caller's promise; texts and values
// may hold anything. The first error is kept until [Writer.Flush].
type Writer struct {
	Flat bool // lines are not indented

	w      io.Writer
	buf    []byte
	open   []string // the elements that are open
	inline int      // depth from which on all is on one line, or 0
	begun  bool     // whether there is a line already
	err    error
}

// NewWriter returns a writer to w. Nothing is complete before [Writer.Flush].
func NewWriter(w io.Writer) *Writer { return &Writer{w: w} }

// flushAt is how many bytes are kept before some are written.
const flushAt = 1 << 15

// Open begins an element; [Writer.Close] ends it.
func (w *Writer) Open(name string, attrs ...Attr) {
	w.tag(name, attrs)
	w.buf = append(w.buf, '>')
	w.open = append(w.open, name)
}

// OpenInline begins an element within which no space is put between elements,
// so that a text can be made of several tspan.
func (w *Writer) OpenInline(name string, attrs ...Attr) {
	w.Open(name, attrs...)
	if w.inline == 0 {
		w.inline = len(w.open)
	}
}

// Close ends the element that was opened last.
func (w *Writer) Close() {
	if len(w.open) == 0 {
		w.fail(errors.New("an element is closed that is not open"))
		return
	}
	last := len(w.open) - 1
	name := w.open[last]
	if w.inline == 0 {
		w.newLine(last)
	}
	if w.inline == len(w.open) {
		w.inline = 0
	}
	w.open = w.open[:last]
	w.buf = append(append(append(w.buf, "</"...), name...), '>')
	w.spill()
}

// Empty writes an element without content.
func (w *Writer) Empty(name string, attrs ...Attr) {
	w.tag(name, attrs)
	w.buf = append(w.buf, "/>"...)
	w.spill()
}

// Text writes an element that holds a text on one line.
func (w *Writer) Text(name, content string, attrs ...Attr) {
	w.tag(name, attrs)
	w.buf = appendEscaped(append(w.buf, '>'), content)
	w.buf = append(append(append(w.buf, "</"...), name...), '>')
	w.spill()
}

// Chars writes text into the element that is open.
func (w *Writer) Chars(text string) {
	w.buf = appendEscaped(w.buf, text)
	w.spill()
}

// Raw writes markup as it stands, such as a style sheet, after a line break.
func (w *Writer) Raw(markup string) {
	if w.inline == 0 {
		w.newLine(len(w.open))
	}
	w.buf = append(w.buf, markup...)
	w.spill()
}

// Flush writes what is left, ends the last line, and returns the first error.
// To leave an element open is one.
func (w *Writer) Flush() error {
	if len(w.open) > 0 {
		w.fail(errors.New("element " + w.open[len(w.open)-1] + " is not closed"))
	}
	if w.begun {
		w.buf = append(w.buf, '\n')
	}
	w.write()
	return w.err
}

func (w *Writer) tag(name string, attrs []Attr) {
	if w.inline == 0 {
		w.newLine(len(w.open))
	}
	w.buf = append(append(w.buf, '<'), name...)
	for i := range attrs {
		a := &attrs[i]
		w.buf = append(append(append(w.buf, ' '), a.name...), `="`...)
		if a.numeric {
			w.buf = appendNumber(w.buf, a.number)
		} else {
			w.buf = appendEscaped(w.buf, a.value)
		}
		w.buf = append(w.buf, '"')
	}
}

// newLine begins a line at a depth, except at the very beginning.
func (w *Writer) newLine(depth int) {
	if w.begun {
		w.buf = append(w.buf, '\n')
	}
	w.begun = true
	if w.Flat {
		return
	}
	for range depth {
		w.buf = append(w.buf, ' ')
	}
}

func (w *Writer) spill() {
	if len(w.buf) >= flushAt {
		w.write()
	}
}

func (w *Writer) write() {
	if w.err == nil && len(w.buf) > 0 {
		_, w.err = w.w.Write(w.buf)
	}
	w.buf = w.buf[:0]
}

func (w *Writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// appendEscaped appends s as [Escape] and [Clean] make it. Most texts need
// neither, and are found out by one look at their bytes.
func appendEscaped(b []byte, s string) []byte {
	for i := range len(s) {
		switch c := s[i]; {
		case c < 0x20, c >= 0x7f, c == '&', c == '<', c == '>', c == '"', c == '\'':
			return appendHard(b, s, i)
		}
	}
	return append(b, s...)
}

func appendHard(b []byte, s string, easy int) []byte {
	b = append(b, s[:easy]...)
	for _, r := range s[easy:] {
		switch r {
		case '&':
			b = append(b, "&amp;"...)
		case '<':
			b = append(b, "&lt;"...)
		case '>':
			b = append(b, "&gt;"...)
		case '"':
			b = append(b, "&quot;"...)
		case '\'':
			b = append(b, "&#39;"...)
		case '\n', '\r', '\t', '\u2028', '\u2029':
			b = append(b, ' ')
		default:
			if !writable(r) {
				r = utf8.RuneError
			}
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}
