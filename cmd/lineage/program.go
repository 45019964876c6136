package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
)

// A program is one run of the command: where it writes, and the flags that
// every command understands. Results are collected in out and written at the
// end, so that a command that fails has written nothing.
type program struct {
	stdout, stderr io.Writer
	out            bytes.Buffer

	stdin   io.Reader
	data    cli.StringSlice // the data sets to ask
	format  string
	output  string
	version bool
	words   []string // the line to complete, without the program's name
}

func (p *program) run(ctx context.Context, args []string, stdin io.Reader) error {
	p.stdin = stdin
	app := newApp(p, stdin)
	if args[len(args)-1] == completionFlag {
		p.words = args[1 : len(args)-1]
		return app.RunContext(ctx, args)
	}
	args, err := hoistFlags(app, args)
	if err != nil {
		return err
	}
	return app.RunContext(ctx, args)
}

// flush writes the collected output where it was asked for.
func (p *program) flush() error {
	if p.output != "" && p.output != "-" {
		return writeFile(p.output, p.out.Bytes())
	}
	if _, err := p.stdout.Write(p.out.Bytes()); err != nil {
		return fmt.Errorf("writing the result: %w", err)
	}
	return nil
}

// cause returns err without the operation and the path.
func cause(err error) error {
	if perr := new(fs.PathError); errors.As(err, &perr) {
		return perr.Err
	}
	return err
}

// The formats of listings.
const (
	formatTable    = "table"
	formatJSON     = "json"
	formatCSV      = "csv"
	formatMarkdown = "markdown"
)

var listingFormats = []string{formatTable, formatJSON, formatCSV, formatMarkdown}

// formatByExtension says what a file is to hold.
var formatByExtension = map[string]string{
	".json": formatJSON, ".csv": formatCSV, ".md": formatMarkdown, ".markdown": formatMarkdown,
	".txt": formatTable, ".dot": formatDOT, ".gv": formatDOT, ".svg": formatSVG, ".html": formatHTML, ".htm": formatHTML, ".bib": formatBibTeX,
}

// chooseFormat returns the format to write: that of --format, else that of the
// extension of -o, else the first of those the command knows.
func (p *program) chooseFormat(command string, known ...string) (string, error) {
	format := p.format
	if format == "" {
		ext := strings.ToLower(filepath.Ext(p.output))
		switch format = formatByExtension[ext]; {
		case format == "":
			return known[0], nil
		case !slices.Contains(known, format):
			return "", usagef("%s cannot write %s: it knows %s (--format says which, whatever the name of the file)", command, ext, choice(known))
		}
		return format, nil
	}
	if format == "md" {
		format = formatMarkdown
	}
	if !slices.Contains(known, format) {
		return "", usagef("%s knows no format %s: want %s", command, quote(p.format), choice(known))
	}
	return format, nil
}

// open returns what every command that writes a listing needs: the format to
// write and the atlas to ask.
func (p *program) open(command string) (string, *lineage.Atlas, error) {
	format, err := p.chooseFormat(command, listingFormats...)
	if err != nil {
		return "", nil, err
	}
	atlas, err := p.atlas()
	return format, atlas, err
}

// organization finds an organization by any name. The error says if the name
// means a state or a collection.
func organization(atlas *lineage.Atlas, name string) (*lineage.Organization, error) {
	o, err := atlas.Organization(name)
	if err == nil {
		return o, nil
	}
	ambiguous := new(lineage.AmbiguousError)
	several := errors.As(err, &ambiguous)
	// What else it may mean, outside the atlas, would contradict the rest.
	none := &lineage.NotFoundError{What: "organization", Name: name}
	if s, serr := atlas.State(name); serr == nil {
		if several {
			return nil, fmt.Errorf("%w; for the state %s: lineage history %s", err, s.Name, s.ID)
		}
		return nil, fmt.Errorf("%w (%s is a state: lineage history %s)", none, s.Name, s.ID)
	}
	if c, _, cerr := atlas.Collection(name); cerr == nil {
		if several {
			return nil, fmt.Errorf("%w; for the collection: lineage show %s", err, c.ID)
		}
		return nil, fmt.Errorf("%w (%s is a collection: lineage show %s)", none, c.ID, c.ID)
	}
	return nil, err
}

func organizations(atlas *lineage.Atlas, names []string) ([]lineage.OrgID, error) {
	var ids []lineage.OrgID
	for _, name := range names {
		o, err := organization(atlas, name)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(ids, o.ID) {
			ids = append(ids, o.ID)
		}
	}
	return ids, nil
}

// state finds a state by any name. The error says if the name means an
// organization.
func state(atlas *lineage.Atlas, name string) (*lineage.State, error) {
	s, err := atlas.State(name)
	if errors.Is(err, lineage.ErrNotFound) {
		if o, oerr := atlas.Organization(name); oerr == nil {
			return nil, fmt.Errorf("%w (%s is an organization: lineage members %s)", err, o.Short, o.ID)
		}
	}
	return s, err
}
