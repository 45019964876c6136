package main

import (
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
)

func diffCommand(p *program) *cli.Command {
	var f struct {
		queryFlags
		on, and string
		cite    bool
	}
	return &cli.Command{
		Name:      "diff",
		Usage:     "who stayed, left and joined between two days, in one organization or from one to another",
		ArgsUsage: "A [B] --on DATE --and DATE",
		UsageText: `lineage diff EurAsEC EAEU --on 2014-12-31 --and 2015-01-02
lineage diff EAEU --on 2015-01-01 --and 2015-12-31
lineage diff CAEC CACO --on 2002-02-27 --and 2002-02-28 --format csv`,
		Description: `Compares the members of A on the first day with those of B, or of A again, on the
second.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "on", Usage: "the first `DATE`", Destination: &f.on},
			&cli.StringFlag{Name: "and", Usage: "the second `DATE`", Destination: &f.and},
			f.role(), f.basisFlag(), f.identityFlag(),
			&cli.BoolFlag{Name: "cite", DisableDefaultText: true, Usage: "name the sources", Destination: &f.cite},
		},
		Action: func(c *cli.Context) error {
			if err := want(c, 1, 2, "one or two organizations"); err != nil {
				return err
			}
			if !c.IsSet("on") || !c.IsSet("and") {
				return usagef("want two dates: --on DATE --and DATE")
			}
			q, err := f.query()
			if err != nil {
				return err
			}
			var from, to lineage.Point
			if from.On, err = parseDate("--on", f.on); err != nil {
				return err
			}
			if to.On, err = parseDate("--and", f.and); err != nil {
				return err
			}
			format, atlas, err := p.open("diff")
			if err != nil {
				return err
			}
			one, err := organization(atlas, c.Args().First())
			if err != nil {
				return err
			}
			two := one
			if c.Args().Len() == 2 {
				if two, err = organization(atlas, c.Args().Get(1)); err != nil {
					return err
				}
			}
			from.Organization, to.Organization = one.ID, two.ID
			changes, err := atlas.Changes(from, to, q)
			if err != nil {
				return err
			}
			v := diffView{
				citer: &citer{atlas: atlas, on: f.cite}, from: from, to: to, one: one, two: two, changes: changes, query: q,
			}
			return p.write(format, v.listing())
		},
	}
}

// A diffView writes who stayed, left and joined.
type diffView struct {
	*citer
	from, to lineage.Point
	one, two *lineage.Organization
	changes  *lineage.Changes
	query    lineage.Query
}

// A jsonDiff is the answer of the command diff.
type jsonDiff struct {
	From    jsonPoint     `json:"from"`
	To      jsonPoint     `json:"to"`
	Stayed  []jsonChange  `json:"stayed"`
	Left    []jsonChange  `json:"left"`
	Joined  []jsonChange  `json:"joined"`
	Basis   lineage.Basis `json:"basis"`
	Sources jsonSources   `json:"sources,omitempty"`

	// Answer no, but a rival claim would make it yes or maybe.
	DisputedFrom []jsonStanding `json:"disputed_from"`
	DisputedTo   []jsonStanding `json:"disputed_to"`
}

type jsonPoint struct {
	Organization lineage.OrgID  `json:"organization"`
	On           jsonDate       `json:"on"`
	There        lineage.Answer `json:"there"` // whether it was there then
}

type jsonChange struct {
	State       lineage.StateID `json:"state"`
	Name        string          `json:"name"`
	Certain     lineage.Answer  `json:"certain"`
	Before      []jsonStanding  `json:"before"`
	After       []jsonStanding  `json:"after"`
	OtherBefore []jsonStanding  `json:"other_before"`
	OtherAfter  []jsonStanding  `json:"other_after"`
	Later       []jsonStanding  `json:"later"`
}

func (v *diffView) listing() *listing {
	rec := jsonDiff{
		From:  jsonPoint{v.from.Organization, jsonDate(v.from.On), v.changes.From.Answer},
		To:    jsonPoint{v.to.Organization, jsonDate(v.to.On), v.changes.To.Answer},
		Basis: v.query.Basis, Sources: v.sourcesOf(v.changes.DisputedFrom, v.changes.DisputedTo),
	}
	r := remarker{citer: v.citer}
	rec.DisputedFrom, rec.DisputedTo = r.recordsOf(v.changes.DisputedFrom), r.recordsOf(v.changes.DisputedTo)
	l := &listing{
		title:   v.title(),
		head:    []string{"What", "States", "Remarks"},
		records: [][]string{{"change", "state", "name", "certain", "before", "after", "remarks"}},
	}
	for _, part := range []struct {
		what    string
		changes []lineage.Change
		into    *[]jsonChange
	}{{"stayed", v.changes.Stayed, &rec.Stayed}, {"left", v.changes.Left, &rec.Left}, {"joined", v.changes.Joined, &rec.Joined}} {
		*part.into = []jsonChange{}
		var plain []string
		var rows [][]string
		for i := range part.changes {
			ch := &part.changes[i]
			*part.into = append(*part.into, v.record(ch))
			v.gather(rec.Sources, ch)
			remark := v.remark(part.what, ch)
			id := string(ch.State.ID)
			if remark == "" {
				plain = append(plain, id)
			} else {
				rows = append(rows, []string{"", id + " " + ch.State.Name, remark})
			}
			l.records = append(l.records, []string{
				part.what, id, ch.State.Name, ch.Certain.String(), rolesOf(ch.Before, ch.OtherBefore), rolesOf(ch.After, ch.OtherAfter), remark,
			})
		}
		if len(plain) > 0 || len(rows) == 0 {
			text := strings.Join(plain, " ")
			if text == "" {
				text = "–"
			}
			rows = append([][]string{{"", text, ""}}, rows...)
		}
		rows[0][0] = part.what
		l.rows = append(l.rows, rows...)
	}
	l.notes = v.notes()
	l.sources = v.bibliography()
	l.value = rec
	return l
}

func (v *diffView) title() string {
	if v.one == v.two {
		return v.one.Short + ", " + rolesText(v.query.Roles) + " " + onDay(v.from.On, say) + " and " + onDay(v.to.On, say)
	}
	return "From " + v.one.Short + " " + onDay(v.from.On, say) + " to " + v.two.Short + " " + onDay(v.to.On, say) + ", " + rolesText(v.query.Roles)
}

func (v *diffView) notes() []string {
	var notes []string
	for _, x := range []struct {
		p  lineage.Presence
		on lineage.Date
		o  *lineage.Organization
	}{{v.changes.From, v.from.On, v.one}, {v.changes.To, v.to.On, v.two}} {
		switch {
		case x.o.Proposed:
			notes = append(notes, x.o.Short+" was only proposed; it never had members.")
		case x.p.Answer == lineage.No:
			notes = append(notes, x.o.Short+" was not there "+onDay(x.on, say)+": it "+lasted(x.p.Interval)+".")
		case x.p.Answer == lineage.Maybe:
			notes = append(notes, x.o.Short+" was perhaps not there "+onDay(x.on, say)+": it "+lasted(x.p.Interval)+".")
		}
	}
	for _, x := range []struct {
		p  lineage.Presence
		on lineage.Date
	}{{v.changes.From, v.from.On}, {v.changes.To, v.to.On}} {
		if len(x.p.Contested) > 0 {
			notes = append(notes, "Disputed: whether "+x.p.Organization.Short+" was there "+onDay(x.on, say)+" ("+saySpan(x.p.Interval)+"); some say "+
				v.subjects(x.p.Contested)+".")
		}
	}
	for _, x := range []struct {
		disputed []lineage.Standing
		on       lineage.Date
	}{{v.changes.DisputedFrom, v.from.On}, {v.changes.DisputedTo, v.to.On}} {
		r := remarker{citer: v.citer, when: when{on: x.on}}
		for i := range x.disputed {
			st := &x.disputed[i]
			if n := r.claimedNote(st, " of "+st.Organization.Short+" "+onDay(x.on, say), ""); n != "" {
				notes = append(notes, n)
			}
		}
	}
	if !v.on {
		notes = append(notes, "Sources: --cite.")
	}
	return notes
}

// lasted says when an organization was there.
func lasted(iv lineage.Interval) string {
	text := "began " + onDay(iv.Since, say)
	if !iv.Until.IsZero() {
		text += " and ended " + onDay(iv.Until, say)
	}
	return text
}

// subjects lists claims by what they are about.
func (c *citer) subjects(cs []lineage.Contest) string {
	var texts []string
	if from := about(lineage.ItsBeginning, cs); len(from) > 0 {
		texts = append(texts, "it began "+c.claims(from))
	}
	if until := about(lineage.ItsEnd, cs); len(until) > 0 {
		texts = append(texts, "it ended "+c.claims(until))
	}
	return strings.Join(texts, "; ")
}

// remark says what a name alone does not.
func (v *diffView) remark(what string, ch *lineage.Change) string {
	var parts []string
	for i := range ch.Before {
		parts = append(parts, v.state(&ch.Before[i], "before")...)
	}
	for i := range ch.After {
		parts = append(parts, v.state(&ch.After[i], "after")...)
	}
	if ch.Certain == lineage.Maybe {
		parts = append(parts, "perhaps: the dates leave it open")
	}
	for i := range ch.OtherBefore {
		parts = append(parts, "was "+ch.OtherBefore[i].Membership.Title()+v.cite(ch.OtherBefore[i].Sources()...))
	}
	for i := range ch.OtherAfter {
		st := &ch.OtherAfter[i]
		parts = append(parts, "then "+st.Membership.Title()+" of "+st.Organization.Short+v.cite(st.Sources()...))
	}
	for i := range ch.Later {
		st := &ch.Later[i]
		verb := "returns "
		if what != "left" || !st.Membership.Role.Full() {
			verb = st.Membership.Title() + " of " + st.Organization.Short + " from "
		}
		parts = append(parts, verb+say(st.Since)+v.cite(st.Sources()...))
	}
	return strings.Join(parts, "; ")
}

// state says of a standing at one of the two points what limits it.
func (v *diffView) state(st *lineage.Standing, when string) []string {
	var parts []string
	if st.Suspended > lineage.No {
		text := "suspended " + when
		if ivs := st.Suspensions(); len(ivs) == 1 {
			text = "suspended since " + say(ivs[0].Since)
		}
		if st.Suspended == lineage.Maybe {
			text = "perhaps " + text
		}
		parts = append(parts, text)
	}
	var cs []lineage.Contest
	for _, c := range st.Contested() {
		if c.Organization == nil { // those are told once, for all
			cs = append(cs, c)
		}
	}
	if len(cs) > 0 {
		r := remarker{citer: v.citer}
		parts = append(parts, "disputed "+when+": "+r.claims(cs))
	}
	return parts
}

func rolesOf(lists ...[]lineage.Standing) string {
	var roles []string
	for _, list := range lists {
		for i := range list {
			role := list[i].Membership.Role.String()
			if list[i].Suspended == lineage.Yes {
				role += " (suspended)"
			}
			roles = append(roles, role)
		}
	}
	return strings.Join(roles, " ")
}

func (v *diffView) record(ch *lineage.Change) jsonChange {
	r := remarker{citer: v.citer}
	return jsonChange{
		State: ch.State.ID, Name: ch.State.Name, Certain: ch.Certain,
		Before: r.recordsOf(ch.Before), After: r.recordsOf(ch.After),
		OtherBefore: r.recordsOf(ch.OtherBefore), OtherAfter: r.recordsOf(ch.OtherAfter), Later: r.recordsOf(ch.Later),
	}
}

func (v *diffView) gather(found jsonSources, ch *lineage.Change) {
	if !v.on {
		return
	}
	for id, s := range v.sourcesOf(ch.Before, ch.After, ch.OtherBefore, ch.OtherAfter, ch.Later) {
		found[id] = s
	}
}
