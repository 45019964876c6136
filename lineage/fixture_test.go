package lineage

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// The records of the tests are made by these short forms. All of them name the
// one source "s".

var sourced = []SourceID{"s"}

func step(which Step, on string, rivals ...string) Dating {
	d := Dating{Step: which, On: optional(on)}
	if on != "" {
		d.Sources = sourced
	}
	for _, r := range rivals {
		d.Rivals = append(d.Rivals, Claim{On: optional(r), Sources: sourced, Note: "not " + on})
	}
	return d
}

// effect is an event that took effect on the day.
func effect(on string, rivals ...string) Steps { return Steps{step(Effective, on, rivals...)} }

func founder(state StateID) Membership {
	return Membership{State: state, Role: Member, Joined: Accession{How: Founded, Sources: sourced}}
}

func joined(state StateID, on string, rivals ...string) Membership {
	return Membership{State: state, Role: Member, Joined: Accession{How: Acceded, Steps: effect(on, rivals...)}}
}

func (m Membership) left(on string, rivals ...string) Membership {
	m.Left = Departure{How: Withdrew, Steps: effect(on, rivals...)}
	return m
}

func (m Membership) as(r Role) Membership {
	m.Role = r
	return m
}

func (m Membership) suspendedFor(since, until string) Membership {
	s := Suspension{Began: effect(since)}
	if until != "" {
		s.Ended = effect(until)
	}
	m.Suspensions = append(slices.Clone(m.Suspensions), s)
	return m
}

// body is an organization from one day to another, or to this day.
func body(id OrgID, since, until string, members ...Membership) Organization {
	o := Organization{
		ID: id, Name: "Organization " + strings.ToUpper(string(id)), Short: strings.ToUpper(string(id)), Kind: "community",
		Founded: effect(since), Members: members,
	}
	if until != "" {
		o.Ended = effect(until)
	}
	return o
}

func (o Organization) after(from OrgID, how SuccessionKind, on string) Organization {
	o.Predecessors = append(slices.Clone(o.Predecessors), Succession{From: from, How: how, Steps: effect(on)})
	return o
}

// dataset holds the organizations, and the states and the source they need.
func dataset(orgs ...Organization) Dataset {
	d := Dataset{Organizations: orgs, Sources: []Source{{ID: "s", Kind: Treaty, Title: "A treaty"}}}
	states := map[StateID]bool{}
	for _, o := range orgs {
		for _, m := range o.Members {
			states[m.State] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(states)) {
		d.States = append(d.States, State{ID: id, Name: "State of " + string(id)})
	}
	return d
}

// southern is a small data set after the model of the Front Line States, SADCC
// and SADC: a vague beginning, a transformation, a vague departure that was
// taken back, a suspension, an observer and a rival body.
func southern() Dataset {
	return dataset(
		body("fls", "1975", "1980-04-01",
			founder("BW"), founder("TZ"), founder("ZM"), joined("AO", "1976~"), joined("NA", "").as(Observer).sourcedOnly()),
		body("sadcc", "1980-04-01", "1992-08-17",
			founder("AO"), founder("BW"), founder("TZ"), founder("ZM"),
			joined("MG", "", "1985"), joined("NA", "1990-03-21", "1990-04")).
			after("fls", Replaced, "1980-04-01"),
		body("sadc", "1992-08-17", "",
			founder("AO"), founder("BW"), founder("NA"), founder("TZ"), founder("ZM"),
			joined("SC", "1997-09-08").left("2004-07-01", "2003"), joined("SC", "2008-08"),
			joined("MG", "2005-08-18").suspendedFor("2009-03", "2014-01-30"),
			joined("MU", "1995-08-28", "1995")).
			after("sadcc", Transformed, "1992-08-17"),
		body("comesa", "1994-12-08", "",
			founder("ZM"), founder("TZ").left("2000-09-02"), founder("AO").left("[2004..]"),
			joined("NA", "1995").as(Observer).left("1998"), joined("NA", "1998").left("2004-05-02")),
	)
}

// sourcedOnly takes away the steps of the accession and leaves a source.
func (m Membership) sourcedOnly() Membership {
	m.Joined.Steps, m.Joined.Sources = nil, sourced
	return m
}

func mustNew(t testing.TB, d Dataset) *Atlas {
	t.Helper()
	a, err := New(d)
	if err != nil {
		t.Fatalf("New fails:\n%v", err)
	}
	return a
}

// must is for questions about records that are there.
func must[T any](t testing.TB) func(T, error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// text shows standings as lines to compare.
func text(sts []Standing) []string {
	lines := []string{}
	for _, st := range sts {
		line := fmt.Sprintf("%s %s %s %s: %s", st.Organization.ID, st.Membership.State, st.Membership.Role, st.Interval, st.Answer)
		if st.Suspended > No {
			line += fmt.Sprintf(", suspended %s", st.Suspended)
		}
		if st.Joined > No {
			line += fmt.Sprintf(", joined %s", st.Joined)
		}
		if st.Left > No {
			line += fmt.Sprintf(", left %s", st.Left)
		}
		for _, c := range st.Contested() {
			line += fmt.Sprintf(", but %s %s says %s", c.About, c.Claim.On, c.Answer)
		}
		lines = append(lines, line)
	}
	return lines
}

// brief shows standings as states alone, with a question mark where the answer
// is Maybe and an exclamation mark where it is No.
func brief(sts []Standing) string {
	var ids []string
	for _, st := range sts {
		ids = append(ids, string(st.Membership.State)+[]string{"!", "?", ""}[st.Answer])
	}
	return strings.Join(ids, " ")
}

// clone copies the records that tests change.
func clone(d Dataset) Dataset {
	d.Organizations = slices.Clone(d.Organizations)
	d.States, d.Sources = slices.Clone(d.States), slices.Clone(d.Sources)
	for i := range d.Organizations {
		o := &d.Organizations[i]
		o.Founded, o.Ended = o.Founded.clone(), o.Ended.clone()
		o.Predecessors, o.Members = slices.Clone(o.Predecessors), slices.Clone(o.Members)
		for j := range o.Predecessors {
			o.Predecessors[j].Steps = o.Predecessors[j].Steps.clone()
		}
		for j := range o.Members {
			m := &o.Members[j]
			m.Joined.Steps, m.Left.Steps = m.Joined.Steps.clone(), m.Left.Steps.clone()
			m.Suspensions = slices.Clone(m.Suspensions)
			for k := range m.Suspensions {
				m.Suspensions[k].Began, m.Suspensions[k].Ended = m.Suspensions[k].Began.clone(), m.Suspensions[k].Ended.clone()
			}
		}
	}
	return d
}

func (s Steps) clone() Steps {
	s = slices.Clone(s)
	for i := range s {
		s[i].Rivals = slices.Clone(s[i].Rivals)
	}
	return s
}

// eachSteps calls f for the steps of every event in d.
func eachSteps(d *Dataset, f func(Steps)) {
	for i := range d.Organizations {
		o := &d.Organizations[i]
		f(o.Founded)
		f(o.Ended)
		for j := range o.Members {
			m := &o.Members[j]
			f(m.Joined.Steps)
			f(m.Left.Steps)
			for k := range m.Suspensions {
				f(m.Suspensions[k].Began)
				f(m.Suspensions[k].Ended)
			}
		}
	}
}
