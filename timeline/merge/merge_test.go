package merge

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"testing"

	"dateline/timeline"
	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/edtf"
	"dateline/timeline/event"
	"dateline/timeline/sentence"

	"github.com/google/go-cmp/cmp"
)

// english is compiled once for all tests.
var english = sync.OnceValues(func() (*dates.Finder, error) { return dates.New("en") })

// extract reads one paragraph as a document of its own.
func extract(t testing.TB, id, text string, published edtf.Date) event.Result {
	t.Helper()
	f, err := english()
	if err != nil {
		t.Fatal(err)
	}
	doc := &document.Document{
		Text: text, Source: timeline.Source{ID: id, Published: published},
		Blocks: []document.Block{{Span: timeline.Span{End: len(text)}, Kind: document.Paragraph}},
	}
	return event.Extract(doc, sentence.Split(text), f.Find(text, dates.Context{Reference: published}))
}

// pairs reads a file of pairs below testdata: what each pair is, and the results
// of its two reports.
func pairs(t testing.TB, file string) (same []bool, results []event.Result, texts []string) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(string(data), "\n\n") {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		if lines[0] != "same" && lines[0] != "different" {
			continue
		}
		same = append(same, lines[0] == "same")
		for i, line := range lines[1:] {
			date, text, _ := strings.Cut(line, ": ")
			id := fmt.Sprintf("%03d-%d", len(same), i)
			results = append(results, extract(t, id, text, edtf.MustParse(date)))
			texts = append(texts, text)
		}
	}
	return same, results, texts
}

// mergeAll merges without anybody's decisions.
func mergeAll(results []event.Result) []timeline.Event {
	events, _ := Merge(results, nil)
	return events
}

// joined reports whether one event cites both sources.
func joined(events []timeline.Event, a, b string) bool {
	for _, e := range events {
		found := 0
		for _, c := range e.Citations {
			if c.Source == a || c.Source == b {
				found++
			}
		}
		if found == 2 {
			return true
		}
	}
	return false
}

func TestPairsOfReports(t *testing.T) {
	for _, file := range []string{"pairs.txt", "kinds.txt"} {
		t.Run(file, func(t *testing.T) { checkPairs(t, file) })
	}
}

func checkPairs(t *testing.T, file string) {
	same, results, texts := pairs(t, file)
	events := mergeAll(results)
	missed, truePairs := 0, 0
	for i, s := range same {
		a, b := fmt.Sprintf("%03d-0", i+1), fmt.Sprintf("%03d-1", i+1)
		got := joined(events, a, b)
		switch {
		case s:
			truePairs++
			if !got {
				missed++
				t.Logf("not merged:\n\t%s\n\t%s", texts[2*i], texts[2*i+1])
			}
		case got:
			t.Errorf("merged, though different:\n\t%s\n\t%s", texts[2*i], texts[2*i+1])
		}
	}
	t.Logf("%d of %d true pairs merged; %d different ones", truePairs-missed, truePairs, len(same)-truePairs)
	if missed*10 > truePairs {
		t.Errorf("%d of %d true pairs were not merged", missed, truePairs)
	}
	for _, e := range events {
		for _, c := range e.Citations[1:] {
			if c.Source[:3] != e.Citations[0].Source[:3] {
				t.Errorf("reports of two pairs are one event: %q, %q", e.Citations[0].Quote, c.Quote)
			}
		}
	}
}

// TestPairsAlone merges each pair by itself: with two documents, no word is
// rarer than another.
func TestPairsAlone(t *testing.T) {
	missed, truePairs := 0, 0
	for _, file := range []string{"pairs.txt", "kinds.txt"} {
		same, results, texts := pairs(t, file)
		for i, s := range same {
			got := joined(mergeAll(results[2*i:2*i+2]), fmt.Sprintf("%03d-0", i+1), fmt.Sprintf("%03d-1", i+1))
			if s {
				truePairs++
			}
			if s && !got {
				missed++
				t.Logf("not merged:\n\t%s\n\t%s", texts[2*i], texts[2*i+1])
			}
			if got && !s {
				t.Errorf("merged, though different:\n\t%s\n\t%s", texts[2*i], texts[2*i+1])
			}
		}
	}
	t.Logf("%d of %d true pairs merged", truePairs-missed, truePairs)
	if missed*10 > truePairs {
		t.Errorf("%d of %d true pairs were not merged", missed, truePairs)
	}
}

