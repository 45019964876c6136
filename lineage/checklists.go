package lineage

// lists checks the lists that stand beside the organizations: collections and
// places.
func (c *checker) lists() {
	c.described = make(map[CollectionID]bool, len(c.Collections))
	top := spot{key: "collections"}
	for i := range c.Collections {
		x, at := &c.Collections[i], top.item(i)
		c.id(&at, string(x.ID), 'a', c.described[x.ID])
		c.need(&at, string(x.ID), "name", x.Name)
		c.described[x.ID] = true
	}
}

// placeList checks what needs the bibliography.
func (c *checker) placeList() {
	for i := range c.Collections {
		at := spot{up: &spot{key: "collections"}, index: i}
		c.known(&at, string(c.Collections[i].ID), c.Collections[i].Sources)
	}
	names := map[string]bool{}
	top := spot{key: "places"}
	for i := range c.Places {
		p, at := &c.Places[i], top.item(i)
		c.need(&at, p.Name, "name", p.Name)
		if names[p.Name] && p.Name != "" {
			field := at.at("name")
			c.report(&field, p.Name, "duplicate-id", "place %q stands twice", p.Name)
		}
		names[p.Name] = true
		c.known(&at, p.Name, p.Sources)
		c.formerNames(&at, p.Name, p.Former)
	}
}

// formerNames checks names of former times.
func (c *checker) formerNames(at *spot, subject string, former []FormerName) {
	for i, f := range former {
		list := at.at("formerly")
		one := list.item(i)
		c.sourced(&one, subject, f.Sources)
		for j := range f.Rivals {
			rivals := one.at("rivals")
			claim := rivals.item(j)
			c.sourced(&claim, subject, f.Rivals[j].Sources)
		}
	}
}

// actors checks what only the whole Dataset can tell of states.
func (c *checker) actors() {
	top := spot{key: "states"}
	for i := range c.States {
		s, at := &c.States[i], top.item(i)
		switch {
		case s.Is == "":
		case s.Kind != Body:
			field := at.at("is")
			c.report(&field, string(s.ID), "missing-field", "is the organization %q, but not of kind organization", shorten(string(s.Is)))
		default:
			c.exists(&at, string(s.ID), "is", s.Is)
		}
	}
}

// fate checks what is said of the beginning and the end of a state.
func (c *checker) fate(at *spot, s *State) {
	if g := s.Gone; g != nil {
		field := at.at("gone")
		c.sourced(&field, string(s.ID), g.Sources)
	}
	if x := s.Continues; x != nil {
		field := at.at("continues")
		c.sourced(&field, string(s.ID), x.Sources)
		if other := c.states[x.State]; other == nil {
			name := field.at("state")
			c.report(&name, string(s.ID), "unknown-state", "state %q is not in states.yaml%s", shorten(string(x.State)), nearest(c, string(x.State), c.states))
		}
	}
}
