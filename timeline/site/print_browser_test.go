package site

import (
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
)

func TestBrowserPrintsAllThatIsToBeRead(t *testing.T) {
	tb := newTab(t)
	root := "file://" + filepath.ToSlash(harbour(t, "")) + "/"
	tb.open(root + home)
	content := `[...document.querySelectorAll('.event')].map((e) => e.textContent.replace(/\s+/g, ' '))`
	screen := tb.strings(content)
	tb.paper()
	if diff := cmp.Diff(screen, tb.strings(content)); diff != "" || len(screen) != 12 {
		t.Errorf("%d events; what differs (-screen +paper):\n%s", len(screen), diff)
	}
	for what, is := range map[string]string{
		"every entry, reason and quotation is there": `[...document.querySelectorAll('.entry, .entry .why p, .entry .quote')].every((e) => e.getBoundingClientRect().height > 8)`,
		"the line is there, whole":                   `(() => { const box = document.querySelector('.plot-drawing').getBoundingClientRect(); const [, , width, height] = document.querySelector('.plot-drawing').getAttribute('viewBox').split(' '); return box.height > 90 && box.right <= innerWidth && Math.abs(box.width / box.height - width / height) < 0.05 })()`,
		"nothing is to be pressed":                   `[...document.querySelectorAll('button, input, select, textarea')].every((e) => !e.checkVisibility())`,
		"addresses are written out":                  `getComputedStyle(document.querySelector('.source a[rel]'), '::after').content.includes('example.org')`,
		"addresses end where the page's does":        `!getComputedStyle(document.querySelector('.source a[rel]'), '::after').content.includes(':~:')`,
		"ink is dark, paper white, in the dark too":  `getComputedStyle(document.body).color === 'rgb(0, 0, 0)' && getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)'`,
	} {
		tb.becomes(what, is)
	}
	tb.laidOut("on paper")
}

// paper makes the page one of A4, for a reader whose screen is dark.
func (tb *tab) paper() {
	tb.Helper()
	dark := &emulation.MediaFeature{Name: "prefers-color-scheme", Value: "dark"}
	tb.emulate(emulation.SetEmulatedMediaParams{Media: "print", Features: []*emulation.MediaFeature{dark}})
	tb.do(chromedp.EmulateViewport(680, 960))
}
