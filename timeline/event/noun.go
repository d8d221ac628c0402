package event

import (
	"strings"

	"dateline/timeline/words"
)

// modified reports whether the date at stands before a noun ("the 2020
// presidential election", "Sunday's vote") and, if so, the noun phrase it
// dates, and whether that names a happening.
func (a *analysis) modified(at, outer stretch) (noun stretch, is, ok bool) {
	if outer.last > at.last {
		return noun, false, false
	}
	i := at.last
	if i < len(a.tokens) && a.tokens[i].Tag == "POS" {
		i++
	} else if a.tokens[outer.first].Is("on", "in", "at", "by", "since", "until", "from", "during", "between") || i < len(a.tokens) && a.tokens[i].Start == a.tokens[i-1].End && a.tokens[i].Tag != "POS" {
		return noun, false, false
	}
	end, head := i, -1
	for end < len(a.tokens) && (a.inNounPhrase(end)) {
		if strings.HasPrefix(a.tokens[end].Tag, "NN") {
			head = end
		}
		end++
	}
	if head < 0 || a.tokens[i].Tag == "DT" || a.tokens[i].Tag == "PRP" {
		return noun, false, false
	}
	if at.last == i && !a.opensNounPhrase(at.first) {
		return noun, false, false // "Monday troops entered": an adverb, not an attribute
	}
	noun = stretch{a.leftEdge(at.first), head + 1}
	if a.tokens[at.first].Tag == "IN" {
		noun.first = at.first + 1 // "glad about this week's talks"
	}
	if !words.Happening(a.tokens[head].Lower) {
		return noun, true, false
	}
	noun.last = a.complement(head + 1)
	return noun, true, true
}

// inNounPhrase reports whether the token at i can go on a noun phrase after a
// date.
func (a *analysis) inNounPhrase(i int) bool {
	t := a.tokens[i]
	return !a.dated[i] && !a.aside[i] && t.Tag != "DT" && t.Tag != "PRP" && t.Tag != "PRP$" && (nominal(t) || t.Tag == "VBG" && a.opens[i] < 0 || t.Tag == "VBN" && a.opens[i] < 0)
}

// opensNounPhrase reports whether a noun phrase that began before token i is
// still open there: after "the", "his", an adjective, a genitive.
func (a *analysis) opensNounPhrase(i int) bool {
	if i == 0 {
		return a.tokens[0].Tag == "CD"
	}
	switch t := a.tokens[i-1]; t.Tag {
	case "DT", "PRP$", "JJ", "POS", "IN", "VBG", "TO", "CD", "CC":
		return !t.Is("that", "since", "until", "on", "in")
	case "NNP":
		return a.tokens[i].Tag == "CD"
	}
	return a.tokens[i].Is("the", "this", "last")
}

// leftEdge is where the noun phrase that holds token i begins, its article
// included.
func (a *analysis) leftEdge(i int) int {
	for i > 0 {
		t := a.tokens[i-1]
		if t.Tag == "JJ" || t.Tag == "POS" || t.Tag == "NNP" || t.Tag == "NNPS" || t.Tag == "NN" && a.tokens[i].Tag == "POS" {
			i--
			continue
		}
		if t.Tag == "DT" || t.Tag == "PRP$" {
			i--
		}
		break
	}
	return i
}

// complement goes on over "of …" and a place after a happening's noun.
func (a *analysis) complement(i int) int {
	for i+1 < len(a.tokens) && (a.tokens[i].Is("of", "in", "on", "against", "between", "with") || a.tokens[i].Is("at", "near", "outside", "through", "over", "for", "to", "by", "from") && a.namedAt(i+1)) {
		k := i + 1
		for k < len(a.tokens) && (nominal(a.tokens[k]) || a.tokens[k].Is("and") && k > i+1 && k+1 < len(a.tokens) && nominal(a.tokens[k+1])) && !a.dated[k] {
			k++
		}
		if k == i+1 || a.opens[k-1] >= 0 {
			break
		}
		i = k
	}
	return i
}

// namedAt reports whether a name stands at token i, perhaps behind its article.
func (a *analysis) namedAt(i int) bool {
	if i+1 < len(a.tokens) && a.tokens[i].Tag == "DT" {
		i++
	}
	return strings.HasPrefix(a.tokens[i].Tag, "NNP") && !a.dated[i]
}

// happeningBefore is the noun phrase that ends just before token i if it names
// a happening: "the siege of Homs | in February 2012".
func (a *analysis) happeningBefore(i int) stretch {
	s := a.nounBefore(i)
	if s.empty() || s.last != i {
		return stretch{}
	}
	if s.first > 1 && a.tokens[s.first-1].Is("in", "at", "from", "against", "between", "on", "with") && strings.HasPrefix(a.tokens[s.last-1].Tag, "NNP") {
		if n := a.nounBefore(s.first - 1); !n.empty() && n.last == s.first-1 && words.Happening(a.tokens[n.last-1].Lower) {
			return stretch{n.first, s.last}
		}
	}
	for k := s.first; k < s.last; k++ {
		if words.Happening(a.tokens[k].Lower) && strings.HasPrefix(a.tokens[k].Tag, "NN") && (k+1 == s.last || !strings.HasPrefix(a.tokens[k+1].Tag, "NN")) {
			for i := s.first; i < k; i++ {
				if a.tokens[i].Is("of") {
					s.first = i + 1 // "the nature of their victory"
				}
			}
			return s
		}
	}
	return stretch{}
}
