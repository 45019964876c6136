package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// A membersView writes who was a member of an organization.
type membersView struct {
	remarker
	org   *lineage.Organization
	query lineage.Query
	line  bool

	members  []lineage.Standing // in the roles asked for
	disputed []lineage.Standing // no members then, but some sources say so
	others   []lineage.Standing // in other roles
}

func (v *membersView) divide(all []lineage.Standing) {
	for _, st := range all {
		switch asked := v.query.Roles.Has(st.Membership.Role); {
		case asked && st.Answer == lineage.No:
			v.disputed = append(v.disputed, st)
		case asked:
			v.members = append(v.members, st)
		case st.Answer > lineage.No:
			v.others = append(v.others, st)
		}
	}
}

// manyNames reports whether the table must say under which name each was a
// member.
func (v *membersView) manyNames() bool {
	return v.line || v.query.Identity != lineage.SameName
}

func (v *membersView) listing(format string) *listing {
	switch format {
	case formatJSON:
		return &listing{value: v.record()}
	case formatCSV:
		records := [][]string{csvHead}
		for _, st := range slices.Concat(v.members, v.disputed) {
			records = append(records, v.csvRecord(&st))
		}
		return &listing{records: records}
	}
	l := &listing{title: v.title(), head: []string{"ID", "Name", "Role", "Since", "Remarks"}}
	if v.when.ever() {
		l.head[3] = "When"
	}
	if v.manyNames() {
		l.head = slices.Insert(l.head, 2, "In")
	}
	for i := range v.members {
		l.rows = append(l.rows, v.row(&v.members[i]))
	}
	if !slices.ContainsFunc(l.rows, func(row []string) bool { return row[len(row)-1] != "" }) {
		l.head = l.head[:len(l.head)-1]
		for i, row := range l.rows {
			l.rows[i] = row[:len(row)-1]
		}
	}
	l.notes = v.notes()
	l.sources = v.bibliography()
	return l
}

func (v *membersView) title() string {
	t := fullName(v.org)
	if v.line {
		t = "Lineage of " + shortName(v.org)
	}
	t += ", " + rolesText(v.query.Roles)
	switch {
	case !v.when.on.IsZero():
		t += " " + onDay(v.when.on, sayLong)
	case !v.when.in.IsZero():
		t += " " + during(v.when.in, sayLong)
	default:
		t += " of all its time"
	}
	switch v.query.Basis {
	case lineage.BySignature:
		t += ", counted from signature"
	case lineage.ByDecision:
		t += ", counted from decision"
	}
	switch {
	case v.query.Identity == lineage.SameBody:
		t += ", under all names it bore"
	case v.query.Identity == lineage.SameLine:
		t += ", under all names and treaties"
	}
	return t
}

// rolesText says which roles are asked for.
func rolesText(rs lineage.Roles) string {
	switch rs {
	case 0:
		return "members"
	case lineage.EveryRole:
		return "all roles"
	}
	var names []string
	for _, r := range lineage.AllRoles() {
		if rs.Has(r) {
			names = append(names, plural(r.String()))
		}
	}
	return list(names)
}

func (v *membersView) row(st *lineage.Standing) []string {
	began := since(st.Since)
	if v.when.ever() {
		began = saySpan(st.Interval)
	}
	cites := slices.Clone(st.Membership.Joined.Sources)
	if d := st.Began(); d != nil {
		cites = append(cites, d.Sources...)
	}
	role := how(st)
	if st.Membership.Role.Full() && v.query.Roles != 0 && st.Membership.Joined.How == lineage.Acceded {
		role = st.Membership.Title() + ", acceded"
	}
	row := []string{string(st.Membership.State), v.nameThen(st), role, began + v.cite(cites...), strings.Join(v.remarks(st), "; ")}
	if v.manyNames() {
		row = slices.Insert(row, 2, st.Organization.Short)
	}
	return row
}

// notes are the sentences under the table.
func (v *membersView) notes() []string {
	var notes []string
	if s := v.life(); s != "" {
		notes = append(notes, s)
	}
	notes = append(notes, v.claimed()...)
	notes = append(notes, v.shared()...)
	last := v.summary()
	if others := v.otherRoles(); others != "" {
		last += " " + others
	}
	if !v.on && len(v.members)+len(v.disputed) > 0 {
		last += " Sources: --cite."
	}
	return append(notes, last)
}

// summary counts the members.
func (v *membersView) summary() string {
	role := "member"
	if v.query.Roles != 0 {
		role = "entry"
		for _, r := range lineage.AllRoles() {
			if v.query.Roles == lineage.RolesOf(r) {
				role = r.String()
			}
		}
	}
	each := v.when.ever() || v.line // the rows count, not the states
	if each {
		role = "membership"
	}
	sure, perhaps, suspended := v.tally(each)
	var text string
	switch {
	case sure+perhaps == 0:
		return "No " + plural(role) + "."
	case sure == 0:
		text = "No certain " + role + ", " + count(perhaps, "possible one", "possible ones")
	case perhaps > 0:
		text = count(sure, role, plural(role)) + " for certain, and perhaps " + count(perhaps, "more", "more")
	default:
		text = count(sure, role, plural(role))
	}
	if suspended > 0 && !v.when.ever() {
		text += ", " + count(suspended, "of them suspended", "of them suspended")
	}
	if len(v.members) > sure+perhaps {
		var shorts []string
		for _, o := range v.organizations() {
			shorts = append(shorts, o.Short)
		}
		if len(shorts) > 1 {
			text += "; " + list(shorts) + " counted as one"
		}
	}
	return text + "."
}

