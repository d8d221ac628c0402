//go:build unix

package dates

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"
)

// peersVariable names the folder in which other finders are installed.
const peersVariable = "DATELINE_PEERS"

// passes is how many times in a row each finder goes over all texts, so that
// it does not always find the other's data in the caches.
const passes = 5

// BenchmarkPeers measures finding and resolving beside chrono-node: the same
// annotated news, each text with its own date of publication, in turns, so that
// both meet the machine in the same state. Times are those of the processor,
// garbage collection and compiling included; the best of each counts.
//
//	go test ./timeline/dates -run '^$' -bench Peers -benchtime 20x
func BenchmarkPeers(b *testing.B) {
	docs := newsTexts(b)
	f, err := New("en")
	if err != nil {
		b.Fatal(err)
	}
	peer := startPeer(b, docs)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var ours, theirs []float64
	round := func() {
		for range passes {
			theirs = append(theirs, peer.run(b))
		}
		for range passes {
			start := processor(b)
			for _, d := range docs {
				f.Find(d.text, Context{Reference: d.reference})
			}
			ours = append(ours, processor(b)-start)
		}
	}
	for range 3 { // until everything is compiled
		round()
	}
	ours, theirs = nil, nil
	for b.Loop() {
		round()
	}
	size := 0.0
	for _, d := range docs {
		size += float64(len(d.text)) / 1e6
	}
	b.ReportMetric(size/slices.Min(ours), "MB/s")
	b.ReportMetric(size/slices.Min(theirs), "chrono-MB/s")
	b.ReportMetric(slices.Min(theirs)/slices.Min(ours), "×chrono")
	b.ReportMetric(0, "ns/op")
}

// processor is the processor time spent so far, in seconds.
func processor(b *testing.B) float64 {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		b.Fatal(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano()).Seconds()
}

// peer is another finder, in a process of its own that waits for its turns.
type peer struct {
	turns   io.Writer
	answers *json.Decoder
}

// startPeer starts chrono-node and hands it the texts.
func startPeer(b *testing.B, docs []annotated) *peer {
	dir := os.Getenv(peersVariable)
	if dir == "" {
		b.Skipf("%s is not set", peersVariable)
	}
	script, err := filepath.Abs("testdata/chrono.mjs")
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.CommandContext(b.Context(), "node", script)
	cmd.Dir, cmd.Stderr = dir, os.Stderr
	in, err1 := cmd.StdinPipe()
	out, err2 := cmd.StdoutPipe()
	if err1 != nil || err2 != nil {
		b.Fatal(err1, err2)
	}
	if err := cmd.Start(); err != nil {
		b.Skip(err)
	}
	b.Cleanup(func() {
		in.Close()
		cmd.Wait()
	})
	type text struct {
		Text      string `json:"text"`
		Reference string `json:"reference"`
	}
	var texts []text
	for _, d := range docs {
		day, _ := d.reference.First()
		texts = append(texts, text{d.text, day.Date().String()})
	}
	if err := json.NewEncoder(in).Encode(texts); err != nil {
		b.Fatal(err)
	}
	return &peer{in, json.NewDecoder(bufio.NewReader(out))}
}

// run has the peer go over all texts and gives the seconds that it took.
func (p *peer) run(b *testing.B) float64 {
	var answer struct {
		Seconds float64
		Found   int
	}
	if _, err := io.WriteString(p.turns, "\n"); err != nil {
		b.Fatal(err)
	}
	if err := p.answers.Decode(&answer); err != nil || answer.Found == 0 {
		b.Fatalf("no dates from the peer: %v", err)
	}
	return answer.Seconds
}
