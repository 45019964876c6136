package river

import (
	"fmt"

	"github.com/orglineage/orglineage/lineage"
)

// large is a region with a union of 28 states that came in six waves, of which
// one left, and the smaller community before it.
func large() lineage.Dataset {
	d := lineage.Dataset{Sources: []lineage.Source{{ID: "s", Kind: lineage.Treaty, Title: "A treaty"}}}
	waves := []string{"1958-01-01", "1973-01-01", "1981-01-01", "1986-01-01", "1995-01-01", "2004-05-01", "2007-01-01", "2013-07-01"}
	sizes := []int{6, 3, 1, 2, 3, 10, 2, 1}
	community := lineage.Organization{ID: "community", Name: "Economic Community", Short: "EC", Kind: "community", Founded: dated(waves[0]), Ended: dated("1993-11-01")}
	union := lineage.Organization{ID: "union", Name: "Union", Short: "Union", Kind: "union", Founded: dated("1993-11-01"), Predecessors: []lineage.Succession{from("community", lineage.Transformed, "1993-11-01")}}
	trade := lineage.Organization{ID: "trade", Name: "Free Trade Association", Short: "FTA", Kind: "treaty", Founded: dated("1960-05-03")}
	for wave, size := range sizes {
		for i := range size {
			id := fmt.Sprintf("%c%c", 'A'+wave, 'A'+i)
			d.States = append(d.States, lineage.State{ID: lineage.StateID(id), Name: []string{"Alland", "Burgia", "Cestria", "Dorland", "Emland", "Fresia", "Gotia", "Hestia"}[wave] + " " + string(rune('A'+i))})
			in, then := member(id, lineage.Acceded, waves[wave]), member(id, lineage.Continued)
			if wave == 0 {
				in = member(id, lineage.Founded)
			}
			if waves[wave] > "1993" {
				then = in
			} else {
				community.Members = append(community.Members, in)
			}
			if id == "BC" {
				then = left(lineage.Withdrew, then, "2020-02-01")
			}
			union.Members = append(union.Members, then)
			if wave == 1 || wave == 4 {
				trade.Members = append(trade.Members, left(lineage.Withdrew, member(id, lineage.Acceded, "1960-05-03"), waves[wave]))
			}
		}
	}
	d.Organizations = []lineage.Organization{community, union, trade}
	return d
}
