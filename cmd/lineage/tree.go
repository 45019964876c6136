package main

import (
	"slices"

	"github.com/orglineage/orglineage/lineage"
)

// A treeView draws organizations and what became of them, each once: below the
// first that led to it. The others that did are told in words.
type treeView struct {
	*citer
	org    *lineage.Organization
	orgs   []*lineage.Organization // ancestors first
	basis  lineage.Basis
	family bool
	lines  []string
}

// A jsonTree is the answer of the command trace without a state.
type jsonTree struct {
	Organization  lineage.OrgID      `json:"organization"`
	Family        bool               `json:"family"`
	Organizations []jsonOrganization `json:"organizations"` // ancestors first
	Successions   []jsonSuccession   `json:"successions"`
	Sources       jsonSources        `json:"sources,omitempty"`
}

type jsonOrganization struct {
	ID       lineage.OrgID  `json:"id"`
	Short    string         `json:"short"`
	Name     string         `json:"name"`
	Kind     string         `json:"kind"`
	Proposed bool           `json:"proposed"`
	Within   *lineage.OrgID `json:"within"`
	Since    jsonDate       `json:"since"`
	Until    jsonUntil      `json:"until"`
}

type jsonSuccession struct {
	From  lineage.OrgID          `json:"from"`
	To    lineage.OrgID          `json:"to"`
	How   lineage.SuccessionKind `json:"how"`
	On    jsonDate               `json:"on"`
	Steps []jsonDating           `json:"steps"`
}

func organizationRecord(atlas *lineage.Atlas, o *lineage.Organization, b lineage.Basis) jsonOrganization {
	rec := jsonOrganization{ID: o.ID, Short: o.Short, Name: o.Name, Kind: o.Kind, Proposed: o.Proposed}
	if o.Within != nil {
		rec.Within = &o.Within.Organization
	}
	if p, err := atlas.Life(o.ID, b); err == nil && p.Answer != lineage.No {
		rec.Since, rec.Until = jsonDate(p.Since), jsonUntil(p.Until)
	}
	return rec
}

func successionRecord(s *lineage.Succession) jsonSuccession {
	return jsonSuccession{From: s.From, To: s.To, How: s.How, On: jsonDate(s.Date()), Steps: datings(s.Steps)}
}

func (v *treeView) listing() *listing {
	what := "Lineage"
	if v.family {
		what = "Family"
	}
	l := &listing{
		title:    what + " of " + shortName(v.org),
		records:  [][]string{{"from", "to", "how", "on", "sources"}},
		showHead: false,
		head:     []string{"From", "To", "How", "On", "Remarks"},
	}
	rec := jsonTree{Organization: v.org.ID, Family: v.family, Organizations: []jsonOrganization{}, Successions: []jsonSuccession{}}
	if v.on {
		rec.Sources = jsonSources{}
	}
	for _, o := range v.orgs {
		rec.Organizations = append(rec.Organizations, organizationRecord(v.atlas, o, v.basis))
	}
	for _, o := range v.orgs {
		for _, s := range v.into(o) {
			sources := sourcesOfSteps(s.Steps)
			rec.Successions = append(rec.Successions, successionRecord(s))
			l.records = append(l.records, []string{string(s.From), string(s.To), s.How.String(), known(s.Date()), joinIDs(sources)})
			l.rows = append(l.rows, []string{shortOf(v.atlas, s.From), o.Short, s.How.String(), say(s.Date()), v.disputes(s)})
			if v.on {
				v.collect(rec.Sources, sources)
			}
		}
	}
	v.draw()
	l.drawing = v.lines
	if !v.on {
		l.notes = append(l.notes, "Sources: --cite. Who was a member when: lineage members "+string(v.org.ID)+" --lineage --on DATE.")
	}
	l.sources = v.bibliography()
	l.value = rec
	return l
}

// into returns the successions from organizations of the view.
func (v *treeView) into(o *lineage.Organization) []*lineage.Succession {
	in, err := v.atlas.Predecessors(o.ID)
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(in, func(s *lineage.Succession) bool { return !v.has(s.From) })
}

func (v *treeView) has(id lineage.OrgID) bool {
	return slices.ContainsFunc(v.orgs, func(o *lineage.Organization) bool { return o.ID == id })
}

// outside returns the successions from organizations that are not in the view.
func (v *treeView) outside(o *lineage.Organization) []*lineage.Succession {
	in, err := v.atlas.Predecessors(o.ID)
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(in, func(s *lineage.Succession) bool { return v.has(s.From) })
}

