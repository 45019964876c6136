package river

import (
	"fmt"
	"testing"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
)

// selections are the views of the built-in atlas that must keep the promises:
// every collection, every organization with its lineage, each in all roles and
// with full members alone, and the whole.
func selections(tb testing.TB) (*lineage.Atlas, map[string]render.View) {
	tb.Helper()
	atlas := builtIn(tb)
	views := map[string]render.View{"all": {}, "all-narrow": {Width: 720}, "members": {Roles: lineage.RolesOf(lineage.Member, lineage.Party)}}
	views["core"] = render.View{Organizations: core}
	views["core-members"] = render.View{Organizations: core, Roles: lineage.RolesOf(lineage.Member)}
	views["core-ru"] = render.View{Organizations: core, Language: "ru"}
	views["core-window"] = render.View{Organizations: core, From: lineage.MustDate("2001"), To: lineage.MustDate("2010")}
	views["core-narrow"] = render.View{Organizations: core, Width: 720}
	for _, c := range atlas.Collections() {
		_, orgs, err := atlas.Collection(string(c.ID))
		if err != nil {
			tb.Fatal(err)
		}
		var ids []lineage.OrgID
		for _, o := range orgs {
			ids = append(ids, o.ID)
		}
		if len(ids) > 0 {
			views["collection-"+string(c.ID)] = render.View{Organizations: ids}
		}
	}
	for _, o := range atlas.Organizations() {
		line, err := atlas.Lineage(o.ID)
		if err != nil {
			tb.Fatal(err)
		}
		var ids []lineage.OrgID
		for _, x := range line {
			ids = append(ids, x.ID)
		}
		views["lineage-"+string(o.ID)] = render.View{Organizations: ids}
		views["only-"+string(o.ID)] = render.View{Organizations: []lineage.OrgID{o.ID}, Roles: lineage.RolesOf(lineage.Member, lineage.Party)}
	}
	return atlas, views
}

// broken lists the promises that a drawing breaks.
func (d *drawing) broken(atlas *lineage.Atlas, view render.View) []string {
	var all []string
	say := func(format string, args ...any) {
		if len(all) < 12 {
			all = append(all, fmt.Sprintf(format, args...))
		}
	}
	d.labels(say)
	d.foreign(say)
	d.missing(atlas, view, say)
	return all
}

// labels looks for labels that meet each other, or leave the picture.
func (d *drawing) labels(say func(string, ...any)) {
	var blocks []block
	add := func(texts ...text) {
		for i := range texts {
			if texts[i].Text != "" {
				blocks = append(blocks, texts[i].block())
			}
		}
	}
	add(d.Title, d.LegendHeading)
	add(d.Caption...)
	for _, h := range d.Heads {
		add(h.Lines...)
	}
	add(d.Names...)
	add(d.Margin...)
	add(d.Notes...)
	for _, t := range d.Ticks {
		for _, y := range [...]float64{d.PlotTop - 8, d.PlotBottom + 19} {
			if t.Label != "" {
				l := textAt(t.Label, t.X, y, axisSize, false, "")
				l.X -= l.Width / 2
				blocks = append(blocks, l.block())
			}
		}
	}
	for _, e := range d.Events {
		add(e.Lines...)
	}
	for _, k := range d.Legend {
		add(k.Text...)
	}
	for _, b := range d.Badges {
		blocks = append(blocks, b.block())
	}
	for i, b := range blocks {
		if b.x0 < 0 || b.y0 < 0 || b.x1 > d.Width || b.y1 > d.Height {
			say("LO: %q leaves the picture: %.1f %.1f %.1f %.1f", b.what, b.x0, b.y0, b.x1, b.y1)
		}
		for _, c := range blocks[i+1:] {
			if b.meets(c) {
				say("LO: %q meets %q at %.0f %.0f", b.what, c.what, max(b.x0, c.x0), max(b.y0, c.y0))
			}
		}
	}
	d.crossedLabels(say)
}

// crossedLabels looks for names that a line which is not their own crosses.
func (d *drawing) crossedLabels(say func(string, ...any)) {
	var blocks []block
	for i := range d.Names {
		blocks = append(blocks, d.Names[i].block())
	}
	for _, h := range d.Heads {
		for i := range h.Lines {
			blocks = append(blocks, h.Lines[i].block())
		}
	}
	for _, b := range blocks {
		mid := (b.y0 + b.y1) / 2
		for i := range d.Strands {
			l := &d.Strands[i]
			for _, r := range l.Runs {
				own := abs64(r.Y-mid) < 8
				if !own && r.X0 < b.x1 && b.x0 < r.X1 && r.Y > b.y0 && r.Y < b.y1 {
					say("LO: %q is crossed by the line of %s in %s", b.what, l.State, l.Organization)
				}
			}
			for _, m := range l.Moves {
				if m.X > b.x0 && m.X < b.x1 && min(m.From, m.To) < b.y0 && max(m.From, m.To) > b.y1 {
					say("LO: %q is crossed by %s on its way to %s", b.what, l.State, l.Organization)
				}
			}
		}
		for _, w := range d.Ties {
			if w.X > b.x0 && w.X < b.x1 && min(w.From, w.To) < b.y0 && max(w.From, w.To) > b.y1 && !w.stops(b) {
				say("LO: %q is crossed by a tie at %.0f", b.what, w.X)
			}
		}
	}
}

