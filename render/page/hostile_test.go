package page

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
)

// hostileNames try to get out of every place in which a name stands.
var hostileNames = []string{
	`</script><script>document.title='owned'</script>`,
	`<img src=x onerror="document.title='owned'">`,
	`"><svg onload=alert(1)>`,
	`' onmouseover='alert(1)`,
	"<!--<script>",
	"]]></style></title></noscript><b>",
	"line\u2028and\u2029paragraph",
	"\u202egnirts a\u202c\u2066",
	"bad\xffbytes\x00and\x1bcontrols",
	"{{state}} ${state} $& {date} {n}",
	"__proto__",
}

var hostileAddresses = []string{
	"javascript:document.title='owned'", "JaVaScRiPt:alert(1)", "\tjavascript:alert(1)", "data:text/html,<script>alert(1)</script>",
	"vbscript:x", "file:///etc/passwd", "https:alert(1)", "https://user:word@example.org/", "//example.org/", `https://example.org/"onclick="x`,
	"https://example.org/a?b=<c>&d='e'",
}

func dated(on string, rivals ...string) lineage.Steps {
	d := lineage.Dating{Step: lineage.Effective, On: lineage.MustDate(on), Sources: []lineage.SourceID{"s0"}, Note: hostileNames[0], Place: hostileNames[1]}
	for _, r := range rivals {
		d.Rivals = append(d.Rivals, lineage.Claim{On: lineage.MustDate(r), Sources: []lineage.SourceID{"s1"}, Note: hostileNames[3]})
	}
	return lineage.Steps{d}
}

// hostile is an atlas whose names and addresses are hostile, and whose dates are
// vague in every way.
func hostile(t testing.TB) *lineage.Atlas {
	t.Helper()
	var d lineage.Dataset
	for i, a := range hostileAddresses {
		d.Sources = append(d.Sources, lineage.Source{
			ID: lineage.SourceID("s" + string(rune('0'+i%10)) + strings.Repeat("x", i/10)), Kind: lineage.Press, URL: a,
			Title: hostileNames[i%len(hostileNames)] + " title", Author: hostileNames[(i+1)%len(hostileNames)], Language: "en",
		})
	}
	how := []string{"1990-05-06", "1990-06", "1991", "1991~", "[1990-05-07..1992]", "[1991..]", "[..1993]", "1992-03-01~", "1992?", "1990-05-06", "1993-02"}
	var every []lineage.SourceID
	for _, s := range d.Sources {
		every = append(every, s.ID)
	}
	club := lineage.Organization{
		ID: "club", Name: hostileNames[0], Short: hostileNames[1], Kind: "treaty", Founded: dated("1990-05-06", "1991"), Ended: dated("1998-03", "1999"),
		Names: map[string]string{"ru": hostileNames[2]}, Aliases: []string{hostileNames[4] + " alias", "Ünïque"},
		Notes: []lineage.Note{{Text: hostileNames[1], Sources: every}},
	}
	for i, name := range hostileNames {
		id := lineage.StateID("A" + string(rune('A'+i)))
		d.States = append(d.States, lineage.State{
			ID: id, Name: name + " " + string(id), Names: map[string]string{"ru": name + " ru " + string(id)},
			Former: []lineage.FormerName{{Name: "old " + name, Until: lineage.MustDate("1994"), Sources: []lineage.SourceID{"s0"}}},
		})
		m := lineage.Membership{State: id, Role: lineage.Member, Joined: lineage.Accession{How: lineage.Acceded, Steps: dated(how[i], "1995"), Sources: []lineage.SourceID{"s2"}}}
		switch i % 3 {
		case 1:
			m.Suspensions = []lineage.Suspension{{Began: dated("1995-03~"), Ended: dated("1996")}}
			if i == 4 { // certainly suspended while it is a member, which is not certain
				m.Suspensions[0].Ended = dated("1996-11-01")
				m.Left = lineage.Departure{How: lineage.Withdrew, Steps: dated("[1996..1997]")}
			}
		case 2:
			m.Role, m.As = lineage.Observer, name+" as"
			m.Left = lineage.Departure{How: lineage.Withdrew, Steps: dated("[1995-01-01..1997-06]")}
			if i == 8 { // nobody knows how early it ended
				m.Left.Steps = dated("[..1996]")
			}
		}
		club.Members = append(club.Members, m)
	}
	league := lineage.Organization{
		ID: "league", Name: "League " + hostileNames[5], Short: "L" + hostileNames[6], Kind: "union", Founded: dated("1998~"),
		Predecessors: []lineage.Succession{{From: "club", How: lineage.Replaced, Steps: dated("1998-03")}},
		Members:      []lineage.Membership{{State: "AA", Role: lineage.Member, Joined: lineage.Accession{How: lineage.Founded, Sources: []lineage.SourceID{"s3"}}}},
	}
	d.Organizations = []lineage.Organization{club, league}
	atlas, err := lineage.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return atlas
}

