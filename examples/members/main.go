// Members asks who was in an organization, on a day and during a year.
package main

import (
	"fmt"
	"log"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
)

func main() {
	atlas, err := data.BuiltIn()
	if err != nil {
		log.Fatal(err)
	}

	on := lineage.MustDate("2004-07-01")
	members, err := atlas.MembersOn("caco", on, lineage.Query{Disputed: true})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("CACO on", on)
	for _, m := range members {
		fmt.Println(" ", m.Membership.State, m.Answer, "since", m.Since)
		for _, c := range m.Contested() {
			fmt.Println("      but", c.Answer, "if it was", c.Claim.On, c.Claim.Sources)
		}
	}

	members, err = atlas.MembersDuring("eurasec", lineage.YearDate(2008), lineage.Query{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("EurAsEC during 2008")
	for _, m := range members {
		fmt.Println(" ", m.Membership.State, m.Answer, "suspended:", m.Suspended)
	}
}
