package page

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/render/internal/ink"
)

// A drawing is an SVG made fit to stand in a page, beside others.
type drawing struct {
	view  string
	class string  // of the root element
	width float64 // in px, at which its text has the size that it was drawn for
	svg   string
	style string // the style sheet, which the page takes over
	title string // of the root

	captioned bool // a caption is drawn
}

// isViewName reports whether a name is of lower-case letters.
func isViewName(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}

// isAttributeName reports whether a name is of letters, digits and hyphens, a
// letter first.
func isAttributeName(s string) bool {
	letter := func(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }
	for i, r := range s {
		if !letter(r) && (i == 0 || r != '-' && (r < '0' || r > '9')) {
			return false
		}
	}
	return s != ""
}

// adopt copies a drawing element by element. What could act or fetch is left
// out, and so are style attributes, which the policy forbids. Style sheets are
// narrowed to the drawing and collected. IDs get the name of the view in front, so
// that they are neither those of the page nor of another drawing.
func (p *page) adopt(d Drawing) (drawing, error) {
	if !isViewName(d.View) || slices.ContainsFunc(p.drawings, func(e drawing) bool { return e.view == d.View }) {
		return drawing{}, fmt.Errorf("drawing %q: want another name of lower-case letters", d.View)
	}
	c := &copier{drawing: drawing{view: d.View, class: "drawing-" + d.View}, known: p.facts, prefix: d.View + "-", head: math.Inf(-1), spare: len(p.drawings) > 0}
	if err := c.copy(d.SVG); err != nil {
		return drawing{}, fmt.Errorf("drawing %q: %w", d.View, err)
	}
	c.svg = c.out.String()
	c.behead()
	c.drawing.style = scoped(c.style.String(), c.class, c.rootClasses, c.prefix)
	return c.drawing, nil
}

type copier struct {
	drawing
	prefix      string // of IDs
	known       *facts
	rootClasses []string
	out         bytes.Buffer
	style       strings.Builder
	open        []string // the elements that are open
	labels      []label  // their labels
	told        string   // the text since the last start tag
	spare       bool     // whether only the script shows it: it gives memberships their titles
	untold      int      // how many elements are open, of which the last has its title from the script
	inText      int      // how many of them hold text
	root        string   // its start tag as written
	box         [4]float64
	head        float64 // where the title that is drawn ends
}

// A label is the aria-label of an element, and where it is written.
type label struct {
	text     string
	from, to int
}

// elements are those that a drawing may have.
var elements = map[string]bool{
	"svg": true, "g": true, "defs": true, "symbol": true, "use": true, "title": true, "desc": true, "style": true, "a": true,
	"path": true, "rect": true, "circle": true, "ellipse": true, "line": true, "polyline": true, "polygon": true,
	"text": true, "tspan": true, "textPath": true, "marker": true, "linearGradient": true, "radialGradient": true,
	"stop": true, "pattern": true, "clipPath": true, "mask": true,
}

var holdsText = map[string]bool{"text": true, "title": true, "desc": true, "style": true}

func (c *copier) copy(svg []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := dec.Token() // which checks that elements match
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			// HTML reads titles and descriptions by other rules, if there are
			// elements in them.
			if token.Name.Local == "title" && c.untold > 0 && c.untold == len(c.open) || !elements[token.Name.Local] || len(c.open) == 0 && token.Name.Local != "svg" || c.within("title", "desc", "style") {
				if err := dec.Skip(); err != nil {
					return err
				}
				continue
			}
			c.start(token)
		case xml.EndElement:
			c.end(token.Name.Local)
		case xml.CharData:
			c.chars(string(token))
		}
	}
	if c.width == 0 {
		return fmt.Errorf("it has no svg element with a width or a viewBox")
	}
	return nil
}

// within reports whether the element that is open is one of those.
func (c *copier) within(names ...string) bool {
	return len(c.open) > 0 && slices.Contains(names, c.open[len(c.open)-1])
}

