package data

import (
	"bytes"
	"fmt"
	"strconv"
	"testing"

	"github.com/orglineage/orglineage/lineage"
)

// published makes up a table of the size and the shape of the published one by
// organizations: 534 organizations, 19,335 rows, 217 states, some 19,000
// memberships, 10 MB, with metadata around the states.
func published() []byte {
	var b bytes.Buffer
	b.WriteString("ioname,orgname,year")
	for s := range 217 {
		fmt.Fprintf(&b, ",state%c%c", 'a'+s/26, 'a'+s%26)
	}
	b.WriteString(",sdate,deaddate,longorgname,ionum,version\n")
	for org := range 534 {
		years := 36 + 1/(1+org/111)
		since := 2015 - years
		dead := ""
		if org%5 == 0 {
			since -= 20
			dead = strconv.Itoa(since + years - 1)
		}
		for y := range years {
			fmt.Fprintf(&b, `ORG%d,"Organization, number %d",%d`, org, org, since+y)
			for s := range 217 {
				code, x := 0, (s*7+org*3)%13
				switch {
				case s > 200 && y < 10:
					code = -1
				case x < 2:
					if y >= s%20 && (y < 30 || s%3 > 0) {
						code = 1
					}
					if (s+org)%97 == 0 && y == 22 {
						code = -9
					}
				case x == 2 && s%9 == 0 && y > 5:
					code = 3 - 2*min(1, y/20)
				}
				b.WriteByte(',')
				b.WriteString(strconv.Itoa(code))
			}
			fmt.Fprintf(&b, ",%d,%s,Long name of organization %d,%d,3\n", since, dead, org, org*10)
		}
	}
	return b.Bytes()
}

// BenchmarkReadTable reads the whole of it and asks one question.
func BenchmarkReadTable(b *testing.B) {
	table := published()
	b.SetBytes(int64(len(table)))
	b.ReportAllocs()
	for b.Loop() {
		atlas, err := LoadTable("published.csv", bytes.NewReader(table), TableOptions{})
		if err != nil {
			b.Fatal(err)
		}
		members, err := atlas.MembersOn("org7", lineage.MustDate("2014-12-31"), lineage.Query{})
		if err != nil || len(members) < 10 {
			b.Fatal(len(members), err)
		}
	}
}

// BenchmarkReadList reads the same as a list by dates, as export writes it.
func BenchmarkReadList(b *testing.B) {
	list := publishedList(b)
	b.SetBytes(int64(len(list)))
	b.ReportAllocs()
	for b.Loop() {
		atlas, err := LoadTable("published.csv", bytes.NewReader(list), TableOptions{})
		if err != nil {
			b.Fatal(err)
		}
		members, err := atlas.MembersOn("org7", lineage.MustDate("2014-12-31"), lineage.Query{})
		if err != nil || len(members) < 10 {
			b.Fatal(len(members), err)
		}
	}
}

// publishedList makes the list of the memberships of the published table.
func publishedList(tb testing.TB) []byte {
	set, err := ReadTable("published.csv", bytes.NewReader(published()), TableOptions{})
	if err != nil {
		tb.Fatal(err)
	}
	var list bytes.Buffer
	list.WriteString("organization,organization_name,state,state_name,role,since,until\n")
	for i := range set.Organizations {
		o := &set.Organizations[i]
		for j := range o.Members {
			m := &o.Members[j]
			_, since := m.Joined.Steps.For(lineage.ByEffect)
			if since.IsZero() {
				_, since = o.Founded.For(lineage.ByEffect)
			}
			_, until := m.Left.Steps.For(lineage.ByEffect)
			fmt.Fprintf(&list, "%s,%q,%s,%s,%s,%s,%s\n", o.ID, o.Name, m.State, m.State, m.Role, since, until)
		}
	}
	return list.Bytes()
}

func BenchmarkFiles(b *testing.B) {
	set, err := ReadTable("published.csv", bytes.NewReader(published()), TableOptions{})
	if err != nil {
		b.Fatal(err)
	}
	spells := 0
	for i := range set.Organizations {
		spells += len(set.Organizations[i].Members)
	}
	b.ReportMetric(float64(spells), "memberships")
	for b.Loop() {
		if _, err := Files(set); err != nil {
			b.Fatal(err)
		}
	}
}
