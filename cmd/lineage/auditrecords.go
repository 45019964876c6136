package main

import (
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/data/audit"
	"github.com/orglineage/orglineage/data/cow"
	"github.com/orglineage/orglineage/lineage"
)

// A jsonAudit is the answer of the command audit.
type jsonAudit struct {
	Table jsonTable     `json:"table"`
	First int           `json:"first"` // of the years compared
	Last  int           `json:"last"`
	Basis lineage.Basis `json:"basis"`
	jsonCounts
	Organizations      []jsonBody         `json:"organizations"`
	Disagreements      []jsonDisagreement `json:"disagreements"` // the unexplained first
	OtherOrganizations []string           `json:"other_organizations"`
	OtherStates        []string           `json:"other_states"`
	NoColumn           []lineage.StateID  `json:"no_column"`
	Unused             []jsonExplanation  `json:"unused"`
	Sources            jsonSources        `json:"sources,omitempty"`
}

type jsonTable struct {
	File   string     `json:"file"`
	Layout cow.Layout `json:"layout"`
	Rows   int        `json:"rows"`
	First  int        `json:"first"`
	Last   int        `json:"last"`
}

type jsonCounts struct {
	Compared    int `json:"compared"`
	Agreed      int `json:"agreed"`
	Explained   int `json:"explained"` // by an entry
	Granularity int `json:"granularity"`
	Unexplained int `json:"unexplained"`
	Missing     int `json:"missing"`
	Outside     int `json:"outside"`
}

type jsonBody struct {
	Theirs        string          `json:"theirs"`
	Organizations []lineage.OrgID `json:"organizations"`
	Note          string          `json:"note"`
	jsonCounts
}

type jsonSaid struct {
	OnLastDay []data.Status `json:"on_31_december"`
	InYear    []data.Status `json:"in_year"`
}

type jsonDisagreement struct {
	Verdict       audit.Verdict    `json:"verdict"`
	Why           string           `json:"why"` // a reason; empty if unexplained
	Theirs        string           `json:"organization"`
	Organizations []lineage.OrgID  `json:"organizations"`
	State         lineage.StateID  `json:"state"`
	Name          string           `json:"name"`
	First         int              `json:"first"`
	Last          int              `json:"last"`
	Cells         int              `json:"cells"`
	NoRow         bool             `json:"no_row"`
	They          jsonSaid         `json:"theirs"`
	We            jsonSaid         `json:"ours"`
	Memberships   []jsonStanding   `json:"memberships"`
	Rivals        []jsonContest    `json:"rivals"`      // claims that agree with the table
	Explanation   *jsonExplanation `json:"explanation"` // null if no entry explains it
	Line          int              `json:"line"`        // of the table; 0 if it has no such cell
	Col           int              `json:"col"`
}

type jsonExplanation struct {
	File         string             `json:"file"`
	Line         int                `json:"line"`
	Organization string             `json:"organization"`
	State        lineage.StateID    `json:"state"`
	Years        data.Years         `json:"years"`
	Why          data.Reason        `json:"why"`
	Note         string             `json:"note"`
	Sources      []lineage.SourceID `json:"sources"`
}

func (v *auditView) record() jsonAudit {
	r := v.report
	rec := jsonAudit{
		Table: jsonTable{v.file, r.Table.Layout, r.Table.Rows, r.Table.First, r.Table.Last},
		First: r.First, Last: r.Last, Basis: r.Basis, jsonCounts: jsonCounts(r.Counts),
		Organizations: []jsonBody{}, Disagreements: []jsonDisagreement{}, Unused: []jsonExplanation{},
		OtherOrganizations: orEmpty(r.OtherOrganizations), OtherStates: orEmpty(r.OtherStates), NoColumn: orEmpty(r.NoColumn),
	}
	if v.on {
		rec.Sources = jsonSources{}
	}
	for _, b := range r.Bodies {
		rec.Organizations = append(rec.Organizations, jsonBody{b.Theirs, idsOf(b), b.Note, jsonCounts(b.Counts)})
	}
	for i := range r.Disagreements {
		d := &r.Disagreements[i]
		x := jsonDisagreement{
			Verdict: d.Verdict, Why: reason(d), Theirs: d.Body.Theirs, Organizations: idsOf(d.Body), State: d.State.ID, Name: d.State.Name,
			First: d.Years.First, Last: d.Years.Last, Cells: d.Cells, NoRow: d.NoRow,
			They: jsonSaid(d.Theirs), We: jsonSaid(d.Ours), Memberships: v.recordsOf(d.Standings), Rivals: contests(d.Rivals, false), Line: d.Line, Col: d.Col,
		}
		if d.Explanation != nil {
			e := explanation(d.Explanation)
			x.Explanation = &e
			if v.on {
				v.collect(rec.Sources, e.Sources)
			}
		}
		for _, c := range d.Rivals {
			if v.on {
				v.collect(rec.Sources, c.Claim.Sources)
			}
		}
		for id, s := range v.sourcesOf(d.Standings) {
			rec.Sources[id] = s
		}
		rec.Disagreements = append(rec.Disagreements, x)
	}
	for _, e := range r.Unused {
		rec.Unused = append(rec.Unused, explanation(e))
	}
	return rec
}

func explanation(e *data.Explanation) jsonExplanation {
	return jsonExplanation{e.File, e.Line, e.Organization, e.State, e.Years, e.Why, e.Note, orEmpty(e.Sources)}
}

func idsOf(b *audit.Body) []lineage.OrgID {
	var ids []lineage.OrgID
	for _, o := range b.Ours {
		ids = append(ids, o.ID)
	}
	return ids
}

// reason returns why the table differs, in a word.
func reason(d *audit.Disagreement) string {
	switch d.Verdict {
	case audit.ByEntry:
		return d.Explanation.Why.String()
	case audit.ByRule:
		return data.TheirGranularity.String()
	}
	return ""
}

// records are the disagreements in CSV.
func (v *auditView) records() [][]string {
	records := [][]string{{
		"verdict", "why", "organization", "organizations", "state", "name", "first", "last", "cells", "no_row",
		"theirs_on_31_december", "theirs_in_year", "ours_on_31_december", "ours_in_year", "note", "sources", "line", "col",
	}}
	for i := range v.report.Disagreements {
		d := &v.report.Disagreements[i]
		note, sources := "", ""
		if d.Explanation != nil {
			note, sources = d.Explanation.Note, joinIDs(d.Explanation.Sources)
		}
		records = append(records, []string{
			d.Verdict.String(), reason(d), d.Body.Theirs, joinIDs(idsOf(d.Body)), string(d.State.ID), d.State.Name,
			strconv.Itoa(d.Years.First), strconv.Itoa(d.Years.Last), strconv.Itoa(d.Cells), strconv.FormatBool(d.NoRow),
			statusWords(d.Theirs.OnLastDay), statusWords(d.Theirs.InYear), statusWords(d.Ours.OnLastDay), statusWords(d.Ours.InYear),
			note, sources, strconv.Itoa(d.Line), strconv.Itoa(d.Col),
		})
	}
	return records
}

func statusWords(all []data.Status) string {
	var words []string
	for _, s := range all {
		words = append(words, s.String())
	}
	return strings.Join(words, " ")
}
