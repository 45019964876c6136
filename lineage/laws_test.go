package lineage

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var everyone = Query{Roles: EveryRole}

// TestMembersOnAgainstRecords compares with an answer computed from the records
// as naively as can be.
func TestMembersOnAgainstRecords(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := sharpDataset(t)
		a, err := New(clone(d))
		if err != nil {
			t.Fatal(err)
		}
		day := anyDay.Draw(t, "on")
		roles := rapid.SampledFrom([]Roles{0, EveryRole, RolesOf(Observer)}).Draw(t, "roles")
		for i := range d.Organizations {
			o := &d.Organizations[i]
			got, _ := a.MembersOn(o.ID, day.Date(), Query{Roles: roles})
			if want := membersByRecords(o, day, roles); brief(got) != want {
				t.Errorf("MembersOn(%s, %s) = %q, want %q", o.ID, day, brief(got), want)
			}
		}
	})
}

func membersByRecords(o *Organization, on Day, roles Roles) string {
	var ids []string
	for _, m := range o.Members {
		since, until := dayOf(m.Joined.Steps), dayOf(m.Left.Steps)
		if since == "" {
			since = dayOf(o.Founded)
		}
		if until == "" {
			until = dayOf(o.Ended)
		}
		// Days as text have the order of time.
		in := since <= on.String() && (until == "" || on.String() < until)
		asked := m.Role == Member || m.Role == Party
		if roles == EveryRole {
			asked = true
		} else if roles != 0 {
			asked = m.Role == Observer
		}
		if in && asked {
			ids = append(ids, string(m.State))
		}
	}
	slices.Sort(ids)
	return strings.Join(ids, " ")
}

func dayOf(s Steps) string {
	if d := s.At(Effective); d != nil {
		return d.On.String()
	}
	return ""
}

// TestVaguerRecords: an atlas that knows less may answer Maybe where one that
// knows more is sure, but never the opposite.
func TestVaguerRecords(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := sharpDataset(t)
		blurred := blur(t, d)
		sharp, err := New(clone(d))
		if err != nil {
			t.Fatal(err)
		}
		vague, err := New(blurred)
		if err != nil {
			t.Skip("the blurred dates contradict each other")
		}
		day := anyDay.Draw(t, "on").Date()
		period := YearDate(rapid.IntRange(oldestYear, newestYear).Draw(t, "in"))
		for _, basis := range AllBases() {
			for i := range d.Organizations {
				x, y := sharp.byID[d.Organizations[i].ID], vague.byID[d.Organizations[i].ID]
				for j := range x.Members {
					for _, q := range []question{asOf(day), during(period)} {
						know, guess := ask(x, j, basis, &q), ask(y, j, basis, &q)
						compare := func(what string, know, guess Answer) {
							if guess != know && guess != Maybe {
								t.Errorf("%s in %s, %v, %s, %s: %s, but %s if known less exactly\n%v\n%v",
									x.Members[j].State, x.ID, q, basis, what, know, guess, x.Members[j], y.Members[j])
							}
						}
						compare("member", know.Answer, guess.Answer)
						compare("suspended", know.Suspended, guess.Suspended)
						if know.Answer == Yes && guess.Answer == Yes {
							compare("joined", know.Joined, guess.Joined)
							compare("left", know.Left, guess.Left)
						}
					}
				}
			}
		}
	})
}

// ask answers for the membership with an index among the records.
func ask(o *org, index int, b Basis, q *question) Standing {
	for _, m := range o.members() {
		if m.Membership == &o.Members[index] {
			st := m.standing(b)
			st.answer(st.of.at(st.basis), q)
			return st
		}
	}
	panic("no such membership")
}

// TestMembersOfAYear: the members on the days of a year are the members during
// it; exactly so where all dates are known to the day.
func TestMembersOfAYear(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, vague := drawnAtlas(t)
		year := rapid.IntRange(oldestYear, newestYear).Draw(t, "year")
		for _, o := range a.orgs() {
			for _, m := range o.members() {
				daily := No
				for day := DayOf(year, 1, 1); day <= DayOf(year, 12, 31); day++ {
					daily = max(daily, m.time.contains(day, day))
				}
				q := during(YearDate(year))
				yearly := q.answer(m.time.span)
				if daily > yearly || !vague && daily != yearly {
					t.Errorf("%s %s in %d: %s on some day, %s during the year", o.ID, m.State, year, daily, yearly)
				}
			}
		}
	})
}

