package export

import (
	"maps"
	"slices"
	"strconv"

	"github.com/orglineage/orglineage/lineage"
)

// A describer makes a description of a selection.
type describer struct {
	description
	atlas *lineage.Atlas
	sel   Selection
	lives map[*lineage.Membership]stretch
	cited map[lineage.SourceID]bool
	actor map[lineage.StateID]bool // that occur
	role  map[lineage.Role]bool    // that occur
}

func (r RDF) describe(atlas *lineage.Atlas, sel Selection) (*description, error) {
	base, err := r.base()
	if err != nil {
		return nil, err
	}
	orgs, err := sel.organizations(atlas)
	if err != nil {
		return nil, err
	}
	follow, err := sel.successions(atlas, orgs)
	if err != nil {
		return nil, err
	}
	lives, err := sel.lives(atlas)
	if err != nil {
		return nil, err
	}
	d := &describer{
		description: description{base: base}, atlas: atlas, sel: sel, lives: lives,
		cited: map[lineage.SourceID]bool{}, actor: map[lineage.StateID]bool{}, role: map[lineage.Role]bool{},
	}
	for _, o := range orgs {
		if err := d.organization(o); err != nil {
			return nil, err
		}
	}
	for _, f := range follow {
		d.change(f)
	}
	for _, o := range orgs {
		if err := d.memberships(o); err != nil {
			return nil, err
		}
	}
	d.actors()
	d.roles()
	d.sources()
	d.vocabulary()
	return &d.description, nil
}

func (d *describer) orgIRI(id lineage.OrgID) string     { return d.iri("org", string(id)) }
func (d *describer) stateIRI(id lineage.StateID) string { return d.iri("state", string(id)) }

func (d *describer) organization(o *lineage.Organization) error {
	life, err := d.atlas.Life(o.ID, d.sel.Basis)
	if err != nil {
		return err
	}
	class := "org:FormalOrganization"
	if o.Proposed {
		class = "lineage:Proposal"
	}
	t := d.thing([]string{class}, "org", string(o.ID))
	t.say(orgIdentifier, string(o.ID))
	t.names(o.Name, o.Names)
	t.say(shortName, o.Short)
	for _, n := range slices.Concat([]string{o.Short}, o.Aliases, o.Ambiguous) {
		t.say(altLabel, n)
	}
	t.say(kindOf, o.Kind)
	if o.Within != nil {
		t.say(subOrganization, d.orgIRI(o.Within.Organization))
		d.cite(t, o.Within.Sources)
	}
	if life.Answer > lineage.No {
		d.interval(t, hasTime, life.Interval, stretchOf(life.Interval), "org", string(o.ID), "life")
	}
	d.datings(t, "founded", o.Founded, "org", string(o.ID))
	d.datings(t, "ended", o.Ended, "org", string(o.ID))
	return nil
}

// names says a name in English, and those in other languages.
func (t *thing) names(english string, others map[string]string) {
	t.sayIn("en", prefLabel, english)
	for _, lang := range slices.Sorted(maps.Keys(others)) {
		switch tag := languageTag(lang); tag {
		case "", "en": // of one language there is one preferred name
			t.sayIn(tag, altLabel, others[lang])
		default:
			t.sayIn(tag, prefLabel, others[lang])
		}
	}
}

// languageTag returns a tag that linked data can hold, or "".
func languageTag(tag string) string {
	size := 0 // of the subtag
	for i, r := range tag {
		switch {
		case r == '-' && size > 0 && i < len(tag)-1:
			size = 0
		case (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || size < i && r >= '0' && r <= '9') && size < 8:
			size++
		default:
			return ""
		}
	}
	return tag
}

