package render

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/orglineage/orglineage/lineage"
)

// TestMemberLines draws memberships that are told in a way of their own.
func TestMemberLines(t *testing.T) {
	t.Parallel()
	guest := as(lineage.Guest, member("BB", "accession", "1985-03-01"))
	guest.Left = lineage.Departure{How: lineage.Lapsed, Steps: dated("1985-03-02")}
	partner := as(lineage.Partner, member("DD", "accession", "1986-01-01"))
	partner.As = "dialogue partner"
	frozen := member("AA", "founding")
	frozen.Suspensions = []lineage.Suspension{{Began: lineage.Steps{{
		Step:   lineage.Effective,
		Rivals: []lineage.Claim{{On: lineage.MustDate("1988"), Sources: []lineage.SourceID{"s"}}},
	}}}}
	renamed := member("EE", "accession", "1989-01-01")
	renamed.Left = lineage.Departure{How: lineage.Withdrew, Steps: dated("1991-01-01")}
	d := sample()
	d.Organizations = []lineage.Organization{{
		ID: "club", Name: "Club", Short: "Club", Kind: "club", Founded: dated("[..1984-01-01]"),
		Members: []lineage.Membership{frozen, guest, partner, renamed},
	}}
	view, err := build(atlas(t, d), Succession{})
	if err != nil {
		t.Fatal(err)
	}
	want := []line{
		{"by 1 Jan 1984", true, "begins, founded by Alba"},
		{"1 Mar 1985", false, "Beta & Sons takes part as a guest"}, // of one day, in one line
		{"1 Jan 1986", false, "دلتا becomes dialogue partner"},     // in the words of the organization
		{"1 Jan 1989", false, "Old Epsilon joins"},                 // each under the name of the day
		{"1 Jan 1991", false, "Epsilon withdraws"},
		// and no suspension that is only claimed
	}
	if diff := cmp.Diff(want, view.Nodes[0].Lines); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	if want := "since 1984 or earlier"; view.Nodes[0].Years != want {
		t.Errorf("years %q, want %q", view.Nodes[0].Years, want)
	}
}

// TestStack arranges organizations without successions in a square.
func TestStack(t *testing.T) {
	t.Parallel()
	d := lineage.Dataset{Sources: sample().Sources}
	for _, id := range []lineage.OrgID{"a", "b", "c", "d", "e", "f", "g"} {
		o := lineage.Organization{ID: id, Name: string(id), Short: string(id), Kind: "treaty", Founded: dated("1990-01-01")}
		if id == "g" {
			o.Predecessors = []lineage.Succession{from("f", "replaced", "1991-01-01")}
		}
		d.Organizations = append(d.Organizations, o)
	}
	view, err := build(atlas(t, d), Succession{})
	if err != nil {
		t.Fatal(err)
	}
	// Five stand alone: three in the first row, two below.
	if diff := cmp.Diff([]stacked{{"d", "a"}, {"e", "b"}}, view.Below); diff != "" {
		t.Errorf("below (-want +got):\n%s", diff)
	}
}
