package data

import (
	"os"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestBuiltIn compares the built-in records with those of the files, which are
// checked.
func TestBuiltIn(t *testing.T) {
	t.Parallel()
	set, err := Read(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	built, err := BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := BuiltIn(); again != built {
		t.Error("the atlas is built twice")
	}
	got := builtInDataset()
	if diff := cmp.Diff(set, got, exactDates); diff != "" {
		t.Errorf("the built-in records are stale: run go generate ./data\n(-files +built-in):\n%s", diff)
	}
	if !regexp.MustCompile(`^[0-9a-f]{12}$`).MatchString(Revision) {
		t.Errorf("revision %q", Revision)
	}
}
