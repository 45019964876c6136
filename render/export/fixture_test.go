package export

import (
	"strings"
	"testing"

	"github.com/orglineage/orglineage/lineage"
)

func atlas(t testing.TB, d lineage.Dataset) *lineage.Atlas {
	t.Helper()
	a, err := lineage.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

var sourced = []lineage.SourceID{"press", "treaty"}

// effect is an event that took effect on a date, or on others as rivals have it.
func effect(on string, rivals ...string) lineage.Steps {
	d := lineage.Dating{Step: lineage.Effective, Sources: sourced}
	if on != "" {
		d.On = lineage.MustDate(on)
	}
	for _, r := range rivals {
		d.Rivals = append(d.Rivals, lineage.Claim{On: lineage.MustDate(r), Note: "another count", Sources: sourced[:1]})
	}
	return lineage.Steps{d}
}

func founder(state lineage.StateID) lineage.Membership {
	return lineage.Membership{State: state, Role: lineage.Member, Joined: lineage.Accession{How: lineage.Founded, Sources: sourced[1:]}}
}

func joined(state lineage.StateID, role lineage.Role, on string, rivals ...string) lineage.Membership {
	return lineage.Membership{State: state, Role: role, Joined: lineage.Accession{How: lineage.Acceded, Steps: effect(on, rivals...)}}
}

func left(m lineage.Membership, on string) lineage.Membership {
	m.Left = lineage.Departure{How: lineage.Withdrew, Steps: effect(on)}
	return m
}

func following(from lineage.OrgID, how lineage.SuccessionKind, on string, rivals ...string) lineage.Succession {
	return lineage.Succession{From: from, How: how, Steps: effect(on, rivals...)}
}

// region is a small part of Central Asia with all that the formats can say: a
// vague date, a rival one, a suspension, observers of whom nothing is known or
// only claimed, one organization within another, and one that was only proposed.
func region() lineage.Dataset {
	uzbekistan := joined("UZ", lineage.Member, "2006-01-25", "2005")
	uzbekistan.Suspensions = []lineage.Suspension{{Began: effect("2008-10-20", "2008-12"), Ended: effect("[2012..2013-06]")}}
	claimed := joined("AZ", lineage.Observer, "", "2003")
	claimed.Joined.Steps[0].Sources = nil
	caco := lineage.Steps{
		{Step: lineage.Announced, On: lineage.MustDate("2001-12-28"), Place: "Tashkent", Note: "“joint statement”", Sources: sourced[:1]},
		effect("2002-02-28")[0],
	}
	return lineage.Dataset{
		Sources: []lineage.Source{
			{ID: "press", Kind: lineage.Press, Title: "Как это было", Language: "ru", Author: "A. Writer", Publisher: "The Paper", Date: lineage.MustDate("2005-10"), URL: "https://example.org/a b?q=<x>"},
			{ID: "treaty", Kind: lineage.Treaty, Title: "Treaty on CACO", Body: "The parties", Date: lineage.MustDate("2002-02-28"), Language: "en", Note: "Read as an excerpt."},
			{ID: "unused", Kind: lineage.Press, Title: "Nobody cites it"},
		},
		States: []lineage.State{
			{ID: "AZ", Name: "Azerbaijan", Alpha3: "AZE"},
			{ID: "GE", Name: "Georgia", Alpha3: "GEO"},
			{ID: "KZ", Name: "Kazakhstan", Alpha3: "KAZ", COWNumber: 705, COWCode: "KZK", Names: map[string]string{"ru": "Казахстан"}},
			{ID: "RU", Name: "Russia", Alpha3: "RUS", Aliases: []string{"Russian Federation"}},
			{ID: "UZ", Name: "Uzbekistan", Alpha3: "UZB"},
		},
		Organizations: []lineage.Organization{
			{ID: "caec", Name: "Central Asian Economic Community", Short: "CAEC", Kind: "economic community", Founded: effect("1998-07-17"), Ended: effect("2002-02-28"), Members: []lineage.Membership{
				founder("KZ"), founder("UZ"),
			}},
			{
				ID: "caco", Name: "Central Asian Cooperation Organization", Short: "CACO", Kind: "cooperation organization", Names: map[string]string{"ru": "Центрально-Азиатское сотрудничество"}, Aliases: []string{"ЦАС"},
				Founded: caco, Ended: effect("2006-01-25", "2005-10-07"), Predecessors: []lineage.Succession{following("caec", lineage.Transformed, "2002-02-28")}, Members: []lineage.Membership{
					founder("KZ"), founder("UZ"), joined("RU", lineage.Member, "2004-10-18", "2004-05-28"), joined("GE", lineage.Observer, ""), claimed,
				},
			},
			{ID: "eurasec", Name: "Eurasian Economic Community", Short: "EurAsEC", Kind: "economic community", Founded: effect("2001-05-30"), Ended: effect("2015-01-01"), Predecessors: []lineage.Succession{following("caco", lineage.Absorbed, "2006-01", "2005-10-06")}, Members: []lineage.Membership{
				founder("KZ"), founder("RU"), uzbekistan,
			}},
			{ID: "cu-2010", Name: "Customs Union", Short: "CU-2010", Kind: "customs union", Founded: effect("2010"), Ended: effect("2015-01-01"), Within: &lineage.Within{Organization: "eurasec", Sources: sourced}, Members: []lineage.Membership{
				founder("KZ"), founder("RU"),
			}},
			{ID: "ucas", Name: "Union of Central Asian States", Short: "UCAS", Kind: "union", Proposed: true, Founded: lineage.Steps{{Step: lineage.Announced, On: lineage.MustDate("2005-02-18"), Sources: sourced}}},
		},
	}
}

// hostile are names that have broken drawings and documents.
var hostile = []string{
	`Quote " and backslash \ and \N \n \t`, `<b>bold</b>`, `a < b & c > d`, `&lt;not a tag&gt;`, `&#65; &nbsp;`, "two\nlines\r\nand\ttab", "carriage\rreturn",
	"no\u00a0break", "Организация «Центрально-Азиатское сотрудничество»", "منظمة التعاون", `"] end; evil["x`, `]; evil --> x["`, "end", "subgraph", "graph TB",
	"-->", "]]>", "<!-- c -->", "nul\x00bell\x07", "bad \xff utf8", "\u2028", "'", "{}", "|", "`code`", "\"`**markdown** _x_`\"", "1. list", "2) list", "12", "- item", "* item", "+ item", "# head", "> quote", "---", "===",
	`%%{init: {"theme":"dark"}}%%`, "%% comment", "style a:b #35;x;", "#quot; #35; #x", "ﬂ°°35¶ß", "fa:fa-car", "$$x^2$$", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[link](http://example.org)", "https://example.org/x",
	"a:::b", "A--B", "C5+1", "KZ–UZ 1994", "CES (2003)", "СНГ; ЕЭП", "a@b", "@prefix id: <x> .", `"""`, `"@en`, `"^^<x>`, "\\u0041", `{"@id": "x"}`,
	strings.Repeat("long", 60), "\ufffe", "e\u0301", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "\u202eright to left",
}

// nasty is a data set in which every text is hostile. What must mean one thing
// alone ends in an ID.
func nasty() lineage.Dataset {
	var d lineage.Dataset
	for i, name := range hostile {
		two := string(rune('A'+i/26)) + string(rune('A'+i%26))
		id := strings.ToLower(two)
		source := lineage.Source{ID: lineage.SourceID("s-" + id), Kind: lineage.Press, Title: name, Author: name, Body: name, Publisher: name, Language: name, Note: name, URL: "https://x/" + name}
		cites := []lineage.SourceID{source.ID}
		on := lineage.Steps{{Step: lineage.Effective, On: lineage.MustDate("1990"), Note: name, Sources: cites, Rivals: []lineage.Claim{{On: lineage.MustDate("1991"), Note: name, Sources: cites}}}}
		o := lineage.Organization{
			ID: lineage.OrgID("o-" + id), Name: name + " " + id, Short: name + " o" + id, Kind: name, Founded: on,
			Names:   map[string]string{"ru": name + " ru " + id, name: name + " as " + id, "en": name + " en " + id},
			Members: []lineage.Membership{{State: lineage.StateID(two), Role: lineage.Member, As: name, Joined: lineage.Accession{How: lineage.Founded, Sources: cites}}},
		}
		if i > 0 {
			o.Predecessors = []lineage.Succession{{From: d.Organizations[i-1].ID, How: lineage.Replaced, Steps: on}}
			o.Within = &lineage.Within{Organization: d.Organizations[(i-1)/3].ID, Note: name, Sources: cites}
		}
		d.Organizations = append(d.Organizations, o)
		d.States = append(d.States, lineage.State{ID: lineage.StateID(two), Name: name + " " + two, Names: map[string]string{"ru": name + " ru " + two}})
		d.Sources = append(d.Sources, source)
	}
	return d
}
