// Package jsontree reads JSON into the tree that YAML files are read into, with
// every value knowing where it stands, and writes such a tree as JSON.
//
// It reads RFC 8259 within bounded time and memory, whatever the text holds, and
// stricter than package encoding/json: a key stands once in an object, and text
// is UTF-8 without lone surrogates.
package jsontree

// The limits of what is read. They are far above what an atlas of ten thousand
// organizations needs.
const (
	maxDepth  = 32      // lists and objects inside each other
	maxValues = 1 << 21 // each of which needs some hundred bytes
	maxKey    = 64      // characters of a key
	maxTwice  = 1000    // keys that stand twice
)