// TestHostile: nothing in names and addresses acts, whatever is opened.
func TestHostile(t *testing.T) {
	t.Parallel()
	for _, language := range []string{"en", "ru"} {
		atlas := hostile(t)
		view := render.View{Language: language, Title: hostileNames[0] + hostileNames[7], Caption: hostileNames[1]}
		p := open(t, write(t, atlas, view), "", 1280, 900)
		if got := eval[string](p, "document.title"); got == "owned" || !strings.HasPrefix(got, "</script>") {
			t.Errorf("the title is %q", got)
		}
		for _, focus := range []string{"club", "league", "AA", "AB.club", "AK.club"} {
			eval[string](p, "location.hash = '#date=1995-06-01&focus="+focus+"'")
			p.until("document.querySelector('#let-go') !== null && document.querySelectorAll('#told bdi').length > 0")
		}
		if p.type_("#search", "unique"); eval[string](p, "document.querySelector('#found li').dataset.focus") != "club" {
			t.Error("an accent has to be typed")
		}
		p.type_("#search", "old")
		for what, js := range map[string]string{
			"scripts":                  "document.scripts.length - 4",
			"foreign elements":         "document.querySelectorAll('img,iframe,object,embed,b:not(#summary b),svg script,svg foreignObject').length",
			"handlers":                 "[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on|^style$/i.test(a.name))).length",
			"links to other than http": "[...document.querySelectorAll('a[href]')].filter(a => !/^https?:\\/\\//.test(a.href) && !a.getAttribute('href').startsWith('#')).length",
			"links with a user":        "[...document.querySelectorAll('a[href]')].filter(a => a.username || a.href.includes('@')).length",
			"links that open here":     "[...document.querySelectorAll('a[href^=http]')].filter(a => a.target !== '_blank' || a.rel !== 'noopener noreferrer').length",
		} {
			if n := eval[int](p, js); n != 0 {
				t.Errorf("%s: %d %s", language, n, what)
			}
		}
		if n := eval[int](p, "document.querySelectorAll('.sources a[href^=http]').length"); n != 2 {
			t.Errorf("%d sources are links, want 2", n)
		}
	}
}

