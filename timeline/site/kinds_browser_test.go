package site

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// example builds the chronology of the repository itself, in a folder of its own.
func example(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "example")
	chronologyOf(t, dir)
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	return build(t, Options{Dir: dir}).Destination
}

// kindsOf gives the paths of a page of every kind that is published: each at the
// top of the site, and of each folder its list and one page in it.
func kindsOf(t testing.TB, public string) []string {
	t.Helper()
	var pages []string
	taken := map[string]bool{}
	err := fs.WalkDir(os.DirFS(public), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return err
		}
		folder := path.Dir(name)
		list := path.Base(name) == "index.html"
		if folder == "." || list || !taken[folder] {
			pages = append(pages, name)
		}
		taken[folder] = taken[folder] || !list
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func TestBrowserShowsEveryKindOfPageWhereverItIs(t *testing.T) {
	tb := newTab(t)
	public := example(t)
	for _, root := range []string{published(t, public, "/repo/"), "file://" + filepath.ToSlash(public) + "/"} {
		for _, page := range kindsOf(t, public) {
			what := root[:4] + ", " + page
			tb.requests, tb.troubles = nil, nil
			tb.do(chromedp.Navigate(root + page))
			tb.becomes(what+": style", `document.readyState === 'complete' && getComputedStyle(document.body).marginTop === '0px'`)
			for _, request := range tb.requests {
				if !strings.HasPrefix(request, root) {
					t.Errorf("%s: asked for %s", what, request)
				}
			}
			for _, trouble := range tb.troubles {
				t.Errorf("%s: %s", what, trouble)
			}
		}
	}
}

func TestBrowserLaysOutEveryKindOfPage(t *testing.T) {
	tb := newTab(t)
	for chronology, public := range map[string]string{"example": example(t), "harbour": harbour(t, ""), "quay": quay(t, nil)} {
		for _, page := range kindsOf(t, public) {
			tb.do(chromedp.Navigate("file://" + filepath.ToSlash(public) + "/" + page))
			for _, width := range []int64{1280, 390} {
				tb.do(chromedp.EmulateViewport(width, 800))
				tb.laidOut(fmt.Sprintf("%s, %s, %d wide", chronology, page, width))
			}
		}
	}
}

const axeRun = `axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}).then((result) =>
	result.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.target + ' ' + n.failureSummary)))`

// TestBrowserIsAccessible runs the rules of axe-core over a page of every kind, if
// DATELINE_PEERS names a folder in whose node_modules it is.
func TestBrowserIsAccessible(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join(os.Getenv("DATELINE_PEERS"), "node_modules/axe-core/axe.min.js"))
	if err != nil {
		t.Skip("DATELINE_PEERS names no folder with axe-core")
	}
	tb := newTab(t)
	for chronology, public := range map[string]string{"example": example(t), "harbour": harbour(t, ""), "quay": quay(t, nil)} {
		root := "file://" + filepath.ToSlash(public) + "/"
		for _, page := range kindsOf(t, public) {
			for _, look := range []struct {
				feature, value string
				width          int64
			}{
				{"prefers-color-scheme", "light", 1280},
				{"prefers-color-scheme", "dark", 390},
				{"forced-colors", "active", 1280},
			} {
				tb.looks(&emulation.MediaFeature{Name: look.feature, Value: look.value})
				tb.do(chromedp.EmulateViewport(look.width, 844))
				tb.do(chromedp.Navigate(root + page))
				tb.becomes("drawn", `document.querySelector('.line:not([hidden])') === null || document.querySelector('.axis') !== null`)
				tb.run(string(axe) + ";0")
				found, err := chromedp.Run(tb.ctx, chromedp.Evaluate[[]string](axeRun, chromedp.EvalAwaitPromise))
				if err != nil {
					t.Fatal(err)
				}
				slices.Sort(found)
				for _, violation := range slices.Compact(found) {
					t.Errorf("%s, %s, %s %s, %d wide: %s", chronology, page, look.feature, look.value, look.width, violation)
				}
			}
		}
	}
}

// looks makes the reader one who wishes for certain features of media, and reads
// on a screen.
func (tb *tab) looks(features ...*emulation.MediaFeature) {
	tb.Helper()
	tb.emulate(emulation.SetEmulatedMediaParams{Features: features})
}

func (tb *tab) emulate(media emulation.SetEmulatedMediaParams) {
	tb.Helper()
	tb.do(func(ctx context.Context, page *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, page, emulation.SetEmulatedMedia, media)
		return chromedp.Void{}, err
	})
}
