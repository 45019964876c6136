package page

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	browserdomain "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/export"
)

// press presses keys in the element that has the focus.
func (p *tab) press(keys string, modifiers ...chromedp.KeyOption) {
	p.Helper()
	p.do(chromedp.KeyEvent(keys, modifiers...))
}

// focus gives an element the focus of the keyboard.
func (p *tab) focus(selector string) {
	p.Helper()
	eval[bool](p, "document.querySelector("+quote(selector)+").focus(), true")
}

// type_ replaces the text of a field, and confirms it.
func (p *tab) type_(selector, text string) {
	p.Helper()
	p.focus(selector)
	eval[bool](p, "document.activeElement.select(), true")
	p.press(text)
	if selector == "#day" {
		p.press(kb.Enter)
	}
}

// saved returns what a download button saves.
func (p *tab) saved(button string) string {
	p.Helper()
	eval[bool](p, `(() => {
		window.kept = null;
		URL.createObjectURL = blob => { blob.text().then(text => { window.kept = text; }); return '#saved'; };
		HTMLAnchorElement.prototype.click = function () { window.name = this.download; };
		document.querySelector('`+button+`').click();
		return true;
	})()`)
	p.until("window.kept !== null")
	return eval[string](p, "window.kept")
}

func TestSlider(t *testing.T) {
	t.Parallel()
	p := open(t, corePage(t), "", 1280, 900)
	if got := eval[string](p, "location.hash + document.querySelector('svg').classList.contains('dated')"); got != "false" {
		t.Errorf("at first: %q", got)
	}
	p.type_("#day", "2004-12-31")
	p.focus("#slider")
	for _, c := range []struct {
		keys  string
		shift bool
		want  string
		why   string
	}{
		{kb.ArrowRight, false, "2005-01-01", "a day on"},
		{kb.ArrowLeft, false, "2004-12-31", "and back"},
		{kb.PageUp, false, "2005-01-31", "a month on"},
		{kb.PageUp, false, "2005-02-28", "a shorter month ends earlier"},
		{kb.PageDown, false, "2005-01-28", "a month back"},
		{kb.ArrowUp, true, "2005-02-28", "shift makes months of days"},
		{kb.Home, false, "1994-04-30", "the first day"},
		{kb.ArrowLeft, true, "1994-04-30", "and no day before it"},
		{kb.End, false, "2026-02-26", "the last day"},
		{kb.PageUp, false, "2026-02-26", "and no day after it"},
	} {
		if c.shift {
			p.press(c.keys, chromedp.KeyModifiers(kb.ModifierShift))
		} else {
			p.press(c.keys)
		}
		if got := eval[string](p, "document.querySelector('#day').value"); got != c.want {
			t.Errorf("%s: %s, want %s", c.why, got, c.want)
		}
	}
	p.type_("#day", "2004-12-31")
	if got := eval[string](p, "document.querySelector('#slider').getAttribute('aria-valuetext')"); got != "31 Dec 2004" {
		t.Errorf("the slider says %q", got)
	}
	// The line stands at the date.
	if got := eval[float64](p, "Number(document.querySelector('.day-line line').getAttribute('x1'))"); got < 588 || got > 590 {
		t.Errorf("the line stands at %v", got)
	}
	p.until("location.hash === '#date=2004-12-31'")
	p.until("document.querySelector('#status').textContent.startsWith('31 Dec 2004. CACO: 5 members')")
	for _, bad := range []string{"1990-01-01", "2004-02-30", "tomorrow", "", "2004-13-01"} {
		p.type_("#day", bad)
		if got := eval[string](p, "[document.querySelector('#day').getAttribute('aria-invalid'), document.querySelector('#day-error').textContent, location.hash].join()"); bad != "" &&
			got != "true,Please write a day from 1994-04-30 to 2026-02-26, such as 2026-02-26.,#date=2004-12-31" {
			t.Errorf("%q: %s", bad, got)
		}
	}
	p.type_("#day", "1994") // which begins before the window
	if got := eval[string](p, "document.querySelector('#day').value"); got != "1994-04-30" {
		t.Errorf("a year: %s", got)
	}
	eval[bool](p, "document.querySelectorAll('.events button')[9].click(), true")
	p.until("location.hash === '#date=2004-10-18'") // Russia joins CACO
	p.focus("#whole")
	p.press(kb.Enter)
	p.until("location.hash === '' && !document.querySelector('.dated,.day-line')")
}

