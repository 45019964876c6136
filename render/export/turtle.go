package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

func (d *description) writeTurtle(w io.Writer) error {
	b := bufio.NewWriter(w) // keeps the first error
	fmt.Fprintf(b, "@prefix id: <%s> .\n", d.base)
	for _, ns := range namespaces {
		fmt.Fprintf(b, "@prefix %s: <%s> .\n", ns.prefix, ns.iri)
	}
	for _, t := range d.things {
		fmt.Fprintf(b, "\n%s a %s", d.turtleIRI(t.iri), strings.Join(t.types, ", "))
		for _, same := range t.by() {
			fmt.Fprintf(b, " ;\n    %s ", same[0].of.name)
			for i, f := range same {
				if i > 0 {
					b.WriteString(", ")
				}
				b.WriteString(d.turtleValue(f))
			}
		}
		b.WriteString(" .\n")
	}
	return b.Flush()
}

func (d *description) turtleValue(f fact) string {
	switch {
	case f.of.kind == resource:
		return d.turtleIRI(f.value)
	case f.of.kind == "xsd:integer":
		return f.value
	}
	quoted := `"` + turtleEscaper.Replace(f.value) + `"`
	switch {
	case f.lang != "":
		return quoted + "@" + f.lang
	case f.of.kind != anyText:
		return quoted + "^^" + f.of.kind
	}
	return quoted
}

var turtleEscaper = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)

func (d *description) turtleIRI(iri string) string {
	if short, ok := d.short(iri); ok {
		return short
	}
	return "<" + iri + ">"
}