// TestStintsAndGapsAreTheLife: on each day of the life of a lineage a state was
// either in one of its organizations or in a gap.
func TestStintsAndGapsAreTheLife(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, vague := drawnAtlas(t)
		id := rapid.SampledFrom(a.orgs()).Draw(t, "organization").ID
		state := rapid.SampledFrom(a.States()).Draw(t, "state").ID
		c, err := a.Continuity(state, id, Query{})
		if err != nil {
			t.Fatal(err)
		}
		for day := DayOf(oldestYear-2, 1, 1); day <= DayOf(newestYear+2, 1, 1); day += 3 {
			on := day.Date()
			in, out := No, No
			for _, st := range c.Stints {
				in = max(in, st.of.time.contains(day, day))
			}
			for _, g := range c.Gaps {
				out = max(out, g.Contains(on))
			}
			life := c.Life.Contains(on)
			switch {
			case in == Yes && out == Yes:
				t.Errorf("%s was both a member and in a gap", on)
			case life == Yes && max(in, out) == No:
				t.Errorf("on %s there is neither a membership nor a gap", on)
			case !vague && life != max(in, out):
				t.Errorf("on %s: life %s, member %s, gap %s", on, life, in, out)
			case in == No && life == Yes && out == No:
				t.Errorf("%s is in no gap", on)
			}
			if t.Failed() {
				t.Fatalf("life %s\nstints %q\ngaps %v", c.Life, text(c.Stints), c.Gaps)
			}
		}
	})
}

// TestClaimsThatMatter: a claim is reported as contesting an answer if, and only
// if, the answer is another one once the claim is made the record.
func TestClaimsThatMatter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d, notes := contest(t, blur(t, sharpDataset(t)))
		a, err := New(clone(d))
		if err != nil {
			t.Skip("the blurred dates contradict each other")
		}
		for _, note := range notes {
			accepted, differs := accept(d, note)
			if !differs {
				continue
			}
			b, err := New(accepted)
			if err != nil {
				continue // the claim contradicts other records
			}
			for i := range d.Organizations {
				x, y := a.byID[d.Organizations[i].ID], b.byID[d.Organizations[i].ID]
				for j := range x.Members {
					for range 3 {
						q := asOf(anyDay.Draw(t, "on").Date())
						q.asked = rapid.SampledFrom([]asking{onDay, inPeriod}).Draw(t, "asked")
						checkClaim(t, note, ask(x, j, ByEffect, &q), ask(y, j, ByEffect, &q))
					}
				}
			}
		}
	})
}

func checkClaim(t *rapid.T, note string, held, other Standing) {
	want := "no contest"
	switch {
	case held.Answer != other.Answer:
		want = other.Answer.String()
	case held.Suspended != other.Suspended && claimsSuspension(held.Membership, note):
		want = "suspended " + other.Suspended.String()
	}
	got := "no contest"
	for _, c := range held.Contested() {
		if c.Claim.Note != note {
			continue
		}
		switch got = c.Answer.String(); c.About {
		case ItsSuspension, ItsResumption:
			got = "suspended " + got
		}
	}
	if got != want {
		t.Errorf("%s in %s: %s, %s would make it %s, reported is %s\n%v", held.Membership.State, held.Organization.ID, held.Answer, note, want, got, text([]Standing{held, other}))
	}
}

// claimsSuspension reports whether the claim is about a suspension. One about
// the membership can in rare cases move the bounds of a vague suspension and
// leave the membership as it is; that is not reported.
func claimsSuspension(m *Membership, note string) bool {
	found := false
	for _, s := range m.Suspensions {
		for _, d := range slices.Concat(s.Began, s.Ended) {
			found = found || slices.ContainsFunc(d.Rivals, func(c Claim) bool { return c.Note == note })
		}
	}
	return found
}

// accept returns d with the claim that has the note made the record, and
// whether it says more than the record.
func accept(d Dataset, note string) (accepted Dataset, differs bool) {
	d = clone(d)
	eachSteps(&d, func(s Steps) {
		for i := range s {
			for j, c := range s[i].Rivals {
				if c.Note == note {
					differs = !s[i].held() || !c.On.covers(s[i].date())
					s[i].On, s[i].Sources = c.On, sourced
					s[i].Rivals = slices.Delete(s[i].Rivals, j, j+1)
					return
				}
			}
		}
	})
	return d, differs
}

