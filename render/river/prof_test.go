package river

import (
	"testing"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/render"
)

func BenchmarkAll(b *testing.B) {
	a, _ := data.BuiltIn()
	for b.Loop() {
		if _, err := New(a, render.View{Width: 720}); err != nil {
			b.Fatal(err)
		}
	}
}
