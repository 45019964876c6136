package chart

import (
	"cmp"
	"math"
	"slices"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
	"github.com/orglineage/orglineage/render/internal/scene"
)

// A layout is a chart in numbers: everything that is drawn, in px from the upper
// left corner of the drawing, and nothing of how it looks.
type layout struct {
	Width, Height float64
	Says          string // the title, on one line
	Scale         scale
	Measures      measures
	Title         []label
	Caption       []label
	Axis          axis
	Rows          []row
	Bars          []bar // in the order of the rows
	On            *instant
	Snapshot      *snapshot
	Organizations legend
	Signs         legend
	Nothing       []label // what to say where there is nothing to show
}

// A scale turns days into px.
type scale struct {
	First, End  lineage.Day // the window
	Left, Right float64     // where it lies
}

// x returns where a day begins. Days outside the window stay outside.
func (s scale) x(d lineage.Day) float64 {
	return s.Left + (float64(d)-float64(s.First))/(float64(s.End)-float64(s.First))*(s.Right-s.Left)
}

// perDay returns how wide a day is.
func (s scale) perDay() float64 { return (s.Right - s.Left) / (float64(s.End) - float64(s.First)) }

// measures are the sizes that depend on how many sub-rows there are.
type measures struct {
	Pitch     float64 // height of a sub-row
	Bar, Thin float64 // height of a bar, and of one of those who are no full members
	Name      float64 // type size on bars
	ThinName  float64 // above thin bars
	State     float64 // type size of the names of states
}

// measuresFor makes the sub-rows thinner the more there are.
func measuresFor(subRows int) measures {
	switch {
	case subRows > 200:
		return measures{Pitch: 13, Bar: 11, Thin: 3.5, Name: 8.5, ThinName: 8, State: 11}
	case subRows > 80:
		return measures{Pitch: 15, Bar: 12, Thin: 4, Name: 9, ThinName: 8.5, State: 11.5}
	}
	return measures{Pitch: 18, Bar: 14, Thin: 5, Name: 10, ThinName: 9.5, State: 12.5}
}

// Distances that do not depend on anything.
const (
	defaultWidth = 1480
	leastWidth   = 720
	mostWidth    = 100_000
	margin       = 40.0 // around everything
	tail         = 10.0 // what fades beyond the window
	rowPad       = 3.0  // above and below the bars of a state
	widestState  = 200.0
	plotAside    = 16.0 // between the names of states and the plot, room for tails
)

// A row is a state with all its bars.
type row struct {
	State       lineage.StateID
	Name        label
	FullName    string // where Name is cut short
	Top, Bottom float64
	SubRows     int
}

// A label is a line of text. X is where it starts, or its middle or its end, as
// the anchor says; Y is its base line.
type label struct {
	Text   string
	X, Y   float64
	Size   float64
	Bold   bool
	Anchor anchor
}

type anchor uint8

const (
	start anchor = iota
	middle
	end
)

// box returns where the label lies.
func (l *label) box() box {
	w := ink.Width(l.Text, l.Size, l.Bold)
	x := l.X
	switch l.Anchor {
	case middle:
		x -= w / 2
	case end:
		x -= w
	}
	return box{x, l.Y - ascent*l.Size, x + w, l.Y + descent*l.Size}
}

// How far letters reach above and below the base line, by type size.
const (
	ascent  = 0.74
	descent = 0.22
)

// A box is a rectangle.
type box struct{ Left, Top, Right, Bottom float64 }

// wider returns the box with more room at its left and right.
func (b box) wider(by float64) box { return box{b.Left - by, b.Top, b.Right + by, b.Bottom} }

func (b box) overlaps(c box) bool {
	return b.Left < c.Right && c.Left < b.Right && b.Top < c.Bottom && c.Top < b.Bottom
}

// plan lays out a scene.
func plan(atlas *lineage.Atlas, s *scene.Scene, opts Options) (*layout, error) {
	words, err := textFor(opts.Language)
	if err != nil {
		return nil, err
	}
	d := &draft{atlas: atlas, s: s, opts: opts, words: words, layout: &layout{}}
	d.Width = pageWidth(opts.Width)
	if err := d.shoot(); err != nil {
		return nil, err
	}
	d.rows = histories(s, opts.Sort, d.words.state)
	d.frame()
	d.pack()
	d.mark()
	d.colour()
	y := d.heading()
	if len(d.rows) == 0 {
		y = d.nothing(y)
	} else {
		y = d.plot(y)
	}
	d.Height = math.Ceil(d.legends(y, d.placeSnapshot()) + margin - 8)
	return d.layout, nil
}

