package render

import (
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/graphviz/process"
	"github.com/orglineage/orglineage/render/internal/ink"
)

// drawers returns what can draw here: lineage-graphviz as it is built from this
// tree, and Graphviz's dot where it is installed.
func drawers(t *testing.T) map[string]process.Drawer {
	t.Helper()
	built, err := buildDrawer()
	if err != nil {
		t.Fatal(err)
	}
	ds := map[string]process.Drawer{"lineage-graphviz": {Path: built}}
	if dot, err := exec.LookPath("dot"); err == nil {
		ds["dot"] = process.Drawer{Path: dot, Args: []string{"-Tsvg"}}
	}
	return ds
}

var buildDir string

var buildDrawer = sync.OnceValues(func() (string, error) {
	path := filepath.Join(buildDir, "lineage-graphviz")
	cmd := exec.Command("go", "build", "-o", path, "github.com/orglineage/orglineage/cmd/lineage-graphviz")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", &exec.Error{Name: string(out), Err: err}
	}
	return path, nil
})

// draw draws and dresses a view.
func draw(t *testing.T, dr process.Drawer, d lineage.Dataset, opts Succession) []byte {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var warnings bytes.Buffer
	dr.Warnings = &warnings
	svg, err := dr.SVG(ctx, dot(t, d, opts))
	if err != nil {
		t.Fatal(err)
	}
	if warnings.Len() > 0 {
		t.Errorf("Graphviz warns: %s", &warnings)
	}
	var b bytes.Buffer
	if err := Dress(&b, svg, atlas(t, d), opts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// An element of an SVG with all text below it.
type element struct {
	name  string
	attrs map[string]string
	text  string
}

// elements returns the elements of an SVG; it must be well-formed.
func elements(t *testing.T, svg []byte) []*element {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(svg))
	var all, open []*element
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attrs: map[string]string{}}
			for _, a := range token.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			all, open = append(all, e), append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, e := range open {
				e.text += string(token)
			}
		case xml.Comment, xml.Directive:
			t.Errorf("a comment or document type: %s", token)
		}
	}
}

func byID(t *testing.T, es []*element, id string) *element {
	t.Helper()
	i := slices.IndexFunc(es, func(e *element) bool { return e.attrs["id"] == id })
	if i < 0 {
		t.Fatalf("no element has the ID %q", id)
	}
	return es[i]
}

// squeeze takes white space away, which Graphviz puts where lines break.
func squeeze(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), "")
}

// Graphviz drops labels that it cannot read without a word, so every name and
// date of the view must be found in the picture.
func TestEveryNameAndDateIsInTheSVG(t *testing.T) {
	for by, dr := range drawers(t) {
		for what, d := range map[string]lineage.Dataset{"sample": sample(), "hostile": nasty()} {
			for name, opts := range views {
				if what == "hostile" {
					opts.Organizations = nil
				}
				t.Run(by+"/"+what+"/"+name, func(t *testing.T) {
					checkTexts(t, elements(t, draw(t, dr, d, opts)), d, opts)
				})
			}
		}
	}
}

func checkTexts(t *testing.T, es []*element, d lineage.Dataset, opts Succession) {
	t.Helper()
	view, err := build(atlas(t, d), opts)
	if err != nil {
		t.Fatal(err)
	}
	// Graphviz writes each line of a label as an element of its own.
	shown := func(id string) string {
		var b strings.Builder
		for _, e := range below(es, id) {
			if e.name == "text" {
				b.WriteString(squeeze(e.text))
			}
		}
		return b.String()
	}
	for _, n := range view.Nodes {
		have := shown("org-" + n.ID)
		want := []string{n.Short, n.Name, n.Years}
		for _, l := range n.Lines {
			want = append(want, l.Date, l.Text)
		}
		for _, w := range want {
			if !strings.Contains(have, squeeze(ink.Clean(w))) {
				t.Errorf("%s does not show %q; it shows %q", n.ID, w, have)
			}
		}
	}
	for _, e := range view.Edges {
		have := shown("from-" + e.From + "-to-" + e.To)
		for _, w := range []string{e.Kind, e.Date} {
			if !strings.Contains(have, squeeze(w)) {
				t.Errorf("%s → %s does not show %q; it shows %q", e.From, e.To, w, have)
			}
		}
	}
}

