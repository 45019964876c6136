//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// child returns the command as a process of its own: this test binary, which is
// the command where it is called so.
func child(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "lineage")
	if err := os.Symlink(exe, link); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(link, args...)
	cmd.Env = append(os.Environ(), "GORACE=atexit_sleep_ms=0")
	return cmd
}

// An ended is what is left of a process.
type ended struct {
	stdout, stderr string
	code           int   // -1 if a signal ended it
	peak           int64 // of its memory, in bytes
}

func wait(t *testing.T, cmd *exec.Cmd) ended {
	t.Helper()
	var out, errs bytes.Buffer
	if cmd.Stdout == nil {
		cmd.Stdout = &out
	}
	cmd.Stderr = &errs
	if err := cmd.Run(); cmd.ProcessState == nil {
		t.Fatal(err)
	}
	e := ended{stdout: out.String(), stderr: errs.String(), code: cmd.ProcessState.ExitCode()}
	if use, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		e.peak = peakBytes(use)
	}
	return e
}

// rows is a table of which each row is made from its number, without end.
type rows struct {
	row  func(i int) string
	next int
	rest []byte
}

func (r *rows) Read(b []byte) (int, error) {
	for len(r.rest) < len(b) {
		r.rest = append(r.rest, r.row(r.next)...)
		r.next++
	}
	n := copy(b, r.rest)
	r.rest = append(r.rest[:0], r.rest[n:]...)
	return n, nil
}

var _ io.Reader = (*rows)(nil)
