package lineage

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// The hostile data sets end, in an atlas or in problems that are no more than
// the records. A walk per record through all others would take minutes here,
// and the limit of the test would stop it.

func TestLongChain(t *testing.T) {
	t.Parallel()
	a := mustNew(t, chain(10_000))
	line := must[[]*Organization](t)(a.Lineage("o05000"))
	if len(line) != 10_000 || line[0].ID != "o00000" || line[9_999].ID != "o09999" {
		t.Errorf("the lineage has %d organizations", len(line))
	}
}

func TestLongCycle(t *testing.T) {
	t.Parallel()
	d := chain(10_000)
	for i := range d.Organizations { // all at the same time, so that nothing else is wrong
		o := &d.Organizations[i]
		o.Founded, o.Ended = effect("1990"), nil
		for j := range o.Predecessors {
			o.Predecessors[j].Steps = effect("[..]")
		}
	}
	d.Organizations[0] = d.Organizations[0].after("o09999", Revived, "[..]")
	_, err := New(d)
	var c *CycleError
	if !errors.As(err, &c) || len(c.Path) != 10_001 {
		t.Errorf("New fails with %.100v", err)
	}
}

func TestHostileRecords(t *testing.T) {
	t.Parallel()
	const n = 3000
	many := func(make func(i int) Organization) []Organization {
		orgs := []Organization{}
		for i := range n {
			orgs = append(orgs, make(i))
		}
		return orgs
	}
	id := func(i int) OrgID { return OrgID(fmt.Sprintf("o%05d", i)) }
	long := strings.Repeat("x", 1<<20)
	crowd := body("a", "1990", "")
	for range n {
		crowd.Members = append(crowd.Members, founder("KZ"))
	}
	heir, twins := body("heir", "1990", ""), body("twins", "1990", "")
	for i := range n {
		heir = heir.after(id(i), Merged, "1995")
		twins = twins.after("a", Replaced, "1995")
	}
	for _, test := range []struct {
		reason string
		d      Dataset
	}{
		{"dangling ancestors", dataset(many(func(i int) Organization { return body(id(i), "1990", "").after(id(i+n), Replaced, "1995") })...)},
		{"the same ID", dataset(many(func(int) Organization { return body("a", "1990", "") })...)},
		{"one state a thousand times", dataset(crowd)},
		{"a thousand ancestors that are not there", dataset(heir)},
		{"the same succession a thousand times", dataset(body("a", "1990", ""), twins)},
		{"long IDs", dataset(body(OrgID(long), "1990", "").after(OrgID(long+"y"), Replaced, "1995"))},
		{"empty records", Dataset{Organizations: make([]Organization, n), States: make([]State, n), Sources: make([]Source, n)}},
		{"empty IDs in a cycle", dataset(body("", "1990", "").after("", Replaced, "1995"))},
		{"invalid text", dataset(body("\xff\x00", "1990", "", founder("\x00")))},
		{"invalid kinds", dataset(Organization{
			ID: "a", Founded: Steps{{Step: 255}}, Predecessors: []Succession{{From: "a", How: 255, Steps: Steps{{Step: 200}}}},
			Members: []Membership{{State: "KZ", Role: 255, Joined: Accession{How: 255, Steps: Steps{{}}}, Suspensions: []Suspension{{}}}},
		})},
	} {
		_, err := New(test.d)
		var ps Problems
		if !errors.As(err, &ps) {
			t.Errorf("%s: New fails with %.100v", test.reason, err)
		}
		if len(ps) > 10*n {
			t.Errorf("%s: %d problems", test.reason, len(ps))
		}
		for _, p := range ps[:min(100, len(ps))] {
			if len(p.Msg) > 3<<20 {
				t.Errorf("%s: a message of %d bytes", test.reason, len(p.Msg))
			}
		}
	}
}

func TestEmptyAtlas(t *testing.T) {
	t.Parallel()
	a := mustNew(t, Dataset{})
	if len(a.Organizations())+len(a.States())+len(a.Sources())+len(a.OrganizationsOn(YearDate(1998), Query{})) > 0 {
		t.Error("an empty atlas holds something")
	}
	if _, err := a.Organization("x"); !errors.Is(err, ErrNotFound) {
		t.Errorf("Organization fails with %v", err)
	}
}

func TestHostileNames(t *testing.T) {
	t.Parallel()
	a := mustNew(t, southern())
	for _, name := range []string{"", " ", "\x00", "\xff\xfe", strings.Repeat("x", 1<<20), strings.Repeat("é ", 1<<16), "\u202esadc", "sadc\x00"} {
		if o, err := a.Organization(name); err == nil && o.ID != "sadc" {
			t.Errorf("%.20q means %s", name, o.ID)
		} else if err != nil && len(err.Error()) > 500 {
			t.Errorf("%.20q: a message of %d bytes", name, len(err.Error()))
		}
		_, _ = a.State(name)
	}
}
