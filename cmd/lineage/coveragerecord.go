package main

import (
	"fmt"

	"github.com/orglineage/orglineage/lineage"
)

// A jsonCoverage is the answer of the command coverage.
type jsonCoverage struct {
	Organizations *[]jsonCovered `json:"organizations,omitempty"` // not with --totals
	Total         jsonTallies    `json:"total"`
	Goals         []jsonGoal     `json:"goals"`
}

type jsonCovered struct {
	Organization lineage.OrgID `json:"organization"`
	Short        string        `json:"short"`
	Name         string        `json:"name"`
	jsonTallies
	Missing []jsonMissing `json:"missing"`
}

type jsonTallies struct {
	Counted jsonTally      `json:"counted"` // memberships and successions: what the goals are about
	Facts   jsonTally      `json:"facts"`
	Steps   jsonTally      `json:"steps"`
	Claims  int            `json:"claims"`
	Lacks   map[string]int `json:"lacks"` // encoding/json sorts the keys
}

type jsonTally struct {
	Number            int `json:"number"`
	Sourced           int `json:"sourced"`
	ToTheDay          int `json:"to_the_day"`
	Act               int `json:"act"`
	ActRead           int `json:"act_read"`
	Independent       int `json:"independent"`
	EncyclopediaAlone int `json:"encyclopedia_alone"`
	Disputed          int `json:"disputed"`
}

type jsonMissing struct {
	What         lineage.EventKind       `json:"what"`
	Organization lineage.OrgID           `json:"organization"`
	State        *lineage.StateID        `json:"state"`
	Role         *lineage.Role           `json:"role"`
	From         *lineage.OrgID          `json:"from"` // of successions
	How          *lineage.SuccessionKind `json:"how"`
	On           jsonDate                `json:"on"`
	Lacks        []lineage.Lack          `json:"lacks"`
	Sources      []lineage.SourceID      `json:"sources"`
}

type jsonGoal struct {
	Name    string `json:"name"`
	Percent int    `json:"percent"`
	Have    int    `json:"have"`
	Of      int    `json:"of"`
	Reached bool   `json:"reached"`
}

func (v *coverageView) record(each bool) jsonCoverage {
	rec := jsonCoverage{Total: tallyRecords(&v.sum)}
	for _, g := range v.sum.Counted.Goals() {
		rec.Goals = append(rec.Goals, jsonGoal{g.Name, g.Percent, g.Have, g.Of, g.Reached()})
	}
	if !each {
		return rec
	}
	orgs := []jsonCovered{}
	for i := range v.all {
		c := &v.all[i]
		o := jsonCovered{c.Organization.ID, c.Organization.Short, c.Organization.Name, tallyRecords(c), []jsonMissing{}}
		for j := range c.Facts {
			if f := &c.Facts[j]; len(f.Lacks()) > 0 {
				o.Missing = append(o.Missing, missingRecord(f))
			}
		}
		orgs = append(orgs, o)
	}
	rec.Organizations = &orgs
	return rec
}

func tallyRecords(c *lineage.Coverage) jsonTallies {
	rec := jsonTallies{jsonTally(c.Counted), jsonTally(c.All), jsonTally(c.Steps), c.Claims, map[string]int{}}
	for _, l := range lineage.AllLacks() {
		rec.Lacks[l.String()] = c.Lacking(l)
	}
	return rec
}

func missingRecord(f *lineage.Fact) jsonMissing {
	rec := jsonMissing{
		What: f.What, Organization: f.Organization.ID, On: jsonDate(f.On),
		Lacks: f.Lacks(), Sources: orEmpty(f.Sources),
	}
	if f.State != nil {
		rec.State, rec.Role = &f.State.ID, &f.Membership.Role
	}
	if f.Succession != nil {
		rec.From, rec.How = &f.Succession.From, &f.Succession.How
	}
	return rec
}

// orNothing writes what a pointer leads to, "" where it is nil.
func orNothing[T any](v *T) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(*v)
}
