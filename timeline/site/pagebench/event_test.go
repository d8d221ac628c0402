package pagebench

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// event invents something that happened about day and is told by one to three
// of the sources published after it. length holds how much of each source is
// told already and grows.
func (a *author) event(day edtf.Day, sources []timeline.Source, length []int) timeline.Event {
	at := a.expression(day)
	e := timeline.Event{
		ID: "e" + a.hex(15), When: at.when, Title: a.title(),
		Kind: a.kind(), Basis: timeline.BasisExpression, Status: timeline.StatusProposed,
		Tags: a.some(tags, 3), Places: a.some(places, 2),
	}
	if a.chance(3) {
		e.Status = timeline.StatusAccepted
	}
	if e.Kind != timeline.KindEvent {
		e.Speakers = []string{pick(a, people)}
	}
	for _, i := range a.citing(day, sources) {
		said := at
		if len(e.Citations) > 0 && a.chance(6) {
			said = onDay(day + 1) // sources that disagree
		}
		e.Citations = append(e.Citations, a.citation(said, sources[i].ID, &length[i]))
	}
	if len(e.Citations) == 1 && a.chance(30) {
		lead(&e, day)
	}
	weight := math.Pow(a.Float64(), 2) + 0.15*float64(len(e.Citations)-1)
	e.Importance = math.Round(100*min(weight, 1)) / 100
	return e
}

func (a *author) kind() timeline.Kind {
	switch n := a.IntN(100); {
	case n < 68:
		return timeline.KindEvent
	case n < 88:
		return timeline.KindStatement
	case n < 96:
		return timeline.KindPlan
	default:
		return timeline.KindDenial
	}
}

// citing is where in sources an event of that day is told: mostly once, and
// soon after.
func (a *author) citing(day edtf.Day, sources []timeline.Source) []int {
	soonest := sort.Search(len(sources)-1, func(i int) bool {
		published, _ := sources[i].Published.First()
		return published > day
	})
	n := 1
	for n < 3 && a.chance(5) {
		n++
	}
	var in []int
	for range n {
		i := min(soonest+int(a.ExpFloat64()*2), len(sources)-1)
		if !slices.Contains(in, i) {
			in = append(in, i)
		}
	}
	return in
}

// citation quotes a sentence or two of the source, length bytes into it.
func (a *author) citation(at expression, source string, length *int) timeline.Citation {
	quote := a.quotation(at)
	start := *length + 20 + a.IntN(400)
	*length = start + len(quote)
	return timeline.Citation{
		Source: source, Quote: quote,
		Position:    timeline.Span{Start: start, End: *length},
		Expressions: expressionIn(quote, at.words, start),
		When:        at.when,
		Because:     fmt.Sprintf("“%s” %s", at.words, at.because),
	}
}

// lead turns e into one dated by nothing but its source's publication.
func lead(e *timeline.Event, day edtf.Day) {
	e.Basis, e.When = timeline.BasisPublication, day.Date()
	c := &e.Citations[0]
	c.Expressions, c.When = nil, e.When
	c.Because = "the document's publication date; nothing in it has a date of its own"
}

// expressionIn locates words in quote, which starts at the given byte.
func expressionIn(quote, words string, start int) []timeline.Expression {
	i := strings.Index(quote, words)
	return []timeline.Expression{{
		Text:     words,
		Position: timeline.Span{Start: start + i, End: start + i + len(words)},
	}}
}

// some is up to n different ones of list, in its order.
func (a *author) some(list []string, n int) []string {
	var chosen []string
	for range a.IntN(n + 1) {
		if one := pick(a, list); !slices.Contains(chosen, one) {
			chosen = append(chosen, one)
		}
	}
	slices.Sort(chosen)
	return chosen
}
