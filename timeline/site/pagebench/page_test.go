package pagebench

import (
	"fmt"
	"math"
	"net/http"
	"os"
	"testing"

	"dateline/timeline"
)

// BenchmarkPage measures every system at every size. Each iteration is a pair
// of loads, one of the plain list and one of the system; -benchtime 5x gives
// medians of five pairs.
func BenchmarkPage(b *testing.B) {
	browserPath(b)
	var rows table
	for _, n := range []int{20, 100, 1000, 10_000} {
		b.Run(fmt.Sprintf("events=%d", n), func(b *testing.B) {
			c := newChronology(n)
			floor := serve(b, plainList(b, c))
			for _, s := range append([]system{plain(), dateline()}, peers()...) {
				b.Run(s.name, func(b *testing.B) {
					m := measure(b, s, c, floor)
					m.report(b)
					rows = append(rows, m)
				})
			}
		})
	}
	rows.report(b)
}

// BenchmarkLarge measures a hundred thousand events against a hundred, which
// take the place of the plain list. DATELINE_BENCH_LARGE names a folder in which
// the large site is kept, for building it takes longer than all the loads.
func BenchmarkLarge(b *testing.B) {
	dir := os.Getenv("DATELINE_BENCH_LARGE")
	if dir == "" {
		b.Skip("DATELINE_BENCH_LARGE names no folder")
	}
	browserPath(b)
	s := dateline()
	floor := serve(b, s.handler(b, newChronology(100)))
	s.handler = func(testing.TB, chronology) http.Handler { return http.FileServer(http.Dir(keptSite(b, dir, 100_000))) }
	var rows table
	measured := func(b *testing.B, s system, c chronology) {
		m := measureAgainst(b, s, c, s, floor)
		m.report(b)
		rows = append(rows, m)
	}
	b.Run("events=100", func(b *testing.B) { measured(b, dateline(), newChronology(100)) })
	b.Run("events=100000", func(b *testing.B) { measured(b, s, chronology{Events: make([]timeline.Event, 100_000)}) })
	rows.report(b)
}

func measure(b *testing.B, s system, c chronology, floor *server) measurement {
	b.Helper()
	return measureAgainst(b, s, c, plain(), floor)
}

// measureAgainst measures s by pairs of loads, the other's first.
func measureAgainst(b *testing.B, s system, c chronology, other system, floor *server) measurement {
	b.Helper()
	page := serve(b, s.handler(b, c))
	m := measurement{system: s.name, events: len(c.Events)}
	var against, warmUp measurement
	warmUp.load(b, other, floor)
	for b.Loop() {
		if !m.finished() {
			continue
		}
		against.load(b, other, floor)
		if !against.finished() {
			b.Fatalf("%s did not finish: there is nothing to compare with", other.name)
		}
		m.load(b, s, page)
		m.compare(against)
	}
	if m.finished() {
		m.light = audit(b, s, page, "light")
		m.dark = audit(b, s, page, "dark")
	}
	return m
}

// report gives the medians to the benchmark. What was not measured or did not
// finish is left out.
func (m *measurement) report(b *testing.B) {
	b.Helper()
	metrics := []struct {
		value float64
		unit  string
	}{
		{float64(m.weight.total()), "transferred-bytes"},
		{float64(m.weight.JS), "js-bytes"},
		{float64(m.weight.CSS), "css-bytes"},
		{float64(m.elements), "elements"},
		{m.first.median(), "first-ms"},
		{m.ratio.median(), "first/floor"},
		{m.blocking.median(), "blocking-ms"},
		{m.work.median(), "load-cpu-ms"},
		{m.panWork.median(), "pan-cpu-ms/frame"},
		{m.zoomWork.median(), "zoom-cpu-ms/frame"},
		{100 * m.pan.median(), "pan-dropped-%"},
		{100 * m.zoom.median(), "zoom-dropped-%"},
		{(1 - m.pan.median()) / (1 - m.scroll.median()), "pan-frames/floor"},
		{(1 - m.zoom.median()) / (1 - m.scroll.median()), "zoom-frames/floor"},
		{m.light.nodes(), "axe-light"},
		{m.dark.nodes(), "axe-dark"},
	}
	for _, metric := range metrics {
		if !math.IsNaN(metric.value) && !math.IsInf(metric.value, 0) {
			b.ReportMetric(metric.value, metric.unit)
		}
	}
	b.ReportMetric(0, "ns/op") // of a pair of loads with their gestures: means nothing
}
