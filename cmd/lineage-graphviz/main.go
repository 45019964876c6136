// Command lineage-graphviz draws the graph in DOT on standard input as SVG on
// standard output. It is for lineage, which runs it as a child process, and
// behaves as Graphviz's dot -Tsvg does.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/orglineage/orglineage/render/graphviz"
)

const usage = "usage: lineage-graphviz [-Tsvg | -V | --version] <graph.dot >graph.svg\n"

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is main without the process. It returns 1 if the graph cannot be drawn,
// 2 if the command line is wrong.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	switch {
	case len(args) == 0 || len(args) == 1 && args[0] == "-Tsvg":
	case len(args) == 1 && (args[0] == "-V" || args[0] == "--version"):
		fmt.Fprintln(stdout, version())
		return 0
	case len(args) == 1 && (args[0] == "-h" || args[0] == "--help"):
		fmt.Fprint(stdout, usage)
		return 0
	default:
		fmt.Fprint(stderr, usage)
		return 2
	}
	warning, err := draw(stdin, stdout)
	if err != nil {
		fmt.Fprintf(stderr, "lineage-graphviz: %v\n", err)
		return 1
	}
	if warning != "" {
		fmt.Fprintf(stderr, "lineage-graphviz: warning: %s\n", warning)
	}
	return 0
}

func draw(r io.Reader, w io.Writer) (warning string, err error) {
	dot, err := io.ReadAll(io.LimitReader(r, graphviz.MaxInput+1)) // one more, to be refused
	if err != nil {
		return "", err
	}
	svg, warning, err := graphviz.Draw(context.Background(), dot)
	if err != nil {
		return "", err
	}
	_, err = w.Write(svg)
	return warning, err
}

// version names this program and what it draws with.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "lineage-graphviz"
	}
	s := "lineage-graphviz " + info.Main.Version
	for _, m := range info.Deps {
		if m.Path == "github.com/goccy/go-graphviz" {
			s += ", go-graphviz " + m.Version
		}
	}
	return s
}
