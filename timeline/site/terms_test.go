package site

import (
	"fmt"
	"path/filepath"
	"testing"
)

// TestNamePageIsATimelineOfItsOwn holds that the line, the counts and the list
// of sources are those of the events filed under the name.
func TestNamePageIsATimelineOfItsOwn(t *testing.T) {
	public := harbour(t, "")
	quay := document(t, filepath.Join(public, "places/north-quay.html"))
	says(t, quay, "Places North Quay 3 events from 2 sources, 2 April 2019 – 12–16 September 2019")
	if n := len(having(quay, "plot")); n != 1 {
		t.Errorf("%d lines", n)
	}
	if script := attribute(having(quay, "filters")[0], "data-script"); !exists(filepath.Join(public, "places", script)) {
		t.Errorf("filters: no script %q", script)
	}
	mole := document(t, filepath.Join(public, "places/old-mole.html"))
	if n := len(having(mole, "plot")) + len(tagged(mole, "script")); n != 0 {
		t.Error("one event makes no line")
	}
}

// TestManyNamesAndEventsAreParted gives a place more events than one page shows,
// and a tag to each of them.
func TestManyNamesAndEventsAreParted(t *testing.T) {
	files := map[string]string{}
	for n := range 300 {
		files[fmt.Sprintf("content/events/more-%03d.md", n)] = fmt.Sprintf("---\ntitle: \"More %d\"\nwhen: \"2020-01-01\"\nplaces: [\"Pier\"]\ntags: [\"%c tag %d\"]\nid: \"em%03d\"\n---\n", n, 'A'+n%20, n/3, n)
	}
	public := quay(t, files)
	for name, want := range map[string]int{"places/pier.html": 250, "places/pier/2.html": 50} {
		page := document(t, filepath.Join(public, name))
		if got := len(having(page, "event")); got != want {
			t.Errorf("%s: %d events, want %d", name, got, want)
		}
		if n := len(having(page, "plot")); n != 0 {
			t.Errorf("%s: a line of a part", name)
		}
		checkLinks(t, public, filepath.Join(public, filepath.FromSlash(name)), "")
	}
	tags := document(t, filepath.Join(public, "tags/index.html"))
	says(t, tags, "Most often named A tag", "From A to Z A A tag 0 1 event")
	if got := len(having(tags, "letter")); got != 20 {
		t.Errorf("%d letters, want 20", got)
	}
}

func TestBrowserDrawsTheLineOfAName(t *testing.T) {
	tb := newTab(t)
	root := published(t, harbour(t, ""), "/repo/")
	tb.open(root + "places/north-quay.html")
	tb.becomes("its marks alone", `document.querySelectorAll('.plot-drawing .mark').length === 3`)
	tb.run(`const f = document.querySelector('.filters'); f.q.value = 'closed'; f.dispatchEvent(new Event('input', {bubbles: true}))`)
	tb.becomes("one found", visible+`.join() === '6'`)
	tb.becomes("address", `location.search === '?q=closed'`)
	tb.open(root + "places/north-quay.html#eb000000000000003")
	tb.becomes("selected on arrival", selected+` === 'eb000000000000003'`)
	for _, trouble := range tb.troubles {
		t.Error(trouble)
	}
}
