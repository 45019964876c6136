package main

import (
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
)

// renderFlags are the flags of the command render.
type renderFlags struct {
	queryFlags
	view, direction, title string
	leftToRight            bool
	from, to, on           string
	lineage, family, only  bool
	collection             string
	timeout                time.Duration
}

func (f *renderFlags) flags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "view", Usage: "draw the `VIEW`: succession", Destination: &f.view},
		&cli.BoolFlag{Name: "lineage", DisableDefaultText: true, Usage: "each ORG with its ancestors and descendants (if nothing is said)", Destination: &f.lineage},
		&cli.BoolFlag{Name: "family", DisableDefaultText: true, Usage: "each ORG with all that successions join to it in any direction", Destination: &f.family},
		&cli.BoolFlag{Name: "only", DisableDefaultText: true, Usage: "each ORG alone", Destination: &f.only},
		&cli.StringFlag{Name: "collection", Usage: "the organizations of the collection `ID`, alone if nothing else is said", Destination: &f.collection},
		&cli.BoolFlag{Name: "left-to-right", DisableDefaultText: true, Usage: "let time run right instead of down", Destination: &f.leftToRight},
		&cli.StringFlag{Name: "direction", Usage: "TB (down) or LR (right), as `DIRECTION`", Destination: &f.direction},
		&cli.StringFlag{Name: "from", Usage: "leave out what ended before `DATE`", Destination: &f.from},
		&cli.StringFlag{Name: "to", Usage: "leave out what began after `DATE`", Destination: &f.to},
		&cli.StringFlag{Name: "on", Usage: "draw what was there on `DATE`", Destination: &f.on},
		f.basisFlag(),
		&cli.StringFlag{Name: "title", Usage: "write `TEXT` above the drawing", Destination: &f.title},
		&cli.DurationFlag{Name: "timeout", Usage: "stop Graphviz after `TIME`", Value: 30 * time.Second, Destination: &f.timeout},
	}
}

// options checks the flags and says what they ask for, but for the
// organizations.
func (f *renderFlags) options(c *cli.Context) (render.Succession, error) {
	var none render.Succession
	if f.view != "" && f.view != "succession" {
		return none, usagef("no view %s; there is succession", quote(f.view))
	}
	q, err := f.query()
	if err != nil {
		return none, err
	}
	opts := render.Succession{LeftToRight: f.leftToRight, Basis: q.Basis, Title: f.title}
	switch d := strings.ToUpper(f.direction); {
	case d == "LR":
		opts.LeftToRight = true
	case d == "TB" && f.leftToRight:
		return none, usagef("--left-to-right and --direction TB contradict each other")
	case d != "" && d != "TB":
		return none, usagef("--direction: want TB or LR, not %s", quote(f.direction))
	}
	if err := f.times(c, &opts); err != nil {
		return none, err
	}
	if err := oneOf(f.lineage, f.family, f.only); err != nil {
		return none, err
	}
	if (f.lineage || f.family || f.only) && !c.Args().Present() && !c.IsSet("collection") {
		return none, usagef("--lineage, --family and --only are about organizations: name one")
	}
	if f.timeout <= 0 {
		return none, usagef("--timeout: want a time such as 30s, not %s", f.timeout)
	}
	return opts, nil
}

// times reads the day or the period to draw.
func (f *renderFlags) times(c *cli.Context, opts *render.Succession) (err error) {
	for _, date := range []struct {
		name, text string
		to         *lineage.Date
	}{{"from", f.from, &opts.From}, {"to", f.to, &opts.To}, {"on", f.on, &opts.On}} {
		if *date.to, err = optionalDate(c, date.name, date.text); err != nil {
			return err
		}
	}
	if c.IsSet("on") && (c.IsSet("from") || c.IsSet("to")) {
		return usagef("--on is one day, --from and --to are a period: give one or the other")
	}
	first, _ := opts.From.Bounds()
	if _, last := opts.To.Bounds(); c.IsSet("from") && c.IsSet("to") && first > last {
		return usagef("--from %s is after --to %s: nothing lies between them", opts.From, opts.To)
	}
	return nil
}

// choose says which organizations are to be drawn: those named, each with its
// lineage if nothing else is said, and those of a collection, alone.
func (f *renderFlags) choose(c *cli.Context, atlas *lineage.Atlas, opts *render.Succession) error {
	names, err := organizations(atlas, c.Args().Slice())
	if err != nil {
		return err
	}
	if opts.Organizations, err = selection(atlas, names, f.family, f.only); err != nil || !c.IsSet("collection") {
		return err
	}
	collection, orgs, err := atlas.Collection(f.collection)
	if err != nil {
		return err
	}
	if len(orgs) == 0 {
		return usagef("no organization is in the collection %s", collection.ID) // to draw none would mean all
	}
	var ids []lineage.OrgID
	for _, o := range orgs {
		ids = append(ids, o.ID)
	}
	more, err := selection(atlas, ids, f.family, !f.lineage && !f.family)
	if err != nil {
		return err
	}
	opts.Organizations = union(opts.Organizations, more)
	if opts.Title == "" && len(names) == 0 {
		opts.Title = collection.Name
	}
	return nil
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

// selection returns what to draw for the organizations named, empty for all.
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
