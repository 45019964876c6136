package lineage

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestDependencies: the domain needs the standard library, the graph package
// and the distance of words, and nothing else.
func TestDependencies(t *testing.T) {
	t.Parallel()
	const own = "github.com/orglineage/orglineage/lineage"
	allowed := []string{own, "github.com/dominikbraun/graph", "github.com/agext/levenshtein"}
	out, err := exec.Command("go", "list", "-deps", "-json=ImportPath,Standard", own).Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for dec := json.NewDecoder(bytes.NewReader(out)); dec.More(); {
		var pkg struct {
			ImportPath string
			Standard   bool
		}
		if err := dec.Decode(&pkg); err != nil {
			t.Fatal(err)
		}
		known := slices.ContainsFunc(allowed, func(a string) bool {
			return pkg.ImportPath == a || a != own && strings.HasPrefix(pkg.ImportPath, a+"/")
		})
		if !pkg.Standard && !known {
			t.Errorf("lineage depends on %s", pkg.ImportPath)
		}
	}
}

// TestNoOutsideWorld: no file of the package reads files, the clock or chance,
// or writes anything.
func TestNoOutsideWorld(t *testing.T) {
	t.Parallel()
	forbidden := []string{"os", "io", "io/fs", "net", "net/http", "log", "math/rand", "math/rand/v2", "unsafe", "embed", "syscall"}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, imp := range file.Imports {
			if path, _ := strconv.Unquote(imp.Path.Value); slices.Contains(forbidden, path) {
				t.Errorf("%s imports %s", name, path)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			pkg, ok := call.X.(*ast.Ident)
			if ok && pkg.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "Sleep", "After", "Local"}, call.Sel.Name) {
				t.Errorf("%s uses time.%s", name, call.Sel.Name)
			}
			if ok && pkg.Name == "fmt" && strings.HasPrefix(call.Sel.Name, "Print") {
				t.Errorf("%s uses fmt.%s", name, call.Sel.Name)
			}
			return true
		})
	}
}
