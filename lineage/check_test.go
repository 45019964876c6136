package lineage

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// problems returns the faults of d as lines "path subject [rule]".
func problems(t *testing.T, d Dataset) []string {
	t.Helper()
	_, err := New(d)
	if err == nil {
		return nil
	}
	var ps Problems
	if !errors.As(err, &ps) {
		t.Fatalf("New fails with a %T, want Problems: %v", err, err)
	}
	var lines []string
	for _, p := range ps {
		lines = append(lines, fmt.Sprintf("%s %s [%s]", p.Path, p.Subject, p.Rule))
	}
	return lines
}

// broken is a sound data set of two organizations with one thing made wrong.
func broken(change func(d *Dataset, a, b *Organization)) Dataset {
	d := dataset(
		body("a", "1990-01-01", "2000-01-01", founder("KZ"), joined("UZ", "1995-01-01").left("1999-01-01")),
		body("b", "2000-01-01", "", founder("KZ"), founder("UZ")).after("a", Transformed, "2000-01-01"),
	)
	change(&d, &d.Organizations[0], &d.Organizations[1])
	return d
}

var ruleTests = []struct {
	rule, reason string
	change       func(d *Dataset, a, b *Organization)
	want         []string
}{
	{
		"", "nothing is wrong",
		func(*Dataset, *Organization, *Organization) {}, nil,
	},
	{
		"missing-field", "an organization without anything",
		func(d *Dataset, _, _ *Organization) { d.Organizations = append(d.Organizations, Organization{}) },
		slices.Repeat([]string{"organizations.2  [missing-field]"}, 5),
	},
	{
		"missing-field", "a state without a name, a source without title and kind",
		func(d *Dataset, _, _ *Organization) { d.States[0].Name = ""; d.Sources[0] = Source{ID: "s"} },
		[]string{"sources.0 s [missing-field]", "sources.0 s [missing-field]", "states.0 KZ [missing-field]"},
	},
	{
		"missing-field", "a founding that is only announced",
		func(_ *Dataset, a, _ *Organization) { a.Members, a.Founded[0].Step = nil, Announced },
		[]string{"organizations.0.founded a [missing-field]", "organizations.1.succeeds.0 b [succession-after-predecessor]"},
	},
	{
		"missing-field", "a membership without role and manner",
		func(_ *Dataset, a, _ *Organization) {
			m := &a.Members[1]
			m.Role, m.Joined.How, m.Left.How = 0, 0, 0
		},
		[]string{"organizations.0.members.1 a [missing-field]", "organizations.0.members.1.joined a [missing-field]", "organizations.0.members.1.left a [missing-field]"},
	},
	{
		"missing-field", "a succession that does not say how, a note without text",
		func(_ *Dataset, a, b *Organization) {
			b.Predecessors[0].How = 0
			a.Notes = []Note{{Sources: sourced}}
		},
		[]string{"organizations.0.notes.0 a [missing-field]", "organizations.1.succeeds.0 b [missing-field]"},
	},
	{
		"missing-field", "a step without a name",
		func(_ *Dataset, a, _ *Organization) { a.Ended = append(a.Ended, step(0, "1999")) },
		[]string{"organizations.0.ended a [missing-field]"},
	},
	{
		"bad-id", "capital letters in an organization, small ones in a state, a space in a source",
		func(d *Dataset, _, _ *Organization) {
			d.Organizations = append(d.Organizations, body("Eec", "1990", ""))
			d.States = append(d.States, State{ID: "ru", Name: "Russia"})
			d.Sources = append(d.Sources, Source{ID: "a b", Kind: Press, Title: "A b"})
		},
		[]string{"organizations.2.id Eec [bad-id]", "sources.1.id a b [bad-id]", "states.2.id ru [bad-id]"},
	},
	{
		"duplicate-id", "everything twice",
		func(d *Dataset, _, _ *Organization) {
			d.Organizations = append(d.Organizations, body("a", "1990", ""))
			d.States = append(d.States, State{ID: "KZ", Name: "Kazakhstan"})
			d.Sources = append(d.Sources, d.Sources[0])
		},
		[]string{"organizations.2.id a [duplicate-id]", "sources.1.id s [duplicate-id]", "states.2.id KZ [duplicate-id]"},
	},
	{
		"unknown-state", "a member that is no state",
		func(_ *Dataset, a, _ *Organization) { a.Members[1].State = "UX" },
		[]string{"organizations.0.members.1.state a [unknown-state]"},
	},
	{
		"unknown-organization", "an ancestor and a surrounding organization that do not exist",
		func(_ *Dataset, a, b *Organization) {
			b.Predecessors[0].From = "aa"
			a.Within = &Within{Organization: "c", Sources: sourced}
		},
		[]string{"organizations.0.within.organization a [unknown-organization]", "organizations.1.succeeds.0.from b [unknown-organization]"},
	},
	{
		"unknown-organization", "a succession that leads elsewhere",
		func(_ *Dataset, _, b *Organization) { b.Predecessors[0].To = "a" },
		[]string{"organizations.1.succeeds.0 b [unknown-organization]"},
	},
	{
		"unknown-source", "sources that do not exist, in every place",
		func(d *Dataset, a, b *Organization) {
			unknown := []SourceID{"s", "t"}
			d.States[0].Former = []FormerName{{Name: "Old", Until: YearDate(1900), Sources: unknown}}
			a.Founded[0].Sources = unknown
			a.Founded[0].Rivals = []Claim{{On: YearDate(1990), Sources: unknown}}
			a.Members[0].Joined.Sources = unknown
			a.Notes = []Note{{Text: "x", Sources: unknown}}
			b.Within = &Within{Organization: "a", Sources: unknown}
			b.Predecessors[0].Steps[0].Sources = unknown
		},
		[]string{
			"organizations.0.founded.effective.rivals.0.sources.1 a [unknown-source]",
			"organizations.0.founded.effective.sources.1 a [unknown-source]",
			"organizations.0.members.0.joined.sources.1 a [unknown-source]",
			"organizations.0.notes.0.sources.1 a [unknown-source]",
			"organizations.1.succeeds.0.effective.sources.1 b [unknown-source]",
			"organizations.1.within.sources.1 b [unknown-source]",
			"states.0.formerly.0.sources.1 KZ [unknown-source]",
		},
	},
	{
		"no-source", "facts without sources, in every place",
		func(d *Dataset, a, b *Organization) {
			d.States[0].Former = []FormerName{{Name: "Old", Until: YearDate(1900)}}
			a.Founded[0].Sources = nil
			a.Founded[0].Rivals = []Claim{{On: YearDate(1991)}}
			a.Members[0].Joined.Sources = nil
			a.Members[1].Suspensions = []Suspension{{}}
			a.Notes = []Note{{Text: "x"}}
			b.Within = &Within{Organization: "a"}
			b.Predecessors[0].Steps = nil
		},
		[]string{
			"organizations.0.founded.effective a [no-source]",
			"organizations.0.founded.effective.rivals.0 a [no-source]",
			"organizations.0.members.0.joined a [no-source]",
			"organizations.0.members.1.suspended.0.began a [no-source]",
			"organizations.0.notes.0 a [no-source]",
			"organizations.1.succeeds.0 b [no-source]",
			"organizations.1.within b [no-source]",
			"states.0.formerly.0 KZ [no-source]",
		},
	},
	{
		"duplicate-step", "two days of effect",
		func(_ *Dataset, a, _ *Organization) { a.Founded = append(a.Founded, step(Effective, "1990-01-02")) },
		[]string{"organizations.0.founded.effective a [duplicate-step]"},
	},
	{
		"step-order", "decided after it took effect",
		func(_ *Dataset, a, _ *Organization) { a.Founded = append(a.Founded, step(Decided, "1990-01-02")) },
		[]string{"organizations.0.founded.decided a [step-order]"},
	},
	{
		"", "decided in the year in which it took effect, and signed afterwards",
		func(_ *Dataset, a, _ *Organization) {
			a.Founded = append(a.Founded, step(Decided, "1990"), step(Signed, "1991"))
		}, nil,
	},
	{
		"alias-collision", "an acronym of two organizations, and one that says so alone",
		func(_ *Dataset, a, b *Organization) {
			a.Aliases, b.Aliases = []string{"EEC"}, []string{"e.e.c."}
			a.Ambiguous, b.Names = []string{"Union"}, map[string]string{"fr": "«Union»"}
		},
		[]string{"organizations.0.aliases.0 a [alias-collision]", "organizations.1.aliases.0 b [alias-collision]", "organizations.1.names.fr b [alias-collision]"},
	},
	{
		"alias-collision", "two states of one name",
		func(d *Dataset, _, _ *Organization) { d.States[1].Aliases = []string{"kz"} },
		[]string{"states.1.aliases.0 UZ [alias-collision]"},
	},
	{
		"", "all say that the name is ambiguous, or something outside bears it",
		func(d *Dataset, a, b *Organization) {
			a.Ambiguous, b.Ambiguous = []string{"EEC", "Euratom"}, []string{"EEC"}
			d.Lookalikes = []Lookalike{{"Euratom", "European Atomic Energy Community"}}
		}, nil,
	},
	{
		"ambiguous-alone", "nothing else bears the name",
		func(_ *Dataset, a, _ *Organization) { a.Ambiguous = []string{"EEC"} },
		[]string{"organizations.0.ambiguous.0 a [ambiguous-alone]"},
	},
	{
		"end-before-beginning", "an organization, a membership and a suspension that end first",
		func(d *Dataset, a, _ *Organization) {
			a.Members[1] = joined("UZ", "1995-01-01").left("1994-12-31").suspendedFor("1994-12-01", "1994-11-30")
			d.Organizations = append(d.Organizations, body("c", "1990", "1989-12-31"))
		},
		[]string{
			"organizations.0.members.1.left a [end-before-beginning]",
			"organizations.0.members.1.suspended.0.began a [suspension-outside-membership]",
			"organizations.0.members.1.suspended.0.ended a [end-before-beginning]",
			"organizations.2.ended c [end-before-beginning]",
		},
	},
	{
		"membership-outside-life", "joined the day before, left the day after, joined on the day it ended",
		func(_ *Dataset, a, _ *Organization) {
			a.Members = []Membership{joined("KZ", "1989-12-31"), joined("UZ", "1999-01-01").left("2000-01-02"), joined("KZ", "2000-01-01")}
		},
		[]string{
			"organizations.0.members.0.joined a [membership-outside-life]",
			"organizations.0.members.1.left a [membership-outside-life]",
			"organizations.0.members.2.joined a [membership-outside-life]",
		},
	},
	{
		"overlapping-membership", "observer and member at a time",
		func(_ *Dataset, a, _ *Organization) {
			a.Members[0], a.Members[1] = founder("UZ").as(Observer), joined("UZ", "1995-01-01")
		},
		[]string{"organizations.0.members.1 a [overlapping-membership]"},
	},
	{
		"", "a vague date leaves room for both",
		func(_ *Dataset, a, _ *Organization) {
			a.Members = []Membership{founder("UZ").as(Observer).left("1995-07-01"), joined("UZ", "1995")}
		}, nil,
	},
	{
		"suspension-outside-membership", "suspended the day before it joined, and longer than it stayed",
		func(_ *Dataset, a, _ *Organization) {
			a.Members[1] = a.Members[1].suspendedFor("1994-12-31", "").suspendedFor("1996-01-01", "1999-01-02")
			a.Members[1].Suspensions[0].Ended = effect("1994-12-31")
		},
		[]string{"organizations.0.members.1.suspended.0.began a [suspension-outside-membership]", "organizations.0.members.1.suspended.1.began a [suspension-outside-membership]"},
	},
	{
		"proposed-with-members", "a proposal with all that it cannot have",
		func(_ *Dataset, _, b *Organization) { b.Proposed = true },
		[]string{
			"organizations.1.founded b [proposed-with-members]",
			"organizations.1.members b [proposed-with-members]",
			"organizations.1.succeeds b [proposed-with-members]",
		},
	},
	{
		"proposed-with-members", "a successor of a proposal",
		func(_ *Dataset, a, _ *Organization) {
			a.Proposed, a.Members, a.Founded, a.Ended = true, nil, Steps{step(Announced, "1990")}, nil
		},
		[]string{"organizations.1.succeeds.0 b [proposed-with-members]"},
	},
	{
		"succession-before-successor", "the heir is not there yet",
		func(_ *Dataset, _, b *Organization) { b.Predecessors[0].Steps = effect("1999-12-31") },
		[]string{"organizations.1.succeeds.0 b [succession-before-successor]"},
	},
	{
		"succession-after-predecessor", "the ancestor is gone",
		func(_ *Dataset, _, b *Organization) { b.Predecessors[0].Steps = effect("2000-01-02") },
		[]string{"organizations.1.succeeds.0 b [succession-after-predecessor]"},
	},
	{
		"", "what is gone can be revived",
		func(_ *Dataset, _, b *Organization) {
			b.Predecessors[0].How, b.Predecessors[0].Steps = Revived, effect("2010")
		}, nil,
	},
	{
		"succession-cardinality", "the continuation of two, and two continuations",
		func(d *Dataset, _, b *Organization) {
			b.Predecessors = append(b.Predecessors, Succession{From: "c", How: Renamed, Steps: effect("2000-01-01")})
			d.Organizations = append(d.Organizations, body("c", "1990", "2000-01-01"), body("e", "2000", "").after("a", Renamed, "2000-01-01"))
		},
		[]string{"organizations.1.succeeds.0 b [succession-cardinality]", "organizations.1.succeeds.1 b [succession-cardinality]", "organizations.3.succeeds.0 e [succession-cardinality]"},
	},
	{
		"succession-cardinality", "a merger of one, and a split into one",
		func(d *Dataset, _, b *Organization) {
			b.Predecessors[0].How = Merged
			d.Organizations = append(d.Organizations, body("c", "2000-01-01", "").after("a", Split, "2000-01-01"))
		},
		[]string{"organizations.1.succeeds.0 b [succession-cardinality]", "organizations.2.succeeds.0 c [succession-cardinality]"},
	},
	{
		"", "a split that leaves the parent alive, and a merger of two",
		func(d *Dataset, _, b *Organization) {
			b.Predecessors[0].How = Merged
			b.Predecessors = append(b.Predecessors, Succession{From: "c", How: Merged, Steps: effect("2000-01-01")})
			d.Organizations = append(d.Organizations, body("c", "1995-01-01", "2000-01-01").after("a", Split, "1995-01-01"))
		}, nil,
	},
	{
		"absorbed-into-younger", "absorbed by what began then",
		func(_ *Dataset, _, b *Organization) { b.Predecessors[0].How = Absorbed },
		[]string{"organizations.1.succeeds.0 b [absorbed-into-younger]"},
	},
	{
		"upgraded-and-ended", "an upgrade on the day of the end",
		func(_ *Dataset, _, b *Organization) { b.Predecessors[0].How = Upgraded },
		[]string{"organizations.1.succeeds.0 b [upgraded-and-ended]"},
	},
	{
		"", "an upgrade of what goes on",
		func(_ *Dataset, a, b *Organization) {
			a.Ended = nil
			b.Predecessors[0].How = Upgraded
		}, nil,
	},
	{
		"duplicate-succession", "the same twice",
		func(_ *Dataset, _, b *Organization) {
			b.Predecessors[0].How = Replaced
			b.Predecessors = append(b.Predecessors, b.Predecessors[0])
		},
		[]string{"organizations.1.succeeds.1 b [duplicate-succession]"},
	},
	{
		"unknown-organization", "an actor that is an organization of another atlas, and a state that is none",
		func(d *Dataset, _, _ *Organization) {
			d.States = append(d.States, State{ID: "ECO", Name: "Economy", Kind: Body, Is: "eco"}, State{ID: "LAND", Name: "Land", Is: "a"})
		},
		[]string{"states.2.is ECO [unknown-organization]", "states.3.is LAND [missing-field]"},
	},
	{
		"unknown-collection", "a slip of the pen, where collections are described",
		func(d *Dataset, a, b *Organization) {
			d.Collections = []Collection{{ID: "turkic", Name: "Turkic"}}
			a.Collections, b.Collections = []CollectionID{"trukic"}, []CollectionID{"turkic"}
		},
		[]string{"organizations.0.collections.0 a [unknown-collection]"},
	},
	{
		"", "a collection that is not described, where none is",
		func(_ *Dataset, a, _ *Organization) { a.Collections = []CollectionID{"turkic"} }, nil,
	},
	{
		"anachronism", "a town under a name that it did not bear yet, and one under a name that it bore in that year",
		func(d *Dataset, a, b *Organization) {
			d.Places = []Place{{Name: "Bishkek", Former: []FormerName{{Name: "Frunze", Until: MustDate("1991-02-05"), Sources: sourced}}}}
			a.Founded[0].Place, b.Founded[0].Place = "Bishkek", "Frunze"
			a.Notes = []Note{{On: MustDate("1991"), Place: "Frunze", Text: "Then.", Sources: sourced}}
		},
		[]string{"organizations.0.founded.effective.place a [anachronism]", "organizations.1.founded.effective.place b [anachronism]"},
	},
	{
		"cycle", "an heir that is its own ancestor, and containment in oneself",
		func(_ *Dataset, a, b *Organization) {
			*a = a.after("b", Revived, "[..]")
			b.Within = &Within{Organization: "b", Sources: sourced}
		},
		[]string{"organizations.0.succeeds a [cycle]", "organizations.1.within b [cycle]"},
	},
}

