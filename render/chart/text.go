package chart

import (
	"slices"
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render/internal/ink"
	"github.com/orglineage/orglineage/render/internal/scene"
	"github.com/orglineage/orglineage/render/internal/words"
)

// text says what a chart says beyond what all pictures say.
type text struct {
	words.Language
	*phrases
}

// phrases are the texts of a language.
type phrases struct {
	caption                                      string
	sorted                                       [len(sorts)]string
	bySignature, byDecision                      string
	nobodyThere                                  string
	suspended, perhaps, perhapsSuspended         string
	member, tick, vague, unknown, disputed, goes string
	asked, askedPeriod                           string
}

var english = phrases{
	caption:     "A bar is a membership, from its first day to its last.",
	sorted:      [...]string{"", "States by the date of their first membership.", "States with similar histories stand together."},
	bySignature: "Beginnings are those of signature.",
	byDecision:  "Beginnings are those of the decision.",
	nobodyThere: "Nobody was in any of the organizations.",
	suspended:   "suspended", perhaps: "perhaps", perhapsSuspended: "perhaps suspended",
	member: "member or party", tick: "took part for a day or so",
	vague: "not known to the day: possible days", unknown: "no day is certain", disputed: "other sources give another date", goes: "goes on beyond the chart",
	asked: "the day asked for", askedPeriod: "the days asked for",
}

var russian = phrases{
	caption:     "Полоса — участие государства, от первого дня до последнего.",
	sorted:      [...]string{"", "Государства — по дате первого вступления.", "Государства с похожей историей стоят рядом."},
	bySignature: "Начало — по дате подписания.",
	byDecision:  "Начало — по дате решения.",
	nobodyThere: "Ни в одной из организаций никого не было.",
	suspended:   "участие приостановлено", perhaps: "возможно", perhapsSuspended: "возможно, участие приостановлено",
	member: "член или участник", tick: "участие в течение дня или около того",
	vague: "день точно не известен: возможные дни", unknown: "ни один день не достоверен", disputed: "другие источники называют иную дату", goes: "продолжается за пределами схемы",
	asked: "выбранный день", askedPeriod: "выбранные дни",
}

// textFor returns the texts of a language, English for an empty tag.
func textFor(tag string) (text, error) {
	if tag == "" {
		tag = string(words.English)
	}
	l, err := words.ParseLanguage(tag)
	if err != nil {
		return text{}, err
	}
	if l == words.Russian {
		return text{l, &russian}, nil
	}
	return text{l, &english}, nil
}

// state returns the name of a state for its row, which spans all its names.
func (t text) state(s *lineage.State) string { return t.State(s, lineage.Date{}) }

// month names a month on an axis, such as "Jul 1998".
func (t text) month(year, month int) string {
	d, err := lineage.ParseDate(lineage.DayOf(year, month, 1).String()[:len("2006-01")])
	if err != nil {
		return strconv.Itoa(year)
	}
	return t.Label(d)
}

// title names the organizations of a scene, with the years shown: by the
// collection that they are, by the chain that they form, or by their number.
func (t text) title(atlas *lineage.Atlas, s *scene.Scene) string {
	if s.View.Title != "" {
		return s.View.Title
	}
	if len(s.Bodies) == 0 {
		return t.NoOrganization()
	}
	first, _, _ := s.First.Civil()
	last, _, _ := (s.End - 1).Civil()
	years := strconv.Itoa(first)
	if first != last {
		years += "–" + strconv.Itoa(last)
	}
	return t.subject(atlas, s) + ", " + years
}

func (t text) subject(atlas *lineage.Atlas, s *scene.Scene) string {
	first, last := s.Bodies[0].Organization, s.Bodies[len(s.Bodies)-1].Organization
	if first == last {
		return t.Organization(first)
	}
	if name := collected(atlas, s); name != "" && t.Tag() == string(words.English) {
		return name
	}
	if !related(s) {
		return t.counts(s)
	}
	long := t.FromTo(t.Organization(first), t.Organization(last))
	if ink.Width(long, titleSize, true) > pageWidth(s.View.Width)*2/3 {
		return t.FromTo(first.Short, last.Short)
	}
	return long
}

