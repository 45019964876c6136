package chart

import "github.com/orglineage/orglineage/render/internal/ink"

// colour gives each organization one of the few colours, such that those that
// meet in a chart differ as far as can be: above all one that follows another,
// then neighbours in a sub-row, then neighbours in time.
func (d *draft) colour() {
	type pair struct{ a, b int }
	clash := map[pair]int{}
	meet := func(a, b, weight int) {
		if a != b {
			clash[pair{min(a, b), max(a, b)}] += weight
		}
	}
	for _, f := range d.s.Flows {
		meet(f.From, f.To, 1000)
	}
	for i := range d.rows {
		spells, lanes := d.rows[i].spells, d.lanes[i]
		last := make([]int, d.counts[i])
		for j := range last {
			last[j] = -1
		}
		for j, at := range spells {
			body := d.s.Spells[at].Body
			for k := range j {
				near := lanes[k] - lanes[j]
				if (near == 1 || near == -1) && d.extents[i][k].overlaps(d.extents[i][j]) {
					meet(body, d.s.Spells[spells[k]].Body, 1)
				}
			}
			if before := last[lanes[j]]; before >= 0 {
				meet(body, before, 4)
			}
			last[lanes[j]] = body
		}
	}
	d.hues = make([]int, len(d.s.Bodies))
	var used [ink.Colours]int
	for body := range d.hues {
		var cost [ink.Colours]int
		for other := range body {
			cost[d.hues[other]] += clash[pair{other, body}]
		}
		best := 0
		for h := range cost {
			if cost[h] < cost[best] || cost[h] == cost[best] && used[h] < used[best] {
				best = h
			}
		}
		d.hues[body] = best
		used[best]++
	}
}
