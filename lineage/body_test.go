package lineage

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// bodyUnderTwoNames was renamed on 1998-07-17, and transformed on 2002-02-28.
func bodyUnderTwoNames() Dataset {
	goesOn := func(m Membership) Membership {
		m.Joined = Accession{How: Continued, Sources: []SourceID{"s"}}
		return m
	}
	return dataset(
		body("union", "1994-04-30", "1998-07-17", founder("KZ"), founder("UZ").left("1998-01-01"), joined("KG", "1996", "1995-05-05")),
		body("community", "1998-07-17", "2002-02-28", goesOn(founder("KZ")), goesOn(founder("KG")).suspendedFor("2000-01-01", "2000-06-01"), joined("UZ", "1999-01-01")).after("union", Renamed, "1998-07-17"),
		body("organization", "2002-02-28", "", founder("KZ")).after("community", Transformed, "2002-02-28"),
	)
}

func TestMembersOfABody(t *testing.T) {
	t.Parallel()
	a := mustNew(t, bodyUnderTwoNames())
	for _, tt := range []struct {
		on     string
		level  Identity
		want   []string
		reason string
	}{
		{"1998", SameBody, []string{"KG yes since 1996 until 2002-02-28", "KZ yes since 1994-04-30 until 2002-02-28"}, "whatever the day, it bore one name or the other; who left stayed away until later"},
		{"1998", SameName, []string{"KG maybe since 1996 until 1998-07-17", "KZ maybe since 1994-04-30 until 1998-07-17"}, "under this name alone it depends on the day"},
		{"1999-06-01", SameBody, []string{"KG yes since 1996 until 2002-02-28", "KZ yes since 1994-04-30 until 2002-02-28", "UZ yes since 1999-01-01 until 2002-02-28"}, "who came back joined again"},
		{"1996-03-01", SameBody, []string{"KG maybe since 1996 until 2002-02-28", "KZ yes since 1994-04-30 until 2002-02-28", "UZ yes since 1994-04-30 until 1998-01-01"}, "the accession stays as vague as it is"},
		{"2002", SameLine, []string{"KG maybe since 1996 until 2002-02-28", "KZ yes since 1994-04-30 until ", "UZ maybe since 1999-01-01 until 2002-02-28"}, "founders of the transformed body go on as well"},
	} {
		var got []string
		for _, st := range must[[]Standing](t)(a.MembersOn("union", MustDate(tt.on), Query{Identity: tt.level})) {
			got = append(got, string(st.Membership.State)+" "+st.Answer.String()+" since "+st.Since.String()+" until "+st.Until.String())
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("on %s as %s (%s; -want +got):\n%s", tt.on, tt.level, tt.reason, diff)
		}
	}
}

// TestJoint checks what a membership under two names tells of itself.
func TestJoint(t *testing.T) {
	t.Parallel()
	a := mustNew(t, bodyUnderTwoNames())
	sts := must[[]Standing](t)(a.MembersDuring("community", YearDate(1998), Query{Identity: SameBody}))
	if brief(sts) != "KG KZ" {
		t.Fatalf("members of 1998: %s, want KG and KZ once each", brief(sts))
	}
	kg := &sts[0]
	if kg.Joined != No || kg.Left != No {
		t.Errorf("joined %s, left %s; a rename is neither", kg.Joined, kg.Left)
	}
	if n := len(kg.Suspensions()); n != 1 {
		t.Errorf("%d suspensions, want that under the second name", n)
	}
	if !kg.EndedWithOrganization() || kg.Began().On != YearDate(1996) {
		t.Errorf("ended with the organization: %v; began %v", kg.EndedWithOrganization(), kg.Began().On)
	}
	if cs := kg.Disputes(); len(cs) != 1 || cs[0].Claim.On != MustDate("1995-05-05") {
		t.Errorf("disputes %v, want the one of the accession", cs)
	}
}
