package lineage

// A Use says for what a source is cited.
type Use uint8

// The uses of a source.
const (
	Held   Use = 1 + iota // for what is held right
	Rival                 // for a claim against what is held right
	Remark                // for a note, or for what holds a collection together
)

var useNames = names[Use]{"use of a source", []string{"", "held", "rival", "remark"}}

// AllUses returns every use, the weightiest first.
func AllUses() []Use { return useNames.all() }

// String returns the use's text, such as "held".
func (u Use) String() string { return useNames.text(u) }

// MarshalText returns the use's text.
func (u Use) MarshalText() ([]byte, error) { return useNames.marshal(u) }

// UnmarshalText parses the use's text.
func (u *Use) UnmarshalText(b []byte) error { return useNames.unmarshal(u, b) }

// Uses is a set of uses.
type Uses uint8

// Has reports whether u is in the set.
func (us Uses) Has(u Use) bool { return us&(1<<u) != 0 }

// All returns the uses in the set, the weightiest first.
func (us Uses) All() []Use {
	var all []Use
	for _, u := range AllUses() {
		if us.Has(u) {
			all = append(all, u)
		}
	}
	return all
}
