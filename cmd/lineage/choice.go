package main

import (
	"slices"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
)

// choiceFlags are the flags that say which part of the atlas is drawn or
// exported.
type choiceFlags struct {
	lineage, family, only bool
	collection            string
	from, to              string
}

// which are the flags about organizations.
func (f *choiceFlags) which() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "lineage", DisableDefaultText: true, Usage: "each ORG with its ancestors and descendants (if one ORG is named and nothing is said)", Destination: &f.lineage},
		&cli.BoolFlag{Name: "family", DisableDefaultText: true, Usage: "each ORG with all that successions join to it in any direction", Destination: &f.family},
		&cli.BoolFlag{Name: "only", DisableDefaultText: true, Usage: "each ORG alone (if several are named and nothing is said)", Destination: &f.only},
		&cli.StringFlag{Name: "collection", Usage: "the organizations of the collection `ID`, alone if nothing else is said", Destination: &f.collection},
	}
}

// period are the flags about time.
func (f *choiceFlags) period() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "from", Usage: "leave out what ended before `DATE`", Destination: &f.from},
		&cli.StringFlag{Name: "to", Usage: "leave out what began after `DATE`", Destination: &f.to},
	}
}

// check checks what can be known before the atlas is read.
func (f *choiceFlags) check(c *cli.Context) error {
	if err := oneOf(f.lineage, f.family, f.only); err != nil {
		return err
	}
	if (f.lineage || f.family || f.only) && !c.Args().Present() && !c.IsSet("collection") {
		return usagef("--lineage, --family and --only are about organizations: name one")
	}
	return nil
}

// span returns the dates of --from and --to; zero where they are not given.
func (f *choiceFlags) span(c *cli.Context) (from, to lineage.Date, err error) {
	if from, err = optionalDate(c, "from", f.from); err != nil {
		return from, to, err
	}
	if to, err = optionalDate(c, "to", f.to); err != nil {
		return from, to, err
	}
	first, _ := from.Bounds()
	if _, last := to.Bounds(); c.IsSet("from") && c.IsSet("to") && first > last {
		return from, to, usagef("--from %s is after --to %s: nothing lies between them", from, to)
	}
	return from, to, nil
}

// choose returns the organizations that are asked for, none for all: the one
// named with its lineage, or several that are named, and those of a collection,
// alone if nothing else is said. The collection is nil where none is asked for.
func (f *choiceFlags) choose(c *cli.Context, atlas *lineage.Atlas) ([]lineage.OrgID, *lineage.Collection, error) {
	names, err := organizations(atlas, c.Args().Slice())
	if err != nil {
		return nil, nil, err
	}
	chosen, err := selection(atlas, names, f.family, f.only || len(names) > 1 && !f.lineage && !f.family)
	if err != nil || !c.IsSet("collection") {
		return chosen, nil, err
	}
	collection, orgs, err := atlas.Collection(f.collection)
	if err != nil {
		return nil, nil, err
	}
	if len(orgs) == 0 {
		return nil, nil, usagef("no organization is in the collection %s", collection.ID) // none would mean all
	}
	var ids []lineage.OrgID
	for _, o := range orgs {
		ids = append(ids, o.ID)
	}
	more, err := selection(atlas, ids, f.family, !f.lineage && !f.family)
	if err != nil {
		return nil, nil, err
	}
	return union(chosen, more), collection, nil
}

func oneOf(flags ...bool) error {
	n := 0
	for _, set := range flags {
		if set {
			n++
		}
	}
	if n > 1 {
		return usagef("--lineage, --family and --only exclude each other")
	}
	return nil
}

// selection returns the organizations that those named stand for, empty for all.
func selection(atlas *lineage.Atlas, names []lineage.OrgID, family, only bool) ([]lineage.OrgID, error) {
	if only {
		return names, nil
	}
	ask := atlas.Lineage
	if family {
		ask = atlas.Family
	}
	var ids []lineage.OrgID
	for _, name := range names {
		orgs, err := ask(name)
		if err != nil {
			return nil, err
		}
		for _, o := range orgs {
			ids = union(ids, []lineage.OrgID{o.ID})
		}
	}
	return ids, nil
}

// union returns ids and those of more that are not among them.
func union(ids, more []lineage.OrgID) []lineage.OrgID {
	for _, id := range more {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}
