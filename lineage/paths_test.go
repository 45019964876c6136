package lineage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// diamond has an old root, a younger one, an heir of each, and an heir of both
// heirs; and one that stands alone.
func diamond() Dataset {
	return dataset(
		body("root", "1950", ""), body("young", "1990", ""), body("alone", "1960", ""),
		body("left", "1955", "").after("root", Split, "1955"),
		body("right", "1970", "").after("root", Split, "1970").after("young", Replaced, "1991"),
		body("heir", "1980", "").after("left", Merged, "1980").after("right", Merged, "1992"),
	)
}

func ids(os []*Organization) string {
	var list []string
	for _, o := range os {
		list = append(list, string(o.ID))
	}
	return strings.Join(list, " ")
}

func TestOrder(t *testing.T) {
	t.Parallel()
	for seed := range uint64(20) {
		a := mustNew(t, shuffled(diamond(), seed))
		// left is older than alone and young; right and heir wait for young.
		if got, want := ids(a.Organizations()), "root left alone young right heir"; got != want {
			t.Fatalf("seed %d: %q, want %q", seed, got, want)
		}
	}
}

func TestRelatives(t *testing.T) {
	t.Parallel()
	a := mustNew(t, diamond())
	many := must[[]*Organization](t)
	for _, test := range []struct {
		id                                      OrgID
		ancestors, descendants, lineage, family string
	}{
		{"root", "", "left right heir", "root left right heir", "root left young right heir"},
		{"right", "root young", "heir", "root young right heir", "root left young right heir"},
		{"heir", "root left young right", "", "root left young right heir", "root left young right heir"},
		{"alone", "", "", "alone", "alone"},
	} {
		got := []string{ids(many(a.Ancestors(test.id))), ids(many(a.Descendants(test.id))), ids(many(a.Lineage(test.id))), ids(many(a.Family(test.id)))}
		if diff := cmp.Diff([]string{test.ancestors, test.descendants, test.lineage, test.family}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.id, diff)
		}
	}
}

func TestPaths(t *testing.T) {
	t.Parallel()
	a := mustNew(t, diamond())
	for _, test := range []struct {
		from, to OrgID
		want     []string
		reason   string
	}{
		{"root", "heir", []string{"left heir", "right heir"}, "two ways, the older first"},
		{"young", "heir", []string{"right heir"}, "one way"},
		{"heir", "root", nil, "not against the arrows"},
		{"alone", "heir", nil, "not related"},
		{"root", "root", []string{""}, "the empty way"},
	} {
		var got []string
		for way := range must[func(func([]*Succession) bool)](t)(seqOf(a.Paths(test.from, test.to))) {
			var steps []string
			for _, s := range way {
				steps = append(steps, string(s.To))
			}
			got = append(got, strings.Join(steps, " "))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("from %s to %s, %s (-want +got):\n%s", test.from, test.to, test.reason, diff)
		}
	}
	ways, _ := a.Paths("root", "heir")
	for range ways {
		break // stops without a panic
	}
}

// seqOf gives an iterator the type of a function.
func seqOf[S ~func(func([]*Succession) bool)](s S, err error) (func(func([]*Succession) bool), error) {
	return s, err
}

func TestIdentity(t *testing.T) {
	t.Parallel()
	a := mustNew(t, dataset(
		body("one", "1990", "1995").after("zero", Replaced, "1990"), body("zero", "1980", "1990"),
		body("two", "1995", "2000").after("one", Renamed, "1995"),
		body("three", "2000", "2005").after("two", Transformed, "2000"),
		body("four", "2005", "").after("three", Renamed, "2005"),
	))
	for _, test := range []struct {
		id    OrgID
		level Identity
		want  string
	}{
		{"two", SameName, "two"},
		{"two", SameBody, "one two"},
		{"one", SameBody, "one two"},
		{"three", SameBody, "three four"},
		{"four", SameLine, "one two three four"},
		{"zero", SameLine, "zero"},
	} {
		if got := ids(must[[]*Organization](t)(a.Identity(test.id, test.level))); got != test.want {
			t.Errorf("Identity(%s, %s) = %q, want %q", test.id, test.level, got, test.want)
		}
	}
}

