package river

import (
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/orglineage/orglineage/render"
)

var update = flag.Bool("update", false, "write the golden files")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("%s differs from what is drawn; look at it, and run the test with -update", file)
	}
}

// TestLayoutGolden pins the numbers of the sample, which has everything.
func TestLayoutGolden(t *testing.T) {
	r, err := New(atlasOf(t, sample()), render.View{})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "sample.json", numbers(t, r.d))
}

// TestSVGGolden pins the bytes of the sample, and of the union of 28.
func TestSVGGolden(t *testing.T) {
	golden(t, "sample.svg", written(t, atlasOf(t, sample()), render.View{}))
	golden(t, "sample-ru.svg", written(t, atlasOf(t, sample()), render.View{Language: "ru", Width: 720}))
	golden(t, "large.svg", written(t, atlasOf(t, large()), render.View{}))
}

// numbers writes a layout with hundredths of px, as drawings have them.
func numbers(t *testing.T, d *drawing) []byte {
	t.Helper()
	raw, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(raw, &tree); err != nil {
		t.Fatal(err)
	}
	out, err := json.MarshalIndent(rounded(tree), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return append(out, '\n')
}

func rounded(v any) any {
	switch v := v.(type) {
	case float64:
		return math.Round(v*100) / 100
	case []any:
		for i := range v {
			v[i] = rounded(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = rounded(v[k])
		}
	}
	return v
}
