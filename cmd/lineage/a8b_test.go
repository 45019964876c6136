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

// TestAsOf asks the command for the table "As-of oracles", row by row. UZ! is a
// suspended member.
func TestAsOf(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		on, org, role, want, reason string
	}{
		{"1994-04-29", "caeu", "", "", "only bilateral treaties"},
		{"1994-04-29", "caec", "", "", ""},
		{"1994-04-29", "caco", "", "", ""},
		{"1994-04-29", "eurasec", "", "", ""},
		{"1994-04-29", "cu-2010", "", "", ""},
		{"1994-04-29", "eaeu", "", "", ""},
		{"1994-04-30", "caeu", "", "KG KZ UZ", "the treaty of the three"},
		{"1994-04-30", "eurasec", "", "", ""},
		{"1998-03-25", "caeu", "", "KG KZ UZ", ""},
		{"1998-03-25", "caeu", "observer", "RU TJ", "the day before Tajikistan joined"},
		{"1998-03-26", "caeu", "", "KG KZ TJ UZ", "Tajikistan joins"},
		{"1998-03-26", "caeu", "observer", "RU", ""},
		{"1998-07-17", "caeu", "", "", "under another name now"},
		{"1998-07-17", "caec", "", "KG KZ TJ UZ", "renamed"},
		{"2001-05-30", "caec", "", "KG KZ TJ UZ", ""},
		{"2001-05-30", "eurasec", "", "BY KG KZ RU TJ", "in force"},
		{"2002-02-28", "caec", "", "", "transformed"},
		{"2002-02-28", "caco", "", "KG KZ TJ UZ", ""},
		{"2002-02-28", "eurasec", "", "BY KG KZ RU TJ", ""},
		{"2004-10-17", "caco", "", "KG KZ TJ UZ", ""},
		{"2004-10-18", "caco", "", "KG KZ RU TJ UZ", "Russia joins"},
		{"2004-10-17", "eurasec", "", "BY KG KZ RU TJ", ""},
		{"2004-10-18", "eurasec", "", "BY KG KZ RU TJ", ""},
		{"2005-10-06", "caco", "", "KG KZ RU TJ UZ", "winding up"},
		{"2005-10-06", "eurasec", "", "BY KG KZ RU TJ", "Uzbekistan has applied"},
		{"2006-01-25", "caco", "", "", "absorbed"},
		{"2006-01-25", "eurasec", "", "BY KG KZ RU TJ UZ", "Uzbekistan joins"},
		{"2008-12-31", "eurasec", "", "BY KG KZ RU TJ UZ!", "suspended"},
		{"2010-01-01", "eurasec", "", "BY KG KZ RU TJ UZ!", ""},
		{"2010-01-01", "cu-2010", "", "BY KZ RU", "the common tariff begins"},
		{"2012-01-01", "ces-2012", "", "BY KZ RU", ""},
		{"2014-12-31", "eurasec", "", "BY KG KZ RU TJ UZ!", "six by name, five active"},
		{"2014-12-31", "cu-2010", "", "BY KZ RU", ""},
		{"2014-12-31", "ces-2012", "", "BY KZ RU", ""},
		{"2014-12-31", "eaeu", "", "", ""},
		{"2015-01-01", "eurasec", "", "", "ended"},
		{"2015-01-01", "cu-2010", "", "", "absorbed"},
		{"2015-01-01", "ces-2012", "", "", "absorbed"},
		{"2015-01-01", "eaeu", "", "BY KZ RU", ""},
		{"2015-01-02", "eaeu", "", "AM BY KZ RU", "Armenia joins"},
		{"2015-08-11", "eaeu", "", "AM BY KZ RU", ""},
		{"2015-08-12", "eaeu", "", "AM BY KG KZ RU", "Kyrgyzstan joins"},
	} {
		args := []string{"members", row.org, "--on", row.on, "--format", "json"}
		if row.role != "" {
			args = append(args, "--role", row.role)
		}
		got := membersOf(t, args...)
		if diff := cmp.Diff(strings.Fields(row.want), strings.Fields(got)); diff != "" {
			t.Errorf("members of %s on %s %s (%s) (-want +got):\n%s", row.org, row.on, row.role, row.reason, diff)
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
