package contest

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/orglineage/orglineage/data"
	"github.com/orglineage/orglineage/examples/invented"
	"github.com/orglineage/orglineage/lineage"
)

// dirVar names the folder with the files of the contest. Without it the
// benchmarks invent the table. Answers are written there, for .ci/bench to
// compare with those of others.
const dirVar = "CONTEST_DIR"

// A player is the table, what is asked of it, and the atlas that answers.
type player struct {
	Ask
	table *invented.Table
	atlas *lineage.Atlas
}

// load reads the table and makes an atlas of it.
func load(dir string) (*player, error) {
	var p player
	if dir == "" {
		p.table = invented.New(invented.Published)
	} else {
		f, err := os.Open(filepath.Join(dir, "igo.csv"))
		if err != nil {
			return nil, err
		}
		defer f.Close()
		if p.table, err = invented.Read(f); err != nil {
			return nil, err
		}
		g, err := os.Open(filepath.Join(dir, "successions.csv"))
		if err != nil {
			return nil, err
		}
		defer g.Close()
		if err := ReadSuccessions(g, p.table); err != nil {
			return nil, err
		}
	}
	p.Ask = AskOf(p.table)
	var err error
	p.atlas, err = lineage.New(p.table.Dataset())
	return &p, err
}

// only asks for what a table by years calls full members.
var only = lineage.Query{Roles: lineage.RolesOf(lineage.Member)}

func (p *player) orgIDs(of []int) []lineage.OrgID {
	var ids []lineage.OrgID
	for _, o := range of {
		ids = append(ids, invented.OrgID(o))
	}
	return ids
}

// A question is asked in two ways: ask does what a program would do, and answer
// returns the answer as lines of text.
type question struct {
	name   string
	ask    func() error
	answer func() ([]string, error)
}

func (p *player) questions() []question {
	org, state, year := invented.OrgID(p.Organization), invented.StateID(p.State), lineage.YearDate(p.Year)
	all := p.atlas.Organizations()
	six := p.orgIDs(p.Six)
	var five []lineage.StateID
	for _, s := range p.Five {
		five = append(five, invented.StateID(s))
	}
	orgNames, stateNames := map[lineage.OrgID]string{}, map[lineage.StateID]string{}
	for i, name := range p.table.OrgNames {
		orgNames[invented.OrgID(i)] = name
	}
	for i, name := range p.table.StateNames {
		stateNames[invented.StateID(i)] = name
	}
	qs := []question{
		{
			"members",
			func() error { _, err := p.atlas.MembersDuring(org, year, only); return err },
			func() (lines []string, err error) {
				sts, err := p.atlas.MembersDuring(org, year, only)
				for _, st := range sts {
					lines = append(lines, stateNames[st.Membership.State])
				}
				return lines, err
			},
		},
		{
			"memberships",
			func() error { _, err := p.atlas.MembershipsDuring(state, year, only); return err },
			func() (lines []string, err error) {
				sts, err := p.atlas.MembershipsDuring(state, year, only)
				for _, st := range sts {
					lines = append(lines, orgNames[st.Organization.ID])
				}
				return lines, err
			},
		},
		{
			"every",
			func() error {
				for _, o := range all {
					if _, err := p.atlas.MembersDuring(o.ID, year, only); err != nil {
						return err
					}
				}
				return nil
			},
			func() (lines []string, err error) {
				for _, o := range all {
					sts, err := p.atlas.MembersDuring(o.ID, year, only)
					if err != nil {
						return nil, err
					}
					for _, st := range sts {
						lines = append(lines, orgNames[o.ID]+","+stateNames[st.Membership.State])
					}
				}
				return lines, nil
			},
		},
		{
			"panel",
			func() error {
				cells, err := p.atlas.Panel(six, p.First, p.Last, only)
				if err != nil {
					return err
				}
				for range cells {
				}
				return nil
			},
			func() (lines []string, err error) {
				cells, err := p.atlas.Panel(six, p.First, p.Last, only)
				if err != nil {
					return nil, err
				}
				for c := range cells {
					lines = append(lines, fmt.Sprintf("%s,%d,%s", orgNames[c.Organization.ID], c.Year, stateNames[c.Membership.State]))
				}
				return lines, nil
			},
		},
		{
			"shared",
			func() error { _, err := p.atlas.Shared(five, only); return err },
			func() (lines []string, err error) {
				shared, err := p.atlas.Shared(five, only)
				for _, s := range shared {
					lines = append(lines, orgNames[s.Organization.ID])
				}
				return lines, err
			},
		},
	}
	if p.Lineage >= 0 {
		id := invented.OrgID(p.Lineage)
		qs = append(qs, question{
			"lineage",
			func() error { _, err := p.atlas.Lineage(id); return err },
			func() (lines []string, err error) {
				line, err := p.atlas.Lineage(id)
				for _, o := range line {
					lines = append(lines, orgNames[o.ID])
				}
				return lines, err
			},
		})
	}
	return qs
}

// BenchmarkQuestions makes atlases of the table in its two forms, as users do. Then
// it asks each question in process, and first writes the answers where there is a
// folder for them; for these, a year counts from its first day to its last.
func BenchmarkQuestions(b *testing.B) {
	dir := os.Getenv(dirVar)
	p, err := load(dir)
	if err != nil {
		b.Fatal(err)
	}
	for name, write := range map[string]func(io.Writer) error{"load": p.table.WriteWide, "list": p.table.WriteSpells} {
		var text bytes.Buffer
		if err := write(&text); err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := data.LoadTable(name, bytes.NewReader(text.Bytes()), data.TableOptions{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	for _, q := range p.questions() {
		if dir != "" {
			lines, err := q.answer()
			if err != nil {
				b.Fatal(err)
			}
			if err := write(filepath.Join(dir, "answers", "lineage"), q.name, lines); err != nil {
				b.Fatal(err)
			}
		}
		b.Run(q.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := q.ask(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// write writes an answer as all contestants do: its lines once each, in order.
func write(dir, name string, lines []string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	once := map[string]bool{}
	for _, l := range lines {
		once[l] = true
	}
	text := strings.Join(slices.Sorted(maps.Keys(once)), "\n") + "\n"
	return os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666)
}

// TestQuestions checks that what is asked has an answer: an empty one would make
// every contestant fast.
func TestQuestions(t *testing.T) {
	t.Parallel()
	p, err := load("")
	if err != nil {
		t.Fatal(err)
	}
	least := map[string]int{"members": 10, "memberships": 20, "every": 5000, "panel": 10_000, "shared": 20, "lineage": 5}
	for _, q := range p.questions() {
		if lines, err := q.answer(); err != nil || len(lines) < least[q.name] {
			t.Errorf("%s has %d answers, %v", q.name, len(lines), err)
		}
	}
}
