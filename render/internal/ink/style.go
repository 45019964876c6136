package ink

import (
	"strings"
	"sync"
)

// Style returns the style sheet of a drawing, for [Writer.Raw] inside an element
// style. It colours by day, by night and in print, by plain rules that need no
// variables. On paper the colours are those of the day. The classes are:
//
//	drawing       the root: the font
//	paper         the ground
//	ink, soft     text, and text that matters less
//	strong        bold text
//	grid, major   lines at every unit of time, and at every fifth or tenth
//	axis          lines that bear a scale, ticks, and leaders
//	rule          a line in the colour of the text
//	badge, badge-number  a black disc, and the white number in it
//	halo          text with an outline in the colour of the paper
//	halo halo-N   the same in the colour of a tint
//	hatch         lines in the colour of the paper, to be laid over an area
//	core          a thin line of that colour within a strand: a second style of line
//	dot           a disc of that colour; hue-N gives its rim
//	hue-N         lines of a strand; N is 0 to 4
//	hue-N-text    text that names it
//	fill-N        an area in the colour of the strand
//	tint-N        the area of a band
//	tint-N-text   text that names it
//	edge-N        its outline
//	stop-N        the colour of a tint in a gradient
//	stop-paper    the colour of the paper in a gradient
//
// Widths of lines and sizes of text are left to the drawing, but for those of
// grid, axis, rule, hatch, core and halo.
func Style() string { return style() }

var style = sync.OnceValue(sheet)

func sheet() string {
	var b strings.Builder
	b.WriteString(".drawing{font-family:" + Font + ";print-color-adjust:exact;-webkit-print-color-adjust:exact}\n" +
		".strong,.badge-number{font-weight:bold}\n" +
		".grid,.major,.axis,.rule{fill:none;stroke-width:1}\n" +
		".hatch,.core{fill:none;stroke-width:1.6}\n" +
		".halo{paint-order:stroke;stroke-width:4;stroke-linejoin:round}\n")
	light.rules(&b)
	// Only screens are dark: paper stays white whatever its reader prefers.
	b.WriteString("@media screen and (prefers-color-scheme:dark){\n")
	dark.rules(&b)
	b.WriteString("}\n@media print{.paper{fill:none}}")
	return b.String()
}

// rules writes all that has a colour.
func (p *palette) rules(b *strings.Builder) {
	rule := func(selectors, property, colour string) {
		b.WriteString(selectors + "{" + property + ":" + colour + "}\n")
	}
	rule(".paper,.dot,.badge-number", "fill", p.paper)
	rule(".halo,.hatch,.core", "stroke", p.paper)
	rule(".stop-paper", "stop-color", p.paper)
	rule(".ink,.badge", "fill", p.ink)
	rule(".rule", "stroke", p.ink)
	rule(".soft", "fill", p.soft)
	rule(".grid", "stroke", p.grid)
	rule(".major", "stroke", p.major)
	rule(".axis", "stroke", p.axis)
	for i := range Colours {
		n := string(rune('0' + i))
		rule(".hue-"+n, "stroke", p.hues[i])
		rule(".fill-"+n, "fill", p.hues[i])
		rule(".hue-"+n+"-text", "fill", p.hueTexts[i])
		rule(".tint-"+n, "fill", p.tints[i])
		rule(".halo-"+n, "stroke", p.tints[i])
		rule(".stop-"+n, "stop-color", p.tints[i])
		rule(".edge-"+n, "stroke", p.edges[i])
		rule(".tint-"+n+"-text", "fill", p.texts[i])
	}
}
