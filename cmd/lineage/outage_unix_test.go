//go:build unix

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

const stoodThere = "what stood there before\n"

// longest is the largest thing that the command writes: some 100 kB.
var longest = []string{"sources", "--format", "bibtex"}

// onlyFile checks that a folder holds one file, and nothing that was begun.
func onlyFile(t *testing.T, file, want string) {
	t.Helper()
	wantFile(t, file, want)
	entries, err := os.ReadDir(filepath.Dir(file))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(file) {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

// TestFileTooLarge runs out of room half way: the system takes only the first
// block of any file.
func TestFileTooLarge(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "b.bib")
	if err := os.WriteFile(file, []byte(stoodThere), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := child(t, append(longest, "-o", file)...)
	cmd.Args = append([]string{"sh", "-c", `ulimit -f 8; exec "$0" "$@"`, cmd.Path}, cmd.Args[1:]...)
	cmd.Path, _ = exec.LookPath("sh")
	if e := wait(t, cmd); e.code != exitProblem || !strings.Contains(e.stderr, "file too large") {
		t.Errorf("exit %d, %q", e.code, e.stderr)
	}
	onlyFile(t, file, stoodThere)
}

// TestFullDevice writes to the device that is always full.
func TestFullDevice(t *testing.T) {
	t.Parallel()
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full")
	}
	defer full.Close()
	const want = "no space left on device"
	cmd := child(t, longest...)
	cmd.Stdout = full
	if e := wait(t, cmd); e.code != exitProblem || !strings.Contains(e.stderr, want) {
		t.Errorf("standard output: exit %d, %q", e.code, e.stderr)
	}
	if e := wait(t, child(t, append(longest, "-o", "/dev/full")...)); e.code != exitProblem || !strings.Contains(e.stderr, want) {
		t.Errorf("-o /dev/full: exit %d, %q", e.code, e.stderr)
	}
}

// TestReadOnlyFolder writes into a folder in which nothing may be made, also
// where the tests run as root, who may do everything.
func TestReadOnlyFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "b.bib")
	if err := os.WriteFile(file, []byte(stoodThere), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := child(t, append(longest, "-o", file)...)
	if os.Geteuid() == 0 {
		const nobody = 65534
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		bin := t.TempDir()
		for _, d := range []string{filepath.Dir(dir), filepath.Dir(bin)} { // which are private
			if err := os.Chmod(d, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		cmd.Path = filepath.Join(bin, "lineage")
		cmd.Args[0] = cmd.Path
		copyTest(t, cmd.Path)
	}
	if err := os.Chmod(file, 0o666); err != nil { // the file itself may be written
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o755)
	if e := wait(t, cmd); e.code != exitProblem || !strings.Contains(e.stderr, "permission denied") {
		t.Errorf("exit %d, %q", e.code, e.stderr)
	}
	onlyFile(t, file, stoodThere)
}

// copyTest makes a copy of this test binary. Another program copies it: a file
// that this one has open for writing could not be run while any test forks.
func copyTest(t *testing.T, to string) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("cp", exe, to).CombinedOutput(); err != nil {
		t.Fatalf("cp: %v: %s", err, out)
	}
	if err := os.Chmod(to, 0o755); err != nil {
		t.Fatal(err)
	}
}

// TestClosedPipe writes to a reader that has gone away.
func TestClosedPipe(t *testing.T) {
	t.Parallel()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	defer w.Close()
	cmd := child(t, longest...)
	cmd.Stdout = w
	e := wait(t, cmd)
	status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus)
	if !ok || !status.Signaled() || status.Signal() != syscall.SIGPIPE || e.stderr != "" {
		t.Errorf("%v, %q; want an end by SIGPIPE, as other programs have it", cmd.ProcessState, e.stderr)
	}
}

// TestStopped stops the command at different times of its life, the end of which
// is the writing of a file. The old file or the new one is there then, and
// what may be left of a run does not hinder the next.
func TestStopped(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "b.bib")
	args := append(longest, "-o", file)
	begun := time.Now()
	if e := wait(t, child(t, args...)); e.code != exitOK {
		t.Fatal(e.stderr)
	}
	whole := time.Since(begun)
	after, err := os.ReadFile(file)
	if err != nil || len(after) < 50_000 {
		t.Fatalf("wrote %d bytes, %v", len(after), err)
	}
	rounds := 60
	if testing.Short() {
		rounds = 10
	}
	left := map[string]int{}
	for i := range rounds {
		signal := syscall.SIGKILL
		if i%2 == 0 {
			signal = syscall.SIGINT
		}
		if err := os.WriteFile(file, []byte(stoodThere), 0o666); err != nil {
			t.Fatal(err)
		}
		cmd := child(t, args...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(whole * time.Duration(i) / time.Duration(rounds))
		if err := cmd.Process.Signal(signal); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		got, err := os.ReadFile(file)
		switch {
		case err != nil:
			t.Fatal(err)
		case string(got) == stoodThere:
			left["before"]++
		case string(got) == string(after):
			left["after"]++
		default:
			t.Fatalf("stopped by %v: a file of %d bytes, want %d or %d", signal, len(got), len(stoodThere), len(after))
		}
	}
	t.Logf("found %v", left)
	if e := wait(t, child(t, args...)); e.code != exitOK {
		t.Error(e.stderr)
	}
	wantFile(t, file, string(after))
}
