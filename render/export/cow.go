package export

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/orglineage/orglineage/lineage"
)

// The codes of the Correlates of War tables.
const (
	cowAbsent    = 0
	cowFull      = 1
	cowAssociate = 2
	cowObserver  = 3
	cowMissing   = -9
	cowOutside   = -1
)

// COW writes the selection in the layout and with the codes of the Correlates of
// War table of organizations by years: ioname, orgname, year, and a column for
// each state.
//
//	 1  full member: member, or party of a treaty
//	 2  associate member
//	 3  observer
//	 0  none of these; partners, candidates and guests have no code
//	-9  not known: the dates leave open what it was on any day of the year
//	-1  the state was not there: gone, or not yet going on with the one before it
//
// A code is of the best role of any day of the year, so a state has it for the year
// in which it joined and for the one in which it left. A suspended member is a
// member.
//
// There is a row for each year of an organization; where the period of the
// selection is open, they end as those of [Panel] do. Ioname is the acronym of the
// organization, or its ID where the acronym may mean something else. The columns
// are all states of the atlas, but no territories and no organizations, by the
// names that the published tables give them as far as those are known, else the
// name without blanks and signs.
func COW(w io.Writer, atlas *lineage.Atlas, sel Selection) error {
	orgs, err := sel.organizations(atlas)
	if err != nil {
		return err
	}
	var states []*lineage.State
	head := []string{"ioname", "orgname", "year"}
	for _, s := range atlas.States() {
		if s.Kind == lineage.Sovereign {
			states = append(states, s)
			head = append(head, cowColumn(s, head))
		}
	}
	codes := cowCodes{}
	if err := sel.panel(atlas, codes.add); err != nil {
		return err
	}
	records := [][]string{head}
	_, newest := datedDays(atlas)
	for _, o := range orgs {
		first, last, err := sel.yearsOf(atlas, o.ID, newest)
		if err != nil {
			return err
		}
		name := ioname(atlas, o)
		for year := first; year <= last; year++ {
			rec := []string{name, o.Name, strconv.Itoa(year)}
			for _, s := range states {
				rec = append(rec, strconv.Itoa(codes.code(o.ID, year, s)))
			}
			records = append(records, rec)
		}
	}
	return WriteRecords(w, records)
}

// cowNames are the columns of the published tables that are not the name of the
// state, by its number in the state system.
var cowNames = map[int]string{2: "usa", 200: "uk", 343: "macedonia", 640: "turkey"}

// cowColumn returns the column of a state, which is none of the others.
func cowColumn(s *lineage.State, others []string) string {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s.Name)
	if known := cowNames[s.COWNumber]; known != "" {
		letters = known
	}
	if letters == "" || slices.Contains(others, letters) {
		return letters + strings.ToLower(string(s.ID))
	}
	return letters
}

// ioname returns what an organization is called in a column where each name may
// stand for one.
func ioname(atlas *lineage.Atlas, o *lineage.Organization) string {
	if found, err := atlas.Organization(o.Short); err == nil && found.ID == o.ID {
		return o.Short
	}
	return string(o.ID)
}

type cowKey struct {
	organization lineage.OrgID
	state        lineage.StateID
	year         int
}

// cowCodes are the best roles that a state held on some day of a year, for
// certain and possibly, as codes.
type cowCodes map[cowKey][2]int

func (c cowCodes) add(r *panelRow) {
	code := cowAbsent
	switch {
	case r.role.Full():
		code = cowFull
	case r.role == lineage.Associate:
		code = cowAssociate
	case r.role == lineage.Observer:
		code = cowObserver
	}
	if code == cowAbsent {
		return
	}
	key := cowKey{r.organization.ID, r.state, r.year}
	have := c[key]
	better := func(old int) int {
		if old == cowAbsent || code < old {
			return code
		}
		return old
	}
	if have[1] = better(have[1]); r.certainty == lineage.Yes {
		have[0] = better(have[0])
	}
	c[key] = have
}

func (c cowCodes) code(id lineage.OrgID, year int, s *lineage.State) int {
	switch have := c[cowKey{id, s.ID, year}]; {
	case have[0] != have[1]:
		return cowMissing // it may have been more than is certain
	case have[0] != cowAbsent:
		return have[0]
	case outside(s, year):
		return cowOutside
	}
	return cowAbsent
}

// outside reports whether the state was certainly not there in the year, as far
// as the atlas knows.
func outside(s *lineage.State, year int) bool {
	if s.Gone != nil {
		if _, gone := s.Gone.On.Bounds(); gone != lineage.MaxDay && gone <= lineage.DayOf(year, 1, 1) {
			return true
		}
	}
	if s.Continues != nil {
		if since, _ := s.Continues.Since.Bounds(); since != lineage.MinDay && since > lineage.DayOf(year, 12, 31) {
			return true
		}
	}
	return false
}
