package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestWriteFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "a.txt")
	if err := writeFile(file, []byte("one")); err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" {
		if err := os.Chmod(file, 0o640); err != nil {
			t.Fatal(err)
		}
	}
	if err := writeFile(file, []byte("two")); err != nil {
		t.Fatal(err)
	}
	wantFile(t, file, "two")
	if info, err := os.Stat(file); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v: the mode of the old file was not kept", info.Mode(), err)
	}

	link := filepath.Join(dir, "link")
	if err := os.Symlink("a.txt", link); err == nil {
		if err := writeFile(link, []byte("three")); err != nil {
			t.Fatal(err)
		}
		wantFile(t, file, "three")
		if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("the link was replaced: %v", err)
		}
	}
	if err := writeFile(dir, []byte("x")); err == nil || !strings.Contains(err.Error(), "is a folder") {
		t.Errorf("a folder was written: %v", err)
	}
	if err := writeFile(filepath.Join(dir, "none", "x"), []byte("x")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no folder: %v", err)
	}
	long := filepath.Join(dir, strings.Repeat("n", 250))
	if err := writeFile(long, []byte("x")); err != nil {
		t.Errorf("a name of 250 letters: %v", err)
	}
	if err := writeFile(os.DevNull, []byte("x")); err != nil {
		t.Errorf("a device: %v", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func TestWriteFileReadOnly(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("no permission is missing here")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(file, []byte("one"), 0o444); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(file, []byte("two")); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a file that must not be written: %v", err)
	}
	if err := os.Chmod(file, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o755)
	if err := writeFile(file, []byte("two")); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a folder that must not be written: %v", err)
	}
	wantFile(t, file, "one")
}

func wantFile(t *testing.T, name, want string) {
	t.Helper()
	got, err := os.ReadFile(name)
	if err != nil || string(got) != want {
		t.Errorf("%s holds %q (%v), want %q", name, got, err, want)
	}
}
