package main

import (
	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
)

func traceCommand(p *program) *cli.Command {
	var f struct {
		queryFlags
		state        string
		family, cite bool
	}
	return &cli.Command{
		Name:      "trace",
		Usage:     "from what an organization came and what became of it; with --state, a state's path along it",
		ArgsUsage: "ORG",
		UsageText: `lineage trace CACO
lineage trace EAEU --family
lineage trace CAEU --state Kyrgyzstan
lineage trace CAEU --state KG --format json`,
		Description: `Without --state: the lineage of ORG, its ancestors and descendants, as a tree in
which each organization stands once. With --state: where the state was while the
organization changed its name, its treaty and its shape, with the gaps.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "state", Usage: "follow `STATE` along the lineage", Destination: &f.state},
			f.role(), f.basisFlag(),
			&cli.BoolFlag{Name: "family", DisableDefaultText: true, Usage: "all that successions join to ORG in any direction", Destination: &f.family},
			&cli.BoolFlag{Name: "cite", DisableDefaultText: true, Usage: "name the sources", Destination: &f.cite},
		},
		Action: func(c *cli.Context) error {
			if err := want(c, 1, 1, "one organization"); err != nil {
				return err
			}
			if c.IsSet("state") && f.family {
				return usagef("--state follows the lineage, not the --family: give one of them")
			}
			if c.IsSet("role") && !c.IsSet("state") {
				return usagef("--role says what to follow of a state: give --state too")
			}
			q, err := f.query()
			if err != nil {
				return err
			}
			format, atlas, err := p.open("trace")
			if err != nil {
				return err
			}
			org, err := organization(atlas, c.Args().First())
			if err != nil {
				return err
			}
			cites := &citer{atlas: atlas, on: f.cite}
			if !c.IsSet("state") {
				return p.traceTree(format, org, q, cites, f.family)
			}
			s, err := state(atlas, f.state)
			if err != nil {
				return err
			}
			path, err := atlas.Continuity(s.ID, org.ID, q)
			if err != nil {
				return err
			}
			v := pathView{remarker: remarker{citer: cites}, org: org, query: q, path: path}
			return p.write(format, v.listing())
		},
	}
}

func (p *program) traceTree(format string, org *lineage.Organization, q lineage.Query, cites *citer, family bool) error {
	ask := cites.atlas.Lineage
	if family {
		ask = cites.atlas.Family
	}
	orgs, err := ask(org.ID)
	if err != nil {
		return err
	}
	v := treeView{citer: cites, org: org, orgs: orgs, basis: q.Basis, family: family}
	return p.write(format, v.listing())
}
