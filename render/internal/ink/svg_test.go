package ink

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWriter(t *testing.T) {
	var out strings.Builder
	w := NewWriter(&out)
	w.Open("svg", A("xmlns", "http://www.w3.org/2000/svg"), N("width", 1480))
	w.Open("style")
	w.Raw(".ink{fill:#000}")
	w.Close()
	w.Open("g", A("class", "band"), A("data-name", `"R&D" <x>`))
	w.Text("title", "Côte d'Ivoire & \"co\"\x00\n", A("id", "t"))
	w.Empty("rect", N("x", 0.125), N("y", -0.001))
	w.OpenInline("text", N("x", 1))
	w.Text("tspan", "Armenia", A("class", "bold"))
	w.Chars(" since ")
	w.Open("tspan")
	w.Chars("2 Jan 2015")
	w.Close()
	w.Close()
	w.Empty("path", A("d", "M0 0"))
	w.Close()
	w.Close()
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	want := `<svg xmlns="http://www.w3.org/2000/svg" width="1480">
 <style>
  .ink{fill:#000}
 </style>
 <g class="band" data-name="&quot;R&amp;D&quot; &lt;x&gt;">
  <title id="t">Côte d&#39;Ivoire &amp; &quot;co&quot;` + "\ufffd" + ` </title>
  <rect x="0.13" y="0"/>
  <text x="1"><tspan class="bold">Armenia</tspan> since <tspan>2 Jan 2015</tspan></text>
  <path d="M0 0"/>
 </g>
</svg>
`
	if out.String() != want {
		t.Errorf("have\n%swant\n%s", out.String(), want)
	}
}

type broken struct{ after int }

var errBroken = errors.New("broken")

func (b *broken) Write(p []byte) (int, error) {
	if b.after--; b.after < 0 {
		return 0, errBroken
	}
	return len(p), nil
}

func TestWriterErrors(t *testing.T) {
	for n := range 3 {
		w := NewWriter(&broken{after: n})
		for range 3 {
			w.Text("text", strings.Repeat("x", flushAt))
		}
		if err := w.Flush(); !errors.Is(err, errBroken) {
			t.Errorf("an error at write %d is lost: %v", n, err)
		}
	}
	w := NewWriter(io.Discard)
	w.Open("g")
	if w.Flush() == nil {
		t.Error("an element left open is no error")
	}
	w = NewWriter(io.Discard)
	w.Close()
	if w.Flush() == nil {
		t.Error("an element closed twice is no error")
	}
}

// Where the text is cut for writing is not seen.
func TestWriterLines(t *testing.T) {
	long := strings.Repeat("x", flushAt)
	var out strings.Builder
	w := NewWriter(&out)
	w.Open("g")
	w.Text("a", long)
	w.Close()
	w.Text("b", long)
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if got, want := strings.ReplaceAll(out.String(), long, "…"), "<g>\n <a>…</a>\n</g>\n<b>…</b>\n"; got != want {
		t.Errorf("have %q, want %q", got, want)
	}
}

// Whatever is written can be read again, as Clean leaves it.
func TestWriterIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name, text := rapid.String().Draw(t, "name"), rapid.String().Draw(t, "text")
		var out strings.Builder
		w := NewWriter(&out)
		w.Text("text", text, A("name", name))
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		if want := `<text name="` + Escape(Clean(name)) + `">` + Escape(Clean(text)) + "</text>\n"; out.String() != want {
			t.Fatalf("have %q, want %q", out.String(), want)
		}
		var back struct {
			Name string `xml:"name,attr"`
			Text string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte(out.String()), &back); err != nil {
			t.Fatal(err)
		}
		if back.Name != Clean(name) || back.Text != Clean(text) {
			t.Errorf("read %q and %q, want %q and %q", back.Name, back.Text, Clean(name), Clean(text))
		}
	})
}

func TestNumber(t *testing.T) {
	for _, tt := range []struct {
		x    float64
		want string
	}{
		{0, "0"},
		{math.Copysign(0, -1), "0"},
		{-0.004, "0"},
		{12, "12"},
		{12.5, "12.5"},
		{12.504, "12.5"},
		{-12.345, "-12.35"},
		{0.05, "0.05"},
		{-0.5, "-0.5"},
		{99.999, "100"},
		{1e-9, "0"},
		{123456789.12, "123456789.12"},
		{math.NaN(), "0"},
		{math.Inf(1), "1000000000000"},
		{math.Inf(-1), "-1000000000000"},
	} {
		if got := Number(tt.x); got != tt.want {
			t.Errorf("Number(%v) = %s, want %s", tt.x, got, tt.want)
		}
	}
}

func TestPath(t *testing.T) {
	var p Path
	if !p.Empty() {
		t.Error("the zero Path is not empty")
	}
	p.Move(1, 2)
	p.Line(3, 4.5)
	p.Horizontal(-5)
	p.Vertical(6.126)
	p.Cubic(1, 2, 3, 4, 5, 6)
	p.Quad(1, 2, 3, 4)
	p.Arc(2, true, 8, 9)
	p.Close()
	if want := "M1 2L3 4.5H-5V6.13C1 2 3 4 5 6Q1 2 3 4A2 2 0 0 1 8 9Z"; p.String() != want {
		t.Errorf("have %s, want %s", &p, want)
	}
	p.Reset()
	if !p.Empty() {
		t.Error("the Path is not empty after Reset")
	}
}

// A drawing of a thousand elements.
func BenchmarkWriter(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		w := NewWriter(io.Discard)
		w.Open("svg")
		for i := range 500 {
			var p Path
			p.Move(float64(i), 1.5)
			p.Horizontal(20.25)
			p.Cubic(1, 2, 3, 4, 5, 6)
			w.Empty("path", A("class", "strand hue-1"), A("d", p.String()))
			w.Text("text", "Kazakhstan", A("class", "ink"), N("x", float64(i)/3), N("y", 12))
		}
		w.Close()
		if err := w.Flush(); err != nil {
			b.Fatal(err)
		}
	}
}
