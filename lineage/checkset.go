package lineage

import (
	"maps"
	"slices"
)

// checkNames checks that a name means one thing, or says that it does not.
func (c *checker) checkNames() {
	type bearer struct {
		id       string
		declared bool
		at       string
	}
	bearers := map[string][]bearer{} // by folded name
	spelled := map[string]string{}
	add := func(name string, b bearer) {
		f := fold(name)
		if f == "" {
			return
		}
		i := slices.IndexFunc(bearers[f], func(x bearer) bool { return x.id == b.id })
		switch {
		case i < 0:
			bearers[f] = append(bearers[f], b)
			spelled[f] = name
		case b.declared:
			bearers[f][i].declared = true
		}
	}
	top := place{key: "organizations"}
	for i := range c.Organizations {
		o, at := &c.Organizations[i], top.item(i)
		for _, name := range o.allNames() {
			add(name, bearer{id: string(o.ID), at: at.String()})
		}
		for _, name := range o.Ambiguous {
			add(name, bearer{id: string(o.ID), declared: true})
		}
	}
	outside := map[string]bool{}
	for _, l := range c.Lookalikes {
		outside[fold(l.Name)] = true
	}
	for _, f := range slices.Sorted(maps.Keys(bearers)) {
		bs := bearers[f]
		for i, b := range bs {
			problem := Problem{Path: b.at, Subject: b.id}
			switch {
			case b.declared && len(bs) == 1 && !outside[f]:
				problem.Rule = "ambiguous-alone"
				problem.Msg = "name “" + spelled[f] + "” is said to be ambiguous, but means nothing else; move it to aliases or add a lookalike"
			case !b.declared && len(bs) > 1 && b.id != f:
				problem.Rule = "alias-collision"
				problem.Msg = "name “" + spelled[f] + "” also means " + bs[(i+1)%len(bs)].id + "; if both are right, list it under ambiguous in both"
			default:
				continue
			}
			c.problems = append(c.problems, &problem)
		}
	}
	c.checkStateNames()
}

// checkStateNames checks that no two states share a name or code.
func (c *checker) checkStateNames() {
	first := map[string]StateID{}
	top := place{key: "states"}
	for i := range c.States {
		s, at := &c.States[i], top.item(i)
		for _, name := range s.allNames() {
			f := fold(name)
			switch id, taken := first[f]; {
			case f == "" || taken && id == s.ID:
			case taken:
				c.report(&at, string(s.ID), "alias-collision", "name “%s” also means %s", name, id)
			default:
				first[f] = s.ID
			}
		}
	}
}

// checkSuccessions checks each succession against both of its ends, and the
// number of those that meet.
func (c *checker) checkSuccessions() {
	outgoing := map[OrgID][]*Succession{}
	for i := range c.Organizations {
		for j := range c.Organizations[i].Predecessors {
			s := &c.Organizations[i].Predecessors[j]
			outgoing[s.From] = append(outgoing[s.From], s)
		}
	}
	for i := range c.Organizations {
		o := &c.Organizations[i]
		top := place{key: "organizations"}
		at := top.item(i)
		list := at.at("succeeds")
		for j := range o.Predecessors {
			one := list.item(j)
			c.succession(&one, o, j, outgoing[o.Predecessors[j].From])
		}
	}
}

func (c *checker) succession(at *place, o *Organization, j int, siblings []*Succession) {
	s, id := &o.Predecessors[j], string(o.ID)
	if s.To != "" && s.To != o.ID {
		c.report(at, id, "unknown-organization", "leads to %q, but stands with %s", s.To, o.ID)
	}
	if !successionNames.valid(s.How) {
		c.report(at, id, "missing-field", "the succession from %s does not say how: want %s", s.From, successionNames.list())
	}
	c.steps(at, id, s.Steps)
	if len(s.Steps) == 0 {
		c.report(at, id, "no-source", "the succession from %s has no date and no source", s.From)
	}
	if !c.exists(at, id, "from", s.From) || s.From == o.ID {
		return // a succession from oneself is a cycle
	}
	for _, earlier := range o.Predecessors[:j] {
		if earlier.From == s.From && earlier.How == s.How && earlier.Date() == s.Date() {
			c.report(at, id, "duplicate-succession", "%s is %s into %s twice on %s", s.From, s.How, o.ID, s.Date())
			break // else n of them make n² problems
		}
	}
	if c.orgs[s.From].Proposed {
		c.report(at, id, "proposed-with-members", "succeeds %s, which was only proposed", s.From)
	} else if !o.Proposed {
		c.successionTime(at, s, c.orgs[o.ID])
	}
	c.cardinality(at, o, s, siblings)
}

