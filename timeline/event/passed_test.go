package event

import (
	"testing"

	"dateline/timeline/dates"
	"dateline/timeline/edtf"
	"dateline/timeline/sentence"
)

func TestEveryExpressionWithoutAnEventHasItsReason(t *testing.T) {
	for text, want := range map[string]string{
		"The flood was the worst since 1954.":                              passedComparison,
		"Prices rose faster than in May.":                                  passedComparison,
		"The march lasted for three days.":                                 passedLength,
		"The council meets every Monday.":                                  passedSet,
		"Did the council meet on May 3, 2021?":                             passedQuestion,
		"The ferry (built in Kiel, 1987) is old.":                          passedAside,
		"If the vote fails on May 3, 2021, the cabinet resigns.":           passedCondition,
		"The office at http://example.org/2021/05/03 is closed.":           passedAddress,
		"The bridge is closed now.":                                        passedNow,
		"TODO order the plans by May 3, 2021":                              passedTask,
		"Updated 3 May 2021 10:15 GMT\n\nThe bridge has been closed.":      passedHead,
		"The mayor paid for the 2020 calendar of the harbour fire brigade": passedNoun,
	} {
		passed := passedOver(t, text, edtf.MustParse("2021-06-01"))
		if len(passed) == 0 {
			t.Errorf("%q: nothing is passed over", text)
			continue
		}
		if got := passed[0].Reason; got != want {
			t.Errorf("%q: passed over as %q, want %q", text, got, want)
		}
	}
}

func passedOver(t *testing.T, text string, published edtf.Date) []Passed {
	t.Helper()
	doc := read(t, text, published)
	return PassedOver(doc, sentence.Split(doc.Text), finder(t).Find(doc.Text, dates.Context{Reference: published}))
}

// TestEveryExpressionIsAccountedFor counts that each mention is cited, undated
// or passed over.
func TestEveryExpressionIsAccountedFor(t *testing.T) {
	published := edtf.MustParse("2021-03-20")
	doc := read(t, story, published)
	mentions := finder(t).Find(story, dates.Context{Reference: published})
	r := Extract(doc, sentence.Split(story), mentions)
	told := make(map[int]bool)
	for _, p := range r.Proposals {
		for _, e := range p.Citations[0].Expressions {
			told[e.Position.Start] = true
		}
	}
	for _, u := range r.Undated {
		for _, e := range u.Expressions {
			told[e.Position.Start] = true
		}
	}
	for _, p := range PassedOver(doc, sentence.Split(story), mentions) {
		told[p.Position.Start] = true
	}
	for _, m := range mentions {
		if !told[doc.Position(m.Span).Start] {
			t.Errorf("“%s” at %d is not accounted for", m.Text, m.Start)
		}
	}
}
