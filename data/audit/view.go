package audit

import (
	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
)

// statuses are those that are possible, as a set.
type statuses uint8

func setOf(s data.Status) statuses { return 1 << s }

func (s statuses) has(x data.Status) bool { return s&setOf(x) != 0 }

// list returns the statuses of the set, none of them first.
func (s statuses) list() []data.Status {
	var all []data.Status
	for _, x := range data.AllStatuses() {
		if s.has(x) {
			all = append(all, x)
		}
	}
	return all
}

// A view says of each role whether it was held: at one time, or at any time of a
// period.
type view [data.ObserverStatus + 1]lineage.Answer

func (v *view) add(s data.Status, a lineage.Answer) { v[s] = max(v[s], a) }

// best returns what the strongest role may have been. A table has one value, and
// a state that counts in two roles, or in two of the organizations that a table
// takes for one, stands there with the stronger.
func (v *view) best() statuses {
	var set statuses
	for s := data.FullMember; s <= data.ObserverStatus; s++ {
		if v[s] > lineage.No {
			set |= setOf(s)
		}
		if v[s] == lineage.Yes {
			return set
		}
	}
	return set | setOf(data.NoMember)
}

// any returns the roles that may have been held.
func (v *view) any() statuses {
	var set statuses
	for s := data.FullMember; s <= data.ObserverStatus; s++ {
		if v[s] > lineage.No {
			set |= setOf(s)
		}
	}
	return set
}

// statusOf returns what a role is to a table; 0 for roles that tables do not
// have.
func statusOf(r lineage.Role) data.Status {
	switch {
	case r.Full():
		return data.FullMember
	case r == lineage.Associate:
		return data.AssociateMember
	case r == lineage.Observer:
		return data.ObserverStatus
	}
	return 0
}

// A year is how a state stood in a year: on its first and last day, and on any.
type year struct{ first, last, during view }

// always is a year that was all alike.
func always(s data.Status) year {
	var v view
	if s != data.NoMember {
		v.add(s, lineage.Yes)
	}
	return year{v, v, v}
}

// sometime returns what was so on some day of the year.
func (y *year) sometime() statuses {
	ends := y.first.best() | y.last.best()
	return y.during.any() | ends&setOf(data.NoMember)
}

// never reports whether the state certainly was nothing in the year.
func (y *year) never() bool { return (y.first.any() | y.last.any() | y.during.any()) == 0 }

// alike reports whether two years are the same in both respects.
func alike(x, y *year) bool {
	return x.last.best()&y.last.best() != 0 && x.during.best()&y.during.best() != 0
}
