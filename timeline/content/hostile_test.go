package content_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gohugoio/hugo/parser/pageparser"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"dateline/timeline"
	"dateline/timeline/content"
	"dateline/timeline/edtf"
)

// fragments are what trips readers of YAML, Markdown, templates and paths.
var fragments = []string{
	"\x00", "\x01", "\a", "\b", "\t", "\n", "\v", "\f", "\r", "\r\n", "\x1b", "\x7f",
	"\u0080", "\u0085", "\u009f", "\u00a0", "\u00ad", "\u200b", "\u200e", "\u2028", "\u2029", "\u2060", "\u202e",
	"\ufeff", "\ufffd", "\ufffe", "\uffff", "\U0001f600", "\U000e0041", "\U0010ffff", "\xff", "\xc3", "\xed\xa0\x80",
	"---", "\n---\n", "+++", "...", "\n...\n", "{{<", ">}}", "{{%", "{{ . }}", "HAHAHUGOSHORTCODE", "<!--more-->",
	"\"", "'", "\\", "\\\"", "\\u0041", "#", " #", ": ", "- ", "? ", "| ", "> ", "!!binary ", "!", "&a", "*a", "%YAML",
	"@", "`", "[", "]", "{", "}", ",", "~", "null", "true", "no", "12345e67", "003_5e10", "2022_05", "0x1F", "1:30",
	"2022-02-24", "<<", "=", ".inf", "../", "/", "con", "<script>", "&amp;", "é", "e\u0301", "ß", "日本語", "العربية", "हिन्दी", "한국어",
	" ", "  ", "a", "word", strings.Repeat("long ", 60),
}

func hostileString(random *rand.Rand) string {
	var b strings.Builder
	for range 1 + random.IntN(6) {
		if random.IntN(8) == 0 {
			b.WriteRune(rune(random.IntN(0x11_0000)))
			continue
		}
		b.WriteString(fragments[random.IntN(len(fragments))])
	}
	return b.String()
}

// hostile makes a chronology whose every text is hostile.
func hostile(random *rand.Rand, n int) (events []timeline.Event, sources []timeline.Source) {
	text := func() string { return hostileString(random) }
	for i := range n {
		span := timeline.Span{Start: i, End: i + random.IntN(9)}
		x := []timeline.Expression{{Text: text(), Position: span}}
		when := edtf.NewYear(1000 + i)
		events = append(events, timeline.Event{ID: fmt.Sprintf("e%015x", i), When: when, Title: "t" + text(),
			Kind: timeline.KindPlan, Basis: timeline.BasisPublication, Status: timeline.StatusProposed,
			ImportanceBecause: text(), Speakers: []string{text(), text()}, People: []string{text()},
			Organisations: []string{text(), text()}, Places: []string{text()}, Tags: []string{text()}, Independent: i,
			Citations: []timeline.Citation{{Source: text(), Quote: text(), Position: span, Expressions: x,
				When: when, Because: text(), CopyOf: text()}},
			Disagreements: []timeline.Disagreement{{About: text(), Accounts: []timeline.Account{{Value: text(), Sources: []string{text()}}}}},
			Related:       []timeline.Relation{{Event: text(), As: timeline.OutcomeNotDone}}})
		id := fmt.Sprintf("%d%s", i, text())
		sources = append(sources, timeline.Source{ID: id, Path: fmt.Sprintf("%05d%s", i, text()), Title: text(),
			Author: text(), Publisher: text(), URL: text(), Original: text(), Note: text(), PublishedBecause: text(),
			Language: text(), SHA256: text(), Length: i,
			Undated: []timeline.Undated{{Quote: text(), Position: span, Expressions: x, Reason: text()}}})
	}
	return events, sources
}

func TestHostileTextComesBackFromBothReaders(t *testing.T) {
	random := rand.New(rand.NewPCG(19, 7))
	dir := t.TempDir()
	events, sources := hostile(random, 300)
	report, err := content.Write(dir, events, sources)
	if err != nil {
		t.Fatal(err)
	}
	gotEvents, gotSources, err := content.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	for i := range sources {
		sources[i].Undated[0].Source = sources[i].ID
	}
	clean := cmp.Transformer("valid", func(s string) string { return strings.ToValidUTF8(s, "\uFFFD") })
	same := cmp.Comparer(func(a, b edtf.Date) bool { return a == b })
	if diff := cmp.Diff(events, gotEvents, clean, same); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(sources, gotSources, clean, same); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
	checkWithHugo(t, report.Written, gotEvents, gotSources)
	again, err := content.Write(dir, events, sources)
	if err != nil || again.Changed() || len(again.Unchanged) != len(report.Written) {
		t.Errorf("a second run: written %q, updated %q, removed %q, %v", again.Written, again.Updated, again.Removed, err)
	}
}

