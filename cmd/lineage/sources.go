package main

import (
	"encoding"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/bibliography"
)

// The formats of reference managers.
const (
	formatBibTeX = "bibtex"
	formatCSL    = "csl-json"
)

func sourcesCommand(p *program) *cli.Command {
	var f struct {
		kinds, uses cli.StringSlice
		collection  string
	}
	return &cli.Command{
		Name:      "sources",
		Usage:     "the bibliography of organizations: what is cited, by whom and for what; also for reference managers",
		ArgsUsage: "[ORG…]",
		UsageText: `lineage sources CACO
lineage sources EurAsEC EAEU --kind treaty,official-act
lineage sources CACO --for rival
lineage sources --collection kz-uz -o kz-uz.bib
lineage sources CACO --format csl-json -o caco.json
lineage sources -o atlas.bib`,
		Description: `Lists every source of the facts of each ORG: of its founding and end, successions,
memberships and notes, of what contradicts them, and of the names of the states
that took part. Without ORG, it is the bibliography of the whole atlas.

A source is cited for what is "held" right, for a "rival" claim against it, or for a
"remark". The format bibtex is for LaTeX and JabRef, csl-json for pandoc, Zotero and
others; their keys are the IDs:

   pandoc --citeproc --bibliography caco.json paper.md -o paper.html
   \addbibresource{atlas.bib}, with biblatex and biber; or \bibliography{atlas}`,
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "kind", Usage: "only sources of the `KIND`: " + choice(kindWords()) + "; may be repeated", Destination: &f.kinds},
			&cli.StringSliceFlag{Name: "for", Usage: "only sources cited for the `USE`: held, rival or remark; may be repeated", Destination: &f.uses},
			&cli.StringFlag{Name: "collection", Usage: "the organizations of the collection `ID`", Destination: &f.collection},
		},
		Action: func(c *cli.Context) error {
			if err := want(c, 0, -1, "organizations"); err != nil {
				return err
			}
			var v sourcesView
			if err := parseWords("kind", f.kinds.Value(), &v.kinds); err != nil {
				return err
			}
			if err := parseWords("for", f.uses.Value(), &v.uses); err != nil {
				return err
			}
			format, err := p.chooseFormat("sources", slices.Concat(listingFormats, []string{formatBibTeX, formatCSL})...)
			if err != nil {
				return err
			}
			if v.atlas, err = p.atlas(); err != nil {
				return err
			}
			if v.ids, err = organizations(v.atlas, c.Args().Slice()); err != nil {
				return err
			}
			v.whole = len(v.ids) == 0
			if c.IsSet("collection") {
				v.whole = false
				if err := v.gather(f.collection); err != nil {
					return err
				}
			}
			if err := v.ask(); err != nil {
				return err
			}
			switch format {
			case formatBibTeX:
				return bibliography.BibTeX(&p.out, v.sources())
			case formatCSL:
				return bibliography.CSL(&p.out, v.sources())
			}
			return p.write(format, v.listing())
		},
	}
}

// parseWords parses the values of a flag that may be repeated and take several
// words, into the list at all. A hyphen stands for a space.
func parseWords[E any, P interface {
	*E
	encoding.TextUnmarshaler
}](flag string, values []string, all *[]E) error {
	for _, value := range values {
		for text := range strings.SplitSeq(value, ",") {
			var e E
			text = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(text)), "-", " ")
			if err := P(&e).UnmarshalText([]byte(text)); err != nil {
				return usagef("--%s: %w", flag, err)
			}
			*all = append(*all, e)
		}
	}
	return nil
}

// kindWords returns the kinds of source as words without spaces.
func kindWords() []string {
	words := stringsOf(lineage.AllSourceKinds())
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, " ", "-")
	}
	return words
}

// A sourcesView is a bibliography: of what it is asked, and what it holds.
type sourcesView struct {
	atlas      *lineage.Atlas
	ids        []lineage.OrgID
	collection *lineage.Collection // whose organizations are among ids, or nil
	named      int                 // how many of ids were named themselves
	whole      bool                // of the whole atlas
	kinds      []lineage.SourceKind
	uses       []lineage.Use

	citations []lineage.Citation
}

// gather adds the organizations of a collection.
func (v *sourcesView) gather(name string) error {
	v.named = len(v.ids)
	of, orgs, err := v.atlas.Collection(name)
	if err != nil {
		return err
	}
	v.collection = of
	for _, o := range orgs {
		v.ids = union(v.ids, []lineage.OrgID{o.ID})
	}
	return nil
}

// ask fetches the citations. A collection without organizations cites nothing.
func (v *sourcesView) ask() error {
	if len(v.ids) == 0 && !v.whole {
		return nil
	}
	all, err := v.atlas.Cited(v.ids...)
	if err != nil {
		return err
	}
	for _, c := range all {
		ofKind := len(v.kinds) == 0 || slices.Contains(v.kinds, c.Source.Kind)
		forUse := len(v.uses) == 0 || slices.ContainsFunc(v.uses, c.Uses.Has)
		if ofKind && forUse {
			v.citations = append(v.citations, c)
		}
	}
	return nil
}

func (v *sourcesView) sources() []*lineage.Source {
	all := make([]*lineage.Source, len(v.citations))
	for i, c := range v.citations {
		all[i] = c.Source
	}
	return all
}

// title says of what this is the bibliography.
func (v *sourcesView) title() string {
	title := "Sources"
	if !v.whole {
		ids := v.ids
		if v.collection != nil {
			ids = ids[:v.named]
		}
		var of []string
		for _, id := range ids {
			of = append(of, shortOf(v.atlas, id))
		}
		if v.collection != nil {
			of = append(of, "the collection "+string(v.collection.ID))
		}
		title += " of " + list(of)
	}
	if len(v.kinds) > 0 {
		title += ", only of kind " + choice(stringsOf(v.kinds))
	}
	if len(v.uses) > 0 {
		title += ", cited for " + choice(explained(v.uses))
	}
	return title
}

var useMeanings = map[lineage.Use]string{
	lineage.Held:   "what is held right",
	lineage.Rival:  "rival claims",
	lineage.Remark: "remarks",
}

func explained(uses []lineage.Use) []string {
	var texts []string
	for _, u := range uses {
		texts = append(texts, useMeanings[u])
	}
	return texts
}

// kindCounts are the words for one and for several sources of a kind.
var kindCounts = map[lineage.SourceKind][2]string{
	lineage.Treaty:         {"treaty", "treaties"},
	lineage.OfficialAct:    {"official act", "official acts"},
	lineage.OfficialPage:   {"official page", "official pages"},
	lineage.Press:          {"press report", "press reports"},
	lineage.Scholarship:    {"work of scholarship", "works of scholarship"},
	lineage.DataCollection: {"dataset", "datasets"},
	lineage.Encyclopedia:   {"encyclopedia entry", "encyclopedia entries"},
}

// counts tells how many sources there are, in all and of each kind.
func (v *sourcesView) counts() string {
	if len(v.citations) == 0 {
		return "No sources."
	}
	of := map[lineage.SourceKind]int{}
	for _, c := range v.citations {
		of[c.Source.Kind]++
	}
	var parts []string
	for _, k := range lineage.AllSourceKinds() {
		if of[k] > 0 {
			parts = append(parts, count(of[k], kindCounts[k][0], kindCounts[k][1]))
		}
	}
	return fmt.Sprintf("%s: %s.", count(len(v.citations), "source", "sources"), list(parts))
}
