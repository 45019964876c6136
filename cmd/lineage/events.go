package main

import (
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/orglineage/orglineage/lineage"
)

func eventsCommand(p *program) *cli.Command {
	var f struct{ cite bool }
	return &cli.Command{
		Name:      "events",
		Usage:     "every dated step in the history of organizations, in the order of time",
		ArgsUsage: "[ORG…]",
		UsageText: `lineage events CACO
lineage events EurAsEC EAEU --cite
lineage events --format csv -o events.csv`,
		Description: `Steps that are only claimed are left out; rival dates are told. Without ORG, all
organizations are listed.`,
		Flags: []cli.Flag{&cli.BoolFlag{Name: "cite", DisableDefaultText: true, Usage: "name the sources", Destination: &f.cite}},
		Action: func(c *cli.Context) error {
			if err := want(c, 0, -1, "organizations"); err != nil {
				return err
			}
			format, atlas, err := p.open("events")
			if err != nil {
				return err
			}
			ids, err := organizations(atlas, c.Args().Slice())
			if err != nil {
				return err
			}
			events, err := atlas.Events(ids...)
			if err != nil {
				return err
			}
			return p.write(format, eventsListing(&citer{atlas: atlas, on: f.cite}, ids, events))
		},
	}
}

// A jsonEvents is the answer of the command events.
type jsonEvents struct {
	Organizations []lineage.OrgID `json:"organizations"` // empty for all
	Events        []jsonEvent     `json:"events"`
	Sources       jsonSources     `json:"sources,omitempty"`
}

type jsonEvent struct {
	jsonDating
	What         lineage.EventKind       `json:"what"`
	Organization lineage.OrgID           `json:"organization"`
	State        *lineage.StateID        `json:"state"`
	Role         *lineage.Role           `json:"role"`
	From         *lineage.OrgID          `json:"from"` // of successions
	How          *lineage.SuccessionKind `json:"how"`
}

// A jsonDating is one dated step.
type jsonDating struct {
	Step    lineage.Step       `json:"step"`
	On      jsonDate           `json:"on"`
	Place   string             `json:"place"`
	Note    string             `json:"note"`
	Sources []lineage.SourceID `json:"sources"`
	Rivals  []jsonClaim        `json:"rivals"`
}

func dating(d *lineage.Dating) jsonDating {
	rec := jsonDating{d.Step, jsonDate(d.On), d.Place, d.Note, orEmpty(d.Sources), []jsonClaim{}}
	for _, r := range d.Rivals {
		rec.Rivals = append(rec.Rivals, claim(r))
	}
	return rec
}

func datings(steps lineage.Steps) []jsonDating {
	recs := make([]jsonDating, len(steps))
	for i := range steps {
		recs[i] = dating(&steps[i])
	}
	return recs
}

func eventsListing(cites *citer, ids []lineage.OrgID, events []lineage.Event) *listing {
	l := &listing{
		title:   "Events",
		head:    []string{"When", "Organization", "What", "Remarks"},
		records: [][]string{{"on", "organization", "what", "step", "state", "role", "from", "how", "place", "note", "rivals", "sources"}},
	}
	if len(ids) > 0 {
		var shorts []string
		for _, id := range ids {
			shorts = append(shorts, shortOf(cites.atlas, id))
		}
		l.title += " in the history of " + list(shorts)
	}
	rec := jsonEvents{Organizations: orEmpty(ids), Events: []jsonEvent{}}
	if cites.on {
		rec.Sources = jsonSources{}
	}
	for _, e := range events {
		r := jsonEvent{jsonDating: dating(e.Dating), What: e.What, Organization: e.Organization.ID}
		csv := []string{known(e.Dating.On), string(e.Organization.ID), e.What.String(), e.Dating.Step.String(), "", "", "", "", e.Dating.Place, e.Dating.Note, "", joinIDs(e.Dating.Sources)}
		if e.State != nil {
			r.State, r.Role = &e.State.ID, &e.Membership.Role
			csv[4], csv[5] = string(e.State.ID), e.Membership.Role.String()
		}
		if e.Succession != nil {
			r.From, r.How = &e.Succession.From, &e.Succession.How
			csv[6], csv[7] = string(e.Succession.From), e.Succession.How.String()
		}
		var rivals []string
		for _, c := range e.Dating.Rivals {
			rivals = append(rivals, c.On.String())
			if cites.on {
				cites.collect(rec.Sources, c.Sources)
			}
		}
		if cites.on {
			cites.collect(rec.Sources, e.Dating.Sources)
		}
		csv[10] = strings.Join(rivals, " ")
		rec.Events = append(rec.Events, r)
		l.records = append(l.records, csv)
		l.rows = append(l.rows, []string{eventDate(e.Dating.On) + cites.cite(e.Dating.Sources...), e.Organization.Short, sayEvent(cites.atlas, &e), eventRemarks(cites, e.Dating)})
	}
	l.notes = []string{count(len(events), "event", "events") + "."}
	if !cites.on && len(events) > 0 {
		l.notes[0] += " Sources: --cite."
	}
	l.sources = cites.bibliography()
	l.value = rec
	return l
}

func eventDate(d lineage.Date) string {
	if isUnknown(d) {
		return "day not known"
	}
	return say(d)
}

// sayEvent says what happened.
func sayEvent(atlas *lineage.Atlas, e *lineage.Event) string {
	var what string
	switch e.What {
	case lineage.SuccessionEvent:
		what = e.Succession.How.String() + ": " + shortOf(atlas, e.Succession.From) + " → " + e.Organization.Short
	case lineage.FoundingEvent, lineage.EndEvent:
		what = e.What.String()
	default:
		what = e.What.String() + " of " + e.State.NameOn(e.Dating.On)
		if isUnknown(e.Dating.On) {
			what = e.What.String() + " of " + e.State.Name
		}
		if !e.Membership.Role.Full() {
			what += " as " + e.Membership.Title()
		}
	}
	if e.Dating.Step != lineage.Effective {
		what += ", " + e.Dating.Step.String()
	}
	return what
}

func eventRemarks(cites *citer, d *lineage.Dating) string {
	var parts []string
	if d.Place != "" {
		parts = append(parts, d.Place)
	}
	if d.Note != "" {
		parts = append(parts, d.Note)
	}
	if r := cites.rivals(d); r != "" {
		parts = append(parts, "disputed: "+r)
	}
	return strings.Join(parts, "; ")
}
