package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"github.com/orglineage/orglineage/render/export"
)

// A listing is an answer in all the forms in which it can be written.
type listing struct {
	title    string
	head     []string
	showHead bool // in text; Markdown has no table without a head
	rows     [][]string
	wrap     int      // the width of the last column in text; 0 for any
	drawing  []string // lines that stand in text for the table
	notes    []string // sentences under the table
	sources  []string // what numbers in brackets stand for

	records [][]string // CSV, its head first
	value   any        // JSON
}

// write writes l in the format to standard output or the file of -o.
func (p *program) write(format string, l *listing) error {
	switch format {
	case formatJSON:
		return writeJSON(&p.out, l.value)
	case formatCSV:
		return export.WriteRecords(&p.out, l.records)
	case formatMarkdown:
		l.markdown(&p.out)
	default:
		l.text(&p.out)
	}
	return nil
}

// writeJSON writes v as one line.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

func (l *listing) text(b *bytes.Buffer) {
	blocks := 0
	block := func() {
		if blocks > 0 {
			b.WriteByte('\n')
		}
		blocks++
	}
	if l.title != "" {
		block()
		fmt.Fprintln(b, oneLine(l.title))
	}
	switch {
	case len(l.drawing) > 0:
		block()
		for _, line := range l.drawing {
			fmt.Fprintln(b, "  "+oneLine(line))
		}
	case len(l.rows) > 0:
		block()
		b.WriteString(l.textTable())
	}
	if len(l.notes) > 0 {
		block()
		for _, n := range l.notes {
			fmt.Fprintln(b, oneLine(n))
		}
	}
	if len(l.sources) > 0 {
		block()
		for i, s := range l.sources {
			fmt.Fprintf(b, "[%d] %s\n", i+1, oneLine(s))
		}
	}
}

var plain = table.Style{
	Name:   "plain",
	Box:    table.BoxStyle{PaddingRight: "   "},
	Format: table.FormatOptions{Header: text.FormatDefault},
}

func (l *listing) textTable() string {
	w := table.NewWriter()
	w.SetStyle(plain)
	if l.showHead {
		w.AppendHeader(cells(l.head, oneLine))
	}
	for _, row := range l.rows {
		w.AppendRow(cells(row, oneLine))
	}
	if l.wrap > 0 {
		w.SetColumnConfigs([]table.ColumnConfig{{Number: len(l.head), WidthMax: l.wrap, WidthMaxEnforcer: text.WrapSoft}})
	}
	var b strings.Builder
	for line := range strings.Lines(w.Render()) {
		b.WriteString("  " + strings.TrimRight(line, " \n") + "\n")
	}
	return b.String()
}

func cells(row []string, convert func(string) string) table.Row {
	r := make(table.Row, len(row))
	for i, cell := range row {
		r[i] = convert(cell)
	}
	return r
}

func (l *listing) markdown(b *bytes.Buffer) {
	if l.title != "" {
		fmt.Fprintf(b, "## %s\n", markdownText(l.title))
	}
	if len(l.rows) > 0 {
		w := table.NewWriter()
		w.SetStyle(table.StyleDefault)
		w.Style().Format.Header = text.FormatDefault
		w.AppendHeader(cells(l.head, markdownText))
		for _, row := range l.rows {
			w.AppendRow(cells(row, markdownText))
		}
		fmt.Fprintf(b, "\n%s\n", w.RenderMarkdown())
	}
	for _, n := range l.notes {
		fmt.Fprintf(b, "\n%s\n", markdownText(n))
	}
	for i, s := range l.sources {
		if i == 0 {
			b.WriteByte('\n')
		}
		text, url, found := strings.Cut(s, ". http")
		if found {
			url = ". <http" + angles.Replace(oneLine(url)) + ">"
		}
		fmt.Fprintf(b, "%d. %s%s\n", i+1, markdownText(text), url)
	}
}

// markdownText escapes what Markdown would take for markup. The bar is left to
// the table writer, which escapes it with one more backslash.
func markdownText(s string) string { return markdownEscaper.Replace(oneLine(s)) }

// angles writes what would end a link in angle brackets.
var angles = strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20")

var markdownEscaper = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "&", `\&`, "~", `\~`,
)
