// Package render draws what an atlas knows, in pure Go.
//
// The succession view shows organizations as nodes and successions as edges.
// [DOT] writes it for Graphviz. [Dress] gives the SVG that Graphviz makes of it
// what Graphviz leaves out: a title and a description, labels for screen
// readers, classes for restyling, and dark mode.
//
// A [View] says what the drawings to scale show; the packages river, chart and
// page write them.
//
// Every drawing depends on its arguments alone: the same input gives the same
// bytes.
package render
