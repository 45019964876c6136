package lanes

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
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

// checkCycle checks the cycle of an error against the edges.
func checkCycle(t *testing.T, edges []Edge, cycle *CycleError) {
	t.Helper()
	sum := 0
	for i, v := range cycle.Nodes {
		next := cycle.Nodes[(i+1)%len(cycle.Nodes)]
		found := false
		least := 0
		for _, e := range edges {
			if e.From == v && e.To == next && (!found || e.Least > least) {
				found, least = true, e.Least
			}
		}
		if !found {
			t.Fatalf("no edge %d → %d of %v", v, next, cycle)
		}
		sum += least
	}
	if sum < cycle.Sum || cycle.Sum <= 0 || cycle.Nodes[0] != slices.Min(cycle.Nodes) {
		t.Fatalf("%v, but its edges add up to %d", cycle, sum)
	}
}

// proven reports whether a flow along tight edges alone leads out of each node
// as much less than into it as the weights do. If there is one no positions
// cost less (complementary slackness): any others cost at least the sum of flow
// × Least, and these cost just that. It finds the flow by augmenting paths and
// knows nothing of trees.
func proven(nodes int, edges []Edge, x []int) bool {
	need := make([]int, nodes) // flow into less flow out of a node that is still asked for
	for _, e := range edges {
		need[e.To] += e.Weight
		need[e.From] -= e.Weight
	}
	flow := make([]int, len(edges))
	for {
		by := make([]int, nodes) // the edge that the search came by, plus 1; negative against it
		reached := make([]bool, nodes)
		var queue []int
		for v := range nodes {
			if need[v] < 0 {
				reached[v] = true
				queue = append(queue, v)
			}
		}
		if len(queue) == 0 {
			return true
		}
		sink := -1
		for len(queue) > 0 && sink < 0 {
			v := queue[0]
			queue = queue[1:]
			if need[v] > 0 {
				sink = v
			}
			for i, e := range edges {
				if e.From == v && !reached[e.To] && x[e.To]-x[e.From] == e.Least {
					reached[e.To], by[e.To] = true, i+1
					queue = append(queue, e.To)
				}
				if e.To == v && !reached[e.From] && flow[i] > 0 {
					reached[e.From], by[e.From] = true, -i-1
					queue = append(queue, e.From)
				}
			}
		}
		if sink < 0 {
			return false
		}
		// Units one by one: weights are small.
		need[sink]--
		v := sink
		for by[v] != 0 {
			if i := by[v]; i > 0 {
				flow[i-1]++
				v = edges[i-1].From
			} else {
				flow[-i-1]--
				v = edges[-i-1].To
			}
		}
		need[v]++
	}
}

// checkTree checks what is kept of the tree against what it is by definition.
func checkTree(t *testing.T, n *network) {
	t.Helper()
	if i := broken(n.edges, n.x); i >= 0 {
		t.Fatalf("edge %v is broken", n.edges[i])
	}
	for i, v := range n.order {
		if n.at[v] != i {
			t.Fatalf("node %d is not at %d", v, i)
		}
		if n.up[v] < 0 {
			continue
		}
		e := n.edges[n.up[v]]
		if n.slack(n.up[v]) != 0 || e.From+e.To != v+n.parent[v] {
			t.Fatalf("edge %v of the tree is not tight or not at %d", e, v)
		}
		if !n.below(v, n.parent[v]) {
			t.Fatalf("node %d is not below its parent", v)
		}
		size, cut := 0, 0
		for u := range n.order {
			w := u
			for w != v && n.parent[w] >= 0 {
				w = n.parent[w]
			}
			if (w == v) != n.below(u, v) {
				t.Fatalf("is %d below %d?", u, v)
			}
			if w == v {
				size++
			}
		}
		for _, f := range n.edges {
			if n.below(f.From, v) == n.below(f.To, v) {
				continue
			}
			if n.below(f.From, v) == n.below(e.From, v) {
				cut += f.Weight
			} else {
				cut -= f.Weight
			}
		}
		if size != n.size[v] || cut != n.cut[v] {
			t.Fatalf("node %d: size %d, cut value %d, want %d, %d", v, n.size[v], n.cut[v], size, cut)
		}
	}
}

