package export

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// runPython runs testdata/readers/NAME with a Python that has the module, and
// returns what it prints. The test is skipped where there is none.
func runPython(t *testing.T, module, name string, args ...string) string {
	t.Helper()
	// Packages of Debian are for its own Python, which need not be the first.
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(python, "-c", "import "+module).Run() != nil {
			continue
		}
		cmd := exec.Command(python, append([]string{filepath.Join("testdata", "readers", name)}, args...)...)
		cmd.Env = append(os.Environ(), "PYTHONIOENCODING=utf-8", "PYTHONDONTWRITEBYTECODE=1")
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s %q: %v", name, args, err)
		}
		return string(out)
	}
	t.Skipf("no Python has the module %s", module)
	return ""
}
