package invented

import (
	"github.com/orglineage/orglineage/lineage"
)

// source is the bibliography of an invented table.
var source = lineage.Source{ID: "invented", Kind: lineage.DataCollection, Title: "An invented table"}

// Dataset returns the table as records. A year counts from its first day to its
// last, so that questions about years have sure answers.
func (t *Table) Dataset() lineage.Dataset {
	sources := []lineage.SourceID{source.ID}
	d := lineage.Dataset{
		Organizations: make([]lineage.Organization, len(t.Lives)),
		States:        make([]lineage.State, t.States),
		Sources:       []lineage.Source{source},
	}
	year := func(y int) lineage.Steps {
		return lineage.Steps{{Step: lineage.Effective, On: lineage.DayOf(y, 1, 1).Date(), Sources: sources}}
	}
	for i := range d.States {
		d.States[i] = lineage.State{ID: StateID(i), Name: t.StateNames[i], Sources: sources}
	}
	for i, life := range t.Lives {
		o := &d.Organizations[i]
		o.ID, o.Kind, o.Founded = OrgID(i), "organization", year(life.First)
		o.Name, o.Short = "Organization "+t.OrgNames[i], t.OrgNames[i]
		if life.Last < t.Last {
			o.Ended = year(life.Last + 1)
		}
	}
	for _, s := range t.Spells {
		o, life := &d.Organizations[s.Organization], t.Lives[s.Organization]
		m := lineage.Membership{State: StateID(s.State), Role: s.Role, Joined: lineage.Accession{How: lineage.Acceded, Steps: year(s.First)}}
		if s.First == life.First {
			m.Joined = lineage.Accession{How: lineage.Founded, Sources: sources}
		}
		if s.Last < life.Last {
			m.Left = lineage.Departure{How: lineage.Withdrew, Steps: year(s.Last + 1)}
		}
		o.Members = append(o.Members, m)
	}
	for _, s := range t.Successions {
		o := &d.Organizations[s.To]
		o.Predecessors = append(o.Predecessors, lineage.Succession{From: OrgID(s.From), How: lineage.Replaced, Steps: year(s.Year)})
	}
	return d
}
