package pagebench

import (
	"flag"
	"fmt"
	"path/filepath"
	"testing"
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
	theme, err := filepath.Abs("../../..")
	if err != nil {
		tb.Fatal(err)
	}
	writeFile(tb, filepath.Join(dir, "hugo.yaml"), configuration(len(c.Events), theme))
	writeContent(tb, filepath.Join(dir, "content"), c)
}

// configuration is that of a new chronology, but with the theme's folders
// mounted: the repository's root has an example's content, which a theme would
// bring along.
func configuration(events int, theme string) string {
	text := fmt.Sprintf(`baseURL: "https://example.org/"
title: "Ten years in %d events"
languageCode: "en"
uglyURLs: true
disableKinds: ["taxonomy", "term"]
ignoreFiles: ["_record\\.yaml$"]
frontmatter:
  date: ["date"]
  publishDate: []
  lastmod: []
  expiryDate: []
module:
  mounts:
    - {source: "content", target: "content"}
`, events)
	for _, folder := range []string{"layouts", "assets", "static", "i18n", "archetypes"} {
		text += fmt.Sprintf("    - {source: %s, target: %q}\n", quote(filepath.Join(theme, folder)), folder)
	}
	return text
}
