package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// A showView writes everything that is known.
type showView struct{ remarker }

func (v *showView) organization(o *lineage.Organization, all []lineage.Standing) *sheet {
	s := &sheet{id: string(o.ID), heading: o.Name + " · " + o.Short}
	s.add("id", string(o.ID))
	s.add("names", namesOf(o.Names)...)
	if len(o.Aliases) > 0 {
		s.add("also", strings.Join(o.Aliases, ", "))
	}
	if len(o.Ambiguous) > 0 {
		s.add("ambiguous", strings.Join(o.Ambiguous, ", "))
	}
	s.add("kind", o.Kind)
	s.add("years", v.years(o))
	if w := o.Within; w != nil {
		s.add("within", v.named(w.Organization)+colon(w.Note)+v.cite(w.Sources...))
	}
	in, _ := v.atlas.Predecessors(o.ID)
	s.add("from", v.successions(in, func(x *lineage.Succession) lineage.OrgID { return x.From })...)
	out, _ := v.atlas.Successors(o.ID)
	s.add("into", v.successions(out, func(x *lineage.Succession) lineage.OrgID { return x.To })...)
	missing := "entry into force unknown"
	if o.Proposed {
		missing = ""
	}
	s.add("founded", v.steps(o.Founded, missing)...)
	s.add("ended", v.steps(o.Ended, "")...)
	for _, role := range lineage.AllRoles() {
		s.add(plural(role.String()), v.members(all, role)...)
	}
	s.add("suspended", v.suspensions(all)...)
	s.add("itself in", v.itself(o)...)
	s.add("disputed", v.disputes(o, all)...)
	var notes []string
	for _, n := range o.Notes {
		text := n.Text
		if !n.On.IsZero() {
			text = say(n.On) + "  " + text
		}
		if n.Place != "" {
			text += " (" + n.Place + ")"
		}
		notes = append(notes, text+v.cite(n.Sources...))
	}
	s.add("notes", notes...)
	return s
}

// itself tells in what the organization takes part as an actor.
func (v *showView) itself(o *lineage.Organization) []string {
	var facts []string
	for _, actor := range v.atlas.States() {
		if actor.Is != o.ID {
			continue
		}
		in, err := v.atlas.Memberships(actor.ID, lineage.Query{Roles: lineage.EveryRole})
		if err != nil {
			continue // an Atlas has the states that it lists
		}
		for i := range in {
			facts = append(facts, saySpan(in[i].Interval)+"  "+in[i].Organization.Short+", "+how(&in[i])+v.cite(in[i].Sources()...))
		}
	}
	return facts
}

func (v *showView) state(st *lineage.State, all []lineage.Standing) *sheet {
	s := &sheet{id: string(st.ID), heading: st.Name + " · " + string(st.ID)}
	s.add("kind", st.Kind.String())
	if st.Is != "" {
		s.add("is", v.named(st.Is)+": lineage show "+string(st.Is))
	}
	s.add("names", namesOf(st.Names)...)
	if len(st.Aliases) > 0 {
		s.add("also", strings.Join(st.Aliases, ", "))
	}
	var codes []string
	if st.Alpha3 != "" {
		codes = append(codes, "ISO 3166-1 alpha-3 "+st.Alpha3)
	}
	if st.COWNumber != 0 {
		codes = append(codes, fmt.Sprintf("Correlates of War %d %s", st.COWNumber, st.COWCode))
	}
	if len(codes) > 0 {
		s.add("codes", strings.Join(codes, "; "))
	}
	var formerly []string
	for _, f := range st.Former {
		text := f.Name + ", until " + lastDay(f.Until) + colon(f.Note) + v.cite(f.Sources...)
		for _, r := range f.Rivals {
			text += "; some say " + lastDay(r.On) + colon(r.Note) + v.cite(r.Sources...)
		}
		formerly = append(formerly, text)
	}
	s.add("formerly", formerly...)
	if c := st.Continues; c != nil {
		s.add("continues", v.nameOf(c.State)+", since "+say(c.Since)+colon(c.Note)+v.cite(c.Sources...))
	}
	if g := st.Gone; g != nil {
		s.add("gone", "since "+say(g.On)+colon(g.Note)+v.cite(g.Sources...))
	}
	for _, other := range v.atlas.States() {
		if c := other.Continues; c != nil && c.State == st.ID {
			s.add("continued by", string(other.ID)+" "+other.Name+", since "+say(c.Since)+colon(c.Note)+v.cite(c.Sources...))
		}
	}
	var in []string
	for i := range all {
		in = append(in, saySpan(all[i].Interval)+"  "+all[i].Organization.Short+", "+how(&all[i]))
	}
	s.add("member of", append(in, "with sources and disputes: lineage history "+string(st.ID))...)
	return s
}

