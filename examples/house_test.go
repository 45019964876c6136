package examples

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/orglineage/orglineage"

// dependencies returns all packages that a package links.
func dependencies(t *testing.T, pkg string) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", module+"/"+pkg).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(out))
}

// Imports go from cmd to data and render, and from there to lineage.
func TestRooms(t *testing.T) {
	cli, yaml, graphviz, wasm := "github.com/urfave/cli", "github.com/goccy/go-yaml", "github.com/goccy/go-graphviz", "github.com/tetratelabs/wazero"
	browser := "github.com/chromedp" // only tests need one
	for pkg, banned := range map[string][]string{
		"lineage":                 {cli, yaml, graphviz, wasm, module + "/data", module + "/render", module + "/cmd"},
		"render":                  {cli, yaml, graphviz, wasm, module + "/data", module + "/cmd"},
		"render/export":           {cli, yaml, graphviz, wasm, module + "/data", module + "/cmd", module + "/render/graphviz"},
		"render/river":            {cli, yaml, graphviz, wasm, module + "/data", module + "/cmd", module + "/render/graphviz"},
		"render/chart":            {cli, yaml, graphviz, wasm, module + "/data", module + "/cmd", module + "/render/graphviz"},
		"render/page":             {cli, yaml, graphviz, wasm, module + "/data", module + "/cmd", module + "/render/graphviz"},
		"render/bibliography":     {cli, yaml, graphviz, wasm, module + "/data", module + "/cmd", module + "/render/graphviz"},
		"data":                    {cli, graphviz, wasm, module + "/render", module + "/cmd"},
		"render/graphviz":         {cli, yaml, module + "/data", module + "/lineage", module + "/cmd"},
		"render/graphviz/process": {cli, yaml, graphviz, wasm, module + "/data", module + "/lineage", module + "/cmd"},
		"cmd/lineage":             {graphviz, wasm, browser},
		"cmd/lineage-graphviz":    {cli, yaml, module + "/data", module + "/lineage"},
	} {
		for _, dep := range dependencies(t, pkg) {
			if slices.ContainsFunc(banned, func(b string) bool { return dep == b || strings.HasPrefix(dep, b+"/") }) {
				t.Errorf("%s links %s", pkg, dep)
			}
		}
	}
}

// Only render/graphviz imports go-graphviz.
func TestGraphvizHasOneImporter(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}: {{join .Imports " "}} {{join .TestImports " "}} {{join .XTestImports " "}}`, module+"/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var importers []string
	for line := range strings.Lines(string(out)) {
		pkg, imports, _ := strings.Cut(line, ": ")
		if strings.Contains(imports, "github.com/goccy/go-graphviz") {
			importers = append(importers, strings.TrimPrefix(pkg, module+"/"))
		}
	}
	if want := []string{"render/graphviz"}; !slices.Equal(importers, want) {
		t.Errorf("go-graphviz is imported by %v, want %v", importers, want)
	}
}
