package pagebench

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

func TestWrittenContentReadsBack(t *testing.T) {
	c := newChronology(200)
	dir := t.TempDir()
	writeContent(t, dir, c)
	events := frontMatters(t, filepath.Join(dir, "events"))
	for _, e := range c.Events {
		got := events[e.ID]
		if got["title"] != e.Title || got["when"] != e.When.String() || got["kind"] != string(e.Kind) {
			t.Errorf("%s reads back as %v, want %q of %s", e.ID, got, e.Title, e.When)
		}
		if got := len(got["citations"].([]any)); got != len(e.Citations) {
			t.Errorf("%s has %d citations, want %d", e.ID, got, len(e.Citations))
		}
	}
	sources := frontMatters(t, filepath.Join(dir, "sources"))
	for _, s := range c.Sources {
		record := sources[s.ID]["source"].(map[string]any)
		if record["sha256"] != s.SHA256 || record["published"] != s.Published.String() || record["length"] != s.Length {
			t.Errorf("%s reads back as %v", s.ID, record)
		}
		undated, _ := sources[s.ID]["undated"].([]any)
		if len(undated) != len(s.Undated) {
			t.Errorf("%s has %d undated, want %d", s.ID, len(undated), len(s.Undated))
		}
	}
}

// frontMatters reads every file in dir, by its id.
func frontMatters(t *testing.T, dir string) map[string]map[string]any {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]any{}
	for _, entry := range entries {
		data, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		text, ok := strings.CutPrefix(string(data), "---\n")
		if !ok || !strings.HasSuffix(text, "---\n") {
			t.Fatalf("%s has no front matter", entry.Name())
		}
		fields := map[string]any{}
		if err := yaml.Unmarshal([]byte(strings.TrimSuffix(text, "---\n")), &fields); err != nil {
			t.Fatalf("%s: %v", entry.Name(), err)
		}
		all[fields["id"].(string)] = fields
	}
	return all
}
