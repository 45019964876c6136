package river

import (
	"io"
	"testing"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
)

var core = []lineage.OrgID{"caeu", "caec", "caco", "eurasec", "eaeu"}

func benchmarkNew(b *testing.B, view render.View) {
	atlas := builtIn(b)
	for b.Loop() {
		if _, err := New(atlas, view); err != nil {
			b.Fatal(err)
		}
	}
}

// The full members of the core lineage are laid out with proof in less than 100 ms.
func BenchmarkLayoutCore(b *testing.B) {
	benchmarkNew(b, render.View{Organizations: core, Roles: lineage.RolesOf(lineage.Member)})
}

// BenchmarkLayoutCoreRoles has those in other roles, too.
func BenchmarkLayoutCoreRoles(b *testing.B) { benchmarkNew(b, render.View{Organizations: core}) }

// It is written in less than 1 ms once it is laid out.
func BenchmarkWriteCore(b *testing.B) {
	r, err := New(builtIn(b), render.View{Organizations: core})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := r.SVG(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// The whole atlas is laid out and written in less than a second.
func BenchmarkWhole(b *testing.B) {
	atlas := builtIn(b)
	for b.Loop() {
		r, err := New(atlas, render.View{})
		if err != nil {
			b.Fatal(err)
		}
		if err := r.SVG(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
