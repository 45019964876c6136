package data

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/orglineage/orglineage/lineage"
)

// told writes the memberships of the first organization in short: state, role,
// from, to.
func told(set lineage.Dataset) string {
	var b strings.Builder
	o := &set.Organizations[0]
	life := lineage.Interval{}
	_, life.Since = o.Founded.For(lineage.ByEffect)
	_, life.Until = o.Ended.For(lineage.ByEffect)
	fmt.Fprintf(&b, "%s %s\n", o.ID, life)
	for _, m := range o.Members {
		iv := lineage.Interval{}
		_, iv.Since = m.Joined.Steps.For(lineage.ByEffect)
		_, iv.Until = m.Left.Steps.For(lineage.ByEffect)
		since := iv.Since.String()
		if since == "" {
			since = "founding"
		}
		until := iv.Until.String()
		if !iv.Until.IsZero() {
			until += " " + m.Left.How.String()
		}
		fmt.Fprintf(&b, "%s %s %s – %s\n", m.State, m.Role, since, until)
	}
	return b.String()
}

func TestTable(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		table  string
		o      TableOptions
		want   string
		reason string
	}{
		{
			"ioname,year,kzk,uzb\nX,2001,1,0\nX,2002,1,1\nX,2003,1,1\nX,2004,1,0\n",
			TableOptions{},
			"x 2001 –\nKZ member founding – \nUZ member 2002 – [2003-01-02..2004-01-01] lapse\n",
			"a founder begins with the organization; the last day is some day of the last year",
		},
		{
			"ioname,year,kzk,uzb\nX,2001,1,0\nX,2002,1,1\nX,2003,1,1\nX,2004,1,0\n",
			TableOptions{Assume: YearStart},
			"x 2001-01-01 –\nKZ member founding – \nUZ member 2002-01-01 – 2004-01-01 lapse\n", "a code holds for all of its year",
		},
		{
			"ioname,year,kzk,uzb\nX,2001,1,0\nX,2002,1,1\nX,2003,1,1\nX,2004,1,0\n",
			TableOptions{Assume: YearEnd},
			"x 2001-12-31 –\nKZ member founding – \nUZ member 2002-12-31 – 2004-12-31 lapse\n", "a code is one of 31 December",
		},
		{
			"ioname,year,kzk,uzb\nX,2001,1,3\nX,2002,1,3\nX,2003,1,1\n",
			TableOptions{},
			"x 2001 –\nKZ member founding – \nUZ observer founding – 2003 role-change\nUZ member 2003 – \n", "one change of role, on one day",
		},
		{
			"ioname,year,kzk,uzb\nX,2001,1,1\nX,2002,-9,-9\nX,2003,1,0\n",
			TableOptions{},
			"x 2001 –\nKZ member founding – [2001-01-02..2003-01-01] lapse\nKZ member [2002..2003] – \nUZ member founding – [2001-01-02..2003-01-01] lapse\n",
			"what is missing between two spells, or after one, is neither yes nor no",
		},
		{
			"ioname,year,kzk,uzb\nX,2001,1,0\nX,2002,1,-9\nX,2003,1,1\nX,2004,1,-9\n",
			TableOptions{},
			"x 2001 –\nKZ member founding – \nUZ member [2002..2003] – [2003-01-02..] lapse\n", "missing before and after, to the end of the table",
		},
		{
			"ioname,year,kzk,uzb\nX,2001,1,0\nX,2002,1,-9\nX,2003,1,0\nX,2004,1,-9\n",
			TableOptions{},
			"x 2001 –\nKZ member founding – \nUZ member [2002-01-01..2003-01-01] – [2002-01-02..2003-01-02] lapse\nUZ member [2004-01-01..] – \n",
			"missing alone: a membership that may not have been",
		},
		{
			"ioname,year,kzk,uzb\nX,2001,1,2\nX,2002,1,-9\nX,2003,1,1\n",
			TableOptions{},
			"x 2001 –\nKZ member founding – \nUZ associate founding – [2002..2003] role-change\nUZ member [2002..2003] – \n", "the role changed while nothing was known",
		},
		{
			"ioname,year,kzk\nX,2001,1\nX,2004,1\n",
			TableOptions{},
			"x 2001 –\nKZ member founding – [2001-01-02..2004-01-01] lapse\nKZ member [2002..2004] – \n", "years without a row are not known",
		},
		{
			"ioname,year,kzk\nX,2003,1\nX,2001,0\nX,2002,0\n", TableOptions{}, "x 2003 –\nKZ member founding – \n", "rows in any order; founded with the first member",
		},
		{
			"ioname,year,kzk,uzb,sdate,deaddate\nX,2003,1,-1,2001,2004\nX,2004,1,-1,2001,2004\nX,2005,0,-1,2001,2004\n",
			TableOptions{},
			"x 2001 – [2004-01-02..2005-01-01]\nKZ member [2001..2003] – \n", "the dates of the organization are those of the table",
		},
		{
			"ioname,year,kzk,deaddate\nX,2001,1,2003\nX,2002,1,2003\nY,2003,1,\n",
			TableOptions{},
			"x 2001 – 2003\nKZ member founding – \n", "it ended in the year after its last row",
		},
		{
			"ioname,year,kzk\nX,2001,1\nY,2003,1\n", TableOptions{}, "x 2001 – [2001-01-02..]\nKZ member founding – \n", "the table does not say what became of it",
		},
		{
			"ioname,year,kzk\nX,2001,1\nY,2003,1\n", TableOptions{Assume: YearStart}, "x 2001-01-01 – 2002-01-01\nKZ member founding – \n", "unless something is assumed",
		},
		{
			"ccode,year,x\n705,2001,-1\n705,2002,1\n705,2003,1\n705,2004,-1\n704,2003,2\n704,2004,-1\n",
			TableOptions{},
			"x 2002 – [2003-01-02..2004-01-01]\nKZ member founding – \nUZ associate 2003 – \n", "by states, the organization has years of its own",
		},
		{
			"ccode,year,x\n705,2001,1\n705,2002,1\n705,2003,1\n704,2001,1\n704,2002,1\n",
			TableOptions{},
			"x 2001 –\nKZ member founding – \nUZ member founding – [2002-01-02..2003-01-01] lapse\n", "a state that is gone from the table is gone",
		},
		{
			"organization,state,role,year\nX,KZ,member,2001\nX,KZ,partner,2003\nX,UZ,-9,2002\nX,KZ,member,2002\n",
			TableOptions{},
			"x 2001 –\nKZ member founding – 2003 role-change\nKZ partner 2003 – \nUZ member [2002-01-01..2003-01-01] – [2002-01-02..2003-01-02] lapse\n", "a list by years",
		},
		{
			"organization,state,role,from,to\nX,KZ,observer,2001-05,2002-02-27\nX,KZ,member,2002-02-28,\nX,UZ,member,[..2003],2004\n",
			TableOptions{},
			"x [..2001-05-31] –\nKZ observer 2001-05 – 2002-02-28 role-change\nKZ member 2002-02-28 – \nUZ member [..2003] – [2004-01-02..2005-01-01] lapse\n", "a list by dates",
		},
		{
			"ioname,year,kzk\nA.B. – Ä,2001,1\n", TableOptions{Rename: map[string]lineage.OrgID{"a.b. – ä": "new-1"}}, "new-1 2001 –\nKZ member founding – \n", "the ID that was asked for",
		},
		{
			"ioname,year,ussr,russia\nX,1990,1,-1\nX,1991,1,-1\nX,1992,0,1\n",
			TableOptions{States: []TheirState{{Theirs: "USSR", Ours: []lineage.StateID{"RU"}}}},
			"x 1990 –\nRU member founding – \n", "two columns about one state",
		},
	} {
		set, err := ReadTable("t.csv", strings.NewReader(c.table), c.o)
		if err != nil {
			t.Errorf("%s: %v", c.reason, err)
			continue
		}
		if got := told(set); got != c.want {
			t.Errorf("%s:\n%s\nhave\n%swant\n%s", c.reason, c.table, got, c.want)
		}
		if _, err := Read(inMemory(must2(Files(set)))); err != nil {
			t.Errorf("%s: written and read: %v", c.reason, err)
		}
	}
}

