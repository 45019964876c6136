package data

import (
	"slices"
	"strings"

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

// A Position is where a record stands in a file.
type Position struct {
	File      string
	Line, Col int // from 1
}

// A TheirOrganization says which organizations another data set means by a
// name. Several are taken for one body there; none of ours, if there is none.
type TheirOrganization struct {
	Theirs string
	Ours   []lineage.OrgID
	Note   string
	Position
}

// A TheirState says which states another data set means by a name.
type TheirState struct {
	Theirs string
	Ours   []lineage.StateID
	Note   string
	Position
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
	Position
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
	crosswalkFormat().decode(&d, root, c)
	for i, at := range places(root, "organizations") {
		c.Organizations[i].Position = Position{file, at.Line, at.Col}
	}
	for i, at := range places(root, "states") {
		c.States[i].Position = Position{file, at.Line, at.Col}
	}
	for i, at := range places(root, "explanations") {
		c.Explanations[i].Position = Position{file, at.Line, at.Col}
	}
	seen := map[string]bool{}
	for _, o := range c.Organizations {
		if o.Theirs != "" && seen[o.Theirs] {
			d.report(file, yamltree.Pos{Line: o.Line, Col: o.Col}, "duplicate-id", "a second entry for %q; put what it means into one", shorten(o.Theirs))
		}
		seen[o.Theirs] = true
	}
	seen = map[string]bool{}
	for _, t := range c.States {
		key := strings.ToLower(strings.Join(strings.Fields(t.Theirs), ""))
		if key != "" && seen[key] {
			d.report(file, yamltree.Pos{Line: t.Line, Col: t.Col}, "duplicate-id", "a second entry for %q; put what it means into one", shorten(t.Theirs))
		}
		seen[key] = true
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

// Check reports what the crosswalk names and the atlas does not have. An
// explanation may name an organization as the crosswalk has it, or one that is
// used beside it. The error is of type [Problems].
func (c *Crosswalk) Check(atlas *lineage.Atlas, beside ...*Crosswalk) error {
	var p collector
	theirs := map[string]bool{}
	for _, w := range slices.Concat(beside, []*Crosswalk{c}) {
		for _, o := range w.Organizations {
			theirs[strings.ToLower(o.Theirs)] = true
		}
	}
	report := func(at Position, rule, what, id string) {
		p.report(at.File, yamltree.Pos{Line: at.Line, Col: at.Col}, rule, "there is no %s %q", what, shorten(id))
	}
	for _, o := range c.Organizations {
		for _, id := range o.Ours {
			if _, err := atlas.Life(id, lineage.ByEffect); err != nil {
				report(o.Position, "unknown-organization", "organization", string(id))
			}
		}
	}
	for _, s := range c.States {
		for _, id := range s.Ours {
			if _, err := atlas.Memberships(id, lineage.Query{}); err != nil {
				report(s.Position, "unknown-state", "state", string(id))
			}
		}
	}
	for _, e := range c.Explanations {
		if _, err := atlas.Organization(e.Organization); err != nil && !theirs[strings.ToLower(e.Organization)] {
			p.report(e.File, yamltree.Pos{Line: e.Line, Col: e.Col}, "unknown-organization", "an explanation for %q would never be used: %v", shorten(e.Organization), err)
		}
		if e.State != "" {
			if _, err := atlas.Memberships(e.State, lineage.Query{}); err != nil {
				report(e.Position, "unknown-state", "state", string(e.State))
			}
		}
		for _, id := range e.Sources {
			if _, err := atlas.Source(id); err != nil {
				report(e.Position, "unknown-source", "source", string(id))
			}
		}
	}
	return p.err()
}