func (d *describer) change(f followed) {
	parts := []string{"change", string(f.From), string(f.To), f.How.String(), strconv.Itoa(f.number)}
	t := d.thing([]string{"org:ChangeEvent"}, parts...)
	t.say(kindOf, f.How.String())
	t.say(certaintyOf, f.certainty.String())
	t.say(originalOrg, d.orgIRI(f.From))
	t.say(resultingOrg, d.orgIRI(f.To))
	if !f.on.IsZero() {
		first, last := f.on.Bounds()
		d.instant(t, hasTime, f.on, first, last, append(slices.Clip(parts), "time")...)
	}
	d.datings(t, "succession", f.Steps, parts...)
}

func (d *describer) memberships(o *lineage.Organization) error {
	// All are counted, whatever the selection, so that each keeps its name.
	all, err := d.atlas.MembersDuring(o.ID, lineage.MustDate("[..]"), lineage.Query{Roles: lineage.EveryRole, Basis: d.sel.Basis, Disputed: true})
	if err != nil {
		return err
	}
	chosen, err := d.sel.memberships(d.atlas, o.ID)
	if err != nil {
		return err
	}
	answers := map[*lineage.Membership]*lineage.Standing{}
	for i := range chosen {
		answers[chosen[i].Membership] = &chosen[i]
	}
	count := map[lineage.StateID]int{}
	for i := range all {
		m := all[i].Membership
		count[m.State]++
		parts := []string{"membership", string(o.ID), string(m.State), strconv.Itoa(count[m.State])}
		switch st := answers[m]; {
		case st != nil:
			d.membership(st, parts)
		case all[i].Answer == lineage.No && (d.sel.Roles == 0 || d.sel.Roles.Has(m.Role)) && !d.sel.bounded():
			d.claimedMembership(o.ID, m, parts)
		}
	}
	return nil
}

func (d *describer) membership(st *lineage.Standing, parts []string) {
	m := st.Membership
	t := d.thing([]string{"org:Membership"}, parts...)
	t.say(orgMember, d.stateOf(m))
	t.say(orgOrganization, d.orgIRI(st.Organization.ID))
	t.say(orgRole, d.roleOf(m))
	t.say(ownWord, m.As)
	t.say(certaintyOf, st.Answer.String())
	t.say(joinedBy, m.Joined.How.String())
	if len(m.Left.Steps) > 0 {
		t.say(leftBy, m.Left.How.String())
	}
	life := d.lives[m]
	d.interval(t, memberDuring, st.Interval, life, append(slices.Clip(parts), "time")...)
	for i, s := range st.Suspensions() {
		if !onlyClaimed(s.Record.Began) {
			d.interval(t, suspendedDuring, s.Interval, stretchOf(s.Interval).both(life), append(slices.Clip(parts), "suspension", strconv.Itoa(i+1))...)
		}
	}
	d.cite(t, st.Sources())
	d.membershipDatings(t, m, parts)
}

func (d *describer) membershipDatings(t *thing, m *lineage.Membership, parts []string) {
	d.datings(t, "joined", m.Joined.Steps, parts...)
	d.datings(t, "left", m.Left.Steps, parts...)
	for i, s := range m.Suspensions {
		one := append(slices.Clip(parts), "suspension", strconv.Itoa(i+1))
		d.datings(t, "suspended", s.Began, one...)
		d.datings(t, "resumed", s.Ended, one...)
	}
}

// claimedMembership describes a membership that is not held to have been.
func (d *describer) claimedMembership(id lineage.OrgID, m *lineage.Membership, parts []string) {
	t := d.thing([]string{"lineage:ClaimedMembership"}, parts...)
	t.say(claimedMember, d.stateOf(m))
	t.say(claimedOrg, d.orgIRI(id))
	t.say(claimedRole, d.roleOf(m))
	d.membershipDatings(t, m, parts)
}

func (d *describer) stateOf(m *lineage.Membership) string {
	d.actor[m.State] = true
	return d.stateIRI(m.State)
}

func (d *describer) roleOf(m *lineage.Membership) string {
	d.role[m.Role] = true
	return d.iri("role", m.Role.String())
}
