package merge

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/event"
)

// Days weighs the dates that the documents tell of: the more a day matters, the
// more it is told of, above all by documents that look back on it, in their
// first sentences, and in the words that all of them share.
//
// The weights were tuned on news articles and journalists' timelines of the
// same stories. A day is told of by a document at most perDocument times, so
// that no single one decides; and a document published that day or the next
// speaks for the day even where it names no date.
func Days(results []event.Result) map[edtf.Date]float64 {
	ps := flatten(results)
	return newDays(ps, centrality(ps)).score
}

const (
	perDocument = 2.0  // the most that one document can add to a day
	lookingBack = 2.0  // weight of what is told two days after it and later
	saying      = 0.8  // weight of statements, plans and denials
	backPage    = 0.5  // how much weight the last sentence of a document loses
	issued      = 1.0  // what a document adds to the day it is published on
	dayAfter    = 0.75 // what it adds to the day before, whose news it brings
	central     = 0.75 // the power to which centrality counts
	shadow      = 0.2  // the share of the heavier day beside it that a day loses
)

// days are the weights of dates, the largest of them, and how often each is
// told of.
type days struct {
	score    map[edtf.Date]float64
	most     float64
	tellings map[edtf.Date]telling
}

// telling is how often a date is told of.
type telling struct {
	sentences, documents int
	// source and sentence are the ones counted last.
	source   string
	sentence int
}

// newDays adds up what each document tells of each day, in the proposals' order.
func newDays(ps []*event.Proposal, centrality []float64) days {
	type told struct {
		day    edtf.Date
		source string
	}
	per := make(map[told]float64)
	counted := make(map[string]bool)
	d := days{score: make(map[edtf.Date]float64), tellings: countTellings(ps)}
	for i, p := range ps {
		day, source := dayOf(p.When), p.Citations[0].Source
		if !counted[source] {
			counted[source] = true
			d.issue(p.Published)
		}
		key := told{day, source}
		before := per[key]
		per[key] = min(perDocument, before+tellingOf(p)*math.Pow(centrality[i], central))
		d.score[day] += per[key] - before
	}
	d.contrast()
	for _, s := range d.score {
		d.most = max(d.most, s)
	}
	return d
}

// contrast takes from each day a share of what the heavier of the days beside it
// has: the news of a day is told again on the next, and a day matters by
// standing out.
func (d *days) contrast() {
	plain := d.score
	d.score = make(map[edtf.Date]float64, len(plain))
	for when, s := range plain {
		d.score[when] = s
		if first, ok := when.First(); ok && when.Precision() == edtf.PrecisionDay && !when.IsInterval() {
			d.score[when] -= shadow * max(plain[(first-1).Date()], plain[(first+1).Date()])
		}
	}
}

// countTellings counts the sentences, and the documents, that tell of each date.
func countTellings(ps []*event.Proposal) map[edtf.Date]telling {
	ps = slices.Clone(ps)
	slices.SortFunc(ps, func(a, b *event.Proposal) int {
		return cmp.Or(strings.Compare(a.Citations[0].Source, b.Citations[0].Source), cmp.Compare(a.Place, b.Place))
	})
	all := make(map[edtf.Date]telling)
	for _, p := range ps {
		day, source := dayOf(p.When), p.Citations[0].Source
		t, told := all[day]
		if !told || t.source != source {
			t.documents++
		}
		if !told || t.source != source || t.sentence != p.Place {
			t.sentences++
		}
		t.source, t.sentence = source, p.Place
		all[day] = t
	}
	return all
}

// issue counts a document published on a day for that day and the one before.
func (d *days) issue(when edtf.Date) {
	if when.Precision() < edtf.PrecisionDay {
		return
	}
	if day, ok := when.First(); ok {
		d.score[day.Date()] += issued
		d.score[(day - 1).Date()] += dayAfter
	}
}

// tellingOf is how much one proposal speaks for its day.
func tellingOf(p *event.Proposal) float64 {
	w := 1.0
	if told, ok := p.When.Last(); ok {
		if at, ok := p.Published.First(); ok && at-told >= 2 {
			w = lookingBack
		}
	}
	if p.Kind != timeline.KindEvent {
		w *= saying
	}
	return w * (1 - backPage*float64(p.Place)/float64(max(p.Of, 1)))
}

// dayOf is the date by which tellings are counted: the day of a time of day,
// without doubt.
func dayOf(d edtf.Date) edtf.Date {
	d = d.Plain()
	if d.Precision() > edtf.PrecisionDay && !d.IsInterval() {
		if day, ok := d.First(); ok {
			return day.Date()
		}
	}
	return d
}

// centrality is how much of what the documents share each proposal speaks of:
// the share of documents that have its three most widespread words, on average
// 1 over all proposals.
func centrality(ps []*event.Proposal) []float64 {
	spread, all := documentFrequency(ps)
	out := make([]float64, len(ps))
	sum := 0.0
	for i, p := range ps {
		out[i] = widespread(p.Terms, spread) / float64(max(all, 1))
		sum += out[i]
	}
	for i := range out {
		if sum > 0 {
			out[i] *= float64(len(out)) / sum
		}
	}
	return out
}

// documentFrequency is in how many documents each term occurs, and how many
// documents there are.
func documentFrequency(ps []*event.Proposal) (spread map[string]int, all int) {
	bySource := slices.Clone(ps)
	slices.SortStableFunc(bySource, func(a, b *event.Proposal) int {
		return strings.Compare(a.Citations[0].Source, b.Citations[0].Source)
	})
	spread = make(map[string]int)
	last := make(map[string]int) // term → the last document it was counted for
	for i, p := range bySource {
		if i == 0 || p.Citations[0].Source != bySource[i-1].Citations[0].Source {
			all++
		}
		for _, t := range p.Terms {
			if last[t] != all {
				last[t] = all
				spread[t]++
			}
		}
	}
	return spread, all
}

// widespread is the mean document frequency of the three most widespread terms.
func widespread(terms []string, spread map[string]int) float64 {
	var top [3]int
	for i, t := range terms {
		n := spread[t]
		if slices.Contains(terms[:i], t) {
			continue
		}
		for k := range top {
			if n > top[k] {
				n, top[k] = top[k], n
			}
		}
	}
	return float64(top[0]+top[1]+top[2]) / 3
}
