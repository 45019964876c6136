// Gallery draws some pictures of the built-in facts and of a data set of one's
// own, and an index page, into a folder:
//
//	go run ./examples/gallery pictures examples/own-data/isles
package main

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"html/template"
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/chart"
	"github.com/orglineage/orglineage/render/graphviz/process"
	"github.com/orglineage/orglineage/render/page"
	"github.com/orglineage/orglineage/render/river"
)

//go:generate sh draw.sh

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: gallery FOLDER OWN-DATA")
	}
	if err := gallery(os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

// A picture is one of the gallery.
type picture struct {
	File, Title, About, Command string
	draw                        func(atlas, own *lineage.Atlas) ([]byte, error)
}

var core = []lineage.OrgID{"caeu", "caec", "caco", "eurasec", "eaeu"}

var pictures = []picture{
	{
		"core-river.svg", "The core lineage as a river",
		"From the Central Asian Economic Union to the Eurasian Economic Union: full members. Time is to scale; a line is in a band exactly while its state is a member.",
		"lineage render CAEU CAEC CACO EurAsEC EAEU --role member -o core-river.svg",
		func(atlas, _ *lineage.Atlas) ([]byte, error) {
			return drawRiver(atlas, render.View{Organizations: core, Roles: lineage.RolesOf(lineage.Member)})
		},
	},
	{
		"core-chart.svg", "The core lineage as a chart",
		"The same organizations in all roles, a row a state, those with like histories beside each other; with a list of who was in what on the last day of 2004.",
		"lineage render CAEU CAEC CACO EurAsEC EAEU --view chart --sort similarity --on 2004-12-31 -o core-chart.svg",
		func(atlas, _ *lineage.Atlas) ([]byte, error) {
			return drawChart(atlas, chart.Options{View: render.View{Organizations: core}, Sort: chart.BySimilarity, On: lineage.MustDate("2004-12-31")})
		},
	},
	{
		"core-succession.svg", "The core lineage as successions",
		"What followed what, and the events of each organization.",
		"lineage render CAEU CAEC CACO EurAsEC EAEU --view succession -o core-succession.svg",
		func(atlas, _ *lineage.Atlas) ([]byte, error) {
			return drawSuccession(atlas, render.Succession{Organizations: core})
		},
	},
	{
		"core.html", "The core lineage as a page",
		"River and chart with a date to slide, the facts behind every line, their sources and what other sources say. One file, which works offline.",
		"lineage render CAEU CAEC CACO EurAsEC EAEU -o core.html",
		func(atlas, _ *lineage.Atlas) ([]byte, error) {
			return drawPage(atlas, render.View{Organizations: core})
		},
	},
	{
		"eurasian-union.svg", "Towards the Eurasian Economic Union",
		"Customs unions, economic spaces and the organizations that they led to.",
		"lineage render --collection eurasian-union -o eurasian-union.svg",
		collection("eurasian-union", lineage.EveryRole),
	},
	{
		"security.svg", "Security",
		"The Collective Security Treaty and its organization, the Shanghai Five and the SCO, GUAM, CICA: full members.",
		"lineage render --collection security --role member,party -o security.svg",
		collection("security", lineage.RolesOf(lineage.Member, lineage.Party)),
	},
	{
		"kz-uz.svg", "Two states",
		"The treaties between Kazakhstan and Uzbekistan, each built upon by the next. Wedges and brackets are dates that are not known to the day.",
		"lineage render --collection kz-uz -o kz-uz.svg",
		collection("kz-uz", lineage.EveryRole),
	},
	{
		"isles.svg", "A data set of one's own",
		"Invented isles, from a folder of YAML files.",
		"lineage render --data examples/own-data/isles --view river -o isles.svg",
		func(_, own *lineage.Atlas) ([]byte, error) { return drawRiver(own, render.View{}) },
	},
}

// gallery draws all pictures and the index into a folder.
func gallery(folder, ownData string) error {
	atlas, err := data.BuiltIn()
	if err != nil {
		return err
	}
	own, err := data.Load(os.DirFS(ownData))
	if err != nil {
		return err
	}
	for _, p := range pictures {
		drawn, err := p.draw(atlas, own)
		if err != nil {
			return fmt.Errorf("%s: %w", p.File, err)
		}
		if err := os.WriteFile(filepath.Join(folder, p.File), drawn, 0o666); err != nil {
			return err
		}
	}
	var out bytes.Buffer
	if err := index.Execute(&out, pictures); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "index.html"), out.Bytes(), 0o666)
}

//go:embed index.tmpl
var indexText string

var index = template.Must(template.New("index").Funcs(template.FuncMap{
	"isPage": func(file string) bool { return filepath.Ext(file) == ".html" },
}).Parse(indexText))

// collection returns what draws the river of a collection.
func collection(name string, roles lineage.Roles) func(atlas, own *lineage.Atlas) ([]byte, error) {
	return func(atlas, _ *lineage.Atlas) ([]byte, error) {
		c, orgs, err := atlas.Collection(name)
		if err != nil {
			return nil, err
		}
		view := render.View{Title: c.Name, Roles: roles}
		for _, o := range orgs {
			view.Organizations = append(view.Organizations, o.ID)
		}
		return drawRiver(atlas, view)
	}
}

func drawRiver(atlas *lineage.Atlas, view render.View) ([]byte, error) {
	r, err := river.New(atlas, view)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = r.SVG(&out)
	return out.Bytes(), err
}

func drawChart(atlas *lineage.Atlas, opts chart.Options) ([]byte, error) {
	var out bytes.Buffer
	err := chart.SVG(&out, atlas, opts)
	return out.Bytes(), err
}

// drawSuccession has a program of its own make the SVG, for at most ten seconds.
func drawSuccession(atlas *lineage.Atlas, opts render.Succession) ([]byte, error) {
	var dot, out bytes.Buffer
	if err := render.DOT(&dot, atlas, opts); err != nil {
		return nil, err
	}
	drawer, err := process.Find()
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	svg, err := drawer.SVG(ctx, dot.Bytes())
	if err != nil {
		return nil, err
	}
	err = render.Dress(&out, svg, atlas, opts)
	return out.Bytes(), err
}

func drawPage(atlas *lineage.Atlas, view render.View) ([]byte, error) {
	opts := page.Options{View: view}
	r, err := drawRiver(atlas, view)
	if err != nil {
		return nil, err
	}
	c, err := drawChart(atlas, chart.Options{View: view})
	if err != nil {
		return nil, err
	}
	opts.Drawings = []page.Drawing{{View: "river", SVG: r}, {View: "chart", SVG: c}}
	var out bytes.Buffer
	err = page.HTML(&out, atlas, opts)
	return out.Bytes(), err
}
