package site

import (
	_ "embed"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

//go:embed testdata/faults.js
var faults string

// views are the home page at a desk, on a phone and, as an embed, in a narrow
// column.
var views = []struct {
	page          string
	width, height int64
}{{home, 1280, 800}, {home, 390, 844}, {home, 320, 568}, {"embed/index.html", 320, 480}}

func TestBrowserLaysOutTheEdges(t *testing.T) {
	tb := newTab(t)
	for name, e := range edges() {
		root := published(t, e.build(t, filepath.Join(t.TempDir(), name)), "/")
		for _, v := range views {
			if len(e.events) == 0 && v.page != home {
				continue // there is nothing to embed
			}
			tb.do(chromedp.EmulateViewport(v.width, v.height), chromedp.Navigate(root+v.page))
			if len(e.events) > 0 {
				tb.becomes("a line", `document.querySelector('.plot-drawing .axis') !== null || document.querySelector('.line').hidden`)
			}
			tb.laidOut(fmt.Sprintf("%s, %s, %d wide", name, v.page, v.width))
		}
	}
	for _, trouble := range tb.troubles {
		t.Error(trouble)
	}
}

// laidOut reports what lies over something else, is cut off or reaches out of
// the page.
func (tb *tab) laidOut(what string) {
	tb.Helper()
	found, err := chromedp.Run(tb.ctx, chromedp.Evaluate[[]string](`(`+faults+`)()`, chromedp.EvalAwaitPromise))
	if err != nil {
		tb.Fatal(err)
	}
	for _, fault := range found {
		tb.Errorf("%s: %s", what, fault)
	}
}
