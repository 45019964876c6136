package data

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/orglineage/orglineage/lineage"
)

func TestReadCrosswalk(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("testdata/full/crosswalk.yaml")
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadCrosswalk("c.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	want := &Crosswalk{
		Organizations: []TheirOrganization{{"FULL", []lineage.OrgID{"full", "outer"}, "one body there", Position{"c.yaml", 2, 5}}},
		States:        []TheirState{{"ruritania", []lineage.StateID{"KZ"}, "its old name", Position{"c.yaml", 6, 5}}},
		Explanations: []Explanation{{
			Organization: "FULL", State: "KZ", Years: Years{2005, 2008}, Theirs: FullMember, Ours: NoMember,
			Why: TheirError, Note: "a slip", Sources: []lineage.SourceID{"s"}, Position: Position{"c.yaml", 10, 5},
		}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCrosswalkProblems(t *testing.T) {
	t.Parallel()
	explain := "explanations:\n  - {organization: X, years: 2005, why: error, note: n, sources: [s]"
	tests := []struct{ reason, text, want string }{
		{"nothing", "", "c.yaml:1:1: the file is empty [syntax]"},
		{"not YAML", "a: [", "[syntax]"},
		{"another kind of file", "- {id: KZ}", "c.yaml:1:1: want a mapping (crosswalk), have a list [wrong-shape]"},
		{"a slip in a key", "organisations: []", `c.yaml:1:1: crosswalk has no key "organisations"; did you mean "organizations"? [unknown-key]`},
		{"a state without ours", "states: [{theirs: x}]", "c.yaml:1:10: their state has no ours [missing-field]"},
		{"a name twice", "organizations: [{theirs: X, ours: [a]},\n  {theirs: X}]", `c.yaml:2:3: a second entry for "X"; put what it means into one [duplicate-id]`},
		{"a status that is none", explain + ", theirs: 4}", `c.yaml:2:79: "4" is not a status: want no, member, associate, observer [bad-value]`},
		{"a reason that is none", strings.Replace(explain, "error", "slip", 1) + "}", `c.yaml:2:41: "slip" is not a reason: want error, granularity, definition, missing`},
		{"years that run backwards", strings.Replace(explain, "2005", "2005..2001", 1) + "}", "c.yaml:2:30: want years such as 2005, 2008..2014, 2013.. or ..2004, have \"2005..2001\" [bad-value]"},
		{"a list of years", strings.Replace(explain, "2005", "[2005]", 1) + "}", "c.yaml:2:30: want years such as 2005 or 2008..2014, have a list [wrong-shape]"},
		{"more than anybody writes", "# " + strings.Repeat("x", maxListBytes), "c.yaml:1:1: the file is larger than 4096 KiB [too-large]"},
	}
	for _, tt := range tests {
		_, err := ReadCrosswalk("c.yaml", []byte(tt.text))
		var problems Problems
		if !errors.As(err, &problems) || !strings.Contains(problems[0].Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.reason, err, tt.want)
		}
	}
}

func TestCrosswalkCheck(t *testing.T) {
	t.Parallel()
	atlas, err := BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	w, err := ReadCrosswalk("c.yaml", []byte(`organizations: [{theirs: A, ours: [caco, atlantis]}]
states: [{theirs: b, ours: [KZ, ZZ]}]
explanations:
- {organization: A, state: XX, years: 2005, why: error, note: n, sources: [none]}
- {organization: Atlantis, years: 2005, why: error, note: n, sources: [wikipedia]}
- {organization: b, years: 2005, why: error, note: n, sources: [wikipedia]}
- {organization: CACO, years: 2005, why: error, note: n, sources: [wikipedia]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := `c.yaml:1:17: there is no organization "atlantis" [unknown-organization]
c.yaml:2:10: there is no state "ZZ" [unknown-state]
c.yaml:4:3: there is no source "none" [unknown-source]
c.yaml:4:3: there is no state "XX" [unknown-state]
c.yaml:5:3: an explanation for "Atlantis" would never be used: no organization "Atlantis" [unknown-organization]`
	beside := &Crosswalk{Organizations: []TheirOrganization{{Theirs: "B"}}}
	if err := w.Check(atlas, beside); err == nil || err.Error() != want {
		t.Errorf("have\n%v\nwant\n%s", err, want)
	}
}

// A name of a state has one meaning, however it is written.
func TestCrosswalkTwice(t *testing.T) {
	t.Parallel()
	_, err := ReadCrosswalk("c.yaml", []byte("states: [{theirs: south korea, ours: [KR]}, {theirs: SouthKorea, ours: [KR]}]"))
	want := `c.yaml:1:45: a second entry for "SouthKorea"; put what it means into one [duplicate-id]`
	if err == nil || err.Error() != want {
		t.Errorf("have %v, want %s", err, want)
	}
}

func TestYears(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text    string
		in, out []int
		reason  string
	}{
		{"2005", []int{2005}, []int{2004, 2006}, "one year"},
		{"2005..2007", []int{2005, 2007}, []int{2004, 2008}, "both ends are included"},
		{"2005..", []int{2005, 9999}, []int{2004}, "an open end"},
		{"..2005", []int{1, 2005}, []int{2006}, "an open beginning"},
		{"..", []int{1, 9999}, nil, "all years"},
		{"", nil, nil, "nothing is no year"},
		{"05", nil, nil, "two digits may be of any century"},
		{"2005...2007", nil, nil, "three dots"},
		{"2007..2005", nil, nil, "backwards"},
	}
	for _, tt := range tests {
		var y Years
		err := y.UnmarshalText([]byte(tt.text))
		if (err == nil) != (tt.in != nil) {
			t.Errorf("%s (%s): %v", tt.text, tt.reason, err)
			continue
		}
		for _, year := range tt.in {
			if !y.Has(year) {
				t.Errorf("%s (%s) has not %d", tt.text, tt.reason, year)
			}
		}
		for _, year := range tt.out {
			if y.Has(year) {
				t.Errorf("%s (%s) has %d", tt.text, tt.reason, year)
			}
		}
		if b, _ := y.MarshalText(); err == nil && string(b) != tt.text {
			t.Errorf("%s became %s", tt.text, b)
		}
	}
}

// Words of statuses and reasons are read as they are written.
func TestStatusText(t *testing.T) {
	t.Parallel()
	for i, s := range AllStatuses() {
		var word, code Status
		b, _ := s.MarshalText()
		if word.UnmarshalText(b) != nil || code.UnmarshalText([]byte{byte('0' + i)}) != nil || word != s || code != s {
			t.Errorf("%v: %v, %v", s, word, code)
		}
	}
	for _, r := range AllReasons() {
		var word Reason
		if b, _ := r.MarshalText(); word.UnmarshalText(b) != nil || word != r {
			t.Errorf("%v: %v", r, word)
		}
	}
	if text := Status(9).String() + ", " + Reason(9).String(); text != "status 9, reason 9" {
		t.Error(text)
	}
}
