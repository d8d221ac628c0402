package merge

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/edtf"
	"dateline/timeline/event"
)

// The floors of the measurement below may only rise.
const (
	gainFloor   = 0.04 // Date F1 over plain counting, mean over the topics named
	betterFloor = 6    // timelines of theirs on which it is better
)

// article is one news article of the corpus.
type article struct {
	ID, Date  string
	Sentences []string
}

// TestDaysAgainstTimelinesOfJournalists measures which days are chosen for
// timelines, against plain counting of the same dates. It needs the corpus
// Timeline17 (Tran et al. 2013) below $DATELINE_CORPORA/timeline17.
func TestDaysAgainstTimelinesOfJournalists(t *testing.T) {
	dir := os.Getenv("DATELINE_CORPORA")
	if dir == "" {
		t.Skip("DATELINE_CORPORA is not set")
	}
	if testing.Short() {
		t.Skip("reads a large corpus")
	}
	total, n, better := 0.0, 0, 0
	for _, topic := range []string{"egypt", "finan", "h1n1", "haiti", "iraq", "libya", "mj", "syria"} {
		articles := readArticles(t, filepath.Join(dir, "timeline17", topic, "articles.jsonl.gz"))
		gold, err := filepath.Glob(filepath.Join(dir, "timeline17", topic, "gold.*.json"))
		if err != nil || len(gold) == 0 {
			t.Fatalf("no timelines of %s: %v", topic, err)
		}
		told := tell(t, articles)
		for _, g := range gold {
			days := readDays(t, g)
			counted, weighed := told.choose(days)
			t.Logf("%-6s %-45s counting %.3f, weighing %.3f", topic, filepath.Base(g), counted, weighed)
			if topic == "egypt" || topic == "h1n1" || topic == "haiti" {
				continue // nearly every day of theirs is a gold day
			}
			total += weighed - counted
			n++
			if weighed > counted {
				better++
			}
		}
	}
	t.Logf("gain %.3f on average, better on %d of %d", total/float64(n), better, n)
	if gain := total / float64(n); gain < gainFloor || better < betterFloor {
		t.Errorf("gain %.3f on average (floor %.3f), better on %d of %d (floor %d)", gain, gainFloor, better, n, betterFloor)
	}
}

// tellings are what each article of a topic tells.
type tellings []struct {
	published edtf.Date
	mentions  []edtf.Date
	result    event.Result
}

func tell(t *testing.T, articles []article) tellings {
	t.Helper()
	f, err := english()
	if err != nil {
		t.Fatal(err)
	}
	out := make(tellings, len(articles))
	for i, a := range articles {
		published := edtf.MustParse(a.Date)
		doc := &document.Document{Source: timeline.Source{ID: a.ID, Published: published}}
		var sentences []timeline.Span
		var text strings.Builder
		for _, s := range a.Sentences {
			start := text.Len()
			text.WriteString(s + "\n")
			sentences = append(sentences, timeline.Span{Start: start, End: text.Len()})
		}
		doc.Text = text.String()
		doc.Blocks = []document.Block{{Span: timeline.Span{End: text.Len()}, Kind: document.Paragraph}}
		mentions := f.Find(doc.Text, dates.Context{Reference: published})
		for _, m := range mentions {
			if d := dayOf(m.When); (m.Type == dates.DATE || m.Type == dates.TIME) && d.Precision() == edtf.PrecisionDay && !d.IsInterval() {
				out[i].mentions = append(out[i].mentions, d)
			}
		}
		out[i].published = published
		out[i].result = event.Extract(doc, sentences, mentions)
	}
	return out
}

// choose picks as many days as the timeline has, from the articles of its time,
// by plain count of mentions and by weight, and gives the F1 of both.
func (ts tellings) choose(gold []edtf.Date) (counted, weighed float64) {
	first, last := gold[0], gold[len(gold)-1]
	count := make(map[edtf.Date]float64)
	var results []event.Result
	for _, a := range ts {
		if edtf.Compare(a.published, first) < 0 || edtf.Compare(a.published, last) > 0 {
			continue
		}
		for _, d := range a.mentions {
			count[d]++
		}
		results = append(results, a.result)
	}
	return f1(count, gold), f1(Days(results), gold)
}

// f1 is the F1 of the heaviest days against the gold days.
func f1(weights map[edtf.Date]float64, gold []edtf.Date) float64 {
	var days []edtf.Date
	for d := range weights {
		if d.Precision() == edtf.PrecisionDay && !d.IsInterval() && edtf.Compare(d, gold[0]) >= 0 && edtf.Compare(d, gold[len(gold)-1]) <= 0 {
			days = append(days, d)
		}
	}
	slices.SortFunc(days, func(a, b edtf.Date) int {
		return cmp.Or(cmp.Compare(weights[b], weights[a]), edtf.Compare(a, b))
	})
	days = days[:min(len(days), len(gold))]
	hits := 0
	for _, d := range days {
		if slices.Contains(gold, d) {
			hits++
		}
	}
	return 2 * float64(hits) / float64(len(days)+len(gold))
}

func readArticles(t *testing.T, path string) []article {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	zip, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []article
	lines := bufio.NewScanner(zip)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a article
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(fmt.Errorf("%s: %w", path, err))
		}
		out = append(out, a)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// readDays are the days of a timeline, each once, in order.
func readDays(t *testing.T, path string) []edtf.Date {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var entries []struct{ Date string }
	if err := json.Unmarshal(data, &entries); err != nil {
		t.Fatal(err)
	}
	var out []edtf.Date
	for _, e := range entries {
		out = append(out, edtf.MustParse(e.Date))
	}
	slices.SortFunc(out, edtf.Compare)
	return slices.Compact(out)
}
