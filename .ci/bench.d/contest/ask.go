// Package contest asks this project the questions that .ci/bench asks others as
// well, of the same table. Its program prepare makes the files that all of them
// read.
package contest

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/orglineage/orglineage/examples/invented"
	"github.com/orglineage/orglineage/lineage"
)

// An Ask says what the questions are about. Organizations and states are numbers
// in the table.
type Ask struct {
	Organization int   // of usual size
	State        int   // with as many memberships as half of the states have at least
	Year         int   // in which the two are asked for, and every organization
	Six          []int // the largest organizations, for the panel
	First, Last  int   // years of the panel
	Five         []int // the states with the most memberships, which share organizations
	Lineage      int   // the organization with the most ancestors; -1 where there are no successions
}

// AskOf chooses what to ask of a table: the same of the same table.
func AskOf(t *invented.Table) Ask {
	a := Ask{Year: t.Last - 14, First: t.Last - 23, Last: t.Last, Lineage: -1}
	members, memberships := make([]int, t.Organizations), make([]int, t.States)
	for _, s := range t.Spells {
		if s.Role == lineage.Member && s.First <= a.Year && a.Year <= s.Last {
			members[s.Organization]++
			memberships[s.State]++
		}
	}
	orgs, states := largest(members), largest(memberships)
	there := slices.IndexFunc(orgs, func(o int) bool { return members[o] == 0 })
	if there < 0 {
		there = len(orgs)
	}
	a.Organization, a.State = orgs[there/2], states[len(states)/2]
	a.Six, a.Five = orgs[:min(6, len(orgs))], states[:min(5, len(states))]
	ancestors := make([]int, t.Organizations)
	for _, s := range t.Successions { // older before younger
		ancestors[s.To] = ancestors[s.From] + 1
	}
	if len(t.Successions) > 0 {
		a.Lineage = largest(ancestors)[0]
	}
	return a
}

// largest returns the numbers of the counts, the largest count first.
func largest(counts []int) []int {
	all := make([]int, len(counts))
	for i := range all {
		all[i] = i
	}
	slices.SortStableFunc(all, func(x, y int) int { return cmp.Compare(counts[y], counts[x]) })
	return all
}

// Write writes what is asked, with the names of the table: a key and its values
// on each line, with tabs between them.
func (a Ask) Write(w io.Writer, t *invented.Table) error {
	b := bufio.NewWriter(w)
	orgs := func(os ...int) string { return named(t.OrgNames, os) }
	states := func(ss ...int) string { return named(t.StateNames, ss) }
	fmt.Fprintf(b, "organization\t%s\nstate\t%s\nyear\t%d\n", orgs(a.Organization), states(a.State), a.Year)
	fmt.Fprintf(b, "six\t%s\nfirst\t%d\nlast\t%d\nfive\t%s\n", orgs(a.Six...), a.First, a.Last, states(a.Five...))
	if a.Lineage >= 0 {
		fmt.Fprintf(b, "lineage\t%s\n", orgs(a.Lineage))
	}
	return b.Flush()
}

func named(names []string, of []int) string {
	var all []string
	for _, i := range of {
		all = append(all, names[i])
	}
	return strings.Join(all, "\t")
}

// ReadSuccessions reads what [invented.Table.WriteSuccessions] wrote.
func ReadSuccessions(r io.Reader, t *invented.Table) error {
	lines := bufio.NewScanner(r)
	lines.Scan() // the header
	for lines.Scan() {
		f := strings.Split(lines.Text(), ",")
		if len(f) != 3 {
			return fmt.Errorf("succession %q: want from,to,year", lines.Text())
		}
		year, err := strconv.Atoi(f[2])
		from, to := slices.Index(t.OrgNames, f[0]), slices.Index(t.OrgNames, f[1])
		if err != nil || from < 0 || to < 0 {
			return fmt.Errorf("succession %q: no such year or organization", lines.Text())
		}
		t.Successions = append(t.Successions, invented.Succession{From: from, To: to, Year: year})
	}
	return lines.Err()
}
