package export

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/orglineage/orglineage/lineage"
)

// graphMLs are the networks, and what is in those of the region.
var graphMLs = []struct {
	name         string
	write        format
	nodes, edges int
}{
	{"successions", GraphMLSuccessions, 5, 2},
	{"memberships", GraphMLMemberships, 5 + 4, 11},
	{"states", GraphMLStates, 4, 6},
}

// A document is GraphML as its schema has it.
type document struct {
	XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
		Type string `xml:"attr.type,attr"`
	} `xml:"key"`
	Graphs []struct {
		ID      string    `xml:"id,attr"`
		Default string    `xml:"edgedefault,attr"`
		Nodes   []element `xml:"node"`
		Edges   []element `xml:"edge"`
	} `xml:"graph"`
}

type element struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Data   []struct {
		Key  string `xml:"key,attr"`
		Text string `xml:",chardata"`
	} `xml:"data"`
}

// Structure is what the schema of GraphML asks for and encoding/xml does not
// see: keys that are declared, references that lead somewhere, values of their
// type.
func checkStructure(t *testing.T, name string, text []byte) document {
	t.Helper()
	for dec := xml.NewDecoder(bytes.NewReader(text)); ; {
		if _, err := dec.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("%s is not well-formed: %v", name, err)
		}
	}
	var d document
	if err := xml.Unmarshal(text, &d); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	token := regexp.MustCompile(`^[A-Za-z0-9._:-]+$`) // an NMTOKEN
	ids := map[string]bool{}
	id := func(s string) {
		if !token.MatchString(s) || ids[s] {
			t.Errorf("%s: the id %q is not one, or used twice", name, s)
		}
		ids[s] = true
	}
	kinds := map[string]string{}
	for _, k := range d.Keys {
		id(k.ID)
		kinds[k.For+" "+k.ID] = k.Type
	}
	if len(d.Graphs) != 1 || d.Graphs[0].Default != "directed" && d.Graphs[0].Default != "undirected" {
		t.Fatalf("%s: %d graphs, want one that is directed or undirected", name, len(d.Graphs))
	}
	g := d.Graphs[0]
	id(g.ID)
	data := func(of string, e element) {
		seen := map[string]bool{}
		for _, v := range e.Data {
			var err error
			switch kind := kinds[of+" "+v.Key]; kind {
			case "int":
				_, err = strconv.Atoi(v.Text)
			case "boolean":
				_, err = strconv.ParseBool(v.Text)
			case "string":
			default:
				t.Errorf("%s: a %s has a value for %q, which is not declared", name, of, v.Key)
			}
			if err != nil || seen[v.Key] {
				t.Errorf("%s: %q stands for %q, or stands twice: %v", name, v.Text, v.Key, err)
			}
			seen[v.Key] = true
		}
	}
	for _, n := range g.Nodes {
		id(n.ID)
		data("node", n)
	}
	for _, e := range g.Edges {
		id(e.ID)
		data("edge", e)
		if !ids[e.Source] || !ids[e.Target] {
			t.Errorf("%s: an edge from %q to %q, which are not both nodes", name, e.Source, e.Target)
		}
	}
	return d
}

func TestGraphMLStructure(t *testing.T) {
	t.Parallel()
	for _, test := range graphMLs {
		d := checkStructure(t, test.name, test.write.bytes(t, region(), Selection{}))
		if g := d.Graphs[0]; len(g.Nodes) != test.nodes || len(g.Edges) != test.edges {
			t.Errorf("%s: %d nodes and %d edges, want %d and %d", test.name, len(g.Nodes), len(g.Edges), test.nodes, test.edges)
		}
		checkStructure(t, test.name+" of nothing", test.write.bytes(t, lineage.Dataset{}, Selection{}))
	}
}

func TestGraphMLHostileNames(t *testing.T) {
	t.Parallel()
	nasty := nasty()
	d := checkStructure(t, "successions", format(GraphMLSuccessions).bytes(t, nasty, Selection{}))
	labels := map[string]string{}
	for _, n := range d.Graphs[0].Nodes {
		labels[n.ID] = n.Data[0].Text
	}
	for _, o := range nasty.Organizations {
		if got, want := labels[string(o.ID)], oneLine(o.Short); got != want {
			t.Errorf("%s has the label %q, want %q", o.ID, got, want)
		}
	}
	for _, test := range graphMLs {
		checkStructure(t, test.name, test.write.bytes(t, nasty, Selection{}))
	}
}

