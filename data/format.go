package data

import (
	"slices"
	"sync"

	"github.com/orglineage/orglineage/lineage"
)

var sourceList = list(id[lineage.SourceID]())

// A format is how each kind of file is read and described.
type format struct {
	organization value[lineage.Organization]
	state        value[lineage.State]
	source       value[lineage.Source]
	lookalike    value[lineage.Lookalike]
	collection   value[lineage.Collection]
	place        value[lineage.Place]
	atlas        value[atlasFile] // all of them, in one file of JSON
}

// formats is made when it is first asked for: most programs read no files.
var formats = sync.OnceValue(newFormat)

// claim and dating are part of many mappings.
var claim = sync.OnceValue(func() value[lineage.Claim] {
	return mapping("rival claim", "What other sources say against the date held right.", false,
		key("on", "The date that they give; left out where they only say that it happened.", date(), func(c *lineage.Claim) *lineage.Date { return &c.On }),
		key("note", "What they say, in a line.", text[string](), func(c *lineage.Claim) *string { return &c.Note }),
		must(key("sources", "Who says it.", sourceList, func(c *lineage.Claim) *[]lineage.SourceID { return &c.Sources })),
	)
})

var dating = sync.OnceValue(func() value[lineage.Dating] {
	return mapping("step", "When a step happened, who says so, and what others say instead.", false,
		key("on", "The date held right; left out where the day is not known, or where only rivals claim that it happened.", date(), func(d *lineage.Dating) *lineage.Date { return &d.On }),
		key("place", "Where it happened.", text[string](), func(d *lineage.Dating) *string { return &d.Place }),
		key("note", "What is to be kept in mind about the date.", text[string](), func(d *lineage.Dating) *string { return &d.Note }),
		key("sources", "Who gives this date.", sourceList, func(d *lineage.Dating) *[]lineage.SourceID { return &d.Sources }),
		key("rivals", "What other sources say instead.", list(claim()), func(d *lineage.Dating) *[]lineage.Claim { return &d.Rivals }),
	)
})

// event is a mapping of steps and nothing else.
func event(name, says string) value[lineage.Steps] {
	return mapping(name, says, false, steps(func(s *lineage.Steps) *lineage.Steps { return s })...)
}

