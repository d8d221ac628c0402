//go:build unix

package pipeline

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"syscall"
	"testing"
	"time"

	"dateline/timeline/dates"
	"dateline/timeline/document"
	"dateline/timeline/event"
	"dateline/timeline/merge"
	"dateline/timeline/names"
	"dateline/timeline/sentence"
)

// Times are those the processor spends on this program, all cores together,
// so that they are the same on a machine that is busy with something else.

// processor is the processor time spent so far, in seconds.
func processor(b *testing.B) float64 {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		b.Fatal(err)
	}
	return time.Duration(r.Utime.Nano()).Seconds()
}

// stopwatch adds up the processor time of stages by name.
type stopwatch struct {
	*testing.B
	spent map[string]float64
}

func newStopwatch(b *testing.B) *stopwatch { return &stopwatch{b, map[string]float64{}} }

// time runs f with the garbage of what was before it collected.
func (w *stopwatch) time(stage string, f func()) {
	runtime.GC()
	start := processor(w.B)
	f()
	w.spent[stage] += processor(w.B) - start
}

// BenchmarkExtract measures the way from documents to merged events, stage by
// stage, and as a whole on two cores. The unit x is the time of reading and
// splitting into sentences alone, in the same run.
//
//	go test ./timeline/pipeline -run '^$' -bench Extract -benchtime 5x
func BenchmarkExtract(b *testing.B) {
	b.Run("articles", func(b *testing.B) {
		dir := b.TempDir()
		generate(b, dir, 1000, long)
		benchmarkExtract(b, dir)
	})
	b.Run("pages", func(b *testing.B) { benchmarkExtract(b, filepath.Join(corpora(b), "articles", "text")) })
}

func benchmarkExtract(b *testing.B, dir string) {
	folder, err := open(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer folder.close()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	b.SetBytes(folder.size())
	watch := newStopwatch(b)
	b.ResetTimer()
	for range b.N {
		watch.time("whole", func() {
			if _, err := Extract(b.Context(), Options{Documents: dir}); err != nil {
				b.Fatal(err)
			}
		})
		b.StopTimer()
		watch.stages(folder)
		b.StartTimer()
	}
	b.StopTimer()
	megabytes := float64(folder.size()) * float64(b.N) / 1e6
	floor := watch.spent["read"] + watch.spent["split"]
	for stage, spent := range watch.spent {
		b.ReportMetric(spent/floor, "x-"+stage)
	}
	b.ReportMetric(2*megabytes/watch.spent["whole"], "MB/s-on-two-cores")
}

// prepare reads the files of a folder.
func (w *stopwatch) prepare(f *folder) (finders, [][]byte) {
	finders, err := newFinders()
	if err != nil {
		w.Fatal(err)
	}
	texts := make([][]byte, len(f.files))
	for i, d := range f.files {
		if texts[i], err = f.read(d.path, d.path); err != nil {
			w.Fatal(err)
		}
	}
	return finders, texts
}

// stages takes the documents through the stages, one stage after the other.
func (w *stopwatch) stages(f *folder) {
	finders, texts := w.prepare(f)
	all := make([]Explanation, len(f.files))
	results := make([]event.Result, len(f.files))
	w.time("read", func() {
		for i, d := range f.files {
			doc, err := document.Read(d.path, texts[i], f.known[d.path])
			if err != nil {
				doc = &document.Document{}
			}
			all[i].Document = doc
		}
	})
	w.time("split", func() {
		for i := range all {
			all[i].Sentences = sentence.Split(all[i].Document.Text)
		}
	})
	w.time("dates", func() {
		for i := range all {
			s := all[i].Document.Source
			all[i].Mentions = finders.forLanguage(s.Language).Find(all[i].Document.Text, dates.Context{Reference: s.Published})
		}
	})
	w.time("events", func() {
		for i, e := range all {
			results[i] = event.Extract(e.Document, e.Sentences, e.Mentions)
		}
	})
	w.time("merge", func() {
		names.Unify(results, nil)
		merge.Merge(results, nil)
	})
}

// BenchmarkScale measures how processor time and memory grow with the number
// of documents, and what the cache saves.
//
//	go test ./timeline/pipeline -run '^$' -bench 'Scale/.*/documents=1000$' -benchtime 1x -timeout 0
func BenchmarkScale(b *testing.B) {
	for _, s := range []shape{long, dense} {
		for _, n := range []int{1000, 3000, 10_000, 30_000, 100_000} {
			b.Run(fmt.Sprintf("%s/documents=%d", s, n), func(b *testing.B) {
				dir := b.TempDir()
				size := generate(b, filepath.Join(dir, "seeds"), n, s)
				b.ReportMetric(float64(size)/1e6, "MB-documents")
				benchmarkScale(b, dir)
			})
		}
	}
}

func benchmarkScale(b *testing.B, dir string) {
	watch, memory := newStopwatch(b), watchMemory()
	cache := filepath.Join(dir, ".dateline", "cache")
	var f *folder
	watch.time("list", func() {
		var err error
		if f, err = open(filepath.Join(dir, "seeds")); err != nil {
			b.Fatal(err)
		}
	})
	defer f.close()
	var readings []reading
	watch.time("extract", func() { readings = readThrough(b, f, cache) })
	b.ReportMetric(memory.kept(), "MB-proposals")
	var found *Chronology
	watch.time("names", func() { unify(readings, nil) })
	watch.time("merge", func() { found = assemble(readings, nil, nil) })
	readings = nil
	b.ReportMetric(memory.kept(), "MB-events")
	b.ReportMetric(memory.peak(), "MB-peak")
	b.ReportMetric(float64(len(found.Events)), "events")
	found = nil
	watch.time("cached", func() { readThrough(b, f, cache) })
	for stage, spent := range watch.spent {
		b.ReportMetric(spent, "s-"+stage)
	}
	b.ReportMetric(0, "ns/op") // says nothing on a machine with other work
}

// readThrough takes the documents of a folder through the stages before merge.
func readThrough(b *testing.B, f *folder, dir string) []reading {
	b.Helper()
	c, err := openCache(dir, f.size())
	if err != nil {
		b.Fatal(err)
	}
	defer c.close()
	readings, err := f.readings(b.Context(), c, nil)
	if err := errors.Join(err, c.save(f.files, readings)); err != nil {
		b.Fatal(err)
	}
	return readings
}

// memory watches how much of the heap is in use.
type memory struct {
	stop chan struct{}
	most chan uint64
	base uint64
}

func watchMemory() *memory {
	runtime.GC()
	m := &memory{make(chan struct{}), make(chan uint64), heap()}
	go func() {
		most := uint64(0)
		for {
			select {
			case <-m.stop:
				m.most <- most
				return
			case <-time.After(5 * time.Millisecond):
				most = max(most, heap())
			}
		}
	}()
	return m
}

// heap is the size in bytes of what is in use, and of garbage.
func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// kept is the size in MB of what is in use, more than at the beginning.
func (m *memory) kept() float64 {
	runtime.GC()
	return (float64(heap()) - float64(m.base)) / 1e6
}

// peak is the most there has been, in MB, and ends the watch.
func (m *memory) peak() float64 {
	close(m.stop)
	return float64(<-m.most) / 1e6
}
