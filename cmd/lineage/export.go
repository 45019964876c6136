package main

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/bibliography"
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
	{"graphml", ".graphml", "networks for Gephi, yEd and igraph: --network successions, memberships or states", export.GraphMLSuccessions},
	{"mermaid", ".mmd", "a flowchart of successions for READMEs and wikis", export.Mermaid},
	{"turtle", ".ttl", "linked data: W3C Organization Ontology, OWL-Time, PROV, SKOS", export.Turtle},
	{"jsonld", ".jsonld", "the same triples as JSON-LD, with the context in the file", export.JSONLD},
	{formatBibTeX, ".bib", "the sources, for LaTeX and JabRef", exportSources(bibliography.BibTeX)},
	{formatCSL, "", "the sources, for pandoc and Zotero", exportSources(bibliography.CSL)},
}

// A variant is what a flag may name where a format can hold several things.
type variant struct {
	name  string
	write exporter
}

// exportVariants are, by flag, the format to which it belongs and what it names;
// the first is what the format holds if nothing is said.
var exportVariants = map[string]struct {
	format   string
	variants []variant
}{
	"table":   {"csv", []variant{{"spells", export.Spells}, {"panel", export.Panel}}},
	"network": {"graphml", []variant{{"successions", export.GraphMLSuccessions}, {"memberships", export.GraphMLMemberships}, {"states", export.GraphMLStates}}},
}

// exportSources makes an exporter of what writes a bibliography: the sources
// that the organizations of the selection cite.
func exportSources(write func(io.Writer, []*lineage.Source) error) exporter {
	return func(w io.Writer, atlas *lineage.Atlas, sel export.Selection) error {
		part, err := sel.Atlas(atlas)
		if err != nil {
			return err
		}
		return write(w, part.Sources())
	}
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
	table, network string
	cow            bool
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
lineage export -o atlas.sql
lineage export --network states --collection cis -o cis.graphml`,
		Description: exportHelp(),
		Flags: slices.Concat([]cli.Flag{
			&cli.StringFlag{Name: "table", Usage: "of csv: the `TABLE` spells, a row a membership (if nothing is said), or panel, a row a year of one", Destination: &f.table},
			&cli.StringFlag{Name: "network", Usage: "of graphml: the `NETWORK` of successions (if nothing is said), of memberships between states and organizations, or of states that share organizations", Destination: &f.network},
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
			if ext != "" && x.extension == ext {
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
	if i < 0 {
		return nil, usagef("export knows no format %s%s: want %s", quote(name), didYouMean(name, exportNames()), choice(exportNames()))
	}
	if f.cow {
		switch {
		case name != "csv":
			return nil, usagef("--cow is of the format csv, not of %s", name)
		case c.IsSet("table"):
			return nil, usagef("--cow is a table of its own: give it, or --table")
		}
		return export.COW, nil
	}
	for _, given := range []struct{ flag, value string }{{"network", f.network}, {"table", f.table}} {
		if !c.IsSet(given.flag) {
			continue
		}
		of := exportVariants[given.flag]
		if of.format != name {
			return nil, usagef("--%s is of the format %s, not of %s", given.flag, of.format, name)
		}
		k := slices.IndexFunc(of.variants, func(v variant) bool { return v.name == given.value })
		if k < 0 {
			known := variantNames(given.flag)
			return nil, usagef("no %s %s%s: want %s", given.flag, quote(given.value), didYouMean(given.value, known), choice(known))
		}
		return of.variants[k].write, nil
	}
	return exportFormats[i].write, nil
}

// variantNames returns what a flag may name.
func variantNames(flag string) []string {
	var names []string
	for _, v := range exportVariants[flag].variants {
		names = append(names, v.name)
	}
	return names
}

func exportExtensions() []string {
	var extensions []string
	for _, x := range exportFormats {
		if x.extension != "" {
			extensions = append(extensions, x.extension)
		}
	}
	return extensions
}
