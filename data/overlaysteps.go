package data

import (
	"slices"

	"github.com/orglineage/orglineage/lineage"
)

// mergedSteps returns the steps of both.
func mergedSteps(x, y lineage.Steps) lineage.Steps {
	if len(y) == 0 {
		return x
	}
	all := slices.Clone(x)
	for i := range y {
		if d := all.At(y[i].Step); d != nil {
			*d = *merged(d, &y[i])
		} else {
			all = append(all, y[i])
		}
	}
	return all
}

// contradicted returns the steps of x, with what counts in y as a rival of what
// counts in x.
func contradicted(x, y lineage.Steps) lineage.Steps {
	all := slices.Clone(x)
	counts, _ := x.For(lineage.ByEffect)
	also, _ := y.For(lineage.ByEffect)
	if counts != nil && also != nil {
		d := all.At(counts.Step)
		rivals := claims(d.Rivals, d, []lineage.Claim{{On: also.On, Note: also.Note, Sources: also.Sources}})
		d.Rivals = claims(rivals, d, also.Rivals)
	}
	return all
}

// mergedEnd returns the steps of the end of something of which the earlier set
// tells up to a day. If only the later set has an end, it is one, unless it lies
// before that day, or is open: that is a claim against what goes on.
func mergedEnd(x, y lineage.Steps, told lineage.Day) lineage.Steps {
	d, on := y.For(lineage.ByEffect)
	if len(x) > 0 || d == nil {
		return mergedSteps(x, y)
	}
	if _, last := on.Bounds(); last < lineage.MaxDay && told < last {
		return y
	}
	return claimed(y)
}

// claimed returns steps as claims against what is not held to have happened.
func claimed(steps lineage.Steps) lineage.Steps {
	all := make(lineage.Steps, len(steps))
	for i, d := range steps {
		all[i] = lineage.Dating{Step: d.Step, Place: d.Place, Rivals: d.Rivals}
		if held(&d) {
			all[i].Rivals = append([]lineage.Claim{{On: d.On, Note: d.Note, Sources: d.Sources}}, d.Rivals...)
		}
	}
	return all
}

// latest returns the last day on which one of the steps surely had not yet
// happened, if it is later than the given one.
func latest(day lineage.Day, steps lineage.Steps) lineage.Day {
	for i := range steps {
		if first, _ := steps[i].On.Bounds(); !steps[i].On.IsZero() {
			day = max(day, first)
		}
	}
	return day
}

// held reports whether a step is held to have happened.
func held(d *lineage.Dating) bool { return !d.On.IsZero() || len(d.Sources) > 0 }

// merged returns what two sets say of a step.
func merged(x, y *lineage.Dating) *lineage.Dating {
	d := *x
	switch {
	case !held(y):
		// There are only rivals to be added.
	case held(x) && x.On == y.On:
		d.Sources = added(x.Sources, y.Sources)
		d.Place, d.Note = or(x.Place, y.Place), or(x.Note, y.Note)
	case held(x) && morePrecise(y.On, x.On):
		d = *y
		d.Place = or(y.Place, x.Place)
		d.Rivals = claims(nil, &d, x.Rivals)
		d.Rivals = claims(d.Rivals, &d, []lineage.Claim{{On: x.On, Note: x.Note, Sources: x.Sources}})
	default:
		d.Rivals = claims(d.Rivals, &d, []lineage.Claim{{On: y.On, Note: y.Note, Sources: y.Sources}})
	}
	d.Rivals = claims(d.Rivals, &d, y.Rivals)
	return &d
}

// claims adds claims against a dating. One that says what is held right, or what
// another one says, adds its sources there.
func claims(to []lineage.Claim, d *lineage.Dating, more []lineage.Claim) []lineage.Claim {
	to = slices.Clip(to)
	copied := false
	for _, c := range more {
		if held(d) && c.On == d.On && !c.On.IsZero() {
			d.Sources = added(d.Sources, c.Sources)
			continue
		}
		i := slices.IndexFunc(to, func(t lineage.Claim) bool { return t.On == c.On })
		if i < 0 {
			to = append(to, c)
			copied = true // by append, as it is clipped
			continue
		}
		if !copied {
			to, copied = slices.Clone(to), true
		}
		to[i].Sources, to[i].Note = added(to[i].Sources, c.Sources), or(to[i].Note, c.Note)
	}
	return to
}

// morePrecise reports whether a date says the same as another one with less
// doubt. Nothing is less precise than no date.
func morePrecise(d, than lineage.Date) bool {
	if d.IsZero() {
		return false
	}
	first, last := d.Bounds()
	lo, hi := than.Bounds()
	return lo <= first && last <= hi && (lo < first || last < hi)
}
