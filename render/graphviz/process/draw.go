package process

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"time"

	"github.com/orglineage/orglineage/render/graphviz/internal/wellformed"
)

const (
	maxOutput = 64 << 20
	maxStderr = 64 << 10

	// waitDelay is how long a killed program's own children may keep its
	// pipes open.
	waitDelay = time.Second
)

var errTooLarge = fmt.Errorf("the drawing is larger than %d MiB", maxOutput>>20)

// A Drawer is a program that reads DOT from its standard input and writes SVG to
// its standard output. Its methods may be called at the same time.
type Drawer struct {
	Path string   // absolute
	Args []string // without the program's name

	// Warnings, if not nil, gets what the program says on standard error
	// though it succeeds, such as "Warning: …" from Graphviz.
	Warnings io.Writer
}

// SVG draws the graph that dot describes. When ctx ends, it kills the program
// and all that it has started.
//
// It returns a [*TimeoutError] if ctx's deadline passes, the cause of ctx
// ([context.Cause]) if it is cancelled otherwise, and an [*Error] if the
// program fails or writes anything but one whole SVG document.
func (d Drawer) SVG(ctx context.Context, dot []byte) ([]byte, error) {
	start := time.Now()
	run, stop := context.WithCancelCause(ctx)
	defer stop(nil)

	stdout := head{max: maxOutput, full: func() { stop(errTooLarge) }}
	stderr := head{max: maxStderr}
	cmd := exec.CommandContext(run, d.Path, d.Args...)
	cmd.Stdin = bytes.NewReader(dot)
	cmd.Stdout = &stdout
	cmd.Stderr = &stderr
	cmd.WaitDelay = waitDelay
	killGroup(cmd)

	err := cmd.Run()
	switch {
	case stdout.over: // before the others: it is what stopped the program
		err = errTooLarge
	case err != nil && ctx.Err() != nil:
		return nil, ended(ctx, start)
	case err == nil:
		err = wellformed.SVG(stdout.buf.Bytes())
	}
	if err != nil {
		return nil, &Error{Path: d.Path, Stderr: stderr.buf.String(), Err: err}
	}
	if d.Warnings != nil {
		if _, err := d.Warnings.Write(stderr.buf.Bytes()); err != nil {
			return nil, err
		}
	}
	return stdout.buf.Bytes(), nil
}

// ended returns why ctx, which is done, ended.
func ended(ctx context.Context, start time.Time) error {
	if deadline, ok := ctx.Deadline(); ok && errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return &TimeoutError{Limit: deadline.Sub(start)}
	}
	return fmt.Errorf("drawing stopped: %w", context.Cause(ctx))
}

// A head keeps the first max bytes that are written to it. It takes all of
// them: a writer that fails would leave the program on a broken pipe, and
// say so instead of what matters.
type head struct {
	buf  bytes.Buffer
	max  int
	over bool   // more than max bytes were written
	full func() // called when that happens, if not nil
}

func (h *head) Write(p []byte) (int, error) {
	n := min(len(p), h.max-h.buf.Len())
	h.buf.Write(p[:n])
	if n < len(p) && !h.over {
		h.over = true
		if h.full != nil {
			h.full()
		}
	}
	return len(p), nil
}