// checkRules checks which edges leave and enter the tree against the definition.
func checkRules(t *testing.T, n *network) {
	t.Helper()
	lowest := -1
	for v, e := range n.up {
		if e < 0 || n.cut[v] >= 0 {
			continue
		}
		if lowest < 0 || e < n.up[lowest] {
			lowest = v
		}
		want := -1
		for f := range n.edges {
			leads := n.below(n.edges[f].From, v) == n.below(n.edges[e].To, v) && n.below(n.edges[f].To, v) == n.below(n.edges[e].From, v) &&
				n.below(n.edges[f].From, v) != n.below(n.edges[f].To, v)
			if leads && (want < 0 || n.slack(f) < n.slack(want)) {
				want = f
			}
		}
		if got := n.entering(v, true); got != want {
			t.Fatalf("edge %d enters first for %d, want %d", got, e, want)
		}
		if got := n.entering(v, false); n.slack(got) != n.slack(want) {
			t.Fatalf("edge %d with slack %d enters for %d, want %d", got, n.slack(got), e, n.slack(want))
		}
	}
	if got := n.firstLeaving(); got != lowest {
		t.Fatalf("the edge above %d leaves first, want %d", got, lowest)
	}
	if got, _ := n.leaving(0); (got < 0) != (lowest < 0) || got >= 0 && n.cut[got] >= 0 {
		t.Fatalf("the edge above %d leaves, want one with a negative cut value", got)
	}
}

// layered returns a drawing's network: layers of lanes in a fixed order, each of
// which goes on into the next layer, by an extra node, and some that cross.
func layered(layers, lanes int, rnd *rand.Rand) (nodes int, edges []Edge) {
	nodes = layers * lanes
	order := rnd.Perm(lanes)
	for l := range layers {
		if l > 0 {
			for range max(1, lanes/10) {
				i := rnd.IntN(lanes - 1)
				order[i], order[i+1] = order[i+1], order[i]
			}
		}
		for i := 1; i < lanes; i++ {
			edges = append(edges, Edge{l*lanes + order[i-1], l*lanes + order[i], 10 + rnd.IntN(20), 0})
		}
		if l == 0 {
			continue
		}
		for s := range lanes {
			if rnd.IntN(8) == 0 {
				continue // a lane that ends, and another that begins
			}
			edges = append(edges, Edge{nodes, (l-1)*lanes + s, 0, 1 + rnd.IntN(3)})
			edges = append(edges, Edge{nodes, l*lanes + s, 0, edges[len(edges)-1].Weight})
			nodes++
		}
	}
	return nodes, edges
}

// scattered returns a network of edges between any nodes, from lower to higher.
func scattered(nodes, count int, rnd *rand.Rand) []Edge {
	var edges []Edge
	for range count {
		a, b := rnd.IntN(nodes), rnd.IntN(nodes)
		if a != b {
			edges = append(edges, Edge{min(a, b), max(a, b), rnd.IntN(10), rnd.IntN(4)})
		}
	}
	return edges
}

// TestSolveLarge has networks like those of large drawings, with a bound on time
// that only a wrong method exceeds.
func TestSolveLarge(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(1, 2))
	nodes, edges := layered(30, 45, rnd)
	for _, c := range []struct {
		nodes int
		edges []Edge
	}{
		{nodes, edges},
		{2500, scattered(2500, 10000, rnd)},
	} {
		began := time.Now()
		x, err := Solve(c.nodes, c.edges)
		took := time.Since(began)
		if err != nil || broken(c.edges, x) >= 0 {
			t.Fatalf("%d nodes, %d edges: %v, or edges are broken", c.nodes, len(c.edges), err)
		}
		if took > 5*time.Second {
			t.Errorf("%d nodes, %d edges took %v", c.nodes, len(c.edges), took)
		}
	}
}

func BenchmarkSolve(b *testing.B) {
	for _, size := range []struct{ layers, lanes int }{{7, 8}, {12, 12}, {30, 45}, {100, 13}, {6, 250}} {
		nodes, edges := layered(size.layers, size.lanes, rand.New(rand.NewPCG(1, 2)))
		b.Run(fmt.Sprintf("layers=%d/lanes=%d/nodes=%d/edges=%d", size.layers, size.lanes, nodes, len(edges)), func(b *testing.B) {
			for b.Loop() {
				_, _ = Solve(nodes, edges)
			}
		})
	}
	for _, size := range []struct{ nodes, edges int }{{100, 400}, {2500, 10000}} {
		edges := scattered(size.nodes, size.edges, rand.New(rand.NewPCG(1, 2)))
		b.Run(fmt.Sprintf("scattered/nodes=%d/edges=%d", size.nodes, size.edges), func(b *testing.B) {
			for b.Loop() {
				_, _ = Solve(size.nodes, edges)
			}
		})
	}
}
