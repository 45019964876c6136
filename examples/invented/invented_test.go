package invented

import (
	"bytes"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
)

// TestShapes pins the sizes: figures of one day compare with those of another
// only as long as the tables are the same.
func TestShapes(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		reason                    string
		shape                     Shape
		rows, spells, successions int
	}{
		{"as published: the published one has 19,335 rows", Published, 18768, 19350, 164},
		{"ten thousand spells", Of(10_000), 9258, 9979, 98},
	} {
		table, rows := New(tt.shape), 0
		for _, l := range table.Lives {
			rows += l.Last - l.First + 1
		}
		if rows != tt.rows || len(table.Spells) != tt.spells || len(table.Successions) != tt.successions {
			t.Errorf("%d rows, %d spells, %d successions, want %d, %d, %d (%s)",
				rows, len(table.Spells), len(table.Successions), tt.rows, tt.spells, tt.successions, tt.reason)
		}
	}
}

// TestSame checks that the records and the texts say the same: each cell of the
// wide table, and each row of the list, is what the atlas answers.
func TestSame(t *testing.T) {
	t.Parallel()
	table := New(Of(4000))
	atlas, err := lineage.New(table.Dataset())
	if err != nil {
		t.Fatal(err)
	}
	panel, err := atlas.Panel(nil, table.First, table.Last, lineage.Query{Roles: lineage.EveryRole})
	if err != nil {
		t.Fatal(err)
	}
	type cell struct {
		org, state string
		year       int
		role       lineage.Role
	}
	want := map[cell]bool{}
	for c := range panel {
		want[cell{string(c.Organization.ID), string(c.Membership.State), c.Year, c.Membership.Role}] = true
	}

	var wide bytes.Buffer
	if err := table.WriteWide(&wide); err != nil {
		t.Fatal(err)
	}
	again := *bytes.NewBuffer(bytes.Clone(wide.Bytes()))
	got := map[cell]bool{}
	_, err = cow.Read(&wide, cow.Options{}, func(r *cow.Record) {
		if r.Role != 0 {
			n := slices.Index(table.StateNames, r.State)
			got[cell{r.Organization, string(StateID(n)), r.Year, r.Role}] = true
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(want) {
		t.Errorf("the wide table has %d memberships by years, the atlas %d", len(got), len(want))
	}
	for c := range got {
		if !want[c] {
			t.Fatalf("the atlas does not have %+v", c)
		}
	}

	var list bytes.Buffer
	if err := table.WriteSpells(&list); err != nil {
		t.Fatal(err)
	}
	read, err := Read(&again)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(table.Spells, read.Spells); diff != "" {
		t.Errorf("the spells of the wide table (-want +got):\n%s", diff)
	}

	spells := 0
	if _, err := cow.Read(&list, cow.Options{}, func(r *cow.Record) {
		sts, err := atlas.MembersOn(lineage.OrgID(r.Organization), r.Since, lineage.Query{Roles: lineage.EveryRole})
		if err != nil || !slices.ContainsFunc(sts, func(st lineage.Standing) bool {
			return st.Membership.State == StateID(slices.Index(table.StateNames, r.State)) && st.Membership.Role == r.Role && st.Since == r.Since
		}) {
			t.Errorf("the atlas does not have %+v (%v)", r, err)
		}
		spells++
	}); err != nil || spells != len(table.Spells) {
		t.Errorf("the list has %d spells of %d, %v", spells, len(table.Spells), err)
	}
}
