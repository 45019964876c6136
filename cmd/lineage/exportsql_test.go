package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/export"
)

// A database runs SQL and returns what a query finds: rows of cells between bars.
type database struct {
	name  string
	load  func(t *testing.T, file string)
	query func(t *testing.T, sql string) []string
}

func rowsOf(text string) []string { return strings.Split(strings.TrimSuffix(text, "\n"), "\n") }

// sqlite is a new database in Debian's sqlite3, which checks foreign keys.
func sqlite(t *testing.T) database {
	t.Helper()
	need(t, "sqlite3", "sqlite3")
	dir := t.TempDir()
	run := func(t *testing.T, sql string) string {
		t.Helper()
		cmd := exec.Command("sqlite3", "-bail", "-batch", "atlas.db")
		cmd.Dir, cmd.Stdin = dir, strings.NewReader("PRAGMA foreign_keys = ON;\n"+sql)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("sqlite3: %v\n%.2000s", err, out)
		}
		return string(out)
	}
	return database{
		"sqlite3",
		func(t *testing.T, file string) {
			t.Helper()
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if out := run(t, string(text)); out != "" {
				t.Fatalf("loading says %s", out)
			}
			if out := run(t, "PRAGMA foreign_key_check; PRAGMA integrity_check;"); out != "ok\n" {
				t.Errorf("the keys do not fit: %s", out)
			}
		},
		func(t *testing.T, sql string) []string { return rowsOf(run(t, sql)) },
	}
}

