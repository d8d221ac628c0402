package pagebench

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// The ten years that every synthetic chronology covers.
const (
	firstYear = 2010
	lastYear  = 2019
)

// chronology is a synthetic set of events and the sources they cite.
type chronology struct {
	Events  []timeline.Event  // in order of time, then identifier
	Sources []timeline.Source // in order of publication
}

// newChronology invents n events: most of them in bursts, as news comes, the
// rest scattered over the ten years. The same n gives the same chronology.
func newChronology(n int) chronology {
	a := &author{Rand: rand.New(rand.NewPCG(20100101, uint64(n)))}
	days := a.days(n)
	c := chronology{Sources: a.sources(days)}
	length := make([]int, len(c.Sources))
	for _, day := range days {
		c.Events = append(c.Events, a.event(day, c.Sources, length))
	}
	for i := range c.Sources {
		a.close(&c.Sources[i], length[i])
	}
	slices.SortStableFunc(c.Events, func(x, y timeline.Event) int {
		return cmp.Or(edtf.Compare(x.When, y.When), cmp.Compare(x.ID, y.ID))
	})
	return c
}

// author makes things up.
type author struct{ *rand.Rand }

// chance is true in one of n calls.
func (a *author) chance(n int) bool { return a.IntN(n) == 0 }

// pick is one of list, each as likely.
func pick[T any](a *author, list []T) T { return list[a.IntN(len(list))] }

// days draws n days in order. Bursts differ in size as news stories do: the
// k-th has about 1/k of the events of the first, and ebbs away over some weeks.
func (a *author) days(n int) []edtf.Day {
	first, last := edtf.DayOf(firstYear, 1, 1), edtf.DayOf(lastYear, 12, 31)
	anywhere := func() edtf.Day { return first + edtf.Day(a.Int64N(int64(last-first)+1)) }
	bursts := make([]edtf.Day, 3+int(math.Sqrt(float64(n))/2))
	for i := range bursts {
		bursts[i] = anywhere()
	}
	days := make([]edtf.Day, n)
	for i := range days {
		if a.chance(6) {
			days[i] = anywhere()
			continue
		}
		burst := int(math.Pow(float64(len(bursts)+1), a.Float64())) - 1
		days[i] = min(last, bursts[burst]+edtf.Day(a.ExpFloat64()*12))
	}
	slices.Sort(days)
	return days
}

// sources invents one document for about eight events, each published a few
// days after something that it can tell of, the last after everything.
func (a *author) sources(days []edtf.Day) []timeline.Source {
	published := make([]edtf.Day, 2+min(len(days)/8, 2000))
	for i := range published {
		published[i] = pick(a, days) + edtf.Day(a.IntN(5))
	}
	published[0] = days[len(days)-1] + 5
	slices.Sort(published)
	sources := make([]timeline.Source, len(published))
	for i, day := range published {
		sources[i] = a.source(i, day)
	}
	return sources
}

func (a *author) source(i int, published edtf.Day) timeline.Source {
	id := fmt.Sprintf("%04d_%s", i, a.hex(16))
	s := timeline.Source{
		ID: id, Path: id + ".txt",
		Title: a.title(), Author: pick(a, people), Publisher: pick(a, publishers),
		URL:              fmt.Sprintf("https://example.org/%s/%s", published, a.hex(8)),
		Published:        published.Date(),
		PublishedBecause: "given in sources.yaml", Language: "en",
		SHA256: a.hex(64),
	}
	if a.chance(12) {
		s.URL = "" // known on paper only
	}
	if a.chance(10) {
		s.Published = s.Published.WithApproximate(true)
	}
	return s
}

// close gives s its length once all that cites it is written, and now and then
// something that it tells without a date.
func (a *author) close(s *timeline.Source, length int) {
	if a.chance(3) {
		said, expression := a.undatedSentence()
		at := length + 40
		s.Undated = []timeline.Undated{{
			Source: s.ID, Quote: said,
			Position:    timeline.Span{Start: at, End: at + len(said)},
			Expressions: expressionIn(said, expression, at),
			Reason:      fmt.Sprintf("“%s” has no beginning or end in the text", expression),
		}}
		length = at + len(said)
	}
	s.Length = length + 600
}

// hex is n hexadecimal digits.
func (a *author) hex(n int) string {
	digits := make([]byte, n)
	for i := range digits {
		digits[i] = "0123456789abcdef"[a.IntN(16)]
	}
	return string(digits)
}
