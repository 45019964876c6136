package yamltree

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The parser below needs memory for each token, and time that grows with the
// square of some things; these limits keep both small. They are far above what
// a file of facts needs.
const (
	maxLine   = 4096    // characters
	maxBlank  = 64      // blank lines in a row
	maxMarks  = 1 << 18 // characters that may begin or end a token
	maxDepth  = 16      // collections inside each other
	maxKey    = 64      // characters of a key
	maxKeys   = 1024    // keys of a mapping
	maxMissed = 256     // keys and list items without a value
)

// clean checks the bytes of a file and returns its lines without byte order
// mark, carriage returns and spaces at their ends.
func clean(src []byte) ([]string, *Fault) {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
		return nil, fault(Pos{1, 1}, BadEncoding, "the file is in UTF-16; save it as UTF-8")
	}
	if i := bytes.IndexByte(src, 0); i >= 0 {
		return nil, fault(at(src, i), BadEncoding, "NUL character; a data file is text in UTF-8")
	}
	if i := firstInvalid(src); i >= 0 {
		return nil, fault(at(src, i), BadEncoding, "byte 0x%02x is not UTF-8", src[i])
	}
	text := strings.ReplaceAll(string(src), "\r\n", "\n")
	blank, marks := 0, 0
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		col := 0
		for _, r := range line {
			col++
			switch {
			case r == '\t':
				return nil, fault(Pos{len(lines) + 1, col}, BadSyntax, `tab character; use spaces, or \t in double quotes`)
			case unicode.IsControl(r) || r == '\ufeff':
				return nil, fault(Pos{len(lines) + 1, col}, BadEncoding, "control character %U", r)
			case strings.ContainsRune("[]{},:-?#&*!|>'\"%@`", r):
				marks++
			}
		}
		if col > maxLine {
			return nil, fault(Pos{len(lines) + 1, maxLine + 1}, TooLarge, "the line is longer than %d characters", maxLine)
		}
		line = strings.TrimRight(line, " ")
		lines = append(lines, line)
		blank++
		if line != "" {
			blank = 0
		}
		if blank > maxBlank {
			return nil, fault(Pos{len(lines), 1}, TooLarge, "more than %d blank lines in a row", maxBlank)
		}
		if marks++; marks > maxMarks {
			return nil, fault(Pos{len(lines), 1}, TooLarge, "more than %d lines and punctuation marks", maxMarks)
		}
	}
	return lines, nil
}

func fault(p Pos, rule, format string, args ...any) *Fault {
	return &Fault{Pos: p, Rule: rule, Msg: fmt.Sprintf(format, args...)}
}

// firstInvalid returns the offset of the first byte that is not UTF-8, or -1.
func firstInvalid(src []byte) int {
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// at returns the position of a byte.
func at(src []byte, offset int) Pos {
	before := src[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return Pos{1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(before[start:])}
}
