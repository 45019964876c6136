package bibliography

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/orglineage/orglineage/lineage"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestGolden(t *testing.T) {
	t.Parallel()
	odd := make([]*lineage.Source, len(hostile))
	for i, title := range hostile {
		odd[i] = &lineage.Source{ID: lineage.SourceID("odd-" + string(rune('a'+i/26)) + string(rune('a'+i%26))), Kind: lineage.Press, Title: title}
	}
	for _, c := range []struct {
		name    string
		sources []*lineage.Source
	}{{"kinds", sources}, {"hostile", odd}, {"none", nil}} {
		for ext, write := range map[string]func(*bytes.Buffer) error{
			".bib":  func(b *bytes.Buffer) error { return BibTeX(b, c.sources) },
			".json": func(b *bytes.Buffer) error { return CSL(b, c.sources) },
		} {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", c.name+ext)
			if *update {
				if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), b.String()); diff != "" {
				t.Errorf("%s (-want +got; run with -update to accept):\n%s", file, diff)
			}
		}
	}
}

func TestPersons(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, language, want, reason string }{
		{"", "en", "", "nobody"},
		{"Paul Goble", "en", "Goble/Paul", "given name, family name"},
		{"Robert M. Cutler", "en", "Cutler/Robert M.", "an initial belongs to the given name"},
		{"Е. Ф. Парубочая", "ru", "Парубочая/Е. Ф.", "initials only"},
		{"J.-P. Dupont", "fr", "Dupont/J.-P.", "a double initial"},
		{"Anne-Marie O'Neill", "en", "O'Neill/Anne-Marie", "hyphens and apostrophes are part of a name"},
		{"Farangis Najibullah, Ainura Asankojoeva", "en", "Najibullah/Farangis; Asankojoeva/Ainura", "two persons"},
		{"Behçet Kemal Yeşilbursa", "en", "Behçet Kemal Yeşilbursa", "the middle name may be a family name"},
		{"Tom de Waal", "en", "Tom de Waal", "a particle may be sorted by or not"},
		{"Peter N. Stearns (general editor)", "en", "Peter N. Stearns (general editor)", "not only a name"},
		{"Cutler, Robert", "en", "Cutler, Robert", "no list of persons: single words"},
		{"Paul Goble, Editor", "en", "Paul Goble, Editor", "likewise"},
		{"Orbán Viktor", "hu", "Orbán Viktor", "the family name may come first"},
		{"習近平 主席", "en", "習近平 主席", "no capitals, so nothing is certain"},
		{"Plato", "en", "Plato", "one name only"},
		{"D. A.", "en", "D. A.", "initials only, no family name"},
		{"R2 Detoo3", "en", "R2 Detoo3", "digits are in no name"},
	} {
		var got []string
		for _, n := range persons(c.in, c.language) {
			if n.literal != "" {
				got = append(got, n.literal)
			} else {
				got = append(got, n.family+"/"+n.given)
			}
		}
		if text := strings.Join(got, "; "); text != c.want {
			t.Errorf("persons(%q, %q) = %q, want %q (%s)", c.in, c.language, text, c.want, c.reason)
		}
	}
}

func TestDates(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in          string
		edtf        string
		year, month int
		csl, reason string
	}{
		{"2002-02-28", "2002-02-28", 2002, 2, `{"date-parts":[[2002,2,28]]}`, "a day"},
		{"2002-02", "2002-02", 2002, 2, `{"date-parts":[[2002,2]]}`, "a month"},
		{"2002", "2002", 2002, 0, `{"date-parts":[[2002]]}`, "a year"},
		{"0988", "0988", 988, 0, `{"date-parts":[[988]]}`, "years have four digits in EDTF"},
		{"2002-02~", "2002-02~", 2002, 2, `{"date-parts":[[2002,2]],"circa":true}`, "about then"},
		{"2002?", "2002?", 2002, 0, `{"date-parts":[[2002]],"circa":true}`, "CSL has one word for all doubts"},
		{"2002%", "2002%", 2002, 0, `{"date-parts":[[2002]],"circa":true}`, "both"},
		{"[1994-04-30..1994-07]", "1994-04-30/1994-07", 1994, 0, `{"date-parts":[[1994,4,30],[1994,7]],"circa":true}`, "one year, which month is open"},
		{"[1994-04-02..1994-04-09]", "1994-04-02/1994-04-09", 1994, 4, `{"date-parts":[[1994,4,2],[1994,4,9]],"circa":true}`, "one month"},
		{"[1994..1995]", "1994/1995", 0, 0, `{"date-parts":[[1994],[1995]],"circa":true}`, "which year is open"},
		{"[..1998]", "/1998", 0, 0, `{"date-parts":[[1998]],"circa":true}`, "no beginning"},
		{"[1999-02..]", "1999-02/", 0, 0, `{"date-parts":[[1999,2]],"circa":true}`, "no end"},
		{"[..]", "", 0, 0, `null`, "nothing is known"},
		{"", "", 0, 0, `null`, "no date"},
	} {
		var d lineage.Date
		if err := d.UnmarshalText([]byte(c.in)); err != nil {
			t.Fatal(err)
		}
		i := issuedOf(d)
		csl, err := json.Marshal(itemIssued(i))
		if err != nil {
			t.Fatal(err)
		}
		if i.edtf() != c.edtf || i.year() != c.year || i.month() != c.month || string(csl) != c.csl {
			t.Errorf("%q is %q, %d, %d, %s; want %q, %d, %d, %s (%s)", c.in, i.edtf(), i.year(), i.month(), csl, c.edtf, c.year, c.month, c.csl, c.reason)
		}
	}
}

