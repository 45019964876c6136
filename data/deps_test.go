package data

import (
	"go/build"
	"slices"
	"strings"
	"testing"
)

// TestImports keeps the package as small to link as it is.
func TestImports(t *testing.T) {
	t.Parallel()
	const module = "github.com/orglineage/orglineage/"
	want := map[string][]string{
		".":                 {"github.com/agext/levenshtein", module + "data/cow", module + "data/internal/jsontree", module + "data/internal/yamltree", module + "lineage"},
		"internal/jsontree": {module + "data/internal/yamltree"},
		"internal/yamltree": {
			"github.com/goccy/go-yaml/ast", "github.com/goccy/go-yaml/lexer",
			"github.com/goccy/go-yaml/parser", "github.com/goccy/go-yaml/token",
		},
	}
	for dir, allowed := range want {
		p, err := build.ImportDir(dir, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range p.Imports {
			if strings.Contains(path, ".") && !slices.Contains(allowed, path) {
				t.Errorf("data/%s imports %s", dir, path)
			}
		}
	}
}
