package river

import (
	"strings"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
)

// A name is that of a strand, on the line or, where that is too short, before or
// behind it.
type name struct {
	text    string
	light   bool
	size    float64
	x0, x1  float64
	outside bool
	before  float64 // the room between the name and the line that it stands before
	way     way
}

func (nm *name) width() float64 { return ink.Width(nm.text, nm.size, !nm.light) }

// A way is one to set a name, each worse than the one before.
type way int

const (
	asPlanned way = iota
	behind
	byCode // before the line, the code of the state
	behindByCode
	nameless
)

const (
	strandSize = 12.0
	lightSize  = 11.0
	nameInset  = 10.0 // from the beginning of the line
	namePad    = 4.0  // of a name on its line, on both sides
	// widestNames is how wide the names of several states may be on their line.
	widestNames = 640.0
	tieReach    = 14.0 // what a tie takes before the beginning of a line
)

// placeNames decides where the names of the strands stand.
func (p *planner) placeNames() {
	tied := map[int]bool{}
	for _, t := range p.ties {
		tied[t.child] = true
	}
	p.names = make([]name, len(p.strands))
	for n := range p.ghosts {
		x := p.strands[n]
		first, last := x.spans[0], x.spans[len(x.spans)-1]
		role := p.scene.Spells[first.spell].Standing.Membership.Role
		nm := name{text: p.actorName(x.actor, strandSize), light: !role.Full(), size: strandSize}
		if nm.light {
			nm.size = lightSize
		}
		begin, end := p.x(first.since), p.x(last.until)
		for _, sp := range x.spans {
			if sp.course != first.course {
				end = p.x(sp.since) // there it moves
				break
			}
		}
		if all := p.allNames(x.actor); len(p.actors[x.actor].states) > 1 && ink.Width(all, nm.size, !nm.light) < min((end-begin)/2, widestNames) {
			nm.text = all
		}
		width := nm.width()
		before := dotRadius + namePad
		if tied[n] {
			before = tieReach + namePad
		}
		nm.before = before
		if left, right := begin-before-margin/2, p.x1-p.x(last.until)-namePad-dotRadius; width > end-begin-nameInset-namePad && width > left && width > right {
			nm.text = ink.Clip(nm.text, nm.size, !nm.light, max(left, right))
			width = ink.Width(nm.text, nm.size, !nm.light)
		}
		nm.x0 = begin + nameInset
		switch {
		case nm.x0+width+namePad <= end:
		case begin-before-width >= margin/2:
			nm.outside = true
			nm.x0 = begin - before - width
		default:
			nm.outside = true
			nm.x0 = p.x(last.until) + namePad + dotRadius
		}
		nm.x1 = nm.x0 + width
		p.names[n] = nm
	}
}

// allNames names the states of an actor.
func (p *planner) allNames(a int) string {
	var all []string
	for _, s := range p.actors[a].states {
		all = append(all, p.say.State(s, lineage.Date{}))
	}
	return strings.Join(all, ", ")
}

// actorName names the states of a strand at a size: all of them if there is room.
func (p *planner) actorName(a int, size float64) string {
	states := p.actors[a].states
	text := p.allNames(a)
	if len(states) > 1 && ink.Width(text, size, true) > widestName {
		return p.say.SameHistory(len(states))
	}
	return ink.Clip(text, size, true, widestName)
}
