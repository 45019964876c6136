// Package cow reads tables of who was a member of what: the Correlates of War
// IGO tables, version 3, and plain lists of memberships.
//
// [Read] tells the layout from the header, whose names may be in any case:
//
//	ioname, orgname, year, STATE…     one row an organization and year
//	ccode, year, state, ACRONYM…      one row a state and year
//	organization, state, role, year   one row a membership and year
//	organization, state, role, from, to
//
// The columns may stand in any order, with others among them; role may be left
// out, and then says member. Fields are separated by commas, tabs or semicolons
// and may be quoted as RFC 4180 has it. The text is UTF-8.
//
// In the first two layouts, the cells hold a [Code]. In the last, to is the last
// day, month or year of the membership; a column until, in its place, is the
// first day after it. Both are empty where the membership goes on. All dates are
// written as [lineage.ParseDate] reads them, so a last day of 2004 is some day of
// that year.
//
// A table of any kind is read in bounded memory, one row after the other, and
// everything that is wrong with it is reported, by file, line and column.
package cow