func (c *copier) start(e xml.StartElement) {
	name := e.Name.Local
	root := len(c.open) == 0
	c.open = append(c.open, name)
	c.labels = append(c.labels, label{})
	c.told = ""
	if holdsText[name] {
		c.inText++
	}
	if name == "style" {
		return
	}
	attrs := c.attributes(e)
	if root {
		attrs = c.rootOf(attrs)
	}
	classes := strings.Fields(value(attrs, "class"))
	c.captioned = c.captioned || name == "text" && slices.Contains(classes, "caption")
	if name == "text" && slices.Contains(classes, "title") {
		y, _ := strconv.ParseFloat(value(attrs, "y"), 64)
		size, _ := strconv.ParseFloat(value(attrs, "font-size"), 64)
		c.head = max(c.head, y+size*0.3) // below its descenders
	}
	if c.spare && slices.Contains(classes, "membership") && c.known.hasMembership(value(attrs, "data-state"), value(attrs, "data-organization")) {
		c.untold = len(c.open)
		attrs = slices.DeleteFunc(attrs, func(a xml.Attr) bool { return a.Name.Local == "aria-label" })
	}
	c.out.WriteString("<" + name)
	var named label
	for _, a := range attrs {
		from := c.out.Len()
		c.out.WriteString(" " + a.Name.Local + `="` + ink.Escape(ink.Clean(a.Value)) + `"`)
		if a.Name.Local == "aria-label" {
			named = label{ink.Clean(a.Value), from, c.out.Len()}
		}
	}
	c.labels[len(c.labels)-1] = named
	c.out.WriteByte('>')
	if root {
		c.root = c.out.String()
	}
}

// behead makes the drawing begin below its title, which would stand below the
// heading of the page once more. The script puts it back for a download.
func (c *copier) behead() {
	if c.head <= c.box[1] || c.head >= c.box[1]+c.box[3]/2 {
		return
	}
	cut := c.head - c.box[1]
	old := value4(c.box)
	box := c.box
	box[1], box[3] = c.head, c.box[3]-cut
	root := strings.Replace(c.root, ` viewBox="`+old+`"`, ` viewBox="`+value4(box)+`" data-whole="`+old+`"`, 1)
	c.svg = root + strings.TrimPrefix(c.svg, c.root)
}

func value4(box [4]float64) string {
	return ink.Number(box[0]) + " " + ink.Number(box[1]) + " " + ink.Number(box[2]) + " " + ink.Number(box[3])
}

func (c *copier) end(name string) {
	c.open = c.open[:len(c.open)-1]
	if c.untold > len(c.open) {
		c.untold = 0
	}
	c.labels = c.labels[:len(c.labels)-1]
	if name == "title" {
		c.unlabel()
	}
	if holdsText[name] {
		c.inText--
	}
	if name != "style" {
		c.out.WriteString("</" + name + ">")
	}
}

// unlabel takes away the label of an element that its title repeats: a title
// names it as well, and is a tooltip besides.
func (c *copier) unlabel() {
	if len(c.labels) == 0 {
		return
	}
	l := &c.labels[len(c.labels)-1]
	if l.text == "" || l.text != c.told {
		return
	}
	whole := c.out.Bytes()
	copy(whole[l.from:], whole[l.to:])
	c.out.Truncate(len(whole) - (l.to - l.from))
	*l = label{}
}

func (c *copier) chars(s string) {
	switch {
	case len(c.open) == 0:
	case c.within("style"):
		c.style.WriteString(s + "\n")
	case c.inText > 0:
		if len(c.open) == 2 && c.open[1] == "title" {
			c.title += ink.Clean(s)
		}
		c.told += ink.Clean(s)
		c.out.WriteString(ink.Escape(ink.Clean(s)))
	}
}

