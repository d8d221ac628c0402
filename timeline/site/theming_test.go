package site

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline"
)

// TestThemingIsDocumented holds docs/theming.md to the theme: every property is
// told of with its default, and every template named is there.
func TestThemingIsDocumented(t *testing.T) {
	docs := must(readFile("../../docs/theming.md"))
	tokens := must(readFile("../../assets/css/tokens.css"))
	light, _, _ := strings.Cut(tokens, "\n}\n")
	for _, property := range regexp.MustCompile(`(?m)^  (--[a-z0-9-]+): (.+);$`).FindAllStringSubmatch(light, -1) {
		if strings.HasPrefix(property[1], "--space-") {
			continue // told of as one scale
		}
		if !strings.Contains(docs, "`"+property[1]+"` | `"+property[2]+"` |") {
			t.Errorf("docs/theming.md does not tell of %s: %s", property[1], property[2])
		}
	}
	table := docs[strings.Index(docs, "| file below `layouts/`"):]
	for _, row := range regexp.MustCompile("(?m)^\\| (`[^|]+`) \\|").FindAllStringSubmatch(table, -1) {
		folder := ""
		for _, file := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(row[1], -1) {
			name := file[1]
			if folder != "" {
				name = folder + "/" + name
			} else {
				folder = filepath.Dir(name)
			}
			if !exists(filepath.Join("../../layouts", name)) {
				t.Errorf("docs/theming.md names %s, which is not there", name)
			}
		}
	}
}

// TestHouseStylesOfTheDocsWork builds a site with each style that the docs show.
func TestHouseStylesOfTheDocsWork(t *testing.T) {
	docs := must(readFile("../../docs/theming.md"))
	styles := regexp.MustCompile("(?s)```css\n(.*?)```").FindAllStringSubmatch(docs, -1)
	if len(styles) != 2 {
		t.Fatalf("%d house styles, want two", len(styles))
	}
	for _, style := range styles {
		dir := filepath.Join(t.TempDir(), "house")
		if err := New(dir, NewOptions{Theme: dateline.Theme}); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(dir, os.DirFS(unpack(t, "quay"))); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, "assets/css/house.css"), style[1])
		sheets, err := filepath.Glob(filepath.Join(build(t, Options{Dir: dir}).Destination, "css/*.css"))
		if err != nil || len(sheets) != 1 {
			t.Fatalf("%v %v", sheets, err)
		}
		css := must(readFile(sheets[0]))
		paper := regexp.MustCompile(`--paper: ?([^;}]+)`).FindAllStringSubmatch(css, -1)
		at := slices.IndexFunc(paper, func(m []string) bool { return strings.HasPrefix(m[1], "light-dark(") })
		// After the theme's own colours, before those for forced colours and for paper.
		if at != len(paper)-3 {
			t.Errorf("the house's paper is colour %d of %d: %q", at, len(paper), paper)
		}
	}
}
