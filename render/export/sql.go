package export

import (
	_ "embed"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// schemaSQL makes the tables and views, in the common part of SQLite and
// PostgreSQL.
//
//go:embed schema.sql
var schemaSQL string

// SQL writes the selection, as [Selection.Atlas] makes it, as tables and rows that
// load in SQLite and PostgreSQL: everything that the atlas knows, in one
// transaction, with keys between the tables. The view members_on answers who was a
// member on a day, with yes or maybe, as the atlas does; the comment at the
// beginning shows how to ask it.
func SQL(w io.Writer, atlas *lineage.Atlas, sel Selection) error {
	part, err := sel.Atlas(atlas)
	if err != nil {
		return err
	}
	f := &sqlFile{}
	f.b.WriteString(schemaSQL)
	if err := f.records(part, sel.Basis); err != nil {
		return err
	}
	f.b.WriteString("\nCOMMIT;\n")
	_, err = io.WriteString(w, f.b.String())
	return err
}

// A sqlFile collects rows and writes them table by table.
type sqlFile struct {
	b      strings.Builder
	tables map[string][]string // rows, by name

	memberships, suspensions, successions, datings, rivals, notes, places int // the last number given
}

// sqlTables are the tables in an order in which each finds what it refers to.
var sqlTables = []string{
	"about", "sources", "collections", "organizations", "organization_collections", "containments", "states", "continuations", "places", "lookalikes",
	"memberships", "suspensions", "successions", "datings", "rivals", "notes", "organization_names", "state_names", "place_names",
	"dating_sources", "rival_sources", "note_sources", "membership_sources", "containment_sources", "state_sources", "place_sources", "collection_sources",
}

// row adds a row to a table. Its values stand in the order of the columns; an
// empty text, and a nil, are NULL.
func (f *sqlFile) row(table string, values ...any) {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = sqlValue(v)
	}
	if f.tables == nil {
		f.tables = map[string][]string{}
	}
	f.tables[table] = append(f.tables[table], "("+strings.Join(texts, ", ")+")")
}

// sqlValue writes a value.
func sqlValue(v any) string {
	switch v := v.(type) {
	case string:
		if v != "" {
			return sqlText(v)
		}
	case bool:
		return strings.ToUpper(strconv.FormatBool(v))
	case int:
		return strconv.Itoa(v)
	}
	return "NULL"
}

// sqlText writes a text. Inside quotes only the quote itself means something, as
// long as a backslash does not: it has not in PostgreSQL since 9.1.
func sqlText(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD") // PostgreSQL has no NUL
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}

// flush writes the rows, some hundred to a statement.
func (f *sqlFile) flush() {
	const most = 500
	for _, table := range sqlTables {
		for rows := range slices.Chunk(f.tables[table], most) {
			f.b.WriteString("\nINSERT INTO " + table + " VALUES\n  ")
			f.b.WriteString(strings.Join(rows, ",\n  "))
			f.b.WriteString(";\n")
		}
	}
}

// records writes all records of an atlas.
func (f *sqlFile) records(atlas *lineage.Atlas, basis lineage.Basis) error {
	d := atlas.Dataset()
	f.row("about", basis.String())
	for i := range d.Sources {
		s := &d.Sources[i]
		f.row("sources", slices.Concat([]any{string(s.ID), s.Kind.String(), s.Title, s.Author, s.Body, s.Publisher}, sqlDate(s.Date), []any{s.URL, s.Language, s.Note})...)
	}
	for _, c := range atlas.Collections() {
		f.row("collections", string(c.ID), c.Name, c.Note)
		f.cite("collection_sources", string(c.ID), c.Sources)
	}
	for i := range d.Organizations {
		if err := f.organization(atlas, &d.Organizations[i], basis); err != nil {
			return err
		}
	}
	for i := range d.States {
		f.state(&d.States[i])
	}
	for i := range d.Places {
		f.place(&d.Places[i])
	}
	for _, l := range d.Lookalikes {
		f.row("lookalikes", l.Name, l.Means)
	}
	f.flush()
	return nil
}

// cite adds the sources of a record to the table that joins them.
func (f *sqlFile) cite(table string, record any, ids []lineage.SourceID) {
	for i, id := range ids {
		f.row(table, record, i+1, string(id))
	}
}

// names adds the names of a record in other languages, and its aliases.
func (f *sqlFile) names(table string, record any, translations map[string]string, aliases []string, more ...any) {
	for _, tag := range slices.Sorted(maps.Keys(translations)) {
		f.row(table, append([]any{record, "translation", tag, translations[tag]}, more...)...)
	}
	for _, name := range aliases {
		f.row(table, append([]any{record, "alias", nil, name}, more...)...)
	}
}

// A sqlOwner says of which record a dating is: one of its fields is not nil.
type sqlOwner struct{ organization, succession, membership, suspension, state, place any }

// dating adds a dating and returns its number.
func (f *sqlFile) dating(of sqlOwner, event, step string, d *lineage.Dating) int {
	f.datings++
	n := f.datings
	held := !d.On.IsZero() || len(d.Sources) > 0
	f.row("datings", slices.Concat(
		[]any{n, of.organization, of.succession, of.membership, of.suspension, of.state, of.place, event, step, held}, sqlDate(d.On), []any{d.Place, d.Note})...)
	f.cite("dating_sources", n, d.Sources)
	for i := range d.Rivals {
		c := &d.Rivals[i]
		f.rivals++
		f.row("rivals", slices.Concat([]any{f.rivals, n}, sqlDate(c.On), []any{c.Note})...)
		f.cite("rival_sources", f.rivals, c.Sources)
	}
	return n
}

func (f *sqlFile) steps(of sqlOwner, event string, steps lineage.Steps) {
	for i := range steps {
		f.dating(of, event, steps[i].Step.String(), &steps[i])
	}
}

// sqlDate returns a date and the first and last day that it may be.
func sqlDate(d lineage.Date) []any {
	first, last := d.Bounds()
	return []any{d.String(), sqlDay(first), sqlDay(last)}
}

// sqlDay writes a day, and nothing for one that no date of four digits can name.
func sqlDay(d lineage.Day) string { return d.Date().String() }
