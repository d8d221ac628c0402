package merge

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"dateline/timeline/edtf"
	"dateline/timeline/event"
)

// The share of four-word runs from which on two sentences are taken to be one,
// and how many runs they must share for that, unless they share all: two short
// sentences soon have a phrase in common.
const (
	copied    = 0.5
	copiedMin = 3
)

// comparedTellers is how many tellings of one event each further one is
// compared with, so that an event that everybody tells costs no square of time.
const comparedTellers = 200

// teller is one passage that tells an event.
type teller struct {
	source   string
	original string // the source whose words these are
	shingles []uint64
}

// copies gives, for each proposal of g that repeats another source's words, that
// source, and how many sources tell the event by themselves. Of two that use the
// same words, the one published earlier counts as the one that wrote them, else
// the first by ID.
func (g group) copies() (of map[*event.Proposal]string, independent int) {
	if len(g.told) == 1 {
		return nil, 1
	}
	own := make(map[string]bool)
	of = make(map[*event.Proposal]string)
	ps := slices.Clone(g.told)
	slices.SortFunc(ps, func(a, b *event.Proposal) int { return cmp.Or(earlier(a, b), order(a, b)) })
	var tellers []teller
	for _, p := range ps {
		source := p.Citations[0].Source
		t := teller{source, source, shingles(p.Citations[0].Quote)}
		for _, o := range tellers {
			if o.source != source && o.original != source && copies(t.shingles, o.shingles) {
				t.original = o.original
				break
			}
		}
		if t.original == source {
			own[source] = true
		} else {
			of[p] = t.original
		}
		if len(tellers) < comparedTellers {
			tellers = append(tellers, t)
		}
	}
	return of, len(own)
}

// earlier orders proposals by the publication of their documents; those whose
// publication is not known come last, for nobody can be shown to have had their
// words first.
func earlier(a, b *event.Proposal) int {
	return cmp.Or(
		cmp.Compare(unknown(a.Published), unknown(b.Published)), edtf.Compare(a.Published.Plain(), b.Published.Plain()),
		strings.Compare(a.Citations[0].Source, b.Citations[0].Source),
	)
}

func unknown(d edtf.Date) int {
	if d.IsZero() {
		return 1
	}
	return 0
}

// copies reports whether two sentences are one but for changes.
func copies(a, b []uint64) bool {
	shared, short := common(a, b), min(len(a), len(b))
	return float64(shared) >= copied*float64(short) && (shared >= copiedMin || shared == max(len(a), len(b)))
}

// shingles are the hashes of the runs of four words of s, sorted. Case, marks
// and the width of spaces do not count.
func shingles(s string) []uint64 {
	f := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	out := make([]uint64, 0, len(f)+1)
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

// common is how many elements two sorted lists share.
func common(a, b []uint64) int {
	shared := 0
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
	return shared
}
