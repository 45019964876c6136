package storyline

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// solve solves p and checks what must hold of every solution.
func solve(t testing.TB, p *Problem) *Solution {
	t.Helper()
	s, err := Solve(p, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	n, err := p.Crossings(s.Orders)
	if err != nil {
		t.Fatal(err)
	}
	if n != s.Crossings || s.Bound > n || s.Optimal != (s.Bound == n) {
		t.Fatalf("%d crossings, said to be %d, at least %d, proven %t", n, s.Crossings, s.Bound, s.Optimal)
	}
	return s
}

func TestCoreLineage(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		p    *Problem
	}{
		{"EAEU continues the band of EurAsEC", core(1)},
		{"EAEU takes over in a band of its own", core(2)},
	}
	for _, test := range tests {
		s := solve(t, test.p)
		if s.Crossings != 3 || !s.Optimal {
			t.Errorf("%s: %d crossings, proven %t, want 3, proven", test.name, s.Crossings, s.Optimal)
		}
		t.Logf("%s: %v", test.name, s.Orders)
	}
}

// TestBandsFirst checks that the core lineage can have the Central Asian band
// above: Uzbekistan must then be its first strand, against the order of actors.
func TestBandsFirst(t *testing.T) {
	t.Parallel()
	p := core(1)
	p.BandsFirst = true
	s := solve(t, p)
	want := []int{uzStrand, kzCentral, kgCentral, tjCentral}
	if got := s.Orders[in2001]; s.Crossings != 3 || !s.Optimal || !slices.Equal(got[:4], want) {
		t.Errorf("%d crossings, proven %t, order %v, want 3, proven, first %v", s.Crossings, s.Optimal, got, want)
	}
}

func TestPlain(t *testing.T) {
	t.Parallel()
	tests := []struct {
		reason    string
		p         *Problem
		crossings int
		orders    [][]int
	}{
		{
			reason: "nothing to draw",
			p:      &Problem{},
		},
		{
			reason: "bands by number, strands by actor",
			p: &Problem{
				Actors: []int{3, 1, 2, 0},
				Layers: []Layer{{[]int{0, 1, 2, 3}, []int{1, 0, 1, 0}}},
			},
			orders: [][]int{{3, 1, 2, 0}},
		},
		{
			reason: "a gap is spent outside the band, a crossing is not needed for it",
			p: told([]int{0, 1, 2}, 3, []stay{
				{0, 0, 0, 3},
				{1, 0, 0, 1},
				{1, NoBand, 1, 2},
				{1, 0, 2, 3},
				{2, 0, 0, 3},
			}),
			orders: [][]int{{0, 2, 1}, {0, 2, 1}, {0, 2, 1}},
		},
		{
			reason: "a child of one that ends takes its place",
			p: told([]int{0, 1, 2, 1}, 2, []stay{
				{0, 0, 0, 2},
				{1, 0, 0, 1},
				{2, 0, 0, 2},
				{3, 0, 1, 2},
			}),
			orders: [][]int{{0, 1, 2}, {0, 3, 2}},
		},
	}
	for _, test := range tests {
		s := solve(t, test.p)
		if s.Crossings != test.crossings || !s.Optimal {
			t.Errorf("%s: %d crossings, proven %t, want %d", test.reason, s.Crossings, s.Optimal, test.crossings)
		}
		if test.orders != nil && !reflect.DeepEqual(s.Orders, test.orders) {
			t.Errorf("%s: orders %v, want %v", test.reason, s.Orders, test.orders)
		}
	}
}

