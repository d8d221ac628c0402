package site

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"dateline"
)

// quay builds the chronology of testdata/quay.txtar, with further files.
func quay(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "quay")
	if err := New(dir, NewOptions{Theme: dateline.Theme}); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(dir, os.DirFS(unpack(t, "quay"))); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		write(t, filepath.Join(dir, name), text)
	}
	return build(t, Options{Dir: dir}).Destination
}

// tagged gives the elements below n with a tag, in order.
func tagged(n *html.Node, tag string) []*html.Node {
	var found []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == tag {
			found = append(found, d)
		}
	}
	return found
}

// spoken is what an element says, its parts kept apart as they are on the page.
func spoken(n *html.Node) string {
	var parts []string
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			parts = append(parts, strings.Fields(d.Data)...)
		}
	}
	return strings.Join(parts, " ")
}

func all(nodes []*html.Node) []string {
	var said []string
	for _, n := range nodes {
		said = append(said, spoken(n))
	}
	return said
}

// says fails the test for each of the sentences that an element does not say.
func says(t *testing.T, n *html.Node, sentences ...string) {
	t.Helper()
	all := spoken(n)
	for _, want := range sentences {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in %s", want, all)
		}
	}
}

func TestSourcesAreCompared(t *testing.T) {
	page := document(t, filepath.Join(quay(t, nil), "compared.html"))
	comparisons := having(page, "comparison")
	if len(comparisons) != 1 {
		t.Fatalf("%d comparisons, want one", len(comparisons))
	}
	accounts := having(comparisons[0], "accounts")
	if len(accounts) != 2 {
		t.Fatalf("%d disagreements, want the date and the dead", len(accounts))
	}
	// What differs is marked in each sentence: the day in one, the number in the other.
	for i, want := range [][]string{
		{"On 2 April 2019", "3 April 2019"},
		{"at least 12", "Nine"},
	} {
		if diff := cmp.Diff(want, all(tagged(accounts[i], "mark"))); diff != "" {
			t.Errorf("marked (-want +got):\n%s", diff)
		}
	}
	says(t, page, "1 event rests on one source alone.")
}

func TestFirstReportsAreInTheOrderOfPublication(t *testing.T) {
	quayside := document(t, filepath.Join(quay(t, nil), "reported.html"))
	want := []string{"3 April 2019 The Harbour Gazette Crane at the quay (The Harbour Gazette) The timeline as known by then 2 April 2019 A crane falls at the north quay 9 April 2019 The port will reopen on 9 April"}
	if diff := cmp.Diff(want, all(having(quayside, "told"))); diff != "" {
		t.Errorf("first reports (-want +got):\n%s", diff)
	}
	if clock := having(quayside, "clock"); len(clock) != 1 || attribute(clock[0], "href") != "index.html?known=2019-04-03" {
		t.Errorf("no way to what was known then")
	}
	// Of a paper of April nobody knows whether it came before the 4th; what came
	// on the 5th was not the first.
	coarse := map[string]string{"content/sources/gazette.md": "---\ntitle: \"Gazette\"\nsource: {publisher: \"Gazette\", published: \"2019-04\"}\nid: \"gazette\"\n---\n"}
	says(t, document(t, filepath.Join(quay(t, coarse), "reported.html")),
		"A crane falls at the north quay or first by Coast Herald, 4 April 2019 9 April 2019 The port")
}

func TestUndatedIsToldWithItsReason(t *testing.T) {
	page := document(t, filepath.Join(harbour(t, ""), "undated.html"))
	if got := all(having(page, "undated")); len(got) != 1 || !strings.HasPrefix(got[0], "Crane lifted at the north quay The Harbour Gazette , 10 April 2019 Work went on in the following weeks . “the following weeks” tells how long, not when") {
		t.Errorf("undated: %q", got)
	}
	says(t, having(page, "tally")[0], "1 “…” tells how long, not when")
}

func TestMethodCountsWhatIsThere(t *testing.T) {
	says(t, document(t, filepath.Join(harbour(t, ""), "method.html")),
		"12 events from 4 sources", "1 undated statement", "Event 8 Statement 2 Plan 1 Denial 1",
		"Reviewed 3 Not yet reviewed 9", "Dated by the words of its source 11 Dated by when its source was published 1",
		"To the day 5 To a month or longer 4 From … to … 1 With one end only 1 Without a year 1 Approximate or doubtful 2",
		"By one source 11 By several independent sources 1",
		"10 April 2019 Crane lifted at the north quay 5 gazette.txt 812 bytes 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
	)
}

// TestOwnWordsComeBeforeAPage writes a file of the name of such a page.
func TestOwnWordsComeBeforeAPage(t *testing.T) {
	public := quay(t, map[string]string{"content/method.md": "---\ntitle: \"How we worked\"\n---\nTwo of us read **everything**.\n"})
	says(t, document(t, filepath.Join(public, "method.html")), "How we worked Two of us read everything . This page is made from the files")
	home := tagged(document(t, filepath.Join(public, "index.html")), "nav")
	if got := all(home); !slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, "Undated How we worked") }) {
		t.Errorf("ways through the site: %q", got)
	}
}

// TestLongListsAreParted counts what stands on the parts of a list of many.
func TestLongListsAreParted(t *testing.T) {
	var source strings.Builder
	source.WriteString("---\ntitle: \"Many\"\nsource: {published: \"2019-04-06\"}\nundated:\n")
	for range 401 {
		source.WriteString("  - {quote: \"Soon it rained.\", position: [0, 15], expressions: [{text: \"Soon\", position: [0, 4]}], reason: \"too vague\"}\n")
	}
	source.WriteString("id: \"many\"\n---\n")
	public := quay(t, map[string]string{"content/sources/many.md": source.String()})
	for name, want := range map[string]int{"undated.html": 200, "undated-2.html": 200, "undated-3.html": 1} {
		page := document(t, filepath.Join(public, name))
		if got := len(having(page, "reason")); got != want {
			t.Errorf("%s: %d statements, want %d", name, got, want)
		}
		if pager := having(page, "pager"); len(pager) != 1 || words(pager[0]) != "1 2 3" {
			t.Errorf("%s: no ways to the other parts", name)
		}
	}
}
