package data

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// small is an organization that is right.
const small = "id: alpha\nname: The Alpha\nshort: A1\nkind: treaty\nfounded: {effective: {on: 1994-01-01, sources: [s]}}\n"

func file(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

// alphaWith is a folder with one organization, small and more.
func alphaWith(more string) fstest.MapFS {
	return fstest.MapFS{"organizations/alpha.yaml": file(small + more), sourcesFile: file(bibliography)}
}

// loadWithin loads a folder and fails the test if that takes suspiciously long
// or much memory. The limits catch what grows without bound, not what is slow.
func loadWithin(t *testing.T, fsys fs.FS) error {
	t.Helper()
	const longest, most = 30 * time.Second, 1 << 30
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	done := make(chan error, 1)
	go func() {
		_, err := Load(fsys)
		done <- err
	}()
	select {
	case err := <-done:
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > most {
			t.Errorf("allocated %d MiB", used>>20)
		}
		return err
	case <-time.After(longest):
		t.Fatalf("still loading after %v", longest)
		return nil
	}
}

// TestHostile loads what nobody writes by hand. Each must end in a clear error,
// or in an atlas.
func TestHostile(t *testing.T) {
	repeat := func(unit string, size int) string { return strings.Repeat(unit, size/len(unit)) }
	const mega = 1 << 20
	for _, c := range []struct {
		name   string
		fsys   fs.FS
		want   string // in the error; none where it is empty
		reason string
	}{
		{"alias bomb", alphaWith("aliases: &a [x]\nambiguous: &b [*a, *a]\nnotes: &c [*b, *b]\n"), "6:10: anchors (&name) are not read [syntax]", "nothing is expanded"},
		{"deep flow list", alphaWith("aliases: " + strings.Repeat("[", 100000)), "[too-large]", "the parser would recurse"},
		{"deep flow list over lines", alphaWith("aliases:\n" + strings.Repeat(" [\n", 100000)), "more than 16 lists and mappings inside each other [too-large]", "short lines do not help"},
		{"deep flow mapping", alphaWith("aliases:\n" + strings.Repeat(" {a:\n", 30000)), "inside each other [too-large]", "the parser would recurse"},
		{"deep block list", alphaWith("aliases: \n  " + strings.Repeat("- ", 1000)), "inside each other [too-large]", "the parser would recurse"},
		{"deep indentation", alphaWith(func() string {
			var b strings.Builder
			for i := range 1000 {
				fmt.Fprintf(&b, "%*sa:\n", i, "")
			}
			return b.String()
		}()), "inside each other [too-large]", "the parser would recurse"},
		{"many keys", alphaWith(func() string {
			var b strings.Builder
			for i := range 20000 {
				fmt.Fprintf(&b, "k%d: v\n", i)
			}
			return b.String()
		}()), "more than 1024 keys below each other [too-large]", "the parser recurses for each key"},
		{"many empty keys", alphaWith("names: {" + strings.Repeat("a,\n ", 20000) + "}\n"), "without a value [too-large]", "the parser moves all that follows for each"},
		{"long key", alphaWith(strings.Repeat("k", 3000) + ": {a: b}\n"), "6:1: the key is longer than 64 characters [too-large]", "the parser keeps the path of each node"},
		{"blank lines", alphaWith("kind2: |\n" + repeat("\n", mega/2)), "more than 64 blank lines in a row [too-large]", "the scanner copies all for each"},
		{"long line", alphaWith("aliases: [" + repeat("<", mega/2) + "]\n"), "6:4097: the line is longer than 4096 characters [too-large]", "the scanner counts repeated characters again and again"},
		{"100 MB", fstest.MapFS{"organizations/alpha.yaml": file(repeat("x", 100*mega))}, "alpha.yaml:1:1: the file is larger than 1024 KiB [too-large]", "read no further than the limit"},
		{"endless file", endless{fstest.MapFS{"organizations/alpha.yaml": file("")}}, "alpha.yaml:1:1: the file is larger than 1024 KiB [too-large]", "its size is said to be 0"},
		{"total size", func() fs.FS {
			m := fstest.MapFS{}
			text := repeat("# "+strings.Repeat("x", 97)+"\n", mega)
			for i := range 40 {
				m[fmt.Sprintf("organizations/a%d.yaml", i)] = file(text)
			}
			return m
		}(), "with this file the folder is larger than 32 MiB; the rest is not read [too-large]", "many files of allowed size"},
		{"100,000 files", func() fs.FS {
			m := fstest.MapFS{}
			for i := range 100000 {
				m[fmt.Sprintf("organizations/a%d.yaml", i)] = file("")
			}
			return m
		}(), "organizations:1:1: more than 10000 files [too-large]", "none of them is read"},
		{"NUL", alphaWith("aliases: [a\x00b]\n"), "6:12: NUL character; a data file is text in UTF-8 [bad-encoding]", "as in a binary file"},
		{"not UTF-8", alphaWith("aliases: [é\xff]\n"), "6:12: byte 0xff is not UTF-8 [bad-encoding]", "columns count characters"},
		{"UTF-16", fstest.MapFS{"organizations/alpha.yaml": file("\xff\xfei\x00d\x00")}, "1:1: the file is in UTF-16; save it as UTF-8 [bad-encoding]", "Windows editors write it"},
		{"byte order mark", fstest.MapFS{"organizations/alpha.yaml": file("\ufeff" + small), sourcesFile: file(bibliography)}, "", "Windows editors write it; it is harmless"},
		{"CRLF", fstest.MapFS{"organizations/alpha.yaml": file(strings.ReplaceAll(small, "\n", "\r\n")), sourcesFile: file(bibliography)}, "", "Windows editors write it; it is harmless"},
		{"second document", alphaWith("---\n" + small), "6:1: a second document; a data file has one [syntax]", "it would be lost"},
		{"many documents", alphaWith(repeat("---\n", mega/8)), "6:1: a second document", "the parser would recurse"},
		{"empty file", fstest.MapFS{"organizations/alpha.yaml": file("")}, "1:1: the file is empty [syntax]", ""},
		{"scalar", fstest.MapFS{"organizations/alpha.yaml": file("alpha")}, "1:1: want a mapping (organization), have a text [wrong-shape]", ""},
		{"100,000 problems", alphaWith("aliases:\n" + strings.Repeat("- []\n", 60000)), "59001 more problems from here on [too-many-problems]", "nobody reads them"},
		{"name that breaks lines", fstest.MapFS{"organizations/a\nb\x1b[1m.yaml": file("a")}, `"organizations/a\nb\x1b[1m.yaml":1:1: `, "terminals obey escape characters"},
		{"escape in quotes", alphaWith(`aliases: ["\e[1m"]` + "\n"), "[bad-value]", "terminals obey escape characters"},
		{"one state 9,000 times", alphaWith("members:\n" + strings.Repeat("- {state: KZ, joined: {how: founding, sources: [s]}}\n", 9000)), "more problems from here on", "each overlaps with each"},
		{"panic in the parser", alphaWith("{? {? \n"), "[syntax]", "it has panicked on this"},
		{"nothing", fstest.MapFS{}, "organizations:1:1: no such folder", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := loadWithin(t, c.fsys)
			switch {
			case c.want == "" && err != nil:
				t.Errorf("Load = %.300v, want none (%s)", err, c.reason)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("Load = %.300v, want %q (%s)", err, c.want, c.reason)
			}
		})
	}
}

