package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// A citer numbers the sources of a listing in the order in which they are
// cited. Without --cite it says nothing.
type citer struct {
	atlas *lineage.Atlas
	on    bool
	ids   []lineage.SourceID
}

// cite returns the numbers of the sources as " [1][2]".
func (c *citer) cite(ids ...lineage.SourceID) string {
	if !c.on || len(ids) == 0 {
		return ""
	}
	var numbers []int
	for _, id := range ids {
		n := slices.Index(c.ids, id) + 1
		if n == 0 {
			c.ids = append(c.ids, id)
			n = len(c.ids)
		}
		if !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	var b strings.Builder
	b.WriteByte(' ')
	for _, n := range numbers {
		fmt.Fprintf(&b, "[%d]", n)
	}
	return b.String()
}

// bibliography returns what the numbers stand for.
func (c *citer) bibliography() []string {
	var lines []string
	for _, id := range c.ids {
		s, err := c.atlas.Source(id)
		if err != nil {
			continue // an Atlas has all the sources that it cites
		}
		lines = append(lines, reference(s))
	}
	return lines
}

// reference writes a source as a bibliography does.
func reference(s *lineage.Source) string {
	var parts []string
	add := func(text string) {
		if text != "" && !slices.Contains(parts, text) {
			parts = append(parts, text)
		}
	}
	add(s.Author)
	add(s.Body)
	add(s.Title)
	add(s.Publisher)
	add(s.Date.String())
	text := strings.Join(parts, ", ") + " (" + s.Kind.String()
	if s.Language != "" && s.Language != "en" {
		text += ", in " + s.Language
	}
	text += ")"
	if s.URL != "" {
		text += ". " + s.URL
	}
	return text
}

// claims lists the dates of claims, each with its sources.
func (c *citer) claims(cs []lineage.Contest) string {
	cs = slices.Clone(cs)
	slices.SortStableFunc(cs, func(x, y lineage.Contest) int { return x.Claim.On.Compare(y.Claim.On) })
	var texts []string
	for i := 0; i < len(cs); {
		on, sources := cs[i].Claim.On, []lineage.SourceID(nil)
		for ; i < len(cs) && cs[i].Claim.On == on; i++ {
			sources = append(sources, cs[i].Claim.Sources...)
		}
		texts = append(texts, say(on)+c.cite(sources...))
	}
	return strings.Join(texts, ", ")
}
