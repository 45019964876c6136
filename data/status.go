package data

import (
	"fmt"
	"strconv"
	"strings"
)

// A Status is what a table by years can say of a state in an organization. The
// zero Status leaves it open.
type Status uint8

// The statuses. Roles that tables do not have, such as that of a dialogue
// partner, are NoMember to them.
const (
	NoMember Status = 1 + iota
	FullMember
	AssociateMember
	ObserverStatus
)

var statusNames = []string{"", "no", "member", "associate", "observer"}

// AllStatuses returns every status.
func AllStatuses() []Status { return []Status{NoMember, FullMember, AssociateMember, ObserverStatus} }

// String returns "no", "member", "associate" or "observer".
func (s Status) String() string {
	if int(s) < len(statusNames) {
		return statusNames[s]
	}
	return fmt.Sprintf("status %d", uint8(s))
}

// MarshalText returns the status's text.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText parses the status's text, or the code that the Correlates of
// War tables have for it: 0, 1, 2 or 3.
func (s *Status) UnmarshalText(b []byte) error {
	for i, name := range statusNames[1:] {
		if string(b) == name || string(b) == strconv.Itoa(i) {
			*s = Status(i + 1)
			return nil
		}
	}
	return fmt.Errorf("no status %q: want %s, or a code from 0 to 3", b, strings.Join(statusNames[1:], ", "))
}

// A Reason says why a table says something else than the atlas.
type Reason uint8

// The reasons.
const (
	TheirError       Reason = 1 + iota // the table is wrong, as far as sources go
	TheirGranularity                   // one value has to stand for a year in which something changed
	OtherDefinition                    // the table counts something else
	TheyLackIt                         // the table does not have it at all
)

var reasonNames = []string{"", "error", "granularity", "definition", "missing"}

// AllReasons returns every reason.
func AllReasons() []Reason {
	return []Reason{TheirError, TheirGranularity, OtherDefinition, TheyLackIt}
}

// String returns "error", "granularity", "definition" or "missing".
func (r Reason) String() string {
	if int(r) < len(reasonNames) {
		return reasonNames[r]
	}
	return fmt.Sprintf("reason %d", uint8(r))
}

// MarshalText returns the reason's text.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText parses the reason's text.
func (r *Reason) UnmarshalText(b []byte) error {
	for i, name := range reasonNames[1:] {
		if string(b) == name {
			*r = Reason(i + 1)
			return nil
		}
	}
	return fmt.Errorf("no reason %q: want %s", b, strings.Join(reasonNames[1:], ", "))
}

// Years is a run of years, its ends included; an end that is 0 is open.
type Years struct{ First, Last int }

// Has reports whether the year is one of them.
func (y Years) Has(year int) bool {
	return (y.First == 0 || y.First <= year) && (y.Last == 0 || year <= y.Last)
}

// String returns the years as they are written in files: 2005, 2008..2014,
// 2013.. or ..2004.
func (y Years) String() string {
	if y.First == y.Last && y.First != 0 {
		return strconv.Itoa(y.First)
	}
	first, last := "", ""
	if y.First != 0 {
		first = strconv.Itoa(y.First)
	}
	if y.Last != 0 {
		last = strconv.Itoa(y.Last)
	}
	return first + ".." + last
}

// MarshalText returns the years as they are written in files.
func (y Years) MarshalText() ([]byte, error) { return []byte(y.String()), nil }

// UnmarshalText parses a year, or a range of years with ends that may be left
// out.
func (y *Years) UnmarshalText(b []byte) error {
	first, last, isRange := strings.Cut(string(b), "..")
	if !isRange {
		last = first
	}
	lo, ok1 := parseYear(first, isRange)
	hi, ok2 := parseYear(last, isRange)
	if !ok1 || !ok2 || lo != 0 && hi != 0 && hi < lo {
		return fmt.Errorf("no years %q: want 2005, 2008..2014, 2013.. or ..2004", b)
	}
	*y = Years{lo, hi}
	return nil
}

func parseYear(s string, mayBeOpen bool) (int, bool) {
	if s == "" {
		return 0, mayBeOpen
	}
	year, err := strconv.Atoi(s)
	return year, err == nil && len(s) == 4 && year > 0
}
