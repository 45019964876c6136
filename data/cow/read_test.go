package cow

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/orglineage/orglineage/lineage"
)

// show writes a record as a test says it.
func show(r *Record) string {
	s := fmt.Sprintf("%d:%d %s %s", r.Line, r.Col, r.Organization, r.State)
	if r.Year != 0 {
		s += fmt.Sprintf(" %d", r.Year)
	} else {
		s += " " + r.Since.String() + "/" + r.Until.String()
	}
	s += " " + r.Code.String()
	if role := r.Code.Role(); role != r.Role {
		s += " " + r.Role.String()
	}
	return s
}

func read(t *testing.T, text string, opts Options) (*Table, []string, error) {
	t.Helper()
	var got []string
	table, err := Read(strings.NewReader(text), opts, func(r *Record) { got = append(got, show(r)) })
	return table, got, err
}

func TestRead(t *testing.T) {
	t.Parallel()
	tests := []struct {
		reason, text string
		want         []string
		layout       Layout
		skipped      []string
	}{
		{
			reason: "the published layout by organizations, metadata after the states",
			text:   "ioname,orgname,year,usa,uzbekistan,sdate,deaddate,longorgname,ionum,version\nEAEC,\"Eurasian, long\",2005,0,1,2000,,x,1251,3\n",
			want:   []string{"2:28 EAEC usa 2005 no member", "2:30 EAEC uzbekistan 2005 full member"},
			layout: ByOrganization, skipped: []string{"orgname", "sdate", "deaddate", "longorgname", "ionum", "version"},
		},
		{
			reason: "metadata before them, names in capitals, CR LF, no line break at the end",
			text:   "VERSION,SDATE,IONAME,YEAR,UZB,704\r\n3,2000,EAEC,2005,2,3\r\n3,2000,EAEC,2006,-9,-1",
			want: []string{
				"2:18 EAEC UZB 2005 associate member", "2:20 EAEC 704 2005 observer",
				"3:18 EAEC UZB 2006 missing", "3:21 EAEC 704 2006 outside",
			},
			layout: ByOrganization, skipped: []string{"VERSION", "SDATE"},
		},
		{
			reason: "a byte-order mark, tabs, and fields in quotes, as R writes them, with a column without a name",
			text:   "\uFEFF\"\"\t\"ioname\"\t\"year\"\t\"usa\"\n\"1\"\t\"EAEC\"\t\"2005\"\t\"1\"\n",
			want:   []string{"2:19 EAEC usa 2005 full member"},
			layout: ByOrganization, skipped: []string{""},
		},
		{
			reason: "what programs write for a missing number, and for 1, 2005 and 0",
			text:   "ioname;year;a1;b1;c1;d1;e1\nX;2005.0;NA;;.;1.0; 0 \n",
			want: []string{
				"2:10 X a1 2005 missing", "2:13 X b1 2005 missing", "2:14 X c1 2005 missing",
				"2:16 X d1 2005 full member", "2:20 X e1 2005 no member",
			},
			layout: ByOrganization,
		},
		{
			reason: "the published layout by states: the number is the surest name of one",
			text:   "ccode,year,state,eaec,sco,version\n704,2005,uzbekistan,1,1,3\n",
			want:   []string{"2:21 eaec 704 2005 full member", "2:23 sco 704 2005 full member"},
			layout: ByState, skipped: []string{"state", "version"},
		},
		{
			reason: "a list by years, its columns in another order, roles in words, in the plural and as codes",
			text:   "Year,Role,Organization,State\n2005,,EAEC,UZ\n2005,Observers,EAEC,UA\n2005,2,CIS,UA\n2005,dialogue,X,Y\n",
			layout: ByYear,
		},
		{
			reason: "a list by years",
			text:   "Year,Role,Organization,State,Remark\n2005,,EAEC,UZ,\n2005,Observers,EAEC,UA,x\n2005,2,CIS,UA,\n2005,party,FTA,UA,\n2005,partner,SCO,LK,\n",
			want: []string{
				"2:7 EAEC UZ 2005 full member", "3:16 EAEC UA 2005 observer", "4:8 CIS UA 2005 associate member",
				"5:12 FTA UA 2005 full member party", "6:14 SCO LK 2005 no member partner",
			},
			layout: ByYear, skipped: []string{"Remark"},
		},
		{
			reason: "a list by dates: to is the last day, of a year some day of it; empty goes on",
			text:   "organization,state,from,to\nX,A,2001-05-30,2014-12-31\nX,B,2001,2014\nX,C,2001-02~,2014-05\nX,D,[..],\nX,E,1999,[2001..]\n",
			want: []string{
				"2:1 X A 2001-05-30/2015-01-01 full member", "3:1 X B 2001/[2014-01-02..2015-01-01] full member",
				"4:1 X C 2001-02~/[2014-05-02..2014-06-01] full member", "5:1 X D [..]/ full member",
				"6:1 X E 1999/[2001-01-02..] full member",
			},
			layout: ByDate,
		},
		{
			reason: "until is the first day after",
			text:   "organisation,country,role,since,until\nX,A,observer,2001-05-30,2015-01-01\n",
			want:   []string{"2:1 X A 2001-05-30/2015-01-01 observer"},
			layout: ByDate,
		},
		{
			reason: "columns count in characters; a line break inside quotes counts as one; blank rows are none",
			text:   "orgname,ioname,year,usa\n\nÖsterreich,X,2005,1\n\"two\nlines, \"\"ü\"\" and\nthree\",Y,2005,1\n",
			want:   []string{"3:19 X usa 2005 full member", "6:15 Y usa 2005 full member"},
			layout: ByOrganization, skipped: []string{"orgname"},
		},
		{
			reason: "bytes of another encoding in a name that nobody reads",
			text:   "ioname,orgname,year,usa\nIRENA,Agency\xca,2011,1\n",
			want:   []string{"2:20 IRENA usa 2011 full member"},
			layout: ByOrganization, skipped: []string{"orgname"},
		},
	}
	for _, tt := range tests {
		table, got, err := read(t, tt.text, Options{})
		if tt.want == nil {
			if err == nil {
				t.Errorf("%s: accepted", tt.reason)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
		if table.Layout != tt.layout || cmp.Diff(tt.skipped, table.Skipped) != "" {
			t.Errorf("%s: %v, skipped %q", tt.reason, table.Layout, table.Skipped)
		}
		// However the text arrives, and however short the lines are read.
		var slow []string
		if _, err := Read(iotest.OneByteReader(strings.NewReader(tt.text)), Options{}, func(r *Record) { slow = append(slow, show(r)) }); err != nil {
			t.Errorf("%s, byte by byte: %v", tt.reason, err)
		}
		if diff := cmp.Diff(got, slow); diff != "" {
			t.Errorf("%s, byte by byte:\n%s", tt.reason, diff)
		}
	}
}

func TestReadSome(t *testing.T) {
	t.Parallel()
	only := func(l Layout, name string) bool { return l == ByOrganization && name == "uzbekistan" }
	table, got, err := read(t, "ioname,year,angola,uzbekistan,note\nX,2005,what,1,is this?\nY,1999,7,0,\n", Options{Columns: only})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"2:13 X uzbekistan 2005 full member", "3:10 Y uzbekistan 1999 no member"}; cmp.Diff(want, got) != "" {
		t.Errorf("read %q", got)
	}
	want := &Table{Layout: ByOrganization, Columns: []string{"uzbekistan"}, Skipped: []string{"angola", "note"}, Roles: true, Rows: 2, First: 1999, Last: 2005}
	if diff := cmp.Diff(want, table); diff != "" {
		t.Error(diff)
	}
}

func TestProblems(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", maxLine+1)
	tests := []struct{ reason, text, want string }{
		{"nothing at all", "", "t:1:1: the table is empty"},
		{"a byte-order mark of UTF-16", "\xff\xfei\x00o\x00", "t:1:1: the table is not in UTF-8 but looks like UTF-16"},
		{"UTF-16 without one", "i\x00o\x00n\x00", "t:1:1: the table is not in UTF-8 but looks like UTF-16"},
		{"a column name in another encoding", "ioname,year,t\xfcrkei\n", "t:1:13: the name of this column is not text in UTF-8"},
		{"line ends of another time", "ioname,year,usa\rX,2005,1\r", "t:1:16: the lines end with CR alone"},
		{"some other table", "a,b,c\n1,2,3\n", "t:1:1: the first row does not say what the table is"},
		{"a column twice", "ioname,year,usa,USA\nX,2005,1,1\n", `t:1:17: a second column "USA"; the first is column 3`},
		{"both kinds of list", "organization,state,year,from\n", "t:1:20: a list has a column year, or the columns from and to"},
		{"both kinds of end", "organization,state,from,to,until\n", "t:1:28: a list has a column to (the last day) or until"},
		{"a row too short", "ioname,year,usa\nX,2005\n", "t:2:3: the row has 2 fields and the header 3"},
		{"a row too long", "ioname,year,usa\nX,2005,1,1\n", "t:2:8: the row has 4 fields and the header 3"},
		{"an unknown code", "ioname,year,usa\nX,2005,4\n", `t:2:8: column usa holds "4", want 0, 1, 2, 3, -9 or -1`},
		{"a year that is none", "ioname,year,usa\nX,MMV,1\n", `t:2:3: want a year from 1 to 9999, have "MMV"`},
		{"a name that is empty", "ioname,year,usa\n ,2005,1\n", "t:2:1: the name in column ioname is empty"},
		{"a name in another encoding", "ioname,year,usa\nT\xfcrk,2005,1\n", "t:2:1: the name is not text in UTF-8"},
		{"a name that steers a terminal", "ioname,year,usa\nT\x1b[31m,2005,1\n", "t:2:1: the name is not text in UTF-8"},
		{"a row twice", "ioname,year,usa\nX,2005,1\nX,2005,1\n", "t:3:1: a second row for X in 2005; the first is line 2"},
		{"text after quotes", "ioname,year,usa\n\"X\"Y,2005,1\n", "t:2:4: text after the closing quotes"},
		{"quotes without an end", "ioname,year,usa\n\"X,2005,1\n", "t:2:1: a field in quotes that begins in this row has no end"},
		{"a row without an end", "ioname,year,usa\n" + long, "t:2:1: a row of more than 1 MiB"},
		{"quotes that swallow the rest", "ioname,year,usa\n\"X,2005,1\n" + strings.Repeat("Y,2005,1\n", maxLine/8), "a row of more than 1 MiB"},
		{"a million columns", "ioname,year" + strings.Repeat(",a", 400000), "t:1:40009: more than 20000 columns"},
		{"a million columns of longer names", "ioname,year" + strings.Repeat(",abcdef", 1000000), "t:1:1: a row of more than 1 MiB"},
		{"quotes that open a field on every line", "ioname,year,usa\n" + strings.Repeat("\"j\"j,\"\n", maxLine/16), "t:2:4: text after the closing quotes"},
		{"a bad date", "organization,state,from,to\nX,A,2001-13,\n", `t:2:5: date "2001-13": month 13 is not in 01–12`},
		{"no beginning", "organization,state,from,to\nX,A,,2001\n", "t:2:5: the beginning is empty"},
		{"an end before the beginning", "organization,state,from,to\nX,A,2005,2001\n", "t:2:10: the membership ends (2001) before it begins (2005)"},
		{"a role that is none", "organization,state,role,year\nX,A,chair,2001\n", `t:2:5: "chair" is not a role`},
	}
	for _, tt := range tests {
		_, err := Read(strings.NewReader(tt.text), Options{File: "t"}, func(*Record) {})
		var problems Problems
		if !errors.As(err, &problems) {
			t.Errorf("%s: error %v", tt.reason, err)
			continue
		}
		if !strings.Contains(problems[0].Error(), tt.want) || !strings.HasSuffix(problems[0].Error(), " ["+problems[0].Rule+"]") {
			t.Errorf("%s: %v, want %s", tt.reason, problems[0], tt.want)
		}
	}
}

// Everything is told at once, but not without end.
func TestManyProblems(t *testing.T) {
	t.Parallel()
	_, err := Read(strings.NewReader("ioname,year,usa\n"+strings.Repeat("X,no,1\n", 5000)), Options{}, func(*Record) {})
	var problems Problems
	if !errors.As(err, &problems) || len(problems) != maxProblems {
		t.Fatalf("%d problems", len(problems))
	}
	if last := problems[maxProblems-1]; last.Rule != TooManyProblems || last.Line != maxProblems+1 {
		t.Errorf("the last is %v", last)
	}
	if text := err.Error(); strings.Count(text, "\n") != maxProblems-1 || !strings.HasPrefix(text, "table:2:3: ") {
		t.Errorf("they read %.80s", text)
	}
	_, err = Read(strings.NewReader("organization,state,from\nX,A,1x\n"), Options{File: "a\nb"}, func(*Record) {})
	if malformed := new(lineage.DateError); !errors.As(err, &malformed) || malformed.Input != "1x" {
		t.Errorf("the error behind %v is not a DateError", err)
	}
	if !strings.HasPrefix(err.Error(), `"a\nb":2:5: `) {
		t.Errorf("the file name is not quoted in %v", err)
	}
}

// A reader that fails says so, whatever was read before.
func TestUnreadable(t *testing.T) {
	t.Parallel()
	r := io.MultiReader(strings.NewReader("ioname,year,usa\nX,2005,1\n"), iotest.ErrReader(errors.New("the disk is gone")))
	_, err := Read(r, Options{File: "t"}, func(*Record) {})
	if err == nil || err.Error() != "t:3:1: the disk is gone [unreadable-file]" {
		t.Errorf("error %v", err)
	}
}

// A table without end is refused in bounded time and memory.
type endless struct{ row string }

func (e endless) Read(b []byte) (int, error) {
	n := 0
	for n < len(b) {
		n += copy(b[n:], e.row)
	}
	return n, nil
}

func TestEndless(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ reason, first, row, want string }{
		{"a first line without end", "", "x", "table:1:1: a row of more than 1 MiB"},
		{"a line without end", "ioname,year,usa\n", "x", "table:2:1: a row of more than 1 MiB"},
		{"quotes without end", "ioname,year,usa\n\"", "\n", "a row of more than 1 MiB"},
		{"a column for ever", "ioname,year", ",usa", "table:1:1: a row of more than 1 MiB"},
		{"rows for ever", "ioname,year,usa\n", "X,Y,Z\n", "more problems from here on"},
	} {
		_, err := Read(io.MultiReader(strings.NewReader(tt.first), endless{tt.row}), Options{}, func(*Record) {})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %.200v", tt.reason, err)
		}
	}
}

func TestText(t *testing.T) {
	t.Parallel()
	if s := Code(7).String() + Layout(9).String(); s != "code 7layout 9" {
		t.Error(s)
	}
	if b, err := ByDate.MarshalText(); err != nil || string(b) != "list by dates" {
		t.Error(string(b), err)
	}
}
