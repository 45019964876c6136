package chart

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/internal/scene"
)

func builtIn(t testing.TB) *lineage.Atlas {
	t.Helper()
	a, err := data.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

var core = []lineage.OrgID{"caeu", "caec", "caco", "eurasec", "eaeu"}

// laidOut returns the scene and the layout of a chart.
func laidOut(t testing.TB, a *lineage.Atlas, opts Options) (*scene.Scene, *layout) {
	t.Helper()
	s, err := scene.New(a, opts.View)
	if err != nil {
		t.Fatal(err)
	}
	l, err := plan(a, s, opts)
	if err != nil {
		t.Fatal(err)
	}
	return s, l
}

// A chartCase is a chart that the promises are tested on.
type chartCase struct {
	name  string
	atlas *lineage.Atlas
	opts  Options
}

// chartCases are the collections, the lineages and the whole of the built-in
// atlas, the invented sample, and some corners.
func chartCases(t testing.TB) []chartCase {
	a, invented := builtIn(t), sampleAtlas(t, sample())
	var cases []chartCase
	add := func(name string, a *lineage.Atlas, o Options) { cases = append(cases, chartCase{name, a, o}) }
	ids := func(orgs []*lineage.Organization, err error) []lineage.OrgID {
		if err != nil {
			t.Fatal(err)
		}
		var ids []lineage.OrgID
		for _, o := range orgs {
			ids = append(ids, o.ID)
		}
		return ids
	}
	day, year := lineage.MustDate("2004-12-31"), lineage.MustDate("2005")
	for i, c := range a.Collections() {
		_, orgs, err := a.Collection(string(c.ID))
		o := Options{View: render.View{Organizations: ids(orgs, err)}, Sort: Sort(i % len(sorts))}
		if i%3 == 1 {
			o.On = day
		}
		add("collection "+string(c.ID), a, o)
	}
	for i, o := range a.Organizations() {
		opts := Options{View: render.View{Organizations: ids(a.Lineage(o.ID))}, Sort: Sort(i % len(sorts))}
		if i%4 == 3 {
			opts.On, opts.Language = year, "ru"
		}
		add("lineage of "+string(o.ID), a, opts)
	}
	add("whole", a, Options{})
	add("whole by similarity", a, Options{Sort: BySimilarity, On: day})
	add("sample", invented, Options{On: lineage.MustDate("1988-04-01")})
	add("sample on a range", invented, Options{On: lineage.MustDate("[1985-01..1999]"), Sort: ByAccession})
	add("sample in a narrow window", invented, Options{View: render.View{From: lineage.MustDate("1988"), To: lineage.MustDate("1990-06"), Width: 1}})
	add("hostile names", sampleAtlas(t, hostile()), Options{On: lineage.MustDate("1996-01-01")})
	add("hostile names, narrow", sampleAtlas(t, hostile()), Options{View: render.View{Width: 720, Title: hostileName, Caption: hostileName}})
	for _, c := range []struct{ from, to string }{{"2005", "2006"}, {"2005-10", "2006-03"}, {"2006-01", "2006-01"}, {"2006-01-20", "2006-01-28"}, {"2006-01-25", "2006-01-25"}} {
		v := render.View{Organizations: core, From: lineage.MustDate(c.from), To: lineage.MustDate(c.to)}
		add("core from "+c.from+" to "+c.to, a, Options{View: v})
		v.Width, v.Language = 720, "ru"
		add("core, narrow and Russian, from "+c.from+" to "+c.to, a, Options{View: v, On: lineage.MustDate(c.to)})
	}
	add("full members alone", a, Options{View: render.View{Roles: lineage.RolesOf(lineage.Member, lineage.Party)}, Sort: ByAccession})
	add("by signature", a, Options{View: render.View{Organizations: core, Basis: lineage.BySignature}})
	add("nothing", a, Options{View: render.View{Organizations: core, To: lineage.MustDate("1950")}, On: day})
	return cases
}

func sampleAtlas(t testing.TB, d lineage.Dataset) *lineage.Atlas {
	t.Helper()
	a, err := lineage.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// dated makes the steps of an event that took effect on a date.
func dated(on string, rivals ...string) lineage.Steps {
	d := lineage.Dating{Step: lineage.Effective, On: lineage.MustDate(on), Sources: []lineage.SourceID{"s"}}
	for _, r := range rivals {
		d.Rivals = append(d.Rivals, lineage.Claim{On: lineage.MustDate(r), Sources: []lineage.SourceID{"s"}})
	}
	return lineage.Steps{d}
}

func member(state string, how lineage.AccessionKind, on ...string) lineage.Membership {
	m := lineage.Membership{State: lineage.StateID(state), Role: lineage.Member}
	m.Joined.How, m.Joined.Sources = how, []lineage.SourceID{"s"}
	if len(on) > 0 {
		m.Joined.Steps = dated(on[0], on[1:]...)
	}
	return m
}

func as(role lineage.Role, m lineage.Membership) lineage.Membership {
	m.Role = role
	return m
}

func left(how lineage.DepartureKind, m lineage.Membership, on ...string) lineage.Membership {
	m.Left = lineage.Departure{How: how, Steps: dated(on[0], on[1:]...)}
	return m
}

func from(id string, how lineage.SuccessionKind, on string) lineage.Succession {
	return lineage.Succession{From: lineage.OrgID(id), How: how, Steps: dated(on)}
}

// sample is a small region with everything that a chart can show.
func sample() lineage.Dataset {
	suspended := member("CC", lineage.Acceded, "1985")
	suspended.Suspensions = []lineage.Suspension{{Began: dated("1988-03-01", "1988-05-01"), Ended: dated("1989-06")}}
	return lineage.Dataset{
		Sources: []lineage.Source{{ID: "s", Kind: lineage.Treaty, Title: "A treaty"}},
		States: []lineage.State{
			{ID: "AA", Name: "Alba"},
			{ID: "BB", Name: "Beta & Sons"},
			{ID: "CC", Name: "Кирия"},
			{ID: "DD", Name: "دلتا"},
			{ID: "EE", Name: "Epsilon"},
		},
		Organizations: []lineage.Organization{
			{ID: "club", Name: "Club of the North", Short: "CN", Kind: "treaty", Founded: dated("1980-05-06", "1980-07"), Ended: dated("1990-01-01"), Members: []lineage.Membership{
				member("AA", lineage.Founded), member("BB", lineage.Founded), suspended,
				left(lineage.RoleLeft, as(lineage.Observer, member("DD", lineage.Acceded, "1982-01-01")), "1984-02-03"),
				as(lineage.Observer, member("EE", lineage.Acceded)),
			}},
			{ID: "league", Name: "League of the North", Short: "LN", Kind: "union", Founded: dated("1990-01-01"), Predecessors: []lineage.Succession{from("club", lineage.Renamed, "1990-01-01")}, Members: []lineage.Membership{
				member("AA", lineage.Continued), member("BB", lineage.Continued), as(lineage.Observer, member("EE", lineage.Acceded, "[1994..1996-05]")),
				left(lineage.Lapsed, as(lineage.Guest, member("DD", lineage.Acceded, "1995-03-03")), "1995-03-04"),
			}},
			{ID: "zone", Name: "Trade Zone of the League", Short: "TZ", Kind: "customs union", Founded: dated("1995~"), Within: &lineage.Within{Organization: "league", Sources: []lineage.SourceID{"s"}}, Members: []lineage.Membership{
				member("AA", lineage.Founded), member("BB", lineage.Founded),
			}},
			{ID: "pact", Name: "Pact", Short: "Pact", Kind: "treaty", Founded: dated("1983-01-01"), Ended: dated("1998-01-01"), Members: []lineage.Membership{
				left(lineage.Withdrew, member("DD", lineage.Acceded, "1984-02-03"), "1992-12-31", "1993-06-01"),
			}},
			{ID: "union", Name: "Union", Short: "U", Kind: "union", Founded: dated("1997-01-01"), Predecessors: []lineage.Succession{from("pact", lineage.Absorbed, "1998-01-01"), from("league", lineage.Split, "1997-01-01")}, Members: []lineage.Membership{
				member("AA", lineage.Founded), member("CC", lineage.Acceded, "2001-02-28"),
			}},
		},
	}
}

// hostileName has what must not break a drawing.
const hostileName = "\"><script>&amp;]]>'\x00\x1b\xff\n\u202eدلتا\u202c {country} 𒐫𒐫 漢字 aVeryLongWordThatNobodyWouldEverBreakAnywhere-aVeryLongWordThatNobodyWouldEverBreakAnywhere"

// hostile is the sample under names that nobody would wish for.
func hostile() lineage.Dataset {
	d := sample()
	for i := range d.States {
		d.States[i].Name = fmt.Sprint(hostileName, " ", i)
	}
	for i := range d.Organizations {
		o := &d.Organizations[i]
		o.Name, o.Short = fmt.Sprint(i, " ", hostileName), fmt.Sprint("<", i, "&\">")
		if i == 0 {
			o.Short = hostileName
		}
		for j := range o.Members {
			if !o.Members[j].Role.Full() {
				o.Members[j].As = "<" + hostileName
			}
		}
	}
	return d
}

// anyAtlas draws a small atlas with dates of all sorts.
var anyAtlas = rapid.Custom(func(t *rapid.T) *lineage.Atlas {
	day := func(first, last int) lineage.Day {
		return lineage.Day(rapid.IntRange(first, last).Draw(t, "day"))
	}
	vague := func(d lineage.Day) string {
		text := d.String()
		switch rapid.IntRange(0, 7).Draw(t, "vagueness") {
		case 0:
			return text[:4]
		case 1:
			return text[:7]
		case 2:
			return text[:4] + "~"
		case 3:
			return "[" + text + "..]"
		}
		return text
	}
	d := lineage.Dataset{Sources: []lineage.Source{{ID: "s", Kind: lineage.Treaty, Title: "A treaty"}}}
	states := rapid.IntRange(1, 9).Draw(t, "states")
	for i := range states {
		d.States = append(d.States, lineage.State{ID: lineage.StateID(rune('A'+i)) + "X", Name: "State " + string(rune('A'+i)) + rapid.StringN(0, 30, -1).Draw(t, "name")})
	}
	for i := range rapid.IntRange(1, 7).Draw(t, "organizations") {
		id := fmt.Sprint("o", i)
		born := day(0, 15_000)
		died := born + day(40, 9000)
		o := lineage.Organization{ID: lineage.OrgID(id), Name: "Organization " + id, Short: "O" + fmt.Sprint(i), Kind: "union", Founded: dated(born.String())}
		if rapid.Bool().Draw(t, "ends") {
			o.Ended = dated(died.String())
		}
		for j := range i {
			if rapid.IntRange(0, 3).Draw(t, "follows") == 0 {
				o.Predecessors = append(o.Predecessors, lineage.Succession{From: lineage.OrgID(fmt.Sprint("o", j)), How: lineage.Replaced, Steps: lineage.Steps{{Step: lineage.Effective, Sources: []lineage.SourceID{"s"}}}})
			}
		}
		for j := range states {
			at := born
			for at < died-30 && rapid.IntRange(0, 2).Draw(t, "takes part") > 0 {
				since := at + day(1, int(died-at)-20)
				until := since + day(1, int(died-since)-10)
				m := as(rapid.SampledFrom(lineage.AllRoles()).Draw(t, "role"), member(string(d.States[j].ID), lineage.Acceded, vague(since)))
				if rapid.IntRange(0, 5).Draw(t, "goes on") > 0 {
					m = left(lineage.Withdrew, m, vague(until))
				} else {
					until = died
				}
				if until-since > 10 && rapid.IntRange(0, 3).Draw(t, "suspended") == 0 {
					m.Suspensions = []lineage.Suspension{{Began: dated(vague(since + (until-since)/3))}}
				}
				o.Members = append(o.Members, m)
				at = until + 1
			}
		}
		d.Organizations = append(d.Organizations, o)
	}
	a, err := lineage.New(d)
	if err != nil {
		t.Skip("not a valid atlas")
	}
	return a
})

// anyOptions draws options for an atlas.
func anyOptions(t *rapid.T) Options {
	o := Options{Sort: rapid.SampledFrom(AllSorts()).Draw(t, "sort")}
	if rapid.Bool().Draw(t, "on") {
		o.On = lineage.MustDate(rapid.SampledFrom([]string{"1985-05-05", "1991-02", "2001", "[1990..1995]", "1960-01-01"}).Draw(t, "date"))
	}
	if rapid.IntRange(0, 2).Draw(t, "window") == 0 {
		o.From, o.To = lineage.MustDate("1980-03"), lineage.MustDate("1990")
	}
	o.Width = rapid.SampledFrom([]int{0, 720, 1100}).Draw(t, "width")
	o.Language = rapid.SampledFrom([]string{"", "ru"}).Draw(t, "language")
	return o
}

// shuffled returns the records of an atlas in another order.
func shuffled(a *lineage.Atlas) lineage.Dataset {
	d := a.Dataset()
	slices.Reverse(d.Organizations)
	slices.Reverse(d.States)
	slices.Reverse(d.Sources)
	for i := range d.Organizations {
		o := &d.Organizations[i]
		o.Members = slices.Clone(o.Members)
		slices.Reverse(o.Members)
	}
	return d
}
