package render

import (
	"fmt"
	"strings"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/words"
)

// Succession says what the succession view shows. The zero Succession shows
// the whole atlas, top down, over all time.
type Succession struct {
	Organizations []lineage.OrgID // all of them if empty
	LeftToRight   bool            // else top down
	From, To      lineage.Date    // the period shown; a zero date leaves that side open
	On            lineage.Date    // one day alone: who was a member of what; excludes From and To
	Basis         lineage.Basis   // which step counts as the beginning
	Title         string          // above the drawing; made from the selection if empty
}

// A diagram is the succession view as plain data, before it is written.
type diagram struct {
	Title     string
	Desc      string
	Footnotes []string
	Nodes     []node
	Edges     []edge
	Bodies    []body
	Below     []stacked
}

// A node is one organization.
type node struct {
	ID       string
	Short    string
	Name     string
	Years    string
	Lines    []line
	Proposed bool
	Tint     int
	Sentence string // the node in words
}

// A line says what happened on a date.
type line struct {
	Date  string
	Vague bool // the date is not known to the day
	Text  string
}

// An edge is one succession.
type edge struct {
	From, To string
	Kind     string
	Date     string
	Vague    bool
	Sentence string
}

// stacked says that one node is drawn below another one that it has nothing to do
// with, so that organizations without successions fill a square and not a line.
type stacked struct{ Node, Above string }

// disputedMark stands behind dates that other sources contradict.
const disputedMark = "†"

// The footnotes explain what occurs.
const (
	disputedNote = disputedMark + " disputed: other sources give another date"
	vagueNote    = "Italics: the day is not known"
)

// build lays the view out as plain data.
func build(atlas *lineage.Atlas, opts Succession) (*diagram, error) {
	b := &builder{atlas: atlas, opts: opts, tints: map[lineage.OrgID]int{}, drawn: map[lineage.OrgID]bool{}}
	orgs, err := b.choose()
	if err != nil {
		return nil, err
	}
	for _, o := range orgs {
		b.drawn[o.ID] = true
	}
	d := &diagram{Title: opts.Title}
	for _, o := range orgs {
		n, err := b.node(o)
		if err != nil {
			return nil, err
		}
		d.Nodes = append(d.Nodes, n)
	}
	if d.Edges, err = b.edges(orgs); err != nil {
		return nil, err
	}
	if d.Bodies, err = b.bodies(orgs); err != nil {
		return nil, err
	}
	d.Below = stack(d)
	if b.disputed {
		d.Footnotes = append(d.Footnotes, disputedNote)
	}
	if b.vague {
		d.Footnotes = append(d.Footnotes, vagueNote)
	}
	if d.Title == "" {
		d.Title = b.title(orgs)
	}
	d.Desc = describe(d)
	return d, nil
}

type builder struct {
	atlas    *lineage.Atlas
	opts     Succession
	tints    map[lineage.OrgID]int
	drawn    map[lineage.OrgID]bool // what the selection and the cut leave
	disputed bool                   // whether a date or name was marked so
	vague    bool                   // likewise
}

// choose returns the organizations of the selection that the cut leaves, in
// the order of the atlas.
func (b *builder) choose() ([]*lineage.Organization, error) {
	wanted := map[lineage.OrgID]bool{}
	for _, id := range b.opts.Organizations {
		if _, err := b.atlas.Life(id, b.opts.Basis); err != nil {
			return nil, err
		}
		wanted[id] = true
	}
	var chosen []*lineage.Organization
	for _, o := range b.atlas.Organizations() {
		if (len(wanted) == 0 || wanted[o.ID]) && b.inCut(o) {
			chosen = append(chosen, o)
		}
	}
	return chosen, nil
}

