package site

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
)

// served is a preview that runs for one test.
type served struct {
	t      *testing.T
	url    string
	stop   func() error // ends it and gives what Serve returned
	events chan event
}

// event is what a browser is told.
type event struct {
	Version  string
	Problems []problem
}

// number is the version's number within its session.
func (e event) number() int {
	n, _ := strconv.Atoi(e.Version[strings.LastIndex(e.Version, "-")+1:])
	return n
}

// serve starts a preview and a browser's event stream.
func serve(t *testing.T, opts ServeOptions) *served {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ready, done := make(chan string, 1), make(chan error, 1)
	opts.Ready = func(url string) { ready <- url }
	go func() { done <- Serve(ctx, opts) }()
	s := &served{t: t, events: make(chan event, 16)}
	s.stop = func() error {
		cancel()
		err := <-done
		done <- err
		return err
	}
	t.Cleanup(func() { s.stop() })
	select {
	case s.url = <-ready:
	case err := <-done:
		t.Fatalf("serve: %v", err)
	}
	s.listen()
	return s
}

func (s *served) listen() {
	response, err := http.Get(s.url + own + "events")
	if err != nil {
		s.t.Fatal(err)
	}
	go func() {
		defer close(s.events)
		defer response.Body.Close()
		lines := bufio.NewScanner(response.Body)
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				var e event
				if json.Unmarshal([]byte(data), &e) == nil {
					s.events <- e
				}
			}
		}
	}()
}

// next is the next event.
func (s *served) next() event {
	s.t.Helper()
	select {
	case e, ok := <-s.events:
		if !ok {
			s.t.Fatal("the event stream ended")
		}
		return e
	case <-time.After(time.Minute): // only a hung server takes that long
		s.t.Fatal("no event")
	}
	return event{}
}

// follows is the next event, which has to be the version after at.
func (s *served) follows(at event) event {
	s.t.Helper()
	e := s.next()
	if e.number() != at.number()+1 {
		s.t.Errorf("version %d after %d", e.number(), at.number())
	}
	return e
}

