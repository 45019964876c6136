package invented

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/orglineage/orglineage/lineage"
)

// A Shape says how large a table is.
type Shape struct {
	Organizations int
	States        int
	First, Last   int // years
}

// Published is the shape of the published table: 534 organizations, 217 states,
// from 1816 to 2014. It makes about 19,000 spells.
var Published = Shape{Organizations: 534, States: 217, First: 1816, Last: 2014}

// Of returns the shape of a table of about so many spells: it has more
// organizations than the published one, and as many states and years.
func Of(spells int) Shape {
	s := Published
	s.Organizations = max(1, spells/spellsEach)
	return s
}

// spellsEach is how many spells an organization has on average.
const spellsEach = 36

// A Table says who was in which organization, by years.
type Table struct {
	Shape
	OrgNames    []string // such as "igo0007"
	StateNames  []string // such as "state007"
	Lives       []Life   // of the organizations; of invented ones older before younger
	Spells      []Spell  // by organization, state and year
	Successions []Succession
}

// A Life is the years from the first to the last of an organization. One that
// is there in the last year of the table goes on.
type Life struct{ First, Last int }

// A Spell is the years from the first to the last in which a state was in an
// organization in one role. Both are numbers from 0.
type Spell struct {
	Organization, State int
	Role                lineage.Role
	First, Last         int
}

// A Succession says that an organization replaced another one in a year.
type Succession struct{ From, To, Year int }

// New makes up a table.
func New(s Shape) *Table {
	t := &Table{Shape: s}
	chance := rand.New(rand.NewPCG(1816, 2014)) // its numbers are the same in every release of Go
	for range s.Organizations {
		// Half of them are younger than about 1970, as in the published table.
		first := s.First + int(float64(s.Last-s.First)*math.Pow(chance.Float64(), 0.36))
		last := min(s.Last, first+int(chance.ExpFloat64()*82))
		t.Lives = append(t.Lives, Life{first, last})
	}
	slices.SortStableFunc(t.Lives, func(x, y Life) int { return cmp.Compare(x.First, y.First) })
	for i := range s.States {
		t.StateNames = append(t.StateNames, fmt.Sprintf("state%03d", i))
	}
	for o, life := range t.Lives {
		t.OrgNames = append(t.OrgNames, fmt.Sprintf("igo%04d", o))
		// Most are small, a few are nearly everybody's.
		members := min(s.States, 4+int(chance.ExpFloat64()*31))
		for _, state := range draw(chance, s.States, members) {
			t.join(chance, o, state, life)
		}
		t.succeed(chance, o, life)
	}
	return t
}

// draw returns so many of the states, in order. The first ones join more than the
// others, as rich and old states do.
func draw(chance *rand.Rand, states, n int) []int {
	drawn := make([]bool, states)
	for left := n; left > 0; {
		if s := int(float64(states) * math.Pow(chance.Float64(), 1.6)); !drawn[s] {
			drawn[s] = true
			left--
		}
	}
	all := make([]int, 0, n)
	for s, in := range drawn {
		if in {
			all = append(all, s)
		}
	}
	return all
}

// join gives a state its spells in an organization: half are founders, one in
// six leaves, and one in three of those comes back.
func (t *Table) join(chance *rand.Rand, o, state int, life Life) {
	role := lineage.Member
	switch chance.IntN(25) {
	case 0:
		role = lineage.Associate
	case 1:
		role = lineage.Observer
	}
	years := life.Last - life.First
	first, last := life.First, life.Last
	if chance.IntN(2) == 0 {
		first += chance.IntN(years + 1)
	}
	left := chance.IntN(6) == 0 && first < last
	if left {
		last = first + chance.IntN(last-first)
	}
	t.Spells = append(t.Spells, Spell{o, state, role, first, last})
	if left && last+2 < life.Last && chance.IntN(3) == 0 {
		t.Spells = append(t.Spells, Spell{o, state, role, last + 2, life.Last})
	}
}

// succeed lets one organization in three follow an older one that is there when
// it begins.
func (t *Table) succeed(chance *rand.Rand, o int, life Life) {
	if o == 0 || chance.IntN(3) > 0 {
		return
	}
	const near = 40
	from := o - 1 - chance.IntN(min(o, near))
	if t.Lives[from].Last+1 >= life.First {
		t.Successions = append(t.Successions, Succession{from, o, life.First})
	}
}

// OrgID returns the ID of an organization in the records of a table.
func OrgID(o int) lineage.OrgID { return lineage.OrgID(fmt.Sprintf("igo%04d", o)) }

// StateID returns the ID of a state in the records of a table.
func StateID(s int) lineage.StateID { return lineage.StateID(fmt.Sprintf("S%03d", s)) }