func TestRules(t *testing.T) {
	t.Parallel()
	tested := map[string]bool{}
	for _, test := range ruleTests {
		tested[test.rule] = true
		if diff := cmp.Diff(test.want, problems(t, broken(test.change))); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", test.rule, test.reason, diff)
		}
		if test.rule != "" && !slices.ContainsFunc(test.want, func(line string) bool { return strings.HasSuffix(line, "["+test.rule+"]") }) {
			t.Errorf("%s: %s does not break the rule", test.rule, test.reason)
		}
	}
	known := map[string]bool{}
	for _, r := range Rules() {
		known[r.Name] = true
		if !tested[r.Name] {
			t.Errorf("no test breaks the rule %s", r.Name)
		}
		if r.Says == "" {
			t.Errorf("the rule %s says nothing", r.Name)
		}
	}
	for rule := range tested {
		if rule != "" && !known[rule] {
			t.Errorf("Rules does not list %s", rule)
		}
	}
}

func TestRulesIsACopy(t *testing.T) {
	t.Parallel()
	Rules()[0].Name = "changed"
	if Rules()[0].Name == "changed" {
		t.Error("a caller can change the rules")
	}
}

// TestAllProblemsAtOnce breaks everything that the tests of the rules break.
func TestAllProblemsAtOnce(t *testing.T) {
	t.Parallel()
	var d Dataset
	for i := range 12 { // so that 10 comes after 9
		d.Organizations = append(d.Organizations, body(OrgID(fmt.Sprintf("Bad %d", i)), "", ""))
	}
	_, err := New(d)
	var ps Problems
	if !errors.As(err, &ps) {
		t.Fatalf("New fails with %v", err)
	}
	if !slices.IsSortedFunc(ps, func(a, b *Problem) int { return comparePaths(a.Path, b.Path) }) {
		t.Error("the problems are not sorted")
	}
	if got := ps.Unwrap(); len(got) != len(ps) || len(ps) < 3*12 {
		t.Errorf("%d problems, unwrapped %d", len(ps), len(got))
	}
	if lines := strings.Count(err.Error(), "\n") + 1; lines != len(ps) {
		t.Errorf("%d lines for %d problems", lines, len(ps))
	}
	last := ps[len(ps)-1].Path
	if !strings.HasPrefix(last, "organizations.11") {
		t.Errorf("the last problem is at %s", last)
	}
}