// TestOrderOfRecords: the order in which the records come changes no answer.
func TestOrderOfRecords(t *testing.T) {
	t.Parallel()
	datasets := []Dataset{southern()}
	for seed := range 10 {
		datasets = append(datasets, rapid.Custom(func(t *rapid.T) Dataset {
			d, _ := contest(t, blur(t, sharpDataset(t)))
			return d
		}).Example(seed))
	}
	for _, d := range datasets {
		a, err := New(clone(d))
		if err != nil {
			continue // a blurred one
		}
		want := everything(t, a)
		for seed := range uint64(20) {
			got := everything(t, mustNew(t, shuffled(d, seed)))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("seed %d (-want +got):\n%s", seed, diff)
			}
		}
	}
}

func shuffled(d Dataset, seed uint64) Dataset {
	d = clone(d)
	r := rand.New(rand.NewPCG(seed, seed))
	shuffle(r, d.Organizations)
	shuffle(r, d.States)
	shuffle(r, d.Sources)
	for i := range d.Organizations {
		shuffle(r, d.Organizations[i].Members)
		shuffle(r, d.Organizations[i].Predecessors)
	}
	eachSteps(&d, func(s Steps) { shuffle(r, s) })
	return d
}

func shuffle[S ~[]E, E any](r *rand.Rand, s S) {
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
}

// everything asks every question and returns the answers as text.
func everything(t *testing.T, a *Atlas) []string {
	t.Helper()
	var lines []string
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	standings := func(what string, sts []Standing, err error) {
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range text(sts) {
			add("%s: %s", what, line)
		}
	}
	ids := func(what string, os []*Organization, err error) {
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range os {
			add("%s: %s", what, o.ID)
		}
	}
	ids("all", a.Organizations(), nil)
	for _, year := range []int{1976, 1985, 1997, 1999, 2010} {
		for _, p := range a.OrganizationsOn(YearDate(year), Query{}) {
			add("%d: %s %s %s %d", year, p.Organization.ID, p.Interval, p.Answer, len(p.Contested))
		}
	}
	for _, o := range a.Organizations() {
		for _, year := range []int{1976, 1985, 1997, 1999, 2010} {
			for _, level := range AllIdentities() {
				q := Query{Roles: EveryRole, Identity: level, Disputed: true}
				sts, err := a.MembersOn(o.ID, YearDate(year), q)
				standings(fmt.Sprintf("%s on %d", o.ID, year), sts, err)
				sts, err = a.MembersDuring(o.ID, YearDate(year), q)
				standings(fmt.Sprintf("%s during %d", o.ID, year), sts, err)
			}
			sts, err := a.LineageMembersOn(o.ID, YearDate(year), everyone)
			standings(fmt.Sprintf("lineage of %s on %d", o.ID, year), sts, err)
		}
		family, err := a.Family(o.ID)
		ids("family of "+string(o.ID), family, err)
		line, err := a.Lineage(o.ID)
		ids("lineage of "+string(o.ID), line, err)
		for _, other := range line {
			ways, err := a.Paths(o.ID, other.ID)
			if err != nil {
				t.Fatal(err)
			}
			for way := range ways {
				add("way from %s to %s: %d steps", o.ID, other.ID, len(way))
			}
		}
		changes, err := a.Changes(Point{o.ID, YearDate(1990)}, Point{o.ID, YearDate(2005)}, Query{})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range slices.Concat(changes.Stayed, changes.Left, changes.Joined) {
			add("change in %s: %s %s %q %q", o.ID, c.State.ID, c.Certain, text(c.Before), text(c.After))
		}
		for _, s := range a.States() {
			c, err := a.Continuity(s.ID, o.ID, Query{})
			standings("continuity", c.Stints, err)
			add("%s along %s: %s %v", s.ID, o.ID, c.Life, c.Gaps)
		}
	}
	for _, s := range a.States() {
		for _, b := range AllBases() {
			sts, err := a.Memberships(s.ID, Query{Roles: EveryRole, Basis: b, Disputed: true})
			standings("memberships by "+b.String(), sts, err)
		}
		for _, other := range a.States() {
			shared, err := a.Shared([]StateID{s.ID, other.ID}, everyone)
			if err != nil {
				t.Fatal(err)
			}
			for _, sh := range shared {
				add("%s and %s: %s %s %s", s.ID, other.ID, sh.Organization.ID, sh.Interval, sh.Certain)
			}
		}
	}
	events, err := a.Events()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range events {
		add("%s %s %s %s", e.Dating.On, e.What, e.Dating.Step, e.Organization.ID)
	}
	cells, err := a.Panel(nil, 1995, 2000, everyone)
	if err != nil {
		t.Fatal(err)
	}
	for c := range cells {
		add("panel: %s %d %s %s %s", c.Organization.ID, c.Year, c.Membership.State, c.Answer, c.AtEnd)
	}
	_, err = a.Organization("organisation")
	add("%v", err)
	return lines
}
