package chart

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/internal/scene"
)

func TestSortText(t *testing.T) {
	for _, s := range AllSorts() {
		text, err := s.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var back Sort
		if err := back.UnmarshalText(text); err != nil || back != s {
			t.Errorf("%q became %v, %v", text, back, err)
		}
	}
	var s Sort
	if err := s.UnmarshalText([]byte("size")); err == nil || !strings.Contains(err.Error(), "similarity") {
		t.Errorf("an unknown sort: %v", err)
	}
	if _, err := Sort(9).MarshalText(); err == nil || Sort(9).String() != "sort(9)" {
		t.Errorf("a sort that is none: %v, %v", Sort(9), err)
	}
}

func TestOrder(t *testing.T) {
	full := lineage.RolesOf(lineage.Member)
	for _, c := range []struct {
		view   render.View
		by     Sort
		want   string
		reason string
	}{
		{render.View{Organizations: core, Roles: full}, ByName, "AM BY KZ KG RU TJ UZ", "Kazakhstan before Kyrgyzstan, whatever the codes"},
		{render.View{Organizations: core, Roles: full, Language: "ru"}, ByName, "AM BY KZ KG RU TJ UZ", "Армения Беларусь Казахстан Кыргызстан Россия Таджикистан Узбекистан"},
		{render.View{Organizations: core, Roles: full}, ByAccession, "KZ KG UZ TJ BY RU AM", "the founders of CAEU by name, Tajikistan of 1998, EurAsEC's of 2001, Armenia of 2015"},
		{render.View{Organizations: core}, ByAccession, "KZ KG UZ RU TJ BY MD UA AM CU IR GE TR", "observers count; who joined on a day not known stands last"},
		{render.View{Organizations: core, Roles: full, From: lineage.MustDate("2003")}, ByAccession, "BY KZ KG RU TJ UZ AM", "EurAsEC of 2001 comes before CACO of 2002, though both began before the window"},
	} {
		_, l := laidOut(t, builtIn(t), Options{View: c.view, Sort: c.by})
		var got []string
		for _, r := range l.Rows {
			got = append(got, string(r.State))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("by %s: %s, want %s (%s)", c.by, g, c.want, c.reason)
		}
	}
}

// rowsOf returns the distances of the rows of a scene and their order.
func rowsOf(s *scene.Scene, by Sort) ([][]int64, []history) {
	rows := histories(s, by, func(s *lineage.State) string { return s.Name })
	return distances(s, rows), rows
}

// inOrder is the path that visits all as they stand.
func inOrder(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	return p
}

// Rows by similarity are never farther apart than rows by name.
func TestSimilarityIsNoWorse(t *testing.T) {
	check := func(t interface{ Errorf(string, ...any) }, s *scene.Scene) {
		byName, _ := rowsOf(s, ByName)
		bySimilarity, rows := rowsOf(s, BySimilarity)
		before, after := pathLength(byName, inOrder(len(rows))), pathLength(bySimilarity, inOrder(len(rows)))
		if after > before {
			t.Errorf("%d by similarity, %d by name", after, before)
		}
	}
	for _, c := range chartCases(t) {
		s, err := scene.New(c.atlas, c.opts.View)
		if err != nil {
			t.Fatal(err)
		}
		check(t, s)
	}
	rapid.Check(t, func(t *rapid.T) {
		s, err := scene.New(anyAtlas.Draw(t, "atlas"), render.View{})
		if err != nil {
			t.Fatal(err)
		}
		check(t, s)
	})
}

// The order is as short as the best there is, where all can be tried.
func TestShortPathIsShortest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	missed := 0
	for range 200 {
		n := 2 + r.IntN(6)
		d := make([][]int64, n)
		for i := range d {
			d[i] = make([]int64, n)
			for j := range i {
				d[i][j] = int64(r.IntN(whole))
				d[j][i] = d[i][j]
			}
		}
		p := shortPath(d)
		if got := slices.Sorted(slices.Values(p)); !slices.Equal(got, inOrder(n)) {
			t.Fatalf("%v is no order", p)
		}
		if pathLength(d, p) > shortest(d, inOrder(n), 0) {
			missed++
		}
	}
	if missed > 4 {
		t.Errorf("%d of 200 small orders are not the shortest", missed)
	}
}

