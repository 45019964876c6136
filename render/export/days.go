package export

import (
	"cmp"
	"slices"

	"github.com/orglineage/orglineage/lineage"
)

// Days are a run of days: from first on, up to end, which is not one of them.
type days struct{ first, end lineage.Day }

// both returns the days that are in d and in e.
func (d days) both(e days) days { return days{max(d.first, e.first), min(d.end, e.end)} }

// count returns how many days there are. It takes two open ends, which an
// int32 does not hold.
func (d days) count() int { return max(0, int(d.end)-int(d.first)) }

// A stretch is a time whose ends may be vague: the days that it holds for
// certain, and those that it may hold.
type stretch struct{ certain, possible days }

func stretchOf(iv lineage.Interval) stretch {
	sinceLo, sinceHi := iv.Since.Bounds()
	untilLo, untilHi := lineage.MaxDay, lineage.MaxDay
	if !iv.Until.IsZero() {
		untilLo, untilHi = iv.Until.Bounds()
	}
	return stretch{certain: days{sinceHi, untilLo}, possible: days{sinceLo, untilHi}}
}

// both returns the time that is in s and in t.
func (s stretch) both(t stretch) stretch {
	return stretch{s.certain.both(t.certain), s.possible.both(t.possible)}
}

// A tally counts the days of several stretches, each day once.
type tally struct{ certain, possible []days }

func (t *tally) add(s stretch) {
	t.certain = append(t.certain, s.certain)
	t.possible = append(t.possible, s.possible)
}

// within returns how many days of the window were certainly in one of the
// stretches, and how many may have been.
func (t *tally) within(window days) (least, most int) {
	return union(t.certain, window), union(t.possible, window)
}

func union(parts []days, window days) int {
	slices.SortFunc(parts, func(x, y days) int { return cmp.Or(cmp.Compare(x.first, y.first), cmp.Compare(x.end, y.end)) })
	n := 0
	for _, d := range parts {
		d = d.both(window)
		n += d.count()
		window.first = max(window.first, d.end)
	}
	return n
}

// window returns the days in which days are counted: the period of the
// selection. Where that is open, the first or the last day that an event of the
// atlas names takes its place, never the day of today.
func (s Selection) window(atlas *lineage.Atlas) days {
	first, _ := s.From.Bounds()
	_, last := s.To.Bounds()
	if first == lineage.MinDay || last == lineage.MaxDay {
		lo, hi := datedDays(atlas)
		if first == lineage.MinDay {
			first = lo
		}
		if last == lineage.MaxDay {
			last = hi
		}
	}
	if first > last {
		return days{}
	}
	return days{first, last + 1}
}

// datedDays returns the first and the last day that an event or note of the atlas
// names.
func datedDays(atlas *lineage.Atlas) (first, last lineage.Day) {
	first, last = lineage.MaxDay, lineage.MinDay
	date := func(d lineage.Date) {
		lo, hi := d.Bounds()
		if lo != lineage.MinDay {
			first, last = min(first, lo), max(last, lo)
		}
		if hi != lineage.MaxDay {
			first, last = min(first, hi), max(last, hi)
		}
	}
	steps := func(all lineage.Steps) {
		for i := range all {
			date(all[i].On)
		}
	}
	for _, o := range atlas.Organizations() {
		steps(o.Founded)
		steps(o.Ended)
		for i := range o.Predecessors {
			steps(o.Predecessors[i].Steps)
		}
		for i := range o.Members {
			m := &o.Members[i]
			steps(m.Joined.Steps)
			steps(m.Left.Steps)
			for _, s := range m.Suspensions {
				steps(s.Began)
				steps(s.Ended)
			}
		}
		for _, n := range o.Notes {
			date(n.On)
		}
	}
	return first, last
}

// lives returns the time of each membership that the selection may have,
// within the life of its organization.
func (s Selection) lives(atlas *lineage.Atlas) (map[*lineage.Membership]stretch, error) {
	q := lineage.Query{Roles: s.Roles, Basis: s.Basis}
	if q.Roles == 0 {
		q.Roles = lineage.EveryRole
	}
	all := map[*lineage.Membership]stretch{}
	for _, state := range atlas.States() {
		// What one state shares with itself is when it was a member at all.
		own, err := atlas.Shared([]lineage.StateID{state.ID}, q)
		if err != nil {
			return nil, err
		}
		for _, sh := range own {
			all[sh.Standings[0].Membership] = stretchOf(sh.Interval)
		}
	}
	return all, nil
}
