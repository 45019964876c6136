// Package audit compares tables of memberships with an atlas, cell by cell:
// every organization, state and year.
//
// A table by years has one value for a year in which much may happen. So the
// atlas is asked twice: how the state stood on 31 December, and how it stood at
// best on some day of the year. A cell agrees where both answers are what the
// table says; what the atlas leaves open ([lineage.Maybe]) agrees with either.
// All else is a disagreement, and has a verdict:
//
//   - explained, by the first entry of a [data.Crosswalk] that fits it;
//   - explained as granularity, where the value was right on some day of the year
//     but not on all that were asked about: the state joined, left or changed its
//     role in that year, and one value cannot say so. This asks no more of a table
//     than that its value was true at some time in its year. Options.Strict asks
//     for more, and leaves those cells unexplained. A list by dates can be as exact
//     as the atlas, so nothing in one is explained like this;
//   - unexplained.
//
// Which of the two answers a table means is not known of the published tables,
// and they cannot mean the same one everywhere: the Correlates of War tables have
// organizations and members both in the year in which they ended and not.
//
// Roles are compared as far as tables have them: full members, among them parties
// of treaties; associates; observers. Whoever was only a partner, candidate or
// guest was no member; in a list without roles, only full members are. A suspended
// member is a member.
package audit
