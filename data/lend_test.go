package data

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestLend: any state of the built-in atlas may be named without a states.yaml,
// and brings what it needs.
func TestLend(t *testing.T) {
	t.Parallel()
	builtIn, err := BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range builtIn.States() {
		member := "members: [{state: " + string(s.ID) + ", joined: {how: founding, sources: [s]}}]\n"
		atlas, err := Load(alphaWith(member))
		if err != nil {
			t.Errorf("%s: %v", s.ID, err)
			continue
		}
		lent, err := atlas.State(string(s.ID))
		if err != nil || lent.Name != s.Name {
			t.Errorf("%s: lent as %v, %v", s.ID, lent, err)
		}
	}
	const own = "- {id: XX, name: Exland, continues: {state: SU, sources: [s]}}\n"
	if _, err := Load(fstest.MapFS{"organizations/alpha.yaml": file(small), sourcesFile: file(bibliography), statesFile: file(own)}); err != nil {
		t.Errorf("a state of one's own that goes on with one of the built-in atlas: %v", err)
	}
	own2 := strings.Replace(own, "SU", "SV", 1)
	if _, err := Load(fstest.MapFS{"organizations/alpha.yaml": file(small), sourcesFile: file(bibliography), statesFile: file(own2)}); err == nil {
		t.Error("a state is made up")
	}
}
