package scene

import "github.com/orglineage/orglineage/lineage"

// lastDated returns the last day that the date of an event of the atlas names;
// 0, in 1970, if there is none. Dates open at an end do not count: they name what is
// still to come. It reads the records, because to sort all events takes longer
// than to draw some.
func lastDated(atlas *lineage.Atlas) lineage.Day {
	last := lineage.MinDay
	read := func(steps lineage.Steps) {
		for i := range steps {
			if lo, hi := steps[i].On.Bounds(); lo != lineage.MinDay && hi != lineage.MaxDay {
				last = max(last, hi)
			}
		}
	}
	for _, o := range atlas.Organizations() {
		read(o.Founded)
		read(o.Ended)
		for i := range o.Predecessors {
			read(o.Predecessors[i].Steps)
		}
		for i := range o.Members {
			m := &o.Members[i]
			read(m.Joined.Steps)
			read(m.Left.Steps)
			for j := range m.Suspensions {
				read(m.Suspensions[j].Began)
				read(m.Suspensions[j].Ended)
			}
		}
	}
	if last == lineage.MinDay {
		return 0
	}
	return last
}
