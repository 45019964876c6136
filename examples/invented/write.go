package invented

import (
	"bufio"
	"fmt"
	"io"
	"strconv"

	"github.com/orglineage/orglineage/lineage"
)

// codes are those of the Correlates of War tables.
var codes = map[lineage.Role]string{lineage.Member: "1", lineage.Associate: "2", lineage.Observer: "3"}

// WriteWide writes the table as the published one is laid out: a row an
// organization and year, a column a state.
func (t *Table) WriteWide(w io.Writer) error {
	b := bufio.NewWriter(w)
	b.WriteString("ioname,orgname,year")
	for _, name := range t.StateNames {
		b.WriteString("," + name)
	}
	b.WriteString(",sdate,deaddate,longorgname,ionum,version\n")
	spells := t.Spells
	for o, life := range t.Lives {
		n := 0
		for n < len(spells) && spells[n].Organization == o {
			n++
		}
		for year := life.First; year <= life.Last; year++ {
			t.writeRow(b, o, year, spells[:n])
		}
		spells = spells[n:]
	}
	return b.Flush()
}

func (t *Table) writeRow(b *bufio.Writer, o, year int, spells []Spell) {
	name, life := t.OrgNames[o], t.Lives[o]
	fmt.Fprintf(b, `%s,"Organization, number %d",%d`, name, o, year)
	row := make([]string, t.States)
	for _, s := range spells {
		if s.First <= year && year <= s.Last {
			row[s.State] = codes[s.Role]
		}
	}
	for s, code := range row {
		switch {
		case code != "":
		case s%3 == 0 && year < 1960: // not yet a state
			code = "-1"
		case (s+o)%40 == 0:
			code = "-9"
		default:
			code = "0"
		}
		b.WriteByte(',')
		b.WriteString(code)
	}
	dead := ""
	if life.Last < t.Last {
		dead = strconv.Itoa(life.Last)
	}
	fmt.Fprintf(b, ",%d,%s,Invented organization number %d,%d,3\n", life.First, dead, o, 10*o)
}

// WriteSpells writes the spells as a list. The column until is the first day
// after the spell, and empty where it goes on.
func (t *Table) WriteSpells(w io.Writer) error {
	b := bufio.NewWriter(w)
	b.WriteString("organization,state,role,from,until\n")
	for _, s := range t.Spells {
		until := ""
		if s.Last < t.Last {
			until = fmt.Sprintf("%d-01-01", s.Last+1)
		}
		fmt.Fprintf(b, "%s,%s,%s,%d-01-01,%s\n", t.OrgNames[s.Organization], t.StateNames[s.State], s.Role, s.First, until)
	}
	return b.Flush()
}

// WriteSuccessions writes which organization replaced which, and when.
func (t *Table) WriteSuccessions(w io.Writer) error {
	b := bufio.NewWriter(w)
	b.WriteString("from,to,year\n")
	for _, s := range t.Successions {
		fmt.Fprintf(b, "%s,%s,%d\n", t.OrgNames[s.From], t.OrgNames[s.To], s.Year)
	}
	return b.Flush()
}
