package cow

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// A Problem is one fault of a table.
type Problem struct {
	File string // the name that was given to [Read]
	Line int    // from 1
	Col  int    // from 1, in characters
	Rule string // a stable name: one of the constants below
	Msg  string
	Err  error // behind it, such as a [*lineage.DateError], or nil
}

// The rules that tables break.
const (
	BadEncoding     = "bad-encoding"
	BadHeader       = "bad-header"
	BadQuote        = "bad-quote"
	RaggedRow       = "ragged-row"
	UnknownCode     = "unknown-code"
	BadYear         = "bad-year"
	BadDate         = "bad-date"
	BadRole         = "bad-role"
	NoName          = "no-name"
	DuplicateRow    = "duplicate-row"
	EndBefore       = "end-before-beginning"
	TooLarge        = "too-large"
	Unreadable      = "unreadable-file"
	TooManyProblems = "too-many-problems"
)

// Error returns the problem as file:line:col: what [rule].
func (p *Problem) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s [%s]", printable(p.File), p.Line, p.Col, p.Msg, p.Rule)
}

// Unwrap returns the error behind the problem, if there is one.
func (p *Problem) Unwrap() error { return p.Err }

// Problems is what is wrong with a table, in the order of the text. It is the
// type of the errors of [Read].
type Problems []*Problem

// Error returns the problems, one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the problems one by one.
func (ps Problems) Unwrap() []error {
	errs := make([]error, len(ps))
	for i, p := range ps {
		errs[i] = p
	}
	return errs
}

// maxProblems is where reading ends: a reader has given up long before.
const maxProblems = 1000

// printable returns a file name as it is, or quoted if it would upset a
// terminal or break the line.
func printable(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return strconv.Quote(name)
	}
	return name
}

// shorten keeps messages readable when the input is long.
func shorten[T string | []byte](b T) string {
	const limit = 40
	if s := string(b); len(s) > limit {
		return strings.ToValidUTF8(s[:limit], "") + "…"
	}
	return string(b)
}
