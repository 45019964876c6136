package lineage

import (
	"errors"
	"fmt"
	"strings"
)

// ErrNotFound is what every [*NotFoundError] is.
var ErrNotFound = errors.New("not found")

// A NotFoundError reports a name that means nothing in the atlas.
type NotFoundError struct {
	What   string // "organization", "state" or "source"
	Name   string // what was asked for
	Senses []Sense
}

func (e *NotFoundError) Error() string {
	msg := fmt.Sprintf("no %s %q", e.What, shorten(e.Name))
	if len(e.Senses) == 0 {
		return msg
	}
	if e.Senses[0].ID == "" {
		return fmt.Sprintf("%q means %s, which is not in this atlas", shorten(e.Name), e.Senses[0].Name)
	}
	near := make([]string, len(e.Senses))
	for i, c := range e.Senses {
		near[i] = c.String()
	}
	return msg + "; did you mean " + strings.Join(near, " or ") + "?"
}

// Is makes errors.Is(err, ErrNotFound) true.
func (e *NotFoundError) Is(target error) bool { return target == ErrNotFound }

// An AmbiguousError reports a name that means several things.
type AmbiguousError struct {
	What   string // "organization" or "state"
	Name   string
	Senses []Sense // those of the atlas first
}

func (e *AmbiguousError) Error() string {
	could := make([]string, len(e.Senses))
	for i, c := range e.Senses {
		could[i] = c.String()
	}
	return fmt.Sprintf("%q is ambiguous: %s", shorten(e.Name), strings.Join(could, "; "))
}

// A Sense is what a name may mean. Its ID is empty where it means something
// that is not in the atlas.
type Sense struct {
	ID   string
	Name string
}

func (c Sense) String() string {
	if c.ID == "" {
		return c.Name + " (no organization of this atlas)"
	}
	return c.ID + " (" + c.Name + ")"
}

// A CycleError reports successions, or containments, that lead back to where
// they began. The first organization of the path stands again at its end.
type CycleError struct {
	Relation string // "succeeds" or "within", as in the data files
	Path     []OrgID
}

func (e *CycleError) Error() string {
	ids := make([]string, len(e.Path))
	for i, id := range e.Path {
		ids[i] = string(id)
	}
	what := "succession"
	if e.Relation == "within" {
		what = "containment"
	}
	return what + " cycle: " + strings.Join(ids, " → ")
}
