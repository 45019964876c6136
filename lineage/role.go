package lineage

// A Role is the standing in which a state takes part in an organization.
type Role uint8

// The roles. A full member of a treaty is a party; where no roles are asked
// for, members and parties are meant.
const (
	Member Role = 1 + iota
	Associate
	Observer
	Partner
	Candidate
	Guest
	Party
)

var roleNames = names[Role]{"role", []string{
	"", "member", "associate", "observer", "partner", "candidate", "guest", "party",
}}

// AllRoles returns every role, in the order of their rank in listings.
func AllRoles() []Role { return roleNames.all() }

// String returns the role as it is written in data, such as "observer".
func (r Role) String() string { return roleNames.text(r) }

// MarshalText returns the role's text.
func (r Role) MarshalText() ([]byte, error) { return roleNames.marshal(r) }

// UnmarshalText parses the role's text.
func (r *Role) UnmarshalText(b []byte) error { return roleNames.unmarshal(r, b) }

// Title returns the organization's own word for the role of m, or else the
// role's text.
func (m *Membership) Title() string {
	if m.As != "" {
		return m.As
	}
	return m.Role.String()
}

// Full reports whether r is a full membership: member or party.
func (r Role) Full() bool { return r == Member || r == Party }

// Roles is a set of roles. The empty set asks for full members: [Member] and
// [Party].
type Roles uint16

// RolesOf returns the set of the given roles.
func RolesOf(roles ...Role) Roles {
	var rs Roles
	for _, r := range roles {
		rs |= 1 << r
	}
	return rs
}

// EveryRole is the set of all roles.
const EveryRole Roles = 1<<(Party+1) - 1<<Member

// Has reports whether r is in the set.
func (rs Roles) Has(r Role) bool {
	if rs == 0 {
		return r.Full()
	}
	return rs&(1<<r) != 0
}
