package page

import (
	"slices"

	"github.com/orglineage/orglineage/lineage"
)

// The facts are what the script reads and readers download. The documentation of
// the package says what the fields mean.
type facts struct {
	Title         string         `json:"title"`
	Language      string         `json:"language"`
	Basis         string         `json:"basis"`
	Roles         []string       `json:"roles"`
	First         string         `json:"first"`
	Last          string         `json:"last"`
	Organizations []organization `json:"organizations"`
	States        []state        `json:"states"`
	Memberships   []membership   `json:"memberships"`
	Successions   []succession   `json:"successions"`
	Events        []event        `json:"events"`
	Claims        []claim        `json:"claims"`
	Sources       []source       `json:"-"` // the page has them in plain HTML, where the script finds them
}

// The parts that most facts have.
type (
	bounds struct {
		SinceFirst string `json:"sinceFirst,omitempty"`
		SinceLast  string `json:"sinceLast,omitempty"`
		UntilFirst string `json:"untilFirst,omitempty"`
		UntilLast  string `json:"untilLast,omitempty"`
	}
	interval struct {
		Since  string  `json:"since"`
		Until  string  `json:"until,omitempty"`
		Bounds *bounds `json:"bounds,omitempty"` // where the dates alone do not tell
		Text   string  `json:"text"`
	}
	evidence struct {
		Notes   []string           `json:"notes,omitempty"`
		Claims  []int              `json:"claims,omitempty"`
		Sources []lineage.SourceID `json:"sources,omitempty"`
	}
)

type organization struct {
	ID    string   `json:"id"`
	Short string   `json:"short"`
	Name  string   `json:"name"`
	Names []string `json:"names,omitempty"`
	Kind  string   `json:"kind"`
	interval
	evidence
}

type state struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Names  []string `json:"names,omitempty"`
	Former []former `json:"former,omitempty"`
}

type former struct {
	Name  string `json:"name"`
	Until string `json:"until"`
}

type membership struct {
	Organization string `json:"organization"`
	State        string `json:"state"`
	Role         string `json:"role"`
	As           string `json:"as,omitempty"`
	How          string `json:"how"`
	Left         string `json:"left,omitempty"`
	interval
	Suspensions []interval `json:"suspensions,omitempty"`
	evidence
}

type succession struct {
	From string `json:"from"`
	To   string `json:"to"`
	How  string `json:"how"`
	On   string `json:"on"`
	Text string `json:"text"`
	evidence
}

type event struct {
	On   string `json:"on"`
	Day  string `json:"day,omitempty"` // the first that it may have been
	Text string `json:"text"`
}

type claim struct {
	About   string             `json:"about"`
	On      string             `json:"on,omitempty"`
	Text    string             `json:"text"`
	Note    string             `json:"note,omitempty"`
	Sources []lineage.SourceID `json:"sources,omitempty"`
}

// A source is an entry of the bibliography, its texts cleaned.
type source struct {
	ID        lineage.SourceID
	Kind      string
	Title     string
	By        string // who wrote it, or issued it
	Publisher string
	Date      lineage.Date
	URL       string
	Language  string
}

// boundsOf returns the bounds of an interval; nil if its dates are days and say
// the same.
func boundsOf(iv lineage.Interval, b lineage.Bounds) *bounds {
	since, _ := iv.Since.Bounds()
	until := lineage.MaxDay
	if !iv.Until.IsZero() {
		until, _ = iv.Until.Bounds()
	}
	if iv.Since.IsDay() && (iv.Until.IsZero() || iv.Until.IsDay()) && b == (lineage.Bounds{SinceFirst: since, SinceLast: since, UntilFirst: until, UntilLast: until}) {
		return nil
	}
	if b.UntilFirst == lineage.MinDay {
		b.UntilFirst = lineage.DayOf(1, 1, 1) // without one it would go on
	}
	return &bounds{dayText(b.SinceFirst), dayText(b.SinceLast), dayText(b.UntilFirst), dayText(b.UntilLast)}
}

// dayText writes a day; "" for the ends of time.
func dayText(d lineage.Day) string {
	if d == lineage.MinDay || d == lineage.MaxDay {
		return ""
	}
	return d.String()
}

// hasMembership reports whether a state is known to have been in an organization.
func (f *facts) hasMembership(state, organization string) bool {
	return slices.ContainsFunc(f.Memberships, func(m membership) bool {
		return m.State == state && m.Organization == organization
	})
}
