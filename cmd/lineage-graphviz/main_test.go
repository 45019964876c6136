package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/orglineage/orglineage/render/graphviz"
)

// The command draws by go-graphviz: no test here is parallel.

func TestRun(t *testing.T) {
	tests := []struct {
		args           string
		stdin          string
		code           int
		stdout, stderr string // what they contain; "" for nothing at all
		reason         string
	}{
		{"", "digraph { a -> b }", 0, "</svg>", "", "draws"},
		{"-Tsvg", "digraph { a -> b }", 0, "</svg>", "", "as dot is run"},
		{"", "digraph { a [shape=foo] }", 0, "</svg>", "lineage-graphviz: warning: using box for unknown shape foo\n", "warns"},
		{"", "digraph { a -> }", 1, "", "lineage-graphviz: syntax error in line 1 near '}'\n", "bad graph"},
		{"", "", 1, "", "lineage-graphviz: there is no graph in the input\n", "no input"},
		{"", strings.Repeat(" ", graphviz.MaxInput+1), 1, "", "larger than 8 MiB", "too much input"},
		{"-V", "", 0, "lineage-graphviz ", "", "version"},
		{"--version", "", 0, "lineage-graphviz ", "", "version"},
		{"--help", "", 0, usage, "", "help"},
		{"-Tpng", "digraph { a }", 2, "", usage, "other format"},
		{"-Tsvg x.dot", "", 2, "", usage, "file"},
	}
	for _, tt := range tests {
		var stdout, stderr bytes.Buffer
		code := run(strings.Fields(tt.args), strings.NewReader(tt.stdin), &stdout, &stderr)
		if code != tt.code {
			t.Errorf("run(%q) = %d, want %d (%s)", tt.args, code, tt.code, tt.reason)
		}
		for _, c := range []struct {
			name, got, want string
		}{{"stdout", stdout.String(), tt.stdout}, {"stderr", stderr.String(), tt.stderr}} {
			if !strings.Contains(c.got, c.want) || c.want == "" && c.got != "" {
				t.Errorf("run(%q): %s %.200q, want %q (%s)", tt.args, c.name, c.got, c.want, tt.reason)
			}
		}
	}
}

func TestRunIOErrors(t *testing.T) {
	broken := iotest.ErrReader(errors.New("no more"))
	var stdout, stderr bytes.Buffer
	if code := run(nil, broken, &stdout, &stderr); code != 1 || !strings.Contains(stderr.String(), "no more") {
		t.Errorf("run = %d, %q; want 1 and the error", code, &stderr)
	}
	stderr.Reset()
	if code := run(nil, strings.NewReader("digraph { a }"), full{}, &stderr); code != 1 || !strings.Contains(stderr.String(), "disk full") {
		t.Errorf("run = %d, %q; want 1 and the error", code, &stderr)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }
