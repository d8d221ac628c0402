package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// choose ticks or clears a value of a facet.
func (tb *tab) choose(facet, key string) {
	tb.Helper()
	box := `document.querySelector('.facet input[name="` + facet + `"][value="` + key + `"]')`
	tb.run(`document.querySelector('[data-do=filter]').getAttribute('aria-expanded') === 'true' || document.querySelector('[data-do=filter]').click()`)
	tb.becomes(facet+" "+key+" to choose", box+` !== null`)
	tb.run(box + `.click()`)
}

const (
	counted = `document.querySelector('.filters .count').textContent`
	chips   = `[...document.querySelectorAll('.chip')].map((c) => c.textContent)`
)

func TestBrowserCountsUnderTheOtherFilters(t *testing.T) {
	tb := newTab(t)
	tb.open(published(t, harbour(t, ""), "/") + home)
	values := func(facet string) string {
		return `[...document.querySelectorAll('#facet-` + facet + ` li')].map((l) => l.textContent)`
	}
	tb.choose("kind", "event")
	tb.becomes("events of a kind", visible+`.length === 8`)
	if diff := cmp.Diff([]string{"Event 8", "Statement 2", "Denial 1", "Plan 1"}, tb.strings(values("kind"))); diff != "" {
		t.Errorf("kinds are counted as if none were chosen:\n%s", diff)
	}
	if diff := cmp.Diff([]string{"The Harbour Gazette 3", "Works Bulletin 3", "The harbour almanac 3", "The council 0"}, tb.strings(values("source"))); diff != "" {
		t.Errorf("sources are counted among what is chosen:\n%s", diff)
	}
	// Two values of a facet show what has either.
	tb.choose("kind", "plan")
	tb.becomes("of two kinds", visible+`.length === 9`)
	tb.choose("places", "North Quay")
	tb.becomes("of two kinds at a place", visible+`.length === 2 && `+counted+` === '2 of 12 events'`)
	if diff := cmp.Diff([]string{"Event ×", "Plan ×", "North Quay ×"}, tb.strings(`[...document.querySelectorAll('.chip')].map((c) => c.textContent + ' ×')`)); diff != "" {
		t.Errorf("what is chosen:\n%s", diff)
	}
	address := tb.strings(`[location.href]`)[0]
	tb.open(address)
	tb.becomes("restored", visible+`.length === 2 && document.querySelectorAll('.chip').length === 3`)
	tb.run(`document.querySelector('.chip').click()`)
	tb.becomes("taken back", visible+`.length === 0 && location.search === '?kind=plan&places=North+Quay'`)
	tb.run(`document.querySelector('.filters [type=reset]').click()`)
	tb.becomes("all", visible+`.length === 12 && location.search === '' && document.querySelectorAll('.facet :checked').length === 0`)
}

func TestBrowserShowsWhatLiesInARange(t *testing.T) {
	tb := newTab(t)
	root := published(t, harbour(t, ""), "/")
	tb.open(root + home + "?since=2019-09-14&until=2019-10-31")
	if tb.becomes("in the range", visible+`.join() === '6,7'`); len(tb.strings(chips)) != 1 {
		t.Error("the range is not shown")
	}
	tb.open(root + home + "?from=2019-04-01&to=2019-05-01")
	tb.run(`document.querySelector('[data-do=filter]').click()`)
	tb.becomes("the panel", `document.querySelector('#facet-kind') !== null`)
	tb.run(`document.querySelector('[data-set=window]').click()`)
	tb.becomes("what the line shows", visible+`.join() === '4,2,3,d' && location.search.includes('since=2019-04-01')`)
	tb.run(`const until = document.querySelector('[name=until]'); until.value = '2019-04-05'; until.dispatchEvent(new Event('input', {bubbles: true}))`)
	tb.becomes("until another day", visible+`.join() === '4,2' && location.search.includes('until=2019-04-05')`)
}

// TestBrowserShowsWhatWasKnown turns the second clock: the gazette is of 10 April
// 2019, the bulletin of May 2019, the leaflet of perhaps November 2019.
func TestBrowserShowsWhatWasKnown(t *testing.T) {
	tb := newTab(t)
	root := published(t, harbour(t, ""), "/")
	tb.open(root + home + "?known=2019-04-30")
	tb.becomes("known in April", visible+`.join() === 'a,1,2,3,d,6,7,b' && `+counted+` === '8 of 12 events · 4 more became known later'`)
	tb.becomes("what came later is not cited", `document.querySelector('#eb000000000000002 .more').hidden && !document.querySelector('#eb000000000000002 .citation').hidden`)
	tb.run(`document.querySelector('[data-do=filter]').click()`)
	clock := `document.querySelector('[name=clock]')`
	tb.becomes("a step for each publication", clock+`.max === '4' && `+clock+`.value === '1'`)
	tb.run(clock + `.value = '2'; ` + clock + `.dispatchEvent(new Event('input', {bubbles: true}))`)
	tb.becomes("known in May", visible+`.length === 11 && location.search === '?known=2019-05-31'`)
	tb.becomes("said", clock+`.getAttribute('aria-valuetext') === 'Reported by 31 May 2019' && `+chips+`.join() === 'Reported by 31 May 2019'`)
	tb.becomes("cited again", `!document.querySelector('#eb000000000000002 .more').hidden`)
	tb.run(clock + `.value = '4'; ` + clock + `.dispatchEvent(new Event('input', {bubbles: true}))`)
	tb.becomes("all that was reported", visible+`.length === 12 && location.search === ''`)
	tb.run(`const day = document.querySelector('[name=known]'); day.value = '2019-05-20'; day.dispatchEvent(new Event('input', {bubbles: true}))`)
	tb.becomes("the last publication before a day", `location.search === '?known=2019-04-10'`)
}

