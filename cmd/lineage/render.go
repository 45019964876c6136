package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
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
	f := &renderFlags{}
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
		Flags: f.flags(),
		Action: func(c *cli.Context) error {
			if err := want(c, 0, -1, "organizations"); err != nil {
				return err
			}
			opts, err := f.options(c)
			if err != nil {
				return err
			}
			format, err := p.chooseDrawing()
			if err != nil {
				return err
			}
			atlas, err := p.atlas()
			if err != nil {
				return err
			}
			if err := f.choose(c, atlas, &opts); err != nil {
				return err
			}
			return p.draw(c.Context, format, atlas, opts, f.timeout)
		},
	}
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
