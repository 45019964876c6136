package audit

import (
	"reflect"
	"slices"
	"testing"

	"github.com/orglineage/orglineage/data"
)

// All that the built-in crosswalk names is in the built-in atlas, and what it
// explains names something besides the table.
func TestCorrelatesOfWar(t *testing.T) {
	t.Parallel()
	atlas, err := data.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	w, err := CorrelatesOfWar()
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Check(atlas); err != nil {
		t.Error(err)
	}
	states := slices.Clone(w.States)
	for i := range states {
		states[i].Position = data.Position{}
	}
	if got := CorrelatesOfWarStates(); !reflect.DeepEqual(got, states) {
		t.Errorf("states %+v, want those of cow.yaml, %+v", got, states)
	}
	n := newNames(atlas, &Options{})
	for i, e := range w.Explanations {
		if e.Sources[0] != "cow-igo-v3" || len(e.Sources) < 2 {
			t.Errorf("%s:%d: sources %v, want the table and what shows it", e.File, e.Line, e.Sources)
		}
		n.walks = []*data.Crosswalk{w}
		if n.body(e.Organization) == nil {
			t.Errorf("%s:%d: explains %q, which no entry maps", e.File, e.Line, e.Organization)
		}
		for _, other := range w.Explanations[:i] {
			if other.Organization == e.Organization && other.State == e.State && other.Years == e.Years && other.Theirs == e.Theirs && other.Ours == e.Ours {
				t.Errorf("%s:%d: the same as line %d", e.File, e.Line, other.Line)
			}
		}
	}
	seen := map[string]bool{}
	for _, o := range w.Organizations {
		for _, id := range o.Ours {
			if seen[string(id)] {
				t.Errorf("%s:%d: %s is part of two bodies", o.File, o.Line, id)
			}
			seen[string(id)] = true
		}
	}
}
