package yamltree

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// show writes a tree with the positions of its values and keys.
func show(b *strings.Builder, n *Node) {
	switch n.Kind {
	case Scalar:
		fmt.Fprintf(b, "%q", n.Text)
	case List:
		b.WriteString("[")
		for i, x := range n.Items {
			if i > 0 {
				b.WriteString(" ")
			}
			show(b, x)
		}
		b.WriteString("]")
	case Map:
		b.WriteString("{")
		for i, e := range n.Entries {
			if i > 0 {
				b.WriteString(" ")
			}
			fmt.Fprintf(b, "%s@%d:%d=", e.Key, e.Line, e.Col)
			show(b, e.Value)
		}
		b.WriteString("}")
	case Empty:
		b.WriteString("-")
	}
	fmt.Fprintf(b, "@%d:%d", n.Line, n.Col)
}

func TestParse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ src, want, reason string }{
		{"a: b\n", `{a@1:1="b"@1:4}@1:1`, "a mapping stands where its first key does"},
		{"a:   b   \nc: d  # e\n", `{a@1:1="b"@1:6 c@2:1="d"@2:4}@1:1`, "spaces around a text are not part of it"},
		{"ц: 'ж'\nnn: [\"ж\", ж , x]\n", `{ц@1:1="ж"@1:4 nn@2:1=["ж"@2:6 "ж"@2:11 "x"@2:15]@2:5}@1:1`, "columns count characters; a quoted text stands at its quote"},
		{"{a: b, c: {d: e}}", `{a@1:2="b"@1:5 c@1:8={d@1:12="e"@1:15}@1:11}@1:1`, "flow style"},
		{"- a\n- b: c\n  d: e\n-\n", `["a"@1:3 {b@2:3="c"@2:6 d@3:3="e"@3:6}@2:3 -@4:3]@1:1`, "block style"},
		{"a: 2002\nb: 007\nc: true\nd: 0x1F\ne: NO\nf: 1_0\ng: 2002-02\n", `{a@1:1="2002"@1:4 b@2:1="007"@2:4 c@3:1="true"@3:4 d@4:1="0x1F"@4:4 e@5:1="NO"@5:4 f@6:1="1_0"@6:4 g@7:1="2002-02"@7:4}@1:1`, "scalars are text"},
		{"a: ~\nb: null\nc:\nd: ''\n", `{a@1:1=-@1:4 b@2:1=-@2:4 c@3:1=-@3:3 d@4:1=""@4:4}@1:1`, "nothing is not an empty text"},
		{"a: b\n  c\n\n  d\ne: >-\n  f\n  g\nh: |\n  i\n  j\n", `{a@1:1="b c\nd"@1:4 e@5:1="f g"@5:4 h@8:1="i\nj"@8:4}@1:1`, "texts of several lines"},
		{"---\na: http://x.y/z?a=b#c\n", `{a@2:1="http://x.y/z?a=b#c"@2:4}@2:1`, "one document start is harmless"},
		{"a: {b: , c}\n", `{a@1:1={b@1:5=-@1:7 c@1:10=-@1:11}@1:4}@1:1`, "keys without values in flow style"},
		{"\"a b\": c\n", `{a b@1:1="c"@1:8}@1:1`, "a quoted key"},
	} {
		n, faults := Parse([]byte(c.src))
		if n == nil || len(faults) > 0 {
			t.Errorf("Parse(%q): %v (%s)", c.src, faults, c.reason)
			continue
		}
		var b strings.Builder
		show(&b, n)
		if b.String() != c.want {
			t.Errorf("Parse(%q) =\n%s, want\n%s (%s)", c.src, b.String(), c.want, c.reason)
		}
	}
}

// TestLongLists checks that the limits leave room for what is long but flat.
func TestLongLists(t *testing.T) {
	t.Parallel()
	for _, src := range []string{
		"a: [" + strings.Repeat("x, ", 1000) + "x]\n",
		"a: [" + strings.Repeat("{b: c, d: e}, ", 250) + "]\n",
		"a:\n" + strings.Repeat("  - {b: c, d: [e, f]}\n", 10000),
		"a:\n" + strings.Repeat("  - b: c\n    d:\n      - e\n    f:\n      g: h\n", 5000),
	} {
		if n, faults := Parse([]byte(src)); n == nil || len(faults) > 0 {
			t.Errorf("Parse(%.40q…): %v", src, faults)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"a: b\n", "a: [b, {c: d}]\n", "- >-\n  a\n\n  b\n- 'c'\n", "? a\n: b\n", "&a b\n", "*a\n", "!a b\n", "<<: a\n", "---\n...\n",
		"|0#", "{? {? \n", "\"\\x\"", "a: \"\\\n b\"", "0::", "{0", "*-0", ">\n>", "&{0", "0_", "0\n:", "a:\n- b\n -c\n", "\r", "{a: b}c", "[a]:b", "a: b: c", "'': ''",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		n, faults := Parse(src)
		if n == nil && len(faults) == 0 {
			t.Fatal("neither a tree nor a fault")
		}
		lines := 1 + strings.Count(string(src), "\n")
		for _, f := range faults {
			if f.Line < 1 || f.Line > lines || f.Col < 1 || f.Msg == "" || f.Rule == "" || !utf8.ValidString(f.Msg) {
				t.Errorf("fault %+v", f)
			}
		}
		if n != nil {
			inspect(t, n, lines, 0)
		}
	})
}

func inspect(t *testing.T, n *Node, lines, depth int) {
	if n.Line < 1 || n.Line > lines || n.Col < 1 || depth > 2*maxDepth {
		t.Errorf("node %v at %v in depth %d of %d lines", n.Kind, n.Pos, depth, lines)
	}
	for _, x := range n.Items {
		inspect(t, x, lines, depth+1)
	}
	for _, e := range n.Entries {
		if e.Line < 1 || e.Line > lines || e.Col < 1 || n.Get(e.Key).Pos != e.Pos {
			t.Errorf("key %q at %v", e.Key, e.Pos)
		}
		inspect(t, e.Value, lines, depth+1)
	}
}
