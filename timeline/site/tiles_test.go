package site

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"dateline"
)

const (
	manyEvents = 760
	leafSize   = 40
	hostile    = "</script><script>window.hacked = 1</script><img src=x onerror=window.hacked=1>\u2028 {{ . }}"
)

var names = []string{"Ada", "Bo", "Cai", "Dov", "Emília", "Fay", "Gus", "Hal", "Ida"}

// whenOf dates the events of the large chronology: one before Christ, 45 without
// a date, 95 on one day, the others over thirty years.
func whenOf(n int) string {
	switch {
	case n == 0:
		return "-0489"
	case n < 46:
		return ""
	case n < 141:
		return "2004-03-09"
	case n%10 == 0:
		return fmt.Sprintf("%d-%02d", 1990+n%30, n%12+1)
	}
	return fmt.Sprintf("%d-%02d-%02d", 1990+n%30, n%5+1, n%28+1)
}

func idOf(n int) string { return fmt.Sprintf("e%015x", n) }

// large lays out a chronology with so many events that it is in tiles.
func large(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "large")
	if err := New(dir, NewOptions{Theme: dateline.Theme}); err != nil {
		t.Fatal(err)
	}
	config := must(readFile(filepath.Join(dir, "hugo.yaml")))
	write(t, filepath.Join(dir, "hugo.yaml"), strings.Replace(config, "  dateline:\n", "  dateline:\n    eventPages: false\n", 1))
	for i, name := range []string{"Gazette", "Bulletin"} {
		write(t, filepath.Join(dir, "content/sources", strings.ToLower(name)+".md"), fmt.Sprintf(
			"---\ntitle: \"Paper %d\"\nsource: {publisher: \"The %s\", published: \"202%d-01-01\"}\nid: \"%s\"\n---\n", i, name, i, strings.ToLower(name)))
	}
	for n := range manyEvents {
		title := fmt.Sprintf("Crate %d is moved", n)
		if n == 77 {
			title = hostile
		}
		source := []string{"gazette", "bulletin"}[n%7%2]
		kind := []string{"event", "plan", "event", "statement"}[n%4]
		write(t, filepath.Join(dir, "content/events", idOf(n)+".md"), fmt.Sprintf(
			"---\ntitle: %q\nwhen: %q\nkind: %q\nimportance: 0.%03d\npeople: [%q]\ncitations: [{source: %q, quote: %q}]\nid: %q\n---\n",
			title, whenOf(n), kind, n, names[n%len(names)], source, fmt.Sprintf("Crate number %d was moved by Ünal.", n), idOf(n)))
	}
	return dir
}

// tileOf reads what the script below chronicle/ tells of.
func tileOf(t testing.TB, public, name string, into any) {
	t.Helper()
	text := must(readFile(filepath.Join(public, "chronicle", name+".js")))
	head := fmt.Sprintf("dateline.tile(1, %q, ", name)
	body, ok := strings.CutPrefix(text, head)
	if !ok || !strings.HasSuffix(body, ")\n") {
		t.Fatalf("%s.js begins with %.60q, want %q", name, text, head)
	}
	if strings.ContainsAny(text, "<>&\u2028\u2029") {
		t.Errorf("%s.js holds what could end a script", name)
	}
	if err := json.Unmarshal([]byte(strings.TrimSuffix(body, ")\n")), into); err != nil {
		t.Fatalf("%s.js: %v", name, err)
	}
}

type tileFile struct {
	From, Count    int
	Previous, Next string
	HTML           string
	Units          [][2]any
	Events         []struct {
		ID, Title, Date, Told string
		N                     int
	}
}

// walker goes through the units of a chronology, in order.
type walker struct {
	*testing.T
	public string
	leaves []string
	ids    []string // of the events in them
}

// units visits units as a branch lists them and gives the number of their events.
func (w *walker) units(units [][2]any) (count int) {
	for _, unit := range units {
		name, want := unit[0].(string), int(unit[1].(float64))
		var tile tileFile
		tileOf(w.T, w.public, name, &tile)
		if tile.Count != want {
			w.Errorf("%s has %d events, listed with %d", name, tile.Count, want)
		}
		if tile.HTML == "" {
			w.branch(name, tile)
		} else {
			w.leaf(name, tile)
		}
		count += tile.Count
	}
	return count
}

