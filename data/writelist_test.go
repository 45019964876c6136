package data

import (
	"bytes"
	"testing"

	"github.com/orglineage/orglineage/lineage"
)

// A table that was made a list of answers the same, in every year.
func TestWriteList(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		table  []byte
		reason string
	}{
		{published(), "as large as the published one"},
		{[]byte("ioname,orgname,year,kzk,uzb,xyz\nX,\"An, X\",2001,1,0,3\nX,,2002,1,-9,1\nX,,2003,1,1,1\nX,,2004,0,1,-9\nY,,2002,-9,0,0\nY,,2003,0,0,1\nY,,2008,0,0,1\n"), "missing codes, missing rows, roles that change"},
	} {
		before, err := LoadTable("t.csv", bytes.NewReader(c.table), TableOptions{})
		if err != nil {
			t.Fatal(err)
		}
		var list bytes.Buffer
		if err := WriteList(&list, before); err != nil {
			t.Fatal(err)
		}
		after, err := LoadTable("list.csv", &list, TableOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range before.Organizations() {
			if x, err := after.Organization(string(o.ID)); err != nil || x.ID != o.ID || x.Short != o.Short || x.Name != o.Name {
				t.Fatalf("%v became %v, %v", o, x, err)
			}
			for year := 1975; year <= 2016; year++ {
				want, got := during(t, before, o.ID, year), during(t, after, o.ID, year)
				if len(got) != len(want) {
					t.Fatalf("%s in %d: %d members of %d (%s)", o.ID, year, len(got), len(want), c.reason)
				}
				for i := range want {
					g, w := &got[i], &want[i]
					if g.Membership.State != w.Membership.State || g.Membership.Role != w.Membership.Role || g.Answer != w.Answer || g.Interval != w.Interval {
						t.Fatalf("%s in %d: %s is %s %s, want %s %s %s (%s)", o.ID, year, w.Membership.State, g.Membership.Role, g.Answer, w.Membership.State, w.Membership.Role, w.Answer, c.reason)
					}
				}
			}
		}
	}
}

func during(t *testing.T, a *lineage.Atlas, o lineage.OrgID, year int) []lineage.Standing {
	all, err := a.MembersDuring(o, lineage.YearDate(year), lineage.Query{Roles: lineage.EveryRole})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