// checkWithHugo compares what Hugo's own reader makes of the files.
func checkWithHugo(t *testing.T, paths []string, events []timeline.Event, sources []timeline.Source) {
	t.Helper()
	byID := map[string]any{}
	for _, e := range events {
		c := e.Citations[0]
		byID[e.ID] = []any{e.Title, []any{e.Speakers[0], e.Speakers[1]}, []any{e.Places[0]}, []any{e.Tags[0]},
			c.Source, c.Quote, c.Because, c.Expressions[0].Text}
	}
	for _, s := range sources {
		byID[s.ID] = []any{s.Title, s.Path, s.Author, s.Publisher, s.URL, s.Original, s.Note, s.PublishedBecause,
			s.Language, s.SHA256, s.Undated[0].Quote, s.Undated[0].Reason, s.Undated[0].Expressions[0].Text}
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		front, err := pageparser.ParseFrontMatterAndContent(bytes.NewReader(data))
		if err != nil {
			t.Errorf("%s: %v\n%s", filepath.Base(path), err, data)
			continue
		}
		id, _ := front.FrontMatter["id"].(string)
		if diff := cmp.Diff(byID[id], hugoTexts(front.FrontMatter)); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", filepath.Base(path), id, diff)
		}
	}
}

// hugoTexts gives the texts of a front matter as checkWithHugo lists them.
func hugoTexts(m map[string]any) any {
	first := func(of any) map[string]any {
		list, _ := of.([]any)
		if len(list) == 0 {
			return nil
		}
		m, _ := list[0].(map[string]any)
		return m
	}
	if s, ok := m["source"].(map[string]any); ok {
		u := first(m["undated"])
		return []any{m["title"], s["path"], s["author"], s["publisher"], s["url"], s["original"], s["note"],
			s["published_because"], s["language"], s["sha256"], u["quote"], u["reason"], first(u["expressions"])["text"]}
	}
	c := first(m["citations"])
	return []any{m["title"], m["speakers"], m["places"], m["tags"], c["source"], c["quote"], c["because"],
		first(c["expressions"])["text"]}
}

func TestDeeplyNestedFilesAreProblems(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "content", "events")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	deep := []string{"[", "{", "{a: ", "- ", "? ", "[\n", "- [", "\"a\": ["}
	for i, s := range deep {
		data := "---\ntitle: x\ntags: " + strings.Repeat(s, 200_000) + "\n---\n"
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.md", i)), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	events, _, err := content.Read(dir)
	if problems := timeline.Problems(err); len(events) != 0 || len(problems) != len(deep) {
		t.Errorf("got %d events, %d problems", len(events), len(problems))
	}
}

// seedFiles gives the fuzzer the files in the scripts.
func seedFiles(f *testing.F) {
	for _, name := range []string{"odd", "wrong", "comments", "byhand"} {
		archive, err := txtar.ParseFile(filepath.Join("testdata", "script", name+".txtar"))
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			f.Add(file.Data)
		}
	}
}

// Whatever bytes a file has, reading and writing neither panic nor touch what
// they cannot read, and a second run changes nothing.
func FuzzFiles(f *testing.F) {
	seedFiles(f)
	event := func(title, quote string) timeline.Event {
		return timeline.Event{ID: "e000000000000001", When: edtf.NewYear(1900), Title: title, Kind: timeline.KindEvent,
			Basis: timeline.BasisExpression, Status: timeline.StatusProposed,
			Citations: []timeline.Citation{{Source: "s", Quote: quote, When: edtf.NewYear(1900)}}}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		if _, err := content.Write(dir, []timeline.Event{event("A", "q")}, nil); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, "content", "events", "1900-a.md")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		_, _, readErr := content.Read(dir)
		for _, e := range timeline.Problems(readErr) {
			if p, ok := e.(*timeline.Problem); !ok || p.Line < 1 || p.Column < 1 {
				t.Fatalf("not at a place: %v", e)
			}
		}
		report, err := content.Write(dir, []timeline.Event{event("B", "r")}, nil)
		after, _ := os.ReadFile(path)
		if err != nil && !bytes.Equal(after, data) {
			t.Fatalf("%v, and yet written:\n%s", err, after)
		}
		if len(report.Written) > 0 {
			t.Fatalf("written beside the file: %+v", report)
		}
		again, _ := content.Write(dir, []timeline.Event{event("B", "r")}, nil)
		if now, _ := os.ReadFile(path); again.Changed() || !bytes.Equal(now, after) {
			t.Fatalf("a second run changed the file:\n%s\n%s", after, now)
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	events, sources := hostile(rand.New(rand.NewPCG(1, 2)), 2000)
	write := func(b *testing.B, dir string) {
		if _, err := content.Write(dir, events, sources); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			write(b, b.TempDir())
		}
	})
	b.Run("again", func(b *testing.B) {
		dir := b.TempDir()
		write(b, dir)
		for b.Loop() {
			write(b, dir)
		}
	})
}