func (w *wire) stops(b block) bool {
	for _, s := range w.Breaks {
		if s[0] <= b.y0 && s[1] >= b.y1 {
			return true
		}
	}
	return false
}

// foreign looks for lines that are in a band to which they do not belong.
func (d *drawing) foreign(say func(string, ...any)) {
	const bend = bendReach
	for _, b := range d.Bands {
		for _, s := range b.Steps {
			for i := range d.Strands {
				l := &d.Strands[i]
				for _, r := range l.Runs {
					x0, x1 := max(s.X0+bend, r.X0), min(s.X1-bend, r.X1)
					if x0 < x1 && r.Y > s.Top && r.Y < s.Bottom && l.Organization != b.Organization {
						say("FC: %s of %s is in the band of %s at %.0f %.0f", l.State, l.Organization, b.Organization, x0, r.Y)
					}
				}
			}
			for _, g := range d.Gaps {
				for i := 1; i < len(g.Points); i++ {
					p, q := g.Points[i-1], g.Points[i]
					x0, x1 := max(s.X0+bend, p.X), min(s.X1-bend, q.X)
					if x0 < x1 && p.Y == q.Y && p.Y > s.Top && p.Y < s.Bottom {
						say("FC: %s is in the band of %s in a gap", g.State, b.Organization)
					}
				}
			}
		}
	}
}

// missing looks for memberships that are not drawn where they should be, over
// their whole time and in the band of their organization.
func (d *drawing) missing(atlas *lineage.Atlas, view render.View, say func(string, ...any)) {
	sc := scale{d.First, d.End, d.Left, d.Right}
	bands := map[lineage.OrgID][]step{}
	for _, b := range d.Bands {
		bands[b.Organization] = b.Steps
	}
	roles := view.Roles
	if roles == 0 {
		roles = lineage.EveryRole
	}
	for _, o := range atlas.Organizations() {
		if len(view.Organizations) > 0 && !contains(view.Organizations, o.ID) {
			continue
		}
		all, err := atlas.MembersDuring(o.ID, lineage.Date{}, lineage.Query{Roles: roles})
		if err != nil {
			say("%v", err)
			continue
		}
		for i := range all {
			b := all[i].Bounds()
			from, to := max(b.SinceFirst, d.First), min(b.UntilLast, d.End)
			sure := [2]float64{sc.x(max(b.SinceLast, d.First)), sc.x(min(b.UntilFirst, d.End))}
			for _, probe := range [...]float64{0.02, 0.25, 0.5, 0.75, 0.98} {
				if from >= to {
					continue
				}
				x := sc.x(from) + (sc.x(to)-sc.x(from))*probe
				if x-sc.x(from) < bendReach || sc.x(to)-x < bendReach {
					continue
				}
				// Where one body surely followed another one, on a day that is not known,
				// neither is drawn while the other one is.
				if steps := bands[o.ID]; (x < sure[0] || x > sure[1]) && len(steps) > 0 && (x < steps[0].X0 || x > steps[len(steps)-1].X1) {
					continue
				}
				if !d.drawn(all[i].Membership.State, o.ID, x, bands[o.ID]) {
					say("MC: %s is not in the band of %s at %.1f, of %.1f to %.1f", all[i].Membership.State, o.ID, x, sc.x(from), sc.x(to))
				}
			}
		}
	}
}

func (d *drawing) drawn(state lineage.StateID, org lineage.OrgID, x float64, band []step) bool {
	for i := range d.Strands {
		l := &d.Strands[i]
		if l.State != state || l.Organization != org {
			continue
		}
		for _, m := range l.Moves {
			if m.Begin-bendReach <= x && x <= m.End+bendReach {
				return true // it changes its lane
			}
		}
		for _, r := range l.Runs {
			if r.X0 > x || r.X1 < x {
				continue
			}
			for _, s := range band {
				if s.X0 <= x && x <= s.X1 && s.Top < r.Y && r.Y < s.Bottom {
					return true
				}
			}
		}
	}
	return false
}

func contains(ids []lineage.OrgID, id lineage.OrgID) bool {
	for _, x := range ids {
		if x == id {
			return true
		}
	}
	return false
}
