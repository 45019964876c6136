package lineage

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestDisputedAddsOnly: asking for disputed memberships as well adds some, and
// changes nothing of the others, least of all the claims against them.
func TestDisputedAddsOnly(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d, _ := contest(t, sharpDataset(t))
		a, err := New(d)
		if err != nil {
			t.Skip("the claims contradict the records")
		}
		on := DayOf(rapid.IntRange(oldestYear, newestYear).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), 1).Date()
		for _, o := range a.orgs() {
			plain, err := a.MembersOn(o.ID, on, Query{})
			if err != nil {
				t.Fatal(err)
			}
			all, err := a.MembersOn(o.ID, on, Query{Disputed: true})
			if err != nil {
				t.Fatal(err)
			}
			held := []Standing{}
			for _, st := range all {
				if st.Answer > No {
					held = append(held, st)
				} else if !st.disputed() {
					t.Errorf("%s of %s on %s is neither held nor disputed", st.Membership.State, o.ID, on)
				}
			}
			if diff := cmp.Diff(claims(held), claims(plain)); diff != "" {
				t.Errorf("%s on %s (-with disputed +without):\n%s", o.ID, on, diff)
			}
		}
	})
}

// claims tells standings with the claims against them.
func claims(sts []Standing) []string {
	told := text(sts)
	for i, st := range sts {
		for _, c := range st.Contested() {
			told[i] += "; " + c.About.String() + " " + c.Claim.On.String() + " " + c.Answer.String()
		}
	}
	return told
}

func TestChangesTellsDisputed(t *testing.T) {
	t.Parallel()
	a := mustNew(t, dataset(body("pact", "1990-01-01", "", founder("KZ"), joined("RU", "2004-10-18", "2004-05-28"))))
	c := must[*Changes](t)(a.Changes(Point{"pact", MustDate("2004-01-01")}, Point{"pact", MustDate("2004-07-01")}, Query{}))
	if len(c.DisputedFrom) != 0 || brief(c.DisputedTo) != "RU!" {
		t.Errorf("disputed %s before and %s after, want none and RU!", brief(c.DisputedFrom), brief(c.DisputedTo))
	}
	for _, stayed := range c.Stayed {
		for _, st := range append(stayed.Before, stayed.After...) {
			if len(st.Contested()) > 0 {
				t.Errorf("%s is contested by %v, a claim against another state", stayed.State.ID, st.Contested())
			}
		}
	}
}

func TestOrganizationsOnDisputed(t *testing.T) {
	t.Parallel()
	o := body("pact", "1990-01-01", "2006-01-25", founder("KZ"))
	o.Ended[0].Rivals = []Claim{{On: MustDate("[2006-06-22..]"), Sources: o.Ended[0].Sources}}
	a := mustNew(t, dataset(o))
	on := MustDate("2006-03-01")
	if got := a.OrganizationsOn(on, Query{}); len(got) != 0 {
		t.Errorf("%d organizations, want none", len(got))
	}
	if got := a.OrganizationsOn(on, Query{Disputed: true}); len(got) != 1 || got[0].Answer != No {
		t.Errorf("disputed: %v, want pact with the answer no", got)
	}
}
