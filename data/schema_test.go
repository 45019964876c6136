package data

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/orglineage/orglineage/data/internal/yamltree"
	"github.com/orglineage/orglineage/lineage"
)

// A validator checks values against a schema, as far as the keywords that
// Schema uses go. It fails on keywords that it does not know.
type validator struct {
	defs object
	errs []string
}

func (v *validator) fail(path, format string, args ...any) {
	v.errs = append(v.errs, path+": "+fmt.Sprintf(format, args...))
}

func (v *validator) check(path string, x any, schema object) {
	for _, keyword := range slices.Sorted(maps.Keys(schema)) {
		arg := schema[keyword]
		switch keyword {
		case "description", "title", "$schema", "$id", "$defs":
		case "$ref":
			def, ok := v.defs[strings.TrimPrefix(arg.(string), "#/$defs/")].(object)
			if !ok {
				v.fail(path, "dangling %v", arg)
				continue
			}
			v.check(path, x, def)
		case "type":
			if have := typeOf(x); have != arg {
				v.fail(path, "want %v, have %s", arg, have)
			}
		case "enum":
			if !slices.Contains(arg.([]any), x) {
				v.fail(path, "%v is not one of %v", x, arg)
			}
		case "anyOf":
			matched := false
			for _, s := range arg.([]any) {
				one := validator{defs: v.defs}
				one.check(path, x, s.(object))
				matched = matched || len(one.errs) == 0
			}
			if !matched {
				v.fail(path, "%v matches none of %v", x, arg)
			}
		case "pattern":
			if s, ok := x.(string); ok && !matches(arg.(string), s) {
				v.fail(path, "%q does not match %s", s, arg)
			}
		case "minLength":
			if s, ok := x.(string); ok && utf8.RuneCountInString(s) < int(arg.(float64)) {
				v.fail(path, "%q is too short", s)
			}
		case "minimum", "maximum":
			n, ok := x.(int)
			if limit := int(arg.(float64)); ok && (keyword == "minimum" && n < limit || keyword == "maximum" && n > limit) {
				v.fail(path, "%d is out of range", n)
			}
		case "items":
			list, _ := x.([]any)
			for i, item := range list {
				v.check(fmt.Sprintf("%s.%d", path, i), item, arg.(object))
			}
		case "properties", "additionalProperties", "required", "propertyNames":
			if m, ok := x.(object); ok {
				v.object(path, m, keyword, arg, schema)
			}
		default:
			v.fail(path, "the schema has the keyword %s", keyword)
		}
	}
}

func (v *validator) object(path string, m object, keyword string, arg any, schema object) {
	properties, _ := schema["properties"].(object)
	for key, x := range m {
		p, known := properties[key]
		switch {
		case keyword == "properties" && known:
			v.check(path+"."+key, x, p.(object))
		case keyword == "propertyNames":
			v.check(path+"."+key, key, arg.(object))
		case keyword == "additionalProperties" && !known:
			if s, ok := arg.(object); ok {
				v.check(path+"."+key, x, s)
			} else {
				v.fail(path, "unknown key %s", key)
			}
		}
	}
	if keyword == "required" {
		for _, key := range arg.([]any) {
			if _, ok := m[key.(string)]; !ok {
				v.fail(path, "lacks %s", key)
			}
		}
	}
}

func typeOf(x any) string {
	switch x.(type) {
	case string:
		return "string"
	case int:
		return "integer"
	case bool:
		return "boolean"
	case []any:
		return "array"
	case object:
		return "object"
	}
	return "null"
}

// plain turns a tree into the values that a YAML editor sees.
func plain(n *yamltree.Node) any {
	switch n.Kind {
	case yamltree.Scalar:
		if i, err := strconv.Atoi(n.Text); err == nil && !n.Quoted {
			return i
		}
		if !n.Quoted && (n.Text == "true" || n.Text == "false") {
			return n.Text == "true"
		}
		return n.Text
	case yamltree.List:
		list := make([]any, len(n.Items))
		for i, x := range n.Items {
			list[i] = plain(x)
		}
		return list
	case yamltree.Map:
		m := object{}
		for _, e := range n.Entries {
			m[e.Key] = plain(e.Value)
		}
		return m
	}
	return nil
}

