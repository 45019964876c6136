package data

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/orglineage/orglineage/data/internal/jsontree"
	"github.com/orglineage/orglineage/data/internal/yamltree"
	"github.com/orglineage/orglineage/lineage"
)

// jsonOf writes an atlas and fails the test if that fails.
func jsonOf(t testing.TB, atlas *lineage.Atlas) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteJSON(&b, atlas); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestJSONRoundTrip: what is written is read as the same records and written as
// the same bytes, and the schema accepts it.
func TestJSONRoundTrip(t *testing.T) {
	t.Parallel()
	for _, dir := range []string{".", "testdata/full", "../examples/own-data/isles"} {
		atlas, err := Load(os.DirFS(dir))
		if err != nil {
			t.Fatal(err)
		}
		text := jsonOf(t, atlas)
		back, err := LoadJSON("atlas.json", bytes.NewReader(text))
		if err != nil {
			t.Errorf("%s: what was written is not read:\n%v", dir, err)
			continue
		}
		if diff := cmp.Diff(atlas.Dataset(), back.Dataset(), exactDates); diff != "" {
			t.Errorf("%s (-written +read):\n%s", dir, diff)
		}
		if !bytes.Equal(text, jsonOf(t, back)) {
			t.Errorf("%s: other bytes the second time", dir)
		}
		n, faults := jsontree.Parse(text)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		schema := parseSchema(t, "atlas")
		v := validator{defs: schema["$defs"].(object)}
		v.check("", plain(n), schema)
		for _, e := range v.errs {
			t.Errorf("%s: %s", dir, e)
		}
	}
}

