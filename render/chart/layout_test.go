package chart

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/scene"
)

var update = flag.Bool("update", false, "write the golden files")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("%s differs from what is drawn; look at it, and run the test with -update", file)
	}
}

// TestLayoutGolden pins the numbers of the sample, which has everything.
func TestLayoutGolden(t *testing.T) {
	_, l := laidOut(t, sampleAtlas(t, sample()), Options{On: lineage.MustDate("1988-04-01")})
	golden(t, "sample.json", numbers(t, l))
}

// numbers writes a layout with hundredths of px, as drawings have them.
func numbers(t *testing.T, l *layout) []byte {
	t.Helper()
	raw, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(raw, &tree); err != nil {
		t.Fatal(err)
	}
	var round func(v any) any
	round = func(v any) any {
		switch v := v.(type) {
		case float64:
			return math.Round(v*100) / 100
		case []any:
			for i := range v {
				v[i] = round(v[i])
			}
		case map[string]any:
			for k := range v {
				v[k] = round(v[k])
			}
		}
		return v
	}
	out, err := json.MarshalIndent(round(tree), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return append(out, '\n')
}

func TestPromises(t *testing.T) {
	for _, c := range chartCases(t) {
		s, l := laidOut(t, c.atlas, c.opts)
		for _, fault := range faults(s, l) {
			t.Errorf("%s: %s", c.name, fault)
		}
	}
}

func TestPromisesRandom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, opts := anyAtlas.Draw(t, "atlas"), anyOptions(t)
		s, err := scene.New(a, opts.View)
		if err != nil {
			t.Fatal(err)
		}
		l, err := plan(a, s, opts)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range faults(s, l) {
			t.Error(fault)
		}
	})
}

// faults are the promises that a layout breaks: labels over labels, labels
// crossed by bars or outside the picture, marks that do not stand at their dates,
// bars over bars.
func faults(s *scene.Scene, l *layout) []string {
	var out []string
	fault := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	all := labelsOf(l)
	out = append(out, collisions(all, l.Width, l.Height)...)
	for i := range l.Bars {
		b := &l.Bars[i]
		sp := &s.Spells[b.Spell]
		at := [][4]float64{{b.SinceFirst, b.SinceLast, b.UntilFirst, b.UntilLast}}
		days := []lineage.Bounds{sp.Bounds}
		for j, p := range b.Pauses {
			at = append(at, [4]float64{p.SinceFirst, p.SinceLast, p.UntilFirst, p.UntilLast})
			days = append(days, sp.Pauses[j].Bounds)
		}
		for j, want := range days {
			for k, day := range []lineage.Day{want.SinceFirst, want.SinceLast, want.UntilFirst, want.UntilLast} {
				if want := l.Scale.x(day); math.Abs(at[j][k]-want) > 0.5 {
					fault("a date of %s stands at %.1f, want %.1f", name(s, b), at[j][k], want)
				}
			}
		}
		if r := l.Rows[b.Row]; b.Top < r.Top || b.Bottom > r.Bottom {
			fault("%s leaves its row", name(s, b))
		}
		for j := range i {
			c := &l.Bars[j]
			if c.Row == b.Row && c.SubRow == b.SubRow && b.extent().overlaps(c.extent()) && !turns(sp, &s.Spells[c.Spell]) {
				fault("%s and %s overlap", name(s, c), name(s, b))
			}
		}
		if b.Name == nil {
			continue
		}
		for j := range l.Bars {
			c := &l.Bars[j]
			if e := c.extent(); i != j && b.Name.box().overlaps(box{e.from, c.Top, e.to, c.Bottom}) {
				fault("%s crosses the name of %s", name(s, c), name(s, b))
			}
		}
	}
	if on := l.On; on != nil {
		for i := range l.Bars {
			if n := l.Bars[i].Name; n != nil && on.Day && n.box().overlaps(box{on.From - 0.75, on.Top, on.To + 0.75, on.Bottom}) {
				fault("the line of the date crosses the name of %s", name(s, &l.Bars[i]))
			}
		}
	}
	return out
}

// turns reports whether one spell follows the other on the same vague day.
func turns(x, y *scene.Spell) bool {
	follows := func(x, y *scene.Spell) bool {
		return !x.Standing.Until.IsZero() && x.Standing.Until == y.Standing.Since
	}
	return follows(x, y) || follows(y, x)
}

func name(s *scene.Scene, b *bar) string {
	sp := &s.Spells[b.Spell]
	return fmt.Sprintf("%s in %s since %s", sp.State.ID, s.Bodies[sp.Body].ID, sp.Standing.Since)
}

// labelsOf returns every text of a layout.
func labelsOf(l *layout) []label {
	all := slices.Concat(l.Title, l.Caption, l.Nothing, l.Axis.Above, l.Axis.Below)
	for i := range l.Rows {
		all = append(all, l.Rows[i].Name)
	}
	for i := range l.Bars {
		if n := l.Bars[i].Name; n != nil {
			all = append(all, *n)
		}
	}
	if l.On != nil {
		all = append(all, l.On.Label)
	}
	if sn := l.Snapshot; sn != nil {
		all = append(all, slices.Concat(sn.Heading, sn.Nobody)...)
		for _, g := range sn.Groups {
			all = append(append(all, g.Name), g.Lines...)
		}
	}
	for _, legend := range []legend{l.Organizations, l.Signs} {
		all = append(all, legend.Heading)
		for _, e := range legend.Entries {
			all = append(append(all, e.Name...), e.Text...)
		}
	}
	return all
}

// collisions are labels that overlap each other or leave the picture.
func collisions(all []label, width, height float64) []string {
	var out []string
	type placed struct {
		box
		text string
	}
	var boxes []placed
	for i := range all {
		b := all[i].box()
		if all[i].Text == "" {
			continue
		}
		if b.Left < 0 || b.Top < 0 || b.Right > width || b.Bottom > height {
			out = append(out, fmt.Sprintf("%q is outside the picture: %v", all[i].Text, b))
		}
		boxes = append(boxes, placed{b, all[i].Text})
	}
	slices.SortFunc(boxes, func(x, y placed) int {
		if x.Top < y.Top {
			return -1
		}
		return 1
	})
	for i, b := range boxes {
		for _, c := range boxes[i+1:] {
			if c.Top >= b.Bottom {
				break
			}
			if b.overlaps(c.box) {
				out = append(out, fmt.Sprintf("%q %v stands over %q %v", b.text, b.box, c.text, c.box))
			}
		}
	}
	return out
}
