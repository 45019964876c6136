package data

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/orglineage/orglineage/lineage"
)

// layer is a set with an organization, which cites one source.
func layer(t *testing.T, source, more string) lineage.Dataset {
	t.Helper()
	text := "id: x\nname: The X\nshort: X\nkind: treaty\n" + more
	if !strings.Contains(more, "founded:") {
		text += "founded: {effective: {on: 1990-01-01, sources: [" + source + "]}}\n"
	}
	set, err := Read(fstest.MapFS{
		"organizations/x.yaml":     file(strings.ReplaceAll(text, "sources: []", "sources: ["+source+"]")),
		"organizations/other.yaml": file("id: other\nname: The Other\nshort: O\nkind: treaty\nfounded: {effective: {on: 1980-01-01, sources: [" + source + "]}}\n"),
		sourcesFile:                file("- {id: " + source + ", kind: press, title: Source " + source + "}\n"),
		statesFile:                 file("- {id: KK, name: Kaland}\n- {id: UU, name: Uland}\n"),
	})
	if err != nil {
		t.Fatalf("%s\n%v", text, err)
	}
	return set
}

// TestOverlay has each rule: what two sets say of X, and what stands then below
// its kind.
func TestOverlay(t *testing.T) {
	t.Parallel()
	member := func(state, since, rest string) string {
		return "  - {state: " + state + ", joined: {how: accession, effective: {on: " + since + ", sources: []}}" + rest + "}\n"
	}
	for _, c := range []struct {
		earlier, later, want string
		reason               string
	}{
		{"", "", "founded:\n  effective: {on: 1990-01-01, sources: [a, b]}\n", "the same date has the sources of both"},
		{
			"", "founded: {effective: {on: 1990-02-01, note: later, sources: []}}\n",
			"founded:\n  effective: {on: 1990-01-01, sources: [a], rivals: [{on: 1990-02-01, note: later, sources: [b]}]}\n", "another date is a rival",
		},
		{
			"founded: {effective: {on: \"1990\", sources: []}}\n", "founded: {effective: {on: 1990-02-01, place: Town, sources: []}}\n",
			"founded:\n  effective: {on: 1990-02-01, place: Town, sources: [b], rivals: [{on: \"1990\", sources: [a]}]}\n", "a day of the year is no contradiction, but better known",
		},
		{
			"founded: {effective: {on: 1990-02-01, sources: []}}\n", "founded: {effective: {on: \"1990\", sources: []}}\n",
			"founded:\n  effective: {on: 1990-02-01, sources: [a], rivals: [{on: \"1990\", sources: [b]}]}\n", "nor is the year of a day",
		},
		{
			"founded: {effective: {on: 1990-01-01, sources: [], rivals: [{on: \"1991\", sources: []}]}}\n",
			"founded: {effective: {on: \"1991\", sources: [], rivals: [{on: 1990-01-01, note: no, sources: []}, {on: \"1992\", sources: []}]}}\n",
			"founded:\n  effective: {on: 1990-01-01, sources: [a, b], rivals: [{on: \"1991\", sources: [a, b]}, {on: \"1992\", sources: [b]}]}\n", "claims meet what they agree with",
		},
		{
			"founded: {signed: {on: 1990-01-01, sources: []}}\n", "founded: {effective: {on: \"1990\", sources: []}}\n",
			"founded:\n  signed: {on: 1990-01-01, sources: [a]}\n  effective: {on: \"1990\", sources: [b]}\n", "a signature does not say when it took effect",
		},
		{
			"founded: {signed: {on: 1990-01-01, sources: []}}\n", "founded: {effective: {on: \"1991\", sources: []}}\n",
			"founded:\n  signed: {on: 1990-01-01, sources: [a]}\n  effective: {on: \"1991\", sources: [b]}\n", "a step that only one has",
		},
		{
			"founded: {signed: {on: 1990-01-01, sources: []}, effective: {rivals: [{on: \"1991\", sources: []}]}}\n", "founded: {effective: {on: \"1991\", sources: []}}\n",
			"founded:\n  signed: {on: 1990-01-01, sources: [a]}\n  effective: {rivals: [{on: \"1991\", sources: [a, b]}]}\n", "what is not held by the earlier is not held because of the later",
		},
		{
			"", "ended: {effective: {on: 1999-01-01, sources: []}}\n",
			"founded:\n  effective: {on: 1990-01-01, sources: [a, b]}\nended:\n  effective: {on: 1999-01-01, sources: [b]}\n", "an end that the earlier does not have",
		},
		{
			"members:\n" + member("KK", "2001-01-01", ""), "ended: {effective: {on: 1999-01-01, sources: []}}\n",
			"founded:\n  effective: {on: 1990-01-01, sources: [a, b]}\nended:\n  effective: {rivals: [{on: 1999-01-01, sources: [b]}]}\nmembers:\n  - state: KK\n    joined: {how: accession, effective: {on: 2001-01-01, sources: [a]}}\n",
			"but of which it tells later things",
		},
		{
			"", "ended: {effective: {on: \"[1999..]\", sources: []}}\n",
			"founded:\n  effective: {on: 1990-01-01, sources: [a, b]}\nended:\n  effective: {rivals: [{on: \"[1999..]\", sources: [b]}]}\n", "an end on a day not known is a claim against what goes on",
		},
		{
			"members:\n" + member("KK", "1991-01-01", ""), "members:\n" + member("KK", "1991-01-01", ", left: {how: withdrawal, effective: {on: 1995-01-01, sources: []}}") + member("UU", "1992", ""),
			"members:\n  - state: KK\n    joined: {how: accession, effective: {on: 1991-01-01, sources: [a, b]}}\n    left: {how: withdrawal, effective: {on: 1995-01-01, sources: [b]}}\n  - state: UU\n    joined: {how: accession, effective: {on: \"1992\", sources: [b]}}\n",
			"a departure and a membership that only the later has",
		},
		{
			"members:\n" + member("KK", "1991-01-01", ", left: {how: withdrawal, effective: {on: 1995-01-01, sources: []}}"), "members:\n" + member("KK", "1996-01-01", ""),
			"members:\n  - state: KK\n    joined: {how: accession, effective: {on: 1991-01-01, sources: [a]}}\n    left: {how: withdrawal, effective: {on: 1995-01-01, sources: [a]}}\n  - state: KK\n    joined: {how: accession, effective: {on: 1996-01-01, sources: [b]}}\n",
			"two memberships one after the other",
		},
		{
			"members:\n" + member("KK", "1991-01-01", ", left: {how: withdrawal, effective: {on: 1995-01-01, sources: []}}"), "members:\n" + member("KK", "1994-01-01", ", left: {how: expulsion, effective: {on: 1996-01-01, sources: []}}"),
			"members:\n  - state: KK\n    joined: {how: accession, effective: {on: 1991-01-01, sources: [a], rivals: [{on: 1994-01-01, sources: [b]}]}}\n    left: {how: withdrawal, effective: {on: 1995-01-01, sources: [a], rivals: [{on: 1996-01-01, sources: [b]}]}}\n",
			"one that overlaps is the same with other dates",
		},
		{
			"members:\n" + member("KK", "1991-01-01", ""), "members:\n" + member("KK", "1992-01-01", ", role: observer"),
			"members:\n  - state: KK\n    joined: {how: accession, effective: {on: 1991-01-01, sources: [a]}}\n  - state: KK\n    role: observer\n    joined: {how: accession, effective: {rivals: [{on: 1992-01-01, note: as observer, sources: [b]}]}}\n",
			"another role at the same time is only claimed",
		},
		{
			"members:\n  - {state: KK, joined: {how: founding, sources: []}}\n", "members:\n  - {state: KK, joined: {how: founding, sources: []}}\n",
			"members:\n  - state: KK\n    joined: {how: founding, sources: [a, b]}\n", "founders in both",
		},
		{
			"members:\n  - {state: KK, joined: {how: founding, sources: []}}\n", "members:\n" + member("KK", "\"1990\"", ""),
			"members:\n  - state: KK\n    joined: {how: founding, sources: [a, b]}\n", "who joined in the year of the founding may be a founder",
		},
		{
			"members:\n  - {state: KK, joined: {how: founding, sources: []}}\n", "members:\n" + member("KK", "\"1993\"", ""),
			"members:\n  - state: KK\n    joined:\n      how: founding\n      sources: [a]\n      effective: {on: 1990-01-01, sources: [a], rivals: [{on: \"1993\", sources: [b]}]}\n", "or not",
		},
		{
			"members:\n" + member("KK", "1991-01-01", ", suspended: [{began: {effective: {on: 1992-01-01, sources: []}}}]"), "members:\n" + member("KK", "1991-01-01", ", suspended: [{began: {effective: {on: 1992-02-01, sources: []}}, ended: {effective: {on: 1993-01-01, sources: []}}}]"),
			"members:\n  - state: KK\n    joined: {how: accession, effective: {on: 1991-01-01, sources: [a, b]}}\n    suspended:\n      - began: {effective: {on: 1992-01-01, sources: [a], rivals: [{on: 1992-02-01, sources: [b]}]}}\n        ended: {effective: {on: 1993-01-01, sources: [b]}}\n",
			"suspensions that overlap are one",
		},
		{
			"succeeds: [{from: other, how: split, effective: {on: 1990-01-01, sources: []}}]\n", "succeeds: [{from: other, how: split, effective: {on: 1990-02-01, sources: []}}]\n",
			"succeeds:\n  - from: other\n    how: split\n    effective: {on: 1990-01-01, sources: [a], rivals: [{on: 1990-02-01, sources: [b]}]}\n", "a succession on another day",
		},
		{
			"succeeds: [{from: other, how: split, effective: {on: 1990-01-01, sources: []}}]\n", "succeeds: [{from: other, how: upgraded, effective: {on: 1990-01-01, sources: []}}]\n",
			"succeeds:\n  - from: other\n    how: split\n    effective: {on: 1990-01-01, sources: [a, b], note: as upgraded}\n", "or of another kind",
		},
		{
			"notes: [{text: One., sources: []}]\naliases: [A]\n", "notes: [{text: One., sources: []}, {text: Two., sources: []}]\naliases: [B]\nnames: {ru: Икс}\n",
			"notes:\n  - {text: One., sources: [a, b]}\n  - {text: Two., sources: [b]}\n", "notes, each once",
		},
	} {
		a, b := layer(t, "a", c.earlier), layer(t, "b", c.later)
		before := must2(Files(a))
		set, err := Overlay(a, b)
		if err != nil {
			t.Errorf("%s: %v", c.reason, err)
			continue
		}
		text := ""
		for _, f := range must2(Files(set)) {
			if f.Name == "organizations/x.yaml" {
				text = string(f.Text)
			}
		}
		want := strings.ReplaceAll(c.want, "sources: [a, b], note: as upgraded", "note: as upgraded, sources: [a, b]")
		if !strings.HasSuffix(text, want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.reason, text, want)
		}
		if _, err := lineage.New(set); err != nil {
			t.Errorf("%s: %v", c.reason, err)
		}
		if diff := gocmp.Diff(before, must2(Files(a))); diff != "" {
			t.Errorf("%s: the earlier set was changed:\n%s", c.reason, diff)
		}
	}
}

