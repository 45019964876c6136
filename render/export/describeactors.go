package export

import (
	"strconv"

	"github.com/orglineage/orglineage/lineage"
)

// actors describes those that occur.
func (d *describer) actors() {
	for _, s := range d.atlas.States() {
		if !d.actor[s.ID] {
			continue
		}
		t := d.thing([]string{"foaf:Agent"}, "state", string(s.ID))
		t.say(orgIdentifier, string(s.ID))
		t.names(s.Name, s.Names)
		for _, n := range s.Aliases {
			t.say(altLabel, n)
		}
		for _, n := range s.Former {
			t.say(altLabel, n.Name)
		}
		t.say(kindOf, s.Kind.String())
		t.say(alpha3, s.Alpha3)
		if s.COWNumber != 0 {
			t.say(cowNumber, strconv.Itoa(s.COWNumber))
		}
		t.say(cowCode, s.COWCode)
		if s.Is != "" {
			t.say(sameAs, d.orgIRI(s.Is))
		}
		if c := s.Continues; c != nil {
			t.say(continuesFor, d.stateIRI(c.State))
		}
		if g := s.Gone; g != nil {
			d.datings(t, "gone", lineage.Steps{{Step: lineage.Effective, On: g.On, Note: g.Note, Sources: g.Sources}}, "state", string(s.ID))
		}
	}
}

// roles describes those that occur.
func (d *describer) roles() {
	for _, r := range lineage.AllRoles() {
		if d.role[r] {
			t := d.thing([]string{"org:Role"}, "role", r.String())
			t.sayIn("en", prefLabel, r.String())
		}
	}
}

// vocabulary describes our own terms.
func (d *describer) vocabulary() {
	term := func(class, name, means string) {
		t := &thing{iri: expand(name), types: []string{class}}
		t.sayIn("en", rdfComment, means)
		d.things = append(d.things, t)
	}
	for _, c := range classes {
		term("rdfs:Class", c.name, c.means)
	}
	for _, p := range properties {
		if p.means != "" {
			term("rdf:Property", p.name, p.means)
		}
	}
}
