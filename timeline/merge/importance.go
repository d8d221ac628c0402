package merge

import (
	"hash/fnv"
	"math"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/event"
)

// importance is how much an event matters, in [0,1] to two decimals. It is the
// sum of five parts, each of which saturates so that no single one decides:
//
//	0.30 how much its day is told of by all documents (day.go)
//	0.25 how many independent sources tell it: one 0, two 0.4, three 0.64 …
//	0.15 how early in its document it is told
//	0.20 what kind of happening it is
//	0.10 how finely it is dated
func (g group) importance(d days) float64 {
	best := 0.0
	for _, p := range g {
		best = max(best, 0.15*position(p)+0.2*weightOf(p.Kind)+0.1*specificity(p.When))
	}
	sources := 1 - math.Pow(0.6, float64(g.independent()-1))
	told := math.Log1p(d.score[dayOf(g[0].When)]) / math.Log1p(max(d.most, fewTellings))
	return math.Round(100*min(1, best+0.25*sources+0.3*told)) / 100
}

// fewTellings is the weight below which no day counts as much told of, however
// small the collection.
const fewTellings = 8

// position is 1 at the head of a document and falls towards its end.
func position(p *event.Proposal) float64 {
	if p.Of <= 1 {
		return 1
	}
	return 1 - 0.7*float64(p.Place)/float64(p.Of)
}

func weightOf(k timeline.Kind) float64 {
	switch k {
	case timeline.KindEvent:
		return 1
	case timeline.KindPlan:
		return 0.5
	}
	return 0.6
}

func specificity(d edtf.Date) float64 {
	switch p := d.Precision(); {
	case open(d):
		return 0.5
	case p >= edtf.PrecisionDay:
		return 1
	case p >= edtf.PrecisionMonth:
		return 0.7
	case p > edtf.PrecisionYear:
		return 0.5
	}
	return 0.3
}

// independent is how many sources tell the event by themselves: documents that
// share half of a sentence's runs of four words took it from one another, or
// from the same wire, and count once.
func (g group) independent() int {
	if len(g) == 1 {
		return 1
	}
	type teller struct {
		source   string
		shingles []uint64
	}
	var tellers []teller
	count := 0
	for _, p := range g {
		for _, c := range p.Citations {
			t := teller{c.Source, shingles(c.Quote)}
			if !slices.ContainsFunc(tellers, func(o teller) bool {
				return o.source == t.source || containment(t.shingles, o.shingles) >= copied
			}) {
				count++
			}
			if len(tellers) < 200 {
				tellers = append(tellers, t)
			}
		}
	}
	return count
}

// copied is the share of four-word runs from which on two sentences are taken
// to be one.
const copied = 0.5

// shingles are the hashes of the runs of four words of s, sorted.
func shingles(s string) []uint64 {
	f := strings.Fields(strings.ToLower(s))
	out := make([]uint64, 0, len(f))
	for i := 0; i == 0 || i+4 <= len(f); i++ {
		h := fnv.New64a()
		for _, w := range f[i:min(i+4, len(f))] {
			h.Write([]byte(w))
			h.Write([]byte{' '})
		}
		out = append(out, h.Sum64())
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// containment is the share of the shorter list that the longer has too.
func containment(a, b []uint64) float64 {
	shared, short := 0, min(len(a), len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			shared++
			a, b = a[1:], b[1:]
		}
	}
	return float64(shared) / float64(short)
}