// tally counts the memberships, or the states in each role: one that went on
// under a new name is one member.
func (v *membersView) tally(each bool) (sure, perhaps, suspended int) {
	type key struct {
		state lineage.StateID
		role  lineage.Role
		row   int
	}
	answers, held := map[key]lineage.Answer{}, map[key]bool{}
	for i := range v.members {
		st := &v.members[i]
		k := key{st.Membership.State, st.Membership.Role, 0}
		if each {
			k.row = i
		}
		answers[k] = max(answers[k], st.Answer)
		held[k] = held[k] || st.Suspended == lineage.Yes
	}
	for k, answer := range answers {
		if answer == lineage.Yes {
			sure++
		} else {
			perhaps++
		}
		if held[k] {
			suspended++
		}
	}
	return sure, perhaps, suspended
}

// otherRoles tells who was there in a role that was not asked for.
func (v *membersView) otherRoles() string {
	type group struct {
		role    lineage.Role
		of      *lineage.Organization // nil where all are of one
		too     bool                  // listed as members as well
		states  []string
		unknown bool
	}
	var groups []*group
	for i := range v.others {
		st := &v.others[i]
		unknown, too := isUnknown(st.Since), v.listed(st)
		var of *lineage.Organization
		if v.manyNames() {
			of = st.Organization
		}
		n := slices.IndexFunc(groups, func(g *group) bool {
			return g.role == st.Membership.Role && g.of == of && g.too == too && g.unknown == unknown
		})
		if n < 0 {
			n = len(groups)
			groups = append(groups, &group{role: st.Membership.Role, of: of, too: too, unknown: unknown})
		}
		if id := string(st.Membership.State); !slices.Contains(groups[n].states, id) {
			groups[n].states = append(groups[n].states, id)
		}
	}
	slices.SortStableFunc(groups, func(x, y *group) int { return cmp.Compare(x.role, y.role) })
	var texts []string
	for _, g := range groups {
		text := g.role.String()
		if len(g.states) > 1 {
			text = plural(text)
		}
		if !g.role.Full() && !g.too {
			text = "only " + text
		}
		text = capital(text)
		if g.of != nil {
			text += " of " + g.of.Short
		}
		if g.too {
			text += " at another time"
		}
		if g.unknown {
			text += ", with unknown dates"
		}
		texts = append(texts, text+": "+strings.Join(g.states, ", "))
	}
	if len(texts) == 0 {
		return ""
	}
	return strings.Join(texts, ". ") + " (--role all)."
}

// listed reports whether a state stands in the table for the same organization.
func (v *membersView) listed(st *lineage.Standing) bool {
	return slices.ContainsFunc(v.members, func(m lineage.Standing) bool {
		return m.Organization == st.Organization && m.Membership.State == st.Membership.State
	})
}

// A jsonMembers is the answer of the command members.
type jsonMembers struct {
	Organization lineage.OrgID  `json:"organization"`
	On           *jsonDate      `json:"on,omitempty"`
	In           *jsonDate      `json:"in,omitempty"`
	Members      []jsonStanding `json:"members"`

	Disputed []jsonStanding   `json:"disputed"` // answer no, but a rival claim would make it yes or maybe
	Others   []jsonStanding   `json:"others"`   // in roles not asked for
	Name     string           `json:"name"`
	Short    string           `json:"short"`
	Life     *jsonInterval    `json:"life"` // null if it was only proposed
	Basis    lineage.Basis    `json:"basis"`
	Identity lineage.Identity `json:"identity"`
	Lineage  bool             `json:"lineage"`
	Sources  jsonSources      `json:"sources,omitempty"`
}

func (v *membersView) record() jsonMembers {
	rec := jsonMembers{
		Organization: v.org.ID,
		Members:      v.recordsOf(v.members), Disputed: v.recordsOf(v.disputed), Others: v.recordsOf(v.others),
		Name: v.org.Name, Short: v.org.Short, Life: life(v.atlas, v.org.ID, v.query.Basis),
		Basis: v.query.Basis, Identity: v.query.Identity, Lineage: v.line,
		Sources: v.sourcesOf(v.members, v.disputed, v.others),
	}
	if !v.when.on.IsZero() {
		rec.On = (*jsonDate)(&v.when.on)
	}
	if !v.when.in.IsZero() {
		rec.In = (*jsonDate)(&v.when.in)
	}
	return rec
}

func life(atlas *lineage.Atlas, id lineage.OrgID, b lineage.Basis) *jsonInterval {
	p, err := atlas.Life(id, b)
	if err != nil || p.Answer == lineage.No {
		return nil
	}
	iv := interval(p.Interval)
	return &iv
}
