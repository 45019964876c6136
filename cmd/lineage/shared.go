package main

import (
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
)

func sharedCommand(p *program) *cli.Command {
	var f queryFlags
	return &cli.Command{
		Name:      "shared",
		Usage:     "the organizations of which states were members together, and when",
		ArgsUsage: "STATE STATE…",
		UsageText: `lineage shared Kazakhstan Uzbekistan
lineage shared KZ KG TJ RU --format json`,
		Description: `Suspended members count.`,
		Flags:       []cli.Flag{f.role(), f.basisFlag()},
		Action: func(c *cli.Context) error {
			if err := want(c, 2, -1, "two states or more"); err != nil {
				return err
			}
			q, err := f.query()
			if err != nil {
				return err
			}
			format, err := p.chooseFormat("shared", listingFormats...)
			if err != nil {
				return err
			}
			atlas, err := p.atlas()
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
			found, err := atlas.Shared(ids, q)
			if err != nil {
				return err
			}
			return p.write(format, sharedListing(atlas, ids, q, found))
		},
	}
}

// A jsonSharing is the answer of the command shared.
type jsonSharing struct {
	States []lineage.StateID `json:"states"`
	Shared []jsonShared      `json:"shared"`
	Basis  lineage.Basis     `json:"basis"`
}

type jsonShared struct {
	Organization lineage.OrgID `json:"organization"`
	jsonInterval
	Certain lineage.Answer `json:"certain"`
	Name    string         `json:"name"`
	Short   string         `json:"short"`
}

func sharedListing(atlas *lineage.Atlas, ids []lineage.StateID, q lineage.Query, found []lineage.Shared) *listing {
	var names []string
	for _, id := range ids {
		names = append(names, nameOn(atlas, id))
	}
	l := &listing{
		title:   "Where " + list(names) + " were together, " + rolesText(q.Roles),
		head:    []string{"When", "Organization", "Name", "Remarks"},
		records: [][]string{{"organization", "short", "name", "since", "until", "certain"}},
	}
	rec := jsonSharing{States: ids, Shared: []jsonShared{}, Basis: q.Basis}
	for _, sh := range found {
		o := sh.Organization
		remark := ""
		if sh.Certain == lineage.Maybe {
			remark = "perhaps: the dates leave it open"
		}
		l.rows = append(l.rows, []string{saySpan(sh.Interval), o.Short, o.Name, remark})
		l.records = append(l.records, []string{string(o.ID), o.Short, o.Name, known(sh.Since), sh.Until.String(), sh.Certain.String()})
		rec.Shared = append(rec.Shared, jsonShared{o.ID, interval(sh.Interval), sh.Certain, o.Name, o.Short})
	}
	l.notes = []string{count(len(found), "organization", "organizations") + "."}
	if len(found) == 0 {
		l.notes = []string{"None."}
	}
	l.value = rec
	return l
}
