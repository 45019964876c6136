package chart

import "slices"

const (
	mostStarts = 12 // nearest-neighbour paths that are tried
	mostPasses = 60 // over one path, so that the time is bounded
)

// shortPath returns an order of the indices of d whose neighbours are near to
// each other in all. d is symmetric. Of orders of one length the first found
// counts, and lower indices come first.
func shortPath(d [][]int64) []int {
	n := len(d)
	best := make([]int, n)
	for i := range best {
		best[i] = i
	}
	if n < 3 {
		return best
	}
	shorten(d, best)
	least := pathLength(d, best)
	for k := range min(n, mostStarts) {
		p := nearest(d, k*n/min(n, mostStarts))
		shorten(d, p)
		if l := pathLength(d, p); l < least {
			best, least = p, l
		}
	}
	return best
}

// pathLength returns the sum of the distances of neighbours.
func pathLength(d [][]int64, p []int) int64 {
	var sum int64
	for i := 1; i < len(p); i++ {
		sum += d[p[i-1]][p[i]]
	}
	return sum
}

// nearest returns the path from start that always goes to the nearest index
// that is left.
func nearest(d [][]int64, start int) []int {
	p := []int{start}
	used := make([]bool, len(d))
	used[start] = true
	for len(p) < len(d) {
		at, next := p[len(p)-1], -1
		for j := range d {
			if !used[j] && (next < 0 || d[at][j] < d[at][next]) {
				next = j
			}
		}
		used[next] = true
		p = append(p, next)
	}
	return p
}

// shorten turns stretches of p round and moves short ones, as long as the path
// becomes shorter.
func shorten(d [][]int64, p []int) {
	for range mostPasses {
		if !turn(d, p) && !move(d, p) {
			return
		}
	}
}

// edge returns the distance between two places of a path, which is 0 beyond its
// ends.
func edge(d [][]int64, p []int, i, j int) int64 {
	if i < 0 || j < 0 || i >= len(p) || j >= len(p) {
		return 0
	}
	return d[p[i]][p[j]]
}

// turn reverses every stretch whose reversal shortens the path (2-opt).
func turn(d [][]int64, p []int) bool {
	better := false
	for i := range p {
		for j := i + 1; j < len(p); j++ {
			before := edge(d, p, i-1, i) + edge(d, p, j, j+1)
			after := edge(d, p, i-1, j) + edge(d, p, i, j+1)
			if after < before {
				slices.Reverse(p[i : j+1])
				better = true
			}
		}
	}
	return better
}

// move puts stretches of up to three to where they shorten the path (or-opt).
func move(d [][]int64, p []int) bool {
	better := false
	for size := 1; size <= 3 && size < len(p); size++ {
		for i := 0; i+size <= len(p); i++ {
			last := i + size - 1
			gain := edge(d, p, i-1, i) + edge(d, p, last, last+1) - edge(d, p, i-1, last+1)
			for j := -1; j < len(p); j++ { // to between j and j+1
				if j >= i-1 && j <= last {
					continue
				}
				if edge(d, p, j, i)+edge(d, p, last, j+1)-edge(d, p, j, j+1) < gain {
					shift(p, i, size, j)
					better = true
					break
				}
			}
		}
	}
	return better
}

// shift moves the size elements from i on to behind the element at j.
func shift(p []int, i, size, j int) {
	part := slices.Clone(p[i : i+size])
	rest := slices.Delete(slices.Clone(p), i, i+size)
	if j >= i {
		j -= size
	}
	copy(p, slices.Insert(rest, j+1, part...))
}
