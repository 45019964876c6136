package river

import (
	"cmp"
	"slices"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/scene"
	"github.com/orglineage/orglineage/render/internal/words"
)

// A badge is a number at a band, where one or more things happened to it.
type badge struct {
	number int
	course int
	box    int
	x      float64 // of its first event
	lean   float64 // of its disc, which stays clear of the next one
	first  lineage.Date
	last   lineage.Date
	texts  []string
}

// badgeReach is how near to each other events share a badge.
const badgeReach = 2*badgeRadius + 2

// placeBadges gathers the events of each band that are near to each other, and
// numbers them by date.
func (p *planner) placeBadges() {
	courseOf := make([]int, len(p.scene.Bodies))
	for c := range p.courses {
		for _, b := range p.courses[c].bodies {
			courseOf[b] = c
		}
	}
	open := map[int]int{} // the last badge of each course
	for i := range p.scene.Events {
		e := &p.scene.Events[i]
		day := e.First
		if day < p.first {
			day = min(e.Last, p.end)
		}
		c := courseOf[e.Body]
		// A date that is not known to the day is told where its body surely may be.
		life := p.courses[c].life(e.Body)
		x := p.x(min(max(day, life.since), max(life.until, life.since)))
		text := p.tell(e)
		if n, ok := open[c]; ok && x-p.badges[n].x < badgeReach {
			b := &p.badges[n]
			b.last = e.On
			b.texts = append(b.texts, text)
			continue
		}
		open[c] = len(p.badges)
		p.badges = append(p.badges, badge{course: c, x: x, first: e.On, last: e.On, texts: []string{text}})
	}
	slices.SortStableFunc(p.badges, func(a, b badge) int { return cmp.Compare(a.x, b.x) })
	for i := range p.badges {
		b := &p.badges[i]
		b.number, b.box = i+1, len(p.boxes)
		b.lean = min(max(b.x, p.x0+badgeRadius), p.x1-badgeRadius)
		p.boxes = append(p.boxes, box{course: b.course, x0: b.lean - badgeRadius - 1, x1: b.lean + badgeRadius + 1, at: b.x, node: p.newNode()})
	}
}

// tell puts an event in words.
func (p *planner) tell(e *scene.Event) string {
	w := words.Event{What: p.what(e), On: e.On, Organization: p.scene.Bodies[e.Body].Organization}
	for _, i := range e.Spells {
		sp := &p.scene.Spells[i]
		w.States = append(w.States, sp.State)
		w.Membership = sp.Standing.Membership
		w.Briefly = sp.Brief()
	}
	if e.Flow >= 0 {
		f := &p.scene.Flows[e.Flow]
		w.From = append(w.From, p.scene.Bodies[f.From].Organization)
		w.How = f.How
	}
	return p.say.Event(&w)
}

func (p *planner) what(e *scene.Event) lineage.EventKind {
	switch e.Kind {
	case scene.Followed:
		return lineage.SuccessionEvent
	case scene.Founded:
		return lineage.FoundingEvent
	case scene.Left:
		return lineage.DepartureEvent
	case scene.Suspended:
		return lineage.SuspensionEvent
	case scene.Resumed:
		return lineage.ResumptionEvent
	case scene.Ended:
		return lineage.EndEvent
	}
	return lineage.AccessionEvent
}
