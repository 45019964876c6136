package export

import (
	"slices"
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// interval describes a time of a thing: what the records say of its two ends,
// and when these may be.
func (d *describer) interval(of *thing, by *property, iv lineage.Interval, when stretch, parts ...string) {
	t := d.thing([]string{"time:Interval"}, parts...)
	of.say(by, t.iri)
	since, until := when.possible.first, when.certain.end
	if since != lineage.MinDay || when.certain.first != lineage.MaxDay {
		d.instant(t, hasBeginning, iv.Since, since, when.certain.first, append(slices.Clip(parts), "begin")...)
	}
	if !iv.Until.IsZero() {
		// What ended on a day not known did not end before it may have begun.
		d.instant(t, hasEnd, iv.Until, max(since, until), when.possible.end, append(slices.Clip(parts), "end")...)
	}
}

// instant describes the day of an event that is one from first to last.
func (d *describer) instant(of *thing, by *property, on lineage.Date, first, last lineage.Day, parts ...string) {
	t := d.thing([]string{"time:Instant"}, parts...)
	of.say(by, t.iri)
	t.date(on, first, last)
	if text := on.String(); on.Qualifier() == 0 && !on.IsRange() {
		switch len(text) {
		case len("2006-01-02"):
			t.say(inDate, text)
		case len("2006-01"):
			t.say(inMonth, text)
		case len("2006"):
			t.say(inYear, text)
		}
	}
}

// date says when something was.
func (t *thing) date(on lineage.Date, first, last lineage.Day) {
	t.say(dateOf, known(on))
	t.say(earliestDay, dayText(first))
	t.say(latestDay, dayText(last))
}

// dayText returns a day as an xsd:date, or "" where no bound is known. Years
// outside the calendar of EDTF come from approximate dates at its ends.
func dayText(d lineage.Day) string {
	if d.Date().IsZero() || d == lineage.MinDay || d == lineage.MaxDay {
		return ""
	}
	return d.String()
}

// datings describes the steps of an event of a thing, and the claims against
// them. The name of the event comes behind the parts of the name of the thing.
func (d *describer) datings(of *thing, event string, steps lineage.Steps, parts ...string) {
	for i := range steps {
		s := &steps[i]
		name := append(slices.Clip(parts), event, s.Step.String())
		held := !s.On.IsZero() || len(s.Sources) > 0
		if held {
			t := d.thing([]string{"lineage:Dating", "prov:Entity"}, name...)
			of.say(hasDating, t.iri)
			t.step(event, s.Step)
			first, last := s.On.Bounds()
			t.date(s.On, first, last)
			t.say(placeOf, s.Place)
			t.say(noteOf, s.Note)
			d.cite(t, s.Sources)
		}
		for j, c := range s.Rivals {
			t := d.thing([]string{"lineage:Claim", "prov:Entity"}, append(slices.Clip(name), "claim", strconv.Itoa(j+1))...)
			t.say(aboutThing, of.iri)
			t.step(event, s.Step)
			first, last := c.On.Bounds()
			if lo, hi := s.On.Bounds(); held && (first > lo || last < hi) {
				t.say(againstDating, d.iri(name...)) // and does not say the same less precisely
			}
			t.date(c.On, first, last)
			t.say(noteOf, c.Note)
			d.cite(t, c.Sources)
		}
	}
}

func (t *thing) step(event string, step lineage.Step) {
	t.say(eventOf, event)
	t.say(stepOf, step.String())
}

// cite says which sources a thing has. Those of the actors themselves are its
// primary sources.
func (d *describer) cite(t *thing, ids []lineage.SourceID) {
	for _, id := range ids {
		d.cited[id] = true
		by := derivedFrom
		if s, err := d.atlas.Source(id); err == nil && s.Kind <= lineage.OfficialPage {
			by = primarySource
		}
		t.say(by, d.iri("source", string(id)))
	}
}

// sources describes the sources that were cited.
func (d *describer) sources() {
	for _, s := range d.atlas.Sources() {
		if !d.cited[s.ID] {
			continue
		}
		t := d.thing([]string{"prov:Entity"}, "source", string(s.ID))
		t.say(orgIdentifier, string(s.ID))
		t.say(kindOf, s.Kind.String())
		t.sayIn(languageTag(s.Language), dcTitle, s.Title)
		t.say(dcCreator, s.Author)
		t.say(dcCreator, s.Body)
		t.say(dcPublisher, s.Publisher)
		t.say(dateOf, s.Date.String())
		t.say(dcLanguage, s.Language)
		if strings.HasPrefix(s.URL, "https://") || strings.HasPrefix(s.URL, "http://") {
			t.say(seeAlso, iriEscaped(s.URL))
		}
		t.say(noteOf, s.Note)
	}
}
