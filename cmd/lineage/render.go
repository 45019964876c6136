package main

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
)

const (
	formatDOT  = "dot"
	formatSVG  = "svg"
	formatHTML = "html"
)

// The views of render.
const (
	viewRiver      = "river"
	viewChart      = "chart"
	viewSuccession = "succession"
)

var views = []string{viewRiver, viewChart, viewSuccession}

func renderCommand(p *program) *cli.Command {
	f := &renderFlags{}
	return &cli.Command{
		Name:      "render",
		Usage:     "draw organizations, how they followed each other and who was in them, as SVG, HTML or DOT",
		ArgsUsage: "[ORG…]",
		UsageText: `lineage render CAEU -o caeu.svg
lineage render CAEU CAEC CACO EurAsEC EAEU --role member --explain-layout -o core.svg
lineage render EAEU -o eaeu.html
lineage render --collection turkic --view chart --sort similarity -o turkic.svg
lineage render EurAsEC --only --on 2008-12-31 -o eurasec.svg
lineage render --view succession --left-to-right -o all.svg
lineage render CACO --format dot | dot -Tpdf -o caco.pdf`,
		Description: `Draws an ORG with its ancestors and descendants, several ORGs as they are named, and
without ORG all organizations. The format is that of --format, or of the extension
of -o: SVG, HTML or DOT; to standard output it is DOT, or SVG if a river or chart is
asked for.

river       time runs right, organizations are bands, states are lines in them
            (SVG and HTML if nothing else is said)
chart       states are rows, memberships are bars; with --on, who was in what that day
succession  organizations are boxes with their events, successions are arrows; DOT, or
            SVG drawn by lineage-graphviz or Graphviz's dot

HTML is one file that needs no network: river and chart with a date slider, the facts
and their sources.`,
		Flags: f.flags(),
		Action: func(c *cli.Context) error {
			if err := want(c, 0, -1, "organizations"); err != nil {
				return err
			}
			format, err := p.chooseDrawing(f.scaled(c))
			if err != nil {
				return err
			}
			d, err := f.drawing(c, format)
			if err != nil {
				return err
			}
			atlas, err := p.atlas()
			if err != nil {
				return err
			}
			if err := f.choose(c, atlas, d); err != nil {
				return err
			}
			return p.draw(c.Context, atlas, d)
		},
	}
}

// chooseDrawing is chooseFormat for drawings: an extension that says another
// format is an error. Drawings to scale are SVG if nothing is said, others are
// DOT.
func (p *program) chooseDrawing(scaled bool) (string, error) {
	ext := strings.ToLower(filepath.Ext(p.output))
	if p.format == "" && ext != "" && formatByExtension[ext] == "" {
		return "", usagef("cannot draw %s: it draws .svg, .html and .dot (--format says which, whatever the name of the file)", ext)
	}
	if scaled {
		return p.chooseFormat("render", formatSVG, formatHTML, formatDOT)
	}
	return p.chooseFormat("render", formatDOT, formatSVG, formatHTML)
}

func (p *program) draw(ctx context.Context, atlas *lineage.Atlas, d *drawing) error {
	switch {
	case d.format == formatHTML:
		return p.drawPage(ctx, atlas, d)
	case d.format == formatDOT:
		return d.dot(&p.out, atlas)
	}
	svg, err := d.svg(ctx, p.stderr, atlas, d.view)
	if err != nil {
		return err
	}
	p.out.Write(svg)
	return nil
}
