package river

import (
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
	"github.com/orglineage/orglineage/render/internal/scene"
	"github.com/orglineage/orglineage/render/internal/words"
)

// Horizontal measures, in pixels.
const (
	usualWidth = 1480.0
	leastWidth = 720.0
	margin     = 40.0
	dotRadius  = 4.2
)

// manyStates is from how many states on those with the same history share a
// line.
const manyStates = 24

// newPlanner gives everything of a scene its place.
func newPlanner(s *scene.Scene, say words.Language) (*planner, error) {
	states := map[lineage.StateID]bool{}
	for i := range s.Spells {
		states[s.Spells[i].State.ID] = true
	}
	t, err := newStream(s, len(states) >= manyStates)
	if err != nil {
		return nil, err
	}
	p := &planner{stream: t, say: say, states: len(states), width: usualWidth}
	if s.View.Width > 0 {
		p.width = max(float64(s.View.Width), leastWidth)
	}
	p.bandOf = make([]int, len(p.strands))
	p.paint()
	p.top = p.newNode()
	p.placeMargin()
	p.scale = scale{s.First, s.End, margin, p.width - margin}
	if p.column > 0 {
		p.x1 = p.width - margin/2 - p.column
	}
	p.placeHeads()
	p.findTies()
	p.placeNames()
	p.placeBadges()
	p.boxNodes = p.ownNodes
	p.settleBoxes()
	if err := p.settle(); err != nil {
		return nil, err
	}
	return p, p.tidy()
}

// A stay is a line that goes on beyond the window, and is named at its margin.
type stay struct {
	strand      int
	name, since string
	light       bool
}

const (
	marginSize  = 12.5
	widestName  = 205.0
	widestSince = 210.0
	marginGap   = 18.0 // from the end of the plot to the names, and from those to the dates
)

// placeMargin finds what stands in the right margin, and how wide it is.
func (p *planner) placeMargin() {
	for n := range p.ghosts {
		spans := p.strands[n].spans
		last := spans[len(spans)-1]
		sp := &p.scene.Spells[last.spell]
		if !sp.GoesOn || last.until < p.scene.End {
			continue
		}
		m := sp.Standing.Membership
		st := stay{n, p.actorName(p.strands[n].actor, marginSize), p.say.Since(sp.Standing.Since), !m.Role.Full()}
		if st.light {
			st.since = p.say.Title(m, len(p.actors[p.strands[n].actor].states)) + " " + st.since
		}
		if ink.Width(st.since, marginSize, false) > widestSince {
			st.since = p.say.Years(lineage.Interval{Since: sp.Standing.Since})
		}
		st.name = ink.Clip(st.name, marginSize, !st.light, widestName)
		st.since = ink.Clip(st.since, marginSize, false, widestSince)
		p.stays = append(p.stays, st)
		p.nameColumn = max(p.nameColumn, ink.Width(st.name, marginSize, !st.light))
		p.column = max(p.column, ink.Width(st.since, marginSize, false))
	}
	if len(p.stays) > 0 {
		p.column += p.nameColumn + 2*marginGap
	}
}
