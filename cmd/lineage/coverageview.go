package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// lackTexts say what is missing, for people.
var lackTexts = map[lineage.Lack]string{
	lineage.NoSource:          "no source",
	lineage.NoForce:           "no entry into force",
	lineage.NoDay:             "no day",
	lineage.NoAct:             "no act named",
	lineage.ActElsewhere:      "act only for another step",
	lineage.ActUnread:         "act not read",
	lineage.OnlyEncyclopedias: "encyclopedia alone",
	lineage.OneSource:         "one source",
	lineage.NotIndependent:    "no two independent sources",
}

// table has a row for each organization, and one for all.
func (v *coverageView) table() *listing {
	l := &listing{
		title:    v.title("evidence"),
		head:     []string{"Organization", "Facts", "To the day", "Act", "Act read", "Two sources", "Encyclopedia alone", "Disputed", "Rival claims", "Missing"},
		showHead: true,
		wrap:     64,
		records:  [][]string{coverageHead()},
	}
	for i := range v.all {
		c := &v.all[i]
		l.rows = append(l.rows, coverageRow(c.Organization.Short, c))
		l.records = append(l.records, coverageRecord(c))
	}
	if len(v.all) > 1 {
		l.rows = append(l.rows, coverageRow("All "+strconv.Itoa(len(v.all)), &v.sum))
	}
	return l
}

func coverageRow(name string, c *lineage.Coverage) []string {
	t := &c.All
	var lacks []string
	for _, lack := range lineage.AllLacks() {
		if n := c.Lacking(lack); n > 0 {
			lacks = append(lacks, strconv.Itoa(n)+" "+lackTexts[lack])
		}
	}
	return []string{
		name, strconv.Itoa(t.Number), share(t.ToTheDay, t.Number), share(t.Act, t.Number), share(t.ActRead, t.Number), share(t.Independent, t.Number),
		strconv.Itoa(t.EncyclopediaAlone), strconv.Itoa(t.Disputed), strconv.Itoa(c.Claims), strings.Join(lacks, ", "),
	}
}

// tallies are the three counts of a coverage, by the names they have in CSV and
// in JSON.
var tallies = []struct {
	name, says string
	of         func(*lineage.Coverage) *lineage.Tally
}{
	{"counted", "Memberships and successions", func(c *lineage.Coverage) *lineage.Tally { return &c.Counted }},
	{"facts", "All facts, with foundings and ends", func(c *lineage.Coverage) *lineage.Tally { return &c.All }},
	{"steps", "All dated steps", func(c *lineage.Coverage) *lineage.Tally { return &c.Steps }},
}

var tallyHead = []string{"number", "sourced", "to_the_day", "act", "act_read", "independent", "encyclopedia_alone", "disputed"}

func numbers(t *lineage.Tally) []string {
	var texts []string
	for _, n := range []int{t.Number, t.Sourced, t.ToTheDay, t.Act, t.ActRead, t.Independent, t.EncyclopediaAlone, t.Disputed} {
		texts = append(texts, strconv.Itoa(n))
	}
	return texts
}

func coverageHead() []string {
	head := []string{"organization", "short"}
	for _, t := range tallies {
		for _, name := range tallyHead {
			head = append(head, t.name+"_"+name)
		}
	}
	head = append(head, "claims")
	for _, lack := range lineage.AllLacks() {
		head = append(head, "lacks_"+strings.ReplaceAll(lack.String(), "-", "_"))
	}
	return head
}

func coverageRecord(c *lineage.Coverage) []string {
	rec := []string{string(c.Organization.ID), c.Organization.Short}
	for _, t := range tallies {
		rec = append(rec, numbers(t.of(c))...)
	}
	rec = append(rec, strconv.Itoa(c.Claims))
	for _, lack := range lineage.AllLacks() {
		rec = append(rec, strconv.Itoa(c.Lacking(lack)))
	}
	return rec
}

// totals has a row for each tally of all organizations together.
func (v *coverageView) totals() *listing {
	l := &listing{
		head:     []string{"", "Number", "Sourced", "To the day", "Act", "Act read", "Two sources", "Encyclopedia alone", "Disputed"},
		showHead: true,
		records:  [][]string{append([]string{"of"}, tallyHead...)},
	}
	for _, x := range tallies {
		t := x.of(&v.sum)
		l.rows = append(l.rows, []string{
			x.says, strconv.Itoa(t.Number), share(t.Sourced, t.Number), share(t.ToTheDay, t.Number), share(t.Act, t.Number), share(t.ActRead, t.Number),
			share(t.Independent, t.Number), strconv.Itoa(t.EncyclopediaAlone), strconv.Itoa(t.Disputed),
		})
		l.records = append(l.records, append([]string{x.name}, numbers(t)...))
	}
	return l
}

// missing has a row for each fact that lacks something.
func (v *coverageView) missing() *listing {
	l := &listing{
		title:    v.title("what is missing"),
		head:     []string{"Organization", "Fact", "When", "Missing"},
		showHead: true,
		records:  [][]string{{"organization", "what", "state", "role", "from", "how", "on", "lacks", "sources"}},
	}
	for i := range v.sum.Facts {
		f := &v.sum.Facts[i]
		lacks := f.Lacks()
		if len(lacks) == 0 {
			continue
		}
		l.rows = append(l.rows, []string{f.Organization.Short, v.fact(f), eventDate(f.On), lacking(lacks)})
		rec := missingRecord(f)
		l.records = append(l.records, []string{
			string(rec.Organization), rec.What.String(), orNothing(rec.State), orNothing(rec.Role), orNothing(rec.From), orNothing(rec.How),
			known(f.On), strings.Join(stringsOf(lacks), " "), joinIDs(f.Sources),
		})
	}
	l.notes = []string{fmt.Sprintf("%d of %s.", len(l.rows), count(v.sum.All.Number, "fact", "facts"))}
	return l
}

// lines list what is missing under a table: "RU joined, 2004-10-18: no act named".
func (v *coverageView) lines() []string {
	var lines []string
	for _, row := range v.missing().rows {
		line := row[1] + ", " + row[2] + ": " + row[3]
		if len(v.all) > 1 {
			line = row[0] + ": " + line
		}
		lines = append(lines, "- "+line)
	}
	if len(lines) == 0 {
		return []string{"Nothing is missing."}
	}
	return append([]string{"Missing:"}, lines...)
}

func lacking(lacks []lineage.Lack) string {
	var texts []string
	for _, l := range lacks {
		texts = append(texts, lackTexts[l])
	}
	return strings.Join(texts, ", ")
}

// fact says what happened, such as "RU joined as observer".
func (v *coverageView) fact(f *lineage.Fact) string {
	switch f.What {
	case lineage.FoundingEvent:
		return "founded"
	case lineage.EndEvent:
		return "ended"
	case lineage.SuccessionEvent:
		return f.Succession.How.String() + ": " + shortOf(v.atlas, f.Succession.From) + " → " + f.Organization.Short
	}
	said := string(f.State.ID) + " " + map[lineage.EventKind]string{
		lineage.AccessionEvent: "joined", lineage.DepartureEvent: "left",
		lineage.SuspensionEvent: "suspended", lineage.ResumptionEvent: "resumed",
	}[f.What]
	if !f.Membership.Role.Full() {
		said += " as " + f.Membership.Title()
	}
	return said
}
