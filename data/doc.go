// Package data holds the facts and reads facts of one's own.
//
// [BuiltIn] returns the atlas that comes with the module. It is generated from
// the YAML files in this folder, so it costs no parsing. [Load] reads a folder
// of such files, and reports everything that is wrong with it, each problem
// with file, line, column and the name of a rule. README.md describes the
// format, [Rules] lists the rules, and [Schema] returns the format as JSON
// Schema, for editors. [Write] makes such a folder of records. [WriteJSON] writes
// an atlas as one file of JSON, which [LoadJSON] reads.
//
// [LoadTable] makes an atlas of a table of memberships, such as those of the
// Correlates of War project; [WriteList] writes one. [Overlay] lays data sets over
// each other.
package data

// The tag keeps builtin_gen.go out of the program that makes it anew, so that
// one that does not compile any more is no obstacle.
//go:generate go run -tags orglineage_generate ./internal/gen
