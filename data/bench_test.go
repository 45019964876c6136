package data

import (
	"os"
	"testing"

	"github.com/orglineage/orglineage/lineage"
)

func BenchmarkLoad(b *testing.B) {
	fsys := os.DirFS(".")
	for b.Loop() {
		if _, err := Load(fsys); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBuiltIn builds the built-in atlas each time: as a program gets it,
// with the answer to a first question, with everything in it read, and with
// everything checked again.
func BenchmarkBuiltIn(b *testing.B) {
	on := lineage.MustDate("2004-12-31")
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			lineage.Checked(builtInDataset())
		}
	})
	b.Run("answer", func(b *testing.B) {
		for b.Loop() {
			a := lineage.Checked(builtInDataset())
			o, err := a.Organization("CACO")
			if err != nil {
				b.Fatal(err)
			}
			if ms, err := a.MembersOn(o.ID, on, lineage.Query{}); err != nil || len(ms) != 5 {
				b.Fatal(len(ms), err)
			}
		}
	})
	b.Run("everything", func(b *testing.B) {
		for b.Loop() {
			a := lineage.Checked(builtInDataset())
			a.States()
			a.Sources()
			if _, err := a.State("Uzbekistan"); err != nil {
				b.Fatal(err)
			}
			if _, err := a.Organization("CACO"); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("checked", func(b *testing.B) {
		for b.Loop() {
			if _, err := lineage.New(builtInDataset()); err != nil {
				b.Fatal(err)
			}
		}
	})
}
