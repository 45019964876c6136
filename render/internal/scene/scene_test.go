package scene

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
)

func core(t *testing.T, view render.View) *Scene {
	t.Helper()
	atlas, err := data.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	view.Organizations = []lineage.OrgID{"caeu", "caec", "caco", "eurasec", "eaeu"}
	s, err := New(atlas, view)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSpells: what the drawing has to know of a few memberships.
func TestSpells(t *testing.T) {
	s := core(t, render.View{})
	var got []string
	for i := range s.Spells {
		sp := &s.Spells[i]
		got = append(got, fmt.Sprint(sp.State.ID, " ", s.Bodies[sp.Body].ID, " ", sp.Standing.Membership.Role, " ",
			sp.SinceFirst, " ", sp.SinceLast, " ", sp.UntilFirst, " ", sp.UntilLast, " ", sp.GoesOn, " ", len(sp.Pauses)))
	}
	all := strings.Join(got, "\n")
	for _, c := range []struct{ why, want string }{
		{"plain", "RU caco member 2004-10-18 2004-10-18 2006-01-25 2006-01-25 false 0"},
		{"a month", "UZ eurasec candidate 2005-10-01 2005-10-31 2006-01-25 2006-01-25 false 0"},
		{"begun on any day of its organization", "GE caco observer 2002-02-28 2006-01-25 2006-01-25 2006-01-25 false 0"},
		{"suspended", "UZ eurasec member 2006-01-25 2006-01-25 2015-01-01 2015-01-01 false 1"},
		{"goes on to the end of the window", "KG eaeu member 2015-08-12 2015-08-12 " + s.End.String() + " " + s.End.String() + " true 0"},
	} {
		if !strings.Contains(all+"\n", c.want+"\n") {
			t.Errorf("%s: %q is not among\n%s", c.why, c.want, all)
		}
	}
}

// TestWindow: the period asked for cuts what it cuts, and says so.
func TestWindow(t *testing.T) {
	s := core(t, render.View{From: lineage.MustDate("2003"), To: lineage.MustDate("2010-06"), Roles: lineage.RolesOf(lineage.Member)})
	if got := fmt.Sprint(s.First, " ", s.End); got != "2003-01-01 2010-07-01" {
		t.Errorf("the window is %s", got)
	}
	if got := len(s.Bodies); got != 2 {
		t.Errorf("%d bodies, want CACO and EurAsEC", got)
	}
	if b := s.Bodies[0]; !b.BeganBefore || b.GoesOn {
		t.Errorf("CACO: began before %v, goes on %v", b.BeganBefore, b.GoesOn)
	}
	if b := s.Bodies[1]; !b.BeganBefore || !b.GoesOn {
		t.Errorf("EurAsEC: began before %v, goes on %v", b.BeganBefore, b.GoesOn)
	}
	for _, e := range s.Events {
		if e.Last < s.First || e.First >= s.End {
			t.Errorf("an event of %s is outside", e.On)
		}
	}
}

// TestEvents: each event once, states of one date joined.
func TestEvents(t *testing.T) {
	s := core(t, render.View{Roles: lineage.RolesOf(lineage.Member)})
	var got []string
	for _, e := range s.Events {
		line := fmt.Sprint(e.On, " ", e.Kind, " ", s.Bodies[e.Body].ID)
		for _, i := range e.Spells {
			line += " " + string(s.Spells[i].State.ID)
		}
		got = append(got, line)
	}
	want := []string{
		"1994-04-30 3 caeu KG KZ UZ",
		"1998-03-26 4 caeu TJ",
		"1998-07-17 2 caec",
		"2001-05-30 3 eurasec BY KG KZ RU TJ",
		"2002-02-28 2 caco",
		"2002-02-28 3 caco KG KZ TJ UZ",
		"2004-10-18 4 caco RU",
		"2006-01-25 2 eurasec",
		"2006-01-25 4 eurasec UZ",
		"2008-10-20 7 eurasec UZ",
		"2015-01-01 2 eaeu",
		"2015-01-01 3 eaeu BY KZ RU",
		"2015-01-02 4 eaeu AM",
		"2015-08-12 4 eaeu KG",
	}
	if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
		t.Errorf("events:\n%s\nwant\n%s", a, b)
	}
}

// TestLines: what was renamed and transformed is one line, what was replaced is
// not.
func TestLines(t *testing.T) {
	s := core(t, render.View{})
	var got []int
	for _, b := range s.Bodies {
		got = append(got, b.Line)
	}
	if fmt.Sprint(got) != "[0 0 0 1 2]" || s.Lines() != 3 {
		t.Errorf("lines %v", got)
	}
}

func TestErrors(t *testing.T) {
	atlas, err := data.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	var missing *lineage.NotFoundError
	if _, err := New(atlas, render.View{Organizations: []lineage.OrgID{"nato"}}); !errors.As(err, &missing) {
		t.Errorf("an unknown organization: %v", err)
	}
	var bad *lineage.DateError
	if _, err := New(atlas, render.View{From: lineage.MustDate("2001"), To: lineage.MustDate("2000")}); !errors.As(err, &bad) {
		t.Errorf("an inverted period: %v", err)
	}
	s, err := New(atlas, render.View{Organizations: []lineage.OrgID{"caeu"}, To: lineage.MustDate("1950")})
	if err != nil || len(s.Bodies) != 0 || s.End <= s.First {
		t.Errorf("nothing to show: %v, %v", s, err)
	}
}

// TestLastDated: the records tell the same as the events, which are sorted.
func TestLastDated(t *testing.T) {
	atlas, err := data.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	events, err := atlas.Events()
	if err != nil {
		t.Fatal(err)
	}
	want := lineage.MinDay
	for i := range events {
		if lo, hi := events[i].Dating.On.Bounds(); lo != lineage.MinDay && hi != lineage.MaxDay {
			want = max(want, hi)
		}
	}
	if got := lastDated(atlas); got != want {
		t.Errorf("the last dated day is %s, want %s", got, want)
	}
	empty, err := lineage.New(lineage.Dataset{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(empty, render.View{})
	if err != nil || s.End-s.First != 366 {
		t.Errorf("an empty atlas: from %v to %v, %v", s.First, s.End, err)
	}
}

// TestBrief: a membership that only the window makes short is none of a day, and
// a full member is no guest.
func TestBrief(t *testing.T) {
	s := core(t, render.View{To: lineage.MustDate("2020-12-11")})
	for i := range s.Spells {
		if sp := &s.Spells[i]; sp.Brief() {
			t.Errorf("%s in %s from %s is told as if it had been a day", sp.State.Name, s.Bodies[sp.Body].Short, sp.Standing.Since)
		}
	}
	atlas, err := data.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	s, err = New(atlas, render.View{Organizations: []lineage.OrgID{"turkic-council", "shanghai-five"}})
	if err != nil {
		t.Fatal(err)
	}
	brief := map[string]bool{}
	for i := range s.Spells {
		sp := &s.Spells[i]
		brief[string(sp.State.ID)+" "+sp.Standing.Membership.Role.String()+" "+sp.Standing.Since.String()] = sp.Brief()
	}
	if !brief["TM guest 2014-06-05"] || brief["UZ member 2001-06-14"] {
		t.Errorf("brief: %v", brief)
	}
}