func (w *walker) branch(name string, tile tileFile) {
	if len(tile.Events) == 0 || len(tile.Events) > 64 {
		w.Errorf("%s lists %d events, want 1 to 64", name, len(tile.Events))
	}
	if sum := w.units(tile.Units); sum != tile.Count {
		w.Errorf("the units of %s have %d events, want %d", name, sum, tile.Count)
	}
}

func (w *walker) leaf(name string, tile tileFile) {
	if tile.From != len(w.ids) || tile.Count > leafSize {
		w.Errorf("%s has %d events from %d, want at most %d from %d", name, tile.Count, tile.From, leafSize, len(w.ids))
	}
	if before := append([]string{""}, w.leaves...); tile.Previous != before[len(before)-1] {
		w.Errorf("before %s is %q, want %q", name, tile.Previous, before[len(before)-1])
	}
	page := document(w.T, filepath.Join(w.public, "chronicle", name+".html"))
	there, here := idsIn(page), idsIn(must(html.Parse(strings.NewReader(tile.HTML))))
	if diff := cmp.Diff(there, here); diff != "" {
		w.Errorf("%s: what the page and the tile hold differs (-page +tile):\n%s", name, diff)
	}
	w.leaves = append(w.leaves, name)
	w.ids = append(w.ids, here...)
}

// idsIn gives the ids of the events on a page, in order.
func idsIn(n *html.Node) (ids []string) {
	for _, entry := range having(n, "event") {
		ids = append(ids, attribute(entry, "id"))
	}
	return ids
}

func overviewOf(t testing.TB, public string) (o struct {
	tileFile
	Leaf, IDs, Columns, Texts int
	Extent                    [2]float64
	Query                     string
	Counts                    struct {
		Unit string
		From int
		Of   []int
	}
}) {
	t.Helper()
	for n := range document(t, filepath.Join(public, home)).Descendants() {
		if attribute(n, "id") == "overview" {
			if err := json.Unmarshal([]byte(n.FirstChild.Data), &o); err != nil {
				t.Fatal(err)
			}
		}
	}
	return o
}

func TestTilesHoldEveryEventOnce(t *testing.T) {
	public := build(t, Options{Dir: large(t)}).Destination
	o := overviewOf(t, public)
	w := &walker{T: t, public: public}
	if sum := w.units(o.Units); sum != manyEvents || len(w.ids) != manyEvents {
		t.Errorf("%d events counted, %d shown, want %d", sum, len(w.ids), manyEvents)
	}
	slices.Sort(w.ids)
	if n := len(slices.Compact(w.ids)); n != manyEvents {
		t.Errorf("%d different events, want %d", n, manyEvents)
	}
	for _, name := range []string{"-0489", "2004-03-09.1", "2004-03-09.3", "undated.2", "1990"} {
		if !exists(filepath.Join(public, "chronicle", name+".html")) {
			t.Errorf("no page %s", name)
		}
	}
	checkFiles(t, public, o.IDs, o.Columns, o.Texts, w.leaves)
	counted := 0
	for _, n := range o.Counts.Of {
		counted += max(n, 0)
	}
	if counted != manyEvents-45 || o.Counts.Unit != "year" {
		t.Errorf("%d events counted by %s, want %d by year", counted, o.Counts.Unit, manyEvents-45)
	}
}

