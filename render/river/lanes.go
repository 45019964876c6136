package river

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"github.com/orglineage/orglineage/lineage"

	"github.com/orglineage/orglineage/render/internal/lanes"
	"github.com/orglineage/orglineage/render/internal/storyline"
)

// What a pixel of distance costs.
const (
	costApart    = 10  // of neighbours that have nothing to do with each other
	costInBand   = 40  // of lines of one band
	costLong     = 300 // likewise, more, if they are neighbours as long as the window
	costBox      = 120 // of a head or badge and its band
	costMove     = 30  // of a line that moves to another band
	costSwap     = 160 // of a line that moves within its band
	costTie      = 20  // of a line and the new one of the same state
	unitsByPixel = 2
)

// settle gives every piece and box its y: as little travel as can be, in the
// order of the layers. Pieces whose places contradict each other are divided.
func (p *planner) settle() error {
	p.ownNodes = p.boxNodes
	p.divide()
	p.barred = map[barredRow]bool{}
	// Each round divides a piece or bars a row: it ends, as there are only so many.
	for {
		rows := p.rows()
		edges, layers := p.edges(rows)
		y, err := lanes.Solve(p.nodes, edges)
		var cycle *lanes.CycleError
		switch {
		case errors.As(err, &cycle):
			if err := p.unwind(cycle.Nodes, layers, rows); err != nil {
				return err
			}
			continue
		case err != nil:
			return err
		}
		p.y = make([]float64, len(y))
		for i := range y {
			p.y[i] = float64(y[i]) / unitsByPixel
		}
		p.travel = 0
		for _, e := range edges {
			p.travel += e.Weight * (y[e.To] - y[e.From])
		}
		return nil
	}
}

// divide cuts strands into pieces: where they move to another band, and where
// they change places with others of their band.
func (p *planner) divide() {
	p.pieces = make([][]piece, len(p.strands))
	cuts := p.swaps()
	for t := range p.layers {
		for i, n := range p.layers[t].strands {
			c := p.layers[t].bands[i]
			pieces := p.pieces[n]
			last := len(pieces) - 1
			if last >= 0 && pieces[last].to == t && !cuts[[2]int{n, t}] && (c == storyline.NoBand || p.bandOf[n] == c || p.bandOf[n] == storyline.NoBand) {
				pieces[last].to = t + 1
			} else {
				p.pieces[n] = append(pieces, piece{strand: n, from: t, to: t + 1, node: p.newNode()})
				p.bandOf[n] = storyline.NoBand
			}
			if c != storyline.NoBand {
				p.bandOf[n] = c
			}
		}
	}
}

// swaps finds the strands that change their place among those that stay: of two
// that do, the one that changes with more.
func (p *planner) swaps() map[[2]int]bool {
	cuts := map[[2]int]bool{}
	at := make([]int, len(p.strands)) // one more than the place of a strand in the later layer; 0 if it is not there
	var stay []int
	for t := 1; t < len(p.orders); t++ {
		clear(at)
		for i, n := range p.orders[t] {
			at[n] = i + 1
		}
		stay = stay[:0]
		for _, n := range p.orders[t-1] {
			if at[n] > 0 {
				stay = append(stay, n)
			}
		}
		for !slices.IsSortedFunc(stay, func(n, m int) int { return cmp.Compare(at[n], at[m]) }) {
			worst, most := -1, 0
			for i, n := range stay {
				count := 0
				for j, m := range stay {
					if (i < j) != (at[n] < at[m]) && i != j {
						count++
					}
				}
				if count > most {
					worst, most = i, count
				}
			}
			cuts[[2]int{stay[worst], t}] = true
			stay = slices.Delete(stay, worst, worst+1)
		}
	}
	return cuts
}

// edges states the places as an order of nodes, and says in which layer each
// pair of nodes is first met.
func (p *planner) edges(rows [][]row) (edges []lanes.Edge, layers map[[2]int]int) {
	at := map[[2]int]int{}        // index of the edge between two nodes
	long := map[int]lineage.Day{} // for how many days the lines of an edge are neighbours in their band
	layers = map[[2]int]int{}
	apart := func(t, from, to int, room float64, weight int) {
		key, least := [2]int{from, to}, int(math.Ceil(room*unitsByPixel))
		if e, ok := at[key]; ok {
			edges[e].Least = max(edges[e].Least, least)
			edges[e].Weight = max(edges[e].Weight, weight)
		} else {
			at[key], layers[key] = len(edges), t
			edges = append(edges, lanes.Edge{From: from, To: to, Least: least, Weight: weight})
		}
		if weight == costInBand {
			long[at[key]] += p.layers[t].to - p.layers[t].from
		}
	}
	for t := range rows {
		for i, b := range rows[t] {
			covered := false
			for j := i - 1; j >= 0 && !covered; j-- {
				a := rows[t][j]
				if p.beside(a, b) {
					continue
				}
				apart(t, p.node(a, t), p.node(b, t), p.below(a, b, t)+p.above(b, a, t), p.cost(a, b))
				covered = a.strand >= 0 && !a.name // what is above it is above b, too
			}
			if !covered {
				apart(t, p.top, p.node(b, t), p.above(b, nobody, t), costApart)
			}
		}
	}
	for e, days := range long {
		edges[e].Weight += int(costLong * float64(days) / float64(p.end-p.first))
	}
	p.nodes = p.ownNodes
	near := func(a, b, cost int) {
		if a != b {
			n := p.nodes
			p.nodes++
			edges = append(edges, lanes.Edge{From: n, To: a, Weight: cost}, lanes.Edge{From: n, To: b, Weight: cost})
		}
	}
	for n := range p.pieces {
		for i := 1; i < len(p.pieces[n]); i++ {
			a, b := p.pieces[n][i-1], p.pieces[n][i]
			cost := costMove
			if p.courseAt(n, a.to-1) == p.courseAt(n, b.from) {
				cost = costSwap
			}
			near(a.node, b.node, cost)
		}
	}
	for _, tie := range p.ties {
		near(p.pieceAt(tie.parent, tie.parentLayer).node, p.pieceAt(tie.child, tie.layer).node, costTie)
	}
	return edges, layers
}

