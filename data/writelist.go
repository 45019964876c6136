package data

import (
	"encoding/csv"
	"io"

	"github.com/orglineage/orglineage/lineage"
)

// listHead are the columns of [WriteList].
var listHead = []string{"organization", "organization_name", "state", "state_name", "role", "since", "until"}

// WriteList writes the memberships of an atlas as a list by dates, which
// [LoadTable] reads: a row each, by organization, state and beginning. Of all
// formats it is the quickest to read, and holds the least: when a membership
// began and ended, in which role, and what the two are called where they are
// first met. What organizations
// were before their first member and after their last, their successions, sources
// and notes, what is disputed or suspended, and what is only claimed are left
// out.
//
// The dates stand as they are known; until is the first day after, and empty where
// the membership goes on. [..] is some day, of which nothing more is known.
func WriteList(w io.Writer, atlas *lineage.Atlas) error {
	out := csv.NewWriter(w)
	if err := out.Write(listHead); err != nil {
		return err
	}
	names := map[lineage.StateID]string{}
	for _, s := range atlas.States() {
		names[s.ID] = s.Name
	}
	for _, o := range atlas.Organizations() {
		members, err := atlas.MembersDuring(o.ID, lineage.Date{}, lineage.Query{Roles: lineage.EveryRole})
		if err != nil {
			return err
		}
		name := o.Short
		if slug(name, "") != string(o.ID) { // which is how the ID is made again
			name = string(o.ID)
		}
		for i := range members {
			st := &members[i]
			since := "[..]"
			if !st.Since.IsZero() {
				since = st.Since.String()
			}
			id, title := st.Membership.State, ""
			if i == 0 {
				title = o.Name
			}
			row := []string{name, title, string(id), names[id], st.Membership.Role.String(), since, st.Until.String()}
			if err := out.Write(row); err != nil {
				return err
			}
			delete(names, id)
		}
	}
	out.Flush()
	return out.Error()
}
