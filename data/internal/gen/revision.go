package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"
)

// revisionOf returns the first twelve hexadecimal digits of a SHA-256 over the
// data files: for each, in the order of their names, "NAME LENGTH\n" and the
// text. No clock is involved, so the same facts have the same revision. Line
// ends count as \n, whatever the version control made of them.
func revisionOf(fsys fs.FS) (string, error) {
	names, err := fs.Glob(fsys, "organizations/*.yaml")
	if err != nil {
		return "", err
	}
	slices.Sort(names)
	names = append(names, "collections.yaml", "lookalikes.yaml", "places.yaml", "sources.yaml", "states.yaml")
	sum := sha256.New()
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		fmt.Fprintf(sum, "%s %d\n", name, len(text))
		sum.Write(text)
	}
	return hex.EncodeToString(sum.Sum(nil))[:12], nil
}
