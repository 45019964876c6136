// Command audit compares a table of memberships with the built-in atlas. It does
// what "lineage audit --csv eurasec.csv" does, as a program.
package main

import (
	_ "embed"
	"fmt"
	"log"
	"strings"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/data/audit"
)

// The table takes Uzbekistan's suspension of 2008 for a withdrawal, as some
// newspapers did.
//
//go:embed eurasec.csv
var table string

func main() {
	atlas, err := data.BuiltIn()
	if err != nil {
		log.Fatal(err)
	}
	report, err := audit.Compare(atlas, strings.NewReader(table), audit.Options{File: "eurasec.csv", ByName: true})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report.Compared, "cells,", report.Agreed, "agree")
	for _, d := range report.Disagreements {
		fmt.Println(d.State.Name, d.Years, "theirs", d.Theirs.OnLastDay, "ours", d.Ours.OnLastDay, d.Verdict)
	}
}
