package pagebench

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
)

// limit is how long a page may take for one step before it counts as never
// finishing.
const limit = 60 * time.Second

// errUnfinished says that a page did not finish a step within the limit.
var errUnfinished = errors.New("did not finish")

//go:embed testdata/observe.js
var observe string

// browserPath is where Chromium is. It skips where there is none, unless the
// environment requires one.
func browserPath(tb testing.TB) string {
	tb.Helper()
	for _, name := range []string{"/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("DATELINE_BROWSER") == "required" {
		tb.Fatal("no Chromium here, and DATELINE_BROWSER=required")
	}
	tb.Skip("no Chromium here")
	return ""
}

// tab is a page in a browser of its own, with an empty cache.
type tab struct {
	ctx    context.Context
	cancel func()
}

// openTab starts a browser whose pages are observed for what event selects.
func openTab(tb testing.TB, event string, scheme string) *tab {
	tb.Helper()
	allocator, stop := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(browserPath(tb)),
		chromedp.Flag("headless", "new"), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-extensions", true), chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		chromedp.UserDataDir(tb.TempDir()), chromedp.WindowSize(1280, 800))
	ctx, cancel := chromedp.NewContext(allocator)
	t := &tab{ctx: ctx, cancel: func() { cancel(); stop() }}
	script := fmt.Sprintf("(%s)(%s)", observe, quote(event))
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}
	err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 800),
		command(performance.Enable, performance.EnableParams{}),
		command(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}),
		command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}))
	if err != nil {
		t.cancel()
		tb.Fatalf("start browser: %v", err)
	}
	return t
}

// command is a protocol command whose answer does not matter.
func command[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, c, params)
		return err
	})
}

// threadTime is how many milliseconds of processor time the page's main thread
// has had. Unlike time on the clock it hardly depends on what else the machine
// does.
func threadTime(ctx context.Context) (float64, error) {
	return chromedp.Run(ctx, func(ctx context.Context, _ *chromedp.Target) (float64, error) {
		answer, err := chromedp.Call(ctx, performance.GetMetrics, cdp.Empty{})
		if err != nil {
			return 0, err
		}
		for _, metric := range answer.Metrics {
			if metric.Name == "ThreadTime" {
				return 1000 * metric.Value, nil
			}
		}
		return 0, errors.New("the browser does not tell its thread time")
	})
}

// within runs a step and tells a page that does not finish it from a fault.
func (t *tab) within(step func(ctx context.Context) error) error {
	ctx, cancel := context.WithTimeout(t.ctx, limit)
	defer cancel()
	err := step(ctx)
	if ctx.Err() == context.DeadlineExceeded {
		return errUnfinished
	}
	return err
}

// loaded is what a page tells of its load.
type loaded struct {
	First    float64 // milliseconds until the first event was painted
	Blocking float64 // milliseconds of tasks beyond their first 50
	Quiet    float64 // milliseconds since anything happened
	Elements int
	work     float64 // milliseconds of the main thread's processor time
}

// open loads a page and waits until an event is visible and it has been quiet
// for a second. With an error it returns what was known last.
func (t *tab) open(url string) (l loaded, err error) {
	const state = `({First: dateline_bench.first, Blocking: dateline_bench.blocking,
		Quiet: dateline_bench.quiet(), Elements: document.querySelectorAll('*').length})`
	err = t.within(func(ctx context.Context) error {
		if err := chromedp.Do(ctx, chromedp.Navigate(url)); err != nil {
			return err
		}
		for l.Quiet < 1000 {
			if err := chromedp.Do(ctx, chromedp.Sleep(200*time.Millisecond)); err != nil {
				return err
			}
			now, err := chromedp.Run(ctx, chromedp.Evaluate[loaded](state))
			if err != nil {
				return err
			}
			l = now
		}
		l.work, err = threadTime(ctx)
		return err
	})
	return l, err
}

// quote is s as a string of JavaScript.
func quote(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always marshals
	}
	return string(b)
}
