package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/orglineage/orglineage/lineage"
)

// A usageError reports a wrong command line.
type usageError struct{ err error }

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error {
	return &usageError{fmt.Errorf(format, args...)}
}

// An invalidError reports that a data set has problems, or misses a goal. What
// it has has been printed as the result.
type invalidError struct{ summary string }

func (e *invalidError) Error() string { return e.summary }

func exitCode(err error) int {
	var usage *usageError
	var ambiguous *lineage.AmbiguousError
	switch {
	case errors.As(err, &usage):
		return exitUsage
	case errors.Is(err, lineage.ErrNotFound), errors.As(err, &ambiguous):
		return exitNotFound
	}
	return exitProblem
}

// message is what standard error says about err.
func message(err error) string {
	if faulty := new(invalidError); errors.As(err, &faulty) {
		return printable(err.Error())
	}
	return "lineage: " + printable(err.Error())
}

// printable writes out what could steer a terminal or turn the direction of a
// line: control and format characters. Line breaks and joiners stay.
func printable(s string) string {
	ok := true
	for _, r := range s {
		if steers(r) {
			ok = false
			break
		}
	}
	if ok {
		return strings.ToValidUTF8(s, "\uFFFD")
	}
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		if steers(r) {
			q := strconv.QuoteRuneToASCII(r)
			b.WriteString(q[1 : len(q)-1])
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func steers(r rune) bool {
	switch r {
	case '\n', '\u200c', '\u200d':
		return false
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)
}

// oneLine is printable without line breaks, for cells of tables.
func oneLine(s string) string {
	if strings.ContainsAny(s, "\n\r") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return printable(s)
}

// quote quotes what a user wrote, shortened, for a message.
func quote(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return strconv.Quote(s)
}
