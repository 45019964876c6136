package river

import "github.com/orglineage/orglineage/render/internal/storyline"

// Vertical measures, in pixels.
const (
	laneHeight  = 19.0 // of a line
	lightHeight = 15.0 // of a line that is drawn light: not a full member
	bandPad     = 13.5 // from the middle of the outermost line to the edge of its band
	bandGap     = 14.0 // between two bands
	loosePad    = 9.0  // around a line outside the bands, and around a name
	badgeRadius = 9.0
	badgeDrop   = 12.0 // from the edge of a band to the middle of a badge
	headGap     = 6.0  // between a band and the names above it
)

// A box is something that stands beside a band: the names of a body above it, a
// badge below it. Its y is that of the bottom of a head and of the middle of a
// badge.
type box struct {
	course int
	x0, x1 float64
	at     float64 // where what it is about happened
	head   bool
	level  int     // of heads: 0 is next to the band
	height float64 // of heads
	node   int
	home   int // the layer of what it is about
}

// A piece is a part of a strand on one lane.
type piece struct {
	strand   int
	from, to int // layers: from, up to to, which is not one of them
	node     int
}

// A row is what stands in one place of a layer.
type row struct {
	strand int // or -1
	box    int // or -1
	course int // storyline.NoBand for lines in a gap, and for names outside their line
	name   bool
}

func (r row) same(q row) bool { return r.strand == q.strand && r.box == q.box }

// nobody is beside the first and the last row.
var nobody = row{strand: -1, box: -1, course: storyline.NoBand}
