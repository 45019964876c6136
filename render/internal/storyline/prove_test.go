package storyline

import "testing"

// TestKernel checks that what parts of a plot prove of the whole is so.
func TestKernel(t *testing.T) {
	t.Parallel()
	kinds := []kind{
		{3, 2, 6, 5, 0.4},
		{12, 3, 6, 5, 0.4},
		{4, 3, 8, 7, 0.25},
		{9, 3, 8, 8, 0.2},
		{5, 2, 8, 9, 0.15},
	}
	proven := 0
	for seed := range uint64(160) {
		p := random(kinds[seed%uint64(len(kinds))], 9000+seed)
		pl, err := newPlot(p)
		if err != nil {
			t.Fatal(err)
		}
		se := &search{stages: pl.stages(), budget: 1 << 10, room: 1 << 20}
		if v := se.run(); v != found {
			t.Fatalf("seed %d: verdict %d", seed, v)
		}
		_, want := se.best()
		if len(p.Layers) == 6 {
			if n := brute(p); n != want {
				t.Fatalf("seed %d: %d crossings, optimum %d", seed, want, n)
			}
		}
		pr := &prover{drafter: pl.newDrafter(draftSteps), states: 1 << 16, work: 1 << 20}
		pr.start(1)
		// With patterns, which know the places of their strands in the whole.
		var ahead []*pattern
		if seed%2 == 0 {
			ahead, _ = pr.packing(pr.orders, packSteps)
			for i, pt := range ahead {
				ahead[i] = pr.newPattern(pt.strands, pt.counts, true)
			}
		}
		pr.kernel(1<<16, ahead)
		if err := pl.check(pr.orders); err != nil {
			t.Fatal(err)
		}
		if pr.bound > want || pr.crossed < want {
			t.Fatalf("seed %d: %d to %d crossings, optimum %d", seed, pr.bound, pr.crossed, want)
		}
		if pr.bound == pr.crossed {
			proven++
		}
	}
	t.Logf("%d proven", proven)
	if proven < 150 {
		t.Errorf("only %d proven", proven)
	}
}
