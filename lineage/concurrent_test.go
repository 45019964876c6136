package lineage_test

import (
	"fmt"
	"hash/fnv"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/orglineage/orglineage/examples/invented"
	"github.com/orglineage/orglineage/lineage"
)

// asked are all questions to an atlas, by the name of the method. Each returns
// what was answered, as text, for the n-th organization, state and year.
var asked = map[string]func(a *lineage.Atlas, n int) any{
	"Organizations": func(a *lineage.Atlas, n int) any { return pick(a.Organizations(), n).ID },
	"States":        func(a *lineage.Atlas, n int) any { return pick(a.States(), n).ID },
	"Sources":       func(a *lineage.Atlas, _ int) any { return len(a.Sources()) },
	"Source":        func(a *lineage.Atlas, n int) any { return said(a.Source(pick(a.Sources(), n).ID)) },
	"Places":        func(a *lineage.Atlas, _ int) any { return len(a.Places()) },
	"Collections":   func(a *lineage.Atlas, _ int) any { return len(a.Collections()) },
	"Collection": func(a *lineage.Atlas, _ int) any {
		_, os, err := a.Collection("none")
		return said(len(os), err)
	},
	"Organization": func(a *lineage.Atlas, n int) any {
		o, err := a.Organization(pick(a.Organizations(), n).Name)
		return said(o.ID, err)
	},
	"State": func(a *lineage.Atlas, n int) any {
		s, err := a.State(pick(a.States(), n).Name)
		return said(s.ID, err)
	},
	"MembersOn":     func(a *lineage.Atlas, n int) any { return standings(a.MembersOn(org(n), year(n), query(n))) },
	"MembersDuring": func(a *lineage.Atlas, n int) any { return standings(a.MembersDuring(org(n), year(n), query(n))) },
	"LineageMembersOn": func(a *lineage.Atlas, n int) any {
		return standings(a.LineageMembersOn(org(n), year(n), query(n)))
	},
	"LineageMembersDuring": func(a *lineage.Atlas, n int) any {
		return standings(a.LineageMembersDuring(org(n), year(n), query(n)))
	},
	"Memberships": func(a *lineage.Atlas, n int) any { return standings(a.Memberships(country(n), query(n))) },
	"MembershipsDuring": func(a *lineage.Atlas, n int) any {
		return standings(a.MembershipsDuring(country(n), year(n), query(n)))
	},
	"Dataset": func(a *lineage.Atlas, n int) any { return pick(a.Dataset().Organizations, n).ID },
	"Extract": func(a *lineage.Atlas, n int) any {
		part, err := a.Extract([]lineage.OrgID{org(n), org(n + 1)}, nil)
		return said(len(part.Organizations()), err)
	},
	"Life": func(a *lineage.Atlas, n int) any {
		p, err := a.Life(org(n), query(n).Basis)
		return said(p.Interval, err)
	},
	"OrganizationsOn": func(a *lineage.Atlas, n int) any { return len(a.OrganizationsOn(year(n), query(n))) },
	"Identity":        func(a *lineage.Atlas, n int) any { return ids(a.Identity(org(n), query(n).Identity)) },
	"Ancestors":       func(a *lineage.Atlas, n int) any { return ids(a.Ancestors(org(n))) },
	"Descendants":     func(a *lineage.Atlas, n int) any { return ids(a.Descendants(org(n))) },
	"Lineage":         func(a *lineage.Atlas, n int) any { return ids(a.Lineage(org(n))) },
	"Family":          func(a *lineage.Atlas, n int) any { return ids(a.Family(org(n))) },
	"Predecessors": func(a *lineage.Atlas, n int) any {
		all, err := a.Predecessors(org(n))
		return said(len(all), err)
	},
	"Successors": func(a *lineage.Atlas, n int) any {
		all, err := a.Successors(org(n))
		return said(len(all), err)
	},
	"Paths": func(a *lineage.Atlas, n int) any {
		ways, err := a.Paths(org(n), org(n+3))
		count := 0
		for range ways {
			count++
		}
		return said(count, err)
	},
	"Shared": func(a *lineage.Atlas, n int) any {
		all, err := a.Shared([]lineage.StateID{country(n), country(n + 1)}, query(n))
		return said(len(all), err)
	},
	"Panel": func(a *lineage.Atlas, n int) any {
		cells, err := a.Panel([]lineage.OrgID{org(n), org(n + 1)}, 1990, 1995, query(n))
		count := 0
		for range cells {
			count++
		}
		return said(count, err)
	},
	"Continuity": func(a *lineage.Atlas, n int) any {
		c, err := a.Continuity(country(n), org(n), query(n))
		return said(c != nil, err)
	},
	"Changes": func(a *lineage.Atlas, n int) any {
		c, err := a.Changes(lineage.Point{Organization: org(n), On: lineage.YearDate(1980)}, lineage.Point{Organization: org(n), On: year(n)}, query(n))
		return said(c != nil, err)
	},
	"Events": func(a *lineage.Atlas, n int) any {
		all, err := a.Events(org(n))
		return said(len(all), err)
	},
	"Cited": func(a *lineage.Atlas, n int) any {
		all, err := a.Cited(org(n))
		return said(len(all), err)
	},
	"Coverage": func(a *lineage.Atlas, n int) any {
		all, err := a.Coverage(org(n))
		return said(len(all), err)
	},
}

