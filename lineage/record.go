package lineage

// The identifiers of records. They are case-sensitive; [Atlas.Organization] and
// [Atlas.State] find records by any of their names.
type (
	OrgID    string // lower-case letters, digits and hyphens, such as "caco"
	StateID  string // ISO 3166-1 alpha-2 where there is one, such as "KZ"
	SourceID string // lower-case letters, digits and hyphens

	CollectionID string // lower-case letters, digits and hyphens
)

// A Dataset holds the records from which [New] makes an [Atlas]. It may be
// wrong; New says where.
type Dataset struct {
	Organizations []Organization
	States        []State
	Sources       []Source
	Lookalikes    []Lookalike
	Collections   []Collection
	Places        []Place
}

// An Organization is a body under one name and one founding act. A rename or a
// new treaty makes a new organization, joined to the old one by a
// [Succession]. A treaty without organs is an organization of kind "treaty".
type Organization struct {
	ID           OrgID
	Name         string            // in English, in full
	Short        string            // the usual acronym, for tables and drawings
	Names        map[string]string // names in other languages, by BCP 47 tag
	Aliases      []string          // other names that only this organization bears
	Ambiguous    []string          // names that may also mean something else
	Kind         string            // such as "economic union" or "treaty"
	Proposed     bool              // never established: it has no members and no life
	Within       *Within           // the organization inside which this one works
	Collections  []CollectionID
	Founded      Steps
	Ended        Steps // empty while it goes on
	Predecessors []Succession
	Members      []Membership
	Notes        []Note
}

// Within says that an organization works inside another one.
type Within struct {
	Organization OrgID
	Note         string
	Sources      []SourceID
}

// A Succession joins an organization to one that it followed. It may be years
// younger than both.
type Succession struct {
	From  OrgID
	To    OrgID
	How   SuccessionKind
	Steps Steps
}

// A Membership is the participation of a state in an organization in one role,
// from an accession to a departure. Without a departure it ends with its
// organization.
type Membership struct {
	State       StateID
	Role        Role
	As          string // the organization's own word for the role, where it has one
	Joined      Accession
	Left        Departure
	Suspensions []Suspension
}

// An Accession says how and when a membership began. Founders, and members
// carried over by a rename or transformation, begin with the organization if
// no date of their own is recorded.
type Accession struct {
	How     AccessionKind
	Steps   Steps
	Sources []SourceID // that say it, where the steps do not name theirs
}

// A Departure says how and when a membership ended. The effective date is the
// first day on which the state is no longer a member.
type Departure struct {
	How   DepartureKind
	Steps Steps
}

// A Suspension is an interval inside a membership during which the state does
// not take part but stays a member. Without an end it lasts as long as the
// membership.
type Suspension struct {
	Began Steps
	Ended Steps
}

// A Dating says when a step happened: the date held right, its sources, and
// what other sources say instead.
//
// A Dating with sources but no date says that the step happened, on a day not
// known. One with neither says that the step is not held to have happened,
// and keeps the claims that it did.
type Dating struct {
	Step    Step
	On      Date
	Place   string
	Note    string
	Sources []SourceID
	Rivals  []Claim
}

// held reports whether the step is held to have happened.
func (d *Dating) held() bool { return !d.On.IsZero() || len(d.Sources) > 0 }

// date returns the date of a step that is held to have happened.
func (d *Dating) date() Date {
	if d.On.IsZero() {
		return someDay
	}
	return d.On
}

// someDay is the date of what happened on a day not known.
var someDay = ranged(0, 0)

// A Claim is what some sources say against the date held right. A claim
// without a date says that the step happened, on a day it does not name.
type Claim struct {
	On      Date
	Note    string
	Sources []SourceID
}

// Steps are the dated steps of one event, each step at most once.
type Steps []Dating

// At returns the dating of a step, or nil if none is recorded.
func (s Steps) At(step Step) *Dating {
	for i := range s {
		if s[i].Step == step {
			return &s[i]
		}
	}
	return nil
}

// For returns the dating that counts on the basis, and the date it gives, as
// [Basis] says. The dating is nil, and the date zero, if no step that could
// count is held to have happened.
func (s Steps) For(basis Basis) (*Dating, Date) {
	var best *Dating
	for i := range s {
		if d := &s[i]; d.held() && isBasisStep(d.Step) && (best == nil || basis.prefers(d.Step, best.Step)) {
			best = d
		}
	}
	if best == nil {
		return nil, Date{}
	}
	return best, basis.since(best.Step, best.date())
}

func isBasisStep(s Step) bool { return s == Decided || s == Signed || s == Effective }

// A Note is a sourced remark on an organization that is not a step of it.
type Note struct {
	On      Date // may be zero
	Place   string
	Text    string
	Sources []SourceID
}

// A State is an actor that can be a member: mostly a state, at times a
// territory or another organization.
type State struct {
	ID        StateID
	Name      string // short, in English, of today or of its last day
	Alpha3    string // ISO 3166-1 alpha-3
	COWNumber int    // number in the Correlates of War state system, or 0
	COWCode   string // abbreviation there; finds the state unless it is another's ISO code
	Kind      ActorKind
	Names     map[string]string // names in other languages, by BCP 47 tag
	Aliases   []string
	Former    []FormerName // in order of time
	Continues *Continuation
	Gone      *Gone
	Is        OrgID      // the organization of the atlas that the actor is, if it is one
	Sources   []SourceID // of the codes and of the name
}

// A FormerName is a name that a state or a place bore until another replaced
// it.
type FormerName struct {
	Name    string
	Until   Date // first day on which it was no longer in use
	Note    string
	Sources []SourceID
	Rivals  []Claim
}

// A Continuation says that a state goes on with the rights and duties of one
// that is gone: its memberships keep their beginning.
type Continuation struct {
	State   StateID // that is gone
	Since   Date
	Note    string
	Sources []SourceID
}

// Gone says that a state is no longer there.
type Gone struct {
	On      Date // the first day on which it was not
	Note    string
	Sources []SourceID
}

// A Place is a town with the names that it bore. Records write places as they
// were called on the day.
type Place struct {
	Name    string // of today, in English
	Names   map[string]string
	Aliases []string     // other spellings
	Former  []FormerName // in order of time; a name may come back
	Note    string
	Sources []SourceID // of the name
}

// A Collection is a set of organizations that are listed and drawn together.
// The organizations say themselves that they belong to it.
type Collection struct {
	ID      CollectionID
	Name    string
	Note    string // what holds it together
	Sources []SourceID
}

// A Source is an entry of the bibliography.
type Source struct {
	ID        SourceID
	Kind      SourceKind
	Title     string
	Author    string
	Body      string // that issued an act
	Publisher string
	Date      Date // of the act or of the publication
	URL       string
	Language  string // BCP 47 tag
	Note      string // what was read, and what is to be kept in mind
}

// A Lookalike is a name that may be taken for one in the data but means
// something outside it.
type Lookalike struct {
	Name  string
	Means string
}
