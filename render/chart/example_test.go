package chart_test

import (
	"bytes"
	"fmt"
	"log"
	"strings"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/chart"
)

func ExampleSVG() {
	atlas, err := data.BuiltIn()
	if err != nil {
		log.Fatal(err)
	}
	var svg bytes.Buffer
	err = chart.SVG(&svg, atlas, chart.Options{
		View: render.View{Organizations: []lineage.OrgID{"caco"}, Roles: lineage.RolesOf(lineage.Member)},
		Sort: chart.ByAccession,
		On:   lineage.MustDate("2004-12-31"),
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, row := range strings.Split(svg.String(), `<g class="row" data-state="`)[1:] {
		fmt.Println(row[:2])
	}
	// Output:
	// KZ
	// KG
	// TJ
	// UZ
	// RU
}
