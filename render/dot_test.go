package render

import (
	"bytes"
	"errors"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/orglineage/orglineage/lineage"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got; run with -update to accept):\n%s", file, diff)
	}
}

func dot(t testing.TB, d lineage.Dataset, opts Succession) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := DOT(&b, atlas(t, d), opts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// views are the cuts that have golden files.
var views = map[string]Succession{
	"whole":         {},
	"left-to-right": {LeftToRight: true, Title: "A title"},
	"on-a-day":      {On: lineage.MustDate("1988-04-01")},
	"window":        {From: lineage.MustDate("1988"), To: lineage.MustDate("1992")},
	"selection":     {Organizations: []lineage.OrgID{"zone", "union"}},
	"before-all":    {To: lineage.MustDate("1900")},
}

func TestDOT(t *testing.T) {
	for name, opts := range views {
		t.Run(name, func(t *testing.T) { golden(t, name+".dot", dot(t, sample(), opts)) })
	}
}

func TestDOTUnknownOrganization(t *testing.T) {
	var b bytes.Buffer
	err := DOT(&b, atlas(t, sample()), Succession{Organizations: []lineage.OrgID{"club", "clubb"}})
	if !errors.Is(err, lineage.ErrNotFound) || b.Len() > 0 {
		t.Errorf("DOT = %v with %d bytes written, want a NotFoundError and none", err, b.Len())
	}
}

// failing fails after n bytes.
type failing struct{ n int }

func (f *failing) Write(p []byte) (int, error) {
	if f.n -= len(p); f.n < 0 {
		return 0, os.ErrClosed
	}
	return len(p), nil
}

func TestDOTReportsWriteErrors(t *testing.T) {
	a := atlas(t, sample())
	for _, n := range []int{0, 100, 2000} {
		if err := DOT(&failing{n}, a, Succession{}); !errors.Is(err, os.ErrClosed) {
			t.Errorf("after %d bytes: %v, want %v", n, err, os.ErrClosed)
		}
	}
}

// The order of the records must not show in the drawing.
func TestDOTOrder(t *testing.T) {
	want := dot(t, sample(), Succession{})
	for seed := range uint64(20) {
		d := sample()
		r := rand.New(rand.NewPCG(seed, 7))
		r.Shuffle(len(d.Organizations), func(i, j int) {
			d.Organizations[i], d.Organizations[j] = d.Organizations[j], d.Organizations[i]
		})
		r.Shuffle(len(d.States), func(i, j int) { d.States[i], d.States[j] = d.States[j], d.States[i] })
		for i := range d.Organizations {
			o := &d.Organizations[i]
			r.Shuffle(len(o.Members), func(i, j int) { o.Members[i], o.Members[j] = o.Members[j], o.Members[i] })
			r.Shuffle(len(o.Predecessors), func(i, j int) {
				o.Predecessors[i], o.Predecessors[j] = o.Predecessors[j], o.Predecessors[i]
			})
		}
		if diff := cmp.Diff(string(want), string(dot(t, d, Succession{}))); diff != "" {
			t.Fatalf("seed %d (-in order +shuffled):\n%s", seed, diff)
		}
	}
}

// A chain of names whose parts work within each other must not make boxes that
// hold each other.
func TestBoxesDoNotHoldEachOther(t *testing.T) {
	d := sample()
	d.Organizations[1].Within = &lineage.Within{Organization: "dwarf", Sources: []lineage.SourceID{"s"}}
	d.Organizations = append(d.Organizations, lineage.Organization{
		ID: "dwarf", Name: "Dwarf", Short: "Dw", Kind: "organ", Founded: dated("1981"),
		Within: &lineage.Within{Organization: "club", Sources: []lineage.SourceID{"s"}},
	})
	d.Organizations[2].Within = nil
	got, err := build(atlas(t, d), Succession{})
	if err != nil {
		t.Fatal(err)
	}
	held := map[string]int{}
	var count func([]body)
	count = func(bs []body) {
		for _, b := range bs {
			for _, n := range b.Nodes {
				held[n]++
			}
			count(b.Bodies)
		}
	}
	count(got.Bodies)
	for n, times := range held {
		if times != 1 {
			t.Errorf("%s stands in %d boxes", n, times)
		}
	}
	if len(held) != 3 {
		t.Errorf("%d nodes stand in boxes, want club, league and dwarf", len(held))
	}
}

func BenchmarkDOT(b *testing.B) {
	a := atlas(b, sample())
	var buf bytes.Buffer
	for b.Loop() {
		buf.Reset()
		if err := DOT(&buf, a, Succession{}); err != nil {
			b.Fatal(err)
		}
	}
}
