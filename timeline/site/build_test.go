package site

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
)

// stockHugo is the path of the hugo command that go.mod pins as a tool.
var stockHugo = sync.OnceValues(func() (string, error) {
	out, err := exec.Command("go", "tool", "-n", "hugo").Output()
	return strings.TrimSpace(string(out)), err
})

// runHugo builds dir with the stock command into its configured destination.
func runHugo(t testing.TB, dir string, args ...string) {
	t.Helper()
	hugo, err := stockHugo()
	if err != nil {
		t.Fatalf("build stock hugo: %v", err)
	}
	out, err := exec.Command(hugo, append([]string{"--source", dir}, args...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("stock hugo: %v\n%s", err, out)
	}
}

func TestBuildGivesTheBytesOfStockHugo(t *testing.T) {
	ours, theirs := unpack(t, "plain"), unpack(t, "plain")
	result := build(t, Options{Dir: ours})
	runHugo(t, theirs)
	want := tree(t, filepath.Join(theirs, "public"))
	if diff := cmp.Diff(want, tree(t, result.Destination)); diff != "" {
		t.Errorf("trees differ (-stock +ours):\n%s", diff)
	}
	if result.Pages == 0 || result.Files == 0 || len(result.Warnings) > 0 {
		t.Errorf("result = %+v", result)
	}
	// Beside the site, only what the stock command leaves too.
	delete(want, ".")
	for path := range tree(t, ours) {
		if _, err := os.Lstat(filepath.Join(theirs, path)); err != nil {
			t.Errorf("left behind: %s", path)
		}
	}
}

func TestBuildTakesFlagsAsStockHugoDoes(t *testing.T) {
	ours, theirs := unpack(t, "plain"), unpack(t, "plain")
	build(t, Options{Dir: ours, BaseURL: "https://example.net/x", Environment: "staging", Destination: "out/site"})
	runHugo(t, theirs, "--baseURL", "https://example.net/x", "--environment", "staging", "--destination", "out/site")
	want, got := tree(t, filepath.Join(theirs, "out/site")), tree(t, filepath.Join(ours, "out/site"))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("trees differ (-stock +ours):\n%s", diff)
	}
}

func TestBuildTwiceChangesNoByteAndForgetsDeletedPages(t *testing.T) {
	dir := unpack(t, "plain")
	first := tree(t, build(t, Options{Dir: dir}).Destination)
	second := tree(t, build(t, Options{Dir: dir}).Destination)
	if diff := cmp.Diff(first, second); diff != "" {
		t.Errorf("second build differs (-first +second):\n%s", diff)
	}
	if err := os.Remove(filepath.Join(dir, "content/events/2019-04-02-crane.md")); err != nil {
		t.Fatal(err)
	}
	const page = "events/2019-04-02-crane.html"
	third := tree(t, build(t, Options{Dir: dir}).Destination)
	if _, was := first[page]; !was {
		t.Fatalf("%s was never built", page)
	}
	if _, is := third[page]; is {
		t.Errorf("%s is still there", page)
	}
}

