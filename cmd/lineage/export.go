package main

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/export"
)

// An exporter writes a selection in the format of other tools.
type exporter func(io.Writer, *lineage.Atlas, export.Selection) error

// exportFormats are the formats of export; the first is that of standard output.
var exportFormats = []struct {
	name, extension, says string
	write                 exporter
}{
	{"csv", ".csv", "tables for R, pandas, spreadsheets: --table spells or panel, or --cow", export.Spells},
	{"json", ".json", "everything, in one document that --data reads again", exportJSON},
	{"sql", ".sql", "everything, as tables for SQLite and PostgreSQL", export.SQL},
}

// exportTables are what --table may name. They are written as CSV.
var exportTables = []struct {
	name  string
	write exporter
}{
	{"spells", export.Spells},
	{"panel", export.Panel},
}

func exportJSON(w io.Writer, atlas *lineage.Atlas, sel export.Selection) error {
	part, err := sel.Atlas(atlas)
	if err != nil {
		return err
	}
	return data.WriteJSON(w, part)
}

type exportFlags struct {
	queryFlags
	choiceFlags
	table string
	cow   bool
}

func exportCommand(p *program) *cli.Command {
	f := &exportFlags{}
	return &cli.Command{
		Name:      "export",
		Usage:     "write the atlas, or a part of it, for other tools: " + choice(exportNames()),
		ArgsUsage: "[ORG…]",
		UsageText: `lineage export -o spells.csv
lineage export --table panel --collection turkic --from 1991 --to 2024 -o panel.csv
lineage export --cow --to 2014 -o igo_year.csv
lineage export -o atlas.json
lineage export CACO --only -o caco.json
lineage export -o atlas.sql`,
		Description: exportHelp(),
		Flags: slices.Concat([]cli.Flag{
			&cli.StringFlag{Name: "table", Usage: "of csv: the `TABLE` spells, a row a membership (if nothing is said), or panel, a row a year of one", Destination: &f.table},
			&cli.BoolFlag{Name: "cow", DisableDefaultText: true, Usage: "of csv: the layout and codes of the Correlates of War", Destination: &f.cow},
		}, f.which(), f.period(), []cli.Flag{
			&cli.StringSliceFlag{Name: "role", Usage: "only memberships in the `ROLE`: member, observer, candidate, …; all if nothing is said; may be repeated", Destination: &f.roles},
			f.basisFlag(),
		}),
		Action: func(c *cli.Context) error {
			if err := want(c, 0, -1, "organizations"); err != nil {
				return err
			}
			write, err := f.writer(c, p)
			if err != nil {
				return err
			}
			sel, err := f.selection(c)
			if err != nil {
				return err
			}
			atlas, err := p.atlas()
			if err != nil {
				return err
			}
			if sel.Organizations, _, err = f.choose(c, atlas); err != nil {
				return err
			}
			return write(&p.out, atlas, sel)
		},
	}
}

func exportNames() []string {
	var names []string
	for _, x := range exportFormats {
		names = append(names, x.name)
	}
	return names
}

// selection returns what the flags select, but for the organizations.
func (f *exportFlags) selection(c *cli.Context) (export.Selection, error) {
	var sel export.Selection
	if err := f.check(c); err != nil {
		return sel, err
	}
	q, err := f.query()
	if err != nil {
		return sel, err
	}
	sel.Roles, sel.Basis = q.Roles, q.Basis
	sel.From, sel.To, err = f.span(c)
	return sel, err
}

// writer returns what writes the format of --format, or of the extension of -o.
func (f *exportFlags) writer(c *cli.Context, p *program) (exporter, error) {
	name := p.format
	if name == "" {
		ext := strings.ToLower(filepath.Ext(p.output))
		for _, x := range exportFormats {
			if x.extension == ext {
				name = x.name
			}
		}
		switch {
		case name != "":
		case ext != "":
			return nil, usagef("cannot export %s: it writes %s (--format says which, whatever the name of the file)", ext, choice(exportExtensions()))
		default:
			name = exportFormats[0].name
		}
	}
	i := slices.Index(exportNames(), name)
	switch {
	case i < 0:
		return nil, usagef("export knows no format %s%s: want %s", quote(name), didYouMean(name, exportNames()), choice(exportNames()))
	case name != "csv" && (f.cow || c.IsSet("table")):
		return nil, usagef("--table and --cow are of the format csv, not of %s", name)
	case f.cow && c.IsSet("table"):
		return nil, usagef("--cow is a table of its own: give it, or --table")
	case f.cow:
		return export.COW, nil
	case c.IsSet("table"):
		return f.tableWriter()
	}
	return exportFormats[i].write, nil
}

func (f *exportFlags) tableWriter() (exporter, error) {
	for _, t := range exportTables {
		if t.name == f.table {
			return t.write, nil
		}
	}
	return nil, usagef("no table %s%s: want %s", quote(f.table), didYouMean(f.table, exportTableNames()), choice(exportTableNames()))
}

func exportTableNames() []string {
	var names []string
	for _, t := range exportTables {
		names = append(names, t.name)
	}
	return names
}

func exportExtensions() []string {
	var extensions []string
	for _, x := range exportFormats {
		extensions = append(extensions, x.extension)
	}
	return extensions
}
