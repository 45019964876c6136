package export

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// GraphMLStates writes the one-mode network of states that share organizations
// in GraphML, weighted by the days that they shared.
//
//	R> library(igraph); g <- read_graph("states.graphml", format = "graphml")
//	R> cluster_louvain(delete_edges(g, which(E(g)$certainty == "maybe")))
//	>>> g = networkx.read_graphml("states.graphml")
//	>>> g["KZ"]["KG"]["weight"]
//
// A node is a state by its ID, with label and kind. An edge joins two states
// that may have been in one organization on the same day, with
//
//	weight         the same as days_least
//	days_least     on how many days they certainly were in one together
//	days_most      on how many days they may have been
//	certainty      "yes" if they certainly shared a day, else "maybe"; the weight
//	               is 0 then, and some programs, such as Gephi, leave it out
//	organizations  how many organizations they may have shared
//	shared         the IDs of these
//
// A day counts once for each organization that they shared on it, whatever
// their roles, suspended or not. With a vague date, the days that it may span
// are in days_most alone: two states of which one joined in 1995 and the other
// left in 1996 shared 1 to 730 days. What has no end is counted up to the last
// day, as [GraphMLMemberships] says. The errors are those of
// [GraphMLSuccessions].
func GraphMLStates(w io.Writer, atlas *lineage.Atlas, sel Selection) error {
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
		id:       "states",
		ofPoints: []attribute{{"label", "string"}, {"kind", "string"}},
		ofTies: []attribute{
			{"weight", "int"}, {"days_least", "int"}, {"days_most", "int"}, {"certainty", "string"}, {"organizations", "int"}, {"shared", "string"},
		},
	}
	taking := map[lineage.StateID]bool{}
	all := map[pair]*sharing{}
	for _, o := range orgs {
		members, err := sel.memberships(atlas, o.ID)
		if err != nil {
			return err
		}
		for _, st := range members {
			taking[st.Membership.State] = true
		}
		for both, t := range together(members, lives) {
			least, most := t.within(window)
			if most == 0 {
				continue
			}
			if all[both] == nil {
				all[both] = &sharing{}
			}
			all[both].add(o.ID, least, most)
		}
	}
	for _, s := range atlas.States() {
		if taking[s.ID] {
			n.points = append(n.points, point{string(s.ID), []string{s.Name, s.Kind.String()}})
		}
	}
	for _, both := range slices.SortedFunc(maps.Keys(all), comparePairs) {
		n.ties = append(n.ties, tie{string(both.one), string(both.other), all[both].values()})
	}
	return n.write(w)
}

// A pair is two states, in the order of their IDs.
type pair struct{ one, other lineage.StateID }

func comparePairs(x, y pair) int {
	return cmp.Or(cmp.Compare(x.one, y.one), cmp.Compare(x.other, y.other))
}

// together returns when the states of an organization were in it with one
// another, given its memberships by state.
func together(members []lineage.Standing, lives map[*lineage.Membership]stretch) map[pair]*tally {
	found := map[pair]*tally{}
	for i, x := range members {
		for _, y := range members[i+1:] {
			if x.Membership.State == y.Membership.State {
				continue
			}
			both := pair{x.Membership.State, y.Membership.State}
			if found[both] == nil {
				found[both] = &tally{}
			}
			found[both].add(lives[x.Membership].both(lives[y.Membership]))
		}
	}
	return found
}

// A sharing is what two states shared.
type sharing struct {
	least, most int
	orgs        []string
}

func (s *sharing) add(id lineage.OrgID, least, most int) {
	s.least += least
	s.most += most
	s.orgs = append(s.orgs, string(id))
}

func (s *sharing) values() []string {
	certainty := lineage.Maybe
	if s.least > 0 {
		certainty = lineage.Yes
	}
	least := strconv.Itoa(s.least)
	return []string{least, least, strconv.Itoa(s.most), certainty.String(), strconv.Itoa(len(s.orgs)), strings.Join(s.orgs, " ")}
}
