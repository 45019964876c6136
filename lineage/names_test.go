package lineage

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// named is a data set with names in several languages and some traps.
func named() Dataset {
	caco, eurasec, eec := body("caco", "2002-02-28", "2006-01-25"), body("eurasec", "2001-05-30", "2015-01-01"), body("eec", "2012-02-02", "")
	caco.Name, caco.Names = "Central Asian Cooperation Organization", map[string]string{"ru": "Организация «Центрально-Азиатское сотрудничество»"}
	caco.Aliases = []string{"OCAC", "ЦАС"}
	eurasec.Name, eurasec.Short, eurasec.Ambiguous = "Eurasian Economic Community", "EurAsEC", []string{"EEC", "EAEC"}
	eurasec.Aliases = []string{"ЕврАзЭС"}
	eec.Name, eec.Short = "Eurasian Economic Commission", "EEC"
	eec.Ambiguous = []string{"EEC"}
	d := dataset(caco, eurasec, eec)
	d.Lookalikes = []Lookalike{
		{"EEC", "European Economic Community"},
		{"EAEC", "European Atomic Energy Community (Euratom)"},
		{"CAREC", "Central Asia Regional Economic Cooperation"},
	}
	d.States = []State{
		{ID: "KZ", Name: "Kazakhstan", Alpha3: "KAZ", COWNumber: 705, COWCode: "KZK", Names: map[string]string{"ru": "Казахстан", "kk": "Қазақстан"}},
		{ID: "UZ", Name: "Uzbekistan", Alpha3: "UZB", COWNumber: 704, Names: map[string]string{"uz": "Oʻzbekiston"}},
		{ID: "CI", Name: "Côte d’Ivoire", Alpha3: "CIV", Aliases: []string{"Ivory Coast"}},
		{
			ID: "SZ", Name: "Eswatini", Alpha3: "SWZ",
			Former: []FormerName{{Name: "Swaziland", Until: MustDate("2018-04-19"), Sources: sourced}},
		},
		{
			ID: "CD", Name: "Democratic Republic of the Congo", Alpha3: "COD",
			Former: []FormerName{
				{Name: "Congo-Léopoldville", Until: MustDate("1971-10-27"), Sources: sourced},
				{Name: "Zaire", Until: MustDate("1997-05"), Sources: sourced},
				{Name: "Belgian Congo", Sources: sourced},
			},
		},
	}
	return d
}

func TestOrganizationByName(t *testing.T) {
	t.Parallel()
	a := mustNew(t, named())
	for _, test := range []struct{ name, want, reason string }{
		{"caco", "caco", "the ID"},
		{"CACO", "caco", "the acronym"},
		{"cAcO", "caco", "any case"},
		{"C.A.C.O.", "caco", "full stops do not count"},
		{"  caco  ", "caco", "spaces around do not count"},
		{"central asian cooperation organization", "caco", "the name in small letters"},
		{"Central-Asian  Cooperation Organization", "caco", "hyphens are spaces"},
		{"Организация Центрально-азиатское сотрудничество", "caco", "without quotation marks"},
		{"цас", "caco", "an alias in another script"},
		{"еврАзэс", "eurasec", "another script in any case"},
		{"eec", "eec", "an ID means itself, whatever else bears it"},
		{"EEC", "eec", "and so in capital letters"},
	} {
		o, err := a.Organization(test.name)
		if err != nil || string(o.ID) != test.want {
			t.Errorf("Organization(%q) = %v, %v, want %s (%s)", test.name, o, err, test.want, test.reason)
		}
	}
}

