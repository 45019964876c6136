package data

import (
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/data/internal/yamltree"
)

// locate returns the file, the position and the node that a path of a
// [lineage.Problem] means, or those of the nearest thing around it.
func (l *loader) locate(path string) (string, yamltree.Pos, *yamltree.Node) {
	kind, rest, _ := strings.Cut(path, ".")
	number, rest, _ := strings.Cut(rest, ".")
	i, err := strconv.Atoi(number)
	doc := document{file: l.where}
	switch kind {
	case "organizations":
		if err == nil && i >= 0 && i < len(l.organizations) {
			doc = l.organizations[i]
		}
	case "states":
		doc = l.states
		rest = strings.TrimSuffix(strconv.Itoa(i-l.lentStates)+"."+rest, ".")
	case "collections":
		doc = l.collections
		rest = strings.TrimSuffix(number+"."+rest, ".")
	case "places":
		doc = l.places
		rest = strings.TrimSuffix(number+"."+rest, ".")
	case "sources":
		doc = l.sources
		rest = strings.TrimSuffix(strconv.Itoa(i-l.lentSources)+"."+rest, ".")
	}
	if doc.root == nil {
		return doc.file, top, nil
	}
	at, node := walk(doc.root, rest)
	return doc.file, at, node
}

// walk follows the path down from n as far as it leads. A text is found where it
// stands, a list or a mapping at its key.
func walk(n *yamltree.Node, path string) (yamltree.Pos, *yamltree.Node) {
	at := n.Pos
	for path != "" {
		var part string
		part, path, _ = strings.Cut(path, ".")
		switch n.Kind {
		case yamltree.Map:
			e := n.Get(part)
			if e == nil {
				return at, n
			}
			n = e.Value
			at = e.Pos
			if n.Kind == yamltree.Scalar {
				at = n.Pos
			}
		case yamltree.List:
			i, err := strconv.Atoi(part)
			if err != nil || i < 0 || i >= len(n.Items) {
				return at, n
			}
			n = n.Items[i]
			at = n.Pos
		default:
			return at, n
		}
	}
	return at, n
}
