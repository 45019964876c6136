package lineage

// A Coverage says how well the facts about an organization, or about several,
// are known.
type Coverage struct {
	Organization *Organization // nil where several are added up

	// Facts are the facts of the organization: its founding, the successions to
	// it, its memberships by state and beginning, and its end.
	Facts []Fact
	All   Tally // of Facts
	// Counted is of the Facts that the goals are about: all parts of memberships
	// in any role, and successions, but not the foundings and ends of
	// organizations.
	Counted Tally
	// Steps is of every dated step that is held to have happened, announced,
	// signed, ratified and so on, with its own sources.
	Steps Tally
	// Claims is the number of rival claims against any step, those included that
	// only say the same less precisely.
	Claims int
}

// A Tally counts facts, or steps, by the [Evidence] for them.
type Tally struct {
	Number            int
	Sourced           int // those that name a source
	ToTheDay          int
	Act               int
	ActRead           int
	Independent       int
	EncyclopediaAlone int
	Disputed          int
}

// Coverage returns how well the facts about the organizations are known, or
// about all if none is named: one Coverage for each, older before younger and
// ancestors before descendants. The error is a [*NotFoundError].
func (a *Atlas) Coverage(ids ...OrgID) ([]Coverage, error) {
	orgs, err := a.named(ids)
	if err != nil {
		return nil, err
	}
	all := make([]Coverage, len(orgs))
	for i, o := range orgs {
		all[i] = a.coverage(o)
	}
	return all, nil
}

// AddCoverage adds up what is known about several organizations.
func AddCoverage(all ...Coverage) Coverage {
	var sum Coverage
	for i := range all {
		c := &all[i]
		sum.Facts = append(sum.Facts, c.Facts...)
		sum.All.addTally(&c.All)
		sum.Counted.addTally(&c.Counted)
		sum.Steps.addTally(&c.Steps)
		sum.Claims += c.Claims
	}
	return sum
}

// Lacking returns how many of the facts lack it.
func (c *Coverage) Lacking(l Lack) int {
	n := 0
	for i := range c.Facts {
		for _, other := range c.Facts[i].Lacks() {
			if other == l {
				n++
			}
		}
	}
	return n
}

func (a *Atlas) coverage(o *org) Coverage {
	c := Coverage{Organization: o.Organization, Facts: a.facts(o)}
	for i := range c.Facts {
		f := &c.Facts[i]
		c.All.add(&f.Evidence)
		if f.counts() {
			c.Counted.add(&f.Evidence)
		}
	}
	for _, steps := range o.events() {
		for i := range steps {
			d := &steps[i]
			c.Claims += len(d.Rivals)
			if d.held() {
				e := a.sources().weigh(d.On, d.Sources)
				e.Disputed = len(d.Contradictions()) > 0
				c.Steps.add(&e)
			}
		}
	}
	return c
}

// events returns the steps of every event of o.
func (o *Organization) events() []Steps {
	all := []Steps{o.Founded, o.Ended}
	for i := range o.Predecessors {
		all = append(all, o.Predecessors[i].Steps)
	}
	for i := range o.Members {
		m := &o.Members[i]
		all = append(all, m.Joined.Steps, m.Left.Steps)
		for j := range m.Suspensions {
			all = append(all, m.Suspensions[j].Began, m.Suspensions[j].Ended)
		}
	}
	return all
}

func (t *Tally) add(e *Evidence) {
	t.Number++
	for _, x := range []struct {
		yes   bool
		count *int
	}{
		{len(e.Sources) > 0, &t.Sourced},
		{e.ToTheDay, &t.ToTheDay},
		{e.Act, &t.Act},
		{e.ActRead, &t.ActRead},
		{e.Independent, &t.Independent},
		{e.EncyclopediaAlone, &t.EncyclopediaAlone},
		{e.Disputed, &t.Disputed},
	} {
		if x.yes {
			*x.count++
		}
	}
}

func (t *Tally) addTally(u *Tally) {
	t.Number += u.Number
	t.Sourced += u.Sourced
	t.ToTheDay += u.ToTheDay
	t.Act += u.Act
	t.ActRead += u.ActRead
	t.Independent += u.Independent
	t.EncyclopediaAlone += u.EncyclopediaAlone
	t.Disputed += u.Disputed
}

// A Goal is a share of the facts that is to be known well.
type Goal struct {
	Name     string // "sourced", "day" or "act"
	Percent  int    // of the facts that is wanted
	Have, Of int    // how many facts there are, of how many
}

// Reached reports whether the share is there. Of no facts at all, any share is.
func (g Goal) Reached() bool { return 100*g.Have >= g.Percent*g.Of }

// Goals returns what is wanted of the facts that t counts, and what there is:
// every one names a source, nine in ten are dated to the day, half name the
// act itself. They are meant for [Coverage.Counted].
func (t *Tally) Goals() []Goal {
	return []Goal{
		{"sourced", 100, t.Sourced, t.Number},
		{"day", 90, t.ToTheDay, t.Number},
		{"act", 50, t.Act, t.Number},
	}
}
