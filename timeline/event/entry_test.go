package event

import (
	"os"
	"strings"
	"testing"

	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/edtf"
	"dateline/timeline/sentence"

	"github.com/google/go-cmp/cmp"
)

// extractFile reads a file as a whole, its headings included.
func extractFile(t testing.TB, name, text string) Result {
	t.Helper()
	doc, err := document.Read(name, []byte(text), document.Metadata{})
	if err != nil {
		t.Fatal(err)
	}
	ctx := dates.Context{Reference: doc.Source.Published}
	for _, b := range doc.Blocks {
		if b.Kind == document.Heading {
			ctx.Headings = append(ctx.Headings, dates.Heading{Span: b.Span, Level: b.Level})
		}
	}
	return Extract(doc, sentence.Split(doc.Text), finder(t).Find(doc.Text, ctx))
}

// TestNotesAndChronologies reads whole files of testdata/notes.txt.
func TestNotesAndChronologies(t *testing.T) {
	testFiles(t, "testdata/notes.txt", func(name, text string) string {
		return results(extractFile(t, name, text+"\n"))
	})
}

// testFiles gives the files in a corpus to read and compares what it answers:
// each begins with "=== NAME", and what it gives stands behind "+++".
func testFiles(t *testing.T, path string, read func(name, text string) string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(data), "=== ")
	out := []string{head}
	for file := range strings.SplitSeq(rest, "\n=== ") {
		name, body, _ := strings.Cut(file, "\n")
		text, want, _ := strings.Cut(body, "\n+++\n")
		want = strings.TrimSpace(want) + "\n"
		got := read(name, text)
		out = append(out, "=== "+name+"\n"+text+"\n+++\n"+got+"\n")
		if d := cmp.Diff(want, got); d != "" && !*update {
			t.Errorf("%s (-want +got)\n%s", name, d)
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(strings.TrimSpace(strings.Join(out, ""))+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func TestEntryUnderHeadingCitesTheHeading(t *testing.T) {
	r := extractFile(t, "siege.md", "# Siege\n\n## 3 May 1871\n\n- The north gate falls\n\n## 4 May 1871\n\n- The mayor flees\n")
	if len(r.Proposals) != 2 {
		t.Fatalf("%d proposals", len(r.Proposals))
	}
	c := r.Proposals[0].Citations[0]
	if c.When != edtf.MustParse("1871-05-03") || c.Quote != "The north gate falls" || len(c.Expressions) != 1 || c.Expressions[0].Text != "3 May 1871" {
		t.Errorf("citation is %+v", c)
	}
	if !strings.Contains(c.Because, "under the heading “3 May 1871”") {
		t.Errorf("because %q", c.Because)
	}
}

func FuzzNotes(f *testing.F) {
	corpus, err := os.ReadFile("testdata/notes.txt")
	if err != nil {
		f.Fatal(err)
	}
	for file := range strings.SplitSeq(string(corpus), "\n=== ") {
		f.Add(file)
	}
	f.Add("- 1 | 3 May 2020 | \n- | 3 May 2020 |\n- 3 May 2020 – 4 May 2020 |")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 5000 {
			return
		}
		doc, err := document.Read("a.md", []byte(text), document.Metadata{})
		if err != nil {
			return
		}
		ctx := dates.Context{Reference: doc.Source.Published}
		for _, b := range doc.Blocks {
			if b.Kind == document.Heading {
				ctx.Headings = append(ctx.Headings, dates.Heading{Span: b.Span, Level: b.Level})
			}
		}
		r := Extract(doc, sentence.Split(doc.Text), finder(t).Find(doc.Text, ctx))
		for _, p := range r.Proposals {
			if c := p.Citations[0]; p.Title == "" || count(p.Title) > maxWords || !strings.Contains(fold(doc.Text), c.Quote) {
				t.Fatalf("title %q, quotation %q", p.Title, c.Quote)
			}
		}
	})
}
