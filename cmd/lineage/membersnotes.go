package main

import (
	"slices"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// life says why an organization has no members at the time asked for.
func (v *membersView) life() string {
	if v.line {
		return ""
	}
	if v.org.Proposed {
		return v.org.Short + " was only proposed; it never had members."
	}
	if v.when.ever() || v.query.Identity != lineage.SameName {
		return ""
	}
	p, err := v.atlas.Life(v.org.ID, v.query.Basis)
	if err != nil {
		return ""
	}
	first, last := v.when.date().Bounds()
	began, _ := p.Since.Bounds()
	gone, _ := p.Until.Bounds()
	var texts []string
	switch {
	case last < began:
		return v.org.Short + " did not exist yet: it began on " + saySince(p.Since) + v.origin() + "."
	case first <= began:
		texts = append(texts, v.org.Short+" began on "+saySince(p.Since)+v.origin()+".")
	}
	if !p.Until.IsZero() && gone <= last {
		texts = append(texts, v.org.Short+" ended on "+saySince(p.Until)+v.fate()+".")
	}
	return strings.Join(texts, " ")
}

// saySince writes a date after "on".
func saySince(d lineage.Date) string {
	if d.IsDay() {
		return say(d)
	}
	if isUnknown(d) {
		return "a day not known"
	}
	return "some day of " + say(d)
}

// origin tells from what an organization came.
func (v *membersView) origin() string {
	in, err := v.atlas.Predecessors(v.org.ID)
	if err != nil {
		return ""
	}
	var kinds []string
	from := map[string][]string{}
	for _, s := range in {
		kind := came(s.How)
		if kind == "" {
			continue
		}
		if from[kind] == nil {
			kinds = append(kinds, kind)
		}
		from[kind] = append(from[kind], shortOf(v.atlas, s.From))
	}
	text := ""
	for _, kind := range kinds {
		text += ", " + kind + " " + list(from[kind])
	}
	return text
}

// came says what a succession was for the younger organization, "" if it was
// there before.
func came(how lineage.SuccessionKind) string {
	switch how {
	case lineage.Renamed, lineage.Transformed, lineage.Merged:
		return how.String() + " from"
	case lineage.Replaced:
		return "replacing"
	case lineage.Split:
		return "split off from"
	case lineage.Revived:
		return "reviving"
	}
	return ""
}

// fate tells what became of it.
func (v *membersView) fate() string {
	out, err := v.atlas.Successors(v.org.ID)
	if err != nil || len(out) == 0 {
		return ""
	}
	var texts []string
	for _, s := range out {
		texts = append(texts, became(s.How)+" "+shortOf(v.atlas, s.To))
	}
	return ": " + list(texts)
}

// became says what a succession was for the older organization.
func became(how lineage.SuccessionKind) string {
	switch how {
	case lineage.Renamed:
		return "renamed"
	case lineage.Transformed:
		return "transformed into"
	case lineage.Merged:
		return "merged into"
	case lineage.Absorbed:
		return "absorbed by"
	case lineage.Replaced:
		return "replaced by"
	case lineage.Split:
		return "split, giving rise to"
	}
	return "revived as"
}

func shortOf(atlas *lineage.Atlas, id lineage.OrgID) string {
	if o, err := atlas.Organization(string(id)); err == nil {
		return o.Short
	}
	return string(id)
}

// shared tells once what would change for all: rival dates of the founding and
// of the end of an organization.
func (v *membersView) shared() []string {
	var notes []string
	for _, subject := range []lineage.Subject{lineage.ItsBeginning, lineage.ItsEnd} {
		for _, o := range v.organizations() {
			if n := v.sharedNote(subject, o); n != "" {
				notes = append(notes, n)
			}
		}
	}
	return notes
}

// organizations returns those of the standings, each once.
func (v *membersView) organizations() []*lineage.Organization {
	var os []*lineage.Organization
	for _, st := range slices.Concat(v.members, v.disputed) {
		if !slices.Contains(os, st.Organization) {
			os = append(os, st.Organization)
		}
	}
	return os
}

func (v *membersView) sharedNote(subject lineage.Subject, o *lineage.Organization) string {
	var cs []lineage.Contest
	var in, out []string // who would be no member, and who would be one
	sureIn, sureOut := false, false
	for _, st := range slices.Concat(v.members, v.disputed) {
		if st.Organization != o {
			continue
		}
		for _, c := range about(subject, st.Contested) {
			if !ofOrganization(&st, c) {
				continue
			}
			if !slices.ContainsFunc(cs, func(x lineage.Contest) bool { return claimed([]lineage.Claim{x.Claim}, c.Claim) }) {
				cs = append(cs, c)
			}
			id := string(st.Membership.State)
			if c.Answer < st.Answer {
				sureIn = sureIn || c.Answer == lineage.No
				if !slices.Contains(in, id) {
					in = append(in, id)
				}
			}
			if c.Answer > st.Answer {
				sureOut = sureOut || c.Answer == lineage.Yes
				if !slices.Contains(out, id) {
					out = append(out, id)
				}
			}
		}
	}
	if len(cs) == 0 {
		return ""
	}
	date, _ := v.atlas.Life(o.ID, v.query.Basis)
	what, when, less, more := "beginning", date.Since, "not yet members", "members already"
	if subject == lineage.ItsEnd {
		what, when, less, more = "end", date.Until, "no longer members", "still members"
	}
	text := "Disputed: the " + what + " of " + o.Short + " (" + say(when) + "); some say " + v.claims(cs)
	for _, side := range []struct {
		who  []string
		sure bool
		what string
	}{{in, sureIn, less}, {out, sureOut, more}} {
		if len(side.who) == 0 {
			continue
		}
		text += "; if so, " + list(side.who) + " " + verb(len(side.who)) + " "
		if !side.sure {
			text += "perhaps "
		}
		text += side.what
	}
	return text + "."
}

func verb(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
}

// claimed tells of those who were no members then, though some sources say so.
func (v *membersView) claimed() []string {
	var notes []string
	for i := range v.disputed {
		st := &v.disputed[i]
		cs := own(st, st.Contested)
		if len(cs) == 0 {
			continue
		}
		role := a(st.Membership.Role.String())
		who := string(st.Membership.State) + " " + v.nameThen(st)
		if v.manyNames() {
			who += " in " + st.Organization.Short
		}
		switch {
		case onlyClaimed(st):
			notes = append(notes, "Not "+role+", but some sources say so: "+who+withDates(v.claims(cs))+notesOf(cs)+".")
		case cs[0].About == lineage.ItsEnd:
			notes = append(notes, "No longer "+role+", but sources dispute it: "+who+", until "+say(st.Until)+v.citeDating(st.Ended())+
				"; some say "+v.claims(cs)+notesOf(cs)+".")
		default:
			notes = append(notes, "Not yet "+role+", but sources dispute it: "+who+", from "+say(st.Since)+v.citeDating(st.Began())+
				"; some say "+v.claims(cs)+notesOf(cs)+".")
		}
	}
	return notes
}

// withDates puts dates of claims behind a name, unless none is known.
func withDates(claims string) string {
	if rest, ok := strings.CutPrefix(claims, "a day not known"); ok {
		return rest
	}
	return ", " + claims
}

// notesOf returns the notes of claims, in parentheses.
func notesOf(cs []lineage.Contest) string {
	var notes []string
	for _, c := range cs {
		if c.Claim.Note != "" && !slices.Contains(notes, c.Claim.Note) {
			notes = append(notes, c.Claim.Note)
		}
	}
	if len(notes) == 0 {
		return ""
	}
	return " (" + strings.Join(notes, "; ") + ")"
}
