package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/words"
)

// A datedLine is a line of a node before lines of the same date and kind are
// joined.
type datedLine struct {
	on    lineage.Date
	date  string
	rank  int // order within a day
	one   string
	many  string
	who   []string
	alone bool // not joined with others of its kind
}

// The order of lines within a day.
const (
	rankFounding = iota
	rankAccession
	rankSuspension
	rankDeparture
	rankEnd
)

func (b *builder) node(o *lineage.Organization) (node, error) {
	life, err := b.atlas.Life(o.ID, b.opts.Basis)
	if err != nil {
		return node{}, err
	}
	n := node{ID: string(o.ID), Short: o.Short, Name: o.Name, Proposed: o.Proposed}
	if n.Tint, err = b.tint(o); err != nil {
		return node{}, err
	}
	n.Years = words.English.Years(life.Interval)
	switch {
	case o.Proposed:
		n.Years = "proposed " + words.English.Year(announced(o)) + ", never established"
		n.Lines = b.proposal(o)
	case !b.opts.On.IsZero():
		n.Lines, err = b.snapshot(o, b.opts.On)
	default:
		n.Lines, err = b.history(o, life)
	}
	if err != nil {
		return node{}, err
	}
	if w := o.Within; w != nil && !b.drawn[w.Organization] {
		n.Lines = append(n.Lines, line{Date: "within", Text: b.shortName(w.Organization)})
	}
	n.Sentence = sentence(n)
	return n, nil
}

func (b *builder) shortName(id lineage.OrgID) string {
	if o, err := b.atlas.Organization(string(id)); err == nil {
		return o.Short
	}
	return string(id)
}

func announced(o *lineage.Organization) lineage.Date {
	if d := o.Founded.At(lineage.Announced); d != nil {
		return d.On
	}
	return lineage.Date{}
}

func (b *builder) proposal(o *lineage.Organization) []line {
	d := o.Founded.At(lineage.Announced)
	if d == nil {
		return nil
	}
	return []line{{b.date(d.On, len(d.Contradictions()) > 0), vague(d.On), "proposed"}}
}

// snapshot lists who took part on one day, role by role.
func (b *builder) snapshot(o *lineage.Organization, on lineage.Date) ([]line, error) {
	members, err := b.atlas.MembersOn(o.ID, on, lineage.Query{Roles: lineage.EveryRole, Basis: b.opts.Basis})
	if err != nil {
		return nil, err
	}
	var lines []line
	for _, role := range lineage.AllRoles() {
		var who []string
		for _, m := range members {
			if m.Membership.Role != role {
				continue
			}
			name := b.stateName(m.Membership.State, on)
			if len(m.Contested()) > 0 {
				b.disputed = true
				name += disputedMark
			}
			switch {
			case m.Answer == lineage.Maybe:
				name += " (perhaps)"
			case m.Suspended == lineage.Yes:
				name += " (suspended)"
			case m.Suspended == lineage.Maybe:
				name += " (perhaps suspended)"
			}
			who = append(who, name)
		}
		slices.Sort(who)
		if len(who) > 0 {
			lines = append(lines, line{Date: words.English.Role(role, len(who)), Text: strings.Join(who, ", ")})
		}
	}
	return lines, nil
}

// history lists founders and dated joins, suspensions and departures.
func (b *builder) history(o *lineage.Organization, life lineage.Presence) ([]line, error) {
	ever, err := b.atlas.MembersDuring(o.ID, lineage.Date{}, lineage.Query{Roles: lineage.EveryRole, Basis: b.opts.Basis})
	if err != nil {
		return nil, err
	}
	var dated []datedLine
	add := func(l datedLine) {
		if b.shows(l.on) {
			dated = append(dated, l)
		}
	}
	b.foundingLines(o, life, ever, add)
	for i := range ever {
		b.memberLines(&ever[i], ever, add)
	}
	if !life.Until.IsZero() {
		add(datedLine{on: life.Until, date: b.date(life.Until, contests(life.Contested, lineage.ItsEnd)), rank: rankEnd, one: b.ending(o, life.Until), alone: true})
	}
	sortLines(dated)

	var lines []line
	if since, _ := life.Since.Bounds(); b.cut() {
		if first, _ := b.period(); since < first {
			then, err := b.snapshot(o, first.Date())
			if err != nil {
				return nil, err
			}
			for i := range then {
				then[i].Text = then[i].Date + " then: " + then[i].Text
				then[i].Date = words.English.Date(first.Date())
			}
			lines = then
		}
	}
	return append(lines, b.join(dated)...), nil
}

// ending says how an organization ended on a day: into what, or just that.
func (b *builder) ending(o *lineage.Organization, on lineage.Date) string {
	out, err := b.atlas.Successors(o.ID)
	if err != nil || len(out) == 0 {
		return "ends"
	}
	// Of several kinds of succession on that day the first one counts.
	if i := slices.IndexFunc(out, func(s *lineage.Succession) bool { return s.Date() == on }); i > 0 {
		out = out[i:]
	}
	var heirs []string
	for _, s := range out {
		if s.Date() == on && s.How == out[0].How {
			heirs = append(heirs, b.shortName(s.To))
		}
	}
	if len(heirs) == 0 {
		return "ends"
	}
	return becomes(out[0].How) + " " + words.English.List(heirs)
}

