package export_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/export"
)

// tables are the formats of tables and rows.
var tables = map[string]func(io.Writer, *lineage.Atlas, export.Selection) error{
	"spells": export.Spells, "panel": export.Panel, "cow": export.COW, "sql": export.SQL,
}

func on(date string) lineage.Steps {
	d := lineage.Dating{Step: lineage.Effective, Sources: []lineage.SourceID{"s"}}
	if date != "" {
		d.On = lineage.MustDate(date)
	}
	return lineage.Steps{d}
}

func member(state lineage.StateID, role lineage.Role, since, until string) lineage.Membership {
	m := lineage.Membership{State: state, Role: role, Joined: lineage.Accession{How: lineage.Acceded, Steps: on(since)}}
	if until != "" {
		m.Left = lineage.Departure{How: lineage.Withdrew, Steps: on(until)}
	}
	return m
}

func sea(members ...lineage.Membership) lineage.Dataset {
	return lineage.Dataset{
		Sources: []lineage.Source{{ID: "s", Kind: lineage.Press, Title: "A paper"}},
		States: []lineage.State{
			{ID: "AR", Name: "Arra"},
			{ID: "BO", Name: "Bomel & Tay"},
			{ID: "US", Name: "United States", COWNumber: 2},
			{ID: "BT", Name: "Bomeltay"},
			{ID: "TE", Name: "A Territory", Kind: lineage.NonSovereign},
		},
		Organizations: []lineage.Organization{{ID: "o", Name: "=Organization", Short: "@O", Kind: "league", Founded: on("1990-03-01"), Ended: on("1993-01-01"), Members: members}},
	}
}

func written(t *testing.T, d lineage.Dataset, write func(io.Writer, *lineage.Atlas, export.Selection) error, sel export.Selection) string {
	t.Helper()
	atlas, err := lineage.New(d)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := write(&b, atlas, sel); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// rows returns what stands below the head, with blanks between the cells.
func rows(t *testing.T, text string) []string {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, rec := range records[1:] {
		all = append(all, strings.Join(rec, " "))
	}
	return all
}

func TestPanel(t *testing.T) {
	t.Parallel()
	year := func(n int) export.Selection {
		return export.Selection{From: lineage.YearDate(n), To: lineage.YearDate(n)}
	}
	for _, c := range []struct {
		members []lineage.Membership
		sel     export.Selection
		want    string
		reason  string
	}{
		{[]lineage.Membership{member("AR", lineage.Member, "1991-03-01", "1991-03-11")}, year(1991), "o AR 1991 member 10 10 no yes no", "the day of leaving does not count"},
		{[]lineage.Membership{member("AR", lineage.Member, "1991", "")}, year(1991), "o AR 1991 member 1 365 no yes yes", "joined on some day of the year"},
		{[]lineage.Membership{member("AR", lineage.Member, "", "")}, year(1991), "o AR 1991 member 0 365 no maybe maybe", "joined on a day not known"},
		{[]lineage.Membership{member("AR", lineage.Member, "1991-01-11", "1991-02-01"), member("AR", lineage.Member, "1991-12-01", "")}, year(1991), "o AR 1991 member 52 52 no yes yes", "left and came back: one row"},
		{[]lineage.Membership{member("AR", lineage.Observer, "1991-01-11", "1991-02-01"), member("AR", lineage.Member, "1991-02-01", "")}, year(1991), "o AR 1991 member 334 334 no yes yes|o AR 1991 observer 21 21 no yes no", "two roles are two rows"},
		{[]lineage.Membership{member("AR", lineage.Member, "", "1991-05-01"), member("AR", lineage.Member, "[1991-04-01..]", "")}, year(1991), "o AR 1991 member 1 365 no yes maybe", "together no more than there are"},
		{[]lineage.Membership{member("AR", lineage.Member, "1990-06-01", "")}, export.Selection{From: lineage.MustDate("1991-07-01"), To: lineage.MustDate("1991-07-31")}, "o AR 1991 member 31 31 no yes yes", "days out of the period do not count"},
		{[]lineage.Membership{member("AR", lineage.Member, "1990-06-01", "1991-07-01")}, export.Selection{From: lineage.MustDate("1991-07-01")}, "", "gone before the period"},
		{[]lineage.Membership{member("AR", lineage.Member, "1990-12-30", "")}, export.Selection{}, "o AR 1990 member 2 2 no yes yes|o AR 1991 member 365 365 no yes yes|o AR 1992 member 366 366 no yes yes", "the years of the organization"},
		{[]lineage.Membership{member("AR", lineage.Member, "1992-01-01", ""), member("TE", lineage.Guest, "1992-01-01", "")}, export.Selection{Roles: lineage.RolesOf(lineage.Guest)}, "o TE 1992 guest 366 366 no yes yes", "one role"},
	} {
		got := strings.Join(rows(t, written(t, sea(c.members...), export.Panel, c.sel)), "|")
		if got != c.want {
			t.Errorf("panel: %s, want %s (%s)", got, c.want, c.reason)
		}
	}
}

// TestPanelGoesOn: an organization that goes on is followed to the newest year of
// which anything is known.
func TestPanelGoesOn(t *testing.T) {
	t.Parallel()
	d := sea(member("AR", lineage.Member, "1991-03-01", ""))
	d.Organizations[0].Ended = nil
	d.Organizations = append(d.Organizations, lineage.Organization{ID: "p", Name: "P", Short: "P", Kind: "plan", Founded: on("[..1994-06]")})
	got := rows(t, written(t, d, export.Panel, export.Selection{}))
	if len(got) != 4 || got[3] != "o AR 1994 member 365 365 no yes yes" {
		t.Errorf("panel %q", got)
	}
	got = rows(t, written(t, d, export.Panel, export.Selection{To: lineage.MustDate("2000")}))
	if len(got) != 10 {
		t.Errorf("panel to 2000: %q", got)
	}
}

func TestCOW(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		members []lineage.Membership
		want    string // of Arra in 1990, 1991 and 1992
		reason  string
	}{
		{nil, "0 0 0", "no member"},
		{[]lineage.Membership{member("AR", lineage.Member, "1991-12-31", "1992-01-02")}, "0 1 1", "any day of a year counts"},
		{[]lineage.Membership{member("AR", lineage.Party, "1990-03-01", "1992-01-01")}, "1 1 0", "a party is a full member; it was gone on the first day"},
		{[]lineage.Membership{member("AR", lineage.Associate, "1990-03-01", "1991-01-01"), member("AR", lineage.Observer, "1991-01-01", "")}, "2 3 3", "other roles"},
		{[]lineage.Membership{member("AR", lineage.Observer, "1990-03-01", "1991-06-01"), member("AR", lineage.Member, "1991-06-01", "")}, "3 1 1", "the best role of the year"},
		{[]lineage.Membership{member("AR", lineage.Partner, "1990-03-01", "1991-01-01"), member("AR", lineage.Candidate, "1991-01-01", "1992-01-01"), member("AR", lineage.Guest, "1992-01-01", "")}, "0 0 0", "they have no code"},
		{[]lineage.Membership{member("AR", lineage.Member, "", "1992-01-01")}, "-9 1 0", "known to have been one when it left"},
		{[]lineage.Membership{member("AR", lineage.Observer, "1990-03-01", "[1991..]"), member("AR", lineage.Member, "[1991..]", "")}, "3 -9 1", "an observer, or more: not known; a member for certain when all ended"},
		{[]lineage.Membership{member("TE", lineage.Member, "1990-03-01", "")}, "0 0 0", "a territory has no column"},
	} {
		text := written(t, sea(c.members...), export.COW, export.Selection{})
		head, _, _ := strings.Cut(text, "\n")
		if want := "ioname,orgname,year,arra,bomeltay,bomeltaybt,usa"; head != want {
			t.Fatalf("columns %s, want %s", head, want)
		}
		var got []string
		for i, row := range rows(t, text) {
			cells := strings.Fields(row)
			if cells[0] != "'@O" || cells[1] != "'=Organization" || cells[2] != strconv.Itoa(1990+i) {
				t.Errorf("row %s", row)
			}
			got = append(got, cells[3])
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("codes %s, want %s (%s)", s, c.want, c.reason)
		}
	}
}

