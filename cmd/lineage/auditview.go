package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/data/audit"
	"github.com/orglineage/orglineage/lineage"
)

// An auditView writes how a table and the atlas agree.
type auditView struct {
	remarker
	report *audit.Report
	file   string
}

// write writes the counts and then the disagreements; in JSON both in one, in
// CSV the disagreements.
func (v *auditView) write(p *program, format string) error {
	switch format {
	case formatJSON:
		return p.write(format, &listing{value: v.record()})
	case formatCSV:
		return p.write(format, &listing{records: v.records()})
	}
	if err := p.write(format, v.summary()); err != nil {
		return err
	}
	p.out.WriteByte('\n')
	return p.write(format, v.disagreements())
}

// summary is the listing of the counts.
func (v *auditView) summary() *listing {
	r := v.report
	l := &listing{
		title: fmt.Sprintf("Audit of %s, %s: %s compared, %d unexplained",
			v.file, yearRange(r.First, r.Last), count(r.Compared, "cell", "cells"), r.Unexplained),
		head:     []string{"Organization", "Here", "Cells", "Agree", "Explained", "Granularity", "Unexplained"},
		showHead: true,
	}
	row := func(name, here string, c *audit.Counts) {
		row := []string{name, here}
		for _, n := range []int{c.Compared, c.Agreed, c.Explained, c.Granularity, c.Unexplained} {
			row = append(row, strconv.Itoa(n))
		}
		l.rows = append(l.rows, row)
	}
	for _, b := range r.Bodies {
		row(b.Theirs, shortsOf(b), &b.Counts)
	}
	if len(r.Bodies) > 1 {
		row("all", "", &r.Counts)
	}
	switch r.Basis {
	case lineage.BySignature:
		l.notes = append(l.notes, "Counted from signature.")
	case lineage.ByDecision:
		l.notes = append(l.notes, "Counted from decision.")
	}
	if r.Missing+r.Outside > 0 {
		l.notes = append(l.notes, fmt.Sprintf("Not compared: %s without a value (-9), %d of states outside the system (-1).", count(r.Missing, "cell", "cells"), r.Outside))
	}
	if others := v.others(); others != "" {
		l.notes = append(l.notes, others)
	}
	if len(r.NoColumn) > 0 {
		l.notes = append(l.notes, "Took part, but the table has nothing on them: "+joinSome(stringsOfIDs(r.NoColumn))+".")
	}
	for _, e := range r.Unused {
		l.notes = append(l.notes, "Unused explanation: "+entry(e)+".")
	}
	return l
}

// others tells what of the table was not compared because it is not known.
func (v *auditView) others() string {
	var parts []string
	if names := v.report.OtherOrganizations; len(names) > 0 {
		parts = append(parts, count(len(names), "organization", "organizations")+" ("+joinSome(names)+")")
	}
	if names := v.report.OtherStates; len(names) > 0 {
		parts = append(parts, count(len(names), "state", "states")+" ("+joinSome(names)+")")
	}
	if len(parts) == 0 {
		return ""
	}
	return "Not known here: " + list(parts) + "."
}

// joinSome joins the first of many names.
func joinSome(names []string) string {
	const most = 8
	if len(names) > most {
		return strings.Join(names[:most], ", ") + ", …"
	}
	return strings.Join(names, ", ")
}

func stringsOfIDs(ids []lineage.StateID) []string {
	var texts []string
	for _, id := range ids {
		texts = append(texts, string(id))
	}
	return texts
}

// entry tells where an explanation stands and what it is about.
func entry(e *data.Explanation) string {
	about := e.Organization
	if e.State != "" {
		about = string(e.State) + " in " + about
	}
	return fmt.Sprintf("%s:%d (%s, %s)", e.File, e.Line, about, e.Years)
}

func shortsOf(b *audit.Body) string {
	var shorts []string
	for _, o := range b.Ours {
		shorts = append(shorts, o.Short)
	}
	return strings.Join(shorts, ", ")
}

func yearRange(first, last int) string {
	if first == last {
		return strconv.Itoa(first)
	}
	return fmt.Sprintf("%d–%d", first, last)
}

// disagreements is the listing of the disagreements.
func (v *auditView) disagreements() *listing {
	l := &listing{
		title: "Disagreements",
		head:  []string{"Verdict", "State", "Organization", "Years", "Table", "Here", "Why"},
	}
	for i := range v.report.Disagreements {
		d := &v.report.Disagreements[i]
		why := v.why(d)
		if d.Explanation != nil {
			why += v.cite(d.Explanation.Sources...)
		}
		years, theirs, ours := yearRange(d.Years.First, d.Years.Last), v.theirs(d), v.ours(d)
		l.rows = append(l.rows, []string{d.Verdict.String(), string(d.State.ID), d.Body.Theirs, years, theirs, ours, why})
		// In text, each is a line that a terminal can wrap.
		line := fmt.Sprintf("%s in %s %s: theirs %s, ours %s – %s, %s", d.State.ID, d.Body.Theirs, years, theirs, ours, d.Verdict, why)
		l.drawing = append(l.drawing, line)
	}
	if len(l.rows) == 0 {
		l.title = "No disagreements."
		return l
	}
	unexplained, cited := 0, false
	for i := range v.report.Disagreements {
		switch v.report.Disagreements[i].Verdict {
		case audit.Unexplained:
			unexplained++
		case audit.ByEntry:
			cited = true
		}
	}
	l.notes = []string{count(len(l.rows), "disagreement", "disagreements") + ", " + count(unexplained, "unexplained", "unexplained") + "."}
	if cited && !v.on {
		l.notes[0] += " Sources: --cite."
	}
	l.sources = v.bibliography()
	return l
}

// theirs tells what the table says.
func (v *auditView) theirs(d *audit.Disagreement) string {
	if d.NoRow {
		return "without a row"
	}
	return saidText(&d.Theirs)
}

// ours tells what the atlas says, and when the state was in the organization about
// that time.
func (v *auditView) ours(d *audit.Disagreement) string {
	text := saidText(&d.Ours)
	var times []string
	nearest := d.Nearest()
	for i := range nearest {
		st := &nearest[i]
		times = append(times, st.Membership.Role.String()+v.within(d, st)+" "+saySpan(st.Interval))
	}
	if claims := v.claims(d.Rivals); claims != "" {
		times = append(times, "some agree with the table: "+claims)
	}
	if len(times) > 0 {
		text += " (" + strings.Join(times, "; ") + ")"
	}
	return text
}

// within names the organization of a standing where the table takes several for
// one.
func (v *auditView) within(d *audit.Disagreement, st *lineage.Standing) string {
	if len(d.Body.Ours) == 1 {
		return ""
	}
	return " of " + st.Organization.Short
}

// saidText writes what is said of a year.
func saidText(s *audit.Said) string {
	last, during := statusText(s.OnLastDay), statusText(s.InYear)
	if last == during {
		return during
	}
	return during + ", on 31 December " + last
}

func statusText(all []data.Status) string {
	var words []string
	for _, s := range all {
		words = append(words, s.String())
	}
	return strings.Join(words, " or ")
}

// why tells why the table differs.
func (v *auditView) why(d *audit.Disagreement) string {
	switch d.Verdict {
	case audit.ByEntry:
		return d.Explanation.Why.String() + ": " + d.Explanation.Note
	case audit.ByRule:
		return "granularity: right on some day of the year"
	}
	if d.Line > 0 {
		return fmt.Sprintf("at %s:%d:%d", v.file, d.Line, d.Col)
	}
	return "not in the table"
}
