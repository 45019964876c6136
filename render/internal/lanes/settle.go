package lanes

// settle moves each node down as far as it goes at the same cost and without
// going below 0.
//
// The positions of least cost are all those in which the edges with a positive
// cut value stay tight. So a node may go down by no more than each node before
// to: by the length of a shortest path, which Dijkstra's method finds.
func (n *network) settle() {
	var h heap
	down := make([]int, len(n.x))
	done := make([]bool, len(n.x))
	for v, x := range n.x {
		down[v] = x
		h.push(item{x, v})
	}
	shorten := func(v, by int) {
		if !done[v] && by < down[v] {
			down[v] = by
			h.push(item{by, v})
		}
	}
	stiff := make([]bool, len(n.edges))
	for v, e := range n.up {
		if e >= 0 && n.cut[v] > 0 {
			stiff[e] = true
		}
	}
	for len(h) > 0 {
		v := h.pop().number
		if done[v] {
			continue
		}
		done[v] = true
		for _, e := range n.out[v] {
			shorten(n.edges[e].To, down[v]+n.slack(e))
		}
		for _, e := range n.in[v] {
			if stiff[e] {
				shorten(n.edges[e].From, down[v])
			}
		}
	}
	for v := range n.x {
		n.x[v] -= down[v]
	}
}
