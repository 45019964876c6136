package chart

import (
	"cmp"
	"slices"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/scene"
)

// similar puts states with similar histories next to each other.
//
// How far apart two states are is the Jaccard distance of their days in
// organizations: of all days on which one of them was in an organization, the
// share on which they were not in it together. A day counts two for full members
// and one in any other role, so that an observer is nearer to a member than a
// stranger is; days that are only possible count as the rest.
//
// The order is a short path through all states: nearest neighbours from several
// states, and the order by name, each improved until turning round no stretch of
// it, and moving none of up to three states, makes it shorter. So it is never
// longer than the order by name. It begins at the end whose state came first.
func similar(s *scene.Scene, byName []history) []history {
	d := distances(s, byName)
	order := shortPath(d)
	if n := len(order); n > 1 {
		first, last := &byName[order[0]], &byName[order[n-1]]
		if c := first.earliest(s).Compare(last.earliest(s)); c > 0 || c == 0 && order[0] > order[n-1] {
			slices.Reverse(order)
		}
	}
	sorted := make([]history, len(order))
	for i, j := range order {
		sorted[i] = byName[j]
	}
	return sorted
}

// A stay is a time in an organization, with what a day of it weighs.
type stay struct {
	body       int
	first, end lineage.Day
	weight     int64
}

// staysOf returns the stays of a state by organization and time, none of which
// overlap: where roles do, the weightier counts.
func staysOf(s *scene.Scene, h *history) []stay {
	var stays []stay
	for _, i := range h.spells {
		sp := &s.Spells[i]
		weight := int64(1)
		if sp.Standing.Membership.Role.Full() {
			weight = 2
		}
		stays = append(stays, stay{sp.Body, sp.SinceFirst, sp.UntilLast, weight})
	}
	slices.SortStableFunc(stays, func(x, y stay) int {
		return cmp.Or(cmp.Compare(x.body, y.body), -cmp.Compare(x.weight, y.weight), cmp.Compare(x.first, y.first))
	})
	var apart []stay
	for _, next := range stays {
		// Cut out what is there already.
		parts := []stay{next}
		for _, have := range apart {
			if have.body != next.body {
				continue
			}
			var rest []stay
			for _, p := range parts {
				if p.end <= have.first || p.first >= have.end {
					rest = append(rest, p)
					continue
				}
				if p.first < have.first {
					rest = append(rest, stay{p.body, p.first, have.first, p.weight})
				}
				if p.end > have.end {
					rest = append(rest, stay{p.body, have.end, p.end, p.weight})
				}
			}
			parts = rest
		}
		apart = append(apart, parts...)
	}
	slices.SortFunc(apart, func(x, y stay) int {
		return cmp.Or(cmp.Compare(x.body, y.body), cmp.Compare(x.first, y.first))
	})
	return apart
}

// whole is the distance of two states that were never together.
const whole = 1_000_000

// distances returns how far apart each two states are, from 0 to [whole]. They
// are whole numbers, so that every machine comes to the same order.
func distances(s *scene.Scene, all []history) [][]int64 {
	stays := make([][]stay, len(all))
	weights := make([]int64, len(all))
	for i := range all {
		stays[i] = staysOf(s, &all[i])
		for _, st := range stays[i] {
			weights[i] += st.weight * int64(st.end-st.first)
		}
	}
	d := make([][]int64, len(all))
	for i := range d {
		d[i] = make([]int64, len(all))
		for j := range i {
			both := together(stays[i], stays[j])
			d[i][j] = whole
			if either := weights[i] + weights[j] - both; either > 0 {
				// In parts, because a million times the days may be too many.
				d[i][j] = whole - int64(float64(both)/float64(either)*whole)
			}
			d[j][i] = d[i][j]
		}
	}
	return d
}

// together returns the weight of the days that two states share.
func together(x, y []stay) int64 {
	var sum int64
	for i, j := 0, 0; i < len(x) && j < len(y); {
		a, b := &x[i], &y[j]
		if a.body == b.body {
			if days := min(a.end, b.end) - max(a.first, b.first); days > 0 {
				sum += int64(days) * min(a.weight, b.weight)
			}
		}
		if c := cmp.Or(cmp.Compare(a.body, b.body), cmp.Compare(a.end, b.end)); c <= 0 {
			i++
		} else {
			j++
		}
	}
	return sum
}
