package main

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
)

// What import reads.
const (
	importCOW = "cow"
	importCSV = "csv"
)

var importKinds = []string{importCOW, importCSV}

func importCommand(p *program) *cli.Command {
	var f importFlags
	return &cli.Command{
		Name:      "import",
		Usage:     "make a data set of a table of memberships",
		ArgsUsage: "cow|csv FILE -o DIR|LIST.csv",
		UsageText: `lineage import cow mydata/igo_year_format_3.csv -o mydata/igo
lineage import cow mydata/igo_year_format_3.csv -o mydata/igo.csv
lineage import csv mydata/memberships.csv -o mydata/ours --source-title 'Our list, 2024'
lineage members ORG7 --on 2004 --data mydata/igo`,
		Description: `cow reads the Correlates of War IGO tables: one row an organization and year, with
one column a state, or one row a state and year, with one column an organization. csv
reads these, and lists: organization, state, role, from, to; or organization, state,
role, year (lineage help audit). FILE is - for standard input.

DIR is made, or must be empty. It gets a file for each organization, the states and
the one source, and is written whole or not at all. Then --data DIR asks it and
lineage validate DIR checks it. --data FILE asks a table without this detour.

LIST.csv is one file, which must not be there yet, with a row for each membership:
organization, state, role, since, until. --data LIST.csv answers the same about who
was a member when, and many times as fast as DIR or the table; it knows nothing else,
such as when an organization was there without members, or ended, and who says so.

A year is a year: a membership begins on some day of its first year, and its last day
is some day of its last, so that answers within these are maybe. For those who want
certainty there is --assume:

   year-start   every change is on 1 January: a code holds for all of its year, and
                who is coded from 2001 to 2004 was a member from 2001-01-01 until
                2005-01-01
   year-end     every change is on 31 December: a code says how things stood on the
                last day of its year, and the same was one from 2001-12-31 until
                2005-12-31

-1 and 0 are no membership. -9, NA, an empty cell, and a year without a row between
others are not known: there the answer is maybe, and never a certain no; with
year-end, on the last day of such a year. What the last year of the table shows goes
on (lineage help data).

An organization has its acronym as ID, in lower case. It is founded in the year that
the column sdate says, else in the first year with a member, and ends in that of
deaddate, else in or after the last year with a row. States are those of the built-in
atlas that have the number, the code or the name; others are new.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "assume", Usage: "have every change on a `DAY` of its year: " + choice(stringsOf(data.AllAssumptions())), Destination: &f.assume},
			&cli.StringSliceFlag{Name: "rename", Usage: "give an organization another ID: `NAME=ID`, by its name in the table; may be repeated", Destination: &f.renames},
			&cli.StringFlag{Name: "source-title", Usage: "the `TITLE` of the table, in the bibliography", Destination: &f.title},
			&cli.StringFlag{Name: "source-url", Usage: "the `URL` of the table, in the bibliography", Destination: &f.url},
		},
		Action: func(c *cli.Context) error {
			if err := want(c, 2, 2, "what the table is, and its file"); err != nil {
				return err
			}
			return p.importTable(c.Args().Get(0), c.Args().Get(1), &f)
		},
	}
}

type importFlags struct {
	assume, title, url string
	renames            cli.StringSlice
}

// options returns what the flags say.
func (f *importFlags) options(kind, file string) (data.TableOptions, error) {
	o := tableOptions()
	o.Wide = kind == importCOW
	if f.assume != "" {
		if err := o.Assume.UnmarshalText([]byte(f.assume)); err != nil {
			return o, usagef("--assume: want %s, have %s", choice(stringsOf(data.AllAssumptions())), quote(f.assume))
		}
	}
	o.Source = lineage.Source{Title: f.title, URL: f.url}
	if kind == importCOW && f.title == "" {
		o.Source.Title = "Correlates of War, Intergovernmental Organizations: " + oneLine(filepath.Base(file))
	}
	if u, err := url.Parse(f.url); f.url != "" && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "") {
		return o, usagef("--source-url: want an address that begins with http:// or https://, have %s", quote(f.url))
	}
	o.Rename = map[string]lineage.OrgID{}
	for _, pair := range f.renames.Value() {
		name, id, ok := strings.Cut(pair, "=")
		if !ok || name == "" || id == "" {
			return o, usagef("--rename: want NAME=ID, such as CAEC=caec-energy, have %s", quote(pair))
		}
		for other := range o.Rename {
			if strings.EqualFold(other, name) {
				return o, usagef("--rename: %s is given twice", quote(name))
			}
		}
		o.Rename[name] = lineage.OrgID(id)
	}
	return o, nil
}

// A jsonImport is the answer of the command import.
type jsonImport struct {
	Folder        string           `json:"folder,omitempty"`
	List          string           `json:"list,omitempty"`
	Table         string           `json:"table"`
	Source        lineage.SourceID `json:"source,omitempty"` // in the folder
	Organizations int              `json:"organizations"`
	States        int              `json:"states"`     // that took part
	NewStates     []string         `json:"new_states"` // not in the built-in atlas
	Memberships   int              `json:"memberships"`
}

func (p *program) importTable(kind, name string, f *importFlags) error {
	if !slices.Contains(importKinds, kind) {
		return usagef("import knows no %s: want %s", quote(kind), choice(importKinds))
	}
	made := p.output
	if made == "" || made == "-" {
		return usagef("import makes a folder, or a list: name it with -o DIR or -o LIST.csv")
	}
	isList := strings.EqualFold(filepath.Ext(made), ".csv")
	if isList && (f.title != "" || f.url != "") {
		return usagef("a list has no place for a source: leave out --source-title and --source-url, or name a folder with -o DIR")
	}
	p.output = "" // what it says of it goes to standard output
	format, err := p.chooseFormat("import", formatTable, formatJSON)
	if err != nil {
		return err
	}
	o, err := f.options(kind, name)
	if err != nil {
		return err
	}
	file := name
	if file == "-" {
		file = standardInput
	}
	table, err := openTable(name, p.stdin)
	if err != nil {
		return err
	}
	defer table.Close()
	set, err := data.ReadTable(file, table, o)
	if problems := data.Problems(nil); errors.As(err, &problems) {
		return fmt.Errorf("reading the table:\n%w", err)
	} else if err != nil {
		return fmt.Errorf("reading the table %s: %w", quote(name), cause(err))
	}
	if isList {
		if err := writeList(made, set); err != nil {
			return err
		}
		return p.imported(format, jsonImport{List: made, Table: file}, set)
	}
	if err := data.Write(made, set); err != nil {
		if problems := data.Problems(nil); errors.As(err, &problems) {
			return fmt.Errorf("writing %s:\n%w", quote(made), err)
		}
		return fmt.Errorf("writing %s: %w", quote(made), err)
	}
	return p.imported(format, jsonImport{Folder: made, Table: file, Source: set.Sources[len(set.Sources)-1].ID}, set) // what was lent comes first
}

// writeList writes records as a list, into a new file.
func writeList(name string, set lineage.Dataset) error {
	if _, err := os.Lstat(name); err == nil {
		return fmt.Errorf("writing %s: is there already; name a new file", quote(name))
	}
	var list bytes.Buffer
	if err := data.WriteList(&list, lineage.Checked(set)); err != nil {
		return fmt.Errorf("writing %s: %w", quote(name), err)
	}
	return writeFile(name, list.Bytes())
}

// imported says what was made.
func (p *program) imported(format string, rec jsonImport, set lineage.Dataset) error {
	rec.Organizations, rec.NewStates = len(set.Organizations), []string{}
	took := map[lineage.StateID]bool{}
	for i := range set.Organizations {
		rec.Memberships += len(set.Organizations[i].Members)
		for j := range set.Organizations[i].Members {
			took[set.Organizations[i].Members[j].State] = true
		}
	}
	rec.States = len(took)
	atlas, err := data.BuiltIn()
	if err != nil {
		return err
	}
	for _, s := range set.States {
		if _, err := atlas.Memberships(s.ID, lineage.Query{}); err != nil {
			rec.NewStates = append(rec.NewStates, s.Name)
		}
	}
	if format == formatJSON {
		return writeJSON(&p.out, rec)
	}
	fmt.Fprintf(&p.out, "%s in %s of %s, written to %s\n",
		count(rec.Memberships, "membership", "memberships"), count(rec.Organizations, "organization", "organizations"),
		count(rec.States, "state", "states"), oneLine(rec.Folder+rec.List))
	if n := len(rec.NewStates); n > 0 {
		fmt.Fprintf(&p.out, "New, as the built-in atlas does not have them: %s.\n", joinSome(rec.NewStates))
	}
	return nil
}
