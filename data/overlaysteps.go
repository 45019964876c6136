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
