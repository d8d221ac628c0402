package site

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/gohugoio/hugo/common/hugo"
	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"dateline"
	"dateline/timeline"
)

// chronology lays out a new chronology with one event in it.
func chronology(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "north-quay")
	if err := New(dir, NewOptions{Theme: dateline.Theme}); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(dir, os.DirFS(unpack(t, "event"))); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestNewChronologyBuildsAsStockHugoDoes(t *testing.T) {
	dir := chronology(t)
	runHugo(t, dir)
	want := tree(t, filepath.Join(dir, "public"))
	result := build(t, Options{Dir: dir})
	if diff := cmp.Diff(want, tree(t, result.Destination)); diff != "" {
		t.Errorf("trees differ (-stock +ours):\n%s", diff)
	}
	if len(result.Warnings) > 0 {
		t.Errorf("warnings: %v", result.Warnings)
	}
	home, err := os.ReadFile(filepath.Join(result.Destination, "index.html"))
	if err != nil || !strings.Contains(string(home), "The crane is lifted") || !strings.Contains(string(home), "North quay") {
		t.Errorf("home page: %v\n%s", err, home)
	}
}

func TestNewChronologyWithoutEventsBuilds(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "empty")
	if err := New(dir, NewOptions{Theme: dateline.Theme}); err != nil {
		t.Fatal(err)
	}
	if result := build(t, Options{Dir: dir}); len(result.Warnings) > 0 {
		t.Errorf("warnings: %v", result.Warnings)
	}
}

func TestRootBuildsAsStockHugoDoes(t *testing.T) {
	root, dir := filepath.Join("..", ".."), t.TempDir()
	for _, name := range []string{"content", "layouts", "assets", "static", "i18n", "archetypes"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(root, name))); err != nil {
			t.Fatal(err)
		}
	}
	config, err := os.ReadFile(filepath.Join(root, "hugo.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "hugo.yaml"), string(config))
	runHugo(t, dir)
	want := tree(t, filepath.Join(dir, "public"))
	if diff := cmp.Diff(want, tree(t, build(t, Options{Dir: dir}).Destination)); diff != "" {
		t.Errorf("trees differ (-stock +ours):\n%s", diff)
	}
}

func readYAML(t *testing.T, path string) map[string]any {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]any
	if err := yaml.Unmarshal(data, &all); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return all
}

func TestNewConfigurationAgreesWithTheExamples(t *testing.T) {
	example := readYAML(t, filepath.Join("..", "..", "hugo.yaml"))
	ours := readYAML(t, filepath.Join(chronology(t), "hugo.yaml"))
	if ours["theme"] != "dateline" {
		t.Errorf("theme is %v", ours["theme"])
	}
	if params, _ := example["params"].(map[string]any); params != nil {
		example["params"] = blank(params)
	}
	if params, _ := ours["params"].(map[string]any); params != nil {
		ours["params"] = blank(params)
	}
	for _, own := range []string{"title", "theme", "baseURL"} { // what is each one's own
		delete(example, own)
		delete(ours, own)
	}
	if diff := cmp.Diff(example, ours); diff != "" {
		t.Errorf("settings (-example +new):\n%s", diff)
	}
}

// blank empties the strings of a tree of settings: words are each site's own.
func blank(value any) any {
	switch value := value.(type) {
	case map[string]any:
		for key := range value {
			value[key] = blank(value[key])
		}
		return value
	case string:
		return ""
	}
	return value
}

func TestNewKeepsAnyTitle(t *testing.T) {
	for title, want := range map[string]string{
		"":                               "North quay",
		`Say "no": {{ x }} # \ 'é' [1] `: `Say "no": {{ x }} # \ 'é' [1]`,
		"two\nlines\t":                   "two lines",
		"12345e67":                       "12345e67",
		strings.Repeat("long ", 60):      strings.TrimSpace(strings.Repeat("long ", 60)),
	} {
		dir := filepath.Join(t.TempDir(), "north-quay")
		if err := New(dir, NewOptions{Title: title, Theme: dateline.Theme}); err != nil {
			t.Fatal(err)
		}
		if got := readYAML(t, filepath.Join(dir, "hugo.yaml"))["title"]; got != want {
			t.Errorf("title %q: configuration has %q", title, got)
		}
		readme, err := os.ReadFile(filepath.Join(dir, "README.md"))
		if err != nil || !strings.HasPrefix(string(readme), "# "+want+"\n") {
			t.Errorf("title %q: README begins %.60q, %v", title, readme, err)
		}
	}
}