func (v *treeView) draw() {
	for _, o := range v.orgs {
		if len(v.into(o)) == 0 {
			v.node(o, nil, "", "")
		}
	}
}

// node draws o, what led to it, and all below it.
func (v *treeView) node(o *lineage.Organization, by *lineage.Succession, first, indent string) {
	line := first
	if by != nil {
		line += v.succession(by) + " → "
	}
	v.lines = append(v.lines, line+v.name(o))

	var below []*lineage.Succession // what is drawn here
	var elsewhere []*lineage.Succession
	out, _ := v.atlas.Successors(o.ID)
	for _, s := range out {
		switch to, err := v.atlas.Organization(string(s.To)); {
		case err != nil || !v.has(s.To):
		case v.into(to)[0] == s:
			below = append(below, s)
		default:
			elsewhere = append(elsewhere, s)
		}
	}
	rest := len(below) + len(elsewhere)
	aside := indent + "   "
	if rest > 0 {
		aside = indent + "│  "
	}
	for _, remark := range v.asides(o, by) {
		v.lines = append(v.lines, aside+remark)
	}
	for i, s := range append(below, elsewhere...) {
		branch, pass := "├─ ", "│  "
		if rest--; rest == 0 {
			branch, pass = "└─ ", "   "
		}
		to, err := v.atlas.Organization(string(s.To))
		if err != nil {
			continue // an Atlas has both ends of its successions
		}
		if i < len(below) {
			v.node(to, s, indent+branch, indent+pass)
			continue
		}
		v.lines = append(v.lines, indent+branch+v.succession(s)+" → "+to.Short+", drawn below "+shortOf(v.atlas, v.into(to)[0].From)+v.disputed(s))
	}
}

// succession says how and when an organization followed another.
func (v *treeView) succession(s *lineage.Succession) string {
	return s.How.String() + " " + say(s.Date()) + v.cite(sourcesOfSteps(s.Steps)...)
}

// disputed is disputes for the end of a line.
func (v *treeView) disputed(s *lineage.Succession) string {
	if d := v.disputes(s); d != "" {
		return "; " + d
	}
	return ""
}

// name names an organization with its years.
func (v *treeView) name(o *lineage.Organization) string {
	text := o.Short + "  " + o.Name
	if p, err := v.atlas.Life(o.ID, v.basis); err == nil && p.Answer != lineage.No {
		text += ", " + years(p.Interval)
	}
	if o.Proposed {
		text += ", only proposed"
	}
	if o.Within != nil {
		text += ", within " + shortOf(v.atlas, o.Within.Organization)
	}
	return text
}

// asides say what the lines of the tree do not show.
func (v *treeView) asides(o *lineage.Organization, by *lineage.Succession) []string {
	var asides []string
	if by != nil {
		if p, err := v.atlas.Life(o.ID, v.basis); err == nil && older(p.Interval, by.Date()) {
			asides = append(asides, "in being since "+say(p.Since))
		}
		if d := v.disputes(by); d != "" {
			asides = append(asides, d)
		}
	}
	if in := v.into(o); len(in) > 1 {
		for _, s := range in[1:] {
			asides = append(asides, "also from "+shortOf(v.atlas, s.From)+", "+v.succession(s)+v.disputed(s))
		}
	}
	for _, s := range v.outside(o) {
		asides = append(asides, "also from "+shortOf(v.atlas, s.From)+", "+v.succession(s)+v.disputed(s)+"; not drawn: --family")
	}
	return asides
}

// older reports whether what lived in iv was there before the date.
func older(iv lineage.Interval, on lineage.Date) bool {
	first, _ := on.Bounds()
	_, began := iv.Since.Bounds()
	return began < first
}

// disputes tells the rival dates of a succession.
func (v *treeView) disputes(s *lineage.Succession) string {
	d, _ := s.Steps.For(lineage.ByEffect)
	if d == nil || len(d.Rivals) == 0 {
		return ""
	}
	return "disputed: " + v.rivals(d)
}

// rivals lists the rival dates of a dating, leaving out those that only say
// the same less precisely.
func (c *citer) rivals(d *lineage.Dating) string {
	var cs []lineage.Contest
	for _, r := range d.Contradictions() {
		cs = append(cs, lineage.Contest{Claim: r})
	}
	return c.claims(cs)
}

func sourcesOfSteps(steps lineage.Steps) []lineage.SourceID {
	var ids []lineage.SourceID
	for i := range steps {
		for _, id := range steps[i].Sources {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}
