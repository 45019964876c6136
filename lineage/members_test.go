package lineage

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMembersOn asks the southern data set, whose dates are vague in places.
func TestMembersOn(t *testing.T) {
	t.Parallel()
	a := mustNew(t, southern())
	for _, test := range []struct {
		org    OrgID
		on     string
		q      Query
		want   string
		reason string
	}{
		{"fls", "1974-12-31", Query{}, "", "before the founding"},
		{"fls", "1975-06-01", Query{}, "AO? BW? TZ? ZM?", "founded in 1975, nobody says when; Angola may have joined as early"},
		{"fls", "1976-06-01", Query{}, "AO? BW TZ ZM", "1976~ is from 1975 to 1977"},
		{"fls", "1978-01-01", Query{}, "AO BW TZ ZM", "1976~ is over"},
		{"fls", "1978-01-01", everyone, "AO BW NA? TZ ZM", "an observer of whom nobody says since when"},
		{"fls", "1980-04-01", everyone, "", "nobody is a member of what has ended"},
		{"sadcc", "1985-01-01", Query{}, "AO BW TZ ZM", "a mere claim makes no member"},
		{"sadcc", "1985-12-31", Query{Disputed: true}, "AO BW MG! TZ ZM", "but it is shown on demand"},
		{"sadcc", "1984-12-31", Query{Disputed: true}, "AO BW TZ ZM", "from when on it is claimed"},
		{"sadcc", "1990-03-21", Query{}, "AO BW NA TZ ZM", "on the day of accession"},
		{"sadcc", "1992-08-16", Query{}, "AO BW NA TZ ZM", "the last day"},
		{"sadcc", "1992-08-17", Query{}, "", "the first day of the next organization"},
		{"sadcc", "1992-08-17", Query{Identity: SameLine}, "AO BW NA TZ ZM", "with the next organization"},
		{"sadcc", "1992-08-17", Query{Identity: SameBody}, "", "it was more than renamed"},
		{"sadc", "2004-06-30", Query{}, "AO BW MU NA SC TZ ZM", "the day before the Seychelles left"},
		{"sadc", "2004-07-01", Query{}, "AO BW MU NA TZ ZM", "the first day without them"},
		{"sadc", "2008-08-15", Query{}, "AO BW MG MU NA SC? TZ ZM", "back in August 2008"},
		{"sadc", "2008-08-31", Query{}, "AO BW MG MU NA SC TZ ZM", "back by then"},
		{"comesa", "1995-06-01", everyone, "AO NA? TZ ZM", "observer since 1995"},
		{"comesa", "1998-06-01", everyone, "AO NA? NA? TZ ZM", "observer or member"},
		{"comesa", "2030-01-01", Query{}, "AO? ZM", "Angola left in 2004 or later"},
	} {
		got := must[[]Standing](t)(a.MembersOn(test.org, MustDate(test.on), test.q))
		if brief(got) != test.want {
			t.Errorf("MembersOn(%s, %s, %+v) = %q, want %q (%s)", test.org, test.on, test.q, brief(got), test.want, test.reason)
		}
	}
}

