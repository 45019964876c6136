// Gen makes what is generated in package data from its YAML files: the built-in
// atlas and the JSON Schemas. "go generate ./data" runs it.
package main

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/orglineage/orglineage/data"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run writes the generated files of the package in dir.
func run(dir string) error {
	files, err := generate(os.DirFS(dir))
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(path, files[name], 0o666); err != nil {
			return err
		}
	}
	return nil
}

// generate returns the generated files by name.
func generate(fsys fs.FS) (map[string][]byte, error) {
	set, err := data.Read(fsys)
	if err != nil {
		return nil, err
	}
	revision, err := revisionOf(fsys)
	if err != nil {
		return nil, err
	}
	code, err := source(set, revision)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{"builtin_gen.go": code}
	for _, name := range data.SchemaNames() {
		schema, err := data.Schema(name)
		if err != nil {
			return nil, err
		}
		files["schema/"+name+".schema.json"] = schema
	}
	return files, nil
}
