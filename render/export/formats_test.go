package export

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/orglineage/orglineage/lineage"
)

// graphs are the formats of this part by the name of their golden file.
var graphs = map[string]format{
	"successions.graphml": GraphMLSuccessions,
	"memberships.graphml": GraphMLMemberships,
	"states.graphml":      GraphMLStates,
	"region.mmd":          Mermaid,
	"region.ttl":          Turtle,
	"region.jsonld":       JSONLD,
}

func TestGraphs(t *testing.T) {
	t.Parallel()
	for name, write := range graphs {
		golden(t, name, write.bytes(t, region(), Selection{}))
	}
}

// What is selected is there, and nothing else.
func TestGraphsOfASelection(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		sel        Selection
		has, hasNo string
		reason     string
	}{
		{Selection{Organizations: []lineage.OrgID{"caco", "caec"}}, "CACO", "EurAsEC", "two organizations are named"},
		{Selection{From: lineage.MustDate("2007")}, "EurAsEC", "CACO", "CACO had ended by then"},
		{Selection{To: lineage.MustDate("2000")}, "CAEC", "CACO", "CACO had not begun"},
		{Selection{From: lineage.MustDate("2007"), To: lineage.MustDate("2008")}, "EurAsEC", "UCAS", "what was only proposed has no life in a period"},
	} {
		for _, name := range []string{"successions.graphml", "memberships.graphml", "region.mmd", "region.ttl", "region.jsonld"} {
			// Names alone: what is cited or related may still be referred to.
			got := string(graphs[name].bytes(t, region(), test.sel))
			for _, quote := range []string{">%<", `"%<br/>`, `"%"`} {
				if strings.Contains(got, strings.Replace(quote, "%", test.hasNo, 1)) {
					t.Errorf("%s has %s, but %s", name, test.hasNo, test.reason)
				}
			}
			if !strings.Contains(got, test.has) {
				t.Errorf("%s has no %s, but %s", name, test.has, test.reason)
			}
		}
	}
}

func TestGraphsOfNothing(t *testing.T) {
	t.Parallel()
	for name, write := range graphs {
		var unknown *lineage.NotFoundError
		var wrong *lineage.DateError
		var b bytes.Buffer
		if err := write(&b, atlas(t, region()), Selection{Organizations: []lineage.OrgID{"caco", "cacoo"}}); !errors.As(err, &unknown) || b.Len() > 0 {
			t.Errorf("%s: %v with %d bytes written, want a NotFoundError and none", name, err, b.Len())
		}
		backwards := Selection{From: lineage.MustDate("2005"), To: lineage.MustDate("2002")}
		if err := write(&b, atlas(t, region()), backwards); !errors.As(err, &wrong) || b.Len() > 0 {
			t.Errorf("%s: %v with %d bytes written, want a DateError and none", name, err, b.Len())
		}
		if err := write(&b, atlas(t, lineage.Dataset{}), Selection{}); err != nil {
			t.Errorf("%s of an empty atlas: %v", name, err)
		}
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

func TestGraphsReportWriteErrors(t *testing.T) {
	t.Parallel()
	a := atlas(t, region())
	for name, write := range graphs {
		for _, n := range []int{0, 100, 400} {
			if err := write(&failing{n}, a, Selection{}); !errors.Is(err, os.ErrClosed) {
				t.Errorf("%s after %d bytes: %v, want %v", name, n, err, os.ErrClosed)
			}
		}
	}
}

// The order of the records must not show. That of steps, rivals and suspensions
// is part of them.
func TestGraphsOrder(t *testing.T) {
	t.Parallel()
	want := map[string][]byte{}
	for name, write := range graphs {
		want[name] = write.bytes(t, region(), Selection{})
	}
	for seed := range uint64(20) {
		d := region()
		r := rand.New(rand.NewPCG(seed, 7))
		r.Shuffle(len(d.Organizations), func(i, j int) {
			d.Organizations[i], d.Organizations[j] = d.Organizations[j], d.Organizations[i]
		})
		r.Shuffle(len(d.States), func(i, j int) { d.States[i], d.States[j] = d.States[j], d.States[i] })
		r.Shuffle(len(d.Sources), func(i, j int) { d.Sources[i], d.Sources[j] = d.Sources[j], d.Sources[i] })
		for i := range d.Organizations {
			o := &d.Organizations[i]
			r.Shuffle(len(o.Members), func(i, j int) { o.Members[i], o.Members[j] = o.Members[j], o.Members[i] })
		}
		for name, write := range graphs {
			if diff := cmp.Diff(string(want[name]), string(write.bytes(t, d, Selection{}))); diff != "" {
				t.Fatalf("%s, seed %d (-in order +shuffled):\n%s", name, seed, diff)
			}
		}
	}
}
