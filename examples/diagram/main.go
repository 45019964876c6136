// Diagram writes the lineage of an organization as DOT to standard output, and
// as SVG to the file that its argument names:
//
//	go run ./examples/diagram lineage.svg
package main

import (
	"bytes"
	"context"
	"io"
	"log"
	"os"
	"time"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/graphviz/process"
)

func main() {
	atlas, err := data.BuiltIn()
	if err != nil {
		log.Fatal(err)
	}
	line, err := atlas.Lineage("caeu")
	if err != nil {
		log.Fatal(err)
	}
	view := render.Succession{LeftToRight: true}
	for _, o := range line {
		view.Organizations = append(view.Organizations, o.ID)
	}
	if len(os.Args) != 2 {
		if err := render.DOT(os.Stdout, atlas, view); err != nil {
			log.Fatal(err)
		}
		return
	}
	var picture bytes.Buffer
	if err := draw(&picture, atlas, view); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(os.Args[1], picture.Bytes(), 0o666); err != nil {
		log.Fatal(err)
	}
}

// draw has a program of its own make the SVG, for at most ten seconds.
func draw(w io.Writer, atlas *lineage.Atlas, view render.Succession) error {
	var dot bytes.Buffer
	if err := render.DOT(&dot, atlas, view); err != nil {
		return err
	}
	drawer, err := process.Find()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	svg, err := drawer.SVG(ctx, dot.Bytes())
	if err != nil {
		return err
	}
	return render.Dress(w, svg, atlas, view)
}
