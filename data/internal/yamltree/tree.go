// Package yamltree reads a YAML file into a tree of nodes that know where they
// stand, within bounded time and memory whatever the file holds.
//
// It accepts the part of YAML in which facts are written: one document of
// mappings, lists and scalars. Anchors, aliases, tags, merge keys and explicit
// keys ("? ") are refused. Scalars are text; what they mean is for others to say.
package yamltree

// A Kind says what a node is.
type Kind uint8

// The kinds of node.
const (
	Empty Kind = iota // no value, null or ~
	Scalar
	List
	Map
)

// String returns the kind with its article, for messages.
func (k Kind) String() string {
	return [...]string{"nothing", "a text", "a list", "a mapping"}[k]
}

// A Pos is a position in a file. Lines and columns count from 1, columns in
// characters.
type Pos struct{ Line, Col int }

// A Node is a value and its position.
type Node struct {
	Kind   Kind
	Text   string // of a Scalar, without quotes
	Quoted bool   // the Text stands in quotes, one column further right
	Pos
	Items   []*Node // of a List
	Entries []Entry // of a Map, in the order of the file, each key once
}

// An Entry is a key of a mapping with its value.
type Entry struct {
	Key   string
	Pos   // of the key
	Value *Node
}

// Get returns the entry with the key, or nil.
func (n *Node) Get(key string) *Entry {
	for i := range n.Entries {
		if n.Entries[i].Key == key {
			return &n.Entries[i]
		}
	}
	return nil
}

// A Fault is a reason why a file cannot be read, or not as it was meant.
type Fault struct {
	Pos
	Rule string // one of the constants below
	Msg  string
}

// The rules that files break here.
const (
	BadEncoding  = "bad-encoding"
	BadSyntax    = "syntax"
	DuplicateKey = "duplicate-key"
	TooLarge     = "too-large"
)
