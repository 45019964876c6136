package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/chart"
	"github.com/orglineage/orglineage/render/graphviz/process"
	"github.com/orglineage/orglineage/render/page"
	"github.com/orglineage/orglineage/render/river"
)

// A drawing is what render is asked for.
type drawing struct {
	render.View
	format, view string
	on           lineage.Date
	sort         chart.Sort
	leftToRight  bool
	explain      bool
	timeout      time.Duration
}

// succession returns the options of the succession view.
func (d *drawing) succession() render.Succession {
	return render.Succession{
		Organizations: d.Organizations, LeftToRight: d.leftToRight,
		From: d.From, To: d.To, On: d.on, Basis: d.Basis, Title: d.Title,
	}
}

func (d *drawing) dot(w io.Writer, atlas *lineage.Atlas) error {
	return render.DOT(w, atlas, d.succession())
}

// svg draws a view. What is to be told besides goes to told.
func (d *drawing) svg(ctx context.Context, told io.Writer, atlas *lineage.Atlas, view string) ([]byte, error) {
	var out bytes.Buffer
	switch view {
	case viewRiver:
		r, err := river.New(atlas, d.View)
		if err != nil {
			return nil, err
		}
		if d.explain {
			fmt.Fprintln(told, r.Proof())
		}
		err = r.SVG(&out)
		return out.Bytes(), err
	case viewChart:
		err := chart.SVG(&out, atlas, chart.Options{View: d.View, Sort: d.sort, On: d.on})
		return out.Bytes(), err
	}
	svg, err := d.graphviz(ctx, told, atlas)
	if err != nil {
		return nil, err
	}
	err = render.Dress(&out, svg, atlas, d.succession())
	return out.Bytes(), err
}

// graphviz has another program draw the succession view.
func (d *drawing) graphviz(ctx context.Context, told io.Writer, atlas *lineage.Atlas) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, d.timeout)
	defer cancel()
	drawer, err := process.Find()
	if err != nil {
		return nil, err
	}
	drawer.Warnings = told
	var dot bytes.Buffer
	if err := d.dot(&dot, atlas); err != nil {
		return nil, err
	}
	// Only here is there something to stop: the program that draws. Listening
	// for signals costs a tenth of the time in which others answer.
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	svg, err := drawer.SVG(ctx, dot.Bytes())
	switch {
	case errors.As(err, new(*process.TimeoutError)): // it knows what was left of the time, not what was given
		return nil, fmt.Errorf("drawing took longer than %s (--timeout)", d.timeout)
	case errors.Is(err, context.Canceled):
		return nil, errors.New("interrupted")
	}
	return svg, err
}

// drawPage writes the page: with the view that is asked for first, and with river
// and chart.
func (p *program) drawPage(ctx context.Context, atlas *lineage.Atlas, d *drawing) error {
	opts := page.Options{View: d.View}
	for _, view := range [...]string{d.view, viewRiver, viewChart} {
		if len(opts.Drawings) > 0 && view == d.view {
			continue
		}
		svg, err := d.svg(ctx, p.stderr, atlas, view)
		if err != nil {
			return err
		}
		opts.Drawings = append(opts.Drawings, page.Drawing{View: view, SVG: svg})
	}
	return page.HTML(&p.out, atlas, opts)
}
