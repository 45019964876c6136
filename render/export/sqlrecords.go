package export

import (
	"slices"

	"github.com/orglineage/orglineage/lineage"
)

func (f *sqlFile) organization(atlas *lineage.Atlas, o *lineage.Organization, basis lineage.Basis) error {
	id := string(o.ID)
	life, err := atlas.Life(o.ID, basis)
	if err != nil {
		return err
	}
	goesOn := life.Answer > lineage.No && life.Until.IsZero()
	until := []any{nil, nil, nil}
	if !life.Until.IsZero() {
		until = sqlDate(life.Until)
	}
	f.row("organizations", slices.Concat([]any{id, o.Name, o.Short, o.Kind, o.Proposed}, sqlDate(life.Since), until, []any{goesOn})...)
	for i, c := range o.Collections {
		if !slices.Contains(o.Collections[:i], c) {
			f.row("organization_collections", id, string(c))
		}
	}
	if o.Within != nil {
		f.row("containments", id, string(o.Within.Organization), o.Within.Note)
		f.cite("containment_sources", id, o.Within.Sources)
	}
	f.row("organization_names", id, "name", "en", o.Name)
	f.row("organization_names", id, "short", nil, o.Short)
	f.names("organization_names", id, o.Names, o.Aliases)
	for _, name := range o.Ambiguous {
		f.row("organization_names", id, "ambiguous", nil, name)
	}
	f.steps(sqlOwner{organization: id}, "founded", o.Founded)
	f.steps(sqlOwner{organization: id}, "ended", o.Ended)
	for i := range o.Predecessors {
		s := &o.Predecessors[i]
		f.successions++
		f.row("successions", slices.Concat([]any{f.successions, string(s.From), id, s.How.String()}, sqlDate(s.Date()))...)
		f.steps(sqlOwner{succession: f.successions}, "succeeded", s.Steps)
	}
	ever := lineage.MustDate("[..]")
	sts, err := atlas.MembersDuring(o.ID, ever, lineage.Query{Roles: lineage.EveryRole, Basis: basis, Disputed: true})
	if err != nil {
		return err
	}
	standings := map[*lineage.Membership]*lineage.Standing{}
	for i := range sts {
		standings[sts[i].Membership] = &sts[i]
	}
	for i := range o.Members {
		f.membership(id, &o.Members[i], standings[&o.Members[i]])
	}
	for i := range o.Notes {
		n := &o.Notes[i]
		f.notes++
		f.row("notes", slices.Concat([]any{f.notes, id}, sqlDate(n.On), []any{n.Place, n.Text})...)
		f.cite("note_sources", f.notes, n.Sources)
	}
	return nil
}

// membership adds a membership, and how it stood; nil if no claim can place it
// anywhere.
func (f *sqlFile) membership(organization string, m *lineage.Membership, st *lineage.Standing) {
	f.memberships++
	id := f.memberships
	held, how, times := false, "", sqlTimes(lineage.Interval{}, lineage.Bounds{})
	if st != nil {
		held, how, times = st.Bounds().Possible(), howLeft(st), sqlTimes(st.Interval, st.Bounds())
	}
	f.row("memberships", slices.Concat(
		[]any{id, organization, string(m.State), m.Role.String(), m.As, held, m.Joined.How.String()}, times[:3], []any{how}, times[3:])...)
	f.cite("membership_sources", id, m.Joined.Sources)
	f.steps(sqlOwner{membership: id}, "joined", m.Joined.Steps)
	f.steps(sqlOwner{membership: id}, "left", m.Left.Steps)
	for i := range m.Suspensions {
		s := &m.Suspensions[i]
		held, times := false, sqlTimes(lineage.Interval{}, lineage.Bounds{})
		if st != nil {
			when := st.Suspensions()[i]
			held, times = when.Bounds().Possible(), sqlTimes(when.Interval, when.Bounds())
		}
		f.suspensions++
		f.row("suspensions", slices.Concat([]any{f.suspensions, id, held}, times)...)
		f.steps(sqlOwner{suspension: f.suspensions}, "suspended", s.Began)
		f.steps(sqlOwner{suspension: f.suspensions}, "resumed", s.Ended)
	}
}

// sqlTimes returns the beginning and the end of an interval, each with the first
// and the last day that it may be, and whether it goes on. One that holds no day
// has none of these days.
func sqlTimes(iv lineage.Interval, b lineage.Bounds) []any {
	if !b.Possible() {
		return []any{iv.Since.String(), nil, nil, iv.Until.String(), nil, nil, false}
	}
	return []any{
		iv.Since.String(), sqlDay(b.SinceFirst), sqlDay(b.SinceLast),
		iv.Until.String(), sqlDay(b.UntilFirst), sqlDay(b.UntilLast), goesOn(b),
	}
}

func (f *sqlFile) state(s *lineage.State) {
	id := string(s.ID)
	var number any
	if s.COWNumber > 0 {
		number = s.COWNumber
	}
	f.row("states", id, s.Name, s.Kind.String(), s.Alpha3, number, s.COWCode, string(s.Is))
	f.cite("state_sources", id, s.Sources)
	f.row("state_names", id, "name", "en", s.Name, nil)
	f.names("state_names", id, s.Names, s.Aliases, nil)
	f.former("state_names", id, s.Former, sqlOwner{state: id})
	if c := s.Continues; c != nil {
		f.row("continuations", id, string(c.State))
		f.dating(sqlOwner{state: id}, "continues", "", &lineage.Dating{On: c.Since, Note: c.Note, Sources: c.Sources})
	}
	if g := s.Gone; g != nil {
		f.dating(sqlOwner{state: id}, "gone", "", &lineage.Dating{On: g.On, Note: g.Note, Sources: g.Sources})
	}
}

func (f *sqlFile) place(p *lineage.Place) {
	f.places++
	f.row("places", f.places, p.Name, p.Note)
	f.cite("place_sources", f.places, p.Sources)
	f.row("place_names", f.places, "name", "en", p.Name, nil)
	f.names("place_names", f.places, p.Names, p.Aliases, nil)
	f.former("place_names", f.places, p.Former, sqlOwner{place: f.places})
}

// former adds names of former times, each with the dating of the day on which it
// was no longer in use.
func (f *sqlFile) former(table string, record any, former []lineage.FormerName, of sqlOwner) {
	for _, x := range former {
		until := f.dating(of, "renamed", "", &lineage.Dating{On: x.Until, Note: x.Note, Sources: x.Sources, Rivals: x.Rivals})
		f.row(table, record, "former", nil, x.Name, until)
	}
}
