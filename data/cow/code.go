package cow

import (
	"fmt"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// A Code says in a table by years how a state stood in an organization.
type Code int8

// The codes of the Correlates of War tables.
const (
	Absent    Code = 0
	Full      Code = 1
	Associate Code = 2
	Observer  Code = 3
	// Missing says that it is not known. An empty cell, "NA" and "." say the same.
	Missing Code = -9
	// Outside says that there was nothing to be coded: in a table by
	// organizations the state was not in the state system, in one by states the
	// organization did not exist.
	Outside Code = -1
)

var codeNames = map[Code]string{
	Absent: "no member", Full: "full member", Associate: "associate member", Observer: "observer",
	Missing: "missing", Outside: "outside",
}

// String returns the meaning of the code, such as "full member".
func (c Code) String() string {
	if s, ok := codeNames[c]; ok {
		return s
	}
	return fmt.Sprintf("code %d", int8(c))
}

// Role returns the role that the code stands for, or 0 if it stands for none.
func (c Code) Role() lineage.Role {
	switch c {
	case Full:
		return lineage.Member
	case Associate:
		return lineage.Associate
	case Observer:
		return lineage.Observer
	}
	return 0
}

// codeOf returns the code of a role. Roles that the tables do not have are
// Absent.
func codeOf(r lineage.Role) Code {
	switch {
	case r.Full():
		return Full
	case r == lineage.Associate:
		return Associate
	case r == lineage.Observer:
		return Observer
	}
	return Absent
}

// parseCode parses a cell. Most are one digit.
func parseCode(b []byte) (Code, bool) {
	if len(b) == 1 && '0' <= b[0] && b[0] <= '3' {
		return Code(b[0] - '0'), true
	}
	// Programs that know no missing integers write 1.0 for 1.
	switch strings.TrimSuffix(strings.TrimSpace(string(b)), ".0") {
	case "0":
		return Absent, true
	case "1":
		return Full, true
	case "2":
		return Associate, true
	case "3":
		return Observer, true
	case "-9", "", "NA", ".":
		return Missing, true
	case "-1":
		return Outside, true
	}
	return 0, false
}

// parseRole parses the role of a list: a word, in the singular or plural, or a
// code.
func parseRole(s string) (lineage.Role, Code, bool) {
	s = strings.ToLower(s)
	if s == "" {
		return lineage.Member, Full, true
	}
	if c, ok := parseCode([]byte(s)); ok {
		return c.Role(), c, true
	}
	for _, suffix := range []string{" member", " membership", " state", "s"} {
		if rest, ok := strings.CutSuffix(s, suffix); ok && rest != "" {
			s = rest
			break
		}
	}
	if s == "full" {
		s = "member"
	}
	var r lineage.Role
	if r.UnmarshalText([]byte(s)) != nil {
		return 0, 0, false
	}
	return r, codeOf(r), true
}
