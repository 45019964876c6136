// Package process draws DOT as SVG by a program of its own, so that a drawing
// can be killed at a deadline, several can run side by side, and a crash or a
// leak of Graphviz harms nobody. It does not link Graphviz.
package process

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// EnvVar is the environment variable that may name the program to draw with,
// by its absolute path or by a name that is on PATH. The program is run as
// dot -Tsvg would be: DOT on standard input, SVG on standard output. If the
// variable is set, nothing else is tried.
const EnvVar = "LINEAGE_GRAPHVIZ"

// The program that comes with this module.
const own = "lineage-graphviz"

// Find returns the program to draw with: the one that [EnvVar] names; else
// lineage-graphviz in the folder of the running program, or on PATH; else
// Graphviz's dot on PATH. It does not look into the current folder, whatever
// PATH says, and returns a [NotFoundError] if there is none.
func Find() (Drawer, error) {
	if name := os.Getenv(EnvVar); name != "" {
		path, ok := onPath(name)
		if filepath.IsAbs(name) {
			path, ok = executable(name)
		}
		if !ok {
			return Drawer{}, &NotFoundError{Named: name}
		}
		return drawer(path), nil
	}
	if path, ok := beside(); ok {
		return drawer(path), nil
	}
	for _, name := range []string{own, "dot"} {
		if path, ok := onPath(name); ok {
			return drawer(path), nil
		}
	}
	return Drawer{}, &NotFoundError{}
}

func drawer(path string) Drawer { return Drawer{Path: path, Args: []string{"-Tsvg"}} }

// beside looks for lineage-graphviz in the folder of the running program, where
// go install and the release archives put both.
func beside() (string, bool) {
	exe, err := os.Executable()
	if err != nil {
		return "", false
	}
	if exe, err = filepath.EvalSymlinks(exe); err != nil {
		return "", false
	}
	return executable(filepath.Join(filepath.Dir(exe), own))
}

// onPath looks for name on PATH. [exec.LookPath] will not do: it gives up at a
// relative folder on PATH that has the program, instead of passing it over.
func onPath(name string) (string, bool) {
	if name != filepath.Base(name) || name == "." {
		return "", false
	}
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		if !filepath.IsAbs(dir) {
			continue
		}
		if path, ok := executable(filepath.Join(dir, name)); ok {
			return path, true
		}
	}
	return "", false
}

// executable reports whether the absolute path is a program, and returns it
// with the extension that Windows wants.
func executable(path string) (string, bool) {
	path, err := exec.LookPath(path)
	return path, err == nil
}

// A NotFoundError reports that there is no program to draw with. Its message
// is one line and says how to get one.
type NotFoundError struct {
	Named string // what the environment variable named, "" if it is not set
}

func (e *NotFoundError) Error() string {
	var b strings.Builder
	if e.Named != "" {
		b.WriteString(EnvVar + " names no program: \"" + e.Named + "\" is neither an absolute path nor on PATH; unset it, or ")
	} else {
		b.WriteString("no program to draw with: ")
	}
	b.WriteString("run \"go install github.com/orglineage/orglineage/cmd/" + own + "@latest\"" +
		" or install Graphviz (\"apt-get install graphviz\"); DOT itself (--format dot, -o FILE.dot) needs neither")
	return b.String()
}
