package river

import (
	"strings"
	"testing"
)

// TestCutsChangeColour: bodies that follow each other in a band and are not one
// line differ in their colours, however many lines there are.
func TestCutsChangeColour(t *testing.T) {
	t.Parallel()
	atlas, views := selections(t)
	cuts := 0
	for name, view := range views {
		if !strings.HasPrefix(name, "collection-") && !strings.HasPrefix(name, "core") {
			continue
		}
		r, err := New(atlas, view)
		if err != nil {
			t.Fatal(err)
		}
		for i, b := range r.d.Bands {
			if b.Cut {
				cuts++
				if before := r.d.Bands[i-1]; before.Tint == b.Tint {
					t.Errorf("%s: %s and %s have one colour", name, before.Organization, b.Organization)
				}
			}
		}
	}
	if cuts < 5 {
		t.Errorf("only %d cuts", cuts)
	}
}
