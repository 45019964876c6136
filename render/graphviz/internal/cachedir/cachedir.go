// Package cachedir leads go-graphviz to a private folder for its compiled code.
//
// While it initialises, go-graphviz loads machine code from a folder with a
// predictable name below $TMPDIR, which any user of the host could have made
// first; and it panics when a file there is damaged or cannot be written. So
// this package's init checks a folder of the user's own, throws damaged files
// away and points $TMPDIR there; [Leave] puts $TMPDIR back. If no folder can be
// trusted, $TMPDIR points nowhere meanwhile, and go-graphviz compiles anew
// (about 0.4 s) and keeps nothing.
//
// That this init runs before go-graphviz's follows from three facts, which
// tests pin. Go initialises, of the packages that are ready, the one whose
// import path comes first. go-graphviz is ready only after wazero. And whatever
// this package imports, wazero needs too: so once wazero is ready, so is
// this package, and github.com/orglineage sorts before github.com/tetratelabs.
// Import nothing here that wazero does not.
package cachedir

import (
	"os"
	"path/filepath"
	"runtime"
)

// chosen is the folder that go-graphviz is led to, or "" if it keeps no cache.
var chosen string

// The variable that os.TempDir reads, and its value before this package's init.
var (
	tempVar = func() string {
		if runtime.GOOS == "windows" {
			return "TMP"
		}
		return "TMPDIR"
	}()
	oldTemp, hadTemp = os.LookupEnv(tempVar)
)

func init() {
	// A path below the null device cannot be made by anybody: go-graphviz
	// then does without a cache.
	temp := filepath.Join(os.DevNull, "none")
	if dir, err := private(); err == nil && usable(dir) {
		chosen, temp = dir, dir
	}
	os.Setenv(tempVar, temp)
}

// Leave restores the environment, and notes the checksums of new cache files
// for the next start. It is to be called once go-graphviz is initialised.
func Leave() {
	if hadTemp {
		os.Setenv(tempVar, oldTemp)
	} else {
		os.Unsetenv(tempVar)
	}
	if chosen != "" {
		seal(chosen)
	}
}

// private returns the user's folder for compiled code, made if need be, with
// every symbolic link in its path resolved.
func private() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(base, "orglineage", "graphviz")
	if err := trusted(existing(dir)); err != nil {
		return "", err // before anything is made in a place of others
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	if err := exclusive(dir); err != nil {
		return "", err
	}
	// Resolved, so that nobody can turn a link around after the checks.
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return "", err
	}
	return dir, trusted(filepath.Dir(dir))
}

// existing returns the longest leading part of path that exists.
func existing(path string) string {
	for {
		parent := filepath.Dir(path)
		if _, err := os.Lstat(path); err == nil || parent == path {
			return path
		}
		path = parent
	}
}
