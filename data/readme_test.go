package data

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestReadme checks that README.md names every rule with its sentence, and every
// key.
func TestReadme(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(text)
	var rules strings.Builder
	rules.WriteString("| rule | says |\n|---|---|\n")
	for _, r := range Rules() {
		rules.WriteString("| `" + r.Name + "` | " + r.Says + " |\n")
	}
	if !strings.Contains(readme, rules.String()) {
		if !*update {
			t.Error("the table of rules is stale: run go test ./data -update")
		} else {
			table := regexp.MustCompile(`(?m)^RULES$\n|^\| rule \| says \|\n(\|.*\n)*`)
			readme = table.ReplaceAllLiteralString(readme, rules.String())
			if err := os.WriteFile("README.md", []byte(readme), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, name := range SchemaNames() {
		schema, err := Schema(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^        "([a-z0-9]+)": \{$`).FindAllSubmatch(schema, -1) {
			if key := string(m[1]); !regexp.MustCompile(`\b` + key + `\b`).MatchString(readme) {
				t.Errorf("README.md does not tell of the key %s (%s)", key, name)
			}
		}
	}
}
