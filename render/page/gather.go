package page

import (
	"cmp"
	"maps"
	"slices"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
	"github.com/orglineage/orglineage/render/internal/scene"
)

// A gatherer makes the facts of a scene.
type gatherer struct {
	atlas *lineage.Atlas
	scene *scene.Scene
	say   speech
	facts *facts
	claim map[claimKey]int // where a claim stands
	cited map[lineage.SourceID]bool
}

// A claim against the life of an organization contests many memberships, and is
// kept once.
type claimKey struct {
	about lineage.Subject
	on    lineage.Date
	note  string
	first lineage.SourceID
	many  int
}

func gather(atlas *lineage.Atlas, s *scene.Scene, say speech) *facts {
	roles := s.View.Roles
	if roles == 0 {
		roles = lineage.EveryRole
	}
	g := &gatherer{atlas, s, say, &facts{}, map[claimKey]int{}, map[lineage.SourceID]bool{}}
	f := g.facts
	f.Title, f.Language, f.Basis = say.title(), say.Tag(), s.View.Basis.String()
	f.First, f.Last = s.First.String(), (s.End - 1).String()
	for _, r := range lineage.AllRoles() {
		if roles.Has(r) {
			f.Roles = append(f.Roles, r.String())
		}
	}
	for i := range s.Bodies {
		f.Organizations = append(f.Organizations, g.organization(&s.Bodies[i]))
	}
	took := map[lineage.StateID]*lineage.State{}
	for i := range s.Spells {
		f.Memberships = append(f.Memberships, g.membership(&s.Spells[i]))
		took[s.Spells[i].State.ID] = s.Spells[i].State
	}
	for _, id := range slices.Sorted(maps.Keys(took)) {
		f.States = append(f.States, g.state(took[id]))
	}
	for i := range s.Flows {
		f.Successions = append(f.Successions, g.succession(&s.Flows[i]))
	}
	for i := range s.Events {
		f.Events = append(f.Events, event{s.Events[i].On.String(), dayText(s.Events[i].First), g.say.event(&s.Events[i])})
	}
	for _, src := range atlas.Sources() { // by their IDs
		if g.cited[src.ID] {
			f.Sources = append(f.Sources, sourceOf(src))
		}
	}
	return f
}

func (g *gatherer) organization(b *scene.Body) organization {
	o := organization{
		ID: string(b.ID), Short: clean(cmp.Or(b.Short, b.Name)), Name: clean(g.say.Organization(b.Organization)), Kind: clean(b.Kind),
		interval: interval{b.Life.Since.String(), b.Life.Until.String(), boundsOf(b.Life.Interval, lifeBounds(b.Life)), g.say.life(b)},
	}
	o.Names = otherNames(b.Names, []string{b.Organization.Name}, b.Aliases, b.Ambiguous)
	g.steps(&o.evidence, b.Founded)
	g.steps(&o.evidence, b.Ended)
	for _, c := range b.Life.Contested {
		g.contest(&o.evidence, c)
	}
	for _, n := range b.Notes {
		text := n.Text
		if !n.On.IsZero() {
			text = g.say.Label(n.On) + ": " + text
		}
		o.Notes = append(o.Notes, clean(text))
		g.cite(&o.evidence, n.Sources)
	}
	return o
}

func lifeBounds(life lineage.Presence) lineage.Bounds {
	b := lineage.Bounds{UntilFirst: lineage.MaxDay, UntilLast: lineage.MaxDay}
	b.SinceFirst, b.SinceLast = life.Since.Bounds()
	if !life.Until.IsZero() {
		b.UntilFirst, b.UntilLast = life.Until.Bounds()
	}
	return b
}

