package site

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"dateline"
	"dateline/timeline/edtf"
)

// harbour builds the chronology of testdata/harbour.txtar.
func harbour(t testing.TB, baseURL string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "harbour")
	if err := New(dir, NewOptions{Theme: dateline.Theme}); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(dir, os.DirFS(unpack(t, "harbour"))); err != nil {
		t.Fatal(err)
	}
	result := build(t, Options{Dir: dir, BaseURL: baseURL})
	for _, warning := range result.Warnings {
		t.Errorf("warning: %v", warning)
	}
	return result.Destination
}

// document parses one published page.
func document(t testing.TB, file string) *html.Node {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	node, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return node
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// having gives the elements below n with a class, in order.
func having(n *html.Node, class string) []*html.Node {
	var found []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && slices.Contains(strings.Fields(attribute(d, "class")), class) {
			found = append(found, d)
		}
	}
	return found
}

// words is what an element says, its white space folded.
func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestEveryLinkAndAssetIsThere(t *testing.T) {
	for _, base := range []string{"", "https://example.net/repo/"} {
		public := harbour(t, base)
		err := filepath.WalkDir(public, func(file string, d fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(file) != ".html" {
				return err
			}
			checkLinks(t, public, file, base)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// checkLinks follows the links of one page as a browser does that has opened it
// from a folder.
func checkLinks(t *testing.T, public, file, base string) {
	t.Helper()
	name, _ := filepath.Rel(public, file)
	page := document(t, file)
	at := &url.URL{Scheme: "file", Path: "/" + filepath.ToSlash(name)}
	for n := range page.Descendants() {
		if n.Type == html.ElementNode && n.Data == "base" {
			at = at.ResolveReference(must(url.Parse(attribute(n, "href"))))
		}
	}
	for n := range page.Descendants() {
		for _, a := range n.Attr {
			if n.Data == "base" || a.Key != "href" && a.Key != "src" {
				continue
			}
			link, err := url.Parse(a.Val)
			if err != nil {
				t.Errorf("%s: %s=%q: %v", name, a.Key, a.Val, err)
				continue
			}
			target := at.ResolveReference(link)
			outside := target.Scheme != "file" || name == "404.html" && strings.HasPrefix(a.Val, "/repo/")
			switch {
			case outside && n.Data != "a" && attribute(n, "rel") != "canonical" && !strings.HasPrefix(a.Val, "/repo/"):
				t.Errorf("%s: %s loads from outside", name, a.Val)
			case !outside && !exists(filepath.Join(public, target.Path)):
				t.Errorf("%s: %s leads to nothing", name, a.Val)
			}
		}
	}
}

func exists(file string) bool {
	info, err := os.Stat(file)
	return err == nil && !info.IsDir()
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func TestPagesHoldNothingThatAStrictPolicyForbids(t *testing.T) {
	public := harbour(t, "https://example.net/repo/")
	handler := regexp.MustCompile(`^on[a-z]+$`)
	err := filepath.WalkDir(public, func(file string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(file) != ".html" {
			return err
		}
		name, _ := filepath.Rel(public, file)
		for n := range document(t, file).Descendants() {
			if n.Data == "script" && n.Type == html.ElementNode && attribute(n, "src") == "" || n.Data == "style" && n.Type == html.ElementNode {
				t.Errorf("%s: <%s> in the page", name, n.Data)
			}
			for _, a := range n.Attr {
				// A browser refuses scripts with an integrity in file://.
				if a.Key == "style" || a.Key == "integrity" || handler.MatchString(a.Key) || strings.HasPrefix(strings.TrimSpace(a.Val), "javascript:") && a.Key == "href" {
					t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestQuotationsAreTextWithTheirExpressionsMarked(t *testing.T) {
	home := document(t, filepath.Join(harbour(t, ""), "index.html"))
	quotes := map[string][]string{}
	for _, q := range having(home, "quote") {
		var marked []string
		for n := range q.Descendants() {
			if n.Type == html.ElementNode && n.Data == "mark" {
				marked = append(marked, words(n))
			}
			if n.Type == html.ElementNode && n.Data == "b" {
				t.Error("a quotation became markup")
			}
		}
		quotes[words(q)] = marked
	}
	want := map[string][]string{
		"On 2 April 2019 the crane was lifted <b>at last</b>, {{< figure >}} and all.": {"2 April 2019"},
		"From 12 to 16 September 2019 the quay was closed.":                            {"12", "16 September 2019"},
		"There is no delay, the council said.":                                         nil,
	}
	for quote, marked := range want {
		got, ok := quotes[quote]
		if diff := cmp.Diff(marked, got); !ok || diff != "" {
			t.Errorf("%s (there: %t):\n%s", quote, ok, diff)
		}
	}
	if strings.Contains(words(home), "rejected") {
		t.Error("a rejected event is shown")
	}
}

func TestSourcesLinkToTheVerySentence(t *testing.T) {
	home := document(t, filepath.Join(harbour(t, ""), "index.html"))
	links := map[string]string{}
	for _, event := range having(home, "event") {
		source := having(event, "source")[0]
		links[attribute(event, "id")] = attribute(source.FirstChild, "href")
	}
	const gazette = "https://example.org/2019/04/03/crane?page=1#top:~:text="
	want := map[string]string{
		"eb000000000000003": gazette + "A%20week%20later%20Ada%20Berg%2C%20the%20harbour%2Dmaster%2C%20said%3A%20%E2%80%9CWe%20shall%20open%20on%20time%2C%20rain%20%26%20storm%20or%20not.%E2%80%9D",
		"eb00000000000000d": gazette + "On%2020%20April%202019%20the%20harbour,as%20they%20took%2C%20and%20no%20longer.",
		"eb000000000000004": "https://example.org/works",
		"eb000000000000001": "sources/almanac.html",
		"eb000000000000008": "sources/leaflet.html",
	}
	for id, link := range want {
		if links[id] != link {
			t.Errorf("%s links to\n%s, not to\n%s", id, links[id], link)
		}
	}
}

// TestTemplatesCountDaysAsEDTFDoes holds the templates' reading of dates to the
// package's.
func TestTemplatesCountDaysAsEDTFDoes(t *testing.T) {
	dates := strings.Fields(`
		2022-02-24 2022-02-24~ 2022-02 2022-10? 2022 2022-21 2022-22 2022-23 2022-24 2022-25 2022-29 2022-30 2022-32
		2022-33 2022-36 2022-37 2022-39 2022-40 2022-41 199X 19XX 0000 -0001 -0489 -019X -04XX 0001-01-01 Y17000 Y-20000
		2004-XX 2004-06-XX 2000-02-29 1900-02 1969-12-31 1970-01-01 2022-02-24/.. ../2022-02-09 2015/2017 /2022 2022/
		2022-09-12~/2022-10 2013-03-20T17:00 2013-03-20T17:00:05Z 1066-10-14 9999-12-31 -9999 XXXX-06-29 XXXX-12`)
	dir := filepath.Join(t.TempDir(), "dates")
	if err := New(dir, NewOptions{Theme: dateline.Theme}); err != nil {
		t.Fatal(err)
	}
	for i, date := range dates {
		name := filepath.Join(dir, "content", "events", strings.Repeat("i", i+1)+".md")
		write(t, name, "---\ntitle: \"x\"\nwhen: \""+date+"\"\n---\n")
	}
	public := build(t, Options{Dir: dir}).Destination
	var got []string
	for _, event := range having(document(t, filepath.Join(public, "index.html")), "event") {
		date := dates[len(attribute(event, "id"))-1]
		got = append(got, date)
		d := edtf.MustParse(date)
		begin, hasBegin := d.First()
		end, hasEnd := d.Last()
		compareDay(t, date, "begin", attribute(event, "data-begin"), begin, hasBegin)
		if d.Precision() != edtf.PrecisionTime {
			compareDay(t, date, "end", attribute(event, "data-end"), end+1, hasEnd)
		}
	}
	slices.SortStableFunc(dates, func(a, b string) int { return edtf.Compare(edtf.MustParse(a), edtf.MustParse(b)) })
	if diff := cmp.Diff(dates, got); diff != "" {
		t.Errorf("order (-edtf +page):\n%s", diff)
	}
}

func compareDay(t *testing.T, date, side, got string, want edtf.Day, known bool) {
	t.Helper()
	day, _, _ := strings.Cut(got, ".") // the rest is the hour
	if known != (got != "") || known && day != string(must(json.Marshal(want))) {
		t.Errorf("%s: %s is %q, want %d (known: %t)", date, side, got, want, known)
	}
}

func TestEventsAreDataToo(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(harbour(t, ""), "events.json"))
	if err != nil {
		t.Fatal(err)
	}
	var published struct {
		Events  []struct{ ID, When, Words, Page string }
		Sources []struct{ ID, Publisher string }
	}
	if err := json.Unmarshal(data, &published); err != nil {
		t.Fatal(err)
	}
	spoken := map[string]string{}
	for _, e := range published.Events {
		spoken[e.When] = e.Words
		if path.Dir(e.Page) != "events" {
			t.Errorf("page of %s: %s", e.ID, e.Page)
		}
	}
	want := map[string]string{
		"1911": "1911", "2019-04-02": "2 April 2019", "2019-04-09": "9 April 2019", "2019-04-20": "20 April 2019",
		"2019-21": "Spring 2019", "2019-05/..": "since May 2019", "2019-09-12/2019-09-16": "12–16 September 2019",
		"2019-10-01~": "about 1 October 2019", "2019-11?": "possibly November 2019", "2020-06-01": "1 June 2020",
		"-0489": "490 BC", "XXXX-06-29": "29 June, year unknown",
	}
	if diff := cmp.Diff(want, spoken); diff != "" {
		t.Errorf("dates in words:\n%s", diff)
	}
	if len(published.Sources) != 4 {
		t.Errorf("sources: %v", published.Sources)
	}
}

func TestEmbedBoxNeedsAnAddress(t *testing.T) {
	for base, want := range map[string]string{
		"":                          "set baseURL in hugo.yaml",
		"https://example.net/repo/": `<iframe src="https://example.net/repo/embed/index.html"`,
	} {
		box := having(document(t, filepath.Join(harbour(t, base), "index.html")), "embedbox")
		if len(box) != 1 || !strings.Contains(words(box[0]), want) {
			t.Errorf("with base %q: no %s", base, want)
		}
	}
}

// TestPageStaysLight holds what a reader loads to its budget: at first the
// timeline's script and the style sheet, later what explores.
func TestPageStaysLight(t *testing.T) {
	public := harbour(t, "")
	for pattern, budget := range map[string]int{"js/dateline.*.js": 15_000, "js/explore.*.js": 8 << 10, "css/*.css": 8 << 10} {
		files, err := filepath.Glob(filepath.Join(public, pattern))
		if err != nil || len(files) != 1 {
			t.Fatalf("%s: %v %v", pattern, files, err)
		}
		if size := packed(t, files[0]); size > budget {
			t.Errorf("%s: %d bytes compressed, more than %d", pattern, size, budget)
		}
	}
}

// packed is how many bytes a file takes compressed.
func packed(t *testing.T, file string) int {
	t.Helper()
	var packed bytes.Buffer
	w := must(gzip.NewWriterLevel(&packed, gzip.BestCompression))
	if _, err := w.Write(must(os.ReadFile(file))); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Len()
}

// chronologyOf lays out an empty chronology in dir.
func chronologyOf(t testing.TB, dir string) {
	t.Helper()
	if err := New(dir, NewOptions{Theme: dateline.Theme}); err != nil {
		t.Fatal(err)
	}
}

func readFile(name string) (string, error) {
	data, err := os.ReadFile(name)
	return string(data), err
}
