package data

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
)

// FuzzLoad loads a folder with one organization of any text.
func FuzzLoad(f *testing.F) {
	cases, err := filepath.Glob("testdata/rules/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if strings.HasPrefix(file.Name, "organizations/") && len(file.Data) < 2000 {
				f.Add(file.Data)
			}
		}
	}
	text, err := os.ReadFile("testdata/full/organizations/full.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)

	rules := map[string]bool{}
	for _, r := range Rules() {
		rules[r.Name] = true
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		begun := time.Now()
		atlas, err := Load(fstest.MapFS{"organizations/alpha.yaml": {Data: text}, sourcesFile: file(bibliography)})
		if took := time.Since(begun); took > 5*time.Second {
			t.Errorf("took %v", took)
		}
		if err == nil {
			if o, err := atlas.Organization("alpha"); err != nil || o.ID != "alpha" {
				t.Errorf("no problems, but Organization(alpha) = %v, %v", o, err)
			}
			return
		}
		var problems Problems
		if !errors.As(err, &problems) || len(problems) == 0 {
			t.Fatalf("error %v of type %T", err, err)
		}
		for _, p := range problems {
			if p.File == "" || p.Line < 1 || p.Col < 1 || p.Msg == "" || !rules[p.Rule] {
				t.Errorf("problem %+v", p)
			}
			if strings.ContainsAny(p.Error(), "\n\x1b\x00") {
				t.Errorf("problem %q is not one line of text", p.Error())
			}
		}
	})
}
