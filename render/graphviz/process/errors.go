package process

import (
	"context"
	"path/filepath"
	"strings"
	"time"
	"unicode"
)

// A TimeoutError reports that a drawing was stopped at its deadline.
type TimeoutError struct {
	Limit time.Duration // from the start of the drawing to the deadline
}

func (e *TimeoutError) Error() string {
	limit := e.Limit
	if r := limit.Round(10 * time.Millisecond); r > 0 {
		limit = r
	}
	return "drawing took longer than " + max(limit, 0).String()
}

// Unwrap returns [context.DeadlineExceeded].
func (e *TimeoutError) Unwrap() error { return context.DeadlineExceeded }

// An Error reports that the program failed to draw.
type Error struct {
	Path   string // the program
	Stderr string // what it said, as it said it
	Err    error  // what became of it: an [*exec.ExitError], say
}

// Error returns one line: the program's name, the beginning of what it said,
// and what became of it, unless that is the plain exit after a message.
func (e *Error) Error() string {
	name := strings.TrimSuffix(filepath.Base(e.Path), ".exe")
	s := name
	said := summary(e.Stderr, name+": ")
	if said != "" {
		s += ": " + said
	}
	if what := e.Err.Error(); said == "" || what != "exit status 1" {
		s += ": " + what
	}
	return s
}

// Unwrap returns e.Err.
func (e *Error) Unwrap() error { return e.Err }

// summary makes one line of the first lines of text, each without prefix.
// Control characters are left out: the line may end up on a terminal.
func summary(text, prefix string) string {
	const maxLines, maxRunes = 3, 300
	var lines []string
	for line := range strings.Lines(text) {
		line = strings.TrimPrefix(strings.TrimSpace(line), prefix)
		line = strings.Map(func(r rune) rune {
			if !unicode.IsPrint(r) {
				return -1
			}
			return r
		}, line)
		if line == "" {
			continue
		}
		if len(lines) == maxLines {
			lines[maxLines-1] += " …"
			break
		}
		lines = append(lines, line)
	}
	runes := []rune(strings.Join(lines, "; "))
	if len(runes) > maxRunes {
		return string(runes[:maxRunes]) + "…"
	}
	return string(runes)
}