func must2[V any](v V, err error) V {
	if err != nil {
		panic(err)
	}
	return v
}

// What an answer is in the years of a table, by how they are coded.
func TestTableAnswers(t *testing.T) {
	t.Parallel()
	const codes = "0 0 1 1 -9 1 2 2 -9 -9 0 0 -9 0 3 -9 1 0" // from 2001 on
	for _, assume := range []Assumption{0, YearStart, YearEnd} {
		table := "ioname,year,kzk,uzb\n"
		fields := strings.Fields(codes)
		for i, code := range fields {
			table += fmt.Sprintf("X,%d,1,%s\n", 2001+i, code)
		}
		atlas, err := LoadTable("t.csv", strings.NewReader(table), TableOptions{Assume: assume})
		if err != nil {
			t.Fatal(err)
		}
		for i, code := range fields {
			year := 2001 + i
			on := lineage.MustDate(fmt.Sprintf("%d-07-01", year))
			during := lineage.YearDate(year)
			for _, q := range []struct {
				what string
				ask  func() ([]lineage.Standing, error)
			}{
				{"on 1 July", func() ([]lineage.Standing, error) {
					return atlas.MembersOn("x", on, lineage.Query{Roles: lineage.EveryRole})
				}},
				{"in the year", func() ([]lineage.Standing, error) {
					return atlas.MembersDuring("x", during, lineage.Query{Roles: lineage.EveryRole})
				}},
			} {
				standings, err := q.ask()
				if err != nil {
					t.Fatal(err)
				}
				answer := lineage.No
				for _, st := range standings {
					if st.Membership.State == "UZ" {
						answer = max(answer, st.Answer)
					}
				}
				switch {
				case code == "-9" && answer != lineage.Maybe && !(assume == YearEnd && answer == lineage.Yes):
					t.Errorf("%v: %s %d, coded as missing: %v, want maybe", assume, q.what, year, answer)
				case code == "-9" && answer == lineage.No:
					t.Errorf("%v: %s %d, coded as missing: %v", assume, q.what, year, answer)
				case code == "0" && answer == lineage.Yes && assume != YearEnd:
					t.Errorf("%v: %s %d, coded as absent: yes", assume, q.what, year)
				case code > "0" && answer == lineage.No && assume != YearEnd:
					t.Errorf("%v: %s %d, coded as %s: no", assume, q.what, year, code)
				}
			}
		}
	}
}

