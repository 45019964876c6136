package main

import (
	"slices"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// life says why an organization has no members at the time asked for.
func (v *membersView) life() string {
	if v.org.Proposed {
		return v.org.Short + " was only proposed; it never had members."
	}
	if v.line {
		return ""
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
		return v.org.Short + " did not exist yet: it began " + onDay(p.Since, say) + v.origin() + "."
	case first <= began:
		texts = append(texts, v.org.Short+" began "+onDay(p.Since, say)+v.origin()+".")
	}
	switch {
	case p.Until.IsZero():
	case gone > last:
		texts = append(texts, v.windingUp(p.Until, last)...)
	default:
		texts = append(texts, v.org.Short+" ended "+onDay(p.Until, say)+v.fate()+".")
	}
	return strings.Join(texts, " ")
}

// windingUp says that the end, yet to come, was decided by the day.
func (v *membersView) windingUp(end lineage.Date, by lineage.Day) []string {
	for _, step := range []struct {
		lineage.Step
		text string
	}{{lineage.Signed, "The act that ends it was signed "}, {lineage.Decided, "Its end was decided "}} {
		d := v.org.Ended.At(step.Step)
		if d == nil || isUnknown(d.On) {
			continue
		}
		if first, _ := d.On.Bounds(); first > by {
			continue
		}
		text := step.text + onDay(d.On, say)
		if d.Place != "" {
			text += " (" + d.Place + ")"
		}
		effective, _ := v.org.Ended.For(lineage.ByEffect)
		return []string{text + v.citeDating(d) + "; it ended " + onDay(end, say) + v.citeDating(effective) + "."}
	}
	return nil
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
	case lineage.Upgraded:
		return "building on"
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
	case lineage.Upgraded:
		return "upgraded by"
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
		for _, c := range about(subject, st.Contested()) {
			if c.Organization == nil {
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
	if v.when.ever() {
		less = "never members"
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
		in := ""
		if v.manyNames() {
			in = " in " + v.disputed[i].Organization.Short
		}
		if n := v.claimedNote(&v.disputed[i], "", in); n != "" {
			notes = append(notes, n)
		}
	}
	return notes
}

// claimedNote tells of one of them; then and in say when and where, unless the
// rest of the listing does.
func (r *remarker) claimedNote(st *lineage.Standing, then, in string) string {
	cs := own(st.Contested())
	if len(cs) == 0 {
		return ""
	}
	role := a(st.Membership.Role.String()) + then
	who := string(st.Membership.State) + " " + r.nameThen(st) + in
	some := func() string { return "; some say " + r.claims(cs) + notesOf(cs) + "." } // cites after what stands before it
	switch {
	case onlyClaimed(st):
		return "Not " + role + ", but some sources say so: " + who + withDates(r.claims(cs)) + notesOf(cs) + "."
	case cs[0].About == lineage.ItsEnd:
		return "No longer " + role + ", but sources dispute it: " + who + ", until " + lastDay(st.Until) + r.citeDating(st.Ended()) + some()
	}
	return "Not yet " + role + ", but sources dispute it: " + who + ", from " + say(st.Since) + r.citeDating(st.Began()) + some()
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