// parseSchema returns a schema as an editor reads it.
func parseSchema(t *testing.T, name string) object {
	t.Helper()
	src, err := Schema(name)
	if err != nil {
		t.Fatal(err)
	}
	var root object
	if err := json.Unmarshal(src, &root); err != nil {
		t.Fatal(err)
	}
	return root
}

// validate returns what the schema finds in the text of a file.
func validate(t *testing.T, schema object, text []byte) []string {
	t.Helper()
	n, faults := yamltree.Parse(text)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	v := validator{defs: schema["$defs"].(object)}
	v.check("", plain(n), schema)
	sort.Strings(v.errs)
	return v.errs
}

var patterns sync.Map // compiled regular expressions by text

func matches(pattern, s string) bool {
	re, ok := patterns.Load(pattern)
	if !ok {
		re, _ = patterns.LoadOrStore(pattern, regexp.MustCompile(pattern))
	}
	return re.(*regexp.Regexp).MatchString(s)
}

// TestSchemaAccepts checks that all data files of the module satisfy the schema.
func TestSchemaAccepts(t *testing.T) {
	t.Parallel()
	for _, dir := range []string{".", "testdata/full"} {
		files, err := filepath.Glob(dir + "/organizations/*.yaml")
		if err != nil || len(files) == 0 {
			t.Fatalf("no files in %s: %v", dir, err)
		}
		files = append(files, dir+"/"+statesFile, dir+"/"+sourcesFile, dir+"/"+lookalikesFile)
		if dir == "." {
			files = append(files, "audit/cow.yaml")
		} else {
			files = append(files, dir+"/"+fullCrosswalk)
		}
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			schema := strings.TrimSuffix(filepath.Base(name), ".yaml")
			if filepath.Base(filepath.Dir(name)) == organizationsDir {
				schema = "organization"
			}
			if schema == "cow" {
				schema = "crosswalk"
			}
			for _, e := range validate(t, parseSchema(t, schema), text) {
				t.Errorf("%s: %s", name, e)
			}
		}
	}
}

// TestSchemaAgrees changes the file that has every key in every place, one
// change at a time, and checks that schema and loader both object.
func TestSchemaAgrees(t *testing.T) {
	t.Parallel()
	for file, name := range fullFiles {
		root := fullFile(t, file)
		schema := parseSchema(t, name)
		changed := 0
		try := func(what string) {
			changed++
			text := []byte(write(root))
			if errs := validate(t, schema, text); len(errs) == 0 {
				t.Errorf("%s: the schema accepts %s", file, what)
			}
			if err := loadFull(t, file, text); err == nil {
				t.Errorf("%s: the loader accepts %s", file, what)
			}
		}
		mutate(root, file, try)
		if changed < 3 {
			t.Errorf("%s: only %d changes tried", file, changed)
		}
	}
}

// loadFull reads the folder that has every key, with another text for one file.
func loadFull(t *testing.T, file string, text []byte) error {
	t.Helper()
	var err error
	if file == fullCrosswalk {
		_, err = ReadCrosswalk(file, text)
	} else {
		_, err = Load(overlay(t, file, text))
	}
	return err
}

// overlay is the folder that has every key, with another text for one file.
func overlay(t *testing.T, file string, text []byte) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	for _, name := range []string{
		"organizations/full.yaml", "organizations/outer.yaml", "organizations/plan.yaml", statesFile, sourcesFile, lookalikesFile,
	} {
		old, err := os.ReadFile("testdata/full/" + name)
		if err != nil {
			t.Fatal(err)
		}
		m[name] = &fstest.MapFile{Data: old}
	}
	m[file] = &fstest.MapFile{Data: text}
	return m
}