// shortest tries all orders of p from i on.
func shortest(d [][]int64, p []int, i int) int64 {
	if i == len(p) {
		return pathLength(d, p)
	}
	best := int64(1) << 60
	for j := i; j < len(p); j++ {
		p[i], p[j] = p[j], p[i]
		best = min(best, shortest(d, p, i+1))
		p[i], p[j] = p[j], p[i]
	}
	return best
}

// TestBlocks: states of three groups with nothing in common, one after the other
// by name, stand in their groups; a state of two groups stands between them.
func TestBlocks(t *testing.T) {
	d := lineage.Dataset{Sources: []lineage.Source{{ID: "s", Kind: lineage.Treaty, Title: "A treaty"}}}
	for i := range 3 {
		id := fmt.Sprint("o", i)
		d.Organizations = append(d.Organizations, lineage.Organization{ID: lineage.OrgID(id), Name: "Organization " + id, Short: id, Kind: "union", Founded: dated("1980-01-01")})
	}
	for i := range 12 {
		id := lineage.StateID(rune('A'+i)) + "X"
		d.States = append(d.States, lineage.State{ID: id, Name: string(id)})
		o := &d.Organizations[i%3]
		o.Members = append(o.Members, member(string(id), lineage.Acceded, fmt.Sprintf("198%d-01-01", 1+i/3)))
	}
	d.States = append(d.States, lineage.State{ID: "ZZ", Name: "ZZ"})
	for _, i := range []int{0, 2} {
		d.Organizations[i].Members = append(d.Organizations[i].Members, member("ZZ", lineage.Acceded, "1990-01-01"))
	}
	_, l := laidOut(t, sampleAtlas(t, d), Options{Sort: BySimilarity})
	var groups []int
	for _, r := range l.Rows {
		g := int(r.State[0]-'A') % 3
		if r.State == "ZZ" {
			g = 9
		}
		if n := len(groups); n == 0 || groups[n-1] != g {
			groups = append(groups, g)
		}
	}
	text := fmt.Sprint(groups)
	if len(groups) != 4 || !strings.Contains(text, "0 9 2") && !strings.Contains(text, "2 9 0") {
		t.Errorf("the groups stand as %s", text)
	}
}

func TestDistances(t *testing.T) {
	d := lineage.Dataset{
		Sources: []lineage.Source{{ID: "s", Kind: lineage.Treaty, Title: "A treaty"}},
		Organizations: []lineage.Organization{
			{ID: "o", Name: "O", Short: "O", Kind: "union", Founded: dated("2001-01-01"), Ended: dated("2001-04-11"), Members: []lineage.Membership{
				member("AA", lineage.Founded), member("BB", lineage.Founded),
				member("CC", lineage.Acceded, "2001-02-20"), // 50 of 100 days
				as(lineage.Observer, member("DD", lineage.Acceded, "2001-01-01")),
			}},
			{ID: "p", Name: "P", Short: "P", Kind: "union", Founded: dated("2001-01-01"), Ended: dated("2001-04-11"), Members: []lineage.Membership{member("EE", lineage.Founded)}},
		},
	}
	for _, id := range []lineage.StateID{"AA", "BB", "CC", "DD", "EE"} {
		d.States = append(d.States, lineage.State{ID: id, Name: string(id)})
	}
	s, err := scene.New(sampleAtlas(t, d), render.View{})
	if err != nil {
		t.Fatal(err)
	}
	got, _ := rowsOf(s, ByName)
	for _, c := range []struct {
		a, b   int
		want   int64
		reason string
	}{
		{0, 1, 0, "the same history"},
		{0, 2, whole / 2, "half the days"},
		{0, 3, whole / 2, "an observer's day counts half"},
		{2, 3, whole - whole/3, "50 days in common, 50 more that count double and 50 that count once"},
		{0, 4, whole, "never together"},
	} {
		if got[c.a][c.b] != c.want || got[c.b][c.a] != c.want {
			t.Errorf("%d and %d are %d apart, want %d (%s)", c.a, c.b, got[c.a][c.b], c.want, c.reason)
		}
	}
}
