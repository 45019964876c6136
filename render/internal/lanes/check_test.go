package lanes

import (
	"slices"
	"testing"
)

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