// attributes returns those that are harmless, by their name alone: the
// name spaces of SVG 1.1 are not needed any more.
func (c *copier) attributes(e xml.StartElement) []xml.Attr {
	var kept []xml.Attr
	for _, a := range e.Attr {
		name := a.Name.Local
		switch {
		case !isAttributeName(name) || a.Name.Space == "xmlns" || name == "xmlns" || name == "style" || strings.HasPrefix(strings.ToLower(name), "on"):
			continue
		case name == "href":
			if !c.reference(&a.Value, e.Name.Local == "a") {
				continue
			}
		case a.Name.Space != "": // xml:space, xlink:title and the like
			continue
		case name == "id":
			a.Value = c.prefix + a.Value
		case name == "aria-labelledby" || name == "aria-describedby":
			ids := strings.Fields(a.Value)
			for i := range ids {
				ids[i] = c.prefix + ids[i]
			}
			a.Value = strings.Join(ids, " ")
		case strings.Contains(a.Value, "url("):
			if !strings.HasPrefix(a.Value, "url(#") || strings.Count(a.Value, "url(") > 1 {
				continue
			}
			a.Value = "url(#" + c.prefix + strings.TrimPrefix(a.Value, "url(#")
		}
		a.Name = xml.Name{Local: name}
		kept = append(kept, a)
	}
	if e.Name.Local == "a" && webAddress(value(kept, "href")) {
		kept = slices.DeleteFunc(kept, func(a xml.Attr) bool { return a.Name.Local == "target" || a.Name.Local == "rel" })
		kept = append(kept, xml.Attr{Name: xml.Name{Local: "rel"}, Value: "noopener noreferrer"}, xml.Attr{Name: xml.Name{Local: "target"}, Value: "_blank"})
	}
	return c.named(kept)
}

// reference makes a reference fit, and reports whether it may stay: one within
// the drawing, or the link to a page.
func (c *copier) reference(to *string, link bool) bool {
	if id, within := strings.CutPrefix(*to, "#"); within {
		*to = "#" + c.prefix + id
		return true
	}
	return link && webAddress(*to)
}

// named gives the elements of a diagram, which are named by their IDs, the
// attributes that the script looks for.
func (c *copier) named(attrs []xml.Attr) []xml.Attr {
	id := strings.TrimPrefix(value(attrs, "id"), c.prefix)
	classes := strings.Fields(value(attrs, "class"))
	set := func(name, v string) {
		if value(attrs, name) == "" {
			attrs = append(attrs, xml.Attr{Name: xml.Name{Local: name}, Value: v})
		}
	}
	if org, ok := strings.CutPrefix(id, "org-"); ok && slices.Contains(classes, "organization") {
		set("data-organization", org)
	}
	if slices.Contains(classes, "succession") {
		for _, s := range c.known.Successions {
			if id == "from-"+s.From+"-to-"+s.To {
				set("data-from", s.From)
				set("data-to", s.To)
			}
		}
	}
	return attrs
}

// rootOf takes the size of the drawing from the attributes of its root, and
// gives it the class to which its style sheet is narrowed.
func (c *copier) rootOf(attrs []xml.Attr) []xml.Attr {
	if box := strings.Fields(value(attrs, "viewBox")); len(box) == 4 {
		for i := range c.box {
			c.box[i], _ = strconv.ParseFloat(box[i], 64)
		}
		c.width = c.box[2]
	}
	width, pt := strings.CutSuffix(value(attrs, "width"), "pt") // as Graphviz has it
	if w, err := strconv.ParseFloat(strings.TrimSuffix(width, "px"), 64); err == nil {
		c.width = w
		if pt {
			c.width = w * 4 / 3
		}
	}
	own := slices.DeleteFunc(strings.Fields(value(attrs, "class")), func(s string) bool { return s == "drawing" })
	c.rootClasses = append([]string{"drawing", c.class}, own...)
	out := []xml.Attr{{Name: xml.Name{Local: "xmlns"}, Value: "http://www.w3.org/2000/svg"}, {Name: xml.Name{Local: "class"}, Value: strings.Join(c.rootClasses, " ")}}
	for _, a := range attrs {
		switch {
		case a.Name.Local == "class" || a.Name.Local == "height" && c.box[2] > 0: // the height follows from the width
			continue
		case a.Name.Local == "viewBox":
			a.Value = value4(c.box)
		}
		out = append(out, a)
	}
	return out
}

func value(attrs []xml.Attr, name string) string {
	for _, a := range attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
