package data

import (
	"encoding"

	"github.com/orglineage/orglineage/data/internal/yamltree"
	"github.com/orglineage/orglineage/lineage"
)

// A Crosswalk leads from another data set to the atlas: what its names mean
// here, and why it says something else where it does.
type Crosswalk struct {
	Organizations []TheirOrganization
	States        []TheirState
	Explanations  []Explanation
}

// A Place is where a record stands in a file.
type Place struct {
	File      string
	Line, Col int // from 1
}

// A TheirOrganization says which organizations another data set means by a
// name. Several are taken for one body there; none of ours, if there is none.
type TheirOrganization struct {
	Theirs string
	Ours   []lineage.OrgID
	Note   string
	Place
}

// A TheirState says which states another data set means by a name.
type TheirState struct {
	Theirs string
	Ours   []lineage.StateID
	Note   string
	Place
}

// An Explanation says why another data set differs from the atlas, for some
// years of a state in an organization. What it leaves out may be anything.
type Explanation struct {
	Organization string // as the data set names it, or any name of one of ours
	State        lineage.StateID
	Years        Years
	Theirs, Ours Status
	Why          Reason
	Note         string
	Sources      []lineage.SourceID
	Place
}

var theirOrganization = mapping("their organization", "What another data set means by the name of an organization.", true,
	must(key("theirs", "The name in the other data set, as it stands there.", text[string](), func(o *TheirOrganization) *string { return &o.Theirs })),
	key("ours", "The IDs of the organizations that are one body there; left out where it means none of ours.", list(id[lineage.OrgID]()), func(o *TheirOrganization) *[]lineage.OrgID { return &o.Ours }),
	key("note", "What is to be kept in mind about it, such as what else the name may mean.", text[string](), func(o *TheirOrganization) *string { return &o.Note }),
)

var theirState = mapping("their state", "What another data set means by the name of a state, where it is none of the names in states.yaml.", true,
	must(key("theirs", "The name in the other data set; case and blanks do not matter.", text[string](), func(s *TheirState) *string { return &s.Theirs })),
	must(key("ours", "The IDs of the states that share the name there, such as a state and the one that continues it.", list(stateID()), func(s *TheirState) *[]lineage.StateID { return &s.Ours })),
	key("note", "What is to be kept in mind about it.", text[string](), func(s *TheirState) *string { return &s.Note }),
)

var explanation = mapping("explanation", "Why another data set says something else than the atlas. What is left out may be anything.", true,
	must(key("organization", "The name in the other data set, or any of ours.", text[string](), func(e *Explanation) *string { return &e.Organization })),
	key("state", "The ID of the state.", stateID(), func(e *Explanation) *lineage.StateID { return &e.State }),
	must(key("years", "The years: 2005, 2008..2014, or with an open end 2013.. or ..2004.", years(), func(e *Explanation) *Years { return &e.Years })),
	key("theirs", "What the other data set says: no, member, associate, observer, or its code from 0 to 3.", status(), func(e *Explanation) *Status { return &e.Theirs }),
	key("ours", "What the atlas says, on 31 December or on some day of the year: no, member, associate or observer.", status(), func(e *Explanation) *Status { return &e.Ours }),
	must(key("why", "error (the data set is wrong), granularity (one value for a year that had two), definition (it counts something else) or missing (it does not have it).", enum("a reason", AllReasons()), func(e *Explanation) *Reason { return &e.Why })),
	must(key("note", "The explanation, in a line.", text[string](), func(e *Explanation) *string { return &e.Note })),
	must(key("sources", "What shows it.", sourceList, func(e *Explanation) *[]lineage.SourceID { return &e.Sources })),
)

var crosswalk = mapping("crosswalk", "What the names of another data set mean, and why it differs from the atlas.", false,
	key("organizations", "What its organizations are here.", list(theirOrganization), func(c *Crosswalk) *[]TheirOrganization { return &c.Organizations }),
	key("states", "What its states are here.", list(theirState), func(c *Crosswalk) *[]TheirState { return &c.States }),
	key("explanations", "Why it differs; the first that fits is taken.", list(explanation), func(c *Crosswalk) *[]Explanation { return &c.Explanations }),
)

