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
	view, direction, sort    string
	title, caption, language string
	width                    int
	leftToRight, explain     bool
	on                       string
	timeout                  time.Duration
}

func (f *renderFlags) flags() []cli.Flag {
	return slices.Concat([]cli.Flag{
		&cli.StringFlag{Name: "view", Usage: "draw the `VIEW`: river, chart or succession", Destination: &f.view},
	}, f.which(), f.period(), []cli.Flag{
		f.role(),
		f.basisFlag(),
		&cli.StringFlag{Name: "on", Usage: "mark `DATE` in a chart and list who was in what; of successions, draw what was there then", Destination: &f.on},
		&cli.StringFlag{Name: "sort", Usage: "the rows of a chart by `ORDER`: name, accession or similarity", Destination: &f.sort},
		&cli.BoolFlag{Name: "explain-layout", DisableDefaultText: true, Usage: "say how often lines cross in a river, and whether that is proven to be the least", Destination: &f.explain},
		&cli.BoolFlag{Name: "left-to-right", DisableDefaultText: true, Usage: "let time run right instead of down, in successions", Destination: &f.leftToRight},
		&cli.StringFlag{Name: "direction", Usage: "TB (down) or LR (right) for successions, as `DIRECTION`", Destination: &f.direction},
		&cli.StringFlag{Name: "title", Usage: "write `TEXT` above the drawing", Destination: &f.title},
		&cli.StringFlag{Name: "caption", Usage: "write `TEXT` below the title of a river or chart", Destination: &f.caption},
		&cli.StringFlag{Name: "lang", Usage: "write a river, chart or page in the language `CODE`: en or ru", Destination: &f.language},
		&cli.IntFlag{Name: "width", DefaultText: "1480", Usage: "make a river or chart as wide as `PIXELS`, 720 at least", Destination: &f.width},
		&cli.DurationFlag{Name: "timeout", Usage: "stop Graphviz after `TIME`", Value: 30 * time.Second, Destination: &f.timeout},
	})
}

// drawing checks the flags and says what they ask for, but for the organizations.
func (f *renderFlags) drawing(c *cli.Context, format string) (*drawing, error) {
	q, err := f.query()
	if err != nil {
		return nil, err
	}
	d := &drawing{
		View:   render.View{Roles: q.Roles, Basis: q.Basis, Title: f.title, Caption: f.caption, Width: f.width},
		format: format, leftToRight: f.leftToRight, explain: f.explain, timeout: f.timeout,
	}
	switch dir := strings.ToUpper(f.direction); {
	case dir == "LR":
		d.leftToRight = true
	case dir == "TB" && f.leftToRight:
		return nil, usagef("--left-to-right and --direction TB contradict each other")
	case dir != "" && dir != "TB":
		return nil, usagef("--direction: want TB or LR, not %s", quote(f.direction))
	}
	if d.view, err = f.chooseView(c, format); err != nil {
		return nil, err
	}
	if err := f.times(c, d); err != nil {
		return nil, err
	}
	if f.sort != "" {
		if err := d.sort.UnmarshalText([]byte(strings.ToLower(f.sort))); err != nil {
			return nil, usagef("--sort: %w", err)
		}
	}
	if d.Language = f.language; f.language != "" && render.CheckLanguage(f.language) != nil {
		return nil, usagef("--lang: %w", render.CheckLanguage(f.language))
	}
	if c.IsSet("width") && (f.width < 720 || f.width > 20_000) {
		return nil, usagef("--width: want 720 to 20000 pixels, not %d", f.width)
	}
	if f.timeout <= 0 {
		return nil, usagef("--timeout: want a time such as 30s, not %s", f.timeout)
	}
	return d, f.check(c)
}

// scaled reports whether something is asked for that only drawings to scale show.
func (f *renderFlags) scaled(c *cli.Context) bool {
	if view := strings.ToLower(f.view); view == viewRiver || view == viewChart {
		return true
	}
	return slices.ContainsFunc([]string{"role", "caption", "lang", "width", "explain-layout", "sort"}, c.IsSet)
}

// chooseView returns the view to draw, and refuses flags that it does not know:
// what asks for something that a drawing does not show must not be ignored.
func (f *renderFlags) chooseView(c *cli.Context, format string) (string, error) {
	view := strings.ToLower(f.view)
	switch {
	case view == "" && (format == formatDOT || f.leftToRight || f.direction != ""):
		view = viewSuccession
	case view == "" && (c.IsSet("on") || c.IsSet("sort")):
		view = viewChart
	case view == "":
		view = viewRiver
	}
	known := map[string][]string{
		viewRiver:      {"role", "caption", "lang", "width", "explain-layout"},
		viewChart:      {"role", "caption", "lang", "width", "on", "sort"},
		viewSuccession: {"on", "left-to-right", "direction", "timeout"},
	}
	if known[view] == nil {
		return "", usagef("no view %s; want %s", quote(f.view), choice(views))
	}
	if format == formatDOT && view != viewSuccession {
		return "", usagef("DOT is of the view succession: a %s is drawn as SVG or HTML (--format, or the extension of -o)", view)
	}
	allowed := known[view]
	if format == formatHTML { // it has a river and a chart, whatever comes first
		allowed = slices.Concat(allowed, known[viewRiver], []string{"sort"})
	}
	for _, name := range [...]string{"role", "caption", "lang", "width", "explain-layout", "on", "sort", "left-to-right", "direction"} {
		if c.IsSet(name) && !slices.Contains(allowed, name) {
			return "", usagef("a %s knows no --%s (lineage help render)", view, name)
		}
	}
	return view, nil
}

// times reads the day or the period to draw.
func (f *renderFlags) times(c *cli.Context, d *drawing) (err error) {
	if d.on, err = optionalDate(c, "on", f.on); err != nil {
		return err
	}
	if d.From, d.To, err = f.span(c); err != nil {
		return err
	}
	if d.view == viewSuccession && c.IsSet("on") && (c.IsSet("from") || c.IsSet("to")) {
		return usagef("--on is one day, --from and --to are a period: give one or the other")
	}
	return nil
}

// choose says which organizations are to be drawn, and gives the drawing of a
// collection its name.
func (f *renderFlags) choose(c *cli.Context, atlas *lineage.Atlas, d *drawing) error {
	ids, collection, err := f.choiceFlags.choose(c, atlas)
	if err != nil {
		return err
	}
	d.Organizations = ids
	if d.Title == "" && collection != nil && !c.Args().Present() {
		d.Title = collection.Name
	}
	return nil
}
