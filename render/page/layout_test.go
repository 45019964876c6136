package page

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/emulation"

	"github.com/orglineage/orglineage/render"
)

// boxes returns what is wrong with the boxes of texts, as the browser sets them:
// those in the drawing that overlap or leave it, and elements that make the page
// scroll sideways.
const boxes = `(() => {
	const wrong = [];
	const svg = document.querySelector('.canvas svg'), all = svg.getBoundingClientRect();
	const texts = [...svg.querySelectorAll('text')].map(e => [e.textContent, e.getBoundingClientRect()]).filter(t => t[1].width > 0);
	if (texts.length < 20) wrong.push('only ' + texts.length + ' texts');
	texts.forEach(([a, r], i) => {
		if (r.left < all.left - .5 || r.right > all.right + .5 || r.top < all.top - .5 || r.bottom > all.bottom + .5) wrong.push(a + ' leaves the picture');
		for (const [b, s] of texts.slice(i + 1)) {
			if (Math.min(r.right, s.right) - Math.max(r.left, s.left) > .5 && Math.min(r.bottom, s.bottom) - Math.max(r.top, s.top) > 1) wrong.push(a + ' overlaps ' + b);
		}
	});
	if (document.documentElement.scrollWidth > innerWidth) {
		wrong.push('the page is ' + document.documentElement.scrollWidth + ' px wide');
		for (const e of document.querySelectorAll('body *')) {
			if (!e.closest('.canvas,.scroll') && e.getBoundingClientRect().right > innerWidth + 1) wrong.push(e.tagName + '#' + e.id + '.' + e.className);
		}
	}
	const small = [...document.querySelectorAll('button,input,summary')].filter(e => e.getBoundingClientRect().height > 0 && e.getBoundingClientRect().height < 19);
	for (const e of small) wrong.push('too low to hit: ' + e.textContent);
	return wrong.join('\n');
})()`

func TestBoxes(t *testing.T) {
	t.Parallel()
	for _, view := range []render.View{{Organizations: core}, {Organizations: core, Language: "ru"}} {
		html := write(t, builtIn(t), view)
		for _, width := range []int64{1280, 390} {
			p := open(t, html, "#focus=KZ", width, 900)
			if wrong := eval[string](p, boxes); wrong != "" {
				t.Errorf("%d px wide:\n%s", width, wrong)
			}
			if width == 390 {
				p.until("document.querySelector('.canvas').scrollWidth > document.querySelector('.canvas').clientWidth")
			}
		}
	}
}

// TestReader: what readers of the accessibility tree find.
func TestReader(t *testing.T) {
	t.Parallel()
	p := open(t, corePage(t), "#date=2004-12-31", 1280, 900)
	tree := call(p, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	var found []string
	for _, n := range tree.Nodes {
		if n.Ignored || n.Role == nil || n.Name == nil {
			continue
		}
		var role, name string
		fmt.Sscanf(string(n.Role.Value), "%q", &role)
		fmt.Sscanf(string(n.Name.Value), "%q", &name)
		found = append(found, role+": "+name)
	}
	all := "\n" + strings.Join(found, "\n") + "\n"
	n := 0
	for _, m := range eval[[]string](p, "[...document.querySelectorAll('.membership')].map(m => m.getAttribute('aria-label') ?? m.querySelector('title').textContent)") {
		if !strings.Contains(all, ": "+m+"\n") {
			t.Errorf("no node for %q", m)
		}
		n++
	}
	if n != 40 {
		t.Errorf("%d memberships, want 40", n)
	}
	for _, want := range []string{
		"heading: Rows of memberships", "slider: Day", "textbox: Day", "button: Whole period", "combobox: Find", "link: Skip the picture",
		"heading: 31 Dec 2004", "heading: Facts", "heading: Events", "heading: Memberships", "heading: Sources", "button: Download: Picture (SVG)",
	} {
		if !strings.Contains(all, "\n"+want+"\n") {
			t.Errorf("no %q", want)
		}
	}
}

// contrasts returns texts of the page that stand out too little from what is
// behind them: WCAG asks for 4.5:1, and for 3:1 of large text.
const contrasts = `(() => {
	const rgb = c => c.match(/[\d.]+/g).map(Number);
	const light = c => c.slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
	const behind = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
	const wrong = [];
	for (const e of document.querySelectorAll('body *:not(svg *, script)')) {
		if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.tagName !== 'INPUT' || e.getBoundingClientRect().width < 2 || e.disabled) continue;
		const a = light(rgb(getComputedStyle(e).color)), b = light(behind(e)), c = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
		if (c < 4.5) wrong.push(c.toFixed(2) + ' ' + e.tagName + ' ' + e.textContent.slice(0, 40));
	}
	return wrong.join('\n');
})()`

func TestContrast(t *testing.T) {
	t.Parallel()
	p := open(t, corePage(t), "#date=2004-12-31&focus=KZ.caco", 1280, 900)
	p.type_("#search", "k")
	for _, mode := range []string{"light", "dark"} {
		call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: mode}, {Name: "prefers-reduced-motion", Value: "reduce"},
		}})
		if wrong := eval[string](p, contrasts); wrong != "" {
			t.Errorf("%s:\n%s", mode, wrong)
		}
		// The modes differ.
		paper := eval[string](p, "getComputedStyle(document.documentElement).backgroundColor")
		if (paper == "rgb(255, 255, 255)") != (mode == "light") {
			t.Errorf("%s: the paper is %s", mode, paper)
		}
	}
	// Every stop of the keyboard shows itself.
	p.focus("#slider")
	for range 12 {
		p.press("\t")
		if got := eval[string](p, "(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle + s.outlineWidth; })()"); strings.HasPrefix(got, "none") || strings.HasSuffix(got, "0px") {
			t.Errorf("the focus on %s shows nothing", eval[string](p, "document.activeElement.outerHTML.slice(0, 80)"))
		}
	}
}

// TestPrint: on paper the controls are gone, and the picture fits.
func TestPrint(t *testing.T) {
	t.Parallel()
	p := open(t, corePage(t), "#date=2004-12-31&focus=KZ", 700, 900)
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print", Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}})
	if n := eval[int](p, "[...document.querySelectorAll('#controls,.panels,#downloads,.skip,.day-line')].filter(e => e.getBoundingClientRect().height > 0).length"); n != 0 {
		t.Errorf("%d controls are printed", n)
	}
	if w := eval[float64](p, "document.querySelector('.canvas svg').getBoundingClientRect().right"); w > 700 || math.IsNaN(w) {
		t.Errorf("the picture ends at %v px", w)
	}
	p.until("getComputedStyle(document.querySelector('.membership:not(.lit)')).opacity === '1'")
	if got := eval[string](p, "getComputedStyle(document.documentElement).backgroundColor"); got != "rgb(255, 255, 255)" {
		t.Errorf("the paper is %s", got)
	}
}

// TestWithoutScript: the picture, the events, the memberships and the sources
// stay.
func TestWithoutScript(t *testing.T) {
	t.Parallel()
	p := open(t, "", "", 1280, 900)
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.show(corePage(t), "")
	for selector, want := range map[string]int{
		".canvas svg .membership": 40, ".events > li": 22, "tbody tr": 45, ".sources > li": 188, "h1": 1,
		"#controls": 0, ".panels": 0, "#downloads": 0, "noscript p": 1,
	} {
		if got := eval[int](p, "[...document.querySelectorAll("+quote(selector)+")].filter(e => e.getBoundingClientRect().height > 0).length"); got != want {
			t.Errorf("%d of %s, want %d", got, selector, want)
		}
	}
}
