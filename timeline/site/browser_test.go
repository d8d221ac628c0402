package site

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// browser starts Chromium with one page, or skips where there is none and the
// environment does not require one.
func browser(t *testing.T) context.Context {
	t.Helper()
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" && os.Getenv("DATELINE_BROWSER") == "required" {
		t.Fatal("no Chromium here, and DATELINE_BROWSER=required")
	}
	if path == "" {
		t.Skip("no Chromium here")
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), chromedp.ExecPath(path),
		chromedp.Flag("headless", "new"), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.Flag("disable-background-networking", true),
		chromedp.UserDataDir(t.TempDir()), chromedp.WindowSize(1280, 800))
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	return ctx
}

// becomes waits until an expression is true in the page, whatever reloads happen
// meanwhile.
func becomes(t *testing.T, ctx context.Context, what, expression string) {
	t.Helper()
	var err error
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		var is bool
		if is, err = chromedp.Run(ctx, chromedp.Evaluate[bool](expression)); err == nil && is {
			return
		}
	}
	t.Fatalf("%s: never true: %s (%v)", what, expression, err)
}

func TestBrowserReloadsAndShowsProblems(t *testing.T) {
	dir, ctx := chronology(t), browser(t)
	s := serve(t, ServeOptions{Dir: dir, BaseURL: "/repo/"})
	if err := chromedp.Do(ctx, chromedp.Navigate(s.url)); err != nil {
		t.Fatal(err)
	}
	becomes(t, ctx, "first", `document.body.textContent.includes('The crane is lifted')`)

	page := filepath.Join(dir, "content/events/flood.md")
	write(t, page, "---\ntitle: \"<img src=x onerror=alert(1)>\n---\n")
	const panel = `document.getElementById('dateline-problems')?.shadowRoot?.querySelector('section')`
	becomes(t, ctx, "broken", panel+`?.textContent.includes('content/events/flood.md:2:8') ?? false`)
	// The panel's style sheet is allowed, and what it shows is text.
	becomes(t, ctx, "styled", `getComputedStyle(`+panel+`).position === 'fixed'`)
	becomes(t, ctx, "text", panel+`.querySelector('img') === null`)
	becomes(t, ctx, "old page", `document.body.textContent.includes('The crane is lifted')`)

	write(t, page, "---\ntitle: \"The yard is under water\"\nwhen: \"2019-05\"\ncitations: []\n---\n")
	becomes(t, ctx, "mended", `document.body.textContent.includes('The yard is under water')`)
	becomes(t, ctx, "panel gone", `document.getElementById('dateline-problems') === null`)
}

func TestBrowserShowsASiteThatWasNeverBuilt(t *testing.T) {
	dir, ctx := unpack(t, "plain"), browser(t)
	home := filepath.Join(dir, "layouts/home.html")
	write(t, home, "{{ .Nothing }}")
	s := serve(t, ServeOptions{Dir: dir})
	if err := chromedp.Do(ctx, chromedp.Navigate(s.url)); err != nil {
		t.Fatal(err)
	}
	becomes(t, ctx, "broken", `document.querySelector('[role=alert] code').textContent === 'layouts/home.html:1:3'`)
	write(t, home, "{{ .AlsoNothing }}")
	becomes(t, ctx, "broken anew", `document.querySelector('[role=alert]').textContent.includes('AlsoNothing')`)
	write(t, home, "<p>mended</p>")
	becomes(t, ctx, "mended", `document.body.textContent === 'mended'`)
}
