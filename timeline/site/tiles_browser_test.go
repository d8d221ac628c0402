package site

import (
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
)

const (
	entries = `[...document.querySelectorAll('.event')].filter((e) => e.checkVisibility())`
	inView  = `(() => { const b = document.querySelector('.event.current').getBoundingClientRect(); return b.top > 0 && b.top < innerHeight; })()`
)

func TestBrowserFindsAnyEventOfALargeChronology(t *testing.T) {
	public, tb := build(t, Options{Dir: large(t)}).Destination, newTab(t)
	for name, root := range map[string]string{
		"at the root":  published(t, public, "/"),
		"below a path": published(t, public, "/repo/"),
		"as a folder":  "file://" + filepath.ToSlash(public) + "/",
	} {
		for _, page := range []string{home, "embed/index.html"} {
			for _, n := range []int{0, 77, 500, 20} { // from one end of time to the other
				tb.open(root + page + "#" + idOf(n))
				tb.becomes(fmt.Sprintf("%s, %s: event %d selected", name, page, n), selected+` === '`+idOf(n)+`'`)
				tb.becomes("it is in view", inView)
				tb.becomes("its quotation is there", `document.querySelector('.event.current .quote').textContent.includes('Crate number `+fmt.Sprint(n)+` was')`)
			}
		}
		for _, request := range tb.requests {
			if !strings.HasPrefix(request, root) && request != "about:blank" {
				t.Errorf("%s: asked for %s", name, request)
			}
		}
		for _, trouble := range tb.troubles {
			t.Errorf("%s: %s", name, trouble)
		}
		tb.requests, tb.troubles = nil, nil
	}
	tb.open("file://" + filepath.ToSlash(public) + "/" + home + "#e-none")
	tb.becomes("an event that is not there selects none", selected+` === '' && document.querySelectorAll('.event').length > 0`)
}

func TestBrowserReadsThroughALargeChronology(t *testing.T) {
	public, tb := build(t, Options{Dir: large(t)}).Destination, newTab(t)
	tb.open("file://" + filepath.ToSlash(public) + "/" + home)
	tb.becomes("labels at once", `document.querySelectorAll('.label-title').length > 3`)
	tb.run(`window.seen = new Set(); window.most = 0; window.ordered = true;
		window.read = setInterval(() => {
			const here = [...document.querySelectorAll('.event')];
			most = Math.max(most, here.length);
			for (const e of here) seen.add(e.id);
			scrollBy({top: innerHeight * 1.5, behavior: 'instant'});
		}, 60)`)
	tb.becomes("every event seen", fmt.Sprintf(`seen.size === %d`, manyEvents))
	tb.becomes("few at a time", `clearInterval(read) === undefined && most < 250`)
	tb.becomes("the last is the last", `[...document.querySelectorAll('.event')].at(-1).id === '`+idOf(45)+`'`)
	tb.run(`window.back = setInterval(() => scrollBy({top: -innerHeight * 1.5, behavior: 'instant'}), 60)`)
	tb.becomes("back at the first", `document.querySelector('.event').id === '`+idOf(0)+`'`)
	tb.run(`clearInterval(back); document.querySelector('.plot').focus({preventScroll: true})`)
	for _, step := range []struct {
		key  string
		want int
	}{{"Home", 0}, {"End", 45}, {"ArrowLeft", 44}, {"Home", 0}, {"ArrowRight", 140 + 10}} {
		tb.press(step.key)
		if step.key == "ArrowRight" {
			tb.becomes("the next", `/^e0/.test(`+selected+`) && `+selected+` !== '`+idOf(0)+`'`)
			continue
		}
		tb.becomes(fmt.Sprintf("%s selects %d", step.key, step.want), selected+` === '`+idOf(step.want)+`' && `+inView)
	}
	tb.becomes("little drawn", `document.querySelectorAll('.line svg *').length < 1500`)
	for range 9 {
		tb.run(`document.querySelector('[data-do=in]').click()`)
	}
	tb.becomes("nearer there are marks of events", `document.querySelectorAll('.plot-drawing .mark').length > 0`)
}

