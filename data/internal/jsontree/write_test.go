package jsontree

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/orglineage/orglineage/data/internal/yamltree"
)

// TestAppend: what is written is what encoding/json makes of it when it indents.
func TestAppend(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ src, reason string }{
		{`{"a":{"b":[1,2,{"c":[]}],"d":{}},"e":null,"f":true}`, "nested, and empty"},
		{`["ж \"\\ \n\r\t \u0001 \u007f </script> &"]`, "only what must be escaped is"},
		{`[]`, "nothing"},
		{`-1.5`, "one value"},
	} {
		n, faults := Parse([]byte(c.src))
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		var want bytes.Buffer
		if err := json.Indent(&want, []byte(c.src), "", "  "); err != nil {
			t.Fatal(err)
		}
		if got := string(Append(nil, n)); got != want.String()+"\n" {
			t.Errorf("written as\n%s, want\n%s(%s)", got, want.String(), c.reason)
		}
	}
	n := &yamltree.Node{Kind: yamltree.List, Items: []*yamltree.Node{nil, {}, {Kind: yamltree.Scalar, Quoted: true, Text: "a\xffb"}}}
	if got, want := string(Append(nil, n)), "[\n  null,\n  null,\n  \"a\uFFFDb\"\n]\n"; got != want {
		t.Errorf("written as %q, want %q", got, want)
	}
}
