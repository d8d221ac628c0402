package pagebench

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"gopkg.in/yaml.v3"
)

var (
	generateDir = flag.String("generate", "", "write a chronology's folder there (TestGenerate)")
	eventCount  = flag.Int("events", 100, "how many events TestGenerate writes")
)

// TestGenerate writes a folder that hugo and dateline can build, with this
// repository's theme mounted, so that a change to a template is seen at once:
//
//	go test ./timeline/site/pagebench -run Generate -args -generate /tmp/1000 -events 1000
//	hugo serve --source /tmp/1000
func TestGenerate(t *testing.T) {
	dir := *generateDir
	if dir == "" {
		dir = t.TempDir()
	}
	writeSite(t, dir, newChronology(*eventCount))
	files, err := filepath.Glob(filepath.Join(dir, "content", "events", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != *eventCount {
		t.Errorf("%d event files in %s, want %d: is the folder empty before?", len(files), dir, *eventCount)
	}
}

// writeSite writes a chronology's folder without its documents.
func writeSite(tb testing.TB, dir string, c chronology) {
	tb.Helper()
	root, err := filepath.Abs("../../..")
	if err != nil {
		tb.Fatal(err)
	}
	writeFile(tb, filepath.Join(dir, "hugo.yaml"), configuration(tb, len(c.Events), root))
	writeContent(tb, filepath.Join(dir, "content"), c)
}

// configuration is the example chronology's, but with the theme's folders
// mounted: the repository's root has content too, which a theme would bring
// along.
func configuration(tb testing.TB, events int, root string) string {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join(root, "hugo.yaml"))
	if err != nil {
		tb.Fatal(err)
	}
	settings := map[string]any{}
	if err := yaml.Unmarshal(data, &settings); err != nil {
		tb.Fatal(err)
	}
	mounts := []map[string]string{{"source": "content", "target": "content"}}
	for _, folder := range []string{"layouts", "assets", "static", "i18n", "archetypes"} {
		mounts = append(mounts, map[string]string{"source": filepath.Join(root, folder), "target": folder})
	}
	settings["title"] = fmt.Sprintf("Ten years in %d events", events)
	settings["module"] = map[string]any{"mounts": mounts}
	text, err := yaml.Marshal(settings)
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}
