package event

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"dateline/timeline"
	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/edtf"
	"dateline/timeline/sentence"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the expected results in testdata")

// read makes a document of plain paragraphs, as if each were a block.
func read(t testing.TB, text string, published edtf.Date) *document.Document {
	t.Helper()
	doc := &document.Document{Text: text, Source: timeline.Source{ID: "a", Published: published}}
	at := 0
	for p := range strings.SplitSeq(text, "\n\n") {
		doc.Blocks = append(doc.Blocks, document.Block{Span: timeline.Span{Start: at, End: at + len(p)}, Kind: document.Paragraph})
		at += len(p) + 2
	}
	return doc
}

// english is compiled once for all tests.
var english = sync.OnceValues(func() (*dates.Finder, error) { return dates.New("en") })

func finder(t testing.TB) *dates.Finder {
	t.Helper()
	f, err := english()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func extract(t testing.TB, text string, published edtf.Date) Result {
	t.Helper()
	doc := read(t, text, published)
	return Extract(doc, sentence.Split(text), finder(t).Find(text, dates.Context{Reference: published}))
}

// results writes a result as the corpus has it.
func results(r Result) string {
	var b strings.Builder
	for _, p := range r.Proposals {
		if p.Basis == timeline.BasisPublication {
			continue
		}
		fmt.Fprintf(&b, "= %s %s | %s", p.When, p.Kind, p.Title)
		if len(p.Speakers) > 0 {
			fmt.Fprintf(&b, " | %s", strings.Join(p.Speakers, ", "))
		}
		b.WriteByte('\n')
	}
	for _, u := range r.Undated {
		fmt.Fprintf(&b, "? %s\n", u.Reason)
	}
	if b.Len() == 0 {
		b.WriteString("-\n")
	}
	return b.String()
}

func TestCorpusOfSentences(t *testing.T) {
	for _, path := range []string{"testdata/titles.txt", "testdata/clauses.txt", "testdata/heads.txt"} {
		testCorpus(t, path)
	}
}

func testCorpus(t *testing.T, path string) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	var published edtf.Date
	for block := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n\n") {
		text, want, _ := strings.Cut(block+"\n", "\n")
		if ref, ok := strings.CutPrefix(text, "ref "); ok {
			published = edtf.Date{}
			if ref != "none" {
				published = edtf.MustParse(ref)
			}
			out = append(out, block)
			continue
		}
		if strings.HasPrefix(text, "#") {
			out = append(out, block)
			continue
		}
		got := results(extract(t, text, published))
		out = append(out, text+"\n"+strings.TrimSuffix(got, "\n"))
		if d := cmp.Diff(want, got); d != "" && !*update {
			t.Errorf("%s\n(-want +got)\n%s", text, d)
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(strings.Join(out, "\n\n")+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