func TestTracing(t *testing.T) {
	t.Parallel()
	p := open(t, corePage(t), "", 1280, 900)
	const kz = `.membership[data-state=KZ][data-organization=caco]`
	lit := func() string {
		t.Helper()
		return eval[string](p, `[...new Set([...document.querySelectorAll('.membership.lit')].map(m => m.dataset.state))].sort().join() + ' ' +
			[...document.querySelectorAll('.organization.lit')].map(m => m.dataset.organization).join()`)
	}
	x, y := p.middle(kz)
	p.do(chromedp.MouseEvent(chromedp.MouseMoved, x, y))
	p.until("document.querySelector('.traced') !== null")
	if got := lit(); got != "KZ caeu,caec,caco,eurasec,eaeu" {
		t.Errorf("pointing at Kazakhstan lights %s", got)
	}
	if got := p.text("#told article p"); !strings.HasPrefix(got, "Kazakhstan: member of CACO") {
		t.Errorf("the facts begin with %q", got)
	}
	p.do(chromedp.MouseEvent(chromedp.MouseMoved, 5, 5))
	p.until("document.querySelector('.traced') === null")

	// The same with the keyboard.
	p.focus(kz)
	if got := lit(); got != "KZ caeu,caec,caco,eurasec,eaeu" {
		t.Errorf("the focus on Kazakhstan lights %s", got)
	}
	p.press(kb.Enter)
	p.until("location.hash === '#focus=KZ.caco'")
	p.press(kb.Tab)
	p.focus("#slider")
	if got := lit(); got != "KZ caeu,caec,caco,eurasec,eaeu" {
		t.Errorf("what is kept lights %s", got)
	}
	if got := eval[int](p, "document.querySelectorAll('#told article').length"); got != 1 {
		t.Errorf("%d articles, want one membership", got)
	}
	eval[bool](p, "[...document.querySelectorAll('#told [data-focus]')].find(b => b.dataset.focus === 'KZ').click(), true")
	p.until("location.hash === '#focus=KZ' && document.activeElement.id === 'facts-heading'")
	if got := eval[int](p, "document.querySelectorAll('#told article').length"); got != 5 {
		t.Errorf("%d articles, want five memberships", got)
	}
	p.press(kb.Escape)
	p.until("location.hash === '' && document.querySelector('.traced') === null")

	p.focus(".organization[data-organization=caco]")
	p.press(" ")
	p.until("location.hash === '#focus=caco'")
	if got := lit(); got != "GE,KG,KZ,RU,TJ,TR,UA,UZ caco" {
		t.Errorf("CACO lights %s", got)
	}
	p.press(kb.Enter)
	p.until("location.hash === ''")

	// A name in the panel traces, too.
	p.type_("#day", "2004-12-31")
	p.focus("#members [data-focus='RU.caco']")
	if got := lit(); !strings.HasPrefix(got, "RU ") {
		t.Errorf("the name of Russia lights %s", got)
	}
	p.press(kb.Enter)
	p.until("location.hash === '#date=2004-12-31&focus=RU.caco'")
	if got := eval[int](p, "document.querySelectorAll('#told .cited a[href^=http]').length"); got < 5 {
		t.Errorf("%d sources", got)
	}
	if got := p.text("#told .claims"); !strings.Contains(got, "28 May 2004") {
		t.Errorf("the rivals are %q", got)
	}
}

