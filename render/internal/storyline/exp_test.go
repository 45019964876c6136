package storyline

import (
	"fmt"
	"testing"
	"time"
)

func TestExp(t *testing.T) {
	kinds := []kind{
		{6, 3, 8, 7, 0.2},
		{8, 3, 10, 8, 0.2},
		{10, 4, 12, 9, 0.15},
		{8, 4, 12, 9, 0.3},
		{12, 5, 14, 9, 0.2},
		{12, 5, 14, 10, 0.2},
		{12, 4, 14, 12, 0.1},
		{20, 4, 14, 16, 0.05},
	}
	for ki, k := range kinds {
		h, o, pr, worst := 0, 0, 0, 0.0
		var th, te, mx time.Duration
		rest := 0
		for seed := range uint64(10) {
			p := random(k, 1000*uint64(ki)+seed)
			pl, _ := newPlot(p)
			t0 := time.Now()
			n := func() int { d := pl.newDrafter(); d.start(20); d.retry(200); return d.cost / one }()
			t1 := time.Now()
			th += t1.Sub(t0)
			s, _ := Solve(p, Limits{})
			d := time.Since(t1)
			te += d
			mx = max(mx, d)
			if s.Optimal {
				h += n
				o += s.Crossings
				pr++
				if s.Crossings > 0 {
					worst = max(worst, float64(n)/float64(s.Crossings))
				}
			} else {
				rest++
				fmt.Printf("   open %d..%d\n", s.Bound, s.Crossings)
			}
		}
		fmt.Printf("%v: proven %d, heuristic %d of %d = %.3f worst %.2f, time h %v total %v max %v\n", k, pr, h, o, float64(h)/float64(o), worst, th/10, te/10, mx)
	}
	p := random(kind{300, 60, 200, 250, 0.012}, 1)
	t0 := time.Now()
	pl, _ := newPlot(p)
	sw := pl.newSweeper()
	o := pl.canonical()
	fmt.Println(len(p.Actors), pl.crossings(o))
	o = sw.sweep(o)
	fmt.Println(time.Since(t0), pl.crossings(o))
	st := 0
	pl.improve(o, 200000000, &st)
	fmt.Println(time.Since(t0), pl.crossings(o), st)
	t0 = time.Now()
	s, _ := Solve(p, Limits{})
	fmt.Println(time.Since(t0), s.Crossings)
}
