package pagebench

import (
	"errors"
	"math"
	"slices"
	"testing"
)

// measurement is what the loads of one system showed. An infinite value is a
// step that did not finish, one that is not a number was not measured.
type measurement struct {
	system   string
	events   int
	weight   weight
	elements int

	first    sample // milliseconds until the first event was visible
	ratio    sample // the same by the plain list's of the same pair
	blocking sample // milliseconds
	work     sample // milliseconds of processor time to load
	pan      sample // share of frames dropped
	zoom     sample
	scroll   sample // share of frames the plain list dropped, scrolled
	panWork  sample // milliseconds of processor time a frame
	zoomWork sample

	light, dark violations
}

// sample holds one value a load.
type sample []float64

func (s sample) median() float64 {
	if len(s) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(s))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}

// percent is the same shares in hundredths.
func (s sample) percent() sample {
	hundredths := slices.Clone(s)
	for i := range hundredths {
		hundredths[i] *= 100
	}
	return hundredths
}

// finished is false once a step did not finish: there is no use in a second try.
func (m *measurement) finished() bool {
	for _, s := range []sample{m.first, m.blocking, m.pan, m.zoom} {
		if math.IsInf(s.median(), 1) {
			return false
		}
	}
	return true
}

// load opens the page once in a browser of its own, then pans and zooms it.
func (m *measurement) load(tb testing.TB, s system, from *server) {
	tb.Helper()
	from.weigh()
	t := openTab(tb, s.event, "light")
	defer t.cancel()
	l, err := t.open(from.URL)
	m.weight, m.elements = from.weigh(), l.Elements
	if l.First == 0 {
		m.first = append(m.first, value(tb, s.name, "load", 0, err))
		return
	}
	m.first = append(m.first, l.First)
	m.blocking = append(m.blocking, value(tb, s.name, "settle", l.Blocking, err))
	if err != nil {
		return
	}
	m.work = append(m.work, l.work)
	pan, err := t.perform(s.pan, s.moving)
	m.pan = append(m.pan, value(tb, s.name, "pan", pan.Dropped, err))
	if err != nil {
		return
	}
	m.panWork = append(m.panWork, pan.work)
	zoom, err := t.perform(s.zoom, s.moving)
	m.zoom = append(m.zoom, value(tb, s.name, "zoom", zoom.Dropped, err))
	if err == nil {
		m.zoomWork = append(m.zoomWork, zoom.work)
	}
}

// value is v, or infinite where the step did not finish.
func value(tb testing.TB, name, step string, v float64, err error) float64 {
	tb.Helper()
	switch {
	case errors.Is(err, errUnfinished):
		return math.Inf(1)
	case err != nil:
		tb.Fatalf("%s, %s: %v", name, step, err)
	}
	return v
}

// compare adds the plain list's load of the same pair.
func (m *measurement) compare(floor measurement) {
	last := len(m.first) - 1
	m.ratio = append(m.ratio, m.first[last]/floor.first[last])
	m.scroll = append(m.scroll, floor.pan[last])
}