// newFormat makes the format of the files, top down in README.md and bottom up
// here.
func newFormat() *format {
	accession := mapping("accession", "How and when a membership began. Founding and continuing members begin with the organization if no date of their own is given.", false,
		slices.Concat([]field[lineage.Accession]{
			must(key("how", "How it began.", enum("a kind of accession", lineage.AllAccessionKinds()), func(a *lineage.Accession) *lineage.AccessionKind { return &a.How })),
			key("sources", "Who says that the state joined, where no step names its sources.", sourceList, func(a *lineage.Accession) *[]lineage.SourceID { return &a.Sources }),
		}, steps(func(a *lineage.Accession) *lineage.Steps { return &a.Steps }))...)

	departure := mapping("departure", "How and when a membership ended before its organization did.", false,
		slices.Concat([]field[lineage.Departure]{
			key("how", "How it ended.", enum("a kind of departure", lineage.AllDepartureKinds()), func(d *lineage.Departure) *lineage.DepartureKind { return &d.How }),
		}, steps(func(d *lineage.Departure) *lineage.Steps { return &d.Steps }))...)

	suspension := mapping("suspension", "A time during which the state took no part but stayed a member.", true,
		must(key("began", "When the suspension began.", event("beginning of a suspension", "When a suspension began."), func(s *lineage.Suspension) *lineage.Steps { return &s.Began })),
		key("ended", "When the state took part again; left out where it lasted as long as the membership.", event("end of a suspension", "When a suspension ended."), func(s *lineage.Suspension) *lineage.Steps { return &s.Ended }),
	)

	membership := mapping("member", "A state in the organization in one role.", true,
		must(key("state", "The ID of the state.", stateID(), func(m *lineage.Membership) *lineage.StateID { return &m.State })),
		key("role", "The role; member where it is left out.", enum("a role", lineage.AllRoles()), func(m *lineage.Membership) *lineage.Role { return &m.Role }),
		key("as", "The organization's own word for the role, such as dialogue partner.", text[string](), func(m *lineage.Membership) *string { return &m.As }),
		must(key("joined", "How and when the state joined.", accession, func(m *lineage.Membership) *lineage.Accession { return &m.Joined })),
		key("left", "How and when it left; left out where the membership ended with the organization, or goes on.", departure, func(m *lineage.Membership) *lineage.Departure { return &m.Left }),
		key("suspended", "Times during which it took no part.", list(suspension), func(m *lineage.Membership) *[]lineage.Suspension { return &m.Suspensions }),
	)

	succession := mapping("succession", "A predecessor of the organization.", true,
		slices.Concat([]field[lineage.Succession]{
			must(key("from", "The ID of the predecessor.", id[lineage.OrgID](), func(s *lineage.Succession) *lineage.OrgID { return &s.From })),
			must(key("how", "How this organization followed it.", enum("a kind of succession", lineage.AllSuccessionKinds()), func(s *lineage.Succession) *lineage.SuccessionKind { return &s.How })),
		}, steps(func(s *lineage.Succession) *lineage.Steps { return &s.Steps }))...)

	within := mapping("within", "The organization inside which this one works.", true,
		must(key("organization", "The ID of the other organization.", id[lineage.OrgID](), func(w *lineage.Within) *lineage.OrgID { return &w.Organization })),
		key("note", "What is to be kept in mind about it.", text[string](), func(w *lineage.Within) *string { return &w.Note }),
		must(key("sources", "Who says so.", sourceList, func(w *lineage.Within) *[]lineage.SourceID { return &w.Sources })),
	)

	note := mapping("note", "A sourced remark that is not a step.", false,
		key("on", "The date of what it tells.", date(), func(n *lineage.Note) *lineage.Date { return &n.On }),
		key("place", "Where it happened.", text[string](), func(n *lineage.Note) *string { return &n.Place }),
		must(key("text", "The remark.", text[string](), func(n *lineage.Note) *string { return &n.Text })),
		must(key("sources", "Who says it.", sourceList, func(n *lineage.Note) *[]lineage.SourceID { return &n.Sources })),
	)

	organization := mapping("organization", "An organization: a body under one name and one founding act.", false,
		must(key("id", "The ID, which is the name of the file: lower-case letters, digits and hyphens.", id[lineage.OrgID](), func(o *lineage.Organization) *lineage.OrgID { return &o.ID })),
		must(key("name", "The name in English, in full.", text[string](), func(o *lineage.Organization) *string { return &o.Name })),
		must(key("short", "The usual acronym.", text[string](), func(o *lineage.Organization) *string { return &o.Short })),
		key("names", "The name in other languages, by language tag.", names(), func(o *lineage.Organization) *map[string]string { return &o.Names }),
		key("aliases", "Other names that only this organization bears.", list(text[string]()), func(o *lineage.Organization) *[]string { return &o.Aliases }),
		key("ambiguous", "Names that may also mean something else.", list(text[string]()), func(o *lineage.Organization) *[]string { return &o.Ambiguous }),
		must(key("kind", "What it is, such as economic union or treaty.", text[string](), func(o *lineage.Organization) *string { return &o.Kind })),
		key("proposed", "True for a body that was never established.", truth(), func(o *lineage.Organization) *bool { return &o.Proposed }),
		key("within", "The organization inside which this one works.", optional(within), func(o *lineage.Organization) **lineage.Within { return &o.Within }),
		key("collections", "The IDs of the collections to which it belongs, such as central-asia.", list(id[lineage.CollectionID]()), func(o *lineage.Organization) *[]lineage.CollectionID { return &o.Collections }),
		must(key("founded", "How it was founded, step by step.", event("founding", "How an organization was founded, step by step."), func(o *lineage.Organization) *lineage.Steps { return &o.Founded })),
		key("ended", "How it ended, step by step; left out while it goes on.", event("end", "How an organization ended, step by step."), func(o *lineage.Organization) *lineage.Steps { return &o.Ended }),
		key("succeeds", "Its predecessors.", list(succession), func(o *lineage.Organization) *[]lineage.Succession { return &o.Predecessors }),
		key("members", "Who took part in it, in which role, from when to when.", list(membership), func(o *lineage.Organization) *[]lineage.Membership { return &o.Members }),
		key("notes", "Remarks, and disagreements that are not about dates.", list(note), func(o *lineage.Organization) *[]lineage.Note { return &o.Notes }),
	)

	cow := mapping("cow", "The state in the Correlates of War state system.", true,
		must(key("number", "Its number.", number(9999), func(s *lineage.State) *int { return &s.COWNumber })),
		must(key("code", "Its abbreviation.", text[string](), func(s *lineage.State) *string { return &s.COWCode })),
	)

	formerName := mapping("former name", "A name that was borne until another replaced it.", true,
		must(key("name", "The name.", text[string](), func(f *lineage.FormerName) *string { return &f.Name })),
		must(key("until", "The first day on which it was no longer in use.", date(), func(f *lineage.FormerName) *lineage.Date { return &f.Until })),
		key("note", "What is to be kept in mind about the date.", text[string](), func(f *lineage.FormerName) *string { return &f.Note }),
		must(key("sources", "Who says so.", sourceList, func(f *lineage.FormerName) *[]lineage.SourceID { return &f.Sources })),
		key("rivals", "What other sources say instead.", list(claim()), func(f *lineage.FormerName) *[]lineage.Claim { return &f.Rivals }),
	)

	continuation := mapping("continuation", "A state that is gone, whose memberships and treaties this one goes on with.", true,
		must(key("state", "The ID of the state that is gone.", stateID(), func(c *lineage.Continuation) *lineage.StateID { return &c.State })),
		key("since", "The first day.", date(), func(c *lineage.Continuation) *lineage.Date { return &c.Since }),
		key("note", "What is to be kept in mind about it.", text[string](), func(c *lineage.Continuation) *string { return &c.Note }),
		must(key("sources", "Who says so.", sourceList, func(c *lineage.Continuation) *[]lineage.SourceID { return &c.Sources })),
	)

	gone := mapping("gone", "The end of a state.", true,
		must(key("on", "The first day on which it was not there.", date(), func(g *lineage.Gone) *lineage.Date { return &g.On })),
		key("note", "What is to be kept in mind about it.", text[string](), func(g *lineage.Gone) *string { return &g.Note }),
		must(key("sources", "Who says so.", sourceList, func(g *lineage.Gone) *[]lineage.SourceID { return &g.Sources })),
	)

	state := mapping("state", "An actor that can be a member: mostly a state.", false,
		must(key("id", "The ID: ISO 3166-1 alpha-2 where there is one.", stateID(), func(s *lineage.State) *lineage.StateID { return &s.ID })),
		must(key("name", "The short name in English.", text[string](), func(s *lineage.State) *string { return &s.Name })),
		key("alpha3", "ISO 3166-1 alpha-3.", text[string](), func(s *lineage.State) *string { return &s.Alpha3 }),
		key("kind", "What it is; state where it is left out.", enum("a kind of actor", lineage.AllActorKinds()), func(s *lineage.State) *lineage.ActorKind { return &s.Kind }),
		key("cow", "Number and abbreviation in the Correlates of War state system.", cow, func(s *lineage.State) *lineage.State { return s }),
		key("names", "The name in other languages, by language tag.", names(), func(s *lineage.State) *map[string]string { return &s.Names }),
		key("aliases", "Other names that only this state bears.", list(text[string]()), func(s *lineage.State) *[]string { return &s.Aliases }),
		key("formerly", "Names of former times, in order of time.", list(formerName), func(s *lineage.State) *[]lineage.FormerName { return &s.Former }),
		key("continues", "The state that is gone and whose memberships and treaties this one goes on with.", optional(continuation), func(s *lineage.State) **lineage.Continuation { return &s.Continues }),
		key("is", "The ID of the organization that the actor is, where the atlas has it.", id[lineage.OrgID](), func(s *lineage.State) *lineage.OrgID { return &s.Is }),
		key("gone", "When it ceased to be there.", optional(gone), func(s *lineage.State) **lineage.Gone { return &s.Gone }),
		key("sources", "Who gives the codes and the name.", sourceList, func(s *lineage.State) *[]lineage.SourceID { return &s.Sources }),
	)

	source := mapping("source", "An entry of the bibliography.", false,
		must(key("id", "The ID: publisher or act, and date.", id[lineage.SourceID](), func(s *lineage.Source) *lineage.SourceID { return &s.ID })),
		must(key("kind", "What sort of document it is.", enum("a kind of source", lineage.AllSourceKinds()), func(s *lineage.Source) *lineage.SourceKind { return &s.Kind })),
		must(key("title", "The title.", text[string](), func(s *lineage.Source) *string { return &s.Title })),
		key("author", "Who wrote it.", text[string](), func(s *lineage.Source) *string { return &s.Author }),
		key("body", "The body that issued an act.", text[string](), func(s *lineage.Source) *string { return &s.Body }),
		key("publisher", "The site, journal or press.", text[string](), func(s *lineage.Source) *string { return &s.Publisher }),
		key("date", "When it was published or passed.", date(), func(s *lineage.Source) *lineage.Date { return &s.Date }),
		key("url", "Where it is.", webAddress(), func(s *lineage.Source) *string { return &s.URL }),
		key("language", "The language of what was read, as a tag.", language(), func(s *lineage.Source) *string { return &s.Language }),
		key("note", "What was read of it, and what is to be kept in mind.", text[string](), func(s *lineage.Source) *string { return &s.Note }),
	)

	lookalike := mapping("lookalike", "A name that may be taken for one in the data but means something outside it.", true,
		must(key("name", "The name.", text[string](), func(l *lineage.Lookalike) *string { return &l.Name })),
		must(key("means", "What it means.", text[string](), func(l *lineage.Lookalike) *string { return &l.Means })),
	)

	collection := mapping("collection", "A set of organizations that are listed and drawn together.", false,
		must(key("id", "The ID, which organizations name.", id[lineage.CollectionID](), func(c *lineage.Collection) *lineage.CollectionID { return &c.ID })),
		must(key("name", "The name in English.", text[string](), func(c *lineage.Collection) *string { return &c.Name })),
		key("note", "What holds it together.", text[string](), func(c *lineage.Collection) *string { return &c.Note }),
		key("sources", "Who says so.", sourceList, func(c *lineage.Collection) *[]lineage.SourceID { return &c.Sources }),
	)

	town := mapping("place", "A town with the names that it bore. Records write places as they were called on the day.", false,
		must(key("name", "The name of today in English.", text[string](), func(p *lineage.Place) *string { return &p.Name })),
		key("names", "The name in other languages, by language tag.", names(), func(p *lineage.Place) *map[string]string { return &p.Names }),
		key("aliases", "Other spellings.", list(text[string]()), func(p *lineage.Place) *[]string { return &p.Aliases }),
		key("formerly", "Names of former times, in order of time; one may come back.", list(formerName), func(p *lineage.Place) *[]lineage.FormerName { return &p.Former }),
		key("note", "What is to be kept in mind about the names.", text[string](), func(p *lineage.Place) *string { return &p.Note }),
		key("sources", "Who gives the name.", sourceList, func(p *lineage.Place) *[]lineage.SourceID { return &p.Sources }),
	)

	return &format{
		organization, state, source, lookalike, collection, town,
		atlasFormat(organization, state, source, lookalike, collection, town),
	}
}