// endless is a file system of files that do not end, whatever they say.
type endless struct{ fstest.MapFS }

func (e endless) Open(name string) (fs.File, error) {
	f, err := e.MapFS.Open(name)
	if err != nil || !strings.HasSuffix(name, ".yaml") {
		return f, err
	}
	return endlessFile{f}, nil
}

type endlessFile struct{ fs.File }

func (endlessFile) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// broken is a file system that fails at one file after some bytes.
type broken struct {
	fstest.MapFS
	at string
}

func (b broken) Open(name string) (fs.File, error) {
	f, err := b.MapFS.Open(name)
	if err == nil && name == b.at {
		return brokenFile{f}, nil
	}
	return f, err
}

type brokenFile struct{ fs.File }

var errDisk = errors.New("the disk\nis on fire")

func (f brokenFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p[:min(5, len(p))])
	if err == nil || err == io.EOF {
		err = &fs.PathError{Op: "read", Path: "x", Err: errDisk}
	}
	return n, err
}

func (f brokenFile) ReadDir(int) ([]fs.DirEntry, error) { return nil, errDisk }

// TestUnreadable loads folders whose files cannot be read.
func TestUnreadable(t *testing.T) {
	t.Parallel()
	right := alphaWith("")
	for _, c := range []struct {
		name string
		fsys fs.FS
		want string
	}{
		{"error half way", broken{right, "organizations/alpha.yaml"}, "organizations/alpha.yaml:1:1: the disk is on fire [unreadable-file]"},
		{"error in the list", broken{right, sourcesFile}, "sources.yaml:1:1: the disk is on fire [unreadable-file]"},
		{"error in the folder", broken{right, organizationsDir}, "organizations:1:1: the disk is on fire [unreadable-file]"},
		{"folder for a file", fstest.MapFS{"organizations/alpha.yaml/x": file("")}, "organizations/alpha.yaml:1:1: is a folder [unreadable-file]"},
		{"file for a folder", fstest.MapFS{"organizations": file("")}, "organizations:1:1: "},
		{"pipe", fstest.MapFS{"organizations/alpha.yaml": {Mode: fs.ModeNamedPipe}}, "organizations/alpha.yaml:1:1: is not a regular file [unreadable-file]"},
	} {
		if err := loadWithin(t, c.fsys); err == nil || err.Error() != c.want && !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: Load = %v, want %s", c.name, err, c.want)
		}
	}
}

