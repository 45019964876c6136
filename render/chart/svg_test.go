package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/internal/scene"
)

func written(t testing.TB, a *lineage.Atlas, opts Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := SVG(&b, a, opts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSVGGolden(t *testing.T) {
	golden(t, "sample.svg", written(t, sampleAtlas(t, sample()), Options{On: lineage.MustDate("1988-04-01")}))
	golden(t, "sample-ru.svg", written(t, sampleAtlas(t, sample()), Options{View: render.View{Language: "ru"}, On: lineage.MustDate("1989"), Sort: BySimilarity}))
}

// An element is one of a drawing as it is read again.
type element struct {
	name     string
	attrs    map[string]string
	text     string
	children []*element
	parent   *element
}

func (e *element) number(t testing.TB, attr string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(e.attrs[attr], 64)
	if err != nil {
		t.Errorf("%s of %s: %v", attr, e.name, err)
	}
	return n
}

func (e *element) has(class string) bool {
	return strings.Contains(" "+e.attrs["class"]+" ", " "+class+" ")
}

func (e *element) each(do func(*element)) {
	do(e)
	for _, c := range e.children {
		c.each(do)
	}
}

// read parses a drawing. It fails on what is not well-formed.
func read(t testing.TB, svg []byte) *element {
	t.Helper()
	root := &element{}
	at := root
	for d := xml.NewDecoder(bytes.NewReader(svg)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root.children[0]
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attrs: map[string]string{}, parent: at}
			for _, a := range token.Attr {
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

// TestDrawings reads every chart again and checks what it promises.
func TestDrawings(t *testing.T) {
	for _, c := range chartCases(t) {
		svg := written(t, c.atlas, c.opts)
		for _, fault := range drawingFaults(t, c.atlas, svg, c.opts) {
			t.Errorf("%s: %s", c.name, fault)
		}
	}
}

func TestDrawingsRandom(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		a, opts := anyAtlas.Draw(r, "atlas"), anyOptions(r)
		for _, fault := range drawingFaults(t, a, written(t, a, opts), opts) {
			r.Error(fault)
		}
	})
}

var reference = regexp.MustCompile(`url\(#([^)]*)\)`)

func drawingFaults(t testing.TB, a *lineage.Atlas, svg []byte, opts Options) []string {
	t.Helper()
	var out []string
	fault := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	root := read(t, svg)
	s, err := scene.New(a, opts.View)
	if err != nil {
		t.Fatal(err)
	}
	for attr, want := range map[string]string{"role": "graphics-document", "aria-labelledby": "lineage-title lineage-desc"} {
		if root.attrs[attr] != want {
			fault("%s is %q", attr, root.attrs[attr])
		}
	}
	if lang := root.attrs["lang"]; lang != "en" && lang != "ru" || opts.Language != "" && lang != opts.Language {
		fault("the language is %q", lang)
	}
	ids, refs := map[string]bool{}, map[string]bool{}
	var texts []label
	var symbols []*element
	root.each(func(e *element) {
		if id, ok := e.attrs["id"]; ok {
			if ids[id] {
				fault("the id %q stands twice", id)
			}
			ids[id] = true
			if !strings.HasPrefix(id, "chart-") && id != "lineage-title" && id != "lineage-desc" {
				fault("the id %q may be that of another drawing", id)
			}
		}
		for attr, v := range e.attrs {
			for _, m := range reference.FindAllStringSubmatch(v, -1) {
				refs[m[1]] = true
			}
			if strings.HasPrefix(attr, "on") {
				fault("there is a script in %s", attr)
			}
		}
		switch {
		case e.name == "script" || e.name == "foreignObject":
			fault("there is a %s", e.name)
		case e.name == "text":
			l := label{Text: e.text, X: e.number(t, "x"), Y: e.number(t, "y"), Size: e.number(t, "font-size"), Bold: e.has("strong")}
			if e.attrs["text-anchor"] == "middle" {
				l.Anchor = middle
			}
			texts = append(texts, l)
		case e.has("membership"):
			symbols = append(symbols, e)
		}
	})
	for id := range refs {
		if !ids[id] {
			fault("there is no %q", id)
		}
	}
	out = append(out, collisions(texts, root.number(t, "width"), root.number(t, "height"))...)
	if len(symbols) != len(s.Spells) {
		fault("%d memberships, want %d", len(symbols), len(s.Spells))
	}
	x, scaled := readScale(t, root)
	root.each(func(e *element) {
		if scaled && e.has("asked-line") && e.parent.has("asked") {
			first, _ := opts.On.Bounds()
			if math.Abs(lead(t, e)-x(first)) > 0.5+tolerance {
				fault("the line of the date stands at %s, want %.2f", e.attrs["d"], x(first))
			}
		}
	})
	for _, e := range symbols {
		out = append(out, symbolFaults(t, a, s, e, x, scaled, opts)...)
	}
	return out
}

// readScale returns the scale as the years below the chart tell it, if there are
// two of them.
func readScale(t testing.TB, root *element) (func(lineage.Day) float64, bool) {
	t.Helper()
	var days []lineage.Day
	var at []float64
	root.each(func(e *element) {
		year, err := strconv.Atoi(e.text)
		if e.name == "text" && e.parent.has("scale") && err == nil {
			days, at = append(days, lineage.DayOf(year, 1, 1)), append(at, e.number(t, "x"))
		}
	})
	if len(days) < 2 {
		return nil, false
	}
	first, last := 0, 0
	for i := range days {
		if days[i] < days[first] {
			first = i
		}
		if days[i] > days[last] {
			last = i
		}
	}
	if first == last {
		return nil, false
	}
	return func(d lineage.Day) float64 {
		return at[first] + float64(d-days[first])/float64(days[last]-days[first])*(at[last]-at[first])
	}, true
}

// symbolFaults checks a membership against what it says about itself.
func symbolFaults(t testing.TB, a *lineage.Atlas, s *scene.Scene, e *element, x func(lineage.Day) float64, scaled bool, opts Options) []string {
	t.Helper()
	var out []string
	fault := func(format string, args ...any) {
		out = append(out, e.attrs["aria-label"]+": "+fmt.Sprintf(format, args...))
	}
	for attr, want := range map[string]string{"role": "graphics-symbol", "aria-roledescription": "membership", "tabindex": "0"} {
		if e.attrs[attr] != want {
			fault("%s is %q", attr, e.attrs[attr])
		}
	}
	if e.children[0].name != "title" || e.children[0].text != e.attrs["aria-label"] || e.children[0].text == "" {
		fault("the tooltip is %q", e.children[0].text)
	}
	since, err := lineage.ParseDate(e.attrs["data-since"])
	if err != nil {
		since = lineage.Date{}
	}
	all, err := a.Memberships(lineage.StateID(e.attrs["data-state"]), lineage.Query{Roles: lineage.EveryRole, Basis: opts.Basis})
	if err != nil {
		t.Fatal(err)
	}
	known := false
	for i := range all {
		st := &all[i]
		known = known || string(st.Organization.ID) == e.attrs["data-organization"] && st.Since == since &&
			st.Until.String() == e.attrs["data-until"] && e.has("role-"+st.Membership.Role.String())
	}
	if !known {
		fault("the atlas does not know it")
	}
	if !scaled {
		return out
	}
	out = append(out, pauseFaults(t, s, e, x)...)
	from, to := math.Inf(1), math.Inf(-1)
	for _, c := range e.children {
		switch {
		case c.name == "rect" && (c.has("bar") || c.has("thin") || c.has("possible-area")):
			from, to = min(from, c.number(t, "x")), max(to, c.number(t, "x")+c.number(t, "width"))
		case c.name == "path" && c.has("tick"):
			at := lead(t, c)
			from, to = min(from, at), max(to, at)
		}
	}
	if since.IsDay() {
		first, _ := since.Bounds()
		if want := x(max(first, s.First)); math.Abs(from-want) > 0.5+tolerance {
			fault("begins at %.2f, want %.2f", from, want)
		}
	}
	if until, err := lineage.ParseDate(e.attrs["data-until"]); err == nil && until.IsDay() {
		first, _ := until.Bounds()
		if want := x(min(first, s.End)); math.Abs(to-want) > 0.5+tolerance {
			fault("ends at %.2f, want %.2f", to, want)
		}
	}
	return out
}

// lead returns where a path begins.
func lead(t testing.TB, e *element) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(strings.TrimPrefix(strings.Fields(e.attrs["d"])[0], "M"), 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// pauseFaults checks the hatching of a membership, and that there is none where
// nothing was suspended.
func pauseFaults(t testing.TB, s *scene.Scene, e *element, x func(lineage.Day) float64) []string {
	t.Helper()
	i := slices.IndexFunc(s.Spells, func(sp scene.Spell) bool {
		return string(sp.State.ID) == e.attrs["data-state"] && string(s.Bodies[sp.Body].ID) == e.attrs["data-organization"] &&
			sp.Standing.Since.String() == e.attrs["data-since"] && sp.Standing.Until.String() == e.attrs["data-until"] &&
			e.has("role-"+sp.Standing.Membership.Role.String()) && (len(sp.Pauses) > 0) == e.has("suspended-some")
	})
	if i < 0 {
		return []string{e.attrs["aria-label"] + ": no such spell"}
	}
	var out []string
	first, last := math.Inf(1), math.Inf(-1)
	for _, p := range s.Spells[i].Pauses {
		first, last = min(first, x(p.SinceFirst)), max(last, x(p.UntilLast))
	}
	from, to := math.Inf(1), math.Inf(-1)
	for _, c := range e.children {
		if c.has("suspended") {
			from, to = min(from, c.number(t, "x")), max(to, c.number(t, "x")+c.number(t, "width"))
		}
		if c.has("tick") {
			return nil // too short to be hatched
		}
	}
	if math.Abs(from-first) > 0.5+tolerance || math.Abs(to-last) > 0.5+tolerance {
		out = append(out, fmt.Sprintf("%s: hatched from %.2f to %.2f, want %.2f to %.2f", e.attrs["aria-label"], from, to, first, last))
	}
	return out
}

// tolerance is for what is written with two decimals, and read through a scale
// that is made of such numbers.
const tolerance = 0.05

// TestSameBytes: the order of the records does not matter.
func TestSameBytes(t *testing.T) {
	for _, a := range []*lineage.Atlas{builtIn(t), sampleAtlas(t, sample())} {
		for _, by := range AllSorts() {
			opts := Options{Sort: by, On: lineage.MustDate("1996-06")}
			first := written(t, a, opts)
			if again := written(t, a, opts); !bytes.Equal(first, again) {
				t.Errorf("by %s: two drawings differ", by)
			}
			if again := written(t, sampleAtlas(t, shuffled(a)), opts); !bytes.Equal(first, again) {
				t.Errorf("by %s: shuffled records give another drawing", by)
			}
		}
	}
}

func TestErrors(t *testing.T) {
	a := builtIn(t)
	var missing *lineage.NotFoundError
	var date *lineage.DateError
	var b bytes.Buffer
	if err := SVG(&b, a, Options{View: render.View{Organizations: []lineage.OrgID{"nato"}}}); !errors.As(err, &missing) {
		t.Errorf("an unknown organization: %v", err)
	}
	if err := SVG(&b, a, Options{View: render.View{From: lineage.MustDate("2001"), To: lineage.MustDate("2000")}}); !errors.As(err, &date) {
		t.Errorf("an inverted period: %v", err)
	}
	if err := SVG(&b, a, Options{View: render.View{Language: "xx"}}); err == nil {
		t.Error("an unknown language is no error")
	}
	if b.Len() > 0 {
		t.Errorf("%d bytes are written in spite of errors", b.Len())
	}
	full := errors.New("disk full")
	if err := SVG(failing{full}, a, Options{}); !errors.Is(err, full) {
		t.Errorf("a writer that fails: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func BenchmarkCore(b *testing.B) {
	benchmark(b, Options{View: render.View{Organizations: core}})
}

func BenchmarkWhole(b *testing.B) { benchmark(b, Options{}) }

func BenchmarkWholeBySimilarity(b *testing.B) { benchmark(b, Options{Sort: BySimilarity}) }

func benchmark(b *testing.B, opts Options) {
	a := builtIn(b)
	b.ReportAllocs()
	for b.Loop() {
		if err := SVG(io.Discard, a, opts); err != nil {
			b.Fatal(err)
		}
	}
}