func (v *showView) nameOf(id lineage.StateID) string {
	s, err := v.atlas.State(string(id))
	if err != nil {
		return string(id) // an Atlas has the states that it names
	}
	return string(id) + " " + s.Name
}

func namesOf(names map[string]string) []string {
	var texts []string
	for _, tag := range slices.Sorted(maps.Keys(names)) {
		texts = append(texts, names[tag]+" ("+tag+")")
	}
	return texts
}

func (v *showView) years(o *lineage.Organization) string {
	if o.Proposed {
		return "only proposed, never established"
	}
	p, err := v.atlas.Life(o.ID, lineage.ByEffect)
	if err != nil {
		return ""
	}
	return saySpan(p.Interval)
}

func (v *showView) named(id lineage.OrgID) string {
	o, err := v.atlas.Organization(string(id))
	if err != nil {
		return string(id)
	}
	return shortName(o)
}

func colon(note string) string {
	if note == "" {
		return ""
	}
	return ": " + note
}

func (v *showView) successions(ss []*lineage.Succession, end func(*lineage.Succession) lineage.OrgID) []string {
	var facts []string
	for _, x := range ss {
		facts = append(facts, v.named(end(x))+", "+x.How.String()+": "+strings.Join(v.steps(x.Steps, ""), "; "))
	}
	return facts
}

// steps tells dated steps in their usual order. If none is in force, it says so
// in the words of missing.
func (v *showView) steps(steps lineage.Steps, missing string) []string {
	var facts []string
	for _, step := range lineage.AllSteps() {
		d := steps.At(step)
		switch {
		case d == nil || d.On.IsZero() && len(d.Sources) == 0: // only claimed: told as disputed
			if step == lineage.Effective && missing != "" && d == nil && len(steps) > 0 {
				facts = append(facts, missing)
			}
		default:
			facts = append(facts, v.step(d))
		}
	}
	return facts
}

func (v *showView) step(d *lineage.Dating) string {
	text := d.Step.String() + " " + eventDate(d.On)
	if d.Place != "" {
		text += ", " + d.Place
	}
	if d.Note != "" {
		text += " (" + d.Note + ")"
	}
	return text + v.cite(d.Sources...)
}

// members tells the memberships in a role, those that began alike together.
func (v *showView) members(all []lineage.Standing, role lineage.Role) []string {
	type group struct {
		lead    string
		states  []string
		sources []lineage.SourceID
	}
	var groups []*group
	var facts []string
	of := func(st *lineage.Standing) *group {
		lead := how(st) + " " + saySpan(st.Interval)
		if founding(st.Organization, st.Began()) {
			lead = how(st) + ", from its founding " + saySpan(st.Interval)
		}
		for _, g := range groups {
			if g.lead == lead {
				return g
			}
		}
		g := &group{lead: lead}
		groups = append(groups, g)
		return g
	}
	byBeginning := slices.Clone(all)
	slices.SortStableFunc(byBeginning, func(x, y lineage.Standing) int { return x.Since.Compare(y.Since) })
	for i := range byBeginning {
		st := &byBeginning[i]
		if st.Membership.Role != role || st.Answer == lineage.No {
			continue
		}
		g := of(st)
		g.states = append(g.states, string(st.Membership.State)+" "+nameOn(v.atlas, st.Membership.State, st.Since))
		g.sources = append(g.sources, st.Membership.Joined.Sources...)
	}
	for _, g := range groups {
		facts = append(facts, g.lead+": "+strings.Join(g.states, ", ")+v.cite(g.sources...))
	}
	for i := range byBeginning {
		st := &byBeginning[i]
		m := st.Membership
		if m.Role != role || st.Answer == lineage.No {
			continue
		}
		steps := v.steps(m.Joined.Steps, "")
		if len(steps) > 0 {
			facts = append(facts, string(m.State)+" joined: "+strings.Join(steps, "; "))
		}
		if !st.EndedWithOrganization() && !st.Until.IsZero() {
			verb := left(m)
			if underWay(m) {
				verb = "is leaving"
			}
			facts = append(facts, string(m.State)+" "+verb+": "+strings.Join(v.steps(m.Left.Steps, ""), "; "))
		}
	}
	return facts
}

func (v *showView) suspensions(all []lineage.Standing) []string {
	var facts []string
	for i := range all {
		st := &all[i]
		for _, s := range st.Suspensions() {
			began := v.steps(s.Record.Began, "")
			if len(began) == 0 {
				continue
			}
			text := string(st.Membership.State) + " " + saySpan(s.Interval) + ": " + strings.Join(began, "; ")
			if ended := v.steps(s.Record.Ended, ""); len(ended) > 0 {
				text += "; lifted: " + strings.Join(ended, "; ")
			}
			facts = append(facts, text)
		}
	}
	return facts
}

