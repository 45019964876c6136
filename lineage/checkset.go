package lineage

import (
	"maps"
	"slices"
	"strconv"
)

// A bearing says that a record bears a name, in its folded form.
type bearing struct{ name, id string }

// checkNames checks that a name means one thing, or says that it does not.
func (c *checker) checkNames() {
	c.orgNames = organizationNames(c.Organizations, c.Lookalikes)
	c.actNames = stateNames(c.States)
	declared := map[bearing]bool{} // to be ambiguous
	top := spot{key: "organizations"}
	for i := range c.Organizations {
		o, at := &c.Organizations[i], top.item(i)
		for j, name := range o.Ambiguous {
			f := fold(name)
			declared[bearing{f, string(o.ID)}] = true
			if len(c.orgNames.senses(f)) == 1 {
				list := at.at("ambiguous")
				one := list.item(j)
				c.report(&one, string(o.ID), "ambiguous-alone", "name “%s” is said to be ambiguous, but means nothing else; move it to aliases or add a lookalike", name)
			}
		}
	}
	at := c.orgNames.collisions(declared)
	for i := range c.Organizations {
		if o, here := &c.Organizations[i], top.item(i); at[string(o.ID)] {
			c.reportCollisions(&here, string(o.ID), c.orgNames, o.namePlaces(), "; if both are right, list it under ambiguous", func(f string, other Sense) bool {
				return !declared[bearing{f, string(o.ID)}] && other.ID != string(o.ID)
			})
		}
	}
	// States have no way to say so; the later of two is at fault.
	at, top = c.actNames.collisions(nil), spot{key: "states"}
	earlier := map[string]bool{}
	for i := range c.States {
		if s, here := &c.States[i], top.item(i); at[string(s.ID)] {
			c.reportCollisions(&here, string(s.ID), c.actNames, s.namePlaces(), "", func(_ string, other Sense) bool {
				return earlier[other.ID] && other.ID != string(s.ID)
			})
			earlier[string(s.ID)] = true
		}
	}
}

// collisions returns the IDs of the records that share a name with others
// without having declared it.
func (x *nameIndex) collisions(declared map[bearing]bool) map[string]bool {
	ids := map[string]bool{}
	for f, at := range x.first {
		if x.spellings[at].next == 0 {
			continue
		}
		for _, s := range x.senses(f) {
			ids[s.ID] = ids[s.ID] || !declared[bearing{f, s.ID}]
		}
	}
	return ids
}

// reportCollisions reports the names of a record that mean something else as
// well, of those that count. An ID means itself, whatever else bears it.
func (c *checker) reportCollisions(at *spot, id string, x *nameIndex, names []namePlace, remedy string, counts func(name string, other Sense) bool) {
	seen := map[string]bool{fold(id): true}
	for _, n := range names {
		f := fold(n.name)
		senses := x.senses(f)
		other := slices.IndexFunc(senses, func(s Sense) bool { return counts(f, s) })
		if other < 0 || seen[f] {
			continue
		}
		seen[f] = true
		where := *at
		for _, key := range n.keys {
			up := where
			where = up.at(key)
		}
		c.report(&where, id, "alias-collision", "name “%s” also means %s%s", n.name, senses[other], remedy)
	}
}

// A namePlace is a name and where it stands in its record.
type namePlace struct {
	name string
	keys []string
}

func (o *Organization) namePlaces() []namePlace {
	ns := []namePlace{{o.Name, []string{"name"}}, {o.Short, []string{"short"}}}
	ns = appendPlaces(ns, "aliases", o.Aliases)
	return appendTranslations(ns, o.Names)
}

func (s *State) namePlaces() []namePlace {
	ns := []namePlace{{s.Name, []string{"name"}}, {s.Alpha3, []string{"alpha3"}}}
	ns = appendPlaces(ns, "aliases", s.Aliases)
	ns = appendTranslations(ns, s.Names)
	for i, f := range s.Former {
		ns = append(ns, namePlace{f.Name, []string{"formerly", strconv.Itoa(i), "name"}})
	}
	return ns
}

