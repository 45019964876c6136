package cow

import (
	"bytes"
	"fmt"
	"strconv"
	"testing"
)

// published makes up a table of the size of the published one by organizations:
// 534 organizations, 19,335 rows, 217 states, 10 MB, with metadata around the
// states.
func published() []byte {
	var b bytes.Buffer
	b.WriteString("ioname,orgname,year")
	for s := range 217 {
		fmt.Fprintf(&b, ",state%d", s)
	}
	b.WriteString(",sdate,deaddate,longorgname,ionum,version\n")
	rows := 0
	for org := range 534 {
		years := 36
		if org < 111 {
			years = 37
		}
		for y := range years {
			rows++
			year := 2015 - years + y
			fmt.Fprintf(&b, `ORG%d,"Organization, number %d",%d`, org, org, year)
			for s := range 217 {
				code := 0
				switch {
				case (s+y)%31 == 0:
					code = -9
				case s > 150 && y < 10:
					code = -1
				case (s*7+org)%6 == 0 && y > s%20:
					code = 1 + (s+org)%3
				}
				b.WriteByte(',')
				b.WriteString(strconv.Itoa(code))
			}
			fmt.Fprintf(&b, ",%d,,Long name of organization %d,%d,3\n", 2015-years, org, org*10)
		}
	}
	if rows != 19335 {
		panic(rows)
	}
	return b.Bytes()
}

// BenchmarkRead reads the whole of it, cell by cell.
func BenchmarkRead(b *testing.B) {
	table := published()
	b.SetBytes(int64(len(table)))
	for b.Loop() {
		members := 0
		_, err := Read(bytes.NewReader(table), Options{}, func(r *Record) {
			if r.Code == Full {
				members++
			}
		})
		if err != nil || members < 100000 {
			b.Fatal(members, err)
		}
	}
}

// BenchmarkReadSome reads a dozen of its states, as a comparison does.
func BenchmarkReadSome(b *testing.B) {
	table := published()
	b.SetBytes(int64(len(table)))
	for b.Loop() {
		_, err := Read(bytes.NewReader(table), Options{Columns: func(_ Layout, name string) bool { return len(name) == 6 }}, func(*Record) {})
		if err != nil {
			b.Fatal(err)
		}
	}
}