// postgres is a new PostgreSQL of its own, behind a socket in a folder.
func postgres(t *testing.T) database {
	t.Helper()
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil || len(found) == 0 {
		t.Skip("no PostgreSQL: apt-get install postgresql")
	}
	bin := filepath.Dir(found[len(found)-1])
	// It refuses to run as root.
	var as []string
	if os.Getuid() == 0 {
		as = []string{"runuser", "-u", "postgres", "--"}
	}
	run := func(t *testing.T, stdin string, args ...string) string {
		t.Helper()
		args = slices.Concat(as, []string{"env", "PGCLIENTENCODING=UTF8", "LC_ALL=C"}, args)
		cmd := exec.Command(args[0], args[1:]...)
		cmd.Dir, cmd.Stdin = "/", strings.NewReader(stdin)
		var out, errs bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &errs
		if err := cmd.Run(); err != nil {
			t.Fatalf("%q: %v\n%.2000s", args, err, errs.String())
		}
		return out.String()
	}
	dir := strings.TrimSpace(run(t, "", "mktemp", "-d"))
	t.Cleanup(func() { run(t, "", "rm", "-rf", dir) })
	run(t, "", bin+"/initdb", "-D", dir+"/db", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
	run(t, "", bin+"/pg_ctl", "-D", dir+"/db", "-w", "-l", dir+"/log", "-o", "-F -k "+dir+" -h ''", "start")
	t.Cleanup(func() { run(t, "", bin+"/pg_ctl", "-D", dir+"/db", "-m", "immediate", "stop") })
	psql := func(t *testing.T, sql string) string {
		t.Helper()
		return run(t, sql, bin+"/psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", dir, "-f", "-", "postgres")
	}
	return database{
		"PostgreSQL",
		func(t *testing.T, file string) {
			t.Helper()
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			// A schema for each file, so that one server serves several.
			if out := psql(t, "DROP SCHEMA public CASCADE; CREATE SCHEMA public;\n"+string(text)); out != "" {
				t.Fatalf("loading says %s", out)
			}
		},
		func(t *testing.T, sql string) []string { return rowsOf(psql(t, sql)) },
	}
}

// eventfulDays are days on which much happened, or nothing.
var eventfulDays = []string{
	"1900-01-01", "1964-07-21", "1985-01-27", "1991-12-21", "1992-08-17", "1993-09-24", "1994-04-29", "1994-04-30", "1998-03-26", "1998-07-17", "1999-04-02",
	"2001-06-15", "2002-02-28", "2004-10-17", "2004-10-18", "2004-12-31", "2006-01-25", "2008-10-20", "2010-01-01", "2012-06-28", "2014-12-31",
	"2015-01-01", "2015-08-12", "2021-11-12", "2026-01-01", "2200-01-01",
}

// TestExportSQLAnswers: the views say of every organization on many days what the
// atlas says.
func TestExportSQLAnswers(t *testing.T) {
	t.Parallel()
	for _, open := range []func(*testing.T) database{sqlite, postgres} {
		for _, basis := range lineage.AllBases() {
			t.Run(basis.String(), func(t *testing.T) {
				t.Parallel()
				db := open(t)
				file := filepath.Join(t.TempDir(), "atlas.sql")
				if _, stderr, code := ask(t, "export", "--basis", basis.String(), "-o", file); code != exitOK {
					t.Fatal(stderr)
				}
				db.load(t, file)
				if got := db.query(t, "SELECT basis FROM about"); !slices.Equal(got, []string{basis.String()}) {
					t.Errorf("%s: basis %v", db.name, got)
				}
				atlas := builtIn(t)
				for _, day := range eventfulDays {
					var want, suspended []string
					for _, o := range atlas.Organizations() {
						sts, err := atlas.MembersOn(o.ID, lineage.MustDate(day), lineage.Query{Roles: lineage.EveryRole, Basis: basis})
						if err != nil {
							t.Fatal(err)
						}
						for _, st := range sts {
							who := fmt.Sprintf("%s|%s|%s|", o.ID, st.Membership.State, st.Membership.Role)
							want = append(want, who+st.Answer.String())
							if st.Suspended == lineage.Yes {
								suspended = append(suspended, who+"yes")
							}
						}
					}
					const on = " WHERE since <= '%[1]s' AND '%[1]s' < until ORDER BY 1, 2, 3"
					compareRows(t, db, "members on "+day, want, fmt.Sprintf("SELECT organization_id, state_id, role, answer FROM members_on"+on, day))
					compareRows(t, db, "suspended on "+day, suspended, fmt.Sprintf(`SELECT s.organization_id, s.state_id, s.role, s.answer
						FROM suspended_on s JOIN members_on m ON m.membership_id = s.membership_id AND m.answer = 'yes' AND m.since <= '%[1]s' AND '%[1]s' < m.until
						WHERE s.answer = 'yes' AND s.since <= '%[1]s' AND '%[1]s' < s.until ORDER BY 1, 2, 3`, day))
				}
			})
		}
	}
}

func compareRows(t *testing.T, db database, what string, want []string, sql string) {
	t.Helper()
	got := db.query(t, sql)
	if len(got) == 1 && got[0] == "" {
		got = nil
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s: %s: %v, want %v", db.name, what, got, want)
	}
}

// TestExportSQLExample: the query in the comment of the file is one.
func TestExportSQLExample(t *testing.T) {
	t.Parallel()
	for _, open := range []func(*testing.T) database{sqlite, postgres} {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			db := open(t)
			file := filepath.Join(t.TempDir(), "atlas.sql")
			if _, stderr, code := ask(t, "export", "-o", file); code != exitOK {
				t.Fatal(stderr)
			}
			db.load(t, file)
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, example, _ := strings.Cut(string(text), "--   SELECT ")
			example, _, _ = strings.Cut("SELECT "+example, ";")
			want := []string{"KG|yes", "KZ|yes", "RU|yes", "TJ|yes", "UZ|yes"}
			if got := db.query(t, strings.ReplaceAll(example, "\n--", "\n")+";"); !slices.Equal(got, want) {
				t.Errorf("%s finds %v, want %v", db.name, got, want)
			}
			// And that of the help.
			_, example, _ = strings.Cut(exportHelp(), "   SELECT ")
			if got := db.query(t, "SELECT "+strings.TrimSuffix(example, ";")+" ORDER BY state_id;"); !slices.Equal(got, want) {
				t.Errorf("%s finds %v by the help, want %v", db.name, got, want)
			}
		})
	}
}

