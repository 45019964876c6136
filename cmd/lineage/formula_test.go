package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// hostileData is a data set whose texts are formulas, wherever the format lets
// them be.
var hostileData = map[string]string{
	"sources.yaml": `- {id: s, kind: treaty, title: "=HYPERLINK(\"http://x.invalid\")", author: "@author", publisher: "+publisher", note: "-note"}` + "\n",
	"states.yaml":  `- {id: KZ, name: "@SUM(A1)", aliases: ["-1+1"], sources: [s]}` + "\n" + `- {id: UZ, name: "-2+3", sources: [s]}` + "\n",
	"organizations/x.yaml": `id: x
name: =cmd|' /C calc'!A0
short: =1+1
aliases: [+1]
kind: -treaty
collections: [all]
founded: {effective: {on: 1994-01-01, place: "=place", note: "@note", sources: [s]}}
ended: {effective: {on: 2004-01-01, note: "=end", sources: [s], rivals: [{on: 2005, note: "+rival", sources: [s]}]}}
members:
  - {state: KZ, as: "=as", joined: {how: founding, sources: [s]}}
  - {state: UZ, joined: {how: accession, effective: {on: 1996, note: "=note", sources: [s]}}, left: {how: withdrawal, effective: {on: 1999, sources: [s]}}}
notes:
  - {on: 1995, text: "=text", sources: [s]}
`,
	"collections.yaml": `- {id: all, name: "=collection", note: "@note"}` + "\n",
}

// TestNoFormulas writes everything that can be had as CSV from texts that are
// formulas, and looks for a cell that a spreadsheet would take for one.
func TestNoFormulas(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "organizations"), 0o777); err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) string {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return file
	}
	for name, text := range hostileData {
		write(name, text)
	}
	table := write("table.csv", "organization,state,role,year\n=1+1,@SUM(A1),member,2003\n=1+1,-2+3,member,2003\n=cmd,=2,member,2003\n-1,+2,member,2003\n")
	for _, line := range []string{
		"list organizations", "list states", "list collections", "list sources", "show x", "show KZ", "members x --on 1995", "members x --in 1996 --cite",
		"history KZ", "history UZ", "trace x", "trace x --state KZ", "diff x x --on 1995 --and 1999-12-31", "events", "shared KZ UZ",
		"sources", "sources x", "coverage", "audit --csv " + table,
	} {
		stdout, stderr, code := ask(t, append(strings.Fields(line), "--data", dir, "--format", "csv")...)
		if code != exitOK && !strings.HasPrefix(line, "audit") || stdout == "" {
			t.Errorf("%s: exit %d, %q", line, code, stderr)
			continue
		}
		records, err := csv.NewReader(strings.NewReader(stdout)).ReadAll()
		if err != nil {
			t.Errorf("%s: %v", line, err)
		}
		for _, rec := range records {
			for _, cell := range rec {
				if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
					t.Errorf("%s: the cell %q is a formula", line, cell)
				}
			}
		}
	}
}
