package river

import (
	"cmp"
	"slices"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/scene"
)

// A course is what is drawn as one band: bodies that follow each other in time,
// at most one on any day. Renames and transformations run on in it; other
// successions are a cut.
type course struct {
	bodies []int         // of the scene, by time
	lives  []stretch     // of the bodies, without overlaps
	joints []*scene.Flow // joints[i] leads to bodies[i]; nil for the first
}

// A stretch is a run of days: from Since on, up to Until, which is not one of
// them. It is sure from SureSince to SureUntil.
type stretch struct {
	since, sureSince, sureUntil, until lineage.Day
}

func stretchOf(b lineage.Bounds) stretch {
	s := stretch{b.SinceFirst, b.SinceLast, b.UntilFirst, b.UntilLast}
	s.sureSince = min(s.sureSince, s.until)
	s.sureUntil = max(s.sureUntil, s.since)
	return s
}

// within returns the part of s that lies in t.
func (s stretch) within(t stretch) stretch {
	in := func(d lineage.Day) lineage.Day { return min(max(d, t.since), t.until) }
	return stretch{in(s.since), in(s.sureSince), in(s.sureUntil), in(s.until)}
}

func (s stretch) empty() bool { return s.since >= s.until }

// patience is how many days may lie between the end of one body and the
// beginning of another one that follows it in the same band, or of a membership
// there.
const patience = 3 * 366

// longGap is how many days may lie between two memberships of a state in one band
// that are drawn as one line. In the meantime the line is outside the band, which
// goes on; a longer way there is harder to follow than a new line.
const longGap = 550

// vagueness is how many days the end of one body and the beginning of the next
// one may overlap for all that is known, and still be one event.
const vagueness = 2 * 366

// courses joins the bodies of the scene into bands.
func courses(s *scene.Scene) []course {
	next, before := make([]int, len(s.Bodies)), make([]*scene.Flow, len(s.Bodies))
	for i := range next {
		next[i] = -1
	}
	flows := make([]*scene.Flow, len(s.Flows))
	for i := range s.Flows {
		flows[i] = &s.Flows[i]
	}
	slices.SortStableFunc(flows, func(x, y *scene.Flow) int {
		return cmp.Or(cmp.Compare(continues(x.How), continues(y.How)), cmp.Compare(shared(s, y), shared(s, x)))
	})
	for _, f := range flows {
		if continues(f.How) < never && next[f.From] < 0 && before[f.To] == nil && succeeds(s, f) {
			next[f.From], before[f.To] = f.To, f
		}
	}
	var all []course
	for i := range s.Bodies {
		if before[i] != nil {
			continue
		}
		var c course
		for j := i; j >= 0; j = next[j] {
			c.bodies = append(c.bodies, j)
			c.joints = append(c.joints, before[j])
			c.lives = append(c.lives, stretchOf(s.Bodies[j].Bounds))
		}
		c.separate()
		all = append(all, c)
	}
	return all
}

// separate cuts lives that may overlap, because their ends are not known to the
// day, where the later one certainly began.
func (c *course) separate() {
	for i := 1; i < len(c.lives); i++ {
		a, b := &c.lives[i-1], &c.lives[i]
		if a.until > b.since {
			cut := max(min(a.until, b.sureSince), a.since+1)
			*a = a.within(stretch{a.since, 0, 0, cut})
			*b = b.within(stretch{cut, 0, 0, b.until})
		}
	}
}

func (c *course) has(body int) bool { return slices.Contains(c.bodies, body) }

// life returns the time of a body in the course.
func (c *course) life(body int) stretch { return c.lives[slices.Index(c.bodies, body)] }

// never is the rank of successions that do not run on in a band.
const never = 9

// continues ranks successions by how much the one runs on in the other.
func continues(k lineage.SuccessionKind) int {
	switch k {
	case lineage.Renamed:
		return 0
	case lineage.Transformed:
		return 1
	case lineage.Replaced:
		return 2
	case lineage.Merged, lineage.Absorbed:
		return 3
	case lineage.Revived, lineage.Split:
		return 4
	}
	return never
}

// succeeds reports whether the one body begins where the other ends.
func succeeds(s *scene.Scene, f *scene.Flow) bool {
	a, b := stretchOf(s.Bodies[f.From].Bounds), stretchOf(s.Bodies[f.To].Bounds)
	met := max(a.sureUntil, b.since) <= min(a.until, b.sureSince) // on a day not known
	met = met && a.until-b.since <= vagueness && a.since < b.sureSince && a.until < b.until
	return (a.until <= b.since || met) && b.since-a.until <= patience
}

// shared counts the states that both bodies of a flow have had.
func shared(s *scene.Scene, f *scene.Flow) int {
	had := map[lineage.StateID]bool{}
	for _, sp := range s.Of(f.From) {
		had[sp.State.ID] = true
	}
	n := 0
	for _, sp := range s.Of(f.To) {
		if had[sp.State.ID] {
			n++
			had[sp.State.ID] = false
		}
	}
	return n
}
