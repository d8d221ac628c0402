package document

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/timeline"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected results")

// TestSeeds reads the example chronology's documents.
func TestSeeds(t *testing.T) {
	const dir = "../../seeds"
	known := readSources(t, filepath.Join(dir, "sources.yaml"))
	paths, err := filepath.Glob(filepath.Join(dir, "0*.txt"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no seeds", err)
	}
	for _, path := range paths {
		name := filepath.Base(path)
		t.Run(name, func(t *testing.T) {
			d := mustRead(t, name, readFile(t, path), known[name])
			golden(t, filepath.Join("testdata/seeds", strings.TrimSuffix(name, ".txt")+".golden"), describe(d, 70))
		})
	}
}

// TestCases reads testdata/cases/*.txtar: a file to read and what is found.
func TestCases(t *testing.T) {
	paths, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) { runCase(t, path) })
	}
}

func runCase(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	in := archive.Files[0]
	got := describe(mustRead(t, in.Name, in.Data, Metadata{}), 0)
	if *update {
		archive.Files = []txtar.File{in, {Name: "want", Data: []byte(got)}}
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if len(archive.Files) != 2 {
		t.Fatal("want one file to read and one called want; run with -update")
	}
	if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestKnownGoesBeforeStated(t *testing.T) {
	data := []byte("---\ntitle: Stated\nauthor: A. Stated\ndate: 2020-01-02\nlang: de\n---\nIt rained.\n")
	known := Metadata{Title: "Known", URL: "https://example.org/", Note: "n", Language: "en", PublishedUnknown: true}
	got := mustRead(t, "a/b.md", data, known).Source
	want := timeline.Source{
		ID: "a/b", Path: "a/b.md", Title: "Known", Author: "A. Stated", URL: "https://example.org/",
		Note: "n", Language: "en", SHA256: got.SHA256, Length: len(data),
	}
	if diff := cmp.Diff(want.Title+want.Author+want.URL+want.Language, got.Title+got.Author+got.URL+got.Language); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !got.Published.IsZero() || got.ID != want.ID || got.Length != want.Length || got.Note != want.Note {
		t.Errorf("got %+v", got)
	}
}

func TestIsDocument(t *testing.T) {
	for name, want := range map[string]bool{
		"a.txt": true, "b/c.MD": true, "b/c.markdown": true, "README.md": false, "x/readme.txt": false,
		"sources.yaml": false, ".hidden.txt": false, "a.docx": false, "a": false,
	} {
		if got := IsDocument(name); got != want {
			t.Errorf("IsDocument(%q) = %v, want %v", name, got, want)
		}
	}
}

func TestReadingTwiceIsTheSame(t *testing.T) {
	path := "../../seeds/003_a5aee0e87350ef43.txt"
	data := readFile(t, path)
	a := describe(mustRead(t, path, data, Metadata{}), 0)
	b := describe(mustRead(t, path, data, Metadata{}), 0)
	if a != b {
		t.Error("two readings of one file differ")
	}
}

// describe prints a document: what it says of itself, then its blocks in the
// order of the file, "+" kept and "-" left out, cut after width characters if
// that is not 0.
func describe(d *Document, width int) string {
	var b strings.Builder
	src := d.Source
	for _, line := range [][2]string{
		{"title", src.Title}, {"author", src.Author}, {"publisher", src.Publisher}, {"url", src.URL},
		{"published", src.Published.String()}, {"because", src.PublishedBecause}, {"language", src.Language},
	} {
		if line[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", line[0], line[1])
		}
	}
	b.WriteString("\n")
	kept, dropped := d.Blocks, d.Dropped
	for len(kept) > 0 || len(dropped) > 0 {
		if len(dropped) == 0 || len(kept) > 0 && d.Position(kept[0].Span).Start < dropped[0].Start {
			text := d.Text[kept[0].Start:kept[0].End]
			fmt.Fprintf(&b, "+ %s%s: %s\n", kept[0].Kind, strings.Repeat("#", kept[0].Level), shorten(text, width))
			kept = kept[1:]
			continue
		}
		fmt.Fprintf(&b, "- (%s) %s\n", dropped[0].Reason, shorten(dropped[0].Text, width))
		dropped = dropped[1:]
	}
	return b.String()
}

func shorten(s string, width int) string {
	r := []rune(s)
	if width == 0 || len(r) <= width {
		return s
	}
	return fmt.Sprintf("%s … %s (%d)", string(r[:width-20]), string(r[len(r)-20:]), len(r))
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(readFile(t, path)), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func mustRead(t testing.TB, name string, data []byte, known Metadata) *Document {
	t.Helper()
	d, err := Read(name, data, known)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func readSources(t testing.TB, path string) map[string]Metadata {
	t.Helper()
	known, err := ReadMetadata("sources.yaml", readFile(t, path))
	if err != nil {
		t.Fatal(err)
	}
	return known
}

// TestPositionsInSeeds checks that every word of the text stands in the file
// where its position says.
func TestPositionsInSeeds(t *testing.T) {
	paths, err := filepath.Glob("../../seeds/0*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no seeds", err)
	}
	for _, path := range paths {
		data := readFile(t, path)
		d := mustRead(t, filepath.Base(path), data, Metadata{})
		checkDocument(t, d, data)
		at := 0
		for word := range strings.FieldsSeq(d.Text) {
			at += strings.Index(d.Text[at:], word)
			p := d.Position(timeline.Span{Start: at, End: at + len(word)})
			if got := string(data[p.Start:p.End]); got != word {
				t.Fatalf("%s: %q is at %v, where %q stands", path, word, p, got)
			}
			at += len(word)
		}
	}
}
