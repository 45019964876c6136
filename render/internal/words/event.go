package words

import "github.com/orglineage/orglineage/lineage"

// An Event is an entry of the list below a picture. Events that differ in the
// state alone are one.
type Event struct {
	What         lineage.EventKind
	On           lineage.Date            // for the names of the states
	Organization *lineage.Organization   // of successions the younger one
	States       []*lineage.State        // the founders, or whom it concerns
	Membership   *lineage.Membership     // of one of them, for role and kind; may be nil for full members
	Briefly      bool                    // an accession for one day, as guests have it
	From         []*lineage.Organization // of successions the older ones
	How          lineage.SuccessionKind
}

// Event tells what happened in a sentence: "Tajikistan joins CAEU.", "CAEU is
// renamed CAEC."
func (l Language) Event(e *Event) string {
	p := l.phrases()
	m := e.Membership
	if m == nil {
		m = &lineage.Membership{Role: lineage.Member}
	}
	n := len(e.States)
	switch e.What {
	case lineage.SuccessionEvent:
		return l.fillEvent(p.successions[e.How].of(len(e.From)), e, m)
	case lineage.EndEvent:
		return l.fillEvent(p.ends, e, m)
	case lineage.FoundingEvent:
		if n == 0 {
			return l.fillEvent(p.begins, e, m)
		}
		return l.fillEvent(p.founded, e, m)
	case lineage.AccessionEvent:
		switch {
		case e.Briefly:
			return l.fillEvent(p.takesPart.of(n), e, m)
		case m.Role == lineage.Member && m.As == "" && m.Joined.How != lineage.RoleTaken:
			return l.fillEvent(p.joins.of(n), e, m)
		}
		return l.fillEvent(p.takesRole.of(n), e, m)
	case lineage.SuspensionEvent:
		if m.Role.Full() {
			return l.fillEvent(p.paused.of(n), e, m)
		}
		return l.fillEvent(p.pausedRole.of(n), e, m)
	case lineage.ResumptionEvent:
		return l.fillEvent(p.resumes.of(n), e, m)
	case lineage.DepartureEvent:
		switch m.Left.How {
		case lineage.Withdrew:
			return l.fillEvent(p.withdraws.of(n), e, m)
		case lineage.Expelled:
			return l.fillEvent(p.expelled.of(n), e, m)
		case lineage.NotRenewed:
			return l.fillEvent(p.notRenewed.of(n), e, m)
		}
		return l.fillEvent(p.leavesRole.of(n), e, m)
	}
	return ""
}

func (l Language) fillEvent(template string, e *Event, m *lineage.Membership) string {
	p := l.phrases()
	var who, from []string
	for _, s := range e.States {
		who = append(who, l.State(s, e.On))
	}
	for _, o := range e.From {
		from = append(from, o.Short)
	}
	one, many := l.InRole(m)
	return capital(fill(template,
		"org", e.Organization.Short,
		"who", join(who, p.eventAnd),
		"from", join(from, p.eventAnd),
		"role", l.titleIn(m, e.Organization, form{one, many}.of(len(e.States))),
	))
}