// TestHostileDrawing: what could act or fetch does not get into the page.
func TestHostileDrawing(t *testing.T) {
	t.Parallel()
	svg := `<?xml version="1.0"?><!DOCTYPE svg><!-- a comment --><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="600" height="100" viewBox="0 0 600 100" onload="document.title='owned'" style="color:red">
<script>document.title='owned'</script><SCRIPT>document.title='owned'</SCRIPT>
<style>@import url(https://example.org/x.css);@font-face{font-family:x;src:url(https://example.org/f)}text{fill:url(https://example.org/p)}.a{fill:u\72l(x)}h1,body{display:none}.b{fill:url(#p)}&lt;/style>&lt;img src=x></style>
<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="alert(1)"/></body></foreignObject>
<image href="https://example.org/i.png"/><use href="https://example.org/u.svg#a"/><use xlink:href="#p"/>
<a href="javascript:alert(1)"><text y="20">one</text></a><a xlink:href="https://example.org/"><text y="40">two</text></a>
<g><title>three<title><a href="https://example.org/t">four</a></title></title></g>
<animate attributeName="href" to="javascript:alert(1)"/><set attributeName="onclick" to="alert(1)"/>
<rect id="p" width="9" height="9" fill="url(https://example.org/x)" mask="url(#m)" ONCLICK="alert(1)" filter="url(#f) url(https://example.org/y)"/>
<text y="60" aria-label="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;">&lt;img src=x onerror=alert(1)> &amp;lt; ]]&gt;</text></svg>`
	atlas := builtIn(t)
	html := writeOptions(t, atlas, Options{View: render.View{Organizations: core}, Drawings: []Drawing{{"river", []byte(svg)}, {"chart", []byte(svg)}}})
	for _, bad := range []string{"example.org/x", "example.org/f", "example.org/p", "example.org/i", "example.org/u", "example.org/t", "javascript:", "foreignObject", "@import", "@font-face", "<script>document", "onload=", "<!DOCTYPE svg"} {
		if strings.Contains(html, bad) {
			t.Errorf("the page contains %q", bad)
		}
	}
	for _, good := range []string{`href="#river-p"`, `id="river-p"`, `id="chart-p"`, `href="#chart-p"`, `mask="url(#chart-m)"`, `href="https://example.org/" rel="noopener noreferrer" target="_blank"`, ".drawing-chart .b{fill:url(#chart-p)}"} {
		if !strings.Contains(html, good) {
			t.Errorf("the page does not contain %q", good)
		}
	}
	p := open(t, html, "", 800, 600)
	if got := eval[string](p, "document.title + getComputedStyle(document.querySelector('h1')).display"); strings.Contains(got, "owned") || !strings.HasSuffix(got, "block") {
		t.Errorf("the drawing changed the page: %q", got)
	}
}

// TestHostileHash: an address that is not one of ours chooses nothing.
func TestHostileHash(t *testing.T) {
	t.Parallel()
	p := open(t, corePage(t), "#date=<img src=x>&focus=__proto__", 1280, 900)
	for _, hash := range []string{
		"#date=2004-02-30", "#date=9999-01-01&focus=constructor", "#focus=KZ.nowhere", "#focus=KZ.caco.x", "#date=javascript:alert(1)", "#focus=%E0%A4%A", "#date=&focus=", "#date=-1",
	} {
		if got := eval[string](p, "location.hash = "+quote(hash)+"; document.querySelector('svg').getAttribute('class')"); strings.Contains(got, "dated") || strings.Contains(got, "traced") {
			t.Errorf("%s: the drawing has the classes %q", hash, got)
		}
		p.until("document.querySelector('#whole').disabled")
	}
}

// TestSaved: the drawing that is downloaded is whole, alone, and well-formed.
func TestSaved(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		atlas *lineage.Atlas
		view  render.View
	}{{builtIn(t), render.View{Organizations: core}}, {hostile(t), render.View{}}} {
		p := open(t, write(t, c.atlas, c.view), "", 1280, 900)
		p.type_("#day", "1995-06-01")
		svg := p.saved("#download-svg")
		dec := xml.NewDecoder(strings.NewReader(svg))
		n := 0
		for {
			token, err := dec.Token()
			if token == nil {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if e, ok := token.(xml.StartElement); ok {
				n++
				if e.Name.Space != "http://www.w3.org/2000/svg" {
					t.Errorf("an element %v", e.Name)
				}
			}
		}
		for _, bad := range []string{"day-line", "dated", "there", "of-state"} {
			if strings.Contains(svg, bad) {
				t.Errorf("the drawing still has %q", bad)
			}
		}
		if !strings.Contains(svg, `viewBox="0 -80 1280 `) || !strings.Contains(svg, ">Rows of memberships</text>") || strings.Contains(svg, "data-whole") {
			t.Errorf("the head is not put back: %.300s", svg)
		}
		if n < 40 || !strings.Contains(svg, "<style") {
			t.Errorf("%d elements, or no style", n)
		}
	}
}