// get fetches a path below the site's address.
func (s *served) get(path string) (status int, header http.Header, body string) {
	s.t.Helper()
	response, err := http.Get(s.url + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return response.StatusCode, response.Header, string(data)
}

func TestServeFollowsChanges(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	dir := unpack(t, "plain")
	s := serve(t, ServeOptions{Dir: dir})
	at := s.next()
	changed := func(what, path, holds string) {
		t.Helper()
		at = s.follows(at)
		if _, _, body := s.get(path); !strings.Contains(body, holds) {
			t.Errorf("%s: %s is %q", what, path, body)
		}
	}
	page := filepath.Join(dir, "content/events/2020-bridge.md")
	write(t, page, "---\ntitle: \"The bridge opens\"\n---\n")
	changed("new page", "events/2020-bridge.html", "The bridge opens")
	write(t, page, "---\ntitle: \"The bridge is opened\"\n---\n")
	changed("edited page", "", "The bridge is opened")
	write(t, filepath.Join(dir, "layouts/_partials/title.html"), "<h1>Mine: {{ .Title }}</h1>")
	changed("layouts made later", "", "Mine: Harbour")
	write(t, filepath.Join(dir, "data/deep/er/list.yaml"), "- a\n")
	changed("data made later", "", "Mine: Harbour")
	write(t, filepath.Join(dir, "config/_default/languages.yaml"), "en: {title: \"Quay\"}\n")
	changed("configuration made later", "", "Harbour")
	write(t, filepath.Join(dir, "themes/plain/static/css/base.css"), "body { margin: 1px }\n")
	changed("theme", "css/base.css", "1px")
	if err := os.Remove(page); err != nil {
		t.Fatal(err)
	}
	s.follows(at)
	if status, _, _ := s.get("events/2020-bridge.html"); status != http.StatusNotFound {
		t.Errorf("deleted page: status %d", status)
	}
	if left, _ := filepath.Glob(filepath.Join(temp, "dateline-serve-*", "*")); len(left) > 2 {
		t.Errorf("old versions stay: %v", left)
	}
}

func TestServeIgnoresWhatIsNoChange(t *testing.T) {
	dir := unpack(t, "plain")
	s := serve(t, ServeOptions{Dir: dir})
	at := s.next()
	write(t, filepath.Join(dir, "content/events/.2019-05-flood.md.swp"), "x")
	write(t, filepath.Join(dir, "content/events/2019-05-flood.md~"), "x")
	write(t, filepath.Join(dir, "assets/jsconfig.json"), "{}")
	write(t, filepath.Join(dir, "public/index.html"), "x")
	write(t, filepath.Join(dir, "notes.txt"), "x")
	if err := os.Chmod(filepath.Join(dir, "content/_index.md"), 0o600); err != nil {
		t.Fatal(err)
	}
	time.Sleep(2 * quiet) // a rebuild would begin here, and be counted below
	write(t, filepath.Join(dir, "content/_index.md"), "---\ntitle: \"Quay\"\n---\n")
	s.follows(at)
}

func TestServeShowsProblemsAndRecovers(t *testing.T) {
	dir := unpack(t, "plain")
	s := serve(t, ServeOptions{Dir: dir})
	good := s.next()
	page := filepath.Join(dir, "content/events/bad.md")
	write(t, page, "---\ntitle: \"<b>open\n---\n")
	e := s.next()
	want := []problem{{Place: "content/events/bad.md:2:8", Message: "could not find end character of double-quoted text"}}
	if diff := cmp.Diff(want, e.Problems); diff != "" || e.Version != good.Version {
		t.Errorf("broken: %+v\n%s", e, diff)
	}
	if status, _, body := s.get(""); status != http.StatusOK || !strings.Contains(body, "Harbour") {
		t.Errorf("the last good site is gone: %d %q", status, body)
	}
	write(t, page, "---\ntitle: \"closed\"\n---\n")
	if e := s.next(); len(e.Problems) > 0 || e.number() != good.number()+1 {
		t.Errorf("mended: %+v", e)
	}
}

func TestServeBeginsWithABrokenSite(t *testing.T) {
	dir := unpack(t, "plain")
	home := filepath.Join(dir, "layouts/home.html")
	write(t, home, "{{ errorf \"<script>alert(1)</script>\" }}")
	s := serve(t, ServeOptions{Dir: dir})
	status, _, body := s.get("events/2019-05-flood.html")
	if status != http.StatusInternalServerError || !strings.Contains(body, "&lt;script&gt;alert(1)") ||
		!strings.Contains(body, "reload.js") {
		t.Errorf("status %d, page %s", status, body)
	}
	s.next()
	write(t, home, "<p>mended</p>")
	s.next()
	if status, _, body := s.get(""); status != http.StatusOK || !strings.Contains(body, "mended") {
		t.Errorf("status %d, page %s", status, body)
	}
}

// copier is a Rebuild that makes an event of the document seed, and tells runs of
// each time it did.
func copier(t *testing.T, dir, seed string, runs chan<- string) func(context.Context) error {
	return func(context.Context) error {
		data, err := os.ReadFile(seed)
		if err != nil {
			return err
		}
		runs <- string(data)
		write(t, filepath.Join(dir, "content/events/letter.md"), "---\ntitle: \"Letter: "+string(data)+"\"\n---\n")
		if bytes.Contains(data, []byte("torn")) {
			return errors.New("seeds/letter.txt: is torn")
		}
		return nil
	}
}

func TestServeRebuildsFromDocuments(t *testing.T) {
	dir := unpack(t, "plain")
	seed := filepath.Join(dir, "seeds/letter.txt")
	write(t, seed, "first")
	runs := make(chan string, 16)
	s := serve(t, ServeOptions{Dir: dir, Rebuild: copier(t, dir, seed, runs), Watch: []string{"seeds"}})
	at := s.next()
	for _, text := range []string{"second", "torn"} {
		write(t, seed, text)
		at = s.follows(at)
		if broken := text == "torn"; broken != (len(at.Problems) == 1) {
			t.Errorf("%s: problems %v", text, at.Problems)
		}
		if _, _, body := s.get(""); !strings.Contains(body, "Letter: "+text) {
			t.Errorf("%s: page %s", text, body)
		}
	}
	// An edit of the content does not read the documents again, and what Rebuild
	// wrote has caused no version of its own.
	write(t, filepath.Join(dir, "content/_index.md"), "---\ntitle: \"Quay\"\n---\n")
	s.follows(at)
	if err := s.stop(); err != nil {
		t.Fatal(err)
	}
	close(runs)
	if diff := cmp.Diff([]string{"first", "second", "torn"}, slices.Collect(each(runs))); diff != "" {
		t.Errorf("rebuilds (-want +got):\n%s", diff)
	}
}

// TestServeShowsWhatACheckFinds: the site is built all the same.
func TestServeShowsWhatACheckFinds(t *testing.T) {
	dir := unpack(t, "plain")
	home := filepath.Join(dir, "content/_index.md")
	check := func(context.Context) error {
		if data, err := os.ReadFile(home); err != nil || bytes.Contains(data, []byte("wrong")) {
			return errors.Join(err, &timeline.Problem{Path: "content/_index.md", Line: 2, Column: 8, Message: "is wrong"})
		}
		return nil
	}
	s := serve(t, ServeOptions{Dir: dir, Check: check})
	at := s.next()
	write(t, home, "---\ntitle: \"wrong\"\n---\n")
	at = s.follows(at)
	if diff := cmp.Diff([]problem{{Place: "content/_index.md:2:8", Message: "is wrong"}}, at.Problems); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	if _, _, body := s.get(""); !strings.Contains(body, "wrong") {
		t.Errorf("the site is not built: %s", body)
	}
	write(t, home, "---\ntitle: \"right\"\n---\n")
	if at = s.follows(at); len(at.Problems) != 0 {
		t.Errorf("problems %v", at.Problems)
	}
}

// each is what a closed channel still holds.
func each[T any](all <-chan T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for one := range all {
			if !yield(one) {
				return
			}
		}
	}
}

