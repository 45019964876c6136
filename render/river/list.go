package river

import (
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
)

const (
	listSize   = 12.5
	listLine   = 17.0
	listIndent = 28.0
	keyWidth   = 44.0
)

// drawList sets the list of events, in columns, and the legend beside it.
func (p *planner) drawList(d *drawing) {
	top := d.PlotBottom + 62
	legend := p.legend()
	legendWidth := 0.0
	for _, k := range legend {
		legendWidth = max(legendWidth, keyWidth+12+ink.Width(k.words, listSize, false))
	}
	legendWidth = min(legendWidth, 300)
	right := p.width - margin
	low := p.drawEvents(d, margin, right-legendWidth-40, top)
	y := p.drawLegend(d, legend, right-legendWidth, top, legendWidth)
	low = max(low, y)
	note := p.say.Scale(p.year())
	low += 14
	d.Notes = append(d.Notes, textAt(note, margin, low, 11.5, false, "soft"))
	d.Height = low + 26
}

func (p *planner) drawEvents(d *drawing, left, right, top float64) float64 {
	if len(p.badges) == 0 {
		return top
	}
	columns := min(max(1, int((right-left+24)/300)), 3, len(p.badges))
	width := (right-left+24)/float64(columns) - 24
	var entries []entry
	total := 0.0
	for _, b := range p.badges {
		e := entry{Number: b.number}
		for _, l := range ink.Wrap(p.say.Dates(b.first, b.last), listSize, true, width-listIndent) {
			e.Lines = append(e.Lines, textAt(l, 0, 0, listSize, true, "ink"))
		}
		for _, s := range b.texts {
			for _, l := range ink.Wrap(s, listSize, false, width-listIndent) {
				e.Lines = append(e.Lines, textAt(l, 0, 0, listSize, false, "soft"))
			}
		}
		entries = append(entries, e)
		total += e.height()
	}
	x, y, low := left, top, top
	column := 0
	for _, e := range entries {
		if y > top && y-top+e.height()/2 > total/float64(columns) && column < columns-1 {
			column++
			x, y = x+width+24, top
		}
		e.X, e.Y = x+badgeRadius, y-4
		for i := range e.Lines {
			e.Lines[i].X, e.Lines[i].Y = x+listIndent, y
			y += listLine
		}
		y += 10
		low = max(low, y)
		d.Events = append(d.Events, e)
	}
	return low
}

func (e *entry) height() float64 { return listLine*float64(len(e.Lines)) + 10 }

// A meaning is a sign and what it means.
type meaning struct{ kind, words string }

// legend returns the meanings of the signs that occur.
func (p *planner) legend() []meaning {
	w := p.say.Legend()
	var has struct{ member, light, paused, bar, gap, tie, several, renamed, transformed, cut, upgraded, revived, merged, split, vague, disputed bool }
	for n := range p.ghosts {
		x := &p.strands[n]
		has.several = has.several || len(p.actors[x.actor].states) > 1
		for i := range x.spans {
			sp := &x.spans[i]
			spell := &p.scene.Spells[sp.spell]
			if spell.Standing.Membership.Role.Full() {
				has.member = true
			} else {
				has.light = true
			}
			has.paused = has.paused || len(spell.Pauses) > 0
			after := i+1 < len(x.spans) && x.spans[i+1].since == sp.until
			has.bar = has.bar || !spell.GoesOn && !after
			has.gap = has.gap || i > 0 && x.spans[i-1].until < sp.since
			has.vague = has.vague || sp.since != sp.sureSince || sp.until != sp.sureUntil
			has.disputed = has.disputed || spell.DisputedSince || spell.DisputedUntil
		}
	}
	has.tie = len(p.ties) > 0
	for i := range p.scene.Flows {
		f := &p.scene.Flows[i]
		switch f.How {
		case lineage.Renamed:
			has.renamed = true
		case lineage.Transformed:
			has.transformed = true
		case lineage.Split:
			has.split = true
		case lineage.Upgraded:
			has.upgraded = true
		case lineage.Revived:
			has.revived = true
		case lineage.Replaced:
			has.cut = true
		default:
			has.merged = true
		}
	}
	var all []meaning
	add := func(is bool, kind, words string) {
		if is {
			all = append(all, meaning{kind, words})
		}
	}
	add(has.member, "member", w.Member)
	add(has.light, "light", w.Observer)
	add(has.paused, "paused", w.Suspended)
	add(has.bar, "bar", w.Ends)
	add(has.gap, "gap", w.Gap)
	add(has.tie, "tie", w.Connector)
	add(has.several, "several", w.Several)
	add(has.vague, "vague", w.Vague)
	add(has.disputed, "disputed", w.Disputed)
	add(has.renamed && !has.transformed, "renamed", w.Renamed)
	add(has.renamed && has.transformed, "renamed", w.RenamedOrTransformed)
	add(!has.renamed && has.transformed, "renamed", w.Transformed)
	add(has.cut, "cut", w.Succeeded)
	add(has.upgraded, "upgraded", w.Upgraded)
	add(has.revived, "revived", w.Revived)
	add(has.merged, "merged", w.Merged)
	add(has.split, "split", w.Split)
	return all
}

func (p *planner) drawLegend(d *drawing, all []meaning, left, top, width float64) float64 {
	if len(all) == 0 {
		return top
	}
	d.LegendHeading = textAt(p.say.Legend().Heading, left, top, listSize, true, "ink")
	y := top + 24
	for _, m := range all {
		k := key{Kind: m.kind, X: left, Y: y - 4}
		for _, l := range ink.Wrap(m.words, listSize, false, width-keyWidth-12) {
			k.Text = append(k.Text, textAt(l, left+keyWidth+12, y, listSize, false, "soft"))
			y += listLine
		}
		y += 5
		d.Legend = append(d.Legend, k)
	}
	return y
}
