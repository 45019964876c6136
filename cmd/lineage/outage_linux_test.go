package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestDiskFull fills a small file system; only root may make one.
func TestDiskFull(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := syscall.Mount("none", dir, "tmpfs", 0, "size=32k"); err != nil {
		t.Skip("no small file system: ", err)
	}
	defer func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	}()
	file := filepath.Join(dir, "b.bib")
	if err := os.WriteFile(file, []byte(stoodThere), 0o666); err != nil {
		t.Fatal(err)
	}
	if e := wait(t, child(t, append(longest, "-o", file)...)); e.code != exitProblem || !strings.Contains(e.stderr, "no space left on device") {
		t.Errorf("exit %d, %q", e.code, e.stderr)
	}
	onlyFile(t, file, stoodThere)
	small := filepath.Join(dir, "m.txt")
	if e := wait(t, child(t, "members", "CACO", "--on", "2004", "-o", small)); e.code != exitOK {
		t.Error(e.stderr)
	}
	if _, err := os.Stat(small); errors.Is(err, fs.ErrNotExist) {
		t.Error("what has room was not written")
	}
}