func TestTitleOfAFolder(t *testing.T) {
	for name, want := range map[string]string{"gomel": "Gomel", "the_long-way": "The long way", "élan": "Élan",
		"--": "Chronology", "/": "/", "\xff": "Chronology"} {
		if got := titleOf(name); got != want {
			t.Errorf("titleOf(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestNewRefusesAFolderInUse(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "letter.txt"), "Dear")
	before := tree(t, dir)
	err := New(dir, NewOptions{Theme: dateline.Theme})
	if err == nil || !strings.Contains(err.Error(), "it holds letter.txt") {
		t.Errorf("err = %v", err)
	}
	if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
		t.Errorf("folder changed:\n%s", diff)
	}
}

func TestNewFillsARepositoryJustBegun(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, ".git/HEAD"), "ref: refs/heads/main\n")
	if err := New(dir, NewOptions{Theme: dateline.Theme}); err != nil {
		t.Error(err)
	}
}

func TestNewForcedOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "README.md"), "mine")
	write(t, filepath.Join(dir, "themes/dateline/layouts/home.html"), "mine")
	before := tree(t, dir)
	if err := New(dir, NewOptions{Theme: dateline.Theme, Force: true}); err != nil {
		t.Fatal(err)
	}
	after := tree(t, dir)
	for path, sum := range before {
		if after[path] != sum {
			t.Errorf("%s was changed", path)
		}
	}
	if after["hugo.yaml"] == "" {
		t.Error("no hugo.yaml")
	}
}

func TestNewThatFailsLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "themes"), "a file in the way")
	before := tree(t, dir)
	if err := New(dir, NewOptions{Theme: dateline.Theme, Force: true}); err == nil {
		t.Error("no error")
	}
	if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
		t.Errorf("left behind:\n%s", diff)
	}
	if err := New(filepath.Join(dir, "x"), NewOptions{}); err == nil {
		t.Error("no theme: no error")
	}
}

func TestWorkflowPublishesWithThisHugo(t *testing.T) {
	dir := chronology(t)
	workflow := readYAML(t, filepath.Join(dir, ".github/workflows/pages.yml"))
	var uses []string
	var script strings.Builder
	var version any
	for _, job := range []string{"build", "deploy"} {
		job := workflow["jobs"].(map[string]any)[job].(map[string]any)
		if env, ok := job["env"].(map[string]any); ok {
			version = env["HUGO_VERSION"]
		}
		for _, step := range job["steps"].([]any) {
			step := step.(map[string]any)
			if action, ok := step["uses"].(string); ok {
				action, _, _ = strings.Cut(action, "@")
				uses = append(uses, action)
			}
			if run, ok := step["run"].(string); ok {
				script.WriteString(run)
			}
		}
	}
	want := []string{"actions/checkout", "actions/configure-pages", "actions/upload-pages-artifact", "actions/deploy-pages"}
	if diff := cmp.Diff(want, uses); diff != "" {
		t.Errorf("actions (-want +got):\n%s", diff)
	}
	if version != hugo.CurrentVersion.String() {
		t.Errorf("workflow installs Hugo %v, this is %s", version, hugo.CurrentVersion)
	}
	if strings.Contains(script.String(), "${{") {
		t.Error("an expression is put into a script")
	}
}

