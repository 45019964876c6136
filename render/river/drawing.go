package river

import (
	"github.com/orglineage/orglineage/lineage"
)

// A drawing is a river as plain numbers, in pixels from the upper left corner,
// before it is written.
type drawing struct {
	Language      string
	Width, Height float64
	Says          string // the title, on one line
	Title         text
	Caption       []text
	Desc          string

	First, End          lineage.Day
	Left, Right         float64 // of the plot: the x of First and of End
	PlotTop, PlotBottom float64
	Ticks               []tick

	Bands   []band
	Rules   []rule
	Ribbons []ribbon
	Ties    []wire
	Strands []line
	Gaps    []gap
	Heads   []headText
	Names   []text
	named   []int // the strand of each name; -1 for what else stands on lines
	Margin  []text
	Badges  []disc
	Events  []entry
	Legend  []key
	Notes   []text

	LegendHeading text
}

// A text is a line of text. Its box is from X to X+Width, and from Y-Size to
// Y+Size/4; Y is its baseline.
type text struct {
	Text  string
	X, Y  float64
	Size  float64
	Width float64
	Bold  bool
	Class string
	Plate string  // the class of a plate below it, which hides what it stands on
	Tall  float64 // the height of the plate, if it is not that of the text
	Thin  float64 // how much of the paper shows through the plate: 1 where the band is not there at all
	State string  // the IDs of the states that it names, with blanks between them
}

type tick struct {
	X     float64
	Label string // empty between labels
	Major bool
}

// A band is the outline of a body: steps along the layers in which it lives.
type band struct {
	Organization lineage.OrgID
	Tint         int
	Sentence     string
	Steps        []step
	Fade         [2]float64 // the x up to which it fades in, and from which it fades out
	Open         bool       // it goes on beyond the window
	Cut          bool       // it follows another one in the same band
}

// A step is a part of a band with straight edges.
type step struct{ X0, X1, Top, Bottom float64 }

// A rule marks a rename or a transformation in a band.
type rule struct {
	X, Top, Bottom float64
	Tint           int
}

// A ribbon leads from one band to another.
type ribbon struct {
	X, From, To      float64 // To may be above From
	FromTint, ToTint int
	Lead             float64 // where it starts, if its band ended before
	Kind             lineage.SuccessionKind
	FromID, ToID     lineage.OrgID
	Sentence         string
}

// A wire is a thin line: down or up at X, and if it ties one strand to another
// then along to the end.
type wire struct {
	X, From, To, End float64
	Hue              int
	State            string       // as of a text
	Breaks           [][2]float64 // where it stops for a label
}

// A line is a membership.
type line struct {
	State        lineage.StateID
	Organization lineage.OrgID
	Since, Until string
	Sentence     string
	Role         lineage.Role
	Hue          int
	Fine         bool // drawn with the second style
	Light        bool
	Suspended    bool // for some time
	Width        float64
	Runs         []run
	Moves        []move
	Dot, Bar     *mark
	Brackets     []bracket // bounds of dates not known to the day
	Disputed     []mark
}

// A run is a straight part of a line.
type run struct {
	X0, X1, Y float64
	Paused    bool
	Perhaps   bool
}

// A move is where a line changes its lane: along From to X, then to To, and on
// to End, which is X where a dot is.
type move struct{ Begin, X, End, From, To float64 }

// A mark stands at a date.
type mark struct{ X, Y float64 }

// A bracket stands at the first or the last day that an event may have been on.
type bracket struct {
	mark
	Last bool
}

// A gap is a time in which a state was in no band of its line.
type gap struct {
	Points []mark // of its way, which is level and upright
	State  string // as of a text
	Hue    int
}

type headText struct {
	Organization lineage.OrgID
	Lines        []text
	Lead         wire // to the band; none if it leads nowhere
}

// A disc is a numbered badge.
type disc struct {
	X, Y   float64
	Number int
	Tick   wire // from the edge of the band
}

// An entry is one of the list of events.
type entry struct {
	Number int
	X, Y   float64
	Lines  []text
}

// A key is an entry of the legend.
type key struct {
	Kind string
	X, Y float64
	Text []text
}
