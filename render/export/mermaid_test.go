package export

import (
	"encoding/json"
	"html"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/orglineage/orglineage/lineage"
)

func TestMermaidText(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ in, want, reason string }{
		{"CACO", "CACO", "letters stand for themselves"},
		{"СНГ «ЕЭП»", "СНГ «ЕЭП»", "in any script"},
		{"KZ–UZ 1994, CES-2012 (I/II)", "KZ–UZ 1994, CES-2012 (I/II)", "and so does what means nothing within a word"},
		{"1998-07-17", "1998-07-17", "dates stay readable"},
		{"1. x", "1#46; x", "else it is a list"},
		{"2) x", "2#41; x", "likewise"},
		{"- x", "#45; x", "likewise"},
		{"St. x", "St. x", "behind a word it ends no number"},
		{`"]; x`, "#34;#93;#59; x", "quotation marks end the text"},
		{"<b>", "#60;b#62;", "no markup"},
		{"a:b", "a#58;b", "Mermaid cuts a line with a colon and a reference"},
		{"a\nb", "a b", "one line"},
		{`\n`, "#92;#8203;n", "Mermaid takes this for a line end even where it is written in references"},
		{" ", "#160;", "Mermaid shows the name of a node without text"},
		{"e\u0301", "e\u0301", "marks stay with their letters"},
	} {
		if got := mermaidText(test.in); got != test.want {
			t.Errorf("%q became %q, want %q: %s", test.in, got, test.want, test.reason)
		}
	}
}

// Whatever the text, what is written is inert: letters, marks, digits, some
// punctuation, and references.
func TestMermaidTextIsInert(t *testing.T) {
	t.Parallel()
	inert := regexp.MustCompile(`^(?:[\pL\pM\p{Nd} ,()./–—«»’\x{200b}-]|#[0-9]+;)+$`)
	for _, s := range hostile {
		got := mermaidText(s)
		if !inert.MatchString(got) {
			t.Errorf("%q became %q", s, got)
		}
		if shown := html.UnescapeString(strings.ReplaceAll(got, "#", "&#")); seen(shown) != seen(s) {
			t.Errorf("%q shows as %q", s, shown)
		}
	}
}

// seen returns what of a text can be told by looking.
func seen(s string) string {
	s = strings.ReplaceAll(oneLine(s), "\u200b", "")
	return strings.Join(strings.Fields(s), " ") // no-break spaces among them
}

func FuzzMermaidText(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		shown := html.UnescapeString(strings.ReplaceAll(mermaidText(s), "#", "&#"))
		if seen(shown) != seen(s) {
			t.Errorf("%q shows as %q", s, shown)
		}
	})
}

// A parsed flowchart is what testdata/readers/mermaid.mjs prints.
type parsed struct {
	Type   string
	Config map[string]any
	Nodes  []node
	Arrows []drawnArrow
	Boxes  []box
}

type (
	node       struct{ ID, Text, Shape, Classes string }
	drawnArrow struct{ From, To, Text, Stroke, Head string }
	box        struct{ ID, Title, Nodes string }
)

// mermaidModules is a folder with the npm packages mermaid and jsdom.
func mermaidModules(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("MERMAID_NODE_MODULES")
	if dir == "" {
		t.Skip("MERMAID_NODE_MODULES names no folder with mermaid and jsdom")
	}
	return dir
}

