package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// answer is what the tests need of the JSON of members.
type answer struct {
	Organization string
	On           string
	Members      []struct {
		State, Role, Answer, Suspended string
		Since, Until                   *string
	}
	Disputed []struct{ State string }
}

// TestAsOf asks the command for the table "As-of oracles", cell by cell. UZ! is a
// suspended member; cells that are not listed are empty.
func TestAsOf(t *testing.T) {
	t.Parallel()
	orgs := []string{"caeu", "caec", "caco", "eurasec", "cu-2010", "ces-2012", "eaeu"}
	days := []string{
		"1994-04-29", "1994-04-30", "1998-03-25", "1998-03-26", "1998-07-17", "2001-05-30", "2002-02-28", "2004-10-17", "2004-10-18",
		"2005-10-06", "2006-01-25", "2008-12-31", "2010-01-01", "2012-01-01", "2014-12-31", "2015-01-01", "2015-01-02", "2015-08-11", "2015-08-12",
	}
	type cell struct{ on, org, role, want, reason string }
	cells := []cell{
		{"1994-04-30", "caeu", "", "KG KZ UZ", "the treaty of the three"},
		{"1998-03-25", "caeu", "", "KG KZ UZ", ""},
		{"1998-03-25", "caeu", "observer", "RU TJ", "the day before Tajikistan joined"},
		{"1998-03-26", "caeu", "", "KG KZ TJ UZ", "Tajikistan joins"},
		{"1998-03-26", "caeu", "observer", "RU", ""},
		{"1998-07-17", "caec", "", "KG KZ TJ UZ", "renamed"},
		{"2001-05-30", "caec", "", "KG KZ TJ UZ", ""},
		{"2001-05-30", "eurasec", "", "BY KG KZ RU TJ", "in force"},
		{"2002-02-28", "caco", "", "KG KZ TJ UZ", ""},
		{"2002-02-28", "eurasec", "", "BY KG KZ RU TJ", ""},
		{"2004-10-17", "caco", "", "KG KZ TJ UZ", ""},
		{"2004-10-18", "caco", "", "KG KZ RU TJ UZ", "Russia joins"},
		{"2004-10-17", "eurasec", "", "BY KG KZ RU TJ", ""},
		{"2004-10-18", "eurasec", "", "BY KG KZ RU TJ", ""},
		{"2005-10-06", "caco", "", "KG KZ RU TJ UZ", "winding up"},
		{"2005-10-06", "eurasec", "", "BY KG KZ RU TJ", ""},
		{"2005-10-06", "eurasec", "candidate", "UZ?", "Uzbekistan has applied, on a day not known"},
		{"2006-01-25", "eurasec", "", "BY KG KZ RU TJ UZ", "Uzbekistan joins"},
		{"2008-12-31", "eurasec", "", "BY KG KZ RU TJ UZ!", "suspended"},
		{"2010-01-01", "eurasec", "", "BY KG KZ RU TJ UZ!", ""},
		{"2010-01-01", "cu-2010", "", "BY KZ RU", "the common tariff begins"},
		{"2012-01-01", "eurasec", "", "BY KG KZ RU TJ UZ!", ""},
		{"2012-01-01", "cu-2010", "", "BY KZ RU", ""},
		{"2012-01-01", "ces-2012", "", "BY KZ RU", ""},
		{"2014-12-31", "eurasec", "", "BY KG KZ RU TJ UZ!", "six by name, five active"},
		{"2014-12-31", "cu-2010", "", "BY KZ RU", ""},
		{"2014-12-31", "ces-2012", "", "BY KZ RU", ""},
		{"2015-01-01", "eaeu", "", "BY KZ RU", ""},
		{"2015-01-02", "eaeu", "", "AM BY KZ RU", "Armenia joins"},
		{"2015-08-11", "eaeu", "", "AM BY KZ RU", ""},
		{"2015-08-12", "eaeu", "", "AM BY KG KZ RU", "Kyrgyzstan joins"},
	}
	for _, on := range days {
		for _, org := range orgs {
			if !slices.ContainsFunc(cells, func(c cell) bool { return c.on == on && c.org == org && c.role == "" }) {
				cells = append(cells, cell{on, org, "", "", "the cell is empty"})
			}
		}
	}
	for _, c := range cells {
		args := []string{"members", c.org, "--on", c.on, "--format", "json"}
		if c.role != "" {
			args = append(args, "--role", c.role)
		}
		got := membersOf(t, args...)
		if diff := cmp.Diff(strings.Fields(c.want), strings.Fields(got)); diff != "" {
			t.Errorf("members of %s on %s %s (%s) (-want +got):\n%s", c.org, c.on, c.role, c.reason, diff)
		}
	}
}

