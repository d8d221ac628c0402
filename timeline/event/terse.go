package event

import "strings"

// spareCost is what is lost with the articles of a title: less than with what
// says which, of whom or where. They go all at once or not at all.
const spareCost = 50

// articled takes the articles in again where there is room for all of them. It
// reports false where the title has more than limit words even without.
func (s *sketch) articled(limit int) bool {
	if s.count() > limit && !s.terse {
		s.terse = true
	} else if s.terse {
		s.terse = false
		s.terse = s.count() > limit
	}
	return s.count() <= limit
}

// spare reports whether item i is an article that a headline does without: not
// one of a name or an amount, nor one that makes a noun of an adjective.
func (s *sketch) spare(i int) bool {
	t := s.t.Items[i]
	if !t.Is("the", "a", "an") || i+1 >= len(s.t.Items) {
		return false
	}
	if b := t.First - 1; b >= 0 && s.a.tokens[b].Tag == "``" || t.Capital() && !s.opens(i) {
		return false
	}
	next := s.t.Items[i+1]
	if !t.Is("the") && (next.Is("few", "little", "lot", "dozen", "couple", "hundred", "thousand", "million", "billion", "bit", "while", "further", "great", "good", "third", "quarter", "fifth", "tenth") || i > 0 && s.amount(i)) {
		return false
	}
	return strings.HasPrefix(next.Tag, "NN") || next.Tag == "JJ" || next.Tag == "JJR" || next.Tag == "VBN" || (next.Tag == "CD" || next.Tag == "JJS" || next.Tag == "VBG") && i+2 < len(s.t.Items) && strings.HasPrefix(s.t.Items[i+2].Tag, "NN")
}

// opens reports whether item i begins the sentence or the title.
func (s *sketch) opens(i int) bool {
	return i == 0 || i == s.pieces[0].first || s.t.Items[i-1].Tag == ":" || s.t.Items[i-1].Tag == "."
}

// amount reports whether the article at item i stands for "each": "300 barrels
// a day"; or behind a word that asks for it: "such a vote".
func (s *sketch) amount(i int) bool {
	last := s.t.Items[i-1]
	return last.Tag == "CD" || last.Tag == "NNS" || last.Is("such", "what", "many", "half", "quite", "percent", "%", "once", "twice", "times")
}
