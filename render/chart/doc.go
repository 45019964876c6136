// Package chart draws memberships as a chart: a row for each state, time from
// left to right to scale, a bar for each membership.
//
// [SVG] writes it. A bar begins at the first day of the membership and ends at
// the last, in the colour of its organization and with its name where there is
// room. Memberships of one state that do not overlap share a sub-row, those in
// organizations that follow each other above all. Members and parties have full
// bars, all others thin ones; what is too short to be seen to scale is a tick.
// Suspensions are hatched. Where a date is not known to the day, the bar fades
// over the days that it may be, with a dotted edge and a bracket below; a bar of
// which no day is certain is faint throughout. A notch at an end says that other
// sources give another date. What goes on beyond the chart fades beyond its edge.
//
// The rows stand in the order of names, of accession, or of likeness; see
// [Sort]. With a date, a line marks it, or a strip where it spans several days,
// and a list beside the chart says who was in what.
//
// The drawing depends on its arguments alone: the same input gives the same
// bytes. It is laid out as plain numbers first, and written then.
//
// # Elements and classes
//
// The root svg has role graphics-document, is named by the elements
// lineage-title and lineage-desc, and has the classes drawing and chart. All
// other ids begin with "chart-". Within it, an element of one of these classes is
//
//	title, caption         the text at the top
//	plot                   scale, rows and mark; data-first and data-end are the window, data-x0 and
//	                       data-x1 where these days lie
//	scale                  the axis and the lines between rows
//	row                    a state with its memberships; data-state has its ID
//	state                  the name of the state
//	membership             a membership
//	name                   the name of the organization on or beside its bar
//	asked                  the mark of the date asked for: asked-line or asked-strip
//	snapshot               the list of that date
//	attendance             an organization in it; data-organization has its ID
//	legend organizations   the list of organizations
//	organization           an organization in it
//	legend signs           the meanings of the marks
//	sign                   one of them
//
// A membership has a class for its role, such as role-member or role-observer,
// and suspended-some if it was ever suspended. It is a focusable symbol whose
// label, and tooltip, is a sentence; data-state and data-organization hold the
// IDs, data-since and data-until the dates held right in EDTF. Until is the
// first day after it; it is absent while the membership goes on, and since is
// absent where nothing is known of it. In a membership there are
//
//	bar, thin              the days that are certain
//	faint                  with these: no day is certain
//	possible-area          days that are only possible; possible is their edge
//	beyond                 what fades beyond the chart
//	suspended              hatching; suspended-perhaps where it is only possible
//	outline, beginning     the edges of the bar, and its beginning
//	tick                   all of one that is too short
//	bracket                the days that a vague date may be
//	disputed               a notch, or a ring on a tick
//
// An organization is such a symbol too, with data-organization. Colours are the
// classes of all drawings: tint-N, edge-N, tint-N-text, ink, soft and so on, with
// N from 0 to 4.
package chart
