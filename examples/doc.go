// Package examples holds small programs, a folder each, and the picture in the
// README.
package examples

//go:generate sh picture.sh
