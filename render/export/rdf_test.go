package export

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/orglineage/orglineage/lineage"
)

func described(t *testing.T, d lineage.Dataset, sel Selection) *description {
	t.Helper()
	got, err := RDF{}.describe(atlas(t, d), sel)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// Claims are not facts: nothing leads to a claim, and what is only claimed has
// none of the classes and properties of what was.
func TestClaimsAreNotAsserted(t *testing.T) {
	t.Parallel()
	d := described(t, region(), Selection{})
	claims := map[string]bool{}
	for _, th := range d.things {
		if slices.Contains(th.types, "lineage:Claim") || slices.Contains(th.types, "lineage:ClaimedMembership") {
			claims[th.iri] = true
		}
	}
	if len(claims) != 7 {
		t.Errorf("%d claims and claimed memberships, want 7", len(claims))
	}
	for _, th := range d.things {
		for _, f := range th.facts {
			if claims[f.value] && f.of != aboutThing {
				t.Errorf("%s has a claim as %s", th.iri, f.of.name)
			}
			if claims[th.iri] && (strings.HasPrefix(f.of.name, "org:") || strings.HasPrefix(f.of.name, "time:")) {
				t.Errorf("the claim %s is told as a fact, with %s", th.iri, f.of.name)
			}
		}
	}
}

// Every thing has one name, and what is referred to is described.
func TestThingsHaveNames(t *testing.T) {
	t.Parallel()
	for _, data := range []lineage.Dataset{region(), nasty()} {
		d := described(t, data, Selection{})
		known := map[string]bool{}
		for _, th := range d.things {
			if known[th.iri] {
				t.Errorf("two things are called %s", th.iri)
			}
			known[th.iri] = true
		}
		for _, th := range d.things {
			for _, f := range th.facts {
				if f.of.kind == resource && strings.HasPrefix(f.value, d.base) && !known[f.value] {
					t.Errorf("%s refers to %s, which is not described", th.iri, f.value)
				}
			}
		}
	}
}

// A membership has the same name in any selection.
func TestNamesDoNotDependOnSelection(t *testing.T) {
	t.Parallel()
	data := region()
	data.Organizations[1].Members = append(data.Organizations[1].Members, left(joined("GE", lineage.Guest, "2003"), "2004"))
	name := func(sel Selection) string {
		for _, th := range described(t, data, sel).things {
			if strings.Contains(th.iri, "membership_caco_GE") && slices.ContainsFunc(th.facts, func(f fact) bool { return strings.HasSuffix(f.value, "role_guest") }) {
				return th.iri
			}
		}
		return ""
	}
	all := name(Selection{})
	if guests := name(Selection{Roles: lineage.RolesOf(lineage.Guest)}); all == "" || guests != all {
		t.Errorf("the membership is called %q among all and %q among guests", all, guests)
	}
}

func TestVocabulary(t *testing.T) {
	t.Parallel()
	keys := map[string]string{"id": "id"}
	for _, ns := range namespaces {
		keys[ns.prefix] = ns.prefix
	}
	for _, p := range properties {
		if other := keys[p.key()]; other != "" {
			t.Errorf("%s and %s have the same key in JSON", p.name, other)
		}
		keys[p.key()] = p.name
		if own := strings.HasPrefix(p.name, "lineage:"); own != (p.means != "") {
			t.Errorf("%s is described: %v; our own terms are, and no others", p.name, p.means != "")
		}
		if expand(p.name) == p.name {
			t.Errorf("%s has a prefix that is not declared", p.name)
		}
	}
	for _, th := range append(described(t, region(), Selection{}).things, described(t, nasty(), Selection{}).things...) {
		for _, f := range th.facts {
			if !slices.Contains(properties, f.of) {
				t.Errorf("%s is not in the context of JSON-LD", f.of.name)
			}
		}
		for _, class := range th.types {
			own := slices.ContainsFunc(classes, func(c struct{ name, means string }) bool { return c.name == class })
			if strings.HasPrefix(class, "lineage:") && !own {
				t.Errorf("%s is not described", class)
			}
		}
	}
}

func TestBase(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		base   string
		ok     bool
		reason string
	}{
		{"", true, "the default"},
		{"https://example.org/atlas#", true, "a fragment"},
		{"http://example.org/atlas/", true, "a path"},
		{"https://example.org/атлас/", true, "an IRI holds any letters"},
		{"https://example.org/atlas", false, "names would stick to it"},
		{"atlas#", false, "it is not absolute"},
		{"//example.org/", false, "it is not absolute"},
		{"https://example.org/a b#", false, "a space ends an IRI in some formats"},
		{"https://example.org/> . <x/", false, "it would end the IRI"},
		{"https://exa\nmple.org/", false, "it is no IRI"},
	} {
		for name, write := range map[string]format{"Turtle": RDF{Base: test.base}.Turtle, "JSONLD": RDF{Base: test.base}.JSONLD} {
			var b strings.Builder
			err := write(&b, atlas(t, region()), Selection{})
			if (err == nil) != test.ok || !test.ok && b.Len() > 0 {
				t.Errorf("%s with base %q fails with %v, %d bytes written: %s", name, test.base, err, b.Len(), test.reason)
			}
			if base := test.base; test.ok && base != "" && !strings.Contains(b.String(), base) {
				t.Errorf("%s does not use the base %q", name, base)
			}
		}
	}
}

