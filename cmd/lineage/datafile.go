package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/data/audit"
	"github.com/orglineage/orglineage/lineage"
)

// builtInName is what --data calls the built-in atlas.
const builtInName = "builtin"

// atlas returns the atlas to ask: the built-in one, or that of --data; of several,
// all of them laid over each other.
func (p *program) atlas() (*lineage.Atlas, error) {
	switch names := p.data.Value(); len(names) {
	case 0:
		return data.BuiltIn()
	case 1:
		return p.load(names[0])
	default:
		return p.overlay(names)
	}
}

// load makes an atlas of one data set.
func (p *program) load(name string) (*lineage.Atlas, error) {
	atlas, err := p.loadData(name)
	if problems := data.Problems(nil); errors.As(err, &problems) {
		return nil, fmt.Errorf("reading the data%s:\n%w", inFolder(name), err)
	}
	return atlas, err
}

// inFolder names the folder in which the files of problems stand; a file stands in
// each of its problems.
func inFolder(name string) string {
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		return ""
	}
	return " in " + name
}

// loadData makes an atlas of a folder of YAML, a file of JSON or a table. Problems
// are returned as they are.
func (p *program) loadData(name string) (*lineage.Atlas, error) {
	if name == builtInName {
		return data.BuiltIn()
	}
	info, err := os.Stat(name)
	switch {
	case name == "-":
	case err != nil:
		return nil, fmt.Errorf("reading the data in %s: %w", quote(name), cause(err))
	case info.IsDir():
		return data.Load(os.DirFS(name))
	case isYAML(name):
		return nil, fmt.Errorf("reading the data in %s: one file of YAML is no data set; name the folder that has %s", quote(name), "organizations/")
	}
	f, file, err := p.openData(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := bufio.NewReader(f)
	if isJSON(name, r) {
		return data.LoadJSON(file, r)
	}
	return data.LoadTable(file, r, tableOptions())
}

// openData opens a file, or standard input, and says what problems call it.
func (p *program) openData(name string) (io.ReadCloser, string, error) {
	if name == "-" {
		return io.NopCloser(p.stdin), standardInput, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, "", fmt.Errorf("reading the data in %s: %w", quote(name), cause(err))
	}
	return f, name, nil
}

func isYAML(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// isJSON reports whether a file holds JSON, by its name or else by how it begins;
// what does not is a table.
func isJSON(name string, r *bufio.Reader) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".json":
		return true
	case ".csv", ".tsv":
		return false
	}
	begin, _ := r.Peek(256)
	begin = bytes.TrimLeftFunc(bytes.TrimPrefix(begin, []byte("\ufeff")), unicode.IsSpace)
	return bytes.HasPrefix(begin, []byte("{"))
}

// tableOptions has the names of states that are known of the Correlates of War.
func tableOptions() data.TableOptions {
	return data.TableOptions{States: audit.CorrelatesOfWarStates()}
}

// overlay makes an atlas of several data sets, the later ones laid over the
// earlier.
func (p *program) overlay(names []string) (*lineage.Atlas, error) {
	sets := make([]lineage.Dataset, len(names))
	if i := slices.Index(names, "-"); i >= 0 && slices.Contains(names[i+1:], "-") {
		return nil, usagef("--data - is given twice, but standard input can be read only once")
	}
	for i, name := range names {
		atlas, err := p.load(name)
		if err != nil {
			return nil, err
		}
		sets[i] = atlas.Dataset()
	}
	set, err := data.Overlay(sets...)
	if err != nil {
		return nil, fmt.Errorf("laying the data sets over each other:\n%w", err)
	}
	atlas, err := lineage.New(set)
	if err != nil {
		return nil, fmt.Errorf("the data sets do not go together:\n%w", err)
	}
	return atlas, nil
}