// status is a word for what a table says, or its code.
func status() value[Status] {
	return value[Status]{
		enum("a status", AllStatuses()).decode,
		func(*schemas) object {
			return object{"anyOf": []any{
				object{"type": "string", "pattern": "^(no|member|associate|observer)$"},
				object{"type": "integer", "minimum": 0, "maximum": 3},
			}}
		},
	}
}

func years() value[Years] {
	return value[Years]{
		func(d *decoder, n *yamltree.Node, y *Years) {
			s, ok := d.text(n, "years such as 2005 or 2008..2014")
			if !ok {
				return
			}
			var u encoding.TextUnmarshaler = y
			if u.UnmarshalText([]byte(s)) != nil {
				d.bad(n, ruleValue, "want years such as 2005, 2008..2014, 2013.. or ..2004, have %q", shorten(s))
			}
		},
		func(*schemas) object {
			return object{"anyOf": []any{
				object{"type": "string", "pattern": `^([0-9]{4}|[0-9]{4}\.\.([0-9]{4})?|\.\.[0-9]{4})$`},
				object{"type": "integer", "minimum": 1000, "maximum": 9999},
			}}
		},
	}
}

// ReadCrosswalk reads a crosswalk from the text of a YAML file. The error is of
// type [Problems] and holds everything that is wrong.
func ReadCrosswalk(file string, text []byte) (*Crosswalk, error) {
	d := decoder{file: file, collector: &collector{}, wrong: map[*yamltree.Node]bool{}, holds: map[*yamltree.Node]bool{}}
	if len(text) > maxListBytes {
		d.report(file, top, ruleTooLarge, "the file is larger than %d KiB", maxListBytes>>10)
		return nil, d.err()
	}
	root, faults := yamltree.Parse(text)
	for _, f := range faults {
		d.report(file, f.Pos, f.Rule, "%s", f.Msg)
	}
	if root == nil {
		return nil, d.err()
	}
	c := new(Crosswalk)
	crosswalk.decode(&d, root, c)
	for i, at := range places(root, "organizations") {
		c.Organizations[i].Place = Place{file, at.Line, at.Col}
	}
	for i, at := range places(root, "states") {
		c.States[i].Place = Place{file, at.Line, at.Col}
	}
	for i, at := range places(root, "explanations") {
		c.Explanations[i].Place = Place{file, at.Line, at.Col}
	}
	seen := map[string]bool{}
	for _, o := range c.Organizations {
		if o.Theirs != "" && seen[o.Theirs] {
			d.report(file, yamltree.Pos{Line: o.Line, Col: o.Col}, "duplicate-id", "a second entry for %q; put what it means into one", shorten(o.Theirs))
		}
		seen[o.Theirs] = true
	}
	if err := d.err(); err != nil {
		return nil, err
	}
	return c, nil
}

// places returns where the items of a list stand.
func places(root *yamltree.Node, key string) []yamltree.Pos {
	e := root.Get(key)
	if e == nil || e.Value.Kind != yamltree.List {
		return nil
	}
	var all []yamltree.Pos
	for _, x := range e.Value.Items {
		all = append(all, x.Pos)
	}
	return all
}

// Check reports what the crosswalk names and the atlas does not have. The error
// is of type [Problems].
func (c *Crosswalk) Check(atlas *lineage.Atlas) error {
	var p collector
	report := func(at Place, rule, what, id string) {
		p.report(at.File, yamltree.Pos{Line: at.Line, Col: at.Col}, rule, "there is no %s %q", what, shorten(id))
	}
	for _, o := range c.Organizations {
		for _, id := range o.Ours {
			if _, err := atlas.Life(id, lineage.ByEffect); err != nil {
				report(o.Place, "unknown-organization", "organization", string(id))
			}
		}
	}
	for _, s := range c.States {
		for _, id := range s.Ours {
			if _, err := atlas.Memberships(id, lineage.Query{}); err != nil {
				report(s.Place, "unknown-state", "state", string(id))
			}
		}
	}
	for _, e := range c.Explanations {
		if e.State != "" {
			if _, err := atlas.Memberships(e.State, lineage.Query{}); err != nil {
				report(e.Place, "unknown-state", "state", string(e.State))
			}
		}
		for _, id := range e.Sources {
			if _, err := atlas.Source(id); err != nil {
				report(e.Place, "unknown-source", "source", string(id))
			}
		}
	}
	return p.err()
}
