package lineage

import (
	"fmt"
	"testing"
)

// six is an organization of six members, one of which is suspended.
func six() Dataset {
	return dataset(body("x", "2000-10-10", "2015-01-01",
		founder("BY"), founder("KG"), founder("KZ"), founder("RU"), founder("TJ"),
		joined("UZ", "2006-01-25").suspendedFor("2008-10-20", "")))
}

func BenchmarkMembersOn(b *testing.B) {
	a := mustNew(b, six())
	on := MustDate("2008-12-31")
	b.ReportAllocs()
	for b.Loop() {
		sts, err := a.MembersOn("x", on, Query{})
		if err != nil || len(sts) != 6 {
			b.Fatal(err)
		}
	}
}

func BenchmarkMembersDuring(b *testing.B) {
	a := mustNew(b, six())
	in := YearDate(2008)
	b.ReportAllocs()
	for b.Loop() {
		sts, err := a.MembersDuring("x", in, Query{})
		if err != nil || len(sts) != 6 {
			b.Fatal(err)
		}
	}
}

func BenchmarkMemberships(b *testing.B) {
	a := mustNew(b, southern())
	b.ReportAllocs()
	for b.Loop() {
		sts, err := a.Memberships("NA", Query{Roles: EveryRole})
		if err != nil || len(sts) != 5 {
			b.Fatal(len(sts), err)
		}
	}
}

func BenchmarkContinuity(b *testing.B) {
	a := mustNew(b, southern())
	b.ReportAllocs()
	for b.Loop() {
		if _, err := a.Continuity("SC", "fls", Query{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkNew makes atlases of chains of organizations with ten members each.
func BenchmarkNew(b *testing.B) {
	for _, n := range []int{20, 500} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := chain(n)
			b.ReportAllocs()
			for b.Loop() {
				mustNew(b, d)
			}
		})
	}
}

// chain is a line of organizations, each of which replaced the one before.
func chain(n int) Dataset {
	orgs := make([]Organization, n)
	for i := range orgs {
		since, until := DayOf(1900, 1, 1)+Day(100*i), ""
		if i < n-1 {
			until = (since + 100).String()
		}
		o := body(OrgID(fmt.Sprintf("o%05d", i)), since.String(), until)
		for j := range 10 {
			o.Members = append(o.Members, founder(StateID(fmt.Sprintf("S%d", j))))
		}
		if i > 0 {
			o = o.after(OrgID(fmt.Sprintf("o%05d", i-1)), Replaced, since.String())
		}
		orgs[i] = o
	}
	return dataset(orgs...)
}