// middle returns a point on the line of a membership.
func (p *tab) middle(selector string) (x, y float64) {
	p.Helper()
	at := eval[[]float64](p, `(() => {
		const e = document.querySelector('`+selector+`');
		e.scrollIntoView({block: 'center'});
		const r = e.querySelector('text').getBoundingClientRect();
		return [r.left + r.width / 2, r.top + r.height / 2];
	})()`)
	return at[0], at[1]
}

func TestSearch(t *testing.T) {
	t.Parallel()
	p := open(t, corePage(t), "", 1280, 900)
	for _, c := range []struct{ text, want, why string }{
		{"uzb", "Uzbekistan", "the beginning of a name"},
		{"узб", "Uzbekistan", "in Russian"},
		{"turkiye", "Türkiye", "without accents"},
		{"c.a.c.o", "CACO, Central Asian Cooperation Organization", "as an acronym is written"},
		{"ЕврАзЭС", "EurAsEC, Eurasian Economic Community", "in Russian"},
		{"  ECONOMIC   union", "", "words in the middle"},
		{"zzz", "Nothing found", "nothing"},
	} {
		p.type_("#search", c.text)
		got := p.text("#found li")
		if c.want != "" && got != c.want {
			t.Errorf("%s: %q gives %q, want %q", c.why, c.text, got, c.want)
		}
	}
	p.type_("#search", "kyrg")
	p.press(kb.ArrowDown)
	if got := eval[string](p, "document.getElementById(document.querySelector('#search').getAttribute('aria-activedescendant')).textContent"); got != "Kyrgyzstan" {
		t.Errorf("chosen %q", got)
	}
	p.press(kb.Enter)
	p.until("location.hash === '#focus=KG' && document.querySelector('#found').hidden")
	p.press(kb.Escape)
	p.until("location.hash === ''")
}

func TestPermalink(t *testing.T) {
	t.Parallel()
	html := corePage(t)
	p := open(t, html, "#date=2004-12-31&focus=KZ", 1280, 900)
	state := func() string {
		t.Helper()
		return eval[string](p, "[document.querySelector('#day').value, document.querySelector('#day-heading').textContent, document.querySelector('#facts-heading').textContent].join()")
	}
	if got := state(); got != "2004-12-31,31 Dec 2004,Kazakhstan" {
		t.Errorf("opened: %s", got)
	}
	eval[string](p, "location.hash = '#focus=eaeu&date=2020-01-01'")
	p.until("document.querySelector('#day').value === '2020-01-01'")
	if got := state(); got != "2020-01-01,1 Jan 2020,Eurasian Economic Union" {
		t.Errorf("changed: %s", got)
	}
	// A link within the page chooses nothing.
	eval[bool](p, "document.querySelector('.cites a').click(), true")
	p.until("location.hash.startsWith('#source-')")
	if got := state(); got != "2020-01-01,1 Jan 2020,Eurasian Economic Union" {
		t.Errorf("after a link: %s", got)
	}
	eval[string](p, "location.hash = ''")
	p.until("document.querySelector('#whole').disabled && document.querySelector('#facts-heading').textContent === 'Facts'")
}

// TestDownloads: the tables are what the exports write.
func TestDownloads(t *testing.T) {
	t.Parallel()
	view := render.View{Organizations: core, From: lineage.MustDate("1998"), Roles: lineage.RolesOf(lineage.Member)}
	p := open(t, write(t, builtIn(t), view), "", 1280, 900)
	var want bytes.Buffer
	if err := export.Spells(&want, builtIn(t), export.Selection{Organizations: view.Organizations, From: view.From, Roles: view.Roles}); err != nil {
		t.Fatal(err)
	}
	if got := p.saved("#download-csv"); got != want.String() {
		t.Errorf("the CSV differs from the export:\n%s", got)
	}
	var all struct {
		Title                                                           string
		Organizations, States, Memberships, Successions, Events, Claims []map[string]any
		Sources                                                         []struct{ ID, Kind, Text, URL string }
	}
	if err := json.Unmarshal([]byte(p.saved("#download-json")), &all); err != nil {
		t.Fatal(err)
	}
	if len(all.Organizations) != 5 || len(all.Memberships) != 24 || len(all.Successions) != 4 || len(all.Sources) < 50 || all.Sources[0].Text == "" {
		t.Errorf("the JSON has %d organizations, %d memberships, %d successions, %d sources", len(all.Organizations), len(all.Memberships), len(all.Successions), len(all.Sources))
	}
	for _, m := range all.Memberships {
		if m["span"] != nil {
			t.Error("a membership has what only the script needs")
		}
	}
}

