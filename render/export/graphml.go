package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// An attribute is one that the nodes or edges of a network may have.
type attribute struct {
	name string
	kind string // string, int or boolean
}

// A point is a node of a network: its ID and the values of its attributes, in
// their order. An empty value is one that is not known, and is left out.
type point struct {
	id     string
	values []string
}

// A tie is an edge of a network.
type tie struct {
	from, to string
	values   []string
}

// A network is what GraphML holds. No attribute is called name: igraph takes
// that for the identity of a node, and two organizations may share an acronym.
type network struct {
	id       string
	directed bool
	ofPoints []attribute
	ofTies   []attribute
	points   []point
	ties     []tie
}

// write writes the network as a GraphML document.
func (n *network) write(w io.Writer) error {
	b := bufio.NewWriter(w) // keeps the first error
	b.WriteString(xml.Header)
	b.WriteString(`<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">` + "\n")
	keys := func(of string, as []attribute) {
		for _, a := range as {
			fmt.Fprintf(b, "  <key id=\"%s-%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", of, a.name, of, a.name, a.kind)
		}
	}
	keys("node", n.ofPoints)
	keys("edge", n.ofTies)
	direction := "undirected"
	if n.directed {
		direction = "directed"
	}
	fmt.Fprintf(b, "  <graph id=\"%s\" edgedefault=\"%s\">\n", n.id, direction)
	for _, p := range n.points {
		fmt.Fprintf(b, "    <node id=\"%s\">\n", xmlText(p.id))
		writeData(b, "node", n.ofPoints, p.values)
		b.WriteString("    </node>\n")
	}
	for i, t := range n.ties {
		fmt.Fprintf(b, "    <edge id=\"e%d\" source=\"%s\" target=\"%s\">\n", i, xmlText(t.from), xmlText(t.to))
		writeData(b, "edge", n.ofTies, t.values)
		b.WriteString("    </edge>\n")
	}
	b.WriteString("  </graph>\n</graphml>\n")
	return b.Flush()
}

func writeData(b *bufio.Writer, of string, as []attribute, values []string) {
	for i, v := range values {
		if v != "" {
			fmt.Fprintf(b, "      <data key=\"%s-%s\">%s</data>\n", of, as[i].name, xmlText(v))
		}
	}
}

// xmlText writes s as text of an element or attribute.
func xmlText(s string) string { return xmlEscaper.Replace(oneLine(s)) }

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")
