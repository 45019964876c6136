package lineage_test

import (
	"errors"
	"fmt"
	"log"

	"github.com/orglineage/orglineage/lineage"
)

func Example() {
	atlas, err := lineage.New(core)
	if err != nil {
		log.Fatal(err) // all problems of the records
	}
	members, err := atlas.MembersOn("eurasec", lineage.MustDate("2008-12-31"), lineage.Query{})
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range members {
		fmt.Println(m.Membership.State, "since", m.Since, "suspended:", m.Suspended)
	}
	// Output:
	// BY since 2001-05-30 suspended: no
	// KG since 2001-05-30 suspended: no
	// KZ since 2001-05-30 suspended: no
	// RU since 2001-05-30 suspended: no
	// TJ since 2001-05-30 suspended: no
	// UZ since 2006-01-25 suspended: yes
}

func ExampleParseDate() {
	for _, s := range []string{"1998-07-17", "1998-07~", "[1994-04..1994-07-08]", "1992-13-01"} {
		d, err := lineage.ParseDate(s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		first, last := d.Bounds()
		fmt.Println(d, "is a day from", first, "to", last)
	}
	// Output:
	// 1998-07-17 is a day from 1998-07-17 to 1998-07-17
	// 1998-07~ is a day from 1998-06-01 to 1998-08-31
	// [1994-04..1994-07-08] is a day from 1994-04-01 to 1994-07-08
	// date "1992-13-01": month 13 is not in 01–12
}

func ExampleInterval_Contains() {
	// Until is the first day after.
	iv := lineage.Interval{Since: lineage.MustDate("1994-04"), Until: lineage.MustDate("1998-07-17")}
	for _, on := range []string{"1994-03-31", "1994-04-15", "1995", "1998-07-16", "1998-07-17"} {
		fmt.Println(on, iv.Contains(lineage.MustDate(on)))
	}
	// Output:
	// 1994-03-31 no
	// 1994-04-15 maybe
	// 1995 yes
	// 1998-07-16 yes
	// 1998-07-17 no
}

func ExampleInterval_Overlaps() {
	iv := lineage.Interval{Since: lineage.MustDate("1994"), Until: lineage.MustDate("1998-07-17")}
	for _, period := range []string{"1993", "1994", "1994-06", "1998"} {
		fmt.Println(period, iv.Overlaps(lineage.MustDate(period)))
	}
	// Output:
	// 1993 no
	// 1994 yes
	// 1994-06 maybe
	// 1998 yes
}

func ExampleAtlas_Organization() {
	for _, name := range []string{"цас", "Central-Asian Cooperation Organization", "cacoo", "EEC"} {
		o, err := atlas.Organization(name)
		var missing *lineage.NotFoundError
		var ambiguous *lineage.AmbiguousError
		switch {
		case errors.As(err, &missing):
			fmt.Println("not found; near:", missing.Senses)
		case errors.As(err, &ambiguous):
			fmt.Println(ambiguous)
		default:
			fmt.Println(o.ID)
		}
	}
	// Output:
	// caco
	// caco
	// not found; near: [caco (Central Asian Cooperation Organization)]
	// "EEC" is ambiguous: eurasec (Eurasian Economic Community); European Economic Community (no organization of this atlas)
}

func ExampleAtlas_State() {
	for _, name := range []string{"kg", "KGZ", "киргизия", "Kyrgyz Republic"} {
		s, err := atlas.State(name)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(s.ID, s.Name)
	}
	// Output:
	// KG Kyrgyzstan
	// KG Kyrgyzstan
	// KG Kyrgyzstan
	// KG Kyrgyzstan
}

func ExampleState_NameOn() {
	s := lineage.State{
		ID: "SZ", Name: "Eswatini",
		Former: []lineage.FormerName{{Name: "Swaziland", Until: lineage.MustDate("2018-04-19")}},
	}
	for _, on := range []string{"1992", "2018-04-18", "2018-04-19"} {
		fmt.Println(on, s.NameOn(lineage.MustDate(on)))
	}
	// Output:
	// 1992 Swaziland
	// 2018-04-18 Swaziland
	// 2018-04-19 Eswatini
}

func ExampleAtlas_MembersOn() {
	members, err := atlas.MembersOn("caco", lineage.MustDate("2004-12-31"), lineage.Query{})
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range members {
		fmt.Println(m.Membership.State, m.Answer, m.Interval)
	}
	// Output:
	// KG yes 2002-02-28 – 2006-01-25
	// KZ yes 2002-02-28 – 2006-01-25
	// RU yes 2004-10-18 – 2006-01-25
	// TJ yes 2002-02-28 – 2006-01-25
	// UZ yes 2002-02-28 – 2006-01-25
}

// On 1 July 2004 Russia was not yet a member, but there are sources against it.
func ExampleAtlas_MembersOn_disputed() {
	members, err := atlas.MembersOn("caco", lineage.MustDate("2004-07-01"), lineage.Query{Disputed: true})
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range members {
		fmt.Println(m.Membership.State, m.Answer)
		for _, c := range m.Contested() {
			fmt.Printf("   %v say that its %s was on %s: then %s\n", c.Claim.Sources, c.About, c.Claim.On, c.Answer)
		}
	}
	// Output:
	// KG yes
	// KZ yes
	// RU no
	//    [ilt] say that its beginning was on 2004-05-28: then yes
	// TJ yes
	// UZ yes
}

// The decision to admit Russia came before it took effect.
func ExampleAtlas_MembersOn_basis() {
	on := lineage.MustDate("2004-07-01")
	for _, basis := range lineage.AllBases() {
		members, err := atlas.MembersOn("caco", on, lineage.Query{Basis: basis})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(basis, states(members))
	}
	// Output:
	// effective KG KZ TJ UZ
	// signed KG KZ TJ UZ
	// decided KG KZ RU TJ UZ
}

func ExampleAtlas_MembersDuring() {
	members, err := atlas.MembersDuring("eurasec", lineage.MustDate("2006"), lineage.Query{})
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range members {
		fmt.Println(m.Membership.State, m.Answer, "joined in it:", m.Joined)
	}
	// Output:
	// BY yes joined in it: no
	// KG yes joined in it: no
	// KZ yes joined in it: no
	// RU yes joined in it: no
	// TJ yes joined in it: no
	// UZ yes joined in it: yes
}

func ExampleAtlas_LineageMembersOn() {
	for _, on := range []string{"1996-01-01", "2001-01-01", "2003-01-01", "2015-01-01"} {
		members, err := atlas.LineageMembersOn("caeu", lineage.MustDate(on), lineage.Query{})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Print(on)
		for _, m := range members {
			fmt.Printf(" %s:%s", m.Organization.Short, m.Membership.State)
		}
		fmt.Println()
	}
	// Output:
	// 1996-01-01 CAEU:KG CAEU:KZ CAEU:UZ
	// 2001-01-01 CAEC:KG CAEC:KZ CAEC:TJ CAEC:UZ
	// 2003-01-01 CACO:KG CACO:KZ CACO:TJ CACO:UZ EurAsEC:BY EurAsEC:KG EurAsEC:KZ EurAsEC:RU EurAsEC:TJ
	// 2015-01-01 EAEU:BY EAEU:KZ EAEU:RU
}

func ExampleAtlas_Memberships() {
	memberships, err := atlas.Memberships("UZ", lineage.Query{Roles: lineage.EveryRole})
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range memberships {
		fmt.Println(m.Organization.Short, m.Membership.Role, m.Interval, m.Suspensions())
	}
	// Output:
	// CAEU member 1994-04-30 – 1998-07-17 []
	// CAEC member 1998-07-17 – 2002-02-28 []
	// CACO member 2002-02-28 – 2006-01-25 []
	// EurAsEC member 2006-01-25 – 2015-01-01 [2008-10-20 – 2015-01-01]
	// EAEU observer 2020-12-11 – []
}

func ExampleAtlas_OrganizationsOn() {
	for _, on := range []string{"2001-05-30", "2006-01"} {
		for _, p := range atlas.OrganizationsOn(lineage.MustDate(on), lineage.Query{}) {
			fmt.Println(on, p.Organization.Short, p.Answer)
		}
	}
	// Output:
	// 2001-05-30 CAEC yes
	// 2001-05-30 EurAsEC yes
	// 2006-01 EurAsEC yes
	// 2006-01 CACO maybe
}

func ExampleAtlas_Life() {
	for _, basis := range []lineage.Basis{lineage.ByEffect, lineage.BySignature} {
		life, err := atlas.Life("eurasec", basis)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(basis, life.Interval)
	}
	// Output:
	// effective 2001-05-30 – 2015-01-01
	// signed 2000-10-10 – 2015-01-01
}

func ExampleAtlas_Identity() {
	for _, level := range lineage.AllIdentities() {
		same, err := atlas.Identity("caec", level)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(level, shorts(same))
	}
	// Output:
	// name CAEC
	// renamed CAEU CAEC
	// renamed+transformed CAEU CAEC CACO
}

func ExampleAtlas_Predecessors() {
	successions, err := atlas.Predecessors("eurasec")
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range successions {
		fmt.Println(s.From, s.How, s.Date())
	}
	// Output:
	// caco absorbed 2006-01-25
}

func ExampleAtlas_Successors() {
	successions, err := atlas.Successors("caeu")
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range successions {
		fmt.Println(s.How, s.To, s.Date())
	}
	// Output:
	// renamed caec 1998-07-17
}

func ExampleAtlas_Ancestors() {
	ancestors, err := atlas.Ancestors("eurasec")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(shorts(ancestors))
	// Output:
	// CAEU CAEC CACO
}

func ExampleAtlas_Descendants() {
	descendants, err := atlas.Descendants("caco")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(shorts(descendants))
	// Output:
	// EurAsEC EAEU
}

func ExampleAtlas_Lineage() {
	line, err := atlas.Lineage("caco")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(shorts(line))
	// Output:
	// CAEU CAEC CACO EurAsEC EAEU
}

func ExampleAtlas_Family() {
	family, err := atlas.Family("eaeu")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(shorts(family))
	// Output:
	// CAEU CAEC CACO EurAsEC EAEU
}

func ExampleAtlas_Paths() {
	paths, err := atlas.Paths("caeu", "eaeu")
	if err != nil {
		log.Fatal(err)
	}
	for path := range paths {
		for _, s := range path {
			fmt.Println(s.Date(), s.From, s.How, s.To)
		}
	}
	// Output:
	// 1998-07-17 caeu renamed caec
	// 2002-02-28 caec transformed caco
	// 2006-01-25 caco absorbed eurasec
	// 2015-01-01 eurasec replaced eaeu
}

// Between the end of EurAsEC and its accession to the EAEU Kyrgyzstan was in
// neither.
func ExampleAtlas_Continuity() {
	path, err := atlas.Continuity("KG", "caeu", lineage.Query{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("the lineage:", path.Life)
	for _, st := range path.Stints {
		fmt.Println(st.Organization.Short, st.Interval)
	}
	for _, g := range path.Gaps {
		days, _ := g.Days()
		fmt.Println("gap", g.Kind, g.Interval, days, "days")
	}
	// Output:
	// the lineage: 1994-04-30 –
	// CAEU 1994-04-30 – 1998-07-17
	// CAEC 1998-07-17 – 2002-02-28
	// EurAsEC 2001-05-30 – 2015-01-01
	// CACO 2002-02-28 – 2006-01-25
	// EAEU 2015-08-12 –
	// gap between 2015-01-01 – 2015-08-12 223 days
}

func ExampleAtlas_Changes() {
	changes, err := atlas.Changes(
		lineage.Point{Organization: "eurasec", On: lineage.MustDate("2014-12-31")},
		lineage.Point{Organization: "eaeu", On: lineage.MustDate("2015-01-02")},
		lineage.Query{})
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range changes.Stayed {
		fmt.Println("stayed:", c.State.Name)
	}
	for _, c := range changes.Left {
		fmt.Print("did not follow: ", c.State.Name)
		for _, st := range c.Later {
			fmt.Print("; ", st.Membership.Role, " since ", st.Since)
		}
		fmt.Println()
	}
	for _, c := range changes.Joined {
		fmt.Println("joined:", c.State.Name)
	}
	// Output:
	// stayed: Belarus
	// stayed: Kazakhstan
	// stayed: Russia
	// did not follow: Kyrgyzstan; member since 2015-08-12
	// did not follow: Tajikistan
	// did not follow: Uzbekistan; observer since 2020-12-11
	// joined: Armenia
}

func ExampleAtlas_Events() {
	events, err := atlas.Events("caco")
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range events {
		fmt.Print(e.Dating.On, " ", e.What, " ", e.Dating.Step)
		if e.State != nil {
			fmt.Print(" of ", e.State.Name)
		}
		fmt.Println()
	}
	// Output:
	// 2002-02-28 founding effective
	// 2002-02-28 succession effective
	// 2004-05-28 accession decided of Russia
	// 2004-10-18 accession effective of Russia
	// 2005-10-06 end decided
	// 2006-01-25 end effective
}

func ExampleAtlas_Shared() {
	together, err := atlas.Shared([]lineage.StateID{"KG", "RU"}, lineage.Query{})
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range together {
		fmt.Println(s.Organization.Short, s.Interval)
	}
	// Output:
	// EurAsEC 2001-05-30 – 2015-01-01
	// CACO 2004-10-18 – 2006-01-25
	// EAEU 2015-08-12 –
}

func ExampleAtlas_Panel() {
	cells, err := atlas.Panel([]lineage.OrgID{"eurasec", "eaeu"}, 2014, 2015, lineage.Query{})
	if err != nil {
		log.Fatal(err)
	}
	for c := range cells {
		if s := c.Membership.State; s == "KG" || s == "TJ" {
			fmt.Println(c.Organization.Short, c.Year, s, "joined:", c.Joined, "member on 31 December:", c.AtEnd)
		}
	}
	// Output:
	// EurAsEC 2014 KG joined: no member on 31 December: yes
	// EurAsEC 2014 TJ joined: no member on 31 December: yes
	// EAEU 2015 KG joined: yes member on 31 December: yes
}

// What was read to know all that the atlas says of CACO.
func ExampleAtlas_Cited() {
	citations, err := atlas.Cited("caco")
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range citations {
		fmt.Println(c.Source.ID, c.Uses.All())
	}
	// Output:
	// caco-treaty [held]
	// ecetrade [held]
	// ilt [rival]
	// jamestown-2004 [held]
	// rferl-2005 [held]
	// uz-protocol [held]
}

func ExampleNew_problems() {
	_, err := lineage.New(lineage.Dataset{
		Organizations: []lineage.Organization{{
			ID: "caco", Name: "Central Asian Cooperation Organization", Short: "CACO", Kind: "cooperation organization",
			Founded: lineage.Steps{{Step: lineage.Effective, On: lineage.MustDate("2002-02-28")}},
			Ended:   effective("2001", "rferl"),
		}},
	})
	var problems lineage.Problems
	errors.As(err, &problems)
	for _, p := range problems {
		fmt.Println(p)
	}
	// Output:
	// caco: ended on 2001, before it began on 2002-02-28 [end-before-beginning]
	// caco: source "rferl" is not in sources.yaml [unknown-source]
	// caco: names no source; add sources: [...] [no-source]
}

func ExampleAtlas_Coverage() {
	atlas, err := lineage.New(core)
	if err != nil {
		log.Fatal(err)
	}
	coverages, err := atlas.Coverage("caco")
	if err != nil {
		log.Fatal(err)
	}
	caco := coverages[0]
	fmt.Println(caco.All.ToTheDay, "of", caco.All.Number, "facts are dated to the day")
	for _, f := range caco.Facts {
		if f.State != nil && f.State.ID == "RU" {
			fmt.Println(f.State.ID, f.What, f.On, "lacks", f.Lacks())
		}
	}
	// Output:
	// 8 of 8 facts are dated to the day
	// RU accession 2004-10-18 lacks [act second-source]
}
