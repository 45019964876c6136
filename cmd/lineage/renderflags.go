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
	choiceFlags
	view, direction, title string
	leftToRight            bool
	on                     string
	timeout                time.Duration
}

func (f *renderFlags) flags() []cli.Flag {
	return slices.Concat([]cli.Flag{
		&cli.StringFlag{Name: "view", Usage: "draw the `VIEW`: succession", Destination: &f.view},
	}, f.which(), []cli.Flag{
		&cli.BoolFlag{Name: "left-to-right", DisableDefaultText: true, Usage: "let time run right instead of down", Destination: &f.leftToRight},
		&cli.StringFlag{Name: "direction", Usage: "TB (down) or LR (right), as `DIRECTION`", Destination: &f.direction},
	}, f.period(), []cli.Flag{
		&cli.StringFlag{Name: "on", Usage: "draw what was there on `DATE`", Destination: &f.on},
		f.basisFlag(),
		&cli.StringFlag{Name: "title", Usage: "write `TEXT` above the drawing", Destination: &f.title},
		&cli.DurationFlag{Name: "timeout", Usage: "stop Graphviz after `TIME`", Value: 30 * time.Second, Destination: &f.timeout},
	})
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
	if err := f.check(c); err != nil {
		return none, err
	}
	if f.timeout <= 0 {
		return none, usagef("--timeout: want a time such as 30s, not %s", f.timeout)
	}
	return opts, nil
}

// times reads the day or the period to draw.
func (f *renderFlags) times(c *cli.Context, opts *render.Succession) (err error) {
	if opts.On, err = optionalDate(c, "on", f.on); err != nil {
		return err
	}
	if opts.From, opts.To, err = f.span(c); err != nil {
		return err
	}
	if c.IsSet("on") && (c.IsSet("from") || c.IsSet("to")) {
		return usagef("--on is one day, --from and --to are a period: give one or the other")
	}
	return nil
}

// choose says which organizations are to be drawn, and gives the drawing of a
// collection its name.
func (f *renderFlags) choose(c *cli.Context, atlas *lineage.Atlas, opts *render.Succession) error {
	ids, collection, err := f.choiceFlags.choose(c, atlas)
	if err != nil {
		return err
	}
	opts.Organizations = ids
	if opts.Title == "" && collection != nil && !c.Args().Present() {
		opts.Title = collection.Name
	}
	return nil
}