// checkFiles looks up every event in the files for finding and filtering.
func checkFiles(t *testing.T, public string, ids, columns, texts int, leaves []string) {
	t.Helper()
	for n := range manyEvents {
		h := fnv.New32a()
		h.Write([]byte(idOf(n)))
		var shard map[string]string
		tileOf(t, public, fmt.Sprintf("ids-%d", int(h.Sum32())%ids), &shard)
		if !slices.Contains(leaves, shard[idOf(n)]) {
			t.Fatalf("%s is in %q, which is no leaf", idOf(n), shard[idOf(n)])
		}
	}
	var column struct {
		Day, Length []*int
		Kind        string
		Weight      []int
		Source      []int
		People      []int
	}
	tileOf(t, public, "columns-0", &column)
	for name, n := range map[string]int{
		"day": len(column.Day), "length": len(column.Length), "kind": len(column.Kind),
		"weight": len(column.Weight), "source": len(column.Source), "people": len(column.People),
	} {
		if n != manyEvents {
			t.Errorf("column %s has %d values, want %d", name, n, manyEvents)
		}
	}
	var numbered struct {
		People [][]string
		Source [][]any
	}
	tileOf(t, public, "names", &numbered)
	if len(numbered.People) != len(names) || len(numbered.Source) != 2 || columns != 1 || texts != 1 {
		t.Errorf("names = %v, %d columns, %d texts", numbered, columns, texts)
	}
	var text struct{ Texts []string }
	tileOf(t, public, "text-0", &text)
	if len(text.Texts) != manyEvents || !strings.Contains(strings.Join(text.Texts, ""), "Ünal") {
		t.Errorf("%d texts", len(text.Texts))
	}
}

// Every link to an event leads to its entry, wherever that is.
func TestLinksToEventsOfALargeChronologyAreThere(t *testing.T) {
	public := build(t, Options{Dir: large(t), BaseURL: "https://example.net/repo/"}).Destination
	held := map[string]map[string]bool{}
	err := filepath.WalkDir(public, func(file string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(file) != ".html" {
			return err
		}
		checkLinks(t, public, file, "https://example.net/repo/")
		name, _ := filepath.Rel(public, file)
		held[filepath.ToSlash(name)] = map[string]bool{}
		for n := range document(t, file).Descendants() {
			if id := attribute(n, "id"); id != "" {
				held[filepath.ToSlash(name)][id] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var data struct{ Events []struct{ ID, Page string } }
	if err := json.Unmarshal([]byte(must(readFile(filepath.Join(public, "events.json")))), &data); err != nil {
		t.Fatal(err)
	}
	for _, e := range data.Events {
		page, id, _ := strings.Cut(e.Page, "#")
		if id != e.ID || !held[page][id] {
			t.Errorf("%s is said to be at %s", e.ID, e.Page)
		}
	}
	if exists(filepath.Join(public, "events", idOf(3)+".html")) {
		t.Error("an event has a page although pages are off")
	}
	sitemap := must(readFile(filepath.Join(public, "sitemap.xml")))
	if strings.Contains(sitemap, "/events/e0") || !strings.Contains(sitemap, "/repo/chronicle/2004-03-09.1.html") {
		t.Error("the sitemap lists pages of events that are not there, or no chronicle")
	}
}

func TestTilesAreTheBytesOfStockHugo(t *testing.T) {
	dir := large(t)
	ours := tree(t, build(t, Options{Dir: dir}).Destination)
	other := filepath.Join(t.TempDir(), "stock")
	runHugo(t, dir, "--destination", other)
	theirs := tree(t, other)
	delete(ours, ".")
	delete(theirs, ".")
	if diff := cmp.Diff(theirs, ours); diff != "" {
		t.Errorf("trees differ (-stock +ours):\n%.3000s", diff)
	}
}

// What a reader loads first does not grow with the chronology.
func TestLargeChronologyOpensWithinBudget(t *testing.T) {
	public := build(t, Options{Dir: large(t)}).Destination
	sum := 0
	for _, pattern := range []string{home, "css/*.css", "js/dateline.*.js", "js/tiles.*.js"} {
		files, err := filepath.Glob(filepath.Join(public, pattern))
		if err != nil || len(files) != 1 {
			t.Fatalf("%s: %v %v", pattern, files, err)
		}
		var packed bytes.Buffer
		w := gzip.NewWriter(&packed)
		w.Write(must(os.ReadFile(files[0]))) // a bytes.Buffer takes everything
		w.Close()
		sum += packed.Len()
	}
	if sum > 60_000 {
		t.Errorf("%d bytes compressed, more than 60000", sum)
	}
}