func (b *builder) foundingLines(o *lineage.Organization, life lineage.Presence, ever []lineage.Standing, add func(datedLine)) {
	for _, step := range []lineage.Step{lineage.Announced, lineage.Signed} {
		d := o.Founded.At(step)
		if d == nil || d.On.IsZero() || d.On == life.Since {
			continue
		}
		verb := step.String()
		if step == lineage.Signed {
			verb = "founding act signed"
		}
		add(datedLine{on: d.On, date: b.date(d.On, len(d.Contradictions()) > 0), one: verb, alone: true})
	}
	l := datedLine{on: life.Since, date: b.date(life.Since, contests(life.Contested, lineage.ItsBeginning)), rank: rankFounding, one: "begins, founded by %s"}
	carriedOver := false
	for i := range ever {
		if st := &ever[i]; b.beginsWith(st, life) && st.Membership.Role.Full() {
			l.who = append(l.who, b.stateName(st.Membership.State, life.Since))
			carriedOver = carriedOver || st.Membership.Joined.How == lineage.Continued
		}
	}
	switch {
	case len(l.who) == 0:
		l.one, l.alone = "begins", true
	case carriedOver:
		l.one = "goes on with %s"
	}
	l.many = l.one
	add(l)
}

// briefly reports whether a state took part on one day, as guests do.
func briefly(st *lineage.Standing) bool {
	first, _ := st.Since.Bounds()
	_, until := st.Until.Bounds()
	return st.Since.IsDay() && st.Until.IsDay() && until == first+1
}

// beginsWith reports whether a membership began with its organization.
func (b *builder) beginsWith(st *lineage.Standing, life lineage.Presence) bool {
	how := st.Membership.Joined.How
	return (how == lineage.Founded || how == lineage.Continued) && st.Since == life.Since
}

func (b *builder) memberLines(st *lineage.Standing, ever []lineage.Standing, add func(datedLine)) {
	m := st.Membership
	life, err := b.atlas.Life(st.Organization.ID, b.opts.Basis)
	if err != nil {
		return
	}
	called := func(on lineage.Date) []string { return []string{b.stateName(m.State, on)} }
	if !b.beginsWith(st, life) || !m.Role.Full() {
		one, many := joins(m)
		if briefly(st) {
			one, many = takesRole(m, "takes part as", "take part as")
		}
		if b.beginsWith(st, life) {
			one, many = takesRole(m, "begins as", "begin as")
			if m.Joined.How == lineage.Continued {
				one, many = takesRole(m, "goes on as", "go on as")
			}
		}
		add(datedLine{
			on: st.Since, date: b.date(st.Since, contests(st.Disputes(), lineage.ItsBeginning)),
			rank: rankAccession, one: one, many: many, who: called(st.Since),
		})
	}
	for _, s := range st.Suspensions() {
		if began, _ := s.Record.Began.For(lineage.ByEffect); began == nil {
			continue // only claimed
		}
		add(datedLine{
			on: s.Since, date: b.date(s.Since, contests(st.Disputes(), lineage.ItsSuspension)),
			rank: rankSuspension, one: "%s suspended", many: "%s suspended", who: called(s.Since),
		})
		if _, resumed := s.Record.Ended.For(lineage.ByEffect); !resumed.IsZero() {
			add(datedLine{
				on: resumed, date: b.date(resumed, contests(st.Disputes(), lineage.ItsResumption)),
				rank: rankSuspension, one: "%s takes part again", many: "%s take part again", who: called(resumed),
			})
		}
	}
	if st.Until.IsZero() || st.EndedWithOrganization() || briefly(st) || m.Left.How == lineage.RoleLeft && takesNextRole(st, ever) {
		return
	}
	one, many := leaves(m.Left.How)
	add(datedLine{
		on: st.Until, date: b.date(st.Until, contests(st.Disputes(), lineage.ItsEnd)),
		rank: rankDeparture, one: one, many: many, who: called(st.Until),
	})
}

// takesNextRole reports whether another membership of the state takes over, so
// that its line tells the change.
func takesNextRole(st *lineage.Standing, ever []lineage.Standing) bool {
	for i := range ever {
		if x := &ever[i]; x.Membership.State == st.Membership.State && x.Since == st.Until {
			return true
		}
	}
	return false
}

func contests(cs []lineage.Contest, about lineage.Subject) bool {
	for _, c := range cs {
		if c.About == about {
			return true
		}
	}
	return false
}

// join joins lines of one day and kind into one.
func (b *builder) join(dated []datedLine) []line {
	var lines []line
	for i := 0; i < len(dated); {
		l := dated[i]
		for i++; i < len(dated) && !l.alone && dated[i].date == l.date && dated[i].rank == l.rank && dated[i].one == l.one; i++ {
			l.who = append(l.who, dated[i].who...)
		}
		slices.Sort(l.who)
		text := l.one
		if len(l.who) > 1 {
			text = l.many
		}
		lines = append(lines, line{l.date, vague(l.on), strings.Replace(text, "%s", words.English.List(l.who), 1)})
	}
	return lines
}

func (b *builder) stateName(id lineage.StateID, on lineage.Date) string {
	s, err := b.atlas.State(string(id))
	if err != nil {
		return string(id)
	}
	if words.Unknown(on) {
		return s.Name
	}
	return s.NameOn(on)
}

// sentence tells a node in words.
func sentence(n node) string {
	parts := []string{n.Name + " (" + n.Short + "), " + n.Years}
	for _, l := range n.Lines {
		parts = append(parts, l.Date+": "+l.Text)
	}
	return spoken(strings.Join(parts, "; ")) + "."
}

// spoken puts words in the place of marks.
func spoken(s string) string { return strings.ReplaceAll(s, disputedMark, " (disputed)") }

// sortLines orders lines by their dates, unknown ones last.
func sortLines(ls []datedLine) {
	slices.SortStableFunc(ls, func(x, y datedLine) int {
		if words.Unknown(x.on) != words.Unknown(y.on) {
			if words.Unknown(x.on) {
				return 1
			}
			return -1
		}
		return cmp.Or(x.on.Compare(y.on), cmp.Compare(x.rank, y.rank))
	})
}
