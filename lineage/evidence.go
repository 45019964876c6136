package lineage

import (
	"slices"
	"strings"
)

// Evidence says when something happened and how well that is known.
type Evidence struct {
	On      Date       // as far as known; the zero Date if not at all
	Sources []SourceID // each once, in the order of the records

	ToTheDay bool // On is a day, without a qualifier
	// Act says that the act itself is named among Sources: an entry of the
	// bibliography that is a treaty or an official act. Whether it is the act of
	// this event, or one that only tells of it, the bibliography does not know.
	Act bool
	// ActRead says that such an act was read, and not only found named elsewhere
	// ([Source.Unread]).
	ActRead bool
	// Independent says that two of Sources are independent of each other, as
	// [Independent] has it.
	Independent bool
	// EncyclopediaAlone says that those of Sources that were read, and there are
	// some, are all encyclopedias.
	EncyclopediaAlone bool
	// Disputed says that a rival claim gives another date, and not the same less
	// precisely.
	Disputed bool
}

// Unread reports whether the document is known only because other sources name
// it: its note says so by its first words, "Known but not read". What it says is
// then no more than what those others say that it does.
func (s *Source) Unread() bool { return strings.HasPrefix(s.Note, "Known but not read") }

func (s *Source) isAct() bool { return s.Kind == Treaty || s.Kind == OfficialAct }

// weigh returns the evidence of a date, without its disputes.
func (b *bibliography) weigh(on Date, sources []SourceID) Evidence {
	e := Evidence{On: on, ToTheDay: on.IsDay()}
	encyclopedias, others := false, false
	for _, id := range sources {
		if slices.Contains(e.Sources, id) {
			continue
		}
		s := b.byID[id]
		e.Act = e.Act || s.isAct()
		if !s.Unread() {
			e.ActRead = e.ActRead || s.isAct()
			encyclopedias = encyclopedias || s.Kind == Encyclopedia
			others = others || s.Kind != Encyclopedia
		}
		for _, other := range e.Sources {
			e.Independent = e.Independent || Independent(s, b.byID[other])
		}
		e.Sources = append(e.Sources, id)
	}
	e.EncyclopediaAlone = encyclopedias && !others
	return e
}
