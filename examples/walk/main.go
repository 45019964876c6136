// Walk follows one state along a lineage of organizations and tells the gaps.
package main

import (
	"fmt"
	"log"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
)

func main() {
	atlas, err := data.BuiltIn()
	if err != nil {
		log.Fatal(err)
	}
	for _, name := range []string{"Kyrgyzstan", "Таджикистан"} {
		state, err := atlas.State(name)
		if err != nil {
			log.Fatal(err)
		}
		path, err := atlas.Continuity(state.ID, "caeu", lineage.Query{})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(path.State.Name)
		for _, st := range path.Stints {
			fmt.Printf("  %-24s %s\n", st.Interval, st.Organization.Short)
		}
		for _, gap := range path.Gaps {
			if gap.Kind == lineage.BeforeFirst {
				continue
			}
			if _, most := gap.Days(); most >= 0 {
				fmt.Printf("  %-24s in none of them for %d days\n", gap.Interval, most)
			} else {
				fmt.Printf("  %-24s in none of them\n", gap.Interval)
			}
		}
	}
}
