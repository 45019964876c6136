package river

import (
	"fmt"

	"pgregory.net/rapid"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
)

// kinds are the successions that random atlases have.
var kinds = []lineage.SuccessionKind{
	lineage.Renamed, lineage.Transformed, lineage.Replaced, lineage.Merged,
	lineage.Absorbed, lineage.Split, lineage.Upgraded, lineage.Revived,
}

// An atlasMaker draws the records of an atlas.
type atlasMaker struct {
	*rapid.T
	set lineage.Dataset
	// lives are the first days of the organizations, and the days they ended on.
	born, died []lineage.Day
}

func (m *atlasMaker) int(first, last int, what string) int {
	return rapid.IntRange(first, max(first, last)).Draw(m.T, what)
}

func (m *atlasMaker) day(first, last lineage.Day) lineage.Day {
	return lineage.Day(m.int(int(first), int(last), "day"))
}

// vague writes a day, or something less precise that holds it.
func (m *atlasMaker) vague(d lineage.Day) string {
	text := d.String()
	switch m.int(0, 11, "vagueness") {
	case 0:
		return text[:4]
	case 1:
		return text[:7]
	case 2:
		return text[:4] + "~"
	case 3:
		return "[" + text + "..]"
	case 4:
		return "[" + (d - 200).String() + ".." + text + "]"
	}
	return text
}

// anyAtlas draws an atlas of up to eight organizations and eight states, or of
// thirty states that share a few histories: with dates of all sorts, gaps, several
// roles, suspensions, all kinds of succession, empty organizations and
// memberships of a day.
var anyAtlas = rapid.Custom(func(t *rapid.T) *lineage.Atlas {
	m := &atlasMaker{T: t, set: lineage.Dataset{Sources: []lineage.Source{{ID: "s", Kind: lineage.Treaty, Title: "A treaty"}}}}
	histories, copies := m.int(1, 8, "states"), 1
	if m.int(0, 4, "many") == 0 {
		copies = 30/histories + 1
	}
	for i := range histories * copies {
		m.set.States = append(m.set.States, lineage.State{
			ID:   lineage.StateID(fmt.Sprintf("%c%c", 'A'+i%histories, 'A'+i/histories)),
			Name: fmt.Sprint("State ", i, rapid.StringN(0, 30, -1).Draw(t, "name")),
		})
	}
	for i := range m.int(1, 8, "organizations") {
		m.organization(i, histories)
	}
	a, err := lineage.New(m.set)
	if err != nil {
		t.Skip(err)
	}
	return a
})

func (m *atlasMaker) organization(i, histories int) {
	id := fmt.Sprint("o", i)
	born := m.day(0, 15_000)
	o := lineage.Organization{ID: lineage.OrgID(id), Name: "Organization " + id, Short: "O" + fmt.Sprint(i), Kind: "union"}
	if i > 0 && m.int(0, 2, "follows") > 0 {
		j := m.int(0, i-1, "of")
		if born = m.died[j]; m.int(0, 4, "later") == 0 {
			born += m.day(0, 900)
		}
		o.Predecessors = append(o.Predecessors, from(fmt.Sprint("o", j), rapid.SampledFrom(kinds).Draw(m.T, "kind"), born.String()))
	}
	for j := range i {
		if m.int(0, 6, "follows without a date") == 0 && len(o.Predecessors) == 0 {
			o.Predecessors = append(o.Predecessors, lineage.Succession{From: lineage.OrgID(fmt.Sprint("o", j)), How: rapid.SampledFrom(kinds).Draw(m.T, "kind"), Steps: lineage.Steps{{Step: lineage.Effective, Sources: []lineage.SourceID{"s"}}}})
		}
	}
	died := born + m.day(1, 9000)
	if m.int(0, 9, "short") == 0 {
		died = born + m.day(1, 30)
	}
	o.Founded = dated(born.String())
	if m.int(0, 5, "vague life") == 0 {
		o.Founded = dated(m.vague(born))
	}
	if m.int(0, 3, "ends") > 0 {
		o.Ended = dated(died.String())
	}
	m.born, m.died = append(m.born, born), append(m.died, died)
	empty := m.int(0, 9, "empty") == 0
	for h := range histories {
		if empty {
			break
		}
		first := len(o.Members)
		m.memberships(&o, h, born, died)
		for k := h + histories; k < len(m.set.States); k += histories {
			for _, x := range o.Members[first:] {
				if x.State == m.set.States[h].ID {
					x.State = m.set.States[k].ID
					o.Members = append(o.Members, x)
				}
			}
		}
	}
	m.set.Organizations = append(m.set.Organizations, o)
}

// memberships draws those of a state in an organization, one after the other,
// some of which may overlap as their dates are vague.
func (m *atlasMaker) memberships(o *lineage.Organization, state int, born, died lineage.Day) {
	at := born
	for at < died-1 && m.int(0, 2, "takes part") > 0 {
		since := m.day(at, died-1)
		if m.int(0, 2, "at once") == 0 {
			since = at
		}
		until := m.day(since+1, died)
		if m.int(0, 7, "brief") == 0 {
			until = since + 1
		}
		how := lineage.Acceded
		x := as(rapid.SampledFrom(lineage.AllRoles()).Draw(m.T, "role"), member(string(m.set.States[state].ID), how, m.vague(since)))
		if m.int(0, 2, "full") > 0 {
			x.Role = lineage.Member
		}
		if m.int(0, 4, "goes on") > 0 {
			x = left(lineage.Withdrew, x, m.vague(until))
		} else {
			until = died
		}
		if until-since > 10 && m.int(0, 3, "suspended") == 0 {
			s := lineage.Suspension{Began: dated(m.vague(since + (until-since)/3))}
			if m.int(0, 1, "resumed") == 0 {
				s.Ended = dated(m.vague(since + (until-since)*2/3))
			}
			x.Suspensions = []lineage.Suspension{s}
		}
		o.Members = append(o.Members, x)
		at = until
		if m.int(0, 1, "pause") == 0 {
			at += m.day(0, 1500)
		}
	}
}

// anyView draws a view of an atlas.
func anyView(t *rapid.T) render.View {
	v := render.View{
		Width:    rapid.SampledFrom([]int{0, 720, 1100}).Draw(t, "width"),
		Language: rapid.SampledFrom([]string{"", "ru"}).Draw(t, "language"),
	}
	window := rapid.SampledFrom([][2]string{{}, {}, {}, {"1980-03", "1990"}, {"1985-02", "1985-04"}, {"1850", "2050"}}).Draw(t, "window")
	if window[0] != "" {
		v.From, v.To = lineage.MustDate(window[0]), lineage.MustDate(window[1])
	}
	return v
}
