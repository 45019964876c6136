package lineage

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"
)

// The generators keep to a few years, so that what they make meets often.
const (
	oldestYear = 1996
	newestYear = 2000
)

// anyDate generates dates of every form, and the zero Date.
var anyDate = rapid.Custom(func(t *rapid.T) Date {
	switch rapid.IntRange(0, 9).Draw(t, "form") {
	case 0:
		return Date{}
	case 1, 2:
		var lo, hi civil
		if rapid.Bool().Draw(t, "from") {
			lo = anyCivil.Draw(t, "lo")
		}
		if rapid.Bool().Draw(t, "to") {
			hi = anyCivil.Draw(t, "hi")
		}
		if lo != 0 && hi != 0 && lo.first(0) > hi.last(0) {
			lo, hi = hi, lo
		}
		return ranged(lo, hi)
	}
	return single(anyCivil.Draw(t, "date"), Qualifier(rapid.IntRange(0, 3).Draw(t, "qualifier")))
})

var anyCivil = rapid.Custom(func(t *rapid.T) civil {
	y, m, d := anyDay.Draw(t, "day").Civil()
	switch rapid.IntRange(0, 2).Draw(t, "precision") {
	case 0:
		return packCivil(y, 0, 0)
	case 1:
		return packCivil(y, m, 0)
	}
	return packCivil(y, m, d)
})

var anyDay = rapid.Custom(func(t *rapid.T) Day {
	return Day(rapid.Int32Range(int32(DayOf(oldestYear, 1, 1)), int32(DayOf(newestYear, 12, 31))).Draw(t, "n"))
})

// vaguer draws a date that spans d: d itself, or its month, its year, "~", a
// range around it.
func vaguer(t *rapid.T, d Date) Date {
	how := rapid.IntRange(0, 5).Draw(t, "how vague")
	switch {
	case d.IsZero():
		return d
	case how == 0:
		return someDay
	case d.form() == formRange && how == 1:
		return ranged(0, d.hi())
	case d.form() == formRange && how == 2:
		return ranged(d.lo, 0)
	case d.form() == formRange:
		return d
	}
	y, m, _ := d.lo.parts()
	switch how {
	case 1:
		d = single(d.lo, d.qual()|Approximate)
	case 2:
		d.lo = packCivil(y, m, 0)
	case 3:
		d.lo = packCivil(y, 0, 0)
	case 4:
		first, last := d.Bounds()
		return dateRange(first-Day(rapid.IntRange(0, 400).Draw(t, "before")), last+Day(rapid.IntRange(0, 400).Draw(t, "after")))
	}
	return d
}

// sharpDataset draws a valid data set in which every date is known to the day:
// organizations with successions among them, and memberships one after the
// other, some suspended, some that begin or end with their organization.
func sharpDataset(t *rapid.T) Dataset {
	var orgs []Organization
	for i := range rapid.IntRange(1, 4).Draw(t, "organizations") {
		days := distinctDays(t, 2)
		o := body(OrgID(fmt.Sprintf("o%d", i)), days[0].String(), "")
		if rapid.Bool().Draw(t, "ended") {
			o.Ended = effect(days[1].String())
		}
		if rapid.IntRange(0, 3).Draw(t, "signed before") == 0 {
			o.Founded = append(o.Founded, step(Signed, (days[0]-30).String()))
		}
		for _, state := range []StateID{"AA", "BB", "CC"} {
			o.Members = append(o.Members, sharpMemberships(t, state, days[0], days[1])...)
		}
		// Without a date a succession fits any lives.
		for j := range i {
			if rapid.IntRange(0, 2).Draw(t, "follows") == 0 {
				s := Succession{From: orgs[j].ID, How: Replaced, Steps: Steps{{Step: Effective, Sources: sourced}}}
				o.Predecessors = append(o.Predecessors, s)
			}
		}
		orgs = append(orgs, o)
	}
	d := dataset(orgs...)
	d.States = nil
	for _, id := range []StateID{"AA", "BB", "CC"} {
		d.States = append(d.States, State{ID: id, Name: "State of " + string(id)})
	}
	return d
}

