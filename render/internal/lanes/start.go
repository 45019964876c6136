package lanes

import "slices"

// start puts each node at the end of the longest path to it: the least
// positions from 0 up that satisfy the edges.
//
// Rounds of Bellman and Ford's method go through the nodes forwards and
// backwards by turns, after Yen. Without cycles the first one does it all.
func (n *network) start() error {
	order, cyclic := n.forwards()
	by := make([]int, len(n.x)) // the edge that pushed a node to where it is
	for v := range by {
		by[v] = -1
	}
	for {
		moved := false
		for _, v := range order {
			for _, e := range n.out[v] {
				if -n.slack(e) > 0 {
					to := n.edges[e].To
					n.x[to] = n.x[v] + n.edges[e].Least
					by[to] = e
					moved = true
				}
			}
		}
		if !cyclic || !moved {
			return nil
		}
		// Pushes in a circle never come to rest. And if none is here, each
		// node is no farther than a path without repetition takes it, which
		// as many rounds as there are nodes have found.
		if err := n.circle(by); err != nil {
			return err
		}
		slices.Reverse(order)
	}
}

// forwards returns the nodes so that edges lead from an earlier to a later one,
// but for some in each cycle, and whether there is a cycle.
func (n *network) forwards() (order []int, cyclic bool) {
	const unseen, open, done = 0, 1, 2
	state := make([]uint8, len(n.x))
	next := make([]int, len(n.x)) // how many edges of an open node are followed
	order = make([]int, 0, len(n.x))
	var path []int
	for v := range n.x {
		if state[v] != unseen {
			continue
		}
		state[v] = open
		path = append(path, v)
		for len(path) > 0 {
			v := path[len(path)-1]
			if next[v] == len(n.out[v]) {
				state[v] = done
				order = append(order, v)
				path = path[:len(path)-1]
				continue
			}
			to := n.edges[n.out[v][next[v]]].To
			next[v]++
			switch state[to] {
			case unseen:
				state[to] = open
				path = append(path, to)
			case open:
				cyclic = true
			}
		}
	}
	slices.Reverse(order)
	return order, cyclic
}

// circle returns a [*CycleError] if nodes pushed one another in a circle.
func (n *network) circle(by []int) error {
	seen := make([]int, len(by)) // the walk that came here first, from 1
	for first := range by {
		v := first
		for seen[v] == 0 && by[v] >= 0 {
			seen[v] = first + 1
			v = n.edges[by[v]].From
		}
		if seen[v] != first+1 || by[v] < 0 {
			continue
		}
		c := &CycleError{}
		for u := v; len(c.Nodes) == 0 || u != v; u = n.edges[by[u]].From {
			c.Nodes = append(c.Nodes, u)
			c.Sum += n.edges[by[u]].Least
		}
		slices.Reverse(c.Nodes)
		lowest := slices.Index(c.Nodes, slices.Min(c.Nodes))
		c.Nodes = slices.Concat(c.Nodes[lowest:], c.Nodes[:lowest])
		return c
	}
	return nil
}
