package storyline

import (
	"math/rand/v2"
	"testing"
)

// TestMoves checks that a move saves just what it says.
func TestMoves(t *testing.T) {
	t.Parallel()
	for seed := range uint64(300) {
		p := random(kind{6, 3, 8, 9, 0.3}, seed)
		pl, err := newPlot(p)
		if err != nil {
			t.Fatal(err)
		}
		orders := pl.shuffled(rand.New(rand.NewPCG(seed, 1)))
		m := pl.newMover(orders)
		sh := newShifter(m, 1+int(seed%2))
		cost := func() int {
			if err := pl.check(orders); err != nil {
				t.Fatal(err)
			}
			return pl.crossings(orders)*one + pl.disorder(orders)
		}
		before := cost()
		for range 3 {
			for s := range p.Actors {
				saved := m.reinsert(s)
				after := cost()
				if saved < 0 || before-after != saved {
					t.Fatalf("seed %d: moving strand %d saved %d, said to be %d", seed, s, before-after, saved)
				}
				before = after
			}
			for b := range 3 {
				saved := sh.shift(b)
				after := cost()
				if saved < 0 || before-after != saved {
					t.Fatalf("seed %d: moving band %d saved %d, said to be %d", seed, b, before-after, saved)
				}
				before = after
			}
		}
	}
}
