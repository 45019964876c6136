// Package scene gathers what a drawing to scale shows of an atlas: the
// organizations, memberships, successions and events of a view, within one
// window of time, as plain records that are sorted and name each other by
// index. It knows no pixels.
package scene

import (
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
)

// A Scene is what a drawing shows.
type Scene struct {
	View       render.View
	First, End lineage.Day // the window; End is the first day after it
	Bodies     []Body      // in the order of the atlas: older before younger, predecessors first
	Spells     []Spell     // by body, state and beginning
	Flows      []Flow      // by date, then in the order of bodies
	Events     []Event     // by date
}

// A Body is an organization while it is in the window.
type Body struct {
	*lineage.Organization
	Life lineage.Presence
	// Bounds are those of the life, clipped to the window.
	lineage.Bounds
	// Line is the number of its line: organizations joined by renames and
	// transformations have the same. Lines are numbered in the order of bodies.
	Line int
	// BeganBefore and GoesOn say that the window cuts its life.
	BeganBefore, GoesOn bool
	// Disputed says that other sources contradict the beginning or the end.
	DisputedSince, DisputedUntil bool
}

// A Spell is a membership while it is in the window.
type Spell struct {
	Body     int
	State    *lineage.State
	Standing lineage.Standing
	lineage.Bounds
	Pauses              []Pause
	BeganBefore, GoesOn bool
	// DisputedSince and DisputedUntil say that other sources contradict the dates of
	// the membership itself; those of its organization are the body's.
	DisputedSince, DisputedUntil bool
	// BeganWithBody and EndedWithBody say that it began, or ended, with its organization and not by an
	// act of its own.
	BeganWithBody, EndedWithBody bool
}

// A Pause is a suspension.
type Pause struct {
	lineage.Bounds
	Suspended                    lineage.Suspended
	DisputedSince, DisputedUntil bool
}

// A Flow is a succession between two bodies of the scene.
type Flow struct {
	From, To int
	*lineage.Succession
	First, Last lineage.Day // it took place on one of these days
	Disputed    bool
}

// Of returns the spells of one body.
func (s *Scene) Of(body int) []Spell {
	from := 0
	for from < len(s.Spells) && s.Spells[from].Body < body {
		from++
	}
	to := from
	for to < len(s.Spells) && s.Spells[to].Body == body {
		to++
	}
	return s.Spells[from:to]
}

// Lines returns how many lines there are.
func (s *Scene) Lines() int {
	n := 0
	for i := range s.Bodies {
		n = max(n, s.Bodies[i].Line+1)
	}
	return n
}
