package process

import (
	"os/exec"
	"strings"
	"testing"
)

// TestDeps keeps Graphviz out of what imports this package: it would cost every
// start of lineage 30 ms.
func TestDeps(t *testing.T) {
	t.Parallel()
	out, err := exec.Command("go", "list", "-deps", ".").CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	for dep := range strings.Lines(string(out)) {
		if strings.Contains(dep, "goccy/go-graphviz") || strings.Contains(dep, "tetratelabs/wazero") {
			t.Errorf("process links %s", strings.TrimSpace(dep))
		}
	}
}
