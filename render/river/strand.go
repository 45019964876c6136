package river

import (
	"cmp"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/scene"
)

// A strand is the line of a state, or of several with the same history, in a
// band and where it moves on from there.
type strand struct {
	actor int // index of the states
	spans []span
}

// A span is a membership as far as it is drawn in a strand.
type span struct {
	spell  int // of the scene; that of the first state of the actor
	course int
	stretch
}

// An actor is a state, or several with the same history.
type actor struct {
	states []*lineage.State
	spells [][]int // of each state: indices in the scene, by beginning
}

// actors groups the spells by states, and the states by their histories if
// bundle says so.
func actors(s *scene.Scene, bundle bool) []actor {
	spells := map[lineage.StateID][]int{}
	var states []*lineage.State
	for i := range s.Spells {
		st := s.Spells[i].State
		if spells[st.ID] == nil {
			states = append(states, st)
		}
		spells[st.ID] = append(spells[st.ID], i)
	}
	slices.SortFunc(states, func(x, y *lineage.State) int {
		return cmp.Or(cmp.Compare(x.Name, y.Name), cmp.Compare(x.ID, y.ID))
	})
	var all []actor
	of := map[string]int{}
	for _, st := range states {
		mine := spells[st.ID]
		slices.SortStableFunc(mine, func(i, j int) int {
			return cmp.Or(cmp.Compare(s.Spells[i].SinceFirst, s.Spells[j].SinceFirst), cmp.Compare(s.Spells[i].Body, s.Spells[j].Body))
		})
		if bundle {
			h := history(s, mine)
			if i, ok := of[h]; ok {
				all[i].states = append(all[i].states, st)
				all[i].spells = append(all[i].spells, mine)
				continue
			}
			of[h] = len(all)
		}
		all = append(all, actor{[]*lineage.State{st}, [][]int{mine}})
	}
	return all
}

// history writes everything that is drawn of the spells, but for whose they are.
func history(s *scene.Scene, spells []int) string {
	var b strings.Builder
	day := func(d lineage.Bounds) {
		for _, x := range [...]lineage.Day{d.SinceFirst, d.SinceLast, d.UntilFirst, d.UntilLast} {
			b.WriteString(x.String())
			b.WriteByte(' ')
		}
	}
	for _, i := range spells {
		sp := &s.Spells[i]
		b.WriteString(string(s.Bodies[sp.Body].ID))
		b.WriteByte(byte('a' + sp.Standing.Membership.Role))
		day(sp.Bounds)
		for _, p := range sp.Pauses {
			day(p.Bounds)
		}
		if sp.DisputedSince {
			b.WriteByte('s')
		}
		if sp.DisputedUntil {
			b.WriteByte('u')
		}
		b.WriteByte('|')
	}
	return b.String()
}

// strands makes the lines of the actors. Memberships in one band are one line,
// with a gap if it is short; a line moves to another band where a succession
// leads there at the end of the membership, if the state is not there already.
func strands(s *scene.Scene, courses []course, actors []actor) []strand {
	w := &weaver{s: s, courses: courses, courseOf: make([]int, len(s.Bodies)), lifeOf: make([]stretch, len(s.Bodies))}
	for c := range courses {
		for i, b := range courses[c].bodies {
			w.courseOf[b], w.lifeOf[b] = c, courses[c].lives[i]
		}
	}
	var all []strand
	for a := range actors {
		all = append(all, w.actor(a, actors[a].spells[0])...)
	}
	return all
}

type weaver struct {
	s        *scene.Scene
	courses  []course
	courseOf []int
	lifeOf   []stretch
}

func (w *weaver) actor(a int, spells []int) []strand {
	byCourse := map[int][]span{}
	var order []int
	for _, i := range spells {
		sp := &w.s.Spells[i]
		c := w.courseOf[sp.Body]
		life := w.lifeOf[sp.Body]
		x := span{i, c, stretchOf(sp.Bounds).within(life)}
		if x.empty() {
			// It lies in the time for which another body of the band was preferred.
			day := min(x.since, life.until-1)
			x.stretch = stretch{day, day + 1, day, day + 1}
		}
		if byCourse[c] == nil {
			order = append(order, c)
		}
		byCourse[c] = append(byCourse[c], x)
	}
	var open []strand
	for _, c := range order {
		for _, part := range w.parts(byCourse[c]) {
			open = append(open, strand{a, part})
		}
	}
	slices.SortStableFunc(open, func(x, y strand) int { return cmp.Compare(x.spans[0].since, y.spans[0].since) })
	return w.link(open)
}

// parts lays the memberships in one band out in as few lines as can be: one
// behind the other in the first line, and what surely was at the same time in
// another one. A line is divided where the gap is long.
func (w *weaver) parts(spans []span) [][]span {
	slices.SortStableFunc(spans, func(x, y span) int {
		return cmp.Or(cmp.Compare(x.since, y.since), cmp.Compare(w.weight(y), w.weight(x)), cmp.Compare(x.until, y.until))
	})
	var tracks [][]span
	for _, x := range spans {
		i := slices.IndexFunc(tracks, func(t []span) bool { return t[len(t)-1].makesWay(&x) })
		if i < 0 {
			tracks = append(tracks, []span{x})
			continue
		}
		tracks[i] = append(tracks[i], x)
	}
	var parts [][]span
	for _, t := range tracks {
		for i, x := range t {
			if i == 0 || x.since-t[i-1].until > longGap {
				parts = append(parts, nil)
			}
			parts[len(parts)-1] = append(parts[len(parts)-1], x)
		}
	}
	return parts
}

// makesWay reports whether x can follow s in a line, and cuts both where they may
// overlap only because their dates are not known to the day.
func (s *span) makesWay(x *span) bool {
	if s.until <= x.since {
		return true
	}
	cut := max(s.sureUntil, x.since)
	if cut > min(s.until, x.sureSince) || cut <= s.since || cut >= x.until || s.until > x.until {
		return false
	}
	s.stretch = s.within(stretch{s.since, 0, 0, cut})
	x.stretch = x.within(stretch{cut, 0, 0, x.until})
	return true
}

// weight says which of two memberships at once is drawn.
func (w *weaver) weight(x span) int {
	r := w.s.Spells[x.spell].Standing.Membership.Role
	if r.Full() {
		return 100
	}
	return int(lineage.Party) - int(r)
}

// link joins lines that end where a succession leads to the beginning of
// another one.
func (w *weaver) link(open []strand) []strand {
	var done []strand
	for len(open) > 0 {
		x := open[0]
		open = open[1:]
		for {
			i := slices.IndexFunc(open, func(y strand) bool { return w.moves(x, y) })
			if i < 0 {
				break
			}
			x.spans = append(x.spans, open[i].spans...)
			open = slices.Delete(open, i, i+1)
		}
		done = append(done, x)
	}
	return done
}

// moves reports whether the line x goes on as y in another band.
func (w *weaver) moves(x, y strand) bool {
	last, first := x.spans[len(x.spans)-1], y.spans[0]
	if last.course == first.course || first.since < last.until || first.since-last.until > patience {
		return false
	}
	from, to := w.s.Spells[last.spell].Body, w.s.Spells[first.spell].Body
	return slices.ContainsFunc(w.s.Flows, func(f scene.Flow) bool {
		return f.From == from && f.To == to && f.How != lineage.Upgraded
	})
}