// What stands beside the organizations, and names.
func TestOverlayLists(t *testing.T) {
	t.Parallel()
	d := lineage.MustDate
	a := lineage.Dataset{
		Organizations: []lineage.Organization{{ID: "x", Name: "The X", Short: "X", Aliases: []string{"Shared"}}},
		States: []lineage.State{{ID: "KK", Name: "Kaland", Aliases: []string{"Republic of Kaland"}, Former: []lineage.FormerName{
			{Name: "Old", Until: d("1990"), Sources: []lineage.SourceID{"a"}},
		}}},
		Sources:     []lineage.Source{{ID: "a", Title: "A"}},
		Collections: []lineage.Collection{{ID: "c", Name: "C"}},
		Places:      []lineage.Place{{Name: "Town", Aliases: []string{"T"}}},
		Lookalikes:  []lineage.Lookalike{{Name: "L", Means: "l"}},
	}
	b := lineage.Dataset{
		Organizations: []lineage.Organization{
			{ID: "x", Name: "the x", Short: "XX", Names: map[string]string{"ru": "Икс"}},
			{ID: "y", Name: "The Y", Short: "Shared", Members: []lineage.Membership{{State: "K-2"}}},
		},
		States: []lineage.State{{ID: "K-2", Name: "Republic of Kaland", Alpha3: "KAL", Former: []lineage.FormerName{
			{Name: "Old", Until: d("1991"), Sources: []lineage.SourceID{"b"}},
			{Name: "Older", Until: d("1980"), Sources: []lineage.SourceID{"b"}},
		}}},
		Sources:     []lineage.Source{{ID: "a", Title: "a", URL: "https://a.example"}, {ID: "b", Title: "B"}},
		Collections: []lineage.Collection{{ID: "c", Name: "C", Note: "n"}},
		Places:      []lineage.Place{{Name: "Town", Aliases: []string{"U"}}},
		Lookalikes:  []lineage.Lookalike{{Name: "L", Means: "l"}, {Name: "L", Means: "m"}},
	}
	want := lineage.Dataset{
		Organizations: []lineage.Organization{
			{ID: "x", Name: "The X", Short: "X", Aliases: []string{"XX"}, Ambiguous: []string{"Shared"}, Names: map[string]string{"ru": "Икс"}},
			{ID: "y", Name: "The Y", Short: "Shared", Ambiguous: []string{"Shared"}, Members: []lineage.Membership{{State: "KK"}}},
		},
		States: []lineage.State{{ID: "KK", Name: "Kaland", Alpha3: "KAL", Aliases: []string{"Republic of Kaland"}, Former: []lineage.FormerName{
			{Name: "Older", Until: d("1980"), Sources: []lineage.SourceID{"b"}},
			{Name: "Old", Until: d("1990"), Sources: []lineage.SourceID{"a"}, Rivals: []lineage.Claim{{On: d("1991"), Sources: []lineage.SourceID{"b"}}}},
		}}},
		Sources:     []lineage.Source{{ID: "a", Title: "A", URL: "https://a.example"}, {ID: "b", Title: "B"}},
		Collections: []lineage.Collection{{ID: "c", Name: "C", Note: "n"}},
		Places:      []lineage.Place{{Name: "Town", Aliases: []string{"T", "U"}}},
		Lookalikes:  []lineage.Lookalike{{Name: "L", Means: "l"}, {Name: "L", Means: "m"}},
	}
	got, err := Overlay(a, b)
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(want, got, sameRecords); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// An ID that means different things is an error, all of them at once.
func TestOverlayConflicts(t *testing.T) {
	t.Parallel()
	a := lineage.Dataset{
		Organizations: []lineage.Organization{{ID: "caec", Name: "Central Asian Economic Community", Short: "CAEC"}, {ID: "b", Name: "B", Short: "B"}},
		States:        []lineage.State{{ID: "KK", Name: "Kaland"}},
		Sources:       []lineage.Source{{ID: "s", Title: "One"}},
		Collections:   []lineage.Collection{{ID: "c", Name: "One"}},
	}
	b := lineage.Dataset{
		Organizations: []lineage.Organization{{ID: "caec", Name: "Cent. American Energy Comm.", Short: "CAEC"}, {ID: "b", Name: "The Big B", Short: "B"}},
		States:        []lineage.State{{ID: "KK", Name: "Kooland"}},
		Sources:       []lineage.Source{{ID: "s", Title: "Two"}},
		Collections:   []lineage.Collection{{ID: "c", Name: "Two"}},
	}
	_, err := Overlay(a, b)
	conflict := new(ConflictError)
	if !errors.As(err, &conflict) {
		t.Fatalf("error %v", err)
	}
	for _, want := range []string{
		"organization \"caec\" is “Central Asian Economic Community” in one data set and “Cent. American Energy Comm.” in a later one; give one of them another id (id: and the name of its file; of a table: lineage import --rename NAME=ID)",
		`state "KK" is “Kaland”`, `source "s" is “One”`, `collection "c" is`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v\nwant %s", err, want)
		}
	}
	if strings.Contains(err.Error(), `"b"`) {
		t.Errorf("one that has no full name is that which bears its acronym: %v", err)
	}
}

