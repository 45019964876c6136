package data

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/orglineage/orglineage/lineage"
)

// New accepts every list that is taken for right without asking it, and answers
// the same.
func TestSure(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := anyList.Draw(t, "list")
		m := newTableMaker("t.csv", TableOptions{})
		if m.readAll(strings.NewReader(list)) != nil || !m.sure() {
			return
		}
		_, got, err := loadTable("t.csv", strings.NewReader(list), TableOptions{})
		if err != nil {
			t.Fatal(err)
		}
		set, err := ReadTable("t.csv", strings.NewReader(list), TableOptions{})
		if err != nil {
			t.Fatal(err)
		}
		want, err := lineage.New(set)
		if err != nil {
			t.Fatalf("it was taken for right, but New says:\n%v", err)
		}
		if w, g := everyAnswer(t, want), everyAnswer(t, got); !reflect.DeepEqual(w, g) {
			t.Errorf("got %v, want %v", g, w)
		}
		var again bytes.Buffer
		if err := WriteList(&again, want); err != nil {
			t.Fatal(err)
		}
		text := again.String()
		if _, err := LoadTable("again.csv", &again, TableOptions{}); err != nil {
			t.Fatalf("%s\nis written as\n%s\nand not read:\n%v", list, text, err)
		}
	})
}

// anyList makes lists of few organizations and states, so that their memberships
// and names collide, or nearly do.
var anyList = rapid.Custom(func(t *rapid.T) string {
	pick := func(what string, from ...string) string { return rapid.SampledFrom(from).Draw(t, what) }
	var b strings.Builder
	b.WriteString("organization,organization_name,state,state_name,role,since,until\n")
	for range rapid.IntRange(1, 6).Draw(t, "rows") {
		fmt.Fprintf(&b, "%s,%s,%s,%s,%s,%s,%s\n",
			pick("organization", "A", "B", "a", "ussr", "KZ"), pick("its name", "", "A", "An Alliance", "Atlantis"),
			pick("state", "KZ", "kazakhstan", "Uzbekistan", "Atlantis", "atlantis!", "Lemuria", "99", "705", "Former Atlantis"),
			pick("its name", "", "", "Atlantis", "Kazakhstan", "Lemuria"), pick("role", "", "member", "observer", "1"),
			pick("since", "0001~", "1990", "1990-05-06", "[1980..1995]", "[..1992]", "[..]", "1999~", "2003-02", "9999-12-31~"),
			pick("until", "", "", "1995", "[1992..1999]", "[..2001]", "2003-02-01", "[..]", "9999~"))
	}
	return b.String()
})

// everyAnswer asks for the members of every organization and the memberships of
// every state.
func everyAnswer(t *rapid.T, a *lineage.Atlas) []any {
	var all []any
	q := lineage.Query{Roles: lineage.EveryRole, Disputed: true}
	add := func(about string, sts []lineage.Standing, err error) {
		if err != nil {
			t.Fatal(err)
		}
		for i := range sts {
			st := &sts[i]
			all = append(all, about, st.Organization.ID, st.Membership.State, st.Membership.Role, st.Interval, st.Answer, st.Bounds(), st.Joined, st.Left)
		}
	}
	for _, o := range a.Organizations() {
		all = append(all, o.ID, o.Name, o.Aliases, o.Ambiguous)
		for year := 1979; year < 2005; year += 3 {
			sts, err := a.MembersDuring(o.ID, lineage.YearDate(year), q)
			add("members", sts, err)
		}
	}
	for _, s := range a.States() {
		sts, err := a.Memberships(s.ID, q)
		add("memberships of "+s.Name, sts, err)
	}
	return all
}

// Which lists New is asked about.
func TestSureCases(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rows   string
		o      TableOptions
		want   bool
		reason string
	}{
		{"A,KZ,,member,1990,1995\nA,KZ,,member,1995-12-31,\nA,UZ,,member,1991,", TableOptions{}, true, "one after the other"},
		{"A,KZ,,member,1990,1995\nA,KZ,,member,1994,\n", TableOptions{}, false, "two at a time"},
		{"A,KZ,,member,1980,2009\nA,KZ,,member,[2001..2010],[2002..2011]\nA,KZ,,member,2003,2004\n", TableOptions{}, false, "the third at the time of the first, though not of the second"},
		{"A,Atlantis,,member,1990,\n", TableOptions{}, true, "a state of its own"},
		{"A,Atlantis,Kazakhstan,member,1990,\n", TableOptions{}, false, "a state with the name of another"},
		{"A,Atlantis,,member,1990,\nA,Lemuria,Atlantis,member,1990,\n", TableOptions{}, false, "likewise, of the table"},
		{"A,KZ,,member,1990,\n", TableOptions{Rename: map[string]lineage.OrgID{"A": "no id!"}}, false, "an ID that somebody gave"},
		{"A,KZ,,member,1990,\n", TableOptions{Source: lineage.Source{ID: "no id!"}}, false, "likewise, of the source"},
	} {
		m := newTableMaker("t.csv", c.o)
		if err := m.readAll(strings.NewReader("organization,state,state_name,role,since,until\n" + c.rows)); err != nil {
			t.Fatal(err)
		}
		if got := m.sure(); got != c.want {
			t.Errorf("%q: sure %v, want %v (%s)", c.rows, got, c.want, c.reason)
		}
	}
}
