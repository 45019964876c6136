package data_test

import (
	"fmt"
	"log"
	"slices"
	"strings"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/lineage"
)

// A table laid over the built-in atlas: what it contradicts is a rival, whose
// source it is.
func ExampleOverlay() {
	const table = "ioname,orgname,year,kzk,tajikistan\n" +
		"CAEC,Central Asian Economic Community,1998,1,0\n" +
		"CAEC,Central Asian Economic Community,1999,1,1\n"
	theirs, err := data.ReadTable("theirs.csv", strings.NewReader(table), data.TableOptions{})
	if err != nil {
		log.Fatal(err)
	}
	builtIn, err := data.BuiltIn()
	if err != nil {
		log.Fatal(err)
	}
	both, err := data.Overlay(builtIn.Dataset(), theirs)
	if err != nil {
		log.Fatal(err)
	}
	atlas, err := lineage.New(both)
	if err != nil {
		log.Fatal(err)
	}
	members, err := atlas.MembersOn("caec", lineage.MustDate("1998-12-31"), lineage.Query{})
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range members {
		for _, c := range m.Contested() {
			if slices.Contains(c.Claim.Sources, "theirs") {
				fmt.Println(m.Membership.State, m.Answer, "since", m.Since, "but by theirs since", c.Claim.On)
			}
		}
	}
	// Output: TJ yes since 1998-07-17 but by theirs since 1999
}
