package lineage

// A SuccessionKind says how one organization follows another.
type SuccessionKind uint8

// The kinds of succession.
const (
	Renamed     SuccessionKind = 1 + iota // the same legal person under a new name; one to one
	Transformed                           // reorganized by a new founding act; one to one
	Merged                                // two or more became one
	Absorbed                              // went into one that already existed
	Replaced                              // gave way to a new one, without legal identity
	Split                                 // became several, or left a part that went its own way
	Revived                               // taken up again after an interruption
	Upgraded                              // built upon, and still in force beside what was built on it
)

var successionNames = names[SuccessionKind]{"kind of succession", []string{
	"", "renamed", "transformed", "merged", "absorbed", "replaced", "split", "revived", "upgraded",
}}

// AllSuccessionKinds returns every kind of succession.
func AllSuccessionKinds() []SuccessionKind { return successionNames.all() }

// String returns the kind as it is written in data, such as "renamed".
func (k SuccessionKind) String() string { return successionNames.text(k) }

// MarshalText returns the kind's text.
func (k SuccessionKind) MarshalText() ([]byte, error) { return successionNames.marshal(k) }

// UnmarshalText parses the kind's text.
func (k *SuccessionKind) UnmarshalText(b []byte) error { return successionNames.unmarshal(k, b) }

// oneToOne reports whether the kind keeps a body one body.
func (k SuccessionKind) oneToOne() bool { return k == Renamed || k == Transformed }

// An AccessionKind says how a membership began.
type AccessionKind uint8

// The kinds of accession.
const (
	Founded   AccessionKind = 1 + iota // among those who founded the organization
	Acceded                            // joined it later
	Continued                          // carried over when the organization was renamed or transformed
	RoleTaken                          // held another role in it before
)

var accessionNames = names[AccessionKind]{"kind of accession", []string{
	"", "founding", "accession", "continuation", "role-change",
}}

// AllAccessionKinds returns every kind of accession.
func AllAccessionKinds() []AccessionKind { return accessionNames.all() }

// String returns the kind as it is written in data, such as "founding".
func (k AccessionKind) String() string { return accessionNames.text(k) }

// MarshalText returns the kind's text.
func (k AccessionKind) MarshalText() ([]byte, error) { return accessionNames.marshal(k) }

// UnmarshalText parses the kind's text.
func (k *AccessionKind) UnmarshalText(b []byte) error { return accessionNames.unmarshal(k, b) }

// withOrganization reports whether such a membership begins with its
// organization unless a date of its own is recorded.
func (k AccessionKind) withOrganization() bool { return k == Founded || k == Continued }

// A DepartureKind says how a membership ended before its organization did.
type DepartureKind uint8

// The kinds of departure.
const (
	Withdrew   DepartureKind = 1 + iota // left of its own will
	Expelled                            // put out by the others
	NotRenewed                          // did not prolong a commitment that expired
	RoleLeft                            // went on in another role
	Lapsed                              // the role itself was abolished, or the participation ran out
)

var departureNames = names[DepartureKind]{"kind of departure", []string{
	"", "withdrawal", "expulsion", "non-renewal", "role-change", "lapse",
}}

// AllDepartureKinds returns every kind of departure.
func AllDepartureKinds() []DepartureKind { return departureNames.all() }

// String returns the kind as it is written in data, such as "withdrawal".
func (k DepartureKind) String() string { return departureNames.text(k) }

// MarshalText returns the kind's text.
func (k DepartureKind) MarshalText() ([]byte, error) { return departureNames.marshal(k) }

// UnmarshalText parses the kind's text.
func (k *DepartureKind) UnmarshalText(b []byte) error { return departureNames.unmarshal(k, b) }

// A SourceKind says what sort of document a source is.
type SourceKind uint8

// The kinds of source, from the act itself to what was written about it.
const (
	Treaty SourceKind = 1 + iota
	OfficialAct
	OfficialPage
	Press
	Scholarship
	DataCollection
	Encyclopedia
)

var sourceNames = names[SourceKind]{"kind of source", []string{
	"", "treaty", "official act", "official page", "press", "scholarship", "dataset", "encyclopedia",
}}

// AllSourceKinds returns every kind of source.
func AllSourceKinds() []SourceKind { return sourceNames.all() }

// String returns the kind as it is written in data, such as "official act".
func (k SourceKind) String() string { return sourceNames.text(k) }

// MarshalText returns the kind's text.
func (k SourceKind) MarshalText() ([]byte, error) { return sourceNames.marshal(k) }

// UnmarshalText parses the kind's text.
func (k *SourceKind) UnmarshalText(b []byte) error { return sourceNames.unmarshal(k, b) }

// An ActorKind says what takes part in organizations.
type ActorKind uint8

// The kinds of actor. The zero ActorKind is Sovereign.
const (
	Sovereign    ActorKind = iota // a state
	NonSovereign                  // a territory, or an entity that few recognize as a state
	Body                          // an organization
)

var actorNames = names[ActorKind]{"kind of actor", []string{"state", "territory", "organization"}}

// AllActorKinds returns every kind of actor.
func AllActorKinds() []ActorKind { return actorNames.all() }

// String returns "state", "territory" or "organization".
func (k ActorKind) String() string { return actorNames.text(k) }

// MarshalText returns the kind's text.
func (k ActorKind) MarshalText() ([]byte, error) { return actorNames.marshal(k) }

// UnmarshalText parses the kind's text.
func (k *ActorKind) UnmarshalText(b []byte) error { return actorNames.unmarshal(k, b) }
