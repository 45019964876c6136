package page

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/export"
	"github.com/orglineage/orglineage/render/internal/ink"
	"github.com/orglineage/orglineage/render/internal/scene"
	"github.com/orglineage/orglineage/render/internal/words"
)

// Options say what a page shows.
type Options struct {
	render.View
	// Drawings are those of the view, of which there must be one at least. If
	// there are several, tabs switch between them; without script the first is
	// shown.
	Drawings []Drawing
}

// A Drawing is a picture of the view.
type Drawing struct {
	View string // "river", "chart" or "succession"; lower-case letters
	SVG  []byte
}

// HTML writes the page. The error is a [*lineage.NotFoundError], a
// [*lineage.DateError] for a period that ends before it begins, one about the
// language or a drawing that is not well-formed, or that of w; nothing is written but in the
// last case.
func HTML(w io.Writer, atlas *lineage.Atlas, opts Options) error {
	if len(opts.Drawings) == 0 {
		return errors.New("a page needs a drawing")
	}
	p := &page{}
	var err error
	if opts.Language != "" {
		if p.say.Language, err = words.ParseLanguage(opts.Language); err != nil {
			return err
		}
	}
	if p.say.scene, err = scene.New(atlas, opts.View); err != nil {
		return err
	}
	p.text = textIn(p.say)
	p.say.text = p.text
	p.facts = gather(atlas, p.say.scene, p.say)
	for _, d := range opts.Drawings {
		drawn, err := p.adopt(d)
		if err != nil {
			return err
		}
		p.drawings = append(p.drawings, drawn)
	}
	if opts.Title == "" && p.drawings[0].title != "" {
		p.facts.Title = p.drawings[0].title // it says best what is drawn
	}
	// The table is that of the command's export: the same bytes for the same
	// selection.
	var table bytes.Buffer
	if err := export.Spells(&table, atlas, export.Selection{
		Organizations: opts.Organizations, From: opts.From, To: opts.To, Roles: opts.Roles, Basis: opts.Basis,
	}); err != nil {
		return err
	}
	p.table = table.String()
	var out bytes.Buffer
	if err := p.write(&out); err != nil {
		return err
	}
	_, err = w.Write(out.Bytes())
	return err
}

// A page is what is written.
type page struct {
	say      speech
	text     *text
	facts    *facts
	drawings []drawing
	table    string // the memberships as CSV
	*ink.Writer
}

// island writes data for the script. The encoding escapes <, > and &, so that
// nothing in it can end the element or begin a comment.
func (p *page) island(id string, data any) error {
	b, err := json.Marshal(data)
	if err != nil {
		return err
	}
	p.Raw(`<script type="application/json" id="` + id + `">` + string(b) + `</script>`)
	return nil
}
