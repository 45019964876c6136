package data

import (
	"testing"

	"github.com/orglineage/orglineage/lineage"
)

// The facts get better known, not worse. The floors are shares of the built-in
// memberships and successions, in percent; raise them as sources are found.
func TestCoverageDoesNotFall(t *testing.T) {
	t.Parallel()
	floors := map[string]int{"sourced": 100, "day": 77, "act": 70}
	atlas, err := BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	all, err := atlas.Coverage()
	if err != nil {
		t.Fatal(err)
	}
	sum := lineage.AddCoverage(all...)
	for _, g := range sum.Counted.Goals() {
		floor, ok := floors[g.Name]
		if !ok {
			t.Errorf("the goal %q has no floor", g.Name)
		}
		if 100*g.Have < floor*g.Of {
			t.Errorf("%s: %d of %d memberships and successions, want %d%% at least (lineage coverage --missing)", g.Name, g.Have, g.Of, floor)
		}
	}
}