func TestLanguageTag(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		in, want, reason string
	}{
		{"ru", "ru", "a language"},
		{"sr-Latn-RS", "sr-Latn-RS", "with script and region"},
		{"es-419", "es-419", "a region of digits"},
		{"419", "", "the first part is of letters"},
		{"", "", "none"},
		{"en-", "", "an empty part"},
		{"-en", "", "an empty part"},
		{"abcdefghi", "", "a part has at most 8 characters"},
		{"ru .\n<x>", "", "it would end the literal"},
		{"рус", "", "letters of ASCII alone"},
	} {
		if got := languageTag(test.in); got != test.want {
			t.Errorf("%q became %q, want %q: %s", test.in, got, test.want, test.reason)
		}
	}
}

func TestTurtleValue(t *testing.T) {
	t.Parallel()
	var d description
	for _, test := range []struct {
		f            fact
		want, reason string
	}{
		{fact{noteOf, "a \"b\" \\ c\nd", ""}, `"a \"b\" \\ c\nd"`, "what ends or escapes is escaped"},
		{fact{prefLabel, `x"@en`, "ru"}, `"x\"@en"@ru`, "a text is no language"},
		{fact{dateOf, "1998~", ""}, `"1998~"^^edtf:EDTF`, "a datatype"},
		{fact{cowNumber, "705", ""}, `705`, "a number stands for itself"},
		{fact{seeAlso, "https://x/%3E", ""}, `<https://x/%3E>`, "an IRI without prefix"},
		{fact{seeAlso, "http://www.w3.org/ns/org#Role", ""}, `org:Role`, "an IRI with one"},
		{fact{seeAlso, "http://www.w3.org/ns/org#a.b", ""}, `<http://www.w3.org/ns/org#a.b>`, "dots may end a statement"},
	} {
		if got := d.turtleValue(test.f); got != test.want {
			t.Errorf("%q became %s, want %s: %s", test.f.value, got, test.want, test.reason)
		}
	}
}

func TestJSONLDHostileNames(t *testing.T) {
	t.Parallel()
	var got struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(format(JSONLD).bytes(t, nasty(), Selection{}), &got); err != nil {
		t.Fatal(err)
	}
	short := map[string]string{}
	for _, th := range got.Graph {
		if name, ok := th["short"].(string); ok {
			short[th["@id"].(string)] = name
		}
	}
	want := map[string]string{}
	for _, o := range nasty().Organizations {
		want["id:org_"+string(o.ID)] = multiLine(o.Short)
	}
	if diff := cmp.Diff(want, short); diff != "" {
		t.Errorf("short names (-want +got):\n%s", diff)
	}
}