func TestOrganizationErrors(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, want, reason string }{
		{"cacoo", `no organization "cacoo"; did you mean caco (Central Asian Cooperation Organization)?`, "a letter too many"},
		{"eurasian economic", `no organization "eurasian economic"; did you mean eec (Eurasian Economic Commission) or eurasec (Eurasian Economic Community)?`, "the beginning of two names"},
		{"nato", `no organization "nato"`, "two letters of four are too many"},
		{"warsaw pact", `no organization "warsaw pact"`, "nothing like it"},
		{"CAREC", `"CAREC" means Central Asia Regional Economic Cooperation, which is not in this atlas`, "it is known, but not here"},
		{"EAEC", `"EAEC" is ambiguous: eurasec (Eurasian Economic Community); European Atomic Energy Community (Euratom) (no organization of this atlas)`, "one here, one elsewhere"},
	} {
		for range 20 { // maps come in another order each time
			_, err := mustNew(t, named()).Organization(test.name)
			if err == nil || err.Error() != test.want {
				t.Errorf("Organization(%q) fails with\n%v, want\n%s (%s)", test.name, err, test.want, test.reason)
				break
			}
			var ambiguous *AmbiguousError
			var missing *NotFoundError
			if errors.Is(err, ErrNotFound) != errors.As(err, &missing) || errors.As(err, &missing) == errors.As(err, &ambiguous) {
				t.Errorf("Organization(%q) fails with a %T", test.name, err)
			}
		}
	}
}

func TestAmbiguousOrganizations(t *testing.T) {
	t.Parallel()
	x, y := body("cu-1995", "1995", "2001"), body("cu-2010", "2010", "2015")
	for _, o := range []*Organization{&x, &y} {
		o.Name, o.Short, o.Ambiguous = "Customs Union of "+string(o.ID[3:]), "CU", []string{"CU", "Customs Union"}
	}
	a := mustNew(t, dataset(y, x))
	for _, name := range []string{"CU", "customs union"} {
		_, err := a.Organization(name)
		var ambiguous *AmbiguousError
		if !errors.As(err, &ambiguous) {
			t.Fatalf("Organization(%q) fails with %v", name, err)
		}
		want := []Sense{{"cu-1995", "Customs Union of 1995"}, {"cu-2010", "Customs Union of 2010"}}
		if diff := cmp.Diff(want, ambiguous.Senses); diff != "" {
			t.Errorf("senses (-want +got):\n%s", diff)
		}
		ambiguous.Senses[0].ID = "changed" // it belongs to the caller
	}
}

func TestStateByName(t *testing.T) {
	t.Parallel()
	a := mustNew(t, named())
	for _, test := range []struct{ name, want, reason string }{
		{"KZ", "KZ", "ISO alpha-2"},
		{"kz", "KZ", "in small letters"},
		{"kaz", "KZ", "ISO alpha-3"},
		{"KZK", "KZ", "Correlates of War"},
		{"казахстан", "KZ", "Russian"},
		{"ҚАЗАҚСТАН", "KZ", "Kazakh, in capital letters"},
		{"O'zbekiston", "UZ", "a typewriter apostrophe for ʻ"},
		{"O‘zbekiston", "UZ", "an opening quotation mark for ʻ"},
		{"Ozbekiston", "UZ", "none at all"},
		{"Cote d'Ivoire", "", "without the circumflex it is a near miss"},
		{"côte d'ivoire", "CI", "a typewriter apostrophe for ’"},
		{"swaziland", "SZ", "a former name"},
		{"Zaire", "CD", "a former name"},
		{"Congo Léopoldville", "CD", "the first name"},
	} {
		s, err := a.State(test.name)
		switch {
		case test.want == "":
			var missing *NotFoundError
			if !errors.As(err, &missing) || len(missing.Senses) == 0 {
				t.Errorf("State(%q) = %v, %v (%s)", test.name, s, err, test.reason)
			}
		case err != nil || string(s.ID) != test.want:
			t.Errorf("State(%q) = %v, %v, want %s (%s)", test.name, s, err, test.want, test.reason)
		}
	}
}

func TestNameOn(t *testing.T) {
	t.Parallel()
	a := mustNew(t, named())
	for _, test := range []struct{ state, on, want, reason string }{
		{"KZ", "1991", "Kazakhstan", "it bore no other"},
		{"SZ", "2018-04-18", "Swaziland", "the last day"},
		{"SZ", "2018-04-19", "Eswatini", "the first day"},
		{"SZ", "2018", "Swaziland", "on some day of that year it may have been"},
		{"CD", "1965", "Congo-Léopoldville", "the first of several"},
		{"CD", "1971-10-27", "Zaire", "the second"},
		{"CD", "1997-05-30", "Zaire", "May was not over"},
		{"CD", "1997-05-31", "Democratic Republic of the Congo", "by then May was over but for this day"},
		{"CD", "2020", "Democratic Republic of the Congo", "a former name without an end is not that of today"},
	} {
		s := must[*State](t)(a.State(test.state))
		if got := s.NameOn(MustDate(test.on)); got != test.want {
			t.Errorf("%s on %s is %s, want %s (%s)", test.state, test.on, got, test.want, test.reason)
		}
	}
}

