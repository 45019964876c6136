package main

import (
	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
)

func membersCommand(p *program) *cli.Command {
	var f struct {
		queryFlags
		on, in        string
		lineage, cite bool
	}
	return &cli.Command{
		Name:      "members",
		Usage:     "who was a member, on a day or during a year",
		ArgsUsage: "ORG",
		UsageText: `lineage members CACO --on 2004-12-31
lineage members EurAsEC --in 2008 --role all --cite
lineage members CACO --on 1998-01-01 --lineage
lineage members EAEU --on 2014-12-31 --basis signed
lineage members caeu --identity renamed --format json`,
		Description: `ORG is any name, acronym or ID of an organization. With --on, the question is
about one day, with --in about any day of a year or month. With neither, all
memberships that there ever were are listed, with their beginning and end: the
program looks at no clock, so its answers do not change from day to day.

Members and parties of treaties are listed; under the table stand those in other
roles, and those whom some sources count though the dates held right do not.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "on", Usage: "ask about the day `DATE`", Destination: &f.on},
			&cli.StringFlag{Name: "in", Usage: "ask about any day of the `PERIOD`, such as 2008 or 2008-10", Destination: &f.in},
			f.role(), f.basisFlag(), f.identityFlag(),
			&cli.BoolFlag{Name: "lineage", DisableDefaultText: true, Usage: "ask for whoever carried the lineage then, whatever it was called", Destination: &f.lineage},
			&cli.BoolFlag{Name: "cite", DisableDefaultText: true, Usage: "name the sources", Destination: &f.cite},
		},
		Action: func(c *cli.Context) error {
			if err := want(c, 1, 1, "one organization"); err != nil {
				return err
			}
			if c.IsSet("on") && c.IsSet("in") {
				return usagef("--on asks about a day and --in about a period: give one of them")
			}
			if f.lineage && c.IsSet("identity") {
				return usagef("--lineage goes beyond every --identity: give one of them")
			}
			q, err := f.query()
			if err != nil {
				return err
			}
			var w when
			if w.on, err = optionalDate(c, "on", f.on); err != nil {
				return err
			}
			if w.in, err = optionalDate(c, "in", f.in); err != nil {
				return err
			}
			format, atlas, err := p.open("members")
			if err != nil {
				return err
			}
			org, err := organization(atlas, c.Args().First())
			if err != nil {
				return err
			}
			all, err := askMembers(atlas, org.ID, w, q, f.lineage)
			if err != nil {
				return err
			}
			v := membersView{
				remarker: remarker{citer: &citer{atlas: atlas, on: f.cite}, when: w},
				org:      org, query: q, line: f.lineage,
			}
			v.divide(all)
			return p.write(format, v.listing(format))
		},
	}
}

// askMembers asks for the standings in every role, and for those that are
// disputed: the writer tells them apart.
func askMembers(atlas *lineage.Atlas, id lineage.OrgID, w when, q lineage.Query, line bool) ([]lineage.Standing, error) {
	q.Roles, q.Disputed = lineage.EveryRole, true
	period := w.in
	if w.ever() {
		period = unknownDay // any day of all time
	}
	switch {
	case line && w.on.IsZero():
		return atlas.LineageMembersDuring(id, period, q)
	case line:
		return atlas.LineageMembersOn(id, w.on, q)
	case w.on.IsZero():
		return atlas.MembersDuring(id, period, q)
	}
	return atlas.MembersOn(id, w.on, q)
}
