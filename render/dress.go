package render

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
)

// Dress adds to the SVG that Graphviz made of [DOT], with the same atlas and
// options, what Graphviz leaves out, and writes the result: role, title and
// description of the whole; role, label and tooltip of every organization and
// succession; a style sheet with dark mode. It drops the document type and the
// comments. The error is that of w, of the options, or of an SVG that is not
// well-formed or lacks an organization; nothing is written then.
//
// The drawing can be restyled by its classes: node organization (proposed,
// tint-0 to tint-6), edge succession (with the kind, such as renamed), and
// cluster body (renamed, within).
func Dress(w io.Writer, svg []byte, atlas *lineage.Atlas, opts Succession) error {
	d, err := build(atlas, opts)
	if err != nil {
		return err
	}
	t := &tailor{in: svg, d: d, words: map[string]string{}, sort: map[string]string{}}
	for _, n := range d.Nodes {
		t.words["org-"+n.ID] = n.Sentence
		t.sort["org-"+n.ID] = "organization"
	}
	for _, e := range d.Edges {
		id := "from-" + e.From + "-to-" + e.To
		t.words[id] = e.Sentence
		t.sort[id] = "succession"
	}
	t.boxes(d.Bodies)
	if err := t.cut(); err != nil {
		return fmt.Errorf("dressing the SVG: %w", err)
	}
	_, err = w.Write(t.out.Bytes())
	return err
}

// A tailor copies an SVG byte for byte and changes it at a few elements. It
// does not encode the document anew: that would lose the prefixes of names.
type tailor struct {
	in    []byte
	d     *diagram
	words map[string]string // what is told of the element with an ID
	sort  map[string]string // what sort of thing it is
	out   bytes.Buffer
	root  bool   // whether the root element was seen
	title string // what the next title is to say, or ""
	skip  bool   // whether the text of a title is being replaced
}

func (t *tailor) boxes(bodies []body) {
	for _, b := range bodies {
		t.words[b.ID] = b.Label
		t.sort[b.ID] = "group of organizations"
		t.boxes(b.Bodies)
	}
}

func (t *tailor) cut() error {
	dec := xml.NewDecoder(bytes.NewReader(t.in))
	dec.Strict = true
	done := int64(0)
	for {
		token, err := dec.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		end := dec.InputOffset()
		raw := t.in[done:end]
		done = end
		switch token := token.(type) {
		case xml.Comment, xml.Directive:
			continue
		case xml.StartElement:
			t.start(token, raw)
		case xml.EndElement:
			if token.Name.Local == "title" {
				t.skip = false
			}
			t.out.Write(raw)
		default:
			if !t.skip && (t.root || len(bytes.TrimSpace(raw)) > 0) {
				t.out.Write(bytes.ReplaceAll(raw, []byte(keptApart), []byte(`\`)))
			}
		}
	}
	if !t.root {
		return fmt.Errorf("it has no svg element")
	}
	for _, n := range t.d.Nodes {
		if _, missing := t.words["org-"+n.ID]; missing {
			return fmt.Errorf("organization %s is missing", n.ID)
		}
	}
	return nil
}

func (t *tailor) start(e xml.StartElement, raw []byte) {
	id := attribute(e, "id")
	words, known := t.words[id]
	switch {
	case e.Name.Local == "svg" && !t.root:
		t.root = true
		t.out.WriteByte('\n')
		t.open(raw, ` role="graphics-document" aria-labelledby="lineage-title lineage-desc"`)
		fmt.Fprintf(&t.out, "\n<title id=\"lineage-title\">%s</title>\n<desc id=\"lineage-desc\">%s</desc>\n<style>%s</style>",
			xmlText(t.d.Title), xmlText(t.d.Desc), styleSheet())
		return
	case e.Name.Local == "title" && t.title != "":
		t.out.Write(raw)
		t.out.WriteString(xmlText(t.title))
		t.title, t.skip = "", true
		return
	case e.Name.Local == "g" && attribute(e, "class") == "graph":
		t.title = t.d.Title
	case e.Name.Local == "g" && known:
		delete(t.words, id)
		t.title = words
		role, focus := "graphics-symbol", ` tabindex="0"`
		if t.sort[id] == "group of organizations" {
			role, focus = "graphics-object", ""
		}
		t.open(raw, fmt.Sprintf(` role="%s" aria-roledescription="%s" aria-label="%s"%s`, role, t.sort[id], xmlText(words), focus))
		return
	}
	t.out.Write(raw)
}

// open writes a start tag with more attributes.
func (t *tailor) open(raw []byte, more string) {
	tag := strings.TrimSuffix(string(raw), ">")
	t.out.WriteString(tag + more + ">")
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Space == "" && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func xmlText(s string) string { return ink.Escape(ink.Clean(s)) }

// styleSheet names fonts of the metric that Graphviz measured with, and turns
// the colours of the drawing for dark screens.
func styleSheet() string {
	var b strings.Builder
	fmt.Fprintf(&b, "\nsvg{background:%s}", paper)
	b.WriteString(`
text{font-family:Arial,'Liberation Sans',Helvetica,sans-serif}
a{text-decoration:none}
.node:focus,.edge:focus{outline:2px solid #1f6feb;outline-offset:2px}
@media (prefers-color-scheme:dark){
svg{background:#14171c}
`)
	for _, c := range [][2]string{
		{pen, "#e8ebf0"},
		{soft, "#bcc4d0"},
		{rim, "#6f7a8c"},
		{paper, "#14171c"},
		{shaded, "#1d222a"},
		{tints[0], "#3a2f1a"},
		{tints[1], "#1c2c44"},
		{tints[2], "#173524"},
		{tints[3], "#41232a"},
		{tints[4], "#2f2640"},
		{tints[5], "#15363a"},
		{tints[6], "#2f3217"},
	} {
		fmt.Fprintf(&b, "[fill=\"%s\"]{fill:%s}[stroke=\"%s\"]{stroke:%s}\n", c[0], c[1], c[0], c[1])
	}
	b.WriteString("}\n")
	return b.String()
}
