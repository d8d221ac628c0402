package site

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestServeGivesThePublishedFilesAndOneScript(t *testing.T) {
	dir := unpack(t, "plain")
	s := serve(t, ServeOptions{Dir: dir})
	public := build(t, Options{Dir: unpack(t, "plain"), BaseURL: s.url, Environment: "development"}).Destination
	for path := range tree(t, public) {
		want, err := os.ReadFile(filepath.Join(public, path))
		if err != nil {
			continue // a folder
		}
		status, header, got := s.get(path)
		if status != http.StatusOK || !strings.Contains(header.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s: status %d, policy %q", path, status, header.Get("Content-Security-Policy"))
		}
		if filepath.Ext(path) == ".html" {
			before, rest, found := strings.Cut(got, `<script src="/_dateline/reload.js`)
			_, after, _ := strings.Cut(rest, "</script>")
			if !found {
				t.Errorf("%s: no script", path)
			}
			got = before + after
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s differs (-built +served):\n%s", path, diff)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("public: %v", err)
	}
}

func TestServeAnswers(t *testing.T) {
	dir := unpack(t, "plain")
	write(t, filepath.Join(dir, "static/empty/file.txt"), "text")
	write(t, filepath.Join(dir, "layouts/404.html"), "<html><head></head>nothing here</html>")
	s := serve(t, ServeOptions{Dir: dir})
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for _, test := range requests {
		request, err := http.NewRequest(test.method, s.url, nil)
		if err != nil {
			t.Fatal(err)
		}
		request.URL = &url.URL{Scheme: "http", Host: request.URL.Host, Opaque: "/" + test.path}
		request.Host = test.host
		response, err := client.Do(request)
		if err != nil {
			t.Errorf("%s %s: %v", test.method, test.path, err)
			continue
		}
		body, _ := io.ReadAll(response.Body)
		response.Body.Close()
		if response.StatusCode != test.status || !bytes.Contains(body, []byte(test.holds)) {
			t.Errorf("%s %s for %q: status %d, want %d; body %q", test.method, test.path, test.host,
				response.StatusCode, test.status, body)
		}
	}
}

var requests = []struct {
	method, path, host string
	status             int
	holds              string
}{
	{"GET", "", "", 200, "Harbour chronicle"},
	{"GET", "events/", "", 200, "The crane is lifted"},
	{"GET", "events", "", 302, ""},
	{"GET", "empty/file.txt", "", 200, "text"},
	{"GET", "empty/", "", 404, "nothing here"}, // no list of the folder
	{"GET", "none.html", "", 404, "nothing here"},
	{"GET", "../hugo.yaml", "", 404, ""},
	{"GET", "%2e%2e/%2e%2e/etc/passwd", "", 404, ""},
	{"GET", "events/..%2f..%2findex.html", "", 404, ""},
	{"GET", "events%5c..%5cindex.html", "", 404, ""},
	{"GET", "index.html%00.txt", "", 404, ""},
	{"GET", "%2fetc/passwd", "", 404, ""},
	{"HEAD", "index.html", "", 200, ""},
	{"POST", "index.html", "", 405, ""},
	{"DELETE", "index.html", "", 405, ""},
	{"GET", "_dateline/reload.js", "", 200, "EventSource"},
	{"GET", "_dateline/problems.css", "", 200, "section"},
	{"GET", "_dateline/problems.html", "", 404, ""},
	{"GET", "_dateline/", "", 404, ""},
	{"GET", "index.html", "stranger.example", 403, ""},
	{"GET", "index.html", "[::1]:1313", 200, "Harbour"},
	{"GET", "index.html", "chronicle.localhost", 200, "Harbour"},
}
