package main

import (
	"bytes"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"testing/fstest"

	"github.com/orglineage/orglineage/lineage"
)

// TestCurrent compares the generated files with what would be generated now.
func TestCurrent(t *testing.T) {
	t.Parallel()
	files, err := generate(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join("../..", filepath.FromSlash(name)))
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("data/%s is stale: run go generate ./data", name)
		}
	}
}

// TestFull generates from the folder that has every key.
func TestFull(t *testing.T) {
	t.Parallel()
	fsys := os.DirFS("../../testdata/full")
	files, err := generate(fsys)
	if err != nil {
		t.Fatal(err)
	}
	again, err := generate(fsys)
	if err != nil || !reflect.DeepEqual(files, again) {
		t.Errorf("twice the same folder is not twice the same (%v)", err)
	}
	code := files["builtin_gen.go"]
	if _, err := parser.ParseFile(token.NewFileSet(), "", code, 0); err != nil {
		t.Error(err)
	}
	for _, part := range []string{
		`Within:`, `&lineage.Within{Organization: "outer", Note: "a part of it", Sources: []lineage.SourceID{"treaty"}}`,
		`{"ru": "Полная организация", "zh-Hant": "全"}`,
		`/* [1994-01-02..1994-01-31] */`, `Role:`, `lineage.Observer`, `Kind: lineage.NonSovereign`, `COWNumber:`,
	} {
		if !bytes.Contains(code, []byte(part)) {
			t.Errorf("the source lacks %s", part)
		}
	}
}

// TestConstants checks the names of the constants against their texts' number.
func TestConstants(t *testing.T) {
	t.Parallel()
	for typ, n := range map[reflect.Type]int{
		reflect.TypeFor[lineage.Step]():           len(lineage.AllSteps()),
		reflect.TypeFor[lineage.Role]():           len(lineage.AllRoles()),
		reflect.TypeFor[lineage.SuccessionKind](): len(lineage.AllSuccessionKinds()),
		reflect.TypeFor[lineage.AccessionKind]():  len(lineage.AllAccessionKinds()),
		reflect.TypeFor[lineage.DepartureKind]():  len(lineage.AllDepartureKinds()),
		reflect.TypeFor[lineage.SourceKind]():     len(lineage.AllSourceKinds()),
		reflect.TypeFor[lineage.ActorKind]():      len(lineage.AllActorKinds()),
	} {
		have := 0
		for _, name := range constants[typ] {
			if name != "" {
				have++
			}
		}
		if have != n {
			t.Errorf("%v has %d values, %d have a name here", typ, n, have)
		}
	}
}

func TestRevision(t *testing.T) {
	t.Parallel()
	revision := func(files map[string]string) string {
		m := fstest.MapFS{}
		for name, text := range files {
			m[name] = &fstest.MapFile{Data: []byte(text)}
		}
		r, err := revisionOf(fs.FS(m))
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	unix := revision(map[string]string{"organizations/a.yaml": "id: a\n", "sources.yaml": "[]\n"})
	if got := revision(map[string]string{"organizations/a.yaml": "id: a\r\n", "sources.yaml": "[]\n", "README.md": "x"}); got != unix {
		t.Errorf("line ends and other files change the revision: %s, %s", unix, got)
	}
	if got := revision(map[string]string{"organizations/b.yaml": "id: a\n", "sources.yaml": "[]\n"}); got == unix || len(got) != 12 {
		t.Errorf("revision %q of other files is that of %q", got, unix)
	}
}
