package chart

import (
	"io"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/internal/scene"
)

// Options say what a chart shows. The zero Options are the whole atlas with the
// states by their names.
type Options struct {
	render.View
	Sort Sort
	// On is a date to mark, for which a list beside the chart says who was in
	// what; a zero date asks for none.
	On lineage.Date
}

// SVG writes the chart of an atlas as SVG. The error is that of w, a
// [*lineage.NotFoundError] for an organization, a [*lineage.DateError] for a
// period that ends before it begins, or one that names the languages there are.
// Nothing is written if it is not that of w.
func SVG(w io.Writer, atlas *lineage.Atlas, opts Options) error {
	s, err := scene.New(atlas, opts.View)
	if err != nil {
		return err
	}
	l, err := plan(atlas, s, opts)
	if err != nil {
		return err
	}
	return draw(w, s, l, opts)
}
