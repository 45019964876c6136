package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The order of the records in the files must not show in any output.
func TestOrderOfRecords(t *testing.T) {
	const facts = "../../data"
	lines := [][]string{
		{"list"},
		{"list", "states", "--format", "csv"},
		{"list", "places", "--format", "csv"},
		{"show", "kz-uz"},
		{"list", "sources", "--format", "json"},
		{"members", "caec", "--in", "1999", "--role", "all", "--cite"},
		{"members", "eurasec", "--on", "2009-01-01", "--role", "all", "--format", "json"},
		{"members", "caco", "--lineage", "--on", "2004-12-31", "--format", "markdown"},
		{"history", "UZ", "--role", "all", "--format", "csv"},
		{"trace", "caeu"},
		{"trace", "caeu", "--state", "KG", "--format", "json"},
		{"diff", "eurasec", "eaeu", "--on", "2014-12-31", "--and", "2015-09-01"},
		{"events", "--format", "json"},
		{"sources", "--format", "json"},
		{"shared", "KZ", "KG", "RU"},
		{"coverage", "--format", "json"},
		{"render", "--format", "dot"},
	}
	output := func(dir string, words []string) string {
		t.Helper()
		out, errs, code := ask(t, append([]string{"--data", dir}, words...)...)
		if code != exitOK {
			t.Fatalf("%s: exit code %d: %s", strings.Join(words, " "), code, errs)
		}
		return out
	}
	want := make([]string, len(lines))
	for i, words := range lines {
		want[i] = output(facts, words)
	}
	for seed := range uint64(2) { // the library shuffles more often, and faster
		dir := t.TempDir()
		shuffleFacts(t, facts, dir, rand.New(rand.NewPCG(seed, 11)))
		for i, words := range lines {
			if diff := cmp.Diff(want[i], output(dir, words)); diff != "" {
				t.Fatalf("seed %d: %s (-in order +shuffled):\n%s", seed, strings.Join(words, " "), diff)
			}
		}
	}
}

// shuffleFacts copies the data files and shuffles what they list: states,
// sources and the other lists, members and predecessors.
func shuffleFacts(t *testing.T, from, to string, r *rand.Rand) {
	t.Helper()
	if err := os.Mkdir(filepath.Join(to, "organizations"), 0o777); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(from, "organizations", "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no organizations: %v", err)
	}
	moved := 0
	lists, err := filepath.Glob(filepath.Join(from, "*.yaml"))
	if err != nil || len(lists) < 5 {
		t.Fatalf("only the lists %v: %v", lists, err)
	}
	for _, file := range append(files, lists...) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		shuffled := string(text)
		if filepath.Base(filepath.Dir(file)) == "organizations" {
			for _, key := range []string{"members", "succeeds"} {
				shuffled = keyWithItems(key).ReplaceAllStringFunc(shuffled, func(s string) string { return shuffleItems(s, "  - ", r) })
			}
		} else {
			shuffled = shuffleItems(shuffled, "- ", r)
		}
		if shuffled != string(text) {
			moved++
		}
		name, err := filepath.Rel(from, file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(to, name), []byte(shuffled), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if moved < 5 {
		t.Fatalf("only %d files were shuffled", moved)
	}
}

// keyWithItems matches a key at the beginning of a line with all that is below it.
func keyWithItems(key string) *regexp.Regexp {
	return regexp.MustCompile(fmt.Sprintf(`(?m)^%s:\n(?:[ #].*\n)+`, key))
}

// shuffleItems shuffles the parts of s that begin with the mark at the
// beginning of a line; what is before the first stays there.
func shuffleItems(s, mark string, r *rand.Rand) string {
	starts := regexp.MustCompile("(?m)^"+regexp.QuoteMeta(mark)).FindAllStringIndex(s, -1)
	if len(starts) == 0 {
		return s
	}
	items := make([]string, len(starts))
	for i := range starts {
		end := len(s)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		items[i] = s[starts[i][0]:end]
	}
	r.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
	return s[:starts[0][0]] + strings.Join(items, "")
}
