package main

import (
	"fmt"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// A jsonSourcesList is the answer of the command sources.
type jsonSourcesList struct {
	Organizations []lineage.OrgID `json:"organizations"` // empty for the whole atlas
	Sources       []jsonCitation  `json:"sources"`
}

type jsonCitation struct {
	ID lineage.SourceID `json:"id"`
	jsonSource
	For []lineage.Use `json:"for"`
	By  []jsonCiting  `json:"by"`
}

// A jsonCiting is one record that cites a source: one of the four.
type jsonCiting struct {
	Organization lineage.OrgID        `json:"organization,omitempty"`
	State        lineage.StateID      `json:"state,omitempty"`
	Collection   lineage.CollectionID `json:"collection,omitempty"`
	Place        string               `json:"place,omitempty"`
	For          []lineage.Use        `json:"for"`
}

func citing(x *lineage.Citing) jsonCiting {
	rec := jsonCiting{For: x.Uses.All()}
	switch {
	case x.Organization != nil:
		rec.Organization = x.Organization.ID
	case x.State != nil:
		rec.State = x.State.ID
	case x.Collection != nil:
		rec.Collection = x.Collection.ID
	case x.Place != nil:
		rec.Place = x.Place.Name
	}
	return rec
}

func (v *sourcesView) listing() *listing {
	l := &listing{
		title: v.title(), head: []string{"", "ID", "Cited by", "Source"}, showHead: true,
		records: [][]string{{
			"id", "kind", "title", "author", "body", "publisher", "date", "url", "language", "note",
			"for", "organizations", "states", "collections", "places",
		}},
	}
	rec := jsonSourcesList{orEmpty(v.ids), []jsonCitation{}}
	marked := false
	for i, c := range v.citations {
		s := c.Source
		one := jsonCitation{s.ID, source(s), c.Uses.All(), []jsonCiting{}}
		var orgs []lineage.OrgID
		var states []lineage.StateID
		var collections []lineage.CollectionID
		var places, by []string
		for j := range c.By {
			x := citing(&c.By[j])
			one.By = append(one.By, x)
			name := ""
			switch {
			case x.Organization != "":
				orgs, name = append(orgs, x.Organization), c.By[j].Organization.Short
			case x.State != "":
				states, name = append(states, x.State), string(x.State)
			case x.Collection != "":
				collections, name = append(collections, x.Collection), "collection "+string(x.Collection)
			default:
				places, name = append(places, x.Place), x.Place
			}
			if !c.By[j].Uses.Has(lineage.Held) {
				name += " (" + strings.Join(stringsOf(x.For), ", ") + ")"
				marked = true
			}
			by = append(by, name)
		}
		rec.Sources = append(rec.Sources, one)
		l.rows = append(l.rows, []string{fmt.Sprintf("[%d]", i+1), string(s.ID), firstFew(by), reference(s)})
		l.records = append(l.records, []string{
			string(s.ID), s.Kind.String(), s.Title, s.Author, s.Body, s.Publisher, s.Date.String(), s.URL, s.Language, s.Note,
			strings.Join(stringsOf(one.For), " "), joinIDs(orgs), joinIDs(states), joinIDs(collections), strings.Join(places, "; "),
		})
	}
	l.notes = []string{v.counts()}
	if marked {
		l.notes = append(l.notes, "(rival): cited only for claims against what is held right; (remark): only for remarks.")
	}
	l.value = rec
	return l
}

// firstFew joins names, and counts those that would make the line too long.
func firstFew(names []string) string {
	const most = 4
	if len(names) > most {
		return strings.Join(names[:most-1], ", ") + fmt.Sprintf(" and %d more", len(names)-most+1)
	}
	return strings.Join(names, ", ")
}
