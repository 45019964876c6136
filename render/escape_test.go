package render

import (
	"encoding/xml"
	"html"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
)

// hostile are names that have broken drawings.
var hostile = []string{
	`Quote " and backslash \ and \N \G \l`, `<b>bold</b>`, `a < b & c > d`, `&lt;not a tag&gt;`, `&#65; &nbsp;`, "two\nlines\r\nand\ttab",
	"no\u00a0break", "Организация «Центрально-Азиатское сотрудничество»", "منظمة التعاون", `", label="gone", x="`, `]; evil [label="x`,
	`<TABLE><TR><TD>x</TD></TR></TABLE>`, "-->", "]]>", "<!-- c -->", "nul\x00bell\x07", "bad \xff utf8", "\u2028", "", " ", "'", "label", "node", "digraph", "{}", "|",
	strings.Repeat("long", 60), "\ufffe", "e\u0301", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "\u202eright to left",
}

// text returns the characters of an XML fragment.
func text(t *testing.T, fragment string) string {
	t.Helper()
	dec := xml.NewDecoder(strings.NewReader("<x>" + fragment + "</x>"))
	var b strings.Builder
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return strings.ReplaceAll(b.String(), keptApart, `\`)
		}
		if err != nil {
			t.Fatalf("%q is not well-formed: %v", fragment, err)
		}
		if chars, ok := token.(xml.CharData); ok {
			b.Write(chars)
		}
	}
}

func checkEscaping(t *testing.T, s string) {
	t.Helper()
	if !utf8.ValidString(ink.Clean(s)) {
		t.Errorf("clean(%q) = %q is not UTF-8", s, ink.Clean(s))
	}
	want := ink.Clean(s)
	if strings.TrimSpace(want) == "" {
		want = "\u00a0"
	}
	if got := text(t, label(s)); got != want {
		t.Errorf("label(%q) shows %q, want %q", s, got, want)
	}
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if got := text(t, wrapped(s, 10)); squeeze(got) != squeeze(want) {
		t.Errorf("wrapped(%q) shows %q, want %q", s, got, want)
	}
	if got := unquote(t, quote(s)); got != ink.Clean(s) {
		t.Errorf("quote(%q) shows %q, want %q", s, got, ink.Clean(s))
	}
}

// unquote reads a quoted DOT string as Graphviz does for text: it takes away
// backslashes, of which it must find each with a mate or before a quotation
// mark, and then replaces character references.
func unquote(t *testing.T, s string) string {
	t.Helper()
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		t.Fatalf("%q is not quoted", s)
	}
	var b strings.Builder
	for in := s[1 : len(s)-1]; in != ""; {
		switch {
		case in[0] == '"':
			t.Fatalf("%q ends early", s)
		case in[0] == '\\' && (len(in) < 2 || in[1] != '\\' && in[1] != '"'):
			t.Fatalf("%q has a lone backslash", s)
		case in[0] == '\\':
			in = in[1:]
		}
		b.WriteByte(in[0])
		in = in[1:]
	}
	return html.UnescapeString(b.String())
}

func TestEscaping(t *testing.T) {
	for _, s := range hostile {
		checkEscaping(t, s)
	}
}

func FuzzEscaping(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(checkEscaping)
}

// nasty is a data set in which every text is hostile.
func nasty() lineage.Dataset {
	d := lineage.Dataset{
		Sources: []lineage.Source{{ID: "s", Kind: lineage.Press, Title: "x"}},
		States:  []lineage.State{{ID: "AA", Name: `<i>&amp;"A\`}},
	}
	for i, name := range hostile {
		if strings.TrimSpace(name) == "" {
			continue
		}
		id := lineage.OrgID("o" + string(rune('a'+i/26)) + string(rune('a'+i%26)))
		o := lineage.Organization{ID: id, Name: name + " " + string(id), Short: name + string(id), Kind: name, Founded: dated("1990"), Members: []lineage.Membership{member("AA", "founding")}}
		if i > 0 {
			prev := d.Organizations[len(d.Organizations)-1].ID
			o.Predecessors = []lineage.Succession{from(string(prev), "replaced", "1990")}
		}
		d.Organizations = append(d.Organizations, o)
	}
	return d
}
