package cachedir

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestDeps pins what the order of initialisation follows from; see the package
// comment.
func TestDeps(t *testing.T) {
	t.Parallel()
	wazero := goList(t, "-deps", "github.com/tetratelabs/wazero")
	for _, dep := range goList(t, "-f", `{{join .Imports "\n"}}`, ".") {
		if !slices.Contains(wazero, dep) {
			t.Errorf("cachedir imports %s, which wazero does not need", dep)
		}
	}
	if !slices.Contains(goList(t, "-deps", "github.com/goccy/go-graphviz"), "github.com/tetratelabs/wazero") {
		t.Error("go-graphviz does not need wazero")
	}
	if self := goList(t, ".")[0]; self > "github.com/tetratelabs/wazero" {
		t.Errorf("%s sorts behind wazero", self)
	}
}

func goList(t *testing.T, args ...string) []string {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list"}, args...)...).Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	return strings.Fields(string(out))
}
