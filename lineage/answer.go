package lineage

// An Answer is No, Maybe or Yes. Answers are ordered: "and" is the minimum,
// "or" the maximum. The zero Answer is No.
type Answer uint8

// The three answers.
const (
	No    Answer = iota
	Maybe        // the dates are not precise enough to tell
	Yes
)

var answerNames = names[Answer]{"answer", []string{"no", "maybe", "yes"}}

// String returns "no", "maybe" or "yes".
func (a Answer) String() string { return answerNames.text(a) }

// MarshalText returns the answer's text.
func (a Answer) MarshalText() ([]byte, error) { return answerNames.marshal(a) }

// UnmarshalText parses the answer's text.
func (a *Answer) UnmarshalText(b []byte) error { return answerNames.unmarshal(a, b) }

// Not returns the opposite answer; Maybe stays Maybe.
func (a Answer) Not() Answer { return Yes - a }