func TestGaps(t *testing.T) {
	t.Parallel()
	line := func(first, second []Membership) Dataset {
		return dataset(
			body("a", "1990-01-01", "2000-01-01", first...),
			body("b", "2000-01-01", "2010-01-01", second...).after("a", Replaced, "2000-01-01"), body("c", "1990", "", founder("KZ")),
		)
	}
	list := func(ms ...Membership) []Membership { return ms }
	unknown := joined("KZ", "").sourcedOnly()
	vague := dataset(
		body("a", "1990", "1999-06", founder("KZ").left("1995"), joined("KZ", "1996")),
		body("b", "1999-06", "2010", founder("KZ")).after("a", Replaced, "1999-06"),
	)
	for _, test := range []struct {
		d      Dataset
		want   []string
		reason string
	}{
		{line(list(founder("KZ")), list(founder("KZ"))), nil, "all the time"},
		{line(nil, nil), []string{"throughout 1990-01-01 – 2010-01-01 yes"}, "never"},
		{line(list(founder("KZ")), nil), []string{"after 2000-01-01 – 2010-01-01 yes"}, "did not follow"},
		{line(nil, list(founder("KZ"))), []string{"before 1990-01-01 – 2000-01-01 yes"}, "joined later"},
		{line(list(founder("KZ")), list(joined("KZ", "2000-08-12"))), []string{"between 2000-01-01 – 2000-08-12 yes"}, "joined again"},
		{line(list(founder("KZ")), list(joined("KZ", "2000"))), []string{"between 2000-01-01 – 2000 maybe"}, "joined again in that year, or at once"},
		{line(nil, list(unknown)), []string{"before 1990-01-01 – [2000-01-01..] yes"}, "joined on a day not known, but not before there was something to join"},
		{line(list(founder("KZ").left("[..]")), nil), []string{"after [..2000-01-01] – 2010-01-01 yes"}, "left on a day not known, with its organization at the latest"},
		{line(list(founder("KZ").as(Observer)), list(founder("KZ"))), []string{"before 1990-01-01 – 2000-01-01 yes"}, "to observe is not to be a member"},
		{
			dataset(body("b", "1990", "", joined("KZ", "1990"))),
			[]string{"before 1990 – 1990 maybe"},
			"joined in the year of the founding, but not with it",
		},
		{vague, []string{"between 1995 – 1996 yes", "between 1999-06 – 1999-06 maybe"}, "a vague beginning and end of the lineage leave no gap at them"},
	} {
		a := mustNew(t, test.d)
		c := must[*Continuity](t)(a.Continuity("KZ", "b", Query{}))
		var got []string
		for _, g := range c.Gaps {
			got = append(got, fmt.Sprintf("%s %s %s", g.Kind, g.Interval, g.Certain))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.reason, diff)
		}
	}
}

func TestGapDays(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		since, until string
		least, most  int
		reason       string
	}{
		{"2015-01-01", "2015-08-12", 223, 223, "the gap of Kyrgyzstan"},
		{"2015-01", "2015-02", 1, 58, "from the last of January to the first of February; from the first to the last"},
		{"2015", "2015", 0, 364, "perhaps none"},
		{"2015-01-01", "", 0, -1, "it goes on"},
		{"[..2015-01-01]", "2015-01-11", 10, -1, "nobody knows since when"},
		{"2015-01-01", "[2015-01-11..]", 10, -1, "nobody knows until when"},
	} {
		least, most := Gap{Interval: interval(test.since, test.until)}.Days()
		if least != test.least || most != test.most {
			t.Errorf("%s – %s: %d to %d days, want %d to %d (%s)", test.since, test.until, least, most, test.least, test.most, test.reason)
		}
	}
}

func TestChanges(t *testing.T) {
	t.Parallel()
	a := mustNew(t, southern())
	c := must[*Changes](t)(a.Changes(Point{"sadcc", MustDate("1992-08-16")}, Point{"comesa", MustDate("1996")}, Query{}))
	show := func(cs []Change) string {
		var list []string
		for _, c := range cs {
			line := fmt.Sprintf("%s %s", c.State.ID, c.Certain)
			if len(c.OtherBefore)+len(c.OtherAfter) > 0 {
				line += " " + c.OtherAfter[0].Membership.Role.String()
			}
			if len(c.Later) > 0 {
				line += " later " + c.Later[0].Since.String()
			}
			list = append(list, line)
		}
		return strings.Join(list, ", ")
	}
	if got, want := show(c.Stayed), "AO yes, TZ yes, ZM yes"; got != want {
		t.Errorf("stayed: %q, want %q", got, want)
	}
	if got, want := show(c.Left), "BW yes, NA yes observer later 1998"; got != want {
		t.Errorf("left: %q, want %q", got, want)
	}
	if len(c.Joined) > 0 || c.From.Answer != Yes || c.To.Answer != Yes {
		t.Errorf("joined: %q, from %s, to %s", show(c.Joined), c.From.Answer, c.To.Answer)
	}
}