func TestMalformed(t *testing.T) {
	t.Parallel()
	tests := []struct {
		reason string
		p      Problem
		layer  int
	}{
		{"strand without an actor", Problem{Layers: []Layer{{[]int{0}, []int{0}}}}, 0},
		{"negative strand", Problem{Actors: []int{0}, Layers: []Layer{{[]int{-1}, []int{0}}}}, 0},
		{"strand without a band", Problem{Actors: []int{0}, Layers: []Layer{{}, {[]int{0}, nil}}}, 1},
		{"strand twice", Problem{Actors: []int{0}, Layers: []Layer{{[]int{0, 0}, []int{0, 0}}}}, 0},
		{"not ascending", Problem{Actors: []int{0, 0}, Layers: []Layer{{}, {}, {[]int{1, 0}, []int{0, 0}}}}, 2},
		{"negative band", Problem{Actors: []int{0}, Layers: []Layer{{[]int{0}, []int{-2}}}}, 0},
	}
	for _, test := range tests {
		for _, f := range []func() error{
			func() error { _, err := Solve(&test.p, Limits{}); return err },
			func() error { _, err := test.p.Crossings(nil); return err },
		} {
			var pe *ProblemError
			if err := f(); !errors.As(err, &pe) || pe.Layer != test.layer {
				t.Errorf("%s: error %v, want one for layer %d", test.reason, err, test.layer)
			}
		}
	}
}

func TestInvalidOrders(t *testing.T) {
	t.Parallel()
	p := &Problem{Actors: []int{0, 1, 2}, Layers: []Layer{{[]int{0, 1, 2}, []int{0, 0, NoBand}}}}
	tests := []struct {
		reason string
		orders [][]int
	}{
		{"no layer", nil},
		{"a strand missing", [][]int{{0, 1}}},
		{"a strand twice", [][]int{{0, 1, 1}}},
		{"a strand of no band in a band", [][]int{{0, 2, 1}}},
	}
	for _, test := range tests {
		if _, err := p.Crossings(test.orders); err == nil {
			t.Errorf("%s: no error", test.reason)
		}
	}
	if _, err := p.Crossings([][]int{{2, 1, 0}}); err != nil {
		t.Error(err)
	}
}

// anyProblem draws small problems in which anything may follow anything.
var anyProblem = rapid.Custom(func(t *rapid.T) *Problem {
	strands := rapid.IntRange(0, 9).Draw(t, "strands")
	p := &Problem{Actors: rapid.SliceOfN(rapid.IntRange(0, 5), strands, strands).Draw(t, "actors")}
	for range rapid.IntRange(0, 6).Draw(t, "layers") {
		var l Layer
		for s, b := range rapid.SliceOfN(rapid.IntRange(absent, 2), strands, strands).Draw(t, "bands") {
			if b != absent {
				l.Strands = append(l.Strands, s)
				l.Bands = append(l.Bands, b)
			}
		}
		p.Layers = append(p.Layers, l)
	}
	return p
})

func TestAnyProblem(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		p := anyProblem.Draw(rt, "problem")
		first := solve(t, p)
		again := solve(t, p)
		if !reflect.DeepEqual(first, again) {
			rt.Fatalf("not the same again: %v, then %v", first, again)
		}
		// A small search gives up, but what it says still holds.
		s, err := Solve(p, Limits{Restarts: 1, States: 40})
		if err != nil {
			rt.Fatal(err)
		}
		if n, err := p.Crossings(s.Orders); err != nil || n != s.Crossings || n < first.Bound || s.Bound > first.Crossings {
			rt.Fatalf("a small search: %d to %d crossings, %v; a large one %d to %d", s.Bound, n, err, first.Bound, first.Crossings)
		}
	})
}

