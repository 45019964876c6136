package lineage

import "slices"

// Evidence says when something happened and how well that is known.
type Evidence struct {
	On      Date       // as far as known; the zero Date if not at all
	Sources []SourceID // each once, in the order of the records

	ToTheDay bool // On is a day, without a qualifier
	// Act says that the act itself is among Sources: an entry of the
	// bibliography that is a treaty or an official act. Whether it is the act of
	// this event, or one that tells of it, the bibliography does not know.
	Act bool
	// Independent says that two of Sources are independent of each other, as
	// [Independent] has it.
	Independent bool
	// EncyclopediaAlone says that all Sources, and there are some, are
	// encyclopedias.
	EncyclopediaAlone bool
	// Disputed says that a rival claim gives another date, and not the same less
	// precisely.
	Disputed bool
}

// weigh returns the evidence of a date, without its disputes.
func (b *bibliography) weigh(on Date, sources []SourceID) Evidence {
	e := Evidence{On: on, ToTheDay: on.IsDay(), EncyclopediaAlone: len(sources) > 0}
	for _, id := range sources {
		if slices.Contains(e.Sources, id) {
			continue
		}
		s := b.byID[id]
		e.Act = e.Act || s.Kind == Treaty || s.Kind == OfficialAct
		e.EncyclopediaAlone = e.EncyclopediaAlone && s.Kind == Encyclopedia
		for _, other := range e.Sources {
			e.Independent = e.Independent || Independent(s, b.byID[other])
		}
		e.Sources = append(e.Sources, id)
	}
	return e
}
