package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/graphviz/process"
)

const (
	formatDOT = "dot"
	formatSVG = "svg"
)

func renderCommand(p *program) *cli.Command {
	var f struct {
		queryFlags
		view, direction, title string
		leftToRight            bool
		from, to, on           string
		lineage, family, only  bool
		collection             string
		timeout                time.Duration
	}
	return &cli.Command{
		Name:      "render",
		Usage:     "draw organizations and how they followed each other, as SVG or DOT",
		ArgsUsage: "[ORG…]",
		UsageText: `lineage render CAEU -o caeu.svg
lineage render -o all.svg --left-to-right
lineage render --collection turkic -o turkic.svg
lineage render EurAsEC --only --on 2008-12-31 -o eurasec.svg
lineage render CACO --format dot | dot -Tpdf -o caco.pdf`,
		Description: `Draws the lineage of each ORG: its ancestors and descendants. Without ORG, it draws
all organizations. The format is that of --format, or of the extension of -o; to
standard output it is DOT. SVG is drawn by lineage-graphviz or Graphviz's dot.`,
		Flags: []cli.Flag{
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
		},
		Action: func(c *cli.Context) error {
			if err := want(c, 0, -1, "organizations"); err != nil {
				return err
			}
			if f.view != "" && f.view != "succession" {
				return usagef("no view %s; there is succession", quote(f.view))
			}
			q, err := f.query()
			if err != nil {
				return err
			}
			opts := render.Succession{LeftToRight: f.leftToRight, Basis: q.Basis, Title: f.title}
			switch d := strings.ToUpper(f.direction); {
			case d == "LR":
				opts.LeftToRight = true
			case d == "TB" && f.leftToRight:
				return usagef("--left-to-right and --direction TB contradict each other")
			case d != "" && d != "TB":
				return usagef("--direction: want TB or LR, not %s", quote(f.direction))
			}
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
			if err := oneOf(f.lineage, f.family, f.only); err != nil {
				return err
			}
			if (f.lineage || f.family || f.only) && !c.Args().Present() && !c.IsSet("collection") {
				return usagef("--lineage, --family and --only are about organizations: name one")
			}
			if f.timeout <= 0 {
				return usagef("--timeout: want a time such as 30s, not %s", f.timeout)
			}
			format, err := p.chooseDrawing()
			if err != nil {
				return err
			}
			atlas, err := p.atlas()
			if err != nil {
				return err
			}
			names, err := organizations(atlas, c.Args().Slice())
			if err != nil {
				return err
			}
			if opts.Organizations, err = selection(atlas, names, f.family, f.only); err != nil {
				return err
			}
			if c.IsSet("collection") {
				of, orgs, err := atlas.Collection(f.collection)
				if err != nil {
					return err
				}
				names = nil
				for _, o := range orgs {
					names = append(names, o.ID)
				}
				more, err := selection(atlas, names, f.family, !f.lineage && !f.family)
				if err != nil {
					return err
				}
				if opts.Organizations = union(opts.Organizations, more); opts.Title == "" && !c.Args().Present() {
					opts.Title = of.Name
				}
			}
			return p.draw(c.Context, format, atlas, opts, f.timeout)
		},
	}
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

// chooseDrawing is chooseFormat for drawings: an extension that says another
// format is an error.
func (p *program) chooseDrawing() (string, error) {
	ext := strings.ToLower(filepath.Ext(p.output))
	if p.format == "" && ext != "" && formatByExtension[ext] == "" {
		return "", usagef("cannot draw %s: it draws .svg and .dot (--format says which, whatever the name of the file)", ext)
	}
	return p.chooseFormat("render", formatDOT, formatSVG)
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

func (p *program) draw(ctx context.Context, format string, atlas *lineage.Atlas, opts render.Succession, limit time.Duration) error {
	if format == formatDOT {
		return render.DOT(&p.out, atlas, opts)
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	drawer, err := process.Find()
	if err != nil {
		return err
	}
	drawer.Warnings = p.stderr
	var dot bytes.Buffer
	if err := render.DOT(&dot, atlas, opts); err != nil {
		return err
	}
	// Only here is there something to stop: the program that draws. Listening
	// for signals costs a tenth of the time in which others answer.
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	svg, err := drawer.SVG(ctx, dot.Bytes())
	switch {
	case errors.As(err, new(*process.TimeoutError)): // it knows what was left of the time, not what was given
		return fmt.Errorf("drawing took longer than %s (--timeout)", limit)
	case errors.Is(err, context.Canceled):
		return errors.New("interrupted")
	case err != nil:
		return err
	}
	return render.Dress(&p.out, svg, atlas, opts)
}