// TestNotFound: every question says what it does not find.
func TestNotFound(t *testing.T) {
	t.Parallel()
	a := mustNew(t, named())
	p := Point{Organization: "caco", On: YearDate(2003)}
	nowhere := Point{Organization: "cacoo"}
	for name, ask := range map[string]func() error{
		"Organization":         func() error { _, err := a.Organization("cacoo"); return err },
		"MembersOn":            func() error { _, err := a.MembersOn("cacoo", Date{}, Query{}); return err },
		"MembersDuring":        func() error { _, err := a.MembersDuring("cacoo", Date{}, Query{}); return err },
		"LineageMembersOn":     func() error { _, err := a.LineageMembersOn("cacoo", Date{}, Query{}); return err },
		"LineageMembersDuring": func() error { _, err := a.LineageMembersDuring("cacoo", Date{}, Query{}); return err },
		"Life":                 func() error { _, err := a.Life("cacoo", ByEffect); return err },
		"Identity":             func() error { _, err := a.Identity("cacoo", SameLine); return err },
		"Predecessors":         func() error { _, err := a.Predecessors("cacoo"); return err },
		"Successors":           func() error { _, err := a.Successors("cacoo"); return err },
		"Ancestors":            func() error { _, err := a.Ancestors("cacoo"); return err },
		"Descendants":          func() error { _, err := a.Descendants("cacoo"); return err },
		"Lineage":              func() error { _, err := a.Lineage("cacoo"); return err },
		"Family":               func() error { _, err := a.Family("cacoo"); return err },
		"Paths from":           func() error { _, err := a.Paths("cacoo", "caco"); return err },
		"Paths to":             func() error { _, err := a.Paths("caco", "cacoo"); return err },
		"Changes from":         func() error { _, err := a.Changes(nowhere, p, Query{}); return err },
		"Changes to":           func() error { _, err := a.Changes(p, nowhere, Query{}); return err },
		"Events":               func() error { _, err := a.Events("caco", "cacoo"); return err },
		"Panel":                func() error { _, err := a.Panel([]OrgID{"cacoo"}, 2000, 2001, Query{}); return err },
		"Continuity":           func() error { _, err := a.Continuity("KZ", "cacoo", Query{}); return err },
	} {
		err := ask()
		var missing *NotFoundError
		if !errors.Is(err, ErrNotFound) || !errors.As(fmt.Errorf("wrapped: %w", err), &missing) {
			t.Errorf("%s fails with %v", name, err)
			continue
		}
		if missing.What != "organization" || missing.Name != "cacoo" || len(missing.Senses) != 1 || missing.Senses[0].ID != "caco" {
			t.Errorf("%s fails with %#v", name, missing)
		}
	}
	for name, ask := range map[string]func() error{
		"State":       func() error { _, err := a.State("KY"); return err },
		"Memberships": func() error { _, err := a.Memberships("KY", Query{}); return err },
		"Continuity":  func() error { _, err := a.Continuity("KY", "caco", Query{}); return err },
		"Shared":      func() error { _, err := a.Shared([]StateID{"KZ", "KY"}, Query{}); return err },
	} {
		if err := ask(); !errors.Is(err, ErrNotFound) {
			t.Errorf("%s fails with %v", name, err)
		}
	}
	if _, err := a.Source("t"); !errors.Is(err, ErrNotFound) {
		t.Errorf("Source fails with %v", err)
	}
	if s, err := a.Source("s"); err != nil || s.Title != "A treaty" {
		t.Errorf("Source = %v, %v", s, err)
	}
}
