package lineage

// A Step is one of the dated steps by which something comes about: a founding,
// an end, an accession, a departure, a suspension, a succession.
type Step uint8

// The steps, in their usual order.
const (
	Announced Step = 1 + iota // made public or proposed
	Applied                   // asked for
	Decided                   // agreed by those who decide it
	Signed                    // the act was signed
	Notified                  // the depositary or the other members were told
	Ratified                  // approved at home
	Effective                 // in force
)

var stepNames = names[Step]{"step", []string{
	"", "announced", "applied", "decided", "signed", "notified", "ratified", "effective",
}}

// AllSteps returns every step, in their usual order.
func AllSteps() []Step { return stepNames.all() }

// String returns the step as it is written in data, such as "signed".
func (s Step) String() string { return stepNames.text(s) }

// MarshalText returns the step's text.
func (s Step) MarshalText() ([]byte, error) { return stepNames.marshal(s) }

// UnmarshalText parses the step's text.
func (s *Step) UnmarshalText(b []byte) error { return stepNames.unmarshal(s, b) }

// A Basis says which step counts as the beginning of a membership or of an
// organization. Ends count when they take effect, whatever the basis.
//
// Where the step itself is not recorded, the next later one that is recorded
// counts. Where only earlier ones are, the date is some day since the last of
// them, so that answers are [Maybe]: signature is not entry into force.
type Basis uint8

// The bases. The zero Basis is ByEffect.
const (
	ByEffect    Basis = iota // entry into force, or taking part in fact
	BySignature              // signature of the act
	ByDecision               // the decision to admit or to found
)

var (
	basisNames = names[Basis]{"basis", []string{"effective", "signed", "decided"}}
	basisSteps = [...]Step{Effective, Signed, Decided}
)

// AllBases returns every basis.
func AllBases() []Basis { return basisNames.all() }

// String returns "effective", "signed" or "decided".
func (b Basis) String() string { return basisNames.text(b) }

// MarshalText returns the basis's text.
func (b Basis) MarshalText() ([]byte, error) { return basisNames.marshal(b) }

// UnmarshalText parses the basis's text.
func (b *Basis) UnmarshalText(t []byte) error { return basisNames.unmarshal(b, t) }

// prefers reports whether step x counts before step y: the step of the basis
// first, then the next later one, then the last of the earlier ones.
func (b Basis) prefers(x, y Step) bool {
	wanted := basisSteps[b]
	if (x >= wanted) != (y >= wanted) {
		return x >= wanted
	}
	return (x < y) == (x >= wanted) && x != y
}

// since returns the date that a step gives on the basis: an earlier step says
// no more than that it was not before.
func (b Basis) since(step Step, on Date) Date {
	if step >= basisSteps[b] {
		return on
	}
	lo, _ := on.Bounds()
	if on.qual()&Approximate != 0 {
		return dateRange(lo, MaxDay)
	}
	return ranged(on.lo, 0)
}
