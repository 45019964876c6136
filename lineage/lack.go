package lineage

// A Lack is something that is missing from the evidence of a [Fact].
type Lack uint8

// What may be missing, the gravest first.
const (
	NoSource          Lack = 1 + iota // no source is named; no record that [New] accepts has this
	NoForce                           // no entry into force is recorded: an earlier step counts, so there is no day either
	NoDay                             // not dated to the day
	NoAct                             // neither a treaty nor an official act is named, for any step of the event
	ActElsewhere                      // such an act is named, but only for another step, such as the signature
	ActUnread                         // the act is named, but was not read
	OnlyEncyclopedias                 // nothing was read but one encyclopedia or several
	OneSource                         // a single source
	NotIndependent                    // several sources, no two of them independent
)

var lackNames = names[Lack]{"lack", []string{
	"", "source", "entry-into-force", "day", "act", "act-for-the-day", "act-read", "other-than-encyclopedia", "second-source", "independent-source",
}}

// AllLacks returns everything that may be missing, the gravest first.
func AllLacks() []Lack { return lackNames.all() }

// String returns what is missing as a word, such as "day" or "second-source".
func (l Lack) String() string { return lackNames.text(l) }

// MarshalText returns the lack's text.
func (l Lack) MarshalText() ([]byte, error) { return lackNames.marshal(l) }

// UnmarshalText parses the lack's text.
func (l *Lack) UnmarshalText(b []byte) error { return lackNames.unmarshal(l, b) }

// Lacks returns what is missing, in the order of [AllLacks].
func (f *Fact) Lacks() []Lack {
	n := len(f.Sources)
	missing := [...]bool{
		NoSource:          n == 0,
		NoForce:           f.Dating != nil && f.Dating.Step < Effective,
		NoDay:             !f.ToTheDay,
		NoAct:             !f.Act && !f.actElsewhere,
		ActElsewhere:      !f.Act && f.actElsewhere,
		ActUnread:         f.Act && !f.ActRead,
		OnlyEncyclopedias: f.EncyclopediaAlone,
		OneSource:         n == 1,
		NotIndependent:    n > 1 && !f.Independent,
	}
	var lacks []Lack
	for l, yes := range missing {
		if yes {
			lacks = append(lacks, Lack(l))
		}
	}
	return lacks
}
