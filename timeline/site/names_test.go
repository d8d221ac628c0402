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

func TestNamesHavePages(t *testing.T) {
	site := harbour(t, "")
	quay := document(t, filepath.Join(site, "places", "north-quay.html"))
	if got := words(having(quay, "source-page")[0]); !strings.Contains(got, "North Quay") || !strings.Contains(got, "The crane is lifted") {
		t.Errorf("the page of a place says %q", got)
	}
	list := words(having(document(t, filepath.Join(site, "places", "index.html")), "names")[0])
	if !strings.Contains(list, "North Quay 3 events") {
		t.Errorf("the list of places says %q", list)
	}
	if _, err := os.Stat(filepath.Join(site, "organisations")); !os.IsNotExist(err) {
		t.Errorf("a list of no names is published: %v", err)
	}
}

func TestHostileNamesAreTextAndNoPaths(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "names")
	if err := New(dir, NewOptions{Theme: dateline.Theme}); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(dir, os.DirFS(unpack(t, "names"))); err != nil {
		t.Fatal(err)
	}
	site := build(t, Options{Dir: dir}).Destination
	entries, err := os.ReadDir(filepath.Join(site, "people"))
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, e := range entries {
		files = append(files, e.Name())
	}
	want := []string{"-.title-.html", "ales-karpenka.html", "c#.html", "index.html", "j.-doe.html", "oneil.html", "áles-karpenka.html", "łódź.html"}
	if d := cmp.Diff(want, files); d != "" {
		t.Errorf("pages of people (-want +got)\n%s", d)
	}
	for _, stray := range []string{"etc", "places", "people/nobody-else.html"} {
		if _, err := os.Stat(filepath.Join(site, stray)); !os.IsNotExist(err) {
			t.Errorf("%s is published: %v", stray, err)
		}
	}
	same := document(t, filepath.Join(site, "people", "ales-karpenka.html"))
	if got := words(same); !strings.Contains(got, "Ales Karpenka") || !strings.Contains(got, "Named 1") || !strings.Contains(got, "Named 2") {
		t.Errorf("names that differ in case only are not one: %q", got)
	}
	for _, page := range []string{"index.html", "people/index.html", "people/-.title-.html"} {
		scripts := 0
		for d := range document(t, filepath.Join(site, page)).Descendants() {
			if d.Type == html.ElementNode && d.Data == "script" && attribute(d, "src") == "" {
				scripts++
			}
		}
		if scripts > 0 {
			t.Errorf("%s: a name is markup", page)
		}
	}
	named := having(document(t, filepath.Join(site, "index.html")), "people")
	if !slices.ContainsFunc(named, func(n *html.Node) bool { return words(n) == "<script>alert(1)</script>" }) {
		t.Error("a hostile name is not shown as text")
	}
}

// TestANameBesideOneWithASlash: the taxonomy gives “war” the page of “war/air”.
func TestANameBesideOneWithASlash(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "slash")
	if err := New(dir, NewOptions{Theme: dateline.Theme}); err != nil {
		t.Fatal(err)
	}
	for name, tags := range map[string]string{"a": `["war"]`, "b": `["war/air", "war"]`} {
		write(t, filepath.Join(dir, "content", "events", name+".md"), "---\ntitle: \"Told "+name+"\"\nwhen: \"2021-03-05\"\ntags: "+tags+"\n---\n")
	}
	site := build(t, Options{Dir: dir}).Destination
	if page := words(document(t, filepath.Join(site, "tags", "war.html"))); !strings.Contains(page, "Told a") || !strings.Contains(page, "Told b") {
		t.Errorf("the page of the tag says %q", page)
	}
	if _, err := os.Stat(filepath.Join(site, "tags", "war")); !os.IsNotExist(err) {
		t.Errorf("a name with a slash has a page: %v", err)
	}
}
