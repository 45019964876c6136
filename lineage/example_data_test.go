package lineage_test

import (
	"strings"

	"github.com/orglineage/orglineage/lineage"
)

// core is the line from the Central Asian Economic Union to the Eurasian
// Economic Union, with the records that the examples need: each fact with one
// source. The data set of this module has all of them.
var core = lineage.Dataset{
	Sources: []lineage.Source{ // titles in brackets describe what bears none
		{ID: "treaty-1994", Kind: lineage.Treaty, Title: "[Treaty on a common economic space, as amended 1998-07-17]", URL: "https://cis-legislation.com/document.fwx?rgn=3915"},
		{ID: "ushakova-2003", Kind: lineage.Scholarship, Title: "[On Central Asian cooperation]", Author: "Natalia Ushakova", URL: "https://ca-c.org/journal/2003/journal_eng/cac-03/16.usaeng.shtml"},
		{ID: "caco-treaty", Kind: lineage.Treaty, Title: "[Founding treaty of CACO]", URL: "https://ealegislation.com/document.fwx?rgn=6973"},
		{ID: "jamestown-2004", Kind: lineage.Press, Title: "[On the summit of Astana, 2004-05-28]", Publisher: "Jamestown Foundation"},
		{ID: "ecetrade", Kind: lineage.OfficialPage, Title: "[On CACO]", URL: "https://ecetrade.typepad.com/rtas/caco_rtg"},
		{ID: "ilt", Kind: lineage.Encyclopedia, Title: "[On CACO]", Publisher: "ilovetranslation.com"},
		{ID: "rferl-2005", Kind: lineage.Press, Title: "[On the summit of St Petersburg, 2005-10-07]", Publisher: "RFE/RL"},
		{ID: "kremlin", Kind: lineage.OfficialPage, Title: "[On EurAsEC]", URL: "http://en.kremlin.ru/supplement/2322"},
		{ID: "uz-protocol", Kind: lineage.Treaty, Title: "[Protocol on the accession of Uzbekistan to EurAsEC]", Publisher: "zakonpravo.kz"},
		{ID: "vchas", Kind: lineage.Press, Title: "[On the suspension of Uzbekistan, 2008-11-14]", Publisher: "vch.ru"},
		{ID: "eec", Kind: lineage.OfficialPage, Title: "[On the EAEU Treaty]", Publisher: "Eurasian Economic Commission"},
		{ID: "tass", Kind: lineage.Press, Title: "[On the accession of Kyrgyzstan, 2015]", URL: "https://tass.com/economy/812859"},
	},
	States: []lineage.State{
		{ID: "AM", Name: "Armenia", Alpha3: "ARM"},
		{ID: "BY", Name: "Belarus", Alpha3: "BLR"},
		{
			ID: "KG", Name: "Kyrgyzstan", Alpha3: "KGZ", Aliases: []string{"Kyrgyz Republic"}, Names: map[string]string{"ru": "Киргизия"},
		},
		{ID: "KZ", Name: "Kazakhstan", Alpha3: "KAZ", Names: map[string]string{"ru": "Казахстан"}},
		{ID: "RU", Name: "Russia", Alpha3: "RUS", Names: map[string]string{"ru": "Россия"}},
		{ID: "TJ", Name: "Tajikistan", Alpha3: "TJK"},
		{ID: "UZ", Name: "Uzbekistan", Alpha3: "UZB"},
	},
	Organizations: []lineage.Organization{
		{
			ID: "caeu", Name: "Central Asian Economic Union", Short: "CAEU", Kind: "economic union",
			Founded: effective("1994-04-30", "treaty-1994"), Ended: effective("1998-07-17", "ushakova-2003"),
			Members: append(founders("treaty-1994", "KG", "KZ", "UZ"), acceded("TJ", effective("1998-03-26", "ushakova-2003"))),
		},
		{
			ID: "caec", Name: "Central Asian Economic Community", Short: "CAEC", Kind: "economic community",
			Founded: effective("1998-07-17", "ushakova-2003"), Ended: effective("2002-02-28", "caco-treaty"),
			Predecessors: follows("caeu", lineage.Renamed, "1998-07-17", "ushakova-2003"),
			Members:      founders("ushakova-2003", "KG", "KZ", "TJ", "UZ"),
		},
		{
			ID: "caco", Name: "Central Asian Cooperation Organization", Short: "CACO", Kind: "cooperation organization",
			Names: map[string]string{"ru": "Организация «Центрально-Азиатское сотрудничество»"}, Aliases: []string{"OCAC", "ЦАС"},
			Founded: effective("2002-02-28", "caco-treaty"),
			Ended: lineage.Steps{
				{Step: lineage.Decided, On: lineage.MustDate("2005-10-06"), Place: "St Petersburg", Sources: []lineage.SourceID{"rferl-2005"}},
				{Step: lineage.Effective, On: lineage.MustDate("2006-01-25"), Note: "the day its last member entered EurAsEC", Sources: []lineage.SourceID{"uz-protocol"}},
			},
			Predecessors: follows("caec", lineage.Transformed, "2002-02-28", "caco-treaty"),
			Members: append(founders("caco-treaty", "KG", "KZ", "TJ", "UZ"), acceded("RU", lineage.Steps{
				{Step: lineage.Decided, On: lineage.MustDate("2004-05-28"), Place: "Astana", Sources: []lineage.SourceID{"jamestown-2004"}},
				{
					Step: lineage.Effective, On: lineage.MustDate("2004-10-18"), Place: "Dushanbe", Sources: []lineage.SourceID{"ecetrade"},
					Rivals: []lineage.Claim{{On: lineage.MustDate("2004-05-28"), Note: "the decision taken for the accession", Sources: []lineage.SourceID{"ilt"}}},
				},
			})),
		},
		{
			ID: "eurasec", Name: "Eurasian Economic Community", Short: "EurAsEC", Kind: "economic community", Ambiguous: []string{"EEC"},
			Founded: lineage.Steps{
				{Step: lineage.Signed, On: lineage.MustDate("2000-10-10"), Place: "Astana", Sources: []lineage.SourceID{"kremlin"}},
				{Step: lineage.Effective, On: lineage.MustDate("2001-05-30"), Sources: []lineage.SourceID{"kremlin"}},
			},
			Ended:        effective("2015-01-01", "eec"),
			Predecessors: follows("caco", lineage.Absorbed, "2006-01-25", "uz-protocol"),
			Members: append(founders("kremlin", "BY", "KG", "KZ", "RU", "TJ"), lineage.Membership{
				State: "UZ", Role: lineage.Member,
				Joined:      lineage.Accession{How: lineage.Acceded, Steps: effective("2006-01-25", "uz-protocol")},
				Suspensions: []lineage.Suspension{{Began: effective("2008-10-20", "vchas")}},
			}),
		},
		{
			ID: "eaeu", Name: "Eurasian Economic Union", Short: "EAEU", Kind: "economic union",
			Founded:      effective("2015-01-01", "eec"),
			Predecessors: follows("eurasec", lineage.Replaced, "2015-01-01", "eec"),
			Members: append(founders("eec", "BY", "KZ", "RU"),
				acceded("AM", effective("2015-01-02", "eec")),
				acceded("KG", effective("2015-08-12", "tass")),
				lineage.Membership{
					State: "UZ", Role: lineage.Observer,
					Joined: lineage.Accession{How: lineage.Acceded, Steps: effective("2020-12-11", "eec")},
				}),
		},
	},
	Lookalikes: []lineage.Lookalike{{Name: "EEC", Means: "European Economic Community"}},
}

