package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// DOT writes the succession view as a digraph for Graphviz, 2.43 or later. The
// error is that of w, or a [*lineage.NotFoundError] for an organization that is
// not in the atlas; nothing is written then.
//
// The nodes have the IDs "org-ID", the edges "from-ID-to-ID" and the boxes
// "body-ID" and "within-ID". The classes are organization, proposed, tint-N;
// succession with the kind; body with renamed or within.
func DOT(w io.Writer, atlas *lineage.Atlas, opts Succession) error {
	d, err := build(atlas, opts)
	if err != nil {
		return err
	}
	p := &printer{w: w}
	p.diagram(d, opts.LeftToRight)
	return p.err
}

// A printer prints until the first error and keeps it.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

// tints are the colours of nodes, by turns. The text on them keeps a contrast
// of more than 7:1.
var tints = [...]string{"#f7ecd8", "#e3ebf6", "#e2f1e6", "#f6e4e6", "#ece6f4", "#dff1f2", "#f1f3d5"}

// The other colours of the drawing. Dark mode maps all of them.
const (
	pen    = "#1d2430" // names and edges
	soft   = "#3f4756" // dates, notes
	rim    = "#8a93a3" // outlines
	paper  = "#ffffff"
	shaded = "#f3f5f8" // boxes of containment
)

func tintOf(i int) string { return tints[i%len(tints)] }

func (p *printer) diagram(d *diagram, leftToRight bool) {
	p.printf("digraph lineage {\n")
	direction := "TB"
	if leftToRight {
		direction = "LR"
	}
	p.printf("\tgraph [rankdir=%s, bgcolor=%s, fontname=\"Arial\", fontcolor=%s, fontsize=18, labelloc=t, labeljust=l, pad=0.3, nodesep=0.35, ranksep=0.55, newrank=true, label=<%s>];\n",
		direction, quote(paper), quote(pen), heading(d))
	p.printf("\tnode [shape=box, style=\"rounded,filled\", fontname=\"Arial\", fontcolor=%s, fontsize=11, color=%s, margin=\"0.14,0.10\"];\n", quote(pen), quote(rim))
	p.printf("\tedge [fontname=\"Arial\", fontcolor=%s, fontsize=11, color=%s, arrowsize=0.8];\n", quote(pen), quote(pen))
	nodes := map[string]*node{}
	for i := range d.Nodes {
		nodes[d.Nodes[i].ID] = &d.Nodes[i]
	}
	for i := range d.Bodies {
		p.body(&d.Bodies[i], nodes, "\t")
	}
	for i := range d.Nodes {
		if n := nodes[d.Nodes[i].ID]; n != nil {
			p.node(n, "\t", paper, true)
		}
	}
	for i := range d.Edges {
		p.edge(&d.Edges[i], leftToRight)
	}
	for _, b := range d.Below {
		p.printf("\t%s -> %s [style=invis];\n", quote(b.Above), quote(b.Node))
	}
	p.printf("}\n")
}

// heading is the title above the drawing, with the footnotes below it.
func heading(d *diagram) string {
	text := "<B>" + label(d.Title) + `</B><BR ALIGN="LEFT"/>`
	// Lines of small type keep the notes off the title and the drawing.
	const gap = `<FONT POINT-SIZE="6">&#160;</FONT><BR ALIGN="LEFT"/>`
	text += gap
	for _, note := range d.Footnotes {
		text += fmt.Sprintf(`<FONT POINT-SIZE="11" COLOR="%s">%s</FONT><BR ALIGN="LEFT"/>`, soft, label(note))
	}
	return text + gap
}

// body writes a box and what it holds, and takes its nodes out of nodes.
func (p *printer) body(b *body, nodes map[string]*node, indent string) {
	fill, rimmed := shaded, true
	if b.Class == "body renamed" {
		// The box is the body; its names are parts of it without rims of their own.
		fill, rimmed = tintOf(b.Tint), false
	}
	p.printf("%ssubgraph %s {\n", indent, quote("cluster-"+b.ID))
	in := indent + "\t"
	p.printf("%sgraph [id=%s, class=%s, style=\"rounded,filled\", fillcolor=%s, color=%s, fontcolor=%s, fontsize=11, labeljust=l, margin=12, label=<%s>];\n",
		in, quote(b.ID), quote(b.Class), quote(fill), quote(rim), quote(soft), label(b.Label))
	for i := range b.Bodies {
		p.body(&b.Bodies[i], nodes, in)
	}
	for _, id := range b.Nodes {
		if n := nodes[id]; n != nil {
			p.node(n, in, fill, rimmed)
			delete(nodes, id)
		}
	}
	p.printf("%s}\n", indent)
}

