package lanes

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

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
