package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
)

func sharedCommand(p *program) *cli.Command {
	var f struct {
		queryFlags
		cite bool
	}
	return &cli.Command{
		Name:      "shared",
		Usage:     "the organizations of which states were members together, and when",
		ArgsUsage: "STATE STATE…",
		UsageText: `lineage shared Kazakhstan Uzbekistan
lineage shared KZ KG TJ RU --format json`,
		Description: `Suspended members count; the remarks tell who was suspended, and rival dates.`,
		Flags: []cli.Flag{
			f.role(), f.basisFlag(),
			&cli.BoolFlag{Name: "cite", DisableDefaultText: true, Usage: "name the sources", Destination: &f.cite},
		},
		Action: func(c *cli.Context) error {
			if err := want(c, 2, -1, "two states or more"); err != nil {
				return err
			}
			q, err := f.query()
			if err != nil {
				return err
			}
			format, atlas, err := p.open("shared")
			if err != nil {
				return err
			}
			var ids []lineage.StateID
			for _, name := range c.Args().Slice() {
				s, err := state(atlas, name)
				if err != nil {
					return err
				}
				if !slices.Contains(ids, s.ID) {
					ids = append(ids, s.ID)
				}
			}
			if len(ids) < 2 {
				return usagef("name two different states")
			}
			found, err := atlas.Shared(ids, q)
			if err != nil {
				return err
			}
			v := sharedView{remarker: remarker{citer: &citer{atlas: atlas, on: f.cite}}, states: ids, query: q, all: found}
			return p.write(format, v.listing())
		},
	}
}

// A sharedView writes where states were together.
type sharedView struct {
	remarker
	states []lineage.StateID
	query  lineage.Query
	all    []lineage.Shared
}

// A jsonSharing is the answer of the command shared.
type jsonSharing struct {
	States  []lineage.StateID `json:"states"`
	Shared  []jsonShared      `json:"shared"`
	Basis   lineage.Basis     `json:"basis"`
	Sources jsonSources       `json:"sources,omitempty"`
}

type jsonShared struct {
	Organization lineage.OrgID `json:"organization"`
	jsonInterval
	Certain   lineage.Answer `json:"certain"`
	Name      string         `json:"name"`
	Short     string         `json:"short"`
	Standings []jsonStanding `json:"standings"` // one a state, in the order of states
}

func (v *sharedView) listing() *listing {
	var names []string
	for _, id := range v.states {
		names = append(names, nameOn(v.atlas, id))
	}
	l := &listing{
		title:   "Where " + list(names) + " were together, " + rolesText(v.query.Roles),
		head:    []string{"When", "Organization", "Name", "Remarks"},
		records: [][]string{{"organization", "short", "name", "since", "until", "certain", "remarks", "sources"}},
	}
	rec := jsonSharing{States: v.states, Shared: []jsonShared{}, Basis: v.query.Basis}
	if v.on {
		rec.Sources = jsonSources{}
	}
	for i := range v.all {
		sh := &v.all[i]
		o := sh.Organization
		sources := sourcesOfShared(sh)
		when := saySpan(sh.Interval) + v.cite(sources...)
		l.rows = append(l.rows, []string{when, o.Short, o.Name, v.remark(sh)})
		quiet := sharedView{remarker: remarker{citer: &citer{atlas: v.atlas}}} // numbers mean nothing in CSV
		l.records = append(l.records, []string{
			string(o.ID), o.Short, o.Name, known(sh.Since), sh.Until.String(), sh.Certain.String(), quiet.remark(sh), joinIDs(sources),
		})
		rec.Shared = append(rec.Shared, jsonShared{o.ID, interval(sh.Interval), sh.Certain, o.Name, o.Short, v.recordsOf(sh.Standings)})
		for id, s := range v.sourcesOf(sh.Standings) {
			rec.Sources[id] = s
		}
	}
	last := "None."
	if n := len(v.all); n > 0 {
		last = count(n, "organization", "organizations") + "."
		if !v.on {
			last += " Sources: --cite."
		}
	}
	l.notes = append(v.disputes(), last)
	l.sources = v.bibliography()
	l.value = rec
	return l
}

// remark tells, state by state, what limits a stretch of time together.
func (v *sharedView) remark(sh *lineage.Shared) string {
	var parts []string
	if sh.Certain == lineage.Maybe {
		parts = append(parts, "perhaps: the dates leave it open")
	}
	for i := range sh.Standings {
		st := &sh.Standings[i]
		remarks := v.remarks(st)
		if len(remarks) == 0 {
			continue
		}
		if strings.HasPrefix(remarks[0], "disputed: ") {
			remarks[0] = "its beginning " + remarks[0]
		}
		parts = append(parts, string(st.Membership.State)+": "+strings.Join(remarks, "; "))
	}
	return strings.Join(parts, "; ")
}

// disputes tells once the rival dates of organizations that began or ended a
// stretch of time together.
func (v *sharedView) disputes() []string {
	var notes []string
	for _, sh := range v.all {
		o := sh.Organization
		for _, x := range []struct {
			what  string
			steps lineage.Steps
			bound lineage.Date
		}{{"beginning", o.Founded, sh.Since}, {"end", o.Ended, sh.Until}} {
			d, on := x.steps.For(v.query.Basis)
			if d == nil || on != x.bound {
				continue
			}
			rivals := v.rivals(d)
			note := "Disputed: the " + x.what + " of " + o.Short + " (" + say(on) + "); some say " + rivals + "."
			if rivals != "" && !slices.Contains(notes, note) {
				notes = append(notes, note)
			}
		}
	}
	return notes
}

// sourcesOfShared returns the sources of the dates between which states were
// together, and of their being members at all.
func sourcesOfShared(sh *lineage.Shared) []lineage.SourceID {
	var all []lineage.SourceID
	for i := range sh.Standings {
		st := &sh.Standings[i]
		all = append(all, st.Membership.Joined.Sources...)
		for _, d := range []*lineage.Dating{st.Began(), st.Ended()} {
			if d != nil {
				all = append(all, d.Sources...)
			}
		}
	}
	var ids []lineage.SourceID
	for _, id := range all {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}
