package lineage_test

import (
	"runtime"
	"slices"
	"sync"
	"testing"

	"github.com/orglineage/orglineage/examples/invented"
	"github.com/orglineage/orglineage/lineage"
)

// shapes are the tables of which the growth is shown: the published table of
// the Correlates of War, and up to fifty times its spells.
var shapes = []struct {
	name  string
	shape invented.Shape
}{
	{"published", invented.Published},
	{"1e4", invented.Of(10_000)},
	{"1e5", invented.Of(100_000)},
	{"1e6", invented.Of(1_000_000)},
}

// atlases makes the atlas of each shape once for all benchmarks of it.
var atlases = func() []func() *sized {
	var all []func() *sized
	for _, s := range shapes {
		all = append(all, sync.OnceValue(func() *sized {
			t := invented.New(s.shape)
			a, err := lineage.New(t.Dataset())
			if err != nil {
				panic(err)
			}
			return &sized{t, a}
		}))
	}
	return all
}()

// A sized is a table and its atlas.
type sized struct {
	table *invented.Table
	atlas *lineage.Atlas
}

// ofUsualSize returns an organization of 24 spells, the median, that is there to
// the end.
func (s *sized) ofUsualSize() lineage.OrgID {
	const usual = 24
	counts := make([]int, s.table.Organizations)
	for _, spell := range s.table.Spells {
		counts[spell.Organization]++
	}
	o := slices.IndexFunc(s.table.Lives, func(l invented.Life) bool { return l.First < 1990 && l.Last == s.table.Last })
	for i, l := range s.table.Lives {
		if counts[i] == usual && l.First < 1990 && l.Last == s.table.Last {
			o = i
		}
	}
	return invented.OrgID(o)
}

// BenchmarkSizeNew builds an atlas, and says how much memory it takes for each
// spell beside the records.
func BenchmarkSizeNew(b *testing.B) {
	for _, s := range shapes {
		b.Run(s.name, func(b *testing.B) {
			table := invented.New(s.shape)
			var before, after runtime.MemStats
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				d := table.Dataset()
				runtime.GC()
				runtime.ReadMemStats(&before)
				b.StartTimer()
				a, err := lineage.New(d)
				if err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				runtime.GC()
				runtime.ReadMemStats(&after)
				runtime.KeepAlive(a)
				runtime.KeepAlive(d)
				b.StartTimer()
			}
			b.ReportMetric(float64(len(table.Spells)), "spells")
			b.ReportMetric((float64(after.HeapAlloc)-float64(before.HeapAlloc))/float64(len(table.Spells)), "B/spell")
		})
	}
}

func bySize(b *testing.B, ask func(b *testing.B, s *sized)) {
	for i, shape := range shapes {
		b.Run(shape.name, func(b *testing.B) {
			s := atlases[i]()
			b.ReportAllocs()
			ask(b, s)
		})
	}
}

func BenchmarkSizeMembers(b *testing.B) {
	bySize(b, func(b *testing.B, s *sized) {
		id := s.ofUsualSize()
		found := 0
		for b.Loop() {
			ms, err := s.atlas.MembersDuring(id, lineage.YearDate(2000), lineage.Query{})
			if err != nil {
				b.Fatal(err)
			}
			found = len(ms)
		}
		b.ReportMetric(float64(found), "found")
	})
}

func BenchmarkSizeMemberships(b *testing.B) {
	bySize(b, func(b *testing.B, s *sized) {
		id, found := invented.StateID(100), 0
		for b.Loop() {
			ms, err := s.atlas.Memberships(id, lineage.Query{})
			if err != nil {
				b.Fatal(err)
			}
			found = len(ms)
		}
		b.ReportMetric(float64(found), "found")
	})
}

func BenchmarkSizeMembershipsDuring(b *testing.B) {
	bySize(b, func(b *testing.B, s *sized) {
		id, found := invented.StateID(100), 0
		for b.Loop() {
			ms, err := s.atlas.MembershipsDuring(id, lineage.YearDate(2000), lineage.Query{})
			if err != nil {
				b.Fatal(err)
			}
			found = len(ms)
		}
		b.ReportMetric(float64(found), "found")
	})
}

func BenchmarkSizeShared(b *testing.B) {
	bySize(b, func(b *testing.B, s *sized) {
		var five []lineage.StateID
		for i := range 5 {
			five = append(five, invented.StateID(20*i))
		}
		found := 0
		for b.Loop() {
			all, err := s.atlas.Shared(five, lineage.Query{})
			if err != nil {
				b.Fatal(err)
			}
			found = len(all)
		}
		b.ReportMetric(float64(found), "found")
	})
}

func BenchmarkSizeLineage(b *testing.B) {
	bySize(b, func(b *testing.B, s *sized) {
		id, found := invented.OrgID(s.table.Successions[len(s.table.Successions)/2].To), 0
		for b.Loop() {
			all, err := s.atlas.Lineage(id)
			if err != nil {
				b.Fatal(err)
			}
			found = len(all)
		}
		b.ReportMetric(float64(found), "found")
	})
}

func BenchmarkSizeEveryOrganization(b *testing.B) {
	bySize(b, func(b *testing.B, s *sized) {
		year, orgs := lineage.YearDate(2000), s.atlas.Organizations()
		found := 0
		for b.Loop() {
			found = 0
			for _, o := range orgs {
				ms, err := s.atlas.MembersDuring(o.ID, year, lineage.Query{})
				if err != nil {
					b.Fatal(err)
				}
				found += len(ms)
			}
		}
		b.ReportMetric(float64(found), "found")
	})
}
