package main

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/orglineage/orglineage/render/graphviz/process"
)

func TestSVG(t *testing.T) {
	dir := t.TempDir()
	drawer := filepath.Join(dir, "lineage-graphviz")
	build := exec.Command("go", "build", "-o", drawer, "github.com/orglineage/orglineage/cmd/lineage-graphviz")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Setenv(process.EnvVar, drawer)

	file := filepath.Join(dir, "lineage.svg")
	args := os.Args
	defer func() { os.Args = args }()
	os.Args = []string{"diagram", file}
	main()

	svg, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(svg, new(struct{})); err != nil {
		t.Errorf("the picture is not well-formed: %v", err)
	}
	for _, want := range []string{"Central Asian Economic Union", "Eurasian Economic Union", "18 Oct 2004†", "20 Oct 2008†"} {
		if !strings.Contains(string(svg), want) {
			t.Errorf("the picture does not show %q", want)
		}
	}
}
