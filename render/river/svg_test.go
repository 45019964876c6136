package river

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/internal/scene"
)

// tolerance is for numbers that are written with two decimals, some of them the
// ends of the scale.
const tolerance = 0.05

func written(tb testing.TB, a *lineage.Atlas, view render.View) []byte {
	tb.Helper()
	r, err := New(a, view)
	if err != nil {
		tb.Fatal(err)
	}
	var b bytes.Buffer
	if err := r.SVG(&b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// A reader checks a drawing as it is read again against the scene that it shows.
type reader struct {
	testing.TB
	root   *element
	scene  *scene.Scene
	x      func(lineage.Day) float64
	faults []string
	bands  map[string][]stroke
}

func (r *reader) fault(format string, args ...any) {
	if len(r.faults) < 12 {
		r.faults = append(r.faults, fmt.Sprintf(format, args...))
	}
}

// svgFaults are the promises that a written river breaks.
func svgFaults(tb testing.TB, a *lineage.Atlas, view render.View, svg []byte) []string {
	tb.Helper()
	s, err := scene.New(a, view)
	if err != nil {
		tb.Fatal(err)
	}
	r := &reader{TB: tb, root: parse(tb, svg), scene: s, bands: map[string][]stroke{}}
	plot, years := readScale(tb, r.root)
	r.x = plot.x
	if years != nil {
		for _, d := range [...]lineage.Day{plot.first, (plot.first + plot.end) / 2, plot.end} {
			if math.Abs(years.x(d)-plot.x(d)) > 0.25 {
				r.fault("TE: by the years of the axis %s stands at %.2f, by the plot at %.2f", d, years.x(d), plot.x(d))
			}
		}
		r.x = years.x
	}
	r.structure(view)
	r.labels()
	for _, b := range r.root.all("organization") {
		for _, c := range b.children {
			if c.has("band") {
				r.bands[b.attrs["data-organization"]] = strokes(tb, c.attrs["d"])
			}
		}
	}
	if got := len(r.root.all("membership")); got != len(s.Spells) {
		r.fault("MC: %d memberships, want %d", got, len(s.Spells))
	}
	for _, m := range r.root.all("membership") {
		r.membership(m)
	}
	r.dates()
	return r.faults
}

var reference = regexp.MustCompile(`url\(#([^)]*)\)`)

// structure checks what every drawing must have and must not have.
func (r *reader) structure(view render.View) {
	for attr, want := range map[string]string{"role": "graphics-document", "aria-labelledby": "lineage-title lineage-desc"} {
		if r.root.attrs[attr] != want {
			r.fault("%s is %q", attr, r.root.attrs[attr])
		}
	}
	if lang := r.root.attrs["lang"]; view.Language != "" && lang != view.Language || view.Language == "" && lang != "en" {
		r.fault("the language is %q", lang)
	}
	ids, refs := map[string]bool{}, []string{}
	r.root.each(func(e *element) {
		if e.name == "script" || e.name == "foreignObject" {
			r.fault("there is a %s", e.name)
		}
		if id, ok := e.attrs["id"]; ok {
			if ids[id] {
				r.fault("the id %q stands twice", id)
			}
			if ids[id] = true; !strings.HasPrefix(id, "river-") && id != "lineage-title" && id != "lineage-desc" {
				r.fault("the id %q may be that of another drawing", id)
			}
		}
		for attr, v := range e.attrs {
			for _, m := range reference.FindAllStringSubmatch(v, -1) {
				refs = append(refs, m[1])
			}
			if strings.HasPrefix(attr, "on") || attr == "href" {
				r.fault("there is a script or a link: %s", attr)
			}
			if strings.Contains(v, "NaN") || strings.Contains(v, "Inf") {
				r.fault("%s is %q", attr, v)
			}
		}
		if e.attrs["role"] == "graphics-symbol" {
			if name := e.attrs["aria-label"]; len(strings.Fields(name)) < 2 || e.attrs["tabindex"] != "0" || e.children[0].name != "title" || e.children[0].text != name {
				r.fault("a symbol has no name: %v", e.attrs)
			}
		}
	})
	for _, id := range refs {
		if !ids[id] {
			r.fault("there is no %q", id)
		}
	}
}

// labels looks for texts and badges that meet, or leave the picture.
func (r *reader) labels() {
	var all []block
	r.root.each(func(e *element) {
		switch {
		case e.name == "text" && !e.has("badge-number"):
			all = append(all, e.box())
		case e.name == "circle" && e.has("badge"):
			x, y, rad := e.number("cx"), e.number("cy"), e.number("r")
			all = append(all, block{x - rad, y - rad, x + rad, y + rad, "badge"})
		}
	})
	width, height := r.root.number("width"), r.root.number("height")
	if box := fmt.Sprintf("0 0 %s %s", r.root.attrs["width"], r.root.attrs["height"]); r.root.attrs["viewBox"] != box {
		r.fault("the view box is %q, want %q", r.root.attrs["viewBox"], box)
	}
	for i, b := range all {
		if b.x0 < 0 || b.y0 < 0 || b.x1 > width || b.y1 > height {
			r.fault("LO: %q leaves the picture", b.what)
		}
		for _, c := range all[i+1:] {
			if b.meets(c) {
				r.fault("LO: %q meets %q at %.0f %.0f", b.what, c.what, max(b.x0, c.x0), max(b.y0, c.y0))
			}
		}
	}
}

// spell returns the spell of the scene that an element says it draws.
func (r *reader) spell(e *element) *scene.Spell {
	for i := range r.scene.Spells {
		sp := &r.scene.Spells[i]
		if st := &sp.Standing; string(sp.State.ID) == e.attrs["data-state"] && string(st.Organization.ID) == e.attrs["data-organization"] &&
			st.Since.String() == e.attrs["data-since"] && st.Until.String() == e.attrs["data-until"] &&
			(!e.has("membership") || e.has("role-"+st.Membership.Role.String()) && e.has("suspended-some") == (len(sp.Pauses) > 0)) {
			return sp
		}
	}
	r.fault("the atlas does not know %v", e.attrs)
	return nil
}

// membership checks the line of a membership: that it lies between its dates, and
// in the band of its organization and no other one.
func (r *reader) membership(m *element) {
	sp := r.spell(m)
	if sp == nil {
		return
	}
	what := m.attrs["aria-label"]
	low, high := r.x(sp.SinceFirst), r.x(sp.UntilLast)
	for _, c := range m.children {
		if c.name != "path" || c.has("core") {
			continue
		}
		for _, s := range strokes(r.TB, c.attrs["d"]) {
			x0, x1 := min(s.a.x, s.b.x), max(s.a.x, s.b.x)
			if x0 < low-bendReach-0.5-tolerance || x1 > high+bendReach+0.5+tolerance {
				r.fault("TE: %s: drawn from %.2f to %.2f, want %.2f to %.2f", what, x0, x1, low, high)
			}
			if x1-x0 < 2*bendReach || s.a.y != s.b.y {
				continue
			}
			for k := range 8 {
				p := point{x0 + bendReach + (x1-x0-2*bendReach)*float64(k)/7, s.a.y + 0.003}
				for org, outline := range r.bands {
					if in, own := inside(outline, p), org == m.attrs["data-organization"]; in && !own {
						r.fault("FC: %s: is in the band of %s at %.1f %.1f", what, org, p.x, p.y)
					} else if !in && own {
						r.fault("MC: %s: is not in its band at %.1f %.1f", what, p.x, p.y)
					}
				}
			}
		}
	}
}

// dates checks that marks stand at their dates.
func (r *reader) dates() {
	at := func(what string, got float64, days ...lineage.Day) {
		for _, d := range days {
			if math.Abs(got-r.x(d)) <= 0.5+tolerance {
				return
			}
		}
		r.fault("TE: %s stands at %.2f, want %.2f", what, got, r.x(days[0]))
	}
	for _, g := range r.root.all("marks") {
		if g.attrs["data-state"] == "" {
			continue // of the legend
		}
		sp := r.spell(g)
		if sp == nil {
			continue
		}
		what := fmt.Sprint(g.attrs["data-state"], " in ", g.attrs["data-organization"])
		for _, e := range g.children {
			switch {
			case e.has("dot"):
				at("the dot of "+what, e.number("cx"), sp.SinceFirst)
			case e.has("bar"):
				at("the bar of "+what, strokes(r.TB, e.attrs["d"])[0].a.x, sp.UntilLast)
			case e.has("bracket"):
				at("a bracket of "+what, strokes(r.TB, e.attrs["d"])[1].a.x, sp.SinceFirst, sp.SinceLast, sp.UntilFirst, sp.UntilLast)
			}
		}
	}
	var begins, events []lineage.Day
	for i := range r.scene.Bodies {
		b := &r.scene.Bodies[i]
		begins = append(begins, b.SinceFirst, b.SinceLast, b.UntilLast, b.UntilFirst)
	}
	for i := range r.scene.Events {
		e := &r.scene.Events[i]
		events = append(events, min(max(e.First, r.scene.First), r.scene.End), min(e.Last, r.scene.End))
		b := r.scene.Bodies[e.Body]
		events = append(events, min(max(e.First, b.SinceFirst), b.UntilLast))
	}
	events = append(events, begins...)
	for _, e := range r.root.all("rename") {
		if !e.within("legend") {
			at("a hairline", strokes(r.TB, e.attrs["d"])[0].a.x, begins...)
		}
	}
	for _, e := range r.root.all("event") {
		for _, c := range e.children {
			if c.has("axis") && e.within("plot") {
				at("badge "+e.attrs["data-event"], strokes(r.TB, c.attrs["d"])[0].a.x, events...)
			}
		}
	}
}

// samples are the invented atlases.
func samples(tb testing.TB) map[string]*lineage.Atlas {
	return map[string]*lineage.Atlas{"sample": atlasOf(tb, sample()), "hostile": atlasOf(tb, hostile()), "large": atlasOf(tb, large())}
}

// checkPromises looks at a river as it is laid out, and as it is written and read
// again.
func checkPromises(tb testing.TB, a *lineage.Atlas, view render.View) (svg []byte, faults []string) {
	tb.Helper()
	r, err := New(a, view)
	if err != nil {
		tb.Fatal(err)
	}
	var b bytes.Buffer
	if err := r.SVG(&b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes(), append(r.d.broken(a, view), svgFaults(tb, a, view, b.Bytes())...)
}

// TestPromises: no line is in a band while its state has no membership there, no
// member is missing, every mark stands at its date, no label meets another one
// or a line that is not its own, and nothing leaves the picture: for the built-in
// atlas and the invented ones.
func TestPromises(t *testing.T) {
	t.Parallel()
	atlas, views := selections(t)
	check := func(name string, a *lineage.Atlas, view render.View) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			svg, faults := checkPromises(t, a, view)
			for _, f := range faults {
				t.Error(f)
			}
			if a != atlas && !bytes.Equal(svg, written(t, a, view)) {
				t.Error("other bytes the second time")
			}
		})
	}
	for name, view := range views {
		check(name, atlas, view)
	}
	for name, a := range samples(t) {
		for _, view := range []render.View{
			{},
			{Language: "ru"},
			{Width: 720, Title: hostileName, Caption: hostileName},
			{From: lineage.MustDate("1988-01"), To: lineage.MustDate("1988-04")},
			{From: lineage.MustDate("1990-01-01"), To: lineage.MustDate("1990-01-01")},
			{From: lineage.MustDate("1850"), To: lineage.MustDate("2050"), Width: 720},
			{To: lineage.MustDate("1950")},
			{Roles: lineage.RolesOf(lineage.Member)},
			{Basis: lineage.BySignature},
		} {
			check(fmt.Sprint(name, " ", view.Language, view.Width, view.From, view.To), a, view)
		}
	}
}

func TestPromisesRandom(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		a, view := anyAtlas.Draw(r, "atlas"), anyView(r)
		_, faults := checkPromises(t, a, view)
		for _, f := range faults {
			r.Error(f)
		}
	})
}

// TestSameBytes: the order of the records does not matter.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	atlas, _ := selections(t)
	for name, a := range map[string]*lineage.Atlas{"built in": atlas, "sample": atlasOf(t, sample())} {
		b := atlasOf(t, shuffled(a))
		if !bytes.Equal(written(t, a, render.View{}), written(t, b, render.View{})) {
			t.Errorf("%s: other bytes for shuffled records", name)
		}
	}
}
