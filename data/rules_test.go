package data

import (
	"cmp"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected reports")

// covered are rules of package lineage that files cannot break without breaking
// one of the loader's first.
var covered = map[string]string{"duplicate-step": "duplicate-key"}

// bibliography stands in each case that has no sources.yaml of its own.
const bibliography = "- {id: s, kind: press, title: The S Times}\n"

// TestRules reads each folder of testdata/rules and compares the report.
func TestRules(t *testing.T) {
	t.Parallel()
	cases, err := filepath.Glob("testdata/rules/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	seen := map[string]bool{ruleUnreadable: true} // TestUnreadable has file systems for it
	for _, file := range cases {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		rule, _, _ := strings.Cut(name, ".")
		seen[rule] = true
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if why := strings.TrimSpace(string(archive.Comment)); why == "" || strings.Contains(why, "\n") {
				t.Errorf("want a reason of one line, have %q", why)
			}
			fsys, report := folder(archive, rule != ruleMissing)
			_, err = Load(fsys)
			if err == nil {
				t.Fatal("nothing found")
			}
			got := err.Error() + "\n"
			if want := "[" + cmp.Or(covered[rule], rule) + "]\n"; !strings.Contains(got, want) {
				t.Errorf("report lacks %s:\n%s", want, got)
			}
			if len(got) > 20000 {
				got = got[:500] + "…\n" + got[len(got)-500:]
			}
			if *update {
				last := &archive.Files[len(archive.Files)-1]
				last.Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := gocmp.Diff(report, got); diff != "" {
				t.Errorf("report (-want +got):\n%s", diff)
			}
		})
	}
	for _, rule := range Rules() {
		if !seen[rule.Name] {
			t.Errorf("rule %s has no case in testdata/rules", rule.Name)
		}
		if rule.Says == "" || strings.HasSuffix(rule.Says, ".") {
			t.Errorf("rule %s says %q", rule.Name, rule.Says)
		}
	}
}

// folder returns the files of an archive and the report at its end.
func folder(archive *txtar.Archive, cited bool) (fs.FS, string) {
	fsys := fstest.MapFS{}
	report := ""
	for _, f := range archive.Files {
		if f.Name == "report" {
			report = string(f.Data)
			continue
		}
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	if fsys[sourcesFile] == nil && cited {
		fsys[sourcesFile] = &fstest.MapFile{Data: []byte(bibliography)}
	}
	return fsys, report
}

// TestProblems checks what a program can learn from the error of Load.
func TestProblems(t *testing.T) {
	t.Parallel()
	_, err := Load(fstest.MapFS{
		"organizations/a.yaml": {Data: []byte("id: a\nname: Ä Ö\nshort: A\nkind: treaty\nfounded: {effective: {place: Älmaty, on: '1994-02-30', sources: [s]}}\n")},
		"organizations/b.yaml": {Data: []byte("id: b\nname: B\nshort: Be\nkind: treaty\nwithin: {organization: c, sources: [s]}\nfounded: {effective: {on: 1994, sources: [s]}}\n")},
		"sources.yaml":         {Data: []byte("\ufeff" + bibliography)},
	})
	var problems Problems
	if !errors.As(err, &problems) || len(problems) != 2 || problems.Files() != 2 {
		t.Fatalf("Load = %v, want two problems in two files", err)
	}
	if p := problems[0]; p.Line != 5 || p.Col != 51 || p.Rule != ruleDate {
		t.Errorf("%v, want the column of the 30, counted in characters", p)
	}
	if errors.Unwrap(problems[0]) == nil || errors.Unwrap(problems[1]) == nil {
		t.Error("the errors behind the problems are lost")
	}
	if errs := problems.Unwrap(); len(errs) != 2 || errs[1] != error(problems[1]) {
		t.Errorf("Unwrap = %v", errs)
	}
	if err := (&collector{}).err(); err != nil {
		t.Errorf("no problem, but error %v", err)
	}
}
