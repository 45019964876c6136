package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// Mermaid writes the organizations and the successions among them as a Mermaid
// flowchart, for a README or a wiki: put it between "```mermaid" and "```", or
// draw it with
//
//	mmdc -i lineage.mmd -o lineage.svg
//
// A node shows the acronym and the years of an organization; it is dashed if
// the organization was only proposed. What works within another organization
// stands in a box with it. Renamed is a thick arrow, and a dotted one what was
// revived or only upgraded. Mermaid draws no more than 500 arrows and 50,000
// characters unless it is told otherwise: select what fits.
//
// The errors are those of [GraphMLSuccessions].
func Mermaid(w io.Writer, atlas *lineage.Atlas, sel Selection) error {
	orgs, err := sel.organizations(atlas)
	if err != nil {
		return err
	}
	follow, err := sel.successions(atlas, orgs)
	if err != nil {
		return err
	}
	c := flowchart{Writer: bufio.NewWriter(w), years: map[lineage.OrgID]string{}, inside: map[lineage.OrgID][]*lineage.Organization{}}
	for _, o := range orgs {
		life, err := atlas.Life(o.ID, sel.Basis)
		if err != nil {
			return err
		}
		c.years[o.ID] = lifeYears(life)
		if o.Proposed {
			c.proposed = append(c.proposed, mermaidID(o.ID))
			c.years[o.ID] = "proposed"
			if d := o.Founded.At(lineage.Announced); d != nil {
				c.years[o.ID] += " " + years(d.On)
			}
		}
	}
	c.write(orgs, follow)
	return c.Flush()
}

// A flowchart writes a Mermaid flowchart. The writer keeps the first error.
type flowchart struct {
	*bufio.Writer
	years    map[lineage.OrgID]string // of the organizations of the selection
	inside   map[lineage.OrgID][]*lineage.Organization
	proposed []string // nodes
}

func (c *flowchart) write(orgs []*lineage.Organization, follow []followed) {
	c.WriteString("flowchart TB\n")
	var outer []*lineage.Organization
	for _, o := range orgs {
		if o.Within != nil && c.years[o.Within.Organization] != "" {
			c.inside[o.Within.Organization] = append(c.inside[o.Within.Organization], o)
		} else {
			outer = append(outer, o)
		}
	}
	for _, o := range outer {
		c.organization(o, "  ")
	}
	for _, f := range follow {
		fmt.Fprintf(c, "  %s %s|\"%s<br/>%s\"| %s\n", mermaidID(f.From), arrow(f.How), mermaidText(f.How.String()), mermaidText(spell(f.on)), mermaidID(f.To))
	}
	if len(c.proposed) > 0 {
		fmt.Fprintf(c, "  classDef proposed stroke-dasharray:5 5\n  class %s proposed\n", strings.Join(c.proposed, ","))
	}
}

// organization writes a node, in a box if others work within it. Boxes do not
// hold each other: containments do not lead back to where they began.
func (c *flowchart) organization(o *lineage.Organization, indent string) {
	node := fmt.Sprintf("%s[\"%s<br/>%s\"]", mermaidID(o.ID), mermaidText(o.Short), mermaidText(c.years[o.ID]))
	if len(c.inside[o.ID]) == 0 {
		fmt.Fprintf(c, "%s%s\n", indent, node)
		return
	}
	fmt.Fprintf(c, "%ssubgraph within_%s[\"%s\"]\n", indent, mermaidID(o.ID), mermaidText("within "+o.Short))
	fmt.Fprintf(c, "%s  %s\n", indent, node)
	for _, in := range c.inside[o.ID] {
		c.organization(in, indent+"  ")
	}
	fmt.Fprintf(c, "%send\n", indent)
}

func arrow(k lineage.SuccessionKind) string {
	switch k {
	case lineage.Renamed:
		return "==>"
	case lineage.Revived, lineage.Upgraded:
		return "-.->"
	}
	return "-->"
}
