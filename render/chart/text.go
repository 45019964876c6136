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

// title names the organizations of a scene, with the years shown.
func (t text) title(s *scene.Scene) string {
	if s.View.Title != "" {
		return s.View.Title
	}
	n := len(s.Bodies)
	var what string
	switch {
	case n == 0:
		return t.NoOrganization()
	case n == 1:
		what = t.Organization(s.Bodies[0].Organization)
	case related(s):
		what = t.FromTo(t.Organization(s.Bodies[0].Organization), t.Organization(s.Bodies[n-1].Organization))
		if ink.Width(what, titleSize, true) > pageWidth(s.View.Width)*2/3 {
			what = t.FromTo(s.Bodies[0].Short, s.Bodies[n-1].Short)
		}
	default:
		what = t.Organizations(n)
	}
	first, _, _ := s.First.Civil()
	last, _, _ := (s.End - 1).Civil()
	if first == last {
		return what + ", " + strconv.Itoa(first)
	}
	return what + ", " + strconv.Itoa(first) + "–" + strconv.Itoa(last)
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

// captionOf says what is seen.
func (t text) captionOf(s *scene.Scene, states int, by Sort) string {
	if s.View.Caption != "" || states == 0 {
		return s.View.Caption
	}
	bodies := map[int]bool{}
	for i := range s.Spells {
		bodies[s.Spells[i].Body] = true
	}
	said := []string{t.States(states) + ", " + t.Organizations(len(bodies)) + ".", t.caption}
	switch s.View.Basis {
	case lineage.BySignature:
		said = append(said, t.bySignature)
	case lineage.ByDecision:
		said = append(said, t.byDecision)
	}
	if states > 1 && int(by) < len(t.sorted) && t.sorted[by] != "" {
		said = append(said, t.sorted[by])
	}
	return strings.Join(said, " ")
}

// description is the caption that a chart has by itself.
func (t text) description(s *scene.Scene, states int, by Sort) string {
	if states == 0 {
		return t.Nothing()
	}
	own := *s
	own.View.Caption = ""
	return t.captionOf(&own, states, by)
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