func TestSourcesFileIsEmptyAndItsExampleIsYAML(t *testing.T) {
	data, err := skeleton.ReadFile("skeleton/seeds/sources.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var nothing, example map[string]map[string]string
	if err := yaml.Unmarshal(data, &nothing); err != nil || len(nothing) > 0 {
		t.Errorf("entries: %v, %v", nothing, err)
	}
	_, tail, _ := strings.Cut(string(data), "without the #:\n#\n")
	if err := yaml.Unmarshal([]byte(strings.ReplaceAll(tail, "# ", "")), &example); err != nil || len(example) != 1 {
		t.Errorf("example: %v, %v", example, err)
	}
}

func TestThemeIsWhole(t *testing.T) {
	entries, err := fs.ReadDir(dateline.Theme, ".")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, entry := range entries {
		got = append(got, entry.Name())
	}
	want := []string{"archetypes", "assets", "i18n", "layouts", "static"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("theme holds (-want +got):\n%s", diff)
	}
	for _, name := range want {
		err := fs.WalkDir(dateline.Theme, name, func(path string, entry fs.DirEntry, err error) error {
			if slices.Contains([]string{".gitkeep", ".DS_Store", "jsconfig.json"}, entry.Name()) {
				t.Errorf("%s is no part of a theme", path)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func TestUpdateTheme(t *testing.T) {
	dir := chronology(t)
	newer := fstest.MapFS{"layouts/home.html": {Data: []byte("<p>newer</p>")}}
	if err := UpdateTheme(dir, newer); err != nil {
		t.Fatal(err)
	}
	got := tree(t, filepath.Join(dir, themeDir))
	if len(got) != 4 || got["layouts/home.html"] != sumOf([]byte("<p>newer</p>")) {
		t.Errorf("theme holds %v", got)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "themes", ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if err := UpdateTheme(dir, dateline.Theme); err != nil {
		t.Error(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, "themes")); err != nil {
		t.Fatal(err)
	}
	if err := UpdateTheme(dir, dateline.Theme); err != nil {
		t.Error(err)
	}
	build(t, Options{Dir: dir})
}

func TestUpdateThemeKeepsWhatAPersonChanged(t *testing.T) {
	dir := chronology(t)
	theme := filepath.Join(dir, themeDir)
	write(t, filepath.Join(theme, "layouts/home.html"), "mine")
	write(t, filepath.Join(theme, "static/logo.svg"), "<svg/>")
	if err := os.Remove(filepath.Join(theme, "i18n/en.yaml")); err != nil {
		t.Fatal(err)
	}
	before := tree(t, dir)
	var got []string
	for _, err := range timeline.Problems(UpdateTheme(dir, dateline.Theme)) {
		got = append(got, err.Error())
	}
	want := []string{
		"themes/dateline/i18n/en.yaml: was deleted by hand; put it back, or move the theme away to have it replaced",
		"themes/dateline/layouts/home.html: was changed by hand; move it to layouts/home.html, where it takes the place of the theme's",
		"themes/dateline/static/logo.svg: was added by hand; move it to static/logo.svg",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	if err := os.Remove(filepath.Join(theme, sumsName)); err != nil {
		t.Fatal(err)
	}
	delete(before, themeDir+"/"+sumsName)
	if err := UpdateTheme(dir, dateline.Theme); err == nil {
		t.Error("a theme of unknown origin was replaced")
	}
	if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
		t.Errorf("refused update changed the folder:\n%s", diff)
	}
}

// A chronology's own layouts come before the theme's, and mend what they break.
func TestOwnLayoutOverridesTheTheme(t *testing.T) {
	dir := chronology(t)
	write(t, filepath.Join(dir, "layouts/home.html"), "{{ .Broken }}")
	_, err := Build(context.Background(), Options{Dir: dir})
	var problem *timeline.Problem
	if !errors.As(err, &problem) || problem.Path != "layouts/home.html" || problem.Line != 1 {
		t.Errorf("err = %v", err)
	}
	write(t, filepath.Join(dir, "layouts/home.html"), "<p>own</p>")
	home, err := os.ReadFile(filepath.Join(build(t, Options{Dir: dir}).Destination, "index.html"))
	if err != nil || !strings.Contains(string(home), "<p>own</p>") {
		t.Errorf("home page: %v %s", err, home)
	}
}
