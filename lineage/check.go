package lineage

import (
	"fmt"
	"slices"
)

// A Rule is one thing that [New] checks. Its name stands in [Problem.Rule] and
// is stable.
type Rule struct {
	Name string
	Says string // in one sentence
}

// The rules that New checks, in the order of this list. The functions are the
// rules that need the whole Dataset; those for one record stand in the walk
// below.
var rules = []Rule{
	{"missing-field", "a record has all the fields that it cannot do without"},
	{"bad-id", "an ID consists of lower-case letters, digits and hyphens; that of a state of capital letters, digits and hyphens"},
	{"duplicate-id", "no two records of a kind share an ID"},
	{"unknown-state", "a state that is named is in the list of states"},
	{"unknown-organization", "an organization that is named exists"},
	{"unknown-source", "a source that is named is in the bibliography"},
	{"no-source", "every dated step, membership, note, claim and containment names a source"},
	{"duplicate-step", "an event has each step at most once"},
	{"step-order", "an event is not applied for or decided after it took effect"},
	{"alias-collision", "a name means one thing only, unless all who bear it say that it is ambiguous"},
	{"ambiguous-alone", "a name said to be ambiguous has at least two meanings"},
	{"end-before-beginning", "nothing ends before it begins"},
	{"membership-outside-life", "a membership lies within the life of its organization"},
	{"overlapping-membership", "a state has at most one role in an organization at a time"},
	{"suspension-outside-membership", "a suspension lies within its membership"},
	{"proposed-with-members", "an organization that was only proposed has no members, no founding in force and no successions"},
	{"succession-before-successor", "a succession takes effect when its successor exists"},
	{"succession-after-predecessor", "a succession takes effect while its predecessor exists, unless it revives it"},
	{"succession-cardinality", "renamed and transformed join one to one, merged two or more into one, split one into two or more or leaves it alive"},
	{"absorbed-into-younger", "an organization is absorbed by one that already exists"},
	{"upgraded-and-ended", "what is upgraded goes on beside what was built upon it"},
	{"duplicate-succession", "two organizations are joined once by each kind of succession and date"},
	{"unknown-collection", "where collections are described, one that an organization names is among them"},
	{"anachronism", "a place is called as it was on the day"},
	{"cycle", "successions, and containments, do not lead back to where they began"},
}

// Rules returns the rules that [New] checks.
func Rules() []Rule { return slices.Clone(rules) }

// A checker collects problems while it walks over a Dataset.
type checker struct {
	*Dataset
	built    []*org // in the order of the records
	orgs     map[OrgID]*org
	places   map[OrgID]int
	states   map[StateID]*actor
	sources  map[SourceID]*Source
	orgNames *nameIndex
	actNames *nameIndex
	toponyms map[string][]toponym

	described map[CollectionID]bool
	problems  Problems

	suggested int // how often a remedy was looked for
}

// check looks for all problems of d. What it has built on the way can be used
// if there are none.
func check(d *Dataset) (*checker, error) {
	c := &checker{
		Dataset: d,
		orgs:    make(map[OrgID]*org, len(d.Organizations)),
		places:  make(map[OrgID]int, len(d.Organizations)),
		states:  make(map[StateID]*actor, len(d.States)),
		sources: make(map[SourceID]*Source, len(d.Sources)),

		toponyms: toponyms(d.Places),
	}
	c.lists()
	c.index()
	c.checkNames()
	each(len(c.built), func(i int) { c.built[i].prepare() })
	for i := range d.Organizations {
		top := spot{key: "organizations"}
		at := top.item(i)
		c.organization(&at, c.built[i])
	}
	c.actors()
	c.checkSuccessions()
	c.checkCycles()
	return c, c.problems.err()
}

func (c *checker) report(at *spot, subject, rule, format string, args ...any) {
	c.problems = append(c.problems, &Problem{
		Path: at.String(), Subject: subject, Rule: rule, Msg: fmt.Sprintf(format, args...),
	})
}

