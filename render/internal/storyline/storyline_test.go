package storyline

import "testing"

func TestCoreLineage(t *testing.T) {
	for _, eaeu := range []int{1, 2} {
		p := core(eaeu)
		s, err := Solve(p, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		n, err := p.Crossings(s.Orders)
		if err != nil {
			t.Fatal(err)
		}
		t.Log(n, s.Crossings, s.Bound, s.Orders)
	}
}
