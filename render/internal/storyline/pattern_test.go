package storyline

import "testing"

// TestPacking checks that patterns never ask for more than is needed, and that
// the search with their help finds the optimum.
func TestPacking(t *testing.T) {
	t.Parallel()
	kinds := []kind{
		{2, 2, 6, 5, 0.5},
		{3, 2, 6, 5, 0.5},
		{12, 3, 6, 5, 0.6},
		{4, 3, 6, 5, 0.5},
		{3, 1, 7, 5, 0.4},
		{3, 2, 5, 5, 0.15}, // strands with the same future
		{2, 2, 4, 5, 0.2},
	}
	bound, sum := 0, 0
	for seed := range uint64(180) {
		p := random(kinds[seed%uint64(len(kinds))], 5000+seed)
		pl, err := newPlot(p)
		if err != nil {
			t.Fatal(err)
		}
		want := brute(p)
		ahead, n := pl.packing(pl.canonical(), packSteps)
		bound += n
		for i, pt := range ahead {
			ahead[i] = pl.newPattern(pt.strands, pt.counts, true)
			if ahead[i].least != pt.least {
				t.Fatalf("seed %d: strands %v have %d crossings without tables, %d with them", seed, pt.strands, pt.least, ahead[i].least)
			}
		}
		sum += want
		if n > want {
			t.Fatalf("seed %d: bound %d of %d crossings", seed, n, want)
		}
		for _, patterns := range [][]*pattern{nil, ahead} {
			for more := -1; more <= 3; more++ {
				se := &search{stages: pl.stages(), ahead: patterns, budget: want + more, room: 1 << 20}
				switch v := se.run(); {
				case more < 0 && v != none && want > 0:
					t.Fatalf("seed %d: a solution with %d crossings, optimum %d", seed, want+more, want)
				case more >= 0 && v != found:
					t.Fatalf("seed %d: no solution with %d crossings, optimum %d", seed, want+more, want)
				case v == found:
					if _, n := se.best(); n != want {
						t.Fatalf("seed %d: %d crossings, optimum %d", seed, n, want)
					}
				}
			}
		}
	}
	t.Logf("bound %d of %d", bound, sum)
}
