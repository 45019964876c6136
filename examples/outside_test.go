package examples

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const outsider = `package main

import (
	"fmt"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
)

func main() {
	atlas, err := data.BuiltIn()
	if err != nil {
		panic(err)
	}
	members, err := atlas.MembersOn("eaeu", lineage.MustDate("2015-08-12"), lineage.Query{})
	if err != nil {
		panic(err)
	}
	for _, m := range members {
		fmt.Print(m.Membership.State, " ")
	}
	_ = render.DOT
}
`

// A module outside this repository can import the library, with the
// requirements that go.mod states.
func TestImportFromOutside(t *testing.T) {
	if got, want := strings.TrimSpace(runOutside(t, outsider)), "AM BY KG KZ RU"; got != want {
		t.Errorf("it prints %q, want %q", got, want)
	}
}

// runOutside runs a program in a module of its own and returns what it prints.
func runOutside(t *testing.T, program string) string {
	t.Helper()
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	gomod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	// The requirements are taken over so that nothing needs to be looked up.
	own := strings.Replace(string(gomod), "module github.com/orglineage/orglineage", "module example.org/outside", 1)
	own += "\nrequire github.com/orglineage/orglineage v0.0.0\n\nreplace github.com/orglineage/orglineage => " + root + "\n"
	dir := t.TempDir()
	for name, text := range map[string]string{"go.mod": own, "go.sum": string(sums), "main.go": program} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "run", "-mod=mod", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOPROXY=off", "GOFLAGS=")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}
