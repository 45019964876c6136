package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/export"
)

func builtIn(t *testing.T) *lineage.Atlas {
	t.Helper()
	atlas, err := data.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	return atlas
}

// selections are parts of the built-in atlas: each organization alone, each
// collection, periods, roles.
func selections(t *testing.T, atlas *lineage.Atlas) []export.Selection {
	t.Helper()
	all := []export.Selection{
		{},
		{From: lineage.MustDate("1992-01-01"), To: lineage.MustDate("1994-06")},
		{To: lineage.MustDate("1993")},
		{From: lineage.MustDate("2020")},
		{Roles: lineage.RolesOf(lineage.Observer)},
		{Roles: lineage.RolesOf(lineage.Candidate, lineage.Guest), From: lineage.MustDate("2001"), Basis: lineage.BySignature},
		{Basis: lineage.ByDecision},
	}
	for _, o := range atlas.Organizations() {
		all = append(all, export.Selection{Organizations: []lineage.OrgID{o.ID}})
	}
	for _, c := range atlas.Collections() {
		_, orgs, err := atlas.Collection(string(c.ID))
		if err != nil {
			t.Fatal(err)
		}
		var ids []lineage.OrgID
		for _, o := range orgs {
			ids = append(ids, o.ID)
		}
		if len(ids) > 0 {
			all = append(all, export.Selection{Organizations: ids}, export.Selection{Organizations: ids, From: lineage.MustDate("2000")})
		}
	}
	return all
}

// TestExportPartsLoad: every part is an atlas of its own: it is read again, is
// written as the same bytes and answers as the whole.
func TestExportPartsLoad(t *testing.T) {
	t.Parallel()
	atlas := builtIn(t)
	on := lineage.MustDate("2004-12-31")
	q := lineage.Query{Roles: lineage.EveryRole, Disputed: true}
	for _, sel := range selections(t, atlas) {
		var text, again bytes.Buffer
		if err := exportJSON(&text, atlas, sel); err != nil {
			t.Errorf("%+v: %v", sel, err)
			continue
		}
		part, err := data.LoadJSON("part.json", bytes.NewReader(text.Bytes()))
		if err != nil {
			t.Errorf("%+v: %v", sel, err)
			continue
		}
		if err := data.WriteJSON(&again, part); err != nil || !bytes.Equal(text.Bytes(), again.Bytes()) {
			t.Errorf("%+v is written differently the second time (%v)", sel, err)
		}
		if sel.Roles != 0 || !sel.From.IsZero() || !sel.To.IsZero() {
			continue
		}
		for _, o := range part.Organizations() {
			want, err := atlas.MembersOn(o.ID, on, q)
			if err != nil {
				t.Fatal(err)
			}
			got, err := part.MembersOn(o.ID, on, q)
			if err != nil {
				t.Fatal(err)
			}
			if a, b := membersText(got), membersText(want); !slices.Equal(a, b) {
				t.Errorf("%s of %+v: %v, want %v", o.ID, sel, a, b)
			}
		}
	}
}

func membersText(sts []lineage.Standing) []string {
	var all []string
	for _, st := range sts {
		all = append(all, string(st.Membership.State)+" "+st.Membership.Role.String()+" "+st.Interval.String()+" "+st.Answer.String()+" "+st.Suspended.String())
	}
	return all
}

// TestExportDataAnswers: from a file of JSON, every command answers the same.
func TestExportDataAnswers(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "atlas.json")
	if _, stderr, code := ask(t, "export", "-o", file); code != exitOK || stderr != "" {
		t.Fatalf("exit %d, %s", code, stderr)
	}
	for _, line := range []string{
		"list", "list states", "list places", "list collections", "show CACO EurAsEC KG RU kz-uz", "members EurAsEC --in 2008 --role all --cite", "history UZ --cite",
		"trace CAEU --state KG --cite", "diff EurAsEC EAEU --on 2014-12-31 --and 2015-01-02", "events --cite", "sources", "shared KZ UZ", "render", "coverage",
		"export --table panel", "export --cow", "export --format sql", "export --format json",
	} {
		want, _, code := ask(t, words(line)...)
		got, stderr, dcode := ask(t, append(words(line), "--data", file)...)
		if code != dcode || stderr != "" || want != got || want == "" {
			t.Errorf("%s: the file answers differently (exit %d, want %d) %s", line, dcode, code, stderr)
		}
	}
}

