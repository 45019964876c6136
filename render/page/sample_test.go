package page

import (
	"bytes"
	"strings"
	"testing"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/internal/ink"
	"github.com/orglineage/orglineage/render/internal/scene"
	"github.com/orglineage/orglineage/render/internal/words"
)

// core is the lineage of the README.
var core = []lineage.OrgID{"caeu", "caec", "caco", "eurasec", "eaeu"}

func builtIn(t testing.TB) *lineage.Atlas {
	t.Helper()
	atlas, err := data.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	return atlas
}

// rows draws a row for each membership of a view, as plainly as a drawing can
// be that keeps to the contract of the package.
func rows(t testing.TB, atlas *lineage.Atlas, view render.View) []byte {
	t.Helper()
	s, err := scene.New(atlas, view)
	if err != nil {
		t.Fatal(err)
	}
	const x0, x1, line = 260.0, 1240.0, 22.0
	at := func(d lineage.Day) float64 { return x0 + (x1-x0)*float64(d-s.First)/float64(s.End-s.First) }
	tag := view.Language
	if tag == "" {
		tag = "en"
	}
	lang := words.Language(tag)
	height := 60 + line*float64(len(s.Spells)+2*len(s.Bodies))
	var out bytes.Buffer
	w := ink.NewWriter(&out)
	w.Open("svg", ink.A("xmlns", "http://www.w3.org/2000/svg"), ink.N("width", 1280), ink.N("height", height+80),
		ink.A("viewBox", "0 -80 1280 "+ink.Number(height+80)), ink.A("class", "drawing rows"), ink.A("role", "graphics-document"), ink.A("aria-labelledby", "rows-title"))
	w.Text("title", "Rows of memberships", ink.A("id", "rows-title"))
	w.Raw("<style>" + ink.Style() + "text{font-size:13px}.member{stroke-width:8}</style>")
	w.Empty("rect", ink.A("class", "paper"), ink.N("y", -80), ink.N("width", 1280), ink.N("height", height+80))
	w.Text("text", "Rows of memberships", ink.A("class", "title ink strong"), ink.N("x", 20), ink.N("y", -40), ink.N("font-size", 26))
	w.Text("text", "A row is a membership.", ink.A("class", "caption soft"), ink.N("x", 20), ink.N("y", -10))
	w.Open("g", ink.A("class", "plot"), ink.A("data-first", s.First.String()), ink.A("data-end", s.End.String()), ink.N("data-x0", x0), ink.N("data-x1", x1))
	w.Empty("rect", ink.A("fill", "none"), ink.A("class", "axis"), ink.N("x", x0), ink.N("y", 30), ink.N("width", x1-x0), ink.N("height", height-60))
	w.Close()
	y := 30.0
	for i, b := range s.Bodies {
		y += 2 * line
		w.Open("g", ink.A("class", "organization"), ink.A("data-organization", string(b.ID)), ink.A("role", "graphics-symbol"),
			ink.A("aria-roledescription", "organization"), ink.A("aria-label", b.Name), ink.A("tabindex", "0"))
		w.Text("text", b.Short, ink.N("x", 20), ink.N("y", y-4), ink.A("class", "strong "+ink.TintText(b.Line)))
		w.Close()
		for _, sp := range s.Of(i) {
			st := sp.Standing
			sentence := lang.Standing(sp.State, &st)
			w.Open("g", ink.A("class", "membership role-"+st.Membership.Role.String()), ink.A("role", "graphics-symbol"),
				ink.A("aria-roledescription", "membership"), ink.A("tabindex", "0"), ink.A("aria-label", sentence),
				ink.A("data-state", string(sp.State.ID)), ink.A("data-organization", string(b.ID)),
				ink.A("data-since", sp.SinceFirst.String()), ink.A("data-until", sp.UntilLast.String()))
			w.Text("title", sentence)
			w.Text("text", shorten(lang.State(sp.State, st.Since)), ink.N("x", 40), ink.N("y", y+line/2+4), ink.A("class", "ink"))
			w.Empty("line", ink.A("class", "member "+ink.Hue(i)), ink.N("x1", at(sp.SinceFirst)), ink.N("x2", at(sp.UntilLast)), ink.N("y1", y+line/2), ink.N("y2", y+line/2))
			w.Close()
			y += line
		}
	}
	w.Close()
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 20 {
		return string(r[:20]) + "…"
	}
	return s
}

// write returns the page of a view, with the rows as its drawing.
func write(t testing.TB, atlas *lineage.Atlas, view render.View) string {
	t.Helper()
	return writeOptions(t, atlas, Options{View: view, Drawings: []Drawing{{"river", rows(t, atlas, view)}}})
}

func writeOptions(t testing.TB, atlas *lineage.Atlas, opts Options) string {
	t.Helper()
	var out strings.Builder
	if err := HTML(&out, atlas, opts); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// corePage returns the page of the core lineage.
func corePage(t testing.TB) string { return write(t, builtIn(t), render.View{Organizations: core}) }
