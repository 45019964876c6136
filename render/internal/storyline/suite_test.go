package storyline

import "testing"

// suite is a fixed random suite.
func suite() []*Problem {
	var ps []*Problem
	for i, k := range []kind{
		{6, 3, 8, 7, 0.25},
		{10, 4, 12, 9, 0.15},
		{8, 4, 11, 8, 0.25},
		{12, 5, 14, 9, 0.2},
		{9, 3, 10, 8, 0.3},
		{5, 4, 9, 7, 0.35},
	} {
		for seed := range uint64(10) {
			ps = append(ps, random(k, 100*uint64(i)+seed))
		}
	}
	return ps
}

// TestSuite checks that the heuristic alone comes close to the optimum, and
// that the optimum of all these problems is proven.
func TestSuite(t *testing.T) {
	t.Parallel()
	got, swept, want := 0, 0, 0
	worst := 1.0
	for i, p := range suite() {
		s := solve(t, p)
		if !s.Optimal {
			t.Errorf("problem %d: %d to %d crossings", i, s.Bound, s.Crossings)
		}
		pl, err := newPlot(p)
		if err != nil {
			t.Fatal(err)
		}
		d := pl.newDrafter(draftSteps)
		d.start(defaultRestarts)
		swept += d.crossed
		d.retry(defaultRetries)
		got += d.crossed
		want += s.Crossings
		if s.Crossings > 0 {
			worst = max(worst, float64(d.crossed)/float64(s.Crossings))
		}
	}
	t.Logf("%d crossings, %d before rebuilding, optimum %d: %.3f, worst %.2f", got, swept, want, float64(got)/float64(want), worst)
	if float64(got) > 1.05*float64(want) {
		t.Errorf("%d crossings are more than 1.05 of the optimum, %d", got, want)
	}
}

func BenchmarkSolve(b *testing.B) {
	for _, bench := range []struct {
		name string
		p    *Problem
	}{
		{"core", core(1)},
		{"medium", random(kind{12, 5, 14, 9, 0.2}, 4001)},
		{"wide", random(kind{30, 6, 30, 30, 0.03}, 4000)},
		{"large", random(kind{350, 60, 200, 370, 0.003}, 1)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			var s *Solution
			for b.Loop() {
				s = solve(b, bench.p)
			}
			b.ReportMetric(float64(s.Crossings), "crossings")
			b.ReportMetric(float64(s.Bound), "bound")
		})
	}
}
