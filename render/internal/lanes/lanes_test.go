package lanes

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestSolve(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		nodes  int
		edges  []Edge
		want   []int
		reason string
	}{
		{0, nil, []int{}, "nothing to place"},
		{3, nil, []int{0, 0, 0}, "nodes without edges are components of their own"},
		{2, []Edge{{0, 1, 5, 1}}, []int{0, 5}, "an edge is as short as it may be"},
		{2, []Edge{{0, 1, -5, 1}}, []int{5, 0}, "a negative distance is the shortest, too"},
		{2, []Edge{{0, 1, -5, 0}}, []int{0, 0}, "without weight nothing pulls"},
		{2, []Edge{{0, 1, 2, 0}, {0, 1, 7, 0}, {0, 1, 3, 9}}, []int{0, 7}, "of parallel edges the longest counts"},
		{1, []Edge{{0, 0, 0, 3}, {0, 0, -2, 0}}, []int{0}, "a loop that asks for nothing"},
		{2, []Edge{{0, 1, 5, 0}, {1, 0, -5, 0}}, []int{0, 5}, "two edges say that a distance is exact"},
		{2, []Edge{{0, 1, 3, 0}, {1, 0, -5, 1}}, []int{0, 5}, "pulled as far as a cycle with play allows"},
		{4, []Edge{{2, 3, 4, 1}, {1, 0, 2, 1}}, []int{2, 0, 0, 4}, "each component begins at 0"},
		{
			4,
			[]Edge{{0, 1, 1, 1}, {1, 3, 1, 1}, {0, 3, 5, 1}, {2, 3, 1, 2}},
			[]int{0, 1, 4, 5},
			"the longest path would leave node 2 at 0; node 1 may be anywhere and is low",
		},
		{
			5,
			[]Edge{{0, 1, 1, 0}, {1, 2, 1, 0}, {3, 4, 7, 0}, {0, 3, 0, 0}, {4, 2, 0, 1}},
			[]int{0, 1, 7, 0, 7},
			"a longer way beside a shorter one",
		},
		{
			// Lanes 0 < 1 < 2 in one layer, 3 < 4 in the next: 3 goes on from
			// 1 and 4 from 2, by the extra nodes 5 and 6.
			7,
			[]Edge{{0, 1, 10, 0}, {1, 2, 10, 0}, {3, 4, 10, 0}, {5, 1, 0, 1}, {5, 3, 0, 1}, {6, 2, 0, 1}, {6, 4, 0, 1}},
			[]int{0, 10, 20, 10, 20, 10, 20},
			"distances without direction are 0 here",
		},
	} {
		got, err := Solve(c.nodes, c.edges)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("Solve(%d, %v) = %v, %v, want %v (%s)", c.nodes, c.edges, got, err, c.want, c.reason)
		}
	}
}

func TestSolveCycle(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		nodes  int
		edges  []Edge
		want   string
		reason string
	}{
		{2, []Edge{{1, 1, 1, 0}}, "cycle of lanes: 1 → 1: a node cannot lie 1 after itself", "a loop"},
		{2, []Edge{{0, 1, 5, 0}, {1, 0, -4, 0}}, "cycle of lanes: 0 → 1 → 0: a node cannot lie 1 after itself", "no exact distance is both 5 and 4"},
		{
			6,
			[]Edge{{0, 4, 9, 1}, {4, 2, 1, 1}, {2, 5, 1, 1}, {5, 4, 1, 1}, {5, 1, 1, 1}, {4, 0, -9, 0}},
			"cycle of lanes: 2 → 5 → 4 → 2: a node cannot lie 3 after itself", "nodes on the way to a cycle are not in it",
		},
	} {
		got, err := Solve(c.nodes, c.edges)
		var cycle *CycleError
		if got != nil || !errors.As(err, &cycle) || err.Error() != c.want {
			t.Errorf("Solve(%d, %v) = %v, %v, want %s (%s)", c.nodes, c.edges, got, err, c.want, c.reason)
		}
	}
}

func TestSolvePanics(t *testing.T) {
	t.Parallel()
	for reason, edge := range map[string]Edge{
		"a negative weight": {0, 1, 0, -1},
		"no such node":      {0, 2, 0, 1},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("Solve accepted %v (%s)", edge, reason)
				}
			}()
			_, _ = Solve(2, []Edge{edge})
		}()
	}
}