func TestOrderOfDocumentsDoesNotMatter(t *testing.T) {
	_, results, _ := pairs(t, "pairs.txt")
	_, more, _ := pairs(t, "kinds.txt")
	results = append(results, more...)
	want := mergeAll(results)
	r := rand.New(rand.NewPCG(1, 2))
	for range 10 {
		r.Shuffle(len(results), func(i, j int) { results[i], results[j] = results[j], results[i] })
		if d := cmp.Diff(want, mergeAll(results), cmp.Comparer(func(a, b edtf.Date) bool { return a == b })); d != "" {
			t.Fatal(d)
		}
	}
}

func TestMergedEventKeepsEveryCitationAndItsDate(t *testing.T) {
	month := edtf.MustParse("2015-02")
	day := edtf.MustParse("2015-02-27")
	events := mergeAll([]event.Result{
		extract(t, "late", "Boris Nikitin, an opposition politician, was shot dead on a bridge in Moscow in February 2015.", edtf.MustParse("2015-04-30")),
		extract(t, "early", "The opposition politician Boris Nikitin was shot dead on a bridge near the Kremlin on February 27.", edtf.MustParse("2015-03-01")),
	})
	if len(events) != 1 {
		t.Fatalf("%d events, want 1", len(events))
	}
	e := events[0]
	if e.When != day {
		t.Errorf("dated %s, want the finer %s", e.When, day)
	}
	got := map[string]edtf.Date{}
	for _, c := range e.Citations {
		got[c.Source] = c.When
	}
	if got["early"] != day || got["late"] != month || len(got) != 2 {
		t.Errorf("citations are dated %v", got)
	}
	if e.ID != event.ID(e.Citations[0].Quote, e.When, 0) {
		t.Errorf("ID %s is not that of the first citation", e.ID)
	}
}

func TestCopiesCountOnce(t *testing.T) {
	const wire = "The central bank of Freedonia raised its key rate to nine percent on May 5, 2021 to stop the fall of the currency."
	const own = "Freedonia's central bank put the key rate up to nine percent on May 5, 2021 after the currency had lost a third of its value."
	ref := edtf.MustParse("2021-05-06")
	copies := mergeAll([]event.Result{extract(t, "a", wire, ref), extract(t, "b", wire, ref), extract(t, "c", wire, ref)})
	reports := mergeAll([]event.Result{extract(t, "a", wire, ref), extract(t, "b", own, ref)})
	if len(copies) != 1 || len(copies[0].Citations) != 3 {
		t.Fatalf("three copies give %d events", len(copies))
	}
	if len(reports) != 1 {
		t.Fatalf("two reports give %d events", len(reports))
	}
	alone := mergeAll([]event.Result{extract(t, "a", wire, ref)})
	if reports[0].Importance <= alone[0].Importance {
		t.Errorf("told by two: %.2f, by one: %.2f", reports[0].Importance, alone[0].Importance)
	}
	if copies[0].Independent != 1 || reports[0].Independent != 2 {
		t.Errorf("%d independent sources for copies, %d for reports; want 1 and 2", copies[0].Independent, reports[0].Independent)
	}
}

func TestSameQuotationTwiceGivesTwoIDs(t *testing.T) {
	const text = "The river flooded the old town on May 5, 2021."
	ref := edtf.MustParse("2021-05-06")
	r := extract(t, "a", text, ref)
	again := extract(t, "a", text, ref)
	events := []timeline.Event{r.Proposals[0].Event, again.Proposals[0].Event}
	distinct(events)
	if events[0].ID == events[1].ID {
		t.Error("two events share an ID")
	}
}

func TestCompatibleDates(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2022-02-24", "2022-02-24", true},
		{"2022-02-24", "2022-02", true},
		{"2022-02-24", "2022-02-24~", true},
		{"2022-02-24", "2022-02-24/..", false},
		{"2022-02-24", "2022-02-25", false},
		{"2022-02-24/..", "2022-02-24/..", true},
		{"2022-02-24T05:00", "2022-02-24", true},
		{"2022-21", "2022-04-02", true},
		{"2022-21", "2022-07-02", false},
	} {
		a, b := edtf.MustParse(c.a), edtf.MustParse(c.b)
		if compatible(a, b) != c.want || compatible(b, a) != c.want {
			t.Errorf("%s and %s: want %v", c.a, c.b, c.want)
		}
	}
}