// mutate makes each change below n, calls try, and undoes it: an unknown key in
// each mapping, and a value of a wrong shape for each value.
func mutate(n *yamltree.Node, path string, try func(string)) {
	old := *n
	wrong := yamltree.Node{Kind: yamltree.Map, Entries: []yamltree.Entry{{Key: "zz", Value: &yamltree.Node{Kind: yamltree.Scalar, Text: "x"}}}}
	switch n.Kind {
	case yamltree.Map:
		n.Entries = append(slices.Clone(n.Entries), yamltree.Entry{Key: "zz9", Value: &yamltree.Node{Kind: yamltree.List}})
		try("an unknown key in " + path)
		*n = old
		for i := range n.Entries {
			mutate(n.Entries[i].Value, path+"."+n.Entries[i].Key, try)
		}
		wrong = yamltree.Node{Kind: yamltree.Scalar, Text: "x", Quoted: true}
	case yamltree.List:
		for i := range n.Items {
			mutate(n.Items[i], path+"."+strconv.Itoa(i), try)
		}
		wrong = yamltree.Node{Kind: yamltree.Scalar, Text: "x", Quoted: true}
	}
	*n = wrong
	try("a " + wrong.Kind.String() + " for " + path)
	*n = old
}

// write returns a tree as YAML in flow style.
func write(n *yamltree.Node) string {
	var parts []string
	switch n.Kind {
	case yamltree.List:
		for _, x := range n.Items {
			parts = append(parts, write(x))
		}
		return "[" + strings.Join(parts, ",\n ") + "]"
	case yamltree.Map:
		for _, e := range n.Entries {
			parts = append(parts, e.Key+": "+write(e.Value))
		}
		return "{" + strings.Join(parts, ",\n ") + "}"
	}
	if !n.Quoted && matches(`^([0-9]+|true|false)$`, n.Text) {
		return n.Text
	}
	return strconv.Quote(n.Text)
}

// TestSchemaRequired leaves out each key that the schema asks for, and checks
// that the loader misses it too.
func TestSchemaRequired(t *testing.T) {
	t.Parallel()
	for file, name := range fullFiles {
		root := fullFile(t, file)
		schema := parseSchema(t, name)
		var drop func(n *yamltree.Node, path string)
		drop = func(n *yamltree.Node, path string) {
			for i, x := range n.Items {
				drop(x, path+"."+strconv.Itoa(i))
			}
			all := n.Entries
			for i, e := range all {
				drop(e.Value, path+"."+e.Key)
				n.Entries = slices.Concat(all[:i], all[i+1:])
				text := []byte(write(root))
				n.Entries = all
				errs := validate(t, schema, text)
				err := loadFull(t, file, text)
				if len(errs) > 0 && err == nil {
					t.Errorf("%s: the schema asks for %s.%s, the loader does not", file, path, e.Key)
				}
			}
		}
		drop(root, "")
	}
}

// TestSchemaWords checks that each enumeration stands in the schema with all of
// its words.
func TestSchemaWords(t *testing.T) {
	t.Parallel()
	var all []string
	for _, name := range SchemaNames() {
		if name == "atlas" {
			continue // it is made of the others
		}
		var find func(any)
		find = func(x any) {
			switch x := x.(type) {
			case []any:
				for _, y := range x {
					find(y)
				}
			case object:
				if words, ok := x["enum"]; ok {
					all = append(all, fmt.Sprint(words))
				}
				for _, y := range x {
					find(y)
				}
			}
		}
		find(parseSchema(t, name))
	}
	slices.Sort(all)
	want := []string{
		fmt.Sprint(lineage.AllRoles()), fmt.Sprint(lineage.AllAccessionKinds()), fmt.Sprint(lineage.AllDepartureKinds()),
		fmt.Sprint(lineage.AllSuccessionKinds()), fmt.Sprint(lineage.AllSourceKinds()), fmt.Sprint(lineage.AllActorKinds()),
		fmt.Sprint(AllReasons()),
	}
	slices.Sort(want)
	if !reflect.DeepEqual(all, want) {
		t.Errorf("enumerations %q, want %q", all, want)
	}
	if _, err := Schema("organisation"); err == nil {
		t.Error("Schema makes up a schema")
	}
}

// fullFiles are the files that have every key in every place, with the names
// of their schemas.
var fullFiles = map[string]string{
	"organizations/full.yaml": "organization", statesFile: "states", sourcesFile: "sources", lookalikesFile: "lookalikes",
	fullCrosswalk: "crosswalk",
}

const fullCrosswalk = "crosswalk.yaml"

func fullFile(t *testing.T, name string) *yamltree.Node {
	t.Helper()
	text, err := os.ReadFile("testdata/full/" + name)
	if err != nil {
		t.Fatal(err)
	}
	root, _ := yamltree.Parse(text)
	return root
}