func TestTableProblems(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		table  string
		o      TableOptions
		want   string
		reason string
	}{
		{"ioname,year,kzk\nX,2001,7\n", TableOptions{}, `t.csv:2:8: column kzk holds "7", want 0, 1, 2, 3, -9 or -1`, "what the reader finds"},
		{"ioname,year,sdate,kzk\nX,2001,soon,1\n", TableOptions{}, `t.csv:2:8: want a year from 1 to 9999, or nothing, have "soon" [bad-year]`, "the beginning"},
		{"ioname,year\nX,2001\n", TableOptions{}, "t.csv:1:1: the table has no memberships", "no columns for members"},
		{"organization,state,role,year\nX,KZ,member,2001\nX,KZ,observer,2001\n", TableOptions{}, "t.csv:3:1: KZ is observer in 2001, but member in another row", "two roles"},
		{"organization,state,from,to\nX,KZ,2001-01-01,2003-01-01\nX,Kazakhstan,2002-01-01,\n", TableOptions{}, "t.csv:3:1: x: KZ is member 2001-01-01 – 2003-01-02 and member 2002-01-01 – [overlapping-membership]", "what package lineage finds"},
		{"ioname,year,kzk,kazakhstan\nX,2001,1,2\n", TableOptions{}, `t.csv:2:1: column "kazakhstan" and another one are about the same state`, "two columns that differ"},
		{"ccode,year,x\n705,2001,1\nKZ,2001,2\n", TableOptions{}, "t.csv:3:1: another row is about the same state in 2001", "two rows that differ"},
		{"ioname,year,kzk\nX,2001,1\n", TableOptions{Rename: map[string]lineage.OrgID{"Y": "y"}}, `no organization "Y" to be renamed`, "a slip in --rename"},
		{"ioname,year,kzk\nX,2001,1\n", TableOptions{Rename: map[string]lineage.OrgID{"X": "No ID"}}, `t.csv:2:1: No ID: id "No ID" is not made of`, "nor is it an ID"},
		{"ioname,year,kzk\nX,2001,1\nY,2001,1\n", TableOptions{Rename: map[string]lineage.OrgID{"X": "a", "Y": "a"}}, `id "a" is used twice [duplicate-id]`, "nor one of its own"},
		{"organization,state,role,from\nX,KZ,-9,2001\n", TableOptions{}, "a membership with dates has a role", "dates of nothing"},
		{"organization,state,role,from\nX,KZ,member,2001\n", TableOptions{Assume: YearStart}, "nothing is assumed of a list with dates", "its dates say how precise they are"},
		{"organization,state,role,year\nX,KZ,member,2001\n", TableOptions{Wide: true}, "this is a list of memberships (list by years)", "not what was asked for"},
	} {
		_, err := ReadTable("t.csv", strings.NewReader(c.table), c.o)
		problems := Problems(nil)
		if !errors.As(err, &problems) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.reason, err, c.want)
		}
	}
}

