package storyline

import (
	"slices"
	"testing"
)

// brute finds the fewest crossings the slow and plain way: every valid order of
// every layer against every one of the next.
func brute(p *Problem) int {
	var costs []int
	var before [][]int
	for t := range p.Layers {
		var orders [][]int
		permute(p.Layers[t].Strands, func(order []int) {
			if whole(&p.Layers[t], order) {
				orders = append(orders, slices.Clone(order))
			}
		})
		next := make([]int, len(orders))
		for j, order := range orders {
			if t == 0 {
				break
			}
			next[j] = 1 << 30
			for i, b := range before {
				next[j] = min(next[j], costs[i]+plainCost(p, t, b, order))
			}
		}
		costs, before = next, orders
	}
	return slices.Min(costs)
}

func permute(of []int, yield func([]int)) {
	var order []int
	var add func()
	add = func() {
		if len(order) == len(of) {
			yield(order)
			return
		}
		for _, s := range of {
			if !slices.Contains(order, s) {
				order = append(order, s)
				add()
				order = order[:len(order)-1]
			}
		}
	}
	add()
}

func whole(l *Layer, order []int) bool {
	band := func(i int) int { return l.Bands[slices.Index(l.Strands, order[i])] }
	for i := range order {
		for j := i + 2; j < len(order); j++ {
			for k := i + 1; k < j; k++ {
				if band(i) != NoBand && band(i) == band(j) && band(k) != band(i) {
					return false
				}
			}
		}
	}
	return true
}

// plainCost counts crossings from the words of their definition.
func plainCost(p *Problem, t int, before, after []int) int {
	was := func(s int) int { return slices.Index(before, s) }
	is := func(s int) int { return slices.Index(after, s) }
	survives := func(s int) bool { return was(s) >= 0 && is(s) >= 0 }
	n := 0
	for _, x := range after {
		for _, y := range after {
			if survives(x) && survives(y) && was(x) < was(y) && is(x) > is(y) {
				n++
			}
		}
	}
	for _, child := range after {
		if was(child) >= 0 {
			continue
		}
		var surviving, ending []int
		for _, parent := range before {
			if p.Actors[parent] != p.Actors[child] {
				continue
			}
			between, apart := 0, 0
			for _, s := range after {
				if !survives(s) || s == parent {
					continue
				}
				if (is(s) < is(parent)) != (is(s) < is(child)) {
					between++
				}
				if (was(s) < was(parent)) != (is(s) < is(child)) {
					apart++
				}
			}
			if survives(parent) {
				surviving = append(surviving, between)
			} else {
				ending = append(ending, apart)
			}
		}
		switch {
		case len(surviving) > 0:
			n += slices.Min(surviving)
		case len(ending) > 0:
			n += slices.Min(ending)
		}
	}
	return n
}

func TestExact(t *testing.T) {
	t.Parallel()
	kinds := []kind{
		{2, 2, 6, 5, 0.4},
		{3, 2, 6, 5, 0.3},
		{4, 3, 6, 5, 0.5},
		{12, 3, 6, 5, 0.4},
		{3, 1, 7, 5, 0.4},
	}
	sum := 0
	for seed := range uint64(250) {
		p := random(kinds[seed%uint64(len(kinds))], seed)
		s, err := Solve(p, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		n, err := p.Crossings(s.Orders)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		plain := 0
		for i := 1; i < len(p.Layers); i++ {
			plain += plainCost(p, i, s.Orders[i-1], s.Orders[i])
		}
		want := brute(p)
		sum += want
		if n != want || s.Crossings != want || plain != want || !s.Optimal {
			t.Fatalf("seed %d: %d crossings, said to be %d, plainly %d, proven %t, want %d", seed, n, s.Crossings, plain, s.Optimal, want)
		}
	}
	t.Logf("%d crossings in all", sum)
}
