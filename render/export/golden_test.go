package export

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/orglineage/orglineage/lineage"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got; run with -update to accept):\n%s", file, diff)
	}
}

// A format is one of the functions of the package.
type format func(io.Writer, *lineage.Atlas, Selection) error

func (f format) bytes(t testing.TB, d lineage.Dataset, sel Selection) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f(&b, atlas(t, d), sel); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// file writes what the format makes of the records to a file.
func (f format) file(t testing.TB, name string, d lineage.Dataset, sel Selection) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, f.bytes(t, d, sel), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}