func pick[V any](all []V, n int) V { return all[n%len(all)] }

func said(answer any, err error) string { return fmt.Sprint(answer, err) }

func org(n int) lineage.OrgID       { return invented.OrgID(7 * n % 50) }
func country(n int) lineage.StateID { return invented.StateID(3 * n % 100) }
func year(n int) lineage.Date       { return lineage.YearDate(1960 + n%50) }

func query(n int) lineage.Query {
	return lineage.Query{
		Roles: lineage.EveryRole, Basis: lineage.AllBases()[n%3], Identity: lineage.AllIdentities()[n%3], Disputed: n%2 == 0,
	}
}

func ids(all []*lineage.Organization, err error) string {
	var list []lineage.OrgID
	for _, o := range all {
		list = append(list, o.ID)
	}
	return said(list, err)
}

func standings(all []lineage.Standing, err error) string {
	h := fnv.New64a()
	for i := range all {
		st := &all[i]
		fmt.Fprint(h, st.Organization.ID, st.Membership.State, st.Interval, st.Answer, st.Suspended, st.Joined, st.Left, len(st.Contested()))
		st.Membership = nil // the answer is the asker's own
	}
	return said(h.Sum64(), err)
}

// TestConcurrentReaders asks an atlas everything from many sides at once: one
// that was checked, and one that reads its records when the first questions come.
// The answers are those that one asker gets.
func TestConcurrentReaders(t *testing.T) {
	t.Parallel()
	methods := reflect.TypeFor[*lineage.Atlas]()
	for i := range methods.NumMethod() {
		if name := methods.Method(i).Name; asked[name] == nil {
			t.Errorf("nobody asks %s", name)
		}
	}
	var names []string
	for name := range asked {
		names = append(names, name)
	}
	slices.Sort(names)

	const askers, rounds = 16, 20
	table := invented.New(invented.Of(2000))
	alone, err := lineage.New(table.Dataset())
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]any{}
	for _, name := range names {
		for n := range rounds {
			want[name] = append(want[name], asked[name](alone, n))
		}
	}
	checked, err := lineage.New(table.Dataset())
	if err != nil {
		t.Fatal(err)
	}
	for kind, a := range map[string]*lineage.Atlas{"New": checked, "Checked": lineage.Checked(table.Dataset())} {
		var group sync.WaitGroup
		for asker := range askers {
			group.Go(func() {
				for i := range len(names) * rounds {
					// Each begins elsewhere, so that all first questions meet.
					name, n := names[(i+asker*len(names)/askers)%len(names)], (i/len(names)+asker)%rounds
					if got := asked[name](a, n); got != want[name][n] {
						t.Errorf("%s: %s(%d) = %v, want %v", kind, name, n, got, want[name][n])
						return
					}
				}
			})
		}
		group.Wait()
	}
}