// collected returns the name of the collection that was selected, or "".
func collected(atlas *lineage.Atlas, s *scene.Scene) string {
	if len(s.View.Organizations) == 0 {
		return ""
	}
	for _, id := range s.Bodies[0].Collections {
		c, all, err := atlas.Collection(string(id))
		if err == nil && len(all) == len(s.View.Organizations) &&
			!slices.ContainsFunc(all, func(o *lineage.Organization) bool { return !slices.Contains(s.View.Organizations, o.ID) }) {
			return c.Name
		}
	}
	return ""
}

// counts says how many states and organizations have a bar.
func (t text) counts(s *scene.Scene) string {
	bodies, states := map[int]bool{}, map[lineage.StateID]bool{}
	for i := range s.Spells {
		bodies[s.Spells[i].Body] = true
		states[s.Spells[i].State.ID] = true
	}
	return t.States(len(states)) + ", " + t.Organizations(len(bodies))
}

// related reports whether successions join all organizations of a scene.
func related(s *scene.Scene) bool {
	group := make([]int, len(s.Bodies))
	for i := range group {
		group[i] = i
	}
	for _, f := range s.Flows {
		from, to := group[f.From], group[f.To]
		for i := range group {
			if group[i] == to {
				group[i] = from
			}
		}
	}
	for _, g := range group {
		if g != group[0] {
			return false
		}
	}
	return true
}

// captionOf says what is seen, and how many there are where the title does not.
func (t text) captionOf(s *scene.Scene, title string, by Sort) string {
	if s.View.Caption != "" || len(s.Spells) == 0 {
		return s.View.Caption
	}
	var said []string
	if counts := t.counts(s); !strings.HasPrefix(title, counts) {
		said = append(said, counts+".")
	}
	said = append(said, t.caption)
	switch s.View.Basis {
	case lineage.BySignature:
		said = append(said, t.bySignature)
	case lineage.ByDecision:
		said = append(said, t.byDecision)
	}
	if int(by) < len(t.sorted) && t.sorted[by] != "" {
		said = append(said, t.sorted[by])
	}
	return strings.Join(said, " ")
}

// description is the caption that a chart has by itself.
func (t text) description(s *scene.Scene, by Sort) string {
	if len(s.Spells) == 0 {
		return t.Nothing()
	}
	own := *s
	own.View.Caption = ""
	return t.captionOf(&own, "", by)
}

// attendances tells who was in an organization, a text for each role. The
// standings come by role.
func (t text) attendances(atlas *lineage.Atlas, there []lineage.Standing) ([]string, error) {
	var said []string
	for len(there) > 0 {
		title := t.Title(there[0].Membership, 2)
		var names []string
		for len(there) > 0 && t.Title(there[0].Membership, 2) == title {
			name, err := t.attendance(atlas, &there[0])
			if err != nil {
				return nil, err
			}
			names = append(names, name)
			there = there[1:]
		}
		slices.SortStableFunc(names, func(x, y string) int { return strings.Compare(lineage.Fold(x), lineage.Fold(y)) })
		said = append(said, title+": "+strings.Join(names, ", "))
	}
	return said, nil
}

// attendance names a state, with what is to be kept in mind in brackets.
func (t text) attendance(atlas *lineage.Atlas, st *lineage.Standing) (string, error) {
	state, err := atlas.State(string(st.Membership.State))
	if err != nil {
		return "", err
	}
	var notes []string
	if st.Answer == lineage.Maybe {
		notes = append(notes, t.perhaps)
	}
	switch st.Suspended {
	case lineage.Yes:
		notes = append(notes, t.suspended)
	case lineage.Maybe:
		notes = append(notes, t.perhapsSuspended)
	}
	name := ink.Clean(t.state(state))
	if len(notes) > 0 {
		name += " (" + strings.Join(notes, ", ") + ")"
	}
	return name, nil
}
