// Command lineage answers questions about international organizations: how
// they begin, are renamed, transformed, absorbed and end, which states were in
// them on any day, and how we know.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
)

func main() {
	// A run reads its records, answers and ends, so that there is little garbage to
	// be had for collecting it often: with the usual 100 that is a sixth of the time
	// in which a list of 20,000 memberships is read and asked.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
	os.Exit(run(context.Background(), os.Args, os.Stdin, os.Stdout, os.Stderr))
}

// Exit codes. They are part of the command's interface; tests pin them.
const (
	exitOK       = 0
	exitProblem  = 1 // the question could not be answered, or the data is invalid
	exitUsage    = 2 // the command line is wrong
	exitNotFound = 3 // no such organization or state, or the name is ambiguous
)

// run is main without the process: everything it reads and writes is passed in.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{stdout: stdout, stderr: stderr}
	if len(args) == 0 {
		args = []string{"lineage"}
	}
	err := p.run(ctx, args, stdin)
	if faulty := new(invalidError); err == nil || errors.As(err, &faulty) {
		if werr := p.flush(); werr != nil {
			err = werr
		}
	}
	if err == nil {
		return exitOK
	}
	fmt.Fprintln(stderr, message(err))
	return exitCode(err)
}