// TestExportSQLParts: every part loads, with all its keys.
func TestExportSQLParts(t *testing.T) {
	t.Parallel()
	atlas := builtIn(t)
	for i, sel := range selections(t, atlas) {
		if testing.Short() && i%8 != 0 {
			continue
		}
		db := sqlite(t)
		file := filepath.Join(t.TempDir(), "part.sql")
		var text bytes.Buffer
		if err := export.SQL(&text, atlas, sel); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, text.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		db.load(t, file)
	}
}

// TestExportSQLText: any text is one when it comes back.
func TestExportSQLText(t *testing.T) {
	t.Parallel()
	texts := []string{
		"'", "''", `\`, `\'`, `\\`, "'; DROP TABLE sources; --", "--", "/* */", "$$", "$1", ":x", "?", "%s", "{}", "E'a'", "\\.", ".quit", "\n.quit\n", "a\nb", ";",
		"Организация «Центрально-Азиатское сотрудничество»", "𝔘", "e\u0301", "\u202e", "<b>", "|", "\\copy", "\n\\q\n", "'||'", "x'41'", "U&'\\0041'", "NULL",
	}
	set := lineage.Dataset{Sources: []lineage.Source{{ID: "s", Kind: lineage.Press, Title: "S"}}}
	o := lineage.Organization{
		ID: "o", Name: "O", Short: "O", Kind: "k",
		Founded: lineage.Steps{{Step: lineage.Effective, On: lineage.MustDate("1990"), Sources: []lineage.SourceID{"s"}}},
	}
	for _, text := range texts {
		o.Notes = append(o.Notes, lineage.Note{Text: text, Sources: []lineage.SourceID{"s"}})
	}
	set.Organizations = []lineage.Organization{o}
	atlas, err := lineage.New(set)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "text.sql")
	var text bytes.Buffer
	if err := export.SQL(&text, atlas, export.Selection{}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, text.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, open := range []func(*testing.T) database{sqlite, postgres} {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			db := open(t)
			db.load(t, file)
			hex := "hex(text)"
			if db.name == "PostgreSQL" {
				hex = "upper(encode(convert_to(text, 'UTF8'), 'hex'))"
			}
			got := db.query(t, "SELECT "+hex+" FROM notes ORDER BY id;")
			for i, want := range texts {
				if h := fmt.Sprintf("%X", want); i >= len(got) || got[i] != h {
					t.Errorf("%s: %q comes back as %s", db.name, want, got[i])
				}
			}
		})
	}
}

// TestExportCSVInSQLite: sqlite3 imports the tables as they are.
func TestExportCSVInSQLite(t *testing.T) {
	t.Parallel()
	need(t, "sqlite3", "sqlite3")
	dir := t.TempDir()
	for _, args := range [][]string{{"-o", filepath.Join(dir, "spells.csv")}, {"--table", "panel", "-o", filepath.Join(dir, "panel.csv")}} {
		if _, stderr, code := ask(t, append([]string{"export"}, args...)...); code != exitOK {
			t.Fatal(stderr)
		}
	}
	for sql, want := range map[string]string{
		"SELECT group_concat(state, ' ') FROM (SELECT state FROM spells WHERE organization = 'caco' AND role = 'member' ORDER BY state)":                            "KG KZ RU TJ UZ",
		"SELECT days_least || '–' || days_most || ' ' || certainty FROM panel WHERE organization = 'caco' AND state = 'RU' AND year = 2004 AND role = 'member'":     "75–75 yes",
		"SELECT group_concat(suspended, ' ') FROM (SELECT suspended FROM panel WHERE organization = 'eurasec' AND state = 'UZ' AND role = 'member' ORDER BY +year)": "no no yes yes yes yes yes yes yes",
	} {
		out := tool(t, dir, "sqlite3", "-batch", ":memory:", ".import --csv spells.csv spells", ".import --csv panel.csv panel", sql)
		if strings.TrimSpace(out) != want {
			t.Errorf("%s: %s, want %s", sql, out, want)
		}
	}
}
