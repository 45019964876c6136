package river

import (
	"slices"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/scene"
)

// drawBands draws a band for each body, and a rule where one runs on in the
// next.
func (p *planner) drawBands(d *drawing) {
	for c := range p.courses {
		course := &p.courses[c]
		for i, b := range course.bodies {
			body := &p.scene.Bodies[b]
			life := course.lives[i]
			out := band{
				Organization: body.ID,
				Tint:         p.tints[body.Line],
				Sentence:     p.bodySentence(body),
				Fade:         [2]float64{p.x(life.sureSince), p.x(life.sureUntil)},
				Open:         body.GoesOn,
				Cut:          i > 0 && p.scene.Bodies[course.bodies[i-1]].Line != body.Line && course.lives[i-1].until == life.since,
			}
			for t := range p.layers {
				l := &p.layers[t]
				if l.from < life.since || l.to > life.until {
					continue
				}
				top, bottom, ok := p.edgesOf(c, t)
				if !ok {
					continue
				}
				out.Steps = append(out.Steps, step{p.x(l.from), p.x(l.to), top, bottom})
			}
			out.Steps = joinSteps(out.Steps)
			if len(out.Steps) == 0 {
				continue
			}
			d.Bands = append(d.Bands, out)
			if i > 0 && !out.Cut && course.lives[i-1].until == life.since {
				s := out.Steps[0]
				d.Rules = append(d.Rules, rule{X: s.X0, Top: s.Top, Bottom: s.Bottom, Tint: p.tints[body.Line]})
			}
		}
	}
}

// joinSteps joins steps of the same height.
func joinSteps(steps []step) []step {
	var joined []step
	for _, s := range steps {
		if n := len(joined); n > 0 && joined[n-1].Top == s.Top && joined[n-1].Bottom == s.Bottom && joined[n-1].X1 == s.X0 {
			joined[n-1].X1 = s.X1
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

func (p *planner) bodySentence(b *scene.Body) string {
	name := p.say.Organization(b.Organization)
	if name != b.Short {
		name += " (" + b.Short + ")"
	}
	return name + ", " + p.say.Years(b.Life.Interval)
}

// drawRibbons draws the successions that do not run on in a band.
func (p *planner) drawRibbons(d *drawing) {
	courseOf := map[int]int{}
	for c := range p.courses {
		for _, b := range p.courses[c].bodies {
			courseOf[b] = c
		}
	}
	for i := range p.scene.Flows {
		f := &p.scene.Flows[i]
		a, b := courseOf[f.From], courseOf[f.To]
		if slices.ContainsFunc(p.courses[b].joints, func(j *scene.Flow) bool { return j == f }) {
			continue
		}
		day := min(max(f.First, p.first), p.end)
		x := p.x(day)
		before, after := p.near(a, day-1), p.near(b, day)
		if a == b || before < 0 || after < 0 {
			continue
		}
		top, bottom, _ := p.edgesOf(a, before)
		topTo, bottomTo, _ := p.edgesOf(b, after)
		r := ribbon{
			X: x, From: bottom, To: topTo, Kind: f.How, Lead: x,
			FromTint: p.tints[p.scene.Bodies[f.From].Line], ToTint: p.tints[p.scene.Bodies[f.To].Line],
			FromID: p.scene.Bodies[f.From].ID, ToID: p.scene.Bodies[f.To].ID,
			Sentence: p.flowSentence(f),
		}
		if topTo < top {
			r.From, r.To = top, bottomTo
		}
		if end := p.x(p.layers[before].to); end < x {
			r.Lead = end
		}
		d.Ribbons = append(d.Ribbons, r)
	}
}

// near returns the layer of a day in which a course has a band, or the nearest
// one; -1 if it has none.
func (p *planner) near(c int, day lineage.Day) int {
	at := p.layerAt(day)
	for far := range p.layers {
		for _, t := range [...]int{at - far, at + far} {
			if t >= 0 && t < len(p.layers) && slices.Contains(p.layers[t].bands, c) {
				return t
			}
		}
	}
	return -1
}

func (p *planner) flowSentence(f *scene.Flow) string {
	e := scene.Event{Kind: scene.Followed, On: f.Date(), Body: f.To}
	for i := range p.scene.Flows {
		if &p.scene.Flows[i] == f {
			e.Flow = i
		}
	}
	return p.say.Date(f.Date()) + ": " + p.tell(&e)
}
