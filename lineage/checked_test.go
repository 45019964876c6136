package lineage

import (
	"reflect"
	"sync"
	"testing"
)

// TestChecked asks every question of an atlas that reads its records when they
// are needed, in an order that no other test has, and of one that was checked.
func TestChecked(t *testing.T) {
	t.Parallel()
	for _, first := range []string{"members", "states", "lineage", "events", "names", "panel"} {
		want, err := New(southern())
		if err != nil {
			t.Fatal(err)
		}
		got := Checked(southern())
		ask := func(a *Atlas, what string) []any {
			var answers []any
			for _, o := range want.Organizations() {
				switch what {
				case "members":
					ms, err := a.MembersDuring(o.ID, Date{}, Query{Roles: EveryRole, Disputed: true})
					answers = append(answers, plain(ms), err)
				case "states":
					for _, s := range want.States() {
						ms, err := a.Memberships(s.ID, Query{Roles: EveryRole})
						answers = append(answers, plain(ms), err)
					}
				case "lineage":
					os, err := a.Lineage(o.ID)
					for _, x := range os {
						answers = append(answers, x.ID)
					}
					answers = append(answers, err)
				case "events":
					events, err := a.Events()
					for _, e := range events {
						answers = append(answers, e.What, e.Organization.ID, e.Dating.On)
					}
					answers = append(answers, err)
				case "panel":
					cells, err := a.Panel([]OrgID{o.ID}, 1990, 2010, Query{Roles: EveryRole})
					for c := range cells {
						answers = append(answers, c.Year, c.AtEnd, plain([]Standing{c.Standing}))
					}
					answers = append(answers, err)
				case "names":
					x, err := a.Organization(o.Name)
					answers = append(answers, x.ID, err)
				}
			}
			return answers
		}
		for _, what := range []string{first, "members", "states", "lineage", "events", "names", "panel"} {
			if w, g := ask(want, what), ask(got, what); !reflect.DeepEqual(w, g) {
				t.Errorf("%s, asked after %s: got %v, want %v", what, first, g, w)
			}
		}
	}
}

func plain(ms []Standing) []any {
	var all []any
	for i := range ms {
		all = append(all, ms[i].Organization.ID, ms[i].Membership.State, ms[i].Interval, ms[i].Answer, ms[i].Suspended)
	}
	return all
}

// TestCheckedConcurrently has the first questions asked at the same time.
func TestCheckedConcurrently(t *testing.T) {
	t.Parallel()
	a := Checked(southern())
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for _, o := range a.Organizations() {
				if _, err := a.MembersOn(o.ID, Date{}, Query{}); err != nil {
					t.Error(err)
				}
			}
			for _, s := range a.States() {
				if _, err := a.Memberships(s.ID, Query{}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
}