func appendPlaces(ns []namePlace, key string, names []string) []namePlace {
	for i, name := range names {
		ns = append(ns, namePlace{name, []string{key, strconv.Itoa(i)}})
	}
	return ns
}

func appendTranslations(ns []namePlace, names map[string]string) []namePlace {
	for _, tag := range slices.Sorted(maps.Keys(names)) {
		ns = append(ns, namePlace{names[tag], []string{"names", tag}})
	}
	return ns
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
		top := spot{key: "organizations"}
		at := top.item(i)
		list := at.at("succeeds")
		for j := range o.Predecessors {
			one := list.item(j)
			c.succession(&one, o, j, outgoing[o.Predecessors[j].From])
		}
	}
}

func (c *checker) succession(at *spot, o *Organization, j int, siblings []*Succession) {
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

func (c *checker) successionTime(at *spot, s *Succession, to *org) {
	if s.Date().IsZero() {
		return
	}
	id := string(to.ID)
	first, last := s.Date().Bounds()
	if life := to.life(ByEffect); last < life.sinceLo {
		c.report(at, id, "succession-before-successor", "%s is %s on %s, but %s began on %s", s.From, s.How, s.Date(), to.ID, life.iv.Since)
	} else if s.How == Absorbed && life.sinceLo >= last {
		c.report(at, id, "absorbed-into-younger", "%s is absorbed on %s by %s, which began on %s; say merged or replaced", s.From, s.Date(), to.ID, life.iv.Since)
	}
	if life := c.orgs[s.From].life(ByEffect); s.How != Revived && !life.goesOn() && first > life.untilHi {
		c.report(at, id, "succession-after-predecessor", "%s is %s on %s, but ended on %s", s.From, s.How, s.Date(), life.iv.Until)
	}
}

func (c *checker) cardinality(at *spot, o *Organization, s *Succession, siblings []*Succession) {
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
	case s.How == Upgraded && !c.orgs[s.From].outlives(s):
		c.report(at, string(o.ID), "upgraded-and-ended", "%s is upgraded by %s, but ended then; say replaced or transformed", s.From, o.ID)
	case s.How == Split && count(siblings, same) < 2 && !c.orgs[s.From].outlives(s):
		c.report(at, string(o.ID), rule, "%s split into %s alone and ended; a split leaves two or more, or the parent alive", s.From, o.ID)
	}
}

// outlives reports whether the predecessor was possibly there after s.
func (o *org) outlives(s *Succession) bool {
	life := o.life(ByEffect)
	first, _ := s.Date().Bounds()
	return life.goesOn() || life.untilHi > first+1
}

// checkCycles checks that neither successions nor containments lead back.
func (c *checker) checkCycles() {
	follows := newRelation()
	within := newRelation()
	for i := range c.Organizations {
		o := &c.Organizations[i]
		if o.ID == "" {
			continue // another rule's business, and the graph cannot tell it from nothing
		}
		for _, s := range o.Predecessors {
			if _, ok := c.orgs[s.From]; ok {
				lead(follows, s.From, o.ID)
			}
		}
		if o.Within != nil {
			if _, ok := c.orgs[o.Within.Organization]; ok {
				lead(within, o.ID, o.Within.Organization)
			}
		}
	}
	c.reportCycles("succeeds", follows)
	c.reportCycles("within", within)
}

func (c *checker) reportCycles(key string, g relation) {
	for _, path := range cycles(g) {
		err := &CycleError{Relation: key, Path: path}
		top := spot{key: "organizations"}
		at := top.item(c.places[path[0]])
		field := at.at(key)
		c.problems = append(c.problems, &Problem{
			Path: field.String(), Subject: string(path[0]), Rule: "cycle", Msg: err.Error(), Err: err,
		})
	}
}