// sharpMemberships draws memberships of a state within a life, one after the
// other.
func sharpMemberships(t *rapid.T, state StateID, born, died Day) []Membership {
	n := rapid.IntRange(0, 2).Draw(t, "memberships")
	if int(died-born) < 4*n+2 {
		return nil
	}
	days := distinctDaysIn(t, born, died-1, 4*n)
	var ms []Membership
	for i := range n {
		since, until := days[4*i], days[4*i+3]
		m := joined(state, since.String())
		if i == 0 && rapid.Bool().Draw(t, "founder") {
			m = founder(state)
		} else if rapid.Bool().Draw(t, "decided before") {
			m.Joined.Steps = append(m.Joined.Steps, step(Decided, (since-10).String()))
		}
		m.Role = rapid.SampledFrom([]Role{Member, Member, Party, Observer}).Draw(t, "role")
		if i < n-1 || rapid.Bool().Draw(t, "left") {
			m = m.left(until.String())
		}
		switch rapid.IntRange(0, 3).Draw(t, "suspended") {
		case 0:
			m = m.suspendedFor(days[4*i+1].String(), days[4*i+2].String())
		case 1:
			m = m.suspendedFor(days[4*i+1].String(), "")
		}
		ms = append(ms, m)
	}
	return ms
}

func distinctDays(t *rapid.T, n int) []Day {
	return distinctDaysIn(t, DayOf(oldestYear, 1, 1), DayOf(newestYear, 12, 31), n)
}

func distinctDaysIn(t *rapid.T, first, last Day, n int) []Day {
	days := rapid.SliceOfNDistinct(rapid.Int32Range(int32(first), int32(last)), n, n, rapid.ID).Draw(t, "days")
	slices.Sort(days)
	out := make([]Day, n)
	for i, d := range days {
		out[i] = Day(d)
	}
	return out
}

// blur makes some dates of d vaguer. What is true of d may still be true then.
func blur(t *rapid.T, d Dataset) Dataset {
	d = clone(d)
	eachSteps(&d, func(s Steps) {
		for i := range s {
			if rapid.IntRange(0, 2).Draw(t, "blur") == 0 {
				s[i].On = vaguer(t, s[i].On)
			}
		}
	})
	return d
}

// contest adds claims against some dates of d, each with a note of its own,
// and makes mere claims of some accessions.
func contest(t *rapid.T, d Dataset) (Dataset, []string) {
	d = clone(d)
	var notes []string
	eachSteps(&d, func(s Steps) {
		for i := range s {
			if rapid.IntRange(0, 3).Draw(t, "contest") > 0 {
				continue
			}
			note := fmt.Sprintf("claim %d", len(notes))
			notes = append(notes, note)
			claim := Claim{On: anyDate.Draw(t, "claim"), Note: note, Sources: sourced}
			s[i].Rivals = append(s[i].Rivals, claim)
		}
	})
	for i := range d.Organizations {
		for j := range d.Organizations[i].Members {
			steps := d.Organizations[i].Members[j].Joined.Steps
			if len(steps) > 0 && len(steps[0].Rivals) > 0 && rapid.IntRange(0, 3).Draw(t, "mere claim") == 0 {
				steps[0].On, steps[0].Sources = Date{}, nil
			}
		}
	}
	return d, notes
}

// drawnAtlas returns an atlas of random records, and whether their dates are
// vague.
func drawnAtlas(t *rapid.T) (a *Atlas, vague bool) {
	d := sharpDataset(t)
	if vague = rapid.Bool().Draw(t, "vague"); vague {
		d = blur(t, d)
	}
	a, err := New(d)
	if err != nil {
		t.Skip("the blurred dates contradict each other")
	}
	return a, vague
}
