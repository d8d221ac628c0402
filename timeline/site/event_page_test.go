package site

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline"
)

// TestEventPageHasWhatOneCitesAndDoubts reads the page of an event that three
// papers tell of, one of them a copy.
func TestEventPageHasWhatOneCitesAndDoubts(t *testing.T) {
	page := document(t, filepath.Join(quay(t, nil), "events/a.html"))
	says(t, page,
		"2 April 2019 A crane falls at the north quay On 2 April 2019 the crane fell, killing at least 12 people. The Harbour Gazette , 3 April 2019",
		"Why this date? “2 April 2019” states the year gazette.txt , bytes 120–172",
		"Also told by Nine dockers died when a crane fell at the quay on 3 April 2019 .",
		"Here: 3 April 2019 Why this date? “3 April 2019” states the year",
		"Who reported it, and when 3 April 2019 The Harbour Gazette first 4 April 2019 Coast Herald 5 April 2019 Daily Copy Same report as in The Harbour Gazette",
		"Plan and outcome What came of it: The port will reopen on 9 April , 9 April 2019",
		"A crane falls at the north quay (2 April 2019). In: Quay. Sources: The Harbour Gazette, Crane at the quay (The Harbour Gazette), 3 April 2019, https://example.org/gazette; Coast Herald,",
		"Sources Told by 2 independent sources",
	)
	if n := len(tagged(page, "h1")); n != 1 {
		t.Errorf("%d first headings", n)
	}
}

// TestEventPageLeavesOutWhatIsNotThere gives an event no source, no date and a
// plan that has gone.
func TestEventPageLeavesOutWhatIsNotThere(t *testing.T) {
	page := document(t, filepath.Join(quay(t, map[string]string{
		"content/events/bare.md": "---\ntitle: \"Bare\"\nrelated: [{event: \"gone\", as: \"done\"}]\nid: \"ebare\"\n---\nThe editor’s words.\n",
	}), "events/bare.html"))
	says(t, page, "No date Bare The editor’s words. Cite this event Bare (No date). In: Quay.")
	for _, part := range []string{"related", "others", "reporting", "accounts", "citation"} {
		if len(having(page, part)) > 0 {
			t.Errorf("there is a %s", part)
		}
	}
}

// TestEventsAreCitedWithTheirAddress follows baseURL into the references, and
// keeps what TeX would read as commands from being any.
func TestEventsAreCitedWithTheirAddress(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "cited")
	if err := New(dir, NewOptions{Theme: dateline.Theme, Title: "50% & more"}); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "content/sources/s.md"), "---\ntitle: \"A {report}\"\nsource: {publisher: \"P\", author: \"Bo Lind\", url: \"https://example.org/{1}\", published: \"2019-04~\"}\nid: \"s/1\"\n---\n")
	write(t, filepath.Join(dir, "content/events/e.md"), "---\ntitle: \"Costs rise \\\\ by 5_%\"\nwhen: \"2019-04-02/..\"\ncitations: [{source: \"s/1\", quote: \"Costs rise.\"}]\nid: \"e1\"\n---\n")
	page := document(t, filepath.Join(build(t, Options{Dir: dir, BaseURL: "https://example.net/repo/"}).Destination, "events/e.html"))
	references := having(page, "reference")
	if len(references) != 2 {
		t.Fatalf("%d references", len(references))
	}
	const text = `Costs rise \ by 5_% (since 2 April 2019). In: 50% & more. https://example.net/repo/events/e.html Sources: P, A {report}, about April 2019, https://example.org/{1}`
	if diff := cmp.Diff(text, words(references[0])); diff != "" {
		t.Errorf("as text:\n%s", diff)
	}
	const bibtex = `@misc{e1,
  title = {Costs rise \textbackslash{} by 5\_\%},
  howpublished = {50\% \& more},
  date = {2019-04-02/..},
  url = {https://example.net/repo/events/e.html}
}

@misc{s-1,
  author = {Bo Lind},
  title = {A \{report\}},
  howpublished = {P},
  date = {2019-04~},
  url = {https://example.org/%7B1%7D}
}`
	if diff := cmp.Diff(bibtex, references[1].FirstChild.Data); diff != "" {
		t.Errorf("as BibTeX:\n%s", diff)
	}
	var mail string
	for _, a := range tagged(page, "a") {
		if href := attribute(a, "href"); strings.HasPrefix(href, "mailto:") {
			mail = href
		}
	}
	if mail != "mailto:?subject=Costs%20rise%20%5c%20by%205_%25&body=https%3a%2f%2fexample.net%2frepo%2fevents%2fe.html" {
		t.Errorf("by e-mail: %s", mail)
	}
}
