package pagebench

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/timeline"
)

// writeContent writes c as content files below dir. It writes them plainly,
// without looking for what a person may have edited: a hundred thousand files
// have to be there in seconds.
func writeContent(tb testing.TB, dir string, c chronology) {
	tb.Helper()
	taken := map[string]bool{}
	for _, e := range c.Events {
		name := fileName(e, taken)
		writeFile(tb, filepath.Join(dir, "events", name+".md"), eventFile(e))
	}
	for _, s := range c.Sources {
		writeFile(tb, filepath.Join(dir, "sources", s.ID+".md"), sourceFile(s))
	}
}

func writeFile(tb testing.TB, path, text string) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		tb.Fatal(err)
	}
}

// fileName is the day or what there is of it, and the title.
func fileName(e timeline.Event, taken map[string]bool) string {
	when, _, _ := strings.Cut(strings.TrimPrefix(e.When.String(), "../"), "/")
	when = strings.TrimRight(strings.ReplaceAll(when, ":", ""), "~?")
	base := when + "-" + strings.ToLower(strings.ReplaceAll(e.Title, " ", "-"))
	name := base
	for i := 2; taken[name]; i++ {
		name = fmt.Sprintf("%s-%d", base, i)
	}
	taken[name] = true
	return name
}

func eventFile(e timeline.Event) string {
	var f frontMatter
	f.field("title", e.Title)
	if day, ok := e.When.First(); ok {
		f.field("date", day.String())
	}
	f.field("when", e.When.String())
	f.field("kind", string(e.Kind))
	f.field("basis", string(e.Basis))
	f.field("status", string(e.Status))
	f.line("importance: %v", e.Importance)
	f.line("speakers: %s", quoteAll(e.Speakers))
	f.line("places: %s", quoteAll(e.Places))
	f.line("tags: %s", quoteAll(e.Tags))
	f.line("citations:")
	for _, c := range e.Citations {
		f.line("  - source: %s", quote(c.Source))
		f.quotation(c.Quote, c.Position, c.Expressions)
		f.line("    when: %s", quote(c.When.String()))
		f.line("    because: %s", quote(c.Because))
	}
	f.field("id", e.ID)
	return f.String()
}

func sourceFile(s timeline.Source) string {
	var f frontMatter
	f.field("title", s.Title)
	f.line("source:")
	f.field("  path", s.Path)
	f.field("  author", s.Author)
	f.field("  publisher", s.Publisher)
	f.field("  url", s.URL)
	f.field("  published", s.Published.String())
	f.field("  published_because", s.PublishedBecause)
	f.field("  language", s.Language)
	f.field("  sha256", s.SHA256)
	f.line("  length: %d", s.Length)
	if len(s.Undated) > 0 {
		f.line("undated:")
	}
	for _, u := range s.Undated {
		f.line("  - reason: %s", quote(u.Reason))
		f.quotation(u.Quote, u.Position, u.Expressions)
	}
	f.field("id", s.ID)
	return f.String()
}

// frontMatter is the YAML of a content file without a body.
type frontMatter struct{ strings.Builder }

func (f *frontMatter) String() string { return "---\n" + f.Builder.String() + "---\n" }

func (f *frontMatter) line(format string, args ...any) { fmt.Fprintf(f, format+"\n", args...) }

// field is left out where there is no value.
func (f *frontMatter) field(key, value string) {
	if value != "" {
		f.line("%s: %s", key, quote(value))
	}
}

func (f *frontMatter) quotation(text string, at timeline.Span, expressions []timeline.Expression) {
	f.line("    quote: %s", quote(text))
	f.line("    position: %s", position(at))
	if len(expressions) == 0 {
		f.line("    expressions: []")
		return
	}
	f.line("    expressions:")
	for _, x := range expressions {
		f.line("      - {text: %s, position: %s}", quote(x.Text), position(x.Position))
	}
}

func position(s timeline.Span) string { return fmt.Sprintf("[%d, %d]", s.Start, s.End) }

// quote is s in double quotes, as JSON and YAML both read it.
func quote(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always marshals
	}
	return string(b)
}

func quoteAll(list []string) string {
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = quote(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