// beside reports whether two rows of a layer stand beside each other: boxes and
// names that share no x.
func (p *planner) beside(a, b row) bool {
	a0, a1, short := p.extent(a)
	b0, b1, shortToo := p.extent(b)
	return short && shortToo && (a1 <= b0 || b1 <= a0)
}

// extent returns the x of a row that does not reach over the whole layer.
func (p *planner) extent(r row) (x0, x1 float64, short bool) {
	switch {
	case r.box >= 0:
		return p.boxes[r.box].x0, p.boxes[r.box].x1, true
	case r.name:
		return p.names[r.strand].x0, p.names[r.strand].x1, true
	}
	return 0, 0, false
}

func (p *planner) cost(a, b row) int {
	switch {
	case a.course != b.course || a.course == storyline.NoBand:
		return costApart
	case a.box >= 0 || b.box >= 0:
		return costBox
	}
	return costInBand
}

// unwind divides a piece of a cycle between two of the layers that put it there.
func (p *planner) unwind(nodes []int, layers map[[2]int]int, rows [][]row) error {
	type choice struct{ strand, layer, length int }
	var best []choice
	for i, n := range nodes {
		in, known := layers[[2]int{nodes[(i+len(nodes)-1)%len(nodes)], n}]
		out, knownToo := layers[[2]int{n, nodes[(i+1)%len(nodes)]}]
		if !known || !knownToo || in == out {
			continue
		}
		for s := range p.pieces {
			for _, pc := range p.pieces[s] {
				if at := max(in, out); pc.node == n && pc.from < at && at < pc.to {
					best = append(best, choice{s, at, pc.to - pc.from})
				}
			}
		}
	}
	if len(best) == 0 {
		return p.bar(nodes, layers, rows)
	}
	c := slices.MaxFunc(best, func(x, y choice) int { return cmp.Compare(x.length, y.length) })
	i := slices.IndexFunc(p.pieces[c.strand], func(pc piece) bool { return pc.from < c.layer && c.layer < pc.to })
	rest := p.pieces[c.strand][i]
	rest.from, rest.node = c.layer, p.newNode()
	p.pieces[c.strand][i].to = c.layer
	p.pieces[c.strand] = slices.Insert(p.pieces[c.strand], i+1, rest)
	return nil
}

// bar takes something out of a cycle that stands in a layer beyond its life.
func (p *planner) bar(nodes []int, layers map[[2]int]int, rows [][]row) error {
	for i, n := range nodes {
		for _, key := range [...][2]int{{nodes[(i+len(nodes)-1)%len(nodes)], n}, {n, nodes[(i+1)%len(nodes)]}} {
			t, known := layers[key]
			if !known {
				continue
			}
			for _, r := range rows[t] {
				if p.node(r, t) == n && (r.name || r.box >= 0 && !slices.Contains(p.layers[t].bands, r.course)) {
					p.barred[barredRow{r.strand, r.box}] = true
					return nil
				}
			}
		}
	}
	// A head or a badge reaches over layers between which its band changes places
	// with another one.
	for _, n := range nodes {
		for b := range p.boxes {
			if row := (barredRow{-1, b}); p.boxes[b].node == n && !p.barred[row] {
				p.barred[row] = true
				return nil
			}
		}
	}
	return errors.New("the order of the lanes has a cycle that cannot be divided")
}

func (p *planner) newNode() int {
	p.ownNodes++
	return p.ownNodes - 1
}

// node returns the node of a row.
func (p *planner) node(r row, t int) int {
	if r.box >= 0 {
		return p.boxes[r.box].node
	}
	return p.pieceAt(r.strand, t).node
}

// pieceAt returns the piece of a strand in a layer, or the nearest one for
// layers in which only its name stands.
func (p *planner) pieceAt(n, t int) *piece {
	pieces := p.pieces[n]
	for i := range pieces {
		if t < pieces[i].to {
			return &pieces[i]
		}
	}
	return &pieces[len(pieces)-1]
}