func TestMembersDuring(t *testing.T) {
	t.Parallel()
	a := mustNew(t, southern())
	want := []string{
		"sadc MG member 2005-08-18 –: yes, suspended yes",
		"sadc MU member 1995-08-28 –: yes",
		"sadc NA member 1992-08-17 –: yes",
		"sadc SC member 2008-08 –: yes",
		"sadc TZ member 1992-08-17 –: yes",
		"sadc ZM member 1992-08-17 –: yes",
	}
	got := text(must[[]Standing](t)(a.MembersDuring("sadc", MustDate("2010"), Query{})))
	if diff := cmp.Diff(want, got[2:]); diff != "" {
		t.Errorf("2010 (-want +got):\n%s", diff)
	}
	for _, test := range []struct {
		org    OrgID
		in     string
		line   int
		want   string
		reason string
	}{
		{"sadc", "2004", 4, "sadc SC member 1997-09-08 – 2004-07-01: yes, left yes, but end 2003 says no", "it left in that year; a rival has it before"},
		{"sadc", "1997", 4, "sadc SC member 1997-09-08 – 2004-07-01: yes, joined yes", "it joined in that year"},
		{"sadc", "2009", 2, "sadc MG member 2005-08-18 –: yes, suspended yes", "suspended in March"},
		{"sadc", "2014-01", 2, "sadc MG member 2005-08-18 –: yes, suspended yes", "until the last but one day"},
		{"sadc", "2014-02", 2, "sadc MG member 2005-08-18 –: yes", "no longer"},
		{"comesa", "1995", 1, "comesa NA observer 1995 – 1998: yes, joined yes", "some day of that year"},
		{"fls", "1975-06", 1, "fls BW member 1975 – 1980-04-01: maybe, joined maybe", "founded in that month or another"},
	} {
		sts := must[[]Standing](t)(a.MembersDuring(test.org, MustDate(test.in), everyone))
		if got := text(sts); len(got) <= test.line || got[test.line] != test.want {
			t.Errorf("MembersDuring(%s, %s): line %d of %q, want %q (%s)", test.org, test.in, test.line, got, test.want, test.reason)
		}
	}
}

func TestLineageMembers(t *testing.T) {
	t.Parallel()
	a := mustNew(t, southern())
	for _, id := range []OrgID{"fls", "sadcc", "sadc"} {
		sts := must[[]Standing](t)(a.LineageMembersOn(id, MustDate("1992-08"), Query{}))
		if want := "AO? BW? NA? TZ? ZM? AO? BW? NA? TZ? ZM?"; brief(sts) != want {
			t.Errorf("LineageMembersOn(%s, 1992-08) = %q, want %q", id, brief(sts), want)
		}
		sts = must[[]Standing](t)(a.LineageMembersDuring(id, MustDate("1992-08"), Query{}))
		if want := "AO BW NA TZ ZM AO BW NA TZ ZM"; brief(sts) != want {
			t.Errorf("LineageMembersDuring(%s, 1992-08) = %q, want %q", id, brief(sts), want)
		}
	}
}