// read is what testdata/readers/graphml.py prints.
type read struct {
	Directed  bool
	Nodes     map[string]map[string]any
	Edges     []map[string]any
	Ancestors map[string][]string
	Strength  map[string]float64
}

func TestGraphMLInNetworkx(t *testing.T) {
	t.Parallel()
	var files []string
	for _, test := range graphMLs {
		files = append(files, test.write.file(t, test.name+".graphml", region(), Selection{}), test.write.file(t, test.name+"-nasty.graphml", nasty(), Selection{}))
	}
	var found []read
	if err := json.Unmarshal([]byte(runPython(t, "networkx", "graphml.py", files...)), &found); err != nil {
		t.Fatal(err)
	}
	all := map[string]read{}
	for i, test := range graphMLs {
		r := found[2*i]
		if len(r.Nodes) != test.nodes || len(r.Edges) != test.edges || r.Directed != (test.name == "successions") {
			t.Errorf("%s: networkx finds %d nodes and %d edges (directed: %v)", test.name, len(r.Nodes), len(r.Edges), r.Directed)
		}
		all[test.name] = r
	}
	if diff := cmp.Diff([]string{"caco", "caec"}, all["successions"].Ancestors["eurasec"]); diff != "" {
		t.Errorf("the ancestors of EurAsEC (-want +got):\n%s", diff)
	}
	if got, want := all["states"].Strength["RU"], 6890.+3727; got != want {
		t.Errorf("Russia shared %v days, want %v", got, want)
	}
	if got, want := all["successions"].Nodes["ucas"]["proposed"], true; got != want {
		t.Errorf("UCAS is proposed: %v, want %v", got, want)
	}
	want := map[string]any{
		"from": "state-UZ", "to": "org-eurasec", "role": "member", "since": "2006-01-25", "until": "2015-01-01", "certainty": "yes", "disputed": true,
		"days_least": 3263., "days_most": 3263., "suspended": "yes", "suspended_least": 1168., "suspended_most": 1714.,
	}
	var got map[string]any
	for _, e := range all["memberships"].Edges {
		if e["from"] == "org-eurasec" { // an edge without direction may be told from either end
			e["from"], e["to"] = e["to"], e["from"]
		}
		if e["from"] == want["from"] && e["to"] == want["to"] {
			got = e
			delete(got, "id")
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Uzbekistan in EurAsEC (-want +got):\n%s", diff)
	}
}

// The days that two states shared, by hand.
func TestGraphMLStates(t *testing.T) {
	t.Parallel()
	type edge struct{ least, most, certainty, shared string }
	for _, test := range []struct {
		sel    Selection
		pair   string
		want   edge
		reason string
	}{
		{Selection{}, "RU UZ", edge{"3727", "3727", "yes", "caco eurasec"}, "464 days of CACO and 3263 of EurAsEC, suspended or not"},
		{Selection{}, "KZ RU", edge{"6890", "7254", "yes", "caco eurasec cu-2010"}, "the Customs Union began on some day of 2010"},
		{Selection{}, "GE KZ", edge{"0", "1427", "maybe", "caco"}, "an observer since a day not known"},
		{Selection{Roles: lineage.RolesOf(lineage.Member)}, "GE KZ", edge{}, "observers were not asked for"},
		{Selection{Organizations: []lineage.OrgID{"caco"}}, "RU UZ", edge{"464", "464", "yes", "caco"}, "CACO alone"},
		{Selection{From: lineage.MustDate("2005"), To: lineage.MustDate("2005")}, "RU UZ", edge{"365", "365", "yes", "caco"}, "one year"},
		{Selection{To: lineage.MustDate("2004-10-18")}, "RU UZ", edge{"1", "1", "yes", "caco"}, "the last day counts"},
		{Selection{To: lineage.MustDate("2004-10-17")}, "RU UZ", edge{}, "the day before there was nothing to share"},
	} {
		d := checkStructure(t, "states", format(GraphMLStates).bytes(t, region(), test.sel))
		var got edge
		for _, e := range d.Graphs[0].Edges {
			if e.Source+" "+e.Target == test.pair {
				got = edge{e.Data[1].Text, e.Data[2].Text, e.Data[3].Text, e.Data[5].Text}
			}
		}
		if got != test.want {
			t.Errorf("%s: %v, want %v: %s", test.pair, got, test.want, test.reason)
		}
	}
}
