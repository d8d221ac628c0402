package pagebench

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/content"
	"dateline/timeline/edtf"
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
//
// The folder has to be new. Without -generate it checks that what is written is
// read back as it was.
func TestGenerate(t *testing.T) {
	dir := *generateDir
	if dir == "" {
		dir = t.TempDir()
	}
	c := newChronology(*eventCount)
	writeSite(t, dir, c)
	events, sources, err := content.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	got := chronology{events, sources}
	options := cmp.Options{cmpopts.EquateComparable(edtf.Date{}), cmpopts.EquateEmpty()}
	if diff := cmp.Diff(c, got, options, cmpopts.SortSlices(byID), cmpopts.SortSlices(bySourceID)); diff != "" {
		t.Errorf("written and read back (-written +read):\n%s", diff)
	}
}

func byID(a, b timeline.Event) bool        { return a.ID < b.ID }
func bySourceID(a, b timeline.Source) bool { return a.ID < b.ID }

// writeSite writes a chronology's folder without its documents.
func writeSite(tb testing.TB, dir string, c chronology) {
	tb.Helper()
	root, err := filepath.Abs("../../..")
	if err != nil {
		tb.Fatal(err)
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "hugo.yaml"), configuration(tb, len(c.Events), root), 0o666); err != nil {
		tb.Fatal(err)
	}
	if _, err := content.Write(dir, c.Events, c.Sources); err != nil {
		tb.Fatal(err)
	}
}

// configuration is the example chronology's, but with the theme's folders
// mounted: the repository's root has content too, which a theme would bring
// along.
func configuration(tb testing.TB, events int, root string) []byte {
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
	settings["params"] = map[string]any{"dateline": map[string]any{"standfirst": "Invented, to be measured"}}
	settings["title"] = fmt.Sprintf("Ten years in %d events", events)
	settings["module"] = map[string]any{"mounts": mounts}
	text, err := yaml.Marshal(settings)
	if err != nil {
		tb.Fatal(err)
	}
	return text
}
