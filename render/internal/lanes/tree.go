package lanes

// grow joins the nodes of each connected component by a tree of tight edges.
func (n *network) grow() {
	for v := range n.root {
		n.parent[v], n.up[v], n.root[v] = -1, -1, -1
	}
	g := grower{network: n}
	for v := range n.root {
		if n.root[v] < 0 {
			n.number(g.from(v))
		}
	}
}

// A grower grows the tree of one component after the other. The tree takes in
// the node at the other end of the edge with the least slack, for which it moves
// as a whole.
type grower struct {
	*network
	taken []int // the nodes of the tree, parents first; their positions are without moved
	moved int
	// Edges out of the tree and into it wait apart, by the slack that they
	// have without the move: it makes each of the former shorter and each of
	// the latter longer.
	out, in heap
}

// from returns the nodes of the tree that grows from root, parents first.
func (g *grower) from(root int) []int {
	g.taken, g.moved = g.taken[:0], 0
	g.take(root, root)
	for {
		for len(g.out) > 0 && g.root[g.edges[g.out[0].number].To] == root {
			g.out.pop()
		}
		for len(g.in) > 0 && g.root[g.edges[g.in[0].number].From] == root {
			g.in.pop()
		}
		switch {
		case len(g.out) == 0 && len(g.in) == 0:
			for _, v := range g.taken {
				g.x[v] += g.moved
			}
			return g.taken
		case len(g.in) == 0 || len(g.out) > 0 && g.out[0].key-g.moved <= g.in[0].key+g.moved:
			least := g.out.pop()
			g.moved = least.key
			e := g.edges[least.number]
			g.parent[e.To], g.up[e.To] = e.From, least.number
			g.take(e.To, root)
		default:
			least := g.in.pop()
			g.moved = -least.key
			e := g.edges[least.number]
			g.parent[e.From], g.up[e.From] = e.To, least.number
			g.take(e.From, root)
		}
	}
}

func (g *grower) take(v, root int) {
	g.root[v] = root
	g.taken = append(g.taken, v)
	g.x[v] -= g.moved
	for _, e := range g.network.out[v] {
		if g.root[g.edges[e].To] != root {
			g.out.push(item{g.slack(e), e})
		}
	}
	for _, e := range g.network.in[v] {
		if g.root[g.edges[e].From] != root {
			g.in.push(item{g.slack(e), e})
		}
	}
}

// number puts the nodes of a component, parents first, into preorder after
// those that are there.
func (n *network) number(nodes []int) {
	for _, v := range nodes {
		n.size[v] = 1
	}
	for i := len(nodes) - 1; i > 0; i-- {
		v := nodes[i]
		n.size[n.parent[v]] += n.size[v]
	}
	next := n.spare // where the next child of a node goes
	free := len(n.order)
	n.order = n.order[:free+len(nodes)]
	for i, v := range nodes {
		if i == 0 {
			n.at[v] = free
		} else {
			p := n.parent[v]
			n.at[v] = next[p]
			next[p] += n.size[v]
		}
		next[v] = n.at[v] + 1
		n.order[n.at[v]] = v
	}
}

// below reports whether u is in the subtree of v.
func (n *network) below(u, v int) bool {
	return n.at[v] <= n.at[u] && n.at[u] < n.at[v]+n.size[v]
}
