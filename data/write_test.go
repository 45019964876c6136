package data

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/orglineage/orglineage/data/internal/yamltree"
	"github.com/orglineage/orglineage/lineage"
)

// inMemory is the files in memory.
func inMemory(files []File) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Text}
	}
	return fsys
}

// again writes the records and reads them.
func again(t interface {
	Helper()
	Fatalf(string, ...any)
}, set lineage.Dataset,
) (lineage.Dataset, []File) {
	t.Helper()
	files, err := Files(set)
	if err != nil {
		t.Fatalf("Files: %v", err)
	}
	back, err := Read(inMemory(files))
	if err != nil {
		for _, f := range files {
			err = fmt.Errorf("%w\n== %s\n%s", err, f.Name, f.Text[:min(len(f.Text), 2000)])
		}
		t.Fatalf("reading what was written: %v", err)
	}
	return back, files
}

var sameRecords = gocmp.Options{exactDates, cmpopts.EquateEmpty()}

func byFile(os []lineage.Organization) []lineage.Organization {
	os = slices.Clone(os)
	slices.SortFunc(os, func(a, b lineage.Organization) int { return cmp.Compare(a.ID+".yaml", b.ID+".yaml") })
	return os
}

func TestWriteBuiltIn(t *testing.T) {
	t.Parallel()
	set := builtInDataset()
	back, files := again(t, set)
	set.Organizations = byFile(set.Organizations)
	for i := range set.Organizations {
		set.Organizations[i] = *clone(&set.Organizations[i])
		complete(&set.Organizations[i])
	}
	if diff := gocmp.Diff(set, back, sameRecords); diff != "" {
		t.Errorf("(-records +written and read):\n%s", diff)
	}
	twice, err := Files(back)
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(files, twice); diff != "" {
		t.Errorf("written again:\n%s", diff)
	}
}

// clone copies an organization as far as complete changes it.
func clone(o *lineage.Organization) *lineage.Organization {
	c := *o
	c.Members, c.Predecessors = slices.Clone(o.Members), slices.Clone(o.Predecessors)
	return &c
}

// The folder with every key comes back, and shows the style.
func TestWriteFull(t *testing.T) {
	t.Parallel()
	set, err := Read(os.DirFS("testdata/full"))
	if err != nil {
		t.Fatal(err)
	}
	back, files := again(t, set)
	set.Organizations = byFile(set.Organizations)
	if diff := gocmp.Diff(set, back, sameRecords); diff != "" {
		t.Errorf("(-records +written and read):\n%s", diff)
	}
	var b bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&b, "-- %s --\n%s", f.Name, f.Text)
	}
	golden(t, "testdata/full.written", b.Bytes())
}

func golden(t *testing.T, name string, have []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, have, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(string(want), string(have)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// anySet draws records that New accepts, with texts of any kind.
func anySet() *rapid.Generator[lineage.Dataset] {
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.OneOf(
			rapid.SampledFrom([]string{" ", ", ", ": ", " #", "'", "\"", "\\", "{", "]", "true", "no", "1994", "слово", "名", "\u00a0", "\u200b", strings.Repeat("long ", 30)}),
			rapid.StringN(1, 10, 40),
		), 1, 6).Draw(t, "pieces"), "")
	}).Filter(func(s string) bool {
		d := decoder{collector: &collector{}, wrong: map[*yamltree.Node]bool{}}
		read, ok := d.text(&yamltree.Node{Kind: yamltree.Scalar, Text: s}, "")
		return ok && read == s
	})
	date := rapid.Map(rapid.SampledFrom([]string{"1994", "1994-05", "1994-05-06", "1994~", "1994-05?", "[1994..1995-02]", "[..1996]", "[..]"}), lineage.MustDate)
	sources := rapid.SliceOfN(rapid.SampledFrom([]lineage.SourceID{"s", "true", "1e5", "24kg-2014"}), 1, 3)
	claims := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) lineage.Claim {
		return lineage.Claim{On: date.Draw(t, "on"), Note: text.Draw(t, "note"), Sources: sources.Draw(t, "sources")}
	}), 0, 2)
	steps := func(some ...lineage.Step) *rapid.Generator[lineage.Steps] {
		return rapid.Custom(func(t *rapid.T) lineage.Steps {
			var all lineage.Steps
			for _, step := range rapid.SliceOfNDistinct(rapid.SampledFrom(some), 1, len(some), rapid.ID).Draw(t, "steps") {
				d := lineage.Dating{Step: step, On: date.Draw(t, "on"), Sources: sources.Draw(t, "sources"), Rivals: claims.Draw(t, "rivals")}
				if rapid.Bool().Draw(t, "more") {
					d.Place, d.Note = text.Draw(t, "place"), text.Draw(t, "note")
				}
				all = append(all, d)
			}
			return all
		})
	}
	return rapid.Custom(func(t *rapid.T) lineage.Dataset {
		set := lineage.Dataset{}
		for _, id := range []lineage.SourceID{"s", "true", "1e5", "24kg-2014"} {
			set.Sources = append(set.Sources, lineage.Source{
				ID: id, Kind: rapid.SampledFrom(lineage.AllSourceKinds()).Draw(t, "kind"), Title: text.Draw(t, "title"), Note: text.Draw(t, "note"),
				Date: date.Draw(t, "date"), Language: "zh-Hant", URL: "https://a.example/?q=1&r={x},#y",
			})
		}
		for i, id := range []lineage.StateID{"NO", "X-1", "1E5"} {
			set.States = append(set.States, lineage.State{ID: id, Name: fmt.Sprint("State ", i, " ", text.Draw(t, "name")), COWNumber: 900 + i, COWCode: fmt.Sprint("Q", i), Sources: sources.Draw(t, "sources")})
		}
		for i, id := range rapid.SliceOfNDistinct(rapid.SampledFrom([]lineage.OrgID{"null", "a-1", "on", "1e5", "zz"}), 1, 4, rapid.ID).Draw(t, "ids") {
			o := lineage.Organization{
				ID: id, Name: fmt.Sprint("Organization ", i, " ", text.Draw(t, "name")), Short: fmt.Sprint("O", i), Kind: text.Draw(t, "kind"),
				Founded: steps(lineage.AllSteps()[4:]...).Draw(t, "founded"),
			}
			if rapid.Bool().Draw(t, "named") {
				o.Names = map[string]string{"no": fmt.Sprint("No ", i, " ", text.Draw(t, "no")), "zh-Hant": fmt.Sprint("Zh ", i)}
				o.Notes = []lineage.Note{{Text: text.Draw(t, "note"), Sources: sources.Draw(t, "sources")}}
			}
			for _, state := range []lineage.StateID{"NO", "X-1"} {
				o.Members = append(o.Members, lineage.Membership{
					State: state, Role: rapid.SampledFrom(lineage.AllRoles()).Draw(t, "role"),
					Joined: lineage.Accession{How: rapid.SampledFrom(lineage.AllAccessionKinds()).Draw(t, "how"), Sources: sources.Draw(t, "sources")},
					Left:   lineage.Departure{How: lineage.Lapsed, Steps: steps(lineage.Notified).Draw(t, "left")},
				})
			}
			set.Organizations = append(set.Organizations, o)
		}
		return set
	}).Filter(func(set lineage.Dataset) bool {
		_, err := lineage.New(set)
		return err == nil
	})
}

