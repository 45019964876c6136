package river

import (
	"slices"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
	"github.com/orglineage/orglineage/render/internal/scene"
)

const (
	fullWidth  = 5.0
	lightWidth = 2.0
	moreWidth  = 1.6 // by which a line is wider for each further state
	mostMore   = 12.0
)

// drawStrands draws the memberships, their ties and their gaps.
func (p *planner) drawStrands(d *drawing) {
	all := p.verticals()
	for i := range all {
		v := &all[i]
		if v.tie >= 0 {
			child := p.strands[v.strand]
			d.Ties = append(d.Ties, wire{X: v.x, From: v.from, To: v.to, End: p.x(v.day), Hue: child.actor, State: p.ids(child.actor)})
		}
	}
	p.upright = all
	for n := range p.ghosts {
		p.drawStrand(d, n)
	}
}

// moveAt returns the vertical by which a strand moves to a piece.
func (p *planner) moveAt(n, piece int) *vertical {
	for i := range p.upright {
		if v := &p.upright[i]; v.tie < 0 && v.strand == n && v.piece == piece {
			return v
		}
	}
	return nil
}

func (p *planner) drawStrand(d *drawing, n int) {
	x := &p.strands[n]
	for i := range x.spans {
		sp := &x.spans[i]
		before := i > 0 && x.spans[i-1].until == sp.since
		after := i+1 < len(x.spans) && x.spans[i+1].since == sp.until
		states := p.actors[x.actor].states
		for k := range states {
			spell := p.spellOf(x.actor, k, sp.spell)
			l := p.line(n, spell)
			l.Width += p.surplus(n)
			share := l.Width / float64(len(states))
			shift := share*(float64(k)+0.5) - l.Width/2
			l.Width = share
			p.runs(&l, n, i, shift)
			if k == len(states)/2 {
				p.ends(&l, n, i, before, after)
			}
			d.Strands = append(d.Strands, l)
		}
		if i > 0 && !before {
			d.Gaps = append(d.Gaps, p.gap(n, x.spans[i-1].until, sp.since))
		}
	}
}

// gap returns the way of a strand from one membership to the next one.
func (p *planner) gap(n int, from, to lineage.Day) gap {
	g := gap{State: p.ids(p.strands[n].actor), Hue: p.strands[n].actor}
	x, y := p.x(from), p.y[p.pieceAt(n, p.layerAt(from-1)).node]
	g.Points = []mark{{x + 2, y}}
	for k := range p.pieces[n] {
		pc := &p.pieces[n][k]
		begin, end := p.layers[pc.from].from, p.layers[pc.to-1].to
		if begin >= to || end <= from {
			continue
		}
		if v := p.moveAt(n, k); v != nil && begin > from {
			x = v.x
		}
		if last := g.Points[len(g.Points)-1]; last.Y != p.y[pc.node] {
			g.Points = append(g.Points, mark{max(x, last.X), last.Y}, mark{max(x, last.X), p.y[pc.node]})
		}
		x = p.x(min(end, to))
	}
	last := g.Points[len(g.Points)-1]
	g.Points = append(g.Points, mark{max(p.x(to)-2, last.X), last.Y})
	return g
}

// spellOf returns the spell of the kth state of an actor that stands where
// a spell of the first one does.
func (p *planner) spellOf(a, k, spell int) int {
	i := slices.Index(p.actors[a].spells[0], spell)
	return p.actors[a].spells[k][i]
}

// line returns what a membership says, without its place.
func (p *planner) line(n, spell int) line {
	sp := &p.scene.Spells[spell]
	st := &sp.Standing
	a := p.strands[n].actor
	l := line{
		State: sp.State.ID, Organization: st.Organization.ID, Role: st.Membership.Role,
		Since: st.Since.String(), Sentence: p.say.Standing(sp.State, st),
		Hue: a % ink.Colours, Fine: a/ink.Colours%2 == 1,
		Light: !st.Membership.Role.Full(), Width: fullWidth,
		Suspended: len(sp.Pauses) > 0,
	}
	if !st.Until.IsZero() {
		l.Until = st.Until.String()
	}
	if l.Light {
		l.Width = lightWidth
	}
	return l
}