func TestFailedBuildLeavesTheOldSite(t *testing.T) {
	for _, test := range failures {
		t.Run(test.name, func(t *testing.T) {
			dir := unpack(t, "plain")
			build(t, Options{Dir: dir})
			write(t, filepath.Join(dir, test.path), test.text)
			before := tree(t, dir)
			_, err := Build(context.Background(), Options{Dir: dir})
			var got []string
			for _, e := range timeline.Problems(err) {
				got = append(got, e.Error())
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("errors (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
				t.Errorf("failed build changed the folder:\n%s", diff)
			}
		})
	}
}

var failures = []struct {
	name, path, text string
	want             []string
}{{
	name: "front matter is no YAML",
	path: "content/events/bad.md",
	text: "---\nwhen: \"2019\"\ntitle: \"open\nkind: event\n---\n",
	want: []string{`content/events/bad.md:3:8: could not find end character of double-quoted text`},
}, {
	name: "date that Hugo cannot read",
	path: "content/events/bad.md",
	text: "---\ntitle: \"x\"\ndate: \"1989-11\"\n---\n",
	want: []string{`content/events/bad.md: the "date" front matter field is not a parsable date`},
}, {
	name: "shortcode that is not there",
	path: "content/events/bad.md",
	text: "---\ntitle: \"x\"\n---\n\nText {{< gallery >}}\n",
	want: []string{`content/events/bad.md:5:6: failed to extract shortcode: template for shortcode "gallery" not found`},
}, {
	name: "reference to a page that is not there",
	path: "content/events/bad.md",
	text: "---\ntitle: \"x\"\n---\n\n[a]({{< ref \"gone.md\" >}})\n",
	want: []string{`content/events/bad.md:5:5: [en] REF_NOT_FOUND: Ref "gone.md": page not found`},
}, {
	name: "template that does not parse",
	path: "layouts/home.html",
	text: "<p>\n{{ .Title </p>\n",
	want: []string{`layouts/home.html:2:1: parse of template failed: unexpected "<" in operand`},
}, {
	name: "partial that does not execute",
	path: "layouts/_partials/title.html",
	text: "<h1>\n{{ len 7 }}</h1>",
	want: []string{`layouts/_partials/title.html:2:3: execute of template failed: at <len 7>: ` +
		`error calling len: len of type int (rendering content/_index.md)`},
}, {
	name: "template that does not execute",
	path: "layouts/section.html",
	text: "<p>\n  {{ .Nothing }}\n</p>\n",
	want: []string{`layouts/section.html:2:5: execute of template failed: at <.Nothing>: ` +
		`can't evaluate field Nothing in type page.Page (rendering /events)`},
}, {
	name: "configuration is no YAML",
	path: "hugo.yaml",
	text: "title: \"x\nbaseURL: y\n",
	want: []string{`hugo.yaml:1:8: could not find end character of double-quoted text`},
}, {
	name: "theme that is not there",
	path: "config/_default/hugo.yaml",
	text: "theme: \"grand\"\n",
	want: []string{`themes/grand: the configuration names this theme, but it is not there`},
}, {
	name: "several errors in order",
	path: "layouts/page.html",
	text: "{{ errorf \"no map for %s\" .Path }}",
	want: []string{"no map for /events/2019-04-02-crane", "no map for /events/2019-05-flood"},
}}

func TestBuildNamesAFolderWithoutSite(t *testing.T) {
	dir := t.TempDir()
	_, err := Build(context.Background(), Options{Dir: dir})
	var problem *timeline.Problem
	if !errors.As(err, &problem) || problem.Path != "hugo.yaml" {
		t.Errorf("empty folder: %v", err)
	}
	if _, err := Build(context.Background(), Options{Dir: filepath.Join(dir, "none")}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing folder: %v", err)
	}
	if left := tree(t, dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

func TestBuildCollectsWarnings(t *testing.T) {
	dir := unpack(t, "plain")
	write(t, filepath.Join(dir, "layouts/page.html"), `{{ warnf "no place for %s" .Path }}`)
	var got []string
	for _, warning := range build(t, Options{Dir: dir}).Warnings {
		got = append(got, warning.Error())
	}
	want := []string{"no place for /events/2019-04-02-crane", "no place for /events/2019-05-flood"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
}

func TestCancelledBuildPublishesNothing(t *testing.T) {
	dir := unpack(t, "plain")
	before := tree(t, dir)
	ctx, cancel := context.WithCancel(context.Background())
	progress := func(stage string, _, _ int) {
		if stage == "pages" {
			cancel()
		}
	}
	for range 2 { // cancelled during the build, then before it
		_, err := Build(ctx, Options{Dir: dir, Progress: progress})
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("err = %v", err)
		}
	}
	after := tree(t, dir)
	delete(after, ".hugo_build.lock")
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("cancelled build changed the folder:\n%s", diff)
	}
}

func TestConcurrentBuildsDoNotDisturbEachOther(t *testing.T) {
	good, bad := unpack(t, "plain"), unpack(t, "plain")
	write(t, filepath.Join(bad, "layouts/home.html"), "{{ .Nothing }}")
	want := tree(t, build(t, Options{Dir: good}).Destination)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if _, err := Build(context.Background(), Options{Dir: good}); err != nil {
				t.Errorf("good site: %v", err)
			}
		})
		wait.Go(func() {
			if _, err := Build(context.Background(), Options{Dir: bad}); err == nil {
				t.Error("bad site was built")
			}
		})
	}
	wait.Wait()
	if diff := cmp.Diff(want, tree(t, filepath.Join(good, "public"))); diff != "" {
		t.Errorf("site differs (-before +after):\n%s", diff)
	}
}

func TestProgressCountsFiles(t *testing.T) {
	most := map[string]int{}
	var order []string
	build(t, Options{Dir: unpack(t, "plain"), Progress: func(stage string, done, _ int) {
		if len(order) == 0 || order[len(order)-1] != stage {
			order = append(order, stage)
		}
		most[stage] = max(most[stage], done)
	}})
	want := []string{"configuration", "static files", "pages", "publish"}
	if diff := cmp.Diff(want, order); diff != "" {
		t.Errorf("stages (-want +got):\n%s", diff)
	}
	if most["static files"] < 3 || most["pages"] < 5 {
		t.Errorf("counted %v", most)
	}
}
