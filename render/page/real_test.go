package page

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/chart"
	"github.com/orglineage/orglineage/render/river"
)

// drawn returns the page of a view with its river and its chart, the one that is
// named first.
func drawn(t *testing.T, atlas *lineage.Atlas, view render.View, first string) string {
	t.Helper()
	var r, c bytes.Buffer
	laid, err := river.New(atlas, view)
	if err != nil {
		t.Fatal(err)
	}
	if err := laid.SVG(&r); err != nil {
		t.Fatal(err)
	}
	if err := chart.SVG(&c, atlas, chart.Options{View: view}); err != nil {
		t.Fatal(err)
	}
	drawings := []Drawing{{"river", r.Bytes()}, {"chart", c.Bytes()}}
	if first == "chart" {
		slices.Reverse(drawings)
	}
	return writeOptions(t, atlas, Options{View: view, Drawings: drawings})
}

// TestRealDrawings: the drawings of this project, as the browser sets them: no
// text over another one or outside the picture, the title once, the day at its
// place, and as many lines lit as there are members.
func TestRealDrawings(t *testing.T) {
	t.Parallel()
	atlas := builtIn(t)
	for _, view := range []render.View{{Organizations: core}, {Organizations: core, Language: "ru"}} {
		for _, first := range []string{"river", "chart"} {
			html := drawn(t, atlas, view, first)
			for _, width := range []int64{1280, 390} {
				t.Run(fmt.Sprint(first, view.Language, width), func(t *testing.T) {
					t.Parallel()
					p := open(t, html, "#date=2008-12-31", width, 900)
					if wrong := eval[string](p, boxes); wrong != "" {
						t.Error(wrong)
					}
					if at := eval[string](p, `(() => {
						const plot = document.querySelector('.canvas svg .plot'), {first, end, x0, x1} = plot.dataset;
						const of = iso => Date.parse(iso + 'T00:00Z'), day = of('2008-12-31');
						return (+x0 + (x1 - x0) * (day - of(first)) / (of(end) - of(first))).toFixed(0);
					})()`); at == "NaN" {
						t.Error("the plot does not say where its days are")
					}
					want, err := atlas.MembersOn("eurasec", lineage.MustDate("2008-12-31"), lineage.Query{Roles: lineage.EveryRole})
					if err != nil {
						t.Fatal(err)
					}
					got := eval[string](p, "[...document.querySelectorAll('.canvas svg .membership.there')].filter(e => e.checkVisibility()).map(e => e.dataset.organization + ' ' + e.dataset.state).join()")
					if n := strings.Count(got, ",") + 1; n != len(want) {
						t.Errorf("%d memberships are lit on the day, want %d: %s", n, len(want), got)
					}
				})
			}
		}
	}
}

// TestRealReader: a river has a sentence for every membership in the tree that
// screen readers read.
func TestRealReader(t *testing.T) {
	t.Parallel()
	atlas := builtIn(t)
	p := open(t, drawn(t, atlas, render.View{Organizations: core}, "river"), "", 1280, 900)
	tree := call(p, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	var names []string
	for _, n := range tree.Nodes {
		if !n.Ignored && n.Name != nil {
			var name string
			fmt.Sscanf(string(n.Name.Value), "%q", &name)
			names = append(names, name)
		}
	}
	// The drawing behind the other tab has them from the script.
	if n := eval[int](p, "[...document.querySelectorAll('.canvas svg .membership')].filter(m => !(m.getAttribute('aria-label') || m.querySelector(':scope > title')?.textContent)).length"); n != 0 {
		t.Errorf("%d memberships have no sentence", n)
	}
	all := strings.Join(names, "\n")
	for _, id := range core {
		members, err := atlas.MembersDuring(id, lineage.Date{}, lineage.Query{Roles: lineage.EveryRole})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range members {
			state, err := atlas.State(string(m.Membership.State))
			if err != nil {
				t.Fatal(err)
			}
			if want := ": " + m.Membership.Title() + " of " + m.Organization.Short; m.Bounds().Possible() && !strings.Contains(all, want) {
				t.Errorf("no sentence with %q for %s", want, state.Name)
			}
		}
	}
}
