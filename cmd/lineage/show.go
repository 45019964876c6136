package main

import (
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
)

func showCommand(p *program) *cli.Command {
	return &cli.Command{
		Name:      "show",
		Usage:     "everything known about an organization or a state, with every rival claim and all sources",
		ArgsUsage: "ORG|STATE…",
		UsageText: `lineage show CACO
lineage show EurAsEC EAEU --format markdown -o eurasia.md
lineage show Kyrgyzstan`,
		Action: func(c *cli.Context) error {
			if err := want(c, 1, -1, "an organization or a state"); err != nil {
				return err
			}
			format, atlas, err := p.open("show")
			if err != nil {
				return err
			}
			var v showView
			v.citer = &citer{atlas: atlas, on: true}
			rec := jsonShow{Organizations: []jsonShown{}, States: []jsonState{}, Sources: jsonSources{}}
			var sheets []*sheet
			for _, name := range c.Args().Slice() {
				o, s, err := anything(atlas, name)
				if err != nil {
					return err
				}
				if o == nil {
					all, err := atlas.Memberships(s.ID, lineage.Query{Roles: lineage.EveryRole})
					if err != nil {
						return err
					}
					sheets = append(sheets, v.state(s, all))
					rec.States = append(rec.States, stateRecord(s))
					continue
				}
				all, err := atlas.MembersDuring(o.ID, unknownDay, lineage.Query{Roles: lineage.EveryRole, Disputed: true})
				if err != nil {
					return err
				}
				sheets = append(sheets, v.organization(o, all))
				rec.Organizations = append(rec.Organizations, v.record(o, all))
			}
			v.collect(rec.Sources, v.ids)
			return p.writeSheets(format, sheets, v.bibliography(), rec)
		},
	}
}

// anything finds what a name means: an organization or a state.
func anything(atlas *lineage.Atlas, name string) (*lineage.Organization, *lineage.State, error) {
	o, err := organization(atlas, name)
	if err == nil {
		return o, nil, nil
	}
	noOrg := new(lineage.NotFoundError)
	if !errors.As(err, &noOrg) {
		return nil, nil, err
	}
	s, err := atlas.State(name)
	noState := new(lineage.NotFoundError)
	if errors.As(err, &noState) {
		return nil, nil, &lineage.NotFoundError{
			What: "organization or state", Name: name, Senses: append(noOrg.Senses, noState.Senses...),
		}
	}
	return nil, s, err
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
		return writeCSV(&p.out, records)
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
