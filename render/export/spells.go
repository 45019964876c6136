package export

import (
	"io"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// spellHead are the columns of [Spells].
var spellHead = []string{
	"organization", "organization_name", "state", "state_name", "role", "as",
	"joined", "since", "since_earliest", "since_latest", "left", "until", "until_earliest", "until_latest",
	"certainty", "suspensions", "basis", "disputed", "sources",
}

// Spells writes the memberships of the selection as CSV, one a row, by
// organization, state and beginning.
//
// The dates since and until stand as they are known, until being the first day
// after; it is empty where the membership goes on. [..] is some day, of which
// nothing more is known. Beside them stand the first and the last day that they
// may be within the life of the organization, empty where nothing bounds them. The
// column left says how it ended, which may be organization-ended. Certainty is
// whether there was a day of it in the period of the selection: yes or maybe.
// Suspensions are since/until, disputes what is disputed and the other date; of
// these and of sources there may be several, with a blank between them.
func Spells(w io.Writer, atlas *lineage.Atlas, sel Selection) error {
	orgs, err := sel.organizations(atlas)
	if err != nil {
		return err
	}
	names := map[lineage.StateID]*lineage.State{}
	for _, s := range atlas.States() {
		names[s.ID] = s
	}
	records := [][]string{spellHead}
	for _, o := range orgs {
		sts, err := sel.memberships(atlas, o.ID)
		if err != nil {
			return err
		}
		for i := range sts {
			records = append(records, spellOf(&sts[i], names[sts[i].Membership.State], sel.Basis))
		}
	}
	return WriteRecords(w, records)
}

func spellOf(st *lineage.Standing, state *lineage.State, basis lineage.Basis) []string {
	m, b := st.Membership, st.Bounds()
	untilFirst, untilLast := "", ""
	if !goesOn(b) {
		untilFirst, untilLast = dayOf(b.UntilFirst), dayOf(b.UntilLast)
	}
	return []string{
		string(st.Organization.ID), st.Organization.Name, string(m.State), state.Name, m.Role.String(), m.As,
		m.Joined.How.String(), since(st.Since), dayOf(b.SinceFirst), dayOf(b.SinceLast),
		howLeft(st), st.Until.String(), untilFirst, untilLast,
		st.Answer.String(), strings.Join(suspensions(st), " "), basis.String(), strings.Join(disputes(st), " "), joinIDs(st.Sources()),
	}
}

// howLeft says how a membership ended; "" where it goes on.
func howLeft(st *lineage.Standing) string {
	switch {
	case st.Until.IsZero():
		return ""
	case st.EndedWithOrganization():
		return "organization-ended"
	case st.Membership.Left.How == 0:
		return "unknown"
	}
	return st.Membership.Left.How.String()
}

func suspensions(st *lineage.Standing) []string {
	var all []string
	for _, s := range st.Suspensions() {
		if b := s.Bounds(); b.Possible() { // else it is only claimed
			all = append(all, s.Since.String()+"/"+s.Until.String())
		}
	}
	return all
}

func disputes(st *lineage.Standing) []string {
	var all []string
	for _, c := range st.Disputes() {
		all = append(all, c.About.String()+":"+c.Claim.On.String())
	}
	return all
}

// since writes the date of a beginning.
func since(d lineage.Date) string {
	if d.IsZero() {
		return "[..]"
	}
	return d.String()
}

// goesOn reports whether there is no end.
func goesOn(b lineage.Bounds) bool { return b.UntilFirst == lineage.MaxDay }

// dayOf writes a day; "" for the ends of time.
func dayOf(d lineage.Day) string {
	if d == lineage.MinDay || d == lineage.MaxDay {
		return ""
	}
	return d.String()
}

func joinIDs[ID ~string](ids []ID) string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = string(id)
	}
	return strings.Join(texts, " ")
}
