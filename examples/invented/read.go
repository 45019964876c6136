package invented

import (
	"cmp"
	"io"
	"slices"

	"github.com/orglineage/orglineage/data/cow"
)

// Read reads a table as [Table.WriteWide] writes it and as the published one is:
// the rows of an organization together, in the order of the years. A spell is a run of
// years with the same role; what is missing counts as no membership. Such a table
// has no successions.
func Read(r io.Reader) (*Table, error) {
	t := &Table{}
	o := -1
	var latest []int // spell of the organization, by state
	read, err := cow.Read(r, cow.Options{}, func(rec *cow.Record) {
		if o < 0 || t.OrgNames[o] != rec.Organization {
			o = len(t.Lives)
			t.OrgNames = append(t.OrgNames, rec.Organization)
			t.Lives = append(t.Lives, Life{rec.Year, rec.Year})
			clear(latest)
		}
		t.Lives[o].Last = rec.Year
		for len(latest) <= rec.Column {
			latest = append(latest, 0)
		}
		if rec.Role == 0 {
			return
		}
		if i := latest[rec.Column] - 1; i >= 0 && t.Spells[i].Last == rec.Year-1 && t.Spells[i].Role == rec.Role {
			t.Spells[i].Last = rec.Year
			return
		}
		latest[rec.Column] = len(t.Spells) + 1
		t.Spells = append(t.Spells, Spell{o, rec.Column, rec.Role, rec.Year, rec.Year})
	})
	if err != nil {
		return nil, err
	}
	t.Shape = Shape{Organizations: len(t.Lives), States: len(read.Columns), First: read.First, Last: read.Last}
	t.StateNames = read.Columns
	slices.SortFunc(t.Spells, func(x, y Spell) int {
		return cmp.Or(cmp.Compare(x.Organization, y.Organization), cmp.Compare(x.State, y.State), cmp.Compare(x.First, y.First))
	})
	return t, nil
}