// TestReadings: how the steps, the organization and the claims make the dates
// of a membership. The membership asked for is the only one of organization x.
func TestReadings(t *testing.T) {
	t.Parallel()
	x := func(m Membership) Organization { return body("x", "1990-01-01", "2000-01-01", m) }
	signedOnly := body("x", "", "", founder("KZ"))
	signedOnly.Founded = Steps{step(Signed, "1994-04-30", "1994-01-10")}
	claimedInForce := signedOnly
	claimedInForce.Founded = Steps{step(Signed, "1994-04-30"), step(Effective, "", "1995-01-01")}
	approximate := signedOnly
	approximate.Founded = Steps{step(Signed, "1994~")}
	lateMember := signedOnly
	lateMember.Members = []Membership{joined("KZ", "1998-03-26")}
	contested := body("x", "1990-01-01", "2000-01-01", founder("KZ"))
	contested.Founded, contested.Ended = effect("1990-01-01", "1991-01-01"), effect("2000-01-01", "1999-01-01")
	own := contested
	own.Members = []Membership{joined("KZ", "1990-06-01").left("1999-06-01")}
	unknown := contested
	unknown.Members = []Membership{founder("KZ").as(Member)}
	unknown.Members[0].Joined.How = Acceded
	applied := joined("KZ", "")
	applied.Joined.Steps = Steps{step(Decided, "1994-05-28"), step(Effective, "1994-10-18", "1994-05-28")}
	claimedSignature := joined("KZ", "")
	claimedSignature.Joined.Steps = Steps{step(Signed, "", "1995-01-01")}
	claimedDeparture := founder("KZ")
	claimedDeparture.Left.Steps = effect("", "1995-01-01")
	twice := joined("KZ", "1991-01-01").suspendedFor("1995-01-01", "1997-01-01").suspendedFor("1995-06-01", "1996-01-01")
	twice.Suspensions[1].Began = effect("1995-06-01", "1996-01-01")
	early := joined("KZ", "1990-02-01")
	early.Joined.Steps = append(early.Joined.Steps, step(Decided, "1989-12-01"))

	for _, test := range []struct {
		o      Organization
		on     string
		basis  Basis
		want   string
		reason string
	}{
		{signedOnly, "1994-04-29", ByEffect, "x KZ member [1994-04-30..] –: no, but beginning 1994-01-10 says maybe", "not in force before it was signed; if signed before, it may have been"},
		{signedOnly, "1999-01-01", ByEffect, "x KZ member [1994-04-30..] –: maybe", "signature is not entry into force, whoever is right about it"},
		{signedOnly, "1994-04-29", BySignature, "x KZ member 1994-04-30 –: no, but beginning 1994-01-10 says yes", "by signature the day counts"},
		{claimedInForce, "1996-01-01", ByEffect, "x KZ member [1994-04-30..] –: maybe, but beginning 1995-01-01 says yes", "a claim of the very step that is asked for"},
		{approximate, "1993-01-01", ByEffect, "x KZ member [1993-01-01..] –: maybe", "1994~ may be 1993"},
		{lateMember, "1999-01-01", ByEffect, "x KZ member 1998-03-26 –: yes", "it cannot have joined what was not in force"},
		{contested, "1990-06-01", ByEffect, "x KZ member 1990-01-01 – 2000-01-01: yes, but beginning 1991-01-01 says no", "founders share the rivals of the founding"},
		{contested, "1999-06-01", ByEffect, "x KZ member 1990-01-01 – 2000-01-01: yes, but end 1999-01-01 says no", "and those of the end"},
		{own, "1990-07-01", ByEffect, "x KZ member 1990-06-01 – 1999-06-01: yes, but beginning 1991-01-01 says no", "nobody is in what does not exist yet"},
		{own, "1999-05-01", ByEffect, "x KZ member 1990-06-01 – 1999-06-01: yes, but end 1999-01-01 says no", "nor in what has ended"},
		{own, "1995-01-01", ByEffect, "x KZ member 1990-06-01 – 1999-06-01: yes", "no claim matters in between"},
		{unknown, "1989-01-01", ByEffect, "x KZ member ? – 2000-01-01: no", "an unknown date is within the life of the organization"},
		{unknown, "1990-06-01", ByEffect, "x KZ member ? – 2000-01-01: maybe, but beginning 1991-01-01 says no", "and a rival life bounds it too"},
		{unknown, "1999-12-31", ByEffect, "x KZ member ? – 2000-01-01: maybe, but end 1999-01-01 says no", "on the last day it may not have been there yet"},
		{x(applied), "1994-07-01", ByEffect, "x KZ member 1994-10-18 – 2000-01-01: no, but beginning 1994-05-28 says yes", "not yet, but disputed"},
		{x(applied), "1994-07-01", ByDecision, "x KZ member 1994-05-28 – 2000-01-01: yes", "by decision"},
		{x(applied), "1994-07-01", BySignature, "x KZ member 1994-10-18 – 2000-01-01: no, but beginning 1994-05-28 says yes", "no signature, so the next later step"},
		{x(claimedSignature), "1996-01-01", ByEffect, "x KZ member ? – 2000-01-01: no, but beginning 1995-01-01 says maybe", "a mere claim of a signature"},
		{x(claimedSignature), "1996-01-01", BySignature, "x KZ member ? – 2000-01-01: no, but beginning 1995-01-01 says yes", "by signature"},
		{x(claimedDeparture), "1996-01-01", ByEffect, "x KZ member 1990-01-01 – 2000-01-01: yes, but end 1995-01-01 says no", "a mere claim of a departure"},
		{x(twice), "1995-08-01", ByEffect, "x KZ member 1991-01-01 – 2000-01-01: yes, suspended yes", "one of two suspensions is enough, so the claim against the other changes nothing"},
		{x(early), "1989-12-15", ByDecision, "x KZ member 1989-12-01 – 2000-01-01: no", "admitted to what did not exist"},
		{x(early), "1990-01-15", ByDecision, "x KZ member 1989-12-01 – 2000-01-01: yes", "from its first day"},
		{x(founder("KZ").suspendedFor("1995", "")), "1996-01-01", ByEffect, "x KZ member 1990-01-01 – 2000-01-01: yes, suspended yes", "without an end it lasts as long as the membership"},
	} {
		a := mustNew(t, clone(dataset(test.o)))
		q := asOf(MustDate(test.on))
		if got := text([]Standing{ask(a.byID["x"], 0, test.basis, &q)})[0]; got != test.want {
			t.Errorf("on %s, %s:\n%s, want\n%s (%s)", test.on, test.basis, got, test.want, test.reason)
		}
	}
}