// disputes tells every rival claim.
func (v *showView) disputes(o *lineage.Organization, all []lineage.Standing) []string {
	var facts []string
	of := func(what string, steps lineage.Steps) {
		for _, step := range lineage.AllSteps() {
			d := steps.At(step)
			if d == nil {
				continue
			}
			for _, r := range d.Rivals {
				text := what + ", " + step.String() + " "
				switch {
				case d.On.IsZero() && len(d.Sources) == 0:
					text += "only claimed"
				case isUnknown(d.On):
					text += "(day not known)"
				default:
					text += say(d.On)
				}
				switch {
				case !r.On.IsZero():
					text += "; some say " + say(r.On)
				case !d.On.IsZero():
					text += "; some say another day"
				}
				facts = append(facts, text+colon(r.Note)+v.cite(r.Sources...))
			}
		}
	}
	of("founding", o.Founded)
	of("end", o.Ended)
	in, _ := v.atlas.Predecessors(o.ID)
	for _, s := range in {
		of(s.How.String()+" from "+shortOf(v.atlas, s.From), s.Steps)
	}
	for i := range all {
		m := all[i].Membership
		who := string(m.State)
		if !m.Role.Full() {
			who += " as " + m.Title()
		}
		of(who+" joined", m.Joined.Steps)
		of(who+" left", m.Left.Steps)
		for j := range m.Suspensions {
			of(who+" suspended", m.Suspensions[j].Began)
			of(who+" resumed", m.Suspensions[j].Ended)
		}
	}
	return facts
}

// A jsonShow is the answer of the command show.
type jsonShow struct {
	Organizations []jsonShown      `json:"organizations"`
	States        []jsonState      `json:"states"`
	Collections   []jsonCollection `json:"collections"`
	Sources       jsonSources      `json:"sources"`
}

type jsonShown struct {
	jsonOrganization
	Names        map[string]string      `json:"names"`
	Aliases      []string               `json:"aliases"`
	Ambiguous    []string               `json:"ambiguous"`
	Collections  []lineage.CollectionID `json:"collections"`
	Founded      []jsonDating           `json:"founded"`
	Ended        []jsonDating           `json:"ended"`
	Predecessors []jsonSuccession       `json:"predecessors"`
	Successors   []jsonSuccession       `json:"successors"`
	Memberships  []jsonMembership       `json:"memberships"`
	Notes        []jsonNote             `json:"notes"`
}

type jsonMembership struct {
	jsonStanding
	JoinedSteps   []jsonDating     `json:"joined_steps"`
	LeftSteps     []jsonDating     `json:"left_steps"`
	SuspendedSpan []jsonSuspension `json:"suspension_steps"`
}

type jsonSuspension struct {
	Began []jsonDating `json:"began"`
	Ended []jsonDating `json:"ended"`
}

type jsonNote struct {
	On      jsonDate           `json:"on"`
	Place   string             `json:"place,omitempty"`
	Text    string             `json:"text"`
	Sources []lineage.SourceID `json:"sources"`
}

func (v *showView) record(o *lineage.Organization, all []lineage.Standing) jsonShown {
	rec := jsonShown{
		jsonOrganization: organizationRecord(v.atlas, o, lineage.ByEffect),
		Names:            orNoNames(o.Names), Aliases: orEmpty(o.Aliases), Ambiguous: orEmpty(o.Ambiguous), Collections: orEmpty(o.Collections),
		Founded: datings(o.Founded), Ended: datings(o.Ended),
		Predecessors: []jsonSuccession{}, Successors: []jsonSuccession{}, Memberships: []jsonMembership{}, Notes: []jsonNote{},
	}
	in, _ := v.atlas.Predecessors(o.ID)
	for _, s := range in {
		rec.Predecessors = append(rec.Predecessors, successionRecord(s))
	}
	out, _ := v.atlas.Successors(o.ID)
	for _, s := range out {
		rec.Successors = append(rec.Successors, successionRecord(s))
	}
	for i := range all {
		m := all[i].Membership
		jm := jsonMembership{
			jsonStanding: v.remarker.record(&all[i]), JoinedSteps: datings(m.Joined.Steps), LeftSteps: datings(m.Left.Steps),
			SuspendedSpan: []jsonSuspension{},
		}
		for j := range m.Suspensions {
			jm.SuspendedSpan = append(jm.SuspendedSpan, jsonSuspension{datings(m.Suspensions[j].Began), datings(m.Suspensions[j].Ended)})
		}
		rec.Memberships = append(rec.Memberships, jm)
	}
	for _, n := range o.Notes {
		rec.Notes = append(rec.Notes, jsonNote{jsonDate(n.On), n.Place, n.Text, orEmpty(n.Sources)})
	}
	return rec
}
