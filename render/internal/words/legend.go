package words

import (
	"strconv"
	"strings"
)

// A Legend holds the headings of a picture and the meanings of its marks.
type Legend struct {
	Heading, Events, Sources, States, Organizations string

	Member, Suspended, Ends, Observer, Gap, Connector, Several string // strands
	RenamedOrTransformed                                       string
	Renamed, Transformed, Succeeded, Merged, Split, Revived    string // bands
	Upgraded                                                   string // bands that both go on
	Vague, Disputed, Proposed, Continues, Numbers              string // all
}

// Legend returns the texts of the legend. It is not to be changed.
func (l Language) Legend() *Legend { return &l.phrases().legend }

// FromTo writes the title of a chain of organizations from their names.
func (l Language) FromTo(first, last string) string {
	return fill(l.phrases().fromTo, "first", first, "last", last)
}

// NoOrganization is the title of a picture in which there is none.
func (l Language) NoOrganization() string { return l.phrases().nothing[0] }

// Nothing says that a picture is empty.
func (l Language) Nothing() string { return l.phrases().nothing[1] }

// ColoursReturn warns that several states have the same colour.
func (l Language) ColoursReturn() string { return l.phrases().nothing[2] }

// Inside says what a line in a band means.
func (l Language) Inside() string { return l.phrases().inside }

// Scale writes how long a year is drawn, in px.
func (l Language) Scale(px float64) string {
	number := strings.TrimSuffix(strconv.FormatFloat(px, 'f', 1, 64), ".0")
	if l == Russian {
		number = strings.Replace(number, ".", ",", 1)
	}
	return fill(l.phrases().scale, "number", number)
}

// Organizations counts them: "3 organizations".
func (l Language) Organizations(n int) string { return l.count(&l.phrases().countOrganizations, n) }

// States counts them: "3 states".
func (l Language) States(n int) string { return l.count(&l.phrases().countStates, n) }

// Events counts them: "3 events".
func (l Language) Events(n int) string { return l.count(&l.phrases().countEvents, n) }

// SameHistory labels a strand of several states: "3 states with the same
// history".
func (l Language) SameHistory(n int) string { return l.count(&l.phrases().sameHistory, n) }

func (l Language) count(forms *[3]string, n int) string {
	return fill(forms[l.plural(n)], "n", strconv.Itoa(n))
}

// plural returns which of the three forms a number takes. English has the second
// one for all but 1.
func (l Language) plural(n int) int {
	tens, ones := n/10%10, n%10
	switch {
	case l != Russian && n == 1, l == Russian && ones == 1 && tens != 1:
		return 0
	case l != Russian, ones >= 2 && ones <= 4 && tens != 1:
		return 1
	}
	return 2
}
