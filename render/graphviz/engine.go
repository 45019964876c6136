package graphviz

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"github.com/goccy/go-graphviz"
)

func init() { graphviz.SetFileSystem(noFiles{}) }

// noFiles has no file. A graph may name pictures to show in its nodes; what is
// drawn shall depend on the graph alone, and not tell what is on the disk.
type noFiles struct{}

func (noFiles) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// draw draws one graph. The caller holds busy.
//
// Two things in go-graphviz want care. What follows the graph on its last line
// stays in Graphviz's scanner, where the next drawing would find it: so the
// scanner is always read to its end. And nothing tells an error from an old one:
// so a known error is provoked first, and what differs from it is new.
func draw(ctx context.Context, dot []byte) (svg []byte, warning string, err error) {
	_, known := graphviz.ParseBytes([]byte(`lineage_nothing_said`))
	if known == nil {
		return nil, "", errors.New("anything passes for a graph")
	}
	news := func(err error) string {
		if err == nil || err.Error() == known.Error() {
			return ""
		}
		return tidy(err.Error())
	}

	graph, err := graphviz.ParseBytes(dot)
	if graph == nil {
		if isCrash(err) {
			return nil, "", err
		}
		if said := news(err); said != "" {
			return nil, "", errors.New(said)
		}
		return nil, "", errors.New("there is no graph in the input")
	}
	defer graph.Close()
	if err != nil {
		return nil, "", err
	}
	more, said := rest()
	switch said := news(said); {
	case more:
		return nil, "", errors.New("there is more than one graph in the input")
	case isFatal(said):
		return nil, "", fmt.Errorf("the input cannot be read to its end: %s", lineNumber.ReplaceAllString(said, ""))
	}

	g, err := graphviz.New(ctx)
	if err != nil {
		return nil, "", err
	}
	defer g.Close()
	var buf bytes.Buffer
	if err := g.Render(ctx, graph, graphviz.SVG, &buf); err != nil {
		if said := tidy(err.Error()); said != "" && !isCrash(err) {
			err = errors.New(said)
		}
		return nil, "", err
	}
	_, said = rest()
	warning = news(said)
	switch {
	case isFatal(warning):
		return nil, "", errors.New(warning)
	case buf.Len() == 0 && warning != "":
		return nil, "", errors.New(warning)
	}
	return buf.Bytes(), warning, nil
}

// rest reads the scanner to its end and returns whether there was another
// graph, and the last thing that Graphviz said, now or earlier.
func rest() (more bool, said error) {
	for {
		graph, err := graphviz.ParseBytes([]byte("\n")) // of "", nothing is read
		if graph == nil {
			return more, err
		}
		more = true
		graph.Close()
	}
}

// isFatal reports whether Graphviz's message means that the picture lacks
// something. The levels of messages do not come through.
func isFatal(said string) bool {
	for _, s := range []string{
		"syntax error",     // in what follows the graph
		"memory exhausted", // while reading; the rest of the graph is left out
		"in label of",      // HTML that is not well-formed; the label is left out
		"bad label format", // of a record
	} {
		if strings.Contains(said, s) {
			return true
		}
	}
	return false
}

// lineNumber is wrong in what follows the graph: it counts anew from there.
var lineNumber = regexp.MustCompile(` in line \d+`)

// tidy makes one line of a message. One is left out: that the width of a letter
// is unknown comes with every label that is not Latin, and does no harm that
// the user could do anything about.
func tidy(said string) string {
	if strings.Contains(said, "no value for width of") {
		return ""
	}
	return strings.TrimPrefix(strings.Join(strings.Fields(said), " "), "Warning: ")
}

// crashed is why Graphviz does not work any more, if it does not.
var crashed error

// guard runs f and turns a crash of Graphviz, in f or earlier, into an
// [ErrCrashed]. The caller holds busy.
func guard(f func() ([]byte, string, error)) (svg []byte, warning string, err error) {
	if crashed != nil {
		return nil, "", fmt.Errorf("%w, earlier in this process: %w", ErrCrashed, crashed)
	}
	defer func() {
		if r := recover(); r != nil {
			crashed = errors.New(firstLine(fmt.Sprint(r)))
		} else if isCrash(err) {
			crashed = errors.New(firstLine(err.Error()))
		}
		if crashed != nil {
			svg, warning, err = nil, "", fmt.Errorf("%w: %w", ErrCrashed, crashed)
		}
	}()
	return f()
}

// isCrash reports whether err comes from the WebAssembly machine instead of
// Graphviz. Its types are internal to wazero.
func isCrash(err error) bool {
	return err != nil && (strings.HasPrefix(err.Error(), "wasm error:") || strings.HasPrefix(err.Error(), "module closed"))
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n") // the rest is a trace of WebAssembly
	return line
}
