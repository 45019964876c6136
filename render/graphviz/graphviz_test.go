package graphviz

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
)

const simple = "digraph { a -> b [label=joined] }"

func svg(t *testing.T, dot string) string {
	t.Helper()
	var buf bytes.Buffer
	if err := SVG(t.Context(), &buf, []byte(dot)); err != nil {
		t.Fatalf("SVG(%.80q): %v", dot, err)
	}
	return buf.String()
}

func TestSVG(t *testing.T) {
	got := svg(t, simple)
	for _, want := range []string{"<svg", ">a</text>", ">b</text>", ">joined</text>", "</svg>"} {
		if !strings.Contains(got, want) {
			t.Errorf("SVG lacks %q:\n%s", want, got)
		}
	}
	if again := svg(t, simple); again != got {
		t.Errorf("the same graph twice:\n%s\n%s", got, again)
	}
	if got := svg(t, `graph { layout=neato; "Организация" [class=org, id=x, label=<<b>&lt;Қазақстан&gt;</b>>] }`); !strings.Contains(got, "&lt;Қазақстан&gt;") ||
		!strings.Contains(got, `id="x" class="node org"`) {
		t.Errorf("SVG lacks the label or the class:\n%s", got)
	}
	svg(t, "digraph { a }\n// the end\n\n")
}

func TestSVGBadInput(t *testing.T) {
	tests := []struct{ dot, want, reason string }{
		{"", "there is no graph", "empty"},
		{"/* x */\n", "there is no graph", "comment only"},
		{"digraph {\n a -> b\n c -> \n}\n", "syntax error in line 4 near '}'", "syntax"},
		{"digraph { a -- b }", "syntax error in line 1 near '--'", "wrong edge"},
		{`digraph { a [label="x`, "missing endquote", "open quote"},
		{"lineage", "syntax error", "no graph"},
		{"digraph { a } digraph { b }", "more than one graph", "two graphs"},
		{"digraph { a } garbage", "near 'garbage'", "text after the graph"},
		{"digraph { a }\x00", "zero byte at offset 13", "zero byte"},
		{"digraph { a [label=<<b>x>] }", "mismatched tag", "HTML that would be dropped"},
		{`digraph { a [shape=record, label="{"] }`, "bad label format", "record that would be dropped"},
		{"digraph { layout=foo }", `"foo" not recognized`, "unknown layout"},
		{"digraph { a [label=\"\x01\"] }", "not well-formed", "control character"},
		{"digraph {" + strings.Repeat("{", maxBraces) + strings.Repeat("}", maxBraces+1), "braces are nested more than", "braces too deep"},
		{"digraph { a [label=<" + tables(maxTables+1) + ">] }", "tables are nested more than", "tables too deep"},
		{"digraph { a }" + strings.Repeat(" ", MaxInput), "larger than 8 MiB", "too large"},
	}
	want := svg(t, simple)
	for _, tt := range tests {
		var buf bytes.Buffer
		err := SVG(t.Context(), &buf, []byte(tt.dot))
		if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("SVG(%.80q): %v, want %q (%s)", tt.dot, err, tt.want, tt.reason)
		}
		if buf.Len() > 0 {
			t.Errorf("SVG(%.80q) wrote %d bytes (%s)", tt.dot, buf.Len(), tt.reason)
		}
		if got := svg(t, simple); got != want {
			t.Errorf("SVG after %.80q is another one (%s):\n%s", tt.dot, tt.reason, got)
		}
		// The error is of this drawing, not of the last one.
		if err := SVG(t.Context(), &buf, nil); err == nil || err.Error() != "there is no graph in the input" {
			t.Errorf("SVG of nothing after %.80q: %v", tt.dot, err)
		}
	}
}

// TestSVGDeep draws what is nested as deep as may be, twice: if a stack ran
// over, the second drawing would differ or fail.
func TestSVGDeep(t *testing.T) {
	var dot strings.Builder
	for i := range maxBraces - 1 {
		fmt.Fprintf(&dot, "subgraph cluster_%d { n%d [label=<%s>]; ", i, i, tables(maxTables))
	}
	deep := "digraph { " + dot.String() + strings.Repeat("}", maxBraces)
	before := svg(t, simple)
	first := svg(t, deep)
	if got := strings.Count(first, `class="cluster"`); got != maxBraces-1 {
		t.Errorf("%d clusters, want %d", got, maxBraces-1)
	}
	if svg(t, deep) != first || svg(t, simple) != before {
		t.Error("a deep drawing changes those after it")
	}
}

// tables returns n tables, one inside the other.
func tables(n int) string {
	return strings.Repeat("<table><tr><td>", n) + "x" + strings.Repeat("</td></tr></table>", n)
}

func TestDrawWarning(t *testing.T) {
	for _, tt := range []struct{ dot, want, reason string }{
		{simple, "", "nothing to complain about"},
		{"digraph { a [shape=foo] }", "using box for unknown shape foo", "unknown shape"},
		{simple, "", "an old warning"},
		{`digraph { a [image="/etc/hostname"] }`, `No or improper image="/etc/hostname" for node "a"`, "no files are read"},
		{`digraph { a [label="Душанбе 中央"] }`, "", "letters of unknown width"},
	} {
		svg, warning, err := Draw(t.Context(), []byte(tt.dot))
		if err != nil || len(svg) == 0 || warning != tt.want {
			t.Errorf("Draw(%q) = %d bytes, %q, %v; want warning %q (%s)", tt.dot, len(svg), warning, err, tt.want, tt.reason)
		}
	}
}

func TestSVGConcurrent(t *testing.T) {
	var want [8]string
	for i := range want {
		want[i] = svg(t, nth(i))
	}
	var wg sync.WaitGroup
	for i := range 4 * len(want) {
		wg.Go(func() {
			var buf bytes.Buffer
			err := SVG(t.Context(), &buf, []byte(nth(i%len(want))))
			if err != nil || buf.String() != want[i%len(want)] {
				t.Errorf("drawing %d at the same time as others: %v, or another drawing", i, err)
			}
		})
	}
	wg.Wait()
}

func nth(n int) string { return fmt.Sprintf("digraph { a -> b%d -> c }", n) }

func TestSVGContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	busy <- struct{}{} // another drawing
	done := make(chan error)
	go func() { done <- SVG(ctx, new(bytes.Buffer), []byte(simple)) }()
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("SVG, waiting: %v, want Canceled", err)
	}
	<-busy
	if err := SVG(ctx, new(bytes.Buffer), []byte(simple)); !errors.Is(err, context.Canceled) {
		t.Errorf("SVG, too late: %v, want Canceled", err)
	}
}

type brokenWriter struct{ error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.error }

func TestSVGWriteError(t *testing.T) {
	want := errors.New("disk full")
	if err := SVG(t.Context(), brokenWriter{want}, []byte(simple)); !errors.Is(err, want) {
		t.Errorf("SVG: %v, want %v", err, want)
	}
}

func BenchmarkSVG(b *testing.B) {
	for b.Loop() {
		if err := SVG(b.Context(), new(bytes.Buffer), []byte(simple)); err != nil {
			b.Fatal(err)
		}
	}
}
