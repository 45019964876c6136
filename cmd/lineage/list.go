package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
)

var listable = []string{"organizations", "states", "sources", "collections", "places", "roles", "bases", "identities", "successions"}

func listCommand(p *program) *cli.Command {
	var f struct {
		queryFlags
		on, collection string
	}
	return &cli.Command{
		Name:      "list",
		Usage:     "what the atlas knows: organizations, states, sources, and the words of the questions",
		ArgsUsage: "[" + strings.Join(listable, "|") + "]",
		UsageText: `lineage list
lineage list --on 2010-06-01
lineage list --collection central-asia
lineage list states --format csv
lineage list roles`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "on", Usage: "only the organizations that were there on `DATE`", Destination: &f.on},
			&cli.StringFlag{Name: "collection", Usage: "only the organizations of the collection `ID`", Destination: &f.collection},
			f.basisFlag(),
		},
		Action: func(c *cli.Context) error {
			if err := want(c, 0, 1, "one kind of thing"); err != nil {
				return err
			}
			what := "organizations"
			if c.Args().Present() {
				what = strings.ToLower(c.Args().First())
			}
			if !slices.Contains(listable, what) && slices.Contains(listable, what+"s") {
				what += "s"
			}
			if !slices.Contains(listable, what) {
				return usagef("cannot list %s%s; want %s", quote(what), didYouMean(what, listable), choice(listable))
			}
			if what != "organizations" && (c.IsSet("on") || c.IsSet("collection") || c.IsSet("basis")) {
				return usagef("--on, --collection and --basis are about organizations, not %s", what)
			}
			q, err := f.query()
			if err != nil {
				return err
			}
			on, err := optionalDate(c, "on", f.on)
			if err != nil {
				return err
			}
			format, err := p.chooseFormat("list", listingFormats...)
			if err != nil {
				return err
			}
			if l := listWords(what); l != nil {
				return p.write(format, l)
			}
			atlas, err := p.atlas()
			if err != nil {
				return err
			}
			switch what {
			case "states":
				return p.write(format, listStates(atlas))
			case "sources":
				return p.write(format, listSources(atlas))
			case "collections":
				return p.write(format, listCollections(atlas))
			case "places":
				return p.write(format, listPlaces(atlas))
			}
			var of *lineage.Collection
			if c.IsSet("collection") {
				if of, _, err = atlas.Collection(f.collection); err != nil {
					return err
				}
			}
			return p.write(format, listOrganizations(atlas, on, of, q.Basis))
		},
	}
}

// A jsonPresence is an organization of the command list.
type jsonPresence struct {
	jsonOrganization
	Collections []lineage.CollectionID `json:"collections"`
	Answer      *lineage.Answer        `json:"answer,omitempty"`    // with --on: whether it was there then
	Contested   *[]jsonContest         `json:"contested,omitempty"` // with --on
}

func listOrganizations(atlas *lineage.Atlas, on lineage.Date, of *lineage.Collection, b lineage.Basis) *listing {
	l := &listing{
		title:    "Organizations",
		head:     []string{"ID", "Short", "Name", "Kind", "From", "Until", "Remarks"},
		showHead: true,
		records:  [][]string{{"id", "short", "name", "kind", "since", "until", "proposed", "within", "collections", "answer"}},
	}
	rec := struct {
		On            *jsonDate       `json:"on,omitempty"`
		Organizations []jsonPresence  `json:"organizations"`
		Disputed      *[]jsonPresence `json:"disputed,omitempty"` // with --on: answer no, but a rival claim would make it yes or maybe
	}{Organizations: []jsonPresence{}}
	if !on.IsZero() {
		rec.On, rec.Disputed = (*jsonDate)(&on), &[]jsonPresence{}
		l.title += " that were there " + onDay(on, sayLong)
	}
	if of != nil {
		l.title += " of the collection " + string(of.ID)
	}
	cites := &citer{atlas: atlas} // quiet: there is no --cite
	for _, p := range presences(atlas, on, b) {
		o := p.Organization
		if of != nil && !slices.Contains(o.Collections, of.ID) {
			continue
		}
		r := jsonPresence{jsonOrganization: organizationRecord(atlas, o, b), Collections: orEmpty(o.Collections)}
		within, answer, remark := "", "", ""
		if o.Within != nil {
			within = string(o.Within.Organization)
			remark = "within " + shortOf(atlas, o.Within.Organization)
		}
		if o.Proposed {
			remark = "only proposed"
		}
		if rec.On != nil {
			cs := contests(p.Contested, true)
			r.Answer, r.Contested = &p.Answer, &cs
			answer = p.Answer.String()
			if p.Answer == lineage.Maybe {
				remark = strings.TrimPrefix(remark+"; perhaps: the dates leave it open", "; ")
			}
			if len(cs) > 0 {
				remark = strings.TrimPrefix(remark+"; disputed", "; ")
			}
		}
		since, until := lineage.Date(r.Since), lineage.Date(r.Until)
		proposed := "no"
		if o.Proposed {
			proposed = "yes"
		}
		l.records = append(l.records, []string{
			string(o.ID), o.Short, o.Name, o.Kind, known(since), until.String(), proposed, within, joined(o.Collections), answer,
		})
		if rec.On != nil && p.Answer == lineage.No {
			*rec.Disputed = append(*rec.Disputed, r)
			l.notes = append(l.notes, o.Short+" was not there then, but sources dispute it: it "+lasted(p.Interval)+"; some say "+
				cites.subjects(p.Contested)+".")
			continue
		}
		rec.Organizations = append(rec.Organizations, r)
		from, to := "", ""
		if !o.Proposed {
			from = say(since)
		}
		if !until.IsZero() {
			to = say(until)
		}
		l.rows = append(l.rows, []string{string(o.ID), o.Short, o.Name, o.Kind, from, to, remark})
	}
	l.notes = append(l.notes, count(len(l.rows), "organization", "organizations")+".")
	l.value = rec
	return l
}

// presences returns the organizations there on a day, or all.
func presences(atlas *lineage.Atlas, on lineage.Date, b lineage.Basis) []lineage.Presence {
	if !on.IsZero() {
		return atlas.OrganizationsOn(on, lineage.Query{Basis: b, Disputed: true})
	}
	var all []lineage.Presence
	for _, o := range atlas.Organizations() {
		all = append(all, lineage.Presence{Organization: o})
	}
	return all
}