func (p *printer) node(n *node, indent, ground string, rimmed bool) {
	class := fmt.Sprintf("organization tint-%d", n.Tint%len(tints))
	style, fill := "rounded,filled", tintOf(n.Tint)
	if n.Proposed {
		class, style, fill = "organization proposed", "rounded,filled,dashed", ground
	}
	p.printf("%s%s [id=%s, class=%s, style=%s, fillcolor=%s", indent, quote(n.ID), quote("org-"+n.ID), quote(class), quote(style), quote(fill))
	if !rimmed {
		p.printf(", penwidth=0")
	}
	p.printf(", tooltip=%s, label=<%s>];\n", quote(n.Sentence), nodeLabel(n))
}

// The widest text in a node, in characters; longer text is broken.
const (
	nameWidth = 34
	lineWidth = 40
	dateWidth = 18
)

func nodeLabel(n *node) string {
	var b strings.Builder
	b.WriteString(`<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2">`)
	cell := func(size int, color, text string) {
		fmt.Fprintf(&b, `<TR><TD COLSPAN="3" ALIGN="LEFT" BALIGN="LEFT"><FONT POINT-SIZE="%d" COLOR="%s">%s</FONT></TD></TR>`, size, color, text)
	}
	cell(17, pen, "<B>"+label(n.Short)+"</B>")
	if n.Name != n.Short {
		cell(12, pen, wrapped(n.Name, nameWidth))
	}
	cell(11, soft, wrapped(n.Years, nameWidth))
	for i, l := range n.Lines {
		if i == 0 {
			b.WriteString("<HR/>")
		}
		fmt.Fprintf(&b, `<TR><TD ALIGN="LEFT" BALIGN="LEFT" VALIGN="TOP"><FONT COLOR="%s">%s</FONT></TD><TD WIDTH="6"></TD><TD ALIGN="LEFT" BALIGN="LEFT" VALIGN="TOP">%s</TD></TR>`,
			soft, dateCell(l.Date, l.Vague), wrapped(l.Text, lineWidth))
	}
	b.WriteString("</TABLE>")
	return b.String()
}

// dateCell is a date, in italics if it is not known to the day.
func dateCell(date string, vague bool) string {
	text := wrapped(date, dateWidth)
	if vague {
		return "<I>" + text + "</I>"
	}
	return text
}

func (p *printer) edge(e *edge, leftToRight bool) {
	style := "solid"
	width := 1.2
	switch e.Kind {
	case "renamed":
		width = 2.6
	case "transformed":
		width = 2
	case "revived":
		style = "dotted"
	case "upgraded":
		style = "dashed"
	}
	p.printf("\t%s -> %s [id=%s, class=%s, style=%s, penwidth=%.1f, tooltip=%s, labeltooltip=%s, label=<%s>];\n",
		quote(e.From), quote(e.To), quote("from-"+e.From+"-to-"+e.To), quote("succession "+e.Kind), style, width,
		quote(e.Sentence), quote(e.Sentence),
		edgeLabel(e, leftToRight))
}

// edgeLabel keeps the text off the line, which Graphviz draws on the left of
// the label, or below it if time runs right.
func edgeLabel(e *edge, leftToRight bool) string {
	left, below := `<TD ROWSPAN="2" WIDTH="8"></TD>`, ""
	if leftToRight {
		left, below = "", `<TR><TD HEIGHT="6"></TD></TR>`
	}
	return fmt.Sprintf(`<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="1"><TR>%s<TD ALIGN="LEFT"><B>%s</B></TD></TR><TR><TD ALIGN="LEFT" BALIGN="LEFT">%s</TD></TR>%s</TABLE>`,
		left, label(e.Kind), dateCell(e.Date, e.Vague), below)
}