func TestStanding(t *testing.T) {
	t.Parallel()
	o := body("x", "1990-01-01", "2000-01-01", founder("KZ"), founder("UZ").left("1995-01-01", "1994-01-01").suspendedFor("1992", "1993"))
	o.Members[0].Left.Steps = effect("", "1995-01-01")
	o.Ended[0].Rivals = []Claim{{On: YearDate(2001), Sources: sourced}}
	a := mustNew(t, dataset(o))
	sts := must[[]Standing](t)(a.MembersOn("x", MustDate("1994-06-01"), Query{}))
	kz, uz := &sts[0], &sts[1]
	if got := kz.Began(); got != &a.byID["x"].Founded[0] {
		t.Errorf("a founder began with %v", got)
	}
	if got := kz.Ended(); got != &a.byID["x"].Organization.Ended[0] {
		t.Errorf("it ended with %v, want the end of the organization", got)
	}
	if !kz.EndedWithOrganization() || uz.EndedWithOrganization() {
		t.Error("KZ ended with the organization, UZ did not")
	}
	if got := len(kz.Disputes()); got != 2 {
		t.Errorf("%d disputes of KZ, want the departure and the end of the organization", got)
	}
	if got := uz.Suspensions(); len(got) != 1 || got[0].Interval != interval("1992", "1993") {
		t.Errorf("suspensions of UZ: %v", got)
	}
	if diff := cmp.Diff(sourced, uz.Sources()); diff != "" {
		t.Errorf("each source once (-want +got):\n%s", diff)
	}
}

func TestMemberships(t *testing.T) {
	t.Parallel()
	a := mustNew(t, southern())
	want := []string{
		"sadcc NA member 1990-03-21 – 1992-08-17: yes",
		"sadc NA member 1992-08-17 –: yes",
		"comesa NA observer 1995 – 1998: yes",
		"comesa NA member 1998 – 2004-05-02: yes",
		"fls NA observer ? – 1980-04-01: yes",
	}
	if diff := cmp.Diff(want, text(must[[]Standing](t)(a.Memberships("NA", everyone)))); diff != "" {
		t.Errorf("NA (-want +got):\n%s", diff)
	}
	want = []string{"sadc MG member 2005-08-18 –: yes, suspended yes"}
	if diff := cmp.Diff(want, text(must[[]Standing](t)(a.Memberships("MG", Query{})))); diff != "" {
		t.Errorf("MG (-want +got):\n%s", diff)
	}
	want = append(want, "sadcc MG member ? – 1992-08-17: no")
	if diff := cmp.Diff(want, text(must[[]Standing](t)(a.Memberships("MG", Query{Disputed: true})))); diff != "" {
		t.Errorf("MG with claims (-want +got):\n%s", diff)
	}
}
