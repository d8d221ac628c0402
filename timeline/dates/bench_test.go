package dates

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"dateline/timeline/edtf"
)

// seedText gives the seeds' texts, repeated to at least size bytes.
func seedText(tb testing.TB, size int) string {
	files, err := filepath.Glob("../../seeds/*.txt")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no seeds: %v", err)
	}
	var b strings.Builder
	for b.Len() < size {
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				tb.Fatal(err)
			}
			b.Write(data)
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

// BenchmarkFind finds and resolves the dates of prose.
func BenchmarkFind(b *testing.B) {
	f, err := New("en")
	if err != nil {
		b.Fatal(err)
	}
	text := seedText(b, 1<<20)
	ctx := Context{Reference: edtf.MustParse("2022-10-13")}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		n = len(f.Find(text, ctx))
	}
	b.ReportMetric(float64(n)/float64(len(text))*1000, "mentions/kB")
}

// BenchmarkBytes looks at every byte once: the floor under any finder.
func BenchmarkBytes(b *testing.B) {
	text := seedText(b, 1<<20)
	b.SetBytes(int64(len(text)))
	n := 0
	for b.Loop() {
		for i := range len(text) {
			if text[i] == ' ' {
				n++
			}
		}
	}
}

// BenchmarkNew loads a language.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New("en"); err != nil {
			b.Fatal(err)
		}
	}
}

// newsTexts gives the annotated news.
func newsTexts(b *testing.B) []annotated {
	root := os.Getenv(corporaVariable)
	if root == "" {
		b.Skipf("%s is not set", corporaVariable)
	}
	return append(readCorpus(b, filepath.Join(root, corpora[0].dir), nil),
		readCorpus(b, filepath.Join(root, corpora[1].dir), nil)...)
}

// BenchmarkCorpora is BenchmarkFind on annotated news, each text with its own
// date of publication; BenchmarkPeers measures another finder beside it.
func BenchmarkCorpora(b *testing.B) {
	docs := newsTexts(b)
	f, err := New("en")
	if err != nil {
		b.Fatal(err)
	}
	size := 0
	for _, d := range docs {
		size += len(d.text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			f.Find(d.text, Context{Reference: d.reference})
		}
	}
}

// BenchmarkOneDocument finds the dates of one document of one and of fifty
// megabytes. What is kept when all is done, and what was allocated on the way,
// is given for each mention.
func BenchmarkOneDocument(b *testing.B) {
	f, err := New("en")
	if err != nil {
		b.Fatal(err)
	}
	for _, mb := range []int{1, 50} {
		b.Run(fmt.Sprint(mb, "MB"), func(b *testing.B) {
			text := seedText(b, mb*1_000_000)
			b.SetBytes(int64(len(text)))
			var before, allocated, after runtime.MemStats
			var mentions []Mention
			for b.Loop() {
				b.StopTimer()
				mentions = nil
				runtime.GC()
				runtime.ReadMemStats(&before)
				b.StartTimer()
				mentions = f.Find(text, Context{Reference: edtf.MustParse("2022-10-13")})
			}
			runtime.ReadMemStats(&allocated)
			runtime.GC()
			runtime.GC() // what pools keep for a while
			runtime.ReadMemStats(&after)
			n := float64(len(mentions))
			b.ReportMetric(float64(allocated.Mallocs-before.Mallocs)/n, "allocs/mention")
			b.ReportMetric(float64(allocated.TotalAlloc-before.TotalAlloc)/n, "B/mention")
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/n, "kept-B/mention")
			b.ReportMetric(n, "mentions")
			runtime.KeepAlive(mentions)
		})
	}
}
