package event

import (
	"strings"

	"dateline/timeline/words"
)

func (a *analysis) hasNoun(s stretch) bool {
	for i := s.first; i < s.last; i++ {
		switch t := a.tokens[i]; {
		case strings.HasPrefix(t.Tag, "NN"), t.Tag == "PRP", t.Tag == "EX", t.Tag == "CD":
			return true
		case t.Tag == "JJ" && words.Demonym(t.Text) != "" && i > s.first:
			return true // "the Japanese"
		case (t.Tag == "DT" || t.Tag == "VBG") && s.last-s.first == 1:
			return true
		}
	}
	return false
}

// nounAfter is the noun phrase that begins at or after dates and adverbs at i.
func (a *analysis) nounAfter(i, last int) stretch {
	for i < last && (a.dated[i] || a.tokens[i].Tag == "RB") {
		i++
	}
	if i >= last || !a.startsNoun(i) {
		return stretch{}
	}
	end := i
	for end < last && !a.dated[end] && (nominal(a.tokens[end]) || a.tokens[end].Is("of")) {
		end++
	}
	return stretch{i, end}
}

// nounBefore is the noun phrase that ends before token i, with the "of" it
// hangs on.
func (a *analysis) nounBefore(i int) stretch {
	end := i
	for end > 0 && (a.tokens[end-1].Tag == "," || a.dated[end-1] || a.aside[end-1]) {
		end--
	}
	first := end
	for first > 0 && (nominal(a.tokens[first-1]) || a.quotes(first-1) || a.attributiveAt(first-1, end) || a.tokens[first-1].Is("of") && first-1 > 0 && strings.HasPrefix(a.tokens[first-2].Tag, "NN")) && !a.dated[first-1] {
		if a.tokens[first-1].Tag == "DT" || a.tokens[first-1].Tag == "PRP$" {
			first--
			if first > 0 && a.tokens[first-1].Is("of") {
				continue
			}
			break
		}
		first--
	}
	s := stretch{first, end}
	if !a.hasNoun(s) {
		return stretch{}
	}
	return s
}

// quotes reports whether token i is the mark of a quotation within a clause.
func (a *analysis) quotes(i int) bool {
	return a.quoted[i] && (a.tokens[i].Tag == "''" || a.tokens[i].Tag == "``")
}

// personal reports whether a noun phrase ends in a person's name.
func (a *analysis) personal(n stretch) bool {
	for _, name := range a.names {
		if name.First >= n.first && name.Last == n.last && name.Kind == words.Person {
			return true
		}
	}
	return false
}

// overPlace takes a place that only says where a noun is together with the
// noun: "a doctor in Misrata".
func (a *analysis) overPlace(n stretch) stretch {
	if n.empty() || n.first < 2 || a.tokens[n.first-1].Tag != "IN" {
		return n
	}
	if _, ok := words.FindPlace(a.string(n)); !ok {
		return n
	}
	if wide := a.nounBefore(n.first - 1); !wide.empty() && wide.last == n.first-1 {
		return stretch{wide.first, n.last}
	}
	return n
}

// employed is the person that a name, itself no person's, says the employer of:
// "a cameraman for CBS". It is empty where n is no such name.
func (a *analysis) employed(n stretch) stretch {
	if n.empty() || n.first < 2 || a.personal(n) || !a.tokens[n.first-1].Is("for", "with", "at", "from") {
		return stretch{}
	}
	for i := n.first; i < n.last; i++ {
		if a.tokens[i].Tag != "NNP" && a.tokens[i].Tag != "NNPS" && a.tokens[i].Tag != "DT" {
			return stretch{}
		}
	}
	wide := a.nounBefore(n.first - 1)
	if wide.last != n.first-1 || wide.empty() || !strings.HasPrefix(a.tokens[wide.last-1].Tag, "NN") || a.tokens[wide.last-1].Tag == "NNP" {
		return stretch{}
	}
	return stretch{wide.first, n.last}
}

// attributiveAt reports whether the token at i is a participle before its noun.
func (a *analysis) attributiveAt(i, end int) bool {
	t := a.tokens[i]
	return (t.Tag == "VBN" || t.Tag == "VBG") && i+1 < end && i > 0 && (nominal(a.tokens[i-1]) || a.tokens[i-1].Tag == "IN") && (a.opens[i] < 0 || strings.Contains(t.Text, "-"))
}

