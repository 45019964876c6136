package cow

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"unicode/utf8"
)

// Limits that keep a table of any kind from taking long to refuse.
const (
	maxLine    = 1 << 20   // bytes of a row
	maxColumns = 20000     // the published table by states has 537
	maxRows    = 2 << 20   // the published tables have 15,000 to 20,000
	maxBytes   = 256 << 20 // the published tables have about 10 MB
)

// A scanner splits a table into rows and fields. It is written out because the
// published tables have millions of fields of one digit, and encoding/csv takes
// as long for each as for a text.
type scanner struct {
	r     *bufio.Reader
	comma byte
	read  int64

	row    []byte // the current one, until the next
	line   int    // where it begins, from 1
	after  int    // the line after it
	held   []byte // a row that is longer than the buffer, or has line breaks
	fields []field
	fault  *Problem // of the row, without the name of the file
}

// A field is a part of a row, and where it stands.
type field struct {
	from, to  int // in the row, without quotes
	line, col int // of its first character, in characters
	escaped   bool
}

func newScanner(r io.Reader) *scanner {
	return &scanner{r: bufio.NewReaderSize(r, 128<<10), comma: ',', after: 1}
}

// next reads a row and splits it. It reports false at the end of the table, or
// where it cannot go on; then fault says why.
func (s *scanner) next() bool {
	s.fault, s.line, s.held = nil, s.after, s.held[:0]
	if !s.physical() {
		return false
	}
	for {
		open, fatal := s.split()
		switch {
		case fatal:
			return false
		case !open:
			return true
		}
		// A line break inside quotes: the row goes on, to a line that closes them,
		// which has an odd number of quotes. To split at each would take time that
		// grows with the square of the lines.
		for closed := false; !closed; {
			before := len(s.held)
			if !s.physical() {
				if s.fault == nil {
					s.fault = &Problem{Line: s.line, Col: 1, Rule: BadQuote, Msg: "a field in quotes that begins in this row has no end; close the quotes"}
				}
				return false
			}
			closed = bytes.Count(s.row[before:], []byte{'"'})%2 == 1
		}
	}
}

// physical adds a line to the row.
func (s *scanner) physical() bool {
	for part := 0; ; part++ {
		b, err := s.r.ReadSlice('\n')
		s.read += int64(len(b))
		if s.read > maxBytes {
			return s.fail(s.after, TooLarge, "the table is larger than 256 MiB; take the rows apart that are needed")
		}
		whole := err == nil
		if err != nil && err != io.EOF && !errors.Is(err, bufio.ErrBufferFull) {
			s.fail(s.after, Unreadable, err.Error())
			return false
		}
		if len(b) == 0 && part == 0 && err == io.EOF {
			return false
		}
		if whole && part == 0 && len(s.held) == 0 {
			s.row = b // the usual case: nothing is copied
			s.after++
			return true
		}
		if len(s.held)+len(b) > maxLine {
			return s.fail(s.after, TooLarge, "a row of more than 1 MiB; rows end with a line break (LF or CR LF), and quotes around a field are closed")
		}
		s.held = append(s.held, b...)
		if whole || err == io.EOF {
			s.row = s.held
			s.after++
			return true
		}
	}
}

func (s *scanner) fail(line int, rule, msg string) bool {
	s.fault = &Problem{Line: line, Col: 1, Rule: rule, Msg: msg}
	return false
}

// split finds the fields of the row. It reports whether the row ends inside
// quotes, and whether reading cannot go on.
func (s *scanner) split() (open, fatal bool) {
	s.fields = s.fields[:0]
	b := bytes.TrimSuffix(bytes.TrimSuffix(s.row, []byte{'\n'}), []byte{'\r'})
	line, begin, wide := s.line, 0, 0 // wide counts the bytes that begin no character
	for i := 0; ; {
		if len(s.fields) == maxColumns {
			s.fault = &Problem{Line: line, Col: i - begin - wide + 1, Rule: TooLarge, Msg: "more than 20000 columns"}
			return false, true
		}
		f := field{from: i, line: line, col: i - begin - wide + 1}
		if i < len(b) && b[i] == '"' {
			f.from++
			for i++; ; i++ {
				if i >= len(b) {
					if s.fault != nil {
						return false, false // who knows which quotes are meant
					}
					// What has been read lies in the buffer, which the next line takes.
					if len(s.held) == 0 {
						s.held = append(s.held, s.row...)
					}
					return true, false
				}
				if b[i] == '"' {
					if i+1 >= len(b) || b[i+1] != '"' {
						break
					}
					f.escaped = true
					i++
				}
				switch {
				case b[i] == '\n':
					line, begin, wide = line+1, i+1, 0
				case b[i]&0xC0 == 0x80:
					wide++
				}
			}
			f.to = i
			if i++; i < len(b) && b[i] != s.comma {
				if s.fault == nil {
					s.fault = &Problem{Line: line, Col: i - begin - wide + 1, Rule: BadQuote, Msg: `text after the closing quotes; write a quotation mark inside quotes twice ("")`}
				}
				for i < len(b) && b[i] != s.comma {
					i++
				}
			}
		} else {
			for i < len(b) && b[i] != s.comma {
				if b[i]&0xC0 == 0x80 {
					wide++
				}
				i++
			}
			f.to = i
		}
		s.fields = append(s.fields, f)
		if i >= len(b) {
			return false, false
		}
		i++
	}
}

// blank reports whether the row holds nothing.
func (s *scanner) blank() bool { return len(s.fields) == 1 && len(s.bytes(0)) == 0 }

// bytes returns a field without quotes.
func (s *scanner) bytes(i int) []byte {
	f := &s.fields[i]
	b := s.row[f.from:f.to]
	if f.escaped {
		b = bytes.ReplaceAll(b, []byte(`""`), []byte(`"`))
	}
	return b
}

// text returns a field as text, without the blanks around it. It reports false
// where it is no UTF-8 or has control characters.
func (s *scanner) text(i int) (string, bool) {
	b := bytes.TrimSpace(s.bytes(i))
	if !utf8.Valid(b) {
		return "", false
	}
	for _, c := range b {
		if c < ' ' || c == 0x7f {
			return "", false
		}
	}
	return string(b), true
}
