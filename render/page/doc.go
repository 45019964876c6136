// Package page writes one self-contained HTML file: the drawings of a view with
// a slider for the day, a search, the facts with their sources, and downloads.
// It works from a disk, offline, and without script, when the drawing, the
// events, the memberships and the sources stay.
//
// The page runs no script and uses no style but its own, whatever the names and
// addresses in the data are: a policy names both by their hashes, all text is
// escaped, the drawings are copied element by element without what could act or
// fetch, and only addresses of http and https become links.
//
// # The drawings
//
// The script lights and dims elements of a drawing by their classes:
//
//	membership    with data-state (or several that share a strand, parted by blanks), data-organization, data-since, data-until
//	organization  with data-organization, or an ID such as org-caco
//	succession    with data-from and data-to, or an ID such as from-caec-to-caco
//	plot          with data-first and data-end, the window as YYYY-MM-DD whose end is excluded, and data-x0 and data-x1, where they stand
//
// What stands apart from a membership but belongs to it, such as a dot, or to a
// state, such as its name, is lit with it by data-state and data-organization, or
// data-state alone. The chosen day is drawn over the plot. A text of the class title
// at the top of a drawing is left out below the heading of the page, and one of
// the class caption takes the place of the page's own. All IDs get the name of the
// view in front.
//
// # The facts
//
// The facts are in the file as JSON, and can be downloaded: an object with
// title, language, basis, roles, first and last (the days of the window), and
// lists.
//
//	organizations  id, short, name, names, kind, since, until, bounds, text, notes, claims, sources
//	states         id, name, names, former (name, until: the first day on which it was certainly out of use)
//	memberships    organization, state, role, as, how, left, since, until, bounds, suspensions, text, notes, claims, sources
//	successions    from, to, how, on, text, notes, claims, sources
//	events         on, day (the first that it may have been), text
//	claims         about, on, text, note, sources: what other sources say
//	sources        id, kind, text, url
//
// Dates are in EDTF as in [lineage.Date]; until is the first day after. Bounds
// holds what the dates come to within the life of the organization: sinceFirst,
// sinceLast, untilFirst and untilLast, each a day, or missing where nothing
// bounds it. Where since and until are days that say the same, there are no
// bounds. Without untilFirst it goes on; an end of which nobody knows how early
// it came has 0001-01-01 there. The lists of claims and sources in the other lists
// hold places in the list of claims, counted from 0, and IDs of sources.
//
// The script answers to lineage.membersOn("caco", "2004-12-31") in the console
// as [lineage.Atlas.MembersOn] does.
package page
