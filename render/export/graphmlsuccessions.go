package export

import (
	"io"
	"strconv"

	"github.com/orglineage/orglineage/lineage"
)

// GraphMLSuccessions writes the organizations and the successions among them as
// a directed network in GraphML, for Gephi, yEd, igraph and networkx:
//
//	R> library(igraph); g <- read_graph("successions.graphml", format = "graphml")
//	R> table(E(g)$kind)
//	>>> g = networkx.read_graphml("successions.graphml")
//	>>> networkx.ancestors(g, "caco")
//
// A node is an organization by its ID, with
//
//	label     the acronym
//	title     the name in full
//	kind      such as "economic union"
//	proposed  true for one that was never established
//	since     when it began, as an EDTF date; left out where nothing is known
//	until     the first day after it, likewise; left out while it goes on, and [..]
//	          where it ended on a day not known
//	year      the first year in which it may have begun, to lay the network out by
//
// An edge leads from the older organization to the one that followed it, with
//
//	kind       renamed, transformed, merged, …
//	date       when it took effect, likewise
//	certainty  "maybe" where no more is known than that it was decided or
//	           signed, else "yes"
//	disputed   true where other sources give another date
//
// Errors are those of w, a [*lineage.NotFoundError] for an organization that is
// not in the atlas, and a [*lineage.DateError] for a period that ends before it
// begins; with the last two nothing is written.
func GraphMLSuccessions(w io.Writer, atlas *lineage.Atlas, sel Selection) error {
	orgs, err := sel.organizations(atlas)
	if err != nil {
		return err
	}
	follow, err := sel.successions(atlas, orgs)
	if err != nil {
		return err
	}
	n := network{
		id:       "successions",
		directed: true,
		ofPoints: []attribute{{"label", "string"}, {"title", "string"}, {"kind", "string"}, {"proposed", "boolean"}, {"since", "string"}, {"until", "string"}, {"year", "int"}},
		ofTies:   []attribute{{"kind", "string"}, {"date", "string"}, {"certainty", "string"}, {"disputed", "boolean"}},
	}
	for _, o := range orgs {
		life, err := atlas.Life(o.ID, sel.Basis)
		if err != nil {
			return err
		}
		n.points = append(n.points, point{string(o.ID), []string{
			o.Short, o.Name, o.Kind, strconv.FormatBool(o.Proposed), known(life.Since), life.Until.String(), firstYear(life.Since),
		}})
	}
	for _, f := range follow {
		n.ties = append(n.ties, tie{string(f.From), string(f.To), []string{
			f.How.String(), known(f.on), f.certainty.String(), strconv.FormatBool(f.disputed),
		}})
	}
	return n.write(w)
}

// firstYear returns the year of the first day that d may be, if it is known.
func firstYear(d lineage.Date) string {
	first, _ := d.Bounds()
	if first == lineage.MinDay {
		return ""
	}
	year, _, _ := first.Civil()
	return strconv.Itoa(year)
}