// TestJSONGolden: the file that has every key.
func TestJSONGolden(t *testing.T) {
	t.Parallel()
	atlas, err := Load(os.DirFS("testdata/full"))
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/full.json"
	got := jsonOf(t, atlas)
	if *update {
		if err := os.WriteFile(golden, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestJSONBuiltIn: the built-in atlas is written as its files are.
func TestJSONBuiltIn(t *testing.T) {
	t.Parallel()
	builtIn, err := BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	loaded, err := Load(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(jsonOf(t, builtIn), jsonOf(t, loaded)) {
		t.Error("the built-in atlas and its files are written differently")
	}
}

// TestJSONEmpty: an atlas without organizations is one, too.
func TestJSONEmpty(t *testing.T) {
	t.Parallel()
	none, err := lineage.New(lineage.Dataset{})
	if err != nil {
		t.Fatal(err)
	}
	text := jsonOf(t, none)
	const want = "{\n  \"$schema\": \"https://github.com/orglineage/orglineage/data/schema/atlas.schema.json\",\n  \"organizations\": []\n}\n"
	if string(text) != want {
		t.Errorf("written as %s, want %s", text, want)
	}
	if _, err := LoadJSON("none.json", bytes.NewReader(text)); err != nil {
		t.Error(err)
	}
}

// TestJSONProblems: what is wrong is said with its place.
func TestJSONProblems(t *testing.T) {
	t.Parallel()
	const right = `"id": "a", "name": "The A", "short": "A", "kind": "treaty", "founded": {"effective": {"on": "1994", "sources": ["s"]}}`
	const sources = `"sources": [{"id": "s", "kind": "press", "title": "S"}]`
	for _, c := range []struct{ src, want, reason string }{
		{``, "a.json:1:1: the file is empty [syntax]", ""},
		{`[]`, "a.json:1:1: want a mapping (atlas), have a list [wrong-shape]", "a list of organizations is no atlas"},
		{`{}`, "a.json:1:1: atlas has no organizations [missing-field]", ""},
		{"{\n  \"organisations\": []}", "a.json:1:1: atlas has no organizations [missing-field]\na.json:2:3: atlas has no key \"organisations\"; did you mean \"organizations\"? [unknown-key]", ""},
		{`{"organizations": [{` + right + `}], ` + sources + "}", "", "a whole atlas"},
		{`{"organizations": [{` + right + `}]}`, `a.json:1:133: source "s" is not in the sources [unknown-source]`, "no sources at all"},
		{`{"organizations": [{` + right + `}], "sources": 1}`, `a.json:1:154: want a list, have a text [wrong-shape]`, "sources that cannot be read are not missing, too"},
		{"{\"organizations\": [\n {\"id\": \"a\", \"founded\": {\"effective\": {\"on\": \"1992-13\", \"sources\": [\"s\"]}}}], " + sources + "}", "a.json:2:2: has no kind [missing-field]\na.json:2:2: has no name [missing-field]\na.json:2:2: has no short [missing-field]\na.json:2:52: date \"1992-13\": month 13 is not in 01–12 [bad-date]", "all at once, each at its place"},
		{"{\"organizations\": [{" + right + ",\n\"members\": [{\"state\": \"QQ\", \"joined\": {\"how\": \"founding\", \"sources\": [\"s\"]}}]}], " + sources + "}", `a.json:2:23: state "QQ" is not in the states [unknown-state]`, "the states need not stand there"},
		{"{\"organizations\": [{" + right + ",\n\"members\": [{\"state\": \"KG\", \"joined\": {\"how\": \"founding\", \"sources\": [\"s\"]}}]}], " + sources + "}", "", "a state of the built-in atlas"},
		{"{\"organizations\": [{" + right + "},\n {" + right + "}], " + sources + "}", `a.json:2:9: id "a" is used twice [duplicate-id]`, "the second of them"},
		{"{\"organizations\": [], \"states\": [\n {\"id\": \"x\", \"name\": \"X\"}]}", `a.json:2:9: id "x" is not made of the letters A to Z, digits, and single hyphens between them [bad-id]`, "a state"},
		{"{\"organizations\": [], \"places\": [\n {\"name\": \"X\", \"formerly\": [{\"name\": \"Y\", \"until\": \"1990\", \"sources\": [\"q\"]}]}]}", `a.json:2:72: source "q" is not in the sources [unknown-source]`, "a place"},
		{"{\"organizations\": [], \"collections\": [\n {\"id\": \"x\"}]}", `a.json:2:2: has no name [missing-field]`, "a collection"},
		{`{"organizations": [], "lookalikes": [{"name": "X"}]}`, `a.json:1:38: lookalike has no means [missing-field]`, "a lookalike"},
		{`{"organizations": [], "organizations": [], "states": null}`, "a.json:1:23: key \"organizations\" stands twice; the first is in line 1 [duplicate-key]\na.json:1:44: states has no value; leave the key out where there is nothing to say [wrong-shape]", ""},
		{`{"organizations": [], "states": [` + strings.Repeat("[", 40), "a.json:1:64: more than 32 lists and objects inside each other [too-large]", ""},
	} {
		_, err := LoadJSON("a.json", strings.NewReader(c.src))
		got := ""
		if err != nil {
			got = err.Error()
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s(%s)", c.src, diff, c.reason)
		}
	}
}

// TestJSONUnreadable: a text that ends with an error, or does not end.
func TestJSONUnreadable(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		r    io.Reader
		want string
	}{
		{iotest.ErrReader(&fs.PathError{Op: "read", Path: "secret", Err: errors.New("the disk is gone")}), "a.json:1:1: the disk is gone [unreadable-file]"},
		{endlessFile{}, "a.json:1:1: the file is larger than 32 MiB [too-large]"},
	} {
		if _, err := LoadJSON("a.json", c.r); err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
	if err := WriteJSON(fullDisk{}, builtIn()); err == nil {
		t.Error("a writer that fails is not noticed")
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

// TestJSONRules: a folder with problems, put into one file, has the same ones.
func TestJSONRules(t *testing.T) {
	t.Parallel()
	cases, err := filepath.Glob("testdata/rules/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		fsys, _ := folder(archive, true)
		text := inOneFile(t, fsys)
		if text == nil {
			continue // it is about files, or about YAML
		}
		_, err = Load(fsys)
		_, jerr := LoadJSON("all.json", bytes.NewReader(text))
		want, got := said(err), said(jerr)
		if slices.ContainsFunc(want, func(s string) bool {
			return strings.Contains(s, "["+ruleFileName+"]") || strings.Contains(s, "["+ruleMissing+"]") || strings.Contains(s, "["+ruleTooLarge+"]")
		}) {
			continue
		}
		tried++
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-folder +file):\n%s", name, diff)
		}
	}
	if tried < 25 {
		t.Errorf("only %d cases tried", tried)
	}
}

// said returns the problems without their places and the names of files.
func said(err error) []string {
	var problems Problems
	if !errors.As(err, &problems) {
		return nil
	}
	var all []string
	for _, p := range problems {
		all = append(all, withoutFiles.Replace(p.Msg)+" ["+p.Rule+"]")
	}
	slices.Sort(all)
	return all
}

// inOneFile puts a folder into one file of JSON; nil if it is not plain YAML.
func inOneFile(t *testing.T, fsys fs.FS) []byte {
	t.Helper()
	root := &yamltree.Node{Kind: yamltree.Map}
	orgs := &yamltree.Node{Kind: yamltree.List}
	root.Entries = append(root.Entries, yamltree.Entry{Key: "organizations", Value: orgs})
	bad := false
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		n, faults := yamltree.Parse(text)
		if len(faults) > 0 || path.Ext(name) != ".yaml" {
			bad = true
			return nil
		}
		if path.Dir(name) == organizationsDir {
			orgs.Items = append(orgs.Items, n)
			return nil
		}
		root.Entries = append(root.Entries, yamltree.Entry{Key: strings.TrimSuffix(name, ".yaml"), Value: n})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if bad {
		return nil
	}
	quoteAll(root)
	return jsontree.Append(nil, root)
}

// quoteAll puts into quotes what YAML can do without.
func quoteAll(n *yamltree.Node) {
	if n.Text != "true" && n.Text != "false" {
		n.Quoted = true
	}
	for _, x := range n.Items {
		quoteAll(x)
	}
	for _, e := range n.Entries {
		quoteAll(e.Value)
	}
}

// TestJSONSchemaAgrees changes the file that has every key in every place, one
// change at a time, and checks that schema and loader both object.
func TestJSONSchemaAgrees(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("testdata/full.json")
	if err != nil {
		t.Fatal(err)
	}
	root, _ := jsontree.Parse(text)
	schema := parseSchema(t, "atlas")
	changed := 0
	mutate(root, "", func(what string) {
		changed++
		v := validator{defs: schema["$defs"].(object)}
		if v.check("", plain(root), schema); len(v.errs) == 0 {
			t.Errorf("the schema accepts %s", what)
		}
		if _, err := LoadJSON("a.json", bytes.NewReader(jsontree.Append(nil, root))); err == nil {
			t.Errorf("the loader accepts %s", what)
		}
	})
	if changed < 100 {
		t.Errorf("only %d changes tried", changed)
	}
}

// FuzzLoadJSON: any text ends soon, in problems with places or in an atlas that is
// written and read as the same one.
func FuzzLoadJSON(f *testing.F) {
	text, err := os.ReadFile("testdata/full.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add([]byte(`{"organizations": [{"id": "a", "name": "The A", "short": "A", "kind": "treaty", "founded": {"effective": {"on": "1994", "sources": ["s"]}}}], "sources": [{"id": "s", "kind": "press", "title": "S"}]}`))
	f.Add([]byte(`{"organizations": [], "states": [{"id": "X", "name": "\u00e9", "cow": {"number": 1, "code": "X"}}]}`))
	rules := map[string]bool{}
	for _, r := range Rules() {
		rules[r.Name] = true
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		begun := time.Now()
		atlas, err := LoadJSON("a.json", bytes.NewReader(text))
		if took := time.Since(begun); took > 5*time.Second {
			t.Errorf("took %v", took)
		}
		if err == nil {
			written := jsonOf(t, atlas)
			back, err := LoadJSON("b.json", bytes.NewReader(written))
			if err != nil {
				t.Fatalf("%s\nis not read: %v", written, err)
			}
			if !bytes.Equal(written, jsonOf(t, back)) {
				t.Errorf("%s\nis written differently the second time", written)
			}
			return
		}
		var problems Problems
		if !errors.As(err, &problems) || len(problems) == 0 {
			t.Fatalf("error %v of type %T", err, err)
		}
		for _, p := range problems {
			if p.File != "a.json" || p.Line < 1 || p.Col < 1 || p.Msg == "" || !rules[p.Rule] {
				t.Errorf("problem %+v", p)
			}
			if strings.ContainsAny(p.Error(), "\n\x1b\x00") {
				t.Errorf("problem %q is not one line of text", p.Error())
			}
		}
	})
}