func parseMermaid(t *testing.T, file string) parsed {
	t.Helper()
	cmd := exec.Command("node", "testdata/readers/mermaid.mjs", mermaidModules(t), file)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("Mermaid does not read %s: %v", file, err)
	}
	var p parsed
	if err := json.Unmarshal(out, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestMermaidParses(t *testing.T) {
	t.Parallel()
	got := parseMermaid(t, filepath.Join("testdata", "region.mmd"))
	want := parsed{
		Type: "flowchart-v2", Config: map[string]any{},
		Nodes: []node{
			{"org_caec", "CAEC<br>1998–2002", "square", ""},
			{"org_caco", "CACO<br>2002–2006", "square", ""},
			{"org_eurasec", "EurAsEC<br>2001–2015", "square", ""},
			{"org_cu_2010", "CU-2010<br>2010–2015", "square", ""},
			{"org_ucas", "UCAS<br>proposed 2005", "square", "proposed"},
		},
		Arrows: []drawnArrow{
			{"org_caec", "org_caco", "transformed<br>2002-02-28", "normal", "arrow_point"},
			{"org_caco", "org_eurasec", "absorbed<br>2006-01", "normal", "arrow_point"},
		},
		Boxes: []box{{"within_org_eurasec", "within EurAsEC", "org_cu_2010 org_eurasec"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Mermaid reads something else (-want +got):\n%s", diff)
	}
}

// Names that mean something to Mermaid are texts, and add nothing to the
// diagram.
func TestMermaidParsesHostileNames(t *testing.T) {
	t.Parallel()
	d := nasty()
	for i, id := range []lineage.OrgID{"end", "graph", "subgraph", "o", "x", "default", "style", "class", "click", "href", "tb", "direction", "classdef", "linkstyle", "call"} {
		d.Organizations = append(d.Organizations, lineage.Organization{
			ID: id, Name: "Word " + string(id), Short: "w" + strconv.Itoa(i), Kind: "word", Founded: effect("1990"), Predecessors: []lineage.Succession{following("o-aa", lineage.Replaced, "1990")},
		})
	}
	d.Sources = append(d.Sources, lineage.Source{ID: "press", Kind: lineage.Press, Title: "x"}, lineage.Source{ID: "treaty", Kind: lineage.Treaty, Title: "y"})
	got := parseMermaid(t, format(Mermaid).file(t, "nasty.mmd", d, Selection{}))
	if len(got.Nodes) != len(d.Organizations) || len(got.Arrows) != len(d.Organizations)-1 || len(got.Config) > 0 {
		t.Errorf("%d nodes and %d arrows of %d organizations, and the settings %v", len(got.Nodes), len(got.Arrows), len(d.Organizations), got.Config)
	}
	texts := map[string]string{}
	for _, n := range got.Nodes {
		texts[n.ID] = n.Text
	}
	for _, o := range d.Organizations {
		text, years, _ := strings.Cut(texts[mermaidID(o.ID)], "<br>")
		if text = html.UnescapeString(text); seen(text) != seen(o.Short) || years != "since 1990" {
			t.Errorf("%s has the text %q and the years %q, want %q", o.ID, text, years, o.Short)
		}
	}
}

// A browser shows the names as they are, and nothing that they pretend to be.
func TestMermaidInBrowser(t *testing.T) {
	t.Parallel()
	modules := mermaidModules(t)
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("there is no chromium")
	}
	d := nasty()
	page, err := os.ReadFile("testdata/readers/mermaid.html")
	if err != nil {
		t.Fatal(err)
	}
	script := url.URL{Scheme: "file", Path: filepath.Join(modules, "mermaid", "dist", "mermaid.min.js")}
	chart, err := json.Marshal(string(format(Mermaid).bytes(t, d, Selection{}))) // with < as \u003c, for HTML
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.html")
	filled := strings.NewReplacer("MODULE", script.String(), "FLOWCHART", string(chart)).Replace(string(page))
	if err := os.WriteFile(file, []byte(filled), 0o666); err != nil {
		t.Fatal(err)
	}
	profile, err := os.MkdirTemp("", "chromium") // which Chromium may still write to after it has ended
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(profile) })
	out, err := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+profile, "--virtual-time-budget=60000", "--dump-dom", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(out), `<pre id="seen">`)
	shown, _, _ := strings.Cut(after, "</pre>")
	var got struct {
		Nodes   map[string]string
		Boxes   []string
		Foreign int
		Error   string
	}
	if err := json.Unmarshal([]byte(html.UnescapeString(shown)), &got); err != nil || got.Error != "" {
		t.Fatalf("nothing was drawn: %v %s", err, got.Error)
	}
	if got.Foreign > 0 {
		t.Errorf("%d elements that no flowchart has", got.Foreign)
	}
	for _, o := range d.Organizations {
		if text := got.Nodes[mermaidID(o.ID)]; seen(text) != seen(o.Short+"since 1990") {
			t.Errorf("%s shows %q, want %q", o.ID, text, o.Short)
		}
	}
	if want := d.Organizations[0].Short; len(got.Boxes) == 0 || seen(got.Boxes[0]) != seen("within "+want) {
		t.Errorf("the boxes have the titles %q, want the first to be within %s", got.Boxes, want)
	}
}