func TestCycleError(t *testing.T) {
	t.Parallel()
	open := func(id OrgID) Organization { return body(id, "1990", "") }
	d := dataset(
		open("sadc").after("sadcc", Replaced, "[..]"),
		open("sadcc").after("fls", Replaced, "[..]").after("oau", Replaced, "[..]"),
		open("fls").after("sadc", Replaced, "[..]"),
		open("oau").after("sadc", Replaced, "[..]"), // a second way round, as long as the first
		open("x").after("x", Revived, "[..]"),       // another cycle
	)
	for seed := range uint64(20) {
		_, err := New(shuffled(d, seed))
		var cycles []string
		var ps Problems
		errors.As(err, &ps)
		for _, p := range ps {
			var c *CycleError
			if errors.As(p, &c) {
				cycles = append(cycles, c.Error())
				if c.Relation != "succeeds" {
					t.Errorf("relation %q", c.Relation)
				}
			}
		}
		slices.Sort(cycles)
		want := []string{"succession cycle: fls → sadcc → sadc → fls", "succession cycle: x → x"}
		if diff := cmp.Diff(want, cycles); diff != "" {
			t.Fatalf("seed %d (-want +got):\n%s", seed, diff)
		}
		var first *CycleError
		if !errors.As(err, &first) {
			t.Error("errors.As does not find the cycle in the list")
		}
	}
	if got := (&CycleError{Relation: "within", Path: []OrgID{"a", "b", "a"}}).Error(); got != "containment cycle: a → b → a" {
		t.Errorf("Error() = %q", got)
	}
}

func TestProblemText(t *testing.T) {
	t.Parallel()
	_, err := New(broken(func(_ *Dataset, a, _ *Organization) { a.Members[1].State = "UX" }))
	if want := `a: state "UX" is not in states.yaml; did you mean "UZ"? [unknown-state]`; err == nil || err.Error() != want {
		t.Errorf("Error() = %v, want %s", err, want)
	}
	p := Problem{Path: "organizations.0", Msg: "has no id", Rule: "missing-field"}
	if want := "organizations.0: has no id [missing-field]"; p.Error() != want {
		t.Errorf("Error() = %q, want %q", p.Error(), want)
	}
}
