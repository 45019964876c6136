package audit

import (
	"fmt"
	"slices"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
)

// A Verdict says what is thought of a disagreement.
type Verdict uint8

// The verdicts, in the order of listings.
const (
	Unexplained Verdict = iota
	ByEntry             // explained by an entry of a crosswalk
	ByRule              // explained as granularity
)

// String returns "unexplained" or "explained".
func (v Verdict) String() string {
	switch v {
	case Unexplained:
		return "unexplained"
	case ByEntry, ByRule:
		return "explained"
	}
	return fmt.Sprintf("verdict %d", uint8(v))
}

// MarshalText returns the verdict's text.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// Counts counts cells.
type Counts struct {
	Compared    int
	Agreed      int
	Explained   int // by an entry
	Granularity int // explained as granularity
	Unexplained int
	Missing     int // not compared: the table does not know (-9, or empty)
	Outside     int // not compared: the state was not in the state system (-1)
}

func (c *Counts) add(d Counts) {
	c.Compared += d.Compared
	c.Agreed += d.Agreed
	c.Explained += d.Explained
	c.Granularity += d.Granularity
	c.Unexplained += d.Unexplained
	c.Missing += d.Missing
	c.Outside += d.Outside
}

// A Body is an organization of the table, and what it is here.
type Body struct {
	Theirs string
	Ours   []*lineage.Organization // that are one there, in the order of the crosswalk
	Note   string                  // of the crosswalk
	Counts
}

// A Disagreement is one of the table with the atlas, over years that follow each
// other in the table.
type Disagreement struct {
	Body  *Body
	State *lineage.State
	Years data.Years
	Cells int

	Theirs, Ours Said
	// NoRow says that the table has no row for the organization in these years.
	NoRow bool
	// Standings are all memberships of the state in these organizations, in all
	// years.
	Standings []lineage.Standing
	// Rivals are claims against the dates held right that would make the atlas say
	// of the first year what the table says.
	Rivals []lineage.Contest

	Verdict     Verdict
	Explanation *data.Explanation // if the Verdict is ByEntry
	Line, Col   int               // of the first cell in the table; 0 if it has none
}

// Nearest returns those of the Standings that tell most about the years: those in
// them, or else the next one, or else the last one before.
func (d *Disagreement) Nearest() []lineage.Standing {
	first, last := lineage.DayOf(d.Years.First, 1, 1), lineage.DayOf(d.Years.Last, 12, 31)
	var within, before, after []lineage.Standing
	for _, st := range d.Standings {
		since, _ := st.Since.Bounds()
		until := lineage.MaxDay
		if !st.Until.IsZero() {
			_, until = st.Until.Bounds()
		}
		switch {
		case until <= first:
			before = append(before, st)
		case since > last:
			after = append(after, st)
		default:
			within = append(within, st)
		}
	}
	switch {
	case len(within) > 0:
		return within
	case len(after) > 0:
		return after[:1]
	case len(before) > 0:
		return before[len(before)-1:]
	}
	return nil
}

// joins reports whether e, of the year after d, says the same.
func (d *Disagreement) joins(e *Disagreement) bool {
	return d.Theirs.equal(&e.Theirs) && d.Ours.equal(&e.Ours) && d.NoRow == e.NoRow && d.Verdict == e.Verdict && d.Explanation == e.Explanation
}

// Said is what is said of a state in a year: on 31 December, and as the
// strongest role that it held on some day. Several statuses stand where it is left
// open which.
type Said struct{ OnLastDay, InYear []data.Status }

func said(y *year) Said { return Said{y.last.best().list(), y.during.best().list()} }

func (s *Said) equal(t *Said) bool {
	return slices.Equal(s.OnLastDay, t.OnLastDay) && slices.Equal(s.InYear, t.InYear)
}

// has reports whether the status is one of those said, or 0.
func (s *Said) has(x data.Status) bool {
	return x == 0 || slices.Contains(s.OnLastDay, x) || slices.Contains(s.InYear, x)
}

// A Report is the result of a comparison.
type Report struct {
	Table         *cow.Table
	First, Last   int // the years that were compared
	Basis         lineage.Basis
	Counts        // of all
	Bodies        []*Body
	Disagreements []Disagreement // the unexplained first, then by organization, state and year
	// OtherOrganizations and OtherStates are those of the table that the atlas
	// does not have, or that the crosswalk does not name.
	OtherOrganizations, OtherStates []string
	// NoColumn are states that were in one of the organizations but have no column
	// in the table.
	NoColumn []lineage.StateID
	// Unused are the explanations for cells that were compared that explain none.
	Unused []*data.Explanation
}
