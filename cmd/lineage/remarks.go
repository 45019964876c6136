package main

import (
	"slices"
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// A remarker says about a standing what a careful colleague would add.
type remarker struct {
	*citer
	when when
}

// A when is the time that a question is about: a day, a period, or all time.
type when struct {
	on, in lineage.Date
}

func (w when) ever() bool { return w.on.IsZero() && w.in.IsZero() }

// date returns the day or period, or the zero Date.
func (w when) date() lineage.Date {
	if w.on.IsZero() {
		return w.in
	}
	return w.on
}

// how says in which role the membership was, and how it began.
func how(st *lineage.Standing) string {
	m := st.Membership
	role := m.Title()
	switch m.Joined.How {
	case lineage.Founded:
		if m.Role.Full() {
			return "founding " + role
		}
	case lineage.Acceded:
		if m.Role.Full() {
			return "acceded"
		}
	case lineage.Continued:
		return role + ", carried over"
	case lineage.RoleTaken:
		return role + ", in another role before"
	}
	return role
}

// since says when it began.
func since(d lineage.Date) string {
	switch {
	case isUnknown(d):
		return "since a day not known"
	}
	return "since " + say(d)
}

// remarks returns the remarks on a standing that was a membership.
func (r *remarker) remarks(st *lineage.Standing) []string {
	var all []string
	add := func(s string) {
		if s != "" {
			all = append(all, s)
		}
	}
	add(r.maybe(st))
	// Who was carried over did not join then; the row says since when.
	if !r.when.in.IsZero() && st.Membership.Joined.How != lineage.Continued {
		add(thatTime("joined", st.Joined, r.when.in))
	}
	plain := len(all)
	for _, s := range st.Suspensions() {
		add(r.suspension(st, s))
	}
	add(r.end(st))
	if s := r.beginning(st); s != "" && len(all) > plain {
		add("its beginning " + s) // what else is told may be disputed too
	} else {
		add(s)
	}
	return all
}

// maybe says why an answer is not certain.
func (r *remarker) maybe(st *lineage.Standing) string {
	if st.Answer != lineage.Maybe {
		return ""
	}
	began := lineage.Interval{Since: st.Since}
	switch d := r.when.date(); {
	case isUnknown(st.Since):
		return "maybe: the day it joined is not known"
	case began.Contains(d) != lineage.Yes && imprecise(st.Since):
		return "maybe: joined " + say(st.Since) + ", day unknown"
	case isUnknown(st.Until) && !st.Until.IsZero():
		return "maybe: the day it ended is not known"
	case !st.Until.IsZero() && imprecise(st.Until):
		return "maybe: ended " + say(st.Until) + ", day unknown"
	}
	return "maybe: it depends on the day"
}

// thatTime says that something happened within the period asked for.
func thatTime(what string, answer lineage.Answer, in lineage.Date) string {
	switch answer {
	case lineage.Yes:
		return what + " " + during(in, say)
	case lineage.Maybe:
		return "perhaps " + what + " " + during(in, say)
	}
	return ""
}

// beginning tells the rival dates of the accession itself. Those of the
// founding are told once, for all members.
func (r *remarker) beginning(st *lineage.Standing) string {
	claims := own(about(lineage.ItsBeginning, st.Disputes()))
	if len(claims) == 0 {
		return ""
	}
	return "disputed: " + r.claims(claims) + r.ifSo(lineage.ItsBeginning, claims, st)
}

// ifSo says what would be so at the time asked for if one of the claims were
// right. It names those that decide it, unless all do.
func (r *remarker) ifSo(subject lineage.Subject, claims []lineage.Contest, st *lineage.Standing) string {
	if r.when.ever() {
		return ""
	}
	word := "not yet "
	if subject == lineage.ItsEnd {
		word = "no longer "
	}
	word += a(st.Membership.Title()) + " then"
	text, deciding := "", own(about(subject, st.Contested()))
	for _, to := range []lineage.Answer{lineage.No, lineage.Maybe} {
		if to >= st.Answer {
			break
		}
		dates := datesOf(slices.DeleteFunc(slices.Clone(deciding), func(c lineage.Contest) bool { return c.Answer != to }))
		if len(dates) == 0 {
			continue
		}
		which := "so"
		if len(dates) < len(datesOf(claims)) {
			which = choice(dates)
		}
		text += "; if " + which + ", "
		if to == lineage.Maybe {
			text += "perhaps "
		}
		text += word
	}
	return text
}

// datesOf returns the dates of claims, each once, by time.
func datesOf(cs []lineage.Contest) []string {
	var dates []lineage.Date
	for _, c := range cs {
		dates = append(dates, c.Claim.On)
	}
	slices.SortFunc(dates, lineage.Date.Compare)
	var texts []string
	for _, d := range slices.Compact(dates) {
		texts = append(texts, say(d))
	}
	return texts
}

// end tells how the membership ended, unless it did with its organization, and
// who says that it ended otherwise.
func (r *remarker) end(st *lineage.Standing) string {
	claims := own(about(lineage.ItsEnd, st.Disputes()))
	var parts []string
	if !st.Until.IsZero() && !st.EndedWithOrganization() {
		switch left := left(st.Membership); {
		case !r.when.in.IsZero() && st.Left != lineage.No && !isUnknown(st.Until):
			parts = append(parts, thatTime(left, st.Left, r.when.in)+" ("+say(st.Until)+")"+r.citeDating(st.Ended()))
		case isUnknown(st.Until):
			parts = append(parts, left+" on a day not known"+r.citeDating(st.Ended()))
		case underWay(st.Membership):
			parts = append(parts, r.leaving(st))
		default:
			parts = append(parts, left+" "+say(st.Until)+r.citeDating(st.Ended()))
		}
		if len(claims) > 0 {
			parts = append(parts, "disputed: "+r.claims(claims))
		}
	} else if len(claims) > 0 {
		parts = append(parts, "some say it left: "+r.claims(claims))
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, ", ") + r.ifSo(lineage.ItsEnd, claims, st)
}

// left is the verb for the end of a membership.
func left(m *lineage.Membership) string {
	switch m.Left.How {
	case lineage.Withdrew:
		return "withdrew"
	case lineage.Expelled:
		return "was expelled"
	case lineage.NotRenewed:
		return "did not renew"
	case lineage.RoleLeft:
		return "took another role"
	case lineage.Lapsed:
		return "lapsed"
	}
	return "left"
}

// leftWhat says how a membership in an organization ended.
func leftWhat(m *lineage.Membership, organization string) string {
	switch m.Left.How {
	case lineage.Withdrew, lineage.Expelled:
		return left(m) + " from " + organization
	case lineage.RoleLeft:
		return left(m) + " in " + organization
	case lineage.Lapsed:
		return "was no longer in " + organization
	case lineage.NotRenewed:
		return "did not renew " + organization
	}
	return left(m) + " " + organization
}

// underWay reports whether a departure was set going, but its effect has only
// an earliest day: it may still be to come.
func underWay(m *lineage.Membership) bool {
	d, on := m.Left.Steps.For(lineage.ByEffect)
	if d == nil || d.Step != lineage.Effective || !on.IsRange() {
		return false
	}
	first, last := on.Bounds()
	return first != lineage.MinDay && last == lineage.MaxDay
}

// leaving tells of a departure under way, from the first step known of it.
func (r *remarker) leaving(st *lineage.Standing) string {
	text := "is leaving"
	if st.Membership.Left.How == lineage.Withdrew {
		text = "withdrawal"
	}
	for _, step := range []lineage.Step{lineage.Announced, lineage.Applied, lineage.Decided, lineage.Notified} {
		if d := st.Membership.Left.Steps.At(step); d != nil && !d.On.IsZero() {
			text += " " + step.String() + " " + say(d.On) + r.citeDating(d) + ","
			break
		}
	}
	return text + " in effect " + say(st.Until) + r.citeDating(st.Ended())
}

// suspension tells the i-th suspension, as far as it matters for the time asked.
func (r *remarker) suspension(st *lineage.Standing, s lineage.Suspended) string {
	rec, iv := s.Record, s.Interval
	began, _ := rec.Began.For(lineage.ByEffect)
	ended, _ := rec.Ended.For(lineage.ByEffect)
	starts := ofDating(began, about(lineage.ItsSuspension, st.Disputes()))
	stops := ofDating(ended, about(lineage.ItsResumption, st.Disputes()))

	held := lineage.Yes
	switch {
	case !r.when.on.IsZero():
		held = iv.Contains(r.when.on)
	case !r.when.in.IsZero():
		held = iv.Overlaps(r.when.in)
	}
	if began == nil {
		held = lineage.No // only claimed
	}
	claims := about(lineage.ItsSuspension, st.Disputes())
	asked := contested(st, lineage.ItsSuspension, lineage.ItsResumption)
	var text string
	switch {
	case began == nil && len(claims) > 0 && (asked || r.when.ever()):
		return "some say it was suspended: " + r.claims(claims)
	case held == lineage.No && (began == nil || !asked):
		return ""
	case held == lineage.No:
		text = "not suspended then, but disputed: suspended " + saySpan(iv)
	case r.when.ever():
		text = "suspended " + saySpan(iv)
		if st.EndedWithOrganization() && iv.Until == st.Until {
			text = "suspended from " + say(iv.Since)
		}
	case !r.when.in.IsZero():
		text = "suspended from " + say(iv.Since)
	default:
		text = "suspended since " + say(iv.Since)
	}
	if held == lineage.Maybe {
		text = "perhaps " + text
	}
	text += r.citeDating(began)
	if ended != nil && held != lineage.No && !r.when.ever() {
		text += " until " + lastDay(iv.Until) + r.citeDating(ended)
	}
	if len(starts) > 0 {
		text += " (disputed: " + r.claims(starts) + ")"
	}
	if len(stops) > 0 {
		text += " (its end disputed: " + r.claims(stops) + ")"
	}
	return text
}

func (r *remarker) citeDating(d *lineage.Dating) string {
	if d == nil {
		return ""
	}
	return r.cite(d.Sources...)
}

// about returns the contests about a subject.
func about(subject lineage.Subject, cs []lineage.Contest) []lineage.Contest {
	var found []lineage.Contest
	for _, c := range cs {
		if c.About == subject {
			found = append(found, c)
		}
	}
	return found
}

func contested(st *lineage.Standing, subjects ...lineage.Subject) bool {
	return slices.ContainsFunc(st.Contested(), func(c lineage.Contest) bool { return slices.Contains(subjects, c.About) })
}

// ofDating returns the contests whose claims stand against the dating.
func ofDating(d *lineage.Dating, cs []lineage.Contest) []lineage.Contest {
	var found []lineage.Contest
	for _, c := range cs {
		if d != nil && claimed(d.Rivals, c.Claim) {
			found = append(found, c)
		}
	}
	return found
}

func claimed(rivals []lineage.Claim, claim lineage.Claim) bool {
	return slices.ContainsFunc(rivals, func(r lineage.Claim) bool {
		return r.On == claim.On && r.Note == claim.Note && slices.Equal(r.Sources, claim.Sources)
	})
}

// founding reports whether the dating is that of the organization's founding.
func founding(o *lineage.Organization, d *lineage.Dating) bool {
	for i := range o.Founded {
		if d == &o.Founded[i] {
			return true
		}
	}
	return false
}

// own returns the contests that are about the membership itself, not about the
// founding or the end of its organization.
func own(cs []lineage.Contest) []lineage.Contest {
	var found []lineage.Contest
	for _, c := range cs {
		if c.Organization == nil {
			found = append(found, c)
		}
	}
	return found
}

// onlyClaimed reports whether no source that is held right says that the
// membership was.
func onlyClaimed(st *lineage.Standing) bool {
	d := st.Began()
	return d != nil && d.On.IsZero() && len(d.Sources) == 0
}

// nameThen returns the name of the state at the time asked for, or when the
// membership began.
func (r *remarker) nameThen(st *lineage.Standing) string {
	return nameOn(r.atlas, st.Membership.State, r.when.date(), st.Since)
}

// nameOn returns the name of a state on the first of the dates that is known.
func nameOn(atlas *lineage.Atlas, id lineage.StateID, dates ...lineage.Date) string {
	s, err := atlas.State(string(id))
	if err != nil {
		return string(id) // an Atlas has all the states of its members
	}
	for _, d := range dates {
		if first, _ := d.Bounds(); first != lineage.MinDay {
			return s.NameOn(d)
		}
	}
	return s.Name
}
