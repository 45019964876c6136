package lineage

import (
	"maps"
	"slices"
)

// Extract returns an atlas of some organizations alone, with the memberships for
// which keep is true, or all if it is nil. It holds the states, sources,
// collections and places that these need, and all lookalikes, so that its
// records can stand for themselves.
//
// A succession stays if both its ends do, and so does a containment; what leads
// out of the extract is left out. An organization that was not named is taken in
// where a merger or a split between the others would be none without it. A name
// that is ambiguous stays so: what else it means, and is not in the extract,
// becomes a [Lookalike].
//
// The error is a [*NotFoundError].
func (a *Atlas) Extract(ids []OrgID, keep func(*Organization, *Membership) bool) (*Atlas, error) {
	e := extract{atlas: a, in: map[OrgID]bool{}}
	for _, id := range ids {
		if _, err := a.org(id); err != nil {
			return nil, err
		}
		e.in[id] = true
	}
	for e.complete() {
	}
	e.organizations(keep)
	e.states()
	e.named()
	e.lookalikes()
	if err := e.sources(); err != nil {
		return nil, err
	}
	return New(e.part)
}

// An extract is the part of an atlas that is being taken out.
type extract struct {
	atlas *Atlas
	in    map[OrgID]bool
	whole Dataset // of the atlas, in order
	part  Dataset
}

// complete takes in the organizations that a merger or a split needs, and
// reports whether there were any.
func (e *extract) complete() bool {
	n := len(e.in)
	for _, id := range slices.Sorted(maps.Keys(e.in)) { // what is taken in first may spare the rest
		o := e.atlas.byID[id]
		if merged := those(o.in, Merged); e.count(merged, fromOf) == 1 {
			e.take(merged, fromOf)
		}
		// One that lives on may have let go one alone.
		split := those(o.out, Split)
		if e.count(split, toOf) == 1 && !slices.ContainsFunc(split, func(s *Succession) bool { return e.in[s.To] && o.outlives(s) }) {
			e.take(split, toOf)
		}
	}
	return len(e.in) > n
}

func those(all []*Succession, how SuccessionKind) []*Succession {
	var some []*Succession
	for _, s := range all {
		if s.How == how {
			some = append(some, s)
		}
	}
	return some
}

func fromOf(s *Succession) OrgID { return s.From }
func toOf(s *Succession) OrgID   { return s.To }

func (e *extract) count(all []*Succession, end func(*Succession) OrgID) (n int) {
	for _, s := range all {
		if e.in[end(s)] {
			n++
		}
	}
	return n
}

func (e *extract) take(all []*Succession, end func(*Succession) OrgID) {
	for _, s := range all {
		e.in[end(s)] = true
	}
}

// organizations takes over the organizations without what leads out of them.
func (e *extract) organizations(keep func(*Organization, *Membership) bool) {
	e.whole = e.atlas.Dataset()
	for i := range e.whole.Organizations {
		o := e.whole.Organizations[i]
		if !e.in[o.ID] {
			continue
		}
		if o.Within != nil && !e.in[o.Within.Organization] {
			o.Within = nil
		}
		o.Predecessors = slices.DeleteFunc(slices.Clone(o.Predecessors), func(s Succession) bool { return !e.in[s.From] })
		if keep != nil {
			full := o.Members
			o.Members = nil
			for j := range full {
				if keep(e.atlas.byID[o.ID].Organization, &full[j]) {
					o.Members = append(o.Members, full[j])
				}
			}
		}
		e.part.Organizations = append(e.part.Organizations, o)
	}
}

// states takes over the states that took part, and those that they continue.
func (e *extract) states() {
	need := map[StateID]bool{}
	for i := range e.part.Organizations {
		for _, m := range e.part.Organizations[i].Members {
			for id := m.State; id != "" && !need[id]; {
				need[id] = true
				s := e.atlas.states[id]
				id = ""
				if s.Continues != nil {
					id = s.Continues.State
				}
			}
		}
	}
	for _, s := range e.whole.States {
		if need[s.ID] {
			if !e.in[s.Is] {
				s.Is = ""
			}
			e.part.States = append(e.part.States, s)
		}
	}
}

// named takes over the collections and the places that records name.
func (e *extract) named() {
	collections, places := map[CollectionID]bool{}, map[string]bool{}
	for i := range e.part.Organizations {
		o := &e.part.Organizations[i]
		for _, id := range o.Collections {
			collections[id] = true
		}
		for _, steps := range o.events() {
			for j := range steps {
				places[steps[j].Place] = true
			}
		}
		for _, n := range o.Notes {
			places[n.Place] = true
		}
	}
	for _, c := range e.whole.Collections {
		if collections[c.ID] {
			e.part.Collections = append(e.part.Collections, c)
		}
	}
	for _, p := range e.whole.Places {
		names := append([]string{p.Name}, p.Aliases...)
		for _, f := range p.Former {
			names = append(names, f.Name)
		}
		if slices.ContainsFunc(names, func(name string) bool { return places[name] }) {
			e.part.Places = append(e.part.Places, p)
		}
	}
}

// lookalikes takes over all lookalikes, and adds what ambiguous names mean that
// is not in the extract.
func (e *extract) lookalikes() {
	e.part.Lookalikes = e.whole.Lookalikes
	done := map[string]bool{}
	for i := range e.part.Organizations {
		for _, name := range e.part.Organizations[i].Ambiguous {
			f := fold(name)
			if done[f] {
				continue
			}
			done[f] = true
			for _, s := range e.atlas.orgNames().senses(f) {
				if s.ID != "" && !e.in[OrgID(s.ID)] {
					e.part.Lookalikes = append(e.part.Lookalikes, Lookalike{Name: name, Means: s.Name})
				}
			}
		}
	}
}

// sources takes over what is cited.
func (e *extract) sources() error {
	all := e.part
	all.Sources = e.whole.Sources
	citations, err := Checked(all).Cited()
	if err != nil {
		return err
	}
	for _, c := range citations {
		e.part.Sources = append(e.part.Sources, *c.Source)
	}
	return nil
}