func TestWriteAnything(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		set := anySet().Draw(t, "set")
		back, _ := again(t, set)
		set.Organizations = byFile(set.Organizations)
		if diff := gocmp.Diff(set, back, sameRecords); diff != "" {
			t.Fatalf("(-records +written and read):\n%s", diff)
		}
	})
}

func TestWriteFolder(t *testing.T) {
	t.Parallel()
	set, err := Read(os.DirFS("testdata/full"))
	if err != nil {
		t.Fatal(err)
	}
	wrong := set
	wrong.Sources = nil
	for _, c := range []struct {
		name   string
		set    lineage.Dataset
		before func(dir string) error
		want   string // in the error; none where it is empty
		reason string
	}{
		{"new", set, func(string) error { return nil }, "", "the plain case"},
		{"empty", set, func(dir string) error { return os.Mkdir(dir, 0o750) }, "", "an empty folder is as good as none"},
		{"link", set, func(dir string) error {
			return errors.Join(os.Mkdir(dir+"-real", 0o777), os.Symlink(dir+"-real", dir))
		}, "", "the link stays and leads to the folder"},
		{"full", set, func(dir string) error {
			return errors.Join(os.Mkdir(dir, 0o777), os.WriteFile(filepath.Join(dir, "x"), nil, 0o666))
		}, `is not empty (it has "x")`, "nothing is overwritten"},
		{"file", set, func(dir string) error { return os.WriteFile(dir, nil, 0o666) }, "is a file", "nor is a file"},
		{"no/folder", set, func(string) error { return nil }, "no such file", "the folder above is not made"},
		{"wrong", wrong, func(string) error { return nil }, "sources.yaml:1:1: no such file, but sources are cited", "what breaks rules is not written"},
		{"traversal", lineage.Dataset{Organizations: []lineage.Organization{{ID: "../up"}, {ID: "A"}}}, func(string) error { return nil }, `organization "../up"`, "an ID is no path"},
		{"twice", lineage.Dataset{Organizations: []lineage.Organization{{ID: "a"}, {ID: "a"}}}, func(string) error { return nil }, "used twice", "one would replace the other"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			above := t.TempDir()
			dir := filepath.Join(above, c.name)
			if err := c.before(dir); err != nil {
				t.Fatal(err)
			}
			left := namesIn(t, above)
			err := Write(dir, c.set)
			switch {
			case c.want == "" && err != nil:
				t.Fatalf("%v (%s)", err, c.reason)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Fatalf("error %v, want one with %q (%s)", err, c.want, c.reason)
			case c.want != "":
				if now := namesIn(t, above); !slices.Equal(now, left) {
					t.Errorf("left %v behind, want %v", now, left)
				}
				return
			}
			back, err := Read(os.DirFS(dir))
			if err != nil || len(back.Organizations) != len(set.Organizations) {
				t.Errorf("read back: %v", err)
			}
			for _, name := range namesIn(t, above) {
				if strings.HasPrefix(name, ".") {
					t.Errorf("left %s behind", name)
				}
			}
		})
	}
}

func namesIn(t *testing.T, dir string) []string {
	t.Helper()
	es, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range es {
		names = append(names, e.Name())
	}
	return names
}
