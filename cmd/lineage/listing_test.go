package main

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// hostile is a listing of what could break a format.
func hostile() *listing {
	cells := []string{"=1+1", "a|b\\|c", "x,\"y\"\r\nz", "\x1b[31mred\x07", "<b>*_`#", "Å\u0301 日本 \u202egnp", "-1", ""}
	l := &listing{title: "T <i>", head: []string{"A|", "B"}, notes: []string{"n\x1b[2J"}, sources: []string{"A_b. https://x.org/a_b?c=<d>"}}
	l.records = [][]string{{"a", "b"}}
	for _, c := range cells {
		l.rows = append(l.rows, []string{c, "x"})
		l.records = append(l.records, []string{c, "x"})
	}
	return l
}

func TestTextIsHarmless(t *testing.T) {
	t.Parallel()
	for _, format := range []string{formatTable, formatMarkdown} {
		p := &program{}
		if err := p.write(format, hostile()); err != nil {
			t.Fatal(err)
		}
		for _, bad := range []string{"\x1b", "\x07", "\u202e", "\r"} {
			if strings.Contains(p.out.String(), bad) {
				t.Errorf("%s lets %q through", format, bad)
			}
		}
		for line := range strings.Lines(p.out.String()) {
			if strings.HasSuffix(line, " \n") {
				t.Errorf("%s: white space at the end of %q", format, line)
			}
		}
	}
}

func TestMarkdownCells(t *testing.T) {
	t.Parallel()
	p := &program{}
	if err := p.write(formatMarkdown, hostile()); err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(p.out.String()) {
		if !strings.HasPrefix(line, "|") {
			continue
		}
		rows++
		bars := 0 // those that are not escaped
		for i := range line {
			if line[i] == '|' && (i == 0 || line[i-1] != '\\') {
				bars++
			}
		}
		if bars != 3 {
			t.Errorf("%d cells in %q", bars-1, line)
		}
	}
	if rows != 10 {
		t.Errorf("%d lines, want 10", rows)
	}
	for _, want := range []string{`\<b\>\*\_`, `a\|b\\\|c`, "<https://x.org/a_b?c=%3Cd%3E>"} {
		if !strings.Contains(p.out.String(), want) {
			t.Errorf("%s is not in\n%s", want, p.out.String())
		}
	}
}

func TestCSVRoundTrip(t *testing.T) {
	t.Parallel()
	p := &program{}
	l := hostile()
	want := [][]string{{"a", "b"}}
	for _, r := range l.rows {
		cell := strings.ReplaceAll(r[0], "\r\n", "\n") // as encoding/csv reads it
		if cell == "=1+1" {                            // -1 is a number
			cell = "'" + cell
		}
		want = append(want, []string{cell, "x"})
	}
	if err := p.write(formatCSV, l); err != nil {
		t.Fatal(err)
	}
	got, err := csv.NewReader(bytes.NewReader(p.out.Bytes())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
