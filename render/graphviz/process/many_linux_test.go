package process

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestThousandDrawings has the program draw a thousand times, and looks for
// what grows in the process that asks for it: goroutines, files, memory and
// children. What the program itself leaks is gone with it.
func TestThousandDrawings(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	program := filepath.Join(t.TempDir(), "lineage-graphviz")
	if out, err := exec.Command("go", "build", "-o", program, "../../../cmd/lineage-graphviz").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	d := Drawer{Path: program}
	const drawings, settled = 1000, 100
	var before, after usage
	for i := range drawings {
		if i == settled {
			before = used(t)
		}
		name := fmt.Sprintf("organization %d", i)
		svg, err := d.SVG(t.Context(), fmt.Appendf(nil, "digraph { a -> b; a [label=%q] }", name))
		if err != nil {
			t.Fatalf("drawing %d: %v", i, err)
		}
		if !bytes.Contains(svg, []byte(name)) {
			t.Fatalf("drawing %d does not show %q", i, name)
		}
	}
	after = used(t)
	t.Logf("after %d drawings %+v, after %d %+v", settled, before, drawings, after)
	if after.goroutines > before.goroutines || after.files > before.files || after.children > 0 {
		t.Errorf("grew from %+v to %+v", before, after)
	}
	if more := after.heap - before.heap; more > 1<<20 {
		t.Errorf("the heap has %d KiB more", more>>10)
	}
	if more := after.resident - before.resident; more > 16<<20 {
		t.Errorf("the process has %d MiB more", more>>20)
	}
}

// A usage is what the process holds.
type usage struct {
	goroutines, files, children int
	heap, resident              int64 // bytes
}

func used(t *testing.T) usage {
	t.Helper()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	u := usage{goroutines: runtime.NumGoroutine(), heap: int64(m.HeapAlloc)}
	files, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip(err)
	}
	u.files = len(files)
	pages, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Skip(err)
	}
	var size int64
	if _, err := fmt.Sscan(string(pages), &size, &u.resident); err != nil {
		t.Fatal(err)
	}
	u.resident *= int64(os.Getpagesize())
	// Children that nobody has waited for are there, too.
	tasks, err := filepath.Glob("/proc/self/task/*/children")
	if err != nil {
		t.Fatal(err)
	}
	for _, task := range tasks {
		list, err := os.ReadFile(task)
		if err != nil {
			continue // the thread has ended
		}
		u.children += len(strings.Fields(string(list)))
	}
	return u
}