// runs lays the straight parts and the moves of a span.
func (p *planner) runs(l *line, n, i int, shift float64) {
	sp := &p.strands[n].spans[i]
	spell := &p.scene.Spells[sp.spell]
	for k := range p.pieces[n] {
		pc := &p.pieces[n][k]
		from, to := max(sp.since, p.layers[pc.from].from), min(sp.until, p.layers[pc.to-1].to)
		if from >= to {
			continue
		}
		y := p.y[pc.node] + shift
		x0, x1 := p.x(from), p.x(to)
		// A move before this piece belongs to the span that begins with it.
		if v := p.moveAt(n, k); v != nil && from == v.day {
			m := p.bend(v)
			m.From += shift
			m.To += shift
			l.Moves = append(l.Moves, m)
			x0 = m.End
		}
		if v := p.moveAt(n, k+1); v != nil && to == v.day {
			x1 = min(x1, p.bend(v).Begin)
		}
		p.cutRuns(l, sp.stretch, spell.Pauses, x0, x1, y)
	}
}

// bend returns the way of a line that changes its lane.
func (p *planner) bend(v *vertical) move {
	r := min(bendReach/2, abs64(v.to-v.from)/2)
	if !v.direct {
		r = min(r, sharpCorner)
	}
	m := move{Begin: v.x - r, X: v.x, End: v.x + r, From: v.from, To: v.to}
	if moved := p.spanAt(v.strand, v.day); moved != nil && moved.since == v.day && v.direct {
		m.End = v.x // a dot stands there
	}
	return m
}

func abs64(x float64) float64 { return max(x, -x) }

// cutRuns divides a straight part where it is suspended or not certain.
func (p *planner) cutRuns(l *line, s stretch, pauses []scene.Pause, x0, x1, y float64) {
	cuts := []float64{x0, x1}
	add := func(d lineage.Day) {
		if x := p.x(d); x > x0 && x < x1 {
			cuts = append(cuts, x)
		}
	}
	add(s.sureSince)
	add(s.sureUntil)
	for _, ps := range pauses {
		add(ps.SinceFirst)
		add(ps.UntilLast)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	for i := 1; i < len(cuts); i++ {
		mid := (cuts[i-1] + cuts[i]) / 2
		r := run{X0: cuts[i-1], X1: cuts[i], Y: y}
		r.Perhaps = mid < p.x(s.sureSince) || mid > p.x(s.sureUntil)
		for _, ps := range pauses {
			r.Paused = r.Paused || mid > p.x(ps.SinceFirst) && mid < p.x(ps.UntilLast)
		}
		l.Runs = append(l.Runs, r)
	}
}

// ends sets the dot that begins a line, the bar that ends it, and what marks
// dates that are not certain.
func (p *planner) ends(l *line, n, i int, before, after bool) {
	x := &p.strands[n]
	sp := &x.spans[i]
	spell := &p.scene.Spells[sp.spell]
	y := func(d lineage.Day) float64 { return p.y[p.pieceAt(n, p.layerAt(d)).node] }
	vague := sp.sureSince != sp.since
	// Lines that were cut to make way begin and end without a mark.
	begins, ends := sp.since == spell.SinceFirst, sp.until == spell.UntilLast
	newRole := before && p.scene.Spells[x.spans[i-1].spell].Standing.Membership.Role.Full() != spell.Standing.Membership.Role.Full()
	moved := before && x.spans[i-1].course != sp.course
	if !spell.BeganBefore && (!before || newRole || moved) && !vague && begins {
		l.Dot = &mark{p.x(sp.since), y(sp.since)}
	}
	if !spell.GoesOn && !after && sp.sureUntil == sp.until && ends {
		l.Bar = &mark{p.x(sp.until), y(sp.until - 1)}
	}
	// Where a line was cut to make way there is no bracket.
	bracketAt := func(d, known lineage.Day, last bool) {
		if d == known {
			l.Brackets = append(l.Brackets, bracket{mark{p.x(d), y(min(d, sp.until-1))}, last})
		}
	}
	if vague {
		bracketAt(sp.since, spell.SinceFirst, false)
		bracketAt(sp.sureSince, spell.SinceLast, true)
	}
	if sp.sureUntil != sp.until {
		bracketAt(sp.sureUntil, spell.UntilFirst, false)
		bracketAt(sp.until, spell.UntilLast, true)
	}
	if spell.DisputedSince && !spell.BeganBefore {
		l.Disputed = append(l.Disputed, mark{p.x(sp.since), y(sp.since)})
	}
	if spell.DisputedUntil && !spell.GoesOn {
		l.Disputed = append(l.Disputed, mark{p.x(sp.until), y(sp.until - 1)})
	}
	for _, ps := range spell.Pauses {
		if ps.DisputedSince {
			l.Disputed = append(l.Disputed, mark{p.x(ps.SinceFirst), y(ps.SinceFirst)})
		}
	}
}
