package scene

import (
	"cmp"
	"slices"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
)

// New returns the scene of a view. The error is a [*lineage.NotFoundError], or a
// [*lineage.DateError] for a period that ends before it begins.
func New(atlas *lineage.Atlas, view render.View) (*Scene, error) {
	if view.Roles == 0 {
		view.Roles = lineage.EveryRole
	}
	g := &gatherer{atlas: atlas, view: view, s: &Scene{View: view}, at: map[lineage.OrgID]int{}}
	if err := g.period(); err != nil {
		return nil, err
	}
	if err := g.bodies(); err != nil {
		return nil, err
	}
	if err := g.spells(); err != nil {
		return nil, err
	}
	if err := g.flows(); err != nil {
		return nil, err
	}
	if err := g.lines(); err != nil {
		return nil, err
	}
	g.events()
	return g.s, nil
}

type gatherer struct {
	atlas    *lineage.Atlas
	view     render.View
	s        *Scene
	from, to lineage.Day // the period asked for; to is its last day
	at       map[lineage.OrgID]int
}

func (g *gatherer) period() error {
	g.from, _ = g.view.From.Bounds()
	_, g.to = g.view.To.Bounds()
	if g.from > g.to {
		return &lineage.DateError{Input: g.view.To.String(), Msg: "the period ends before it begins, on " + g.view.From.String()}
	}
	return nil
}

// bodies chooses the organizations and the window: the period asked for, and
// where that is open, the time from the first beginning to the last end. What
// goes on is shown up to the last day that the atlas dates, never to today.
func (g *gatherer) bodies() error {
	wanted := map[lineage.OrgID]bool{}
	for _, id := range g.view.Organizations {
		if _, err := g.atlas.Life(id, g.view.Basis); err != nil {
			return err
		}
		wanted[id] = true
	}
	var lives []lineage.Presence
	for _, o := range g.atlas.Organizations() {
		if len(wanted) > 0 && !wanted[o.ID] {
			continue
		}
		life, err := g.atlas.Life(o.ID, g.view.Basis)
		if err != nil {
			return err
		}
		if b := lifeBounds(life); life.Answer > lineage.No && b.SinceFirst <= g.to && b.UntilLast > g.from {
			lives = append(lives, life)
		}
	}
	g.window(lives)
	for _, life := range lives {
		b := lifeBounds(life)
		body := Body{
			Organization: life.Organization, Life: life,
			Bounds:        g.clip(b),
			BeganBefore:   b.SinceLast < g.s.First,
			GoesOn:        b.UntilFirst > g.s.End,
			DisputedSince: contested(life.Contested, lineage.ItsBeginning),
			DisputedUntil: contested(life.Contested, lineage.ItsEnd),
		}
		if !body.Possible() {
			continue
		}
		g.at[life.Organization.ID] = len(g.s.Bodies)
		g.s.Bodies = append(g.s.Bodies, body)
	}
	return nil
}

func (g *gatherer) window(lives []lineage.Presence) {
	first, end := g.from, lineage.MaxDay
	if g.to < lineage.MaxDay {
		end = g.to + 1
	}
	known := lineage.MinDay
	if end == lineage.MaxDay || len(lives) == 0 {
		known = lastDated(g.atlas) + 1
	}
	earliest, latest := lineage.MaxDay, lineage.MinDay
	for _, life := range lives {
		b := lifeBounds(life)
		for _, d := range []lineage.Day{b.SinceFirst, b.SinceLast} {
			if d != lineage.MinDay {
				earliest = min(earliest, d)
			}
		}
		switch {
		case b.UntilLast != lineage.MaxDay:
			latest = max(latest, b.UntilLast)
		default:
			latest = max(latest, known)
			if b.SinceLast != lineage.MaxDay {
				latest = max(latest, b.SinceLast+1)
			}
		}
	}
	if len(lives) == 0 {
		// There is nothing to show: a year of it.
		earliest, latest = min(known, end)-366, max(known, first+366)
	}
	if first == lineage.MinDay {
		first = min(earliest, end-1)
	}
	if end == lineage.MaxDay {
		end = max(latest, first+1)
	}
	g.s.First, g.s.End = first, end
}

// lifeBounds returns the days between which an organization began and ended.
func lifeBounds(life lineage.Presence) lineage.Bounds {
	b := lineage.Bounds{UntilFirst: lineage.MaxDay, UntilLast: lineage.MaxDay}
	b.SinceFirst, b.SinceLast = life.Since.Bounds()
	if !life.Until.IsZero() {
		b.UntilFirst, b.UntilLast = life.Until.Bounds()
	}
	return b
}