func TestEvents(t *testing.T) {
	t.Parallel()
	o := body("x", "1990-02", "", joined("KZ", "1995", "1996").left("1999").suspendedFor("1997", "1998"), joined("UZ", "", "1995"))
	o.Founded = append(Steps{step(Announced, "1989")}, o.Founded...)
	a := mustNew(t, dataset(o, body("y", "1990-01", "1995").after("x", Split, "1990-03")))
	all := must[[]Event](t)(a.Events())
	var got []string
	for _, e := range all {
		line := fmt.Sprintf("%s %s %s %s", e.Dating.On, e.Organization.ID, e.What, e.Dating.Step)
		if e.State != nil {
			line += " " + string(e.State.ID)
		}
		got = append(got, line)
	}
	want := []string{
		"1989 x founding announced", "1990-01 y founding effective", "1990-02 x founding effective", "1990-03 y succession effective",
		"1995 x accession effective KZ", "1995 y end effective", "1997 x suspension effective KZ", "1998 x resumption effective KZ", "1999 x departure effective KZ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if one := must[[]Event](t)(a.Events("y", "y")); len(one) != 3 {
		t.Errorf("%d events of y, want 3", len(one))
	}
}

func TestShared(t *testing.T) {
	t.Parallel()
	a := mustNew(t, southern())
	show := func(states ...StateID) []string {
		var list []string
		for _, s := range must[[]Shared](t)(a.Shared(states, Query{})) {
			list = append(list, fmt.Sprintf("%s %s %s", s.Organization.ID, s.Interval, s.Certain))
		}
		return list
	}
	for _, test := range []struct {
		states []StateID
		want   []string
		reason string
	}{
		{[]StateID{"AO", "TZ"}, []string{"fls [1975-01-01..1977-12-31] – 1980-04-01 yes", "sadcc 1980-04-01 – 1992-08-17 yes", "sadc 1992-08-17 – yes", "comesa 1994-12-08 – 2000-09-02 yes"}, "in all four"},
		{[]StateID{"TZ", "NA"}, []string{"sadcc 1990-03-21 – 1992-08-17 yes", "sadc 1992-08-17 – yes", "comesa 1998 – 2000-09-02 yes"}, "a year stays a year"},
		{[]StateID{"SC", "MG"}, []string{"sadc 2008-08 – yes"}, "not before the Seychelles were back"},
		{[]StateID{"SC"}, []string{"sadc 1997-09-08 – 2004-07-01 yes", "sadc 2008-08 – yes"}, "alone"},
		{nil, nil, "nobody"},
	} {
		if diff := cmp.Diff(test.want, show(test.states...)); diff != "" {
			t.Errorf("%v, %s (-want +got):\n%s", test.states, test.reason, diff)
		}
	}
}

func TestPanel(t *testing.T) {
	t.Parallel()
	a := mustNew(t, southern())
	cells, err := a.Panel([]OrgID{"comesa", "sadc"}, 2003, 2004, Query{Roles: RolesOf(Member)})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for c := range cells {
		if slices.Contains([]StateID{"NA", "SC", "AO"}, c.Membership.State) {
			got = append(got, fmt.Sprintf("%s %d %s %s, at the end %s", c.Organization.ID, c.Year, c.Membership.State, c.Answer, c.AtEnd))
		}
	}
	want := []string{
		"comesa 2003 AO yes, at the end yes", "comesa 2003 NA yes, at the end yes", "comesa 2004 AO maybe, at the end maybe", "comesa 2004 NA yes, at the end no",
		"sadc 2003 AO yes, at the end yes", "sadc 2003 NA yes, at the end yes", "sadc 2003 SC yes, at the end yes",
		"sadc 2004 AO yes, at the end yes", "sadc 2004 NA yes, at the end yes", "sadc 2004 SC yes, at the end no",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for range cells {
		break // stops without a panic
	}
}

func TestOrganizationsOn(t *testing.T) {
	t.Parallel()
	proposed := body("dream", "", "")
	proposed.Proposed, proposed.Founded = true, Steps{step(Announced, "1985")}
	d := southern()
	d.Organizations = append(d.Organizations, proposed)
	a := mustNew(t, d)
	for on, want := range map[string]string{
		"1974":       "",
		"1975":       "fls maybe",
		"1986-01-01": "sadcc yes",
		"1992-08":    "sadcc maybe, sadc maybe",
		"2000":       "sadc yes, comesa yes",
	} {
		var got []string
		for _, p := range a.OrganizationsOn(MustDate(on), Query{}) {
			got = append(got, fmt.Sprintf("%s %s", p.Organization.ID, p.Answer))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("on %s: %q, want %q", on, got, want)
		}
	}
	if life := must[Presence](t)(a.Life("dream", ByEffect)); life.Answer != No {
		t.Errorf("a proposal has a life: %v", life)
	}
	if life := must[Presence](t)(a.Life("fls", ByEffect)); life.Answer != Yes || life.Interval != interval("1975", "1980-04-01") {
		t.Errorf("the life of fls is %v", life)
	}
}
