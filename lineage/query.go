package lineage

// A Query says what counts as membership. The zero Query is the plain
// question: full members, by the dates of effect, of this organization alone.
// A Basis that is none of the constants makes questions panic.
type Query struct {
	Roles    Roles
	Basis    Basis
	Identity Identity
	// Disputed asks also for memberships that answer No but that a rival claim
	// would place there.
	Disputed bool
}

// An Identity says which organizations count as one. Data sets draw this line
// differently.
type Identity uint8

// The levels of identity.
const (
	SameName Identity = iota // the organization under this name alone
	SameBody                 // and what was only renamed: one legal person
	SameLine                 // and what was transformed by a new founding act
)

var identityNames = names[Identity]{"identity", []string{"name", "renamed", "renamed+transformed"}}

// AllIdentities returns every level of identity.
func AllIdentities() []Identity { return identityNames.all() }

// String returns "name", "renamed" or "renamed+transformed".
func (i Identity) String() string { return identityNames.text(i) }

// MarshalText returns the level's text.
func (i Identity) MarshalText() ([]byte, error) { return identityNames.marshal(i) }

// UnmarshalText parses the level's text.
func (i *Identity) UnmarshalText(b []byte) error { return identityNames.unmarshal(i, b) }

func (i Identity) joins(k SuccessionKind) bool {
	return k == Renamed && i >= SameBody || k == Transformed && i >= SameLine
}

// Identity returns the organizations that count as one with the given one, in
// the order of time.
func (a *Atlas) Identity(id OrgID, level Identity) ([]*Organization, error) {
	o, err := a.org(id)
	if err != nil {
		return nil, err
	}
	var os []*Organization
	for _, same := range a.group(o, level) {
		os = append(os, same.Organization)
	}
	return os, nil
}

// group returns the organizations that count as one with o, in order. One to
// one successions make a chain, so one step back or ahead is found at a time.
func (a *Atlas) group(o *org, level Identity) []*org {
	if level == SameName {
		return o.self[:]
	}
	first := o
	for back := true; back; {
		back = false
		for _, s := range first.in {
			if level.joins(s.How) {
				first, back = a.byID[s.From], true
				break
			}
		}
	}
	chain := []*org{first}
	for ahead := true; ahead; {
		ahead = false
		for _, s := range chain[len(chain)-1].out {
			if level.joins(s.How) {
				chain, ahead = append(chain, a.byID[s.To]), true
				break
			}
		}
	}
	return chain
}
