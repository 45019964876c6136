package page

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long a browser may take for anything on a busy machine.
const patience = 60 * time.Second

func TestMain(m *testing.M) {
	code := m.Run()
	if browser.stop != nil {
		browser.stop()
	}
	os.Exit(code)
}

// browser is the one Chromium that all tests share.
var browser struct {
	once sync.Once
	ctx  context.Context
	stop func()
	err  error
}

// chromium returns the path of a Chromium under any of its names; "" if there is
// none.
func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

func start(t *testing.T) context.Context {
	t.Helper()
	path := chromium()
	if path == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("no Chromium found")
		}
		t.Skip("no Chromium found")
	}
	browser.once.Do(func() {
		opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox)
		alloc, end := chromedp.NewExecAllocator(context.Background(), opts...)
		ctx, cancel := chromedp.NewContext(alloc)
		browser.ctx, browser.stop = ctx, func() { cancel(); end() }
		browser.err = chromedp.Do(ctx)
	})
	if browser.err != nil {
		t.Fatal(browser.err)
	}
	return browser.ctx
}

// A tab shows one page from the disk, and keeps what must not happen there.
type tab struct {
	*testing.T
	ctx     context.Context
	file    string
	address string
	mu      sync.Mutex
	wrong   []string // messages of the console, exceptions, and requests
}

// open writes the page to a file and opens it in a window of the size. At the end
// of the test it fails if the page asked for anything, or complained.
func open(t *testing.T, html, hash string, width, height int64) *tab {
	t.Helper()
	parent := start(t)
	p := &tab{T: t, file: filepath.Join(t.TempDir(), "lineage.html")}
	p.address = (&url.URL{Scheme: "file", Path: p.file}).String()
	ctx, closeTab := chromedp.NewContext(parent, chromedp.WithListener(p.listen))
	ctx, cancel := context.WithTimeout(ctx, patience)
	p.ctx = ctx
	t.Cleanup(func() {
		cancel()
		closeTab()
		p.mu.Lock()
		defer p.mu.Unlock()
		for _, w := range p.wrong {
			t.Error(w)
		}
	})
	p.do(chromedp.EmulateViewport(width, height))
	call(p, network.Enable, network.EnableParams{})
	// Tabs in the background have the focus of the keyboard, too.
	call(p, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	p.show(html, hash)
	return p
}

// show shows another page in the tab.
func (p *tab) show(html, hash string) {
	p.Helper()
	if err := os.WriteFile(p.file, []byte(html), 0o644); err != nil {
		p.Fatal(err)
	}
	p.do(chromedp.Navigate(p.address + hash))
}

func (p *tab) listen(ev any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch ev := ev.(type) {
	case *runtime.EventConsoleAPICalled:
		text := "console: "
		for _, a := range ev.Args {
			text += string(a.Value) + " "
		}
		p.wrong = append(p.wrong, text)
	case *runtime.EventExceptionThrown:
		p.wrong = append(p.wrong, "exception: "+fmt.Sprint(ev.ExceptionDetails.Text, " ", ev.ExceptionDetails.Exception))
	case *log.EventEntryAdded:
		p.wrong = append(p.wrong, "log: "+ev.Entry.Text)
	case *network.EventRequestWillBeSent:
		to := ev.Request.URL
		if before, _, _ := strings.Cut(to, "#"); before != p.address && !strings.HasPrefix(to, "data:,") && !strings.HasPrefix(to, "blob:") {
			p.wrong = append(p.wrong, "request: "+to)
		}
	}
}

func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.Fatal(err)
	}
}

// call sends a command of the protocol.
func call[P, R any](p *tab, cmd cdp.Command[P, R], params P) R {
	p.Helper()
	r, err := chromedp.Call(p.ctx, cmd, params)
	if err != nil {
		p.Fatal(err)
	}
	return r
}

// eval returns the value of an expression.
func eval[T any](p *tab, js string) T {
	p.Helper()
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](js))
	if err != nil {
		p.Fatalf("%s: %v", js, err)
	}
	return v
}

// until waits for an expression to be true.
func (p *tab) until(js string) {
	p.Helper()
	if _, err := chromedp.Run(p.ctx, chromedp.Poll[chromedp.Void](js, chromedp.WithPollingInterval(20*time.Millisecond), chromedp.WithPollingTimeout(patience/2))); err != nil {
		p.Fatalf("%s does not become true: %v", js, err)
	}
}

// text returns the text of the first element that a selector finds.
func (p *tab) text(selector string) string {
	p.Helper()
	return eval[string](p, "document.querySelector("+quote(selector)+").textContent")
}

func quote(s string) string { return "`" + s + "`" }