func (g *gatherer) membership(sp *scene.Spell) membership {
	st := &sp.Standing
	m := membership{
		Organization: string(st.Organization.ID), State: string(sp.State.ID),
		Role: st.Membership.Role.String(), How: st.Membership.Joined.How.String(),
		interval: interval{st.Since.String(), st.Until.String(), boundsOf(st.Interval, st.Bounds()), g.say.membership(sp)},
	}
	if st.Membership.As != "" {
		m.As = clean(g.say.Title(st.Membership, 1))
	}
	switch {
	case st.Until.IsZero():
	case st.EndedWithOrganization():
		m.Left = "organization-ended"
	case st.Membership.Left.How != 0:
		m.Left = st.Membership.Left.How.String()
	}
	for _, s := range st.Suspensions() {
		if b := s.Bounds(); b.Possible() { // else it is only claimed
			m.Suspensions = append(m.Suspensions, interval{s.Since.String(), s.Until.String(), boundsOf(s.Interval, b), clean(g.say.Period(s.Interval))})
		}
	}
	g.notes(&m.evidence, st.Membership.Joined.Steps)
	g.notes(&m.evidence, st.Membership.Left.Steps)
	for i := range st.Membership.Suspensions {
		g.notes(&m.evidence, st.Membership.Suspensions[i].Began)
		g.notes(&m.evidence, st.Membership.Suspensions[i].Ended)
	}
	for _, c := range st.Disputes() {
		g.contest(&m.evidence, c)
	}
	g.cite(&m.evidence, st.Sources())
	return m
}

func (g *gatherer) succession(f *scene.Flow) succession {
	s := succession{From: string(f.Succession.From), To: string(f.Succession.To), How: f.How.String(), On: f.Date().String(), Text: g.say.succession(f)}
	g.steps(&s.evidence, f.Steps)
	if dating, _ := f.Steps.For(lineage.ByEffect); dating != nil {
		for _, c := range dating.Contradictions() {
			g.contest(&s.evidence, lineage.Contest{About: lineage.ItsBeginning, Claim: c})
		}
	}
	return s
}

// steps takes the notes and the sources of steps.
func (g *gatherer) steps(e *evidence, steps lineage.Steps) {
	g.notes(e, steps)
	for i := range steps {
		g.cite(e, steps[i].Sources)
	}
}

// notes tells when steps happened that are not the one that counts, and what is
// remarked on any.
func (g *gatherer) notes(e *evidence, steps lineage.Steps) {
	counts, _ := steps.For(g.scene.View.Basis)
	for i := range steps {
		if text := g.say.step(&steps[i], &steps[i] == counts); text != "" {
			e.Notes = append(e.Notes, clean(text))
		}
	}
}

func (g *gatherer) contest(e *evidence, c lineage.Contest) {
	key := claimKey{about: c.About, on: c.Claim.On, note: c.Claim.Note, many: len(c.Claim.Sources)}
	if len(c.Claim.Sources) > 0 {
		key.first = c.Claim.Sources[0]
	}
	at, known := g.claim[key]
	if !known {
		at = len(g.facts.Claims)
		g.claim[key] = at
		g.facts.Claims = append(g.facts.Claims, claim{c.About.String(), c.Claim.On.String(), g.say.claim(c), clean(c.Claim.Note), c.Claim.Sources})
		for _, id := range c.Claim.Sources {
			g.cited[id] = true
		}
	}
	if !slices.Contains(e.Claims, at) {
		e.Claims = append(e.Claims, at)
	}
}

func (g *gatherer) cite(e *evidence, ids []lineage.SourceID) {
	for _, id := range ids {
		g.cited[id] = true
		if !slices.Contains(e.Sources, id) {
			e.Sources = append(e.Sources, id)
		}
	}
}

func (g *gatherer) state(s *lineage.State) state {
	out := state{ID: string(s.ID), Name: clean(g.say.State(s, lineage.Date{}))}
	old := []string{s.Name}
	for _, f := range s.Former {
		old = append(old, f.Name)
		if _, last := f.Until.Bounds(); last != lineage.MaxDay && out.Name == clean(s.Name) {
			out.Former = append(out.Former, former{clean(f.Name), last.String()})
		}
	}
	out.Names = otherNames(s.Names, s.Aliases, old)
	return out
}

// otherNames are those by which something is searched besides its own.
func otherNames(names map[string]string, more ...[]string) []string {
	var all []string
	for _, tag := range slices.Sorted(maps.Keys(names)) {
		all = append(all, clean(names[tag]))
	}
	for _, list := range more {
		for _, n := range list {
			all = append(all, clean(n))
		}
	}
	return all
}

func sourceOf(s *lineage.Source) source {
	return source{
		ID: s.ID, Kind: s.Kind.String(), Title: clean(s.Title), By: clean(cmp.Or(s.Author, s.Body)),
		Publisher: clean(s.Publisher), Date: s.Date, URL: clean(s.URL), Language: clean(s.Language),
	}
}

func clean(s string) string { return ink.Clean(s) }
