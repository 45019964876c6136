package lineage

import (
	"iter"
	"slices"
)

// Predecessors returns the successions that lead to an organization, by date.
// The error is a [*NotFoundError].
func (a *Atlas) Predecessors(id OrgID) ([]*Succession, error) {
	o, err := a.org(id)
	if err != nil {
		return nil, err
	}
	return slices.Clone(o.in), nil
}

// Successors returns the successions that lead on from an organization, by
// date. The error is a [*NotFoundError].
func (a *Atlas) Successors(id OrgID) ([]*Succession, error) {
	o, err := a.org(id)
	if err != nil {
		return nil, err
	}
	return slices.Clone(o.out), nil
}

// Ancestors returns all organizations that led to this one, older first.
func (a *Atlas) Ancestors(id OrgID) ([]*Organization, error) {
	o, err := a.org(id)
	if err != nil {
		return nil, err
	}
	return organizations(a.reach(o, a.parents)), nil
}

// Descendants returns all organizations to which this one led, older first.
func (a *Atlas) Descendants(id OrgID) ([]*Organization, error) {
	o, err := a.org(id)
	if err != nil {
		return nil, err
	}
	return organizations(a.reach(o, a.children)), nil
}

// Lineage returns an organization with all its ancestors and descendants,
// ancestors first. The error is a [*NotFoundError].
func (a *Atlas) Lineage(id OrgID) ([]*Organization, error) {
	line, err := a.line(id)
	if err != nil {
		return nil, err
	}
	return organizations(line), nil
}

// Family returns all organizations that successions join to this one in any
// direction, ancestors first. It holds the lineage, and the other roots and
// branches of those in it. The error is a [*NotFoundError].
func (a *Atlas) Family(id OrgID) ([]*Organization, error) {
	o, err := a.org(id)
	if err != nil {
		return nil, err
	}
	all := a.reach(o, func(x *org) []*org { return append(a.parents(x), a.children(x)...) })
	return organizations(a.inOrder(append(all, o))), nil
}

func (a *Atlas) line(id OrgID) ([]*org, error) {
	o, err := a.org(id)
	if err != nil {
		return nil, err
	}
	line := append(a.reach(o, a.parents), o)
	return append(line, a.reach(o, a.children)...), nil
}

func (a *Atlas) parents(o *org) []*org {
	os := make([]*org, len(o.in))
	for i, s := range o.in {
		os[i] = a.byID[s.From]
	}
	return os
}

func (a *Atlas) children(o *org) []*org {
	os := make([]*org, len(o.out))
	for i, s := range o.out {
		os[i] = a.byID[s.To]
	}
	return os
}

// reach returns what next leads to from o, without o, in order.
func (a *Atlas) reach(o *org, next func(*org) []*org) []*org {
	seen := map[*org]bool{o: true}
	var found []*org
	for todo := next(o); len(todo) > 0; {
		x := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !seen[x] {
			seen[x] = true
			found = append(found, x)
			todo = append(todo, next(x)...)
		}
	}
	return a.inOrder(found)
}

// inOrder sorts organizations as [Atlas.Organizations] does.
func (a *Atlas) inOrder(os []*org) []*org {
	a.orgs() // gives them their ranks
	slices.SortFunc(os, func(x, y *org) int { return x.rank - y.rank })
	return os
}

func organizations(os []*org) []*Organization {
	list := make([]*Organization, len(os))
	for i, o := range os {
		list[i] = o.Organization
	}
	return list
}

// Paths walks over the ways from one organization to a descendant, each as the
// successions to follow, earlier dates first. There are none if to does not
// descend from from, and one empty way from an organization to itself. The
// error is a [*NotFoundError].
func (a *Atlas) Paths(from, to OrgID) (iter.Seq[[]*Succession], error) {
	start, err := a.org(from)
	if err != nil {
		return nil, err
	}
	end, err := a.org(to)
	if err != nil {
		return nil, err
	}
	useful := map[*org]bool{end: true} // from which to can be reached
	for _, o := range a.reach(end, a.parents) {
		useful[o] = true
	}
	return func(yield func([]*Succession) bool) {
		var way []*Succession
		var walk func(o *org) bool
		walk = func(o *org) bool {
			if o == end {
				return yield(slices.Clone(way))
			}
			for _, s := range o.out {
				if next := a.byID[s.To]; useful[next] {
					way = append(way, s)
					if !walk(next) {
						return false
					}
					way = way[:len(way)-1]
				}
			}
			return true
		}
		if useful[start] {
			walk(start)
		}
	}, nil
}
