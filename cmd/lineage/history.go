package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
)

func historyCommand(p *program) *cli.Command {
	var f struct {
		queryFlags
		orgs cli.StringSlice
		cite bool
	}
	return &cli.Command{
		Name:      "history",
		Usage:     "all memberships of a state, in the order of time",
		ArgsUsage: "STATE",
		UsageText: `lineage history Uzbekistan
lineage history KG --role member --cite
lineage history РФ --org EurAsEC --org EAEU --format csv`,
		Description: `STATE is any name of a state, of today or of former times, in any language, or a
code of ISO 3166-1 or the Correlates of War. All roles are listed.`,
		Flags: []cli.Flag{
			f.role(), f.basisFlag(),
			&cli.StringSliceFlag{Name: "org", Usage: "only in `ORG`; may be repeated", Destination: &f.orgs},
			&cli.BoolFlag{Name: "cite", DisableDefaultText: true, Usage: "name the sources", Destination: &f.cite},
		},
		Action: func(c *cli.Context) error {
			if err := want(c, 1, 1, "one state"); err != nil {
				return err
			}
			q, err := f.query()
			if err != nil {
				return err
			}
			if q.Roles == 0 {
				q.Roles = lineage.EveryRole
			}
			q.Disputed = true
			format, atlas, err := p.open("history")
			if err != nil {
				return err
			}
			s, err := state(atlas, c.Args().First())
			if err != nil {
				return err
			}
			only, err := organizations(atlas, f.orgs.Value())
			if err != nil {
				return err
			}
			all, err := atlas.Memberships(s.ID, q)
			if err != nil {
				return err
			}
			if len(only) > 0 {
				all = slices.DeleteFunc(all, func(st lineage.Standing) bool { return !slices.Contains(only, st.Organization.ID) })
			}
			v := historyView{remarker: remarker{citer: &citer{atlas: atlas, on: f.cite}}, state: s, query: q, all: all}
			return p.write(format, v.listing())
		},
	}
}

// A historyView writes the memberships of a state.
type historyView struct {
	remarker
	state *lineage.State
	query lineage.Query
	all   []lineage.Standing
}

// A jsonHistory is the answer of the command history.
type jsonHistory struct {
	State       lineage.StateID `json:"state"`
	Name        string          `json:"name"`
	Memberships []jsonStanding  `json:"memberships"`
	Disputed    []jsonStanding  `json:"disputed"` // only claimed
	Basis       lineage.Basis   `json:"basis"`
	Sources     jsonSources     `json:"sources,omitempty"`

	Former      []jsonFormer      `json:"formerly"`
	Continues   *jsonContinuation `json:"continues,omitempty"`
	Gone        *jsonGone         `json:"gone,omitempty"`
	ContinuedBy []lineage.StateID `json:"continued_by"`
}

func (v *historyView) listing() *listing {
	l := &listing{
		title:   "Memberships of " + v.state.Name + " (" + string(v.state.ID) + ")",
		head:    []string{"When", "Organization", "Role", "Remarks"},
		records: [][]string{csvHead},
	}
	rec := jsonHistory{
		State: v.state.ID, Name: v.state.Name, Basis: v.query.Basis, Sources: v.sourcesOf(v.all),
		Memberships: []jsonStanding{}, Disputed: []jsonStanding{}, ContinuedBy: []lineage.StateID{},
	}
	self := stateRecord(v.state)
	rec.Former, rec.Continues, rec.Gone = self.Former, self.Continues, self.Gone
	for _, s := range v.atlas.States() {
		if s.Continues != nil && s.Continues.State == v.state.ID {
			rec.ContinuedBy = append(rec.ContinuedBy, s.ID)
		}
	}
	for i := range v.all {
		st := &v.all[i]
		l.records = append(l.records, v.csvRecord(st))
		if st.Answer == lineage.No {
			rec.Disputed = append(rec.Disputed, v.record(st))
			cs := own(about(lineage.ItsBeginning, st.Disputes()))
			l.notes = append(l.notes, "Not "+a(st.Membership.Role.String())+" of "+st.Organization.Short+
				", but some sources say so"+withDates(v.claims(cs))+notesOf(cs)+".")
			continue
		}
		rec.Memberships = append(rec.Memberships, v.record(st))
		l.rows = append(l.rows, v.row(st))
	}
	summary := "No memberships."
	if n := len(rec.Memberships); n > 0 {
		summary = count(n, "membership", "memberships") + "."
		if !v.on {
			summary += " Sources: --cite."
		}
	}
	if past := v.past(); past != "" {
		summary += " " + past
	}
	l.notes = append(l.notes, summary)
	l.sources = v.bibliography()
	l.value = rec
	return l
}

// past tells the former names of a state, and of what it goes on with or what
// goes on with it.
func (v *historyView) past() string {
	var texts []string
	var names []string
	for _, f := range v.state.Former {
		names = append(names, formerly([]lineage.FormerName{f})+v.cite(f.Sources...))
	}
	if len(names) > 0 {
		texts = append(texts, "Formerly: "+strings.Join(names, "; ")+".")
	}
	if c := v.state.Continues; c != nil {
		if old, err := v.atlas.State(string(c.State)); err == nil {
			texts = append(texts, "Goes on with what "+old.Name+" was party to, since "+say(c.Since)+v.cite(c.Sources...)+".")
		}
	}
	if g := v.state.Gone; g != nil {
		texts = append(texts, "Gone since "+say(g.On)+v.cite(g.Sources...)+".")
	}
	for _, s := range v.atlas.States() {
		if c := s.Continues; c != nil && c.State == v.state.ID {
			texts = append(texts, s.Name+" goes on with what it was party to, since "+say(c.Since)+v.cite(c.Sources...)+".")
		}
	}
	return strings.Join(texts, " ")
}

func (v *historyView) row(st *lineage.Standing) []string {
	cites := slices.Clone(st.Membership.Joined.Sources)
	if d := st.Began(); d != nil {
		cites = append(cites, d.Sources...)
	}
	remarks := v.remarks(st)
	if st.EndedWithOrganization() {
		remarks = append(remarks, "ended with it"+fateOf(v.atlas, st.Organization.ID))
	}
	return []string{saySpan(st.Interval) + v.cite(cites...), st.Organization.Short, how(st), strings.Join(remarks, "; ")}
}

// fateOf tells in parentheses what became of an organization.
func fateOf(atlas *lineage.Atlas, id lineage.OrgID) string {
	out, err := atlas.Successors(id)
	if err != nil || len(out) == 0 {
		return ""
	}
	var texts []string
	for _, s := range out {
		texts = append(texts, became(s.How)+" "+shortOf(atlas, s.To))
	}
	return " (" + list(texts) + ")"
}
