package yamltree

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func text(s string) *Node { return &Node{Kind: Scalar, Text: s, Quoted: true} }

func list(items ...*Node) *Node { return &Node{Kind: List, Items: items} }

func mapping(pairs ...any) *Node {
	n := &Node{Kind: Map}
	for i := 0; i < len(pairs); i += 2 {
		n.Entries = append(n.Entries, Entry{Key: pairs[i].(string), Value: pairs[i+1].(*Node)})
	}
	return n
}

func TestAppend(t *testing.T) {
	t.Parallel()
	long := strings.TrimSpace(strings.Repeat("word ", 30))
	for _, c := range []struct {
		in     *Node
		want   string
		reason string
	}{
		{mapping("id", text("caco"), "name", text("Central Asian Cooperation Organization")), "id: caco\nname: Central Asian Cooperation Organization\n", "a key a line"},
		{mapping("names", mapping("ru", text("Организация"), "no", text("En"))), "names: {ru: Организация, \"no\": En}\n", "short ones in braces; no is false to some readers"},
		{
			mapping("founded", mapping("effective", mapping("on", text("2002-02-28"), "sources", list(text("a"), text("b"))))),
			"founded:\n  effective: {on: 2002-02-28, sources: [a, b]}\n", "an event opens",
		},
		{
			mapping("members", list(mapping("state", text("KZ"), "joined", mapping("how", text("founding"), "effective", mapping("on", text("2002")))))),
			"members:\n  - state: KZ\n    joined: {how: founding, effective: {on: \"2002\"}}\n", "a record opens, its parts do not; a year is no number",
		},
		{list(mapping("name", text("CAC"), "means", text("one, or two"))), "- {name: CAC, means: \"one, or two\"}\n", "a pair; a comma ends a text in braces"},
		{list(mapping("id", text("a"), "kind", text("press"), "title", text("A: b"))), "- id: a\n  kind: press\n  title: \"A: b\"\n", "a record; a colon ends a key"},
		{mapping("url", text("https://a.example/x?y=1#z")), "url: https://a.example/x?y=1#z\n", "this colon ends nothing"},
		{list(mapping("id", text("NO"), "a", text("1e5"), "b", text("24kg"))), "- id: \"NO\"\n  a: \"1e5\"\n  b: 24kg\n", "Norway; a number; a word"},
		{mapping("cow", mapping("number", &Node{Kind: Scalar, Text: "705"}, "code", text("KZK"))), "cow: {number: 705, code: KZK}\n", "a number"},
		{mapping("note", text(long)), "note: >-\n  " + long[:119-5] + "\n  " + long[119-4:] + "\n", "folded"},
		{mapping("on", text("[1994..1995]"), "a", text(" x"), "b", text("x\u200b\\")), "on: \"[1994..1995]\"\na: \" x\"\nb: \"x\\u200b\\\\\"\n", "quotes and escapes"},
		{mapping("a", (*Node)(nil), "b", list(nil, mapping("c", (*Node)(nil)))), "a: null\nb:\n  - null\n  - {c: null}\n", "what is not there, and is no text either"},
		{mapping("sources", list(text(long), text("b"))), "sources:\n  - >-\n    " + long[:114] + "\n    " + long[115:] + "\n  - b\n", "a list that does not fit"},
	} {
		if got := string(Append(nil, c.in)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.reason, got, c.want)
		}
	}
}

// plain is a tree without positions and quotes.
func plain(n *Node) any {
	switch n.Kind {
	case List:
		all := []any{}
		for _, x := range n.Items {
			all = append(all, plain(x))
		}
		return all
	case Map:
		all := []any{}
		for _, e := range n.Entries {
			all = append(all, e.Key, plain(e.Value))
		}
		return all
	case Scalar:
		return "=" + n.Text
	}
	return nil
}

// anyText draws what upsets writers of YAML more often than other texts.
func anyText() *rapid.Generator[string] {
	piece := rapid.SampledFrom([]string{
		" ", " ", "  ", ", ", ": ", ":", " #", "#", "- ", "-", "'", "\"", "\\", "{", "}", "[", "]", "&", "*", "!", "|", ">", "%", "@", "`", "?", "~",
		"true", "null", "no", "1994", "2002-02-28", "0x1f", "1e5", ".5", "word", "слово", "名", "é", "\u00a0", "\u200b", "\ufeff", "\u2028", "\u0085", "😀", "=", "<<", "---", "...",
		strings.Repeat("long ", 40), strings.Repeat("x", 300),
	})
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.OneOf(piece, rapid.StringN(1, 8, 32)), 1, 12).Draw(t, "pieces"), "")
	}).Filter(func(s string) bool {
		return strings.TrimSpace(s) != "" && !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f || r == '\ufffd' })
	})
}

func anyNode(depth int) *rapid.Generator[*Node] {
	return rapid.Custom(func(t *rapid.T) *Node {
		kind := rapid.IntRange(0, min(depth, 2)).Draw(t, "kind")
		switch kind {
		case 1:
			return list(rapid.SliceOfN(anyNode(depth-1), 1, 4).Draw(t, "items")...)
		case 2:
			n := &Node{Kind: Map}
			for _, key := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"id", "on", "no", "zh-Hant", "$schema", "note", "sources"}), 1, 4, rapid.ID).Draw(t, "keys") {
				n.Entries = append(n.Entries, Entry{Key: key, Value: anyNode(depth-1).Draw(t, key)})
			}
			return n
		}
		return text(anyText().Draw(t, "text"))
	})
}

// What is written reads as the same tree, and is written as the same text again.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := anyNode(4).Draw(t, "tree")
		if in.Kind == Scalar {
			in = list(in)
		}
		written := Append(nil, in)
		out, faults := Parse(written)
		if len(faults) > 0 {
			t.Fatalf("%s\n%d:%d: %s", written, faults[0].Line, faults[0].Col, faults[0].Msg)
		}
		if want, got := plain(in), plain(out); !equal(want, got) {
			t.Fatalf("%s\nwant %q\nhave %q", written, want, got)
		}
		requote(out)
		if again := Append(nil, out); string(again) != string(written) {
			t.Fatalf("%s\nand then\n%s", written, again)
		}
	})
}

func equal(a, b any) bool {
	x, ok := a.([]any)
	y, also := b.([]any)
	if !ok || !also {
		return !ok && !also && a == b
	}
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if !equal(x[i], y[i]) {
			return false
		}
	}
	return true
}

// requote makes texts of all scalars, as the tree had them.
func requote(n *Node) {
	n.Quoted = true
	for _, x := range n.Items {
		requote(x)
	}
	for _, e := range n.Entries {
		requote(e.Value)
	}
}