// TestExportCOW: the reader of the Correlates of War tables reads ours, and each
// cell is what the atlas answers for the year.
func TestExportCOW(t *testing.T) {
	t.Parallel()
	atlas := builtIn(t)
	for _, sel := range []export.Selection{
		{}, {From: lineage.MustDate("1990"), To: lineage.MustDate("2014")}, {Basis: lineage.BySignature}, {Roles: lineage.RolesOf(lineage.Member)},
	} {
		var text bytes.Buffer
		if err := export.COW(&text, atlas, sel); err != nil {
			t.Fatal(err)
		}
		seen := map[cow.Code]int{}
		table, err := cow.Read(&text, cow.Options{}, func(r *cow.Record) {
			seen[r.Code]++
			if have := r.Code; have != wantedCode(t, atlas, sel, r) {
				t.Errorf("%s in %s in %d: %v, want %v", r.State, r.Organization, r.Year, have, wantedCode(t, atlas, sel, r))
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		if table.Layout != cow.ByOrganization || len(table.Skipped) != 1 {
			t.Errorf("read as %v, without %v", table.Layout, table.Skipped)
		}
		for _, c := range []cow.Code{cow.Absent, cow.Full, cow.Missing, cow.Outside} {
			if seen[c] == 0 {
				t.Errorf("no cell is %v", c)
			}
		}
	}
}

// stateOfColumn finds the state of a column.
func stateOfColumn(t *testing.T, atlas *lineage.Atlas, column string) *lineage.State {
	t.Helper()
	for _, s := range atlas.States() {
		if strings.ToLower(strings.ReplaceAll(s.Name, " ", "")) == column {
			return s
		}
	}
	id := map[string]string{"usa": "US", "uk": "GB", "macedonia": "MK", "turkey": "TR"}[column]
	s, err := atlas.State(id)
	if err != nil {
		t.Fatalf("column %s: %v", column, err)
	}
	return s
}

// wantedCode asks the atlas for a cell, in the simplest way.
func wantedCode(t *testing.T, atlas *lineage.Atlas, sel export.Selection, r *cow.Record) cow.Code {
	t.Helper()
	s := stateOfColumn(t, atlas, r.State)
	o, err := atlas.Organization(r.Organization)
	if err != nil {
		t.Fatal(err)
	}
	q := lineage.Query{Roles: sel.Roles, Basis: sel.Basis}
	if q.Roles == 0 {
		q.Roles = lineage.EveryRole
	}
	sts, err := atlas.MembersDuring(o.ID, lineage.YearDate(r.Year), q)
	if err != nil {
		t.Fatal(err)
	}
	best := [3]cow.Code{lineage.Maybe: cow.Absent, lineage.Yes: cow.Absent}
	for _, st := range sts {
		code := map[lineage.Role]cow.Code{lineage.Member: cow.Full, lineage.Party: cow.Full, lineage.Associate: cow.Associate, lineage.Observer: cow.Observer}[st.Membership.Role]
		if st.Membership.State != s.ID || code == cow.Absent {
			continue
		}
		for _, at := range []lineage.Answer{lineage.Maybe, lineage.Yes} {
			if st.Answer >= at && (best[at] == cow.Absent || code < best[at]) {
				best[at] = code
			}
		}
	}
	gone := s.Gone != nil && s.Gone.On.Compare(lineage.YearDate(r.Year)) < 0
	later := s.Continues != nil && s.Continues.Since.Compare(lineage.YearDate(r.Year+1)) >= 0
	switch {
	case best[lineage.Maybe] != best[lineage.Yes]:
		return cow.Missing
	case best[lineage.Yes] == cow.Absent && (gone || later):
		return cow.Outside
	}
	return best[lineage.Yes]
}

// TestExportAudit: the audit finds nothing in our own tables that it cannot
// explain.
func TestExportAudit(t *testing.T) {
	t.Parallel()
	for _, basis := range []string{"effective", "signed"} {
		file := filepath.Join(t.TempDir(), "igo.csv")
		if _, stderr, code := ask(t, "export", "--cow", "--basis", basis, "-o", file); code != exitOK {
			t.Fatal(stderr)
		}
		stdout, stderr, code := ask(t, "audit", "--csv", file, "--basis", basis)
		if code != exitOK || !strings.Contains(stdout, ", 0 unexplained") {
			t.Errorf("exit %d, %s%s", code, stdout, stderr)
		}
	}
	// The spells are a list that it reads, too.
	file := filepath.Join(t.TempDir(), "spells.csv")
	if _, stderr, code := ask(t, "export", "-o", file); code != exitOK {
		t.Fatal(stderr)
	}
	if stdout, stderr, code := ask(t, "audit", "--csv", file, "--strict"); code != exitOK {
		t.Errorf("exit %d, %s%s", code, stdout, stderr)
	}
}

// TestExportJSONInJq: jq reads the document, writes it as the same bytes and finds
// the members in it.
func TestExportJSONInJq(t *testing.T) {
	t.Parallel()
	need(t, "jq", "jq")
	dir := t.TempDir()
	file := filepath.Join(dir, "atlas.json")
	if _, stderr, code := ask(t, "export", "-o", file); code != exitOK {
		t.Fatal(stderr)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := tool(t, dir, "jq", ".", file); got != string(text) {
		t.Error("jq writes it differently")
	}
	const who = `.organizations[] | select(.id == "caco") | .members[] | select(.role == "member") | .state`
	if got := strings.Fields(tool(t, dir, "jq", "-r", who, file)); !slices.Equal(slices.Sorted(slices.Values(got)), []string{"KG", "KZ", "RU", "TJ", "UZ"}) {
		t.Errorf("members %v", got)
	}
}
