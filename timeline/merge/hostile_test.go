package merge

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/event"
)

// crowd makes proposals of one day that tell, each as the document numbered n
// does, what is in a sentence with %d for that number.
func crowd(n int, tell func(n int) (quote string, e timeline.Event)) []event.Result {
	day := edtf.MustParse("2021-03-02")
	results := make([]event.Result, n)
	for i := range results {
		quote, e := tell(i)
		facts := 1 + strings.Count(quote, ";") // told in one sentence
		quote = strings.ReplaceAll(quote, ";", " and")
		e.When, e.Title, e.Kind = day, quote, timeline.KindEvent
		e.Citations = []timeline.Citation{{
			Source: fmt.Sprintf("source-%06d", i), Quote: quote, When: day,
			Position: timeline.Span{End: len(quote)},
		}}
		e.ID = event.ID(quote, day, 0)
		terms := strings.Fields(strings.ToLower(quote))
		for range facts {
			results[i].Proposals = append(results[i].Proposals, event.Proposal{
				Event: e, Verb: "walk", Verbs: []string{"walk"}, Terms: terms, Names: terms[:1], Of: 1, Published: day,
			})
		}
	}
	return results
}

// TestCrowds merges what many documents tell of one day in the same words, which
// is the worst that an index by words and days can meet. Time that grows with
// the square of the documents would take many minutes here.
func TestCrowds(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const many = 10_000
	for name, tell := range map[string]func(n int) (string, timeline.Event){
		"copies": func(int) (string, timeline.Event) {
			return "dockers of the harbour walked out over pay and rest", timeline.Event{}
		},
		"numbers": func(n int) (string, timeline.Event) {
			return fmt.Sprintf("%d dockers of the harbour walked out over pay and rest", n+2), timeline.Event{}
		},
		"names": func(n int) (string, timeline.Event) {
			name := fmt.Sprintf("Quill%d", n)
			return "dockers of the harbour walked out over pay and rest with " + name, timeline.Event{People: []string{name}}
		},
		"two facts in a sentence": func(int) (string, timeline.Event) {
			return "dockers of the harbour walked out over pay; porters over rest", timeline.Event{}
		},
		"speakers": func(n int) (string, timeline.Event) {
			return "dockers of the harbour walked out over pay and rest", timeline.Event{Speakers: []string{fmt.Sprintf("Ada Quill%d", n)}}
		},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			events, _ := Merge(crowd(many, tell), nil)
			citations := 0
			for _, e := range events {
				citations += len(e.Citations)
			}
			if citations != many && citations != 2*many {
				t.Errorf("%d citations of %d are left", citations, many)
			}
			t.Logf("%d events, %.1f s", len(events), time.Since(start).Seconds())
		})
	}
}
