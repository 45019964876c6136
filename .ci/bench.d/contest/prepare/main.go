// Command prepare makes the files of a contest in a folder: the table as it is
// published (igo.csv), the same as a list (spells.csv) with the successions
// (successions.csv), what is asked (ask.txt), and three diagrams for Graphviz
// (10.dot, 100.dot, 1000.dot). The table is the one that -cow names, or an
// invented one.
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"

	"github.com/orglineage/orglineage/.ci/bench.d/contest"
	"github.com/orglineage/orglineage/examples/invented"
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("prepare: ")
	dir := flag.String("o", ".", "the folder")
	cow := flag.String("cow", "", "the published table, by organizations and years")
	flag.Parse()
	if err := prepare(*dir, *cow); err != nil {
		log.Fatal(err)
	}
}

func prepare(dir, cow string) error {
	table := invented.New(invented.Published)
	if cow != "" {
		f, err := os.Open(cow)
		if err != nil {
			return err
		}
		defer f.Close()
		if table, err = invented.Read(f); err != nil {
			return err
		}
	}
	for name, write := range map[string]func(io.Writer) error{
		"igo.csv":         table.WriteWide,
		"spells.csv":      table.WriteSpells,
		"successions.csv": table.WriteSuccessions,
		"ask.txt":         func(w io.Writer) error { return contest.AskOf(table).Write(w, table) },
		"10.dot":          diagram(10),
		"100.dot":         diagram(100),
		"1000.dot":        diagram(1000),
	} {
		if err := create(filepath.Join(dir, name), write); err != nil {
			return err
		}
	}
	return nil
}

func create(name string, write func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// diagram writes the succession view of some organizations of an invented table,
// without their members, whom a diagram of a thousand would not show either.
func diagram(organizations int) func(io.Writer) error {
	return func(w io.Writer) error {
		shape := invented.Published
		shape.Organizations = organizations
		records := invented.New(shape).Dataset()
		for i := range records.Organizations {
			records.Organizations[i].Members = nil
		}
		atlas, err := lineage.New(records)
		if err != nil {
			return fmt.Errorf("a diagram of %d organizations: %w", organizations, err)
		}
		return render.DOT(w, atlas, render.Succession{})
	}
}
