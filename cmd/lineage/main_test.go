package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/urfave/cli/v2"
)

var update = flag.Bool("update", false, "rewrite the expected output in the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"lineage": main})
}

func TestScripts(t *testing.T) {
	t.Parallel()
	facts, err := filepath.Abs("../../data")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("FACTS", facts)
			env.Setenv("GORACE", "atexit_sleep_ms=0") // else each run takes a second
			env.Setenv("ESC", "a\x1b[31m\u202eb\n\x07")
			env.Setenv("DASHESC", "--a\x1b[31m\u202eb")
			return nil
		},
	})
}

// ask runs the command in this process.
func ask(t *testing.T, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(context.Background(), append([]string{"lineage"}, args...), strings.NewReader(""), &out, &errs)
	return out.String(), errs.String(), code
}

// words splits a line of help as a shell would, as far as help needs.
func words(line string) []string { return strings.Fields(line) }

func allCommands(t *testing.T) []*cli.Command {
	t.Helper()
	return newApp(&program{}, nil).Commands
}

func TestExamplesInHelp(t *testing.T) {
	t.Parallel()
	examples := linesOf(newApp(&program{}, nil).UsageText)
	for _, c := range allCommands(t) {
		if c.Usage == "" || c.UsageText == "" {
			t.Errorf("%s: no usage or no examples", c.Name)
		}
		examples = append(examples, linesOf(c.UsageText)...)
	}
	for _, line := range examples {
		args := words(line)
		if args[0] != "lineage" || strings.ContainsAny(line, "|>(") || strings.Contains(line, " mydata") {
			continue
		}
		for i, arg := range args {
			if args[i-min(i, 1)] == "-o" {
				args[i] = filepath.Join(t.TempDir(), arg)
				if strings.HasSuffix(arg, ".svg") && slices.Contains(args, "succession") { // needs a program to draw
					args[i] = strings.TrimSuffix(args[i], "svg") + "dot"
				}
			}
		}
		if _, stderr, code := ask(t, args[1:]...); code != exitOK || stderr != "" && !strings.Contains(line, "--explain-layout") {
			t.Errorf("%s: exit %d, %s", line, code, stderr)
		}
	}
}

func linesOf(text string) []string { return strings.Split(text, "\n") }

// A flag means the same before the command as behind it, also where commands
// share its name and not its arity.
func TestFlagsBeforeTheCommand(t *testing.T) {
	t.Parallel()
	app := newApp(&program{}, nil)
	for _, c := range app.Commands {
		for _, f := range slices.Concat(app.Flags, c.Flags) {
			flag := []string{"--" + f.Names()[0]}
			if takesValue(f) {
				flag = append(flag, "x")
			}
			before, err := hoistFlags(app, slices.Concat([]string{"lineage"}, flag, []string{c.Name, "y"}))
			if err != nil {
				t.Error(err)
			}
			behind, err := hoistFlags(app, slices.Concat([]string{"lineage", c.Name, "y"}, flag))
			if err != nil {
				t.Error(err)
			}
			if !slices.Equal(before, behind) {
				t.Errorf("%q before the command, %q behind it", before, behind)
			}
		}
	}
}

func TestTopics(t *testing.T) {
	t.Parallel()
	entries, err := topics.ReadDir("topics")
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(topicNames()) {
		t.Errorf("%d topics, but %d are listed", len(entries), len(topicNames()))
	}
	for _, name := range topicNames() {
		text, ok := topic(name)
		if !ok || !strings.HasSuffix(text, "\n") {
			t.Errorf("topic %s is missing or unfinished", name)
		}
		for line := range strings.Lines(text) {
			if len([]rune(line)) > 90 {
				t.Errorf("topic %s: line too long: %s", name, line)
			}
		}
		for _, c := range allCommands(t) {
			if c.Name == name {
				t.Errorf("topic %s is a command too", name)
			}
		}
	}
}

// The same question gives the same bytes, from the built-in facts and from the
// files they were made of.
func TestDeterminism(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"list", "list states", "list sources", "show CACO EurAsEC KG", "members EurAsEC --in 2008 --role all --cite",
		"members CACO --on 2004-07-01 --cite", "members EAEU --lineage --in 2002", "history UZ --cite", "trace EAEU --family --cite",
		"trace CAEU --state KG --cite", "diff EurAsEC EAEU --on 2014-12-31 --and 2015-01-02 --cite", "events --cite", "sources", "sources CACO", "shared KZ UZ", "render",
		"coverage", "coverage EAEU CICA", "coverage --collection cis --missing",
	} {
		for _, format := range append(listingFormats, formatDOT) {
			if (format == formatDOT) != (line == "render") {
				continue
			}
			args := append(words(line), "--format", format)
			one, stderr, code := ask(t, args...)
			if code != exitOK || stderr != "" || one == "" {
				t.Errorf("%q: exit %d, %s", args, code, stderr)
				continue
			}
			if two, _, _ := ask(t, args...); two != one {
				t.Errorf("%q gave different bytes the second time", args)
			}
			if format != formatTable {
				continue
			}
			if loaded, _, _ := ask(t, append(args, "--data", "../../data")...); loaded != one {
				t.Errorf("%q: the built-in facts and the files answer differently", args)
			}
		}
	}
}

// A writer that fails is a problem, not a panic.
type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestBrokenOutput(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"list"}, {"help"}, {"man"}, {"members", "caco", "--format", "json"}, {"validate", "../../data"}} {
		var errs bytes.Buffer
		code := run(context.Background(), append([]string{"lineage"}, args...), strings.NewReader(""), brokenWriter{}, &errs)
		if code != exitProblem || errs.String() != "lineage: writing the result: the disk is full\n" {
			t.Errorf("%q: exit %d, %s", args, code, errs.String())
		}
	}
	if code := run(context.Background(), nil, strings.NewReader(""), brokenWriter{}, brokenWriter{}); code != exitUsage {
		t.Errorf("no arguments at all: exit %d", code)
	}
}

// Starting is fast only while nothing heavy is linked.
func TestLinksNoGraphviz(t *testing.T) {
	t.Parallel()
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Skipf("no go command: %v", err)
	}
	for _, bad := range []string{"github.com/goccy/go-graphviz", "github.com/tetratelabs/wazero"} {
		if strings.Contains(string(out), bad) {
			t.Errorf("the command links %s", bad)
		}
	}
}

func BenchmarkMembers(b *testing.B) {
	args := []string{"lineage", "members", "CACO", "--on", "2004-12-31"}
	for b.Loop() {
		if code := run(context.Background(), args, strings.NewReader(""), io.Discard, io.Discard); code != exitOK {
			b.Fatal(code)
		}
	}
}
