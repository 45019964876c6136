package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// A jsonState is a state of the command list and show.
type jsonState struct {
	ID      lineage.StateID   `json:"id"`
	Name    string            `json:"name"`
	Kind    lineage.ActorKind `json:"kind"`
	Is      lineage.OrgID     `json:"is,omitempty"`
	Alpha3  string            `json:"alpha3"`
	COW     *jsonCOW          `json:"cow"`
	Names   map[string]string `json:"names"`
	Aliases []string          `json:"aliases"`
	Former  []jsonFormer      `json:"formerly"`

	Continues *jsonContinuation `json:"continues,omitempty"`
	Gone      *jsonGone         `json:"gone,omitempty"`
}

// A jsonContinuation is the state that another one goes on for.
type jsonContinuation struct {
	State   lineage.StateID    `json:"state"`
	Since   jsonDate           `json:"since"`
	Note    string             `json:"note"`
	Sources []lineage.SourceID `json:"sources"`
}

type jsonGone struct {
	On      jsonDate           `json:"on"`
	Note    string             `json:"note"`
	Sources []lineage.SourceID `json:"sources"`
}

type jsonCOW struct {
	Number int    `json:"number"`
	Code   string `json:"code"`
}

type jsonFormer struct {
	Name    string             `json:"name"`
	Until   jsonDate           `json:"until"`
	Note    string             `json:"note"`
	Sources []lineage.SourceID `json:"sources"`
	Rivals  []jsonClaim        `json:"rivals"`
}

func stateRecord(s *lineage.State) jsonState {
	rec := jsonState{
		ID: s.ID, Name: s.Name, Kind: s.Kind, Is: s.Is, Alpha3: s.Alpha3,
		Names: orNoNames(s.Names), Aliases: orEmpty(s.Aliases), Former: formerRecords(s.Former),
	}
	if s.COWNumber != 0 {
		rec.COW = &jsonCOW{s.COWNumber, s.COWCode}
	}
	if c := s.Continues; c != nil {
		rec.Continues = &jsonContinuation{c.State, jsonDate(c.Since), c.Note, orEmpty(c.Sources)}
	}
	if g := s.Gone; g != nil {
		rec.Gone = &jsonGone{jsonDate(g.On), g.Note, orEmpty(g.Sources)}
	}
	return rec
}

func orNoNames(names map[string]string) map[string]string {
	if names == nil {
		return map[string]string{}
	}
	return names
}

func listStates(atlas *lineage.Atlas) *listing {
	l := &listing{
		title: "States", head: []string{"ID", "Alpha-3", "COW", "Name", "Formerly"}, showHead: true,
		records: [][]string{{"id", "alpha3", "cow_number", "cow_code", "name", "kind", "formerly"}},
	}
	value := []jsonState{}
	for _, s := range atlas.States() {
		number := ""
		if s.COWNumber != 0 {
			number = strconv.Itoa(s.COWNumber)
		}
		name := s.Name
		if s.Kind != lineage.Sovereign {
			name += " (" + s.Kind.String() + ")"
		}
		l.rows = append(l.rows, []string{string(s.ID), s.Alpha3, strings.TrimSpace(number + " " + s.COWCode), name, formerly(s.Former)})
		l.records = append(l.records, []string{string(s.ID), s.Alpha3, number, s.COWCode, s.Name, s.Kind.String(), formerly(s.Former)})
		value = append(value, stateRecord(s))
	}
	l.notes = []string{count(len(value), "state", "states") + "."}
	l.value = map[string]any{"states": value}
	return l
}

func listSources(atlas *lineage.Atlas) *listing {
	l := &listing{
		title: "Sources", head: []string{"ID", "Source"},
		records: [][]string{{"id", "kind", "title", "author", "body", "publisher", "date", "url", "language", "note"}},
	}
	value := []any{}
	for _, s := range atlas.Sources() {
		l.rows = append(l.rows, []string{string(s.ID), reference(s)})
		l.records = append(l.records, []string{
			string(s.ID), s.Kind.String(), s.Title, s.Author, s.Body, s.Publisher, s.Date.String(), s.URL, s.Language, s.Note,
		})
		value = append(value, struct {
			ID lineage.SourceID `json:"id"`
			jsonSource
		}{s.ID, source(s)})
	}
	l.notes = []string{count(len(value), "source", "sources") + "."}
	l.value = map[string]any{"sources": value}
	return l
}

// A word is a term of the questions, with its meaning.
type word struct {
	Name    string `json:"name"`
	Meaning string `json:"meaning"`
}

// listWords lists the terms of a kind, nil if there is no such kind.
func listWords(what string) *listing {
	var words []word
	switch what {
	case "roles":
		words = explain(lineage.AllRoles(), roleMeanings)
	case "bases":
		words = explain(lineage.AllBases(), basisMeanings)
	case "identities":
		words = explain(lineage.AllIdentities(), identityMeanings)
	case "successions":
		words = explain(lineage.AllSuccessionKinds(), successionMeanings)
	default:
		return nil
	}
	l := &listing{
		title: capital(what), head: []string{"Name", "Meaning"},
		records: [][]string{{"name", "meaning"}}, value: map[string]any{what: words},
	}
	for _, w := range words {
		l.rows = append(l.rows, []string{w.Name, w.Meaning})
		l.records = append(l.records, []string{w.Name, w.Meaning})
	}
	return l
}

func explain[E interface {
	comparable
	fmt.Stringer
}](all []E, meanings map[E]string) []word {
	var words []word
	for _, e := range all {
		words = append(words, word{e.String(), meanings[e]})
	}
	return words
}

var roleMeanings = map[lineage.Role]string{
	lineage.Member:    "full member",
	lineage.Associate: "associate member, with some of the rights",
	lineage.Observer:  "may attend, does not decide",
	lineage.Partner:   "dialogue or development partner",
	lineage.Candidate: "is to become a member, and has a status as such",
	lineage.Guest:     "is invited",
	lineage.Party:     "party of a treaty; counts as a full member",
}

var basisMeanings = map[lineage.Basis]string{
	lineage.ByEffect:    "from entry into force, or from taking part in fact (if nothing is said)",
	lineage.BySignature: "from the signature of the act",
	lineage.ByDecision:  "from the decision to admit or to found",
}

var identityMeanings = map[lineage.Identity]string{
	lineage.SameName: "the organization under this name alone (if nothing is said)",
	lineage.SameBody: "and what was only renamed: one legal person",
	lineage.SameLine: "and what was transformed by a new founding act",
}

var successionMeanings = map[lineage.SuccessionKind]string{
	lineage.Renamed:     "the same legal person under a new name",
	lineage.Transformed: "reorganized by a new founding act",
	lineage.Merged:      "two or more became one",
	lineage.Absorbed:    "went into one that already existed",
	lineage.Replaced:    "gave way to a new one, without legal identity",
	lineage.Split:       "became several, or left a part that went its own way",
	lineage.Revived:     "taken up again after an interruption",
	lineage.Upgraded:    "built upon, and still in force beside what was built on it",
}
