// Own-data loads a data set of one's own, which checks it, asks it a question
// and draws it. The data set stands in the folder isles and is invented.
package main

import (
	"embed"
	"fmt"
	"io/fs"
	"log"
	"os"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
)

//go:embed isles
var files embed.FS

func main() {
	isles, err := fs.Sub(files, "isles")
	if err != nil {
		log.Fatal(err)
	}
	atlas, err := data.Load(isles)
	if err != nil {
		log.Fatal(err) // every problem, with its file, line and column
	}
	for _, day := range []string{"1950-07-10", "1955-06-01", "1970-06-01", "1980-01-01"} {
		fmt.Println(day)
		for _, p := range atlas.OrganizationsOn(lineage.MustDate(day), lineage.Query{}) {
			members, err := atlas.MembersOn(p.Organization.ID, lineage.MustDate(day), lineage.Query{})
			if err != nil {
				log.Fatal(err)
			}
			fmt.Print("  ", p.Organization.Short, " (", p.Answer, "):")
			for _, m := range members {
				fmt.Print(" ", m.Membership.State, " ", m.Answer)
				if m.Suspended > lineage.No {
					fmt.Print(" suspended")
				}
			}
			fmt.Println()
		}
	}
	if len(os.Args) == 2 && os.Args[1] == "dot" {
		if err := render.DOT(os.Stdout, atlas, render.Succession{}); err != nil {
			log.Fatal(err)
		}
	}
}
