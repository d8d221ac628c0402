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

func (t table) markdown() string {
	var b strings.Builder
	b.WriteString("| events | system | JS KB | CSS KB | HTML KB | data KB | other KB | elements | " +
		"first visible | × plain | blocking | pan dropped | zoom dropped | axe light | axe dark |\n")
	b.WriteString("|---:|---|" + strings.Repeat("---:|", 13) + "\n")
	for _, m := range t {
		fmt.Fprintf(&b, "| %d | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n",
			m.events, m.system, kilobytes(m.weight.JS), kilobytes(m.weight.CSS), kilobytes(m.weight.HTML),
			kilobytes(m.weight.Data), kilobytes(m.weight.Other), count(m.elements),
			cell(m.first.median(), "%.0f ms"), cell(m.ratio.median(), "%.2f"),
			cell(m.blocking.median(), "%.0f ms"), cell(100*m.pan.median(), "%.1f%%"),
			cell(100*m.zoom.median(), "%.1f%%"), m.light, m.dark)
	}
	return b.String()
}

func cell(v float64, format string) string {
	switch {
	case math.IsInf(v, 1):
		return "> 60 s"
	case math.IsNaN(v):
		return "–"
	}
	return fmt.Sprintf(format, v)
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
