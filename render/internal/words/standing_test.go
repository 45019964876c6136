package words

import (
	"testing"

	"github.com/orglineage/orglineage/lineage"
)

func on(date string, rivals ...string) lineage.Steps {
	d := lineage.Dating{Step: lineage.Effective, On: lineage.MustDate(date), Sources: []lineage.SourceID{"src"}}
	for _, r := range rivals {
		d.Rivals = append(d.Rivals, lineage.Claim{On: lineage.MustDate(r), Sources: []lineage.SourceID{"src"}})
	}
	return lineage.Steps{d}
}

// invented is a small atlas with a membership of every sort.
func invented(t *testing.T) *lineage.Atlas {
	t.Helper()
	founding := lineage.Accession{How: lineage.Founded, Sources: []lineage.SourceID{"src"}}
	a, err := lineage.New(lineage.Dataset{
		Sources: []lineage.Source{{ID: "src", Kind: lineage.Press, Title: "Source", Publisher: "Press", Date: lineage.MustDate("2010")}},
		States: []lineage.State{
			{ID: "AA", Name: "Aland", Names: map[string]string{"ru": "Аландия"}, Sources: []lineage.SourceID{"src"}},
			{ID: "BB", Name: "Newland", Former: []lineage.FormerName{{Name: "Oldland", Until: lineage.MustDate("2004"), Sources: []lineage.SourceID{"src"}}}, Sources: []lineage.SourceID{"src"}},
			{ID: "CC", Name: "Cland & <Sons>", Sources: []lineage.SourceID{"src"}},
		},
		Organizations: []lineage.Organization{{
			ID: "org", Name: "Organization", Short: "ORG", Kind: "treaty", Names: map[string]string{"ru": "Организация"},
			Founded: on("2000-01-01"), Ended: on("2010-01-01", "2011"),
			Members: []lineage.Membership{
				{State: "AA", Role: lineage.Member, Joined: founding, Suspensions: []lineage.Suspension{{Began: on("2008-10-20")}}},
				{State: "BB", Role: lineage.Member, Joined: founding, Left: lineage.Departure{How: lineage.Withdrew, Steps: on("2003-05-01", "2003-04", "2003-06-01")}},
				{State: "BB", Role: lineage.Observer, As: "friend of ORG", Joined: lineage.Accession{How: lineage.Acceded, Steps: on("2006")}},
				{State: "CC", Role: lineage.Party, Joined: founding},
			},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestStanding(t *testing.T) {
	a := invented(t)
	ever, err := a.MembersDuring("org", lineage.Date{}, lineage.Query{Roles: lineage.EveryRole})
	if err != nil {
		t.Fatal(err)
	}
	want := []struct{ en, ru, reason string }{
		{
			"Aland: member of ORG, founding member, 1 Jan 2000 to 1 Jan 2010; suspended 20 Oct 2008 to 1 Jan 2010; end disputed: in 2011",
			"Аландия: член ORG, основатель, с 1 января 2000 г. до 1 января 2010 г.; членство приостановлено с 20 октября 2008 г. до 1 января 2010 г.; конец по другим источникам: в 2011 г.",
			"a suspension without an end lasts as long as the membership",
		},
		{
			"Oldland: member of ORG, founding member, 1 Jan 2000 to 1 May 2003; withdrawal; end disputed: in Apr 2003, 1 Jun 2003",
			"Oldland: член ORG, основатель, с 1 января 2000 г. до 1 мая 2003 г.; выход; конец по другим источникам: в апреле 2003 г., 1 июня 2003 г.",
			"the name of its last day, and the English one where there is no Russian one",
		},
		{
			"Newland: friend of ORG, 2006 to 1 Jan 2010; end disputed: in 2011",
			"Newland: friend of ORG, с 2006 г. до 1 января 2010 г.; конец по другим источникам: в 2011 г.",
			"the organization's own word, which names it",
		},
		{
			"Cland & <Sons>: party to ORG, founding party, 1 Jan 2000 to 1 Jan 2010; end disputed: in 2011",
			"Cland & <Sons>: участник ORG, один из учредителей, с 1 января 2000 г. до 1 января 2010 г.; конец по другим источникам: в 2011 г.",
			"a party, with a name that is escaped by those who write it",
		},
	}
	if len(ever) != len(want) {
		t.Fatalf("%d memberships, want %d", len(ever), len(want))
	}
	for i, w := range want {
		s, err := a.State(string(ever[i].Membership.State))
		if err != nil {
			t.Fatal(err)
		}
		if got := English.Standing(s, &ever[i]); got != w.en {
			t.Errorf("have %q\nwant %q (%s)", got, w.en, w.reason)
		}
		if got := plain(Russian.Standing(s, &ever[i])); got != w.ru {
			t.Errorf("have %q\nwant %q (%s)", got, w.ru, w.reason)
		}
	}
}

func TestEvent(t *testing.T) {
	a := &lineage.State{Name: "Aland", Names: map[string]string{"ru": "Аландия"}}
	b := &lineage.State{Name: "Bland"}
	c := &lineage.State{Name: "{org}"}
	org, old, older := &lineage.Organization{Short: "ORG"}, &lineage.Organization{Short: "OLD"}, &lineage.Organization{Short: "OLDER"}
	as := func(r lineage.Role, title string) *lineage.Membership {
		return &lineage.Membership{Role: r, As: title, Joined: lineage.Accession{How: lineage.Acceded}}
	}
	left := func(k lineage.DepartureKind) *lineage.Membership {
		return &lineage.Membership{Role: lineage.Member, Left: lineage.Departure{How: k}}
	}
	one, three := []*lineage.State{a}, []*lineage.State{a, b, c}
	for _, tt := range []struct {
		e      Event
		en, ru string
	}{
		{Event{What: lineage.FoundingEvent, States: three}, "ORG is founded by Aland, Bland and {org}.", "Учреждение ORG: Аландия, Bland, {org}."},
		{Event{What: lineage.FoundingEvent}, "ORG begins.", "Начало деятельности: ORG."},
		{Event{What: lineage.AccessionEvent, States: one}, "Aland joins ORG.", "Присоединение к ORG: Аландия."},
		{Event{What: lineage.AccessionEvent, States: three, Membership: as(lineage.Member, "")}, "Aland, Bland and {org} join ORG.", "Присоединение к ORG: Аландия, Bland, {org}."},
		{Event{What: lineage.AccessionEvent, States: one, Membership: as(lineage.Observer, "")}, "Aland becomes an observer of ORG.", "Новый статус: Аландия — наблюдатель ORG."},
		{Event{What: lineage.AccessionEvent, States: three, Membership: as(lineage.Partner, "dialogue partner")}, "Aland, Bland and {org} become dialogue partners of ORG.", "Новый статус: Аландия, Bland, {org} — партнёры по диалогу ORG."},
		{Event{What: lineage.AccessionEvent, States: one, Membership: as(lineage.Party, "")}, "Aland becomes a party to ORG.", "Новый статус: Аландия — участник ORG."},
		{Event{What: lineage.AccessionEvent, States: one, Membership: as(lineage.Guest, ""), Briefly: true}, "Aland takes part as a guest of ORG.", "Участие: Аландия — гость ORG."},
		{Event{What: lineage.SuspensionEvent, States: one}, "The membership of Aland in ORG is suspended.", "Членство в ORG приостановлено: Аландия."},
		{Event{What: lineage.SuspensionEvent, States: one, Membership: as(lineage.Observer, "")}, "The participation of Aland in ORG is suspended.", "Участие в ORG приостановлено: Аландия."},
		{Event{What: lineage.ResumptionEvent, States: one}, "Aland takes part in ORG again.", "Участие в ORG возобновлено: Аландия."},
		{Event{What: lineage.DepartureEvent, States: one, Membership: left(lineage.Withdrew)}, "Aland withdraws from ORG.", "Выход из ORG: Аландия."},
		{Event{What: lineage.DepartureEvent, States: one, Membership: left(lineage.Expelled)}, "Aland is expelled from ORG.", "Исключение из ORG: Аландия."},
		{Event{What: lineage.DepartureEvent, States: one, Membership: left(lineage.NotRenewed)}, "Aland does not renew its participation in ORG.", "Участие в ORG не продлено: Аландия."},
		{Event{What: lineage.DepartureEvent, States: one, Membership: left(lineage.Lapsed)}, "Aland ceases to be a member of ORG.", "Статус прекращён: Аландия — член ORG."},
		{Event{What: lineage.DepartureEvent, States: one}, "Aland ceases to be a member of ORG.", "Статус прекращён: Аландия — член ORG."},
		{Event{What: lineage.EndEvent}, "ORG ends.", "Прекращение деятельности: ORG."},
		{Event{What: lineage.SuccessionEvent, How: lineage.Renamed, From: []*lineage.Organization{old}}, "OLD is renamed ORG.", "Переименование: OLD → ORG."},
		{Event{What: lineage.SuccessionEvent, How: lineage.Merged, From: []*lineage.Organization{old, older}}, "OLD and OLDER merge into ORG.", "Слияние: OLD, OLDER → ORG."},
		{Event{What: lineage.SuccessionEvent, How: lineage.Absorbed, From: []*lineage.Organization{old}}, "OLD is absorbed by ORG.", "Вхождение в состав: OLD → ORG."},
		{Event{What: lineage.SuccessionEvent, How: lineage.Split, From: []*lineage.Organization{old}}, "ORG splits off from OLD.", "Выделение: OLD → ORG."},
	} {
		tt.e.Organization, tt.e.On = org, lineage.MustDate("2001")
		if got := English.Event(&tt.e); got != tt.en {
			t.Errorf("have %q, want %q", got, tt.en)
		}
		if got := Russian.Event(&tt.e); got != tt.ru {
			t.Errorf("have %q, want %q", got, tt.ru)
		}
	}
}

func TestNames(t *testing.T) {
	o := &lineage.Organization{Name: "Organization", Names: map[string]string{"ru": "Организация"}}
	if got := English.Organization(o); got != "Organization" {
		t.Errorf("English.Organization = %q", got)
	}
	if got := Russian.Organization(o); got != "Организация" {
		t.Errorf("Russian.Organization = %q", got)
	}
	if got, want := English.List([]string{"A", "B", "C"})+Russian.List([]string{"А", "Б"}), "A, B and CА и Б"; got != want {
		t.Errorf("have %q, want %q", got, want)
	}
}

func BenchmarkEvent(b *testing.B) {
	e := &Event{What: lineage.AccessionEvent, Organization: &lineage.Organization{Short: "ORG"}, States: []*lineage.State{{Name: "Aland"}}}
	for b.Loop() {
		English.Event(e)
	}
}
