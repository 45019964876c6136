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

// BenchmarkBuiltIn builds the built-in atlas each time.
func BenchmarkBuiltIn(b *testing.B) {
	for b.Loop() {
		if _, err := lineage.New(builtInDataset()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBuiltInRecords is the part of it that makes the records.
func BenchmarkBuiltInRecords(b *testing.B) {
	for b.Loop() {
		builtInDataset()
	}
}
