// Package river draws organizations and their members as one picture: time runs
// right, exactly to scale, organizations are bands, and a state is a line in a
// band while it is a member there, and only then.
//
// [New] lays a river out; [River.SVG] writes it. Renames and transformations run
// on in one band, behind a hairline; other successions are a cut with a change of
// colour, or a ribbon from band to band. A state in two organizations at once has
// two lines, and a thin tie from the older to the newer one. A dot begins a
// membership and a bar ends it, dashes are a suspension, a light line is an
// observer or another role, dots outside the bands are a gap, a wedge between
// brackets is a date not known to the day, and a small triangle a date that other
// sources contradict. Numbered badges lead to a list of events below, which is
// also the description of the drawing. From 24 states on, those with the same
// history share one thick line.
//
// The lines cross as rarely as can be; [Proof] says whether that is proven. Of
// orders that cross equally often the drawing takes one in which lines run
// straight and near to each other. Lines that began in the last two years are
// placed last, so that a fact that is added does not reshuffle what was there.
//
// No label covers another one, and no line that is not its own runs through it.
// Where there is no room at a band, its name stands above the whole drawing or
// its badge below it, with a leader. The name of a line stands on it, else before
// it, else behind it; where none of these is free the code of the state stands
// for the name, and at worst nothing: its tooltip, its place in the list of events
// and, if it goes on, its name at the margin remain.
//
// The drawing depends on its arguments alone: the same input gives the same
// bytes. It is laid out as plain numbers first, and written then.
//
// # Elements and classes
//
// The root svg has role graphics-document, is named by the elements
// lineage-title and lineage-desc, and has the classes drawing and river. All
// other ids begin with "river-". Within it, an element of one of these classes is
//
//	plot                   all that is to scale; data-first and data-end are the
//	                       first day and the one after the last, data-x0 and data-x1
//	                       where they stand
//	scale                  the axis
//	organization           the band of an organization; data-organization has its ID
//	band                   its outline
//	succession             a ribbon; data-from and data-to have the IDs, and a second
//	                       class is the kind, such as merged
//	ribbon                 its shape
//	rename                 the hairline of a rename or a transformation
//	tie                    the tie of two lines of one state
//	gap                    the time between two memberships of one line
//	membership             a membership
//	marks                  its dot, bar, brackets and triangles
//	event                  a badge, or an entry of the list with the same data-event
//	events, legend         the list, and the meanings of the signs
//
// A membership has a class for its role, such as role-member or role-observer,
// and suspended-some if it was ever suspended. It is a focusable symbol whose
// label, and tooltip, is a sentence, as are organizations and successions;
// data-state and data-organization hold the IDs, data-since and data-until the
// dates held right in EDTF. Until is the first day after it; it is absent while
// the membership goes on, and since is absent where nothing is known of it. Its
// marks repeat these four. In the two there are
//
//	paused                 the days of a suspension
//	wedge                  days that are only possible
//	core                   the light middle of the second style of line
//	dot, bar, bracket      the beginning, the end, the bounds of a vague date
//	disputed               a triangle
//
// Colours are the classes of all drawings: hue-N, fill-N, tint-N, edge-N, soft and
// so on, with N from 0 to 4.
package river
