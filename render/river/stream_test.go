package river

import (
	"bytes"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
)

func TestDump(t *testing.T) {
	a, _ := data.BuiltIn()
	core := []lineage.OrgID{"caeu", "caec", "caco", "eurasec", "eaeu"}
	for i, v := range []render.View{{Organizations: core, Roles: lineage.RolesOf(lineage.Member)}, {Organizations: core}, {}} {
		t0 := time.Now()
		r, err := New(a, v)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println(r.Proof(), time.Since(t0))
		var b bytes.Buffer
		if err := r.SVG(&b); err != nil {
			t.Fatal(err)
		}
		os.WriteFile(fmt.Sprintf("/tmp/river%d.svg", i), b.Bytes(), 0o644)
	}
}
