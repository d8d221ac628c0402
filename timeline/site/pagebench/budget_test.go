package pagebench

import (
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// The budgets of a page's first load, in bytes after gzip.
const (
	scriptBudget = 15_000
	styleBudget  = 8_000
)

func TestFirstLoadIsWithinBudget(t *testing.T) {
	s := serve(t, http.FileServer(http.Dir(buildSite(t, newChronology(15)))))
	w := firstLoad(t, s)
	if w.JS == 0 || w.JS > scriptBudget {
		t.Errorf("%d bytes of script, want some and at most %d", w.JS, scriptBudget)
	}
	if w.CSS == 0 || w.CSS > styleBudget {
		t.Errorf("%d bytes of style, want some and at most %d", w.CSS, styleBudget)
	}
}

// firstLoad weighs the home page, the scripts and styles in it and the files
// that it loads of itself.
func firstLoad(t *testing.T, s *server) weight {
	t.Helper()
	page, err := html.Parse(strings.NewReader(get(t, s.URL)))
	if err != nil {
		t.Fatal(err)
	}
	var inline weight
	for n := range page.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if address := loads(n); address != "" {
			fetch(t, s.URL, address)
		}
		if n.FirstChild != nil && n.Data == "style" {
			inline.CSS += len(gzipped([]byte(n.FirstChild.Data)))
		}
		if n.FirstChild != nil && n.Data == "script" && !strings.Contains(attribute(n, "type"), "json") {
			inline.JS += len(gzipped([]byte(n.FirstChild.Data)))
		}
	}
	w := s.weigh()
	w.CSS += inline.CSS
	w.JS += inline.JS
	return w
}

// loads is the address of what a browser fetches because of n.
func loads(n *html.Node) string {
	switch n.Data {
	case "script", "img", "iframe":
		return attribute(n, "src")
	case "link":
		for _, relation := range []string{"stylesheet", "icon", "preload", "modulepreload", "manifest"} {
			if slices.Contains(strings.Fields(attribute(n, "rel")), relation) {
				return attribute(n, "href")
			}
		}
	}
	return ""
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// fetch gets what a page names, which must be the site's own and complete.
func fetch(t *testing.T, page, address string) {
	t.Helper()
	base, err := url.Parse(page)
	if err != nil {
		t.Fatal(err)
	}
	target, err := base.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	if target.Host != base.Host {
		t.Errorf("the page loads %s from elsewhere", address)
		return
	}
	text := get(t, target.String())
	if strings.HasSuffix(target.Path, ".css") && (strings.Contains(text, "@import") || strings.Contains(text, "url(http")) {
		t.Errorf("%s loads more", address)
	}
}

func get(t *testing.T, address string) string {
	t.Helper()
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	if response.StatusCode != http.StatusOK {
		t.Errorf("%s: %s", address, response.Status)
	}
	return string(body)
}