// TestFormulas: no cell runs in a spreadsheet, and numbers stay numbers.
func TestFormulas(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1+1": "'-1+1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1", "-": "'-", "-cmd|' /C calc'!A0": "'-cmd|' /C calc'!A0",
		"-9": "-9", "-1": "-1", "0": "0", "": "", "a=b": "a=b", "1990-01-01": "1990-01-01", "[..]": "[..]", "'=1": "'=1",
	} {
		var b bytes.Buffer
		if err := export.WriteRecords(&b, [][]string{{cell, "x"}}); err != nil {
			t.Fatal(err)
		}
		rec, err := csv.NewReader(&b).Read()
		if err != nil {
			t.Fatal(err)
		}
		if want = strings.ReplaceAll(want, "\r\n", "\n"); rec[0] != want {
			t.Errorf("%q is written as %q, want %q", cell, rec[0], want)
		}
	}
	d := sea(member("AR", lineage.Member, "1991", ""))
	d.States[0].Name, d.Organizations[0].Members[0].As = "=HYPERLINK(1)", "+chief"
	for _, row := range rows(t, written(t, d, export.Spells, export.Selection{})) {
		if !strings.Contains(row, " '=HYPERLINK(1) ") || !strings.Contains(row, " '+chief ") || !strings.Contains(row, " '=Organization ") {
			t.Errorf("row %s", row)
		}
	}
}

// TestTablesOrder: the order in which records come does not matter.
func TestTablesOrder(t *testing.T) {
	t.Parallel()
	fresh := func() lineage.Dataset {
		return sea(member("AR", lineage.Member, "1991", ""), member("BO", lineage.Observer, "1990-04", "1992~"), member("US", lineage.Guest, "", ""))
	}
	for name, write := range tables {
		want := written(t, fresh(), write, export.Selection{})
		for seed := range uint64(5) {
			d := fresh()
			r := rand.New(rand.NewPCG(seed, 1))
			r.Shuffle(len(d.States), func(i, j int) { d.States[i], d.States[j] = d.States[j], d.States[i] })
			if got := written(t, d, write, export.Selection{}); got != want {
				t.Errorf("%s: other bytes in another order", name)
			}
		}
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

// TestTablesFail: a writer that fails, and what is not there, are errors.
func TestTablesFail(t *testing.T) {
	t.Parallel()
	atlas, err := lineage.New(sea(member("AR", lineage.Member, "1991", "")))
	if err != nil {
		t.Fatal(err)
	}
	for name, write := range tables {
		if err := write(failing{}, atlas, export.Selection{}); err == nil {
			t.Errorf("%s: a writer that fails is not noticed", name)
		}
		if err := write(io.Discard, atlas, export.Selection{Organizations: []lineage.OrgID{"q"}}); !errors.Is(err, lineage.ErrNotFound) {
			t.Errorf("%s: an unknown organization: %v", name, err)
		}
		if err := write(io.Discard, atlas, export.Selection{From: lineage.MustDate("2000"), To: lineage.MustDate("1990")}); err == nil {
			t.Errorf("%s: a period that ends before it begins is not noticed", name)
		}
	}
}