func TestTeX(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want, reason string }{
		{"a % b & c # d $ e _ f", `a \% b \& c \# d \$ e \_ f`, "a backslash is enough"},
		{`~^\<>`, `\textasciitilde{}\textasciicircum{}\textbackslash{}\textless{}\textgreater{}`, "a backslash would make an accent or a break"},
		{"{a}", `\{a\}`, "in balance"},
		{"}{", `\textbraceright{}\textbraceleft{}`, "BibTeX would end the field"},
		{"a -- b", `a -{}- b`, "TeX would make one dash"},
		{"``a''", "`{}`a'{}'", "TeX would make quotation marks"},
		{"ЕврАзЭС – ЦАС", "ЕврАзЭС – ЦАС", "UTF-8 stays"},
	} {
		if got := tex(c.in); got != c.want {
			t.Errorf("tex(%q) = %q, want %q (%s)", c.in, got, c.want, c.reason)
		}
	}
}

func TestURLs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want, reason string }{
		{"https://example.org/a_b%20c#d?e=1&f=~g", "https://example.org/a_b%20c#d?e=1&f=~g", "an address stays as it is"},
		{"https://example.org/{a}\\b c", "https://example.org/%7Ba%7D%5Cb%20c", "what would end the field is encoded"},
		{"https://example.org/\x1b\n\"<x>", "https://example.org/%1B%0A%22%3Cx%3E", "control characters, too"},
		{"https://example.org/кг", "https://example.org/кг", "letters of any script may stand in an address"},
	} {
		if got := cleanURL(c.in); got != c.want {
			t.Errorf("cleanURL(%q) = %q, want %q (%s)", c.in, got, c.want, c.reason)
		}
	}
}

func TestNotes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want, reason string }{
		{"Read as an excerpt: in force.", "Read as an excerpt: in force.", "no name of a field has so many words"},
		{"type: book", "type\u2060: book", "citeproc would take it for the type"},
		{"Original Date: 1990", "Original Date\u2060: 1990", "Zotero knows fields of two words"},
		{"https://example.org", "https://example.org", "an address is no field"},
		{"See {:type: book}.", "See {\u2060:type: book}.", "the older way of writing fields"},
	} {
		if got := inertNote(c.in); got != c.want {
			t.Errorf("inertNote(%q) = %q, want %q (%s)", c.in, got, c.want, c.reason)
		}
	}
}

// All kinds have a type of their own.
func TestKinds(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, k := range lineage.AllSourceKinds() {
		name := itemTypes[k].name
		if name == "" || seen[name] {
			t.Errorf("%s has the type %q, which is missing or another's", k, name)
		}
		seen[name] = true
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestFullDisk(t *testing.T) {
	t.Parallel()
	for name, err := range map[string]error{"BibTeX": BibTeX(fullDisk{}, sources), "CSL": CSL(fullDisk{}, sources)} {
		if err == nil {
			t.Errorf("%s reports no error", name)
		}
	}
}

// Whatever a source holds, each entry stays one entry, and each field one line.
func FuzzEntry(f *testing.F) {
	for _, title := range hostile {
		f.Add(title, "O. Tern", "note: x", "https://example.org/{")
	}
	f.Fuzz(func(t *testing.T, title, author, note, url string) {
		s := &lineage.Source{ID: "id", Kind: lineage.Press, Title: title, Author: author, Body: note, Publisher: title, Note: note, URL: url, Language: author}
		var bib, csl bytes.Buffer
		if err := errors.Join(BibTeX(&bib, []*lineage.Source{s}), CSL(&csl, []*lineage.Source{s})); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(bib.String(), "\n"), "\n")
		for i, line := range lines {
			switch {
			case i == 0 && line == "@misc{id,", i == len(lines)-1 && line == "}":
			case !balanced(line), !strings.HasPrefix(line, "  "), !strings.HasSuffix(line, "},"), !utf8.ValidString(line):
				t.Errorf("line %d is %q", i, line)
			}
		}
		var items []map[string]any
		if err := json.Unmarshal(csl.Bytes(), &items); err != nil || len(items) != 1 || items[0]["type"] != "article-newspaper" {
			t.Errorf("%v: %s", err, csl.String())
		}
	})
}
