package river_test

import (
	"bytes"
	"fmt"
	"log"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/river"
)

func Example() {
	atlas, err := data.BuiltIn()
	if err != nil {
		log.Fatal(err)
	}
	r, err := river.New(atlas, render.View{
		Organizations: []lineage.OrgID{"caeu", "caec", "caco", "eurasec", "eaeu"},
		Roles:         lineage.RolesOf(lineage.Member),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.Proof())
	var svg bytes.Buffer
	if err := r.SVG(&svg); err != nil {
		log.Fatal(err)
	}
	fmt.Println(bytes.HasPrefix(svg.Bytes(), []byte("<svg ")))
	// Output:
	// 3 crossings, proven to be the fewest; 11 lines in 2 bands, 10 at once
	// true
}
