package river

import (
	"testing"

	"pgregory.net/rapid"
)

// TestPromisesRandom: what is drawn of random atlases keeps the promises, too.
func TestPromisesRandom(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, view := anyAtlas.Draw(t, "atlas"), anyView(t)
		r, err := New(a, view)
		if err != nil {
			t.Fatal(err)
		}
		for _, broken := range r.d.broken(a, view) {
			t.Error(broken)
		}
	})
}