// below returns the elements from the one with the ID to the next that has a
// class of a node, edge or cluster.
func below(es []*element, id string) []*element {
	i := slices.IndexFunc(es, func(e *element) bool { return e.attrs["id"] == id })
	if i < 0 {
		return nil
	}
	rest := es[i+1:]
	for j, e := range rest {
		if e.name == "g" && e.attrs["class"] != "" {
			return rest[:j]
		}
	}
	return rest
}

func TestDress(t *testing.T) {
	for by, dr := range drawers(t) {
		t.Run(by, func(t *testing.T) {
			svg := draw(t, dr, sample(), Succession{})
			es := elements(t, svg)
			root := es[0]
			if root.name != "svg" || root.attrs["role"] != "graphics-document" {
				t.Errorf("the root is %s with the role %q", root.name, root.attrs["role"])
			}
			for _, id := range strings.Fields(root.attrs["aria-labelledby"]) {
				if byID(t, es, id).text == "" {
					t.Errorf("%s is empty", id)
				}
			}
			view, err := build(atlas(t, sample()), Succession{})
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range view.Nodes {
				e := byID(t, es, "org-"+n.ID)
				if e.attrs["aria-label"] != n.Sentence || e.attrs["role"] != "graphics-symbol" || e.attrs["tabindex"] != "0" {
					t.Errorf("%s has the attributes %v", n.ID, e.attrs)
				}
				if title := es[slices.Index(es, e)+1]; title.name != "title" || title.text != n.Sentence {
					t.Errorf("the title of %s is %q", n.ID, title.text)
				}
				if !strings.Contains(e.attrs["class"], "organization") {
					t.Errorf("%s has the class %q", n.ID, e.attrs["class"])
				}
			}
			for _, e := range view.Edges {
				if got := byID(t, es, "from-"+e.From+"-to-"+e.To).attrs["aria-label"]; got != e.Sentence {
					t.Errorf("the label of %s → %s is %q", e.From, e.To, got)
				}
			}
			checkColours(t, es, string(svg))
		})
	}
}

// checkColours checks that dark mode turns every colour of the drawing.
func checkColours(t *testing.T, es []*element, svg string) {
	t.Helper()
	for _, e := range es {
		for _, attr := range []string{"fill", "stroke"} {
			switch c := e.attrs[attr]; {
			case c == "" || c == "none" || c == "transparent":
			case !strings.Contains(svg, "["+attr+"=\""+c+"\"]{"):
				t.Errorf("dark mode does not turn %s=%q of %s", attr, c, e.name)
			}
		}
		if e.name == "text" && e.attrs["fill"] == "" {
			t.Errorf("the text %q has no colour to turn", e.text)
		}
	}
}

// Text on any ground of the drawing has the contrast that WCAG AAA asks for,
// in light and in dark.
func TestContrast(t *testing.T) {
	dark := map[string]string{}
	for _, m := range regexp.MustCompile(`\[fill="(#\w+)"\]\{fill:(#\w+)\}`).FindAllStringSubmatch(styleSheet(), -1) {
		dark[m[1]] = m[2]
	}
	for _, ground := range append([]string{paper, shaded}, tints[:]...) {
		for _, c := range []string{pen, soft} {
			if r := contrast(c, ground); r < 7 {
				t.Errorf("%s on %s: %.1f:1", c, ground, r)
			}
			if r := contrast(dark[c], dark[ground]); r < 7 {
				t.Errorf("dark %s on %s: %.1f:1", dark[c], dark[ground], r)
			}
		}
	}
}

func TestDressRefuses(t *testing.T) {
	for name, svg := range map[string]string{
		"an organization is missing": `<svg xmlns="http://www.w3.org/2000/svg"><g id="org-club"/></svg>`,
		"it is not well-formed":      `<svg><g id="org-club">`,
		"it is not an SVG":           `<html/>`,
		"it is empty":                ``,
	} {
		var b bytes.Buffer
		if err := Dress(&b, []byte(svg), atlas(t, sample()), Succession{}); err == nil || b.Len() > 0 {
			t.Errorf("%s: error %v, %d bytes written", name, err, b.Len())
		}
	}
}
