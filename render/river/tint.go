package river

import (
	"slices"
	"strings"

	"github.com/orglineage/orglineage/render/internal/ink"
)

// paint gives the lines of bodies their colours: one after the other, but never
// one that a neighbour in the same band has, as a cut is a change of colour.
func (p *planner) paint() {
	p.tints = make([]int, p.scene.Lines())
	for l := range p.tints {
		var taken []int
		for c := range p.courses {
			bodies := p.courses[c].bodies
			for i := 1; i < len(bodies); i++ {
				a, b := p.scene.Bodies[bodies[i-1]].Line, p.scene.Bodies[bodies[i]].Line
				switch {
				case a == l && b < l:
					taken = append(taken, p.tints[b])
				case b == l && a < l:
					taken = append(taken, p.tints[a])
				}
			}
		}
		p.tints[l] = l % ink.Colours
		for range ink.Colours {
			if !slices.Contains(taken, p.tints[l]) {
				break
			}
			p.tints[l] = (p.tints[l] + 1) % ink.Colours
		}
	}
}

// ids returns the IDs of the states of an actor, with blanks between them.
func (p *planner) ids(actor int) string {
	var all []string
	for _, s := range p.actors[actor].states {
		all = append(all, string(s.ID))
	}
	return strings.Join(all, " ")
}
