package ink

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestWidth(t *testing.T) {
	for _, tt := range []struct {
		text   string
		bold   bool
		ems    float64 // without the slack
		reason string
	}{
		{text: "", ems: 0, reason: "nothing"},
		{text: "A", ems: 1366. / 2048, reason: "Arial's A"},
		{text: "A", bold: true, ems: 1479. / 2048, reason: "Arial Bold's A"},
		{text: "2015", ems: 4 * 1139. / 2048, reason: "all digits are as wide"},
		{text: "–", ems: 0.556, reason: "an en dash, as wide as a digit"},
		{text: "Ж", ems: 1891. / 2048, reason: "Arial's Zhe"},
		{text: "Россия", bold: true, ems: (1366 + 1251 + 1139 + 1139 + 1315 + 1139) / 2048., reason: "Cyrillic in bold"},
		{text: "Ω", ems: 1531. / 2048, reason: "Arial's Omega"},
		{text: "→", ems: 1, reason: "an arrow"},
		{text: "中文", ems: 2, reason: "Chinese is 1 em each"},
		{text: "한국", bold: true, ems: 2, reason: "so is Korean"},
		{text: "カ", ems: 1, reason: "so is Kana"},
		{text: "ｶ", ems: 0.5, reason: "half-width Kana"},
		{text: "e\u0301", ems: 1139. / 2048, reason: "an accent stands over its letter"},
		{text: "\u200e\u200b", ems: 0, reason: "marks of direction and breaking are not seen"},
		{text: "\n", ems: 569. / 2048, reason: "a line break is shown as a space"},
		{text: "\xff", ems: 9. / 8, reason: "shown as the sign for no character"},
		{text: "\x00", ems: 9. / 8, reason: "the same"},
	} {
		if got, want := Width(tt.text, 20, tt.bold), tt.ems*20*1.03; math.Abs(got-want) > 0.02 {
			t.Errorf("Width(%q, 20, %t) = %.2f, want %.2f (%s)", tt.text, tt.bold, got, want, tt.reason)
		}
	}
}

// Longer is never narrower, bigger is wider, and width is linear in the size.
func TestWidthGrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.String().Draw(t, "a"), rapid.String().Draw(t, "b")
		bold := rapid.Bool().Draw(t, "bold")
		whole, parts := Width(a+b, 10, bold), Width(a, 10, bold)+Width(b, 10, bold)
		if math.Abs(whole-parts) > 1e-6 {
			t.Errorf("Width(a+b) = %v, want the sum %v", whole, parts)
		}
		if double := Width(a, 20, bold); math.Abs(double-2*Width(a, 10, bold)) > 1e-6 {
			t.Errorf("Width at twice the size = %v, want twice %v", double, Width(a, 10, bold))
		}
		if Width(Clean(a), 10, bold) != Width(a, 10, bold) {
			t.Errorf("Width(%q) differs from what is shown", a)
		}
	})
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		text   string
		width  float64
		want   []string
		reason string
	}{
		{"", 50, nil, "nothing"},
		{" \n ", 50, nil, "only spaces"},
		{"Central Asian Union", 500, []string{"Central Asian Union"}, "fits"},
		{"Central  Asian Union", 95, []string{"Central", "Asian Union"}, "breaks at spaces, drops doubled ones"},
		{"Commonwealth", 45, []string{"Com", "monw", "ealth"}, "a word too long is broken"},
		{"trans-border", 48, []string{"trans-", "border"}, "after a hyphen if it has one"},
		{"中文中文", 35, []string{"中文", "中文"}, "Chinese has no spaces"},
		{"ab", 1, []string{"a", "b"}, "at least one character a line"},
		{"e\u0301e\u0301", 1, []string{"e\u0301", "e\u0301"}, "an accent stays with its letter"},
	} {
		if got := Wrap(tt.text, 16, false, tt.width); !slices.Equal(got, tt.want) {
			t.Errorf("Wrap(%q, 16, %v) = %q, want %q (%s)", tt.text, tt.width, got, tt.want, tt.reason)
		}
	}
}

func TestWrapKeepsAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		width := rapid.Float64Range(0, 300).Draw(t, "width")
		lines := Wrap(text, 12, false, width)
		squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got, want := squeeze(strings.Join(lines, "")), squeeze(Clean(text)); got != want {
			t.Errorf("Wrap lost or made text: %q, want %q", got, want)
		}
		for _, line := range lines {
			if Width(line, 12, false) > width && cluster(line) != len(line) {
				t.Errorf("line %q is %.1f px wide, want at most %.1f", line, Width(line, 12, false), width)
			}
		}
	})
}

func TestClip(t *testing.T) {
	for _, tt := range []struct {
		text   string
		width  float64
		want   string
		reason string
	}{
		{"Tajikistan", 200, "Tajikistan", "fits"},
		{"Tajikistan", 60, "Tajiki…", "does not"},
		{"Costa Rica", 65, "Costa…", "no space before the ellipsis"},
		{"Tajikistan", 17, "…", "only the ellipsis fits"},
		{"Tajikistan", 5, "", "nothing fits"},
		{"", 0, "", "nothing to clip"},
	} {
		if got := Clip(tt.text, 16, false, tt.width); got != tt.want {
			t.Errorf("Clip(%q, 16, %v) = %q, want %q (%s)", tt.text, tt.width, got, tt.want, tt.reason)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		width := rapid.Float64Range(0, 100).Draw(t, "width")
		got := Clip(text, 12, true, width)
		if w := Width(got, 12, true); w > width+1e-6 {
			t.Errorf("Clip(%q) is %.2f px wide, want at most %.2f", text, w, width)
		}
		if utf8.ValidString(text) && !utf8.ValidString(got) {
			t.Errorf("Clip(%q) = %q cuts a character", text, got)
		}
	})
}

func BenchmarkWidth(b *testing.B) {
	for b.Loop() {
		Width("Uzbekistan suspended", 13, true)
	}
}
