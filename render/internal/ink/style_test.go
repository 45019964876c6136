package ink

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

var modes = map[string]*palette{"light": &light, "dark": &dark}

func TestContrast(t *testing.T) {
	for mode, p := range modes {
		grounds := append([]string{p.paper}, p.tints[:]...)
		check := func(what, colour string, grounds []string, least float64) {
			t.Helper()
			for _, g := range grounds {
				if c := contrast(linear(t, colour), linear(t, g)); c < least {
					t.Errorf("%s: %s %s on %s has a contrast of %.2f, want %.1f", mode, what, colour, g, c, least)
				}
			}
		}
		check("ink", p.ink, grounds, 7)
		check("soft", p.soft, grounds, 4.5)
		check("axis", p.axis, grounds, 2.9)
		for i := range Colours {
			check("hue", p.hues[i], grounds, 3)
			check("text of a hue", p.hueTexts[i], grounds, 4.5)
			check("text of a tint", p.texts[i], grounds, 4.5)
			check("edge", p.edges[i], []string{p.paper}, 3)
			// What is laid over an area in the colour of a hue.
			check("hatch", p.paper, []string{p.hues[i]}, 3)
		}
	}
}

// leastDifference is how far apart (CIEDE2000) two hues are at least for every
// kind of colour vision. A difference of 2 is seen at a glance side by side; the
// widely used set of Okabe and Ito, darkened for white paper, has 7.
const leastDifference = 19

func TestHuesApart(t *testing.T) {
	for mode, p := range modes {
		for name, vision := range visions {
			for i, a := range p.hues {
				for _, b := range p.hues[:i] {
					d := difference(lab(seen(linear(t, a), vision)), lab(seen(linear(t, b), vision)))
					if d < leastDifference {
						t.Errorf("%s, %s: %s and %s are %.1f apart, want %d", mode, name, a, b, d, leastDifference)
					}
				}
			}
		}
	}
}

// In grey a band still stands out from the paper, and text and lines from both.
func TestGrey(t *testing.T) {
	for mode, p := range modes {
		for _, tint := range p.tints {
			paper, band := lab(linear(t, p.paper))[0], lab(linear(t, tint))[0]
			if d := max(paper-band, band-paper); d < 6 {
				t.Errorf("%s: %s differs from the paper by %.1f in lightness, want 6", mode, tint, d)
			}
		}
	}
}

// Neighbouring bands differ in tint for every kind of colour vision.
func TestTintsApart(t *testing.T) {
	for mode, p := range modes {
		for name, vision := range visions {
			for i, a := range p.tints {
				b := p.tints[(i+1)%Colours]
				if d := difference(lab(seen(linear(t, a), vision)), lab(seen(linear(t, b), vision))); d < 3 {
					t.Errorf("%s, %s: %s and %s are %.1f apart, want 3", mode, name, a, b, d)
				}
			}
		}
	}
}

func TestStyle(t *testing.T) {
	css := Style()
	for _, bad := range []string{"var(", "<", "&", "]]>"} {
		if strings.Contains(css, bad) {
			t.Errorf("the style sheet contains %q", bad)
		}
	}
	if strings.Count(css, "{") != strings.Count(css, "}") {
		t.Error("the braces of the style sheet do not match")
	}
	day, night, found := strings.Cut(css, "@media screen and (prefers-color-scheme:dark){")
	if !found {
		t.Fatal("no rules for the night")
	}
	for n := -1; n < Colours; n++ {
		for _, class := range []string{Hue(n), HueText(n), Fill(n), Tint(n), TintText(n), Edge(n), Halo(n), Stop(n)} {
			for _, c := range strings.Fields(class) {
				rule := regexp.MustCompile(fmt.Sprintf(`\.%s[,{]`, c))
				if !rule.MatchString(day) || !rule.MatchString(night) {
					t.Errorf("class %s has no rule by day or by night", c)
				}
			}
		}
	}
	if Hue(-1) != Hue(4) || Hue(7) != Hue(2) {
		t.Error("colours are not counted round")
	}
	// A rule of the night that the day lacks would have no effect in print.
	colours := regexp.MustCompile(`(?m)^(\S+)\{([a-z-]+):#[0-9a-f]{6}\}$`)
	if d, n := colours.FindAllStringSubmatch(day, -1), colours.FindAllStringSubmatch(night, -1); len(d) != len(n) || len(d) < 40 {
		t.Errorf("%d rules by day, %d by night", len(d), len(n))
	}
}
