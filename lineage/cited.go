package lineage

import (
	"cmp"
	"maps"
	"slices"
)

// A Citation is a source with the records that cite it.
type Citation struct {
	Source *Source
	Uses   Uses // for what they cite it, taken together
	// By holds organizations, older before younger, then states and collections by
	// their IDs, then places by their names.
	By []Citing
}

// A Citing is one record that cites a source. One of its pointers is not nil.
type Citing struct {
	Organization *Organization
	State        *State
	Collection   *Collection
	Place        *Place
	Uses         Uses // for what this record cites it
}

// Cited returns the bibliography of the organizations: every source of their
// facts, in the order of the source IDs. The facts are their founding and end,
// the successions on both sides, the memberships with all steps and
// suspensions, the containment, the notes, and the claims against any of these;
// to them come the codes, names and continuations of the states that ever took
// part, which the states cite.
//
// If no organization is named, it is the bibliography of the whole atlas: of all
// organizations, states, collections and places. Sources that nothing cites are
// in [Atlas.Sources] only. The error is a [*NotFoundError].
func (a *Atlas) Cited(ids ...OrgID) ([]Citation, error) {
	orgs, err := a.named(ids)
	if err != nil {
		return nil, err
	}
	b := bibliographer{known: a.sources().byID, cited: map[SourceID]*Citation{}}
	took := map[StateID]bool{}
	for _, o := range orgs {
		b.by = Citing{Organization: o.Organization}
		b.organization(o)
		for i := range o.Members {
			took[o.Members[i].State] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(a.states)) {
		if len(ids) == 0 || took[id] {
			b.by = Citing{State: a.states[id].State}
			b.state(b.by.State)
		}
	}
	if len(ids) == 0 {
		b.rest(a)
	}
	return b.sorted(), nil
}

// A bibliographer collects the sources that records cite, one record after the
// other.
type bibliographer struct {
	known map[SourceID]*Source
	cited map[SourceID]*Citation
	by    Citing // the record that is being read
}

// cite notes that the record cites the sources.
func (b *bibliographer) cite(use Use, ids []SourceID) {
	for _, id := range ids {
		c := b.cited[id]
		if c == nil {
			c = &Citation{Source: b.known[id]}
			b.cited[id] = c
		}
		c.Uses |= 1 << use
		if n := len(c.By); n == 0 || !c.By[n-1].same(&b.by) {
			c.By = append(c.By, b.by)
		}
		c.By[len(c.By)-1].Uses |= 1 << use
	}
}

// same reports whether both are the same record.
func (x *Citing) same(y *Citing) bool {
	return x.Organization == y.Organization && x.State == y.State && x.Collection == y.Collection && x.Place == y.Place
}

func (b *bibliographer) organization(o *org) {
	b.steps(o.Founded)
	b.steps(o.Ended)
	if o.Within != nil {
		b.cite(Held, o.Within.Sources)
	}
	for _, s := range o.in {
		b.steps(s.Steps)
	}
	for _, s := range o.out {
		b.steps(s.Steps)
	}
	for i := range o.Members {
		m := &o.Members[i]
		b.cite(Held, m.Joined.Sources)
		b.steps(m.Joined.Steps)
		b.steps(m.Left.Steps)
		for j := range m.Suspensions {
			b.steps(m.Suspensions[j].Began)
			b.steps(m.Suspensions[j].Ended)
		}
	}
	for i := range o.Notes {
		b.cite(Remark, o.Notes[i].Sources)
	}
}

func (b *bibliographer) steps(s Steps) {
	for i := range s {
		b.cite(Held, s[i].Sources)
		b.claims(s[i].Rivals)
	}
}

func (b *bibliographer) claims(cs []Claim) {
	for i := range cs {
		b.cite(Rival, cs[i].Sources)
	}
}

func (b *bibliographer) state(s *State) {
	b.cite(Held, s.Sources)
	b.former(s.Former)
	if s.Continues != nil {
		b.cite(Held, s.Continues.Sources)
	}
	if s.Gone != nil {
		b.cite(Held, s.Gone.Sources)
	}
}

func (b *bibliographer) former(names []FormerName) {
	for i := range names {
		b.cite(Held, names[i].Sources)
		b.claims(names[i].Rivals)
	}
}

// rest reads what belongs to no organization and no state.
func (b *bibliographer) rest(a *Atlas) {
	for _, c := range a.collections() {
		b.by = Citing{Collection: c}
		b.cite(Remark, c.Sources)
	}
	places := make([]*Place, len(a.places))
	for i := range a.places {
		places[i] = &a.places[i]
	}
	slices.SortStableFunc(places, func(x, y *Place) int { return cmp.Compare(x.Name, y.Name) })
	for _, p := range places {
		b.by = Citing{Place: p}
		b.cite(Held, p.Sources)
		b.former(p.Former)
	}
}

func (b *bibliographer) sorted() []Citation {
	all := make([]Citation, 0, len(b.cited))
	for _, c := range b.cited {
		all = append(all, *c)
	}
	slices.SortFunc(all, func(x, y Citation) int { return cmp.Compare(x.Source.ID, y.Source.ID) })
	return all
}
