// Package examples holds small programs, a folder each.
package examples