// TestDownloadedFile: the policy lets the browser save what the script makes.
func TestDownloadedFile(t *testing.T) {
	t.Parallel()
	p := open(t, corePage(t), "", 1280, 900)
	dir, done := t.TempDir(), make(chan bool, 1)
	if err := chromedp.ListenBrowser(p.ctx, func(ev any) {
		if e, ok := ev.(*browserdomain.EventDownloadProgress); ok && e.State == browserdomain.DownloadProgressStateCompleted {
			select {
			case done <- true:
			default:
			}
		}
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.CallBrowser(p.ctx, browserdomain.SetDownloadBehavior, browserdomain.SetDownloadBehaviorParams{
		Behavior: browserdomain.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir, EventsEnabled: new(true),
	}); err != nil {
		t.Fatal(err)
	}
	p.focus("#download-csv")
	p.press(kb.Enter)
	select {
	case <-done:
	case <-p.ctx.Done():
		t.Fatal("nothing is saved")
	}
	got, err := os.ReadFile(filepath.Join(dir, "memberships.csv"))
	if err != nil || !bytes.HasPrefix(got, []byte("organization,organization_name,state,")) {
		t.Errorf("%.60s, %v", got, err)
	}
}

// TestTabs: several drawings take turns.
func TestTabs(t *testing.T) {
	t.Parallel()
	atlas, view := builtIn(t), render.View{Organizations: core}
	svg := rows(t, atlas, view)
	p := open(t, writeOptions(t, atlas, Options{View: view, Drawings: []Drawing{{"river", svg}, {"chart", svg}, {"succession", svg}}}), "#date=2004-12-31", 1280, 900)
	shown := func() string {
		t.Helper()
		return eval[string](p, "[...document.querySelectorAll('.canvas')].filter(c => c.getBoundingClientRect().height > 0).map(c => c.id + ' ' + c.querySelectorAll('.day-line').length).join()")
	}
	if got := shown(); got != "view-river 1" {
		t.Errorf("at first: %s", got)
	}
	p.focus("#tab-river")
	for _, c := range []struct{ key, want string }{{kb.ArrowRight, "view-chart 1"}, {kb.End, "view-succession 1"}, {kb.ArrowRight, "view-river 1"}, {kb.ArrowLeft, "view-succession 1"}, {kb.Home, "view-river 1"}} {
		p.press(c.key)
		if got := shown(); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
	if n := eval[int](p, "(() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.length - new Set(ids).size; })()"); n != 0 {
		t.Errorf("%d IDs stand twice", n)
	}
}

// TestDiagram: a drawing that Graphviz made is traced by its IDs.
func TestDiagram(t *testing.T) {
	t.Parallel()
	svg, err := os.ReadFile("../../examples/gallery/core-succession.svg")
	if err != nil {
		t.Fatal(err)
	}
	view := render.View{Organizations: core}
	p := open(t, writeOptions(t, builtIn(t), Options{View: view, Drawings: []Drawing{{"succession", svg}}}), "#date=2003-01-01&focus=caco", 1280, 900)
	for what, want := range map[string]string{".organization.lit": "caco", ".organization.there": "caco,eurasec", ".succession.lit": "caco-eurasec,caec-caco"} {
		got := eval[string](p, "[...document.querySelectorAll("+quote(what)+")].map(e => e.dataset.organization || e.dataset.from + '-' + e.dataset.to).sort().join()")
		if got != want {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
	}
	p.focus("[data-organization=eaeu]")
	p.press(kb.Enter)
	p.until("location.hash === '#date=2003-01-01&focus=eaeu'")
}