func TestBrowserGoesBackToWhatWasChosen(t *testing.T) {
	tb := newTab(t)
	tb.open(published(t, harbour(t, ""), "/") + home)
	tb.choose("kind", "event")
	tb.becomes("filtered", `location.search === '?kind=event'`)
	tb.run(`document.querySelector('#eb000000000000002 .permalink').click()`)
	tb.becomes("chosen", selected+` === 'eb000000000000002' && location.hash === '#eb000000000000002'`)
	tb.run(`document.querySelector('#eb000000000000007 .permalink').click()`)
	tb.becomes("another", location("#eb000000000000007"))
	tb.run(`document.querySelector('[data-do=in]').click()`)
	tb.becomes("nearer, which is no step", `location.search.includes('from=')`)
	tb.run(`history.back()`)
	tb.becomes("back to the first", selected+` === 'eb000000000000002' && !location.search.includes('from=')`)
	tb.run(`history.back()`)
	tb.becomes("back to none", selected+` === '' && `+visible+`.length === 8`)
	tb.run(`history.back()`)
	tb.becomes("back to all", visible+`.length === 12 && location.search === '' && !document.querySelector('.facet :checked')`)
	tb.run(`history.go(3)`)
	tb.becomes("and on again", selected+` === 'eb000000000000007' && `+visible+`.length === 8 && location.search.includes('from=')`)
}

func location(hash string) string { return `location.hash === '` + hash + `'` }

func TestBrowserPartsTheLineIntoLanes(t *testing.T) {
	tb := newTab(t)
	root := published(t, harbour(t, ""), "/")
	tb.open(root + home + "?lanes=source")
	lanes := `[...document.querySelectorAll('.lane-name')].map((n) => n.textContent)`
	tb.becomes("a lane for each source", lanes+`.join(' ') === 'The Harbour Gazette Works Bulletin The harbour almanac The council'`)
	// An event told by two is in the lanes of both, of one axis each.
	tb.becomes("axes", `new Set([...document.querySelectorAll('.layer-axis .axis')].map((a) => a.getBoundingClientRect().bottom)).size >= 4`)
	tb.becomes("labels in their lanes", `document.querySelectorAll('.label-title').length > 4`)
	// What was published by one source stands in its lane.
	tb.run(`document.querySelector('.plot').focus({preventScroll: true})`)
	tb.press("Home")
	tb.becomes("the first is selected in one lane", selected+` === 'eb00000000000000a' && document.querySelectorAll('.mark.current').length === 1`)
	tb.run(`const lanes = document.querySelector('[name=lanes]'); lanes.value = 'places'; lanes.dispatchEvent(new Event('input', {bubbles: true}))`)
	tb.becomes("by place, with the others", lanes+`.join(' ') === 'North Quay Old Mole Other' && location.search === '?lanes=places'`)
	tb.run(`lanes.value = ''; lanes.dispatchEvent(new Event('input', {bubbles: true}))`)
	tb.becomes("one line again", lanes+`.length === 0 && location.search === ''`)
}

func TestBrowserOpensOnWhatTheSettingsSay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "start")
	chronologyOf(t, dir)
	if err := os.CopyFS(dir, os.DirFS(unpack(t, "harbour"))); err != nil {
		t.Fatal(err)
	}
	config := must(readFile(filepath.Join(dir, "hugo.yaml")))
	write(t, filepath.Join(dir, "hugo.yaml"), strings.Replace(config, "\n  dateline:", "\n  dateline:\n    start: \"2019-03\"\n    end: \"2019-05\"", 1))
	tb := newTab(t)
	root := published(t, build(t, Options{Dir: dir}).Destination, "/")
	tb.open(root + home)
	eras := `[...document.querySelectorAll('.tick-era')].map((t) => t.textContent).join(' ')`
	tb.becomes("three months", eras+` === 'Mar 2019 Apr 2019 May 2019' && location.search === ''`)
	tb.run(`document.querySelector('[data-do=fit]').click()`)
	tb.becomes("all", `document.querySelector('.layer-axis').textContent.includes('490 BC') && location.search.includes('from=')`)
	tb.run(`history.back()`)
	tb.becomes("as at first", eras+`.startsWith('Mar 2019') && location.search === ''`)
	tb.run(`document.querySelector('[data-do="1"]').click()`)
	tb.becomes("a year", `location.search === '?from=2019-01-01&to=2020-01-01'`)
	tb.run(`document.querySelector('[data-do="0"]').click()`)
	tb.becomes("a month", `location.search.startsWith('?from=2019-0') && document.querySelectorAll('.tick-name').length > 20`)
	tb.becomes("today is no part of it", `document.querySelector('[data-do=today]').hidden && !document.querySelector('line.today, path.today')`)
}
