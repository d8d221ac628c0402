package event

import (
	"strings"

	"dateline/timeline/words"
)

// atOddsWith reports whether a subject cannot be that of g, so that the sentence
// was not understood: a plural noun with "was" or "has".
func (a *analysis) atOddsWith(subject stretch, g group) bool {
	if subject.empty() {
		return false
	}
	verb := a.tokens[g.first]
	if verb.Tag == "VBP" && !verb.Is("are", "have", "do", "'re", "'ve", "were") && a.personal(subject) && !a.joins(subject) {
		return true // "Keller say"
	}
	if verb.Is("were") && a.oneThing(subject) {
		return true // "the book were"
	}
	if verb.Is("were", "are", "have") && !a.joins(subject) && subject.last+1 < len(a.tokens) && a.tokens[subject.last-1].Tag == "NNP" && a.tokens[subject.last].Tag == "," && a.tokens[subject.last+1].Is("who") {
		return true // "Keller, who …, and Bruns, who …, were": not Keller alone
	}
	if !verb.Is("was", "is", "has", "doesn't", "isn't", "wasn't") {
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

// oneThing reports whether s is a noun phrase of one thing that no plural verb
// goes with: with an article, and none of the nouns that stand for many.
func (a *analysis) oneThing(s stretch) bool {
	if a.joins(s) || !a.tokens[s.first].Is("the", "a", "an", "this") {
		return false
	}
	for i := s.first; i < s.last; i++ {
		if t := a.tokens[i]; t.Tag == "IN" || t.Tag == "CD" || t.Tag == "POS" || t.Tag == "``" {
			return false
		}
	}
	head := a.tokens[s.last-1]
	return head.Tag == "NN" && !head.Capital() && !collective[head.Lower]
}

// collective are singular nouns that take a plural verb too.
var collective = wordSet(`government team police family staff company group band public majority minority number couple crew army
	party side club bank board committee council crowd media data rest half lot handful pair range variety total generation
	audience press opposition leadership cabinet parliament ministry union firm agency department court jury military navy
	force unit squad community population class school clergy faculty cast enemy cavalry infantry people youth trio duo
	dozen hundred thousand million fleet household electorate management administration`)

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

// pastBehindDate sets right the verb of a sentence that stands behind a date
// and was taken for a participle: "the bureau today called for calm".
func (a *analysis) pastBehindDate() {
	for i, t := range a.tokens {
		if strings.HasPrefix(t.Tag, "VB") && t.Tag != "VBN" && t.Tag != "VBG" || t.Tag == "MD" {
			return
		}
		if t.Tag != "VBN" || i+1 >= len(a.tokens) || a.tokens[i+1].Is("by") || i == 0 || !a.dated[i-1] {
			continue
		}
		first := i - 1
		for first > 0 && a.dated[first-1] {
			first--
		}
		if first > 0 && a.tokens[first].Tag != "IN" && strings.HasPrefix(a.tokens[first-1].Tag, "NN") && !words.Participle(t.Lower) {
			a.tokens[i].Tag = "VBD"
		}
		return
	}
}
