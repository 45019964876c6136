package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/data/audit"
	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
)

func auditCommand(p *program) *cli.Command {
	var f auditFlags
	return &cli.Command{
		Name:      "audit",
		Usage:     "compare a table of memberships with the atlas, cell by cell",
		ArgsUsage: "--cow FILE|--csv FILE [ORG…]",
		UsageText: `lineage audit --cow mydata/igo_year_format_3.csv
lineage audit --cow mydata/igo_year_format_3.csv CIS CSTO --from 1991 --cite
lineage audit --csv mydata/memberships.csv --map mydata/explained.yaml --format json`,
		Description: `--cow reads the Correlates of War IGO tables, version 3: one row an organization
and year, with one column a state, or one row a state and year, with one column an
organization. --csv reads tables whose names are those of the atlas, mostly lists:

   organization,state,role,from,to     "to" is the last day, month or year of the
                                       membership, and empty if it goes on; the
                                       first day after it where it is called "until"
   organization,state,role,year        a row for each year

Columns may stand in any order. Without a column role, only full members are
compared. FILE is - for standard input.

Each cell, an organization, state and year, is compared with two answers: how the
state stood on 31 December, and the strongest role that it held on any day of the
year. It agrees if both are what the table says; where the atlas says maybe, it
agrees with either. Otherwise it is

   explained     by an entry of a crosswalk, a YAML file that says what the names of
                 a table mean, and why it differs. One for --cow is built in; --map
                 adds one of your own, whose entries come first
   granularity   the one value for a year was right on some day of it but not all
                 year: the state joined, left or changed its role in it. With
                 --strict, this is no explanation
   unexplained   all else

Explanations for what was compared that explain nothing are listed as unused. The
exit code is 1 if anything is unexplained.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "cow", Usage: "read a Correlates of War table from `FILE`", Destination: &f.cow, TakesFile: true},
			&cli.StringFlag{Name: "csv", Usage: "read a table with names of the atlas from `FILE`", Destination: &f.csv, TakesFile: true},
			&cli.StringSliceFlag{Name: "map", Usage: "add the crosswalk in `FILE`: names and explanations; may be repeated", Destination: &f.maps, TakesFile: true},
			&cli.BoolFlag{Name: "bare", DisableDefaultText: true, Usage: "leave out the built-in crosswalk of --cow", Destination: &f.bare},
			&cli.StringSliceFlag{Name: "org", Usage: "only `ORG`, by a name of the table or the atlas; may be repeated", Destination: &f.orgs},
			&cli.StringSliceFlag{Name: "state", Usage: "only `STATE`; may be repeated", Destination: &f.states},
			&cli.StringFlag{Name: "from", Usage: "only from the year `YEAR` on", Destination: &f.from},
			&cli.StringFlag{Name: "to", Usage: "only to the year `YEAR`", Destination: &f.to},
			f.basisFlag(),
			&cli.BoolFlag{Name: "strict", DisableDefaultText: true, Usage: "do not take granularity for an explanation", Destination: &f.strict},
			&cli.BoolFlag{Name: "cite", DisableDefaultText: true, Usage: "name the sources", Destination: &f.cite},
		},
		Action: func(c *cli.Context) error {
			if err := want(c, 0, -1, "a table"); err != nil {
				return err
			}
			o, err := f.options(c)
			if err != nil {
				return err
			}
			format, atlas, err := p.open("audit")
			if err != nil {
				return err
			}
			if o.Crosswalks, err = f.crosswalks(atlas); err != nil {
				return err
			}
			for _, name := range f.states.Value() {
				s, err := state(atlas, name)
				if err != nil {
					return err
				}
				o.States = append(o.States, s.ID)
			}
			table, err := openTable(cmp.Or(f.cow, f.csv), c.App.Reader)
			if err != nil {
				return err
			}
			defer table.Close()
			report, err := audit.Compare(atlas, table, o)
			if problems := cow.Problems(nil); errors.As(err, &problems) {
				return fmt.Errorf("reading the table:\n%w", err)
			} else if err != nil {
				return err
			}
			v := auditView{remarker: remarker{citer: &citer{atlas: atlas, on: f.cite}}, report: report, file: o.File}
			if err := v.write(p, format); err != nil {
				return err
			}
			if n := report.Unexplained; n > 0 {
				return &invalidError{count(n, "cell", "cells") + " unexplained"}
			}
			return nil
		},
	}
}

// auditFlags are the flags of audit.
type auditFlags struct {
	queryFlags
	cow, csv, from, to string
	maps, orgs, states cli.StringSlice
	bare, strict, cite bool
}

// standardInput is the name of - in messages.
const standardInput = "standard input"

// options returns what the flags say, but for what needs the atlas.
func (f *auditFlags) options(c *cli.Context) (audit.Options, error) {
	o := audit.Options{File: f.cow, ByName: f.csv != "", Strict: f.strict}
	if f.csv != "" {
		o.File = f.csv
	}
	switch {
	case f.cow != "" && f.csv != "":
		return o, usagef("--cow and --csv read the same table in two ways: give one of them")
	case o.File == "":
		return o, usagef("want a table: lineage audit --cow FILE, or --csv FILE (lineage help audit)")
	case o.File == "-":
		o.File = standardInput // in messages alone: a file may have that name
	}
	q, err := f.query()
	if err != nil {
		return o, err
	}
	o.Basis = q.Basis
	if o.First, err = yearFlag("--from", f.from); err != nil {
		return o, err
	}
	if o.Last, err = yearFlag("--to", f.to); err != nil {
		return o, err
	}
	if o.Last != 0 && o.Last < o.First {
		return o, usagef("--to %d lies before --from %d", o.Last, o.First)
	}
	o.Organizations = slices.Concat(f.orgs.Value(), c.Args().Slice())
	return o, nil
}

// yearFlag parses the year of a flag; 0 where it is not given.
func yearFlag(flag, text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	year, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || year < 1 || year > 9999 {
		return 0, usagef("%s: want a year such as 1991, have %s", flag, quote(text))
	}
	return year, nil
}

// crosswalks returns those of --map, and the built-in one for --cow.
func (f *auditFlags) crosswalks(atlas *lineage.Atlas) ([]*data.Crosswalk, error) {
	var all, builtIn []*data.Crosswalk
	if f.cow != "" && !f.bare {
		w, err := audit.CorrelatesOfWar()
		if err != nil {
			return nil, err
		}
		builtIn = append(builtIn, w)
	}
	for _, name := range f.maps.Value() {
		text, err := readCrosswalk(name)
		if err != nil {
			return nil, fmt.Errorf("reading the crosswalk %s: %w", quote(name), bareCause(err))
		}
		w, err := data.ReadCrosswalk(name, text)
		if err == nil {
			err = w.Check(atlas, slices.Concat(all, builtIn)...)
		}
		if err != nil {
			return nil, fmt.Errorf("reading the crosswalk:\n%w", err)
		}
		all = append(all, w)
	}
	return slices.Concat(all, builtIn), nil
}

// readCrosswalk returns the text of a file, up to more than a crosswalk may have.
func readCrosswalk(name string) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, 8<<20))
}

// openTable opens the file of a table.
func openTable(name string, stdin io.Reader) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(stdin), nil
	}
	info, err := os.Stat(name)
	if err == nil && info.IsDir() {
		err = errors.New("is a folder")
	}
	if err != nil {
		return nil, fmt.Errorf("reading the table %s: %w", quote(name), bareCause(err))
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("reading the table %s: %w", quote(name), bareCause(err))
	}
	return file, nil
}

// bareCause returns an error without the operation and the path, which the
// message names already.
func bareCause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
