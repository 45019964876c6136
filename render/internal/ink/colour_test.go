package ink

import (
	"math"
	"strconv"
	"testing"
)

// A triple is a colour as red, green and blue, or as L*, a* and b*.
type triple [3]float64

// linear returns the amounts of light of a colour #rrggbb.
func linear(t *testing.T, hex string) (light triple) {
	t.Helper()
	for i := range light {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil || len(hex) != 7 {
			t.Fatalf("%q is no colour", hex)
		}
		v := float64(n) / 255
		if v <= 0.04045 {
			light[i] = v / 12.92
		} else {
			light[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return light
}

func luminance(c triple) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

// contrast is that of WCAG 2.
func contrast(a, b triple) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// visions are kinds of colour vision after Machado, Oliveira and Fernandes
// 2009, at full strength, on linear light.
var visions = map[string][3]triple{
	"trichromacy":  {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

func seen(c triple, by [3]triple) (out triple) {
	for i, row := range by {
		out[i] = min(1, max(0, row[0]*c[0]+row[1]*c[1]+row[2]*c[2]))
	}
	return out
}

// lab returns the CIELAB coordinates of linear light under D65.
func lab(c triple) triple {
	f := func(t float64) float64 {
		if t > 216./24389 {
			return math.Cbrt(t)
		}
		return (24389./27*t + 16) / 116
	}
	x := f((0.4124564*c[0] + 0.3575761*c[1] + 0.1804375*c[2]) / 0.95047)
	y := f(0.2126729*c[0] + 0.7151522*c[1] + 0.0721750*c[2])
	z := f((0.0193339*c[0] + 0.1191920*c[1] + 0.9503041*c[2]) / 1.08883)
	return triple{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// difference is CIEDE2000.
func difference(p, q triple) float64 {
	sin := func(degrees float64) float64 { return math.Sin(degrees * math.Pi / 180) }
	cos := func(degrees float64) float64 { return math.Cos(degrees * math.Pi / 180) }
	far := func(c float64) float64 { c = math.Pow(c, 7); return math.Sqrt(c / (c + 6103515625)) }
	stretch := 1.5 - 0.5*far((math.Hypot(p[1], p[2])+math.Hypot(q[1], q[2]))/2)
	polar := func(c triple) (chroma, hue float64) {
		hue = math.Atan2(c[2], c[1]*stretch) * 180 / math.Pi
		if hue < 0 {
			hue += 360
		}
		return math.Hypot(c[1]*stretch, c[2]), hue
	}
	c1, h1 := polar(p)
	c2, h2 := polar(q)
	turn, hue := h2-h1, h1+h2
	switch {
	case c1*c2 == 0:
		turn = 0
	case math.Abs(turn) <= 180:
		hue /= 2
	default:
		turn -= math.Copysign(360, turn)
		hue = math.Mod(hue+360, 720) / 2
	}
	l, c := (p[0]+q[0])/2-50, (c1+c2)/2
	k := 1 - 0.17*cos(hue-30) + 0.24*cos(2*hue) + 0.32*cos(3*hue+6) - 0.20*cos(4*hue-63)
	dl := (q[0] - p[0]) / (1 + 0.015*l*l/math.Sqrt(20+l*l))
	dc := (c2 - c1) / (1 + 0.045*c)
	dh := 2 * math.Sqrt(c1*c2) * sin(turn/2) / (1 + 0.015*c*k)
	rot := -2 * far(c) * sin(60*math.Exp(-math.Pow((hue-275)/25, 2)))
	return math.Sqrt(dl*dl + dc*dc + dh*dh + rot*dc*dh)
}

// Pairs of the test data of Sharma, Wu and Dalal 2005.
func TestDifference(t *testing.T) {
	for _, tt := range []struct {
		p, q triple
		want float64
	}{
		{triple{50, 2.6772, -79.7751}, triple{50, 0, -82.7485}, 2.0425},
		{triple{50, 2.49, -0.001}, triple{50, -2.49, 0.0011}, 7.2195},
		{triple{50, 2.5, 0}, triple{61, -5, 29}, 22.8977},
		{triple{60.2574, -34.0099, 36.2677}, triple{60.4626, -34.1751, 39.4387}, 1.2644},
		{triple{22.7233, 20.0904, -46.694}, triple{23.0331, 14.973, -42.5619}, 2.0373},
		{triple{2.0776, 0.0795, -1.135}, triple{0.9033, -0.0636, -0.5514}, 0.9082},
	} {
		if got := difference(tt.p, tt.q); math.Abs(got-tt.want) > 1e-4 {
			t.Errorf("difference(%v, %v) = %.4f, want %.4f", tt.p, tt.q, got, tt.want)
		}
	}
}