func (c *checker) successionTime(at *place, s *Succession, to *org) {
	if s.Date().IsZero() {
		return
	}
	id := string(to.ID)
	first, last := s.Date().Bounds()
	if life := to.life[ByEffect]; last < life.sinceLo {
		c.report(at, id, "succession-before-successor", "%s is %s on %s, but %s began on %s", s.From, s.How, s.Date(), to.ID, life.iv.Since)
	} else if s.How == Absorbed && life.sinceLo >= last {
		c.report(at, id, "absorbed-into-younger", "%s is absorbed on %s by %s, which began on %s; say merged or replaced", s.From, s.Date(), to.ID, life.iv.Since)
	}
	if life := c.orgs[s.From].life[ByEffect]; s.How != Revived && !life.goesOn() && first > life.untilHi {
		c.report(at, id, "succession-after-predecessor", "%s is %s on %s, but ended on %s", s.From, s.How, s.Date(), life.iv.Until)
	}
}

func (c *checker) cardinality(at *place, o *Organization, s *Succession, siblings []*Succession) {
	count := func(list []*Succession, match func(SuccessionKind) bool) (n int) {
		for _, x := range list {
			if match(x.How) {
				n++
			}
		}
		return n
	}
	incoming := make([]*Succession, len(o.Predecessors))
	for i := range o.Predecessors {
		incoming[i] = &o.Predecessors[i]
	}
	same := func(k SuccessionKind) bool { return k == s.How }
	const rule = "succession-cardinality"
	switch {
	case s.How.oneToOne() && count(incoming, SuccessionKind.oneToOne) > 1:
		c.report(at, string(o.ID), rule, "%s is the continuation of several organizations; renamed and transformed join one to one", o.ID)
	case s.How.oneToOne() && count(siblings, SuccessionKind.oneToOne) > 1:
		c.report(at, string(o.ID), rule, "%s is continued by several organizations; renamed and transformed join one to one", s.From)
	case s.How == Merged && count(incoming, same) < 2:
		c.report(at, string(o.ID), rule, "only %s is merged into %s; a merger needs two or more", s.From, o.ID)
	case s.How == Split && count(siblings, same) < 2 && !c.outlives(s):
		c.report(at, string(o.ID), rule, "%s split into %s alone and ended; a split leaves two or more, or the parent alive", s.From, o.ID)
	}
}

// outlives reports whether the predecessor was possibly there after s.
func (c *checker) outlives(s *Succession) bool {
	life := c.orgs[s.From].life[ByEffect]
	first, _ := s.Date().Bounds()
	return life.goesOn() || life.untilHi > first+1
}

// checkCycles checks that neither successions nor containments lead back.
func (c *checker) checkCycles() {
	succession, within := map[OrgID][]OrgID{}, map[OrgID][]OrgID{}
	for i := range c.Organizations {
		o := &c.Organizations[i]
		if o.ID == "" {
			continue // another rule's business, and the graph cannot tell it from nothing
		}
		for _, s := range o.Predecessors {
			if _, ok := c.orgs[s.From]; ok && s.From != "" {
				succession[s.From] = append(succession[s.From], o.ID)
			}
		}
		if o.Within != nil {
			if _, ok := c.orgs[o.Within.Organization]; ok && o.Within.Organization != "" {
				within[o.ID] = append(within[o.ID], o.Within.Organization)
			}
		}
	}
	for _, relation := range []struct {
		key    string
		arrows map[OrgID][]OrgID
	}{{"succeeds", succession}, {"within", within}} {
		for _, path := range cycles(relation.arrows) {
			err := &CycleError{Relation: relation.key, Path: path}
			top := place{key: "organizations"}
			at := top.item(c.places[path[0]])
			field := at.at(relation.key)
			c.problems = append(c.problems, &Problem{
				Path: field.String(), Subject: string(path[0]), Rule: "cycle", Msg: err.Error(), Err: err,
			})
		}
	}
}
