package merge

import (
	"cmp"
	"slices"
)

// posting is a place where a proposal can be met: under one of its rarest words,
// in a month or, for the dates that are coarser, in a year.
type posting struct {
	period   int32 // months since year 0, or ^year
	proposal int32
}

func comparePostings(a, b posting) int {
	return cmp.Or(cmp.Compare(a.period, b.period), cmp.Compare(a.proposal, b.proposal))
}

// postings are those of all words, one after the other, each word's sorted. Two
// lists without a pointer take a tenth of the room of a map of lists, which
// counts where a chronology has millions of postings.
type postings struct {
	start []int32 // of a word: list[start[word]:start[word+1]]
	list  []posting
}

// newPostings puts every proposal where it can be met. Words are numbers below
// words.
func newPostings(x *index, words int) postings {
	p := postings{start: make([]int32, words+1)}
	count := int32(0)
	each := func(f func(word int32, at posting)) {
		for i, proposal := range x.proposals {
			for _, period := range periods(proposal.When) {
				for _, w := range x.keys[i] {
					f(w, posting{period, int32(i)})
				}
			}
		}
	}
	each(func(word int32, _ posting) { p.start[word+1]++; count++ })
	for w := range words {
		p.start[w+1] += p.start[w]
	}
	p.list = make([]posting, count)
	next := slices.Clone(p.start)
	each(func(word int32, at posting) { p.list[next[word]] = at; next[word]++ })
	for w := range words {
		slices.SortFunc(p.list[p.start[w]:p.start[w+1]], comparePostings)
	}
	return p
}

// around gives the proposals that are met with one under a word in a period:
// those before it and those from it on, in order.
func (p postings) around(word int32, at posting) (before, after []posting) {
	all := p.list[p.start[word]:p.start[word+1]]
	first, _ := slices.BinarySearchFunc(all, posting{period: at.period}, comparePostings)
	here, _ := slices.BinarySearchFunc(all, at, comparePostings)
	last, _ := slices.BinarySearchFunc(all, posting{period: at.period + 1}, comparePostings)
	return all[first:here], all[here:last]
}
