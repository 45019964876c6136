// Package graphviz draws DOT as SVG inside the process, by the Graphviz that
// github.com/goccy/go-graphviz carries as WebAssembly. No other package imports
// that module.
//
// Think twice before linking it. Whoever does pays for loading Graphviz at
// every start (0.4 s once, 30 ms from then on), whether something is drawn or
// not. A drawing that has begun heeds no deadline, drawings wait for each other,
// each leaves some memory behind for good (about 0.1 MB for twenty nodes), and if
// one crashes Graphviz, every later one fails with [ErrCrashed]. The package process has none of these limits: it draws by a
// program of its own, such as lineage-graphviz, which is this package and a
// main function.
//
// Compiled code is kept in orglineage/graphviz below [os.UserCacheDir], if that
// folder belongs to the user and nobody else can write there or above, and is
// not kept otherwise. The folder may be deleted at any time.
package graphviz

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/orglineage/orglineage/render/graphviz/internal/cachedir"
	"github.com/orglineage/orglineage/render/graphviz/internal/wellformed"
)

// MaxInput is the size in bytes from which on DOT is refused.
const MaxInput = 8 << 20

// ErrCrashed reports that Graphviz has crashed in this process and draws no
// more. The drawing that did it fails with it, too.
var ErrCrashed = errors.New("crash of Graphviz")

// busy holds a token while Graphviz works: it is one memory without locks. A
// channel, because waiting for it can be given up.
var busy = make(chan struct{}, 1)

// This init runs right after go-graphviz's.
func init() { cachedir.Leave() }

// SVG draws the graph that dot describes to w. It writes nothing unless the
// whole drawing is there, and is safe for concurrent use. While it waits for
// another drawing it heeds ctx, afterwards not.
func SVG(ctx context.Context, w io.Writer, dot []byte) error {
	svg, _, err := Draw(ctx, dot)
	if err != nil {
		return err
	}
	_, err = w.Write(svg)
	return err
}

// Draw is like [SVG] and returns the drawing, together with the last thing that
// Graphviz found to complain about while it drew, such as an unknown shape, or
// "".
//
// What Graphviz's own dot draws nevertheless but exits with 1 for, is an error
// here: a label that cannot be shown, or text after the graph. Two things differ
// from dot. A node with an empty label shows its name; write " " instead. And
// Graphviz reads to the end of the line on which the graph ends, so that what
// stands on later lines is not seen.
func Draw(ctx context.Context, dot []byte) (svg []byte, warning string, err error) {
	switch i := bytes.IndexByte(dot, 0); {
	case len(dot) > MaxInput:
		return nil, "", fmt.Errorf("the graph is larger than %d MiB", MaxInput>>20)
	case i >= 0: // where Graphviz would stop reading
		return nil, "", fmt.Errorf("zero byte at offset %d", i)
	}
	if err := checkNesting(dot); err != nil {
		return nil, "", err
	}
	if err := ctx.Err(); err != nil {
		return nil, "", err
	}
	select {
	case busy <- struct{}{}:
		defer func() { <-busy }()
	case <-ctx.Done():
		return nil, "", ctx.Err()
	}
	svg, warning, err = guard(func() ([]byte, string, error) { return draw(ctx, dot) })
	if err == nil {
		err = wellformed.SVG(svg)
	}
	if err != nil {
		return nil, "", err
	}
	return svg, warning, nil
}