// Names that cannot be IDs, or mean several organizations, make records all the
// same.
func TestTableNames(t *testing.T) {
	t.Parallel()
	const table = "ioname,orgname,year,kzk,Утопия,botswana\n" +
		"A.B,One,2001,1,1,0\nA-B,Two,2001,1,0,1\nЁж,\"Three\n\u0085 of\tthem\",2001,1,0,0\nЮг,One,2001,1,0,0\n"
	set, err := ReadTable("t.csv", strings.NewReader(table), TableOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, o := range set.Organizations {
		fmt.Fprintf(&b, "%s|%s|%s|%s\n", o.ID, o.Short, o.Name, strings.Join(o.Ambiguous, ";"))
	}
	for _, s := range set.States {
		fmt.Fprintf(&b, "%s|%s\n", s.ID, s.Name)
	}
	want := "a-b|A.B|One|One\na-b-2|A-B|Two|A-B\norganization|Ёж|Three of them|\norganization-2|Юг|One|One\nKZ|Kazakhstan\nSTATE|Утопия\nBOTSWANA|Botswana\n"
	if b.String() != want {
		t.Errorf("have\n%swant\n%s", b.String(), want)
	}
}

// A state that is known by a number only keeps it, and has the name that stands
// beside it.
func TestTableNumbers(t *testing.T) {
	t.Parallel()
	const table = "ccode,statenme,year,x\n705,Kazachstan,2001,1\n998,Utopia,2001,1\n997,,2001,1\n"
	atlas, err := LoadTable("t.csv", strings.NewReader(table), TableOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ ask, id, name string }{
		{"705", "KZ", "Kazakhstan"}, {"998", "COW-998", "Utopia"}, {"utopia", "COW-998", "Utopia"}, {"997", "COW-997", "State 997"},
	} {
		if s, err := atlas.State(c.ask); err != nil || string(s.ID) != c.id || s.Name != c.name {
			t.Errorf("State(%s) = %v, %v, want %s %s", c.ask, s, err, c.id, c.name)
		}
	}
}

// A list has names in words, too.
func TestTableListNames(t *testing.T) {
	t.Parallel()
	const table = "organization,organization_name,state,state_name,since\nx,The X,UT,Utopia,2001\ny,,UT,,2001\n"
	set := must2(ReadTable("t.csv", strings.NewReader(table), TableOptions{}))
	if x, y, s := set.Organizations[0], set.Organizations[1], set.States[0]; x.Name != "The X" || x.Short != "x" || y.Name != "y" || s.Name != "Utopia" || s.ID != "UT" {
		t.Errorf("have %q %q, %q, %s %q", x.Name, x.Short, y.Name, s.ID, s.Name)
	}
}

// The order of rows and columns does not matter.
func TestTableOrder(t *testing.T) {
	t.Parallel()
	a := must2(ReadTable("t.csv", strings.NewReader("ioname,year,kzk,uzb\nX,2001,1,2\nX,2002,1,-9\nY,2001,0,1\n"), TableOptions{}))
	b := must2(ReadTable("t.csv", strings.NewReader("year,uzb,ioname,kzk\n2001,1,Y,0\n2002,-9,X,1\n2001,2,X,1\n"), TableOptions{}))
	one, two := must2(Files(a)), must2(Files(b))
	for i := range one {
		if !bytes.Equal(one[i].Text, two[i].Text) {
			t.Errorf("%s\nand\n%s", one[i].Text, two[i].Text)
		}
	}
}

// A large table is read within the limits of the format, written, and read again.
func TestTablePublished(t *testing.T) {
	if testing.Short() {
		t.Skip("writes and reads 500 files")
	}
	t.Parallel()
	set, err := ReadTable("published.csv", bytes.NewReader(published()), TableOptions{})
	if err != nil {
		t.Fatal(err)
	}
	spells := 0
	for i := range set.Organizations {
		spells += len(set.Organizations[i].Members)
	}
	if len(set.Organizations) != 534 || spells < 18000 || spells > 25000 {
		t.Errorf("%d organizations, %d memberships", len(set.Organizations), spells)
	}
	again(t, set)
}

// FuzzTable makes records of any table, with any assumption: it ends, and what is
// made can be written and read again.
func FuzzTable(f *testing.F) {
	for _, s := range []string{
		"ioname,orgname,year,usa,uzb,sdate,deaddate\nEAEC,\"a, \"\"b\"\"\nc\",2005,-9,1,2000,2003\nEAEC,b,2008,1,-9,,\n",
		"ccode,year,state,eaec,sco\r\n704,2005,uzbekistan,1,-9\r\n341,2006,x,2,-1\r\n",
		"organization,state,role,year\nX,A,observer,2005\nX,A,-9,2006\n",
		"organization\tstate\tfrom\tto\nX\tA\t2001-05\t[2004..2005]\nX\tB\t[..]\t9999\n",
		"ioname,year,kzk\nX,9999,1\nX,1,1\n",
		"organization,state,role,year\nX,A,-1,2001\n", // never there
	} {
		f.Add([]byte(s), uint8(0))
		f.Add([]byte(s), uint8(1))
	}
	f.Fuzz(func(t *testing.T, text []byte, assume uint8) {
		set, err := ReadTable("t.csv", bytes.NewReader(text), TableOptions{Assume: Assumption(assume % 3)})
		if err != nil {
			var problems Problems
			if !errors.As(err, &problems) || len(problems) == 0 {
				t.Fatalf("error %v of type %T", err, err)
			}
			for _, p := range problems {
				if p.Line < 1 || p.Col < 1 || p.Rule == "" || p.Msg == "" || p.File != "t.csv" {
					t.Errorf("problem %+v", p)
				}
			}
			return
		}
		if _, err := lineage.New(set); err != nil {
			t.Fatalf("records that are not right:\n%v", err) // see TestSure
		}
		again(t, set)
	})
}

// A table that never ends is refused within bounded memory.
func TestTableEndless(t *testing.T) {
	t.Parallel()
	head := strings.NewReader("organization,state,year\n")
	for _, c := range []struct {
		rows   io.Reader
		want   string
		reason string
	}{
		{repeated("X,KZ,2001\n"), "more than 2097152 rows", "rows"},
		{repeated("x"), "a row of more than 1 MiB", "one line"},
		{io.MultiReader(strings.NewReader("\""), repeated("\n")), "a row of more than 1 MiB", "one field"},
		{&counting{}, "more than 10000 organizations", "organizations"},
	} {
		head.Seek(0, io.SeekStart)
		_, err := ReadTable("t.csv", io.MultiReader(head, c.rows), TableOptions{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("endless %s: %v", c.reason, err)
		}
	}
}

// repeated is a text without end.
func repeated(s string) io.Reader { return &unending{text: []byte(strings.Repeat(s, 1000))} }

type unending struct {
	text []byte
	at   int
}

func (e *unending) Read(b []byte) (int, error) {
	n := copy(b, e.text[e.at:])
	e.at = (e.at + n) % len(e.text)
	return n, nil
}

// counting is a list of ever new organizations.
type counting struct {
	n    int
	rest []byte
}

func (c *counting) Read(b []byte) (int, error) {
	for len(c.rest) < len(b) {
		c.n++
		c.rest = fmt.Appendf(c.rest, "X%d,KZ,2001\n", c.n)
	}
	n := copy(b, c.rest)
	c.rest = c.rest[n:]
	return n, nil
}