// atlas is made once; it is immutable.
var atlas = func() *lineage.Atlas {
	a, err := lineage.New(core)
	if err != nil {
		panic(err)
	}
	return a
}()

func effective(on string, source lineage.SourceID) lineage.Steps {
	return lineage.Steps{{Step: lineage.Effective, On: lineage.MustDate(on), Sources: []lineage.SourceID{source}}}
}

func founders(source lineage.SourceID, states ...lineage.StateID) []lineage.Membership {
	ms := make([]lineage.Membership, len(states))
	for i, id := range states {
		how := lineage.Accession{How: lineage.Founded, Sources: []lineage.SourceID{source}}
		ms[i] = lineage.Membership{State: id, Role: lineage.Member, Joined: how}
	}
	return ms
}

func acceded(state lineage.StateID, steps lineage.Steps) lineage.Membership {
	return lineage.Membership{State: state, Role: lineage.Member, Joined: lineage.Accession{How: lineage.Acceded, Steps: steps}}
}

func follows(from lineage.OrgID, how lineage.SuccessionKind, on string, source lineage.SourceID) []lineage.Succession {
	return []lineage.Succession{{From: from, How: how, Steps: effective(on, source)}}
}

// shorts joins the acronyms of organizations.
func shorts(orgs []*lineage.Organization) string {
	var list []string
	for _, o := range orgs {
		list = append(list, o.Short)
	}
	return strings.Join(list, " ")
}

// states joins the states of standings.
func states(standings []lineage.Standing) string {
	var list []string
	for _, st := range standings {
		list = append(list, string(st.Membership.State))
	}
	return strings.Join(list, " ")
}
