package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/export"
)

func showCommand(p *program) *cli.Command {
	var collection string
	return &cli.Command{
		Name:      "show",
		Usage:     "everything known about an organization, a state or a collection, with every rival claim and all sources",
		ArgsUsage: "ORG|STATE|COLLECTION…",
		UsageText: `lineage show CACO
lineage show EurAsEC EAEU --format markdown -o eurasia.md
lineage show Kyrgyzstan
lineage show kz-uz`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "collection", Usage: "the collection `ID`, where an organization has the same name", Destination: &collection},
			&cli.BoolFlag{Name: "cite", DisableDefaultText: true, Usage: "number the sources, which show does anyway"},
		},
		Action: func(c *cli.Context) error {
			least := 1
			if c.IsSet("collection") {
				least = 0
			}
			if err := want(c, least, -1, "an organization, a state or a collection"); err != nil {
				return err
			}
			format, atlas, err := p.open("show")
			if err != nil {
				return err
			}
			var v showView
			v.citer = &citer{atlas: atlas, on: true}
			rec := jsonShow{Organizations: []jsonShown{}, States: []jsonState{}, Collections: []jsonCollection{}, Sources: jsonSources{}}
			var sheets []*sheet
			var things []thing
			if c.IsSet("collection") {
				of, orgs, err := atlas.Collection(collection)
				if err != nil {
					return err
				}
				things = append(things, thing{collection: of, collected: orgs})
			}
			for _, name := range c.Args().Slice() {
				found, err := anything(atlas, name)
				if err != nil {
					return err
				}
				things = append(things, found)
			}
			for _, found := range things {
				sheet, err := v.thing(found, &rec)
				if err != nil {
					return err
				}
				sheets = append(sheets, sheet)
			}
			v.collect(rec.Sources, v.ids)
			return p.writeSheets(format, sheets, v.bibliography(), rec)
		},
	}
}

// A thing is what a name means: one of the three.
type thing struct {
	organization *lineage.Organization
	state        *lineage.State
	collection   *lineage.Collection
	collected    []*lineage.Organization
}

// anything finds what a name means.
func anything(atlas *lineage.Atlas, name string) (thing, error) {
	o, err := organization(atlas, name)
	if err == nil {
		return thing{organization: o}, nil
	}
	// An ID means itself, whatever else bears it.
	if c, orgs, err := atlas.Collection(name); err == nil && strings.EqualFold(string(c.ID), name) {
		return thing{collection: c, collected: orgs}, nil
	}
	noOrg := new(lineage.NotFoundError)
	if !errors.As(err, &noOrg) {
		return thing{}, err
	}
	s, err := atlas.State(name)
	if err == nil {
		return thing{state: s}, nil
	}
	noState := new(lineage.NotFoundError)
	if !errors.As(err, &noState) {
		return thing{}, err
	}
	c, orgs, err := atlas.Collection(name)
	if err == nil {
		return thing{collection: c, collected: orgs}, nil
	}
	noCollection := new(lineage.NotFoundError)
	if !errors.As(err, &noCollection) {
		return thing{}, err
	}
	return thing{}, &lineage.NotFoundError{
		What: "organization, state or collection", Name: name, Senses: slices.Concat(noOrg.Senses, noState.Senses, noCollection.Senses),
	}
}

// thing tells of what was found, and adds its record.
func (v *showView) thing(found thing, rec *jsonShow) (*sheet, error) {
	switch {
	case found.organization != nil:
		return v.whole(found.organization, rec)
	case found.state != nil:
		all, err := v.atlas.Memberships(found.state.ID, lineage.Query{Roles: lineage.EveryRole})
		if err != nil {
			return nil, err
		}
		rec.States = append(rec.States, stateRecord(found.state))
		return v.state(found.state, all), nil
	}
	c := found.collection
	jc := jsonCollection{c.ID, c.Name, c.Note, orEmpty(c.Sources), []lineage.OrgID{}}
	each := showView{remarker: remarker{citer: &citer{atlas: v.atlas, on: true}}} // numbers more sources than the sheet cites
	for _, o := range found.collected {
		jc.Organizations = append(jc.Organizations, o.ID)
		if _, err := each.whole(o, rec); err != nil {
			return nil, err
		}
	}
	each.collect(rec.Sources, each.ids)
	rec.Collections = append(rec.Collections, jc)
	return v.collection(c, found.collected)
}

// whole tells everything of an organization, and adds its record where it is not
// there yet.
func (v *showView) whole(o *lineage.Organization, rec *jsonShow) (*sheet, error) {
	all, err := v.everyone(o.ID)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(rec.Organizations, func(r jsonShown) bool { return r.ID == o.ID }) {
		rec.Organizations = append(rec.Organizations, v.record(o, all))
	}
	return v.organization(o, all), nil
}

// A sheet is what is known about one thing: a heading and facts.
type sheet struct {
	id       string
	heading  string
	sections []section
}

// A section is a group of facts of one kind.
type section struct {
	name  string
	facts []string
}

func (s *sheet) add(name string, facts ...string) {
	if len(facts) > 0 {
		s.sections = append(s.sections, section{name, facts})
	}
}

// writeSheets writes sheets, one after the other, and the sources of all.
func (p *program) writeSheets(format string, sheets []*sheet, sources []string, rec any) error {
	switch format {
	case formatJSON:
		return writeJSON(&p.out, rec)
	case formatCSV:
		records := [][]string{{"id", "section", "fact"}}
		for _, s := range sheets {
			for _, sec := range s.sections {
				for _, f := range sec.facts {
					records = append(records, []string{s.id, sec.name, f})
				}
			}
		}
		for i, s := range sources {
			records = append(records, []string{"", "source", fmt.Sprintf("[%d] %s", i+1, s)})
		}
		return export.WriteRecords(&p.out, records)
	}
	for i, s := range sheets {
		if i > 0 {
			fmt.Fprintln(&p.out)
		}
		l := listing{title: s.heading, head: []string{"", ""}, wrap: 96}
		for _, sec := range s.sections {
			for j, f := range sec.facts {
				name := sec.name
				if j > 0 && format != formatMarkdown {
					name = ""
				}
				l.rows = append(l.rows, []string{name, f})
			}
		}
		if i == len(sheets)-1 {
			l.sources = sources
		}
		if err := p.write(format, &l); err != nil {
			return err
		}
	}
	return nil
}