// wellFormed reports whether an ID consists of letters of one case, which
// begins with a, and of digits, with single hyphens between them.
func wellFormed(id string, a byte) bool {
	hyphen := true // or the beginning
	for i := range len(id) {
		switch c := id[i]; {
		case a <= c && c <= a+'z'-'a' || '0' <= c && c <= '9':
			hyphen = false
		case c == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen
}

// index registers the IDs and checks what records need to be found by.
func (c *checker) index() {
	top := spot{key: "states"}
	for i := range c.States {
		s, at := &c.States[i], top.item(i)
		c.id(&at, string(s.ID), 'A', c.states[s.ID] != nil)
		c.need(&at, string(s.ID), "name", s.Name)
		c.states[s.ID] = &actor{State: s}
	}
	top = spot{key: "sources"}
	for i := range c.Sources {
		s, at := &c.Sources[i], top.item(i)
		c.id(&at, string(s.ID), 'a', c.sources[s.ID] != nil)
		c.need(&at, string(s.ID), "title", s.Title)
		if !sourceNames.valid(s.Kind) {
			c.report(&at, string(s.ID), "missing-field", "has no kind: want %s", sourceNames.list())
		}
		c.sources[s.ID] = s
	}
	for i := range c.States {
		at := spot{up: &spot{key: "states"}, index: i}
		c.known(&at, string(c.States[i].ID), c.States[i].Sources)
		c.formerNames(&at, string(c.States[i].ID), c.States[i].Former)
		c.fate(&at, &c.States[i])
	}
	c.placeList()
	top = spot{key: "organizations"}
	for i := range c.Organizations {
		o, at := &c.Organizations[i], top.item(i)
		_, twice := c.orgs[o.ID]
		c.id(&at, string(o.ID), 'a', twice)
		c.need(&at, string(o.ID), "name", o.Name)
		c.need(&at, string(o.ID), "short", o.Short)
		c.need(&at, string(o.ID), "kind", o.Kind)
		c.built = append(c.built, newOrg(o))
		if !twice {
			c.orgs[o.ID] = c.built[i]
			c.places[o.ID] = i
		}
	}
}

func (c *checker) id(at *spot, id string, a byte, twice bool) {
	field := at.at("id")
	switch {
	case id == "":
		c.report(at, id, "missing-field", "has no id")
	case !wellFormed(id, a):
		c.report(&field, id, "bad-id", "id %q is not made of the letters %c to %c, digits, and single hyphens between them", shorten(id), a, a+'z'-'a')
	case twice:
		c.report(&field, id, "duplicate-id", "id %q is used twice", id)
	}
}

func (c *checker) need(at *spot, id, field, value string) {
	if value == "" {
		c.report(at, id, "missing-field", "has no %s", field)
	}
}

// sourced checks that there are sources and that they exist.
func (c *checker) sourced(at *spot, subject string, ids []SourceID) {
	if len(ids) == 0 {
		c.report(at, subject, "no-source", "names no source; add sources: [...]")
	}
	c.known(at, subject, ids)
}

func (c *checker) known(at *spot, subject string, ids []SourceID) {
	for i, id := range ids {
		if c.sources[id] == nil {
			list := at.at("sources")
			field := list.item(i)
			c.report(&field, subject, "unknown-source", "source %q is not in sources.yaml%s", shorten(string(id)), nearest(c, string(id), c.sources))
		}
	}
}

// steps checks the steps of one event.
func (c *checker) steps(at *spot, subject string, steps Steps) {
	for i := range steps {
		d := &steps[i]
		field := at.at(d.Step.String())
		if !stepNames.valid(d.Step) {
			c.report(at, subject, "missing-field", "step %d has no name: want %s", i, stepNames.list())
		}
		if first := steps.At(d.Step); first != d {
			c.report(&field, subject, "duplicate-step", "step %s stands twice", d.Step)
		}
		c.calledThen(&field, subject, d.Place, d.On)
		if len(d.Rivals) == 0 || !d.On.IsZero() {
			c.sourced(&field, subject, d.Sources)
		} else {
			c.known(&field, subject, d.Sources)
		}
		for j := range d.Rivals {
			list := field.at("rivals")
			one := list.item(j)
			c.sourced(&one, subject, d.Rivals[j].Sources)
		}
	}
	effective := steps.At(Effective)
	if effective == nil || effective.On.IsZero() {
		return
	}
	_, last := effective.On.Bounds()
	for _, step := range []Step{Applied, Decided} {
		if d := steps.At(step); d != nil && !d.On.IsZero() {
			if first, _ := d.On.Bounds(); first > last {
				field := at.at(step.String())
				c.report(&field, subject, "step-order", "was %s on %s, after it took effect on %s", step, d.On, effective.On)
			}
		}
	}
}