func TestBrowserSearchesAndFiltersAllOfALargeChronology(t *testing.T) {
	public, tb := build(t, Options{Dir: large(t)}).Destination, newTab(t)
	root := published(t, public, "/")
	count := func(want int) {
		t.Helper()
		tb.becomes(fmt.Sprintf("%d found", want), fmt.Sprintf(`document.querySelector('.filters .count').textContent.startsWith('%d of %d ')`, want, manyEvents))
	}
	tb.open(root + home + "?q=crate+number+613+unal")
	count(1)
	tb.becomes("it is shown", entries+`.map((e) => e.id).join() === '`+idOf(613)+`'`)
	tb.becomes("what was found is marked", `CSS.highlights.get('found').size >= 3`)
	tb.open(root + home + "?q=em%C3%AClia")
	named := 0
	for n := range manyEvents {
		if n%len(names) == 4 {
			named++
		}
	}
	count(named)
	tb.becomes("only those are shown", entries+`.length > 5 && `+entries+`.every((e) => /Emília/.test(e.textContent))`)
	tb.open(root + home + "?kind=plan&source=bulletin&q=moved")
	both := 0
	for n := range manyEvents {
		if n%4 == 1 && n%7%2 == 1 {
			both++
		}
	}
	count(both)
	tb.becomes("of that kind", entries+`.every((e) => e.dataset.kind === 'plan')`)
	tb.open(root + home + "?q=nothing+of+the+kind")
	tb.becomes("nothing", entries+`.length === 0 && !document.querySelector('.nothing').hidden`)
	tb.run(`document.querySelector('.filters').reset()`)
	tb.becomes("all again", `document.querySelector('.filters .count').textContent === '`+fmt.Sprint(manyEvents)+` events' && `+entries+`.length > 0`)
	for _, trouble := range tb.troubles {
		t.Error(trouble)
	}
}

// Without a script every event is found by links, from the home page on.
func TestBrowserReadsALargeChronologyWithoutScript(t *testing.T) {
	public, tb := build(t, Options{Dir: large(t)}).Destination, newTab(t)
	root := published(t, public, "/repo/")
	disabled := emulation.SetScriptExecutionDisabledParams{Value: true}
	tb.do(chromedp.Navigate("about:blank"), func(ctx context.Context, page *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, page, emulation.SetScriptExecutionDisabled, disabled)
		return chromedp.Void{}, err
	})
	links := `[...document.querySelectorAll('main a[href*="chronicle/"], main .names a')].map((a) => a.href.split('#')[0]).filter((h) => h.includes('/chronicle/'))`
	visited := map[string]bool{}
	seen := map[string]bool{}
	todo := []string{root + home}
	for len(todo) > 0 {
		page := todo[0]
		todo = todo[1:]
		if visited[page] {
			continue
		}
		visited[page] = true
		tb.do(chromedp.Navigate(page))
		for _, id := range tb.strings(`[...document.querySelectorAll('.event')].map((e) => e.id)`) {
			seen[id] = true
		}
		todo = append(todo, tb.strings(links)...)
	}
	if len(seen) != manyEvents {
		t.Errorf("%d events reached, want %d", len(seen), manyEvents)
	}
	tb.do(chromedp.Navigate(root + "chronicle/2004-03-09.2.html"))
	want := []string{"The whole chronicle", "2004", "March 2004", "9 March 2004"}
	if diff := cmp.Diff(want, tb.strings(`[...document.querySelectorAll('.up a')].map((a) => a.textContent.trim())`)); diff != "" {
		t.Errorf("the way up:\n%s", diff)
	}
}

// An overview of another version is refused: what is in the page stays as it is.
func TestBrowserRefusesAnOverviewOfAnotherVersion(t *testing.T) {
	public, tb := build(t, Options{Dir: large(t)}).Destination, newTab(t)
	page := must(readFile(filepath.Join(public, home)))
	other := regexp.MustCompile(`("version":\s*)1\b`).ReplaceAllString(page, "${1}2")
	if other == page {
		t.Fatal("the overview has no version")
	}
	root := published(t, public, "/")
	const drawn = `document.querySelector('.layer-axis path') !== null`
	tb.do(chromedp.Navigate(root + home))
	tb.becomes("drawn in its own version", drawn)
	write(t, filepath.Join(public, "other.html"), other)
	tb.troubles = nil
	tb.do(chromedp.Navigate(root + "other.html"))
	tb.becomes("time to draw", `document.readyState === 'complete' && performance.now() > 2000`)
	tb.becomes("no line, the entries, the ways on", `!(`+drawn+`) && `+entries+`.length > 0 && document.querySelector('.further a') !== null`)
	if len(tb.troubles) != 1 {
		t.Errorf("said to the console: %q, want the version alone", tb.troubles)
	}
}

func TestBrowserTakesHostileTilesAsText(t *testing.T) {
	public, tb := build(t, Options{Dir: large(t)}).Destination, newTab(t)
	tb.open(published(t, public, "/") + home + "#" + idOf(77))
	tb.becomes("the title as text", `document.querySelector('.event.current .headline').textContent.trim() === `+quoted(hostile))
	tb.becomes("unharmed", `window.hacked === undefined && document.querySelectorAll('img').length === 0`)
	tb.open(published(t, public, "/") + home + "?q=onerror")
	tb.becomes("found", entries+`.map((e) => e.id).join() === '`+idOf(77)+`' && window.hacked === undefined`)
	for _, trouble := range tb.troubles {
		t.Error(trouble)
	}
}

// quoted is a text as a string of a script.
func quoted(text string) string {
	return regexp.MustCompile(`[^ -~]`).ReplaceAllStringFunc(fmt.Sprintf("%q", text), func(c string) string {
		return fmt.Sprintf(`\u%04x`, []rune(c)[0])
	})
}