// inCut reports whether the organization, or the proposal of it, falls into the
// period shown.
func (b *builder) inCut(o *lineage.Organization) bool {
	life, err := b.atlas.Life(o.ID, b.opts.Basis)
	if err != nil {
		return false
	}
	switch {
	case life.Answer == lineage.No:
		announced := o.Founded.At(lineage.Announced)
		return b.opts.On.IsZero() && announced != nil && b.shows(announced.On)
	case !b.opts.On.IsZero():
		return life.Contains(b.opts.On) > lineage.No
	}
	first, last := b.period()
	since, _ := life.Since.Bounds()
	_, until := life.Until.Bounds()
	return since <= last && (life.Until.IsZero() || until > first)
}

// period returns the first and the last day shown.
func (b *builder) period() (first, last lineage.Day) {
	first, _ = b.opts.From.Bounds()
	_, last = b.opts.To.Bounds()
	return first, last
}

// shows reports whether a date falls into the period shown.
func (b *builder) shows(d lineage.Date) bool {
	first, last := b.period()
	lo, hi := d.Bounds()
	return lo <= last && hi >= first
}

func (b *builder) cut() bool { return !b.opts.From.IsZero() || !b.opts.To.IsZero() }

// date writes a date, with a mark if other sources contradict it.
func (b *builder) date(d lineage.Date, disputed bool) string {
	text := words.English.Date(d)
	b.vague = b.vague || vague(d)
	if words.Unknown(d) {
		return text // a date that is not known cannot be contradicted
	}
	if disputed {
		b.disputed = true
		text += disputedMark
	}
	return text
}

func (b *builder) title(orgs []*lineage.Organization) string {
	if len(orgs) == 0 {
		return "No organization in this period"
	}
	title := "From " + orgs[0].Name + " to " + orgs[len(orgs)-1].Name
	switch {
	case len(orgs) == 1:
		title = orgs[0].Name
	case len(b.opts.Organizations) == 0 && len(orgs) > 12: // else the two names say what it is about
		title = fmt.Sprintf("%d organizations", len(orgs))
	}
	switch {
	case !b.opts.On.IsZero():
		title += ", " + words.English.On(b.opts.On)
	case b.cut():
		title += ", " + words.English.Shown(b.opts.From, b.opts.To)
	}
	return title
}

func (b *builder) edges(orgs []*lineage.Organization) ([]edge, error) {
	names := map[lineage.OrgID]string{}
	for _, o := range orgs {
		names[o.ID] = o.Name
	}
	var edges []edge
	for _, o := range orgs {
		in, err := b.atlas.Predecessors(o.ID)
		if err != nil {
			return nil, err
		}
		for _, s := range in {
			if !b.drawn[s.From] || b.opts.On.IsZero() && !b.shows(s.Date()) {
				continue
			}
			dating, on := s.Steps.For(lineage.ByEffect)
			e := edge{From: string(s.From), To: string(s.To), Kind: s.How.String(), Vague: vague(on)}
			e.Date = b.date(on, dating != nil && len(dating.Contradictions()) > 0)
			e.Sentence = spoken(fmt.Sprintf("%s was %s %s, %s.", names[s.From], becomes(s.How), o.Name, e.Date))
			edges = append(edges, e)
		}
	}
	return edges, nil
}

// tint returns the number of the colour that an organization shares with those
// it was transformed from and into.
func (b *builder) tint(o *lineage.Organization) (int, error) {
	if t, ok := b.tints[o.ID]; ok || o.Proposed {
		return t, nil // proposals have no colour
	}
	line, err := b.atlas.Identity(o.ID, lineage.SameLine)
	if err != nil {
		return 0, err
	}
	next := 0
	for _, t := range b.tints {
		next = max(next, t+1)
	}
	for _, same := range line {
		b.tints[same.ID] = next
	}
	return next, nil
}

// describe tells the whole diagram in words.
func describe(d *diagram) string {
	if len(d.Nodes) == 0 {
		return "Nothing to show."
	}
	var parts []string
	for _, n := range d.Nodes {
		parts = append(parts, n.Sentence)
	}
	for _, e := range d.Edges {
		parts = append(parts, e.Sentence)
	}
	return strings.Join(parts, " ")
}
