package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
)

// isDataFile reports whether the name is that of a file of JSON, as export writes
// it, and not of a folder.
func isDataFile(name string) bool {
	if !strings.HasSuffix(strings.ToLower(name), ".json") {
		return false
	}
	info, err := os.Stat(name)
	return err == nil && !info.IsDir()
}

// loadFile reads a file of JSON. The problems name the file as it was given.
func loadFile(name string) (*lineage.Atlas, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("reading the data in %s: %w", quote(name), cause(err))
	}
	defer f.Close()
	return data.LoadJSON(name, f)
}
