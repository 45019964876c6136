package main

import (
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

func listCollections(atlas *lineage.Atlas) *listing {
	type collection struct {
		ID            lineage.CollectionID `json:"id"`
		Name          string               `json:"name"`
		Note          string               `json:"note"`
		Organizations []lineage.OrgID      `json:"organizations"`
	}
	l := &listing{
		title: "Collections", head: []string{"ID", "Name", "Organizations"}, showHead: true, wrap: 72,
		records: [][]string{{"id", "name", "note", "organizations"}},
		notes:   []string{"What they hold: lineage show --collection ID, lineage list --collection ID, lineage render --collection ID."},
	}
	value := []collection{}
	for _, c := range atlas.Collections() {
		_, orgs, err := atlas.Collection(string(c.ID))
		if err != nil {
			continue // an Atlas finds the collections that it lists
		}
		rec := collection{c.ID, c.Name, c.Note, []lineage.OrgID{}}
		var shorts, ids []string
		for _, o := range orgs {
			shorts, ids = append(shorts, o.Short), append(ids, string(o.ID))
			rec.Organizations = append(rec.Organizations, o.ID)
		}
		l.rows = append(l.rows, []string{string(c.ID), c.Name, strconv.Itoa(len(orgs)) + ": " + strings.Join(shorts, ", ")})
		l.records = append(l.records, []string{string(c.ID), c.Name, c.Note, strings.Join(ids, " ")})
		value = append(value, rec)
	}
	l.value = map[string]any{"collections": value}
	return l
}

func listPlaces(atlas *lineage.Atlas) *listing {
	type place struct {
		Name    string             `json:"name"`
		Names   map[string]string  `json:"names"`
		Aliases []string           `json:"aliases"`
		Former  []jsonFormer       `json:"formerly"`
		Note    string             `json:"note"`
		Sources []lineage.SourceID `json:"sources"`
	}
	l := &listing{
		title: "Places, and what they were called", head: []string{"Name", "Formerly", "Other spellings"}, showHead: true,
		records: [][]string{{"name", "formerly", "aliases", "note"}},
	}
	value := []place{}
	for _, x := range atlas.Places() {
		rec := place{x.Name, orNoNames(x.Names), orEmpty(x.Aliases), formerRecords(x.Former), x.Note, orEmpty(x.Sources)}
		former := formerly(x.Former)
		l.rows = append(l.rows, []string{x.Name, former, strings.Join(x.Aliases, "; ")})
		l.records = append(l.records, []string{x.Name, former, strings.Join(x.Aliases, "; "), x.Note})
		value = append(value, rec)
	}
	if len(value) == 0 {
		l.notes = append(l.notes, "No places.")
	}
	l.value = map[string]any{"places": value}
	return l
}

// formerly tells names of former times.
func formerly(former []lineage.FormerName) string {
	var texts []string
	for _, f := range former {
		texts = append(texts, f.Name+" until "+lastDay(f.Until))
	}
	return strings.Join(texts, "; ")
}

func formerRecords(former []lineage.FormerName) []jsonFormer {
	records := []jsonFormer{}
	for _, f := range former {
		rec := jsonFormer{f.Name, jsonDate(f.Until), f.Note, orEmpty(f.Sources), []jsonClaim{}}
		for _, r := range f.Rivals {
			rec.Rivals = append(rec.Rivals, claim(r))
		}
		records = append(records, rec)
	}
	return records
}
