package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
)

func coverageCommand(p *program) *cli.Command {
	var f coverageFlags
	return &cli.Command{
		Name:      "coverage",
		Usage:     "how well the facts are known, organization by organization, and what is missing",
		ArgsUsage: "[ORG…]",
		UsageText: `lineage coverage
lineage coverage CACO
lineage coverage --collection security
lineage coverage CIS --missing --format csv
lineage coverage --totals`,
		Description: `Counts the facts, and those of them that are dated to the day, name the act itself,
have two independent sources, or are disputed. A fact is a founding, an end, a
succession, or the beginning or the end of a membership or of a suspension. Without
ORG, all organizations are counted; of those that are named, the facts that lack
something are listed as well. What exactly is counted: lineage help evidence.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "collection", Usage: "the organizations of the collection `ID`", Destination: &f.collection},
			&cli.BoolFlag{Name: "missing", DisableDefaultText: true, Usage: "list the facts that lack something, and what", Destination: &f.missing},
			&cli.BoolFlag{Name: "totals", DisableDefaultText: true, Usage: "only what all of them add up to", Destination: &f.totals},
			&cli.BoolFlag{Name: "check", DisableDefaultText: true, Usage: "exit with 1 if a goal is missed", Destination: &f.check},
		},
		Action: func(c *cli.Context) error {
			if err := want(c, 0, -1, "organizations"); err != nil {
				return err
			}
			if f.missing && f.totals {
				return usagef("--missing lists facts and --totals adds them up: give one of them")
			}
			if c.IsSet("collection") && c.Args().Present() {
				return usagef("--collection says which organizations, and so does %s: give one of them", quote(c.Args().First()))
			}
			format, atlas, err := p.open("coverage")
			if err != nil {
				return err
			}
			ids, err := organizations(atlas, c.Args().Slice())
			if err != nil {
				return err
			}
			v := coverageView{atlas: atlas, named: len(ids) > 0}
			if c.IsSet("collection") {
				of, orgs, err := atlas.Collection(f.collection)
				if err != nil {
					return err
				}
				for _, o := range orgs {
					ids = append(ids, o.ID)
				}
				if v.of = string(of.ID); len(ids) == 0 {
					return fmt.Errorf("the collection %s holds no organizations", v.of)
				}
			}
			if v.all, err = atlas.Coverage(ids...); err != nil {
				return err
			}
			v.sum = lineage.AddCoverage(v.all...)
			if err := p.write(format, v.listing(&f)); err != nil || !f.check {
				return err
			}
			return v.check()
		},
	}
}

type coverageFlags struct {
	collection             string
	missing, totals, check bool
}

// A coverageView writes how well facts are known.
type coverageView struct {
	atlas *lineage.Atlas
	all   []lineage.Coverage
	sum   lineage.Coverage
	named bool   // the organizations stand on the line
	of    string // the collection, or ""
}

func (v *coverageView) listing(f *coverageFlags) *listing {
	var l *listing
	switch {
	case f.totals:
		l = v.totals()
	case f.missing:
		l = v.missing()
	default:
		l = v.table()
	}
	l.notes = append(l.notes, v.goals())
	l.value = v.record(!f.totals)
	if v.named && !f.totals && !f.missing {
		l.notes = append(l.notes, v.lines()...)
	}
	return l
}

// title names what the listing is about.
func (v *coverageView) title(what string) string {
	switch {
	case len(v.all) == 1:
		o := v.all[0].Organization
		return fullName(o) + ", " + what
	case v.named:
		var shorts []string
		for _, c := range v.all {
			shorts = append(shorts, c.Organization.Short)
		}
		return capital(what) + " for " + list(shorts)
	case v.of != "":
		return capital(what) + " for the collection " + v.of
	}
	return capital(what)
}

// check returns an error that names the goals that are missed.
func (v *coverageView) check() error {
	var missed []string
	for _, g := range v.sum.Counted.Goals() {
		if !g.Reached() {
			missed = append(missed, fmt.Sprintf("%s (%s, want %d%%)", goalTexts[g.Name], share(g.Have, g.Of), g.Percent))
		}
	}
	if len(missed) == 0 {
		return nil
	}
	return &invalidError{"goals missed: memberships and successions " + list(missed)}
}

var goalTexts = map[string]string{"sourced": "sourced", "day": "dated to the day", "act": "with the act itself"}

// goals says of each goal whether it is reached.
func (v *coverageView) goals() string {
	text := ""
	for i, g := range v.sum.Counted.Goals() {
		end := ", reached"
		if !g.Reached() {
			end = ", missed"
		}
		if i > 0 {
			text += "; "
		}
		text += fmt.Sprintf("%s %s (goal %d%%%s)", goalTexts[g.Name], share(g.Have, g.Of), g.Percent, end)
	}
	return fmt.Sprintf("Memberships and successions (%d): %s.", v.sum.Counted.Number, text)
}

// share writes a share as a percentage, rounded down so that 100% means all.
func share(n, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%d%%", 100*n/of)
}
