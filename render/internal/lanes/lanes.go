// Package lanes places lanes so that they travel least: nodes on an integer
// axis, each pair that belongs together as near as the least distances between
// others allow.
//
// It is the network simplex method of E. R. Gansner, E. Koutsofios, S. C. North
// and K.-P. Vo, "A Technique for Drawing Directed Graphs", IEEE Transactions on
// Software Engineering 19 (1993), which Graphviz uses for ranks and positions: a
// tree of edges that are as short as they may be, in which an edge that pulls
// the wrong way is exchanged for another one until none is left. In place of
// the postorder numbers of section 2.4 nodes stand in preorder, so that a
// subtree is a run of a list, and to exchange an edge is to move a run.
package lanes

import (
	"fmt"
	"strings"
)

// An Edge asks that To lies at least Least after From. Each unit by which To
// lies after From costs Weight, beyond Least or not; an edge without weight is
// a condition only.
//
// Least may be negative or zero: the edges {a, b, 5, 0} and {b, a, -5, 0} say
// that b lies exactly 5 after a. An extra node x makes a distance without
// direction cheap: the edges {x, p, 0, w} and {x, q, 0, w} cost w × |p − q|.
type Edge struct {
	From, To int // nodes, counted from 0
	Least    int
	Weight   int // not negative
}

// A CycleError reports edges that no positions satisfy: along a cycle of them
// the least distances add up to more than zero.
type CycleError struct {
	Nodes []int // in the order of the edges, from the lowest; the last has an edge to the first
	Sum   int   // of the least distances along the cycle
}

func (e *CycleError) Error() string {
	var b strings.Builder
	for _, v := range e.Nodes {
		fmt.Fprintf(&b, "%d → ", v)
	}
	fmt.Fprintf(&b, "%d", e.Nodes[0])
	return fmt.Sprintf("cycle of lanes: %s: a node cannot lie %d after itself", b.String(), e.Sum)
}

// Solve returns positions of the nodes 0 to nodes-1 that satisfy all edges at
// the least sum of Weight × (position of To − position of From). Of all such
// positions from 0 up they are the least ones, of every node at once; so each
// connected component begins at 0, and the answer depends neither on the order
// of the edges nor on the way to it. A node without edges is at 0.
//
// The error is a [*CycleError]. Solve panics if a weight is negative or a node
// out of range. Sums of weights and of distances must fit into an int.
func Solve(nodes int, edges []Edge) ([]int, error) {
	n := newNetwork(nodes, edges)
	if err := n.start(); err != nil {
		return nil, err
	}
	n.grow()
	n.weigh()
	n.improve(nodes)
	n.settle()
	return n.x, nil
}

// A network is the nodes and edges together with a position of each node, which
// satisfies all edges once there is a start, and a tree of tight edges in each
// connected component.
type network struct {
	edges   []Edge
	in, out [][]int // edges by node
	x       []int   // positions

	// The tree, by node.
	parent []int // -1 for a root; roots never change
	up     []int // the edge that joins it to its parent; -1 for a root
	cut    []int // the cut value of up, see weigh
	root   []int
	// order has the nodes in preorder, one component after the other: the
	// subtree of v is order[at[v] : at[v]+size[v]].
	order, at, size []int

	spare []int // room to move a run of order
}

func newNetwork(nodes int, edges []Edge) *network {
	n := &network{
		edges:  edges,
		in:     make([][]int, nodes),
		out:    make([][]int, nodes),
		x:      make([]int, nodes),
		parent: make([]int, nodes),
		up:     make([]int, nodes),
		cut:    make([]int, nodes),
		root:   make([]int, nodes),
		order:  make([]int, 0, nodes),
		at:     make([]int, nodes),
		size:   make([]int, nodes),
		spare:  make([]int, nodes),
	}
	// One array for all lists: each list is a window of its own length.
	counts := make([]int, 2*nodes)
	for _, e := range edges {
		if e.Weight < 0 {
			panic(fmt.Sprintf("lanes: edge %d → %d has the negative weight %d", e.From, e.To, e.Weight))
		}
		counts[e.From]++
		counts[nodes+e.To]++
	}
	room := make([]int, 2*len(edges))
	for v := range nodes {
		n.out[v], room = room[:0:counts[v]], room[counts[v]:]
		n.in[v], room = room[:0:counts[nodes+v]], room[counts[nodes+v]:]
	}
	for i, e := range edges {
		n.out[e.From] = append(n.out[e.From], i)
		n.in[e.To] = append(n.in[e.To], i)
	}
	return n
}

// slack is by how much an edge is longer than it must be.
func (n *network) slack(e int) int {
	edge := &n.edges[e]
	return n.x[edge.To] - n.x[edge.From] - edge.Least
}
