package river

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
)

// An element is one of a drawing as it is read again.
type element struct {
	name     string
	attrs    map[string]string
	text     string
	children []*element
	parent   *element
}

// number returns the value of an attribute; NaN if it is none.
func (e *element) number(attr string) float64 {
	n, err := strconv.ParseFloat(e.attrs[attr], 64)
	if err != nil {
		return math.NaN()
	}
	return n
}

func (e *element) has(class string) bool {
	return strings.Contains(" "+e.attrs["class"]+" ", " "+class+" ")
}

// each calls do for the element and all in it.
func (e *element) each(do func(*element)) {
	do(e)
	for _, c := range e.children {
		c.each(do)
	}
}

// all returns the elements of a class.
func (e *element) all(class string) []*element {
	var out []*element
	e.each(func(x *element) {
		if x.has(class) {
			out = append(out, x)
		}
	})
	return out
}

// within reports whether the element is in one of a class.
func (e *element) within(class string) bool {
	for ; e != nil; e = e.parent {
		if e.has(class) {
			return true
		}
	}
	return false
}

// parse reads a drawing by itself.
func parse(tb testing.TB, svg []byte) *element {
	tb.Helper()
	root := &element{}
	at := root
	for d := xml.NewDecoder(bytes.NewReader(svg)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root.children[0]
		}
		if err != nil {
			tb.Fatalf("not well-formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attrs: map[string]string{}, parent: at}
			for _, a := range token.Attr {
				if _, twice := e.attrs[a.Name.Local]; twice {
					tb.Fatalf("%s has the attribute %s twice", e.name, a.Name.Local)
				}
				e.attrs[a.Name.Local] = a.Value
			}
			at.children = append(at.children, e)
			at = e
		case xml.EndElement:
			at = at.parent
		case xml.CharData:
			at.text += string(token)
		}
	}
}

// readScale returns the scale of the plot as its attributes tell it, and as the
// years at the axis do if there are two of them.
func readScale(tb testing.TB, root *element) (plot scale, years *scale) {
	tb.Helper()
	for _, p := range root.all("plot") {
		first, err := lineage.ParseDate(p.attrs["data-first"])
		end, err2 := lineage.ParseDate(p.attrs["data-end"])
		if err != nil || err2 != nil {
			tb.Fatal(err, err2)
		}
		plot.first, _ = first.Bounds()
		plot.end, _ = end.Bounds()
		plot.x0, plot.x1 = p.number("data-x0"), p.number("data-x1")
	}
	var s scale
	n := 0
	root.each(func(e *element) {
		year, err := strconv.Atoi(e.text)
		if e.name != "text" || !e.within("scale") || err != nil {
			return
		}
		day, x := lineage.DayOf(year, 1, 1), e.number("x")
		if n == 0 || day < s.first {
			s.first, s.x0 = day, x
		}
		if n == 0 || day > s.end {
			s.end, s.x1 = day, x
		}
		n++
	})
	if s.first < s.end {
		years = &s
	}
	return plot, years
}

// A stroke is a straight or bent part of a path as it is read again.
type stroke struct{ a, b point }

// strokes reads the data of a path; corners of bends are taken as sharp.
func strokes(tb testing.TB, d string) []stroke {
	tb.Helper()
	var out []stroke
	var at, start point
	for d != "" {
		command := d[0]
		end := strings.IndexAny(d[1:], "MLHVQZ") + 1
		if end == 0 {
			end = len(d)
		}
		var n []float64
		for _, f := range strings.Fields(d[1:end]) {
			x, err := strconv.ParseFloat(f, 64)
			if err != nil {
				tb.Fatalf("path %q: %v", d, err)
			}
			n = append(n, x)
		}
		d = d[end:]
		to := func(p point) {
			out = append(out, stroke{at, p})
			at = p
		}
		switch {
		case command == 'M' && len(n) == 2:
			at = point{n[0], n[1]}
			start = at
		case command == 'L' && len(n) == 2:
			to(point{n[0], n[1]})
		case command == 'H' && len(n) == 1:
			to(point{n[0], at.y})
		case command == 'V' && len(n) == 1:
			to(point{at.x, n[0]})
		case command == 'Q' && len(n) == 4:
			to(point{n[0], n[1]})
			to(point{n[2], n[3]})
		case command == 'Z':
			to(start)
		default:
			tb.Fatalf("path: %c with %v", command, n)
		}
	}
	return out
}

// inside reports whether a point is within the outline that the strokes make.
func inside(outline []stroke, p point) bool {
	in := false
	for _, s := range outline {
		if (s.a.y > p.y) != (s.b.y > p.y) && p.x < s.a.x+(s.b.x-s.a.x)*(p.y-s.a.y)/(s.b.y-s.a.y) {
			in = !in
		}
	}
	return in
}

// box returns the rectangle of a text as it is read again.
func (e *element) box() block {
	t := text{Text: e.text, X: e.number("x"), Y: e.number("y"), Size: e.number("font-size")}
	t.Width = ink.Width(t.Text, t.Size, e.has("strong"))
	if e.attrs["text-anchor"] == "middle" {
		t.X -= t.Width / 2
	}
	return t.block()
}
