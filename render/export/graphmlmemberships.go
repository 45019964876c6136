package export

import (
	"io"
	"slices"
	"strconv"

	"github.com/orglineage/orglineage/lineage"
)

// GraphMLMemberships writes the two-mode network of states and organizations
// in GraphML: an edge is a membership.
//
//	R> library(igraph); g <- read_graph("memberships.graphml", format = "graphml")
//	R> V(g)$type <- V(g)$bipartite == 1
//	>>> g = networkx.read_graphml("memberships.graphml")
//	>>> [n for n, at in g.nodes(data=True) if at["mode"] == "state"]
//
// The nodes are "org-ID" and "state-ID". Both have
//
//	label      the acronym, or the name of the state
//	title      the name in full
//	mode       "organization" or "state"
//	kind       such as "economic union"; of a state: state, territory, organization
//	bipartite  1 for organizations, 0 for states
//
// An edge leads from a state to an organization. There are several between the
// same two where the state took several roles, or came back. It has
//
//	role       member, observer, …
//	since      when it began, as an EDTF date; left out where nothing is known
//	until      the first day after it, likewise; left out while it goes on, and [..]
//	           where it ended on a day not known
//	certainty  "yes" or "maybe": was the state there on some day of the period
//	disputed   true where other sources give other dates
//	days_least, days_most
//	           on how many days it was there, at least and at most, suspended or not
//	suspended  "yes", "maybe" or "no": was it suspended in the period
//	suspended_least, suspended_most
//	           on how many of these days
//
// Days are counted within the period of the selection. Where that is open they
// are counted from the first and to the last day that an event or note of the
// atlas names. The errors are those of [GraphMLSuccessions].
func GraphMLMemberships(w io.Writer, atlas *lineage.Atlas, sel Selection) error {
	orgs, err := sel.organizations(atlas)
	if err != nil {
		return err
	}
	lives, err := sel.lives(atlas)
	if err != nil {
		return err
	}
	window := sel.window(atlas)
	n := network{
		id:       "memberships",
		ofPoints: []attribute{{"label", "string"}, {"title", "string"}, {"mode", "string"}, {"kind", "string"}, {"bipartite", "int"}},
		ofTies: []attribute{
			{"role", "string"},
			{"since", "string"},
			{"until", "string"},
			{"certainty", "string"},
			{"disputed", "boolean"},
			{"days_least", "int"},
			{"days_most", "int"},
			{"suspended", "string"},
			{"suspended_least", "int"},
			{"suspended_most", "int"},
		},
	}
	taking := map[lineage.StateID]bool{}
	for _, o := range orgs {
		n.points = append(n.points, point{"org-" + string(o.ID), []string{o.Short, o.Name, "organization", o.Kind, "1"}})
		members, err := sel.memberships(atlas, o.ID)
		if err != nil {
			return err
		}
		for i := range members {
			st := &members[i]
			taking[st.Membership.State] = true
			n.ties = append(n.ties, tie{
				from: "state-" + string(st.Membership.State), to: "org-" + string(o.ID),
				values: membershipValues(st, lives[st.Membership], window),
			})
		}
	}
	for _, s := range atlas.States() {
		if taking[s.ID] {
			n.points = append(n.points, point{"state-" + string(s.ID), []string{s.Name, s.Name, "state", s.Kind.String(), "0"}})
		}
	}
	return n.write(w)
}

func membershipValues(st *lineage.Standing, life stretch, window days) []string {
	var there, suspended tally
	there.add(life)
	for _, s := range st.Suspensions() {
		if !onlyClaimed(s.Record.Began) {
			suspended.add(stretchOf(s.Interval).both(life))
		}
	}
	least, most := there.within(window)
	suspendedLeast, suspendedMost := suspended.within(window)
	return slices.Concat(
		[]string{st.Membership.Role.String(), known(st.Since), st.Until.String(), st.Answer.String(), strconv.FormatBool(len(st.Disputes()) > 0)},
		[]string{strconv.Itoa(least), strconv.Itoa(most), st.Suspended.String(), strconv.Itoa(suspendedLeast), strconv.Itoa(suspendedMost)},
	)
}
