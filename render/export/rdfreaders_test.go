package export

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/orglineage/orglineage/lineage"
)

// Other programs read what is written: those of Raptor and Jena, where they
// are.
func TestTurtleValidators(t *testing.T) {
	t.Parallel()
	for name, d := range map[string]lineage.Dataset{"region.ttl": region(), "nasty.ttl": nasty(), "empty.ttl": {}} {
		file := format(Turtle).file(t, name, d, Selection{})
		for _, args := range [][]string{
			{"rapper", "--quiet", "--input", "turtle", "--count", file},
			{"riot", "--validate", file},
		} {
			if _, err := exec.LookPath(args[0]); err != nil {
				t.Logf("there is no %s", args[0])
				continue
			}
			if out, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil || len(out) > 0 {
				t.Errorf("%s does not like %s: %v\n%s", args[0], name, err, out)
			}
		}
	}
}

// documentedQuery is the one in the documentation of [RDF].
func documentedQuery(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile("rdf.go")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(source), "//	SELECT")
	query, _, found := strings.Cut(after, "//	}\n")
	if !found {
		t.Fatal("rdf.go has no query")
	}
	return "SELECT" + strings.ReplaceAll(query, "//	", "") + "}"
}

func TestRDFInRdflib(t *testing.T) {
	t.Parallel()
	members := documentedQuery(t)
	perhaps := strings.NewReplacer("latest", "earliest", "earliest", "latest", "role_member", "role_observer").Replace(members)
	tests := []struct {
		query  string
		want   []string
		reason string
	}{
		{members, []string{"KZ", "RU", "UZ"}, "who was in CACO on 2004-12-31"},
		{strings.ReplaceAll(members, "2004-12-31", "2004-10-17"), []string{"KZ", "UZ"}, "the day before Russia joined, whatever is claimed"},
		{strings.ReplaceAll(members, "2004-12-31", "2006-01-25"), []string{}, "the day on which CACO was no more"},
		{perhaps, []string{"GE"}, "an observer since a day not known may have been there then"},
		{strings.ReplaceAll(perhaps, "2004-12-31", "2001-12-31"), []string{}, "but not before there was a CACO"},
		{`SELECT ?id WHERE { ?m org:member/dc:identifier ?id ; lineage:suspendedDuring ?i .
			?i time:hasBeginning/time:inXSDDate ?since ; time:hasEnd/lineage:earliest ?until .
			FILTER (?since <= "2009-06-01"^^xsd:date && ?until > "2009-06-01"^^xsd:date) }`, []string{"UZ"}, "who was suspended in June 2009"},
		{`SELECT ?id ?kind ?date WHERE { ?e a org:ChangeEvent ; org:originalOrganization/dc:identifier "caco" ; org:resultingOrganization/dc:identifier ?id ; lineage:kind ?kind ; time:hasTime/lineage:date ?date }`, []string{"eurasec absorbed 2006-01"}, "what became of CACO"},
		{`SELECT ?date ?source WHERE { ?c a lineage:Claim ; lineage:about/org:member id:state_RU ; lineage:event "joined" ; lineage:date ?date ; prov:wasDerivedFrom/dc:title ?source }`, []string{"2004-05-28 Как это было"}, "what else is said of Russia's accession"},
		{`SELECT ?x WHERE { ?x org:member id:state_AZ }`, []string{}, "Azerbaijan was an observer by a claim alone"},
		{`SELECT ?id WHERE { ?x a lineage:ClaimedMembership ; lineage:claimedMember/dc:identifier ?id }`, []string{"AZ"}, "which is told as such"},
		{`SELECT ?id WHERE { id:org_caco lineage:dating ?d . ?d lineage:event "founded" ; prov:hadPrimarySource/dc:identifier ?id }`, []string{"treaty"}, "the primary source of the founding"},
		{`SELECT ?id WHERE { ?o org:subOrganizationOf id:org_eurasec ; dc:identifier ?id }`, []string{"cu-2010"}, "what worked within EurAsEC"},
		{`SELECT ?id WHERE { ?o a lineage:Proposal ; dc:identifier ?id . FILTER NOT EXISTS { ?o a org:FormalOrganization } }`, []string{"ucas"}, "what was only proposed"},
		{`SELECT ?name WHERE { id:org_caco skos:prefLabel ?name . FILTER (lang(?name) = "ru") }`, []string{"Центрально-Азиатское сотрудничество"}, "a name in Russian"},
	}
	type answers struct {
		Turtle, JSONLD int
		Apart          []string
		Found          [][]string
	}
	ask := func(d lineage.Dataset, queries ...string) answers {
		args := []string{format(Turtle).file(t, "atlas.ttl", d, Selection{}), format(JSONLD).file(t, "atlas.jsonld", d, Selection{})}
		var a answers
		if err := json.Unmarshal([]byte(runPython(t, "rdflib", "rdf.py", append(args, queries...)...)), &a); err != nil {
			t.Fatal(err)
		}
		if a.Turtle == 0 || len(a.Apart) > 0 {
			t.Errorf("%d triples in Turtle and %d in JSON-LD, in one of them alone:\n%s", a.Turtle, a.JSONLD, strings.Join(a.Apart, "\n"))
		}
		return a
	}
	var queries []string
	for _, test := range tests {
		queries = append(queries, test.query)
	}
	got := ask(region(), queries...)
	for i, test := range tests {
		if diff := cmp.Diff(test.want, got.Found[i]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.reason, diff)
		}
	}
	ask(nasty())
}
