package site

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
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
	"github.com/google/go-cmp/cmp"
)

// strictPolicy is what the page promises to run under.
const strictPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"

// published serves a site's folder below a path, under the strict policy.
func published(t *testing.T, public, below string) string {
	t.Helper()
	files := http.StripPrefix(strings.TrimSuffix(below, "/"), http.FileServer(http.Dir(public)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", strictPolicy)
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL + below
}

// tab is a page in a browser and what went wrong in it.
type tab struct {
	*testing.T
	ctx context.Context

	mu       sync.Mutex
	requests []string
	troubles []string
}

func newTab(t *testing.T) *tab {
	t.Helper()
	tb := &tab{T: t, ctx: browser(t)}
	if err := chromedp.Do(tb.ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Listen(tb.ctx, tb.note); err != nil {
		t.Fatal(err)
	}
	return tb
}

func (tb *tab) note(event any) {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		tb.requests = append(tb.requests, e.Request.URL)
	case *log.EventEntryAdded:
		tb.troubles = append(tb.troubles, e.Entry.Text+" "+e.Entry.URL)
	case *runtime.EventExceptionThrown:
		tb.troubles = append(tb.troubles, e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		tb.troubles = append(tb.troubles, fmt.Sprint(e.Type, e.Args))
	}
}

func (tb *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	tb.Helper()
	if err := chromedp.Do(tb.ctx, steps...); err != nil {
		tb.Fatal(err)
	}
}

// open goes to a page and waits until its line is drawn.
func (tb *tab) open(address string) {
	tb.Helper()
	tb.do(chromedp.Navigate("about:blank"), chromedp.Navigate(address))
	tb.becomes("a line", `document.querySelector('.plot-drawing .axis') !== null`)
}

func (tb *tab) becomes(what, expression string) {
	tb.Helper()
	becomes(tb.T, tb.ctx, what, expression)
}

// run evaluates an expression for its effect.
func (tb *tab) run(expression string) {
	tb.Helper()
	if _, err := chromedp.Run(tb.ctx, chromedp.Evaluate[any](expression)); err != nil {
		tb.Fatal(err)
	}
}

// press presses a key where the focus is.
func (tb *tab) press(key string) {
	tb.Helper()
	tb.run(`document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: '` + key + `', bubbles: true, cancelable: true}))`)
}

// strings evaluates an expression that gives a list of strings.
func (tb *tab) strings(expression string) []string {
	tb.Helper()
	list, err := chromedp.Run(tb.ctx, chromedp.Evaluate[[]string](expression))
	if err != nil {
		tb.Fatal(err)
	}
	return list
}

const (
	home     = "index.html"
	selected = `(document.querySelector('.event.current')?.id ?? '')`
	visible  = `[...document.querySelectorAll('.event:not([hidden])')].map((e) => e.id.slice(-1))`
)

func TestBrowserWorksWhereverItIsPublished(t *testing.T) {
	public, tb := harbour(t, ""), newTab(t)
	for name, root := range map[string]string{
		"at the root":  published(t, public, "/"),
		"below a path": published(t, public, "/repo/"),
		"as a folder":  "file://" + filepath.ToSlash(public) + "/",
	} {
		for _, page := range []string{home, "embed/index.html"} {
			tb.open(root + page)
			tb.becomes(name+": labels", `document.querySelectorAll('.label-title').length > 3`)
			tb.becomes(name+": gradients", `getComputedStyle(document.querySelector('.bar rect')).maskImage !== ''`)
		}
		tb.do(chromedp.Navigate(root + "sources/gazette.html"))
		tb.becomes(name+": style", `getComputedStyle(document.body).marginTop === '0px'`)
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
}

func TestBrowserFiltersAndRemembersInTheAddress(t *testing.T) {
	tb := newTab(t)
	root := published(t, harbour(t, ""), "/")
	tb.open(root + home)
	tb.run(`const f = document.querySelector('.filters'); f.q.value = 'HÁRBOUR lind'; f.q.dispatchEvent(new Event('input', {bubbles: true}))`)
	tb.becomes("nothing found", visible+`.length === 0 && !document.querySelector('.nothing').hidden`)
	tb.run(`f.q.value = 'gazette «berg'; f.q.dispatchEvent(new Event('input', {bubbles: true}))`)
	tb.becomes("no such words", visible+`.length === 0`)
	tb.run(`f.q.value = 'GÁZETTE berg'; f.q.dispatchEvent(new Event('input', {bubbles: true}))`)
	tb.becomes("one found", `document.querySelector('.filters .count').textContent.startsWith('1 of 12')`)
	tb.becomes("found words marked", `CSS.highlights.get('found').size >= 2`)
	tb.becomes("one mark", `document.querySelectorAll('.plot-drawing .mark').length === 1`)
	tb.becomes("address", `new URLSearchParams(location.search).get('q') === 'GÁZETTE berg'`)

	tb.run(`f.reset()`)
	tb.becomes("all shown", visible+`.length === 12 && location.search === ''`)
	tb.choose("kind", "event")
	tb.choose("source", "gazette")
	tb.becomes("address", `location.search === '?kind=event&source=gazette'`)
	want := []string{"2", "6", "7"}
	if diff := cmp.Diff(want, tb.strings(visible)); diff != "" {
		t.Errorf("events of a kind and a source:\n%s", diff)
	}
	if diff := cmp.Diff([]string{"5 months later", "2 weeks later"}, tb.strings(`[...document.querySelectorAll('.silence')].map((s) => s.textContent)`)); diff != "" {
		t.Errorf("silences between what is shown:\n%s", diff)
	}
	tb.run(`document.querySelector('[data-do=in]').click()`)
	tb.becomes("view in the address", `location.search.includes('from=')`)
	address := tb.strings(`[location.href]`)[0]
	view := `[...document.querySelectorAll('.tick-name, .tick-era')].map((t) => t.textContent)`
	ticks := tb.strings(view)
	tb.open(address)
	tb.becomes("restored", visible+`.length === 3`)
	if diff := cmp.Diff(want, tb.strings(visible)); diff != "" {
		t.Errorf("restored events:\n%s", diff)
	}
	if diff := cmp.Diff(ticks, tb.strings(view)); diff != "" {
		t.Errorf("restored view:\n%s", diff)
	}
}

func TestBrowserJoinsLineAndChronicle(t *testing.T) {
	tb := newTab(t)
	root := published(t, harbour(t, ""), "/")
	tb.open(root + home)
	// A mark selects its event, brings it into view and names it in the address.
	at := tb.strings(`(() => {
		const box = [...document.querySelectorAll('.label')].find((l) => l.textContent.includes('The crane is lifted')).getBoundingClientRect();
		return [String(box.left + 20), String(box.top + 20)];
	})()`)
	var x, y float64
	if _, err := fmt.Sscan(strings.Join(at, " "), &x, &y); err != nil {
		t.Fatal(err)
	}
	tb.do(chromedp.MouseClickXY(x, y))
	tb.becomes("event selected", selected+` === 'eb000000000000002'`)
	tb.becomes("address", `location.hash === '#eb000000000000002'`)
	tb.becomes("mark selected", `document.querySelectorAll('.mark.current').length === 1`)
	tb.becomes("event in view", `(() => { const b = document.querySelector('.event.current').getBoundingClientRect(); return b.top > 0 && b.top < innerHeight; })()`)
	// Reading on selects what is read.
	tb.run(`window.settled = false; addEventListener('scrollend', () => { settled = true }); setTimeout(() => { settled = true }, 3000)`)
	tb.becomes("page at rest", `settled`)
	tb.do(chromedp.Sleep(300 * time.Millisecond)) // what the page scrolls by itself is no reading
	tb.run(`document.documentElement.style.scrollBehavior = 'auto'; scrollTo(0, document.getElementById('eb000000000000006').getBoundingClientRect().top + scrollY - 180)`)
	tb.becomes("read event selected", selected+` === 'eb000000000000006'`)
	tb.becomes("address", `location.hash === '#eb000000000000006'`)
	// An address selects on arrival.
	tb.open(root + home + "#eb000000000000007")
	tb.becomes("event of the address", selected+` === 'eb000000000000007'`)
	tb.becomes("its mark", `document.querySelectorAll('.mark.current').length === 1`)
	tb.run(`location.hash = '#eb000000000000004'`)
	tb.becomes("another address", selected+` === 'eb000000000000004'`)
}

func TestBrowserIsUsedWithTheKeyboard(t *testing.T) {
	tb := newTab(t)
	tb.open(published(t, harbour(t, ""), "/") + home)
	const line = `document.querySelector('.plot')`
	tb.run(line + `.focus({preventScroll: true})`)
	spoken := line + `.getAttribute('aria-valuetext')`
	for _, step := range []struct{ key, selects, says string }{
		{"Home", "a", "490 BC: A harbour is first told of. Event, The harbour almanac. 1 of 12"},
		{"ArrowRight", "1", "1911: The old mole is built. Event"},
		{"ArrowRight", "4", "Spring 2019: The road is laid"},
		{"PageDown", "2", "2 April 2019: The crane is lifted. Event, The Harbour Gazette, Works Bulletin. 4 of 12"},
		{"PageDown", "5", "since May 2019"},
		{"ArrowLeft", "d", "20 April 2019"},
		{"PageUp", "4", "Spring 2019"},
		{"End", "b", "29 June, year unknown"},
	} {
		tb.press(step.key)
		tb.becomes(step.key, selected+` === 'eb00000000000000`+step.selects+`'`)
		tb.becomes(step.key+" is said", spoken+`.startsWith('`+step.says+`')`)
	}
	tb.press("/")
	tb.becomes("search", `document.activeElement.name === 'q'`)
	tb.press("?")
	tb.run(`document.activeElement.blur()`)
	tb.becomes("a question mark in the search is text", `!document.querySelector('.help').open`)
	tb.press("?")
	tb.becomes("help", `document.querySelector('.help').open`)
	tb.run(`document.querySelector('.help').close()`)
	ticks := `document.querySelector('.layer-axis').textContent`
	before := tb.strings(`[` + ticks + `]`)[0]
	tb.run(`scrollTo(0, 0)`)
	tb.press("+")
	tb.becomes("nearer", ticks+` !== '`+before+`'`)
	tb.press("0")
	tb.becomes("all again", `location.search === '' && `+ticks+` === '`+before+`'`)
}

func TestBrowserHasTheSameContentWithoutScript(t *testing.T) {
	tb := newTab(t)
	address := published(t, harbour(t, ""), "/") + home
	tb.open(address)
	content := `[...document.querySelectorAll('.event')].map((e) => e.textContent.replace(/\s+/g, ' '))`
	with := tb.strings(content)
	disabled := emulation.SetScriptExecutionDisabledParams{Value: true}
	tb.do(func(ctx context.Context, page *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, page, emulation.SetScriptExecutionDisabled, disabled)
		return chromedp.Void{}, err
	}, chromedp.Navigate(address))
	without := tb.strings(content)
	if diff := cmp.Diff(with, without); diff != "" || len(without) != 12 {
		t.Errorf("%d events; what differs (-with +without):\n%s", len(without), diff)
	}
	if hidden := tb.strings(`['.line', '.filters'].filter((s) => getComputedStyle(document.querySelector(s)).display !== 'none')`); len(hidden) > 0 {
		t.Errorf("shown without a script that makes them work: %v", hidden)
	}
}

func TestBrowserDrawsABoundedNumberOfMarks(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "many")
	files := unpack(t, "harbour")
	chronologyOf(t, dir)
	event := must(readFile(filepath.Join(files, "content/events/2019-10-01-7.md")))
	for day := range 1500 {
		id := fmt.Sprintf("e%015x", day)
		page := strings.NewReplacer("2019-10-01~", fmt.Sprintf("20%02d-%02d-%02d", day/336, day/28%12+1, day%28+1),
			"eb000000000000007", id).Replace(event)
		write(t, filepath.Join(dir, "content/events", id+".md"), page)
	}
	public := build(t, Options{Dir: dir}).Destination
	tb := newTab(t)
	tb.open(published(t, public, "/") + home)
	tb.becomes("piles that count", `[...document.querySelectorAll('.pile-count')].some((c) => +c.textContent > 10)`)
	const count = `document.querySelectorAll('.line svg *').length`
	tb.becomes("few elements", count+` < 1500`)
	for range 6 {
		tb.run(`document.querySelector('[data-do=in]').click()`)
		tb.becomes("few elements nearer", count+` < 1500`)
	}
}

func TestBrowserShowsHostileTextAsText(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "hostile")
	chronologyOf(t, dir)
	const hostile = `</script><script>window.hacked = 1</script><img src=x onerror=window.hacked=1> {{< x >}} {{ .Title }} \" ' &amp; javascript:window.hacked=1`
	write(t, filepath.Join(dir, "content/sources/s.md"), strings.ReplaceAll(`---
title: "HERE"
source: {path: "HERE", publisher: "HERE", url: "javascript:window.hacked=1", note: "HERE", published: "HERE", language: "HERE", sha256: "HERE"}
undated: [{quote: "HERE", position: [0, 3], expressions: [{text: "script", position: [2, 8]}], reason: "HERE"}]
id: "s"
---
`, "HERE", hostile))
	write(t, filepath.Join(dir, "content/events/e.md"), strings.ReplaceAll(`---
title: "HERE"
when: "2019-04-02"
kind: "HERE"
status: "HERE"
speakers: ["HERE"]
places: ["HERE"]
tags: ["HERE"]
citations: [{source: "s", quote: "HERE", position: [0, 9], expressions: [{text: "HERE", position: [0, 9]}], when: "HERE", because: "HERE"}]
id: "e1"
---
`, "HERE", hostile))
	write(t, filepath.Join(dir, "content/events/f.md"), strings.ReplaceAll("---\ntitle: \"HERE\"\nwhen: \"HERE\"\ncitations: [{source: \"HERE\", quote: \"HERE\"}]\nid: \"HERE\"\n---\n", "HERE", hostile))
	public, tb := build(t, Options{Dir: dir}).Destination, newTab(t)
	root := published(t, public, "/")
	for _, page := range []string{"sources/s.html", "sources/index.html", "sources/by-publisher.html", "undated.html", "method.html", "events/e.html", "events/f.html", "events/index.html", "embed/index.html", home} {
		tb.do(chromedp.Navigate(root + page))
		tb.becomes(page, `document.body.textContent.includes('{{< x >}} {{ .Title }} " \' &amp; javascript:')`)
		tb.becomes(page+" is unharmed", `window.hacked === undefined && document.querySelectorAll('img').length === 0`)
	}
	tb.becomes("label", `document.querySelector('.label-title') !== null && window.hacked === undefined`)
	for _, trouble := range tb.troubles {
		t.Error(trouble)
	}
}

func TestBrowserWritesTowardsTheLeft(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "left")
	chronologyOf(t, dir)
	config := must(readFile(filepath.Join(dir, "hugo.yaml")))
	write(t, filepath.Join(dir, "hugo.yaml"), strings.Replace(config, "defaultContentLanguage: en", "defaultContentLanguage: ar", 1))
	for name, when := range map[string]string{"a": "2019-01-01", "b": "2019-06-01"} {
		write(t, filepath.Join(dir, "content/events", name+".md"), "---\ntitle: \""+name+"\"\nwhen: \""+when+"\"\nid: \""+name+"\"\n---\n")
	}
	tb := newTab(t)
	tb.open(published(t, build(t, Options{Dir: dir}).Destination, "/") + home)
	tb.becomes("direction", `document.dir === 'rtl'`)
	tb.becomes("the later is further left", `(() => { const [a, b] = [...document.querySelectorAll('.mark circle')].map((c) => +c.getAttribute('cx')); return a > b; })()`)
	tb.run(`document.querySelector('.plot').focus()`)
	tb.press("ArrowLeft")
	tb.press("ArrowLeft")
	tb.becomes("left is later", selected+` === 'b'`)
	if words := tb.strings(`[...document.querySelectorAll('.when')].map((w) => w.textContent.trim())`); !slices.Equal(words, []string{"1 يناير 2019", "1 يونيو 2019"}) {
		t.Errorf("dates: %v", words)
	}
}