func membersOf(t *testing.T, args ...string) string {
	t.Helper()
	stdout, stderr, code := ask(t, args...)
	if code != exitOK || stderr != "" {
		t.Errorf("%q: exit %d, %s", args, code, stderr)
	}
	var a answer
	if err := json.Unmarshal([]byte(stdout), &a); err != nil {
		t.Fatalf("%q: %v", args, err)
	}
	var states []string
	for _, m := range a.Members {
		text := m.State
		if m.Answer != "yes" {
			text += "?"
		}
		if m.Suspended == "yes" {
			text += "!"
		}
		states = append(states, text)
	}
	slices.Sort(states)
	return strings.Join(states, " ")
}

// The keys that programs were promised, in their order.
func TestMembersJSON(t *testing.T) {
	t.Parallel()
	stdout, _, _ := ask(t, "members", "caco", "--on", "2004-12-31", "--format", "json")
	for _, want := range []string{
		`{"organization":"caco","on":"2004-12-31","members":[{"state":"KG"`,
		`{"state":"KZ","role":"member","answer":"yes","since":"2002-02-28","until":"2006-01-25","suspended":"no","sources":["`,
		`{"state":"RU","role":"member","answer":"yes","since":"2004-10-18","until":"2006-01-25","suspended":"no","sources":["`,
		`"contested":[],"name":"Kazakhstan"`,
	} {
		if !strings.Contains(stdout, want) {
			t.Errorf("%s is not in\n%s", want, stdout)
		}
	}
	if strings.Count(stdout, "\n") != 1 || strings.Contains(stdout, ":null,\"role") {
		t.Errorf("not one line")
	}
	stdout, _, _ = ask(t, "members", "eurasec", "--in", "2008", "--format", "json")
	for _, want := range []string{`{"organization":"eurasec","in":"2008","members":[`, `{"state":"UZ","role":"member","answer":"yes","since":"2006-01-25","until":"2015-01-01","suspended":"yes"`} {
		if !strings.Contains(stdout, want) {
			t.Errorf("%s is not in\n%s", want, stdout)
		}
	}
	stdout, _, _ = ask(t, "members", "eaeu", "--on", "2021-01-01", "--format", "json", "--role", "all")
	if !strings.Contains(stdout, `"until":null`) || strings.Contains(stdout, "[]string") || strings.Contains(stdout, `"sources":null`) {
		t.Errorf("until must be null while it goes on:\n%s", stdout)
	}
}

// No array is ever null, in any answer.
func TestNoNullArrays(t *testing.T) {
	t.Parallel()
	lists := []string{
		"members", "disputed", "others", "sources", "contested", "disputes", "suspensions", "memberships", "stints", "gaps",
		"organizations", "successions", "events", "rivals", "states", "shared", "stayed", "aliases", "notes",
		"founded", "ended", "predecessors", "successors", "collections", "formerly", "before", "after", "later",
	}
	for _, line := range []string{
		"members ucas --on 2006", "members caco", "members eaeu --lineage --on 1990", "history CU", "trace ucas", "trace caeu --state CU",
		"trace caeu --state TJ", "diff eaeu --on 1990 --and 1991", "shared CU IR", "events ucas", "show ucas CU caco", "list", "list states", "list sources",
	} {
		if line == "history CU" || line == "show ucas CU caco" {
			line = strings.Replace(line, "CU", "Cuba", 1)
		}
		stdout, stderr, code := ask(t, append(words(line), "--format", "json")...)
		if code != exitOK || !json.Valid([]byte(stdout)) {
			t.Errorf("%s: exit %d, %s", line, code, stderr)
		}
		for _, l := range lists {
			if strings.Contains(stdout, `"`+l+`":null`) {
				t.Errorf("%s: %s is null", line, l)
			}
		}
	}
}
