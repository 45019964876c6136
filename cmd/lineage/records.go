package main

import (
	"encoding/json"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// The types of the JSON output. JSON.md documents them; fields may be added,
// but none goes away or changes its meaning.

// A jsonDate is a date as EDTF text, or null where nothing is known.
type jsonDate lineage.Date

func (d jsonDate) MarshalJSON() ([]byte, error) {
	if isUnknown(lineage.Date(d)) {
		return []byte("null"), nil
	}
	return json.Marshal(lineage.Date(d).String())
}

// A jsonUntil is null where the interval goes on, and "[..]" where it ended on
// a day not known.
type jsonUntil lineage.Date

func (d jsonUntil) MarshalJSON() ([]byte, error) {
	if lineage.Date(d).IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(lineage.Date(d).String())
}

type jsonInterval struct {
	Since jsonDate  `json:"since"`
	Until jsonUntil `json:"until"`
}

func interval(iv lineage.Interval) jsonInterval {
	return jsonInterval{jsonDate(iv.Since), jsonUntil(iv.Until)}
}

type jsonClaim struct {
	On      jsonDate           `json:"on"`
	Note    string             `json:"note"`
	Sources []lineage.SourceID `json:"sources"`
}

type jsonContest struct {
	About lineage.Subject `json:"about"`
	jsonClaim
	Answer *lineage.Answer `json:"answer,omitempty"` // if the claim were right
}

type jsonStanding struct {
	State     lineage.StateID    `json:"state"`
	Role      lineage.Role       `json:"role"`
	As        string             `json:"as,omitempty"` // the organization's own word for the role
	Answer    lineage.Answer     `json:"answer"`
	Since     jsonDate           `json:"since"`
	Until     jsonUntil          `json:"until"`
	Suspended lineage.Answer     `json:"suspended"`
	Sources   []lineage.SourceID `json:"sources"`
	Contested []jsonContest      `json:"contested"`

	Name         string          `json:"name"`
	Organization lineage.OrgID   `json:"organization"`
	Joined       string          `json:"joined"`
	Left         *string         `json:"left"`
	JoinedThen   *lineage.Answer `json:"joined_then,omitempty"`
	LeftThen     *lineage.Answer `json:"left_then,omitempty"`
	Suspensions  []jsonInterval  `json:"suspensions"`
	Disputes     []jsonContest   `json:"disputes"`
}

func (r *remarker) record(st *lineage.Standing) jsonStanding {
	m := st.Membership
	rec := jsonStanding{
		State: m.State, Role: m.Role, As: m.As, Answer: st.Answer,
		Since: jsonDate(st.Since), Until: jsonUntil(st.Until), Suspended: st.Suspended,
		Sources: orEmpty(st.Sources()), Contested: contests(st.Contested(), true),
		Name: r.nameThen(st), Organization: st.Organization.ID, Joined: m.Joined.How.String(),
		Suspensions: []jsonInterval{}, Disputes: contests(st.Disputes(), false),
	}
	if !st.Until.IsZero() {
		how := "organization-ended"
		if !st.EndedWithOrganization() {
			how = "unknown"
			if m.Left.How != 0 {
				how = m.Left.How.String()
			}
		}
		rec.Left = &how
	}
	if !r.when.in.IsZero() {
		rec.JoinedThen, rec.LeftThen = &st.Joined, &st.Left
	}
	for _, iv := range st.Suspensions() {
		rec.Suspensions = append(rec.Suspensions, interval(iv.Interval))
	}
	return rec
}

func (r *remarker) recordsOf(sts []lineage.Standing) []jsonStanding {
	recs := make([]jsonStanding, len(sts))
	for i := range sts {
		recs[i] = r.record(&sts[i])
	}
	return recs
}

func contests(cs []lineage.Contest, answers bool) []jsonContest {
	found := make([]jsonContest, len(cs))
	for i, c := range cs {
		found[i] = jsonContest{About: c.About, jsonClaim: claim(c.Claim)}
		if answers {
			found[i].Answer = &cs[i].Answer
		}
	}
	return found
}

func claim(c lineage.Claim) jsonClaim {
	return jsonClaim{jsonDate(c.On), c.Note, orEmpty(c.Sources)}
}

// csvHead and csvRecord are how every listing of memberships stands in CSV.
var csvHead = []string{
	"organization", "state", "name", "role", "answer", "since", "until", "joined", "left",
	"suspended", "suspensions", "disputed", "sources",
}

func (r *remarker) csvRecord(st *lineage.Standing) []string {
	rec := r.record(st)
	left := ""
	if rec.Left != nil {
		left = *rec.Left
	}
	var suspensions, disputed []string
	for _, iv := range st.Suspensions() {
		suspensions = append(suspensions, iv.Since.String()+"/"+iv.Until.String())
	}
	for _, c := range st.Disputes() {
		disputed = append(disputed, c.About.String()+":"+c.Claim.On.String())
	}
	return []string{
		string(rec.Organization), string(rec.State), rec.Name, rec.Role.String(), rec.Answer.String(),
		known(st.Since), st.Until.String(), rec.Joined, left,
		rec.Suspended.String(), strings.Join(suspensions, " "), strings.Join(disputed, " "), joinIDs(rec.Sources),
	}
}

func known(d lineage.Date) string {
	if isUnknown(d) {
		return ""
	}
	return d.String()
}

func joinIDs[ID ~string](ids []ID) string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = string(id)
	}
	return strings.Join(texts, " ")
}

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

type jsonSource struct {
	Kind      lineage.SourceKind `json:"kind"`
	Title     string             `json:"title"`
	Author    string             `json:"author"`
	Body      string             `json:"body"`
	Publisher string             `json:"publisher"`
	Date      jsonDate           `json:"date"`
	URL       string             `json:"url"`
	Language  string             `json:"language"`
	Note      string             `json:"note"`
}

func source(s *lineage.Source) jsonSource {
	return jsonSource{
		Kind: s.Kind, Title: s.Title, Author: s.Author, Body: s.Body, Publisher: s.Publisher,
		Date: jsonDate(s.Date), URL: s.URL, Language: s.Language, Note: s.Note,
	}
}

// jsonSources is the bibliography of an answer by ID; nil without --cite.
type jsonSources map[lineage.SourceID]jsonSource // encoding/json sorts the keys

// sourcesOf collects the sources of standings.
func (c *citer) sourcesOf(sts ...[]lineage.Standing) jsonSources {
	if !c.on {
		return nil
	}
	found := jsonSources{}
	for _, list := range sts {
		for i := range list {
			c.collect(found, list[i].Sources())
			for _, d := range list[i].Disputes() {
				c.collect(found, d.Claim.Sources)
			}
		}
	}
	return found
}

func (c *citer) collect(found jsonSources, ids []lineage.SourceID) {
	for _, id := range ids {
		if s, err := c.atlas.Source(id); err == nil {
			found[id] = source(s)
		}
	}
}