// clip returns the part of the bounds that lies in the window. What goes on ends
// with it.
func (g *gatherer) clip(b lineage.Bounds) lineage.Bounds {
	in := func(d lineage.Day) lineage.Day { return min(max(d, g.s.First), g.s.End) }
	c := lineage.Bounds{SinceFirst: in(b.SinceFirst), UntilLast: in(b.UntilLast)}
	c.SinceLast = min(in(b.SinceLast), c.UntilLast) // it had begun when it ended
	c.UntilFirst = max(in(b.UntilFirst), c.SinceFirst)
	return c
}

func (g *gatherer) spells() error {
	for i := range g.s.Bodies {
		body := &g.s.Bodies[i]
		all, err := g.atlas.MembersDuring(body.ID, lineage.Date{}, lineage.Query{Roles: g.view.Roles, Basis: g.view.Basis})
		if err != nil {
			return err
		}
		for _, st := range all {
			spell, ok, err := g.spell(i, st)
			if err != nil {
				return err
			}
			if ok {
				g.s.Spells = append(g.s.Spells, spell)
			}
		}
	}
	slices.SortStableFunc(g.s.Spells, func(x, y Spell) int {
		return cmp.Or(cmp.Compare(x.Body, y.Body), cmp.Compare(x.State.ID, y.State.ID), cmp.Compare(x.SinceFirst, y.SinceFirst))
	})
	return nil
}

func (g *gatherer) spell(body int, st lineage.Standing) (Spell, bool, error) {
	whole := st.Bounds()
	b := g.clip(whole)
	if !whole.Possible() || !b.Possible() {
		return Spell{}, false, nil
	}
	state, err := g.atlas.State(string(st.Membership.State))
	if err != nil {
		return Spell{}, false, err
	}
	how := st.Membership.Joined.How
	disputes := own(st.Disputes())
	spell := Spell{
		Body: body, State: state, Standing: st, Bounds: b,
		BeganBefore:   whole.SinceLast < g.s.First,
		GoesOn:        whole.UntilFirst > g.s.End,
		DisputedSince: contested(disputes, lineage.ItsBeginning),
		DisputedUntil: contested(disputes, lineage.ItsEnd),
		BeganWithBody: (how == lineage.Founded || how == lineage.Continued) && st.Since == g.s.Bodies[body].Life.Since,
		EndedWithBody: st.EndedWithOrganization(),
	}
	for _, s := range st.Suspensions() {
		p := g.clip(s.Bounds())
		if !s.Bounds().Possible() || !p.Possible() {
			continue // only claimed, or outside the window
		}
		spell.Pauses = append(spell.Pauses, Pause{
			Bounds: p, Suspended: s,
			DisputedSince: contested(disputes, lineage.ItsSuspension),
			DisputedUntil: contested(disputes, lineage.ItsResumption),
		})
	}
	return spell, true, nil
}

func (g *gatherer) flows() error {
	for to := range g.s.Bodies {
		in, err := g.atlas.Predecessors(g.s.Bodies[to].ID)
		if err != nil {
			return err
		}
		for _, s := range in {
			from, drawn := g.at[s.From]
			first, last := s.Date().Bounds()
			if !drawn || first >= g.s.End || last < g.s.First {
				continue
			}
			dating, _ := s.Steps.For(lineage.ByEffect)
			g.s.Flows = append(g.s.Flows, Flow{
				From: from, To: to, Succession: s,
				First: max(first, g.s.First), Last: min(last, g.s.End),
				Disputed: dating != nil && len(dating.Contradictions()) > 0,
			})
		}
	}
	slices.SortStableFunc(g.s.Flows, func(x, y Flow) int {
		return cmp.Or(cmp.Compare(x.First, y.First), cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To))
	})
	return nil
}

func (g *gatherer) lines() error {
	next := 0
	numbered := make([]bool, len(g.s.Bodies))
	for i := range g.s.Bodies {
		if numbered[i] {
			continue
		}
		same, err := g.atlas.Identity(g.s.Bodies[i].ID, lineage.SameLine)
		if err != nil {
			return err
		}
		for _, o := range same {
			if j, ok := g.at[o.ID]; ok {
				g.s.Bodies[j].Line, numbered[j] = next, true
			}
		}
		next++
	}
	return nil
}

func contested(claims []lineage.Contest, about lineage.Subject) bool {
	return slices.ContainsFunc(claims, func(c lineage.Contest) bool { return c.About == about })
}

// own returns the claims about a membership itself: those about its organization
// are drawn there.
func own(claims []lineage.Contest) []lineage.Contest {
	var out []lineage.Contest
	for _, c := range claims {
		if c.Organization == nil {
			out = append(out, c)
		}
	}
	return out
}
