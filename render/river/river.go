package river

import (
	"fmt"
	"io"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/internal/scene"
	"github.com/orglineage/orglineage/render/internal/words"
)

// A River is a drawing that is laid out.
type River struct {
	d     *drawing
	proof Proof
}

// A Proof says how good the order of the lines is.
type Proof struct {
	Crossings int  // of lines and ties
	Bound     int  // no order has fewer
	Optimal   bool // Crossings == Bound
	Lines     int  // drawn
	Bands     int
	Layers    int // of time, between which lines may change their places
	Widest    int // how many lines there are at once
}

// New lays out the river of a view. The error is a [*lineage.NotFoundError], or
// a [*lineage.DateError] for a period that ends before it begins.
func New(atlas *lineage.Atlas, view render.View) (*River, error) {
	say, err := words.ParseLanguage(orEnglish(view.Language))
	if err != nil {
		return nil, err
	}
	s, err := scene.New(atlas, view)
	if err != nil {
		return nil, err
	}
	p, err := newPlanner(s, say)
	if err != nil {
		return nil, err
	}
	d, err := p.mended()
	if err != nil {
		return nil, err
	}
	return &River{d: d, proof: p.proven()}, nil
}

// SVG writes the river. The error is that of w.
func (r *River) SVG(w io.Writer) error { return r.d.svg(w) }

// Proof says how good the order of the lines is.
func (r *River) Proof() Proof { return r.proof }

func orEnglish(language string) string {
	if language == "" {
		return string(words.English)
	}
	return language
}

// String tells the proof in a line: "3 crossings, proven to be the fewest; 11 lines
// in 2 bands, 10 at once".
func (p Proof) String() string {
	crossings := fmt.Sprintf("%d crossings", p.Crossings)
	if p.Crossings == 1 {
		crossings = "1 crossing"
	}
	known := "proven to be the fewest"
	if !p.Optimal {
		known = fmt.Sprintf("not proven to be the fewest: at least %d", p.Bound)
	}
	return fmt.Sprintf("%s, %s; %d lines in %d bands, %d at once", crossings, known, p.Lines, p.Bands, p.Widest)
}
