package syntax

import (
	"strings"

	"dateline/timeline/words"
)

// findBases makes room for the ends of base noun phrases, found when asked for.
func (p *parser) findBases() { p.bases = make([]int, len(p.Items)+1) }

// base is the item behind the base noun phrase that begins at i, i for none: a
// determiner, what describes the noun, and the noun, with genitives before it.
func (p *parser) base(i int) int {
	if i >= len(p.Items) {
		return i
	}
	if p.bases[i] == 0 {
		p.bases[i] = p.scanBase(i) + 1
	}
	return p.bases[i] - 1
}

// scan is a base noun phrase on the way.
type scan struct {
	noun    int // the last noun seen, -1 for none
	article bool
	number  bool
	opened  bool // an adjective was seen
}

func (p *parser) scanBase(i int) int {
	t := p.Items[i]
	if t.Is("so") {
		return i
	}
	switch t.Tag {
	case "PRP", "EX":
		return i + 1
	case "WP", "WDT":
		return i
	}
	s := scan{noun: -1}
	k := p.quantifier(i)
	for k < len(p.Items) && p.inBase(k, &s) {
		k++
	}
	if s.noun >= 0 {
		return s.noun + 1
	}
	if k > i && (s.article || p.Items[i].Tag == "DT" || p.Items[i].Tag == "CD" || p.Items[i].Is("many", "few", "several", "more", "most", "much", "less", "others", "another", "such")) {
		return p.headless(i, k)
	}
	return i
}

// headless is the end of a phrase without a noun: "the poor", "this", "three".
func (p *parser) headless(i, k int) int {
	if last := p.Items[k-1]; last.Tag == "DT" && k-i > 1 || last.Is("the", "a", "an", "no", "every") || last.Tag == "PRP$" || last.Tag == "POS" {
		return i
	}
	return k
}

// quantifier passes over what can stand before a determiner: "at least", "more
// than", "about", "all", "half".
func (p *parser) quantifier(i int) int {
	at := func(k int) Item {
		if k < len(p.Items) {
			return p.Items[k]
		}
		return Item{}
	}
	number := func(k int) bool {
		n := at(k)
		return n.Tag == "CD" || n.Tag == "$" || n.Is("a", "half", "dozens", "hundreds", "thousands", "millions", "one", "some", "the")
	}
	switch t := p.Items[i]; {
	case t.Is("at") && at(i+1).Is("least", "most") && number(i+2), t.Is("more", "less", "fewer") && at(i+1).Is("than") && number(i+2), t.Is("up") && at(i+1).Is("to") && at(i+2).Tag == "CD", t.Is("as") && at(i+1).Is("many", "much") && at(i+2).Is("as"):
		if t.Is("as") {
			return i + 3
		}
		return i + 2
	case t.Is("about", "around", "nearly", "almost", "roughly", "approximately", "over", "some", "only", "just", "under", "exactly", "between") && (at(i+1).Tag == "CD" || at(i+1).Tag == "$"),
		t.Is("nearly", "almost", "about", "only", "not") && (at(i+1).Tag == "DT" || at(i+1).Is("all", "half")), t.Is("both", "all", "half") && (at(i+1).Tag == "DT" || at(i+1).Tag == "PRP$"):
		return i + 1
	}
	return i
}

// inBase reports whether item k goes on the base noun phrase.
func (p *parser) inBase(k int, s *scan) bool {
	t := p.Items[k]
	switch t.Tag {
	case "DT", "PRP$", "PDT":
		return p.determines(k, s)
	case "NN", "NNS", "NNP", "NNPS", "FW":
		return p.nounInBase(k, s)
	case "CD":
		if s.noun >= 0 && p.Items[s.noun].Tag == "NNS" {
			return false
		}
		s.noun, s.number = k, true
		return true
	case "$", "SYM", "LS":
		return true
	case "POS":
		if s.noun < 0 {
			return false
		}
		s.noun = -1
		s.article = true
		return true
	case "JJ", "JJR", "JJS":
		return p.describes(k, s)
	case "VBN", "VBG":
		return s.noun < 0 && p.group[k] < 0 && !prepositional(t.Token)
	case "RB", "RBR", "RBS":
		return p.adverbInBase(k, s)
	case "CC", ",":
		return p.joinsModifiers(k, s)
	case "TO":
		return p.spans(k, s)
	case ":":
		return k > 0 && p.Items[k].Start == p.Items[k-1].End && s.noun == k-1 && k+2 < len(p.Items) && p.Items[k+1].Tag == "CC" && strings.Contains(p.Items[k+2].Text, "-") // "pro- and anti-war"
	}
	return false
}

