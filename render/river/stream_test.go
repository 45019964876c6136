package river

import (
	"fmt"
	"testing"
	"time"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/internal/scene"
)

func TestDump(t *testing.T) {
	a, _ := data.BuiltIn()
	for _, v := range []render.View{{Organizations: []lineage.OrgID{"caeu", "caec", "caco", "eurasec", "eaeu"}, Roles: lineage.RolesOf(lineage.Member)}, {Organizations: []lineage.OrgID{"caeu", "caec", "caco", "eurasec", "eaeu"}}, {}} {
		t0 := time.Now()
		sc, err := scene.New(a, v)
		if err != nil {
			t.Fatal(err)
		}
		s, err := newStream(sc, true)
		if err != nil {
			t.Fatal(err)
		}
		w := 0
		for _, o := range s.orders {
			w = max(w, len(o))
		}
		fmt.Println(len(s.courses), "courses", len(s.strands), "strands", len(s.layers), "layers", w, "wide", s.proof.Crossings, s.proof.Bound, s.proof.Optimal, time.Since(t0))
		if len(s.courses) > 4 {
			continue
		}
		for i, o := range s.orders {
			fmt.Print(s.layers[i].from, ": ")
			for _, n := range o {
				if n >= s.ghosts {
					fmt.Print("ghost ")
					continue
				}
				c, _ := s.place(n, s.layers[i].from)
				fmt.Print(s.actors[s.strands[n].actor].states[0].ID, c, " ")
			}
			fmt.Println()
		}
	}
}
