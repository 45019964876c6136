package main

import (
	"bytes"
	"encoding/json"
	"html"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// The programs that people read bibliographies with read ours. Debian has them;
// where one is missing, its tests are skipped.

// A library is a bibliography in both formats, with what must come out of it.
type library struct {
	name     string
	bib, csl string // files
	titles   map[string]string
	undated  []string // IDs of sources without date
}

// libraries are those of the whole atlas and of one organization, as the
// command writes them, and those with which the writers are tested.
func libraries(t *testing.T) []library {
	t.Helper()
	var all []library
	for _, args := range [][]string{{"sources"}, {"sources", "CACO"}} {
		l := library{name: strings.Join(args, " "), titles: map[string]string{}}
		l.bib, l.csl = filepath.Join(t.TempDir(), "all.bib"), filepath.Join(t.TempDir(), "all.json")
		for _, more := range [][]string{{"-o", l.bib}, {"-o", l.csl, "--format", formatCSL}} {
			if _, stderr, code := ask(t, append(args, more...)...); code != exitOK || stderr != "" {
				t.Fatalf("%s %s: exit %d, %s", args, more, code, stderr)
			}
		}
		stdout, _, _ := ask(t, append(args, "--format", formatJSON)...)
		var list struct {
			Sources []struct {
				ID, Title string
				Date      *string
			}
		}
		if err := json.Unmarshal([]byte(stdout), &list); err != nil || len(list.Sources) < 20 {
			t.Fatalf("%d sources, %v", len(list.Sources), err)
		}
		for _, s := range list.Sources {
			l.titles[s.ID] = s.Title
			if s.Date == nil {
				l.undated = append(l.undated, s.ID)
			}
		}
		all = append(all, l)
	}
	for _, name := range []string{"kinds", "hostile"} {
		base, err := filepath.Abs("../../render/bibliography/testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		l := library{name: name, bib: base + ".bib", csl: base + ".json", titles: map[string]string{}}
		var items []struct {
			ID, Title string
			Issued    any
		}
		text, err := os.ReadFile(l.csl)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &items); err != nil {
			t.Fatal(err)
		}
		for _, it := range items {
			l.titles[it.ID] = it.Title
			if it.Issued == nil {
				l.undated = append(l.undated, it.ID)
			}
		}
		all = append(all, l)
	}
	return all
}

// need skips the test where a program is missing, and where time is short:
// there is nothing in another program for the race detector to find.
func need(t *testing.T, program, debian string) {
	t.Helper()
	if testing.Short() {
		t.Skip("not in short runs")
	}
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("no %s on PATH: apt-get install %s", program, debian)
	}
}

// tool runs a program in a folder and returns all that it says.
func tool(t *testing.T, dir, program string, args ...string) string {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", program, args, err, out)
	}
	return string(out)
}

// letters is what of a text must survive typesetting: letters, digits and the
// signs that mean something to TeX or HTML, without case, as styles write
// English titles with capitals. Quotation marks and dashes are set in many ways,
// and pandoc drops a single brace.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), strings.ContainsRune(`%&#$_^~\<>*|@/=:`, r):
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

func (l *library) check(t *testing.T, by string, got map[string]string) {
	t.Helper()
	if want := slices.Sorted(maps.Keys(l.titles)); !slices.Equal(slices.Sorted(maps.Keys(got)), want) {
		t.Errorf("%s of %s has %d entries, want %d", by, l.name, len(got), len(want))
	}
	for id, title := range l.titles {
		if !strings.Contains(letters(got[id]), letters(title)) {
			t.Errorf("%s of %s: the title %q is not in %q", by, l.name, title, got[id])
		}
	}
}

var (
	pandocEntry = regexp.MustCompile(`(?s)<div id="ref-([^"]+)" class="csl-entry"[^>]*>(.*?)</div>`)
	htmlTag     = regexp.MustCompile(`<[^>]+>`)
)

