package jsontree

import (
	"bytes"
	"encoding/json"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/orglineage/orglineage/data/internal/yamltree"
)

// show writes a tree with the positions of its values and keys.
func show(b *strings.Builder, n *yamltree.Node) {
	switch n.Kind {
	case yamltree.Scalar:
		if n.Quoted {
			fmt.Fprintf(b, "%q", n.Text)
		} else {
			b.WriteString(n.Text)
		}
	case yamltree.List:
		b.WriteString("[")
		for i, x := range n.Items {
			if i > 0 {
				b.WriteString(" ")
			}
			show(b, x)
		}
		b.WriteString("]")
	case yamltree.Map:
		b.WriteString("{")
		for i, e := range n.Entries {
			if i > 0 {
				b.WriteString(" ")
			}
			fmt.Fprintf(b, "%s@%d:%d=", e.Key, e.Line, e.Col)
			show(b, e.Value)
		}
		b.WriteString("}")
	case yamltree.Empty:
		b.WriteString("-")
	}
	fmt.Fprintf(b, "@%d:%d", n.Line, n.Col)
}

func TestParse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ src, want, reason string }{
		{`{"a": "b"}`, `{a@1:2="b"@1:7}@1:1`, "a key and a value stand at their quotation marks"},
		{"{\n\t\"a\":\r\n  [1, -2.5e+3, true,\n null]}", `{a@2:2=[1@3:4 -2.5e+3@3:7 true@3:16 -@4:2]@3:3}@1:1`, "blanks of all kinds; a tab is one character"},
		{`["ж", "ц", {}]`, `["ж"@1:2 "ц"@1:7 {}@1:12]@1:1`, "columns count characters"},
		{`["\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00x"]`, `["\"\\/\b\f\n\r\té😀x"@1:2]@1:1`, "every escape, and a pair of surrogates"},
		{"\ufeff[]", `[]@1:1`, "a byte order mark is not part of the text"},
		{`"a"`, `"a"@1:1`, "a document may be one value"},
		{`{"": 0}`, `{@1:2=0@1:6}@1:1`, "a key may be empty"},
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

func TestParseFaults(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ src, want, reason string }{
		{"", "1:1: the file is empty [syntax]", ""},
		{" \n ", "2:2: the file is empty [syntax]", ""},
		{`{"a": 1`, "1:8: want a comma or the end of the object, have the end of the file [syntax]", "cut off"},
		{`{"a":`, "1:6: the file ends where a value was expected [syntax]", "cut off"},
		{"[1,\n 2,\n]", "3:1: a comma before the end of the list; take it out [syntax]", "as JavaScript has it"},
		{`{"a": 1,}`, "1:9: a comma before the end of the object; take it out [syntax]", ""},
		{`[1 2]`, "1:4: want a comma or the end of the list, have '2' [syntax]", ""},
		{`{a: 1}`, "1:2: want a key in double quotes, have 'a' [syntax]", "as JavaScript has it"},
		{`{"a" 1}`, "1:6: want a colon after the key, have '1' [syntax]", ""},
		{`{'a': 1}`, `1:2: want a key in double quotes, have '\'' [syntax]`, ""},
		{`[True]`, `1:2: "True" is not a value; put text in double quotes [syntax]`, "as Python has it"},
		{`[NaN]`, `1:2: "NaN" is not a value; put text in double quotes [syntax]`, ""},
		{`[,]`, "1:2: want a value, have ',' [syntax]", ""},
		{`[01]`, "1:3: a number does not begin with 0; put text in double quotes [syntax]", ""},
		{`[1.]`, "1:4: want a digit, have ']' [syntax]", ""},
		{`[-]`, "1:3: want a digit, have ']' [syntax]", ""},
		{`[1e]`, "1:4: want a digit, have ']' [syntax]", ""},
		{`"ab`, "1:1: the quotation mark is not closed [syntax]", ""},
		{`"ab\`, "1:1: the quotation mark is not closed [syntax]", ""},
		{"[\"a\nb\"]", `1:4: a line break inside a text; write \n, \t or \u and four digits [syntax]`, ""},
		{"[\"\\n\tb\"]", `1:5: a tab inside a text; write \n, \t or \u and four digits [syntax]`, "after an escape"},
		{`["a\x"]`, `1:4: a backslash begins \", \\, \/, \b, \f, \n, \r, \t or \u and four digits [syntax]`, ""},
		{`["\u12"]`, `1:3: a backslash begins \", \\, \/, \b, \f, \n, \r, \t or \u and four digits [syntax]`, ""},
		{`["\ud83d"]`, "1:3: half of a surrogate pair, which is no character [bad-encoding]", ""},
		{`["\ud83d\u0041"]`, "1:3: half of a surrogate pair, which is no character [bad-encoding]", ""},
		{"[\"ж\xff\"]", "1:4: byte 0xff is not UTF-8 [bad-encoding]", ""},
		{"\xff\xfe[\x00", "1:1: the file is in UTF-16; save it as UTF-8 [bad-encoding]", ""},
		{`[] []`, "1:4: '[' after the end of the document; a file has one [syntax]", ""},
		{`{"a": 1,` + "\n" + `"a": 2}`, `2:1: key "a" stands twice; the first is in line 1 [duplicate-key]`, "the first counts"},
		{manyKeys(100, 40), `1:902: key "k40" stands twice; the first is in line 1 [duplicate-key]`, "also among many"},
		{"{" + strings.Repeat(`"a":1,`, 2000) + `"a":1}`, "1:6013: more than 1000 keys that stand twice [too-large]", ""},
		{strings.Repeat("[", 33), "1:33: more than 32 lists and objects inside each other [too-large]", ""},
		{`{"` + strings.Repeat("k", 65) + `": 1}`, "1:2: the key is longer than 64 characters [too-large]", ""},
	} {
		_, faults := Parse([]byte(c.src))
		var got []string
		for _, f := range faults {
			got = append(got, fmt.Sprintf("%d:%d: %s [%s]", f.Line, f.Col, f.Msg, f.Rule))
		}
		if s := strings.Join(got, "\n"); s != c.want {
			t.Errorf("Parse(%.60q):\n%s, want\n%s (%s)", c.src, s, c.want, c.reason)
		}
	}
}

// manyKeys is an object of n keys, and one of them once more.
func manyKeys(n, again int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `"k%02d":%d, `, i, i%10)
	}
	return "{" + b.String() + fmt.Sprintf(`"k%02d":0}`, again)
}

