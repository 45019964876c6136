//go:build unix

package cachedir

import (
	"os"
	"path/filepath"
	"testing"
)

func TestPrivate(t *testing.T) {
	stranger := os.Geteuid() + 1
	tests := []struct {
		reason  string
		prepare func(t *testing.T, base, dir string)
		ok      bool
	}{
		{"nothing there", func(*testing.T, string, string) {}, true},
		{"made before", func(t *testing.T, _, dir string) { mkdir(t, dir, 0o700) }, true},
		{"base is a link to a good folder", func(t *testing.T, base, _ string) {
			if err := os.Remove(base); err != nil {
				t.Fatal(err)
			}
			link(t, base)
		}, true},
		{"the folder is a link", func(t *testing.T, _, dir string) {
			mkdir(t, filepath.Dir(dir), 0o700)
			link(t, dir)
		}, false},
		{"the folder is a link to nowhere", func(t *testing.T, _, dir string) {
			mkdir(t, filepath.Dir(dir), 0o700)
			if err := os.Symlink("nowhere", dir); err != nil {
				t.Fatal(err)
			}
		}, false},
		{"the folder is a file", func(t *testing.T, _, dir string) {
			mkdir(t, filepath.Dir(dir), 0o700)
			if err := os.WriteFile(dir, nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}, false},
		{"others may write", func(t *testing.T, _, dir string) { mkdir(t, dir, 0o777) }, false},
		{"others may write, sticky", func(t *testing.T, _, dir string) { mkdir(t, dir, os.ModeSticky|0o777) }, false},
		{"the group may write", func(t *testing.T, _, dir string) { mkdir(t, dir, 0o770) }, false},
		{"others may read", func(t *testing.T, _, dir string) { mkdir(t, dir, 0o755) }, false},
		{"others may write above", func(t *testing.T, base, _ string) { mkdir(t, base, 0o777) }, false},
		{"others may write above, sticky", func(t *testing.T, base, _ string) { mkdir(t, base, os.ModeSticky|0o777) }, true},
		{"others may read above", func(t *testing.T, base, _ string) { mkdir(t, base, 0o755) }, true},
		{"of another user", func(t *testing.T, _, dir string) { mkdir(t, dir, 0o700); chown(t, dir, stranger, -1) }, false},
		{"of another user above", func(t *testing.T, base, _ string) { chown(t, base, stranger, -1) }, false},
		{"the user's own group may write above", func(t *testing.T, base, _ string) {
			mkdir(t, base, 0o775)
			chown(t, base, -1, os.Geteuid())
		}, true},
		{"another group may write above", func(t *testing.T, base, _ string) {
			mkdir(t, base, 0o775)
			chown(t, base, -1, stranger)
		}, false},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			home, err := filepath.EvalSymlinks(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			mkdir(t, home, 0o700) // whatever the umask
			t.Setenv("HOME", home)
			t.Setenv("XDG_CACHE_HOME", "")
			base, err := os.UserCacheDir()
			if err != nil {
				t.Fatal(err)
			}
			mkdir(t, base, 0o700)
			dir := filepath.Join(base, "orglineage", "graphviz")
			tt.prepare(t, base, dir)
			got, err := private()
			if (err == nil) != tt.ok {
				t.Fatalf("private() = %q, %v; want ok=%v", got, err, tt.ok)
			}
			if !tt.ok {
				return
			}
			if want, err := filepath.EvalSymlinks(dir); err != nil || got != want {
				t.Errorf("private() = %q, want %q", got, want)
			}
			if info, err := os.Stat(got); err != nil || info.Mode() != os.ModeDir|0o700 {
				t.Errorf("mode %v, %v; want 0700", info.Mode(), err)
			}
		})
	}
}

func TestPrivateNoHome(t *testing.T) {
	t.Setenv("HOME", "")
	t.Setenv("XDG_CACHE_HOME", "")
	if dir, err := private(); err == nil {
		t.Errorf("private() = %q without a home", dir)
	}
	t.Setenv("HOME", os.DevNull)
	if dir, err := private(); err == nil {
		t.Errorf("private() = %q below the null device", dir)
	}
}

func mkdir(t *testing.T, dir string, mode os.FileMode) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, mode); err != nil { // umask
		t.Fatal(err)
	}
}

// link makes name a link to a new folder that could be trusted.
func link(t *testing.T, name string) {
	t.Helper()
	target := t.TempDir()
	mkdir(t, target, 0o700)
	if err := os.Symlink(target, name); err != nil {
		t.Fatal(err)
	}
}

func chown(t *testing.T, dir string, uid, gid int) {
	t.Helper()
	if err := os.Lchown(dir, uid, gid); err != nil {
		t.Skipf("not allowed to give %s away: %v", dir, err)
	}
}
