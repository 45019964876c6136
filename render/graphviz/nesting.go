package graphviz

import (
	"bytes"
	"fmt"
)

// Graphviz follows nesting by recursion on a stack of 64 KiB, and nothing stops
// it at the end: from 270 clusters or 70 tables on, it writes over its own data,
// and this drawing and all later ones may be wrong.
const (
	maxBraces = 150
	maxTables = 30
)

// checkNesting reports whether clusters in dot, or tables in its labels, are
// nested too deep. It does not tell text from structure, which is good enough
// at depths that no real graph comes near.
func checkNesting(dot []byte) error {
	var braces, tables int
	for i, c := range dot {
		switch c {
		case '{':
			if braces++; braces > maxBraces {
				return fmt.Errorf("braces are nested more than %d deep", maxBraces)
			}
		case '}':
			braces = max(braces-1, 0)
		case '<':
			switch rest := dot[i+1:]; {
			case hasPrefixFold(rest, "table"):
				if tables++; tables > maxTables {
					return fmt.Errorf("tables are nested more than %d deep", maxTables)
				}
			case hasPrefixFold(rest, "/table"):
				tables = max(tables-1, 0)
			}
		}
	}
	return nil
}

// hasPrefixFold is [bytes.HasPrefix] with upper case as lower case.
func hasPrefixFold(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && bytes.EqualFold(b[:len(prefix)], []byte(prefix))
}
