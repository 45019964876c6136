package process

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestFind runs a copy of this binary, which looks for programs beside itself,
// in a folder tree made for it.
func TestFind(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the fake programs have no extension")
	}
	tests := []struct {
		programs string // made in the tree; a trailing - makes no program of one
		path     string // folders of the tree, or as they stand after a =
		env      string // EnvVar; in the tree if it begins with /
		want     string
		reason   string
	}{
		{"bin/lineage-graphviz a/lineage-graphviz a/dot", "a", "", "bin/lineage-graphviz", "beside first"},
		{"a/dot b/lineage-graphviz", "a b", "", "b/lineage-graphviz", "own program before dot"},
		{"b/lineage-graphviz c/lineage-graphviz", "a b c", "", "b/lineage-graphviz", "order of PATH"},
		{"a/dot", "a", "", "a/dot", "dot at last"},
		{"a/lineage-graphviz- b/dot", "a b", "", "b/dot", "a file that cannot be run"},
		{"bin/dot", "a", "", "", "dot beside is no installed Graphviz"},
		{"", "a", "", "", "nothing at all"},
		{"work/dot work/lineage-graphviz", "=. =", "", "", "not from the current folder"},
		{"work/sub/dot", "=sub", "", "", "not from below the current folder"},
		{"work/dot a/dot", "=. a", "", "a/dot", "the current folder is passed over"},
		{"bin/lineage-graphviz c/mine", "a", "/c/mine", "c/mine", "the variable wins"},
		{"bin/lineage-graphviz c/mine", "c", "mine", "c/mine", "the variable's name on PATH"},
		{"bin/lineage-graphviz c/mine", "a", "mine", "", "the variable's name not on PATH"},
		{"bin/lineage-graphviz work/mine", "a", "./mine", "", "the variable is relative"},
		{"bin/lineage-graphviz work/mine", "=.", "mine", "", "the variable's name in the current folder"},
		{"bin/lineage-graphviz c/mine-", "a", "/c/mine", "", "the variable names no program"},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			t.Parallel()
			tree, err := filepath.EvalSymlinks(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			in := func(name string) string { return filepath.Join(tree, filepath.FromSlash(name)) }
			self := in("bin/lineage")
			copyOfSelf(t, self)
			for _, name := range strings.Fields("work/ " + tt.programs) {
				touch(t, in(name), name)
			}
			var path []string
			for _, dir := range strings.Fields(tt.path) {
				if as, ok := strings.CutPrefix(dir, "="); ok {
					path = append(path, as)
				} else {
					path = append(path, in(dir))
				}
			}
			env := tt.env
			if strings.HasPrefix(env, "/") {
				env = in(env)
			}
			// Started by a link, so that "beside" is where the link leads.
			link := in("link")
			if err := os.Symlink(self, link); err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(link, "fake", "find")
			cmd.Dir = in("work")
			cmd.Env = append(os.Environ(), "PATH="+strings.Join(path, string(filepath.ListSeparator)), EnvVar+"="+env)
			out, err := cmd.Output()
			if err != nil {
				t.Fatal(err)
			}
			got, rest, _ := strings.Cut(string(out), "\n")
			if tt.want == "" {
				if got != "*process.NotFoundError" || strings.Contains(rest, "\n") || !strings.Contains(rest, "go install") ||
					!strings.Contains(rest, "apt-get install graphviz") || strings.Contains(rest, EnvVar) != (env != "") {
					t.Errorf("Find: %s %q, want a NotFoundError (%s)", got, rest, tt.reason)
				}
				return
			}
			if got != in(tt.want) || rest != "-Tsvg" {
				t.Errorf("Find = %s %q, want %s -Tsvg (%s)", got, rest, in(tt.want), tt.reason)
			}
		})
	}
}

// touch makes a folder if name ends with a slash, and a program otherwise, or a
// plain file if name ends with a hyphen.
func touch(t *testing.T, path, name string) {
	t.Helper()
	mode := os.FileMode(0o755)
	if strings.HasSuffix(name, "-") {
		mode, path = 0o644, strings.TrimSuffix(path, "-")
	}
	dir := filepath.Dir(path)
	if strings.HasSuffix(name, "/") {
		dir = path
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if dir == path {
		return
	}
	if err := os.WriteFile(path, []byte("#!/bin/false\n"), mode); err != nil {
		t.Fatal(err)
	}
}

// copyOfSelf puts this test binary at path.
func copyOfSelf(t *testing.T, path string) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if os.Link(exe, path) == nil {
		return
	}
	src, err := os.Open(exe)
	if err != nil {
		t.Fatal(err)
	}
	defer src.Close()
	dst, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(dst, src); err != nil {
		t.Fatal(err)
	}
	if err := dst.Close(); err != nil {
		t.Fatal(err)
	}
}
