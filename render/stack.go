package render

import "math"

// stack arranges the nodes without edges in rows, older above younger, as many
// in a row as there are rows; those in a box by themselves.
func stack(d *diagram) []stacked {
	joined := map[string]bool{}
	for _, e := range d.Edges {
		joined[e.From], joined[e.To] = true, true
	}
	box := map[string]string{}
	for i := range d.Bodies {
		boxed(&d.Bodies[i], d.Bodies[i].ID, box)
	}
	var order []string // of the boxes, and of what is in none
	alone := map[string][]string{}
	for i := range d.Nodes {
		id := d.Nodes[i].ID
		if joined[id] {
			continue
		}
		in := box[id]
		if alone[in] == nil {
			order = append(order, in)
		}
		alone[in] = append(alone[in], id)
	}
	var pairs []stacked
	for _, in := range order {
		ids := alone[in]
		columns := int(math.Ceil(math.Sqrt(float64(len(ids)))))
		for i := columns; i < len(ids); i++ {
			pairs = append(pairs, stacked{Node: ids[i], Above: ids[i-columns]})
		}
	}
	return pairs
}

// boxed notes in which of the outer boxes each node is.
func boxed(b *body, outer string, box map[string]string) {
	for _, id := range b.Nodes {
		box[id] = outer
	}
	for i := range b.Bodies {
		boxed(&b.Bodies[i], outer, box)
	}
}
