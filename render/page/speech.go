package page

import (
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/scene"
	"github.com/orglineage/orglineage/render/internal/words"
)

// A speech says the facts of a scene in the language of the page.
type speech struct {
	words.Language
	scene *scene.Scene
	text  *text
}

// title names the picture: in the words of the view, or by its first and its
// last organization if each follows from another one, or by their number.
func (s speech) title() string {
	if s.scene.View.Title != "" {
		return clean(s.scene.View.Title)
	}
	bodies := s.scene.Bodies
	followed := map[int]bool{}
	for _, f := range s.scene.Flows {
		followed[f.To] = true
	}
	name := s.Organizations(len(bodies))
	switch {
	case len(bodies) == 0:
		return s.NoOrganization()
	case len(bodies) == 1:
		name = s.Organization(bodies[0].Organization)
	case len(followed) == len(bodies)-1:
		name = s.FromTo(bodies[0].Short, bodies[len(bodies)-1].Short)
	}
	return clean(name + ", " + s.years())
}

func (s speech) years() string {
	first, _, _ := s.scene.First.Civil()
	last, _, _ := (s.scene.End - 1).Civil()
	if first == last {
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "–" + strconv.Itoa(last)
}

// caption counts what is shown, if the view does not say something else.
func (s speech) caption(f *facts) string {
	if s.scene.View.Caption != "" {
		return clean(s.scene.View.Caption)
	}
	return s.Organizations(len(f.Organizations)) + ", " + s.States(len(f.States))
}

func (s speech) life(b *scene.Body) string {
	return clean(s.Organization(b.Organization) + " (" + s.Years(b.Life.Interval) + ")")
}

func (s speech) membership(sp *scene.Spell) string {
	st := sp.Standing
	return clean(s.Standing(sp.State, &st))
}

// step tells of a step: of the one that counts only what is remarked on it, as
// its date is told elsewhere.
func (s speech) step(d *lineage.Dating, counts bool) string {
	if counts && d.Note == "" || !counts && d.On.IsZero() && d.Note == "" {
		return ""
	}
	said := []string{s.text.Steps[d.Step]}
	if !d.On.IsZero() {
		said[0] += ": " + s.Label(d.On)
	}
	if d.Place != "" {
		said = append(said, d.Place)
	}
	told := strings.Join(said, ", ")
	if d.Note != "" {
		told += " — " + d.Note
	}
	return told
}

// claim tells what other sources say about a date.
func (s speech) claim(c lineage.Contest) string {
	about := s.text.Subjects[c.About]
	if c.Organization != nil {
		about = c.Organization.Short + ", " + about
	}
	on := s.text.NoDay
	if !words.Unknown(c.Claim.On) {
		on = s.Label(c.Claim.On)
	}
	return clean(about + ": " + on)
}

var eventKinds = map[scene.Kind]lineage.EventKind{
	scene.Ended: lineage.EndEvent, scene.Followed: lineage.SuccessionEvent, scene.Founded: lineage.FoundingEvent,
	scene.Joined: lineage.AccessionEvent, scene.Took: lineage.AccessionEvent, scene.Left: lineage.DepartureEvent,
	scene.Suspended: lineage.SuspensionEvent, scene.Resumed: lineage.ResumptionEvent,
}

func (s speech) event(e *scene.Event) string {
	said := words.Event{What: eventKinds[e.Kind], On: e.On, Organization: s.scene.Bodies[e.Body].Organization}
	for _, i := range e.Spells {
		sp := &s.scene.Spells[i]
		said.States = append(said.States, sp.State)
		said.Membership = sp.Standing.Membership
		said.Briefly = e.Kind == scene.Joined && sp.Brief()
	}
	if e.Flow >= 0 {
		f := &s.scene.Flows[e.Flow]
		said.From, said.How = []*lineage.Organization{s.scene.Bodies[f.From].Organization}, f.How
	}
	return clean(s.Event(&said))
}

func (s speech) succession(f *scene.Flow) string {
	return clean(s.Event(&words.Event{
		What: lineage.SuccessionEvent, On: f.Date(), How: f.How, Organization: s.scene.Bodies[f.To].Organization,
		From: []*lineage.Organization{s.scene.Bodies[f.From].Organization},
	}))
}

// months writes the days of each month as the language has them, with {d} and {y}
// for the day and the year.
func (s speech) months() [12]string {
	var all [12]string
	for m := range all {
		text := s.Date(lineage.DayOf(2000, m+1, 10).Date())
		all[m] = strings.Replace(strings.Replace(text, "10", "{d}", 1), "2000", "{y}", 1)
	}
	return all
}
