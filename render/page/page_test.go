package page

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
)

func TestSize(t *testing.T) {
	t.Parallel()
	atlas, view := builtIn(t), render.View{Organizations: core}
	svg := rows(t, atlas, view)
	if n := len(writeOptions(t, atlas, Options{View: view, Drawings: []Drawing{{"river", svg}}})); n-len(svg) > 210_000 {
		t.Errorf("the page has %d bytes beside its drawing of %d", n-len(svg), len(svg))
	}
}

func TestSameBytes(t *testing.T) {
	t.Parallel()
	one := corePage(t)
	if other := corePage(t); one != other {
		t.Error("two pages of one view differ")
	}
}

// TestPolicy: the policy names the styles and the script that are in the page,
// and no address at all is loaded.
func TestPolicy(t *testing.T) {
	t.Parallel()
	for _, html := range []string{corePage(t), write(t, hostile(t), render.View{})} {
		csp := regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(html)
		if csp == nil {
			t.Fatal("no policy")
		}
		rules := strings.ReplaceAll(csp[1], "&#39;", "'")
		blocks := regexp.MustCompile(`(?s)<(style|script)([^>]*)>(.*?)</(?:style|script)>`).FindAllStringSubmatch(html, -1)
		for _, b := range blocks {
			if strings.Contains(b[2], "application/json") {
				if strings.ContainsAny(b[3], "<>\u2028\u2029") {
					t.Errorf("%s holds what may end it", b[2])
				}
				continue
			}
			if !strings.Contains(rules, hash(b[3])) {
				t.Errorf("the policy does not name the %s%s", b[1], b[2])
			}
		}
		if len(blocks) != 6 {
			t.Errorf("%d styles and scripts, want 6", len(blocks))
		}
		if bad := regexp.MustCompile(`unsafe|https?:|\*`).FindString(rules); bad != "" {
			t.Errorf("the policy allows %s", bad)
		}
		if bad := regexp.MustCompile(`<(link|img|iframe|object|embed|base|form)\b[^>]*\b(href|src|action)="[^"#d]`).FindString(html); bad != "" {
			t.Errorf("the page loads %s", bad)
		}
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	atlas := builtIn(t)
	good := Drawing{"river", rows(t, atlas, render.View{Organizations: core})}
	core := render.View{Organizations: core}
	for _, c := range []struct {
		why, want string
		opts      Options
	}{
		{"nothing drawn", "needs a drawing", Options{View: core}},
		{"no such organization", "nato", Options{View: render.View{Organizations: []lineage.OrgID{"nato"}}, Drawings: []Drawing{good}}},
		{"no such language", `language "tlh"`, Options{View: render.View{Language: "tlh"}, Drawings: []Drawing{good}}},
		{"a name that would be markup", "lower-case letters", Options{View: core, Drawings: []Drawing{{`"><x`, good.SVG}}}},
		{"one name twice", "another name", Options{View: core, Drawings: []Drawing{good, good}}},
		{"not XML", `drawing "river"`, Options{View: core, Drawings: []Drawing{{"river", []byte("<svg><g></svg>")}}}},
		{"no drawing", "no svg element", Options{View: core, Drawings: []Drawing{{"river", []byte("<html/>")}}}},
		{"no size", "width", Options{View: core, Drawings: []Drawing{{"river", []byte("<svg/>")}}}},
	} {
		var out bytes.Buffer
		err := HTML(&out, atlas, c.opts)
		if err == nil || !strings.Contains(err.Error(), c.want) || out.Len() > 0 {
			t.Errorf("%s: %v, want one with %q; %d bytes written", c.why, err, c.want, out.Len())
		}
	}
	if err := HTML(broken{}, atlas, Options{View: core, Drawings: []Drawing{good}}); !errors.Is(err, errBroken) {
		t.Errorf("writing fails with %v", err)
	}
}

var errBroken = errors.New("broken")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestScoped(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ why, css, want string }{
		{"a class", ".a{fill:red}", ".d .a{fill:red}\n"},
		{"a list", ".a, text>.b{x:y}", ".d .a,.d text>.b{x:y}\n"},
		{"the root by its class", ".wide .a{x:y}", ".d.wide .a,.d .wide .a{x:y}\n"},
		{"the root by itself", "svg{x:y}:root{--a:b}svg .a{x:y}", ".d{x:y}\n.d{--a:b}\n.d .a{x:y}\n"},
		{"media", "@media (x){.a{x:y}.b{x:y}}.c{x:y}", "@media (x){.d .a{x:y}\n.d .b{x:y}\n}\n.d .c{x:y}\n"},
		{"attributes with commas and braces", `[fill="#fff,{"]{x:y}`, `.d [fill="#fff,{"]{x:y}` + "\n"},
		{"IDs", `#a>#b[c="#d"]{x:y}`, `.d #q-a>#q-b[c="#d"]{x:y}` + "\n"},
		{"comments", "/* .x{ */.a{/*;*/x:y}", ".d .a{x:y}\n"},
		{"what is inside of is()", ":is(.a,.b){x:y}", ".d :is(.a,.b){x:y}\n"},
		{"imports", "@import 'x';.a{x:y}", ".d .a{x:y}\n"},
		{"fonts", "@font-face{src:url(x)}.a{x:y}", ".d .a{x:y}\n"},
		{"addresses", ".a{fill:url(http://x)}.b{fill:url(#p)}.c{fill:URL(x)}", ".d .b{fill:url(#q-p)}\n"},
		{"escapes", `.a{fill:u\72l(x)}`, ""},
		{"nested rules", ".a{.b{x:y}}.c{x:y}", ".d .c{x:y}\n"},
		{"not closed", ".a{x:y", ".d .a{x:y}\n"},
		{"closed too often", ".a{x:y}}body{x:y}", ".d .a{x:y}\n"},
		{"the end of the element", ".a{content:'</style>'}", ".d .a{content:'/style>'}\n"},
		{"nothing", " ; ", ""},
	} {
		if got := scoped(c.css, "d", []string{"d", "wide"}, "q-"); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}

func FuzzScoped(f *testing.F) {
	for _, s := range []string{".a{x:y}", "@media (x){.a{x:y}}", "@import 'x';", ".a{b{", "/*", "}}", `.a{x:"}\`, "@media{"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, css string) {
		got := scoped(css, "d", []string{"d"}, "q-")
		if strings.Contains(got, "<") {
			t.Errorf("%q has become %q", css, got)
		}
		for line := range strings.Lines(got) {
			if strings.HasPrefix(line, "@import") || strings.HasPrefix(line, "body") {
				t.Errorf("%q has become %q", css, got)
			}
		}
	})
}

// FuzzAdopt: of a drawing nothing remains that could act or fetch.
func FuzzAdopt(f *testing.F) {
	for _, s := range []string{
		`<svg width="9"><g id="a" onclick="x"><script>x</script></g></svg>`, `<svg viewBox="0 0 9 9"><a href="javascript:x"><text class="title" y="3">&lt;script&gt;</text></a></svg>`,
		`<svg width="9pt"><style>a{b:c}</style><rect fill="url(#p)" style="x"/><use href="x#y"/></svg>`, `<svg width="9"><title>]]&gt;</title></svg>`,
	} {
		f.Add([]byte(s))
	}
	known := regexp.MustCompile(`^</?[a-zA-Z]+( [a-zA-Z][a-zA-Z0-9-]*="[^"<>]*")*>$`)
	f.Fuzz(func(t *testing.T, svg []byte) {
		p := &page{facts: &facts{}}
		d, err := p.adopt(Drawing{"river", svg})
		if err != nil {
			return
		}
		for _, tag := range regexp.MustCompile(`<[^>]*>?`).FindAllString(d.svg, -1) {
			name := strings.TrimLeft(regexp.MustCompile(`^</?[a-zA-Z]+`).FindString(tag), "</")
			if !known.MatchString(tag) || !elements[name] {
				t.Errorf("%q has the tag %q", svg, tag)
			}
			if bad := regexp.MustCompile(`(?i) (on\w+|style)=| href="(?:[^#h]|h[^t])`).FindString(tag); bad != "" {
				t.Errorf("%q has %q", svg, bad)
			}
		}
	})
}

func TestWebAddress(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]bool{
		"https://example.org/a?b=c#d": true, "http://example.org": true, "HTTPS://example.org/": true,
		"": false, "example.org": false, "javascript:alert(1)": false, " https://example.org/": false, "https://u@example.org/": false,
		"https:///x": false, "ftp://example.org/": false, "https://exa mple.org/": false, "https://example.org/\n": false,
	} {
		if got := webAddress(address); got != want {
			t.Errorf("%q: %v", address, got)
		}
	}
}
