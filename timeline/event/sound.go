package event

import (
	"strings"

	"dateline/timeline/words"
)

// atOddsWith reports whether a subject cannot be that of g, so that the sentence
// was not understood: a plural noun with "was" or "has".
func (a *analysis) atOddsWith(subject stretch, g group) bool {
	verb := a.tokens[g.first]
	if verb.Tag == "VBP" && !verb.Is("are", "have", "do", "'re", "'ve", "were") && a.personal(subject) && !a.joins(subject) {
		return true // "Keller say"
	}
	if !verb.Is("was", "is", "has", "doesn't", "isn't", "wasn't") || subject.empty() {
		return false
	}
	head := -1
	for i := subject.first; i < subject.last; i++ {
		t := a.tokens[i]
		if t.Tag == "CC" || t.Tag == "CD" || t.Tag == "``" || t.Tag == "$" || t.Is("number", "series", "rest", "each", "one", "every", "what") {
			return false
		}
		if (t.Tag == "IN" || t.Tag == "," || t.Tag == "TO") && head >= 0 {
			break
		}
		head = i
	}
	if head < 0 || a.tokens[head].Tag != "NNS" || a.tokens[head].Capital() && head > subject.first {
		return false
	}
	word := a.tokens[head].Lower
	return strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ics") && !strings.HasSuffix(word, "ss") && !singular[word]
}

// joins reports whether "and" stands in s.
func (a *analysis) joins(s stretch) bool {
	for i := s.first; i < s.last; i++ {
		if a.tokens[i].Tag == "CC" || a.tokens[i].Tag == "," {
			return true
		}
	}
	return false
}

// singular are nouns in -s that take a singular verb.
var singular = wordSet(`news headquarters series means species crossroads gallows barracks works premises diabetes measles
	outskirts sms gas bus campus census virus crisis analysis basis thesis oasis emphasis chaos summons billiards`)

func wordSet(s string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// turned reports whether the subject of g stands after its auxiliary, as in
// "never have we seen": what stands before is not who did it.
func (a *analysis) turned(g group) bool {
	if g.last >= len(a.tokens) || g.main != g.first {
		return false
	}
	switch words.Lemma(a.tokens[g.main].Lower) {
	case "have", "do", "be":
		return a.tokens[g.last].Is("he", "she", "they", "we", "i")
	}
	return a.tokens[g.main].Tag == "MD"
}