// A draft is a layout in the making.
type draft struct {
	*layout
	atlas *lineage.Atlas
	s     *scene.Scene
	opts  Options
	words text
	rows  []history

	hues    []int      // the colour of each organization
	extents [][]extent // of the spells of each row
	lanes   [][]int    // their sub-rows
	counts  []int      // how many sub-rows each row has
	top     float64    // of the plot with its axis
}

func pageWidth(asked int) float64 {
	if asked <= 0 {
		return defaultWidth
	}
	return float64(min(max(asked, leastWidth), mostWidth))
}

// frame sets the columns and the scale.
func (d *draft) frame() {
	names := 0.0
	for i := range d.rows {
		names = max(names, ink.Width(d.rows[i].name, measuresFor(0).State, false))
	}
	left := margin + min(names, widestState, d.Width/5) + plotAside
	right := d.Width - margin - tail
	if d.Snapshot != nil {
		right -= d.Snapshot.Width + snapshotAside
	}
	d.Scale = scale{First: d.s.First, End: d.s.End, Left: left, Right: right}
	d.Scale.Right -= d.overhang()
}

// overhang returns how much room the names of those bars need that begin so
// late that their names can only stand behind them.
func (d *draft) overhang() float64 {
	const most = 120
	need := 0.0
	for i := range d.s.Spells {
		sp := &d.s.Spells[i]
		if !sp.GoesOn {
			continue
		}
		w := ink.Width(d.s.Bodies[sp.Body].Short, measuresFor(0).Name, true) + nameAside
		if room := d.Scale.Right - most - d.Scale.x(sp.SinceLast); w <= most && room < w+nameInside*2 {
			need = max(need, w)
		}
	}
	return need
}

// pack fills the sub-rows and chooses how high they are.
func (d *draft) pack() {
	k := kinOf(d.s)
	all := 0
	for i := range d.rows {
		spells := d.rows[i].spells
		// A tick is wider than its day, and may so begin before what is older.
		slices.SortStableFunc(spells, func(a, b int) int {
			return cmp.Compare(d.extent(&d.s.Spells[a]).from, d.extent(&d.s.Spells[b]).from)
		})
		extents := make([]extent, len(spells))
		for j, at := range spells {
			extents[j] = d.extent(&d.s.Spells[at])
		}
		lanes, count := k.pack(spells, extents)
		d.extents = append(d.extents, extents)
		d.lanes = append(d.lanes, lanes)
		d.counts = append(d.counts, count)
		all += count
	}
	d.Measures = measuresFor(all)
}

// extent returns where a spell is drawn. What is too short to be seen to scale is
// a tick.
func (d *draft) extent(sp *scene.Spell) extent {
	from, to := d.Scale.x(sp.SinceFirst), d.Scale.x(sp.UntilLast)
	if brief(from, to) && !sp.BeganBefore && !sp.GoesOn {
		at := (from + to) / 2
		return extent{at - tickWidth/2, at + tickWidth/2}
	}
	return extent{from, to}
}

// plot lays out the rows between their axes from y on, and returns where they end.
func (d *draft) plot(y float64) float64 {
	d.top = y
	y = d.axisAbove(y)
	m := d.Measures
	for i := range d.rows {
		h := &d.rows[i]
		height := 2*rowPad + float64(d.counts[i])*m.Pitch
		name := label{
			Text: ink.Clip(ink.Clean(h.name), m.State, false, d.Scale.Left-plotAside-margin),
			X:    margin, Y: y + rowPad + m.Pitch/2 + m.State*0.36, Size: m.State,
		}
		d.Rows = append(d.Rows, row{State: h.state.ID, Name: name, FullName: ink.Clean(h.name), Top: y, Bottom: y + height, SubRows: d.counts[i]})
		d.bars(i, y+rowPad)
		y += height
	}
	y = d.axisBelow(y)
	if d.On != nil {
		d.On.Bottom = d.Axis.Bottom
	}
	return y
}