func TestServeBelowAPath(t *testing.T) {
	for base, want := range map[string]string{
		"/repo/":                   "",
		"http://localhost/repo":    "",
		"https://example.org/repo": "https://example.org/repo/",
	} {
		s := serve(t, ServeOptions{Dir: unpack(t, "plain"), BaseURL: base})
		if !strings.HasPrefix(s.url, "http://localhost:") || !strings.HasSuffix(s.url, "/repo/") {
			t.Errorf("%s: served at %s", base, s.url)
		}
		if want == "" {
			want = s.url
		}
		if _, _, body := s.get("sitemap.xml"); !strings.Contains(body, "<loc>"+want) {
			t.Errorf("%s: sitemap %s", base, body)
		}
		if _, _, body := s.get(""); !strings.Contains(body, `src="/repo/_dateline/reload.js`) {
			t.Errorf("%s: page %s", base, body)
		}
		response, err := http.Get(strings.TrimSuffix(s.url, "repo/"))
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.Request.URL.Path != "/repo/" {
			t.Errorf("%s: root leads to %s", base, response.Request.URL)
		}
		s.stop()
	}
}

func TestServeTakesTheNextPort(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port
	s := serve(t, ServeOptions{Dir: unpack(t, "plain"), Port: port})
	at, err := url.Parse(s.url)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := strconv.Atoi(at.Port()); got <= port {
		t.Errorf("port %d taken, served at %d", port, got)
	}
}

func TestServeStopsCleanly(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	var log bytes.Buffer
	s := serve(t, ServeOptions{Dir: unpack(t, "plain"), Log: &log})
	s.next()
	if err := s.stop(); err != nil {
		t.Errorf("serve: %v", err)
	}
	for range s.events { // ends with the server
	}
	if left, _ := filepath.Glob(filepath.Join(temp, "dateline-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if !strings.Contains(log.String(), "serving at "+s.url) {
		t.Errorf("log: %s", log.String())
	}
	http.DefaultClient.CloseIdleConnections()
	if stacks := lingering("fsnotify", "net/http.(*Server)", "site.Serve", "site.(*"); stacks != "" {
		t.Errorf("still running:\n%s", stacks)
	}
}

// lingering gives the stacks, of goroutines other than this one, that hold one of
// the names, once they had some time to end.
func lingering(names ...string) string {
	var found string
	for range 100 {
		buf := make([]byte, 1<<20)
		buf = buf[:runtime.Stack(buf, true)]
		found = ""
		for _, stack := range strings.Split(string(buf), "\n\n")[1:] {
			for _, name := range names {
				if strings.Contains(stack, name) {
					found += stack + "\n\n"
					break
				}
			}
		}
		if found == "" {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	return found
}

func TestServeNamesAFolderThatIsNone(t *testing.T) {
	err := Serve(context.Background(), ServeOptions{Dir: filepath.Join(t.TempDir(), "none")})
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("err = %v", err)
	}
}