// antecedent is the noun phrase a relative clause stands on. "Who" is the person
// named last, not the thing of his ("fans of Jackson, who died").
func (a *analysis) antecedent(s segment) stretch {
	if s.first > 0 && a.tokens[s.first-1].Is("of") {
		return stretch{} // "millions of whom"
	}
	n := a.nounBefore(s.first)
	if name := a.apposedTo(n); !name.empty() {
		return name
	}
	if n.first > 1 && n.last-n.first == 1 && a.tokens[n.first-1].Tag == "," && a.tokens[n.first-2].Tag == "NNP" && a.tokens[n.first].Tag == "NNP" && a.tokens[s.first].Is("which", "where") {
		n.first = a.nounBefore(n.first - 1).first // "Salem, Oregon, which": town and state
		return n
	}
	if a.tokens[s.first].Is("which") && n.first > 1 && a.tokens[n.first-1].Tag == "IN" && a.personal(n) {
		return stretch{a.nounBefore(n.first - 1).first, n.last} // "the trial of Murray, which begins"
	}
	if !a.tokens[s.first].Is("who", "whom") {
		return a.nearest(s, n)
	}
	if wide := a.overPlace(n); wide != n {
		return wide
	}
	if who := a.employed(n); !who.empty() {
		if name := a.apposedTo(who); !name.empty() {
			return name
		}
		return who
	}
	for i := n.last - 1; i > n.first; i-- {
		if !a.tokens[i].Is("of") {
			continue
		}
		if a.personal(stretch{i + 1, n.last}) || a.tokens[n.last-1].Tag == "NNP" {
			return stretch{i + 1, n.last}
		}
		if head := a.tokens[n.last-1]; head.Is("people", "men", "women", "children", "protesters", "soldiers", "workers", "students") || words.Role(strings.TrimSuffix(head.Lower, "s")) {
			return stretch{i + 1, n.last}
		}
	}
	return n
}

// apposedTo is the name that n, a description between commas, explains:
// "Ortega, a general who …". It is empty where n explains none.
func (a *analysis) apposedTo(n stretch) stretch {
	if n.empty() || n.first < 2 || a.tokens[n.first-1].Tag != "," || a.tokens[n.first-2].Tag != "NNP" || !a.tokens[n.first].Is("a", "an", "the") {
		return stretch{}
	}
	for i := n.first; i < n.last; i++ {
		if a.tokens[i].Tag == "CC" {
			return stretch{}
		}
	}
	name := stretch{n.first - 1, n.first - 1}
	for name.first > 0 && a.tokens[name.first-1].Tag == "NNP" && !a.dated[name.first-1] {
		name.first--
	}
	return name
}

// nearest is the part of n that "that", with no comma before it, stands on:
// what comes after "of", if that is a noun phrase with its article ("the wake
// of the storm that …").
func (a *analysis) nearest(s segment, n stretch) stretch {
	if n.last != s.first || n.first > 1 && a.tokens[n.first-2].Is("it") {
		return n // "it was the silence of the crowd that …"
	}
	for i := n.last - 1; i > n.first; i-- {
		if a.tokens[i].Is("of") && i+2 < n.last && (a.tokens[i+1].Tag == "DT" || a.tokens[i+1].Tag == "PRP$") {
			return stretch{i + 1, n.last}
		}
	}
	return n
}

// nominal reports whether a token can stand inside a noun phrase.
func nominal(t words.Token) bool {
	switch t.Tag {
	case "DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "POS", "$", "PDT":
		return true
	}
	return false
}

// paired reports whether "between" in segment s waits for its "and".
func (a *analysis) paired(s segment) bool {
	for i := s.first; i < s.last; i++ {
		if a.tokens[i].Is("between") {
			return s.last-s.first < 12
		}
	}
	return false
}

// listStart takes the members of a list before segment k into its subject:
// "Russia, Belarus and Ukraine signed".
func (a *analysis) listStart(k int, subject stretch) int {
	first := subject.first
	joined := false
	for i := subject.first; i < subject.last; i++ {
		joined = joined || a.tokens[i].Tag == "CC"
	}
	if !joined && a.tokens[max(0, first-1)].Tag != "CC" {
		return first
	}
	for j := k - 1; j >= 0; j-- {
		p := a.segments[j]
		if p.verb >= 0 || p.last-p.first > 5 && !a.paired(p) || p.mark == markSpeech || a.tokens[p.first].Tag == "IN" || a.tokens[p.first].Tag == "RB" || a.tokens[p.first].Is("according") || !a.hasNoun(p.stretch) || a.dated[p.last-1] {
			break
		}
		first = p.body
	}
	return first
}
