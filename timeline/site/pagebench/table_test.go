package pagebench

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
)

// table is what was measured, one row a system and size.
type table []measurement

// report prints the table in Markdown to the file that DATELINE_BENCH_TABLE
// names, or with the benchmark's output where it names none.
func (t table) report(tb testing.TB) {
	tb.Helper()
	if len(t) == 0 {
		return
	}
	if path := os.Getenv("DATELINE_BENCH_TABLE"); path != "" {
		if err := os.WriteFile(path, []byte(t.markdown()), 0o666); err != nil {
			tb.Fatal(err)
		}
		return
	}
	tb.Log("\n" + t.markdown())
}

// markdown is two tables: what is the same in every run, and times.
func (t table) markdown() string {
	var sizes, times strings.Builder
	head(&sizes, "JS KB", "CSS KB", "HTML KB", "data KB", "other KB", "elements", "axe light", "axe dark")
	head(&times, "first visible", "× plain", "blocking", "load CPU", "pan dropped", "zoom dropped", "pan CPU", "zoom CPU")
	for _, m := range t {
		w := m.weight
		row(&sizes, m, kilobytes(w.JS), kilobytes(w.CSS), kilobytes(w.HTML), kilobytes(w.Data), kilobytes(w.Other),
			count(m.elements), m.light.String(), m.dark.String())
		row(&times, m, cell(m.first, "%.0f ms"), cell(m.ratio, "%.2f"), cell(m.blocking, "%.0f ms"),
			cell(m.work, "%.0f ms"), cell(m.pan.percent(), "%.0f%%"), cell(m.zoom.percent(), "%.0f%%"),
			cell(m.panWork, "%.1f ms"), cell(m.zoomWork, "%.1f ms"))
	}
	return sizes.String() + "\n" + times.String()
}

func head(b *strings.Builder, columns ...string) {
	fmt.Fprintf(b, "| events | system | %s |\n|---:|---|%s\n",
		strings.Join(columns, " | "), strings.Repeat("---:|", len(columns)))
}

func row(b *strings.Builder, m measurement, cells ...string) {
	fmt.Fprintf(b, "| %d | %s | %s |\n", m.events, m.system, strings.Join(cells, " | "))
}

// cell is the median as it stands in the table.
func cell(s sample, format string) string {
	switch v := s.median(); {
	case math.IsInf(v, 1):
		return "> 60 s"
	case math.IsNaN(v):
		return "–"
	}
	return fmt.Sprintf(format, s.median())
}

func kilobytes(n int) string {
	if n == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f", float64(n)/1000)
}

func count(n int) string {
	if n == 0 {
		return "–"
	}
	return fmt.Sprint(n)
}
