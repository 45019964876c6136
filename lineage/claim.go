package lineage

// Contradictions returns the rival claims that say something else than the date
// held right, and not the same less precisely. A step that is not held to have
// happened is contradicted by all of them.
func (d *Dating) Contradictions() []Claim {
	var cs []Claim
	for _, c := range d.Rivals {
		on := c.On
		if on.IsZero() {
			on = someDay
		}
		if !d.held() || !on.covers(d.date()) {
			cs = append(cs, c)
		}
	}
	return cs
}
