//go:build unix

package main

import (
	"fmt"
	"io"
	"strings"
	"testing"
)

// TestHostileTables has the audit read what nobody means well with. Each ends in
// one clear error with its line and column, within bounded memory, however much
// of the table there is.
func TestHostileTables(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("reads some hundred megabytes")
	}
	endless := func(first, row string) io.Reader {
		return io.MultiReader(strings.NewReader(first), &rows{row: func(int) string { return row }})
	}
	counted := func(first, row string) io.Reader {
		return io.MultiReader(strings.NewReader(first), &rows{row: func(i int) string { return fmt.Sprintf(row, i) }})
	}
	const most = 640 << 20
	for _, tt := range []struct {
		reason string
		flag   string
		table  io.Reader
		want   string
	}{
		{"a million columns", "--cow", strings.NewReader("ioname,year" + strings.Repeat(",a", 1_000_000) + "\n"), "standard input:1:1: a row of more than 1 MiB"},
		{"a million columns with long names", "--cow", strings.NewReader("ioname,year" + strings.Repeat(",uzbekistan", 1_000_000) + "\n"), "standard input:1:1: a row of more than 1 MiB"},
		{"more columns than any table has", "--cow", strings.NewReader("ioname,year" + strings.Repeat(",a", 100_000) + "\n"), "standard input:1:40009: more than 20000 columns [too-large]"},
		{"columns without end", "--cow", endless("ioname,year", ",a"), "standard input:1:1: a row of more than 1 MiB"},
		{"a first line without end", "--csv", endless("", "x"), "standard input:1:1: a row of more than 1 MiB"},
		{"a line without end", "--csv", endless("organization,state,year\n", "x"), "standard input:2:1: a row of more than 1 MiB"},
		{"quotes without end", "--csv", endless("organization,state,year\n\"", "x,\n"), "a row of more than 1 MiB"},
		{"NUL without end", "--cow", endless("", "\x00"), "standard input:1:1: the table is not in UTF-8 but looks like UTF-16"},
		{"UTF-16", "--cow", strings.NewReader("\xff\xfei\x00o\x00n\x00a\x00m\x00e\x00"), "standard input:1:1: the table is not in UTF-8 but looks like UTF-16; save it as CSV in UTF-8 [bad-encoding]"},
		{"Latin-1 in the header", "--cow", strings.NewReader("ioname,year,t\xfcrkei\nCIS,2005,1\n"), "standard input:1:13: the name of this column is not text in UTF-8"},
		{"Latin-1 in a name", "--csv", strings.NewReader("organization,state,year\nCIS,T\xfcrkei,2005\n"), "standard input:2:5: the name is not text in UTF-8"},
		{"rows without end, all of them right", "--csv", endless("organization,state,from,to\n", "CIS,UZ,2005,2006\n"), "standard input:2097154:1: more than 2097152 rows"},
		{"rows without end, all of them wrong", "--csv", endless("organization,state,from,to\n", "CIS,UZ,x,\n"), "more problems from here on [too-many-problems]"},
		{"ever new organizations", "--csv", counted("organization,state,year\n", "o%d,UZ,2005\n"), "standard input:25003:1: more than 25000 names that the atlas does not have"},
		{"ever new states", "--csv", counted("organization,state,year\n", "CIS,s%d,2005\n"), "standard input:25003:1: more than 25000 names that the atlas does not have"},
		{"ever new rows of a wide table", "--cow", counted("ioname,year,uzbekistan\n", "o%d,2005,1\n"), "standard input:25003:13: more than 25000 names that"},
	} {
		t.Run(tt.reason, func(t *testing.T) {
			t.Parallel()
			cmd := child(t, "audit", tt.flag, "-")
			cmd.Stdin = tt.table
			e := wait(t, cmd)
			if e.code != exitProblem || e.stdout != "" || !strings.Contains(e.stderr, tt.want) {
				t.Errorf("exit %d, %.300q, want %q", e.code, e.stderr, tt.want)
			}
			if strings.Contains(e.stderr, "goroutine") || len(e.stderr) > 100_000 {
				t.Errorf("%d bytes on standard error", len(e.stderr))
			}
			if e.peak > most {
				t.Errorf("took %d MiB", e.peak>>20)
			}
			t.Logf("%d MiB", e.peak>>20)
		})
	}
}