// nounInBase reports whether the noun at k goes on the phrase, and is not the
// subject of a clause on its noun: "the day | Anna left".
func (p *parser) nounInBase(k int, s *scan) bool {
	if s.noun == k-1 && s.noun >= 0 && p.Items[k].Tag == "NNP" && p.Items[s.noun].Is("day", "time", "moment", "year", "night", "week", "month", "morning", "way", "reason") {
		return false
	}
	s.noun = k
	return true
}

// determines reports whether the determiner at k opens the phrase.
func (p *parser) determines(k int, s *scan) bool {
	if s.noun >= 0 || s.article || s.number || s.opened {
		return false
	}
	if t := p.Items[k]; t.Is("that") && k+1 < len(p.Items) && (p.Items[k+1].Tag == "PRP" || p.Items[k+1].Tag == "DT" || p.group[k+1] >= 0) {
		return false
	}
	s.article = true
	if p.Items[k].Is("those", "these", "this", "that", "some", "all", "both", "each", "any", "either", "neither", "many") {
		s.article = true
	}
	return true
}

// describes reports whether the adjective at k stands in the phrase: before its
// noun, or between the parts of a name.
func (p *parser) describes(k int, s *scan) bool {
	t := p.Items[k]
	s.opened = s.opened || !t.Is("such", "all", "half", "many", "what", "quite")
	if s.noun < 0 || s.number && s.noun == k-1 {
		if s.noun >= 0 && (k+1 >= len(p.Items) || !strings.HasPrefix(p.Items[k+1].Tag, "NN") && p.Items[k+1].Tag != "JJ") {
			return false
		}
		if t.Is("such") && k+1 < len(p.Items) && p.Items[k+1].Is("as") {
			return false
		}
		return true
	}
	if k+1 >= len(p.Items) || !strings.HasPrefix(p.Items[k+1].Tag, "NN") || p.Items[s.noun].Tag == "NNS" {
		return false
	}
	return t.Capital() || words.Demonym(t.Text) != "" || strings.HasPrefix(p.Items[s.noun].Tag, "NNP") || strings.Contains(t.Text, "-") || p.Items[s.noun].Tag == "NN"
}

// adverbInBase reports whether the adverb at k belongs to an adjective behind
// it: "a very large crowd".
func (p *parser) adverbInBase(k int, s *scan) bool {
	if s.noun >= 0 || k+1 >= len(p.Items) {
		return false
	}
	next := p.Items[k+1].Tag
	if next == "JJ" || next == "JJR" || next == "CD" || (next == "VBN" || next == "VBG") && s.article && p.group[k+1] < 0 {
		return s.article || p.base(k+1) > k+2
	}
	return s.article && next == "VBN" && k+2 < len(p.Items) && strings.HasPrefix(p.Items[k+2].Tag, "NN") && !p.Items[k].Is("not")
}

// joinsModifiers reports whether the conjunction or comma at k stands between
// two adjectives or the parts of one name.
func (p *parser) joinsModifiers(k int, s *scan) bool {
	if k == 0 || k+1 >= len(p.Items) {
		return false
	}
	before, next := p.Items[k-1].Tag, p.Items[k+1].Tag
	if p.Items[k].Is("&") || p.Items[k-1].Tag == ":" {
		return true
	}
	if s.noun >= 0 && s.noun == k-1 {
		return false
	}
	if before != "JJ" && before != "VBN" && before != "JJS" && before != "CD" {
		return false
	}
	if p.Items[k].Tag == "," {
		return (next == "JJ" || next == "VBN") && p.bareNounAfter(k+1) && s.article
	}
	return (next == "JJ" || next == "VBN" || next == "VBG" || next == "CD" && before == "CD" || next == "NN") && p.bareNounAfter(k+1) && (next != "NN" || k+2 < len(p.Items) && strings.HasPrefix(p.Items[k+2].Tag, "NN"))
}

// headOf is the item of the noun that the base phrase [i, end) is about.
func (p *parser) headOf(i, end int) int {
	for k := end - 1; k >= i; k-- {
		if t := p.Items[k].Tag; strings.HasPrefix(t, "NN") || t == "PRP" || t == "EX" || t == "CD" {
			return k
		}
	}
	return end - 1
}

// spans reports whether "to" at item k stands between two numbers of one amount:
// "to 250 | to 300 barrels". Behind "from" the two are two.
func (p *parser) spans(k int, s *scan) bool {
	if s.noun != k-1 || p.Items[k-1].Tag != "CD" || k+2 >= len(p.Items) {
		return false
	}
	first := k - 1
	if first > 0 && p.Items[first-1].Tag == "$" {
		first--
	}
	next := p.Items[k+1]
	if first == 0 || next.Tag != "CD" && !(next.Tag == "$" && p.Items[k+2].Tag == "CD") {
		return false
	}
	last := p.Items[first-1]
	return (last.Tag == "IN" || last.Tag == "TO") && !last.Is("from")
}
