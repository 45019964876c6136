package lineage

import "slices"

// NameOn returns the name that the place bore on a day: the first of its former
// names that had not certainly gone out of use, else the name of today.
func (p *Place) NameOn(on Date) string { return nameOn(p.Name, p.Former, on) }

// nameOn returns the first of the former names that had not certainly gone out
// of use on a day, else the name of today. A former name of which nobody knows
// when it ended is not one of any day.
func nameOn(today string, former []FormerName, on Date) string {
	first, end := on.Bounds()
	if first == MinDay {
		first = end // "by 2020" says nothing of former times
	}
	for _, f := range former {
		if _, last := f.Until.Bounds(); first < last && last != MaxDay {
			return f.Name
		}
	}
	return today
}

// A toponym is a name of a place while it was in use.
type toponym struct {
	*Place
	Interval
}

// toponyms returns the names of the places that once had another one.
func toponyms(places []Place) map[string][]toponym {
	names := map[string][]toponym{}
	for i := range places {
		p := &places[i]
		if len(p.Former) == 0 {
			continue
		}
		var since Date
		for _, f := range p.Former {
			names[f.Name] = append(names[f.Name], toponym{p, Interval{since, f.Until}})
			since = f.Until
		}
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			names[name] = append(names[name], toponym{p, Interval{since, Date{}}})
		}
	}
	return names
}

// calledThen checks that a place bore the name on the day.
func (c *checker) calledThen(at *spot, subject, name string, on Date) {
	in := c.toponyms[name]
	if len(in) == 0 || on.IsZero() {
		return
	}
	if !slices.ContainsFunc(in, func(t toponym) bool { return t.Contains(on) > No }) {
		field := at.at("place")
		c.report(&field, subject, "anachronism", "on %s %s was called %s", on, name, in[0].NameOn(on))
	}
}
