package ink

// Font names the fonts that [Width] measures, and what comes near to them.
const Font = "Arial, 'Liberation Sans', Helvetica, sans-serif"

// Colours is the number of hues for lines, and of tints for areas. There are no
// more than five because more cannot be told apart by everybody; names beside
// the lines and a second style of line do the rest.
const Colours = 5

// A palette holds the colours of a mode as #rrggbb.
type palette struct {
	paper, ink, soft    string
	grid, major, axis   string
	hues, hueTexts      [Colours]string // lines, and text in the colour of a line
	tints, edges, texts [Colours]string // areas, their outlines, and text that names them
}

// The hues were found by a search: at least 3:1 against the paper and all
// tints, and as far apart as can be for the four kinds of colour vision, near to
// blue, orange, green, purple and navy (by night pale yellow).
var (
	light = palette{
		paper: "#ffffff", ink: "#1c1f24", soft: "#59616b",
		grid: "#e6e8eb", major: "#cfd4da", axis: "#7b838e",
		hues:     [...]string{"#0782eb", "#c66906", "#195f44", "#824479", "#060f3d"},
		hueTexts: [...]string{"#0461b3", "#98500a", "#195f44", "#824479", "#060f3d"},
		tints:    [...]string{"#f3e8d3", "#dfe8f3", "#dcefe3", "#f3e1ea", "#e5e1f5"},
		edges:    [...]string{"#a8834a", "#6f8fb8", "#589a74", "#b37896", "#8f86bd"},
		texts:    [...]string{"#7a5414", "#234f86", "#1d6540", "#8a2f5d", "#51468f"},
	}
	dark = palette{
		paper: "#14171c", ink: "#eef1f5", soft: "#a9b1bd",
		grid: "#23282f", major: "#343b45", axis: "#7f8896",
		hues:     [...]string{"#9bdaff", "#f55a00", "#3da17e", "#b175ab", "#f3eacc"},
		hueTexts: [...]string{"#9bdaff", "#fa8f52", "#4fb591", "#cf9fca", "#f3eacc"},
		tints:    [...]string{"#3a3121", "#22304a", "#1f3a2c", "#43263a", "#33304a"},
		edges:    [...]string{"#a08a5c", "#6d8cc0", "#5f9f7c", "#b3779c", "#8d84c4"},
		texts:    [...]string{"#e4c48c", "#a9c6ee", "#9bd9b6", "#eab4d3", "#c7c0f0"},
	}
)

// The classes of the nth colour, counted round from 0. [Style] says what they do.
func Hue(n int) string      { return of(&hueClasses, n) }
func HueText(n int) string  { return of(&hueTextClasses, n) }
func Fill(n int) string     { return of(&fillClasses, n) }
func Tint(n int) string     { return of(&tintClasses, n) }
func TintText(n int) string { return of(&tintTextClasses, n) }
func Edge(n int) string     { return of(&edgeClasses, n) }
func Halo(n int) string     { return of(&haloClasses, n) }
func Stop(n int) string     { return of(&stopClasses, n) }

func of(classes *[Colours]string, n int) string {
	return classes[(n%Colours+Colours)%Colours]
}

var (
	hueClasses      = [Colours]string{"hue-0", "hue-1", "hue-2", "hue-3", "hue-4"}
	hueTextClasses  = [Colours]string{"hue-0-text", "hue-1-text", "hue-2-text", "hue-3-text", "hue-4-text"}
	fillClasses     = [Colours]string{"fill-0", "fill-1", "fill-2", "fill-3", "fill-4"}
	tintClasses     = [Colours]string{"tint-0", "tint-1", "tint-2", "tint-3", "tint-4"}
	tintTextClasses = [Colours]string{"tint-0-text", "tint-1-text", "tint-2-text", "tint-3-text", "tint-4-text"}
	edgeClasses     = [Colours]string{"edge-0", "edge-1", "edge-2", "edge-3", "edge-4"}
	haloClasses     = [Colours]string{"halo halo-0", "halo halo-1", "halo halo-2", "halo halo-3", "halo halo-4"}
	stopClasses     = [Colours]string{"stop-0", "stop-1", "stop-2", "stop-3", "stop-4"}
)
