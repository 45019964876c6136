package river

import (
	"context"
	"math"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/orglineage/orglineage/lineage"
	"github.com/orglineage/orglineage/render"
	"github.com/orglineage/orglineage/render/internal/ink"
)

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

// measured returns how wide the browser sets a text of the font of the drawing.
const measured = `(() => {
	const t = document.createElementNS('http://www.w3.org/2000/svg', 'text');
	t.textContent = 'Kyrgyzstan, Казахстан'; t.setAttribute('font-size', '100');
	document.documentElement.append(t);
	const w = t.getBBox().width;
	t.remove();
	return w;
})()`

// collisions returns the texts that meet another one or leave the picture, by
// the boxes that the browser gives them, but for the room above and below letters.
const collisions = `(() => {
	const root = document.documentElement.viewBox.baseVal, faults = [];
	const all = [...document.querySelectorAll('text')].map(e => {
		const b = e.getBBox();
		return {what: e.textContent, x0: b.x, x1: b.x + b.width, y0: b.y + .2 * b.height, y1: b.y + .88 * b.height};
	});
	all.sort((a, b) => a.x0 - b.x0);
	all.forEach((a, i) => {
		if (a.x0 < 0 || a.y0 < 0 || a.x1 > root.width || a.y1 > root.height) faults.push(a.what + ' leaves the picture');
		for (let j = i + 1; j < all.length && all[j].x0 < a.x1; j++) {
			const b = all[j];
			if (a.y0 < b.y1 && b.y0 < a.y1) faults.push(a.what + ' meets ' + b.what + ' at ' + Math.round(b.x0) + ' ' + Math.round(b.y0));
		}
	});
	return faults;
})()`

// TestBrowser: what the browser measures keeps the promise, too.
func TestBrowser(t *testing.T) {
	t.Parallel()
	path := chromium()
	if path == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("no Chromium found")
		}
		t.Skip("no Chromium found")
	}
	alloc, end := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox)...)
	defer end()
	ctx, cancel := chromedp.NewContext(alloc)
	defer cancel()
	ctx, stop := context.WithTimeout(ctx, time.Minute)
	defer stop()
	atlas, views := selections(t)
	for _, c := range []struct {
		name  string
		atlas *lineage.Atlas
		view  render.View
	}{
		{"core", atlas, views["core"]},
		{"core in Russian", atlas, views["core-ru"]},
		{"bilateral", atlas, views["collection-bilateral"]},
		{"whole", atlas, render.View{}},
		{"sample", atlasOf(t, sample()), render.View{}},
	} {
		file := filepath.Join(t.TempDir(), "river.svg")
		if err := os.WriteFile(file, written(t, c.atlas, c.view), 0o644); err != nil {
			t.Fatal(err)
		}
		address := (&url.URL{Scheme: "file", Path: file}).String()
		if err := chromedp.Do(ctx, chromedp.Navigate(address)); err != nil {
			t.Fatal(err)
		}
		width, err := chromedp.Run(ctx, chromedp.Evaluate[float64](measured))
		if err != nil {
			t.Fatal(err)
		}
		if want := ink.Width("Kyrgyzstan, Казахстан", 100, false); math.Abs(width/want-1/1.03) > 0.01 {
			t.Skipf("no font with the metrics of Arial: %.1f px, want %.1f with slack", width, want)
		}
		faults, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](collisions))
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range faults {
			if i < 10 {
				t.Errorf("%s: %s", c.name, f)
			}
		}
	}
}