// One set is itself; laid over itself it says nothing new.
func TestOverlaySame(t *testing.T) {
	t.Parallel()
	for name, set := range map[string]lineage.Dataset{"built in": builtInDataset(), "full": must2(Read(os.DirFS("testdata/full")))} {
		once := must2(Files(must2(Overlay(set))))
		twice := must2(Files(must2(Overlay(set, set))))
		if diff := gocmp.Diff(texts(once), texts(twice)); diff != "" {
			t.Errorf("%s (-once +over itself):\n%s", name, diff)
		}
		if _, err := lineage.New(must2(Overlay(set, set, lineage.Dataset{}))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func texts(files []File) map[string]string {
	m := map[string]string{}
	for _, f := range files {
		m[f.Name] = string(f.Text)
	}
	return m
}

// anyLayer draws a set with one organization, some of whose dates are those of
// other draws. Each date is one of its own precision, so that no set is more
// precise than another.
func anyLayer(source lineage.SourceID) *rapid.Generator[lineage.Dataset] {
	day := rapid.Map(rapid.SampledFrom([]string{"1994-01-05", "1995-06-07", "1996-02-03"}), lineage.MustDate)
	sources := []lineage.SourceID{source}
	return rapid.Custom(func(t *rapid.T) lineage.Dataset {
		steps := func(label string, some ...lineage.Step) lineage.Steps {
			var all lineage.Steps
			for _, step := range rapid.SliceOfNDistinct(rapid.SampledFrom(some), 0, len(some), rapid.ID).Draw(t, label) {
				all = append(all, lineage.Dating{Step: step, On: day.Draw(t, label), Sources: sources})
			}
			slices.SortFunc(all, func(a, b lineage.Dating) int { return int(a.Step) - int(b.Step) })
			return all
		}
		o := lineage.Organization{ID: "x", Name: "The X", Short: "X", Kind: "treaty"}
		o.Founded = lineage.Steps{{Step: lineage.Effective, On: lineage.MustDate("1990-01-01"), Sources: sources}}
		for _, state := range rapid.SliceOfNDistinct(rapid.SampledFrom([]lineage.StateID{"KK", "UU"}), 0, 2, rapid.ID).Draw(t, "states") {
			o.Members = append(o.Members, lineage.Membership{
				State: state, Role: lineage.Member,
				Joined: lineage.Accession{How: lineage.Acceded, Sources: sources, Steps: append(steps("joined", lineage.Announced, lineage.Notified), lineage.Dating{Step: lineage.Effective, On: day.Draw(t, "on"), Sources: sources})},
				Left:   lineage.Departure{How: lineage.Withdrew, Steps: steps("left", lineage.Announced, lineage.Notified)},
			})
		}
		if rapid.Bool().Draw(t, "noted") {
			o.Notes = []lineage.Note{{Text: rapid.SampledFrom([]string{"One.", "Two."}).Draw(t, "note"), Sources: sources}}
		}
		return lineage.Dataset{
			Organizations: []lineage.Organization{o},
			States:        []lineage.State{{ID: "KK", Name: "Kaland"}, {ID: "UU", Name: "Uland"}},
			Sources:       []lineage.Source{{ID: source, Kind: lineage.Press, Title: fmt.Sprint("Source ", source)}},
		}
	})
}

// Where no date refines another one, it does not matter which sets are laid over
// each other first.
func TestOverlayAssociates(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyLayer("a").Draw(t, "a"), anyLayer("b").Draw(t, "b"), anyLayer("c").Draw(t, "c")
		flat := must2(Overlay(a, b, c))
		left := must2(Overlay(must2(Overlay(a, b)), c))
		right := must2(Overlay(a, must2(Overlay(b, c))))
		if diff := gocmp.Diff(flat, left, sameRecords); diff != "" {
			t.Fatalf("(-flat +left):\n%s", diff)
		}
		if diff := gocmp.Diff(texts(must2(Files(ordered(left)))), texts(must2(Files(ordered(right))))); diff != "" {
			t.Fatalf("(-left +right):\n%s", diff)
		}
		if _, err := lineage.New(flat); err != nil {
			t.Fatal(err)
		}
	})
}

// ordered sorts what stands in the order in which it was said.
func ordered(set lineage.Dataset) lineage.Dataset {
	sort := func(steps lineage.Steps) {
		slices.SortFunc(steps, func(a, b lineage.Dating) int { return int(a.Step) - int(b.Step) })
		for i := range steps {
			slices.SortFunc(steps[i].Rivals, func(a, b lineage.Claim) int { return a.On.Compare(b.On) })
		}
	}
	for i := range set.Organizations {
		o := &set.Organizations[i]
		slices.SortFunc(o.Members, func(a, b lineage.Membership) int { return strings.Compare(string(a.State), string(b.State)) })
		for j := range o.Members {
			sort(o.Members[j].Joined.Steps)
			sort(o.Members[j].Left.Steps)
		}
	}
	return set
}

// The table of others can be laid over the built-in facts.
func TestOverlayTable(t *testing.T) {
	t.Parallel()
	const table = "ioname,orgname,year,kzk,rus,uzb\n" +
		"CIS,Commonwealth of Independent States,1991,1,1,1\nCIS,Commonwealth of Independent States,1992,1,1,1\nCIS,Commonwealth of Independent States,1993,1,1,0\n" +
		"NEW,A new one,1992,1,0,0\nNEW,A new one,1993,1,0,0\n"
	set := must2(ReadTable("t.csv", strings.NewReader(table), TableOptions{}))
	both, err := Overlay(builtInDataset(), set)
	if err != nil {
		t.Fatal(err)
	}
	atlas, err := lineage.New(both)
	if err != nil {
		t.Fatal(err)
	}
	members, err := atlas.MembersOn("cis", lineage.MustDate("1995-01-01"), lineage.Query{})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range members {
		switch m.Membership.State {
		case "KZ":
			if m.Answer != lineage.Yes || m.Since != lineage.MustDate("1991-12-21") {
				t.Errorf("KZ %v since %v", m.Answer, m.Since)
			}
		}
	}
	if o, err := atlas.Organization("A new one"); err != nil || o.ID != "new" {
		t.Errorf("the new one: %v, %v", o, err)
	}
}
