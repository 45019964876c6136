package lineage

import (
	"fmt"
	"strings"
)

// names holds the text forms of an enumeration, in the order of its values; an
// empty text marks a value that is not valid.
type names[E ~uint8] struct {
	what  string
	texts []string
}

func (n names[E]) valid(e E) bool { return int(e) < len(n.texts) && n.texts[e] != "" }

func (n names[E]) text(e E) string {
	if !n.valid(e) {
		return fmt.Sprintf("%s(%d)", n.what, uint8(e))
	}
	return n.texts[e]
}

func (n names[E]) marshal(e E) ([]byte, error) {
	if !n.valid(e) {
		return nil, fmt.Errorf("%s has no text", n.text(e))
	}
	return []byte(n.texts[e]), nil
}

func (n names[E]) unmarshal(e *E, b []byte) error {
	for i, t := range n.texts {
		if t != "" && t == string(b) {
			*e = E(i)
			return nil
		}
	}
	return fmt.Errorf("unknown %s %q: want %s", n.what, shorten(string(b)), n.list())
}

// all returns the valid values in order.
func (n names[E]) all() []E {
	var es []E
	for i, t := range n.texts {
		if t != "" {
			es = append(es, E(i))
		}
	}
	return es
}

func (n names[E]) list() string {
	var texts []string
	for _, e := range n.all() {
		texts = append(texts, n.texts[e])
	}
	return strings.Join(texts, ", ")
}
