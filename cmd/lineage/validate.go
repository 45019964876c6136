package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
)

func validateCommand(p *program) *cli.Command {
	var f struct{ rules bool }
	return &cli.Command{
		Name:      "validate",
		Usage:     "check folders of data files, tables, or what export wrote as json, and report every problem at once",
		ArgsUsage: "[DIR…]",
		UsageText: `lineage validate mydata
lineage validate
lineage validate mydata --format json
lineage validate --rules`,
		Description: `Without DIR, the facts that are built in are checked. The problems stand on standard output as file:line:col: what [rule], sorted; the
exit code is 1 if there are any.`,
		Flags: []cli.Flag{&cli.BoolFlag{Name: "rules", DisableDefaultText: true, Usage: "list the rules", Destination: &f.rules}},
		Action: func(c *cli.Context) error {
			if f.rules {
				if err := want(c, 0, 0, "no folder with --rules"); err != nil {
					return err
				}
				format, err := p.chooseFormat("validate --rules", listingFormats...)
				if err != nil {
					return err
				}
				return p.write(format, listRules())
			}
			if len(p.data.Value()) > 0 {
				return usagef("--data says where to read facts for an answer; to check a folder, name it: lineage validate DIR")
			}
			if err := want(c, 0, -1, "folders of data files"); err != nil {
				return err
			}
			format, err := p.chooseFormat("validate", formatTable, formatJSON)
			if err != nil {
				return err
			}
			if !c.Args().Present() {
				return p.validateBuiltIn(format)
			}
			return p.validate(format, c.Args().Slice())
		},
	}
}

func listRules() *listing {
	l := &listing{title: "Rules", head: []string{"Rule", "Says"}, records: [][]string{{"rule", "says"}}}
	type rule struct {
		Name string `json:"name"`
		Says string `json:"says"`
	}
	value := []rule{}
	for _, r := range data.Rules() {
		l.rows = append(l.rows, []string{r.Name, r.Says})
		l.records = append(l.records, []string{r.Name, r.Says})
		value = append(value, rule{r.Name, r.Says})
	}
	l.notes = []string{count(len(value), "rule", "rules") + "."}
	l.value = map[string]any{"rules": value}
	return l
}

// A jsonCheck is the answer of the command validate.
type jsonCheck struct {
	Valid    bool          `json:"valid"`
	Folders  []jsonFolder  `json:"folders"`
	Problems []jsonProblem `json:"problems"`
}

type jsonFolder struct {
	Folder        string `json:"folder"` // empty for what is built in
	Files         int    `json:"files"`
	Organizations int    `json:"organizations"` // 0 where there are problems
}

type jsonProblem struct {
	Folder string `json:"folder"`
	File   string `json:"file"`
	Line   int    `json:"line"`
	Col    int    `json:"col"`
	Rule   string `json:"rule"`
	Msg    string `json:"msg"`
}

// validateBuiltIn checks the facts of the program itself. They were checked when
// they were generated; this says so of those that are really there.
func (p *program) validateBuiltIn(format string) error {
	if err := data.CheckBuiltIn(); err != nil {
		return fmt.Errorf("the facts built in are damaged: build the program again\n%w", err)
	}
	atlas, err := data.BuiltIn()
	if err != nil {
		return err
	}
	n := len(atlas.Organizations())
	if format == formatJSON {
		return writeJSON(&p.out, jsonCheck{Valid: true, Folders: []jsonFolder{{Organizations: n}}, Problems: []jsonProblem{}})
	}
	fmt.Fprintln(&p.out, "no problems in the facts built in, "+count(n, "organization", "organizations"))
	return nil
}

func (p *program) validate(format string, dirs []string) error {
	rec := jsonCheck{Folders: []jsonFolder{}, Problems: []jsonProblem{}}
	var lines []string
	files, orgs := 0, 0
	for _, dir := range dirs {
		folder := jsonFolder{Folder: dir}
		atlas, err := folder.load(p)
		var problems data.Problems
		switch {
		case errors.As(err, &problems):
			for _, x := range problems {
				rec.Problems = append(rec.Problems, jsonProblem{dir, x.File, x.Line, x.Col, x.Rule, x.Msg})
				line := x.Error()
				if len(dirs) > 1 && x.File != dir {
					line = strings.TrimSuffix(dir, "/") + "/" + line
				}
				lines = append(lines, oneLine(line))
			}
		case err != nil:
			return err
		default:
			folder.Organizations = len(atlas.Organizations())
		}
		files += folder.Files
		orgs += folder.Organizations
		rec.Folders = append(rec.Folders, folder)
	}
	rec.Valid = len(rec.Problems) == 0
	inFiles := " in " + count(files, "file", "files")
	summary := "no problems" + inFiles + ", " + count(orgs, "organization", "organizations")
	if !rec.Valid {
		summary = count(len(rec.Problems), "problem", "problems") + inFiles
	}
	switch {
	case format == formatJSON:
		if err := writeJSON(&p.out, rec); err != nil {
			return err
		}
	case rec.Valid:
		fmt.Fprintln(&p.out, summary)
	default:
		for _, line := range lines {
			fmt.Fprintln(&p.out, line)
		}
	}
	if rec.Valid {
		return nil
	}
	return &invalidError{summary}
}

// load reads the folder, or the file of JSON or a table, and counts the files that
// it read.
func (f *jsonFolder) load(p *program) (*lineage.Atlas, error) {
	name := f.Folder
	if name == builtInName {
		name = "./" + name // here it is the name of a folder
	}
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		f.Files = countFiles(os.DirFS(name))
	default:
		f.Files = 1
	}
	return p.loadData(name)
}

// countFiles counts the files that the loader reads.
func countFiles(fsys fs.FS) int {
	n := 0
	for _, pattern := range []string{"*.yaml", "organizations/*.yaml"} {
		if names, err := fs.Glob(fsys, pattern); err == nil {
			n += len(names)
		}
	}
	return n
}