// TestBounded: a text of 32 MB that is made to be slow or large is read, or
// refused, soon and in bounded memory.
func TestBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("large texts")
	}
	const size = 32 << 20
	list := strings.Repeat("{},", size/3)
	for name, src := range map[string]string{
		"many values":     "[" + list[:len(list)-1] + "]",
		"many lists":      strings.Repeat("[[],", 16) + list,
		"one long line":   "[" + strings.Repeat(`"жжжжжжжжжж",`, size/23) + "1]",
		"one long text":   `"` + strings.Repeat(`\u0436`, size/6) + `"`,
		"an open text":    "[" + strings.Repeat(`"`, size),
		"a long number":   strings.Repeat("9", size),
		"many keys":       manyKeys(1<<20, 7),
		"the same key":    "{" + strings.Repeat(`"a":1,`, size/6),
		"spaces":          strings.Repeat(" ", size),
		"backslashes":     `"` + strings.Repeat(`\`, size),
		"half surrogates": `"` + strings.Repeat(`\ud83d`, size/6),
	} {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		begun := time.Now()
		n, faults := Parse([]byte(src))
		took := time.Since(begun)
		runtime.ReadMemStats(&after)
		if n == nil && len(faults) == 0 {
			t.Errorf("%s: neither a tree nor a fault", name)
		}
		if took > 10*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 1500<<20 {
			t.Errorf("%s: %d MB of memory", name, used>>20)
		} else {
			t.Logf("%s: %v, %d MB", name, took, used>>20)
		}
		if len(faults) > 10000 {
			t.Errorf("%s: %d faults", name, len(faults))
		}
	}
}

// FuzzParse: what is read is JSON for everybody else, too; what is not has a
// position in the text; and a tree that is written is read as the same tree.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		`{"a": ["b", 1, -2.5e+3, true, false, null, {}]}`, `"\u00e9\ud83d\ude00\n\/"`, "[1,]", `{"a":1,"a":2}`, "\ufeff[]", "", "\xff\xfe", `["\ud83d"]`, "[\"\x7f\u2028\"]", "[ \t\r\n]", "01", "1.", "nul", "{]",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		n, faults := Parse(src)
		if n == nil && len(faults) == 0 {
			t.Fatal("neither a tree nor a fault")
		}
		lines := 1 + bytes.Count(src, []byte("\n"))
		limited := false
		for _, x := range faults {
			if x.Line < 1 || x.Line > lines || x.Col < 1 || x.Msg == "" || x.Rule == "" || !utf8.ValidString(x.Msg) {
				t.Errorf("fault %+v", x)
			}
			limited = limited || x.Rule != yamltree.BadSyntax
		}
		valid := json.Valid(bytes.TrimPrefix(src, []byte("\ufeff")))
		if n != nil && !valid || n == nil && valid && !limited {
			t.Errorf("tree %v, but encoding/json says %v; %v", n != nil, valid, faults)
		}
		if n == nil || len(faults) > 0 {
			return
		}
		text := Append(nil, n)
		again, faults := Parse(text)
		if again == nil || len(faults) > 0 {
			t.Fatalf("%q is written as %q: %v", src, text, faults)
		}
		if second := Append(nil, again); !bytes.Equal(text, second) {
			t.Errorf("%q is written as %q and then as %q", src, text, second)
		}
	})
}