// anyEdges returns edges of any kind, loops and cycles among them. If solvable
// they leave some positions; about half of them are then as tight as those allow.
func anyEdges(nodes, count, reach int, solvable bool, rnd *rand.Rand) []Edge {
	other := make([]int, nodes)
	for v := range other {
		other[v] = rnd.IntN(reach + 1)
	}
	edges := make([]Edge, count)
	for i := range edges {
		e := Edge{From: rnd.IntN(nodes), To: rnd.IntN(nodes), Least: rnd.IntN(2*reach+1) - reach, Weight: rnd.IntN(4)}
		if solvable {
			e.Least = min(e.Least, other[e.To]-other[e.From])
		}
		edges[i] = e
	}
	return edges
}

func cost(edges []Edge, x []int) int {
	sum := 0
	for _, e := range edges {
		sum += e.Weight * (x[e.To] - x[e.From])
	}
	return sum
}

// broken returns the first edge that positions do not satisfy, or -1.
func broken(edges []Edge, x []int) int {
	return slices.IndexFunc(edges, func(e Edge) bool { return x[e.To]-x[e.From] < e.Least })
}

// TestSolveBrute compares with all positions in a box that is large enough: the
// least cost, and of all that have it the least position of each node.
func TestSolveBrute(t *testing.T) {
	t.Parallel()
	for seed := range uint64(3000) {
		rnd := rand.New(rand.NewPCG(seed, 0))
		nodes := 1 + rnd.IntN(4)
		const reach = 2
		edges := anyEdges(nodes, rnd.IntN(9), reach, seed%4 > 0, rnd)
		var want []int
		best := 0
		x := make([]int, nodes)
		for next := true; next; {
			if broken(edges, x) < 0 {
				switch c := cost(edges, x); {
				case want == nil || c < best:
					best, want = c, slices.Clone(x)
				case c == best:
					for v := range want {
						want[v] = min(want[v], x[v])
					}
				}
			}
			next = false
			for v := range x {
				if x[v]++; x[v] <= reach*(nodes-1) { // as far as a path can reach
					next = true
					break
				}
				x[v] = 0
			}
		}
		got, err := Solve(nodes, edges)
		if (want == nil) != (err != nil) || !slices.Equal(got, want) {
			t.Fatalf("Solve(%d, %v) = %v, %v, want %v", nodes, edges, got, err, want)
		}
	}
}

// TestSolveLaws has larger networks: positions satisfy the edges, a flow proves
// that none cost less, and they are the same however the edges are ordered and
// whichever rule chooses the exchanges.
func TestSolveLaws(t *testing.T) {
	t.Parallel()
	solved, exchanged := 0, 0
	const seeds = 400
	for seed := range uint64(seeds) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		nodes := 1 + rnd.IntN(40)
		edges := anyEdges(nodes, rnd.IntN(4*nodes), rnd.IntN(9), seed%8 > 0, rnd)
		asked := slices.Clone(edges)
		x, err := Solve(nodes, edges)
		if !slices.Equal(edges, asked) {
			t.Fatalf("seed %d: Solve changed the edges", seed)
		}
		var cycle *CycleError
		if errors.As(err, &cycle) {
			checkCycle(t, edges, cycle)
			continue
		}
		solved++
		if i := broken(edges, x); i >= 0 {
			t.Fatalf("seed %d: edge %v is broken: %d, %d", seed, edges[i], x[edges[i].From], x[edges[i].To])
		}
		if !proven(nodes, edges, x) {
			t.Fatalf("seed %d: %v is not the best", seed, x)
		}
		rnd.Shuffle(len(asked), func(i, j int) { asked[i], asked[j] = asked[j], asked[i] })
		if again, _ := Solve(nodes, asked); !slices.Equal(again, x) {
			t.Fatalf("seed %d: %v in another order of edges, %v before", seed, again, x)
		}
		n := newNetwork(nodes, edges)
		if err := n.start(); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		n.grow()
		n.weigh()
		checkTree(t, n)
		if slices.Min(n.cut) < 0 {
			exchanged++
		}
		checkRules(t, n)
		n.improve(-1) // Bland's rule from the beginning
		checkTree(t, n)
		n.settle()
		if !slices.Equal(n.x, x) {
			t.Fatalf("seed %d: %v by Bland's rule, %v before", seed, n.x, x)
		}
	}
	if solved < seeds*3/4 || exchanged < seeds/2 {
		t.Errorf("of %d networks %d were solved and %d needed an exchange: too easy", seeds, solved, exchanged)
	}
}
