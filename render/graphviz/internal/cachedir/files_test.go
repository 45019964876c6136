package cachedir

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Here nobody else calls Leave, and temporary files belong elsewhere.
func TestMain(m *testing.M) {
	Leave()
	os.Exit(m.Run())
}

// fill makes a cache of one sealed file in a folder whose name would be a
// pattern to [filepath.Glob], and returns the folder and the file.
func fill(t *testing.T) (dir, file string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "a[b")
	file = filepath.Join(dir, "go-graphviz", "wazero-v1-amd64-linux", "65d05e8b")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, file, bytes.Repeat([]byte("WAZEVO code "), 10000))
	seal(dir)
	if !intact(file) {
		t.Fatal("a fresh file is not intact")
	}
	return dir, file
}

func write(t *testing.T, file string, b []byte) {
	t.Helper()
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func exists(file string) bool {
	_, err := os.Lstat(file)
	return err == nil
}

func TestUsableKeepsWhatIsIntact(t *testing.T) {
	t.Parallel()
	dir, file := fill(t)
	if !usable(dir) || !intact(file) {
		t.Error("an intact file did not survive")
	}
	if !usable(t.TempDir()) {
		t.Error("an empty folder is not usable")
	}
}

func TestUsableRepairs(t *testing.T) {
	t.Parallel()
	change := func(f func(b []byte) []byte) func(*testing.T, string) {
		return func(t *testing.T, file string) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			write(t, file, f(b))
		}
	}
	flip := func(at int) func(*testing.T, string) {
		return change(func(b []byte) []byte { b[(at+len(b))%len(b)] ^= 4; return b })
	}
	tests := []struct {
		reason string
		damage func(t *testing.T, file string)
	}{
		{"emptied", change(func(b []byte) []byte { return nil })},
		{"cut off", change(func(b []byte) []byte { return b[:len(b)/2] })},
		{"longer", change(func(b []byte) []byte { return append(b, 0) })},
		{"zeroed", change(func(b []byte) []byte { return make([]byte, len(b)) })},
		{"garbage", change(func([]byte) []byte { return []byte("garbage") })},
		{"first bit", flip(0)},
		{"bit inside", flip(5000)},
		{"last bit", flip(-1)},
		{"seal damaged", func(t *testing.T, file string) { write(t, file+sealExt, []byte("1 2\n")) }},
		{"seal empty", func(t *testing.T, file string) { write(t, file+sealExt, nil) }},
		{"seal lost", func(t *testing.T, file string) {
			if err := os.Remove(file + sealExt); err != nil {
				t.Fatal(err)
			}
		}},
		{"a folder instead", func(t *testing.T, file string) {
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
			if err := os.MkdirAll(filepath.Join(file, "x"), 0o700); err != nil {
				t.Fatal(err)
			}
		}},
		{"a link instead", func(t *testing.T, file string) {
			if err := os.Rename(file, file+".tmp"); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(file+".tmp", file); err != nil {
				t.Skip(err)
			}
		}},
		{"unreadable", func(t *testing.T, file string) {
			if err := os.Chmod(file, 0); err != nil {
				t.Fatal(err)
			}
			if os.Geteuid() == 0 {
				t.Skip("root reads it")
			}
		}},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			t.Parallel()
			dir, file := fill(t)
			tt.damage(t, file)
			if !usable(dir) {
				t.Error("not usable")
			}
			if exists(file) || exists(file+sealExt) {
				t.Error("the damaged file is still there")
			}
		})
	}
}

func TestUsableRefuses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go-graphviz"), nil)
	if usable(dir) {
		t.Error("a file where go-graphviz wants a folder is usable")
	}
	dir = t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if os.Geteuid() != 0 && usable(dir) {
		t.Error("a folder that cannot be written is usable")
	}
	if usable(filepath.Join(dir, "none")) {
		t.Error("a folder that does not exist is usable")
	}
}

func TestUnfinishedFiles(t *testing.T) {
	t.Parallel()
	dir, file := fill(t)
	young, old := file+".1.tmp", file+".2.tmp"
	write(t, young, []byte("half"))
	write(t, old, []byte("half"))
	before := time.Now().Add(-2 * time.Hour)
	if err := os.Chtimes(old, before, before); err != nil {
		t.Fatal(err)
	}
	if !usable(dir) {
		t.Error("not usable")
	}
	if !exists(young) {
		t.Error("the file that another program is writing is gone")
	}
	if exists(old) {
		t.Error("the file that a dead program left is still there")
	}
}

func BenchmarkUsable(b *testing.B) {
	dir := b.TempDir()
	file := filepath.Join(dir, "go-graphviz", "wazero", "key")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(file, make([]byte, 6<<20), 0o600); err != nil {
		b.Fatal(err)
	}
	seal(dir)
	for b.Loop() {
		if !usable(dir) {
			b.Fatal("not usable")
		}
	}
}
