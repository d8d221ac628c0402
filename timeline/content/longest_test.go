package content_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/gohugoio/hugo/parser/pageparser"
	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/content"
	"dateline/timeline/edtf"
)

// However much one document says, Hugo takes the files, and the next run finds
// nothing to change.
func TestHugoTakesTheLongestFiles(t *testing.T) {
	const many = 12_000
	day := edtf.MustParse("2021-03-02")
	source := timeline.Source{ID: "s", Title: "S"}
	event := timeline.Event{ID: "e000000000000001", When: day, Title: "A", Kind: timeline.KindEvent, Basis: timeline.BasisExpression,
		Status: timeline.StatusProposed, Disagreements: []timeline.Disagreement{{About: "dockers"}}}
	for i := range many {
		quote, x := fmt.Sprintf("q%d", i), []timeline.Expression{{Text: "then"}, {Text: "later"}}
		source.Undated = append(source.Undated, timeline.Undated{Source: "s", Quote: quote, Expressions: x, Reason: "r"})
		event.Citations = append(event.Citations, timeline.Citation{Source: "s", Quote: quote, Expressions: x, When: day})
		event.Disagreements[0].Accounts = append(event.Disagreements[0].Accounts, timeline.Account{Value: quote, Sources: []string{"s"}})
	}
	dir := t.TempDir()
	for run := range 2 {
		report, err := content.Write(dir, []timeline.Event{event}, []timeline.Source{source})
		if err != nil {
			t.Fatal(err)
		}
		if run > 0 && report.Changed() {
			t.Errorf("a second run changed files: %+v", report)
		}
		eventFile, sourceFile := filepath.Join(dir, "content", "events", "2021-03-02-a.md"), filepath.Join(dir, "content", "sources", "s.md")
		want := []content.Cut{
			{Path: eventFile, What: "citations", Listed: 2000, Of: many}, {Path: eventFile, What: "accounts of “dockers”", Listed: 4000, Of: many},
			{Path: sourceFile, What: "undated passages", Listed: 2000, Of: many},
		}
		if d := cmp.Diff(want, report.Cut); d != "" {
			t.Errorf("run %d, what is cut (-want +got)\n%s", run, d)
		}
	}
	for _, path := range []string{"events/2021-03-02-a.md", "sources/s.md"} {
		data, err := os.ReadFile(filepath.Join(dir, "content", path))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := pageparser.ParseFrontMatterAndContent(bytes.NewReader(data)); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		if n := bytes.Count(data, []byte("quote:")); n < 1000 {
			t.Errorf("%s lists %d passages", path, n)
		}
	}
}