// TestLinks loads a folder with symbolic links: to a file outside, which is
// followed, to nothing, and in a circle.
func TestLinks(t *testing.T) {
	t.Parallel()
	dir, outside := t.TempDir(), t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, organizationsDir), 0o777); err != nil {
		t.Fatal(err)
	}
	write(filepath.Join(outside, "a.yaml"), small)
	write(filepath.Join(dir, sourcesFile), bibliography)
	link := func(to, name string) {
		t.Helper()
		if err := os.Symlink(to, filepath.Join(dir, organizationsDir, name)); err != nil {
			t.Skip(err)
		}
	}
	link(filepath.Join(outside, "a.yaml"), "alpha.yaml")
	if err := loadWithin(t, os.DirFS(dir)); err != nil {
		t.Errorf("a link to a file: %v", err)
	}
	link("nowhere", "beta.yaml")
	link("gamma.yaml", "gamma.yaml")
	link("..", "delta.yaml")
	link("..", "folder")
	err := loadWithin(t, os.DirFS(dir))
	var problems Problems
	if !errors.As(err, &problems) || len(problems) != 3 || problems.Files() != 3 {
		t.Errorf("links to nowhere: %v, want three problems", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := loadWithin(t, root.FS()); err == nil || !strings.Contains(err.Error(), "alpha.yaml:1:1: ") {
		t.Errorf("a link out of a root: %v", err)
	}
}

// TestFoldersAreNotRead checks that only the files of the format are read.
func TestFoldersAreNotRead(t *testing.T) {
	t.Parallel()
	m := alphaWith("")
	for _, name := range []string{"organizations/drafts/b.yaml", "organizations/.#alpha.yaml", "organizations/README.md", "organizations/alpha.yaml~", "other.yaml"} {
		m[name] = file("][")
	}
	if err := loadWithin(t, m); err != nil {
		t.Error(err)
	}
}
