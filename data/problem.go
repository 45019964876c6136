package data

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/orglineage/orglineage/data/internal/yamltree"
)

// A Problem is one fault of a folder of data files, or of a file of JSON.
type Problem struct {
	File string // slash-separated, within the folder; or the name that [LoadJSON] was given
	Line int    // from 1
	Col  int    // from 1, in characters
	Rule string // the stable name of the rule that was broken; see [Rules]
	Msg  string
	// Err is the error behind the problem, such as a [*lineage.Problem] or a
	// [*lineage.DateError], or nil.
	Err error
}

// Error returns the problem as file:line:col: what [rule].
func (p *Problem) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s [%s]", printable(p.File), p.Line, p.Col, p.Msg, p.Rule)
}

// Unwrap returns the error behind the problem, if there is one.
func (p *Problem) Unwrap() error { return p.Err }

// printable returns a file name as it is, or quoted if it would upset a
// terminal or break the line.
func printable(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return strconv.Quote(name)
	}
	return name
}

// Problems is what is wrong with a folder, by file, line and column. It is the
// type of the errors of [Load], [Read] and [LoadJSON]. Of more than a thousand problems the
// last says how many more there are.
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

// Files returns the number of files that have problems.
func (ps Problems) Files() int {
	files := map[string]bool{}
	for _, p := range ps {
		files[p.File] = true
	}
	return len(files)
}

const (
	maxReported  = 1000  // a reader has given up long before
	maxCollected = 10000 // of those only the first in order are reported
)

// A collector gathers problems.
type collector struct {
	list    Problems
	dropped int
}

func (c *collector) add(p *Problem) {
	if len(c.list) >= maxCollected {
		c.dropped++
		return
	}
	c.list = append(c.list, p)
}

func (c *collector) report(file string, at yamltree.Pos, rule, format string, args ...any) {
	c.add(&Problem{File: file, Line: at.Line, Col: at.Col, Rule: rule, Msg: fmt.Sprintf(format, args...)})
}

// err returns the problems, sorted, or nil if there is none.
func (c *collector) err() error {
	if len(c.list) == 0 {
		return nil // never a non-nil error that holds an empty list
	}
	ps := c.list
	slices.SortStableFunc(ps, func(a, b *Problem) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Msg, b.Msg),
		)
	})
	if len(ps) > maxReported {
		more := len(ps) - maxReported + 1 + c.dropped
		last := *ps[maxReported-1]
		last.Rule, last.Err = "too-many-problems", nil
		last.Msg = fmt.Sprintf("%d more problems from here on", more)
		ps = append(ps[:maxReported-1], &last)
	}
	return ps
}
