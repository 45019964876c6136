package river

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
)

// TestCoreCrossings: with full members only, the core lineage has three
// crossings, and it is proven that there are no fewer: Kazakhstan, Kyrgyzstan and
// Tajikistan fork to the same side.
func TestCoreCrossings(t *testing.T) {
	t.Parallel()
	r, err := New(builtIn(t), render.View{Organizations: core, Roles: lineage.RolesOf(lineage.Member)})
	if err != nil {
		t.Fatal(err)
	}
	if p := r.Proof(); p.Crossings != 3 || !p.Optimal || p.Bound != 3 {
		t.Errorf("%s", p)
	}
	if p := r.Proof(); p.Lines != 11 || p.Bands != 2 {
		t.Errorf("%d lines in %d bands, want 11 in 2", p.Lines, p.Bands)
	}
}

// TestCrossingsDrawn: what crosses in the drawing is what was counted. A line that
// moves crosses others at one place, a tie others between its ends.
func TestCrossingsDrawn(t *testing.T) {
	t.Parallel()
	atlas := builtIn(t)
	for _, view := range []render.View{
		{Organizations: core, Roles: lineage.RolesOf(lineage.Member)},
		{Organizations: core},
		{Organizations: core, Roles: lineage.RolesOf(lineage.Member), Width: 3000},
		{Organizations: []lineage.OrgID{"kz-uz-1994", "kz-uz-1998", "kz-uz-2013", "kz-uz-2021", "kz-uz-2022"}},
	} {
		r, err := New(atlas, view)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := r.d.crossings(), r.Proof().Crossings; got != want {
			t.Errorf("%d crossings are drawn, %d were counted", got, want)
		}
	}
}

// crossings counts where upright parts of ties and of lines that move cross
// level parts of the lines of others. Those that run beside each other are set so
// that they do not cross.
func (d *drawing) crossings() int {
	type upright struct {
		x, low, high float64
		state        lineage.StateID
	}
	var all []upright
	for _, w := range d.Ties {
		all = append(all, upright{w.X, min(w.From, w.To), max(w.From, w.To), ""})
	}
	for i := range d.Strands {
		for _, m := range d.Strands[i].Moves {
			all = append(all, upright{m.X, min(m.From, m.To), max(m.From, m.To), d.Strands[i].State})
		}
	}
	n := 0
	for _, u := range all {
		crossed := map[string]bool{}
		for lane, at := range d.level() {
			for _, s := range at {
				// What begins or ends at the date of the vertical is not crossed.
				if lane.y > u.low+1 && lane.y < u.high-1 && s[0] < u.x-bendReach/2 && s[1] > u.x+bendReach+1 {
					crossed[fmt.Sprint(lane)] = true
				}
			}
		}
		n += len(crossed)
	}
	return n
}

// A lane is where a state runs level.
type lane struct {
	state lineage.StateID
	y     float64
}

// level joins the level parts of lines from membership to membership.
func (d *drawing) level() map[lane][][2]float64 {
	all := map[lane][][2]float64{}
	for i := range d.Strands {
		for _, r := range d.Strands[i].Runs {
			l := lane{d.Strands[i].State, r.Y}
			all[l] = append(all[l], [2]float64{r.X0, r.X1})
		}
	}
	for l, at := range all {
		slices.SortFunc(at, func(a, b [2]float64) int { return cmp.Compare(a[0], b[0]) })
		var joined [][2]float64
		for _, s := range at {
			if n := len(joined); n > 0 && s[0] <= joined[n-1][1]+0.01 {
				joined[n-1][1] = max(joined[n-1][1], s[1])
				continue
			}
			joined = append(joined, s)
		}
		all[l] = joined
	}
	return all
}

// TestStable: a fact added at the right end does not reshuffle the left.
func TestStable(t *testing.T) {
	t.Parallel()
	for _, roles := range []lineage.Roles{lineage.RolesOf(lineage.Member), lineage.EveryRole} {
		atlas := builtIn(t)
		before := atlas.Dataset()
		after := atlas.Dataset()
		for i := range after.Organizations {
			if o := &after.Organizations[i]; o.ID == "eaeu" {
				m := member("MN", lineage.Acceded, "2026-03-01")
				m.Joined.Sources = o.Members[0].Joined.Sources
				m.Joined.Steps[0].Sources = o.Founded[0].Sources
				o.Members = append(slices.Clone(o.Members), m)
			}
		}
		view := render.View{Organizations: core, Roles: roles, To: lineage.MustDate("2026-06")}
		var orders [2]string
		for k, d := range []lineage.Dataset{before, after} {
			r, err := New(atlasOf(t, d), view)
			if err != nil {
				t.Fatal(err)
			}
			orders[k] = r.d.order("MN")
		}
		if orders[0] != orders[1] {
			t.Errorf("a new member changes the order of the others:\n%s\n%s", orders[0], orders[1])
		}
	}
}

// order tells the memberships from top to bottom at their beginnings, without
// those of a state.
func (d *drawing) order(without lineage.StateID) string {
	type at struct {
		x, y float64
		what string
	}
	var all []at
	for i := range d.Strands {
		if l := &d.Strands[i]; l.State != without {
			all = append(all, at{l.Runs[0].X0, l.Runs[0].Y, fmt.Sprint(l.State, " in ", l.Organization)})
		}
	}
	slices.SortFunc(all, func(a, b at) int { return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.x, b.x)) })
	var s string
	for _, a := range all {
		s += a.what + "; "
	}
	return s
}
