package lanes

// weigh sets the cut values. Take away an edge of the tree and it falls apart;
// the cut value of the edge is the weight of the edges that lead from its From
// side to its To side, less the weight of those that lead back. It is what each
// unit costs by which the sides move apart: where it is negative they should.
func (n *network) weigh() {
	for _, e := range n.edges {
		n.cut[e.To] += e.Weight
		n.cut[e.From] -= e.Weight
	}
	// Now it is what leads into each node less what leads out of it. Summed up
	// over a subtree this is what leads into the subtree.
	for i := len(n.order) - 1; i >= 0; i-- {
		v := n.order[i]
		if n.up[v] < 0 {
			continue
		}
		n.cut[n.parent[v]] += n.cut[v]
		if n.edges[n.up[v]].From == v {
			n.cut[v] = -n.cut[v]
		}
	}
}

// candidates is how many edges with a negative cut value are compared before
// one leaves the tree.
const candidates = 10

// improve exchanges edges of the tree until no cut value is negative. Exchanges
// that move nothing might go in circles: after so many of them in a row, until
// one moves something, Bland's rule takes the first edge that may leave and the
// first that may enter, which never comes back to the same tree.
func (n *network) improve(patience int) {
	idle, next := 0, 0
	for {
		bland := idle > patience
		var v int
		if bland {
			v = n.firstLeaving()
		} else {
			v, next = n.leaving(next)
		}
		if v < 0 {
			return
		}
		e := n.entering(v, bland)
		if n.slack(e) > 0 {
			idle = 0
		} else {
			idle++
		}
		n.exchange(v, e)
	}
}

// leaving returns the lower node of the edge with the most negative cut value
// among the next candidates from a node on, and where to go on; or -1.
func (n *network) leaving(next int) (v, after int) {
	v = -1
	found := 0
	for range n.cut {
		if next == len(n.cut) {
			next = 0
		}
		if n.cut[next] < 0 && n.up[next] >= 0 {
			if v < 0 || n.cut[next] < n.cut[v] {
				v = next
			}
			if found++; found == candidates {
				return v, next + 1
			}
		}
		next++
	}
	return v, next
}

// firstLeaving returns the lower node of the first edge with a negative cut
// value, or -1.
func (n *network) firstLeaving() int {
	first := -1
	for v, e := range n.up {
		if e >= 0 && n.cut[v] < 0 && (first < 0 || e < n.up[first]) {
			first = v
		}
	}
	return first
}

// entering returns the edge that becomes tight first when the two sides of the
// edge above v move apart: the one with the least slack of those that lead from
// its To side to its From side. Of several it is the first found, or the first
// at all. There is one, because the cut value is negative.
func (n *network) entering(v int, first bool) int {
	// Whichever side has fewer nodes is gone through.
	inside := true
	runs := [2][]int{n.order[n.at[v] : n.at[v]+n.size[v]]}
	root := n.root[v]
	if 2*n.size[v] > n.size[root] {
		inside = false
		runs[0] = n.order[n.at[root]:n.at[v]]
		runs[1] = n.order[n.at[v]+n.size[v] : n.at[root]+n.size[root]]
	}
	best, least := -1, 0
	away := (n.edges[n.up[v]].To == v) == inside // whether the edges lead away from that side
	for _, run := range runs {
		for _, u := range run {
			list := n.in[u]
			if away {
				list = n.out[u]
			}
			for _, e := range list {
				other := n.edges[e].From
				if away {
					other = n.edges[e].To
				}
				if n.below(other, v) == inside {
					continue
				}
				slack := n.slack(e)
				if best >= 0 && (slack > least || slack == least && !(first && e < best)) {
					continue
				}
				best, least = e, slack
				if least == 0 && !first {
					return best
				}
			}
		}
	}
	return best
}

// exchange takes the edge above v out of the tree and puts e into it.
func (n *network) exchange(v, e int) {
	n.part(v, n.slack(e))
	p, q := n.edges[e].From, n.edges[e].To
	if !n.below(p, v) {
		p, q = q, p
	}
	// The circle that e closes takes up what the edge above v weighs too
	// little, in the direction of e.
	more := -n.cut[v]
	up, down := more, -more // for edges that lead up from p's side
	if n.edges[e].From == p {
		up, down = -more, more
	}
	size, first := n.size[v], n.at[v]
	left := false // whether the walk has left the subtree of v
	under := p    // the last node before the walks meet
	u := p
	for ; !n.below(q, u); u = n.parent[u] {
		if n.edges[n.up[u]].From == u {
			n.cut[u] += up
		} else {
			n.cut[u] += down
		}
		if left {
			n.size[u] -= size
		}
		left = left || u == v
		under = u
	}
	meet := u
	// The run of v goes as near to where it is as it can.
	place := n.at[q] + 1 - size
	switch {
	case q == meet:
		place = n.at[under]
	case n.at[q] < first:
		place = n.at[q] + n.size[q]
	}
	for u = q; u != meet; u = n.parent[u] {
		if n.edges[n.up[u]].From == u {
			n.cut[u] += down
		} else {
			n.cut[u] += up
		}
		n.size[u] += size
	}
	n.turn(v, p, q, e, more)
	n.move(first, place, size)
}

// part moves the sides of the edge above v apart, by moving the one that has
// fewer nodes.
func (n *network) part(v, by int) {
	if by == 0 {
		return
	}
	if n.edges[n.up[v]].From == v {
		by = -by
	}
	run := n.order[n.at[v] : n.at[v]+n.size[v]]
	root := n.root[v]
	if 2*n.size[v] <= n.size[root] {
		for _, u := range run {
			n.x[u] += by
		}
		return
	}
	for _, u := range n.order[n.at[root]:n.at[v]] {
		n.x[u] -= by
	}
	for _, u := range n.order[n.at[v]+n.size[v] : n.at[root]+n.size[root]] {
		n.x[u] -= by
	}
}

// turn hangs the subtree of v up by its node p, below q by the edge e with a cut
// value, and writes its new preorder into spare.
func (n *network) turn(v, p, q, e, cut int) {
	total := n.size[v]
	// From p up to v each node becomes a child of the one before it. What else
	// is below it stays as it was.
	run := n.spare[:0]
	hole, holeSize := n.at[p]+n.size[p], 0 // the run of the one before it
	for u, parent := p, q; ; {
		above, size := n.parent[u], n.size[u]
		run = append(run, n.order[n.at[u]:hole]...)
		run = append(run, n.order[hole+holeSize:n.at[u]+size]...)
		n.parent[u] = parent
		n.up[u], e = e, n.up[u]
		n.cut[u], cut = cut, n.cut[u]
		n.size[u] = total - holeSize
		if u == v {
			return
		}
		hole, holeSize = n.at[u], size
		u, parent = above, u
	}
}

// move puts the run of so many nodes in spare to a place, for the run at first.
func (n *network) move(first, place, size int) {
	from, to := min(first, place), max(first, place)+size
	if place < first {
		copy(n.order[place+size:to], n.order[place:first])
	} else {
		copy(n.order[first:place], n.order[first+size:to])
	}
	copy(n.order[place:], n.spare[:size])
	for i := from; i < to; i++ {
		n.at[n.order[i]] = i
	}
}
