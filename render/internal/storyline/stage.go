package storyline

import (
	"bytes"
	"cmp"
	"slices"
)

// maxStrands is how many strands a layer of the exact search may have: sets of
// them are kept in a word.
const maxStrands = 64

// A stage is a scene as the exact search sees it. It knows strands by their
// places in the scene's list.
type stage struct {
	*scene
	band    []int     // by place
	name    []byte    // by place: strands of one name have the same future
	alike   []byte    // by place: the same, before the births of the layer are seen to
	born    []byte    // newborn strands, in canonical order
	free    []bool    // by place: newborn and without a parent
	now     []byte    // by place in the stage before: the place here, or gone
	ghosts  []byte    // places in the stage before of the parents of orphans
	link    []*link   // by place, of newborns
	order   []int     // by place: the rank in the canonical order of a band
	meet    [][2]byte // places of strands of two bands that meet, the lower band first, if that is to count
	steady  bool      // a crossing put off costs no more than one later: see overtaken
	waiting bool      // nobody is born
}

const gone = 255

// A link is a birth.
type link struct {
	parents []byte // places here, or indices of ghosts for an orphan
	orphan  bool
}

// stages prepares the scenes, or returns nil if one has too many strands.
func (pl *plot) stages() []stage {
	names, alike := pl.futures()
	at := make([]byte, len(pl.actors)) // by strand: its place in the stage before
	stages := make([]stage, len(pl.scenes))
	for t := range pl.scenes {
		sc := &pl.scenes[t]
		if len(sc.strands) > maxStrands {
			return nil
		}
		st := &stages[t]
		st.scene = sc
		st.name, st.alike = names[t], alike[t]
		here := make([]byte, len(pl.actors))
		for i, s := range sc.strands {
			here[s] = byte(i)
			st.band = append(st.band, sc.band[s])
			st.free = append(st.free, !sc.stays[s])
			if !sc.stays[s] {
				st.born = append(st.born, byte(i))
			}
		}
		st.waiting = len(st.born) == 0
		st.order = make([]int, len(sc.strands))
		inOrder := make([]byte, len(sc.strands))
		for i := range inOrder {
			inOrder[i] = byte(i)
		}
		byActor := func(x, y byte) int {
			a, b := sc.strands[x], sc.strands[y]
			return cmp.Or(cmp.Compare(pl.actors[a], pl.actors[b]), cmp.Compare(a, b))
		}
		slices.SortFunc(inOrder, byActor)
		for i, x := range inOrder {
			st.order[x] = i
		}
		st.link = make([]*link, len(sc.strands))
		if pl.bandsFirst {
			st.greet(pl.scenes[:t])
		}
		if t > 0 {
			for _, s := range pl.scenes[t-1].strands {
				if sc.stays[s] {
					st.now = append(st.now, here[s])
				} else {
					st.now = append(st.now, gone)
				}
			}
			st.join(here, at)
		}
		slices.SortFunc(st.born, func(x, y byte) int {
			if st.free[x] != st.free[y] {
				if st.free[y] {
					return -1
				}
				return 1
			}
			return byActor(x, y)
		})
		at = here
	}
	for t := range stages {
		stages[t].steady = t+1 == len(stages) || !stages[t+1].crowded()
	}
	return stages
}

// greet notes the bands that were not together in the last of the scenes before.
func (st *stage) greet(before []scene) {
	was := map[int]bool{}
	if len(before) > 0 {
		last := &before[len(before)-1]
		for _, s := range last.strands {
			was[last.band[s]] = true
		}
	}
	first := map[int]byte{NoBand: gone}
	var bands []int
	for i, b := range st.band {
		if _, ok := first[b]; !ok {
			first[b] = byte(i)
			bands = append(bands, b)
		}
	}
	slices.Sort(bands)
	for i, y := range bands {
		for _, x := range bands[:i] {
			if !was[x] || !was[y] {
				st.meet = append(st.meet, [2]byte{first[x], first[y]})
			}
		}
	}
}

// upsideDown counts the bands that meet in the wrong order.
func (st *stage) upsideDown(order []byte) int {
	n := 0
	for _, m := range st.meet {
		if bytes.IndexByte(order, m[0]) > bytes.IndexByte(order, m[1]) {
			n++
		}
	}
	return n
}

// join makes the links.
func (st *stage) join(here, before []byte) {
	for i := range st.births {
		b := &st.births[i]
		l := &link{orphan: b.orphan}
		st.free[here[b.strand]] = false
		st.link[here[b.strand]] = l
		for _, p := range b.parents {
			if !b.orphan {
				l.parents = append(l.parents, here[p])
				continue
			}
			g := slices.Index(st.ghosts, before[p])
			if g < 0 {
				g = len(st.ghosts)
				st.ghosts = append(st.ghosts, before[p])
			}
			l.parents = append(l.parents, byte(g))
		}
	}
}

// crowded reports whether two newborns share a parent that ends.
func (st *stage) crowded() bool {
	seen := map[byte]bool{}
	for _, l := range st.link {
		if l == nil {
			continue
		}
		for _, p := range l.parents {
			if l.orphan && seen[p] {
				return true
			}
			seen[p] = seen[p] || l.orphan
		}
	}
	return false
}

// futures names, for every layer, the strands at their places so that strands
// of one name have the same bands from there on and no part in a later birth.
// To exchange two of them does not change what is still to come. The strands
// that it calls alike have no part in the births of the layer either.
func (pl *plot) futures() (names, alike [][]byte) {
	type sight struct{ band, next int }
	names, alike = make([][]byte, len(pl.scenes)), make([][]byte, len(pl.scenes))
	next := make([]int, len(pl.actors)) // by strand: its future, as a number
	unique := 0
	for t := len(pl.scenes) - 1; t >= 0; t-- {
		sc := &pl.scenes[t]
		numbers := map[sight]int{}
		for s := range next {
			k := sight{sc.band[s], next[s]}
			n, ok := numbers[k]
			if !ok {
				n = len(numbers) + 1
				numbers[k] = n
			}
			next[s] = n
		}
		names[t] = named(sc.strands, next)
		for i := range sc.births {
			for _, s := range append([]int{sc.births[i].strand}, sc.births[i].parents...) {
				unique--
				next[s] = unique
			}
		}
		alike[t] = named(sc.strands, next)
	}
	return names, alike
}

// named gives small names to numbers of strands.
func named(strands, number []int) []byte {
	names := make([]byte, 0, len(strands))
	known := map[int]byte{}
	for _, s := range strands {
		n, ok := known[number[s]]
		if !ok {
			n = byte(len(known))
			known[number[s]] = n
		}
		names = append(names, n)
	}
	return names
}