// TestComponents checks that what has nothing to do with each other is ordered
// each by itself.
func TestComponents(t *testing.T) {
	t.Parallel()
	one := core(1)
	n := len(one.Actors)
	two := &Problem{Actors: slices.Clone(one.Actors)}
	for _, a := range one.Actors {
		two.Actors = append(two.Actors, a+states)
	}
	two.Actors = append(two.Actors, 2*states, 2*states+1) // one alone, one never drawn
	for _, l := range one.Layers {
		for i, s := range l.Strands[:len(l.Strands):len(l.Strands)] {
			l.Strands = append(l.Strands, s+n)
			b := l.Bands[i]
			if b != NoBand {
				b += 7
			}
			l.Bands = append(l.Bands, b)
		}
		l.Strands = append(l.Strands, 2*n)
		l.Bands = append(l.Bands, 3)
		two.Layers = append(two.Layers, l)
	}
	s := solve(t, two)
	if s.Crossings != 6 || !s.Optimal {
		t.Errorf("%d crossings, proven %t, want 6, proven", s.Crossings, s.Optimal)
	}
	for i, want := range solve(t, one).Orders {
		got := s.Orders[i]
		if !slices.Equal(got[:len(want)], want) || got[len(want)] != 2*n {
			t.Errorf("layer %d: %v, want %v, then %d", i, got, want, 2*n)
		}
	}
}

// TestRepeatedLayer checks that layers in which nothing happens change nothing.
func TestRepeatedLayer(t *testing.T) {
	t.Parallel()
	p := core(1)
	want := solve(t, p)
	for i := range p.Layers {
		q := &Problem{Actors: p.Actors, Layers: slices.Insert(slices.Clone(p.Layers), i, p.Layers[i])}
		got := solve(t, q)
		if !reflect.DeepEqual(slices.Delete(got.Orders, i, i+1), want.Orders) {
			t.Errorf("layer %d twice: %v, want %v", i, got.Orders, want.Orders)
		}
	}
}

// TestStable checks that what is added at the right end leaves the left as it
// is.
func TestStable(t *testing.T) {
	t.Parallel()
	last := coreLayers - 1
	tests := []struct {
		reason string
		actor  int
		band   int
	}{
		{"a new state in the last band", states, 1},
		{"a new state in a new band", states, 2},
		{"a new state in the first band, which begins again", states, 0},
		{"a new state in no band", states, NoBand},
		{"a former member in a new band", uz, 2},
	}
	want := solve(t, core(1))
	for _, test := range tests {
		p := core(1)
		l := p.Layers[last]
		p.Actors = append(p.Actors, test.actor)
		p.Layers = append(p.Layers, Layer{
			Strands: append(slices.Clone(l.Strands), len(p.Actors)-1),
			Bands:   append(slices.Clone(l.Bands), test.band),
		})
		got := solve(t, p)
		if got.Crossings != want.Crossings {
			t.Fatalf("%s: %d crossings, was meant to need no more than %d", test.reason, got.Crossings, want.Crossings)
		}
		if !reflect.DeepEqual(got.Orders[:coreLayers], want.Orders) {
			t.Errorf("%s: orders %v, want %v", test.reason, got.Orders[:coreLayers], want.Orders)
		}
	}
}

// TestStableAtRandom checks the same of random storylines: a newcomer in a band
// of its own leaves everything as it was.
func TestStableAtRandom(t *testing.T) {
	t.Parallel()
	for seed := range uint64(30) {
		p := random(kind{6, 3, 8, 7, 0.25}, 40+seed)
		want := solve(t, p)
		l := p.Layers[len(p.Layers)-1]
		q := &Problem{Actors: append(slices.Clone(p.Actors), 99), Layers: slices.Clone(p.Layers)}
		q.Layers = append(q.Layers, Layer{
			Strands: append(slices.Clone(l.Strands), len(p.Actors)),
			Bands:   append(slices.Clone(l.Bands), 9),
		})
		got := solve(t, q)
		if !reflect.DeepEqual(got.Orders[:len(p.Layers)], want.Orders) {
			t.Errorf("seed %d: orders %v, want %v", seed, got.Orders[:len(p.Layers)], want.Orders)
		}
		// A newcomer in a band that is there already.
		q.Layers[len(p.Layers)].Bands[len(l.Strands)] = max(0, l.Bands[0])
		got = solve(t, q)
		if got.Crossings == want.Crossings && !reflect.DeepEqual(got.Orders[:len(p.Layers)], want.Orders) {
			t.Errorf("seed %d: orders %v, want %v", seed, got.Orders[:len(p.Layers)], want.Orders)
		}
	}
}
