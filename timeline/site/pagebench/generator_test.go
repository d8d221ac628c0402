package pagebench

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

func TestSameNumberGivesSameChronology(t *testing.T) {
	a, b := newChronology(300), newChronology(300)
	if diff := cmp.Diff(a, b, cmpopts.EquateComparable(edtf.Date{})); diff != "" {
		t.Errorf("two chronologies of 300 events differ (-first +second):\n%s", diff)
	}
}

func TestChronologyIsWhatItClaims(t *testing.T) {
	c := newChronology(1000)
	if len(c.Events) != 1000 {
		t.Errorf("%d events, want 1000", len(c.Events))
	}
	known := map[string]timeline.Source{}
	for _, s := range c.Sources {
		known[s.ID] = s
	}
	ids := map[string]bool{}
	for _, e := range c.Events {
		if ids[e.ID] {
			t.Errorf("two events %s", e.ID)
		}
		ids[e.ID] = true
		if n := len(strings.Fields(e.Title)); n < 6 || n > 10 {
			t.Errorf("title %q has %d words, want 6 to 10", e.Title, n)
		}
		for _, c := range e.Citations {
			checkCitation(t, c, known)
		}
	}
}

func checkCitation(t *testing.T, c timeline.Citation, known map[string]timeline.Source) {
	t.Helper()
	s, ok := known[c.Source]
	if !ok || c.Position.End > s.Length || c.Position.Len() != len(c.Quote) {
		t.Errorf("%q is not inside source %q of %d bytes", c.Quote, c.Source, s.Length)
	}
	for _, x := range c.Expressions {
		at := timeline.Span{Start: x.Position.Start - c.Position.Start, End: x.Position.End - c.Position.Start}
		if at.Start < 0 || at.End > len(c.Quote) || c.Quote[at.Start:at.End] != x.Text {
			t.Errorf("%q is not at %v of %q", x.Text, at, c.Quote)
		}
	}
}

// A hundred events are enough to see every way of drawing a date.
func TestHundredEventsHaveEveryPrecisionAndDoubt(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range newChronology(100).Events {
		seen[shape(e.When)] = true
	}
	for _, want := range []string{
		"decade", "year", "half", "quarter", "season", "month", "day", "time",
		"approximate", "uncertain", "interval", "open start", "open end",
	} {
		if !seen[want] {
			t.Errorf("no %s among %v", want, seen)
		}
	}
}

func shape(d edtf.Date) string {
	switch {
	case d.OpenStart():
		return "open start"
	case d.OpenEnd():
		return "open end"
	case d.Approximate():
		return "approximate"
	case d.Uncertain():
		return "uncertain"
	}
	if _, _, ok := d.Interval(); ok {
		return "interval"
	}
	return fmt.Sprint(d.Precision())
}

func TestEventsComeInBursts(t *testing.T) {
	months := map[[2]int]int{}
	for _, e := range newChronology(1000).Events {
		if day, ok := e.When.First(); ok {
			y, m, _ := day.Civil()
			months[[2]int{y, m}]++
		}
	}
	most := 0
	for _, n := range months {
		most = max(most, n)
	}
	if even := 1000 / 120; most < 5*even {
		t.Errorf("at most %d events a month, want bursts far above the %d of an even spread", most, even)
	}
}
