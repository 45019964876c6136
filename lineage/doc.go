// Package lineage knows how international organizations begin, are renamed,
// transformed, merged, absorbed and end, and which states were in them on any
// day.
//
// A [Dataset] holds plain records, which may be wrong. [New] checks them and
// makes an [Atlas], which is right, immutable, sorted and safe for concurrent
// use; all questions are methods of the Atlas. Dates may be known to the day,
// the month, the year, within a range, or not at all, so answers are [No],
// [Maybe] or [Yes]. Every fact names its sources and keeps the rival claims of
// other sources; an answer that a rival claim would change says so.
//
// The package reads no files and no clock, and writes nothing.
package lineage
