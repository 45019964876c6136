package data

import (
	"os"
	"reflect"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/orglineage/orglineage/lineage"
)

var exactDates = cmp.Comparer(func(a, b lineage.Date) bool { return a == b })

// TestFull reads the folder that has every key.
func TestFull(t *testing.T) {
	t.Parallel()
	set, err := Read(os.DirFS("testdata/full"))
	if err != nil {
		t.Fatal(err)
	}
	full := set.Organizations[0]
	if len(full.Founded) != len(lineage.AllSteps()) {
		t.Errorf("founded in %d steps, want all", len(full.Founded))
	}
	want := lineage.Membership{
		State: "XY", Role: lineage.Associate, As: "junior partner",
		Joined: lineage.Accession{How: lineage.RoleTaken, Steps: lineage.Steps{
			{Step: lineage.Effective, On: lineage.MustDate("1996-01-01"), Sources: []lineage.SourceID{"press"}},
		}},
		Left: lineage.Departure{How: lineage.Withdrew, Steps: lineage.Steps{
			{Step: lineage.Notified, On: lineage.MustDate("1997-01-01"), Sources: []lineage.SourceID{"press"}},
			{Step: lineage.Effective, On: lineage.MustDate("1998-01-01"), Sources: []lineage.SourceID{"press"}},
		}},
	}
	if diff := cmp.Diff(want, full.Members[2], exactDates); diff != "" {
		t.Errorf("members.2 (-want +got):\n%s", diff)
	}
	if full.Notes[1].Text != "A remark without one, over two lines." {
		t.Errorf("folded text %q", full.Notes[1].Text)
	}
	// Every field that a file can fill is filled somewhere, so that the schema
	// and the generator are tested with all of them.
	empty := map[string]bool{}
	filled := map[string]bool{}
	visit(reflect.ValueOf(set), "", empty, filled)
	for name := range empty {
		if !filled[name] {
			t.Errorf("testdata/full fills no %s", name)
		}
	}
}

// visit notes which fields of which types are zero and which are not.
func visit(v reflect.Value, name string, empty, filled map[string]bool) {
	if name != "" {
		if v.IsZero() {
			empty[name] = true
			return
		}
		filled[name] = true
	}
	switch v.Kind() {
	case reflect.Pointer:
		visit(v.Elem(), "", empty, filled)
	case reflect.Slice:
		for i := range v.Len() {
			visit(v.Index(i), "", empty, filled)
		}
	case reflect.Struct:
		if _, ok := v.Interface().(lineage.Date); ok {
			return
		}
		for i := range v.NumField() {
			visit(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name, empty, filled)
		}
	}
}

// TestLentStates checks that states may be left out if the built-in atlas has
// them, and that they bring their sources.
func TestLentStates(t *testing.T) {
	t.Parallel()
	m := alphaWith("members:\n- {state: XX, joined: {how: founding, sources: [s]}}\n- {state: KZ, joined: {how: founding, sources: [s]}}\n")
	m[statesFile] = file("- {id: XX, name: Exland}\n")
	set, err := Read(m)
	if err != nil {
		t.Fatal(err)
	}
	if len(set.States) != 2 || set.States[0].ID != "KZ" || set.States[0].Name != "Kazakhstan" {
		t.Errorf("states %v, want KZ and XX", set.States)
	}
	m[statesFile] = file("- {id: XX, name: kazakhstan}\n")
	if _, err := Load(m); err == nil || err.Error() != "states.yaml:1:18: name “kazakhstan” also means KZ (Kazakhstan) [alias-collision]" {
		t.Errorf("Load = %v, want the user's own state blamed", err)
	}
}

// TestLentEach lends each state of the built-in atlas alone: with all its
// sources, with the state that it continues, and without the organization that
// it is, which the folder does not have.
func TestLentEach(t *testing.T) {
	t.Parallel()
	for _, s := range builtInDataset().States {
		m := alphaWith("members:\n- {state: " + string(s.ID) + ", joined: {how: founding, sources: [s]}}\n")
		atlas, err := Load(m)
		if err != nil {
			t.Errorf("%s: %v", s.ID, err)
			continue
		}
		if got, err := atlas.State(string(s.ID)); err != nil || got.Is != "" || got.Name != s.Name {
			t.Errorf("lent %v, %v, want %s without its organization", got, err, s.Name)
		}
	}
	m := alphaWith("")
	m[statesFile] = file("- {id: XX, name: Exland, continues: {state: SU, sources: [s]}}\n")
	if _, err := Load(m); err != nil {
		t.Errorf("a state that continues one of the built-in atlas: %v", err)
	}
}

// TestFollowUps checks that what only follows from another problem is left out.
func TestFollowUps(t *testing.T) {
	t.Parallel()
	beta := "id: beta\nname: The Beta\nshort: B1\nkind: treaty\nfounded: {effective: {on: 1994-01-01, sources: [s]}}\n"
	for _, c := range []struct {
		name string
		fsys fstest.MapFS
		want string
	}{
		{
			"broken organization",
			fstest.MapFS{
				"organizations/alpha.yaml": file("["), sourcesFile: file(bibliography),
				"organizations/beta.yaml": file(beta + "within: {organization: alpha, sources: [s]}\nambiguous: [AA]\n"),
			},
			"organizations/alpha.yaml:1:1: sequence end token ']' not found [syntax]",
		},
		{
			"broken sources",
			fstest.MapFS{"organizations/beta.yaml": file(beta), sourcesFile: file("[")},
			"sources.yaml:1:1: sequence end token ']' not found [syntax]",
		},
		{
			"broken states",
			fstest.MapFS{
				"organizations/beta.yaml": file(beta + "members: [{state: XX, joined: {how: founding, sources: [s]}}]\n"),
				sourcesFile:               file(bibliography), statesFile: file("{"),
			},
			"states.yaml:1:1: could not find flow mapping end token '}' [syntax]",
		},
		{
			"bad items keep their place",
			fstest.MapFS{
				"organizations/beta.yaml": file(beta + "notes:\n- x\n- {text: y, sources: [z]}\n"),
				sourcesFile:               file(bibliography),
			},
			"organizations/beta.yaml:7:3: want a mapping (note), have a text [wrong-shape]\n" +
				"organizations/beta.yaml:8:23: source \"z\" is not in sources.yaml; did you mean \"s\"? [unknown-source]",
		},
	} {
		if _, err := Load(c.fsys); err == nil || err.Error() != c.want {
			t.Errorf("%s: Load =\n%v, want\n%s", c.name, err, c.want)
		}
	}
}
