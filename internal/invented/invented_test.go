package invented

import (
	"bytes"
	"testing"

	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
)

func TestPublished(t *testing.T) {
	t.Parallel()
	table := New(Published)
	rows := 0
	for _, l := range table.Lives {
		rows += l.Last - l.First + 1
	}
	t.Log(rows, len(table.Spells), len(table.Successions))
	a, err := lineage.New(table.Dataset())
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := table.WriteWide(&b); err != nil {
		t.Fatal(err)
	}
	t.Log(b.Len())
	n := 0
	_, err = cow.Read(&b, cow.Options{}, func(r *cow.Record) { n++ })
	if err != nil {
		t.Fatal(err)
	}
	t.Log(n, len(a.Organizations()))
}
