package ink

import (
	"math"
	"strconv"
)

// Number writes a number as drawings do: with at most two decimals and no
// trailing zeros, such as "12", "12.5" and "0" for -0.001. What is not a number
// or beyond a million million is 0 or that limit, so that a drawing stays one.
func Number(x float64) string { return string(appendNumber(nil, x)) }

const farthest = 1e12

func appendNumber(b []byte, x float64) []byte {
	if math.IsNaN(x) {
		x = 0
	}
	hundredths := int64(math.Round(max(-farthest, min(farthest, x)) * 100))
	if hundredths < 0 {
		b = append(b, '-')
		hundredths = -hundredths
	}
	b = strconv.AppendInt(b, hundredths/100, 10)
	switch tenths, rest := hundredths/10%10, hundredths%10; {
	case rest != 0:
		b = append(b, '.', byte('0'+tenths), byte('0'+rest))
	case tenths != 0:
		b = append(b, '.', byte('0'+tenths))
	}
	return b
}

// A Path builds the data of an SVG path from absolute coordinates in px. The
// zero Path is empty and ready to use.
type Path struct{ data []byte }

// Move begins a new part at a point.
func (p *Path) Move(x, y float64) { p.add('M', x, y) }

// Line draws to a point.
func (p *Path) Line(x, y float64) { p.add('L', x, y) }

// Horizontal draws level to x.
func (p *Path) Horizontal(x float64) { p.add('H', x) }

// Vertical draws upright to y.
func (p *Path) Vertical(y float64) { p.add('V', y) }

// Cubic draws a Bézier curve with two control points to the point x, y.
func (p *Path) Cubic(x1, y1, x2, y2, x, y float64) { p.add('C', x1, y1, x2, y2, x, y) }

// Quad draws a Bézier curve with one control point to the point x, y.
func (p *Path) Quad(x1, y1, x, y float64) { p.add('Q', x1, y1, x, y) }

// Arc draws a circle's arc of at most half a turn to the point x, y, clockwise
// or counterclockwise.
func (p *Path) Arc(radius float64, clockwise bool, x, y float64) {
	sweep := 0.0
	if clockwise {
		sweep = 1
	}
	p.add('A', radius, radius, 0, 0, sweep, x, y)
}

// Close draws back to where the part began.
func (p *Path) Close() { p.data = append(p.data, 'Z') }

// Empty reports whether nothing is drawn yet.
func (p *Path) Empty() bool { return len(p.data) == 0 }

// Reset empties the path and keeps its memory.
func (p *Path) Reset() { p.data = p.data[:0] }

// String returns the data for the attribute d, such as "M1 2L3 4.5Z".
func (p *Path) String() string { return string(p.data) }

func (p *Path) add(command byte, numbers ...float64) {
	p.data = append(p.data, command)
	for i, n := range numbers {
		if i > 0 {
			p.data = append(p.data, ' ')
		}
		p.data = appendNumber(p.data, n)
	}
}