func TestPandoc(t *testing.T) {
	t.Parallel()
	need(t, "pandoc", "pandoc")
	dir := t.TempDir()
	paper := filepath.Join(dir, "paper.md")
	if err := os.WriteFile(paper, []byte("---\nnocite: '@*'\n---\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, l := range libraries(t) {
		for _, file := range []string{l.bib, l.csl} {
			out := filepath.Join(dir, "out.html")
			tool(t, dir, "pandoc", "--citeproc", "--bibliography", file, "--wrap=none", "-o", out, paper)
			text, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			got, last := map[string]string{}, ""
			for _, m := range pandocEntry.FindAllStringSubmatch(string(text), -1) {
				entry := strings.TrimSpace(html.UnescapeString(htmlTag.ReplaceAllString(m[2], "")))
				if !strings.HasPrefix(entry, "———") { // which stands for what the entry before begins with
					last = entry
				}
				got[m[1]] = last + entry
			}
			l.check(t, "pandoc's rendering of "+filepath.Ext(file), got)
		}
	}
}

var bibEntry = regexp.MustCompile(`(?m)^@\w+\{([^,]+),\n((?:  .*\n)+)\}$`)

// biber reads every entry, and misses nothing but the dates that nobody knows.
func TestBiber(t *testing.T) {
	t.Parallel()
	need(t, "biber", "biber")
	dir := t.TempDir()
	for _, l := range libraries(t) {
		out := filepath.Join(dir, "out.bib")
		said := tool(t, dir, "biber", "--tool", "--validate-datamodel", "--nolog", "-O", out, l.bib)
		missing := 0
		for line := range strings.Lines(said) {
			switch {
			case strings.HasPrefix(line, "WARN") && strings.Contains(line, "Missing mandatory field - one of 'date, year' must be defined"):
				missing++
			case strings.HasPrefix(line, "WARN"), strings.HasPrefix(line, "ERROR"):
				t.Errorf("biber says of %s: %s", l.name, line)
			}
		}
		if missing != len(l.undated) {
			t.Errorf("biber misses %d dates of %s, want %d", missing, l.name, len(l.undated))
		}
		text, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for _, m := range bibEntry.FindAllStringSubmatch(string(text), -1) {
			got[m[1]] = untex.Replace(m[2])
		}
		l.check(t, "biber's copy", got)
	}
}

// untex takes back what TeX would print as one sign.
var untex = strings.NewReplacer(
	`\textbackslash{}`, `\`, `\textasciitilde{}`, "~", `\textasciicircum{}`, "^", `\textless{}`, "<", `\textgreater{}`, ">",
	`\textbraceleft{}`, "", `\textbraceright{}`, "", `\{`, "{", `\}`, "}", `\%`, "%", `\&`, "&", `\#`, "#", `\$`, "$", `\_`, "_",
	"<{}", "<", ">{}", ">", "~", "",
)

// Classic bibtex has no complaint.
func TestBibTeX(t *testing.T) {
	t.Parallel()
	need(t, "bibtex", "texlive-binaries")
	need(t, "kpsewhich", "texlive-binaries")
	if err := exec.Command("kpsewhich", "plain.bst").Run(); err != nil {
		t.Skip("no style plain.bst: apt-get install texlive-base")
	}
	for _, l := range libraries(t) {
		dir := t.TempDir() // bibtex writes nowhere else
		text, err := os.ReadFile(l.bib)
		if err != nil {
			t.Fatal(err)
		}
		for name, content := range map[string]string{
			"all.bib":   string(text),
			"paper.aux": "\\relax\n\\citation{*}\n\\bibstyle{plain}\n\\bibdata{all}\n",
		} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if said := tool(t, dir, "bibtex", "paper"); strings.Contains(strings.ToLower(said), "warning") {
			t.Errorf("bibtex says of %s:\n%s", l.name, said)
		}
		bbl, err := os.ReadFile(filepath.Join(dir, "paper.bbl"))
		if err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(bbl) {
			t.Errorf("bibtex cut a letter of %s in half", l.name)
		}
		got := map[string]string{}
		_, items, _ := bytes.Cut(bbl, []byte("\n\\bibitem{"))
		for item := range strings.SplitSeq(string(items), "\n\\bibitem{") {
			id, entry, _ := strings.Cut(item, "}\n")
			got[id] = untex.Replace(strings.Join(strings.Fields(entry), " "))
		}
		l.check(t, "bibtex's rendering", got)
	}
}

// In CI all of them are there.
func TestConsumersInCI(t *testing.T) {
	t.Parallel()
	if os.Getenv("CI") == "" {
		t.Skip("not in CI")
	}
	for _, program := range []string{"pandoc", "biber", "bibtex"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Errorf(".ci/run installs %s, but: %v", program, err)
		}
	}
}
